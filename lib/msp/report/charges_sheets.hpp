// SPDX-License-Identifier: MIT
// What members owe of the shared charges, as sheets: for programs a row a line and member, for people a table of
// members by lines.
#pragma once

#include <msp/cash/period.hpp>
#include <msp/charges/shares.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace msp {

// The charges of an entity in an exercise, in one case of the budget.
struct ChargesResult {
    const Budget* budget = nullptr;
    std::string scenario;
    std::string label;  // of the scenario; empty for the base
    EntityIndex entity = 0;
    std::int16_t exercise = 0;
    Period days;
    Grid grid = Grid::year;       // the exercise as a whole
    std::vector<Period> periods;  // of the grid, cut to the exercise
    ExerciseShares shares;
};

// A member of the budget, or all of them.
using OfMember = std::optional<std::size_t>;

// In data all results are one table; on a page each has its own.
[[nodiscard]] Sheet shares_sheet(std::span<const ChargesResult* const> results, OfMember member, Language language);
[[nodiscard]] Sheet member_sheet(const ChargesResult& result, Language language);

// Why a member owes what they do of a line.
struct ExplainedShare {
    const ChargesResult* result = nullptr;
    const ChargedLine* line = nullptr;
    std::size_t member = 0;
    std::span<const ChargedLine> lines = {};  // of the exercise
};
// Each payment with the days that it is for, and the member's part of it; on a page then the exercise as a whole.
[[nodiscard]] Sheet explanation_sheet(std::span<const ExplainedShare> shares, Language language);
// "by surface", "by fixed shares among professions, equally inside each"
[[nodiscard]] std::string way_of(const Budget& budget, const ShareKey& key, Language language);
// What a key says beside: ", a member at most 1,000.00 € of a line". Empty where it says nothing.
[[nodiscard]] std::string terms_of(const Budget& budget, const ShareKey& key, Language language);
// Whether the user called the key what way_of() calls it, as "À parts égales": it is then said once.
[[nodiscard]] bool is_called_by_its_way(const Budget& budget, const ShareKey& key, Language language);

// Of lines whose keys depart from use: exact shares and what is charged, of each payer, a table a line; or of one, a
// sentence a line. Empty where there are none.
// `shares` are of the result, or of its exercise as it really came.
[[nodiscard]] Sheet derogation_sheet(const ChargesResult& result, const ExerciseShares& shares, Language language);
[[nodiscard]] std::string derogation_note(const ChargesResult& result, std::size_t member, const TextStyle& style);

// The line and its key.
[[nodiscard]] std::string explanation_heading(const ExplainedShare& share, const TextStyle& style);
// How the exact share became whole cents.
[[nodiscard]] std::string explanation_rounding(const ExplainedShare& share, const TextStyle& style);

// Their name; a third party is told from the members.
[[nodiscard]] std::string shown_payer(const Budget& budget, std::size_t payer, Language language);

// "SISA, shared charges of the exercise 2026"
[[nodiscard]] std::string charges_title(const ChargesResult& result, Language language);
// By which rules the cents were parted; that there are none, where nothing is shared.
[[nodiscard]] std::string charges_rules(const ChargesResult& result, const TextStyle& style);

}  // namespace msp
