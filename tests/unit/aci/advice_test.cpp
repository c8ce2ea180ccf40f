// SPDX-License-Identifier: MIT
// A text like avenant 1, cut short: a point is worth 7.00, and 4,000 patients pay the points by patients once.
#include <msp/aci/advice.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace msp;

namespace {

AciIndicator indicator(const std::string& id, AciClass kind, std::vector<AciTerm> terms) {
    AciIndicator made;
    made.id = id;
    made.kind = kind;
    made.terms = std::move(terms);
    return made;
}

AciTerm each(std::int64_t points, std::int64_t most_units) {
    AciTerm term;
    term.points = points;
    term.most_units = most_units;
    return term;
}

AciTerm fixed(std::int64_t points) {
    return each(points, 0);
}

AciTerm by_patients(std::int64_t points, std::int64_t most_units = 0) {
    AciTerm term = each(points, most_units);
    term.scale = Scale::patients;
    term.each = 4000;
    return term;
}

AciIndicator complement(AciIndicator made, std::size_t of) {
    made.condition = AciCondition::ipa;
    made.with = of;
    return made;
}

constexpr auto prerequisite = AciClass::prerequisite;
constexpr auto socle = AciClass::socle;
constexpr auto optional = AciClass::optional;

AciText short_text() {
    AciText text;
    text.point = Money::from_cents(700);
    text.from = 2022;
    auto& all = text.indicators;
    all.push_back(indicator("plan", prerequisite, {fixed(100)}));                     // 0
    all.push_back(indicator("hours", prerequisite, {}));                              // 1
    all.push_back(indicator("crisis", AciClass::conditional, {by_patients(350)}));    // 2
    all.push_back(indicator("protocols", socle, {each(100, 8)}));                     // 3
    all.push_back(complement(indicator("protocols.ipa", socle, {each(40, 8)}), 3));   // 4
    all.push_back(indicator("variety.1", optional, {fixed(300)}));                    // 5
    all.push_back(indicator("variety.2", optional, {fixed(300)}));                    // 6
    all.push_back(indicator("missions", optional, {by_patients(350, 2)}));            // 7
    all.push_back(complement(indicator("missions.ipa", optional, {fixed(200)}), 7));  // 8
    all.push_back(indicator("sas.50", optional, {fixed(100)}));                       // 9
    all.push_back(indicator("sas.100", optional, {fixed(200)}));                      // 10
    all.push_back(indicator("quality.1", optional, {fixed(100)}));                    // 11
    all.push_back(indicator("quality.2", optional, {by_patients(200)}));              // 12
    all.push_back(indicator("quality.3", optional, {by_patients(300)}));              // 13
    all.push_back(indicator("children", optional, {fixed(100)}));                     // 14
    all.push_back(indicator("software", optional, {fixed(100)}));                     // 15
    all.push_back(indicator("satisfaction", optional, {}));                           // 16
    all[1].hours = AciHours();
    all[1].hours->rows = {{720, 800, 780, 680, 660}, {600, 740, 720, 620, 600}};
    all[2].condition = AciCondition::crisis;
    all[2].needs = {0};
    all[6].brings = {5};
    all[7].themes = AciThemes{1};
    all[8].terms[0].least_units = 2;
    all[9].excludes = {10};
    all[10].excludes = {9};
    all[12].needs = {11};
    all[13].needs = {11, 12};
    all[14].one_of = {{7, 2, ""}, {7, 0, "children"}};
    all[15].proration = Proration::acquisition;
    all[16].evidence.confidence = Confidence::unknown;
    return text;
}

const AciText text = short_text();

std::size_t at(std::string_view id) {
    return text.find(id).value();
}

Reached counted(std::int64_t count) {
    Reached reached;
    reached.count = count;
    return reached;
}

AciFacts with_patients(std::int64_t patients, const std::vector<std::string>& reached = {"plan", "hours"}) {
    AciFacts facts;
    facts.year = 2023;
    facts.rules_year = 2023;
    facts.text = &text;
    facts.reached.assign(text.indicators.size(), nullptr);
    facts.points.assign(text.indicators.size(), nullptr);
    facts.counts.patients = patients;
    for (const std::string& id : reached)
        facts.reached[at(id)] = &reached_in_full;
    return facts;
}

std::vector<std::int64_t> ones() {
    return std::vector<std::int64_t>(text.indicators.size() + 1, 1);
}

std::string names(const std::vector<std::size_t>& indicators, bool ipa) {
    std::string list;
    for (const std::size_t i : indicators)
        list += (list.empty() ? "" : " ") + text.indicators[i].id;
    return list + (!ipa ? "" : list.empty() ? "IPA" : " IPA");
}

// What the move that is called so gains; empty where there is none.
std::string gain(const AciFacts& facts, const std::string& move) {
    for (const AciMove& one : advice(facts, ones()).moves) {
        if (names(one.indicators, one.ipa) == move)
            return plain(one.gain);
    }
    return {};
}

Money cents(std::int64_t number) {
    return Money::from_cents(number);
}

std::string found(const std::optional<AciTarget>& target) {
    return target ? names(target->indicators, target->ipa) + ": " + plain(target->total) : "nothing";
}

std::string least(const AciFacts& facts, std::int64_t wanted) {
    return found(target(facts, cents(wanted), ones(), Least::indicators));
}

}  // namespace

