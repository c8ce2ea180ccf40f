// SPDX-License-Identifier: MIT
// A year's ACI as a picture: what each indicator brings, and what is missing of its maximum.
#pragma once

#include <msp/aci/remuneration.hpp>
#include <msp/report/picture.hpp>
#include <msp/report/text_style.hpp>

namespace msp {

[[nodiscard]] Picture aci_picture(const AciRemuneration& paid, const TextStyle& style);

}  // namespace msp
