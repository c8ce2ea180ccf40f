// SPDX-License-Identifier: MIT
// What the premises of a plan are called: the keys of a budget, as a reader who never saw one has them.
#pragma once

#include <msp/premises/premises.hpp>

#include <string>
#include <string_view>

namespace msp {

// "Loans", of a key of the file.
[[nodiscard]] std::string topic_words(const Key& topic, Language language);
// "indexation, rate"
[[nodiscard]] std::string premise_words(const StatedValue& value, Language language);
// The word for a key, for tr(); null where it has none.
[[nodiscard]] const char* word_of_key(std::string_view english);

// "ACI 2026: value of a point"
[[nodiscard]] std::string premise_words(const RulePremise& rule, Language language);
[[nodiscard]] std::string premise_value(const RulePremise& rule, Language language);

}  // namespace msp
