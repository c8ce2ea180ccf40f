// SPDX-License-Identifier: MIT
#include <msp/calendar/contracts.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>
#include <tests/support/forecast.hpp>

using namespace msp;
using namespace msp::test;

namespace {

Contract contract_of(const std::string& keys) {
    return budget_of(std::string(one_bank) + contract_text("c", keys)).contracts.front();
}

// "notice>end" of each.
std::string told(const std::vector<ContractEnd>& ends) {
    std::string all;
    for (const ContractEnd& each : ends)
        all += (all.empty() ? "" : " ") + (each.notice_by ? iso(*each.notice_by) : "") + '>' + iso(each.end);
    return all;
}

std::string ends(const std::string& keys, const char* first, const char* last) {
    return told(ends_in(contract_of(keys), {parse_date(first).value(), parse_date(last).value()}));
}

// "end next-notice>its-end days", ! of what is over.
std::string state_on(const std::string& keys, const char* day) {
    const Budget budget = budget_of(std::string(one_bank) + contract_text("c", keys));
    const Case of(budget, shipped_law());
    const ContractState state = contract_states(of, PlanOptions(), parse_date(day).value()).front();
    return (state.over ? "!" : "") + (state.end ? iso(*state.end) : "") + ' ' +
           (state.next ? told({*state.next}) : "") + ' ' + (state.days ? std::to_string(*state.days) : "");
}

Money amount_in_2026_from_march(const std::string& lines, const std::string& line, Count count = Count::notified) {
    const Budget budget = plan_of(lines + "[[contract]]\nid = \"c\"\nsupplier = \"s\"\nline = \"" + line + "\"\n");
    const Case of(budget, shipped_law());
    const PlanOptions options = {.count = count, .aci_late = {}, .only = {}};
    return contract_states(of, options, parse_date("2026-03-01").value()).front().amount.value();
}

const std::string renewed = "end = 2026-12-31\nnotice = \"3 months\"\nrenewal = \"12 months\"\n";

}  // namespace

TEST_CASE("notice leaves the whole of its time before the end") {
    // October to December are three months: 30 September is the last day before them.
    CHECK(ends(renewed, "2026-01-01", "2026-12-31") == "2026-09-30>2026-12-31");
    // From 1 to 30 June are thirty days: 31 May. February has 28 days: one month before its end is 31 January.
    CHECK(ends("end = 2026-06-30\nnotice = \"30 days\"\nrenewal = \"1 month\"\n", "2026-06-01", "2026-06-30") ==
          "2026-05-31>2026-06-30");
    CHECK(ends("end = 2026-02-28\nnotice = \"1 month\"\nrenewal = \"12 months\"\n", "2026-01-01", "2026-02-28") ==
          "2026-01-31>2026-02-28");
    // Notice within the days of an end after them, and the other way round.
    CHECK(ends(renewed, "2026-09-01", "2026-09-30") == "2026-09-30>2026-12-31");
    CHECK(ends(renewed, "2026-12-01", "2026-12-31") == "2026-09-30>2026-12-31");
    CHECK(ends(renewed, "2026-10-01", "2026-11-30").empty());
}

TEST_CASE("a term goes on from the first one, so that it ends on the last day of its month") {
    CHECK(ends("end = 2026-01-31\nrenewal = \"1 month\"\n", "2026-01-01", "2026-04-30") ==
          ">2026-01-31 >2026-02-28 >2026-03-31 >2026-04-30");
    CHECK(ends("end = 2024-02-29\nrenewal = \"12 months\"\n", "2024-01-01", "2026-12-31") ==
          ">2024-02-29 >2025-02-28 >2026-02-28");
    // A term from 29 February on, of those of 12 months: the others begin on 28 February, or on the 29th where there is
    // one, and end on the day before.
    CHECK(ends("end = 2028-02-28\nrenewal = \"12 months\"\n", "2028-01-01", "2033-01-01") ==
          ">2028-02-28 >2029-02-27 >2030-02-27 >2031-02-27 >2032-02-28");
    CHECK(ends("end = 2026-01-10\nrenewal = \"14 days\"\n", "2026-01-20", "2026-02-10") == ">2026-01-24 >2026-02-07");
    CHECK(ends("end = 2026-03-31\n", "2026-01-01", "2028-12-31") == ">2026-03-31");
    CHECK(ends("start = 2020-01-01\n", "2026-01-01", "2028-12-31").empty());
}

