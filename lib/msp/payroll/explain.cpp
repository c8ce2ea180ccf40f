// SPDX-License-Identifier: MIT
#include <msp/payroll/explain.hpp>

#include <string>
#include <utility>

namespace msp {
namespace {

constexpr int coefficient_decimals = 4;

// Contributions have a name in each language, chosen when the sentence is made: both stand in the message, as ids do.
class PayExplanation {
 public:
    PayExplanation(const ExplainedPay& pay, Part part, Trace& trace)
        : pay_(pay), part_(part), contributions_(pay.law.contributions), trace_(trace) {}

    void run(Money amount) {
        trace_.clear();
        if (part_ == Part::payroll_tax || part_ == Part::reinvoiced) {
            tax();
        } else {
            for (const PayMonth& month : pay_.months)
                one(month);
        }
        if (part_ == Part::reinvoiced) {
            trace_.step({tr("reaches the account: {kept} % of it stays here"),
                         {{"kept", Decimal{pay_.post.invoice.kept.percent()}}}},
                        amount, pay_.post.place.span);
            return;
        }
        trace_.step({part_ == Part::net ? tr("leaves the account; income tax that is withheld goes to the tax office a "
                                             "month later and is in this amount")
                                        : tr("leaves the account"),
                     {}},
                    amount, pay_.post.place.span);
    }

 private:
    void one(const PayMonth& month) {
        if (part_ == Part::net)
            return net(month);
        if (part_ == Part::staff)
            return staff(month);
        trace_.step({tr("{month}: gross pay, ceiling {ceiling}"),
                     {{"month", iso(month.month)}, {"ceiling", month.pay->ceiling}}},
                    month.pay->gross, pay_.post.gross_place.span);
        assumed(month);
        for (const PayLine& line : month.pay->lines) {
            if (is_in_part(line))
                contribution(month, line);
        }
        if (part_ == Part::urssaf || part_ == Part::retirement)
            reduction(month);
    }

    void assumed(const PayMonth& month) {
        if (month.assumed)
            trace_.step({tr("{month} lies after {day}, until which rates are known: they are assumed to go on, the "
                            "minimum wage and the ceiling as typed"),
                         {{"month", iso(month.month)}, {"day", pay_.law.contributions.known_until}}},
                        std::nullopt, pay_.employer.place.span);
    }

    [[nodiscard]] bool is_in_part(const PayLine& line) const {
        if (line.yearly || part_ == Part::apprenticeship)
            return line.yearly && part_ == Part::apprenticeship;
        if (part_ == Part::urssaf)
            return line.to == PaidTo::urssaf;
        if (part_ == Part::retirement)
            return line.to == PaidTo::retirement;
        return line.to == PaidTo::cover && (line.kind == PayLineKind::health) == (part_ == Part::health);
    }

    [[nodiscard]] static std::string name_of_line(const PayLine& line) {
        switch (line.kind) {
            case PayLineKind::contribution:
                return line.rule->id;
            case PayLineKind::complement:
                return line.rule->id + "+";
            case PayLineKind::work_accident:
                return "at-mp";
            case PayLineKind::provident:
                return "prevoyance";
            case PayLineKind::health:
                return "mutuelle";
        }
        return {};
    }

    void contribution(const PayMonth& month, const PayLine& line) {
        const Message sourced = {line.payer == PaidBy::employer
                                     ? tr("{name}, employer: {base} x {rate} % ({sources}; {confidence})")
                                     : tr("{name}, employee: {base} x {rate} % ({sources}; {confidence})"),
                                 {}};
        const Message typed = {line.payer == PaidBy::employer ? tr("{name}, employer: {base} x {rate} % (as typed)")
                                                              : tr("{name}, employee: {base} x {rate} % (as typed)"),
                               {}};
        Message message = line.evidence != nullptr ? sourced : typed;
        message.arguments = {{"name", name_of_line(line)}, {"base", line.base}, {"rate", Decimal{line.rate.percent()}}};
        if (line.evidence != nullptr) {
            message.arguments.emplace_back("sources", cited(*line.evidence, contributions_.sources));
            message.arguments.emplace_back("confidence", Term{name_of(line.evidence->confidence)});
        }
        trace_.step(std::move(message), line.amount, place_of_rate(line));
        if (line.kind == PayLineKind::complement)
            limit(month, line);
    }

