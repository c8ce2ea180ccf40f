// SPDX-License-Identifier: MIT
#include <msp/payroll/pay.hpp>
#include <msp/payroll/reduction.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace msp {
namespace {

constexpr int december = 12;
constexpr std::int64_t months_a_year = 12;
constexpr std::string_view executive_cover = "prevoyance-cadre";
constexpr Rate end_bonus_rate = Rate(10, 2);  // code du travail L1243-8

Rate less(Rate rate, Rate other) {
    return rate + Rate(-other.digits(), other.scale());
}

std::int64_t days_of(Month month) {
    return month.last() - month.first() + 1;
}

// The sums since January, or since the contract began.
struct YearSums {
    Money gross;
    Money ceiling;
    std::array<Money, pay_base_ids.size()> bases = {};
    std::vector<Money> above;      // by reduced contribution: pay of a year above the limit
    std::vector<Quotient> limits;  // as well, in cents
    std::vector<Money> yearly_bases;
    std::vector<Money> yearly_amounts;
    Quotient smic;  // of the reduction, in cents
    Money reduction;
    std::vector<std::pair<const GeneralReduction*, Money>> reduced_pay;  // by rule
};

class PostRun {
 public:
    PostRun(const Post& post, const Employer& employer, const PayFigures& figures)
        : post_(post), employer_(employer), figures_(figures), law_(figures.law()) {}

    PostMonths run(Month first, Month last) {
        if (post_.until)
            last = std::min(last, Month::of(*post_.until));
        for (Month month = first; month <= last; month = month + 1) {
            if (month == first || month.month() == 1)
                begin_year();
            found_.months.push_back(compute(month));
        }
        return std::move(found_);
    }

 private:
    void begin_year() {
        sums_ = YearSums();
        sums_.above.resize(law_.contributions.contributions.size());
        sums_.limits.resize(law_.contributions.contributions.size());
        sums_.yearly_bases.resize(law_.contributions.contributions.size());
        sums_.yearly_amounts.resize(law_.contributions.contributions.size());
    }

    PayMonth compute(Month month) {
        PayMonth found;
        found.month = month;
        found.assumed = !figures_.known(month);
        found.first = std::max(month.first(), post_.from);
        found.last = post_.until ? std::min(month.last(), *post_.until) : month.last();
        pay(found);
        extras(found);
        found.gross = found.pay + found.thirteenth + found.bonus + found.end_bonus;
        contract_gross_ += found.gross;
        found.ceiling = rounded(Quotient(figures_.ceiling(month).cents()) * found.presence, Rounding::half_up);
        contributions(found);
        reduce(found);
        costs(found);
        return found;
    }

    // The days on which something changes part the month.
    [[nodiscard]] std::vector<Date> parts(const PayMonth& month) const {
        std::vector<Date> starts = {month.first};
        const auto add = [&](Date date) {
            if (month.first < date && date <= month.last)
                starts.push_back(date);
        };
        for (const auto& step : post_.gross.steps)
            add(step.from);
        for (const auto& step : post_.hours.steps)
            add(step.from);
        for (const Raise& raise : post_.raises)
            add(raise.date);
        std::ranges::sort(starts);
        starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
        return starts;
    }

    void pay(PayMonth& found) {
        const std::vector<Date> starts = parts(found);
        const std::int64_t whole = days_of(found.month);
        Quotient cents;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const Date end = i + 1 < starts.size() ? starts[i + 1] - 1 : found.last;
            const Quotient part(end - starts[i] + 1, whole);
            const Rate hours = *post_.hours.on(starts[i]);
            cents += Quotient(lifted(starts[i], found.month, hours).cents()) * part;
            found.presence += Quotient(hours) / Quotient(legal_hours) * part;
        }
        found.pay = rounded(cents, Rounding::half_up);
    }

    // What the contract says, or the minimum wage.
    Money lifted(Date date, Month month, Rate hours) {
        const Money agreed = contract_pay(post_, date);
        const Money least = figures_.least_pay(month, hours);
        if (agreed >= least)
            return agreed;
        if (found_.lifts.empty() || found_.lifts.back().after != least)
            found_.lifts.push_back({date, agreed, least});
        return least;
    }

    [[nodiscard]] bool ends(const PayMonth& month) const { return post_.until && month.last == *post_.until; }

