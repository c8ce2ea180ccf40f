// SPDX-License-Identifier: MIT
#include <msp/budget/decode.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

Aci aci(const std::string& keys) {
    return budget_of(std::string(one_bank) + keys).aci.value();
}

Reached said_of(const char* indicator) {
    Reached reached;
    reached.indicator = indicator;
    return reached;
}

// Of keys that stand from line 4 on.
std::string aci_problems(const std::string& keys) {
    return problems_of(std::string(one_bank) + keys);
}

AciYear year(const std::string& keys) {
    return aci("[[aci.year]]\nyear = 2026\n" + keys).years.at(0);
}

// Of a year's keys, which stand from line 6 on.
std::string year_problems(const std::string& keys) {
    return aci_problems("[[aci.year]]\nyear = 2026\n" + keys);
}

// Of one indicator, whose value stands on line 6 from column 32 on.
std::string reached_problems(const std::string& value) {
    return year_problems("reached = { \"acces.missions\" = " + value + " }\n");
}

}  // namespace

TEST_CASE("an ACI of which little is said takes the rest by default") {
    const Aci found = aci("[aci]\n");
    CHECK_FALSE(found.contract);
    CHECK_FALSE(found.renewed);
    CHECK((found.count_month == 12 && found.count_day == 31));
    CHECK(found.advance_day == AciPayday());
    CHECK(found.balance_day == AciPayday());
    CHECK(found.options == AciOptions());
    CHECK((found.efforts.empty() && found.years.empty()));
    const AciYear little = year("");
    CHECK(little.assume.empty());
    CHECK_FALSE((little.patients || little.associates || little.doctors || little.ipa || little.crisis));
    CHECK_FALSE((little.precarity || little.evidence || little.notified));
    CHECK_FALSE(little.advance.expected);
    CHECK_FALSE(little.balance.expected);
    CHECK((little.reached.empty() && little.points.empty()));
    CHECK(aci("[aci.options]\n").options == AciOptions());
    // Nothing was reached, which is more than nothing being said.
    CHECK(aci_problems("[[aci.year]]\nyear = 2026\nreached = {}\nadvance = { expected = 2026-04-28 }\n") == "");
}

TEST_CASE("the contract, the days of payment and what the texts leave open are as written") {
    const Aci found =
        aci("[aci]\ncontract = 2024-02-29\nrenewed = 2028-02-29\npatients_on = \"02-29\"\n"
            "payment_day = \"04-15\"\nadvance_day = \"latest\"\n"
            "[aci.options]\ncount = \"by-days\"\nrounding = \"down\"\nadvance_crisis = true\n");
    CHECK(found.contract == "2024-02-29"_d);
    CHECK(found.renewed == "2028-02-29"_d);
    CHECK((found.count_month == 2 && found.count_day == 29));
    CHECK(found.advance_day == AciPayday());
    CHECK(found.balance_day == AciPayday{std::pair(4U, 15U), {}});
    AciOptions options;
    options.counting = Counting::by_days;
    options.rounding = Rounding::toward_zero;
    options.advance_crisis = true;
    CHECK(found.options == options);
    CHECK(aci("[aci]\npayment_day = \"-1 month\"\n").advance_day == AciPayday{{}, {-1, 0, false}});
}

TEST_CASE("what is said of an indicator in a word means what it says") {
    const AciYear found = year(
        "[aci.year.reached]\n\"a.yes\" = true\n\"a.no\" = false\n\"a.six\" = 6\n\"a.none\" = 0\n"
        "\"a.day\" = 2024-03-01\n");
    REQUIRE(found.reached.size() == 5);
    // By id: a.day, a.no, a.none, a.six, a.yes.
    Reached day = said_of("a.day");
    day.since = "2024-03-01"_d;
    CHECK(found.reached[0] == day);
    Reached no = said_of("a.no");
    no.no = true;
    CHECK(found.reached[1] == no);
    Reached none = said_of("a.none");
    none.count = 0;
    CHECK(found.reached[2] == none);
    Reached six = said_of("a.six");
    six.count = 6;
    CHECK(found.reached[3] == six);
    Reached yes = said_of("a.yes");
    yes.whole = true;
    CHECK(found.reached[4] == yes);
}

