// SPDX-License-Identifier: MIT
#include <msp/aci/remuneration.hpp>

#include <doctest/doctest.h>

#include <numeric>
#include <string>
#include <tests/support/aci.hpp>
#include <tests/support/budget.hpp>
#include <tests/support/changed_text.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// 2022: the examples are those of the CNAM's guide of October 2022, by their numbers in the manual of the rules.
Paid example(const std::string& patients, const std::string& reached, const std::string& more = {}) {
    return paid(2022, "patients = " + patients + "\nassociates = 13\n" + more + "[aci.year.reached]\n" + reached);
}

}  // namespace

TEST_CASE("E1 to E3: the coordination changes its slope at 8,000 patients") {
    CHECK(example("6000", "\"equipe.coordination\" = true").points("equipe.coordination") == "3550");
    CHECK(example("8000", "\"equipe.coordination\" = true").points("equipe.coordination") == "4400");
    CHECK(example("12000", "\"equipe.coordination\" = true").points("equipe.coordination") == "5500");
}

TEST_CASE("E4 to E6: the software pays each associate, less from the seventeenth on") {
    const auto standard = [](const std::string& associates) {
        return paid(2022,
                    "patients = 4000\nassociates = " + associates + "\n[aci.year.reached]\n\"si.standard\" = true")
            .points("si.standard");
    };
    CHECK(standard("13") == "3100");
    CHECK(standard("20") == "4300");
    CHECK(standard("16") == "3700");  // 22,400 EUR / 7 = 3,200, and 500 fixed
    CHECK(standard("0") == "500");
}

TEST_CASE("E7 to E9: the concertation pays by case rate, cut off to two decimals") {
    const std::string base = "\"equipe.concertation\" = { ald_under_75 = 300, over_75 = 200, ald_over_75 = 150, ";
    CHECK(example("8000", base + "cases = 50, meetings = 6 }").points("equipe.concertation") == "2000");
    const Paid thirty = example("8000", base + "cases = 30, meetings = 6 }");
    CHECK(thirty.points("equipe.concertation") == "1844");
    CHECK(thirty.points("equipe.concertation.ipa") == "0");
    const Paid with_ipa = example("8000", base + "cases = 30, meetings = 6 }", "ipa = true\n");
    CHECK(with_ipa.line("equipe.concertation").points + with_ipa.line("equipe.concertation.ipa").points ==
          Quotient(22128, 10));
}

TEST_CASE("E10 to E15: what follows the patients") {
    const Paid missions = example("3000", "\"acces.missions\" = 2");
    CHECK(missions.points("acces.missions") == "525");
    CHECK(missions.points("acces.missions.ipa") == "0");
    CHECK(example("3000", "\"acces.missions\" = 2", "ipa = true\n").points("acces.missions.ipa") == "200");
    CHECK(example("3000", "\"acces.missions\" = 1", "ipa = true\n").points("acces.missions.ipa") == "0");
    const Paid users = example("3000", "\"acces.usagers.n1\" = true\n\"acces.usagers.n2\" = true");
    CHECK(users.line("acces.usagers.n1").points + users.line("acces.usagers.n2").points == Quotient(425));
    const Paid quality = example("3000",
                                 "\"equipe.qualite.n1\" = true\n\"equipe.qualite.n2\" = true\n"
                                 "\"equipe.qualite.n3\" = true");
    CHECK(quality.line("equipe.qualite.n1").points + quality.line("equipe.qualite.n2").points +
              quality.line("equipe.qualite.n3").points ==
          Quotient(475));
    CHECK(example("3000", "\"equipe.parcours_ic\" = true").points("equipe.parcours_ic") == "75");
    CHECK(example("3000", "\"equipe.coordination_externe\" = true").points("equipe.coordination_externe") == "150");
}

