// SPDX-License-Identifier: MIT
// The files that --init prints, as the build put them into the program.
#pragma once

#include <msp/diag/message.hpp>

#include <string_view>

namespace msp::app {

// `name` is sisa, sisa-scm, sci or new-msp.
[[nodiscard]] std::string_view template_text(std::string_view name, Language keys);

}  // namespace msp::app
