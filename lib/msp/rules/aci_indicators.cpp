// SPDX-License-Identifier: MIT
#include <msp/rules/aci_reader.hpp>

#include <algorithm>
#include <array>

namespace msp {
namespace {

constexpr std::array<std::string_view, 4> scales = {"", "patients", "associates", "list"};
constexpr std::array<std::string_view, 3> prorations = {"", "acquisition", "contract"};
constexpr std::array<std::string_view, 3> conditions = {"", "ipa", "crisis"};
constexpr std::array<std::string_view, 2> currencies = {"points", "euros"};

constexpr std::int64_t most_figure = 1'000'000;
constexpr std::int64_t most_units = 1'000;
constexpr std::int64_t most_weeks = 52;

constexpr LawKey indicator_keys[] = {{"id", true},   {"class", true}, {"label", true}, {"takes", true}, {"source"},
                                     {"confidence"}, {"note"},        {"condition"},   {"with"},        {"needs"},
                                     {"brings"},     {"excludes"},    {"one_of"},      {"proration"},   {"cases"},
                                     {"themes"},     {"hours"},       {"steps"},       {"terms"},       {"team"}};
constexpr LawKey term_keys[] = {{"points"}, {"euros"}, {"most_units"}, {"least_units"}, {"scale"}, {"each"},
                                {"above"},  {"up_to"}, {"source"},     {"confidence"},  {"note"}};
constexpr LawKey step_keys[] = {{"units", true}, {"points"}, {"euros"}};
constexpr LawKey cases_keys[] = {{"rate", true}, {"meetings", true}};
constexpr LawKey team_keys[] = {{"one_of", true}, {"paramedical", true}, {"both", true}};
constexpr LawKey themes_keys[] = {{"most_regional", true}};
constexpr LawKey hours_keys[] = {
    {"rows", true}, {"derogation", true}, {"most_weeks", true}, {"most_weeks_outside", true}, {"pays"}};
constexpr LawKey row_keys[] = {{"hours", true},
                               {"saturday", true},
                               {"saturday_few_weeks", true},
                               {"no_saturday", true},
                               {"no_saturday_few_weeks", true}};

template <typename Enum, std::size_t size>
Enum word_or_none(LawTable& table, std::string_view key, const std::array<std::string_view, size>& words) {
    // The first one stands for an absent key.
    const auto found = table.word(key, std::span(words).template subspan<1>());
    return static_cast<Enum>(found ? *found + 1 : 0);
}

}  // namespace

void AciReader::indicators(LawTable& root) {
    const std::vector<NodeId> nodes = root.tables("indicator");
    std::vector<LawTable> tables;
    tables.reserve(nodes.size());
    text_.indicators.reserve(nodes.size());
    // First their names, since each may name any other.
    for (const NodeId node : nodes) {
        LawTable& table = tables.emplace_back(open(node, indicator_keys));
        AciIndicator& indicator = text_.indicators.emplace_back();
        indicator_places_.push_back(table.span("id"));
        name(table, indicator);
    }
    links_.resize(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        indicator(tables[i], text_.indicators[i]);
        relations(tables[i], i);
    }
    contradictions(root);
    cycles(root);
}

void AciReader::name(LawTable& table, AciIndicator& indicator) {
    const auto id = table.id("id");
    if (!id)
        return;
    if (const auto first = text_.find(*id); first && &text_.indicators[*first] != &indicator)
        table.error("id.repeated", {tr("the id {id} is used twice"), {{"id", *id}}}, table.span("id"), {},
                    {{indicator_places_[*first], {tr("first used here"), {}}}});
    indicator.id = *id;
    const std::string_view axis = std::string_view(*id).substr(0, id->find('.'));
    if (axis.size() == id->size()) {
        table.error("law.axis", {tr("the id {id} has no point after its axis"), {{"id", *id}}}, table.span("id"),
                    Message{tr("an id is the axis, a point, and a name: acces.horaires"), {}});
        return;
    }
    const auto found = std::ranges::find(text_.axes, axis, &std::pair<std::string, Bilingual>::first);
    if (found != text_.axes.end()) {
        indicator.axis = static_cast<std::size_t>(found - text_.axes.begin());
        axis_used_[indicator.axis] = true;
        return;
    }
    std::vector<std::string_view> known;
    for (const auto& declared : text_.axes)
        known.emplace_back(declared.first);
    table.error("law.axis",
                {tr("\"{axis}\", where the id {id} begins, is not among the [axes] of this file"),
                 {{"axis", std::string(axis)}, {"id", *id}}},
                table.span("id"), table.known_names(axis, known));
}

void AciReader::indicator(LawTable& table, AciIndicator& indicator) {
    indicator.kind = static_cast<AciClass>(table.word("class", aci_class_ids).value_or(0));
    indicator.label = table.bilingual("label");
    indicator.takes = table.bilingual("takes");
    indicator.evidence = sources_.evidence(table, Unknown::allowed);
    indicator.proration = word_or_none<Proration>(table, "proration", prorations);
    indicator.condition = word_or_none<AciCondition>(table, "condition", conditions);
    if (indicator.kind == AciClass::conditional && !table.has("condition"))
        table.missing("condition", Message{tr("an indicator of class conditional says on what"), {}});
    const std::vector<NodeId> terms = table.tables("terms");
    for (const NodeId node : terms)
        term(node, indicator);
    slices(table, indicator, terms);
    steps(table, indicator);
    if (table.has("hours"))
        hours(table.node("hours"), indicator);
    if (table.has("cases")) {
        LawTable cases = open(table.node("cases"), cases_keys);
        indicator.cases = {cases.part("rate").value_or(Rate(1, 0)),
                           cases.integer("meetings", 1, most_units).value_or(1)};
    }
    if (table.has("themes"))
        indicator.themes = {
            open(table.node("themes"), themes_keys).integer("most_regional", 0, most_units).value_or(0)};
    if (table.has("team"))
        team(table.node("team"), indicator);
    const bool valued = table.has("terms") || table.has("steps") || table.has("hours");
    if (indicator.unknown()) {
        for (const char* key : {"terms", "steps", "hours"}) {
            if (table.has(key))
                table.error(
                    "law.unknown",
                    {tr("{id} is unknown, so it has no {key}"), {{"id", indicator.id}, {"key", std::string(key)}}},
                    table.span(key), {}, {{table.span("confidence"), {tr("called unknown here"), {}}}});
        }
        if (!table.has("note"))
            table.missing("note", Message{tr("what is unknown says what is known of it"), {}});
    } else if (!valued || (indicator.terms.empty() && indicator.steps.empty() && !indicator.hours)) {
        table.error(
            "law.value", {tr("nothing says what {id} pays"), {{"id", indicator.id}}}, table.span(),
            Message{tr("give it terms, steps or hours; or confidence = \"unknown\" where it is not public"), {}});
    }
}

void AciReader::team(NodeId node, AciIndicator& indicator) {
    LawTable table = open(node, team_keys);
    AciTeam& team = indicator.team.emplace();
    for (const NodeId kind : table.texts("one_of")) {
        const auto found = std::ranges::find(profession_kind_ids, document_[kind].text);
        if (found != profession_kind_ids.end())
            team.one_of.push_back(static_cast<ProfessionKind>(found - profession_kind_ids.begin()));
        else
            table.error(
                "law.kind", {tr("\"{word}\" is no kind of profession"), {{"word", std::string(document_[kind].text)}}},
                document_[kind].span,
                table.known_names(document_[kind].text, {profession_kind_ids.begin(), profession_kind_ids.end()}));
    }
    team.paramedical = table.integer("paramedical", 1, most_units).value_or(1);
    team.both = table.boolean("both").value_or(false);
}

void AciReader::needs_points(Span place) {
    if (!has_point_)
        diagnostics_.error("law.points", {tr("this pays in points, but the text has no value of a point"), {}}, place,
                           Message{tr("add [point] with its value, or pay in euros"), {}});
}

void AciReader::pay(LawTable& table, std::int64_t& points, Money& euros) {
    points = table.integer("points", 1, most_figure).value_or(0);
    euros = table.euros("euros").value_or(Money());
    if (table.has("points"))
        needs_points(table.span("points"));
    if (table.has("points") && table.has("euros"))
        table.error("law.both", {tr("points and euros cannot both stand here"), {}}, table.span("euros"), {},
                    {{table.span("points"), {tr("the points"), {}}}});
    if (!table.has("points") && !table.has("euros"))
        table.missing("points", Message{tr("where the text pays in euros, it is euros = 700.00"), {}});
}

void AciReader::term(NodeId node, AciIndicator& indicator) {
    LawTable table = open(node, term_keys);
    AciTerm term;
    pay(table, term.points, term.euros);
    term.most_units = table.integer("most_units", 1, most_units).value_or(0);
    term.least_units = table.integer("least_units", 1, most_units).value_or(0);
    term.scale = word_or_none<Scale>(table, "scale", scales);
    term.each = table.integer("each", 1, most_figure).value_or(1);
    term.above = table.integer("above", 0, most_figure).value_or(0);
    term.up_to = table.integer("up_to", 1, most_figure);
    if (!table.has("scale") && (table.has("each") || table.has("above") || table.has("up_to")))
        table.missing("scale", Message{tr("each, above and up_to are of a scale"), {}});
    if (term.most_units != 0 && term.least_units > term.most_units)
        table.error("value.range",
                    {tr("{key} is {number}, not between {least} and {most}"),
                     {{"key", "least_units"},
                      {"number", term.least_units},
                      {"least", std::int64_t{1}},
                      {"most", term.most_units}}},
                    table.span("least_units"));
    term.evidence = indicator.evidence;
    if (table.has("source") || table.has("confidence") || table.has("note"))
        sources_.override_evidence(table, term.evidence);
    indicator.terms.push_back(std::move(term));
}

// Those of one scale and one count of units follow each other from 0, where there are several or one has bounds.
void AciReader::slices(LawTable& table, const AciIndicator& indicator, const std::vector<NodeId>& nodes) {
    for (std::size_t i = 0; i < indicator.terms.size(); ++i) {
        const AciTerm& term = indicator.terms[i];
        if (term.scale == Scale::none)
            continue;
        std::size_t before = i;
        while (before > 0 && (indicator.terms[before - 1].scale != term.scale ||
                              indicator.terms[before - 1].most_units != term.most_units))
            --before;
        slice(table, term, document_[nodes[i]].span, before == 0 ? nullptr : &indicator.terms[before - 1],
              before == 0 ? Span() : document_[nodes[before - 1]].span);
    }
}

void AciReader::slice(LawTable& table, const AciTerm& term, Span place, const AciTerm* before, Span before_place) {
    if (term.up_to && *term.up_to <= term.above)
        table.error("law.slices",
                    {tr("this slice ends at {up_to}, not beyond {above} where it begins"),
                     {{"up_to", *term.up_to}, {"above", term.above}}},
                    place);
    if (before == nullptr) {
        if (term.above != 0)
            table.error("law.slices", {tr("the first slice begins above {above}, not at 0"), {{"above", term.above}}},
                        place);
        return;
    }
    const Note note{before_place, {tr("the slice before it"), {}}};
    if (!before->up_to)
        table.error("law.slices", {tr("the slice before this one has no end, so both count the same"), {}}, place,
                    Message{tr("give the first one its up_to, and this one the same as above"), {}}, {note});
    else if (*before->up_to != term.above)
        table.error("law.slices",
                    {tr("this slice begins above {above}, but the one before it ends at {up_to}"),
                     {{"above", term.above}, {"up_to", *before->up_to}}},
                    place, {}, {note});
}

void AciReader::steps(LawTable& table, AciIndicator& indicator) {
    Span before;
    for (const NodeId node : table.tables("steps")) {
        LawTable entry = open(node, step_keys);
        AciStep step;
        pay(entry, step.points, step.euros);
        const auto units = entry.integer("units", 1, most_units);
        if (!units)
            continue;
        step.units = *units;
        if (!indicator.steps.empty() && step.units <= indicator.steps.back().units)
            entry.error("law.order",
                        {tr("the step of {units} units does not come after that of {before}"),
                         {{"units", step.units}, {"before", indicator.steps.back().units}}},
                        entry.span("units"), Message{tr("steps stand from the fewest units up"), {}},
                        {{before, {tr("the step before it"), {}}}});
        else if (!indicator.steps.empty() &&
                 (step.points < indicator.steps.back().points || step.euros < indicator.steps.back().euros))
            entry.error("law.order", {tr("this step pays less than the one before it"), {}}, entry.span("units"), {},
                        {{before, {tr("the step before it"), {}}}});
        before = entry.span("units");
        indicator.steps.push_back(step);
    }
}

AciHoursRow AciReader::hours_row(LawTable& table, bool in_euros) {
    const auto figure = [&](std::string_view key) {
        if (in_euros)
            return table.euros(key).value_or(Money()).cents();
        return table.integer(key, 0, most_figure).value_or(0);
    };
    AciHoursRow row;
    row.saturday = figure("saturday");
    row.saturday_few_weeks = figure("saturday_few_weeks");
    row.no_saturday = figure("no_saturday");
    row.no_saturday_few_weeks = figure("no_saturday_few_weeks");
    return row;
}

void AciReader::hours(NodeId node, AciIndicator& indicator) {
    LawTable table = open(node, hours_keys);
    AciHours hours;
    hours.in_euros = table.word("pays", currencies).value_or(0) == 1;
    if (!hours.in_euros)
        needs_points(table.span());
    hours.most_weeks = static_cast<int>(table.integer("most_weeks", 0, most_weeks).value_or(0));
    hours.most_weeks_outside = static_cast<int>(table.integer("most_weeks_outside", 0, most_weeks).value_or(0));
    Span before;
    for (const NodeId entry : table.tables("rows")) {
        LawTable fields = open(entry, row_keys);
        AciHoursRow row = hours_row(fields, hours.in_euros);
        const auto minutes = fields.minutes("hours");
        if (!minutes)
            continue;
        row.minutes = *minutes;
        if (!hours.rows.empty() && row.minutes >= hours.rows.back().minutes)
            fields.error("law.order", {tr("this row is not of fewer hours than the one before it"), {}},
                         fields.span("hours"), Message{tr("rows stand from the most hours down"), {}},
                         {{before, {tr("the row before it"), {}}}});
        before = fields.span("hours");
        hours.rows.push_back(row);
    }
    if (table.has("derogation")) {
        LawTable fields = open(table.node("derogation"), std::span(row_keys).subspan(1));
        hours.derogation = hours_row(fields, hours.in_euros);
    }
    const auto pays_more = [&](const AciHoursRow& row) {
        return std::max({row.saturday, row.saturday_few_weeks, row.no_saturday, row.no_saturday_few_weeks}) >
               hours.rows.front().saturday;
    };
    if (!hours.rows.empty() && (pays_more(hours.derogation) || std::ranges::any_of(hours.rows, pays_more)))
        table.error("law.order", {tr("no hours can pay more than those of the first row with Saturday"), {}},
                    table.span());
    if (!hours.rows.empty())
        indicator.hours = std::move(hours);
}

}  // namespace msp
