// SPDX-License-Identifier: MIT
#include <msp/aci/reached_statements.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {
namespace {

class Statements {
 public:
    Statements(const AciYear& year, const Standing& standing, FactErrors& errors, AciFacts& facts)
        : year_(year), standing_(standing), errors_(errors), facts_(facts) {}

    void add();

 private:
    void statements();
    void statement(std::size_t indicator, const Reached& reached);
    void unknown_indicator(const AciText& text, const std::string& id, std::int16_t year, Span span);
    void details(const AciIndicator& indicator, const Reached& reached);
    void lower_levels(std::size_t indicator);
    void exclusions(std::size_t indicator);
    void needs(std::size_t indicator);
    void contradiction(std::string_view one, Span at, std::string_view other, Span there);
    void typed_points();
    void values_known();

    const AciYear& year_;
    const Standing& standing_;
    FactErrors& errors_;
    AciFacts& facts_;
};

void Statements::add() {
    facts_.reached.assign(facts_.text->indicators.size(), nullptr);
    facts_.points.assign(facts_.text->indicators.size(), nullptr);
    statements();
    for (std::size_t i = 0; i < facts_.reached.size(); ++i) {
        lower_levels(i);
        exclusions(i);
    }
    for (std::size_t i = 0; i < facts_.reached.size(); ++i)
        needs(i);
    typed_points();
    values_known();
}

void Statements::unknown_indicator(const AciText& text, const std::string& id, std::int16_t year, Span span) {
    std::vector<std::string_view> known;
    for (const AciIndicator& indicator : text.indicators)
        known.push_back(indicator.id);
    std::optional<Message> help = did_you_mean(id, known);
    errors_.add("aci.indicator",
                {tr("{text}, which {year} is computed by, has no indicator {id}"),
                 {{"text", text.id}, {"year", std::int64_t{year}}, {"id", id}}},
                span, help ? std::move(help) : Message{tr("msp-aci --rules lists them"), {}});
}

void Statements::statements() {
    for (const Reached* reached : standing_.reached) {
        const bool own = said_in(year_.reached, reached->indicator) == reached && facts_.rules_year == year_.year;
        if (const auto index = facts_.text->find(reached->indicator))
            statement(*index, *reached);
        else if (own)  // others are of an earlier text
            unknown_indicator(*facts_.text, reached->indicator, year_.year, reached->place.span);
    }
}

void Statements::statement(std::size_t index, const Reached& reached) {
    const AciIndicator& indicator = facts_.text->indicators[index];
    if (indicator.with)
        errors_.add("aci.complement",
                    {tr("{id} is never said by itself: it follows {other} where an IPA is in the team"),
                     {{"id", indicator.id}, {"other", facts_.text->indicators[*indicator.with].id}}},
                    reached.place.span, Message{tr("say that there is one with {key}"), {{"key", Term{tr("ipa")}}}});
    else
        details(indicator, reached);
    if (reached.since && reached.since->fields().year > year_.year)
        errors_.add("aci.since",
                    {tr("{date} lies after {year}"), {{"date", *reached.since}, {"year", std::int64_t{year_.year}}}},
                    reached.place.span);
    if (reached.no)
        return;
    facts_.reached[index] = &reached;
    if (said_in(year_.reached, reached.indicator) == nullptr)
        facts_.taken_over.push_back(index);
}

// What is said of an indicator has to be what it asks for.
void Statements::details(const AciIndicator& indicator, const Reached& reached) {
    const bool cases = reached.cases || reached.concerned || reached.meetings;
    const bool hours = reached.amplitude || reached.saturday || reached.weeks || reached.weeks_outside ||
                       reached.derogation || reached.unscheduled;
    const std::array<std::pair<bool, const char*>, 5> wrong = {{
        {reached.count && !indicator.counted(), tr("a number")},
        {reached.since && indicator.proration != Proration::acquisition, tr("a date")},
        {cases && !indicator.cases, tr("cases, patients or meetings")},
        {hours && !indicator.hours, tr("opening hours")},
        {(!reached.themes.empty() || reached.regional) && !indicator.themes, tr("themes")},
    }};
    for (const auto& [is_wrong, what] : wrong) {
        if (is_wrong)
            errors_.add("aci.detail",
                        {tr("{id} asks for nothing like {what}"), {{"id", indicator.id}, {"what", Term{what}}}},
                        reached.place.span,
                        Message{tr("msp-aci --rules --indicator {id} says what it asks for"), {{"id", indicator.id}}});
    }
    if (reached.whole || reached.no)
        return;
    const bool settled = reached.derogation.value_or(false) || !reached.unscheduled.value_or(true);
    const std::array<std::pair<bool, const char*>, 6> missing = {{
        {indicator.counted() && !reached.count, tr("number")},
        {indicator.hours && !reached.amplitude && !settled, tr("amplitude")},
        {indicator.hours && !reached.saturday, tr("saturday")},
        {indicator.cases && !reached.cases, tr("cases")},
        {indicator.cases && !reached.concerned, tr("concerned")},
        {indicator.cases && !reached.meetings, tr("meetings")},
    }};
    for (const auto& [is_missing, key] : missing) {
        if (is_missing)
            errors_.add("aci.detail-missing", {tr("{id} needs {key}"), {{"id", indicator.id}, {"key", Term{key}}}},
                        reached.place.span,
                        Message{tr("add it, or write true where the indicator is reached in full"), {}});
    }
}

void Statements::contradiction(std::string_view one, Span at, std::string_view other, Span there) {
    errors_.add("aci.contradiction",
                {tr("what is said of {one} contradicts what is said of {other}"),
                 {{"one", std::string(one)}, {"other", std::string(other)}}},
                at, {}, {{there, {tr("the other statement"), {}}}});
}

// A level that brings the lower one.
void Statements::lower_levels(std::size_t indicator) {
    const Reached* reached = facts_.reached[indicator];
    for (const std::size_t lower : facts_.text->indicators[indicator].brings) {
        if (reached == nullptr || facts_.reached[lower] != nullptr)
            continue;
        const std::string& id = facts_.text->indicators[lower].id;
        if (const Reached* said = said_in(year_.reached, id))
            contradiction(facts_.text->indicators[indicator].id, reached->place.span, id, said->place.span);
        facts_.reached[lower] = reached;
    }
}

// Of two that exclude each other the one said later holds, unless one year says both.
void Statements::exclusions(std::size_t indicator) {
    for (const std::size_t other : facts_.text->indicators[indicator].excludes) {
        const Reached* one = facts_.reached[indicator];
        const Reached* two = facts_.reached[other];
        if (one == nullptr || two == nullptr)
            continue;
        if (said_in(year_.reached, one->indicator) == one && said_in(year_.reached, two->indicator) == two)
            contradiction(one->indicator, one->place.span, two->indicator, two->place.span);
        const bool later = std::ranges::find(standing_.reached, one) > std::ranges::find(standing_.reached, two);
        facts_.reached[later ? other : indicator] = nullptr;
    }
}

void Statements::needs(std::size_t indicator) {
    if (facts_.reached[indicator] == nullptr)
        return;
    const std::string& id = facts_.text->indicators[indicator].id;
    for (const std::size_t lower : facts_.text->indicators[indicator].needs) {
        if (facts_.reached[lower] != nullptr)
            continue;
        const std::string& below = facts_.text->indicators[lower].id;
        std::vector<Note> notes;
        if (const Reached* said = said_in(year_.reached, below))
            notes.push_back({said->place.span, {tr("said not to be reached"), {}}});
        errors_.add("aci.level",
                    {tr("{id} needs {lower}, which is not said to be reached"), {{"id", id}, {"lower", below}}},
                    facts_.reached[indicator]->place.span,
                    Message{tr("add {lower}, or leave {id} out"), {{"id", id}, {"lower", below}}}, std::move(notes));
    }
}

void Statements::typed_points() {
    for (const TypedPoints* typed : standing_.points) {
        const auto index = facts_.text->find(typed->indicator);
        if (!index) {
            unknown_indicator(*facts_.text, typed->indicator, facts_.rules_year, typed->place.span);
            continue;
        }
        facts_.points[*index] = typed;
        const Reached* said = said_in(year_.reached, typed->indicator);
        if (said != nullptr && said->no != (typed->points == Rate()))
            contradiction(typed->indicator, typed->place.span, said->indicator, said->place.span);
        for (const std::size_t other : facts_.text->indicators[*index].excludes) {
            if (typed->points == Rate())
                continue;
            if (facts_.points[other] != nullptr && facts_.points[other]->points != Rate())
                contradiction(typed->indicator, typed->place.span, facts_.points[other]->indicator,
                              facts_.points[other]->place.span);
            else if (facts_.reached[other] != nullptr)
                contradiction(typed->indicator, typed->place.span, facts_.reached[other]->indicator,
                              facts_.reached[other]->place.span);
        }
    }
}

void Statements::values_known() {
    const AciText& text = *facts_.text;
    for (std::size_t i = 0; i < text.indicators.size(); ++i) {
        const AciIndicator& indicator = text.indicators[i];
        if (!indicator.unknown() || facts_.points[i] != nullptr)
            continue;
        const bool base = text.class_of(i, facts_.rules_year) == AciClass::prerequisite ||
                          text.class_of(i, facts_.rules_year) == AciClass::socle;
        if (facts_.reached[i] == nullptr && !base)
            continue;
        errors_.add(
            "aci.unknown-value",
            {tr("what {id} pays under {text} is not known here, so {year} cannot be computed"),
             {{"id", indicator.id}, {"text", text.id}, {"year", std::int64_t{facts_.rules_year}}}},
            facts_.reached[i] != nullptr ? facts_.reached[i]->place.span : year_.place.span,
            Message{tr("take its points from the CPAM's statement and write points = {{ \"{id}\" = … }} under the year "
                       "{year}"),
                    {{"id", indicator.id}, {"year", std::int64_t{facts_.rules_year}}}});
    }
}

}  // namespace

void add_statements(const AciYear& year, const Standing& standing, FactErrors& errors, AciFacts& facts) {
    Statements(year, standing, errors, facts).add();
}

}  // namespace msp
