// SPDX-License-Identifier: MIT
#include <msp/lines/lines.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

Budget expense(const std::string& keys) {
    return plan_of("[[expense]]\nid = \"x\"\ncategory = \"rent\"\n" + keys);
}

// "100.00 102.50", as receipts of an income.
std::string amounts(const std::string& keys, Date first, Date last) {
    const Budget budget = plan_of("[[income]]\nid = \"x\"\ncategory = \"sublet\"\n" + keys);
    std::string text;
    for (const Movement& movement : movements_between(budget, first, last))
        text += (text.empty() ? "" : " ") + plain(movement.amount);
    return text;
}

std::string due_days(const std::string& keys, Date first, Date last) {
    std::string text;
    for (const Movement& movement : movements_between(expense("amount = 1\n" + keys), first, last))
        text += (text.empty() ? "" : " ") + iso(movement.due);
    return text;
}

// Two entities: the one with banks a and b, the other with bank c.
Budget two_entities(const std::string& lines) {
    return budget_of(
        "entity = [{ id = \"sisa\" }, { id = \"scm\", year_end = \"06-30\" }]\n"
        "bank = [\n"
        "  { id = \"a\", entity = \"sisa\", opening = 0, date = 2026-01-01 },\n"
        "  { id = \"b\", entity = \"sisa\", opening = 0, date = 2026-01-01 },\n"
        "  { id = \"c\", entity = \"scm\", opening = 0, date = 2026-01-01 },\n"
        "]\n" +
        lines);
}

std::vector<Movement> legs(const Budget& budget, Date first, Date last) {
    std::vector<Movement> found;
    line_movements(
        budget, budget.lines.front(), {first, last}, [&](const Movement& movement) { found.push_back(movement); },
        nullptr);
    return found;
}

}  // namespace

TEST_CASE("without from the months of a rule count from January") {
    CHECK(due_days("every = \"quarter\"\nday = 5", "2026-02-01"_d, "2026-12-31"_d) ==
          "2026-04-05 2026-07-05 2026-10-05");
    CHECK(due_days("every = \"2 months\"\nday = 5", "2026-01-01"_d, "2026-06-30"_d) ==
          "2026-01-05 2026-03-05 2026-05-05");
    CHECK(due_days("every = \"year\"\nday = 5", "2026-01-01"_d, "2027-12-31"_d) == "2026-01-05 2027-01-05");
}

TEST_CASE("with from they count from that month, and nothing is due before it") {
    CHECK(due_days("every = \"quarter\"\nday = 5\nfrom = \"2026-02\"", "2026-01-01"_d, "2026-12-31"_d) ==
          "2026-02-05 2026-05-05 2026-08-05 2026-11-05");
    // From 6 February the 5th of February is past; the quarter still counts from February.
    CHECK(due_days("every = \"quarter\"\nday = 5\nfrom = 2026-02-06", "2026-01-01"_d, "2026-12-31"_d) ==
          "2026-05-05 2026-08-05 2026-11-05");
    CHECK(due_days("every = \"5 months\"\nday = 5\nfrom = \"2026-02\"", "2026-01-01"_d, "2027-06-30"_d) ==
          "2026-02-05 2026-07-05 2026-12-05 2027-05-05");
}

TEST_CASE("until is the last day it can fall due, a month its last day") {
    CHECK(due_days("every = \"month\"\nday = 5\nuntil = 2026-03-04", "2026-01-01"_d, "2026-12-31"_d) ==
          "2026-01-05 2026-02-05");
    CHECK(due_days("every = \"month\"\nday = 5\nuntil = 2026-03-05", "2026-01-01"_d, "2026-12-31"_d) ==
          "2026-01-05 2026-02-05 2026-03-05");
    CHECK(due_days("every = \"month\"\nday = \"last\"\nuntil = \"2026-02\"", "2026-01-01"_d, "2026-12-31"_d) ==
          "2026-01-31 2026-02-28");
}

