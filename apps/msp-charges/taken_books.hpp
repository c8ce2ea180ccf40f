// SPDX-License-Identifier: MIT
// What the books say that lines cost and members paid, in the place of the budget's word.
#pragma once

#include <msp/plan/case.hpp>
#include <msp/report/booked_charges_sheets.hpp>
#include <support/run.hpp>

#include <msp-charges/settings.hpp>
#include <optional>
#include <vector>

namespace msp::app {

struct TakenBooks {
    std::vector<BookedExercise> exercises = {};  // by case
    std::vector<BookedPayers> payers = {};       // likewise
};

// Of the exports that are named; the cases are checked with them. Nothing, and the errors are told, where one cannot be
// used. Where they say what is unpaid, the settings get their end.
[[nodiscard]] std::optional<TakenBooks> take_books(Context& context, ChargesSettings& settings,
                                                   std::vector<Case>& cases);

}  // namespace msp::app
