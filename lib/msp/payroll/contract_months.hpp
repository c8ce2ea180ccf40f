// SPDX-License-Identifier: MIT
// Private to the module: what a contract pays in a month, of which some days may not be worked or not be paid.
#pragma once

#include <msp/payroll/pay.hpp>

#include <vector>

namespace msp {

// The least that a post is paid by convention: its own, or the employer's.
[[nodiscard]] const Timeline<Money>& minimum_of(const Post& post, const Employer& employer);

class ContractMonths {
 public:
    // Adds to `lifts` what the minimum wage or the convention lifts.
    ContractMonths(const Post& post, const Employer& employer, const PayFigures& figures, std::vector<PayLift>& lifts)
        : post_(post), employer_(employer), figures_(figures), lifts_(lifts) {}

    // The pay that the contract says, and the presence, of the days employed in the month.
    void add_to(MonthPay& pay, const PayMonth& month);

 private:
    // The days on which something changes part the month.
    const std::vector<Date>& parts(const PayMonth& month);

    // The minimum wage and the ceiling follow the pay that is left, since an amount has no days.
    static void withhold(Money amount, MonthPay& pay);
    [[nodiscard]] bool is_unpaid(Date date) const;
    // What the contract says, or the least that may be paid.
    Money lifted(Date date, Rate hours);

    const Post& post_;
    const Employer& employer_;
    const PayFigures& figures_;
    std::vector<PayLift>& lifts_;
    std::vector<Date> starts_;
};

}  // namespace msp
