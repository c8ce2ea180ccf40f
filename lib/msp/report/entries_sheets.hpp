// SPDX-License-Identifier: MIT
// Journal entries with the 18 columns of a FEC (livre des procédures fiscales, A. 47 A-1, VII): as a sheet, and in the
// form of the file itself, to be imported into accounting software. They are drafts: no entry is validated or lettered.
#pragma once

#include <msp/plan/entries.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <span>
#include <string>
#include <vector>

namespace msp {

// Of an entity in an exercise, in one case of the budget.
struct EntriesResult {
    const Budget* budget = nullptr;
    std::string scenario;
    std::string label;  // of the scenario; empty for the base
    EntityIndex entity = 0;
    std::int16_t exercise = 0;
    std::vector<JournalEntry> entries;
    bool partial = false;  // the last costs of a line are not among those that are said
    Money of_third_parties;
};

// In data all results are one table; on a page each has its own.
[[nodiscard]] Sheet entries_sheet(std::span<const EntriesResult* const> results, Language language);
[[nodiscard]] Sheet entries_page(const EntriesResult& result, Language language);
[[nodiscard]] std::string entries_title(const EntriesResult& result, Language language);
// Which accounts stand for what, and what is not among the entries.
[[nodiscard]] std::string entries_rules(const EntriesResult& result, const TextStyle& style);

// Tab between fields, a comma in amounts, days as 20260105, a heading with the legal names.
[[nodiscard]] std::string fec_of(const EntriesResult& result, Language language);

}  // namespace msp