TEST_CASE("the 31st is the last day of shorter months and the 31st again after them") {
    CHECK(due_days("every = \"month\"\nday = 31", "2028-01-01"_d, "2028-06-30"_d) ==
          "2028-01-31 2028-02-29 2028-03-31 2028-04-30 2028-05-31 2028-06-30");
    CHECK(due_days("every = { months = [2, 8] }\nday = 30", "2026-01-01"_d, "2027-12-31"_d) ==
          "2026-02-28 2026-08-30 2027-02-28 2027-08-30");
}

TEST_CASE("29 February is 28 February in other years and 29 again in the next leap year") {
    CHECK(due_days("every = \"year\"\nday = 29\nfrom = 2028-02-29", "2026-01-01"_d, "2032-12-31"_d) ==
          "2028-02-29 2029-02-28 2030-02-28 2031-02-28 2032-02-29");
}

TEST_CASE("weeks and days count from the day of from, whatever the window") {
    // From Monday 5 January: 5 + 14 = 19 January, 2 February …; 26 in a year of 364 days.
    CHECK(due_days("every = \"2 weeks\"\nfrom = 2026-01-05", "2026-01-01"_d, "2026-03-02"_d) ==
          "2026-01-05 2026-01-19 2026-02-02 2026-02-16 2026-03-02");
    CHECK(due_days("every = \"2 weeks\"\nfrom = 2026-01-05", "2026-12-01"_d, "2027-01-10"_d) ==
          "2026-12-07 2026-12-21 2027-01-04");
    CHECK(due_days("every = \"week\"\nfrom = 2028-02-22\nuntil = \"2028-03\"", "2028-01-01"_d, "2029-12-31"_d) ==
          "2028-02-22 2028-02-29 2028-03-07 2028-03-14 2028-03-21 2028-03-28");
    CHECK(due_days("every = \"10 days\"\nfrom = 2025-12-25", "2026-01-01"_d, "2026-01-31"_d) ==
          "2026-01-04 2026-01-14 2026-01-24");
    // Saturday 3 January and Saturday 31 January, each paid on the Monday after.
    CHECK(plan(expense("amount = 1\nevery = \"4 weeks\"\nfrom = 2026-01-03\nbusiness_day = \"next\""), "2026-01-01",
               "2026-02-27") == "2026-01-05 x -1.00\n2026-02-02 x -1.00\n");
}

TEST_CASE("several days in a month are a payment each, also where a short month brings two together") {
    CHECK(due_days("every = \"month\"\nday = [20, 5]", "2026-01-06"_d, "2026-03-05"_d) ==
          "2026-01-20 2026-02-05 2026-02-20 2026-03-05");
    CHECK(due_days("every = \"quarter\"\nday = [15, \"last\"]", "2026-01-01"_d, "2026-04-30"_d) ==
          "2026-01-15 2026-01-31 2026-04-15 2026-04-30");
    CHECK(due_days("every = \"month\"\nday = [30, \"last\"]", "2026-02-01"_d, "2026-03-31"_d) ==
          "2026-02-28 2026-02-28 2026-03-30 2026-03-31");
    CHECK(due_days("every = { months = [6, 12] }\nday = \"1 et 10\"\nfrom = 2026-06-02", "2026-01-01"_d,
                   "2026-12-31"_d) == "2026-06-10 2026-12-01 2026-12-10");
}

