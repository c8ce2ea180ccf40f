// SPDX-License-Identifier: MIT
#include <msp/coordinator/return_items.hpp>
#include <msp/plan/plan.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace msp {
namespace {

constexpr int twelve = 12;
constexpr int decimals_shown = 6;

// Factors of the product of a gain that is typed as one.
std::vector<Factor> factors_of(const PostGain& gain) {
    std::vector<Factor> factors;
    for (const Assumption& assumption : gain.assumptions)
        factors.push_back(assumption.factor);
    return factors;
}

std::string shown(const Quotient& value) {
    std::string digits = decimal(value, decimals_shown);
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.'))
        digits.pop_back();
    return digits;
}

Argument number(Rate rate, Factor factor) {
    return is_share(factor) ? Argument(Decimal{rate.percent() + " %"}) : Argument(Decimal{shown(Quotient(rate))});
}

}  // namespace

void explain_stream(const GainStream& stream, std::vector<Step>& how) {
    for (const Factor factor : stream.factors) {
        const Assumption& assumption = *std::ranges::find(stream.gain->assumptions, factor, &Assumption::factor);
        const Argument source = !assumption.typed           ? Argument(Term{tr("not said")})
                                : assumption.source.empty() ? Argument(Term{tr("hypothesis")})
                                                            : Argument(assumption.source);
        how.push_back({{tr("{what}: {low}, {central}, {high} ({source})"),
                        {{"what", Term{words_of(factor)}},
                         {"low", number(assumption.low, factor)},
                         {"central", number(assumption.central, factor)},
                         {"high", number(assumption.high, factor)},
                         {"source", source}}},
                       std::nullopt,
                       assumption.place.span});
    }
    if (!stream.is_aci())
        how.push_back({{tr("their product, a year, central"), {}},
                       rounded(stream.a_year(Level::central), Rounding::half_up),
                       stream.gain->place.span});
}

std::vector<ReturnItem> ReturnItems::run(Diagnostics& diagnostics) {
    cost();
    for (const PostFunding& funding : budget_.fundings) {
        if (funding.post == post_)
            fund(funding, diagnostics);
    }
    for (const PostGain& each : budget_.gains) {
        if (each.post == post_)
            gain(each);
    }
    return std::move(items_);
}

ReturnItems::Days ReturnItems::days_of(const std::optional<Date>& from, const std::optional<Date>& until) const {
    return {from.value_or(horizon_.begins()), until.value_or(horizon_.ends())};
}

void ReturnItems::add(ReturnItem item, const ByLevel<std::vector<Quotient>>& cents) {
    for (const Level level : all_levels) {
        at(item.months, level) = horizon_.by_month(at(cents, level));
        at(item.exercises, level) = horizon_.by_exercise(at(item.months, level));
        at(item.total, level) = sum(at(item.exercises, level));
    }
    items_.push_back(std::move(item));
}

void ReturnItems::add_even(ReturnItem item, const std::vector<Quotient>& cents) {
    add(std::move(item), {cents, cents, cents});
}

// Of each month: pay, with the post's share of the taxe sur les salaires of its year by gross pay, and invoices.
void ReturnItems::cost() {
    std::vector<Quotient> cents(static_cast<std::size_t>(horizon_.months()));
    assumed_.assign(cents.size(), false);
    ReturnItem item;
    item.id = "cost";
    item.place = post().place;
    CostMonths of;
    if (post().employed())
        of.pay = add_pay(cents);
    if (post().form != PostForm::employee)
        of.invoiced = add_invoices(cents);
    add_even(std::move(item), cents);
    explain_cost(items_.back(), of);
}

// Of all months, and of those of each exercise.
void ReturnItems::explain_cost(ReturnItem& made, const CostMonths& of) const {
    const std::vector<Money> pay = horizon_.by_exercise(of.pay);
    const std::vector<Money> invoiced = horizon_.by_exercise(of.invoiced);
    made.how = cost_steps(std::nullopt, sum(pay), sum(invoiced), at(made.total, Level::central));
    for (std::size_t i = 0; i < horizon_.exercises().size(); ++i)
        made.how_in.push_back(cost_steps(i, pay[i], invoiced[i], at(made.exercises, Level::central)[i]));
}

