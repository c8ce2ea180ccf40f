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
        json_.key("indicators");
        json_.begin_array();
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
    void text(const char* key, std::string_view value) {
        json_.key(key);
        json_.text(value);
    }
    void integer(const char* key, std::int64_t value) {
        json_.key(key);
        json_.integer(value);
    }
    void evidence(const Evidence& evidence) { evidence_json(json_, text_, evidence, language_); }

    void day(const char* key, MonthDay day) {
        const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        text(key, two(day.month) + '-' + two(day.day));
    }

    template <typename Members>
    void object(const char* key, const Evidence& from, Members members) {
        json_.key(key);
        json_.begin_object();
        members();
        evidence(from);
        json_.end_object();
    }

    void general() {
        object("point", text_.point_evidence, [this] {
            json_.key("value");
            json_.money(text_.point);
        });
        object("advance", text_.advance_evidence, [this] {
            json_.key("share_percent");
            json_.number(text_.advance_rate.percent());
        });
        object("due", text_.due_evidence, [this] {
            integer("first_advance_months", text_.advance_months);
            day("advance", text_.advance_day);
            day("balance", text_.balance_day);
        });
        object("documents", text_.evidence_day_evidence, [this] { day("due", text_.evidence_day); });
        object("contract", text_.contract_evidence, [this] { integer("years", text_.contract_years); });
        object("precarity", text_.precarity_evidence, [this] {
            json_.key("cap_percent");
            json_.number(text_.precarity_cap.percent());
        });
    }

    void worth(std::int64_t points, Money euros) {
        integer("points", points);
        json_.key("euros");
        json_.money(euros);
    }

    void terms(const AciIndicator& indicator) {
        constexpr std::array<std::string_view, 4> scales = {"none", "patients", "associates", "list"};
        json_.key("terms");
        json_.begin_array();
        for (const AciTerm& term : indicator.terms) {
            json_.begin_object();
            worth(term.points, term.euros);
            integer("most_units", term.most_units);
            integer("least_units", term.least_units);
            text("scale", scales.at(static_cast<std::size_t>(term.scale)));
            integer("each", term.each);
            integer("above", term.above);
            if (term.up_to)
                integer("up_to", *term.up_to);
            text("confidence", id_of(term.evidence.confidence));
            json_.end_object();
        }
        json_.end_array();
        json_.key("steps");
        json_.begin_array();
        for (const AciStep& step : indicator.steps) {
            json_.begin_object();
            integer("units", step.units);
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
        integer("minutes", row.minutes);
        worth("saturday", row.saturday);
        worth("saturday_few_weeks", row.saturday_few_weeks);
        worth("no_saturday", row.no_saturday);
        worth("no_saturday_few_weeks", row.no_saturday_few_weeks);
        json_.end_object();
    }

    void hours(const AciHours& hours) {
        json_.key("hours");
        json_.begin_object();
        json_.key("rows");
        json_.begin_array();
        for (const AciHoursRow& row : hours.rows)
            hours_row(row, hours.in_euros);
        json_.end_array();
        json_.key("derogation");
        hours_row(hours.derogation, hours.in_euros);
        integer("most_weeks", hours.most_weeks);
        integer("most_weeks_outside", hours.most_weeks_outside);
        json_.end_object();
    }

    void ids(const char* key, const std::vector<std::size_t>& indicators) {
        json_.key(key);
        json_.begin_array();
        for (const std::size_t index : indicators)
            json_.text(text_.indicators[index].id);
        json_.end_array();
    }

    void conditions(const AciIndicator& indicator) {
        constexpr std::array<std::string_view, 3> prorations = {"none", "acquisition", "contract"};
        constexpr std::array<std::string_view, 3> conditions = {"none", "ipa", "crisis"};
        text("proration", prorations.at(static_cast<std::size_t>(indicator.proration)));
        text("condition", conditions.at(static_cast<std::size_t>(indicator.condition)));
        if (indicator.with)
            text("with", text_.indicators[*indicator.with].id);
        ids("needs", indicator.needs);
        ids("brings", indicator.brings);
        ids("excludes", indicator.excludes);
        json_.key("one_of");
        json_.begin_array();
        for (const AciAlternative& alternative : indicator.one_of) {
            json_.begin_object();
            text("indicator", text_.indicators[alternative.indicator].id);
            integer("units", alternative.units);
            text("theme", alternative.theme);
            json_.end_object();
        }
        json_.end_array();
    }

    void team(const AciTeam& team) {
        json_.key("team");
        json_.begin_object();
        json_.key("one_of");
        json_.begin_array();
        for (const ProfessionKind kind : team.one_of)
            json_.text(profession_kind_ids.at(static_cast<std::size_t>(kind)));
        json_.end_array();
        integer("paramedical", team.paramedical);
        json_.key("both");
        json_.boolean(team.both);
        json_.end_object();
    }

    void indicator(std::size_t index) {
        const AciIndicator& indicator = text_.indicators[index];
        json_.begin_object();
        text("id", indicator.id);
        text("axis", text_.axes[indicator.axis].first);
        text("class", id_of(asked_.year ? text_.class_of(index, *asked_.year) : indicator.kind));
        text("label", indicator.label.in(language_));
        text("takes", indicator.takes.in(language_));
        json_.key("rule");
        json_.begin_array();
        for (const std::string& line : rule_lines(text_, index, language_))
            json_.text(line);
        json_.end_array();
        terms(indicator);
        if (indicator.hours)
            hours(*indicator.hours);
        if (indicator.cases) {
            json_.key("case_rate_percent");
            json_.number(indicator.cases->rate.percent());
            integer("meetings", indicator.cases->meetings);
        }
        if (indicator.themes)
            integer("most_regional", indicator.themes->most_regional);
        if (indicator.team)
            team(*indicator.team);
        conditions(indicator);
        evidence(indicator.evidence);
        json_.end_object();
    }

    void exceptions() {
        json_.key("exceptions");
        json_.begin_array();
        for (const AciException& exception : text_.exceptions) {
            const std::string& id = text_.indicators[exception.indicator].id;
            const bool asked =
                (!asked_.year || *asked_.year == exception.year) && (!asked_.indicator || *asked_.indicator == id);
            if (!asked)
                continue;
            json_.begin_object();
            integer("year", exception.year);
            text("indicator", id);
            if (exception.kind)
                text("class", id_of(*exception.kind));
            json_.key("payable");
            json_.boolean(exception.payable);
            evidence(exception.evidence);
            json_.end_object();
        }
        json_.end_array();
    }

    void sources() {
        json_.key("sources");
        json_.begin_array();
        for (const LegalSource& source : text_.sources) {
            json_.begin_object();
            text("id", source.id);
            text("title", source.title);
            text("kind", source.kind);
            text("url", source.url);
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
