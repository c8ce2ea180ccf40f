// SPDX-License-Identifier: MIT
// --pack: several views in one answer, in a workbook a worksheet a question.
#pragma once

#include <msp-forecast/computed.hpp>

namespace msp::app {

// False, and the errors are told, where one of them cannot be made.
[[nodiscard]] bool answer_pack(const ComputedForecast& of);

}  // namespace msp::app
