// SPDX-License-Identifier: MIT
// The ACI of year N: an advance by 30 April N, the balance by 30 April N + 1. The account begins on 1 January 2026.
#include <msp/aci/reckoning.hpp>

#include <doctest/doctest.h>

#include <tests/support/aci.hpp>
#include <tests/support/budget.hpp>
#include <tests/support/changed_text.hpp>

using namespace msp;
using namespace msp::test;

namespace {

Budget aci(const std::string& year) {
    return plan_of("[[aci.year]]\n" + year);
}

std::string aci_plan(const std::string& year, const Delay& late = {}) {
    return plan(aci(year), "2026-01-01", "2030-12-31", {.count = Count::notified, .aci_late = late, .only = {}});
}

std::string complaints(const std::string& year) {
    Reading reading = read(std::string(one_bank) + "[[aci.year]]\n" + year);
    REQUIRE(reading.budget);
    const Law law;
    const AciReckoning aci(*reading.budget, law);
    check_aci(*reading.budget, aci, std::nullopt, reading.diagnostics);
    check_before_opening(*reading.budget, aci, reading.diagnostics);
    return reading.problems();
}

}  // namespace

TEST_CASE("without dates the advance comes on 30 April N and the balance on 30 April N + 1") {
    // 80,040.00 - 37,200.00 = 42,840.00
    CHECK(aci_plan("year = 2026\nnotified = 80040\nadvance = { notified = 37200 }") ==
          "2026-04-30 aci.advance 37200.00\n2027-04-30 aci.balance 42840.00\n");
}

TEST_CASE("what has been received is a fact on its day and only the rest is still to come") {
    CHECK(aci_plan("year = 2026\nnotified = 50000\n"
                   "advance = { notified = 40000, received = [{ date = 2026-04-28, amount = 25000 }, "
                   "{ date = 2026-05-05, amount = 5000 }], expected = 2026-06-01 }") ==
          "2026-04-28 aci.advance 25000.00\n2026-05-05 aci.advance 5000.00\n2026-06-01 aci.advance 10000.00\n"
          "2027-04-30 aci.balance 10000.00\n");
    // All received: nothing is left of it. One table may stand for a list.
    CHECK(aci_plan("year = 2026\nnotified = 50000\nadvance = { notified = 40000, received = { date = 2026-04-28, "
                   "amount = 40000 } }") == "2026-04-28 aci.advance 40000.00\n2027-04-30 aci.balance 10000.00\n");
    // Received before the account begins: in its opening, and still taken from the balance.
    CHECK(aci_plan("year = 2025\nnotified = 76000\nadvance = { received = [{ date = 2025-04-28, amount = 40000 }] }") ==
          "2026-04-30 aci.balance 36000.00\n");
}

TEST_CASE("nothing more comes of a closed item") {
    // 50,000.00 less the 25,000.00 that came.
    CHECK(aci_plan("year = 2026\nnotified = 50000\nadvance = { notified = 40000, closed = true, "
                   "received = [{ date = 2026-04-28, amount = 25000 }] }") ==
          "2026-04-28 aci.advance 25000.00\n2027-04-30 aci.balance 25000.00\n");
    CHECK(
        aci_plan(
            "year = 2026\nnotified = 50000\nadvance = { notified = 40000, closed = true }\nbalance = { closed = true }")
            .empty());
}

TEST_CASE("a typed balance wins over the derived one") {
    CHECK(aci_plan("year = 2026\nnotified = 50000\nadvance = { notified = 40000 }\nbalance = { notified = 9000 }") ==
          "2026-04-30 aci.advance 40000.00\n2027-04-30 aci.balance 9000.00\n");
}

TEST_CASE("an item of which nothing is known brings nothing") {
    CHECK(aci_plan("year = 2026").empty());
    // The whole year is notified and no advance: all of it is balance.
    CHECK(aci_plan("year = 2026\nnotified = 50000") == "2027-04-30 aci.balance 50000.00\n");
}

