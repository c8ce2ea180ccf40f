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

std::int64_t days_of(Month month) {
    return month.last() - month.first() + 1;
}

// The sums since January, or since the contract began.
struct YearSums {
    Money gross;
    Money ceiling;
    std::array<Money, pay_base_ids.size()> bases = {};
    std::vector<Money> above;      // by contribution: pay of a year above the limit of its reduced rate
    std::vector<Quotient> limits;  // as well, in cents
    std::vector<Money> yearly_bases;
    std::vector<Money> yearly_amounts;
    Quotient smic;  // of the reduction, in cents
    Money reduction;
    std::vector<std::pair<const GeneralReduction*, Money>> reduced_pay;  // by rule

    void begin(std::size_t contributions) {
        gross = ceiling = reduction = Money();
        smic = Quotient();
        bases = {};
        above.assign(contributions, Money());
        limits.assign(contributions, Quotient());
        yearly_bases.assign(contributions, Money());
        yearly_amounts.assign(contributions, Money());
        reduced_pay.clear();
    }

    // Of the first month of a year, as if so many months had been like it; the reduction is counted as it comes.
    void repeat(int months) {
        gross = gross * months;
        ceiling = ceiling * months;
        smic *= Quotient(months);
        for (Money& base : bases)
            base = base * months;
        for (Money& base : above)
            base = base * months;
        for (Quotient& limit : limits)
            limit *= Quotient(months);
        for (auto& [rule, pay] : reduced_pay)
            pay = pay * months;
    }
};

// The post's own, or the employer's.
const Timeline<Money>& minimum_of(const Post& post, const Employer& employer) {
    return post.minimum.steps.empty() ? employer.minimum : post.minimum;
}

class PostRun {
 public:
    PostRun(const Post& post, const Employer& employer, const PayFigures& figures)
        : post_(post), employer_(employer), figures_(figures), law_(figures.law()) {}

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
        sums_.begin(law_.contributions.contributions.size());
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
        if (computed_ != 1 || month.month() == 1 || has_yearly_ || figures_.differ(month) ||
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
               found_.months.back().pay < figures_.least_pay(month, *post_.hours.on(month.first()));
    }

    void repeat(Month month) {
        PayMonth& found = found_.months.emplace_back(found_.months.back());  // there is room
        found.month = month;
        found.assumed = !figures_.known(month);
        found.first = month.first();
        found.last = month.last();
        contract_gross_ += found.gross;
        since_thirteenth_ += found.pay;
        ++repeated_;
        found.taken_before = sums_.reduction;
        if (settles(month)) {
            // The ratio of minimum wage and pay is the month's, and so is the coefficient.
            found.settled = true;
            found.reduced_pay = found.gross * (1 + repeated_);
            found.reduction = reduction_of(found.coefficient, found.reduced_pay) - sums_.reduction;
            found.retirement_reduction = retirement_share(*found.rule, found.reduction);
        }
        sums_.reduction += found.reduction;
    }

    void catch_up() {
        if (repeated_ != 0)
            sums_.repeat(1 + repeated_);
        repeated_ = 0;
    }

    void compute(Month month) {
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
        ++computed_;
        found_.months.push_back(std::move(found));
    }

    // The days on which something changes part the month.
    const std::vector<Date>& parts(const PayMonth& month) {
        std::vector<Date>& starts = starts_;
        starts.assign(1, month.first);
        const auto add = [&](Date date) {
            if (month.first < date && date <= month.last)
                starts.push_back(date);
        };
        post_.each_change(add);
        for (const auto& step : minimum_of(post_, employer_).steps)
            add(step.from);
        for (const PostAbsence& absence : post_.absences) {
            add(absence.unpaid_from());
            add(absence.until + 1);
        }
        std::ranges::sort(starts);
        starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
        return starts;
    }

