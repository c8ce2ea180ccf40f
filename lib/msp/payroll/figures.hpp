// SPDX-License-Identifier: MIT
// The figures that an employer's months are computed with: those known, and beyond them those assumed.
#pragma once

#include <msp/law/payroll.hpp>
#include <msp/model/employer.hpp>
#include <msp/model/post.hpp>
#include <msp/money/quotient.hpp>
#include <msp/payroll/rates.hpp>
#include <msp/payroll/reduction.hpp>

#include <cstddef>
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
    // A rule of the reduction, at the work accident rate of a day.
    [[nodiscard]] const ReductionScale& scale(const GeneralReduction& rule, Date date) const;
    // What a month of so many hours a week is paid at least: SMIC x 1820 / 12 x hours / 35, half up.
    [[nodiscard]] Money least_pay(Month month, Rate hours) const;
    // Of a full-time month.
    [[nodiscard]] const Quotient& month_hours() const { return month_hours_; }

 private:
    struct Figures {
        Money smic;
        Money ceiling;
    };
    [[nodiscard]] const Figures& of(Month month) const;

    const PayrollLaw* law_;
    PayRates rates_;
    Month known_from_;
    Month known_until_;
    Quotient month_hours_;
    std::vector<Figures> known_;          // by month
    std::vector<Figures> beyond_;         // the last known ones, then those of each year after them
    std::vector<Date> accident_days_;     // on which the work accident rate changes
    std::vector<ReductionScale> scales_;  // by rule, and of each by these days
};

inline constexpr std::int64_t legal_hours = 35;  // a week

}  // namespace msp