TEST_CASE("E16 to E19: what is counted, with its cap and its steps") {
    struct Row {
        const char* indicator;
        const char* count;
        const char* points;
    };
    for (const Row& row :
         {Row{"equipe.protocoles", "1", "100"}, Row{"equipe.protocoles", "2", "200"},
          Row{"equipe.protocoles", "8", "800"}, Row{"equipe.protocoles", "9", "800"}, Row{"equipe.pnc", "1", "100"},
          Row{"equipe.pnc", "2", "200"}, Row{"equipe.pnc", "6", "600"}, Row{"equipe.pnc", "7", "600"},
          Row{"equipe.formation", "1", "0"}, Row{"equipe.formation", "2", "450"}, Row{"equipe.formation", "3", "675"},
          Row{"equipe.formation", "4", "900"}, Row{"equipe.formation", "5", "900"}}) {
        CAPTURE(row.indicator);
        CAPTURE(row.count);
        CHECK(example("4000", "\"" + std::string(row.indicator) + "\" = " + row.count).points(row.indicator) ==
              row.points);
    }
    // With an IPA 140, 280, 1,120, 1,120 in all.
    for (const auto& [count, complement] : {std::pair{"1", "40"}, {"2", "80"}, {"8", "320"}, {"9", "320"}})
        CHECK(example("4000", "\"equipe.protocoles\" = " + std::string(count), "ipa = true\n")
                  .points("equipe.protocoles.ipa") == complement);
}

TEST_CASE("E20: the table of opening hours") {
    struct Row {
        const char* hours;
        bool saturday;
        const char* weeks;
        const char* points;
    };
    for (const Row& row : {Row{"12h", true, "0", "800"}, Row{"12h", true, "3", "780"}, Row{"12h", false, "0", "680"},
                           Row{"12h", false, "3", "660"}, Row{"10h", true, "0", "740"}, Row{"10h", true, "1", "720"},
                           Row{"10h", false, "0", "620"}, Row{"11h59", false, "2", "600"}, Row{"8h", true, "0", "650"},
                           Row{"8h", true, "3", "630"}, Row{"9h59", false, "0", "530"}, Row{"8h", false, "3", "510"},
                           Row{"7h59", true, "0", "0"}, Row{"12h", true, "4", "0"}, Row{"12h", true, "3.5", "0"}}) {
        const std::string hours = "\"acces.horaires\" = { amplitude = \"" + std::string(row.hours) +
                                  "\", saturday = " + (row.saturday ? "true" : "false") +
                                  ", closed_weeks = " + row.weeks;
        CAPTURE(hours);
        CHECK(example("4000", hours + " }").points("acces.horaires") == row.points);
        if (row.points[0] == '0')
            continue;
        // With a derogation the amplitude costs nothing: 800 less 120 for Saturday and 20 for weeks.
        const int left = 800 - (row.saturday ? 0 : 120) - (row.weeks[0] == '0' ? 0 : 20);
        CHECK(example("4000", hours + ", derogation = true }").points("acces.horaires") == std::to_string(left));
    }
    CHECK(example("4000", "\"acces.horaires\" = { amplitude = \"12h\", saturday = true, unscheduled = false }")
              .points("acces.horaires") == "0");
    CHECK(example("4000", "\"acces.horaires\" = { amplitude = \"12h\", saturday = true, closed_weeks_outside = 2 }")
              .points("acces.horaires") == "0");
}

TEST_CASE("E21: doctors under contract and visiting specialists add up") {
    const Paid both = example("4000", "\"acces.cstm\" = true\n\"acces.vacations.n2\" = true");
    const Quotient sum = both.line("acces.cstm").points + both.line("acces.vacations.n1").points +
                         both.line("acces.vacations.n2").points;
    CHECK(sum == Quotient(800));
    CHECK(sum * Quotient(700) == Quotient(560000));  // 5,600 EUR
}

TEST_CASE("the typical MSP: 5,120 patients, 20 associates, prerequisites and socle at 100 %") {
    const Paid typical = paid(2023, "patients = 5120\nassociates = 20\n" + std::string(whole_base));
    // 800 + 100 + 1,000 + 1,700 × 1.28 + 500 + 16 × 200 + 4 × 150 + 8 × 100 + 1,000 × 1.28
    CHECK(typical.result.points == Quotient(10456));
    CHECK(typical.result.total == "73_192"_eur);
    CHECK(typical.result.advance == "43_915.20"_eur);
    CHECK(typical.result.missing.empty());
    CHECK(sum_of_lines(typical.result) == typical.result.total);
}

