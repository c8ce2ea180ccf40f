// SPDX-License-Identifier: MIT
// Sheets for programs: CSV rows, or objects with the same members in JSON.
#pragma once

#include <msp/report/csv.hpp>
#include <msp/report/json.hpp>
#include <msp/report/sheet.hpp>

#include <string_view>

namespace msp {

enum class Heading : std::uint8_t { none, ids, labels };

// With `file`, a first column of that name holds it in every row.
void sheet_csv(Csv& csv, const Sheet& sheet, Heading heading, std::string_view file);
// As a member of an object that is open, an array.
void sheet_json(Json& json, const Sheet& sheet);

}  // namespace msp
