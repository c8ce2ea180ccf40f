// SPDX-License-Identifier: MIT
// The figures that an employer's months are computed with: those known, and beyond them those assumed.
#pragma once

#include <msp/law/payroll.hpp>
#include <msp/model/employer.hpp>
#include <msp/model/post.hpp>
#include <msp/money/quotient.hpp>
#include <msp/payroll/rates.hpp>

#include <vector>

namespace msp {

class PayFigures {
 public:
    PayFigures(const PayrollLaw& law, const Employer& employer);

    [[nodiscard]] const PayrollLaw& law() const { return *law_; }
    [[nodiscard]] const PayRates& rates() const { return rates_; }
    // Whether a month has other figures than the one before, but for the minimum wage.
    [[nodiscard]] bool differ(Month month) const;
    // False for a month after what was read.
    [[nodiscard]] bool known(Month month) const { return month <= known_until_; }
    // The minimum wage of an hour. Beyond what is known it grows each January, half up to the cent.
    [[nodiscard]] Money smic(Month month) const;
    // The monthly ceiling; it grows each January, half up to the euro.
    [[nodiscard]] Money ceiling(Month month) const;
    // That of the rule, which may be the one of January.
    [[nodiscard]] Money reduction_smic(const GeneralReduction& rule, Month month) const;
    // What a month of so many hours a week is paid at least: SMIC x 1820 / 12 x hours / 35, half up.
    [[nodiscard]] Money least_pay(Month month, Rate hours) const;
    // Of a full-time month.
    [[nodiscard]] const Quotient& month_hours() const { return month_hours_; }

 private:
    [[nodiscard]] std::size_t years_beyond(Month month) const;

    const PayrollLaw* law_;
    PayRates rates_;
    Month known_until_;
    Quotient month_hours_;
    std::vector<Money> smic_;     // the last known one, then that of each year after it
    std::vector<Money> ceiling_;  // as well
};

inline constexpr std::int64_t legal_hours = 35;  // a week

}  // namespace msp