    void extras(PayMonth& found) {
        for (const DatedAmount& bonus : post_.bonuses) {
            if (Month::of(bonus.date) == found.month)
                found.bonus += bonus.amount;
        }
        if (post_.thirteenth) {
            since_thirteenth_ += found.pay;
            if (found.month.month() == *post_.thirteenth || ends(found)) {
                found.thirteenth = times(since_thirteenth_, Fraction{1, months_a_year}, Rounding::half_up);
                since_thirteenth_ = Money();
            }
        }
        if (post_.fixed_term && ends(found))
            found.end_bonus =
                times(contract_gross_ + found.pay + found.thirteenth + found.bonus, end_bonus_rate, Rounding::half_up);
    }

    // The month's share of what the sums of the year come to.
    Money of_sums(PayBase base, Money whole) {
        Money& before = sums_.bases[static_cast<std::size_t>(base)];
        const Money part = whole - before;
        before = whole;
        return part;
    }

    void contributions(PayMonth& found) {
        constexpr int slices = 8;
        constexpr int four = 4;
        sums_.gross += found.gross;
        sums_.ceiling += found.ceiling;
        const Money gross = sums_.gross;
        const Money ceiling = sums_.ceiling;
        const Money most = std::min(gross, ceiling * slices);
        bases_[static_cast<std::size_t>(PayBase::whole)] = found.gross;
        bases_[static_cast<std::size_t>(PayBase::t1)] = of_sums(PayBase::t1, std::min(gross, ceiling));
        bases_[static_cast<std::size_t>(PayBase::t2)] = of_sums(PayBase::t2, std::max(most - ceiling, Money()));
        bases_[static_cast<std::size_t>(PayBase::cet)] = of_sums(PayBase::cet, gross <= ceiling ? Money() : most);
        const Money to_four = of_sums(PayBase::up_to_4, std::min(gross, ceiling * four));
        bases_[static_cast<std::size_t>(PayBase::up_to_4)] = to_four;
        covers(found);
        // The employer's minimum cover of executives is one of the contributions below.
        add_contributions(found, PaidBy::employer);
        work_accident(found);
        bases_[static_cast<std::size_t>(PayBase::csg)] =
            times(to_four, law_.contributions.csg_kept, Rounding::half_up) + (found.gross - to_four) +
            covers_in_csg(found);
        add_contributions(found, PaidBy::employee);
    }

    [[nodiscard]] Money base(PayBase of) const { return bases_[static_cast<std::size_t>(of)]; }

    void covers(PayMonth& found) {
        if (employer_.health && post_.health) {
            const Money* premium = employer_.health->premium.on(found.first);
            const Money due = premium != nullptr ? *premium : Money();
            const Money share = times(due, employer_.health->employer, Rounding::half_up);
            const auto line = [&](PaidBy payer, Rate rate, Money amount) {
                found.lines.push_back(
                    {PayLineKind::health, payer, PaidTo::cover, false, nullptr, nullptr, due, rate, amount});
            };
            line(PaidBy::employer, employer_.health->employer, share);
            line(PaidBy::employee, less(Rate(1, 0), employer_.health->employer), due - share);
        }
        if (employer_.provident && post_.provident) {
            const CoverContract& contract = *employer_.provident;
            const Money on = base(contract.base == CoverBase::t1 ? PayBase::t1 : PayBase::whole);
            const auto line = [&](PaidBy payer, Rate rate) {
                if (rate != Rate())
                    found.lines.push_back({PayLineKind::provident, payer, PaidTo::cover, false, nullptr, nullptr, on,
                                           rate, times(on, rate, Rounding::half_up)});
            };
            line(PaidBy::employer, contract.employer);
            line(PaidBy::employee, contract.employee);
        }
    }

    [[nodiscard]] Money covers_in_csg(const PayMonth& found) const {
        Money sum = found.employer_covers();
        for (const PayLine& line : found.lines) {
            if (!employer_.death_cover_in_csg && line.rule != nullptr && line.to == PaidTo::cover)
                sum -= line.amount;
        }
        return sum;
    }

