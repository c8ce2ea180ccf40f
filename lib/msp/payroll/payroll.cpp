// SPDX-License-Identifier: MIT
#include <msp/payroll/explain.hpp>
#include <msp/payroll/payroll.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace msp {
namespace {

constexpr unsigned urssaf_day = 15;
constexpr unsigned retirement_day = 25;
constexpr unsigned balance_month = 5;  // after the return of April
constexpr int quarter = 3;

// The last month of the month's period.
Month period_end(Month month, CallRhythm rhythm) {
    const int left = rhythm == CallRhythm::month ? 0 : (quarter - static_cast<int>(month.month()) % quarter) % quarter;
    return month + left;
}

class PostPayments {
 public:
    PostPayments(const Budget& budget, const PayrollLaw& law, const Payroll& payroll, std::size_t post,
                 const Window& window, const PaymentSink& sink, Trace* trace)
        : budget_(budget),
          law_(law),
          payroll_(payroll),
          post_(budget.posts[post]),
          employer_(budget.employers[post_.employer]),
          months_(payroll.posts[post].months),
          index_(post),
          window_(window),
          sink_(sink),
          trace_(trace) {}

    void run() {
        find_exercises();
        for (const PayMonth& month : months_)
            pay(month);
        const std::vector<Months> periods = periods_of(employer_.rhythm);
        dues(periods, employer_.rhythm, urssaf_day, Part::urssaf, &urssaf_due);
        dues(periods, employer_.rhythm, retirement_day, Part::retirement, &retirement_due);
        if (employer_.health)
            covers(employer_.health, true);
        if (employer_.provident || post_.executive)
            covers(employer_.provident, false);
        balances();
        taxes();
        for (const DatedAmount& cost : post_.leaving)
            hand_over(Part::leaving, cost.date, cost.amount, {}, nullptr);
    }

 private:
    using Months = std::span<const PayMonth>;

    void find_exercises() {
        const EntityIndex entity = budget_.banks[post_.bank].entity;
        exercises_.reserve(months_.size());
        std::int16_t exercise = 0;
        Date last = Date::first();  // of it
        for (const PayMonth& month : months_) {
            if (month.last > last) {
                exercise = exercise_of(month.last);
                last = budget_.last_day_of(exercise, entity);
            }
            exercises_.push_back(exercise);
        }
    }

    void pay(const PayMonth& month) {
        const Date due = month.month.day(employer_.pay_day);
        const Months only(&month, 1);
        hand_over(Part::net, due, month.pay->paid(), only, nullptr);
        hand_over(Part::staff, due, staff_due(month), only, nullptr);
    }

    // Months that follow each other and have the same `period`; an exercise's end parts them.
    template <typename Period>
    [[nodiscard]] std::vector<Months> grouped(const Period& period) const {
        std::vector<Months> groups;
        groups.reserve(months_.size());
        for (std::size_t begin = 0; begin < months_.size();) {
            const auto of = period(months_[begin].month);
            std::size_t end = begin + 1;
            while (end < months_.size() && period(months_[end].month) == of && exercises_[begin] == exercises_[end])
                ++end;
            groups.push_back(Months(months_).subspan(begin, end - begin));
            begin = end;
        }
        return groups;
    }

    [[nodiscard]] std::vector<Months> periods_of(CallRhythm rhythm) const {
        return grouped([rhythm](Month month) { return period_end(month, rhythm); });
    }

    // In the month after the month or quarter.
    void dues(const std::vector<Months>& periods, CallRhythm rhythm, unsigned day, Part part,
              Money (*due)(const PayMonth&)) {
        for (const Months months : periods)
            hand_over(part, (period_end(months.front().month, rhythm) + 1).day(day), sum_of(months, due), months,
                      nullptr);
    }

    static Money sum_of(Months months, Money (*due)(const PayMonth&)) {
        Money sum;
        for (const PayMonth& month : months)
            sum += due(month);
        return sum;
    }

