// SPDX-License-Identifier: MIT
// A plan that goes on from the books, as sheets and words.
#pragma once

#include <msp/report/forecast.hpp>
#include <msp/report/forecast_sheets.hpp>
#include <msp/report/text_style.hpp>

#include <string>

namespace msp {

// A row an account that the books have.
[[nodiscard]] Sheet books_sheet(Results results, const View& view);
// A row an amount that was due by their end, or that came without being due.
[[nodiscard]] Sheet due_sheet(Results results, const View& view);
// A row a line: what its exercise ends with.
[[nodiscard]] Sheet landing_sheet(Results results, const View& view);

// How far the books go and what they leave open; empty where none are read.
[[nodiscard]] std::string books_text(const Result& result, const TextStyle& style);
// The same in whole sentences, for who does not know the programs.
[[nodiscard]] std::string books_sentences(const Result& result, const TextStyle& style);

}  // namespace msp
