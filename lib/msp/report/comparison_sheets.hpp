// SPDX-License-Identifier: MIT
// Keys compared with each other: who gains, who loses, how far members are from each other, and the years to a new key
// whose yearly rise is limited.
#pragma once

#include <msp/charges/comparison.hpp>
#include <msp/report/charges_sheets.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace msp {

// One key tried on the shared lines of an exercise.
struct TriedKey {
    ShareKey key;
    Comparison comparison;
    std::optional<Transition> transition;  // where it is asked for
};

// Of an entity, in one case of the budget.
struct ComparisonResult {
    ChargesResult now;
    std::vector<const Line*> direct;  // which stay with who bears them alone
    std::vector<TriedKey> keys;
    std::optional<Rate> rise;
};

// In data all results are one table; on a page each has its own.
[[nodiscard]] Sheet comparison_sheet(std::span<const ComparisonResult> results, Language language);
[[nodiscard]] Sheet compared_members_sheet(const ComparisonResult& result, Language language);
// A row a key, the present ones first.
[[nodiscard]] Sheet compared_keys_sheet(std::span<const ComparisonResult> results, Language language);
[[nodiscard]] Sheet transition_sheet(std::span<const ComparisonResult> results, Language language);
[[nodiscard]] Sheet transition_years_sheet(const ComparisonResult& result, const TriedKey& key, Language language);

[[nodiscard]] std::string comparison_title(const ComparisonResult& result, Language language);
[[nodiscard]] std::string comparison_rules(const ComparisonResult& result, const TextStyle& style);
// In how many years the key is reached, and who bears what the limit spares.
[[nodiscard]] std::string transition_rules(const ComparisonResult& result, const TriedKey& key, const TextStyle& style);

}  // namespace msp
