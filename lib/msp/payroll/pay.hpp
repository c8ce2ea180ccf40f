// SPDX-License-Identifier: MIT
// The months of a post: pay, contributions line by line, the general reduction, net pay and cost. Each line is rounded
// to the cent, half up, as payslips are. Contributions up to a ceiling follow the sums of the year.
#pragma once

#include <msp/model/employer.hpp>
#include <msp/model/post.hpp>
#include <msp/money/quotient.hpp>
#include <msp/payroll/figures.hpp>
#include <msp/payroll/invoices.hpp>
#include <msp/payroll/pay_lines.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace msp {

// Pay that a rise of the minimum wage, or of the convention's minimum, lifts.
struct PayLift {
    Date date;
    bool convention = false;
    Money before;  // a month
    Money after;
};

// What a month comes to before the general reduction.
struct MonthPay {
    Quotient presence;  // of a full-time month: hours / 35 x days employed / days of the month
    Money contract;     // pay that it says
    Money thirteenth;
    Money bonus;
    Money end_bonus;  // of a fixed-term contract
    Money gross;      // the four together
    Money ceiling;    // for the post and month
    PayLines lines;
    Money vouchers;  // the employer's share
    Money vouchers_withheld;
    Money travel;
    Money payroll_fee;
    Money training;
    Money replacement;  // of an absence that ends in the month
    Money leaving;      // at the end of the contract

    // What the taxe sur les salaires is on: with the employer's share of health and provident cover.
    [[nodiscard]] Money taxed() const { return gross + lines.sum(PaidBy::employer, PaidTo::cover); }
    // Before income tax.
    [[nodiscard]] Money net() const { return gross - lines.sum(PaidBy::employee); }
    // What leaves the bank for the employee: net pay less vouchers, with travel.
    [[nodiscard]] Money paid() const { return net() - vouchers_withheld + travel; }
    // Beside pay and contributions.
    [[nodiscard]] Money other() const { return vouchers + travel + payroll_fee + training + replacement + leaving; }
};

struct PayMonth {
    Month month;
    Date first;  // employed, in the month
    Date last;
    bool assumed = false;                 // by figures beyond those known
    bool settled = false;                 // the reduction is that of the year so far
    std::shared_ptr<const MonthPay> pay;  // months that are alike share it
    const GeneralReduction* rule = nullptr;
    Money smic;                    // an hour, of the reduction
    std::int64_t coefficient = 0;  // of the month; of the year so far where it is settled here
    Money reduced_pay;             // that the coefficient is taken on
    Money reduction;               // positive
    Money taken_before;            // in earlier months, where it is settled
    Money retirement_reduction;    // what of it Agirc-Arrco gets less

    // Without the taxe sur les salaires.
    [[nodiscard]] Money cost() const { return paid_for() + pay->other(); }
    // What the paid leave that the month acquires will cost: a tenth of pay and contributions, less the reduction. It
    // is in no cost and no payment, as leave is paid with the pay of the months in which it is taken.
    [[nodiscard]] Money leave_provision() const;

 private:
    [[nodiscard]] Money paid_for() const { return pay->gross + pay->lines.sum(PaidBy::employer) - reduction; }
};

struct PostMonths {
    std::vector<PayMonth> months;
    std::vector<PayLift> lifts;
    std::vector<PostInvoice> invoices;  // to us where we do not employ, then instead of months; else by us
};

// From the first of January two years before `opens` (or the first day of the contract, or what is known, whichever is
// latest) to the month `last` or the end of the contract.
[[nodiscard]] PostMonths post_months(const Post& post, const Employer& employer, const PayFigures& figures, Date opens,
                                     Month last);

// Those of a period, of months that follow each other.
[[nodiscard]] std::span<const PayMonth> months_between(const std::vector<PayMonth>& months, Month first, Month last);

// What the contract says of a full month on that day, before the minimum wage.
[[nodiscard]] Money contract_pay(const Post& post, Date date);
// What a full month of those hours is paid at least, by law and convention, and which of them says so.
struct LeastPay {
    Money amount;
    bool convention = false;
};
[[nodiscard]] LeastPay least_pay(const Post& post, const Employer& employer, const PayFigures& figures, Date date,
                                 Rate hours);
// The first month that is computed.
[[nodiscard]] Month first_pay_month(const Post& post, const PayrollLaw& law, Date opens);

}  // namespace msp