    // The minimum cover of executives goes with the provident contract.
    void covers(const std::optional<CoverContract>& contract, bool health) {
        const CoverContract terms = contract.value_or(CoverContract());
        dues(periods_of(terms.rhythm), terms.rhythm, terms.day, health ? Part::health : Part::provident,
             health ? &health_due : &provident_due);
    }

    void balances() {
        for (const Months months : grouped([](Month month) { return month.year(); })) {
            const Month due(months.front().month.year() + 1, balance_month);
            hand_over(Part::apprenticeship, due.day(urssaf_day), sum_of(months, &yearly_due), months, nullptr);
        }
    }

    void taxes() {
        const EmployerPay& all = payroll_.employers[post_.employer];
        const std::size_t place = all.place_of(index_);
        for (const YearTax& tax : all.taxes) {
            tax_exercise_ = exercise_of(Month(tax.year, 12).last());
            Money so_far;
            for (const TaxPayment& payment : tax.payments) {
                const TaxShare share{&tax, &payment, place};
                const Months months = months_between(months_, payment.first, payment.last);
                const Money amount = payment.shares[place];
                hand_over(Part::payroll_tax, payment.due, amount, months, &share);
                if (post_.form != PostForm::shared)
                    continue;
                // All payments of a year together are invoiced as its tax would be, to the cent.
                const Money before = invoiced_share(post_, so_far);
                so_far += amount;
                hand_over(Part::reinvoiced, delayed(payment.due, post_.invoice.delay),
                          before - invoiced_share(post_, so_far), months, &share);
            }
        }
    }

    [[nodiscard]] std::int16_t exercise_of(Date date) const {
        return budget_.exercise_of(date, budget_.banks[post_.bank].entity);
    }

    void hand_over(Part part, Date due, Money amount, Months months, const TaxShare* tax) {
        if (amount == Money() || !window_.holds(due))
            return;
        Movement movement;
        movement.amount = opposite(amount);
        movement.date = due;
        movement.due = due;
        movement.item = post_.item;
        movement.bank = post_.bank;
        movement.occurrence = occurrence_++;
        movement.origin = Origin::payroll;
        movement.part = part;
        movement.nature = part == Part::payroll_tax ? Nature::tax : Nature::charge;
        if (part == Part::reinvoiced) {
            movement.nature = Nature::income;
            movement.side = Side::receipts;
        }
        if (tax != nullptr)
            movement.exercise = tax_exercise_;
        else
            movement.exercise = months.empty() ? exercise_of(due)
                                               : exercises_[static_cast<std::size_t>(&months.back() - months_.data())];
        // What is known ends once and for all.
        movement.state = !months.empty() && months.back().assumed ? State::assumed : State::planned;
        if (trace_ != nullptr)
            explain_payment({budget_, law_, post_, employer_, months, tax}, movement, *trace_);
        sink_(movement, months.empty() ? Window{due, due} : Window{months.front().first, months.back().last});
    }

    const Budget& budget_;
    const PayrollLaw& law_;
    const Payroll& payroll_;
    const Post& post_;
    const Employer& employer_;
    const std::vector<PayMonth>& months_;
    std::vector<std::int16_t> exercises_;  // of months
    std::int16_t tax_exercise_ = 0;        // of the tax that is handed over
    std::size_t index_;
    const Window& window_;
    const PaymentSink& sink_;
    Trace* trace_;
    std::int32_t occurrence_ = 0;
};

// What a post is invoiced for, or what we invoice of a shared one: with the month or quarter, whose exercise parts it.
class InvoicePayments {
 public:
    InvoicePayments(const Budget& budget, const Post& post, std::span<const PostInvoice> invoices, const Window& window,
                    const PaymentSink& sink, Trace* trace)
        : budget_(budget), post_(post), invoices_(invoices), window_(window), sink_(sink), trace_(trace) {}

