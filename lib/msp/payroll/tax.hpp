// SPDX-License-Identifier: MIT
// The taxe sur les salaires of an employer: of a calendar year, on its whole scale whatever the months worked, in whole
// euros; paid by the tax of the year before.
#pragma once

#include <msp/law/payroll.hpp>
#include <msp/money/quotient.hpp>
#include <msp/payroll/pay.hpp>

#include <span>
#include <vector>

namespace msp {

// To the euro, half up.
[[nodiscard]] Money in_euros(Money amount);
// What the scale gives on an employee's pay of a year, or of so many months on as many twelfths of it; in exact cents.
[[nodiscard]] Quotient tax_on_scale(const PayrollTaxRules& rules, const PayrollTaxScale& scale, Money base,
                                    int months = 12);
// What is due of it by the employer: nothing up to a limit, less relief below another, less an association's allowance;
// to the euro, half up.
[[nodiscard]] Money tax_due(const PayrollTaxRules& rules, const PayrollTaxScale& scale, EmployerKind kind,
                            const Quotient& on_scale);

struct TaxPayment {
    Date due;
    Money amount;
    std::vector<Money> shares;  // by post of the employer
    Month first;                // the months that it is for
    Month last;
    bool balance = false;  // of the year
};

enum class TaxRhythm : std::uint8_t { once, quarter, month };

struct YearTax {
    std::int16_t year = 0;
    const PayrollTaxScale* scale = nullptr;
    TaxRhythm rhythm = TaxRhythm::once;
    Money before;              // due for the year before
    std::vector<Money> bases;  // by post of the employer, whole euros
    std::vector<Quotient> on_scale;
    Quotient sum;
    Money due;
    std::vector<Money> shares;  // of what is due, by largest remainder
    bool whole = false;         // up to December; else it has instalments only
    std::vector<TaxPayment> payments;
};

// Year by year up to the month `last`, of the posts of one employer. How a year is paid hangs on what was declared for
// the one before; where nothing was, on what these posts owed for it.
[[nodiscard]] std::vector<YearTax> payroll_taxes(const PayrollTaxRules& rules, const Employer& employer,
                                                 std::span<const PostMonths* const> posts, Month last);

}  // namespace msp