TEST_CASE("4,000 patients, 13 associates: 8,500 points of base and 5,400 optional ones") {
    const Paid base = paid(2023, "patients = 4000\nassociates = 13\n" + std::string(whole_base));
    CHECK(base.result.points == Quotient(8500));
    CHECK(base.result.points_max == Quotient(13900));
    CHECK(base.result.maximum == "97_300"_eur);
    const Paid with_ipa = paid(2023, "patients = 4000\nassociates = 13\nipa = true\n" + std::string(whole_base));
    CHECK(with_ipa.result.maximum == "102_340"_eur);
}

TEST_CASE("one prerequisite that is missing costs the whole year") {
    const std::string reached =
        changed(std::string(whole_base), "\"acces.crise.plan\" = true", "\"acces.crise.plan\" = false");
    const Paid missed = paid(2023, "patients = 4000\nassociates = 13\n" + reached);
    CHECK(missed.result.total == Money());
    REQUIRE(missed.result.missing.size() == 1);
    CHECK(missed.facts.text->indicators[missed.result.missing[0]].id == "acces.crise.plan");
    CHECK(missed.result.points == Quotient(8400));
    CHECK(missed.result.maximum == "97_300"_eur);
    CHECK(missed.line("acces.horaires").missed == "5_600"_eur);
    // In 2022 the plan was optional.
    const Paid exception = paid(2022, "patients = 4000\nassociates = 13\n" + reached);
    CHECK(exception.result.total == "58_800"_eur);  // 8,400 × 7
    CHECK(exception.line("acces.crise.plan").kind == AciClass::optional);
}

TEST_CASE("actions in a crisis are due only in a declared one, and never were in 2022") {
    const std::string actions = "\"acces.crise.plan\" = true\n\"acces.crise.actions\" = true\n";
    const auto points = [&](int year, const std::string& crisis) {
        return paid(year, "patients = 4000\nassociates = 13\n" + crisis + "[aci.year.reached]\n" + actions)
            .points("acces.crise.actions");
    };
    CHECK(points(2023, "") == "0");
    CHECK(points(2023, "crisis = true\n") == "350");
    CHECK(points(2022, "crisis = true\n") == "0");
}

TEST_CASE("the child-obesity path needs two missions, or a single one on its theme") {
    const std::string path = "\"equipe.parcours_obesite_enfant\" = true\n";
    const auto points = [&](const std::string& missions) {
        return example("4000", path + missions).points("equipe.parcours_obesite_enfant");
    };
    CHECK(points("") == "0");
    CHECK(points("\"acces.missions\" = 1") == "0");
    CHECK(points("\"acces.missions\" = 2") == "100");
    CHECK(points("\"acces.missions\" = { themes = [\"obesite-enfant\"] }") == "100");
    CHECK(points("\"acces.missions\" = { themes = [\"tabac\"] }") == "0");
    // Two missions from the regional project pay once, and are two.
    CHECK(points("\"acces.missions\" = { number = 2, regional = 2 }") == "100");
    CHECK(example("4000", "\"acces.missions\" = { number = 2, regional = 2 }").points("acces.missions") == "350");
}

TEST_CASE("SAS: the better level holds, and its maximum counts once") {
    const Paid none = example("4000", "\"acces.cstm\" = true");
    CHECK(none.points_max("acces.sas.50") == "0");
    CHECK(none.points_max("acces.sas.100") == "200");
    const Paid half = example("4000", "\"acces.sas.50\" = true");
    CHECK(half.points("acces.sas.50") == "100");
    CHECK(half.points_max("acces.sas.50") == "100");
    CHECK(half.points_max("acces.sas.100") == "100");
    const Paid all = example("4000", "\"acces.sas.100\" = true");
    CHECK(all.points("acces.sas.100") == "200");
    CHECK(all.points_max("acces.sas.50") == "0");
}