TEST_CASE("a number of payments is counted from the first one due, and not from the account's day") {
    CHECK(due_days("every = \"month\"\nday = 5\nfrom = \"2025-12\"\ntimes = 3", "2026-01-01"_d, "2030-12-31"_d) ==
          "2026-01-05 2026-02-05");
    // From 6 January the 5th of January is past.
    CHECK(due_days("every = \"month\"\nday = [5, 20]\nfrom = 2026-01-06\ntimes = 3", "2026-01-01"_d, "2030-12-31"_d) ==
          "2026-01-20 2026-02-05 2026-02-20");
    CHECK(due_days("every = \"2 weeks\"\nfrom = 2025-12-29\ntimes = 3", "2026-01-01"_d, "2030-12-31"_d) ==
          "2026-01-12 2026-01-26");
    CHECK(due_days("every = \"year\"\nday = 29\nfrom = \"2026-02\"\ntimes = 1", "2026-01-01"_d, "2030-12-31"_d) ==
          "2026-02-28");
    // Two on one day, and only one of them is meant.
    CHECK(due_days("every = \"month\"\nday = [30, 31]\nfrom = \"2026-02\"\ntimes = 1", "2026-01-01"_d,
                   "2026-12-31"_d) == "2026-02-28");
}

TEST_CASE("a single payment is due once and dated amounts each on their day") {
    CHECK(plan(expense("amount = 12.50\ndate = 2026-03-10"), "2026-01-01", "2030-12-31") == "2026-03-10 x -12.50\n");
    CHECK(plan(expense("amounts = [{ date = 2027-01-01, amount = 2 }, { date = 2026-03-10, amount = -1 }]"),
               "2026-01-01", "2030-12-31") == "2026-03-10 x 1.00\n2027-01-01 x -2.00\n");
}

TEST_CASE("an annual amount is spread over its instalments and the last takes the difference") {
    // 1,000.00 / 12 = 83.3333…: 11 x 83.33 = 916.63, and 83.37 is left.
    CHECK(amounts("annual = 1000\nevery = \"month\"\nday = 1", "2026-01-01"_d, "2026-12-31"_d) ==
          "83.33 83.33 83.33 83.33 83.33 83.33 83.33 83.33 83.33 83.33 83.33 83.37");
    // 100.00 / 6 = 16.6666…: 5 x 16.67 = 83.35, and 16.65 is left. The twelve months begin in March.
    CHECK(amounts("annual = 100\nevery = \"2 months\"\nday = 1\nfrom = \"2026-03\"", "2026-01-01"_d, "2027-03-31"_d) ==
          "16.67 16.67 16.67 16.67 16.67 16.65 16.67");
    // 10.01 / 2 = 5.005, half up 5.01. Chosen months from August on: August is the first of the cycle.
    CHECK(amounts("annual = 10.01\nevery = { months = [2, 8] }\nday = 1\nfrom = \"2026-08\"", "2026-01-01"_d,
                  "2027-12-31"_d) == "5.01 5.00 5.01");
    CHECK(amounts("annual = 7.77\nevery = \"year\"\nday = 1", "2026-01-01"_d, "2027-12-31"_d) == "7.77 7.77");
}

TEST_CASE("an annual amount is spread over all days of its months") {
    // 100.00 / 24 = 4.1666…: 23 x 4.17 = 95.91, and 4.09 is left.
    const std::string all = amounts("annual = 100\nevery = \"month\"\nday = [5, 20]", "2026-01-01"_d, "2026-12-31"_d);
    CHECK(all.starts_with("4.17 4.17 "));
    CHECK(all.ends_with(" 4.17 4.09"));
    CHECK(all.size() == 24 * 5 - 1);
    // 100.00 / 3 = 33.3333…: each day of each chosen month is one part of the year.
    CHECK(amounts("annual = 100\nevery = { months = [3] }\nday = [1, 2, 3]", "2026-01-01"_d, "2027-12-31"_d) ==
          "33.33 33.33 33.34 33.33 33.33 33.34");
}

