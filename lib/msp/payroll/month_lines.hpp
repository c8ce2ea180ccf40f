// SPDX-License-Identifier: MIT
// Private to the module: the contributions of the months of a post, line by line.
#pragma once

#include <msp/payroll/pay.hpp>
#include <msp/payroll/rates.hpp>
#include <msp/payroll/year_sums.hpp>

#include <cstddef>
#include <vector>

namespace msp {

class MonthLines {
 public:
    // Months add to `sums`.
    MonthLines(const Post& post, const Employer& employer, const PayFigures& figures, YearSums& sums)
        : post_(post), employer_(employer), figures_(figures), law_(figures.law()), sums_(sums) {}

    // Of the month after the last one, whose pay and ceiling are known.
    [[nodiscard]] PayLines next(const PayMonth& month, const MonthPay& pay);
    // Whether one of the last month's is due once a year.
    [[nodiscard]] bool has_yearly() const { return has_yearly_; }

 private:
    // What the lines of a month are computed from, where no rate follows the sums of the year.
    struct MadeOf {
        const HeldRates* rates = nullptr;
        Rate accident;
        Money premium;
        PayBases bases = {};

        friend bool operator==(const MadeOf&, const MadeOf&) = default;
    };

    // The month's share of what the sums of the year come to.
    Money of_sums(PayBase base, Money whole);
    void set_bases(const MonthPay& pay);
    void add_lines(const PayMonth& found, const Quotient& presence, const MadeOf& of);
    Money& base(PayBase of);
    // Of health cover; nothing where there is none.
    [[nodiscard]] Money premium(const PayMonth& found) const;
    void covers(Money due);
    [[nodiscard]] Money covers_in_csg() const;
    void add_contributions(const PayMonth& found, const Quotient& presence, const std::vector<HeldRate>& rates);
    // What the contract's own rate leaves of it.
    [[nodiscard]] Rate left_of_minimum(Rate minimum) const;
    // What is due once a year is rounded on the sum of the year.
    void add(PayLine line, std::size_t place);
    // The reduced rate on all pay, and what is missing to the full one on the pay of the year so far, where that is
    // above the limit.
    void complement(const PayMonth& found, const Quotient& presence, std::size_t place, const ReducedRate& reduced,
                    const PayLine& full);

    const Post& post_;
    const Employer& employer_;
    const PayFigures& figures_;
    const PayrollLaw& law_;
    YearSums& sums_;
    bool has_yearly_ = false;
    std::vector<PayLine> lines_;  // that are being made
    MadeOf made_of_;              // the last ones that were
    PayLines made_;
    PayBases bases_ = {};
};

}  // namespace msp
