// SPDX-License-Identifier: MIT
// Which contributions hold in a month for a contract: looked up once for each period in which the law says the same.
#pragma once

#include <msp/law/payroll.hpp>
#include <msp/model/employer.hpp>
#include <msp/model/post.hpp>

#include <cstddef>
#include <vector>

namespace msp {

[[nodiscard]] inline Rate less(Rate rate, Rate other) {
    return rate + Rate(-other.digits(), other.scale());
}

struct HeldRate {
    const PayContribution* rule = nullptr;
    const ContributionRate* rate = nullptr;
    const ReducedRate* reduced = nullptr;  // instead, up to its limit
    std::size_t place = 0;                 // of the rule, in the law
};

// In the order of the law.
struct HeldRates {
    std::vector<HeldRate> employer;
    std::vector<HeldRate> employee;
    bool follow_year = false;  // one of them is reduced or due by the sums of the year
};

class PayRates {
 public:
    PayRates(const PayrollLaw& law, const Employer& employer);

    [[nodiscard]] const HeldRates& on(Month month, bool executive, bool fixed_term) const;
    // Whether a rate, the ceiling or the reduction of the law differs from the month before.
    [[nodiscard]] bool differ(Month month) const;

 private:
    [[nodiscard]] std::size_t period(Month month) const;

    std::vector<Month> starts_;                      // of periods
    std::vector<std::vector<HeldRates>> contracts_;  // by period: executive or not, each of fixed term or not
};

}  // namespace msp
