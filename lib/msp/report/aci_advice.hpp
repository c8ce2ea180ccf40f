// SPDX-License-Identifier: MIT
// What to reach next, and the least that reaches an amount: as rows and as text.
#pragma once

#include <msp/aci/advice.hpp>
#include <msp/report/aci.hpp>
#include <msp/report/text_style.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

// One scenario's year, advised on.
struct AciAdvised {
    const AciResult* result = nullptr;
    const AciYearResult* year = nullptr;
    AciAdvice advice;
    std::vector<std::int64_t> efforts;  // by indicator, then of an IPA
    std::optional<Money> wanted;
    std::optional<AciTarget> by_number;  // of wanted; nothing where it is out of reach
    std::optional<AciTarget> by_effort;
    bool weighted = false;  // the budget has weights of its own
    bool in_euros = false;  // which are costs in cents
};

// The missing prerequisites have rank 0.
[[nodiscard]] std::vector<Column> aci_next_columns(Language language);
void aci_next_rows(Rows& rows, const AciAdvised& advised, Language language);
[[nodiscard]] std::string aci_next_text(const AciAdvised& advised, const TextStyle& style);

// A row by number, and one by effort where there are weights.
[[nodiscard]] std::vector<Column> aci_target_columns(Language language);
void aci_target_rows(Rows& rows, const AciAdvised& advised);
[[nodiscard]] std::string aci_target_text(const AciAdvised& advised, const TextStyle& style);

}  // namespace msp
