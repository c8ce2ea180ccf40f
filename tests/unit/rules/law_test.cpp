// SPDX-License-Identifier: MIT
#include <msp/rules/law.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <tests/support/changed_text.hpp>
#include <tests/support/folder.hpp>
#include <tests/support/problems.hpp>

using namespace msp;
using namespace msp::test;

namespace {

struct Run {
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Law> law;

    // "law.slices@12:3", notes in brackets, the file's name before the place where it is another one than `usual`.
    [[nodiscard]] std::string problems() const {
        return ids_and_places(diagnostics, [this](Span span) { return place(span); });
    }

    static constexpr std::string_view usual = "aci-2026-avenant2.toml:";

 private:
    [[nodiscard]] std::string place(Span span) const {
        if (!span.known())
            return "nowhere";
        std::string name = sources.place(span);
        name.erase(0, name.rfind('/') + 1);
        return name.starts_with(usual) ? name.substr(usual.size()) : name;
    }
};

Run read(const LawNeeds& needs, const std::optional<std::string>& folder = {}) {
    Run run;
    run.law = read_law(needs, folder, run.sources, run.diagnostics);
    return run;
}

Run read_all() {
    return read({.rules = {}, .everything = true});
}

// Those in force in these years, and those of these names.
LawNeeds texts(const std::vector<std::int16_t>& years, const std::vector<std::string>& names = {}) {
    LawNeeds needs;
    for (const std::int16_t year : years)
        needs.rules.push_back({.kind = aci_rules, .year = year});
    for (const std::string& name : names)
        needs.rules.push_back({.kind = aci_rules, .name = name});
    return needs;
}

// The texts with `text` in place of the built-in one of 2026.
Run read_over(const std::string& text) {
    const Folder folder;
    (void)folder.write("aci-2026-avenant2.toml", text);
    return read({}, folder.path());
}

std::string ids(const Law& law) {
    std::string all;
    for (const AciText& text : law.aci)
        all += (all.empty() ? "" : " ") + text.id;
    return all;
}

// A small text with one of everything. Lines are counted in the expectations below.
constexpr std::string_view small = R"(schema = 1
from = 2026
checked = 2026-11-22
legal = "Arrêté d'essai"
label = { french = "Essai", english = "Trial" }
source = ["jo"]
confidence = "confirmed"
[sources]
jo = { kind = "official", title = "Journal officiel" }
[axes]
acces = { french = "Accès", english = "Access" }
[point]
value = 7.00
source = ["jo p. 1"]
confidence = "confirmed"
[advance]
share = "60 %"
source = ["jo"]
confidence = "confirmed"
[due]
first_advance_months = 3
advance = "04-30"
balance = "04-30"
source = ["jo"]
confidence = "confirmed"
[documents]
due = "01-31"
source = ["jo"]
confidence = "single"
[contract]
years = 5
source = ["jo"]
confidence = "confirmed"
[precarity]
cap = "25 %"
source = ["jo"]
confidence = "inferred"
[[exception]]
year = 2027
indicator = "acces.plan"
class = "optional"
source = ["jo p. 9"]
confidence = "confirmed"
[[indicator]]
id = "acces.plan"
class = "prerequisite"
label = { french = "Plan", english = "Plan" }
takes = { french = "Un plan.", english = "A plan." }
source = ["jo p. 2"]
confidence = "confirmed"
terms = [
{ points = 100 },
{ points = 10, scale = "patients", each = 4000, up_to = 8000 },
{ points = 5, scale = "patients", each = 4000, above = 8000 },
]
[[indicator]]
id = "acces.stages"
class = "optional"
label = { french = "Stages", english = "Trainees" }
takes = { french = "Deux stages.", english = "Two trainees." }
source = ["jo p. 3"]
confidence = "confirmed"
needs = ["acces.plan"]
steps = [
{ units = 2, points = 450 },
{ units = 3, points = 675 },
]
[[indicator]]
id = "acces.horaires"
class = "optional"
label = { french = "Horaires", english = "Hours" }
takes = { french = "Ouvrir.", english = "Be open." }
source = ["jo p. 4"]
confidence = "confirmed"
excludes = ["acces.stages"]
[indicator.hours]
most_weeks = 3
most_weeks_outside = 1
rows = [
{ hours = 12, saturday = 8, saturday_few_weeks = 7, no_saturday = 6, no_saturday_few_weeks = 5 },
{ hours = 7.5, saturday = 4, saturday_few_weeks = 3, no_saturday = 2, no_saturday_few_weeks = 1 },
]
derogation = { saturday = 8, saturday_few_weeks = 7, no_saturday = 6, no_saturday_few_weeks = 5 }
)";

