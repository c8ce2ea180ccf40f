// SPDX-License-Identifier: MIT
#include <msp/charges/shares.hpp>
#include <msp/plan/charged.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string members(int number, const std::string& profession, const std::string& more = "") {
    std::string text;
    for (int i = 1; i <= number; ++i)
        text +=
            "[[member]]\nid = \"" + profession + std::to_string(i) + "\"\nprofession = \"" + profession + "\"\n" + more;
    return text;
}

std::string member(const std::string& id, const std::string& facts = "") {
    return "[[member]]\nid = \"" + id + "\"\n" + facts;
}

std::string expense(const std::string& id, const std::string& keys) {
    return "[[expense]]\nid = \"" + id + "\"\ncategory = \"rent\"\n" + keys;
}

const std::string equal_key = equal_key_text();

struct House {
    explicit House(const std::string& facts) : budget(budget_of(std::string(one_bank) + facts)) {}

    // By month where asked for, else as a whole.
    ExerciseShares shares(std::int16_t exercise, bool by_month = false) {
        const std::vector<ChargedLine> lines = charged_lines(budget, exercise, 0);
        std::vector<Window> periods;
        const Window days = days_of(budget, exercise, 0);
        for (Month month = Month::of(days.first); by_month && month.first() <= days.last; month = month + 1)
            periods.push_back({month.first(), month.last()});
        if (!by_month)
            periods.push_back(days);
        Diagnostics problems;
        std::optional<ExerciseShares> found = shares_of(budget, lines, periods, problems);
        if (!found)
            throw std::runtime_error(problems.sorted().front().id);
        return std::move(*found);
    }

    // "360.00 360.00 280.00", of one line or of all.
    std::string of(const ExerciseShares& shares, const std::string& line = "") const {
        std::vector<Money> sums(budget.members.size());
        for (const LineShares& one : shares.lines) {
            for (std::size_t i = 0; i < sums.size(); ++i)
                sums[i] += line.empty() || budget.items[one.line->item].id == line ? one.exercise.shares[i] : Money();
        }
        std::string text;
        for (const Money sum : sums)
            text += (text.empty() ? "" : " ") + plain(sum);
        return text;
    }

    Budget budget;
};

std::string shares(const std::string& facts, std::int16_t exercise = 2026) {
    House house(facts);
    return house.of(house.shares(exercise));
}

const std::string in_january = "date = 2026-01-15\nshared = \"k\"\n";

}  // namespace

TEST_CASE("equal shares, the cents left over to the first in the file") {
    // 100.00 / 3 = 33.333…
    CHECK(shares(members(3, "gp") + equal_key +
                 expense("a", "amount = 100.00\ndate = 2026-01-15\nshared = \"equal\"\n")) == "33.34 33.33 33.33");
}

TEST_CASE("fixed shares as the statutes have them") {
    // 24,000 at 40/40/20.
    CHECK(shares(member("a") + member("b") + member("c") +
                 "[[key]]\nid = \"k\"\nfixed = { a = \"40 %\", b = \"40 %\", c = \"rest\" }\n" +
                 expense("x", "amount = 24000.00\n" + in_january)) == "9600.00 9600.00 4800.00");
}

TEST_CASE("keys by profession, then equally inside each") {
    // Secretary 5,000 a month at 80/10/10, the rest 10,000 at 38/43/19: for 5 GPs, 4 physiotherapists and 6 nurses
    // 7,800 / 5 = 1,560, 4,800 / 4 = 1,200 and 2,400 / 6 = 400 a month, times 12.
    const std::string facts =
        members(5, "gp") + members(4, "physio") + members(6, "nurse") +
        "[[key]]\nid = \"secretary\"\nfixed = { gp = \"80 %\", physio = \"10 %\", nurse = \"10 %\" }\n"
        "level = \"profession\"\n"
        "[[key]]\nid = \"surface\"\nfixed = { gp = \"38 %\", physio = \"43 %\", nurse = \"19 %\" }\n"
        "level = \"profession\"\n" +
        expense("secretary", "amount = 5000.00\nevery = \"month\"\nday = 28\nshared = \"secretary\"\n") +
        expense("rent", "amount = 5900.00\nevery = \"month\"\nday = 5\nshared = \"surface\"\n") +
        expense("others", "annual = 49200.00\nevery = \"month\"\nday = 5\nshared = \"surface\"\n");
    std::string expected;
    for (const auto& [number, amount] : {std::pair{5, "18720.00"}, {4, "14400.00"}, {6, "4800.00"}}) {
        for (int i = 0; i < number; ++i)
            expected += (expected.empty() ? "" : " ") + std::string(amount);
    }
    CHECK(shares(facts) == expected);
}

TEST_CASE("equal shares of a year among six") {
    // 118,600 / 6 = 19,766.666…: four get a cent more.
    CHECK(shares(members(6, "gp") + equal_key +
                 expense("whole", "amount = 118600.00\ndate = 2026-06-30\nshared = \"equal\"\n")) ==
          "19766.67 19766.67 19766.67 19766.67 19766.66 19766.66");
}

