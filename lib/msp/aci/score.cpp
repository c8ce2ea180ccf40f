// SPDX-License-Identifier: MIT
#include <msp/aci/score.hpp>

#include <algorithm>
#include <stdexcept>

namespace msp {
namespace {

Worth times(Worth worth, const Quotient& factor) {
    return {worth.points * factor, worth.cents * factor};
}

Worth value_of(std::int64_t points, Money euros) {
    return {points, euros.cents()};
}

bool more_than(const std::optional<Rate>& weeks, int most) {
    return weeks && *weeks > Rate(most, 0);
}

}  // namespace

YearShare part_of_year(Date from, std::int16_t year, ProrationUnit unit) {
    const Date first = Month(year, 1).first();
    const Date last = Month(year, 12).last();
    const Date counted = std::clamp(from, first, last + 1);
    switch (unit) {
        case ProrationUnit::days:
            return {last - counted + 1, last - first + 1};
        case ProrationUnit::months:
            return {counted > last ? 0 : 13 - static_cast<std::int64_t>(counted.fields().month), 12};
    }
    throw std::logic_error("a unit of proration without a name");
}

std::string written(const YearShare& share) {
    return std::to_string(share.part) + "/" + std::to_string(share.whole);
}

std::string written(const Quotient& value) {
    constexpr int decimals = 6;
    if (truncated(value, decimals) != value)
        return decimal(value.numerator()) + "/" + decimal(value.denominator());
    std::string text = decimal(value, decimals);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

bool holds(const AciAlternative& alternative, const Reached* reached) {
    if (reached == nullptr)
        return false;
    if (alternative.theme.empty())
        return reached->whole || reached->count.value_or(0) >= alternative.units;
    return reached->count == 1 && std::ranges::find(reached->themes, alternative.theme) != reached->themes.end();
}

Quotient cents_of(const Worth& worth, const AciText& text) {
    return worth.points * text.point.cents() + worth.cents;
}

Score::Score(const AciFacts& facts, std::size_t indicator, Trace* trace)
    : facts_(facts), indicator_(facts.text->indicators[indicator]), index_(indicator), trace_(trace) {}

bool Score::due() const {
    const AciException* exception = facts_.text->exception(index_, facts_.rules_year);
    if (exception != nullptr && !exception->payable)
        return false;
    switch (indicator_.condition) {
        case AciCondition::none:
            return true;
        case AciCondition::ipa:
            return facts_.ipa;
        case AciCondition::crisis:
            return facts_.crisis;
    }
    throw std::logic_error("a condition without a name");
}

bool Score::settled() const {
    return facts_.points[index_] != nullptr || !due() || indicator_.unknown();
}

Worth Score::reached() {
    if (const TypedPoints* typed = facts_.points[index_]) {
        note(typed->place.span, [&] {
            return Message{tr("points as typed: {points}"), {{"points", Decimal{written(Quotient(typed->points))}}}};
        });
        return {Quotient(typed->points), {}};
    }
    const Reached* reached = facts_.reached[stated_by()];
    if (reached == nullptr || settled())
        return {};
    if (!alternative_holds()) {
        note(reached->place.span, [&] { return Message{tr("what it needs of other indicators is not there"), {}}; });
        return {};
    }
    return worth(*reached);
}

Worth Score::maximum() {
    Worth most;
    if (due() && !indicator_.unknown()) {
        Score full(facts_, index_);
        full.whole_year_ = true;
        most = full.worth(reached_in_full);
    }
    if (const TypedPoints* typed = facts_.points[index_])
        most.points = std::max(most.points, Quotient(typed->points));
    return most;
}

bool Score::alternative_holds() const {
    return indicator_.one_of.empty() || std::ranges::any_of(indicator_.one_of, [&](const AciAlternative& one) {
               return holds(one, facts_.reached[one.indicator]);
           });
}

Worth Score::worth(const Reached& reached) {
    Worth sum;
    if (indicator_.hours)
        sum += by_hours(reached);
    if (!indicator_.steps.empty())
        sum += by_steps(reached);
    for (const AciTerm& term : indicator_.terms)
        sum += by_term(term, reached);
    const Quotient share = factor(reached);
    return share == Quotient(1) ? sum : times(sum, share);
}

Worth Score::by_hours(const Reached& reached) {
    const AciHours& hours = *indicator_.hours;
    std::int64_t value = hours.rows.front().saturday;
    if (!reached.whole) {
        const AciHoursRow* row = hours_row(reached, hours);
        if (row == nullptr)
            return {};
        value = hours_value(reached, *row);
    }
    return hours.in_euros ? Worth{{}, value} : Worth{value, {}};
}

// Null where the hours pay nothing.
const AciHoursRow* Score::hours_row(const Reached& reached, const AciHours& hours) {
    if (!reached.unscheduled.value_or(true)) {
        note(reached.place.span, [&] { return Message{tr("unscheduled care is not organised: nothing is paid"), {}}; });
        return nullptr;
    }
    if (more_than(reached.weeks, hours.most_weeks) || more_than(reached.weeks_outside, hours.most_weeks_outside)) {
        note(reached.place.span, [&] {
            return Message{
                tr("closed for more than {weeks} weeks of school holidays, or {outside} outside them: nothing is "
                   "paid"),
                {{"weeks", std::int64_t{hours.most_weeks}}, {"outside", std::int64_t{hours.most_weeks_outside}}}};
        });
        return nullptr;
    }
    if (reached.derogation.value_or(false))
        return &hours.derogation;
    const auto fits = [&](const AciHoursRow& row) { return reached.amplitude.value_or(0) >= row.minutes; };
    const auto found = std::ranges::find_if(hours.rows, fits);
    if (found != hours.rows.end())
        return &*found;
    note(reached.place.span, [&] {
        return Message{tr("open for less than {hours} hours a weekday: nothing is paid"),
                       {{"hours", std::int64_t{hours.rows.back().minutes / 60}}}};
    });
    return nullptr;
}

std::int64_t Score::hours_value(const Reached& reached, const AciHoursRow& row) {
    const bool derogation = reached.derogation.value_or(false);
    if (derogation && facts_.options.derogation == DerogationRule::full) {
        note(reached.place.span, [&] {
            return Message{tr("derogation of the ARS, by which nothing is taken off: {value}"),
                           {{"value", row.saturday}}};
        });
        return row.saturday;
    }
    const bool few_weeks = reached.weeks && *reached.weeks > Rate();  // no text takes anything off for the others
    const bool saturday = reached.saturday.value_or(false);
    const std::int64_t value = saturday ? (few_weeks ? row.saturday_few_weeks : row.saturday)
                                        : (few_weeks ? row.no_saturday_few_weeks : row.no_saturday);
    note(reached.place.span, [&] {
        return Message{derogation
                           ? tr("derogation of the ARS, Saturday {saturday}, holidays {weeks}: {value} in the table")
                           : tr("{hours} hours a weekday or more, Saturday {saturday}, holidays {weeks}: {value} in "
                                "the table"),
                       {{"hours", std::int64_t{row.minutes / 60}},
                        {"saturday", Term{saturday ? tr("open") : tr("closed")}},
                        {"weeks", Term{few_weeks ? tr("partly closed") : tr("open")}},
                        {"value", value}}};
    });
    return value;
}

Worth Score::by_steps(const Reached& reached) {
    const std::vector<AciStep>& steps = indicator_.steps;
    const std::int64_t count = reached.whole ? steps.back().units : reached.count.value_or(0);
    const auto above = std::ranges::find_if(steps, [&](const AciStep& step) { return step.units > count; });
    if (above == steps.begin()) {
        note(reached.place.span, [&] {
            return Message{tr("{n} is fewer than {least}, the first step: nothing is paid"),
                           {{"n", count}, {"least", above->units}}};
        });
        return {};
    }
    const AciStep& step = *std::prev(above);
    const Quotient value = step.euros == Money() ? Quotient(step.points) : Quotient(step.euros.cents(), 100);
    note(reached.place.span, [&] {
        return Message{tr("{n}, step of {units}: {value}"),
                       {{"n", count}, {"units", step.units}, {"value", Decimal{written(value)}}}};
    });
    return value_of(step.points, step.euros);
}

// Those that count: at most `most`, and of those from the regional health project no more than the text allows.
std::int64_t Score::units(const Reached& reached, std::int64_t most) {
    if (reached.whole)
        return most;
    std::int64_t count = reached.count.value_or(0);
    const std::size_t themes = indicator_.with ? *indicator_.with : index_;
    if (const auto& rule = facts_.text->indicators[themes].themes) {
        const std::int64_t regional = reached.regional.value_or(0);
        count -= std::max<std::int64_t>(0, regional - rule->most_regional);
    }
    return std::min(count, most);
}

Quotient Score::measure(const AciTerm& term) {
    switch (term.scale) {
        case Scale::none:
            return 1;
        case Scale::patients:
            return facts_.counts.patients;
        case Scale::associates:
            return facts_.counts.associates;
        case Scale::list:
            return facts_.counts.doctors == Quotient() ? Quotient() : facts_.counts.patients / facts_.counts.doctors;
    }
    throw std::logic_error("a scale without a name");
}

Worth Score::by_term(const AciTerm& term, const Reached& reached) {
    Quotient amount = 1;
    if (term.scale != Scale::none) {
        const Quotient all = measure(term);
        const Quotient below = term.up_to ? std::min(all, Quotient(*term.up_to)) : all;
        amount = std::max(Quotient(), below - Quotient(term.above)) / Quotient(term.each);
    }
    if (term.most_units != 0 || term.least_units != 0) {
        const std::int64_t count = units(reached, std::max(term.most_units, term.least_units));
        if (count < term.least_units) {
            note(reached.place.span, [&] {
                return Message{tr("{n} of the {least} it takes: nothing is paid"),
                               {{"n", count}, {"least", term.least_units}}};
            });
            return {};
        }
        if (term.most_units != 0) {
            note(reached.place.span, [&] {
                return Message{tr("{n} counted, {most} at most"), {{"n", count}, {"most", term.most_units}}};
            });
            amount *= count;
        }
    }
    const Worth worth = times(value_of(term.points, term.euros), amount);
    note(Span(), [&] {
        const bool euros = term.euros != Money();
        return Message{
            euros ? tr("{value} € × {amount} = {worth} €") : tr("{value} points × {amount} = {worth} points"),
            {{"value", Decimal{euros ? written(Quotient(term.euros.cents(), 100)) : std::to_string(term.points)}},
             {"amount", Decimal{written(amount)}},
             {"worth", Decimal{written(euros ? worth.cents / Quotient(100) : worth.points)}}}};
    });
    return worth;
}

Quotient Score::factor(const Reached& reached) {
    if (whole_year_)
        return 1;
    Quotient share = year_share(reached).value();
    if (indicator_.cases && !reached.whole) {
        share *= case_factor(reached, *indicator_.cases);
        share *= meeting_factor(reached, *indicator_.cases);
    }
    return share;
}

// The part of the year for which it counts.
YearShare Score::year_share(const Reached& reached) {
    const AciOptions& options = facts_.options;
    if (indicator_.proration == Proration::acquisition) {
        Date from = reached.since.value_or(Month(facts_.year, 1).first());
        if (options.software == SoftwareFrom::contract && facts_.contract)
            from = std::max(from, *facts_.contract);
        return share_from(from, tr("from {date} to the year's end: × {share}"), reached.place.span);
    }
    if (indicator_.proration == Proration::contract && options.concertation == ConcertationFrom::contract &&
        facts_.contract)
        return share_from(*facts_.contract, tr("from the contract's date, {date}, to the year's end: × {share}"), {});
    return {};
}

YearShare Score::share_from(Date from, const char* text, Span place) {
    const YearShare share = part_of_year(from, facts_.year, facts_.options.proration);
    if (!share.entire())
        note(place, [&] { return Message{text, {{"date", from}, {"share", Decimal{written(share)}}}}; });
    return share;
}

Quotient Score::case_factor(const Reached& reached, const AciCases& cases) {
    const std::int64_t concerned = reached.concerned.value_or(0);
    Quotient rate = concerned == 0 ? Quotient() : Quotient(reached.cases.value_or(0), concerned);
    const bool truncate = facts_.options.case_rate == CaseRateRule::truncated;
    if (truncate)
        rate = truncated(rate, 4);
    const Quotient share = std::min(Quotient(1), rate / Quotient(cases.rate));
    note(reached.place.span, [&] {
        return Message{truncate ? tr("{cases} cases for {patients} patients: {rate} %, cut off to two decimals, of "
                                     "{whole} %: × {share}")
                                : tr("{cases} cases for {patients} patients: {rate} % of {whole} %: × {share}"),
                       {{"cases", reached.cases.value_or(0)},
                        {"patients", concerned},
                        {"rate", Decimal{written(rate * Quotient(100))}},
                        {"whole", Decimal{cases.rate.percent()}},
                        {"share", Decimal{written(share)}}}};
    });
    return share;
}

Quotient Score::meeting_factor(const Reached& reached, const AciCases& cases) {
    const std::int64_t held = reached.meetings.value_or(0);
    Quotient wanted = cases.meetings;
    if (indicator_.proration == Proration::contract && facts_.contract &&
        facts_.options.concertation == ConcertationFrom::contract)
        wanted *= part_of_year(*facts_.contract, facts_.year, facts_.options.proration).value();
    Quotient share = wanted == Quotient() ? Quotient(1) : std::min(Quotient(1), Quotient(held) / wanted);
    if (facts_.options.meetings == MeetingsRule::required && share != Quotient(1))
        share = 0;
    note(reached.place.span, [&] {
        return Message{tr("{n} meetings of {wanted}: × {share}"),
                       {{"n", held}, {"wanted", Decimal{written(wanted)}}, {"share", Decimal{written(share)}}}};
    });
    return share;
}

}  // namespace msp