    [[nodiscard]] bool applies(const PayContribution& rule, Month month) const {
        const auto liable = [&] {
            const ApprenticeshipLiability* row = law_.contributions.liability(employer_.kind, month.first());
            return row != nullptr && row->liable;
        };
        switch (rule.only) {
            case PayCondition::all:
                return true;
            case PayCondition::executive:
                return post_.executive;
            case PayCondition::fixed_term:
                return post_.fixed_term;
            case PayCondition::idcc1147:
                return employer_.idcc1147;
            case PayCondition::apprenticeship:
                return !employer_.alsace_moselle && liable();
            case PayCondition::apprenticeship_alsace:
                return employer_.alsace_moselle && liable();
            case PayCondition::alsace_moselle:
                return employer_.alsace_moselle;
        }
        return false;
    }

    void add_contributions(PayMonth& found, PaidBy payer) {
        const auto& all = law_.contributions.contributions;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const PayContribution& rule = all[i];
            const ContributionRate* rate =
                rule.payer == payer && applies(rule, found.month) ? rule.on(found.month.first()) : nullptr;
            if (rate == nullptr)
                continue;
            PayLine line{PayLineKind::contribution, payer,           rule.to,    rule.yearly, &rule,
                         &rate->evidence,           base(rule.base), rate->rate, Money()};
            if (rule.id == executive_cover)
                line.rate = left_of_minimum(rate->rate);
            const ReducedRate* reduced = payer == PaidBy::employer ? reduced_of(i, found.month) : nullptr;
            if (reduced != nullptr) {
                complement(found, i, *reduced, line);
                continue;
            }
            add(found, line, i);
        }
    }

    // What the contract's own rate leaves of it.
    [[nodiscard]] Rate left_of_minimum(Rate minimum) const {
        const bool covered = employer_.provident && post_.provident;
        const Rate own = covered ? employer_.provident->employer : Rate();
        return own >= minimum ? Rate() : less(minimum, own);
    }

    // What is due once a year is rounded on the sum of the year.
    void add(PayMonth& found, PayLine line, std::size_t index) {
        if (line.base == Money() || line.rate == Rate())
            return;
        line.amount = times(line.base, line.rate, Rounding::half_up);
        if (line.yearly) {
            sums_.yearly_bases[index] += line.base;
            const Money so_far = times(sums_.yearly_bases[index], line.rate, Rounding::half_up);
            line.amount = so_far - sums_.yearly_amounts[index];
            sums_.yearly_amounts[index] = so_far;
        }
        found.lines.push_back(line);
    }

    [[nodiscard]] const ReducedRate* reduced_of(std::size_t contribution, Month month) const {
        for (const ReducedRate& row : law_.contributions.reduced) {
            if (row.contribution == contribution && row.from <= month.first() && month.last() <= row.until)
                return &row;
        }
        return nullptr;
    }

    // The reduced rate on all pay, and what is missing to the full one on the pay of the year so far, where that is
    // above the limit.
    void complement(PayMonth& found, std::size_t index, const ReducedRate& reduced, const PayLine& full) {
        const auto hours = Quotient(1820, months_a_year) * found.presence;
        const auto limit = [&](Rate smics, Money hourly) { return Quotient(smics) * Quotient(hourly.cents()) * hours; };
        const Money current = figures_.smic(found.month);
        Quotient most = limit(reduced.smics, reduced.smic_hourly.value_or(current));
        if (reduced.at_least)
            most = std::max(most, limit(*reduced.at_least, current));
        sums_.limits[index] += most;
        const Money above = Quotient(sums_.gross.cents()) > sums_.limits[index] ? sums_.gross : Money();
        PayLine line = full;
        line.rate = reduced.rate;
        line.evidence = &reduced.evidence;
        add(found, line, index);
        line = full;
        line.kind = PayLineKind::complement;
        line.rate = less(full.rate, reduced.rate);
        line.base = above - sums_.above[index];
        sums_.above[index] = above;
        add(found, line, index);
    }

    void work_accident(PayMonth& found) const {
        const Rate rate = *employer_.work_accident.on(found.first);
        if (found.gross != Money())
            found.lines.push_back({PayLineKind::work_accident, PaidBy::employer, PaidTo::urssaf, false, nullptr,
                                   nullptr, found.gross, rate, times(found.gross, rate, Rounding::half_up)});
    }

    void reduce(PayMonth& found) {
        const GeneralReduction* rule = law_.reductions.on(found.month.first());
        found.rule = rule;
        found.smic = figures_.reduction_smic(*rule, found.month);
        const Quotient smic = Quotient(found.smic.cents()) * figures_.month_hours() * found.presence;
        sums_.smic += smic;
        if (sums_.reduced_pay.empty() || sums_.reduced_pay.back().first != rule)
            sums_.reduced_pay.emplace_back(rule, Money());
        sums_.reduced_pay.back().second += found.gross;
        const Rate accident = *employer_.work_accident.on(found.first);
        const bool last = found.month.month() == december || ends(found);
        found.settled = employer_.reduction == ReductionCourse::progressive || last;
        found.taken_before = sums_.reduction;
        if (found.settled) {
            Money year;
            for (const auto& [of, pay] : sums_.reduced_pay) {
                found.coefficient = reduction_coefficient(*of, accident, sums_.smic, sums_.gross);
                year += reduction_of(found.coefficient, pay);
            }
            found.reduced_pay = sums_.gross;
            found.reduction = year - sums_.reduction;
        } else {
            found.coefficient = reduction_coefficient(*rule, accident, smic, found.gross);
            found.reduced_pay = found.gross;
            found.reduction = reduction_of(found.coefficient, found.gross);
        }
        sums_.reduction += found.reduction;
        const Quotient most = Quotient(rule->least) + Quotient(rule->range);
        found.retirement_reduction =
            rounded(Quotient(found.reduction.cents()) * Quotient(rule->retirement) / most, Rounding::half_up);
    }

    void costs(PayMonth& found) const {
        if (post_.vouchers) {
            const Money value = post_.vouchers->value * post_.vouchers->number;
            found.vouchers = times(value, post_.vouchers->employer, Rounding::half_up);
            found.vouchers_withheld = value - found.vouchers;
        }
        found.travel = post_.travel;
        found.payroll_fee = employer_.payroll_fee;
        for (const DatedAmount& course : post_.training) {
            if (Month::of(course.date) == found.month)
                found.training += course.amount;
        }
    }

    const Post& post_;
    const Employer& employer_;
    const PayFigures& figures_;
    const PayrollLaw& law_;
    PostMonths found_;
    YearSums sums_;
    std::array<Money, pay_base_ids.size()> bases_ = {};
    Money since_thirteenth_;
    Money contract_gross_;
};

}  // namespace