std::vector<Step> ReturnItems::cost_steps(std::optional<std::size_t> exercise, Money pay, Money invoiced,
                                          Money cost) const {
    std::vector<Step> how;
    const auto say = [&](const char* of_all, const char* of_exercise, Money amount, Span place) {
        Message message = {exercise ? of_exercise : of_all, {}};
        if (exercise)
            message.arguments.emplace_back("exercise", std::int64_t{horizon_.exercises()[*exercise]});
        how.push_back({std::move(message), amount, place});
    };
    if (post().employed())
        say(tr("pay and contributions of all months shown, less the reduction"),
            tr("pay and contributions of the months of {exercise}, less the reduction"), pay, post().gross_place.span);
    if (post().form == PostForm::shared)
        say(tr("what the other house is invoiced of all months shown, before VAT"),
            tr("what the other house is invoiced of the months of {exercise}, before VAT"), invoiced,
            post().place.span);
    else if (post().form != PostForm::employee)
        say(tr("invoices of all months shown, with VAT"), tr("invoices of the months of {exercise}, with VAT"),
            invoiced, post().place.span);
    if (const Money rest = cost - pay - invoiced; rest != Money())
        how.push_back({{tr("taxe sur les salaires, by the gross pay of the months"), {}},
                       rest,
                       budget_.employers[post().employer].place.span});
    if (post().employed()) {
        explain_pay_limits(how, exercise);
        explain_thresholds(how, exercise);
    }
    return how;
}

bool ReturnItems::lies_in(Month month, std::optional<std::size_t> exercise) const {
    const std::optional<std::size_t> place = horizon_.place_of(month);
    return place && (!exercise || horizon_.exercise_of(*place) == *exercise);
}

// Where the law makes the cost of pay jump: by the exit of each rule of the reduction, and by what each full rate asks
// above the reduced one.
void ReturnItems::explain_pay_limits(std::vector<Step>& how, std::optional<std::size_t> exercise) const {
    std::map<Quotient, std::int64_t> without;
    std::map<std::pair<std::string, Quotient>, Money> full;
    const PayrollContributions& law = of_.law->payroll.contributions;
    for (const PayMonth& month : payroll_.posts[post_].months) {
        if (!lies_in(month.month, exercise) || month.pay->gross == Money())
            continue;
        if (month.reduction == Money() && month.coefficient == 0)
            ++without[Quotient(month.rule->exit)];
        for (const PayLine& line : month.pay->lines) {
            if (line.kind != PayLineKind::complement)
                continue;
            for (const ReducedRate& row : law.reduced) {
                if (&law.contributions[row.contribution] == line.rule && row.from <= month.month.first() &&
                    month.month.last() <= row.until)
                    full[{line.rule->id, Quotient(row.smics)}] += line.amount;
            }
        }
    }
    const auto smics = [](const Quotient& value) { return Decimal{decimal(value, 2)}; };
    for (const auto& [exit, months] : without)
        how.push_back({{tr("{n} {n:month has|months have} no general reduction: it ends at {smics} times the minimum "
                           "wage"),
                        {{"n", months}, {"smics", smics(exit)}}},
                       std::nullopt,
                       post().gross_place.span});
    for (const auto& [which, amount] : full) {
        if (amount != Money())
            how.push_back({{tr("{name}: {amount} of it since the full rate is due on all pay above {smics} times the "
                               "minimum wage"),
                            {{"name", which.first}, {"amount", amount}, {"smics", smics(which.second)}}},
                           std::nullopt,
                           post().gross_place.span});
    }
}

// Where the law makes the tax of a year less than its scale.
void ReturnItems::explain_thresholds(std::vector<Step>& how, std::optional<std::size_t> exercise) const {
    std::set<int> years;
    for (Month month = horizon_.first(); month <= horizon_.last(); month = month + 1) {
        if (lies_in(month, exercise))
            years.insert(month.year());
    }
    const PayrollTaxRules& rules = of_.law->payroll.tax;
    const Employer& employer = budget_.employers[post().employer];
    const auto say = [&](const char* text, const YearTax& tax, const char* name, Money limit) {
        how.push_back({{text,
                        {{"year", std::int64_t{tax.year}},
                         {"sum", rounded(tax.sum, Rounding::half_up)},
                         {name, limit},
                         {"due", tax.due}}},
                       std::nullopt,
                       employer.place.span});
    };
    for (const YearTax& tax : payroll_.employers[post().employer].taxes) {
        if (!tax.whole || !years.contains(tax.year) || tax.sum == Quotient())
            continue;
        if (tax.sum <= Quotient(rules.nothing_up_to.cents()))
            say(tr("taxe sur les salaires of {year}: {sum} on the scale, all posts of the employer together, and "
                   "nothing is due up to {limit}"),
                tax, "limit", rules.nothing_up_to);
        else if (employer.kind == EmployerKind::association)
            say(tr("taxe sur les salaires of {year}: {sum} on the scale, all posts of the employer together, less the "
                   "allowance of an association, {allowance}: {due}"),
                tax, "allowance", tax.scale->allowance);
        else if (tax.sum < Quotient(rules.relief_below.cents()))
            say(tr("taxe sur les salaires of {year}: {sum} on the scale, all posts of the employer together, with "
                   "relief below {limit}: {due}"),
                tax, "limit", rules.relief_below);
    }
}