TEST_CASE("a few cents over many parts are cut toward zero, and the last part has them") {
    // 0.05 / 12 = 0.0041…, half up 0.00; 0.10 / 12 = 0.0083…, half up 0.01: eleven would be 0.11, more than there is.
    CHECK(amounts("annual = 0.05\nevery = \"month\"\nday = 1", "2026-10-01"_d, "2026-12-31"_d) == "0.00 0.00 0.05");
    CHECK(amounts("annual = 0.10\nevery = \"month\"\nday = 1", "2026-10-01"_d, "2026-12-31"_d) == "0.00 0.00 0.10");
    CHECK(amounts("annual = -0.10\nevery = \"month\"\nday = 1", "2026-10-01"_d, "2026-12-31"_d) == "0.00 0.00 -0.10");
}

TEST_CASE("a cycle keeps its place when the window or until cuts it") {
    // The same instalments as above: the window begins with the eleventh.
    CHECK(amounts("annual = 1000\nevery = \"month\"\nday = 1", "2026-11-01"_d, "2027-01-31"_d) == "83.33 83.37 83.33");
    CHECK(amounts("annual = 1000\nevery = \"month\"\nday = 1\nuntil = \"2026-02\"", "2026-01-01"_d, "2027-01-31"_d) ==
          "83.33 83.33");
}

TEST_CASE("each revision is rounded half up and the next one starts from it") {
    // 1.05 x 1.10 = 1.155, so 1.16; 1.16 x 1.10 = 1.276, so 1.28. Without the first rounding it would be 1.27.
    CHECK(amounts("amount = 1.05\nevery = { months = [1] }\nday = 1\n"
                  "index = { rate = \"10 %\", each = \"01-01\", since = 2026-01-01 }",
                  "2026-01-01"_d, "2028-12-31"_d) == "1.05 1.16 1.28");
    // 3,200.00 + 2.5 % = 3,280.00; + 2.5 % = 3,362.00.
    CHECK(amounts("amount = 3200\nevery = \"year\"\nfrom = \"2026-01\"\nday = 5\n"
                  "index = [{ date = 2027-01-01, rate = \"2.5 %\" }, { date = 2028-01-01, rate = \"2.5 %\" }]",
                  "2026-01-01"_d, "2029-12-31"_d) == "3200.00 3280.00 3362.00 3362.00");
    // A fall: 0.25 x 0.5 = 0.125, so 0.13.
    CHECK(amounts("amount = 0.25\nevery = \"year\"\nfrom = \"2026-01\"\nday = 1\nindex = [{ date = 2027-01-01, rate = "
                  "\"-50 %\" }]",
                  "2026-01-01"_d, "2027-12-31"_d) == "0.25 0.13");
}

TEST_CASE("a revision holds from its own day on") {
    const std::string yearly =
        "amount = 100\nevery = \"month\"\nday = 15\nindex = { rate = \"1 %\", since = 2026-01-01, each = \"";
    CHECK(amounts(yearly + "03-15\" }", "2026-02-01"_d, "2026-04-30"_d) == "100.00 101.00 101.00");
    CHECK(amounts(yearly + "03-16\" }", "2026-02-01"_d, "2026-04-30"_d) == "100.00 100.00 101.00");
}

TEST_CASE("the amount is the one of since, else of from") {
    const std::string index = "index = { rate = \"1 %\", each = \"01-01\"";
    const std::string january = "amount = 100\nevery = { months = [1] }\nday = 31\n" + index;
    // The revision of the very day that the amount is of is in it.
    CHECK(amounts(january + ", since = 2026-01-01 }", "2026-01-01"_d, "2028-12-31"_d) == "100.00 101.00 102.01");
    // Of 31 December 2024: revised in 2025 and 2026. 100 x 1.01 = 101.00, 102.01, then 103.0301.
    CHECK(amounts(january + ", since = 2024-12-31 }", "2026-01-01"_d, "2027-12-31"_d) == "102.01 103.03");
    const std::string line = "amount = 100\nevery = \"year\"\nday = 31\n" + index;
    CHECK(amounts(line + " }\nfrom = 2026-12-01", "2026-01-01"_d, "2027-12-31"_d) == "100.00 101.00");
    CHECK(amounts(line + " }\nfrom = \"2024-01\"", "2026-01-01"_d, "2026-12-31"_d) == "102.01");
}