Money PayMonth::sum(PaidBy payer) const {
    Money total;
    for (const PayLine& line : lines) {
        if (line.payer == payer)
            total += line.amount;
    }
    return total;
}

Money PayMonth::sum(PaidBy payer, PaidTo to, bool yearly) const {
    Money total;
    for (const PayLine& line : lines) {
        if (line.payer == payer && line.to == to && line.yearly == yearly)
            total += line.amount;
    }
    return total;
}

Money PayMonth::employer_covers() const {
    return sum(PaidBy::employer, PaidTo::cover, false);
}

Money PayMonth::net() const {
    return gross - sum(PaidBy::employee);
}

Money PayMonth::paid() const {
    return net() - vouchers_withheld + travel;
}

Money PayMonth::cost() const {
    return gross + sum(PaidBy::employer) - reduction + vouchers + travel + payroll_fee + training;
}

PostMonths post_months(const Post& post, const Employer& employer, const PayFigures& figures, Date opens, Month last) {
    return PostRun(post, employer, figures).run(first_pay_month(post, figures.law(), opens), last);
}

Money contract_pay(const Post& post, Date date) {
    const auto& steps = post.gross.steps;
    std::size_t step = 0;
    while (step + 1 < steps.size() && steps[step + 1].from <= date)
        ++step;
    Money pay = steps[step].value;
    for (const Raise& raise : post.raises) {
        if (raise.date > date || raise.date <= steps[step].from)
            continue;
        pay = raise.rate ? grown(pay, *raise.rate, Rounding::half_up) : pay + raise.amount.value_or(Money());
    }
    if (!post.hourly)
        return pay;
    constexpr std::int64_t weeks = 52;
    return rounded(Quotient(pay.cents()) * Quotient(*post.hours.on(date)) * Quotient(weeks, months_a_year),
                   Rounding::half_up);
}

Month first_pay_month(const Post& post, const PayrollLaw& law, Date opens) {
    constexpr int years_before = 2;
    return std::max({Month::of(post.from), Month(opens.fields().year - years_before, 1), law.known_from()});
}

}  // namespace msp