TEST_CASE("what comes late moves, what has come does not") {
    // Two months and fifteen days: 30 April is 15 July, 28 April is 13 July.
    const Delay late = {.months = 2, .days = 15};
    CHECK(aci_plan("year = 2026\nnotified = 50000\nadvance = { notified = 40000, "
                   "received = [{ date = 2026-04-20, amount = 1000 }] }\nbalance = { expected = 2027-04-28 }",
                   late) ==
          "2026-04-20 aci.advance 1000.00\n2026-07-15 aci.advance 39000.00\n2027-07-13 aci.balance 10000.00\n");
    // Its own delay comes first: 30 April + 1 month is 30 May, + 2 months and 15 days is 14 August.
    CHECK(aci_plan("year = 2026\nadvance = { notified = 40000, delay = \"1 month\" }", late) ==
          "2026-08-14 aci.advance 40000.00\n");
}

TEST_CASE("a scaled item is rounded half up, and the balance follows the scaled advance") {
    // 100.01 x 50 % = 50.005, so 50.01; 200.00 - 50.01 = 149.99.
    CHECK(aci_plan("year = 2026\nnotified = 200\nadvance = { notified = 100.01, scale = \"50 %\" }") ==
          "2026-04-30 aci.advance 50.01\n2027-04-30 aci.balance 149.99\n");
    // (200.00 - 100.01) x 50 % = 49.995
    CHECK(aci_plan("year = 2026\nnotified = 200\nadvance = { notified = 100.01 }\nbalance = { scale = \"50 %\" }") ==
          "2026-04-30 aci.advance 100.01\n2027-04-30 aci.balance 50.00\n");
}

TEST_CASE("what was paid too much is taken back by offset or repayment on its day") {
    // 40,000.00 advanced, 36,000.00 earned: 4,000.00 are taken back and nothing is left to come.
    const std::string year =
        "year = 2026\nnotified = 36000\nadvance = { notified = 40000, received = [{ date = 2026-04-28, amount = 40000 "
        "}], "
        "recovery = { amount = 4000, date = 2027-05-10, by = \"";
    CHECK(aci_plan(year + "offset\" } }") == "2026-04-28 aci.advance 40000.00\n2027-05-10 aci.recovery -4000.00\n");
    const auto side = [&](const char* by) {
        return movements_between(aci(year + by + "\" } }"), "2027-01-01"_d, "2027-12-31"_d).at(0).side;
    };
    CHECK(side("offset") == Side::receipts);
    CHECK(side("repayment") == Side::payments);
    CHECK(complaints(year + "offset\" } }").empty());
}

TEST_CASE("a recovery of an advance that is not all there leaves the year its remuneration") {
    // 30,000.00 came, 10,000.00 will, 4,000.00 go back: 36,000.00 of 50,000.00, so that 14,000.00 are the balance.
    CHECK(aci_plan("year = 2026\nnotified = 50000\nadvance = { notified = 40000, received = [{ date = 2026-04-28, "
                   "amount = 30000 }], "
                   "recovery = { amount = 4000, date = 2026-09-10, by = \"repayment\" } }") ==
          "2026-04-28 aci.advance 30000.00\n2026-04-30 aci.advance 10000.00\n2026-09-10 aci.recovery -4000.00\n"
          "2027-04-30 aci.balance 14000.00\n");
}

TEST_CASE("an advance paid beyond the year's remuneration is assumed to be held back, with a warning") {
    const std::string year =
        "year = 2026\nnotified = 36000\nadvance = { received = { date = 2026-04-30, amount = 40000 } }";
    CHECK(aci_plan(year) == "2026-04-30 aci.advance 40000.00\n2027-04-30 aci.balance -4000.00\n");
    CHECK(complaints(year) == "aci.overpaid@6:12");
    const std::vector<Movement> found = movements_between(aci(year), "2027-01-01"_d, "2027-12-31"_d);
    REQUIRE(found.size() == 1);
    CHECK(found[0].state == State::assumed);
}