// With the first `what` of the small text replaced.
std::string spoiled(const std::string& what, const std::string& by) {
    return changed(std::string(small), what, by);
}

}  // namespace

TEST_CASE("every built-in text reads without a word, and each year from 2017 has one") {
    const Run run = read_all();
    CHECK(run.problems() == "");
    REQUIRE(run.law);
    CHECK(ids(*run.law) == "aci-2017 aci-2022-avenant1 aci-2026-avenant2");
    CHECK(run.law->aci_names == std::vector<std::string>{"aci-2017", "aci-2022-avenant1", "aci-2026-avenant2"});
    for (std::int16_t year = 2017; year <= 2021; ++year)
        CHECK(run.law->aci_of(year) == run.law->aci_named("aci-2017"));
    for (std::int16_t year = 2022; year <= 2025; ++year)
        CHECK(run.law->aci_of(year) == run.law->aci_named("aci-2022-avenant1"));
    CHECK(run.law->aci_of(2016) == nullptr);
    REQUIRE(run.law->aci_of(2026) != nullptr);
    CHECK(run.law->aci_of(2026)->empty());
    CHECK_FALSE(run.law->aci_of(2026)->note.french.empty());
}

TEST_CASE("each built-in indicator is told in both languages, and each of its values has a source") {
    const Run run = read_all();
    REQUIRE(run.law);
    for (const AciText& text : run.law->aci) {
        std::set<std::string> seen;
        for (const AciIndicator& indicator : text.indicators) {
            CAPTURE(text.id);
            CAPTURE(indicator.id);
            CHECK(seen.insert(indicator.id).second);
            CHECK(indicator.label.french != "");
            CHECK(indicator.label.english != "");
            CHECK(indicator.takes.french != "");
            CHECK(indicator.takes.english != "");
            CHECK(indicator.unknown() == (indicator.terms.empty() && indicator.steps.empty() && !indicator.hours));
            CHECK((indicator.unknown() || !indicator.evidence.citations.empty()));
            for (const AciTerm& term : indicator.terms)
                CHECK_FALSE(term.evidence.citations.empty());
        }
    }
}

