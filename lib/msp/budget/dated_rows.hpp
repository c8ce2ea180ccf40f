// SPDX-License-Identifier: MIT
// Private to the module: rows of members that change, in CSV files.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/read/document.hpp>

namespace msp {

// Rows of one id with a day, `from`, become one: each figure that they give is a list of values with their days. What
// does not change over time, such as the name, may be repeated or left empty. Behind it no row has a day.
void join_dated_rows(Document& rows, Diagnostics& diagnostics);

}  // namespace msp