    // The law makes the cost jump there.
    void limit(const PayMonth& month, const PayLine& line) {
        for (const ReducedRate& row : contributions_.reduced) {
            const bool holds = row.from <= month.month.first() && month.month.last() <= row.until;
            if (holds && &contributions_.contributions[row.contribution] == line.rule)
                trace_.step(
                    {line.base.negative()
                         ? tr("the pay of the year so far is no more above {smics} times the minimum wage: what "
                              "was asked for above the reduced rate is given back")
                         : tr("above {smics} times the minimum wage of the year so far the full rate is due on "
                              "all pay: this is what it is more"),
                     {{"smics", Decimal{decimal(Quotient(row.smics), 2)}}}},
                    std::nullopt);
        }
    }

    [[nodiscard]] Span place_of_rate(const PayLine& line) const {
        const Employer& employer = pay_.employer;
        if (line.kind == PayLineKind::work_accident)
            return employer.work_accident_place.span;
        if (line.kind == PayLineKind::health && employer.health)
            return employer.health->place.span;
        return line.kind == PayLineKind::provident && employer.provident ? employer.provident->place.span : Span();
    }

    void reduction(const PayMonth& month) {
        if (month.pay->gross == Money())
            return;
        const std::string sources = cited(month.rule->evidence, pay_.law.reductions.sources);
        if (month.reduction == Money() && month.coefficient == 0) {
            trace_.step(
                {tr("no general reduction from {smics} times the minimum wage on; SMIC {smic} an hour ({sources})"),
                 {{"smics", Decimal{decimal(Quotient(month.rule->exit), 2)}},
                  {"smic", month.smic},
                  {"sources", sources}}},
                std::nullopt);
            return;
        }
        const Decimal coefficient{decimal(Quotient(month.coefficient, 10'000), coefficient_decimals)};
        if (month.settled)
            trace_.step({tr("general reduction of the year so far: {coefficient} x {pay}, less {taken} taken in "
                            "earlier months; SMIC {smic} an hour ({sources})"),
                         {{"coefficient", coefficient},
                          {"pay", month.reduced_pay},
                          {"taken", month.taken_before},
                          {"smic", month.smic},
                          {"sources", sources}}},
                        opposite(month.reduction));
        else
            trace_.step({tr("general reduction: {coefficient} x {pay}; SMIC {smic} an hour ({sources})"),
                         {{"coefficient", coefficient},
                          {"pay", month.reduced_pay},
                          {"smic", month.smic},
                          {"sources", sources}}},
                        opposite(month.reduction));
        const Quotient most = Quotient(month.rule->least) + Quotient(month.rule->range);
        trace_.step({part_ == Part::retirement
                         ? tr("of it {share} / {most} is set against Agirc-Arrco")
                         : tr("of it {share} / {most} is set against Agirc-Arrco, the rest against Urssaf"),
                     {{"share", Decimal{decimal(Quotient(month.rule->retirement), coefficient_decimals)}},
                      {"most", Decimal{decimal(most, coefficient_decimals)}}}},
                    opposite(part_ == Part::retirement ? month.retirement_reduction
                                                       : month.reduction - month.retirement_reduction));
    }

    void net(const PayMonth& month) {
        const MonthPay& pay = *month.pay;
        trace_.step({tr("{month}: pay of the contract, from {first} to {last}"),
                     {{"month", iso(month.month)}, {"first", month.first}, {"last", month.last}}},
                    pay.contract, pay_.post.gross_place.span);
        assumed(month);
        const auto item = [&](const char* text, Money amount) {
            if (amount != Money())
                trace_.step({text, {}}, amount);
        };
        item(tr("thirteenth month: a twelfth of the pay since the last one"), pay.thirteenth);
        item(tr("bonuses"), pay.bonus);
        item(tr("end of the fixed-term contract: 10 % of all its pay"), pay.end_bonus);
        item(tr("gross pay"), pay.gross);
        for (const PayLine& line : pay.lines) {
            if (line.payer == PaidBy::employee)
                contribution(month, line);
        }
        item(tr("net pay before income tax"), pay.net());
        item(tr("meal vouchers withheld"), opposite(pay.vouchers_withheld));
        item(tr("travel refunded"), pay.travel);
    }

    void staff(const PayMonth& month) {
        const MonthPay& pay = *month.pay;
        const auto item = [&](const char* text, Money amount) {
            if (amount != Money())
                trace_.step({text, {}}, amount);
        };
        item(tr("meal vouchers, both shares"), pay.vouchers + pay.vouchers_withheld);
        item(tr("payroll fee"), pay.payroll_fee);
        item(tr("training"), pay.training);
        item(tr("replacement"), pay.replacement);
    }

    void tax() {
        const YearTax& tax = *pay_.tax->tax;
        const TaxPayment& payment = *pay_.tax->payment;
        const std::size_t place = pay_.tax->place;
        const auto euros = [](const Quotient& cents) { return rounded(cents, Rounding::half_up); };
        if (!payment.balance)
            instalment(tax, payment);
        if (payment.balance) {
            trace_.step(
                {tr("{year}: pay and the employer's share of covers, to the euro"), {{"year", std::int64_t{tax.year}}}},
                tax.bases[place]);
            trace_.step({tr("on the scale of {year}: {a} up to {first}, {b} up to {second}, {c} above ({sources})"),
                         {{"year", std::int64_t{tax.scale->year}},
                          {"a", percent(0)},
                          {"first", tax.scale->first},
                          {"b", percent(1)},
                          {"second", tax.scale->second},
                          {"c", percent(2)},
                          {"sources", cited(tax.scale->evidence, pay_.law.tax.sources)}}},
                        euros(tax.on_scale[place]));
            trace_.step({tr("all posts of the employer"), {}}, euros(tax.sum));
            trace_.step({tr("due for the year: nothing up to {nothing}, less relief below {relief}, less the allowance "
                            "of an association; to the euro"),
                         {{"nothing", pay_.law.tax.nothing_up_to}, {"relief", pay_.law.tax.relief_below}}},
                        tax.due, pay_.employer.place.span);
        }
        if (payment.balance && payment.amount != tax.due)
            trace_.step({tr("less what was paid in instalments"), {}}, payment.amount);
        if (payment.shares.size() > 1)
            trace_.step({tr("this post's share, in proportion to the scale"), {}}, payment.shares[place]);
    }

    void instalment(const YearTax& tax, const TaxPayment& payment) {
        const int months = payment.last - payment.first + 1;
        Money base;
        for (const PayMonth& month : pay_.months)
            base += month.pay->taxed();
        base = in_euros(base);
        trace_.step({tr("from {first} to {last}: pay and the employer's share of covers, to the euro"),
                     {{"first", iso(payment.first)}, {"last", iso(payment.last)}}},
                    base);
        trace_.step({tr("on {n} of the twelve months of the scale of {year}"),
                     {{"n", std::int64_t{months}}, {"year", std::int64_t{tax.scale->year}}}},
                    rounded(tax_on_scale(pay_.law.tax, *tax.scale, base, months), Rounding::half_up));
        if (pay_.employer.kind == EmployerKind::association)
            trace_.step({tr("less as much of an association's allowance, of all posts together"), {}},
                        opposite(times(tax.scale->allowance, Fraction{months, 12}, Rounding::half_up)));
        const DeclaredTax* declared = pay_.employer.declared(tax.year - 1);
        trace_.step(
            {tr("instalment of {year} for all posts of the employer, to the euro, since {before} was due for the "
                "year before"),
             {{"year", std::int64_t{tax.year}}, {"before", tax.before}}},
            payment.amount, declared != nullptr ? declared->place.span : Span());
    }

    [[nodiscard]] std::string percent(std::size_t slice) const { return pay_.law.tax.rates.at(slice).percent() + " %"; }

    const ExplainedPay& pay_;
    Part part_;
    const PayrollContributions& contributions_;
    Trace& trace_;
};

}  // namespace

void explain_invoices(const Post& post, std::span<const PostInvoice> invoices, const Movement& movement, Trace& trace) {
    const bool ours = post.form == PostForm::shared;
    trace.clear();
    for (const PostInvoice& invoice : invoices) {
        trace.step({ours ? tr("{month}: {part} % of the cost of the post")
                         : tr("{month}: price by the contract, from {first} to {last}"),
                    {{"month", iso(invoice.month)},
                     {"part", Decimal{less(Rate(1, 0), post.invoice.kept).percent()}},
                     {"first", invoice.first},
                     {"last", invoice.last}}},
                   invoice.price, ours ? post.place.span : post.gross_place.span);
        if (invoice.fee != Money())
            trace.step({tr("fee, {rate} %"), {{"rate", Decimal{post.invoice.fee.percent()}}}}, invoice.fee);
        if (invoice.vat != Money() && ours)
            trace.step({tr("VAT of {rate} %, {amount}, is asked for on top and paid over: it is not in the plan"),
                        {{"rate", Decimal{post.invoice.vat.percent()}}, {"amount", invoice.vat}}},
                       std::nullopt);
        else if (invoice.vat != Money())
            trace.step(
                {tr("VAT, {rate} %, of which nothing is recovered"), {{"rate", Decimal{post.invoice.vat.percent()}}}},
                invoice.vat);
    }
    trace.step({ours ? tr("reaches the account") : tr("leaves the account"), {}}, movement.amount, post.place.span);
}

void explain_payment(const ExplainedPay& pay, const Movement& movement, Trace& trace) {
    PayExplanation(pay, movement.part, trace).run(movement.amount);
}

}  // namespace msp
