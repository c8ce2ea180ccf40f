// SPDX-License-Identifier: MIT
#include <msp/payroll/contract_months.hpp>
#include <msp/payroll/month_lines.hpp>
#include <msp/payroll/pay.hpp>
#include <msp/payroll/reduction.hpp>
#include <msp/payroll/year_sums.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

constexpr int december = 12;
constexpr Rate end_bonus_rate = Rate(10, 2);  // code du travail L1243-8

class PostRun {
 public:
    PostRun(const Post& post, const Employer& employer, const PayFigures& figures)
        : post_(post),
          employer_(employer),
          figures_(figures),
          law_(figures.law()),
          contract_(post, employer, figures, found_.lifts),
          lines_(post, employer, figures, sums_) {}
    PostRun(const PostRun&) = delete;
    PostRun& operator=(const PostRun&) = delete;

    PostMonths run(Month first, Month last) {
        if (post_.until)
            last = std::min(last, Month::of(*post_.until));
        if (last < first)
            return {};
        find_changes();
        found_.months.reserve(static_cast<std::size_t>(last - first) + 1);
        for (Month month = first; month <= last; month = month + 1) {
            if (month == first || month.month() == 1)
                begin_year();
            if (is_like_before(month)) {
                repeat(month);
            } else {
                catch_up();
                compute(month);
            }
        }
        return std::move(found_);
    }

 private:
    void begin_year() {
        sums_.begin();
        computed_ = 0;
        repeated_ = 0;
    }

    // The months that differ from the one before by what is typed.
    void find_changes() {
        const auto add = [&](Date date) {
            const Month month = Month::of(date);
            changes_.push_back(month);
            if (date != month.first())
                changes_.push_back(month + 1);
        };
        const auto add_once = [&](Date date) {
            changes_.push_back(Month::of(date));
            changes_.push_back(Month::of(date) + 1);
        };
        add(post_.from);
        if (post_.until)
            add_once(*post_.until);
        post_.each_change(add);
        for (const auto& step : minimum_of(post_, employer_).steps)
            add(step.from);
        for (const PostAbsence& absence : post_.absences) {
            add_once(absence.until);
            if (absence.unpaid_from() <= absence.until)
                add(absence.unpaid_from());
        }
        for (const DatedAmount& bonus : post_.bonuses)
            add_once(bonus.date);
        for (const DatedAmount& course : post_.training)
            add_once(course.date);
        for (const DatedAmount& cost : post_.leaving)
            add_once(cost.date);
        for (const auto& step : employer_.work_accident.steps)
            add(step.from);
        if (employer_.health) {
            for (const auto& step : employer_.health->premium.steps)
                add(step.from);
        }
        std::ranges::sort(changes_);
    }

    // A month like the only one that was computed in the year so far has its lines and reduction; of what is rounded on
    // sums of the year that is true because all sums are multiples of that month's.
    [[nodiscard]] bool is_like_before(Month month) const {
        if (computed_ != 1 || month.month() == 1 || lines_.has_yearly() || figures_.differ(month) ||
            (figures_.smic(month) != figures_.smic(month - 1) && smic_matters(month)))
            return false;
        if (post_.thirteenth && (month.month() == *post_.thirteenth || (month - 1).month() == *post_.thirteenth))
            return false;
        return !std::ranges::binary_search(changes_, month);
    }

    // For the reduction, the limits of reduced rates, or since it lifts the pay.
    [[nodiscard]] bool smic_matters(Month month) const {
        return !law_.reductions.on(month.first())->january ||
               std::ranges::any_of(law_.contributions.reduced,
                                   [&](const ReducedRate& row) { return month.first() <= row.until; }) ||
               found_.months.back().pay->contract < figures_.least_pay(month, *post_.hours.on(month.first()));
    }

    void repeat(Month month) {
        PayMonth& found = found_.months.emplace_back(found_.months.back());  // there is room
        found.month = month;
        found.assumed = !figures_.known(month);
        found.first = month.first();
        found.last = month.last();
        contract_gross_ += found.pay->gross;
        since_thirteenth_ += found.pay->contract;
        ++repeated_;
        found.taken_before = sums_.reduction;
        if (settles(month)) {
            // The ratio of minimum wage and pay is the month's, and so is the coefficient.
            found.settled = true;
            found.reduced_pay = found.pay->gross * (1 + repeated_);
            found.reduction = reduction_of(found.coefficient, found.reduced_pay) - sums_.reduction;
            found.retirement_reduction = figures_.scale(*found.rule, found.first).retirement_part(found.reduction);
        }
        sums_.reduction += found.reduction;
    }

    void catch_up() {
        if (repeated_ != 0)
            sums_.repeat(1 + repeated_);
        repeated_ = 0;
    }

    void compute(Month month) {
        PayMonth& found = found_.months.emplace_back();  // there is room
        found.month = month;
        found.assumed = !figures_.known(month);
        found.first = std::max(month.first(), post_.from);
        found.last = post_.until ? std::min(month.last(), *post_.until) : month.last();
        MonthPay pay;
        contract_.add_to(pay, found);
        extras(found, pay);
        pay.gross = pay.contract + pay.thirteenth + pay.bonus + pay.end_bonus;
        contract_gross_ += pay.gross;
        pay.ceiling = rounded(Quotient(figures_.ceiling(month).cents()) * pay.presence, Rounding::half_up);
        pay.lines = lines_.next(found, pay);
        reduce(found, pay);
        costs(found, pay);
        found.pay = std::make_shared<const MonthPay>(std::move(pay));
        ++computed_;
    }