TEST_CASE("money expected before the account begins and not received is an error") {
    // It would be neither in the opening nor in the plan.
    CHECK(complaints("year = 2025\nadvance = { notified = 40000 }") == "aci.overdue@6:11");
    CHECK(complaints("year = 2025\nadvance = { notified = 40000, closed = true }").empty());
    CHECK(complaints("year = 2025\nadvance = { notified = 40000, expected = 2026-01-01 }").empty());
    CHECK(complaints(
              "year = 2025\nadvance = { notified = 40000, received = [{ date = 2025-04-28, amount = 39999.99 }] }") ==
          "aci.overdue@6:11");
}

TEST_CASE("more received than notified is a warning unless it is recovered") {
    const std::string year =
        "year = 2026\nadvance = { notified = 100, received = [{ date = 2026-04-28, amount = 100.01 }]";
    CHECK(complaints(year + " }") == "aci.more@6:24");
    CHECK(complaints(year + ", recovery = { amount = 0.01, date = 2026-05-01, by = \"offset\" } }").empty());
    CHECK(aci_plan(year + " }") == "2026-04-28 aci.advance 100.01\n");
}

TEST_CASE("more received than notified, less what is recovered") {
    // 150.00 - 10.00 is still more than 100.00.
    const std::string advance =
        "year = 2026\nadvance = { notified = 100, received = [{ date = 2026-04-28, amount = 150 }], ";
    CHECK(complaints(advance + "closed = true }") == "aci.more@6:24");
    CHECK(complaints(advance + "recovery = { amount = 10, date = 2026-05-01, by = \"offset\" } }") == "aci.more@6:24");
    // A year of 60,000.00 of which 40,000.00 and 25,000.00 have come, and nothing more is expected or goes back.
    const std::string year =
        "year = 2026\nnotified = 60000\nadvance = { received = { date = 2026-04-28, amount = 40000 }";
    const std::string balance = " }\nbalance = { closed = true, received = { date = 2027-04-28, amount = 25000 }";
    CHECK(complaints(year + balance + " }") == "aci.more@6:12");
    CHECK(complaints(year + ", closed = true" + balance + " }") == "aci.more@6:12");
    CHECK(
        complaints(year + balance + ", recovery = { amount = 5000, date = 2027-06-01, by = \"repayment\" } }").empty());
    // 40,000.00 and 15,000.00 of them: 5,000.00 that nobody expects any more.
    CHECK(
        complaints("year = 2026\nnotified = 60000\nadvance = { closed = true, received = { date = 2026-04-28, amount = "
                   "40000 } }\nbalance = { closed = true, received = { date = 2027-04-28, amount = 15000 } }") ==
        "aci.short@6:12(8:11)");
    // Not closed, the difference goes back with the balance; what is said of it is of both payments.
    CHECK(complaints(year + " }\nbalance = { received = { date = 2027-04-20, amount = 25000 } }") ==
          "aci.overpaid@6:12");
    CHECK(aci_plan(year + " }\nbalance = { received = { date = 2027-04-20, amount = 25000 } }") ==
          "2026-04-28 aci.advance 40000.00\n2027-04-20 aci.balance 25000.00\n2027-04-30 aci.balance -5000.00\n");
}

namespace {

// The three ways to type what an item comes to.
std::vector<std::string> ways(const std::string& item, int year, const std::string& amount) {
    return {"", item + ".notified = " + amount + "\n", item + ".amount = " + amount + "\n",
            item + ".closed = true\n" + item + ".received = { date = " + std::to_string(year) +
                "-04-30, amount = " + amount + " }\n"};
}

// "40000.00 20000.00": what comes by advance and by balance.
std::string parts_of(const std::string& year) {
    Money advance;
    Money balance;
    for (const Movement& movement : movements_between(aci(year), "2026-01-01"_d, "2030-12-31"_d))
        (movement.part == Part::advance ? advance : balance) += movement.amount;
    return plain(advance) + ' ' + plain(balance);
}

}  // namespace