TEST_CASE("avenant 1 has the points, classes and relations of the guide of 2022") {
    const Run run = read(texts({2023}));
    REQUIRE(run.law);
    REQUIRE(run.law->aci.size() == 1);
    const AciText& text = run.law->aci.front();
    struct Row {
        const char* id;
        AciClass kind;
        std::string pays;
        std::string depends;
    };
    // Typed from the table of indicators of the guide: fixed points; patients: for each 4,000; associates: each.
    const AciClass prerequisite = AciClass::prerequisite;
    const AciClass socle = AciClass::socle;
    const AciClass optional = AciClass::optional;
    const std::vector<Row> rows = {
        {"acces.horaires", prerequisite, "hours", ""},
        {"acces.crise.plan", prerequisite, "100", ""},
        {"acces.crise.actions", AciClass::conditional, "350/4000 patients", "crisis needs acces.crise.plan"},
        {"equipe.coordination", prerequisite, "1000 + 1700/4000 patients to 8000 + 1100/4000 patients above 8000", ""},
        {"si.standard", prerequisite, "500 + 200/1 associates to 16 + 150/1 associates above 16", "acquisition"},
        {"equipe.protocoles", socle, "100 x8", ""},
        {"equipe.protocoles.ipa", socle, "40 x8", "ipa with equipe.protocoles"},
        {"equipe.concertation", socle, "1000/4000 patients", "contract cases 5 % and 6"},
        {"equipe.concertation.ipa", socle, "200/4000 patients",
         "contract ipa with equipe.concertation cases 5 % and 6"},
        {"acces.diversite.n1", optional, "300", ""},
        {"acces.diversite.n2", optional, "300", "brings acces.diversite.n1"},
        {"acces.vacations.n1", optional, "300", ""},
        {"acces.vacations.n2", optional, "300", "brings acces.vacations.n1"},
        {"acces.cstm", optional, "200", ""},
        {"acces.missions", optional, "350/4000 patients x2", "regional 1"},
        {"acces.missions.ipa", optional, "200 from 2", "ipa with acces.missions"},
        {"acces.usagers.n1", optional, "200", ""},
        {"acces.usagers.n2", optional, "300/4000 patients", "needs acces.usagers.n1"},
        {"acces.sas.50", optional, "100", "excludes acces.sas.100"},
        {"acces.sas.100", optional, "200", "excludes acces.sas.50"},
        {"equipe.formation", optional, "2: 450, 3: 675, 4: 900", ""},
        {"equipe.coordination_externe", optional, "200/4000 patients", ""},
        {"equipe.qualite.n1", optional, "100", ""},
        {"equipe.qualite.n2", optional, "200/4000 patients", "needs equipe.qualite.n1"},
        {"equipe.qualite.n3", optional, "300/4000 patients", "needs equipe.qualite.n1 needs equipe.qualite.n2"},
        {"equipe.pnc", optional, "100 x6", ""},
        {"equipe.parcours_ic", optional, "100/4000 patients", ""},
        {"equipe.parcours_obesite_enfant", optional, "100", "2 of acces.missions or obesite-enfant of acces.missions"},
        {"si.avance", optional, "100", "acquisition"},
    };
    const auto paid = [](const AciIndicator& indicator) {
        constexpr std::array<const char*, 4> scales = {"", " patients", " associates", " list"};
        std::string out = indicator.hours ? "hours" : "";
        for (const AciStep& step : indicator.steps)
            out += (out.empty() ? "" : ", ") + std::to_string(step.units) + ": " + std::to_string(step.points);
        for (const AciTerm& term : indicator.terms) {
            out += (out.empty() ? "" : " + ") + std::to_string(term.points);
            if (term.scale != Scale::none)
                out += '/' + std::to_string(term.each) + scales.at(static_cast<std::size_t>(term.scale));
            out += term.up_to ? " to " + std::to_string(*term.up_to) : "";
            out += term.above != 0 ? " above " + std::to_string(term.above) : "";
            out += term.most_units != 0 ? " x" + std::to_string(term.most_units) : "";
            out += term.least_units != 0 ? " from " + std::to_string(term.least_units) : "";
        }
        return out;
    };
    const auto depends = [&](const AciIndicator& indicator) {
        std::string out;
        const auto add = [&out](const std::string& word) { out += (out.empty() ? "" : " ") + word; };
        const auto named = [&](std::size_t other) { return text.indicators[other].id; };
        if (indicator.proration != Proration::none)
            add(indicator.proration == Proration::contract ? "contract" : "acquisition");
        if (indicator.condition != AciCondition::none)
            add(indicator.condition == AciCondition::ipa ? "ipa" : "crisis");
        if (indicator.with)
            add("with " + named(*indicator.with));
        for (const std::size_t other : indicator.needs)
            add("needs " + named(other));
        for (const std::size_t other : indicator.brings)
            add("brings " + named(other));
        for (const std::size_t other : indicator.excludes)
            add("excludes " + named(other));
        for (const AciAlternative& other : indicator.one_of)
            add((out.empty() ? "" : "or ") + (other.theme.empty() ? std::to_string(other.units) : other.theme) +
                " of " + named(other.indicator));
        if (indicator.cases)
            add("cases " + indicator.cases->rate.percent() + " % and " + std::to_string(indicator.cases->meetings));
        if (indicator.themes)
            add("regional " + std::to_string(indicator.themes->most_regional));
        return out;
    };
    REQUIRE(text.indicators.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(rows[i].id);
        CHECK(text.indicators[i].id == rows[i].id);
        CHECK(text.indicators[i].kind == rows[i].kind);
        CHECK(paid(text.indicators[i]) == rows[i].pays);
        CHECK(depends(text.indicators[i]) == rows[i].depends);
        CHECK(text.indicators[i].evidence.confidence == Confidence::confirmed);
        CHECK(text.axes[text.indicators[i].axis].first ==
              text.indicators[i].id.substr(0, text.indicators[i].id.find('.')));
    }
}