TEST_CASE("by surface") {
    // 3,236.40 a month for 360 m² let: 8.99 a m². GP 28: 251.72; nurses 32: 287.68; physios 90: 809.10; dentist 70:
    // 629.30; speech 22: 197.78; podiatry 20: 179.80; shared room 42: 377.58 (11.1 without the empty room).
    std::string facts = "[[key]]\nid = \"k\"\nby = \"surface\"\n";
    for (const auto& [id, surface] : {std::pair{"gp1", 28},
                                      {"gp2", 28},
                                      {"gp3", 28},
                                      {"nurses", 32},
                                      {"physios", 90},
                                      {"dentist", 70},
                                      {"speech", 22},
                                      {"podiatry", 20},
                                      {"shared", 42}})
        facts += member(id, "surface = " + std::to_string(surface) + "\n");
    CHECK(shares(facts + expense("rent", "amount = 3236.40\n" + in_january)) ==
          "251.72 251.72 251.72 287.68 809.10 629.30 197.78 179.80 377.58");
}

TEST_CASE("a mix of keys is one exact weight") {
    // 40 % equally: 20 and 20; 60 % by 10 and 20 m²: 20 and 40. Together 40 and 60 of 100.
    CHECK(
        shares(
            member("a", "surface = 10\n") + member("b", "surface = 20\n") + equal_key +
            "[[key]]\nid = \"m2\"\nby = \"surface\"\n"
            "[[key]]\nid = \"k\"\nmix = [{ key = \"equal\", share = \"40 %\" }, { key = \"m2\", share = \"rest\" }]\n" +
            expense("x", "amount = 100.00\n" + in_january)) == "40.00 60.00");
}

TEST_CASE("whoever comes in February pays eleven months of an insurance paid in January") {
    // 2028 is a leap year: 366 days, 335 from 1 February on. 701.00 x 366/701 and 335/701.
    CHECK(shares(member("a") + member("b", "in = 2028-02-01\n") + equal_key +
                     expense("insurance", "amount = 701.00\nevery = { months = [1] }\nday = 15\nshared = \"equal\"\n"),
                 2028) == "366.00 335.00");
    // By month: nothing in January, then half of each.
    CHECK(shares(member("a") + member("b", "in = 2028-02-01\n") + equal_key +
                     expense("rent", "amount = 100.00\nevery = \"month\"\nday = 5\nshared = \"equal\"\n"),
                 2028) == "650.00 550.00");
}

TEST_CASE("in the middle of a leap February, by the day") {
    // 16 February to its end are 14 of 29 days: 43.00 x 29/43 and 14/43.
    CHECK(shares(member("a") + member("b", "in = 2028-02-16\n") + equal_key +
                     expense("rent",
                             "amounts = [{ date = 2028-02-05, amount = 43.00 }]\nshared = \"equal\"\ncovers = "
                             "\"month\"\n"),
                 2028) == "29.00 14.00");
}

TEST_CASE("days away count for nothing, and a value counts from its day") {
    // 30 days of April: b away 1 to 10, so 30 and 20 of 50.
    CHECK(shares(member("a") + member("b", "absent = [{ from = 2026-04-01, until = 2026-04-10 }]\n") + equal_key +
                 expense("x",
                         "amounts = [{ date = 2026-04-05, amount = 50.00 }]\nshared = \"equal\"\ncovers = "
                         "\"month\"\n")) == "30.00 20.00");
    // 10 m² for 15 days and 20 m² for 15 are 450, against 300 of 10 m² all the time.
    CHECK(shares(member("a", "surface = 10\n") +
                 member("b", "surface = [{ value = 10 }, { from = 2026-04-16, value = 20 }]\n") +
                 "[[key]]\nid = \"k\"\nby = \"surface\"\n" +
                 expense("x",
                         "amounts = [{ date = 2026-04-05, amount = 75.00 }]\nshared = \"k\"\ncovers = \"month\"\n")) ==
          "30.00 45.00");
}

TEST_CASE("what a line covers: its rhythm, or what it says") {
    const std::string a_and_b = member("a") + member("b", "in = 2026-07-01\n") + equal_key;
    const auto paid = [&](const std::string& keys) {
        return shares(a_and_b + expense("x", keys + "shared = \"equal\"\n"));
    };
    // Each quarter 100.00: the last two halved.
    CHECK(paid("amount = 100.00\nevery = \"quarter\"\nday = 5\n") == "300.00 100.00");
    // Every second month from January: three of six halved.
    CHECK(paid("amount = 100.00\nevery = \"2 months\"\nfrom = \"2026-01\"\nday = 5\n") == "450.00 150.00");
    // June's payment is for June to November: 183 days, b there for 153 of them; 336.00 x 183/336 and 153/336.
    CHECK(paid("amounts = [{ date = 2026-06-05, amount = 336.00 }]\ncovers = { from = \"2026-06\", until = \"2026-11\" "
               "}\n") == "183.00 153.00");
    // Of the exercise: 365 and 184 days.
    CHECK(paid("amount = 549.00\ndate = 2026-02-01\n") == "365.00 184.00");
    CHECK(paid("amount = 549.00\ndate = 2026-02-01\ncovers = \"year\"\n") == "365.00 184.00");
    CHECK(paid("amount = 549.00\ndate = 2026-02-01\ncovers = \"quarter\"\n") == "549.00 0.00");
}