TEST_CASE("of the year, its advance and its balance two make the third, whichever are typed and however") {
    const std::string base = "patients = 4000\nassociates = 13\n";
    // By the rules: 8,500 points x 7.00 = 59,500.00, of which 60 %, 35,700.00, as advance.
    const std::string reached = base + std::string(whole_base);
    for (const bool rules : {false, true}) {
        for (const bool whole : {false, true}) {
            for (const std::string& advance : ways("advance", 2026, "40000")) {
                for (const std::string& balance : ways("balance", 2027, "20000")) {
                    const std::string year =
                        "year = 2026\n" + std::string(rules ? "assume = \"aci-2022-avenant1\"\n" : "") +
                        (whole ? "notified = 60000\n" : "") + advance + balance + (rules ? reached : base);
                    const bool a = !advance.empty();
                    const bool b = !balance.empty();
                    std::string expected = "40000.00 20000.00";  // all three, or two of them
                    if (whole && !a && !b)
                        expected = rules ? "35700.00 24300.00" : "0.00 60000.00";
                    else if (!whole && a != b)  // one alone: the rest by the rules, or nothing
                        expected = a ? (rules ? "40000.00 19500.00" : "40000.00 0.00")
                                     : (rules ? "35700.00 20000.00" : "0.00 20000.00");
                    else if (!whole && !a)
                        expected = rules ? "35700.00 23800.00" : "0.00 0.00";
                    CAPTURE(year);
                    CHECK(parts_of(year) == expected);
                }
            }
        }
    }
}

TEST_CASE("an advance that follows is as sure as the balance it follows from, and keeps what is typed of it") {
    const std::string year = "year = 2026\nnotified = 60000\n";
    const auto state = [&](const std::string& balance) {
        return movements_between(aci(year + balance), "2026-01-01"_d, "2026-12-31"_d).at(0).state;
    };
    CHECK(state("balance = { notified = 20000 }") == State::notified);
    CHECK(state("balance = { amount = 20000 }") == State::assumed);
    // 60,000.00 - 20,000.00 = 40,000.00, of which 15,000.00 have come; the rest on the day it is expected.
    CHECK(aci_plan(year + "balance = { notified = 20000 }\nadvance = { expected = 2026-06-01, received = { date = "
                          "2026-05-02, amount = 15000 } }") ==
          "2026-05-02 aci.advance 15000.00\n2026-06-01 aci.advance 25000.00\n2027-04-30 aci.balance 20000.00\n");
    // 35,700.00 came, 4,500.00 go back: 31,200.00 + 28,800.00 = 60,000.00.
    CHECK(aci_plan(year +
                   "balance = { notified = 28800 }\nadvance = { recovery = { amount = 4500, date = 2026-10-01, by = "
                   "\"offset\" } }") ==
          "2026-04-30 aci.advance 35700.00\n2026-10-01 aci.recovery -4500.00\n2027-04-30 aci.balance 28800.00\n");
    // A scenario that halves the balance leaves the advance, which is paid before it.
    CHECK(aci_plan(year + "balance = { notified = 20000, scale = \"50 %\" }") ==
          "2026-04-30 aci.advance 40000.00\n2027-04-30 aci.balance 10000.00\n");
}