// Adds pay and tax; what is returned is pay alone.
std::vector<Money> ReturnItems::add_pay(std::vector<Quotient>& cents) {
    const std::vector<PayMonth>& months = payroll_.posts[post_].months;
    std::map<int, Money> gross;
    for (const PayMonth& month : months)
        gross[month.month.year()] += month.pay->gross;
    std::map<int, Money> taxes;
    const EmployerPay& all = payroll_.employers[post().employer];
    const std::size_t place = all.place_of(post_);
    for (const YearTax& tax : all.taxes) {
        if (tax.whole)
            taxes[tax.year] = kept_of(post(), tax.shares[place]);
    }
    std::vector<Money> pay(cents.size());
    for (const PayMonth& month : months) {
        const std::optional<std::size_t> at = horizon_.place_of(month.month);
        if (!at)
            continue;
        const std::size_t i = *at;
        assumed_[i] = month.assumed;
        Quotient& sum = cents[i];
        sum = Quotient(month.cost().cents());
        const Money year = gross[month.month.year()];
        if (year > Money())
            sum += Quotient(taxes[month.month.year()].cents()) * Quotient(month.pay->gross.cents(), year.cents());
        pay[i] += month.cost();
    }
    return pay;
}

std::vector<Money> ReturnItems::add_invoices(std::vector<Quotient>& cents) {
    std::vector<Money> all(cents.size());
    for (const PostInvoice& invoice : payroll_.posts[post_].invoices) {
        const std::optional<std::size_t> at = horizon_.place_of(invoice.month);
        if (!at)
            continue;
        const std::size_t i = *at;
        assumed_[i] = assumed_[i] || invoice.assumed;
        const Money cost = cost_of(post(), invoice);
        cents[i] += Quotient(cost.cents());
        all[i] += cost;
    }
    return all;
}

void ReturnItems::fund(const PostFunding& funding, Diagnostics& diagnostics) {
    ReturnItem item;
    item.role = funding.kind == FundingKind::associates ? ReturnRole::contribution : ReturnRole::funding;
    item.id = "funding." + funding.id;
    item.label = funding.title();
    item.place = funding.place;
    item.limited = funding.kind != FundingKind::aci;
    if (funding.kind == FundingKind::aci)
        from_aci(funding, std::move(item), diagnostics);
    else if (funding.grant)
        from_grant(funding, std::move(item));
    else if (!funding.share.steps.empty())
        share_of_cost(funding, std::move(item));
    else
        typed(funding, std::move(item));
}

// Each value holds until the day before the next one.
void ReturnItems::typed(const PostFunding& funding, ReturnItem item) {
    const Days days = days_of(funding.from, funding.until);
    std::vector<Quotient> cents(static_cast<std::size_t>(horizon_.months()));
    for (std::size_t k = 0; k < funding.amount.steps.size(); ++k) {
        const auto& step = funding.amount.steps[k];
        const Date until = k + 1 < funding.amount.steps.size()
                               ? std::min(days.until, funding.amount.steps[k + 1].from - 1)
                               : days.until;
        const std::vector<Quotient> twelfths = horizon_.twelfths(std::max(days.from, step.from), until);
        for (std::size_t i = 0; i < cents.size(); ++i)
            cents[i] += twelfths[i] * Quotient(step.value.cents());
        item.how.push_back({{tr("a year, by twelfths"), {}}, step.value, funding.place.span});
    }
    add_even(std::move(item), cents);
}

