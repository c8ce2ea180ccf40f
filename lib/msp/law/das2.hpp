// SPDX-License-Identifier: MIT
// Above what a beneficiary's fees of a calendar year are declared (DAS2); read from lib/law/das2.toml. Data; nothing is
// computed here.
#pragma once

#include <msp/law/rule.hpp>
#include <msp/money/money.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace msp {

inline constexpr std::string_view das2_rules = "das2";  // the kind of this file, in RuleNeed

struct Das2Threshold {
    std::int16_t from = 0;  // the first calendar year in which it holds
    Money amount;           // with VAT; what is exactly this is not declared
    Evidence evidence;
};

struct Das2 {
    std::vector<LegalSource> sources;
    std::vector<Das2Threshold> thresholds;  // by year

    // Null before the first one.
    [[nodiscard]] const Das2Threshold* of_year(std::int16_t year) const;
};

}  // namespace msp
