// SPDX-License-Identifier: MIT
// Private to the module: how a payment came about, base x rate = amount for each contribution in it.
#pragma once

#include <msp/model/budget.hpp>
#include <msp/model/trace.hpp>
#include <msp/payroll/pay.hpp>
#include <msp/payroll/tax.hpp>

#include <span>

namespace msp {

// Of a tax payment, the share of one post.
struct TaxShare {
    const YearTax* tax;
    const TaxPayment* payment;
    std::size_t place;  // of the post among those of its employer
};

struct ExplainedPay {
    const Budget& budget;
    const PayrollLaw& law;
    const Post& post;
    const Employer& employer;
    std::span<const PayMonth> months;
    const TaxShare* tax;  // null but for the tax
};
void explain_payment(const ExplainedPay& pay, const Movement& movement, Trace& trace);

void explain_invoices(const Post& post, std::span<const PostInvoice> invoices, const Movement& movement, Trace& trace);

// What of a month is paid to each: both shares, less the reduction.
[[nodiscard]] Money urssaf_due(const PayMonth& month);
[[nodiscard]] Money retirement_due(const PayMonth& month);
[[nodiscard]] Money health_due(const PayMonth& month);
// The minimum cover of executives included.
[[nodiscard]] Money provident_due(const PayMonth& month);
// In the next year.
[[nodiscard]] Money yearly_due(const PayMonth& month);
// Vouchers, payroll fee, training and replacements.
[[nodiscard]] Money staff_due(const PayMonth& month);

}  // namespace msp