TEST_CASE("a year, an advance and a balance that cannot be together are errors with their places") {
    const std::string year = "year = 2026\nnotified = 40000\n";
    CHECK(complaints(year + "balance = { notified = 59500 }") == "aci.above@7:24(6:12)");
    CHECK(complaints(year + "balance = { amount = 40000.01 }") == "aci.above@7:22(6:12)");
    CHECK(complaints(year + "balance = { notified = 40000 }").empty());
    CHECK(complaints(year + "advance = { notified = 40000.01 }") == "aci.above@7:24(6:12)");
    CHECK(complaints(year + "advance = { notified = 40000 }").empty());
    // All three, a cent apart.
    CHECK(complaints(year + "advance = { notified = 20000.01 }\nbalance = { amount = 20000 }") ==
          "aci.sum@8:22(7:24)(6:12)");
    CHECK(complaints(year + "advance = { closed = true, received = { date = 2026-04-30, amount = 20000.01 } }\n"
                            "balance = { amount = 20000 }") == "aci.sum@8:22(7:11)(6:12)");
    CHECK(complaints(year + "advance = { notified = 20000.01, recovery = { amount = 0.01, date = 2026-10-01, by = "
                            "\"offset\" } }\nbalance = { amount = 20000 }")
              .empty());
    // More has come of the advance than the other two leave.
    CHECK(complaints(year + "advance = { received = { date = 2026-04-30, amount = 20000.01 } }\n"
                            "balance = { amount = 20000 }") == "aci.sum@8:22(7:11)(6:12)");
}

TEST_CASE("a typed amount is assumed, a notified one notified, a received one paid, all of the exercise N") {
    const Budget budget =
        aci("year = 2026\nadvance = { amount = 100, received = [{ date = 2026-04-28, amount = 40 }] }\n"
            "balance = { notified = 50 }");
    const std::vector<Movement> found = movements_between(budget, "2026-01-01"_d, "2027-12-31"_d);
    REQUIRE(found.size() == 3);
    CHECK(found[0].state == State::paid);
    CHECK(found[0].actual);
    CHECK(found[1].state == State::assumed);
    CHECK_FALSE(found[1].actual);
    CHECK(found[2].state == State::notified);
    for (const Movement& movement : found) {
        CHECK(movement.exercise == 2026);
        CHECK(movement.nature == Nature::income);
        CHECK(movement.origin == Origin::aci);
    }
    CHECK(plan(budget, "2026-01-01", "2027-12-31", {.count = Count::certain, .aci_late = {}, .only = {}}) ==
          "2026-04-28 aci.advance 40.00\n2027-04-30 aci.balance 50.00\n");
}

TEST_CASE("the ACI goes to the first SISA unless the budget says otherwise") {
    const std::string start =
        "entity = [{ id = \"scm\", form = \"SCM\" }, { id = \"sisa\", form = \"SISA\" }]\n"
        "bank = [{ id = \"m\", entity = \"scm\", opening = 0, date = 2026-01-01 }, "
        "{ id = \"s\", entity = \"sisa\", opening = 0, date = 2026-01-01 }, "
        "{ id = \"t\", entity = \"sisa\", opening = 0, date = 2026-01-01 }]\n";
    const std::string year = "[[aci.year]]\nyear = 2026\nadvance = { notified = 1 }\n";
    CHECK(budget_of(start + year).aci->bank == 1);
    CHECK(budget_of(start + "[aci]\nbank = \"t\"\n" + year).aci->bank == 2);
    CHECK(budget_of(start + "[aci]\nentity = \"scm\"\n" + year).aci->bank == 0);
}

namespace {

// "2024-04-30 advance 2023 43915.20 computed (60 % x 73192.00)", one a line.
std::string schedule(const std::string& years, const std::string& aci = {}) {
    const Budget budget = budget_of("[bank]\nopening = 0\ndate = 2020-01-01\n[aci]\n" + aci + years);
    std::string out;
    for (const AciDue& due : schedule_of(budget).dues)
        out += iso(due.date) + ' ' + std::string(id_of(due.kind)) + ' ' + std::to_string(due.exercise) + ' ' +
               plain(due.amount) + ' ' + std::string(id_of(due.status)) + " (" + due.basis + ")\n";
    return out;
}

std::string typical(int year, const std::string& typed = {}) {
    return "\n[[aci.year]]\nyear = " + std::to_string(year) + "\n" + typed + "patients = 5120\nassociates = 20\n" +
           std::string(whole_base);
}

}  // namespace

