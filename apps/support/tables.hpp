// SPDX-License-Identifier: MIT
// An answer as the options ask for it: text, one table, arrays in an object.
#pragma once

#include <msp/report/json.hpp>
#include <msp/report/rows.hpp>
#include <support/run.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace msp::app {

// Without the blank lines at its end. The only way for text to an answer: no control reaches a terminal or a log.
void write_text(const Context& context, std::string text);
// A file of the user's, as it is; on a terminal its controls are shown escaped.
void write_file(const Context& context, std::string_view text);

using WriteRows = std::function<void(Rows&)>;

// The whole answer as one CSV table. `file`: where several operands are read, a first column names it.
void write_csv(const Context& context, std::vector<Column> columns, const WriteRows& write, bool file = true);
// A member of an object that is open.
void write_array(Json& json, const char* key, std::vector<Column> columns, const WriteRows& write);

}  // namespace msp::app