    [[nodiscard]] bool ends(const PayMonth& month) const { return post_.until && month.last == *post_.until; }

    // Whether the reduction of the year so far is settled.
    [[nodiscard]] bool settles(Month month) const {
        return employer_.reduction == ReductionCourse::progressive || month.month() == december ||
               (post_.until && Month::of(*post_.until) == month);
    }

    void extras(const PayMonth& found, MonthPay& pay) {
        for (const DatedAmount& bonus : post_.bonuses) {
            if (Month::of(bonus.date) == found.month)
                pay.bonus += bonus.amount;
        }
        if (post_.thirteenth) {
            since_thirteenth_ += pay.contract;
            if (found.month.month() == *post_.thirteenth || ends(found)) {
                pay.thirteenth = times(since_thirteenth_, Fraction{1, months_a_year}, Rounding::half_up);
                since_thirteenth_ = Money();
            }
        }
        if (post_.fixed_term && ends(found))
            pay.end_bonus =
                times(contract_gross_ + pay.contract + pay.thirteenth + pay.bonus, end_bonus_rate, Rounding::half_up);
    }

    void reduce(PayMonth& found, const MonthPay& pay) {
        const GeneralReduction* rule = law_.reductions.on(found.month.first());
        const ReductionScale& scale = figures_.scale(*rule, found.first);
        found.rule = rule;
        found.smic = figures_.reduction_smic(*rule, found.month);
        const Quotient smic = Quotient(found.smic.cents()) * figures_.month_hours() * pay.presence;
        sums_.smic += smic;
        if (sums_.reduced_pay.empty() || sums_.reduced_pay.back().first != rule)
            sums_.reduced_pay.emplace_back(rule, Money());
        sums_.reduced_pay.back().second += pay.gross;
        found.settled = settles(found.month);
        found.taken_before = sums_.reduction;
        if (found.settled) {
            Money year;
            for (const auto& [of, part] : sums_.reduced_pay) {
                found.coefficient = figures_.scale(*of, found.first).coefficient(sums_.smic, sums_.gross);
                year += reduction_of(found.coefficient, part);
            }
            found.reduced_pay = sums_.gross;
            found.reduction = year - sums_.reduction;
        } else {
            found.coefficient = scale.coefficient(smic, pay.gross);
            found.reduced_pay = pay.gross;
            found.reduction = reduction_of(found.coefficient, pay.gross);
        }
        sums_.reduction += found.reduction;
        found.retirement_reduction = scale.retirement_part(found.reduction);
    }

    void costs(const PayMonth& found, MonthPay& pay) const {
        if (post_.vouchers) {
            const Money value = post_.vouchers->value * post_.vouchers->number;
            pay.vouchers = times(value, post_.vouchers->employer, Rounding::half_up);
            pay.vouchers_withheld = value - pay.vouchers;
        }
        pay.travel = post_.travel;
        pay.payroll_fee = employer_.payroll_fee;
        for (const DatedAmount& course : post_.training) {
            if (Month::of(course.date) == found.month)
                pay.training += course.amount;
        }
        for (const PostAbsence& absence : post_.absences) {
            if (Month::of(absence.until) == found.month)
                pay.replacement += absence.replacement;
        }
        for (const DatedAmount& cost : post_.leaving) {
            if (Month::of(cost.date) == found.month || (ends(found) && cost.date > found.last))
                pay.leaving += cost.amount;
        }
    }

    const Post& post_;
    const Employer& employer_;
    const PayFigures& figures_;
    const PayrollLaw& law_;
    PostMonths found_;
    std::vector<Month> changes_;  // in order
    YearSums sums_;
    ContractMonths contract_;
    MonthLines lines_;
    int computed_ = 0;  // months of the year so far, each on its own
    int repeated_ = 0;  // of the one that was computed, not yet in the sums
    Money since_thirteenth_;
    Money contract_gross_;
};

}  // namespace

Money PayMonth::leave_provision() const {
    constexpr Rate tenth = Rate(1, 1);
    return times(paid_for(), tenth, Rounding::half_up);
}

PostMonths post_months(const Post& post, const Employer& employer, const PayFigures& figures, Date opens, Month last) {
    return PostRun(post, employer, figures).run(first_pay_month(post, figures.law(), opens), last);
}

std::span<const PayMonth> months_between(const std::vector<PayMonth>& months, Month first, Month last) {
    if (months.empty() || months.front().month > last || months.back().month < first)
        return {};
    const auto begin = static_cast<std::size_t>(std::max(0, first - months.front().month));
    const auto end = std::min(months.size(), static_cast<std::size_t>(last - months.front().month) + 1);
    return std::span(months).subspan(begin, end - begin);
}

Month first_pay_month(const Post& post, const PayrollLaw& law, Date opens) {
    constexpr int years_before = 2;
    return std::max({Month::of(post.from), Month(opens.fields().year - years_before, 1), law.known_from()});
}

}  // namespace msp