TEST_CASE("a revision on 29 February comes on the 28th in other years") {
    const std::string line =
        "amount = 100\nevery = \"month\"\nday = 28\nindex = { rate = \"1 %\", each = \"02-29\", since = 2026-01-01 }";
    CHECK(amounts(line, "2027-01-01"_d, "2027-02-28"_d) == "101.00 102.01");
    CHECK(amounts(line, "2028-02-01"_d, "2028-03-31"_d) == "102.01 103.03");
}

TEST_CASE("an annual amount is revised as a whole and each instalment taken from what then holds") {
    // 1,000.00 to June, 1,100.00 from July: 83.33 x 6, then 1,100 / 12 = 91.666…, 91.67 x 5, and the last is
    // 1,100.00 - 11 x 91.67 = 91.63.
    CHECK(amounts("annual = 1000\nevery = \"month\"\nfrom = \"2026-01\"\nday = 1\n"
                  "index = [{ date = 2026-07-01, rate = \"10 %\" }]",
                  "2026-06-01"_d, "2026-12-31"_d) == "83.33 91.67 91.67 91.67 91.67 91.67 91.63");
}

TEST_CASE("scale multiplies each occurrence half up, after indexation and spreading") {
    CHECK(amounts("amount = 10.05\nscale = \"50 %\"\ndate = 2026-01-01", "2026-01-01"_d, "2026-12-31"_d) == "5.03");
    // A refund: -5.025 goes away from zero.
    CHECK(amounts("amount = -10.05\nscale = \"50 %\"\ndate = 2026-01-01", "2026-01-01"_d, "2026-12-31"_d) == "-5.03");
    // 83.33 / 2 = 41.665, so 41.67; 83.37 / 2 = 41.685, so 41.69.
    CHECK(amounts("annual = 1000\nscale = \"50 %\"\nevery = \"month\"\nday = 1", "2026-11-01"_d, "2026-12-31"_d) ==
          "41.67 41.69");
    CHECK(amounts("amount = 10\nscale = \"0 %\"\ndate = 2026-01-01", "2026-01-01"_d, "2026-12-31"_d) == "0.00");
}

TEST_CASE("the account moves after the delay, then on a business day") {
    struct Row {
        std::string keys;
        std::string paid;
    };
    for (const Row& row : {
             Row{"date = 2026-03-31\ndelay = \"15 days\"", "2026-04-15"},
             Row{"date = 2026-03-15\ndelay = \"30 days end of month\"", "2026-04-30"},
             Row{"date = 2026-04-30\ndelay = \"-1 month\"", "2026-03-30"},
             // 1 May 2026 is a Friday and a holiday.
             Row{"date = 2026-04-30\ndelay = \"1 day\"\nbusiness_day = \"next\"", "2026-05-04"},
             Row{"date = 2026-05-01\nbusiness_day = \"previous\"", "2026-04-30"},
             Row{"date = 2026-05-01\nbusiness_day = \"none\"", "2026-05-01"},
             // Easter Monday 2026 is 6 April.
             Row{"date = 2026-04-04\nbusiness_day = \"next\"", "2026-04-07"},
         }) {
        CAPTURE(row.keys);
        const Budget budget = expense("amount = 1\n" + row.keys);
        CHECK(plan(budget, "2026-01-01", "2026-12-31") == row.paid + " x -1.00\n");
    }
}

TEST_CASE("the holidays are those of the account's entity") {
    const Budget alsace = budget_of(
        "[entity]\nholidays = \"alsace-moselle\"\n[bank]\nopening = 0\ndate = 2026-01-01\n"
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\namount = 1\ndate = 2026-04-03\nbusiness_day = \"next\"\n");
    // Good Friday 2026 is 3 April: after it come a weekend and Easter Monday.
    CHECK(plan(alsace, "2026-01-01", "2026-12-31") == "2026-04-07 x -1.00\n");
}

