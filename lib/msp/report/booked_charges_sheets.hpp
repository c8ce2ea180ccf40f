// SPDX-License-Identifier: MIT
// Where the money of the books goes in a settlement, and whose payments they have, as sheets.
#pragma once

#include <msp/actuals/booked_charges.hpp>
#include <msp/actuals/booked_payments.hpp>
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

// Of a case.
struct BookedPayers {
    const Budget* budget = nullptr;
    std::string scenario = "base";
    std::string label = {};
    BookedPayments paid = {};
};

// A row a payer and account, and their sum.
[[nodiscard]] Sheet booked_payers_sheet(const std::vector<BookedPayers>& all, Language language);

// A row a line or account, and their sum: the books.
[[nodiscard]] Sheet booked_charges_sheet(const std::vector<BookedExercise>& exercises, Language language);

}  // namespace msp
