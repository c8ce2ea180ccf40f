// SPDX-License-Identifier: MIT
// An answer as the options ask for it: text, one table, arrays in an object.
#pragma once

#include <msp/report/json.hpp>
#include <msp/report/rows.hpp>
#include <support/run.hpp>

#include <functional>
#include <string>
#include <vector>

namespace msp::app {

// Without the blank lines at its end.
void write_text(const Context& context, std::string text);

using WriteRows = std::function<void(Rows&)>;

// The whole answer as one CSV table. `file`: where several operands are read, a first column names it.
void write_csv(const Context& context, std::vector<Column> columns, const WriteRows& write, bool file = true);
// A member of an object that is open.
void write_array(Json& json, const char* key, std::vector<Column> columns, const WriteRows& write);

}  // namespace msp::app