TEST_CASE("a payment due outside the window is found where the account moves inside it") {
    const Budget budget = expense("amount = 1\nevery = \"month\"\nday = 1\ndelay = \"90 days end of month\"");
    // 1 January + 90 days is 1 April, then 30 April; 1 February + 90 days is 2 May.
    CHECK(plan(budget, "2026-04-30", "2026-04-30") == "2026-04-30 x -1.00\n");
    CHECK(plan(budget, "2026-05-01", "2026-05-30").empty());
    const Budget early = expense("amount = 1\ndate = 2026-06-15\ndelay = \"-3 months\"");
    CHECK(plan(early, "2026-03-15", "2026-03-15") == "2026-03-15 x -1.00\n");
}

TEST_CASE("a payment to our own account leaves the one and reaches the other") {
    const Budget budget = two_entities(
        "[[expense]]\nid = \"office\"\ncategory = \"rent\"\nentity = \"sisa\"\npaid_to = \"scm\"\n"
        "received_as = \"rent-received\"\namount = 500\nevery = \"month\"\nday = 30\narrives = \"1 day\"\n"
        "business_day = \"next\"\n");
    const std::vector<Movement> found = legs(budget, "2026-05-05"_d, "2026-06-02"_d);
    REQUIRE(found.size() == 2);
    // 30 May 2026 is a Saturday: it leaves on Monday 1 June and arrives on Tuesday.
    CHECK(told(budget, found) == "2026-06-01 office -500.00\n2026-06-02 office 500.00\n");
    const Movement& out = found[0];
    const Movement& in = found[1];
    CHECK((out.bank == 0 && out.counterpart == 2));
    CHECK((in.bank == 2 && in.counterpart == 0));
    CHECK(out.side == Side::payments);
    CHECK(in.side == Side::receipts);
    CHECK(out.nature == Nature::charge);
    CHECK(in.nature == Nature::income);
    CHECK(out.due == in.due);
    CHECK(out.origin == Origin::line);
    // The SCM's year ends on 30 June, the SISA's in December.
    CHECK(out.exercise == 2026);
    CHECK(in.exercise == 2026);
    const std::vector<Movement> july = legs(budget, "2026-07-02"_d, "2026-07-31"_d);
    REQUIRE(july.size() == 2);
    CHECK(july[0].exercise == 2026);
    CHECK(july[1].exercise == 2027);
}

TEST_CASE("each leg is handed over where its own day lies in the window") {
    const Budget budget = two_entities(
        "[[transfer]]\nid = \"savings\"\nbank = \"a\"\npaid_to = \"b\"\namount = 10\nevery = \"month\"\nday = "
        "\"last\"\n"
        "arrives = \"2 days\"\n");
    CHECK(told(budget, legs(budget, "2026-01-03"_d, "2026-01-31"_d)) == "2026-01-31 savings -10.00\n");
    CHECK(told(budget, legs(budget, "2026-02-01"_d, "2026-02-27"_d)) == "2026-02-02 savings 10.00\n");
    const std::vector<Movement> found = legs(budget, "2026-01-31"_d, "2026-02-02"_d);
    REQUIRE(found.size() == 2);
    CHECK(found[0].origin == Origin::transfer);
    CHECK(found[0].nature == Nature::transfer);
    CHECK(found[1].nature == Nature::transfer);
}

TEST_CASE("a movement belongs to the exercise of its due day, moved or fixed as the line says") {
    struct Row {
        std::string keys;
        int exercise;
    };
    for (const Row& row : {Row{"", 2025}, Row{"exercise = \"same\"", 2025}, Row{"exercise = \"previous\"", 2024},
                           Row{"exercise = \"next\"", 2026}, Row{"exercise = 2030", 2030}}) {
        CAPTURE(row.keys);
        // Due in December 2025, paid in January 2026.
        const Budget budget = expense("amount = 1\ndate = 2025-12-31\ndelay = \"15 days\"\n" + row.keys);
        const std::vector<Movement> found = movements_between(budget, "2026-01-01"_d, "2026-12-31"_d);
        REQUIRE(found.size() == 1);
        CHECK(found[0].exercise == row.exercise);
    }
}

