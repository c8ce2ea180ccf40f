// SPDX-License-Identifier: MIT
// Errors of the system in words, for messages about files.
#pragma once

#include <msp/diag/message.hpp>

namespace msp {

// Why a file cannot be read or written, to stand behind a colon. `error` is an errno.
[[nodiscard]] Term reason_of(int error);

}  // namespace msp
