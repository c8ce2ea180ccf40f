// SPDX-License-Identifier: MIT
// The general reduction of the employer's contributions, by whole numbers only.
#pragma once

#include <msp/law/payroll.hpp>
#include <msp/money/quotient.hpp>

#include <cstdint>

namespace msp {

// A rule for an employer's work accident rate: what of it does not hang on pay is worked out once. Who pays a rate
// below the relieved one has a smaller range.
class ReductionScale {
 public:
    ReductionScale(const GeneralReduction& rule, Rate work_accident);

    // Four decimals, to the nearest: 0.1536 is 1,536. `smic`: that of the contract's hours, in cents, for the same time
    // as the pay.
    [[nodiscard]] std::int64_t coefficient(const Quotient& smic, Money pay) const;
    // What of a reduction is set against Agirc-Arrco, half up.
    [[nodiscard]] Money retirement_part(Money reduction) const;

 private:
    [[nodiscard]] std::int64_t exact_coefficient(const Quotient& x) const;

    Quotient exit_;
    unsigned root_ = 1;  // the power is times / root, in lowest terms
    unsigned times_ = 1;
    // In steps of half a coefficient: the least of it, and the range, brought to whole parts of a step.
    std::int64_t least_ = 0;
    std::int64_t parts_of_step_ = 1;
    Quotient range_;
    std::int64_t most_ = 0;  // coefficient
    Fraction retirement_;
};

// coefficient / 10,000 x pay, half up.
[[nodiscard]] Money reduction_of(std::int64_t coefficient, Money pay);

}  // namespace msp
