// SPDX-License-Identifier: MIT
// What a year of the ACI rests on, said beside its figures in text and in JSON.
#pragma once

#include <msp/report/aci.hpp>
#include <msp/report/aci_words.hpp>

#include <string>
#include <vector>

namespace msp {

// A value of the rules that is not confirmed and on which an amount of the year rests.
struct UncertainValue {
    std::string id;  // of the indicator; "precarity", "advance", "point" of the text
    Confidence confidence = Confidence::single;
};
[[nodiscard]] std::vector<UncertainValue> uncertain_values(const AciFacts& facts, const AciRemuneration& paid);

// The sources of the rules that a year uses, by position in its text.
[[nodiscard]] std::vector<std::size_t> sources_of(const AciYearResult& year);

// Why nothing is paid: a sentence a prerequisite that is missing.
[[nodiscard]] std::vector<std::string> missing_notes(const AciYearResult& year, Language language);
// What is assumed, left out, not confirmed or chosen. A sentence each.
[[nodiscard]] std::vector<std::string> aci_notes(const AciYearResult& year, Language language);
// What the plan's computed years rest on: assumed texts, values that no official document confirms. Empty where nothing
// is computed, or nothing is unsure.
[[nodiscard]] std::vector<std::string> aci_plan_notes(const AciReckoning& aci, Language language);
// What each open question that matters would change.
[[nodiscard]] std::vector<std::string> reading_notes(const AciYearResult& year, Language language);

}  // namespace msp
