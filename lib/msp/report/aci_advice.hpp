// SPDX-License-Identifier: MIT
// What to reach next, and the least that reaches an amount: as sheets and as text.
#pragma once

#include <msp/aci/advice.hpp>
#include <msp/report/aci.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <optional>
#include <span>
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

// The missing prerequisites have rank 0. For data; a page has the text.
// For a workbook, where the text's amounts would be words.
[[nodiscard]] Sheet aci_moves_sheet(std::span<const AciAdvised> advised, Language language);
[[nodiscard]] Sheet aci_next_sheet(std::span<const AciAdvised> advised, Language language);
[[nodiscard]] std::string aci_next_text(const AciAdvised& advised, const TextStyle& style);

// A row by number, and one by effort where there are weights.
[[nodiscard]] Sheet aci_target_sheet(std::span<const AciAdvised> advised, Language language);
[[nodiscard]] std::string aci_target_text(const AciAdvised& advised, const TextStyle& style);

}  // namespace msp
