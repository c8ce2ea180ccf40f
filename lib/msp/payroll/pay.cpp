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

using Bases = std::array<Money, pay_base_ids.size()>;

// What the lines of a month are computed from, where no rate follows the sums of the year.
struct LinesOf {
    const HeldRates* rates = nullptr;
    Rate accident;
    Money premium;
    Bases bases = {};

    friend bool operator==(const LinesOf&, const LinesOf&) = default;
};

// Of a contribution that follows the sums of the year.
struct OfYear {
    Money above;          // pay of a year above the limit of its reduced rate
    Quotient limit;       // in cents
    Money yearly_base;    // of what is paid in the next year
    Money yearly_amount;  // as well
};

// The sums since January, or since the contract began.
struct YearSums {
    Money gross;
    Money ceiling;
    Bases bases = {};
    std::vector<OfYear> contributions;  // by place in the law, those that follow the year
    Quotient smic;                      // of the reduction, in cents
    Money reduction;
    std::vector<std::pair<const GeneralReduction*, Money>> reduced_pay;  // by rule

    void begin() {
        gross = ceiling = reduction = Money();
        smic = Quotient();
        bases = {};
        contributions.clear();
        reduced_pay.clear();
    }

    OfYear& contribution(std::size_t place) {
        if (contributions.size() <= place)
            contributions.resize(place + 1);
        return contributions[place];
    }

    // Of the first month of a year, as if so many months had been like it; the reduction is counted as it comes, and
    // what is paid in the next year makes no month alike.
    void repeat(int months) {
        gross = gross * months;
        ceiling = ceiling * months;
        smic *= Quotient(months);
        for (Money& base : bases)
            base = base * months;
        for (OfYear& each : contributions) {
            each.above = each.above * months;
            each.limit *= Quotient(months);
        }
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
        contract(found, pay);
        extras(found, pay);
        pay.gross = pay.contract + pay.thirteenth + pay.bonus + pay.end_bonus;
        contract_gross_ += pay.gross;
        pay.ceiling = rounded(Quotient(figures_.ceiling(month).cents()) * pay.presence, Rounding::half_up);
        contributions(found, pay);
        reduce(found, pay);
        costs(found, pay);
        found.pay = std::make_shared<const MonthPay>(std::move(pay));
        ++computed_;
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

    void contract(const PayMonth& found, MonthPay& pay) {
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
            pay.presence += Quotient(hours) / Quotient(legal_hours) * part;
        }
        pay.contract = rounded(cents, Rounding::half_up);
        for (const PostAbsence& absence : post_.absences) {
            if (absence.withheld && Month::of(absence.from) == found.month)
                withhold(*absence.withheld, pay);
        }
    }