    void pay(PayMonth& found) {
        const std::vector<Date>& starts = parts(found);
        const std::int64_t whole = days_of(found.month);
        Quotient cents;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            if (is_unpaid(starts[i]))
                continue;
            const Date end = i + 1 < starts.size() ? starts[i + 1] - 1 : found.last;
            const Quotient part(end - starts[i] + 1, whole);
            const Rate hours = *post_.hours.on(starts[i]);
            cents += Quotient(lifted(starts[i], hours).cents()) * part;
            found.presence += Quotient(hours) / Quotient(legal_hours) * part;
        }
        found.pay = rounded(cents, Rounding::half_up);
    }

    [[nodiscard]] bool is_unpaid(Date date) const {
        return std::ranges::any_of(post_.absences, [date](const PostAbsence& absence) {
            return absence.unpaid_from() <= date && date <= absence.until;
        });
    }

    // What the contract says, or the least that may be paid.
    Money lifted(Date date, Rate hours) {
        const Money agreed = contract_pay(post_, date);
        const LeastPay least = least_pay(post_, employer_, figures_, date, hours);
        if (agreed >= least.amount)
            return agreed;
        if (found_.lifts.empty() || found_.lifts.back().after != least.amount)
            found_.lifts.push_back({date, least.convention, agreed, least.amount});
        return least.amount;
    }

    [[nodiscard]] bool ends(const PayMonth& month) const { return post_.until && month.last == *post_.until; }

    // Whether the reduction of the year so far is settled.
    [[nodiscard]] bool settles(Month month) const {
        return employer_.reduction == ReductionCourse::progressive || month.month() == december ||
               (post_.until && Month::of(*post_.until) == month);
    }

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
        const HeldRates& rates = figures_.rates().on(found.month, post_.executive, post_.fixed_term);
        lines_.clear();
        has_yearly_ = false;
        covers(found);
        // The employer's minimum cover of executives is one of the contributions below.
        add_contributions(found, rates.employer);
        work_accident(found);
        bases_[static_cast<std::size_t>(PayBase::csg)] =
            times(to_four, law_.contributions.csg_kept, Rounding::half_up) + (found.gross - to_four) + covers_in_csg();
        add_contributions(found, rates.employee);
        const bool same = !found_.months.empty() && found_.months.back().lines.hold(lines_);
        found.lines = same ? found_.months.back().lines : PayLines(lines_);
    }

    [[nodiscard]] Money base(PayBase of) const { return bases_[static_cast<std::size_t>(of)]; }

    void covers(const PayMonth& found) {
        if (employer_.health && post_.health) {
            const Money* premium = employer_.health->premium.on(found.first);
            const Money due = premium != nullptr ? *premium : Money();
            const Money share = times(due, employer_.health->employer, Rounding::half_up);
            const auto line = [&](PaidBy payer, Rate rate, Money amount) {
                lines_.push_back(
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
                    lines_.push_back({PayLineKind::provident, payer, PaidTo::cover, false, nullptr, nullptr, on, rate,
                                      times(on, rate, Rounding::half_up)});
            };
            line(PaidBy::employer, contract.employer);
            line(PaidBy::employee, contract.employee);
        }
    }

    [[nodiscard]] Money covers_in_csg() const {
        Money sum;
        for (const PayLine& line : lines_) {
            const bool left_out = !employer_.death_cover_in_csg && line.rule != nullptr;
            if (line.payer == PaidBy::employer && line.to == PaidTo::cover && !left_out)
                sum += line.amount;
        }
        return sum;
    }

    void add_contributions(const PayMonth& found, const std::vector<HeldRate>& rates) {
        for (const HeldRate& held : rates) {
            const PayContribution& rule = *held.rule;
            PayLine line{PayLineKind::contribution, rule.payer,      rule.to,         rule.yearly, &rule,
                         &held.rate->evidence,      base(rule.base), held.rate->rate, Money()};
            if (rule.id == executive_cover)
                line.rate = left_of_minimum(held.rate->rate);
            if (held.reduced != nullptr)
                complement(found, held.place, *held.reduced, line);
            else
                add(line, held.place);
        }
    }

    // What the contract's own rate leaves of it.
    [[nodiscard]] Rate left_of_minimum(Rate minimum) const {
        const bool covered = employer_.provident && post_.provident;
        const Rate own = covered ? employer_.provident->employer : Rate();
        return own >= minimum ? Rate() : less(minimum, own);
    }

    // What is due once a year is rounded on the sum of the year.
    void add(PayLine line, std::size_t index) {
        if (line.base == Money() || line.rate.digits() == 0)
            return;
        line.amount = times(line.base, line.rate, Rounding::half_up);
        if (line.yearly) {
            has_yearly_ = true;
            sums_.yearly_bases[index] += line.base;
            const Money so_far = times(sums_.yearly_bases[index], line.rate, Rounding::half_up);
            line.amount = so_far - sums_.yearly_amounts[index];
            sums_.yearly_amounts[index] = so_far;
        }
        lines_.push_back(line);
    }

    // The reduced rate on all pay, and what is missing to the full one on the pay of the year so far, where that is
    // above the limit.
    void complement(const PayMonth& found, std::size_t index, const ReducedRate& reduced, const PayLine& full) {
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
        add(line, index);
        line = full;
        line.kind = PayLineKind::complement;
        line.rate = less(full.rate, reduced.rate);
        line.base = above - sums_.above[index];
        sums_.above[index] = above;
        add(line, index);
    }

    void work_accident(const PayMonth& found) {
        const Rate rate = *employer_.work_accident.on(found.first);
        if (found.gross != Money())
            lines_.push_back({PayLineKind::work_accident, PaidBy::employer, PaidTo::urssaf, false, nullptr, nullptr,
                              found.gross, rate, times(found.gross, rate, Rounding::half_up)});
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
        found.settled = settles(found.month);
        found.taken_before = sums_.reduction;
        if (found.settled) {
            Money year;
            for (const auto& [of, pay] : sums_.reduced_pay) {
                found.coefficient = coefficient(*of, accident, sums_.smic, sums_.gross);
                year += reduction_of(found.coefficient, pay);
            }
            found.reduced_pay = sums_.gross;
            found.reduction = year - sums_.reduction;
        } else {
            found.coefficient = coefficient(*rule, accident, smic, found.gross);
            found.reduced_pay = found.gross;
            found.reduction = reduction_of(found.coefficient, found.gross);
        }
        sums_.reduction += found.reduction;
        found.retirement_reduction = retirement_share(*rule, found.reduction);
    }

    // What of it is set against Agirc-Arrco.
    Money retirement_share(const GeneralReduction& rule, Money reduction) {
        if (shared_ != &rule) {
            const Quotient part = Quotient(rule.retirement) / (Quotient(rule.least) + Quotient(rule.range));
            retirement_part_ = {static_cast<std::int64_t>(part.numerator()),
                                static_cast<std::int64_t>(part.denominator())};
            shared_ = &rule;
        }
        return times(reduction, retirement_part_, Rounding::half_up);
    }

    // It depends on the ratio of the minimum wage and the pay only, which is mostly that of the month before.
    std::int64_t coefficient(const GeneralReduction& rule, Rate accident, const Quotient& smic, Money pay) {
        if (pay <= Money())
            return 0;
        const Quotient ratio = smic / Quotient(pay.cents());
        if (last_.rule != &rule || last_.accident != accident || last_.ratio != ratio)
            last_ = {&rule, accident, ratio, reduction_coefficient(rule, accident, smic, pay)};
        return last_.found;
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
        for (const PostAbsence& absence : post_.absences) {
            if (Month::of(absence.until) == found.month)
                found.replacement += absence.replacement;
        }
        for (const DatedAmount& cost : post_.leaving) {
            if (Month::of(cost.date) == found.month || (ends(found) && cost.date > found.last))
                found.leaving += cost.amount;
        }
    }

    const Post& post_;
    const Employer& employer_;
    const PayFigures& figures_;
    const PayrollLaw& law_;
    PostMonths found_;
    std::vector<Month> changes_;  // in order
    YearSums sums_;
    int computed_ = 0;  // months of the year so far, each on its own
    int repeated_ = 0;  // of the one that was computed, not yet in the sums
    bool has_yearly_ = false;
    std::vector<PayLine> lines_;  // of the month
    std::vector<Date> starts_;
    const GeneralReduction* shared_ = nullptr;
    Fraction retirement_part_;  // of its reductions
    struct Coefficient {
        const GeneralReduction* rule = nullptr;
        Rate accident;
        Quotient ratio;
        std::int64_t found = 0;
    } last_;
    std::array<Money, pay_base_ids.size()> bases_ = {};
    Money since_thirteenth_;
    Money contract_gross_;
};

}  // namespace