TEST_CASE("a level is taken together with those that it needs") {
    // Guide of the avenant, p. 36-37, for 3,000 patients: 100, 100 + 150, 100 + 150 + 225 points.
    const AciFacts facts = with_patients(3000);
    CHECK(gain(facts, "quality.1") == "700.00");
    CHECK(gain(facts, "quality.1 quality.2") == "1750.00");
    CHECK(gain(facts, "quality.1 quality.2 quality.3") == "3325.00");
    const AciFacts later = with_patients(3000, {"plan", "hours", "quality.1"});
    CHECK(gain(later, "quality.2") == "1050.00");
    CHECK(gain(later, "quality.2 quality.3") == "2625.00");
}

TEST_CASE("a level that brings a lower one is paid for both and counts once") {
    // 300 + 300 points
    CHECK(gain(with_patients(4000), "variety.2") == "4200.00");
    CHECK(gain(with_patients(4000), "variety.1") == "2100.00");
    CHECK(gain(with_patients(4000, {"plan", "hours", "variety.1"}), "variety.2") == "2100.00");
}

TEST_CASE("what is partly reached is worth what it lacks") {
    // 8 - 5 protocols of 100 points; two missions of 262.5 points for 3,000 patients, one of them there; 800 - 620.
    AciFacts facts = with_patients(3000);
    const Reached five = counted(5);
    const Reached one = counted(1);
    Reached ten_hours;
    ten_hours.amplitude = 600;
    ten_hours.saturday = false;
    facts.reached[at("protocols")] = &five;
    facts.reached[at("missions")] = &one;
    facts.reached[at("hours")] = &ten_hours;
    CHECK(gain(facts, "protocols") == "2100.00");
    CHECK(gain(facts, "missions") == "1837.50");
    CHECK(gain(facts, "hours") == "1260.00");
}

TEST_CASE("an IPA is one move with all complements of what is reached") {
    // 8 × 40 points, and 200 with two missions, not with one.
    AciFacts facts = with_patients(4000, {"plan", "hours", "protocols", "missions"});
    CHECK(gain(facts, "IPA") == "3640.00");
    const Reached one = counted(1);
    facts.reached[at("missions")] = &one;
    CHECK(gain(facts, "IPA") == "2240.00");
    facts.ipa = true;
    CHECK(gain(facts, "IPA").empty());
    // The second mission, 350 points, and the complement of 200.
    CHECK(gain(facts, "missions") == "3850.00");
}

TEST_CASE("an indicator replaces the one that it excludes, and only where that pays") {
    CHECK(gain(with_patients(4000), "sas.100") == "1400.00");
    CHECK(gain(with_patients(4000, {"plan", "hours", "sas.50"}), "sas.100") == "700.00");
    CHECK(gain(with_patients(4000, {"plan", "hours", "sas.100"}), "sas.50").empty());
}

TEST_CASE("two missions go along where an indicator asks for one of several others") {
    // 2 × 350 + 100 points; alone where they are there, or where the only one is on the theme.
    AciFacts facts = with_patients(4000);
    CHECK(gain(facts, "missions children") == "5600.00");
    CHECK(gain(facts, "children").empty());
    facts.reached[at("missions")] = &reached_in_full;
    CHECK(gain(facts, "children") == "700.00");
    Reached one = counted(1);
    one.themes = {"children"};
    facts.reached[at("missions")] = &one;
    CHECK(gain(facts, "children") == "700.00");
    CHECK(gain(facts, "missions") == "2450.00");
    // Said to be reached, it waits for the missions only: theirs is the move.
    facts = with_patients(4000, {"plan", "hours", "children"});
    CHECK(gain(facts, "missions") == "5600.00");
    CHECK(gain(facts, "missions children").empty());
}

TEST_CASE("an indicator that is only paid with an IPA takes one along") {
    // 100 points, and 8 × 40 of the protocols
    AciText changed = text;
    changed.indicators[at("software")].condition = AciCondition::ipa;
    AciFacts facts = with_patients(4000, {"plan", "hours", "protocols"});
    facts.text = &changed;
    CHECK(gain(facts, "software IPA") == "2940.00");
    CHECK(gain(facts, "software").empty());
    facts.ipa = true;
    CHECK(gain(facts, "software") == "700.00");
}