TEST_CASE("the table of opening hours is 800 less the deductions that the guide adds up, in both texts") {
    const Run run = read_all();
    REQUIRE(run.law);
    for (const std::int16_t year : {std::int16_t{2017}, std::int16_t{2025}}) {
        const AciText& text = *run.law->aci_of(year);
        const AciHours& hours = text.indicators[text.find("acces.horaires").value()].hours.value();
        CHECK(hours.most_weeks == 3);
        CHECK(hours.most_weeks_outside == 1);
        CHECK_FALSE(hours.in_euros);
        // 60 less under 12 hours, 150 under 10; 120 without Saturday; 20 for the weeks.
        const auto check = [](const AciHoursRow& row, int minutes, std::int64_t full) {
            CHECK(row.minutes == minutes);
            CHECK(row.saturday == full);
            CHECK(row.saturday_few_weeks == full - 20);
            CHECK(row.no_saturday == full - 120);
            CHECK(row.no_saturday_few_weeks == full - 120 - 20);
        };
        REQUIRE(hours.rows.size() == 3);
        check(hours.rows[0], 12 * 60, 800);
        check(hours.rows[1], 10 * 60, 800 - 60);
        check(hours.rows[2], 8 * 60, 800 - 150);
        check(hours.derogation, 0, 800);
    }
}

TEST_CASE("both texts have the point, the advance, the days and the contract that are public") {
    const Run run = read_all();
    REQUIRE(run.law);
    for (const std::int16_t year : {std::int16_t{2017}, std::int16_t{2025}}) {
        const AciText& text = *run.law->aci_of(year);
        CHECK(text.point == Money::from_cents(700));
        CHECK(text.advance_rate == Rate(60, 2));
        CHECK(text.advance_months == 3);
        CHECK(text.advance_day.month == 4);
        CHECK(text.advance_day.day == 30);
        CHECK(text.balance_day.month == 4);
        CHECK(text.balance_day.day == 30);
        CHECK(text.evidence_day.month == 1);
        CHECK(text.evidence_day.day == 31);
        CHECK(text.evidence_day_evidence.confidence == Confidence::single);
        CHECK(text.contract_years == 5);
        CHECK(text.precarity_cap == Rate(25, 2));
        CHECK(text.precarity_evidence.confidence == Confidence::single);
    }
}

TEST_CASE("in 2022 the crisis plan is optional, and the actions are not paid") {
    const Run run = read(texts({2022}));
    REQUIRE(run.law);
    const AciText& text = run.law->aci.front();
    const std::size_t plan = text.find("acces.crise.plan").value();
    const std::size_t actions = text.find("acces.crise.actions").value();
    CHECK(text.class_of(plan, 2022) == AciClass::optional);
    CHECK(text.class_of(plan, 2023) == AciClass::prerequisite);
    REQUIRE(text.exception(actions, 2022) != nullptr);
    CHECK_FALSE(text.exception(actions, 2022)->payable);
    CHECK(text.exception(actions, 2023) == nullptr);
}

TEST_CASE(
    "of 2017, coordination and satisfaction are unknown and the rest is inferred: 8,550 points for 4,000 and 13") {
    const Run run = read(texts({}, {"aci-2017"}));
    REQUIRE(run.law);
    const AciText& text = run.law->aci.front();
    std::string unknown;
    std::int64_t points = 0;
    for (const AciIndicator& indicator : text.indicators) {
        if (indicator.unknown()) {
            unknown += indicator.id + ' ';
            CHECK(indicator.evidence.note.french != "");
            continue;
        }
        CHECK(indicator.evidence.confidence == Confidence::inferred);
        if (indicator.hours)
            points += indicator.hours->rows.front().saturday;
        if (!indicator.steps.empty())
            points += indicator.steps.back().points;
        for (const AciTerm& term : indicator.terms) {
            const std::int64_t scale = term.scale == Scale::patients ? 4000 : term.scale == Scale::associates ? 13 : 1;
            const std::int64_t slice =
                std::max<std::int64_t>(std::min(scale, term.up_to.value_or(scale)) - term.above, 0);
            points += term.points * std::max<std::int64_t>(term.most_units, 1) * slice / term.each;
        }
    }
    CHECK(unknown == "equipe.coordination acces.satisfaction ");
    CHECK(points == 8550);
}