// The share of the day, of each month's cost by its days; between its bounds, which are of a year, by exercise.
void ReturnItems::share_of_cost(const PostFunding& funding, ReturnItem item) {
    const Days days = days_of(funding.from, funding.until);
    const std::vector<Money>& cost = at(items_.front().months, Level::central);
    std::vector<Quotient> cents(cost.size());
    std::vector<Quotient> twelfths = horizon_.twelfths(days.from, days.until);
    const std::vector<Quotient> all = horizon_.twelfths(horizon_.begins(), horizon_.ends());
    for (std::size_t k = 0; k < funding.share.steps.size(); ++k) {
        const auto& step = funding.share.steps[k];
        const Date until =
            k + 1 < funding.share.steps.size() ? std::min(days.until, funding.share.steps[k + 1].from - 1) : days.until;
        const std::vector<Quotient> held = horizon_.twelfths(std::max(days.from, step.from), until);
        for (std::size_t i = 0; i < cents.size(); ++i) {
            if (all[i] != Quotient())
                cents[i] += Quotient(cost[i].cents()) * held[i] / all[i] * Quotient(step.value);
        }
        item.how.push_back({{tr("{share} % of the cost"), {{"share", Decimal{step.value.percent()}}}},
                            std::nullopt,
                            funding.place.span});
    }
    const std::vector<Quotient> sums = horizon_.by_exercise(cents);
    const std::vector<Quotient> years = horizon_.by_exercise(twelfths);
    std::vector<Quotient> bounded = sums;
    for (std::size_t e = 0; e < sums.size(); ++e) {
        if (sums[e] == Quotient())
            continue;
        if (funding.least)
            bounded[e] = std::max(bounded[e], Quotient(funding.least->cents()) * years[e]);
        if (funding.most)
            bounded[e] = std::min(bounded[e], Quotient(funding.most->cents()) * years[e]);
    }
    for (std::size_t i = 0; i < cents.size(); ++i) {
        const std::size_t e = horizon_.exercise_of(i);
        if (sums[e] != bounded[e])
            cents[i] = cents[i] * bounded[e] / sums[e];
    }
    if (funding.least)
        item.how.push_back({{tr("at least, a year"), {}}, *funding.least, funding.place.span});
    if (funding.most)
        item.how.push_back({{tr("at most, a year"), {}}, *funding.most, funding.place.span});
    add_even(std::move(item), cents);
}

// Each payment counts in its exercise, in the month of its day as far as that is in it.
void ReturnItems::from_grant(const PostFunding& funding, ReturnItem item) {
    std::vector<Quotient> cents(static_cast<std::size_t>(horizon_.months()));
    PlanOptions options;
    options.count = Count::hoped;
    options.only = funding.grant;
    const std::vector<std::int16_t>& exercises = horizon_.exercises();
    const Window days{budget_.first_day(), std::min(last_plan_day(), add_months(horizon_.ends(), 2 * twelve))};
    (void)movements(of_, options, days, [&](const Movement& movement) {
        const auto exercise = std::ranges::find(exercises, movement.exercise);
        if (exercise == exercises.end())
            return;
        const auto place = static_cast<std::size_t>(exercise - exercises.begin());
        std::optional<std::size_t> month;
        for (std::size_t i = 0; i < cents.size(); ++i) {
            const bool by_then = horizon_.first() + static_cast<int>(i) <= Month::of(movement.date);
            if (horizon_.exercise_of(i) == place && (!month || by_then))
                month = i;
        }
        cents[*month] += Quotient(movement.amount.cents());
        item.how.push_back({{tr("paid on {date}, for {exercise}"),
                             {{"date", movement.date}, {"exercise", std::int64_t{movement.exercise}}}},
                            movement.amount,
                            budget_.items[movement.item].place.span});
    });
    add_even(std::move(item), cents);
}

std::vector<Quotient> ReturnItems::by_year(const YearAmounts& amounts, const std::vector<Quotient>& twelfths) const {
    std::vector<Quotient> cents(twelfths.size());
    for (std::size_t i = 0; i < cents.size(); ++i) {
        const int year = (horizon_.first() + static_cast<int>(i)).year();
        cents[i] = twelfths[i] * Quotient(of_year(amounts, static_cast<std::int16_t>(year)).cents());
    }
    return cents;
}

void ReturnItems::from_aci(const PostFunding& funding, ReturnItem item, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    const YearAmounts amounts = aci_with_post(budget_, *of_.law, funding, diagnostics);
    if (amounts.empty() && diagnostics.errors() == before)
        diagnostics.error(
            "funding.no-year", {tr("no year of the ACI says what is reached: nothing can be compared"), {}},
            funding.place.span, Message{tr("say in [[aci.year]] what the team reaches with the post"), {}});
    all_aci_lost_ = all_aci_lost_ || funding.without == Without::none;
    for (const auto& [year, amount] : amounts) {
        item.how.push_back(
            {{funding.without == Without::none
                  ? tr("ACI of {year} with the post, less that without anybody who holds the function")
                  : tr("ACI of {year} with the post, less that with an associate who holds the function"),
              {{"year", std::int64_t{year}}}},
             amount,
             funding.place.span});
        last_aci_ = std::max(last_aci_.value_or(year), year);
    }
    const Days days = days_of(funding.from, funding.until);
    add_even(std::move(item), by_year(amounts, horizon_.twelfths(days.from, days.until)));
    if (funding.associate_hours > Rate())
        associate(funding);
}

