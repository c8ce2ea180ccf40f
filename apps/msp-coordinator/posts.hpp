// SPDX-License-Identifier: MIT
// The posts that a budget has, where one is asked for by its id, and the days of its plan.
#pragma once

#include <msp/model/budget.hpp>
#include <support/run.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace msp::app {

[[nodiscard]] std::vector<std::string_view> ids_of_posts(const Budget& budget);
// Reports that none is called so.
[[nodiscard]] Status no_such_post(Context& context, const std::string& id, const Budget& budget);
// False, with an error, where the as-of day lies before the budget's first day.
[[nodiscard]] bool as_of_in_plan(Context& context, const Budget& budget);

}  // namespace msp::app