TEST_CASE("details say what they say and no more") {
    const AciYear found = year(
        "[aci.year.reached]\nacces.horaires = { amplitude = 12, saturday = false, closed_weeks = \"2,5\" }\n"
        "equipe.concertation = { cases = 30, ald_under_75 = 300, over_75 = 200, ald_over_75 = 150, meetings = 6 }\n"
        "acces.missions = { themes = [\"tabac\", \"obesite-enfant\"], regional = 2 }\n"
        "si.standard = { since = 2024-03-01 }\nequipe.pnc = { themes = \"plaies\" }\n");
    REQUIRE(found.reached.size() == 5);
    Reached hours = said_of("acces.horaires");
    hours.amplitude = 720;
    hours.saturday = false;
    hours.weeks = Rate(25, 1);
    CHECK(found.reached[0] == hours);
    Reached missions = said_of("acces.missions");
    missions.count = 2;
    missions.themes = {"tabac", "obesite-enfant"};
    missions.regional = 2;
    CHECK(found.reached[1] == missions);
    // 300 + 200 + 150
    Reached cases = said_of("equipe.concertation");
    cases.cases = 30;
    cases.concerned = 650;
    cases.meetings = 6;
    CHECK(found.reached[2] == cases);
    Reached theme = said_of("equipe.pnc");
    theme.count = 1;
    theme.themes = {"plaies"};
    CHECK(found.reached[3] == theme);
    Reached since = said_of("si.standard");
    since.since = "2024-03-01"_d;
    CHECK(found.reached[4] == since);
}

