// SPDX-License-Identifier: MIT
// The firm's table: one row a file, scenario and entity, so that of many budgets the worst is seen first. Lows and days
// below a limit are those from the as-of day on: what is past needs no action.
#pragma once

#include <msp/report/forecast.hpp>
#include <msp/report/sheet.hpp>

#include <string>
#include <vector>

namespace msp {

struct SummaryEntry {
    std::string file;                      // as typed
    Language language = Language::french;  // of its budget
    bool readable = true;                  // otherwise there is nothing but the file
    std::string scenario = {};
    std::string scenario_name = {};  // empty for the base
    std::string entity = {};
    std::string name = {};  // of the entity
    std::string bank = {};  // the worst account
    std::string bank_name = {};
    Period days = {};
    Headline headline = {};
    Money payout = {};
};

// Those of one file and scenario, by entity.
[[nodiscard]] std::vector<SummaryEntry> summary_entries(const Result& result, const View& view);

// Files that cannot be read, then overdrawn, then below the floor; among equals the lowest balance first, then the
// order they came in.
void sort_worst_first(std::vector<SummaryEntry>& entries);

// "overdrawn", "below-floor" or "ok", and the words for it.
[[nodiscard]] WordCell status_word(const Headline& headline, Language language);

// "error", "overdrawn", "below-floor" or "ok".
[[nodiscard]] const char* status_of(const SummaryEntry& entry);

// With a first column for the file where `file` is set. A page is at most 80 columns wide, or as wide as a narrower
// terminal.
[[nodiscard]] Sheet summary_sheet(const std::vector<SummaryEntry>& entries, Language language, bool file);

}  // namespace msp
