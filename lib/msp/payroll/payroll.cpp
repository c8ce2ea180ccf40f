// SPDX-License-Identifier: MIT
#include <msp/payroll/explain.hpp>
#include <msp/payroll/payroll.hpp>

#include <algorithm>
#include <map>
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
                 const Window& window, const MovementSink& sink, Trace* trace)
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
        for (const PayMonth& month : months_)
            pay(month);
        periods(employer_.rhythm, urssaf_day, Part::urssaf, [](const PayMonth& month) { return urssaf_due(month); });
        periods(employer_.rhythm, retirement_day, Part::retirement,
                [](const PayMonth& month) { return retirement_due(month); });
        covers(employer_.health, true);
        covers(employer_.provident, false);
        balances();
        taxes();
    }

 private:
    using Months = std::vector<const PayMonth*>;

    void pay(const PayMonth& month) {
        const Date due = month.month.day(employer_.pay_day);
        const Months only = {&month};
        hand_over(Part::net, due, month.paid(), only, nullptr);
        hand_over(Part::staff, due, staff_due(month), only, nullptr);
    }

    // Months that are paid together, in the month after; a year's end parts them.
    template <typename Amount>
    void periods(CallRhythm rhythm, unsigned day, Part part, const Amount& amount) {
        std::map<std::pair<Month, std::int16_t>, Months> groups;
        for (const PayMonth& month : months_)
            groups[{period_end(month.month, rhythm), exercise_of(month.last)}].push_back(&month);
        for (const auto& [key, months] : groups) {
            Money sum;
            for (const PayMonth* month : months)
                sum += amount(*month);
            hand_over(part, (key.first + 1).day(day), sum, months, nullptr);
        }
    }

    // The minimum cover of executives goes with the provident contract.
    void covers(const std::optional<CoverContract>& contract, bool health) {
        const CoverContract terms = contract.value_or(CoverContract());
        periods(terms.rhythm, terms.day, health ? Part::health : Part::provident,
                [health](const PayMonth& month) { return cover_due(month, health); });
    }

    void balances() {
        std::map<std::pair<int, std::int16_t>, Months> years;
        for (const PayMonth& month : months_)
            years[{month.month.year(), exercise_of(month.last)}].push_back(&month);
        for (const auto& [key, months] : years) {
            Money sum;
            for (const PayMonth* month : months)
                sum += month->sum(PaidBy::employer, PaidTo::urssaf, true);
            hand_over(Part::apprenticeship, Month(key.first + 1, balance_month).day(urssaf_day), sum, months, nullptr);
        }
    }

    void taxes() {
        const EmployerPay& all = payroll_.employers[post_.employer];
        const auto place = static_cast<std::size_t>(std::ranges::find(all.posts, index_) - all.posts.begin());
        for (const YearTax& tax : all.taxes) {
            Months months;
            for (const PayMonth& month : months_) {
                if (month.month.year() == tax.year)
                    months.push_back(&month);
            }
            for (const TaxPayment& payment : tax.payments) {
                const TaxShare share{&tax, &payment, place};
                hand_over(Part::payroll_tax, payment.due, payment.shares[place], months, &share);
            }
        }
    }

    [[nodiscard]] std::int16_t exercise_of(Date date) const {
        return budget_.exercise_of(date, budget_.banks[post_.bank].entity);
    }

    void hand_over(Part part, Date due, Money amount, const Months& months, const TaxShare* tax) {
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
        movement.exercise =
            tax != nullptr ? exercise_of(Month(tax->tax->year, 12).last()) : exercise_of(months.back()->last);
        const bool assumed = std::ranges::any_of(months, [](const PayMonth* month) { return month->assumed; });
        movement.state = assumed ? State::assumed : State::planned;
        if (trace_ != nullptr)
            explain_payment({budget_, law_, post_, employer_, months, tax}, movement, *trace_);
        sink_(movement);
    }

    const Budget& budget_;
    const PayrollLaw& law_;
    const Payroll& payroll_;
    const Post& post_;
    const Employer& employer_;
    const std::vector<PayMonth>& months_;
    std::size_t index_;
    const Window& window_;
    const MovementSink& sink_;
    Trace* trace_;
    std::int32_t occurrence_ = 0;
};

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

}  // namespace

Money urssaf_due(const PayMonth& month) {
    return month.sum(PaidBy::employer, PaidTo::urssaf, false) + month.sum(PaidBy::employee, PaidTo::urssaf, false) -
           (month.reduction - month.retirement_reduction);
}

Money retirement_due(const PayMonth& month) {
    return month.sum(PaidBy::employer, PaidTo::retirement, false) +
           month.sum(PaidBy::employee, PaidTo::retirement, false) - month.retirement_reduction;
}

Money cover_due(const PayMonth& month, bool health) {
    Money sum;
    for (const PayLine& line : month.lines) {
        if (line.to == PaidTo::cover && (line.kind == PayLineKind::health) == health)
            sum += line.amount;
    }
    return sum;
}

Money staff_due(const PayMonth& month) {
    return month.vouchers + month.vouchers_withheld + month.payroll_fee + month.training;
}

Payroll reckon_payroll(const Budget& budget, const PayrollLaw& law, Month last) {
    Payroll found;
    if (budget.posts.empty())
        return found;
    const Date opens = budget.first_day();
    std::vector<PayFigures> figures;
    for (const Employer& employer : budget.employers)
        figures.emplace_back(law, employer);
    found.employers.resize(budget.employers.size());
    for (std::size_t i = 0; i < budget.posts.size(); ++i) {
        const Post& post = budget.posts[i];
        const Employer& employer = budget.employers[post.employer];
        const Month end = post.until ? std::min(last, Month::of(*post.until)) : last;
        if (!employer.assume && end > law.known_until() && Month::of(post.from) <= end)
            throw_unknown(employer, law, std::max(Month::of(post.from), law.known_until() + 1));
        found.posts.push_back(post_months(post, employer, figures[post.employer], opens, last));
        found.employers[post.employer].posts.push_back(i);
    }
    for (std::size_t i = 0; i < budget.employers.size(); ++i) {
        std::vector<const PostMonths*> posts;
        for (const std::size_t post : found.employers[i].posts)
            posts.push_back(&found.posts[post]);
        if (budget.employers[i].payroll_tax)
            found.employers[i].taxes = payroll_taxes(law.tax, budget.employers[i].kind, posts, last);
    }
    return found;
}

void payroll_movements(const Budget& budget, const PayrollLaw& law, const Payroll& payroll, std::size_t post,
                       const Window& window, const MovementSink& sink, Trace* trace) {
    PostPayments(budget, law, payroll, post, window, sink, trace).run();
}

LawNeeds payroll_needs(const Budget& budget) {
    LawNeeds needs;
    if (!budget.posts.empty())
        needs.rules.push_back({.kind = payroll_rules});
    return needs;
}

}  // namespace msp