TEST_CASE("only the texts that are wanted are read, and the names of all are told") {
    CHECK(ids(read(texts({2019})).law.value()) == "aci-2017");
    CHECK(ids(read(texts({2025, 2021, 2020})).law.value()) == "aci-2017 aci-2022-avenant1");
    CHECK(ids(read(texts({2030}, {"aci-2022-avenant1"})).law.value()) == "aci-2022-avenant1 aci-2026-avenant2");
    CHECK(ids(read(texts({2016}, {"aci-2020"})).law.value()) == "");
    CHECK(read({}).law.value().aci_names.size() == 3);
}

TEST_CASE("a text is read with each of its values") {
    const Run run = read_over(std::string(small));
    CHECK(run.problems() == "");
    REQUIRE(run.law);
    CHECK(ids(*run.law) == "aci-2017 aci-2022-avenant1 aci-2026-avenant2");
    const AciText& text = run.law->aci.back();
    CHECK(text.label.french == "Essai");
    CHECK(text.legal == "Arrêté d'essai");
    CHECK(text.checked == Date::make(2026, 11, 22));
    CHECK(text.sources.front().kind == "official");
    CHECK(text.point_evidence.citations.front().page == "p. 1");
    CHECK(text.evidence.citations.front().page == "");
    REQUIRE(text.exceptions.size() == 1);
    CHECK(text.class_of(0, 2027) == AciClass::optional);
    const AciHours& hours = text.indicators[2].hours.value();
    CHECK(hours.rows[1].minutes == 7 * 60 + 30);
    CHECK(hours.derogation.no_saturday == 6);
    // Said on one side, true on both.
    CHECK(text.indicators[1].excludes == std::vector<std::size_t>{2});
}

TEST_CASE("a term has the evidence of its indicator, or its own") {
    const Run run =
        read_over(spoiled("{ points = 100 },", R"({ points = 100, confidence = "inferred", source = ["jo p. 7"],)"
                                               R"( note = { french = "Déduit", english = "Deduced" } },)"));
    CHECK(run.problems() == "");
    REQUIRE(run.law);
    const std::vector<AciTerm>& terms = run.law->aci.back().indicators.front().terms;
    CHECK(terms[0].evidence.confidence == Confidence::inferred);
    CHECK(terms[0].evidence.citations.front().page == "p. 7");
    CHECK(terms[0].evidence.note.english == "Deduced");
    CHECK(terms[1].evidence.confidence == Confidence::confirmed);
    CHECK(terms[1].evidence.citations.front().page == "p. 2");
}