Money PayMonth::sum(PaidBy payer) const {
    return lines.sum(payer);
}

Money PayMonth::sum(PaidBy payer, PaidTo to, bool yearly) const {
    return lines.sum(payer, to, yearly);
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

Money PayMonth::other() const {
    return vouchers + travel + payroll_fee + training + replacement + leaving;
}

Money PayMonth::cost() const {
    return gross + sum(PaidBy::employer) - reduction + other();
}

LeastPay least_pay(const Post& post, const Employer& employer, const PayFigures& figures, Date date, Rate hours) {
    LeastPay least = {figures.least_pay(Month::of(date), hours), false};
    if (const Money* minimum = minimum_of(post, employer).on(date)) {
        const Money agreed = times(*minimum, hours, Fraction{1, legal_hours}, Rounding::half_up);
        if (agreed > least.amount)
            least = {agreed, true};
    }
    return least;
}

Money PayMonth::leave_provision() const {
    constexpr Rate tenth = Rate(1, 1);
    return times(gross + sum(PaidBy::employer) - reduction, tenth, Rounding::half_up);
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
    return times(pay * post.weeks, *post.hours.on(date), Fraction{1, months_a_year}, Rounding::half_up);
}

Month first_pay_month(const Post& post, const PayrollLaw& law, Date opens) {
    constexpr int years_before = 2;
    return std::max({Month::of(post.from), Month(opens.fields().year - years_before, 1), law.known_from()});
}

}  // namespace msp