TEST_CASE("an exercise that does not end in December") {
    // July 2025 to June 2026, named 2026: b is there from January on, 181 of 365 days.
    const std::string facts = "[entity]\nyear_end = \"06-30\"\n" + member("a") + member("b", "in = 2026-01-01\n") +
                              equal_key + expense("x", "amount = 546.00\ndate = 2025-09-01\nshared = \"equal\"\n");
    CHECK(shares(facts, 2026) == "365.00 181.00");
    CHECK(shares(facts, 2025) == "0.00 0.00");
}

TEST_CASE("debts are carried from line to line") {
    // Each line leaves a cent of 10.00 / 3: the first to a, the second to b, the third to c.
    std::string facts = members(3, "gp") + equal_key;
    for (const char* id : {"x", "y", "z"})
        facts += expense(id, "amount = 10.00\ndate = 2026-01-15\nshared = \"equal\"\n");
    House house(facts);
    const ExerciseShares shares = house.shares(2026);
    CHECK(house.of(shares, "x") == "3.34 3.33 3.33");
    CHECK(house.of(shares, "y") == "3.33 3.34 3.33");
    CHECK(house.of(shares, "z") == "3.33 3.33 3.34");
    CHECK(house.of(shares) == "10.00 10.00 10.00");
    CHECK(shares.largest_debt == "0.67");  // a after the first line: 3.34 for 3.3333
}

TEST_CASE("a refund mirrors a charge, and may take a line below zero") {
    const std::string three = members(3, "gp") + equal_key;
    CHECK(shares(three + expense("x", "amount = -100.00\ndate = 2026-01-15\nshared = \"equal\"\n")) ==
          "-33.34 -33.33 -33.33");
    // An income that has a key takes off.
    CHECK(shares(three + "[[income]]\nid = \"sublet\"\ncategory = \"rent-received\"\namount = 100.00\ndate = "
                         "2026-01-15\nshared = \"equal\"\n") == "-33.34 -33.33 -33.33");
    CHECK(shares(three + expense("x",
                                 "amounts = [{ date = 2026-01-15, amount = 100.00 }, { date = 2026-02-15, amount = "
                                 "-100.00 }]\nshared = \"equal\"\n")) == "0.00 0.00 0.00");
}

TEST_CASE("months sum to the year, and the last takes the difference") {
    // 100.00 a month among three: 33.34 33.33 33.33 each month; the year 400.00 each, so that December is 33.26 33.37
    // 33.37.
    House house(members(3, "gp") + equal_key +
                expense("rent", "amount = 100.00\nevery = \"month\"\nday = 5\nshared = \"equal\"\n"));
    const ExerciseShares shares = house.shares(2026, true);
    const LineShares& rent = shares.lines.front();
    REQUIRE(rent.periods.size() == 12);
    CHECK(plain(rent.periods[0].shares[0]) == "33.34");
    CHECK(plain(rent.periods[11].shares[0]) == "33.26");
    CHECK(plain(rent.periods[11].shares[1]) == "33.37");
    CHECK(house.of(shares) == "400.00 400.00 400.00");
}

TEST_CASE("exact shares are told as they are") {
    House house(members(3, "gp") + equal_key +
                expense("x", "amount = 1000.00\ndate = 2026-01-15\nshared = \"equal\"\n"));
    const ExerciseShares shares = house.shares(2026);
    const Shares& line = shares.lines.front().exercise;
    CHECK(line.exact.decimal(0, 6) == "333.333333");
    CHECK(line.exact.fraction(0).numerator == "1000");
    CHECK(line.exact.fraction(0).denominator == "3");
    CHECK(line.exact.weight(2, line.total, 6) == "0.333333");
}

TEST_CASE("a charge that nobody pays is an error") {
    House house(member("a", "in = 2026-03-01\n") + equal_key +
                expense("rent", "amount = 100.00\nevery = \"month\"\nday = 5\nshared = \"equal\"\n"));
    CHECK_THROWS_WITH_AS(house.shares(2026), "charges.nobody", std::runtime_error);
    House professions(members(1, "gp", "out = 2026-06-30\n") + members(1, "nurse") +
                      "[[key]]\nid = \"k\"\nfixed = { gp = \"80 %\", nurse = \"20 %\" }\nlevel = \"profession\"\n" +
                      expense("rent", "amount = 100.00\nevery = \"month\"\nday = 5\nshared = \"k\"\n"));
    CHECK_THROWS_WITH_AS(professions.shares(2026), "charges.nobody", std::runtime_error);
}
