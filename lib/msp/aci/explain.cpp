// SPDX-License-Identifier: MIT
#include <msp/aci/readings.hpp>
#include <msp/aci/score.hpp>

#include <algorithm>
#include <array>

namespace msp {
namespace {

Decimal number(const Quotient& value) {
    return {written(value)};
}

Decimal euros(const Quotient& cents) {
    return {written(cents / Quotient(100))};
}

void rule_step(const AciFacts& facts, const Evidence& evidence, Trace& trace) {
    if (facts.assumed)
        trace.step(
            {tr("{text} is taken to hold for {year}"), {{"text", facts.text->id}, {"year", std::int64_t{facts.year}}}},
            std::nullopt);
    trace.step({tr("rule: {text}, {sources} ({confidence})"),
                {{"text", facts.text->reference()},
                 {"sources", cited(evidence, facts.text->sources)},
                 {"confidence", Term{name_of(evidence.confidence)}}}},
               std::nullopt);
}

bool scaled_by(const AciIndicator& indicator, Scale scale) {
    return std::ranges::any_of(indicator.terms, [scale](const AciTerm& term) { return term.scale == scale; });
}

void people_steps(const AciFacts& facts, const AciIndicator& indicator, Trace& trace) {
    const auto step = [&](const char* typed, const char* on_date, const char* by_days, const Quotient& count,
                          const Place& place) {
        const char* text = place.span.known() ? typed : facts.options.counting == Counting::by_days ? by_days : on_date;
        trace.step({text, {{"n", number(count)}, {"date", facts.counted_on}}}, std::nullopt, place.span);
    };
    if (scaled_by(indicator, Scale::patients) || scaled_by(indicator, Scale::list))
        step(tr("patients: {n}, typed"), tr("patients: {n}, counted from the members on {date}"),
             tr("patients: {n}, counted from the members by days present"), facts.counts.patients,
             facts.patients_place);
    if (scaled_by(indicator, Scale::associates))
        step(tr("associates: {n}, typed"), tr("associates: {n}, counted from the members on {date}"),
             tr("associates: {n}, counted from the members by days present"), facts.counts.associates,
             facts.associates_place);
    if (!facts.patients_place.span.known() && scaled_by(indicator, Scale::patients)) {
        for (const AciPerson& person : facts.people) {
            if (person.member->patients)
                trace.step({person.share.entire() ? tr("{id}: {n} patients") : tr("{id}: {n} patients × {share}"),
                            {{"id", person.member->id},
                             {"n", *person.member->patients},
                             {"share", Decimal{written(person.share)}}}},
                           std::nullopt, person.member->place.span);
        }
    }
    if (scaled_by(indicator, Scale::list))
        trace.step({tr("doctors: {n}"), {{"n", number(facts.counts.doctors)}}}, std::nullopt);
}

void missing_step(const AciFacts& facts, const AciRemuneration& result, Trace& trace) {
    for (const std::size_t index : result.missing)
        trace.step({tr("{id} is a prerequisite and is not reached: nothing is paid for the year"),
                    {{"id", facts.text->indicators[index].id}}},
                   Money());
}

void paid_in_euros(const Quotient& cents, Trace& trace) {
    if (cents != Quotient())
        trace.step({tr("paid in euros: {euros} €"), {{"euros", euros(cents)}}}, std::nullopt);
}

// Points and their value, and what is paid in euros beside them.
void value_steps(const AciText& text, const AciLine& line, Trace& trace) {
    const Quotient point = text.point.cents();
    if (text.point != Money()) {
        trace.step(
            {tr("points: {points} of {most}"), {{"points", number(line.points)}, {"most", number(line.points_max)}}},
            std::nullopt);
        trace.step(
            {tr("× {point} € a point = {euros} €"), {{"point", euros(point)}, {"euros", euros(line.points * point)}}},
            std::nullopt);
    }
    paid_in_euros(line.euros - line.points * point, trace);
}

// Those that bear on an indicator; positions in chosen_options().
void option_steps(const AciFacts& facts, const std::vector<std::size_t>& which, Trace& trace) {
    const std::vector<const char*> all = chosen_options(facts.options);
    for (const std::size_t option : which)
        trace.step({tr("option: {option}"), {{"option", Term{all.at(option)}}}}, std::nullopt);
}

enum ChosenOption : std::size_t {
    meetings,
    case_rate,
    proration,
    software,
    concertation,
    derogation,
    counting,
    advance_ipa,
    advance_crisis
};

std::vector<std::size_t> options_of(const AciFacts& facts, const AciIndicator& indicator) {
    std::vector<std::size_t> found;
    if (indicator.cases)
        found.insert(found.end(), {meetings, case_rate});
    if (indicator.proration == Proration::acquisition && facts.contract)
        found.push_back(software);
    if (indicator.proration == Proration::contract && facts.contract)
        found.push_back(concertation);
    if (indicator.proration != Proration::none)
        found.push_back(proration);
    if (indicator.hours)
        found.push_back(derogation);
    return found;
}

// By class, then all of them.
void class_steps(const AciRemuneration& result, Trace& trace) {
    constexpr std::array names = {tr("prerequisites: {points} points"), tr("socle: {points} points"),
                                  tr("conditional: {points} points"), tr("optional: {points} points")};
    Quotient exact;
    for (std::size_t kind = 0; kind < aci_class_count; ++kind) {
        Quotient points;
        for (const AciLine& line : result.lines) {
            if (static_cast<std::size_t>(line.kind) == kind)
                points += line.points;
        }
        if (result.text->point != Money())
            trace.step({names.at(kind), {{"points", number(points)}}}, std::nullopt);
    }
    for (const AciLine& line : result.lines)
        exact += line.euros;
    const Quotient point = result.text->point.cents();
    if (result.text->point != Money())
        trace.step(
            {tr("{points} points × {point} € = {euros} €"),
             {{"points", number(result.points)}, {"point", euros(point)}, {"euros", euros(result.points * point)}}},
            std::nullopt);
    paid_in_euros(exact - result.points * point, trace);
}

}  // namespace

void explain_indicator(const AciFacts& facts, std::size_t index, Trace& trace) {
    const AciIndicator& indicator = facts.text->indicators[index];
    const AciRemuneration result = remuneration(facts);
    const AciLine& line = result.lines[index];
    rule_step(facts, indicator.evidence, trace);
    if (line.unknown)
        trace.step({tr("its value is not known here"), {}}, std::nullopt);
    if (!line.due)
        trace.step({tr("it is not due in {year}: its condition is not met"), {{"year", std::int64_t{facts.year}}}},
                   std::nullopt);
    people_steps(facts, indicator, trace);
    if (facts.reached[indicator.with.value_or(index)] == nullptr && !line.typed)
        trace.step({tr("not said to be reached"), {}}, std::nullopt);
    option_steps(facts, options_of(facts, indicator), trace);
    (void)Score(facts, index, &trace).reached();
    value_steps(*facts.text, line, trace);
    missing_step(facts, result, trace);
    trace.step({tr("its part of the year's total, which is rounded once"), {}}, line.amount);
}

void explain_total(const AciFacts& facts, Trace& trace) {
    const AciRemuneration result = remuneration(facts);
    const AciText& text = *facts.text;
    rule_step(facts, text.point_evidence, trace);
    class_steps(result, trace);
    if (facts.precarity) {
        trace.step(
            {tr("majoration for precarity: {percent} %, {most} % at most"),
             {{"percent", number(result.majoration * Quotient(100))}, {"most", Decimal{text.precarity_cap.percent()}}}},
            std::nullopt, facts.precarity->place.span);
        rule_step(facts, text.precarity_evidence, trace);
    }
    missing_step(facts, result, trace);
    constexpr std::array roundings = {tr("remuneration of {year}, rounded half up to the cent"),
                                      tr("remuneration of {year}, rounded to the cent, halves to even"),
                                      tr("remuneration of {year}, cut off to the cent")};
    trace.step({roundings.at(static_cast<std::size_t>(facts.options.rounding)), {{"year", std::int64_t{facts.year}}}},
               result.total);
}

void explain_advance(const AciFacts& facts, Trace& trace) {
    const AciRemuneration result = remuneration(facts);
    const AciText& text = *facts.text;
    rule_step(facts, text.advance_evidence, trace);
    option_steps(facts, {advance_ipa, advance_crisis}, trace);
    for (const AciLine& line : result.lines) {
        if (in_advance(facts, line) && line.euros_max != Quotient())
            trace.step({tr("{id} at 100 %: {euros} €"),
                        {{"id", text.indicators[line.indicator].id}, {"euros", euros(line.euros_max)}}},
                       std::nullopt);
    }
    trace.step({tr("prerequisites and socle at 100 %: {points} points, {euros} €"),
                {{"points", number(result.base_points)}, {"euros", euros(result.base)}}},
               std::nullopt);
    if (!result.prorata.entire())
        trace.step({tr("from the contract's date, {date}, to the year's end: × {share}"),
                    {{"date", *facts.contract}, {"share", Decimal{written(result.prorata)}}}},
                   std::nullopt);
    trace.step({tr("× {percent} %, rounded half up to the cent"), {{"percent", Decimal{text.advance_rate.percent()}}}},
               result.advance);
}

}  // namespace msp