TEST_CASE("software acquired during the year pays from that day on, the day included") {
    const auto standard = [](const std::string& since, const std::string& aci = {}) {
        return paid(2023, "patients = 4000\nassociates = 10\n[aci.year.reached]\n\"si.standard\" = " + since, aci)
            .line("si.standard")
            .points;
    };
    // 500 + 10 × 200 = 2,500
    CHECK(standard("2023-01-01") == Quotient(2500));
    CHECK(standard("2022-11-05") == Quotient(2500));
    CHECK(standard("2023-12-31") == Quotient(2500, 365));
    CHECK(standard("2023-07-02") == Quotient(2500 * 183, 365));  // 30 + 31 + 30 + 31 + 30 + 31
    CHECK(standard("2023-07-02", "options.proration = \"months\"") == Quotient(2500 * 6, 12));
    const std::string contract = "contract = 2023-10-01\n";
    CHECK(standard("2023-07-02", contract) == Quotient(2500 * 183, 365));
    CHECK(standard("2023-07-02", contract + "options.si_from = \"contract\"") == Quotient(2500 * 92, 365));
    const Paid leap = paid(2024, "patients = 4000\nassociates = 10\n[aci.year.reached]\n\"si.standard\" = 2024-12-31");
    CHECK(leap.line("si.standard").points == Quotient(2500, 366));
}

TEST_CASE("in the contract's first year concertation and its meetings are prorated, and so is the advance") {
    const std::string facts =
        "patients = 4000\nassociates = 13\n[aci.year.reached]\n\"equipe.concertation\" = "
        "{ cases = 50, concerned = 1000, meetings = 3 }";
    const std::string contract = "contract = 2023-07-02\n";  // 183 days of 365
    // 5 % of the cases; 6 × 183/365 = 3.008… meetings are wanted
    CHECK(paid(2023, facts, contract).line("equipe.concertation").points == Quotient(1000 * 3, 6));
    CHECK(paid(2023, facts, contract + "options.concertation_date = \"year\"").line("equipe.concertation").points ==
          Quotient(500));
    CHECK(paid(2023, facts, contract + "options.concertation_meetings = \"required\"")
              .line("equipe.concertation")
              .points == Quotient(0));
    const Paid first = paid(2023, "patients = 4000\nassociates = 13\n" + std::string(whole_base), contract);
    CHECK(first.result.prorata.value() == Quotient(183, 365));
    // 8,500 points: 59,500 × 60 % × 183 / 365 = 17,898.904…
    CHECK(first.result.advance == "17_898.90"_eur);
    CHECK(first.result.advance_day == "2023-10-02"_d);
    const Paid later = paid(2024, "patients = 4000\nassociates = 13\n" + std::string(whole_base), contract);
    CHECK(later.result.advance == "35_700"_eur);
    CHECK(later.result.advance_day == "2024-04-30"_d);
    CHECK(later.result.balance_day == "2025-04-30"_d);
    CHECK(later.result.evidence_day == "2025-01-31"_d);
}

TEST_CASE("options decide what no text settles") {
    const std::string thirty =
        "patients = 8000\nassociates = 13\n[aci.year.reached]\n\"equipe.concertation\" = "
        "{ cases = 30, concerned = 650, meetings = 4 }\n";
    const auto points = [&](const std::string& options) {
        return paid(2023, thirty, options).line("equipe.concertation").points;
    };
    CHECK(points("") == Quotient(1844 * 4, 6));
    CHECK(points("options.concertation_meetings = \"required\"") == Quotient(0));
    // 2,000 × (30 / 650) / 5 % × 4 / 6
    CHECK(points("options.case_rate = \"exact\"") == Quotient(2000 * 30 * 20 * 4, 650 * 6));
    const std::string hours =
        "patients = 4000\nassociates = 13\n[aci.year.reached]\n\"acces.horaires\" = { amplitude = "
        "\"9h\", saturday = false, closed_weeks = 2, derogation = true }\n";
    CHECK(paid(2023, hours).points("acces.horaires") == "660");
    CHECK(paid(2023, hours, "options.derogation = \"full\"").points("acces.horaires") == "800");
}

TEST_CASE("the base of the advance: complements of an IPA belong to it unless said otherwise, the crisis does not") {
    const std::string facts = "patients = 4000\nassociates = 13\nipa = true\ncrisis = true\n" + std::string(whole_base);
    const auto base = [&](const std::string& options) { return paid(2023, facts, options).result.base_points; };
    CHECK(base("") == Quotient(8500 + 320 + 200));
    CHECK(base("options.advance_ipa = false") == Quotient(8500));
    CHECK(base("options.advance_crisis = true") == Quotient(8500 + 320 + 200 + 350));
    // The plan was optional in 2022.
    CHECK(paid(2022, "patients = 4000\nassociates = 13\n" + std::string(whole_base)).result.base_points ==
          Quotient(8400));
}

