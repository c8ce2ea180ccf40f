// SPDX-License-Identifier: MIT
// The taxe sur les salaires, read from lib/law/payroll-tax.toml. Data; nothing is computed here.
#pragma once

#include <msp/law/rule.hpp>
#include <msp/money/rate.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace msp {

struct PayrollTaxScale {
    std::int16_t year = 0;
    Money first;
    Money second;
    Money allowance;  // of associations
    Evidence evidence;
};

struct PayrollTaxRules {
    std::vector<LegalSource> sources;
    std::array<Rate, 3> rates;
    Money nothing_up_to;
    Money relief_below;
    Rate relief_share;
    Money once_below;
    Money quarterly_up_to;
    Evidence evidence;
    std::vector<PayrollTaxScale> scales;  // by year, without gaps

    // Of the year; after the last one that one. Null before the first.
    [[nodiscard]] const PayrollTaxScale* of_year(int year) const;
};

}  // namespace msp