    void run() {
        for (std::size_t begin = 0; begin < invoices_.size();) {
            std::size_t end = begin + 1;
            while (end < invoices_.size() && period(begin) == period(end) && exercise(begin) == exercise(end))
                ++end;
            pay(invoices_.subspan(begin, end - begin), period(begin), exercise(begin));
            begin = end;
        }
    }

 private:
    [[nodiscard]] Month period(std::size_t invoice) const {
        return period_end(invoices_[invoice].month, post_.invoice.rhythm);
    }
    [[nodiscard]] std::int16_t exercise(std::size_t invoice) const {
        return budget_.exercise_of(invoices_[invoice].last, budget_.banks[post_.bank].entity);
    }

    void pay(std::span<const PostInvoice> together, Month period, std::int16_t exercise) {
        const bool ours = post_.form == PostForm::shared;
        Movement movement;
        for (const PostInvoice& invoice : together) {
            movement.amount -= cost_of(post_, invoice);
            movement.state = invoice.assumed ? State::assumed : movement.state;
        }
        movement.due = movement.date = delayed(period.last(), post_.invoice.delay);
        if (movement.amount == Money() || !window_.holds(movement.date))
            return;
        movement.item = post_.item;
        movement.bank = post_.bank;
        movement.origin = Origin::payroll;
        movement.part = ours ? Part::reinvoiced : Part::whole;
        movement.side = ours ? Side::receipts : Side::payments;
        movement.nature = ours ? Nature::income : Nature::charge;
        movement.exercise = exercise;
        movement.occurrence = occurrence_++;
        if (trace_ != nullptr)
            explain_invoices(post_, together, movement, *trace_);
        sink_(movement, {together.front().first, together.back().last});
    }

    const Budget& budget_;
    const Post& post_;
    std::span<const PostInvoice> invoices_;
    const Window& window_;
    const PaymentSink& sink_;
    Trace* trace_;
    std::int32_t occurrence_ = 0;
};

void all_payments(const Budget& budget, const PayrollLaw& law, const Payroll& payroll, std::size_t post,
                  const Window& window, const PaymentSink& sink, Trace* trace) {
    const Post& of = budget.posts[post];
    if (of.employed())
        PostPayments(budget, law, payroll, post, window, sink, trace).run();
    InvoicePayments(budget, of, payroll.posts[post].invoices, window, sink, trace).run();
}

[[noreturn]] void throw_unknown(const Employer& employer, const PayrollLaw& law, Month month) {
    const Month known = law.known_until();
    throw Error({Severity::error,
                 "payroll.unknown",
                 {tr("the rates of payroll are known until {day}, and {month} is asked for"),
                  {{"day", known.last()}, {"month", iso(month)}}},
                 employer.place.span,
                 {},
                 Message{tr("say how the minimum wage and the ceiling go on, in the employer's table: assume = {{ smic "
                            "= \"2 %\", ceiling = \"2 %\" }}"),
                         {}}});
}

[[noreturn]] void throw_too_early(const Employer& employer, const PayrollLaw& law, Month month) {
    throw Error({Severity::error,
                 "payroll.unknown",
                 {tr("the rates of payroll are known from {day} on, and {month} is asked for"),
                  {{"day", law.known_from().first()}, {"month", iso(month)}}},
                 employer.place.span,
                 {},
                 Message{tr("begin the plan later, with a balance of a later day"), {}}});
}

}  // namespace

Money urssaf_due(const PayMonth& month) {
    return month.pay->lines.sum(PaidTo::urssaf) - (month.reduction - month.retirement_reduction);
}

Money retirement_due(const PayMonth& month) {
    return month.pay->lines.sum(PaidTo::retirement) - month.retirement_reduction;
}

Money health_due(const PayMonth& month) {
    return month.pay->lines.health();
}

Money provident_due(const PayMonth& month) {
    return month.pay->lines.sum(PaidTo::cover) - month.pay->lines.health();
}

