// SPDX-License-Identifier: MIT
#include <msp/charges/calls.hpp>
#include <msp/plan/charged.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const std::string two_members = "[[member]]\nid = \"a\"\n[[member]]\nid = \"b\"\n" + equal_key_text();

std::string yearly(const std::string& amount) {
    return "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\ndate = 2026-03-01\nshared = \"equal\"\namount = " +
           amount + "\n";
}

struct Called {
    explicit Called(const std::string& facts)
        : budget(budget_of(std::string(one_bank) + facts)), days(days_of(budget, 2026, 0)) {
        Diagnostics problems;
        shares = shares_of(budget, charged_lines(budget, 2026, 0), {&days, 1}, problems).value();
        calls = calls_of(budget, shares, 0, days);
    }

    // "2026-01-01 83.33, 2026-02-01 83.33"
    [[nodiscard]] std::string of(std::size_t member) const {
        std::string text;
        for (const Call& call : calls) {
            if (call.member == member)
                text += (text.empty() ? "" : ", ") + iso(call.date) + ' ' + plain(call.amount) + (call.line ? "" : "*");
        }
        return text;
    }

    [[nodiscard]] Money sum_of(std::size_t member) const {
        Money sum;
        for (const Call& call : calls)
            sum += call.member == member ? call.amount : Money();
        return sum;
    }

    Budget budget;
    Window days;
    ExerciseShares shares;
    std::vector<Call> calls;
};

}  // namespace

TEST_CASE("a call is the same every month, and the last one takes the difference") {
    // Each owes 1,000.00: 11 x 83.33 = 916.63, and 1,000.00 - 916.63 = 83.37.
    const Called called(two_members + yearly("2000.00"));
    CHECK(called.calls.size() == 24);
    CHECK(called.of(0).starts_with("2026-01-01 83.33, 2026-02-01 83.33, "));
    CHECK(called.of(0).ends_with("2026-11-01 83.33, 2026-12-01 83.37"));
    const std::vector<CallPlan> plans = call_plans(called.calls);
    REQUIRE(plans.size() == 2);
    CHECK(plans[1].count == 12);
    CHECK(plain(plans[1].each) == "83.33");
    CHECK(plain(plans[1].closing) == "83.37");
    CHECK(plain(plans[1].total) == "1000.00");
    CHECK(plain(totals_of(plans).called) == "2000.00");
}

TEST_CASE("quarters call in their first month, months on their last day where it is asked") {
    const Called quarters("[charges]\ncalls = \"quarter\"\nday = 15\n" + two_members + yearly("200.00"));
    CHECK(quarters.of(1) == "2026-01-15 25.00, 2026-04-15 25.00, 2026-07-15 25.00, 2026-10-15 25.00");
    const Called months("[charges]\nday = \"last\"\n" + two_members + yearly("240.00"));
    CHECK(months.of(0).starts_with("2026-01-31 10.00, 2026-02-28 10.00, "));
}

TEST_CASE("an exercise that is no calendar year begins and ends with what it has of a quarter") {
    const Called called("[entity]\nyear_end = \"05-31\"\n[charges]\ncalls = \"quarter\"\n" + two_members +
                        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\ndate = 2026-03-01\nshared = \"equal\"\n"
                        "amount = 100.00\n");
    // June 2025, three whole quarters and April and May 2026: five calls of 10.00.
    CHECK(called.of(0) == "2025-06-01 10.00, 2025-07-01 10.00, 2025-10-01 10.00, 2026-01-01 10.00, 2026-04-01 10.00");
}

TEST_CASE("a call rounded to euros leaves the rest to the settlement") {
    // 1,000.00 in 12 is 83.33 a month: 83 of whole euros, 80 of tens; half up, 85.00 is 90 (1,020.00 in 12).
    const Called euros("[charges]\nround = \"euro\"\n" + two_members + yearly("2000.00"));
    CHECK(euros.of(0).starts_with("2026-01-01 83.33, 2026-01-01 -0.33*, "));
    CHECK(euros.of(0).ends_with("2026-12-01 83.37, 2026-12-01 -0.37*"));
    CHECK(plain(euros.sum_of(0)) == "996.00");  // 12 x 83
    const Called tens("[charges]\nround = \"ten-euros\"\n" + two_members + yearly("2040.00"));
    CHECK(plain(tens.sum_of(1)) == "1080.00");  // 12 x 90
    CHECK(plain(call_plans(tens.calls)[0].each) == "90.00");
    const Called refund("[charges]\nround = \"ten-euros\"\n" + two_members + yearly("-2040.00"));
    CHECK(plain(refund.sum_of(1)) == "-1080.00");  // the mirror
}

TEST_CASE("a member is called while they are there") {
    // Of the year's 365 days b is there from 1 September, 122: 365/487 and 122/487 of 487.00.
    const std::string facts = "[[member]]\nid = \"a\"\n[[member]]\nid = \"b\"\nin = 2026-09-01\n" + equal_key_text();
    const Called called(facts + yearly("487.00"));
    CHECK(called.of(1) == "2026-09-01 30.50, 2026-10-01 30.50, 2026-11-01 30.50, 2026-12-01 30.50");
    CHECK(plain(called.sum_of(0)) == "365.00");
    // Who has left before the exercise owes nothing of it, unless by a charge for days before: then on the first.
    const Called left(
        "[[member]]\nid = \"a\"\n[[member]]\nid = \"b\"\nout = 2025-12-31\n"
        "[[key]]\nid = \"equal\"\nby = \"equal\"\n[[expense]]\nid = \"heat\"\ncategory = \"energy\"\n"
        "date = 2026-02-01\namount = 80.00\ncovers = { from = 2025-12-01, until = 2025-12-31 }\n"
        "shared = \"equal\"\n");
    CHECK(left.of(1) == "2026-01-01 40.00");
}

