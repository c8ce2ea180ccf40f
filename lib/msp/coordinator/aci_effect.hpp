// SPDX-License-Identifier: MIT
// Private to the module: what the ACI of each year pays more or less in another case, by its engine.
#pragma once

#include <msp/aci/facts.hpp>
#include <msp/model/budget.hpp>

#include <map>
#include <vector>

namespace msp {

// By calendar year; a later one is taken to be as the last.
using YearAmounts = std::map<std::int16_t, Money>;
[[nodiscard]] Money of_year(const YearAmounts& amounts, std::int16_t year);

// The budget's years less what they would be without the post. Errors of the facts without it are reported.
[[nodiscard]] YearAmounts aci_with_post(const Budget& budget, const Law& law, const PostFunding& funding,
                                        Diagnostics& diagnostics);
// What so many patients more bring.
[[nodiscard]] YearAmounts aci_of_patients(const Budget& budget, const Law& law, Rate patients);

}  // namespace msp
