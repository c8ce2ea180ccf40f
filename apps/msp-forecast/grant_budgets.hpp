// SPDX-License-Identifier: MIT
// The budgets that grants are asked for with, of a computed forecast.
#pragma once

#include <msp/report/forecast.hpp>
#include <support/books.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace msp::app {

struct GrantQuestion {
    const Case& planned;  // without the books
    const Case* voted;    // another budget, or null
    const AllBooks& books;
    Count count;
    const std::vector<std::int16_t>& exercises;
    std::optional<Date> as_of;
};

// Of the result's statements, which are those of these exercises.
[[nodiscard]] std::vector<GrantBudget> grant_budgets(const Result& result, const GrantQuestion& asked);

}  // namespace msp::app
