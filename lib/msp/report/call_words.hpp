// SPDX-License-Identifier: MIT
// Private to the module: what sheets of shared charges say alike: calls, settlements, statements, entries.
#pragma once

#include <msp/report/calls_sheets.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace msp {

// To which a page may break the names of who pays.
inline constexpr std::size_t narrowest_payer = 16;

[[nodiscard]] bool any_advance(const std::vector<CallPlan>& plans);

// Of what was worked out of an entity's exercise: "SISA, settlement of the exercise 2026".
template <typename Result>
[[nodiscard]] std::string title_with_exercise(const char* words_of_title, const Result& result, Language language) {
    return with_scenario(words({words_of_title,
                                {{"entity", result.budget->entities[result.entity].title()},
                                 {"exercise", std::int64_t{result.exercise}}}},
                               language),
                         result.label, language);
}
// Which lines cost what was voted, since nothing else is said, and which too little, since not all is.
[[nodiscard]] std::string unsaid_costs(const SettlementResult& result, const TextStyle& style);
// Empty where they bear nothing.
[[nodiscard]] std::string of_third_parties(const CallsResult& result, const ExerciseShares& shares,
                                           const TextStyle& style);
// When members are called, and by which rules the cents were parted.
[[nodiscard]] std::string ways_of_calling(const CallsResult& result, const TextStyle& style,
                                          Reader reader = Reader::all);

}  // namespace msp
