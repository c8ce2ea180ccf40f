// SPDX-License-Identifier: MIT
#include <msp/lines/aids.hpp>
#include <msp/lines/lines.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/problems.hpp>

using namespace msp;
using namespace msp::test;

namespace {

Budget aid(const std::string& keys) {
    return plan_of("[[grant]]\nid = \"g\"\naid = \"assistant-medical\"\n" + keys);
}

std::vector<Movement> paid(const Budget& budget, Date first, Date last) {
    std::vector<Movement> found;
    grant_movements(
        budget, shipped_law(), budget.grants[0], {first, last}, [&](const Movement& each) { found.push_back(each); },
        nullptr);
    return found;
}

std::string plan(const std::string& keys, Date first = "2019-01-01"_d, Date last = "2030-12-31"_d) {
    const Budget budget = aid(keys);
    return told(budget, paid(budget, first, last));
}

std::string problems(const std::string& keys, const Law& law = shipped_law()) {
    const Budget budget = plan_of("[[grant]]\nid = \"g\"\n" + keys);
    Reading reading;
    check_grant(budget, law, budget.grants[0], std::nullopt, reading.diagnostics);
    return ids_of(reading.diagnostics);
}

}  // namespace

TEST_CASE("each year of a contract is paid on its last day, by the terms in force on its first one") {
    // Terms of 22 June 2024: 38,000 then 28,000 then 22,000; before: 36,000, 27,000, 21,000.
    CHECK(plan("fte = \"1\"\ncontract = 2023-09-01", "2023-01-01"_d, "2027-12-31"_d) ==
          "2024-08-31 g 36000.00\n"  // from 2023-09-01
          "2025-08-31 g 28000.00\n"  // from 2024-09-01, after 22 June 2024
          "2026-08-31 g 22000.00\n"
          "2027-08-31 g 22000.00\n");
    // The day before the new terms, and that day.
    CHECK(plan("fte = 1\ncontract = 2022-06-21", "2022-01-01"_d, "2026-12-31"_d) ==
          "2023-06-20 g 36000.00\n2024-06-20 g 27000.00\n2025-06-20 g 21000.00\n2026-06-20 g 22000.00\n");
    CHECK(plan("fte = 1\ncontract = 2022-06-22", "2022-01-01"_d, "2026-12-31"_d) ==
          "2023-06-21 g 36000.00\n2024-06-21 g 27000.00\n2025-06-21 g 22000.00\n2026-06-21 g 22000.00\n");
}

TEST_CASE("the part of a full-time job and the doctor's list decide the amount") {
    const auto of = [](const char* keys) {
        std::string amounts;
        const Budget budget = aid(keys);
        for (const Movement& movement : paid(budget, "2019-01-01"_d, "2029-12-30"_d))
            amounts += (amounts.empty() ? "" : " ") + plain(movement.amount);
        return amounts;
    };
    CHECK(of("contract = 2026-01-01\nfte = \"1\"\nlist = \"p90-p94\"") == "38000.00 28000.00 26000.00");
    CHECK(of("contract = 2026-01-01\nfte = \"1\"\nlist = \"p95\"") == "38000.00 38000.00 38000.00");
    CHECK(of("contract = 2026-01-01\nfte = \"1/2\"") == "19000.00 14000.00 11000.00");
    CHECK(of("contract = 2026-01-01\nfte = 0.5\nlist = \"below-p90\"") == "19000.00 14000.00 11000.00");
    CHECK(of("contract = 2026-01-01\nfte = \"1/2\"\nlist = \"p90-p94\"") == "19000.00 14000.00 13000.00");
    // Of 1 April 2022 at 1/3: two years by the old terms, then the new ones.
    CHECK(of("contract = 2022-04-01\nfte = \"1/3\"\nuntil = \"2025-12\"") == "12000.00 9000.00 7000.00 7350.00");
}

TEST_CASE("a contract of 29 February has its anniversaries on the 28th in other years") {
    CHECK(plan("fte = 1\ncontract = 2024-02-29", "2024-01-01"_d, "2028-12-31"_d) ==
          "2025-02-27 g 36000.00\n2026-02-27 g 28000.00\n2027-02-27 g 22000.00\n2028-02-28 g 22000.00\n");
    // No day between two of its years, and none in both.
    for (int number = 1; number < 9; ++number)
        CHECK(contract_year("2024-02-29"_d, number).last + 1 == contract_year("2024-02-29"_d, number + 1).first);
}

