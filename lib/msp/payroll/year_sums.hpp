// SPDX-License-Identifier: MIT
// Private to the module: the sums of a year that contributions and the general reduction follow.
#pragma once

#include <msp/law/payroll.hpp>
#include <msp/money/money.hpp>
#include <msp/money/quotient.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace msp {

inline constexpr std::int64_t months_a_year = 12;

using PayBases = std::array<Money, pay_base_ids.size()>;

// Of a contribution that follows the sums of the year.
struct YearContribution {
    Money above;          // pay of a year above the limit of its reduced rate
    Quotient limit;       // in cents
    Money yearly_base;    // of what is paid in the next year
    Money yearly_amount;  // as well
};

// The sums since January, or since the contract began.
struct YearSums {
    Money gross;
    Money ceiling;
    PayBases bases = {};
    std::vector<YearContribution> contributions;  // by place in the law, those that follow the year
    Quotient smic;                                // of the reduction, in cents
    Money reduction;
    std::vector<std::pair<const GeneralReduction*, Money>> reduced_pay;  // by rule

    void begin() {
        gross = ceiling = reduction = Money();
        smic = Quotient();
        bases = {};
        contributions.clear();
        reduced_pay.clear();
    }

    YearContribution& contribution(std::size_t place) {
        if (contributions.size() <= place)
            contributions.resize(place + 1);
        return contributions[place];
    }

    // Of the first month of a year, as if so many months had been like it; the reduction is counted as it comes, and
    // what is paid in the next year makes no month alike.
    void repeat(int months) {
        gross = gross * months;
        ceiling = ceiling * months;
        smic *= Quotient(months);
        for (Money& base : bases)
            base = base * months;
        for (YearContribution& each : contributions) {
            each.above = each.above * months;
            each.limit *= Quotient(months);
        }
        for (auto& [rule, pay] : reduced_pay)
            pay = pay * months;
    }
};

}  // namespace msp