TEST_CASE("how a contract stands on a day") {
    CHECK(state_on(renewed, "2026-09-30") == "2026-12-31 2026-09-30>2026-12-31 0");
    // A day later this term can no longer be left: 30 September 2027 is 364 days after 1 October 2026.
    CHECK(state_on(renewed, "2026-10-01") == "2026-12-31 2027-09-30>2027-12-31 364");
    CHECK(state_on(renewed, "2030-01-01") == "2030-12-31 2030-09-30>2030-12-31 272");
    // Without a notice that is known it goes on all the same, and without a renewal it ends.
    CHECK(state_on("end = 2026-12-31\nrenewal = \"12 months\"\n", "2026-12-01") == "2026-12-31 >2026-12-31 30");
    CHECK(state_on("end = 2026-12-31\n", "2026-12-31") == "2026-12-31 >2026-12-31 0");
    CHECK(state_on("end = 2026-12-31\n", "2027-01-01") == "!2026-12-31  ");
    CHECK(state_on("notice = \"3 months\"\n", "2026-01-01") == "  ");
}

TEST_CASE("a contract without end can be left on any day, with its notice") {
    const auto leaves = [](const std::string& keys, const char* day) {
        const Budget budget = plan_of(contract_text("c", keys));
        const Case of(budget, shipped_law());
        const ContractState state = contract_states(of, PlanOptions(), parse_date(day).value()).front();
        CHECK_FALSE(state.next_day());
        return state.leaves ? iso(*state.leaves) : "";
    };
    // Three whole months after the day of notice: from 16 April to 15 July, from 1 October to 31 December.
    CHECK(leaves("notice = \"3 months\"\n", "2026-04-15") == "2026-07-15");
    CHECK(leaves("notice = \"3 months\"\n", "2026-09-30") == "2026-12-31");
    CHECK(leaves("notice = \"30 days\"\n", "2026-05-31") == "2026-06-30");
    // From 31 October on a month is over on 30 November, and from 30 January on with February.
    CHECK(leaves("notice = \"1 month\"\n", "2026-10-30") == "2026-11-30");
    CHECK(leaves("notice = \"1 month\"\n", "2026-01-29") == "2026-02-28");
    // Not before it has begun, and without a notice nobody knows.
    CHECK(leaves("start = 2026-07-01\nnotice = \"1 month\"\n", "2026-01-01") == "2026-08-01");
    CHECK(leaves("start = 2020-01-01\n", "2026-01-01").empty());
    // The first day of which what has to be given notice of any other contract by is not before the day.
    for (Date day = parse_date("2026-01-01").value(); day < parse_date("2026-12-31").value(); day = day + 1) {
        const std::string end = leaves("notice = \"2 months\"\n", iso(day).c_str());
        const auto by = [](const std::string& last) {
            return ends("notice = \"2 months\"\nrenewal = \"12 months\"\nend = " + last + '\n', last.c_str(),
                        last.c_str());
        };
        CHECK(by(end) >= iso(day));
        CHECK(by(iso(parse_date(end).value() - 1)) < iso(day));
    }
}

TEST_CASE("what a contract costs is what its line does in twelve months") {
    // 100.00 a month, for the last time in October 2026: from 1 March on eight times.
    CHECK(amount_in_2026_from_march(R"(
[[expense]]
id = "rent"
category = "rent"
every = "month"
day = 5
amount = 100.00
until = 2026-10-31
)",
                                    "rent") == Money::from_cents(-800'00));
}

TEST_CASE("a contract brings what the plan counts") {
    const char* const hoped = R"(
[[grant]]
id = "ars"
state = "hoped"
date = 2026-06-01
amount = 500.00
)";
    CHECK(amount_in_2026_from_march(hoped, "ars") == Money());
    CHECK(amount_in_2026_from_march(hoped, "ars", Count::hoped) == Money::from_cents(500'00));
}

TEST_CASE("of a loan a contract costs what is paid, and its capital is no income") {
    // A fee of 10.00, 600.00 of capital, and 330 days of 360 of the 10 % of 1,200.00: 110.00.
    CHECK(amount_in_2026_from_march(
              loan_of_two_years("works", "2026-03-01", "2027-02-01") + "fees = [{ amount = 10.00 }]\n", "works") ==
          Money::from_cents(-720'00));
}

TEST_CASE("an agreed overdraft costs what the balances make it cost") {
    // Nothing else moves the account, so that what it loses is what it costs.
    const Budget budget = budget_of(
        "[bank]\nid = \"b\"\nopening = -1000.00\ndate = 2026-01-01\noverdraft_rate = \"3.65 %\"\n"
        "[[contract]]\nid = \"c\"\nsupplier = \"s\"\nline = \"fees.b\"\n");
    const Case of(budget, shipped_law());
    const Projection plan = projected(budget, parse_date("2026-12-31").value());
    const Money whole = plan.accounts.front().series.balance.back() - budget.banks.front().opening;
    CHECK(whole < Money());
    CHECK(contract_states(of, PlanOptions(), parse_date("2026-01-01").value()).front().amount == whole);
}