TEST_CASE("an advance is parted by its key among those who are there on its day") {
    const std::string facts =
        "[[member]]\nid = \"a\"\n[[member]]\nid = \"b\"\nin = 2026-06-01\n"
        "[[key]]\nid = \"equal\"\nby = \"equal\"\n[[call]]\nid = \"roof\"\nkind = \"works\"\n"
        "shared = \"equal\"\ncalls = [{ date = 2026-07-01, amount = 100.01 },"
        " { date = 2026-02-01, amount = 10.00 }, { date = 2027-01-01, amount = 5.00 }]\n";
    const Called called(facts + yearly("10.00"));
    const std::vector<Call> advances = advances_of(called.budget, 0, called.days);
    REQUIRE(advances.size() == 3);
    CHECK(iso(advances[0].date) == "2026-02-01");
    CHECK(plain(advances[0].amount) == "10.00");
    CHECK(plain(advances[1].amount) == "50.01");
    CHECK(plain(advances[2].amount) == "50.00");
    CHECK(advances[2].kind() == CallKind::works);
}

TEST_CASE("what one is asked for is an amount a day and kind, and all of them together") {
    const Date january = "2026-01-01"_d;
    const Date march = "2026-03-01"_d;
    AdvanceCall roof;
    roof.kind = CallKind::works;
    const std::vector<Call> calls = {{january, 0, nullptr, 7, "100.10"_eur},
                                     {january, 1, nullptr, 7, "20.20"_eur},
                                     {january, {}, &roof, 7, "5.00"_eur},
                                     {january, 0, nullptr, 8, "900.00"_eur},
                                     {march, 0, nullptr, 7, "-0.30"_eur}};
    const AskedCalls asked = asked_of(calls, 7);
    REQUIRE(asked.calls.size() == 3);
    CHECK(asked.calls[0].amount == "120.30"_eur);  // 100.10 + 20.20
    CHECK(asked.calls[1].kind == CallKind::works);
    CHECK(asked.calls[1].amount == "5.00"_eur);
    CHECK(asked.calls[2].date == march);
    CHECK(asked.total == "125.00"_eur);  // 120.30 + 5.00 - 0.30
    CHECK(asked_of(calls, 9).calls.empty());
}

namespace {

// Of a budget with two equal members whose line of 100.00 a month rises by half from July on, which is voted on a day.
std::string after_change(const std::string& terms, const std::string& voted, const std::string& more = "") {
    const Budget budget = budget_of(
        std::string(one_bank) + "[charges]\n" + terms + two_members +
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 100.00\nevery = \"month\"\nfrom = \"2026-01\"\n"
        "day = 5\nshared = \"equal\"\nindex = [{ date = 2026-07-01, rate = \"50 %\", voted = " +
        voted + " }]\n" + more);
    const Window days = days_of(budget, 2026, 0);
    Diagnostics problems;
    const ExerciseCharges charges = exercise_charges(budget, 2026, 0);
    const ExerciseShares shares = shares_of(budget, charges.voted, {&days, 1}, problems).value();
    const auto earlier = earlier_shares(budget, charges.earlier, days, problems).value();
    std::string text;
    for (const CallPlan& run : call_runs(calls_of(budget, shares, 0, days, earlier))) {
        if (run.member == 0)
            text += (text.empty() ? "" : ", ") + std::to_string(run.count) + " x " + plain(run.each);
    }
    return text;
}

}  // namespace

TEST_CASE("a change in the exercise is spread, caught up at once, or left to the settlement") {
    // A share of 600.00 becomes (6 x 100 + 6 x 150) / 2 = 750.00. Of six calls of 50.00 the other six take 450.00; or
    // 7 x 62.50 - 300.00 = 137.50 at once; or they are 62.50.
    CHECK(after_change("change = \"spread\"\n", "2026-06-20") == "6 x 50.00, 6 x 75.00");
    CHECK(after_change("change = \"catch-up\"\n", "2026-06-20") == "6 x 50.00, 1 x 137.50, 5 x 62.50");
    CHECK(after_change("change = \"settlement\"\n", "2026-06-20") == "6 x 50.00, 6 x 62.50");
}

TEST_CASE("a call on the day of the vote knows of it, and what is voted before the exercise changes nothing") {
    // Five calls of 50.00, then (750 - 250) / 7 = 71.43, the last one 500 - 6 x 71.43 = 71.42.
    CHECK(after_change("change = \"spread\"\n", "2026-06-01") == "5 x 50.00, 6 x 71.43, 1 x 71.42");
    CHECK(after_change("change = \"spread\"\n", "2025-12-20") == "12 x 62.50");
    CHECK(after_change("change = \"spread\"\n", "2026-01-01") == "12 x 62.50");
    // After the last call there is none to take it.
    CHECK(after_change("change = \"catch-up\"\n", "2026-12-02") == "12 x 50.00");
}

TEST_CASE("changed calls are rounded like the others, and two changes follow each other") {
    // 50.00, then 75.00 to ten euros, half up: 80.00.
    CHECK(after_change("change = \"spread\"\nround = \"ten-euros\"\n", "2026-06-20") == "6 x 50.00, 6 x 80.00");
    // A second line of 60.00 from October's vote on, 30.00 each in three calls of 10.00.
    const std::string lift =
        "[[expense]]\nid = \"lift\"\ncategory = \"maintenance\"\namount = 60.00\ndate = 2026-11-05\n"
        "shared = \"equal\"\nvoted = 2026-09-10\n";
    CHECK(after_change("change = \"spread\"\n", "2026-06-20", lift) == "6 x 50.00, 3 x 75.00, 3 x 85.00");
}
