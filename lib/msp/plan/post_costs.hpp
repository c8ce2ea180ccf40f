// SPDX-License-Identifier: MIT
// What posts that members share cost their employer: each payment with the days worked that it is for.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/law/law.hpp>
#include <msp/model/budget.hpp>
#include <msp/payroll/payroll.hpp>

#include <cstdint>

namespace msp {

// Of each post that is shared, for as many years as calls are planned, as far as the rates of payroll are known or
// assumed.
void reckon_post_costs(Budget& budget, const Law& law, const KeptPayroll& kept);

// False, with an error at each, where posts of the entity go on beyond what is reckoned of them. Where they began
// before, a warning. That pay of a plan up to `planned` is not known is told by check_payroll() already.
[[nodiscard]] bool post_costs_known(const Budget& budget, EntityIndex entity, std::int16_t exercise, Date planned,
                                    Diagnostics& diagnostics);

}  // namespace msp
