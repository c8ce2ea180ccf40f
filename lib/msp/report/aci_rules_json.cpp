// SPDX-License-Identifier: MIT
#include <msp/report/aci_json.hpp>
#include <msp/report/aci_rules.hpp>
#include <msp/report/aci_words.hpp>

#include <array>
#include <string_view>

namespace msp {
namespace {

class RulesJson {
 public:
    RulesJson(Json& json, const AciText& text, const AciRulesAsked& asked, Language language)
        : json_(json), text_(text), asked_(asked), language_(language) {}

    void write() {
        json_.begin_object();
        aci_text_json(json_, text_, language_);
        if (!asked_.indicator && !text_.empty())
            general();
        json_.begin_array("indicators");
        for (std::size_t i = 0; i < text_.indicators.size(); ++i) {
            if (!asked_.indicator || *asked_.indicator == text_.indicators[i].id)
                indicator(i);
        }
        json_.end_array();
        exceptions();
        sources();
        json_.end_object();
    }

 private:
    void evidence(const Evidence& evidence) { evidence_json(json_, text_, evidence, language_); }

    void day(const char* key, MonthDay day) {
        const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        json_.text(key, two(day.month) + '-' + two(day.day));
    }

    template <typename Members>
    void object(const char* key, const Evidence& from, Members members) {
        json_.begin_object(key);
        members();
        evidence(from);
        json_.end_object();
    }

    void general() {
        object("point", text_.point_evidence, [this] { json_.money("value", text_.point); });
        object("advance", text_.advance_evidence,
               [this] { json_.number("share_percent", text_.advance_rate.percent()); });
        object("due", text_.due_evidence, [this] {
            json_.integer("first_advance_months", text_.advance_months);
            day("advance", text_.advance_day);
            day("balance", text_.balance_day);
        });
        object("documents", text_.evidence_day_evidence, [this] { day("due", text_.evidence_day); });
        object("contract", text_.contract_evidence, [this] { json_.integer("years", text_.contract_years); });
        object("precarity", text_.precarity_evidence,
               [this] { json_.number("cap_percent", text_.precarity_cap.percent()); });
    }

    void worth(std::int64_t points, Money euros) {
        json_.integer("points", points);
        json_.money("euros", euros);
    }

    void terms(const AciIndicator& indicator) {
        constexpr std::array<std::string_view, 4> scales = {"none", "patients", "associates", "list"};
        json_.begin_array("terms");
        for (const AciTerm& term : indicator.terms) {
            json_.begin_object();
            worth(term.points, term.euros);
            json_.integer("most_units", term.most_units);
            json_.integer("least_units", term.least_units);
            json_.text("scale", scales.at(static_cast<std::size_t>(term.scale)));
            json_.integer("each", term.each);
            json_.integer("above", term.above);
            if (term.up_to)
                json_.integer("up_to", *term.up_to);
            json_.text("confidence", id_of(term.evidence.confidence));
            json_.end_object();
        }
        json_.end_array();
        json_.begin_array("steps");
        for (const AciStep& step : indicator.steps) {
            json_.begin_object();
            json_.integer("units", step.units);
            worth(step.points, step.euros);
            json_.end_object();
        }
        json_.end_array();
    }

    // Points, or euros where the text pays so.
    void hours_row(const AciHoursRow& row, bool in_euros) {
        const auto worth = [&](const char* key, std::int64_t value) {
            json_.key(key);
            in_euros ? json_.money(Money::from_cents(value)) : json_.integer(value);
        };
        json_.begin_object();
        json_.integer("minutes", row.minutes);
        worth("saturday", row.saturday);
        worth("saturday_few_weeks", row.saturday_few_weeks);
        worth("no_saturday", row.no_saturday);
        worth("no_saturday_few_weeks", row.no_saturday_few_weeks);
        json_.end_object();
    }

    void hours(const AciHours& hours) {
        json_.begin_object("hours");
        json_.begin_array("rows");
        for (const AciHoursRow& row : hours.rows)
            hours_row(row, hours.in_euros);
        json_.end_array();
        json_.key("derogation");
        hours_row(hours.derogation, hours.in_euros);
        json_.integer("most_weeks", hours.most_weeks);
        json_.integer("most_weeks_outside", hours.most_weeks_outside);
        json_.end_object();
    }