TEST_CASE("what the rules say is due where nothing is typed") {
    CHECK(schedule(typical(2023)) ==
          "2023-04-30 advance 2023 43915.20 computed (60 % x 73192.00)\n"
          "2024-04-30 balance 2023 29276.80 computed (73192.00 - 43915.20)\n");
    CHECK(schedule(typical(2026, "assume = \"aci-2022-avenant1\"\n")) ==
          "2026-04-30 advance 2026 43915.20 assumed (60 % x 73192.00)\n"
          "2027-04-30 balance 2026 29276.80 assumed (73192.00 - 43915.20)\n");
}

TEST_CASE("typed amounts win over computed ones") {
    CHECK(schedule(typical(2023, "advance.notified = 40000.00\n")) ==
          "2023-04-30 advance 2023 40000.00 notified (typed)\n"
          "2024-04-30 balance 2023 33192.00 computed (73192.00 - 40000.00)\n");
    CHECK(schedule(typical(2023, "notified = 70000.00\n")) ==
          "2023-04-30 advance 2023 43915.20 computed (60 % x 73192.00)\n"
          "2024-04-30 balance 2023 26084.80 notified (70000.00 - 43915.20)\n");
    // What has come without an amount is what it came to.
    CHECK(schedule(typical(2023, "advance.received = { date = 2023-05-02, amount = 43000.00 }\n")) ==
          "2023-05-02 advance 2023 43000.00 paid (typed)\n"
          "2024-04-30 balance 2023 30192.00 computed (73192.00 - 43000.00)\n");
    CHECK(schedule(typical(2023, "advance.closed = true\nbalance = { amount = 1000.00, expected = 2024-06-03 }\n")) ==
          "2024-06-03 balance 2023 1000.00 assumed (typed)\n");
}

TEST_CASE("a basis makes the amount beside it, with what has come and what is recovered apart") {
    CHECK(schedule(typical(2023, "notified = 60000.00\nbalance.notified = 20000.00\n")) ==
          "2023-04-30 advance 2023 40000.00 notified (60000.00 - 20000.00)\n"
          "2024-04-30 balance 2023 20000.00 notified (typed)\n");
    CHECK(schedule(typical(2023,
                           "notified = 60000.00\nadvance.notified = 40000.00\nbalance.received = { date = "
                           "2024-04-02, amount = 5000.00 }\n")) ==
          "2023-04-30 advance 2023 40000.00 notified (typed)\n"
          "2024-04-02 balance 2023 5000.00 paid (typed)\n"
          "2024-04-30 balance 2023 15000.00 notified (60000.00 - 40000.00 - 5000.00)\n");
    // 0.00 - 43,915.20 + 10,000.00 = -33,915.20
    const std::string repaid =
        typical(2023, "balance.recovery = { amount = 10000, date = 2024-10-01, by = \"repayment\" }\n");
    CHECK(schedule(changed(repaid, "\"acces.crise.plan\" = true", "")) ==
          "2023-04-30 advance 2023 43915.20 computed (60 % x 73192.00)\n"
          "2024-04-30 recovery 2023 -33915.20 computed (0.00 - 43915.20 + 10000.00)\n"
          "2024-10-01 recovery 2023 -10000.00 notified (typed)\n");
}

TEST_CASE("what a scenario multiplies stands in the basis") {
    // 43,915.20 × 90 % = 39,523.68; (73,192.00 - 39,523.68) × 50 % = 16,834.16
    CHECK(schedule(typical(2023, "advance.scale = \"90 %\"\nbalance.scale = \"50 %\"\n")) ==
          "2023-04-30 advance 2023 39523.68 computed (60 % x 73192.00 x 90 %)\n"
          "2024-04-30 balance 2023 16834.16 computed ((73192.00 - 39523.68) x 50 %)\n");
}