TEST_CASE("the total is rounded once, and the lines are parts of it") {
    // 4,001 patients: 1,700 × 4,001 / 4,000 × 7 = 11,902.975, 7 × 1,000 × 4,001 / 4,000 = 7,001.75
    const Paid odd = paid(2023, "patients = 4001\nassociates = 13\n" + std::string(whole_base));
    // 8,500 + 0.425 + 0.25 = 8,500.675 points, 59,504.725 EUR: a half cent
    CHECK(odd.result.points == Quotient(8500675, 1000));
    CHECK(odd.result.total == "59_504.73"_eur);
    CHECK(sum_of_lines(odd.result) == odd.result.total);
    CHECK(paid(2023, "patients = 4001\nassociates = 13\n" + std::string(whole_base), "options.rounding = \"half-even\"")
              .result.total == "59_504.72"_eur);
    CHECK(paid(2023, "patients = 4001\nassociates = 13\n" + std::string(whole_base), "options.rounding = \"down\"")
              .result.total == "59_504.72"_eur);
    for (const AciLine& line : odd.result.lines) {
        if (line.reached == Fulfilment::yes)
            CHECK(line.missed == Money());
    }
}

TEST_CASE("the majoration for precarity adds two excesses, 25 % at most") {
    const auto total = [](const std::string& precarity) {
        return paid(2023,
                    "patients = 4000\nassociates = 13\nprecarity = { " + precarity + " }\n" + std::string(whole_base))
            .result;
    };
    // 410 / 4,000 = 10.25 %, 2.75 % over; 20 / 4,000 = 0.5 %, 0.1 % over: 59,500 × 1.0285
    const AciRemuneration both = total("c2s = 410, c2s_national = \"7.5 %\", ame = 20, ame_national = \"0.4 %\"");
    CHECK(both.majoration == Quotient(285, 10000));
    CHECK(both.total == "61_195.75"_eur);
    CHECK(both.majoration_amount == "1_695.75"_eur);
    CHECK(both.advance == "35_700"_eur);
    // No compensation between the two.
    CHECK(total("c2s = 410, c2s_national = \"7.5 %\", ame = 0, ame_national = \"0.4 %\"").majoration ==
          Quotient(275, 10000));
    CHECK(total("c2s = 4000, c2s_national = \"7.5 %\", ame = 0, ame_national = \"0.4 %\"").majoration ==
          Quotient(1, 4));
}

TEST_CASE("the maximum is rounded as a year is") {
    // Prerequisites and socle: 5,800 + 2,700 / 4,000 points = 40,604.725 EUR; everything: 9,400 + 4,500 / 4,000 points
    // = 65,807.875 EUR, of which halves to even make .72 and .88.
    const Paid one =
        paid(2024, "patients = 1\nassociates = 13\n" + std::string(whole_base), "options.rounding = \"half-even\"\n");
    CHECK(one.result.total == "40_604.72"_eur);
    CHECK(one.result.maximum == "65_807.88"_eur);
    Money missed;
    for (const AciLine& line : one.result.lines)
        missed += line.missed;
    CHECK(missed == "25_203.16"_eur);
}

TEST_CASE("E22: the agreement of 2017 needs what is not public to be typed") {
    const std::string facts = "patients = 4000\nassociates = 13\n";
    std::string reached(whole_base);
    reached.erase(reached.find("\"acces.crise.plan\" = true\n"), 26);
    // 1,950 points for both make the published 73,500 EUR; how they part is not known.
    const Paid typed =
        paid(2021, facts + "points = { \"equipe.coordination\" = 1850, \"acces.satisfaction\" = 100 }\n" + reached +
                       "\"acces.diversite.n2\" = true\n\"acces.vacations.n2\" = true\n\"acces.cstm\" = true\n"
                       "\"acces.missions\" = 2\n\"equipe.formation\" = 2\n\"equipe.coordination_externe\" = true\n"
                       "\"si.avance\" = true\n");
    CHECK(typed.result.points == Quotient(8550 + 1950));
    CHECK(typed.result.total == "73_500"_eur);
    CHECK(typed.line("acces.satisfaction").typed);
    CHECK(aci_problems(aci_budget(2021, facts + reached)) == "aci.unknown-value@13:1");
}