// What the alternative costs is spared.
void ReturnItems::associate(const PostFunding& funding) {
    const Quotient a_year = Quotient(funding.associate_hours) * Quotient(funding.associate_rate.cents());
    ReturnItem item;
    item.role = ReturnRole::company_gain;
    item.id = "associate." + funding.id;
    item.place = funding.place;
    item.how.push_back(
        {{tr("{hours} hours a year of an associate, at {rate}, are not paid"),
          {{"hours", Decimal{shown(Quotient(funding.associate_hours))}}, {"rate", funding.associate_rate}}},
         rounded(a_year, Rounding::half_up),
         funding.place.span});
    const Days days = days_of(funding.from, funding.until);
    std::vector<Quotient> cents = horizon_.twelfths(days.from, days.until);
    for (Quotient& month : cents)
        month *= a_year;
    add_even(std::move(item), cents);
}

std::vector<Quotient> ReturnItems::ramped(const PostGain& gain) const {
    const Days days = days_of(gain.from, gain.until);
    std::vector<Quotient> sums(static_cast<std::size_t>(horizon_.months()));
    Date from = gain.from.value_or(post().from);
    const auto span = [&](Date first, Date last, const Quotient& share) {
        const std::vector<Quotient> twelfths = horizon_.twelfths(first, std::min(last, days.until));
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += twelfths[i] * share;
    };
    for (const RampStep& step : gain.ramp) {
        const Date next = add_months(from, static_cast<int>(step.months));
        span(from, next - 1, Quotient(step.share));
        from = next;
    }
    span(from, days.until, Quotient(1));
    return sums;
}

void ReturnItems::gain(const PostGain& gain) {
    if (gain.kind != GainKind::practitioner)
        return stream(gain, gain.gainer == Gainer::company ? ReturnRole::company_gain : ReturnRole::professional_gain,
                      factors_of(gain), "");
    for (const Assumption& assumption : gain.assumptions) {
        if (assumption.factor == Factor::fees)
            stream(gain, ReturnRole::professional_gain, {Factor::fees}, ".fees");
        else if (assumption.factor == Factor::contribution)
            stream(gain, ReturnRole::company_gain, {Factor::contribution}, ".contribution");
        else
            stream(gain, ReturnRole::company_gain, {Factor::patients}, ".aci");
    }
}

void ReturnItems::stream(const PostGain& gain, ReturnRole role, std::vector<Factor> factors, const char* part) {
    GainStream made;
    made.gain = &gain;
    made.role = role;
    made.item = items_.size();
    made.factors = std::move(factors);
    made.twelfths = ramped(gain);
    for (Quotient& month : made.twelfths)
        month *= gain.part;
    if (made.uses(Factor::patients)) {
        const Assumption& patients = *std::ranges::find(gain.assumptions, Factor::patients, &Assumption::factor);
        for (const Rate count : {patients.low, patients.central, patients.high})
            made.of_aci.push_back(aci_of_patients(budget_, *of_.law, count));
        for (const auto& [year, amount] : made.of_aci.front())
            last_aci_ = std::max(last_aci_.value_or(year), year);
    }
    ReturnItem item;
    item.role = role;
    item.id = "gain." + gain.id + part;
    item.part = *part == '\0' ? "" : part + 1;
    item.label = gain.title();
    item.place = gain.place;
    explain_stream(made, item.how);
    if (made.is_aci()) {
        for (const auto& [year, amount] : made.of_aci[static_cast<std::size_t>(Level::central)])
            item.how.push_back({{tr("ACI of {year} with these patients more, central"), {{"year", std::int64_t{year}}}},
                                amount,
                                gain.place.span});
    }
    item.years = horizon_.by_exercise(made.twelfths);
    ByLevel<std::vector<Quotient>> cents;
    for (const Level level : all_levels)
        at(cents, level) = cents_of(made, level, {}, Level::central);
    add(std::move(item), cents);
    streams_.push_back(std::move(made));
}

std::vector<Quotient> ReturnItems::cents_of(const GainStream& stream, Level level, std::optional<Factor> moved,
                                            Level to) const {
    if (stream.is_aci())
        return by_year(stream.of_aci[static_cast<std::size_t>(moved ? to : level)], stream.twelfths);
    const Quotient a_year = stream.a_year(level, moved, to);
    std::vector<Quotient> cents = stream.twelfths;
    for (Quotient& month : cents)
        month *= a_year;
    return cents;
}

Money ReturnItems::total_with(const GainStream& stream, Factor factor, Level level) const {
    return sum(horizon_.by_month(cents_of(stream, Level::central, factor, level)));
}

}  // namespace msp