TEST_CASE("one key moves both payments, or one of them") {
    const auto days = [](const std::string& aci, int year = 2023) {
        const std::string lines = schedule(typical(year), aci);
        const std::size_t second = lines.find('\n') + 1;
        return lines.substr(0, 10) + ' ' + lines.substr(second, 10);
    };
    CHECK(days("payment_day = \"latest\"\n") == "2023-04-30 2024-04-30");
    CHECK(days("payment_day = \"03-15\"\n") == "2023-03-15 2024-03-15");
    CHECK(days("payment_day = \"02-29\"\n") == "2023-02-28 2024-02-29");
    CHECK(days("payment_day = \"-1 month\"\n") == "2023-03-30 2024-03-30");
    CHECK(days("payment_day = \"03-15\"\nbalance_day = \"45 days\"\n") == "2023-03-15 2024-06-14");
    CHECK(days("advance_day = \"06-30\"\n") == "2023-06-30 2024-04-30");
    // In its first year the contract's date decides: three months after it.
    CHECK(days("contract = 2023-11-30\npayment_day = \"03-15\"\n") == "2024-02-29 2024-03-15");
    CHECK(days("contract = 2023-05-15\npayment_day = \"1 month\"\n") == "2023-09-15 2024-05-30");
}

TEST_CASE("an advance beyond the year's remuneration is taken back") {
    const std::string missed = changed(typical(2023), "\"acces.crise.plan\" = true", "");
    CHECK(schedule(missed) ==
          "2023-04-30 advance 2023 43915.20 computed (60 % x 73192.00)\n"
          "2024-04-30 recovery 2023 -43915.20 computed (0.00 - 43915.20)\n");
    CHECK(schedule(missed + "[aci.year.balance]\nrecovery = { amount = 43915.20, date = 2024-10-01, by = \"repayment\" "
                            "}\n") ==
          "2023-04-30 advance 2023 43915.20 computed (60 % x 73192.00)\n"
          "2024-10-01 recovery 2023 -43915.20 notified (typed)\n");
}

TEST_CASE("the first year's part is days over days of the year, not reduced") {
    // 31 January to 31 December 2024: 336 of 366 days, not 56/61; 43,915.20 x 336 / 366 = 40,315.59…
    const std::string days = schedule(typical(2024), "contract = 2024-01-31\n");
    CHECK(days.substr(0, days.find('\n')) == "2024-04-30 advance 2024 40315.59 computed (60 % x 73192.00 x 336/366)");
    // July to December: 43,915.20 x 6 / 12
    const std::string months = schedule(typical(2024), "contract = 2024-07-01\noptions.proration = \"months\"\n");
    CHECK(months.substr(0, months.find('\n')) == "2024-10-01 advance 2024 21957.60 computed (60 % x 73192.00 x 6/12)");
}

TEST_CASE("the first year's basis names the part of the year") {
    // 15 May to 31 December 2025: 231 days; 43,915.20 × 231 / 365 = 27,792.907…
    const std::string lines = schedule(typical(2025), "contract = 2025-05-15\n");
    CHECK(lines.substr(0, lines.find('\n')) == "2025-08-15 advance 2025 27792.91 computed (60 % x 73192.00 x 231/365)");
}

TEST_CASE("a computed amount that fell due before the account opens is taken to be in its opening") {
    const auto problems = [](const std::string& bank_date) {
        Reading reading = read("[bank]\nopening = 0\ndate = " + bank_date + "\n[aci]\n" + typical(2023));
        REQUIRE(reading.budget);
        const AciReckoning aci(*reading.budget, shipped_law());
        check_aci(*reading.budget, aci, std::nullopt, reading.diagnostics);
        check_before_opening(*reading.budget, aci, reading.diagnostics);
        return reading.problems();
    };
    CHECK(problems("2023-01-01").empty());
    CHECK(problems("2023-05-01") == "aci.in-opening@7:8");
    CHECK(problems("2025-04-29") == "aci.in-opening@7:8");  // the balance of 30 April 2024
    CHECK(problems("2025-05-01").empty());
}
