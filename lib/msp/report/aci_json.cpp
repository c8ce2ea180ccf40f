// SPDX-License-Identifier: MIT
#include <msp/aci/sums.hpp>
#include <msp/report/aci_json.hpp>
#include <msp/report/aci_notes.hpp>

#include <optional>
#include <string_view>

namespace msp {
namespace {

void count(Json& json, const char* key, const Quotient& value) {
    json.key(key);
    json.number(value.whole() ? decimal(value.numerator()) : decimal(value, 6));
}

// With its exact value.
void points(Json& json, const std::string& key, const Quotient& value) {
    json.key(key);
    json.number(decimal(value, 6));
    json.key(key + "_num");
    json.number(decimal(value.numerator()));
    json.key(key + "_den");
    json.number(decimal(value.denominator()));
}

void amount(Json& json, const char* key, Money value) {
    json.key(key);
    json.money(value);
}

void date(Json& json, const char* key, const std::optional<Date>& value) {
    json.key(key);
    if (value)
        json.date(*value);
    else
        json.null();
}

void flag(Json& json, const char* key, bool value) {
    json.key(key);
    json.boolean(value);
}

void text(Json& json, const char* key, std::string_view value) {
    json.key(key);
    json.text(value);
}

void texts(Json& json, const char* key, const std::vector<std::string>& values) {
    json.key(key);
    json.begin_array();
    for (const std::string& value : values)
        json.text(value);
    json.end_array();
}

template <typename Value>
void integer(Json& json, const char* key, const std::optional<Value>& value) {
    if (!value)
        return;
    json.key(key);
    json.integer(*value);
}

void percent(Json& json, const char* key, Rate rate) {
    json.key(key);
    json.number(rate.percent());
}

// What is typed of an indicator; only that.
void reached(Json& json, const Reached& said) {
    json.begin_object();
    text(json, "indicator", said.indicator);
    flag(json, "whole", said.whole);
    integer(json, "number", said.count);
    if (said.since)
        date(json, "since", said.since);
    integer(json, "amplitude_minutes", said.amplitude);
    for (const auto& [key, value] : {std::pair{"saturday", said.saturday}, std::pair{"derogation", said.derogation},
                                     std::pair{"unscheduled", said.unscheduled}}) {
        if (value)
            flag(json, key, *value);
    }
    for (const auto& [key, value] :
         {std::pair{"closed_weeks", said.weeks}, std::pair{"closed_weeks_outside", said.weeks_outside}}) {
        if (value)
            count(json, key, Quotient(*value));
    }
    integer(json, "cases", said.cases);
    integer(json, "concerned", said.concerned);
    integer(json, "meetings", said.meetings);
    if (!said.themes.empty())
        texts(json, "themes", said.themes);
    integer(json, "regional", said.regional);
    json.end_object();
}

void precarity(Json& json, const std::optional<Precarity>& said) {
    json.key("precarity");
    if (!said) {
        json.null();
        return;
    }
    json.begin_object();
    integer(json, "c2s", std::optional(said->c2s));
    integer(json, "ame", std::optional(said->ame));
    percent(json, "c2s_national_percent", said->c2s_national);
    percent(json, "ame_national_percent", said->ame_national);
    json.end_object();
}

void facts_json(Json& json, const AciFacts& facts) {
    json.key("facts");
    json.begin_object();
    count(json, "patients", facts.counts.patients);
    text(json, "patients_from", facts.patients_place.span.known() ? "typed" : "members");
    count(json, "associates", facts.counts.associates);
    text(json, "associates_from", facts.associates_place.span.known() ? "typed" : "members");
    count(json, "doctors", facts.counts.doctors);
    date(json, "counted_on", facts.counted_on);
    flag(json, "ipa", facts.ipa);
    flag(json, "crisis", facts.crisis);
    date(json, "contract", facts.contract);
    date(json, "contract_end", facts.contract_end);
    precarity(json, facts.precarity);
    json.key("reached");
    json.begin_array();
    for (std::size_t i = 0; i < facts.reached.size(); ++i) {
        // A level that another one brings has that one's statement.
        if (facts.reached[i] != nullptr && facts.reached[i]->indicator == facts.text->indicators[i].id)
            reached(json, *facts.reached[i]);
    }
    json.end_array();
    json.key("points");
    json.begin_array();
    for (const TypedPoints* typed : facts.points) {
        if (typed == nullptr)
            continue;
        json.begin_object();
        text(json, "indicator", typed->indicator);
        count(json, "points", Quotient(typed->points));
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

void sum(Json& json, const char* key, std::string_view id, const AciSum& sum) {
    json.begin_object();
    text(json, key, id);
    points(json, "points", sum.points);
    points(json, "points_max", sum.points_max);
    amount(json, "amount", sum.amount);
    amount(json, "amount_max", sum.most());
    json.end_object();
}

void sums_json(Json& json, const AciRemuneration& paid) {
    json.key("classes");
    json.begin_array();
    for (std::size_t kind = 0; kind < aci_class_count; ++kind)
        sum(json, "class", id_of(static_cast<AciClass>(kind)), sum_of_class(paid, static_cast<AciClass>(kind)));
    json.end_array();
    json.key("axes");
    json.begin_array();
    for (std::size_t axis = 0; axis < paid.text->axes.size(); ++axis)
        sum(json, "axis", paid.text->axes[axis].first, sum_of_axis(paid, axis));
    json.end_array();
}

// An advance or a balance as the schedule has it, the latest day and what the rules alone say.
void begin_share(Json& json, const char* key, const AciShare& share, Date latest, Money computed) {
    json.key(key);
    json.begin_object();
    amount(json, "amount", share.amount);
    date(json, "date", share.day);
    date(json, "latest_date", latest);
    amount(json, "computed", computed);
}

void recovery_json(Json& json, const std::optional<Recovery>& recovery) {
    json.key("recovery");
    if (!recovery) {
        json.null();
        return;
    }
    json.begin_object();
    amount(json, "amount", opposite(recovery->amount));
    date(json, "date", recovery->date);
    text(json, "by", recovery->kind == RecoveryKind::offset ? "offset" : "repayment");
    json.end_object();
}

void payments_json(Json& json, const AciResult& result, const AciYearResult& year) {
    const AciRemuneration& paid = year.paid;
    const AciSettlement& settled = result.settlement(paid.year);
    const AciYear& typed = result.typed(paid.year);
    begin_share(json, "advance", settled.advance, paid.advance_day, paid.advance);
    percent(json, "share_percent", paid.text->advance_rate);
    points(json, "base_points", paid.base_points);
    amount(json, "base", rounded(paid.base, Rounding::half_up));
    json.key("prorata");
    json.number(decimal(paid.prorata.value(), 6));
    integer(json, "prorata_num", std::optional(paid.prorata.part));
    integer(json, "prorata_den", std::optional(paid.prorata.whole));
    recovery_json(json, typed.advance.recovery);
    json.end_object();
    begin_share(json, "balance", settled.balance, paid.balance_day, paid.balance());
    recovery_json(json, typed.balance.recovery);
    json.end_object();
    amount(json, "settled", settled.total);
    json.key("documents");
    json.begin_object();
    date(json, "date", paid.evidence_day);
    text(json, "confidence", year.facts.evidence ? "typed" : id_of(paid.text->evidence_day_evidence.confidence));
    json.end_object();
    json.key("notified");
    if (typed.notified)
        json.money(*typed.notified);
    else
        json.null();
}

void readings_json(Json& json, const AciYearResult& year, Language language) {
    json.key("options");
    json.begin_object();
    for (const std::string_view option : chosen_options(year.facts.options)) {
        const std::size_t equals = option.find(" = ");
        json.key(option.substr(0, equals));
        json.text(option.substr(equals + 3));
    }
    json.end_object();
    json.key("readings");
    json.begin_array();
    for (const AciReading& reading : year.readings) {
        json.begin_object();
        text(json, "option", reading.other);
        amount(json, "total", reading.total);
        amount(json, "advance", reading.advance);
        count(json, "patients", reading.counts.patients);
        count(json, "associates", reading.counts.associates);
        json.end_object();
    }
    json.end_array();
    json.key("uncertain");
    json.begin_array();
    for (const UncertainValue& value : uncertain_values(year.facts, year.paid)) {
        json.begin_object();
        text(json, "value", value.id);
        text(json, "confidence", id_of(value.confidence));
        json.end_object();
    }
    json.end_array();
    std::vector<std::string> notes = missing_notes(year, language);
    for (const std::vector<std::string>& more : {aci_notes(year, language), reading_notes(year, language)})
        notes.insert(notes.end(), more.begin(), more.end());
    texts(json, "notes", notes);
}

void sources_json(Json& json, const AciYearResult& year) {
    json.key("sources");
    json.begin_array();
    for (const std::size_t index : sources_of(year)) {
        const LegalSource& source = year.paid.text->sources[index];
        json.begin_object();
        text(json, "id", source.id);
        text(json, "title", source.title);
        text(json, "kind", source.kind);
        text(json, "url", source.url);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void aci_text_json(Json& json, const AciText& said, Language language) {
    text(json, "id", said.id);
    text(json, "label", said.label.in(language));
    text(json, "legal", said.legal);
    json.key("from");
    json.integer(said.from);
    json.key("until");
    if (said.until)
        json.integer(*said.until);
    else
        json.null();
    date(json, "checked", said.checked);
    text(json, "note", said.note.in(language));
}

void evidence_json(Json& json, const AciText& said, const Evidence& evidence, Language language) {
    text(json, "confidence", id_of(evidence.confidence));
    json.key("sources");
    json.begin_array();
    for (const Citation& citation : evidence.citations) {
        json.begin_object();
        text(json, "source", said.sources[citation.source].id);
        text(json, "page", citation.page);
        json.end_object();
    }
    json.end_array();
    text(json, "note", evidence.note.in(language));
}

void aci_year_json(Json& json, const AciResult& result, const AciYearResult& year, Language language) {
    const AciRemuneration& paid = year.paid;
    json.begin_object();
    text(json, "scenario", result.scenario);
    text(json, "entity", result.entity().id);
    json.key("exercise");
    json.integer(paid.year);
    json.key("text");
    json.begin_object();
    aci_text_json(json, *paid.text, language);
    json.end_object();
    flag(json, "assumed", paid.assumed);
    facts_json(json, year.facts);
    points(json, "points", paid.points);
    points(json, "points_max", paid.points_max);
    points(json, "majoration", paid.majoration);
    amount(json, "majoration_amount", paid.majoration_amount);
    amount(json, "total", paid.total);
    amount(json, "maximum", paid.maximum);
    std::vector<std::string> missing;
    for (const std::size_t index : paid.missing)
        missing.push_back(paid.text->indicators[index].id);
    texts(json, "missing", missing);
    sums_json(json, paid);
    payments_json(json, result, year);
    readings_json(json, year, language);
    sources_json(json, year);
    json.end_object();
}

}  // namespace msp