    // The minimum wage and the ceiling follow the pay that is left, since an amount has no days.
    static void withhold(Money amount, MonthPay& pay) {
        const Money whole = pay.contract;
        if (whole == Money())
            return;
        pay.contract = std::max(Money(), whole - amount);
        pay.presence = pay.presence * Quotient(pay.contract.cents(), whole.cents());
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

    // The month's share of what the sums of the year come to.
    Money of_sums(PayBase base, Money whole) {
        Money& before = sums_.bases[static_cast<std::size_t>(base)];
        const Money part = whole - before;
        before = whole;
        return part;
    }

    void contributions(const PayMonth& found, MonthPay& pay) {
        set_bases(pay);
        // Lines of the same bases and rates are the same, unless a rate follows the sums of the year.
        LinesOf of = {&figures_.rates().on(found.month, post_.executive, post_.fixed_term),
                      *employer_.work_accident.on(found.first), premium(found), bases_};
        if (lines_of_.rates == nullptr || of.rates->follow_year || of != lines_of_) {
            lines_of_ = of;
            lines_.clear();
            has_yearly_ = false;
            add_lines(found, pay.presence, of);
            made_ = PayLines(lines_);
        }
        pay.lines = made_;
    }

    void set_bases(const MonthPay& pay) {
        constexpr int slices = 8;
        constexpr int four = 4;
        sums_.gross += pay.gross;
        sums_.ceiling += pay.ceiling;
        const Money gross = sums_.gross;
        const Money ceiling = sums_.ceiling;
        const Money most = std::min(gross, ceiling * slices);
        base(PayBase::whole) = pay.gross;
        base(PayBase::t1) = of_sums(PayBase::t1, std::min(gross, ceiling));
        base(PayBase::t2) = of_sums(PayBase::t2, std::max(most - ceiling, Money()));
        base(PayBase::cet) = of_sums(PayBase::cet, gross <= ceiling ? Money() : most);
        base(PayBase::up_to_4) = of_sums(PayBase::up_to_4, std::min(gross, ceiling * four));
        base(PayBase::csg) = Money();  // it follows from the others, and from covers
    }

    void add_lines(const PayMonth& found, const Quotient& presence, const LinesOf& of) {
        covers(of.premium);
        // The employer's minimum cover of executives is one of the contributions below.
        add_contributions(found, presence, of.rates->employer);
        const Money gross = base(PayBase::whole);
        if (gross != Money())
            lines_.push_back({PayLineKind::work_accident, PaidBy::employer, PaidTo::urssaf, false, nullptr, nullptr,
                              gross, of.accident, times(gross, of.accident, Rounding::half_up)});
        const Money to_four = base(PayBase::up_to_4);
        base(PayBase::csg) =
            times(to_four, law_.contributions.csg_kept, Rounding::half_up) + (gross - to_four) + covers_in_csg();
        add_contributions(found, presence, of.rates->employee);
    }

    Money& base(PayBase of) { return bases_[static_cast<std::size_t>(of)]; }

    // Of health cover; nothing where there is none.
    [[nodiscard]] Money premium(const PayMonth& found) const {
        const Money* typed = employer_.health && post_.health ? employer_.health->premium.on(found.first) : nullptr;
        return typed == nullptr ? Money() : *typed;
    }

    void covers(Money due) {
        if (employer_.health && post_.health) {
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

    void add_contributions(const PayMonth& found, const Quotient& presence, const std::vector<HeldRate>& rates) {
        for (const HeldRate& held : rates) {
            const PayContribution& rule = *held.rule;
            PayLine line{PayLineKind::contribution, rule.payer,      rule.to,         rule.yearly, &rule,
                         &held.rate->evidence,      base(rule.base), held.rate->rate, Money()};
            if (rule.id == executive_cover)
                line.rate = left_of_minimum(held.rate->rate);
            if (held.reduced != nullptr)
                complement(found, presence, held.place, *held.reduced, line);
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
    void add(PayLine line, std::size_t place) {
        if (line.base == Money() || line.rate.digits() == 0)
            return;
        line.amount = times(line.base, line.rate, Rounding::half_up);
        if (line.yearly) {
            has_yearly_ = true;
            OfYear& year = sums_.contribution(place);
            year.yearly_base += line.base;
            const Money so_far = times(year.yearly_base, line.rate, Rounding::half_up);
            line.amount = so_far - year.yearly_amount;
            year.yearly_amount = so_far;
        }
        lines_.push_back(line);
    }

    // The reduced rate on all pay, and what is missing to the full one on the pay of the year so far, where that is
    // above the limit.
    void complement(const PayMonth& found, const Quotient& presence, std::size_t place, const ReducedRate& reduced,
                    const PayLine& full) {
        const auto hours = Quotient(1820, months_a_year) * presence;
        const auto limit = [&](Rate smics, Money hourly) { return Quotient(smics) * Quotient(hourly.cents()) * hours; };
        const Money current = figures_.smic(found.month);
        Quotient most = limit(reduced.smics, reduced.smic_hourly.value_or(current));
        if (reduced.at_least)
            most = std::max(most, limit(*reduced.at_least, current));
        OfYear& year = sums_.contribution(place);
        year.limit += most;
        const Money above = Quotient(sums_.gross.cents()) > year.limit ? sums_.gross : Money();
        PayLine line = full;
        line.rate = reduced.rate;
        line.evidence = &reduced.evidence;
        add(line, place);
        line = full;
        line.kind = PayLineKind::complement;
        line.rate = less(full.rate, reduced.rate);
        line.base = above - year.above;
        year.above = above;
        add(line, place);
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
    int computed_ = 0;  // months of the year so far, each on its own
    int repeated_ = 0;  // of the one that was computed, not yet in the sums
    bool has_yearly_ = false;
    std::vector<PayLine> lines_;  // that are being made
    LinesOf lines_of_;            // of the last ones that were
    PayLines made_;
    std::vector<Date> starts_;
    Bases bases_ = {};
    Money since_thirteenth_;
    Money contract_gross_;
};

}  // namespace

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
