// SPDX-License-Identifier: MIT
// The general reduction of the employer's contributions, by whole numbers only.
#pragma once

#include <msp/law/payroll.hpp>
#include <msp/money/quotient.hpp>

namespace msp {

// Four decimals, to the nearest: 0.1536 is 1,536. `smic`: that of the contract's hours, in cents, for the same time as
// the pay. Who pays a work accident rate below the relieved one has a smaller range.
[[nodiscard]] std::int64_t reduction_coefficient(const GeneralReduction& rule, Rate work_accident, const Quotient& smic,
                                                 Money pay);

// coefficient / 10,000 x pay, half up.
[[nodiscard]] Money reduction_of(std::int64_t coefficient, Money pay);

}  // namespace msp