TEST_CASE("until pays the contract year that begins by then, and none after it") {
    CHECK(plan("fte = 1\ncontract = 2025-03-01\nuntil = 2026-03-01") ==
          "2026-02-28 g 38000.00\n2027-02-28 g 28000.00\n");
    CHECK(plan("fte = 1\ncontract = 2025-03-01\nuntil = 2026-02-28") == "2026-02-28 g 38000.00\n");
}

TEST_CASE("delay, scale, state and exercise hold for an aid; without a state it is assumed") {
    CHECK(plan("fte = 1\ncontract = 2025-09-01\nuntil = 2025-09-01\ndelay = \"-11 months\"\nscale = \"50 %\"") ==
          "2025-09-30 g 19000.00\n");
    const Movement assumed = paid(aid("fte = 1\ncontract = 2025-09-01"), "2026-01-01"_d, "2026-12-31"_d).at(0);
    CHECK(assumed.state == State::assumed);
    CHECK(assumed.exercise == 2026);
    const Movement typed = paid(aid("fte = 1\ncontract = 2025-09-01\nstate = \"notified\"\nexercise = 2025"),
                                "2026-01-01"_d, "2026-12-31"_d)
                               .at(0);
    CHECK(typed.state == State::notified);
    CHECK(typed.exercise == 2025);
}

TEST_CASE("any window of days shows the same payments") {
    const std::string keys = "fte = 1\ncontract = 2023-09-01\ndelay = \"40 months\"\nbusiness_day = \"next\"";
    std::string pieces;
    for (int year = 2023; year <= 2030; ++year)
        pieces += plan(keys, Month(year, 1).first(), Month(year, 12).last());
    CHECK(pieces == plan(keys, "2023-01-01"_d, "2030-12-31"_d));
    CHECK(plan(keys, "2027-01-01"_d, "2027-12-31"_d) == "2027-12-31 g 36000.00\n");
    CHECK(plan("fte = 1\ncontract = 2198-06-01", "2199-01-01"_d, "2199-12-31"_d) == "2199-05-31 g 38000.00\n");
}

TEST_CASE("what an aid lacks to be computed is an error") {
    const std::string assistant = "aid = \"assistant-medical\"\n";
    CHECK(problems(assistant + "fte = 1\ncontract = 2025-09-01").empty());
    CHECK(problems("aid = \"assistant-medicale\"\nfte = 1\ncontract = 2025-09-01") == "aid.absent");
    CHECK(problems("aid = \"ipa-salariee\"") == "aid.unknown");
    CHECK(problems(assistant + "fte = 1") == "aid.contract");
    CHECK(problems(assistant + "contract = 2025-09-01") == "aid.fte");
    CHECK(problems(assistant) == "aid.contract aid.fte");
    CHECK(problems(assistant + "fte = \"1/3\"\ncontract = 2023-05-01") == "aid.closed");
    CHECK(problems(assistant + "fte = \"1/3\"\ncontract = 2023-04-30").empty());
    Law other = shipped_law();
    for (AidTerms& terms : other.aids.at(0).terms)
        std::erase_if(terms.amounts, [](const AidAmounts& row) { return row.fte == AidFte::half; });
    CHECK(problems(assistant + "fte = \"1/2\"\ncontract = 2025-09-01", other) == "aid.fte");
    CHECK(grant_needs(
              plan_of("[[grant]]\nid = \"g\"\namount = 1\ndate = 2026-02-01\n[[grant]]\nid = \"h\"\n" + assistant))
              .rules == std::vector<RuleNeed>{{.kind = "aid", .name = "assistant-medical"}});
}