TEST_CASE("a text to come may pay in euros, by the average list, on other axes, without a value of a point") {
    const Run run = read_over(R"(
schema = 1
from = 2026
until = 2030
checked = 2026-12-01
legal = "Arrêté d'essai"
label = { french = "Essai", english = "Trial" }
source = ["jo"]
confidence = "confirmed"
sources = { jo = { kind = "official", title = "Journal officiel" } }
axes = { soins = { french = "Soins", english = "Care" } }
advance = { share = "50 %", source = ["jo"], confidence = "confirmed" }
due = { first_advance_months = 2, advance = "03-31", balance = "06-30", source = ["jo"], confidence = "confirmed" }
documents = { due = "02-28", source = ["jo"], confidence = "confirmed" }
contract = { years = 3, source = ["jo"], confidence = "confirmed" }
precarity = { cap = "0 %", source = ["jo"], confidence = "confirmed" }
[[indicator]]
id = "soins.horaires"
class = "socle"
label = { french = "Horaires", english = "Hours" }
takes = { french = "Ouvrir.", english = "Be open." }
source = ["jo"]
confidence = "confirmed"
[indicator.hours]
pays = "euros"
most_weeks = 4
most_weeks_outside = 0
rows = [{ hours = 11, saturday = 5600.50, saturday_few_weeks = 5000, no_saturday = 4000, no_saturday_few_weeks = 1 }]
derogation = { saturday = 5600.50, saturday_few_weeks = 5000, no_saturday = 4000, no_saturday_few_weeks = 1 }
[[indicator]]
id = "soins.liste"
class = "optional"
label = { french = "Liste", english = "List" }
takes = { french = "Suivre.", english = "Follow." }
source = ["jo"]
confidence = "confirmed"
terms = [
{ euros = 1250.50, scale = "list", each = 100, above = 0, up_to = 1600 },
{ euros = 2.00, scale = "list", above = 1600 },
]
steps = [{ units = 1, euros = 10 }, { units = 3, euros = 25.25 }]
)");
    CHECK(run.problems() == "");
    REQUIRE(run.law);
    const AciText& text = *run.law->aci_of(2030);
    CHECK(text.id == "aci-2026-avenant2");
    CHECK(run.law->aci_of(2031) == nullptr);
    CHECK_FALSE(text.find("equipe.coordination"));
    CHECK(text.point == Money());
    const AciHours& hours = text.indicators[0].hours.value();
    CHECK(hours.in_euros);
    CHECK(hours.rows[0].saturday == 560050);
    const AciIndicator& list = text.indicators[1];
    CHECK(list.terms[0].scale == Scale::list);
    CHECK(list.terms[0].points == 0);
    CHECK(list.terms[0].euros == Money::from_cents(125050));
    CHECK(list.terms[1].above == 1600);
    CHECK(list.terms[1].each == 1);
    CHECK(list.steps[1].euros == Money::from_cents(2525));
}