TEST_CASE("points are exact, and precarity has its four figures") {
    const AciYear found = year(
        "points = { \"a.b\" = 1200.123456, \"a.c\" = 0, \"a.d\" = 1000000 }\n"
        "precarity = { c2s = 410, c2s_national = \"7.123456 %\", ame = 0, ame_national = 1 }\n");
    REQUIRE(found.points.size() == 3);
    CHECK(found.points[0].points == Rate(1'200'123'456, 6));
    CHECK(found.points[1].points == Rate());
    CHECK(found.points[2].points == Rate(1'000'000, 0));
    REQUIRE(found.precarity);
    CHECK(*found.precarity == Precarity{410, 0, Rate(7'123'456, 8), Rate(1, 0), {}});
    CHECK(year_problems("precarity = { c2s = 410 }\n") == "key.missing@6:13 key.missing@6:13 key.missing@6:13");
    CHECK(year_problems(
              "precarity = { c2s = -1, c2s_national = \"101 %\", ame = 0, ame_national = \"0.1234567 %\" }\n") ==
          "value.range@6:21 share.range@6:40 number.decimals@6:73");
}

TEST_CASE("the same indicators make the same budget in any order and any form") {
    const Budget quoted = budget_of(std::string(one_bank) +
                                    "[[aci.year]]\nyear = 2026\n[aci.year.reached]\n\"equipe.qualite.n1\" = true\n"
                                    "\"acces.horaires\" = { saturday = true }\n\"equipe.qualite.n2\" = true\n");
    const Budget nested = budget_of(std::string(one_bank) +
                                    "[[aci.year]]\nyear = 2026\n[aci.year.reached.acces.horaires]\nsaturday = true\n"
                                    "[aci.year.reached.equipe]\nqualite = { n2 = true, n1 = true }\n");
    CHECK(quoted == nested);
}

TEST_CASE("an indicator has its axis before it, a value, and one place") {
    struct Row {
        std::string reached;
        std::string problems;
    };
    for (const Row& row : {
             Row{"horaires = true", "aci.indicator-id@6:13"},
             Row{"ipa = true", "aci.indicator-id@6:13"},
             Row{"saturday = true", "aci.indicator-id@6:13"},
             Row{"\"acces.\" = true", "aci.indicator-id@6:13"},
             Row{"\".horaires\" = true", "aci.indicator-id@6:13"},
             Row{"\"acces..horaires\" = true", "aci.indicator-id@6:13"},
             Row{"\"accès.horaires\" = true", "aci.indicator-id@6:13"},
             Row{"\"acces.mes horaires\" = true", "aci.indicator-id@6:13"},
             Row{"equipe.\"pnc \" = true", "aci.indicator-id@6:20"},
             Row{"\"" + std::string(201, 'a') + ".b\" = true", "aci.indicator-id@6:13"},
             Row{"\"acces.horaires\" = {}", "aci.indicator-empty@6:13"},
             Row{"acces = {}", ""},
             Row{"\"a.b\" = 1, a.b = 2", "aci.indicator-twice@6:26(6:13)"},
             Row{"a.b = 1, \"a.b\" = 2", "aci.indicator-twice@6:22(6:15)"},
             Row{"\"a.b\" = 1, a.b = 2, \"a\".c = 3", "aci.indicator-twice@6:26(6:13)"},
             Row{"\"a.b\" = \"12h\"", "value.type@6:21"},
             Row{"\"a.b\" = [1]", "value.type@6:21"},
             Row{"\"a.b\" = { amplitde = \"12h\" }", "value.type@6:34"},
             Row{"\"a.b\" = { amplitde = \"12h\", saturday = true }", "key.unknown@6:23"},
         }) {
        CAPTURE(row.reached);
        CHECK(year_problems("reached = { " + row.reached + " }\n") == row.problems);
    }
    CHECK(year_problems("reached = [\"a.b\"]\n") == "value.type@6:11");
    CHECK(year_problems("points = { ipa = 1 }\n") == "aci.indicator-id@6:12");
    CHECK(year_problems("points = { \"a.b\" = 1, \"a.c\" = {} }\n") == "aci.indicator-empty@6:23");
    CHECK(aci_problems("[aci.effort]\nipa = 1\n\"a.b\" = 1000000\n") == "");
    CHECK(aci_problems("[aci.effort]\niap = 1\n") == "aci.indicator-id@5:1");
}

TEST_CASE("figures have bounds") {
    CHECK(aci_problems("[aci.effort]\n\"a.b\" = -1\n\"a.c\" = 1000001\n\"a.d\" = 1.5\n") ==
          "value.range@5:9 value.range@6:9 value.type@7:9");
    CHECK(year_problems("patients = 1000000\nassociates = 10000\ndoctors = 0\n") == "");
    CHECK(year_problems("patients = 1000001\nassociates = 10001\ndoctors = -1\n") ==
          "value.range@6:12 value.range@7:14 value.range@8:11");
    CHECK(year_problems("points = { \"a.b\" = -1, \"a.c\" = 1000000.1, \"a.d\" = 0.1234567 }\n") ==
          "value.range@6:20 value.range@6:32 number.decimals@6:51");
    struct Row {
        std::string value;
        std::string problems;
    };
    for (const Row& row : {
             Row{"1000000", ""},
             Row{"1000001", "value.range@6:32"},
             Row{"-1", "value.range@6:32"},
             Row{"{ number = 1000001 }", "value.range@6:43"},
             Row{"{ amplitude = \"24h01\" }", "value.hours@6:46"},
             Row{"{ closed_weeks = 52 }", ""},
             Row{"{ closed_weeks = 53 }", "value.range@6:49"},
             Row{"{ closed_weeks_outside = -0.5 }", "value.range@6:57"},
             Row{"{ meetings = 1000 }", ""},
             Row{"{ meetings = 1001 }", "value.range@6:45"},
             Row{"{ cases = -1 }", "value.range@6:42"},
             Row{"{ regional = -1 }", "value.range@6:45"},
             Row{"{ saturday = \"ouvert\" }", "value.type@6:45"},
         }) {
        CAPTURE(row.value);
        CHECK(reached_problems(row.value) == row.problems);
    }
}

TEST_CASE("details that contradict each other are shown at both places") {
    struct Row {
        std::string value;
        std::string problems;
    };
    for (const Row& row : {
             Row{"{ number = 2, themes = [\"a\", \"b\"] }", ""},
             Row{"{ number = 2, themes = [\"a\"] }", "aci.themes@6:55(6:43)"},
             Row{"{ themes = [\"a\"], number = 0 }", "aci.themes@6:43(6:59)"},
             Row{"{ themes = [\"tabac\", \"Tabac\"] }", "aci.theme-twice@6:53(6:44)"},
             Row{"{ themes = [\"a\", \"b\", \"a\", \"a\"] }", "aci.theme-twice@6:54(6:44) aci.theme-twice@6:59(6:44)"},
             Row{"{ themes = 1 }", "value.type@6:43"},
             Row{"{ themes = [[\"a\"]] }", "value.type@6:44"},
             Row{"{ number = 2, regional = 2 }", ""},
             Row{"{ number = 1, regional = 2 }", "aci.regional@6:57(6:43)"},
             Row{"{ themes = [\"a\"], regional = 2 }", "aci.regional@6:61(6:43)"},
             Row{"{ cases = 10, concerned = 10 }", ""},
             Row{"{ cases = 11, concerned = 10 }", "aci.case-rate@6:42(6:58)"},
             Row{"{ cases = 1, concerned = 0 }", "aci.case-rate@6:42(6:57)"},
             Row{"{ cases = 6, ald_under_75 = 3, over_75 = 2, ald_over_75 = 1 }", ""},
             Row{"{ cases = 7, ald_under_75 = 3, over_75 = 2, ald_over_75 = 1 }", "aci.case-rate@6:42(6:60)"},
             Row{"{ concerned = 6, ald_under_75 = 3, over_75 = 2, ald_over_75 = 1 }", ""},
             Row{"{ concerned = 7, ald_under_75 = 3, over_75 = 2, ald_over_75 = 1 }",
                 "aci.concerned@6:46(6:64)(6:77)(6:94)"},
             Row{"{ ald_under_75 = 3, over_75 = 2 }", "key.missing@6:32"},
             Row{"{ concerned = 7, over_75 = 2 }", "key.missing@6:32 key.missing@6:32"},
         }) {
        CAPTURE(row.value);
        CHECK(reached_problems(row.value) == row.problems);
    }
}

TEST_CASE("a contract is renewed after it has effect, and supporting documents are due after the year") {
    CHECK(aci_problems("[aci]\ncontract = 2021-01-01\nrenewed = 2021-01-02\n") == "");
    CHECK(aci_problems("[aci]\ncontract = 2021-01-01\nrenewed = 2021-01-01\n") == "aci.renewed@6:11(5:12)");
    CHECK(aci_problems("[aci]\ncontract = 2021-01-01\nrenewed = 2020-12-31\n") == "aci.renewed@6:11(5:12)");
    CHECK(aci_problems("[aci]\nrenewed = 2021-01-01\n") == "key.alone@5:11");
    CHECK(year_problems("evidence = 2027-01-01\n") == "");
    CHECK(year_problems("evidence = 2026-12-31\n") == "aci.evidence@6:12");
}

TEST_CASE("a day, delay or scale of an item needs an amount, or facts that one is computed from") {
    const std::string item = "advance = { expected = 2026-04-28, delay = \"1 day\", scale = \"90 %\" }\n";
    CHECK(year_problems(item) == "aci.amount@6:24 aci.amount@6:44 aci.amount@6:61");
    CHECK(year_problems(item + "[aci.year.reached]\n\"a.b\" = true\n") == "");
    CHECK(year_problems(item + "reached = {}\n") == "");
    CHECK(year_problems(item + "points = { \"a.b\" = 1 }\n") == "aci.amount@6:24 aci.amount@6:44 aci.amount@6:61");
    const std::string said = "[[aci.year]]\nyear = 2025\nreached = { \"a.b\" = true }\n";
    // An earlier year says it, wherever it stands.
    CHECK(year_problems(item + said) == "");
    CHECK(aci_problems(said + "[[aci.year]]\nyear = 2026\n" + item) == "");
    CHECK(aci_problems("[[aci.year]]\nyear = 2024\n" + item + said) ==
          "aci.amount@6:24 aci.amount@6:44 aci.amount@6:61");
    CHECK(year_problems("balance = { delay = \"1 day\" }\nnotified = 1\n") == "");
    CHECK(year_problems("advance = { delay = \"1 day\" }\nnotified = 1\n") == "aci.amount@6:21");
}

TEST_CASE("years stand in order, each once, with the places of what they say") {
    const Aci found =
        aci("[[aci.year]]\nyear = 2027\n[[aci.year]]\nyear = 2025\npatients = 10\nassume = \"aci-2017\"\n"
            "points = { a.b = 1 }\n");
    REQUIRE(found.years.size() == 2);
    CHECK(found.years[0].year == 2025);
    CHECK(found.years[0].patients == TypedCount{10, {}});
    CHECK(found.years[0].assume == "aci-2017");
    const std::string text = std::string(one_bank) + "[[aci.year]]\nyear = 2025\npatients = 10\npoints = { a.b = 1 }\n";
    const Reading reading = read(text);
    REQUIRE(reading.budget);
    const AciYear& year = reading.budget->aci->years[0];
    CHECK(reading.sources.text(year.patients->place.span) == "10");
    CHECK(reading.sources.text(year.points[0].place.span) == "b");
    CHECK(aci_problems("[[aci.year]]\nyear = 2025\n[[aci.year]]\nyear = 2025\n") == "aci.repeated@7:8(5:8)");
}

TEST_CASE("keys of indicators belong to no language") {
    CHECK(aci_problems(
              "[[aci.annee]]\nannee = 2026\n[aci.annee.atteints]\nyear.amount = true\n\"equipe.label\" = true\n") ==
          "key.mixed@4:7(1:2)");
    const std::string french =
        "[banque]\nsolde = 0\ndate = 2026-01-01\n[[aci.annee]]\nannee = 2026\n[aci.annee.atteints]\n";
    CHECK(problems_of(french + "year.amount = true\n\"equipe.label\" = true\n") == "");
    CHECK(problems_of(french + "a.b = { number = 1 }\n") == "key.mixed@7:9(1:2)");
}