TEST_CASE("a budget contradicts itself where it types what an aid already says") {
    const std::string grant = "[bank]\nopening = 0\ndate = 2026-01-01\n[[grant]]\nid = \"g\"\n";
    const std::string facts = "aid = \"assistant-medical\"\nfte = 1\ncontract = 2025-09-01\n";
    CHECK(problems_of(grant + facts).empty());
    CHECK(problems_of(grant + facts + "amount = 100") == "line.contradiction@9:10(6:7)");
    CHECK(problems_of(grant + facts + "date = 2026-05-01") == "line.contradiction@9:8(6:7)");
    CHECK(problems_of(grant + facts + "every = \"year\"\nfrom = \"2026-01\"") ==
          "line.contradiction@9:9(6:7) line.contradiction@10:8(6:7)");
    CHECK(problems_of(grant + facts + "instalments = [{ share = \"rest\", date = 2026-05-01 }]") ==
          "line.contradiction@9:15(6:7)");
    CHECK(problems_of(grant + facts + "until = 2025-08-31") == "line.bounds@9:9(8:12)");
    CHECK(problems_of(grant + facts + "list = \"p96\"") == "value.word@9:8");
    CHECK(problems_of(grant + "amount = 1\ndate = 2026-05-01\nfte = 1\ncontract = 2025-09-01\nlist = \"p95\"") ==
          "key.alone@8:7 key.alone@9:12 key.alone@10:8");
}

TEST_CASE("the steps of an aid say the year, the rule, the terms, and the day that is taken") {
    const Budget budget = aid("fte = \"1/2\"\ncontract = 2023-09-01\nscale = \"50 %\"");
    Trace trace;
    std::string steps;
    grant_movements(
        budget, shipped_law(), budget.grants[0], {"2024-01-01"_d, "2025-12-31"_d},
        [&](const Movement&) { steps += told(trace); }, &trace);
    CHECK(steps ==
          "year 1 of the contract, from 1 September 2023 to 31 August 2024\n"
          "rule: assistant-medical, ameli2024 (confirmed)\n"
          "the terms of 22 June 2024 are not yet in force on 1 September 2023\n"
          "1/2 FTE, a doctor's list below P90: 18000.00\n"
          "no text says on which day it is paid: taken to be the last day of that year\n"
          "× 50 %, rounded half up to the cent: 9000.00\n"
          "receipt on 31 August 2024: 9000.00\n"
          "year 2 of the contract, from 1 September 2024 to 31 August 2025\n"
          "rule: assistant-medical, ameli2024 (confirmed)\n"
          "the terms of 22 June 2024 are in force on 1 September 2024\n"
          "1/2 FTE, a doctor's list below P90: 14000.00\n"
          "no text says on which day it is paid: taken to be the last day of that year\n"
          "× 50 %, rounded half up to the cent: 7000.00\n"
          "receipt on 31 August 2025: 7000.00\n");
}

// A post of half time from September 2024 to March 2027: years begin each September; the third one it does not last.
TEST_CASE("a post that earns an aid says its contract, its part and its end") {
    const std::string post =
        "[employer]\nwork_accident = \"1 %\"\n[[post]]\nid = \"desk\"\nfrom = 2024-09-01\ngross = "
        "1300\nfte = 0.5\n";
    const auto planned = [](const std::string& lines) {
        const Budget budget = plan_of(lines);
        return told(budget, paid(budget, "2019-01-01"_d, "2028-12-31"_d));
    };
    const std::string earned = "[[grant]]\nid = \"g\"\naid = \"assistant-medical\"\npost = \"desk\"\n";
    CHECK(planned(earned + post + "until = 2027-03-31\n") == "2025-08-31 g 19000.00\n2026-08-31 g 14000.00\n");
    CHECK(planned(post + "until = 2026-08-31\n" + earned) == "2025-08-31 g 19000.00\n2026-08-31 g 14000.00\n");
    CHECK(planned(post + earned) ==
          "2025-08-31 g 19000.00\n2026-08-31 g 14000.00\n2027-08-31 g 11000.00\n2028-08-31 g 11000.00\n");
    // What is typed holds.
    CHECK(planned(post + earned + "fte = 1\ncontract = 2025-09-01\nuntil = 2025-12-31\n") == "2026-08-31 g 38000.00\n");
    CHECK(problems_of(std::string(one_bank) + post + earned +
                      "[[grant]]\nid = \"h\"\naid = \"assistant-medical\"\npost "
                      "= \"dask\"\n") == "id.unknown@18:8");
    CHECK(problems_of(std::string(one_bank) + post +
                      "[[grant]]\nid = \"h\"\namount = 1\ndate = 2026-05-05\npost = \"desk\"\n") == "key.alone@15:8");
}