TEST_CASE("each mistake is reported at its place, with both places where two contradict") {
    struct Row {
        const char* what;
        const char* by;
        std::string problems;
    };
    const std::vector<Row> rows = {
        // Keys and values.
        {"schema = 1", "schema = 2", "value.range@1:10"},
        {"legal = ", "leggal = ", "key.missing@1:1 key.unknown@4:1"},
        {"english = \"Trial\"", "english = \"\"", "value.type@5:39"},
        {", english = \"Trial\"", "", "key.missing@5:9"},
        {"value = 7.00", "value = 0.00", "value.type@13:9"},
        {"value = 7.00", "value = \"sept\"", "value.type@13:9"},
        {"share = \"60 %\"", "share = \"160 %\"", "value.type@17:9"},
        {"advance = \"04-30\"", "advance = \"02-29\"", "value.type@22:11"},
        {"years = 5", "years = -5", "value.range@31:9"},
        {"[precarity]\ncap = \"25 %\"\nsource = [\"jo\"]\nconfidence = \"inferred\"\n", "", "key.missing@1:1"},
        {"class = \"prerequisite\"", "class = \"prerequisit\"", "value.word@46:9"},
        {"{ points = 100 }", "{ points = -100 }", "value.range@52:12"},
        {"{ points = 100 }", "{ points = 100.5 }", "value.type@52:12"},
        {"{ points = 100 }", "100", "value.type@52:1"},
        {"{ points = 100 }", "{ most_units = 8 }", "key.missing@52:1"},
        {"scale = \"patients\", ", "", "key.missing@53:1 law.slices@54:1"},
        {"each = 4000", "each = 0", "value.range@53:43"},
        {"id = \"acces.plan\"", "id = \"accès.plan\"", "id.unknown@40:13 id.characters@45:6 id.unknown@63:10"},
        {"id = \"acces.stages\"", "id = \"acces.plan\"", "id.repeated@57:6(45:6) id.unknown@75:13"},
        {"[\"acces.plan\"]", "[\"acces.plans\"]", "id.unknown@63:10"},
        {"[\"acces.plan\"]", "\"acces.plan\"", "value.type@63:9"},
        {"hours = 7.5", "hours = 25", "value.type@81:11"},
        // Evidence.
        {"source = [\"jo p. 1\"]\n", "", "law.evidence@12:1"},
        {"source = [\"jo p. 1\"]", "source = []", "law.evidence@14:10"},
        {"confidence = \"single\"\n", "", "law.evidence@26:1"},
        {"\"jo p. 2\"", "\"jp p. 2\"", "law.source@49:11"},
        {"title = \"Journal officiel\" }",
         "title = \"Journal officiel\" }\nbo = { kind = \"official\", title = \"B\" }", "law.unused@10:1"},
        {"[point]", "equipe = { french = \"É\", english = \"T\" }\n[point]", "law.unused@12:1"},
        {"confidence = \"single\"", "confidence = \"unknown\"", "law.unknown@29:14"},
        {"{ points = 100 }", "{ points = 100, confidence = \"unknown\" }", "law.unknown@52:30"},
        {"source = [\"jo p. 3\"]\nconfidence = \"confirmed\"", "confidence = \"unknown\"",
         "key.missing@56:1 law.unknown@63:9(61:14)"},
        // Years.
        {"from = 2026", "from = 2027", "law.year@2:8"},
        {"from = 2026", "from = 2026\nuntil = 2025", "law.year@3:9 law.exception@40:8(3:9)"},
        {"year = 2027", "year = 2025", "law.exception@39:8(2:8)"},
        {"class = \"optional\"", "class = \"prerequisite\"", "law.exception@38:1"},
        {"class = \"optional\"", "payable = true", "law.exception@38:1"},
        {"[[exception]]",
         "[[exception]]\nyear = 2027\nindicator = \"acces.plan\"\npayable = false\nsource = [\"jo\"]\n"
         "confidence = \"confirmed\"\n[[exception]]",
         "law.exception@44:1(38:1)"},
        // What is paid, and how.
        {"{ points = 100 }", "{ points = 100, euros = 700.00 }", "law.both@52:25(52:12)"},
        {"[point]\nvalue = 7.00\nsource = [\"jo p. 1\"]\nconfidence = \"confirmed\"\n", "",
         "law.points@48:12 law.points@49:12 law.points@50:12 law.points@61:23 law.points@62:23 law.points@72:1"},
        {"steps = [\n{ units = 2, points = 450 },\n{ units = 3, points = 675 },\n]", "", "law.value@56:1"},
        {"steps = [\n{ units = 2, points = 450 },\n{ units = 3, points = 675 },\n]", "steps = []", "law.value@56:1"},
        {"above = 8000", "above = 9000", "law.slices@54:1(53:1)"},
        {"above = 8000", "above = 7000", "law.slices@54:1(53:1)"},
        {", up_to = 8000", "", "law.slices@54:1(53:1)"},
        {"up_to = 8000", "above = 100, up_to = 8000", "law.slices@53:1"},
        {"above = 8000", "above = 8000, up_to = 8000", "law.slices@54:1"},
        {"units = 3", "units = 2", "law.order@66:11(65:11)"},
        {"hours = 7.5", "hours = 12", "law.order@81:11(80:11)"},
        // Indicators among each other.
        {"id = \"acces.plan\"", "id = \"plan\"", "id.unknown@40:13 law.axis@45:6 id.unknown@63:10"},
        {"id = \"acces.horaires\"", "id = \"access.horaires\"", "law.axis@69:6"},
        {"terms = [", "needs = [\"acces.stages\"]\nterms = [", "law.cycle@64:10"},
        {"terms = [", "with = \"acces.plan\"\nterms = [", "law.cycle@51:8"},
        {"terms = [", "excludes = [\"acces.plan\"]\nterms = [", "law.cycle@51:13"},
        {"excludes = [\"acces.stages\"]", "brings = [\"acces.stages\"]\nexcludes = [\"acces.stages\"]",
         "law.contradiction@76:13(75:11)"},
        {"excludes = [\"acces.stages\"]", "one_of = [{ indicator = \"acces.stages\" }]", "key.missing@75:11"},
        {"excludes = [\"acces.stages\"]", "one_of = [{ indicator = \"acces.stages\", units = 1, theme = \"x\" }]",
         "law.both@75:60(75:49)"},
        {"class = \"prerequisite\"", "class = \"conditional\"", "key.missing@44:1"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CAPTURE(row.by);
        const Run run = read_over(spoiled(row.what, row.by));
        CHECK(run.problems() == row.problems);
        CHECK_FALSE(run.law);
    }
}

TEST_CASE("all mistakes of all files are reported in one run") {
    const Folder folder;
    (void)folder.write("aci-2026-avenant2.toml", spoiled("units = 3", "units = 2") + "[sponsor]\n");
    (void)folder.write("aci-2022-avenant1.toml", "schema = 1\nfrom = 2023\n[axes");
    const Run run = read({}, folder.path());
    CHECK(run.problems() == "toml.header@aci-2022-avenant1.toml:3:1 law.order@66:11(65:11) key.unknown@84:2");
}

TEST_CASE("years that no text has, or two, are reported at both places") {
    struct File {
        const char* name;
        const char* years;
    };
    struct Row {
        std::vector<File> files;
        std::string problems;
    };
    const char* of_2022 = "aci-2022-avenant1.toml";
    const char* of_2026 = "aci-2026-avenant2.toml";
    const std::vector<Row> rows = {
        {{{of_2026, "from = 2026\nuntil = 2026"}}, ""},
        {{{of_2026, "from = 2026\nuntil = 2026"}, {"aci-2027.toml", "from = 2027"}}, ""},
        {{{of_2026, "from = 2026"}, {"aci-2028.toml", "from = 2028"}}, "law.years@aci-2028.toml:2:8(2:8)"},
        {{{of_2026, "from = 2026"}, {"aci-2026-mine.toml", "from = 2026"}}, "law.years@aci-2026-mine.toml:2:8(2:8)"},
        {{{of_2026, "from = 2026\nuntil = 2027"}, {"aci-2027.toml", "from = 2027"}},
         "law.years@aci-2027.toml:2:8(3:9)"},
        {{{of_2022, "from = 2022\nuntil = 2024"}, {of_2026, "from = 2026"}},
         "law.years@2:8(aci-2022-avenant1.toml:3:9)"},
        {{{of_2022, "from = 2022"}, {of_2026, "from = 2026"}}, "law.years@2:8(aci-2022-avenant1.toml:2:8)"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.problems);
        const Folder folder;
        for (const File& file : row.files)
            (void)folder.write(file.name, "schema = 1\n" + std::string(file.years) + R"(
checked = 2026-11-22
legal = "Arrêté d'essai"
label = { french = "Essai", english = "Trial" }
note = { french = "Rien n'en est connu.", english = "Nothing is known of it." }
confidence = "unknown"
sources = {}
)");
        const Run run = read({}, folder.path());
        CHECK(run.problems() == row.problems);
        CHECK(run.law.has_value() == row.problems.empty());
    }
}

TEST_CASE("a folder is laid over the built-in texts: it replaces, adds, and says what it cannot read") {
    const Folder folder;
    CHECK(read({}, folder.path()).problems() == "law.folder@nowhere");
    CHECK(read({}, folder.path() + "/none").problems() == "law.folder@nowhere");
    const std::string path =
        folder.write("aci-2026-avenant2.toml", spoiled("from = 2026", "from = 2026\nuntil = 2027"));
    CHECK(read({}, path).problems() == "law.folder@nowhere");
    (void)folder.write("notes.txt", "not read");
    (void)folder.write(".aci-2026.toml", "a half-saved file");
    (void)folder.write("categories.toml", "read by others");
    (void)folder.write("aci-2028-avenant3.toml",
                       changed(spoiled("from = 2026", "from = 2028"), "year = 2027", "year = 2029"));
    const Run run = read({}, folder.path());
    CHECK(run.problems() == "");
    REQUIRE(run.law);
    CHECK(ids(*run.law) == "aci-2017 aci-2022-avenant1 aci-2026-avenant2 aci-2028-avenant3");
    CHECK(run.law->aci_of(2027)->label.english == "Trial");
    for (const char* name : {"aci-26.toml", "aci-2029-.toml", "aci-2029_x.toml", "ACI-2029.toml", "rates.toml"}) {
        CAPTURE(name);
        const Folder other;
        (void)other.write(name, "");
        CHECK(read({}, other.path()).problems() == "law.name@nowhere");
    }
}
