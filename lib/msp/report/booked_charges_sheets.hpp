// SPDX-License-Identifier: MIT
// Where the money of the books goes in a settlement, as a sheet.
#pragma once

#include <msp/actuals/booked_charges.hpp>
#include <msp/report/sheet.hpp>

#include <string>
#include <vector>

namespace msp {

// Of a case.
struct BookedExercise {
    const Budget* budget = nullptr;
    std::string scenario = "base";
    std::string label = {};
    BookedCharges charges = {};
};

// A row a line or account, and their sum: the books.
[[nodiscard]] Sheet booked_charges_sheet(const std::vector<BookedExercise>& exercises, Language language);

}  // namespace msp