TEST_CASE("an occurrence has the same number whatever window is asked for") {
    const Budget budget = expense("amount = 1\nevery = \"quarter\"\nday = 5\nfrom = \"2026-02\"");
    const std::vector<Movement> found = movements_between(budget, "2026-08-01"_d, "2026-12-31"_d);
    REQUIRE(found.size() == 2);
    CHECK(found[0].occurrence == 2);
    CHECK(found[1].occurrence == 3);
}

TEST_CASE("the steps of an indexed, spread and scaled payment lead to its amount") {
    const Budget budget = expense(
        "annual = 1000\nevery = \"month\"\nfrom = \"2026-01\"\nday = 1\n"
        "index = [{ date = 2026-07-01, rate = \"10 %\" }]\nscale = \"150 %\"\ndelay = \"3 days\"\n");
    Trace trace;
    std::string told_steps;
    line_movements(
        budget, budget.lines[0], {"2026-08-01"_d, "2026-08-31"_d}, [&](const Movement&) { told_steps += told(trace); },
        &trace);
    // 1,100.00 / 12 = 91.67; x 1.5 = 137.505, so 137.51.
    CHECK(told_steps ==
          "amount on 1 January 2026: 1000.00\n"
          "revised by 10 % on 1 July 2026, rounded half up to the cent: 1100.00\n"
          "instalment 8 of 12: equal ones to the cent, the last takes the difference: 91.67\n"
          "× 150 %, rounded half up to the cent: 137.51\n"
          "due on 1 August 2026, moved by delay and business days\n"
          "payment on 4 August 2026: -137.51\n");
}

TEST_CASE("a receipt that is called or notified, late and not paid is told once a line") {
    const auto late = [](const std::string& keys, std::optional<Date> as_of) {
        const Budget budget = plan_of("[[income]]\nid = \"x\"\ncategory = \"charges-reimbursed\"\n" + keys + "\n");
        Diagnostics found;
        check_line(budget, budget.lines.front(), as_of, found);
        return found.warnings() == 0 ? std::string() : words(found.sorted().front().message, Language::english);
    };
    const std::string call = "amount = 500\ndate = 2026-02-01\n";
    CHECK(late(call + "state = \"called\"", "2026-02-01"_d).empty());
    CHECK(late(call + "state = \"called\"", "2026-02-02"_d) ==
          "this receipt was expected on 1 February 2026 and is not said to be paid");
    CHECK(late(call + "state = \"called\"\ndelay = \"1 day\"", "2026-02-02"_d).empty());
    CHECK(late(call + "state = \"notified\"", "2026-02-02"_d) != "");
    for (const char* state : {"hoped", "assumed", "planned", "paid"})
        CHECK(late(call + "state = \"" + state + '"', "2026-02-02"_d).empty());
    CHECK(late("amount = -500\ndate = 2026-02-01\nstate = \"called\"", "2026-02-02"_d).empty());
    // Before the account opens, without an as-of day.
    CHECK(late("amount = 500\ndate = 2025-12-31\nstate = \"called\"", std::nullopt) ==
          "this receipt was expected on 31 December 2025 and is not said to be paid");
    // January, February and March, 3 x 500.00; what was due before the opening is in it.
    CHECK(late("amount = 500\nevery = \"month\"\nday = 1\nstate = \"called\"", "2026-03-02"_d) ==
          "3 receipts, 1,500.00 in all, were expected from 1 January 2026 to 1 March 2026 and are not said to be paid");
}
