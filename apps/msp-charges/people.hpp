// SPDX-License-Identifier: MIT
// --without and --with: a scenario in which members leave and others join.
#pragma once

#include <support/budgets.hpp>
#include <support/run.hpp>

#include <msp-charges/settings.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace msp::app {

// "dr-martin@2026-06-30": what stands before the last @ and the day behind it, if it is one.
struct NamedDay {
    std::string name;
    std::optional<Date> day;
};
[[nodiscard]] NamedDay named_day(std::string_view typed);

// Adds the scenario to the document, on the last one of --scenario. Its id; nothing where neither option is given, or
// something is wrong with them.
[[nodiscard]] std::optional<std::string> people_scenario(Context& context, const ChargesSettings& settings,
                                                         Document& document, const Budget& base);

}  // namespace msp::app
