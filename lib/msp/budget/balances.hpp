// SPDX-License-Identifier: MIT
// Openings from a file of balances, which may hold the accounts of one budget or of forty.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/read/document.hpp>

#include <optional>
#include <string>

namespace msp {

// Which of the rows are meant.
struct Openings {
    std::optional<std::string> path = {};  // instead of the file that the budget names
    std::string budget = {};               // as typed; rows of other files are not its own
    bool several = false;                  // other budgets take theirs from the same rows
    std::optional<Date> as_of = {};        // a balance counts from the morning after its evening
};

// Writes the last balance of each account into `document` as its opening, and the day after it as the account's first,
// both at their places in `rows`. A row that fits no account is an error, an account without a row a warning.
void type_openings(Document& document, const Document& rows, const Openings& openings, Sources& sources,
                   Diagnostics& diagnostics);

// After an error in balances: what they were to give is made up, so that nobody is told that it is missing too.
void suppose_openings(Document& document);

}  // namespace msp