TEST_CASE("what a lower level needs goes along with the level that brings it") {
    // 300 + 300 + 100 points
    AciText changed = text;
    changed.indicators[at("variety.1")].needs = {at("quality.1")};
    AciFacts facts = with_patients(4000);
    facts.text = &changed;
    CHECK(gain(facts, "variety.2 quality.1") == "4900.00");
    CHECK(gain(facts, "variety.2").empty());
}

TEST_CASE("what needs actions in a crisis waits for one") {
    AciText changed = text;
    changed.indicators[at("software")].needs = {at("crisis")};
    AciFacts facts = with_patients(4000);
    facts.text = &changed;
    CHECK(gain(facts, "crisis software").empty());
    facts.crisis = true;
    CHECK(gain(facts, "crisis software") == "3150.00");
}

TEST_CASE("what is typed, unknown, late or not asked for is no move") {
    AciFacts facts = with_patients(4000);
    CHECK(gain(facts, "software") == "700.00");
    CHECK(gain(facts, "crisis").empty());
    CHECK(gain(facts, "satisfaction").empty());
    Reached july;
    july.since = Date::make(2023, 7, 1);
    facts.reached[at("software")] = &july;
    CHECK(gain(facts, "software").empty());
    const TypedPoints typed = {"sas.50", Rate(50, 0), {}};
    facts.points[at("sas.50")] = &typed;
    CHECK(gain(facts, "sas.50").empty());
    CHECK(gain(facts, "sas.100").empty());
    facts.crisis = true;
    CHECK(gain(facts, "crisis") == "2450.00");
}

TEST_CASE("moves come by gain, and equal ones in the order of the text") {
    std::string order;
    for (const AciMove& move : advice(with_patients(4000), ones()).moves)
        order += names(move.indicators, move.ipa) + " " + plain(move.gain) + "\n";
    CHECK(order ==
          "protocols 5600.00\n"
          "missions children 5600.00\n"
          "missions 4900.00\n"
          "variety.2 4200.00\n"
          "quality.1 quality.2 quality.3 4200.00\n"
          "variety.1 2100.00\n"
          "quality.1 quality.2 2100.00\n"
          "sas.100 1400.00\n"
          "sas.50 700.00\n"
          "quality.1 700.00\n"
          "software 700.00\n");
}

TEST_CASE("missing prerequisites come first and moves are counted on top of them") {
    // 8 protocols pay nothing without the plan, and with it 100 + 800 + 800 points.
    const AciFacts facts = with_patients(4000, {"hours", "protocols"});
    const AciAdvice advised = advice(facts, ones());
    CHECK(advised.now == Money());
    CHECK(names(advised.missing, false) == "plan");
    CHECK(plain(advised.with_prerequisites) == "11900.00");
    CHECK(gain(facts, "IPA") == "2240.00");
    CHECK(gain(facts, "sas.50") == "700.00");
    CHECK(gain(facts, "plan").empty());
}

TEST_CASE("the effort of a move is that of all its indicators and of the IPA") {
    std::vector<std::int64_t> efforts = ones();
    efforts[at("quality.1")] = 20;
    efforts[at("quality.2")] = 300;
    efforts.back() = 5000;
    std::string seen;
    for (const AciMove& move : advice(with_patients(4000, {"plan", "hours", "protocols"}), efforts).moves) {
        if (move.effort > 1)
            seen += names(move.indicators, move.ipa) + " " + std::to_string(move.effort) + "\n";
    }
    CHECK(seen ==
          "missions children 2\n"
          "quality.1 quality.2 quality.3 321\n"
          "IPA 5000\n"
          "quality.1 quality.2 320\n"
          "quality.1 20\n");
}

TEST_CASE("a target is reached by the fewest indicators, and of as many by those that pay most") {
    // The plan and the hours pay 900 points: 6,300.00.
    const AciFacts facts = with_patients(4000);
    CHECK(least(facts, 630000) == ": 6300.00");
    CHECK(least(facts, 630001) == "protocols: 11900.00");
    CHECK(least(facts, 1190001) == "protocols missions: 16800.00");
    // Protocols and an IPA would be 800 + 320 points, level 2 of variety and protocols 600 + 800.
    CHECK(least(facts, 1680001) == "protocols variety.2 missions: 21000.00");
}

TEST_CASE("of sets that pay the same the one earlier in the text is told") {
    // 100 points each: sas.50, quality.1, software
    const AciFacts facts =
        with_patients(4000, {"plan", "hours", "protocols", "variety.1", "variety.2", "missions", "children"});
    std::vector<std::int64_t> efforts(text.indicators.size() + 1, 1000);
    for (const char* cheap : {"software", "quality.1", "sas.50"})
        efforts[at(cheap)] = 7;
    const Money now = remuneration(facts).total;
    CHECK(found(target(facts, now + cents(70000), efforts, Least::effort)) == "sas.50: " + plain(now + cents(70000)));
    CHECK(found(target(facts, now + cents(70001), efforts, Least::effort)) ==
          "sas.50 quality.1: " + plain(now + cents(140000)));
}

