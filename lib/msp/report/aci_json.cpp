// SPDX-License-Identifier: MIT
#include <msp/aci/sums.hpp>
#include <msp/report/aci_json.hpp>
#include <msp/report/aci_notes.hpp>

#include <optional>
#include <string_view>

namespace msp {
namespace {

void count(Json& json, const char* key, const Quotient& value) {
    json.number(key, value.whole() ? decimal(value.numerator()) : decimal(value, point_places));
}

// With its exact value.
void points(Json& json, const std::string& key, const Quotient& value) {
    json.number(key, decimal(value, point_places));
    json.text(key + "_num", decimal(value.numerator()));
    json.text(key + "_den", decimal(value.denominator()));
}

void texts(Json& json, const char* key, const std::vector<std::string>& values) {
    json.begin_array(key);
    for (const std::string& value : values)
        json.text(value);
    json.end_array();
}

// Absent where nothing is said.
template <typename Value>
void integer_if_said(Json& json, const char* key, const std::optional<Value>& value) {
    if (!value)
        return;
    json.integer(key, *value);
}

// What is typed of an indicator; only that.
void reached(Json& json, const Reached& said) {
    json.begin_object();
    json.text("indicator", said.indicator);
    json.boolean("whole", said.whole);
    integer_if_said(json, "number", said.count);
    if (said.since)
        json.date("since", said.since);
    integer_if_said(json, "amplitude_minutes", said.amplitude);
    for (const auto& [key, value] : {std::pair{"saturday", said.saturday}, std::pair{"derogation", said.derogation},
                                     std::pair{"unscheduled", said.unscheduled}}) {
        if (value)
            json.boolean(key, *value);
    }
    for (const auto& [key, value] :
         {std::pair{"closed_weeks", said.weeks}, std::pair{"closed_weeks_outside", said.weeks_outside}}) {
        if (value)
            count(json, key, Quotient(*value));
    }
    integer_if_said(json, "cases", said.cases);
    integer_if_said(json, "concerned", said.concerned);
    integer_if_said(json, "meetings", said.meetings);
    if (!said.themes.empty())
        texts(json, "themes", said.themes);
    integer_if_said(json, "regional", said.regional);
    json.end_object();
}

void precarity(Json& json, const std::optional<Precarity>& said) {
    json.key("precarity");
    if (!said) {
        json.null();
        return;
    }
    json.begin_object();
    json.integer("c2s", said->c2s);
    json.integer("ame", said->ame);
    json.number("c2s_national_percent", said->c2s_national.percent());
    json.number("ame_national_percent", said->ame_national.percent());
    json.end_object();
}

void facts_json(Json& json, const AciFacts& facts) {
    json.begin_object("facts");
    count(json, "patients", facts.counts.patients);
    json.text("patients_from", facts.patients_place.span.known() ? "typed" : "members");
    count(json, "associates", facts.counts.associates);
    json.text("associates_from", facts.associates_place.span.known() ? "typed" : "members");
    count(json, "doctors", facts.counts.doctors);
    json.date("counted_on", facts.counted_on);
    json.boolean("ipa", facts.ipa);
    json.boolean("crisis", facts.crisis);
    json.date("contract", facts.contract);
    json.date("contract_end", facts.contract_end);
    precarity(json, facts.precarity);
    json.begin_array("reached");
    for (std::size_t i = 0; i < facts.reached.size(); ++i) {
        // A level that another one brings has that one's statement.
        if (facts.reached[i] != nullptr && facts.reached[i]->indicator == facts.text->indicators[i].id)
            reached(json, *facts.reached[i]);
    }
    json.end_array();
    json.begin_array("points");
    for (const TypedPoints* typed : facts.points) {
        if (typed == nullptr)
            continue;
        json.begin_object();
        json.text("indicator", typed->indicator);
        count(json, "points", Quotient(typed->points));
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

void sum(Json& json, const char* key, std::string_view id, const AciSum& sum) {
    json.begin_object();
    json.text(key, id);
    points(json, "points", sum.points);
    points(json, "points_max", sum.points_max);
    json.money("amount", sum.amount);
    json.money("amount_max", sum.most());
    json.end_object();
}

void sums_json(Json& json, const AciRemuneration& paid) {
    json.begin_array("classes");
    for (std::size_t kind = 0; kind < aci_class_count; ++kind)
        sum(json, "class", id_of(static_cast<AciClass>(kind)), sum_of_class(paid, static_cast<AciClass>(kind)));
    json.end_array();
    json.begin_array("axes");
    for (std::size_t axis = 0; axis < paid.text->axes.size(); ++axis)
        sum(json, "axis", paid.text->axes[axis].first, sum_of_axis(paid, axis));
    json.end_array();
}

// An advance or a balance as the schedule has it, the latest day and what the rules alone say.
void begin_share(Json& json, const char* key, const AciShare& share, Date latest, Money computed) {
    json.begin_object(key);
    json.money("amount", share.amount);
    json.date("date", share.day);
    json.date("latest_date", latest);
    json.money("computed", computed);
}

void recovery_json(Json& json, const std::optional<Recovery>& recovery) {
    json.key("recovery");
    if (!recovery) {
        json.null();
        return;
    }
    json.begin_object();
    json.money("amount", opposite(recovery->amount));
    json.date("date", recovery->date);
    json.text("by", recovery->kind == RecoveryKind::offset ? "offset" : "repayment");
    json.end_object();
}

void payments_json(Json& json, const AciResult& result, const AciYearResult& year) {
    const AciRemuneration& paid = year.paid;
    const AciSettlement& settled = result.settlement(paid.year);
    const AciYear& typed = result.typed(paid.year);
    begin_share(json, "advance", settled.advance, paid.advance_day, paid.advance);
    json.number("share_percent", paid.text->advance_rate.percent());
    points(json, "base_points", paid.base_points);
    json.money("base", rounded(paid.base, Rounding::half_up));
    json.number("prorata", decimal(paid.prorata.value(), point_places));
    json.integer("prorata_num", paid.prorata.part);
    json.integer("prorata_den", paid.prorata.whole);
    recovery_json(json, typed.advance.recovery);
    json.end_object();
    begin_share(json, "balance", settled.balance, paid.balance_day, paid.balance());
    recovery_json(json, typed.balance.recovery);
    json.end_object();
    json.money("settled", settled.total);
    json.begin_object("documents");
    json.date("date", paid.evidence_day);
    json.text("confidence", year.facts.evidence ? "typed" : id_of(paid.text->evidence_day_evidence.confidence));
    json.end_object();
    json.money("notified", typed.notified);
}

void readings_json(Json& json, const AciYearResult& year, Language language) {
    json.begin_object("options");
    for (const std::string_view option : chosen_options(year.facts.options)) {
        const std::size_t equals = option.find(" = ");
        json.text(option.substr(0, equals), option.substr(equals + 3));
    }
    json.end_object();
    json.begin_array("readings");
    for (const AciReading& reading : year.readings) {
        json.begin_object();
        json.text("option", reading.other);
        json.money("total", reading.total);
        json.money("advance", reading.advance);
        count(json, "patients", reading.counts.patients);
        count(json, "associates", reading.counts.associates);
        json.end_object();
    }
    json.end_array();
    json.begin_array("uncertain");
    for (const UncertainValue& value : uncertain_values(year.facts, year.paid)) {
        json.begin_object();
        json.text("value", value.id);
        json.text("confidence", id_of(value.confidence));
        json.end_object();
    }
    json.end_array();
    std::vector<std::string> notes = missing_notes(year, language);
    for (const std::vector<std::string>& more : {aci_notes(year, language), reading_notes(year, language)})
        notes.insert(notes.end(), more.begin(), more.end());
    texts(json, "notes", notes);
}

void sources_json(Json& json, const AciYearResult& year) {
    json.begin_array("sources");
    for (const std::size_t index : sources_of(year)) {
        const LegalSource& source = year.paid.text->sources[index];
        json.begin_object();
        json.text("id", source.id);
        json.text("title", source.title);
        json.text("kind", source.kind);
        json.text("url", source.url);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void aci_text_json(Json& json, const AciText& said, Language language) {
    json.text("id", said.id);
    json.text("label", said.label.in(language));
    json.text("legal", said.legal);
    json.integer("from", said.from);
    json.integer("until", said.until);
    json.date("checked", said.checked);
    json.text("note", said.note.in(language));
}

void evidence_json(Json& json, const AciText& said, const Evidence& evidence, Language language) {
    json.text("confidence", id_of(evidence.confidence));
    json.begin_array("sources");
    for (const Citation& citation : evidence.citations) {
        json.begin_object();
        json.text("source", said.sources[citation.source].id);
        json.text("page", citation.page);
        json.end_object();
    }
    json.end_array();
    json.text("note", evidence.note.in(language));
}

void aci_year_json(Json& json, const AciResult& result, const AciYearResult& year, Language language) {
    const AciRemuneration& paid = year.paid;
    json.begin_object();
    json.text("scenario", result.scenario);
    json.text("entity", result.entity().id);
    json.integer("exercise", paid.year);
    json.begin_object("text");
    aci_text_json(json, *paid.text, language);
    json.end_object();
    json.boolean("assumed", paid.assumed);
    facts_json(json, year.facts);
    points(json, "points", paid.points);
    points(json, "points_max", paid.points_max);
    points(json, "majoration", paid.majoration);
    json.money("majoration_amount", paid.majoration_amount);
    json.money("total", paid.total);
    json.money("maximum", paid.maximum);
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
