// SPDX-License-Identifier: MIT
// A year's ACI as a picture: what each indicator brings, and what is missing of its maximum.
#pragma once

#include <msp/aci/remuneration.hpp>
#include <msp/diag/message.hpp>
#include <msp/report/picture.hpp>

namespace msp {

[[nodiscard]] Picture aci_picture(const AciRemuneration& paid, Language language);

}  // namespace msp