Money yearly_due(const PayMonth& month) {
    return month.pay->lines.yearly();
}

Money staff_due(const PayMonth& month) {
    const MonthPay& pay = *month.pay;
    return pay.vouchers + pay.vouchers_withheld + pay.payroll_fee + pay.training + pay.replacement;
}

PayrollReckoner::PayrollReckoner(const Budget& budget, const PayrollLaw& law, Month last)
    : budget_(&budget), law_(&law), last_(last) {
    if (budget.posts.empty())
        return;
    figures_.reserve(budget.employers.size());
    for (const Employer& employer : budget.employers)
        figures_.emplace_back(law, employer);
    found_.posts.reserve(budget.posts.size());
    found_.employers.resize(budget.employers.size());
    for (std::size_t i = 0; i < budget.posts.size(); ++i) {
        found_.posts.push_back(months_of(budget.posts[i]));
        if (budget.posts[i].employed())
            found_.employers[budget.posts[i].employer].posts.push_back(i);
    }
    for (std::size_t i = 0; i < budget.employers.size(); ++i)
        tax(i);
}

PostMonths PayrollReckoner::months_of(const Post& post) const {
    PostMonths found;
    const Date opens = budget_->first_day();
    if (!post.employed()) {
        found.invoices = post_invoices(post, opens, last_);
        return found;
    }
    const Employer& employer = budget_->employers[post.employer];
    const Month end = post.until ? std::min(last_, Month::of(*post.until)) : last_;
    if (!employer.assume && end > law_->known_until() && Month::of(post.from) <= end)
        throw_unknown(employer, *law_, std::max(Month::of(post.from), law_->known_until() + 1));
    if (const Month first = std::max(Month::of(post.from), Month::of(opens));
        first < law_->known_from() && first <= end)
        throw_too_early(employer, *law_, first);
    found = post_months(post, employer, figures_[post.employer], opens, last_);
    if (post.form == PostForm::shared)
        found.invoices = shared_invoices(post, found.months);
    return found;
}

void PayrollReckoner::tax(std::size_t employer) {
    EmployerPay& pay = found_.employers[employer];
    std::vector<const PostMonths*> posts;
    posts.reserve(pay.posts.size());
    for (const std::size_t post : pay.posts)
        posts.push_back(&found_.posts[post]);
    const Employer& of = budget_->employers[employer];
    if (of.payroll_tax)
        pay.taxes = payroll_taxes(law_->tax, of, posts, last_);
}

const Payroll& PayrollReckoner::again(std::size_t post) {
    found_.posts[post] = months_of(budget_->posts[post]);
    if (budget_->posts[post].employed())
        tax(budget_->posts[post].employer);
    return found_;
}

Payroll reckon_payroll(const Budget& budget, const PayrollLaw& law, Month last) {
    return PayrollReckoner(budget, law, last).take();
}

const Payroll& KeptPayroll::until(const Budget& budget, const PayrollLaw& law, Month last) const {
    if (!last_ || *last_ < last) {
        found_ = reckon_payroll(budget, law, last);
        last_ = last;
    }
    return found_;
}

void payroll_movements(const Budget& budget, const PayrollLaw& law, const Payroll& payroll, std::size_t post,
                       const Window& window, const MovementSink& sink, Trace* trace) {
    const PaymentSink paid = [&](const Movement& movement, const Window& /*worked*/) { sink(movement); };
    all_payments(budget, law, payroll, post, window, paid, trace);
}

void post_payments(const Budget& budget, const PayrollLaw& law, const Payroll& payroll, std::size_t post,
                   const Window& window, const PaymentSink& sink) {
    all_payments(budget, law, payroll, post, window, sink, nullptr);
}

LawNeeds payroll_needs(const Budget& budget) {
    LawNeeds needs;
    if (!budget.posts.empty())
        needs.rules.push_back({.kind = payroll_rules});
    return needs;
}

}  // namespace msp