    void ids(const char* key, const std::vector<std::size_t>& indicators) {
        json_.begin_array(key);
        for (const std::size_t index : indicators)
            json_.text(text_.indicators[index].id);
        json_.end_array();
    }

    void conditions(const AciIndicator& indicator) {
        constexpr std::array<std::string_view, 3> prorations = {"none", "acquisition", "contract"};
        constexpr std::array<std::string_view, 3> conditions = {"none", "ipa", "crisis"};
        json_.text("proration", prorations.at(static_cast<std::size_t>(indicator.proration)));
        json_.text("condition", conditions.at(static_cast<std::size_t>(indicator.condition)));
        if (indicator.with)
            json_.text("with", text_.indicators[*indicator.with].id);
        ids("needs", indicator.needs);
        ids("brings", indicator.brings);
        ids("excludes", indicator.excludes);
        json_.begin_array("one_of");
        for (const AciAlternative& alternative : indicator.one_of) {
            json_.begin_object();
            json_.text("indicator", text_.indicators[alternative.indicator].id);
            json_.integer("units", alternative.units);
            json_.text("theme", alternative.theme);
            json_.end_object();
        }
        json_.end_array();
    }

    void team(const AciTeam& team) {
        json_.begin_object("team");
        json_.begin_array("one_of");
        for (const ProfessionKind kind : team.one_of)
            json_.text(profession_kind_ids.at(static_cast<std::size_t>(kind)));
        json_.end_array();
        json_.integer("paramedical", team.paramedical);
        json_.boolean("both", team.both);
        json_.end_object();
    }

    void indicator(std::size_t index) {
        const AciIndicator& indicator = text_.indicators[index];
        json_.begin_object();
        json_.text("id", indicator.id);
        json_.text("axis", text_.axes[indicator.axis].first);
        json_.text("class", id_of(asked_.year ? text_.class_of(index, *asked_.year) : indicator.kind));
        json_.text("label", indicator.label.in(language_));
        json_.text("takes", indicator.takes.in(language_));
        json_.begin_array("rule");
        for (const std::string& line : rule_lines(text_, index, language_))
            json_.text(line);
        json_.end_array();
        terms(indicator);
        if (indicator.hours)
            hours(*indicator.hours);
        if (indicator.cases) {
            json_.number("case_rate_percent", indicator.cases->rate.percent());
            json_.integer("meetings", indicator.cases->meetings);
        }
        if (indicator.themes)
            json_.integer("most_regional", indicator.themes->most_regional);
        if (indicator.team)
            team(*indicator.team);
        conditions(indicator);
        evidence(indicator.evidence);
        json_.end_object();
    }

    void exceptions() {
        json_.begin_array("exceptions");
        for (const AciException& exception : text_.exceptions) {
            const std::string& id = text_.indicators[exception.indicator].id;
            const bool asked =
                (!asked_.year || *asked_.year == exception.year) && (!asked_.indicator || *asked_.indicator == id);
            if (!asked)
                continue;
            json_.begin_object();
            json_.integer("year", exception.year);
            json_.text("indicator", id);
            if (exception.kind)
                json_.text("class", id_of(*exception.kind));
            json_.boolean("payable", exception.payable);
            evidence(exception.evidence);
            json_.end_object();
        }
        json_.end_array();
    }

    void sources() {
        json_.begin_array("sources");
        for (const LegalSource& source : text_.sources) {
            json_.begin_object();
            json_.text("id", source.id);
            json_.text("title", source.title);
            json_.text("kind", source.kind);
            json_.text("url", source.url);
            json_.end_object();
        }
        json_.end_array();
    }

    Json& json_;
    const AciText& text_;
    const AciRulesAsked& asked_;
    Language language_;
};

}  // namespace

void aci_rules_json(Json& json, const AciText& text, const AciRulesAsked& asked, Language language) {
    RulesJson(json, text, asked, language).write();
}

}  // namespace msp