TEST_CASE("what costs no effort is not told where it adds nothing") {
    // Level 2 brings level 1, and 600 points are 4,200.00.
    const AciFacts facts = with_patients(4000);
    std::vector<std::int64_t> efforts(text.indicators.size() + 1, 1000);
    for (const char* light : {"variety.1", "variety.2"})
        efforts[at(light)] = 0;
    CHECK(found(target(facts, cents(630001), efforts, Least::effort)) == "variety.2: 10500.00");
}

TEST_CASE("a target by effort takes what is light and counts an IPA by its own weight") {
    const AciFacts facts = with_patients(4000, {"plan", "hours", "protocols", "missions"});
    std::vector<std::int64_t> efforts(text.indicators.size() + 1, 1'000'000);
    efforts.back() = 10;           // 320 + 200 points
    efforts[at("quality.1")] = 4;  // 100
    efforts[at("quality.2")] = 3;  // 200
    efforts[at("children")] = 2;   // 100
    const Money now = remuneration(facts).total;
    const auto by_effort = [&](std::int64_t more) {
        const std::optional<AciTarget> one = target(facts, now + cents(more), efforts, Least::effort);
        REQUIRE(one);
        return names(one->indicators, one->ipa) + " " + std::to_string(one->effort);
    };
    CHECK(by_effort(70000) == "children 2");
    CHECK(by_effort(210000) == "quality.1 quality.2 7");
    CHECK(by_effort(280000) == "quality.1 quality.2 children 9");
    CHECK(by_effort(280001) == "IPA 10");
    CHECK(by_effort(364001) == "children IPA 12");
}

TEST_CASE("missing prerequisites are part of every set and an unreachable one leaves nothing") {
    AciFacts facts = with_patients(4000, {"protocols"});
    CHECK(least(facts, 0) == ": 0.00");
    CHECK(least(facts, 1) == "plan hours: 11900.00");
    CHECK(least(facts, 1190001) == "plan hours missions: 16800.00");
    const TypedPoints none = {"plan", Rate(), {}};
    facts.points[at("plan")] = &none;
    CHECK(least(facts, 1) == "nothing");
}

TEST_CASE("everything together is found, and one cent more is not") {
    // 100 + 800 + 1120 + 600 + 900 + 200 + 600 + 100 + 100 points for 4,000 patients: no crisis, sas.100 without sas.50
    const AciFacts facts = with_patients(4000, {});
    CHECK(least(facts, 452 * 7000) ==
          "plan hours protocols variety.2 missions sas.100 quality.1 quality.2 quality.3 children software IPA: "
          "31640.00");
    CHECK(least(facts, 452 * 7000 + 1) == "nothing");
}

TEST_CASE("a target is met by the total as it is rounded") {
    // Two missions for 4,001 patients: 700 points × 4001 / 4000 × 7.00 = 4,901.225, on top of 6,300.00.
    const Reached one = counted(1);
    AciFacts facts = with_patients(4001, {"plan", "hours"});
    facts.reached[at("missions")] = &one;
    std::vector<std::int64_t> efforts(text.indicators.size() + 1, 1000);
    efforts[at("missions")] = 1;
    struct Row {
        Rounding rounding;
        std::int64_t wanted;
        const char* found;
    };
    const Row rows[] = {
        {Rounding::half_up, 1120123, "missions: 11201.23"},
        {Rounding::half_even, 1120122, "missions: 11201.22"},
        {Rounding::toward_zero, 1120122, "missions: 11201.22"},
    };
    for (const Row& row : rows) {
        facts.options.rounding = row.rounding;
        CHECK(found(target(facts, cents(row.wanted), efforts, Least::effort)) == row.found);
        const auto more = target(facts, cents(row.wanted + 1), efforts, Least::effort);
        REQUIRE(more);
        CHECK(more->effort > 1);
    }
}

TEST_CASE("a majoration multiplies every gain") {
    // 10 % of the patients, 2.5 % nationally: 7.5 % more of 2,100.00
    AciFacts facts = with_patients(4000);
    facts.precarity = Precarity{400, 0, Rate(25, 3), Rate(), {}};
    AciText capped = text;
    capped.precarity_cap = Rate(25, 2);
    facts.text = &capped;
    CHECK(gain(facts, "variety.1") == "2257.50");
    // 900 points and 800 of the protocols: 11,900.00 × 1.075
    CHECK(least(facts, 1279250) == "protocols: 12792.50");
    CHECK(least(facts, 1279251) == "protocols missions: 18060.00");
}
