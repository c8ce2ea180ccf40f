// SPDX-License-Identifier: MIT
// Keys that charge for a time, or above and below an amount, something else than the plain key.
#include <msp/charges/shares.hpp>
#include <msp/plan/charged.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string one_member(const std::string& id, const std::string& facts = "") {
    return "[[member]]\nid = \"" + id + "\"\n" + facts;
}

// By the key "k", for the whole exercise of 365 days.
std::string priced(const std::string& amount, const std::string& id = "x") {
    return "[[expense]]\nid = \"" + id + "\"\ncategory = \"rent\"\namount = " + amount +
           "\ndate = 2026-01-15\nshared = \"k\"\n";
}

std::string equally(const std::string& keys = "") {
    return "[[key]]\nid = \"k\"\nby = \"equal\"\n" + keys;
}

std::string weights(const std::string& typed, const std::string& keys = "") {
    return "[[key]]\nid = \"k\"\nweights = { " + typed + " }\n" + keys;
}

struct Parting {
    explicit Parting(const std::string& facts, bool by_month = false)
        : budget(budget_of(std::string(one_bank) + facts)) {
        const Window days = days_of(budget, 2026, 0);
        std::vector<Window> periods = {days};
        if (by_month) {
            periods.clear();
            for (unsigned month = 1; month <= 12; ++month)
                periods.push_back({Month(2026, month).first(), Month(2026, month).last()});
        }
        found = shares_of(budget, charged_lines(budget, 2026, 0), periods, problems);
    }

    // "3650.00 1840.00", of all lines together; the id of the first problem where there is one.
    [[nodiscard]] std::string charged() const {
        return sums([](const Shares& shares) { return shares.shares; });
    }
    [[nodiscard]] std::string plain_shares() const {
        return sums([](const Shares& shares) { return shares.plain ? shares.plain->shares : std::vector<Money>(); });
    }

    template <typename Of>
    [[nodiscard]] std::string sums(Of of) const {
        if (!found)
            return problems.sorted().front().id;
        std::vector<Money> all(budget.payers());
        for (const LineShares& line : found->lines) {
            const std::vector<Money> own = of(line.exercise);
            for (std::size_t i = 0; i < own.size(); ++i)
                all[i] += own[i];
        }
        std::string text;
        for (const Money sum : all)
            text += (text.empty() ? "" : " ") + plain(sum);
        return text;
    }

    Budget budget;
    Diagnostics problems;
    std::optional<ExerciseShares> found;
};

std::string charged(const std::string& facts) {
    return Parting(facts).charged();
}

}  // namespace

TEST_CASE("who is exempt for a time leaves their part to the others") {
    // b from 1 July on, 184 of 365 days: 365 + 184 + 365 = 914.
    const std::string three = one_member("a") + one_member("b") + one_member("c");
    const std::string until = "exempt = [{ member = \"b\", until = 2026-06-30 }]\n";
    const Parting house(three + equally(until) + priced("9140.00"));
    CHECK(house.charged() == "3650.00 1840.00 3650.00");
    CHECK(house.plain_shares() == "3046.67 3046.67 3046.66");
    CHECK(house.found->lines[0].exercise.plain->exact.decimal(1, 6) == "3046.666667");
    // Half for 181 days: 90.5 + 184 = 274.5; 365 + 274.5 + 365 = 1,004.5.
    CHECK(charged(three + equally("exempt = [{ member = \"b\", until = 2026-06-30, pays = \"50 %\" }]\n") +
                  priced("10045.00")) == "3650.00 2745.00 3650.00");
    // By a figure that changes, as it stands on each day: b weighs 20 x 181 x 0 + 40 x 184 = 7,360, a 20 x 365 = 7,300.
    CHECK(charged(one_member("a", "surface = 20\n") +
                  one_member("b", "surface = [{ value = 20 }, { from = 2026-07-01, value = 40 }]\n") +
                  "[[key]]\nid = \"k\"\nby = \"surface\"\n" + until + priced("14660.00")) == "7300.00 7360.00");
}

TEST_CASE("a newcomer's ramp, step by step from the day on which they come") {
    const std::string two = one_member("a") + one_member("b", "in = 2026-03-01\n");
    // March to August, 184 days, count half: 92 + 122 = 214; 365 + 214 = 579.
    const Parting half(two + equally("newcomer = [{ months = 6, pays = \"50 %\" }]\n") + priced("5790.00"));
    CHECK(half.charged() == "3650.00 2140.00");
    // Without it 365 and 306 of 671: 5,790 x 306 / 671 = 2,640.4470….
    CHECK(half.plain_shares() == "3149.55 2640.45");
    // March to May nothing, June to August half of 92 days: 46 + 122 = 168; 365 + 168 = 533.
    CHECK(charged(two + equally("newcomer = [{ months = 3, pays = \"0 %\" }, { months = 3, pays = \"50 %\" }]\n") +
                  priced("5330.00")) == "3650.00 1680.00");
}

TEST_CASE("who is away still pays a part, the absence's own word first; that is no derogation") {
    // Away on 184 days: 181 + 184 / 4 = 227; 365 + 227 = 592.
    const std::string away = one_member("b", "absent = [{ from = \"2026-07\" }]\n");
    const Parting quarter(one_member("a") + away + equally("absent_pays = \"25 %\"\n") + priced("5920.00"));
    CHECK(quarter.charged() == "3650.00 2270.00");
    CHECK(!quarter.found->lines[0].exercise.plain);
    // 181 + 92 = 273; 365 + 273 = 638.
    const std::string half = one_member("b", "absent = [{ from = \"2026-07\", pays = \"50 %\" }]\n");
    CHECK(charged(one_member("a") + half + equally("absent_pays = \"25 %\"\n") + priced("6380.00")) ==
          "3650.00 2730.00");
    // 92 days count a quarter, 92 half: 181 + 23 + 46 = 250; 365 + 250 = 615.
    const std::string rises = "absent_pays = [{ value = \"25 %\" }, { from = \"2026-10\", value = \"50 %\" }]\n";
    CHECK(charged(one_member("a") + away + equally(rises) + priced("6150.00")) == "3650.00 2500.00");
    // By rooms of the same size too, where who is away pays everything unless it is said.
    const std::string rooms =
        "[[room]]\nid = \"r1\"\nsurface = 10\nlet = [{ who = \"a\" }]\n"
        "[[room]]\nid = \"r2\"\nsurface = 10\nlet = [{ who = \"b\" }]\n[[key]]\nid = \"k\"\nby = \"rooms\"\n";
    CHECK(charged(one_member("a") + half + rooms + priced("6380.00")) == "3650.00 2730.00");
    CHECK(charged(one_member("a") + away + rooms + priced("6380.00")) == "3190.00 3190.00");
}

TEST_CASE("what a member leaves is borne by the other members of all professions, not by a third party") {
    const std::string town = "[[third_party]]\nid = \"town\"\n";
    const std::string exempt = "exempt = [{ member = \"b\" }]\n";
    // 30 % remains 30 %.
    CHECK(charged(one_member("a") + one_member("b") + town + weights("a = 35, b = 35, town = 30", exempt) +
                  priced("1000.00")) == "700.00 0.00 300.00");
    // 40/40/20 of 600.00 without the second: 400.00 and 200.00.
    CHECK(charged(one_member("g1", "profession = \"gp\"\n") + one_member("b", "profession = \"gp\"\n") +
                  one_member("n", "profession = \"nurse\"\n") +
                  "[[key]]\nid = \"k\"\nfixed = { gp = \"80 %\", nurse = \"20 %\" }\nlevel = \"profession\"\n" +
                  exempt + priced("600.00")) == "400.00 0.00 200.00");
}

TEST_CASE("a mix departs from use where one of its keys does") {
    // Half of 1,000.00 equally, 250.00 each, and half by a key of which b is exempt: 500.00 on a.
    const Parting house(
        one_member("a") + one_member("b") + "[[key]]\nid = \"e\"\nby = \"equal\"\n" +
        "[[key]]\nid = \"f\"\nby = \"equal\"\nexempt = [{ member = \"b\" }]\n" +
        "[[key]]\nid = \"k\"\nmix = [{ key = \"e\", share = \"50 %\" }, { key = \"f\", share = \"rest\" "
        "}]\n" +
        priced("1000.00"));
    CHECK(house.charged() == "750.00 250.00");
    CHECK(house.plain_shares() == "500.00 500.00");
}

TEST_CASE("all exempt on the same days") {
    const std::string both =
        "exempt = [{ member = \"a\", from = \"2026-03\", until = \"2026-05\" }, { member = \"b\", from = \"2026-05\" "
        "}]\n";
    CHECK(charged(one_member("a") + one_member("b") + equally(both) + priced("100.00")) == "charges.exempt");
}

TEST_CASE("above a cap the rest is shared again by the same weights") {
    const std::string three = one_member("a") + one_member("b") + one_member("c");
    const std::string key = "a = 50, b = 30, c = 20";
    // 500 is cut to 400; 600 by 30 and 20.
    const Parting house(three + weights(key, "cap = 400.00\n") + priced("1000.00"));
    CHECK(house.charged() == "400.00 360.00 240.00");
    CHECK(house.plain_shares() == "500.00 300.00 200.00");
    // 650 by 30 and 20 would be 390 for b, cut too.
    CHECK(charged(three + weights(key, "cap = 350.00\n") + priced("1000.00")) == "350.00 350.00 300.00");
    CHECK(charged(three + weights(key, "cap = 350.00\n") + priced("-1000.00")) == "-350.00 -350.00 -300.00");
    CHECK(charged(three + weights(key, "cap = 333.33\n") + priced("1000.00")) == "charges.cap");  // 999.99
}

TEST_CASE("below a floor a member is raised to it, the others bear less") {
    const std::string three = one_member("a") + one_member("b") + one_member("c");
    // 810 by 60 and 30.
    CHECK(charged(three + weights("a = 60, b = 30, c = 10", "floor = 190.00\n") + priced("1000.00")) ==
          "540.00 270.00 190.00");
    CHECK(charged(three + weights("a = 60, b = 30, c = 10", "floor = 333.34\n") + priced("1000.00")) ==
          "charges.floor");
    // 500, 400, 100: what the cap leaves, 50, is what the floor takes.
    CHECK(charged(three + weights("a = 50, b = 40, c = 10", "cap = 450.00\nfloor = 150.00\n") + priced("1000.00")) ==
          "450.00 400.00 150.00");
    // Who has no weight has no floor.
    CHECK(charged(three + weights("a = 1, b = 1, c = 0", "floor = 100.00\n") + priced("1000.00")) ==
          "500.00 500.00 0.00");
}

TEST_CASE("cap and floor are in proportion to the days of the exercise on which a member is there") {
    // 2.00 a day: 730.00 of 365 days, 366.00 of the 183 from 2 July on.
    const std::string two = one_member("a") + one_member("b", "in = 2026-07-02\n");
    CHECK(charged(two + weights("a = 3, b = 1", "cap = 730.00\n") + priced("1096.00")) == "730.00 366.00");
    CHECK(charged(two + weights("a = 3, b = 1", "cap = 730.00\n") + priced("1096.01")) == "charges.cap");
}

TEST_CASE("a cap that changes holds what of a share falls on its days") {
    const std::string two = one_member("a") + one_member("b");
    // Of a's 819.00 the 184 days from July on have 412.87, and the cap 365 x 184 / 365 = 184.00. The other 908.00 by
    // the same weights: 3 x 181 of a before July, 1 x 365 of b, 908 in all.
    const std::string begins = "cap = [{ from = \"2026-07\", value = 365.00 }]\n";
    CHECK(charged(two + weights("a = 3, b = 1", begins) + priced("1092.00")) == "727.00 365.00");
    CHECK(charged(two + weights("a = 3, b = 1", begins) + priced("-1092.00")) == "-727.00 -365.00");
    // One that ends: 365 x 181 / 365 = 181.00 until June. The other 917.00: 3 x 184 + 365 = 917.
    const std::string ends = "cap = [{ value = 365.00 }, { from = \"2026-07\", value = \"none\" }]\n";
    CHECK(charged(two + weights("a = 3, b = 1", ends) + priced("1098.00")) == "733.00 365.00");
    // The same amount twice is one cap, and one of another year none.
    const std::string same = "cap = [{ value = 730.00 }, { from = \"2026-07\", value = 730.00 }]\n";
    CHECK(charged(two + weights("a = 3, b = 1", same) + priced("1096.00")) == "730.00 366.00");
    CHECK(charged(two + weights("a = 3, b = 1", "cap = [{ from = \"2027-01\", value = 1.00 }]\n") +
                  priced("1096.00")) == "822.00 274.00");
    // 365.00 of each until June, 730.00 after: 2 x (181.00 + 368.00).
    const std::string rises = "cap = [{ value = 365.00 }, { from = \"2026-07\", value = 730.00 }]\n";
    CHECK(charged(two + weights("a = 1, b = 1", rises) + priced("1098.00")) == "549.00 549.00");
    CHECK(charged(two + weights("a = 1, b = 1", rises) + priced("1098.01")) == "charges.cap");
}

TEST_CASE("a floor that changes, with a cap that does not") {
    const std::string two = one_member("a") + one_member("b");
    // b has 100.00, of which 184 / 365 from July on are raised to 365 x 184 / 365 = 184.00. The other 816.00 by the
    // same weights, 9 x 365 of a and 1 x 181 of b: 3,466 in all; a 816 x 3,285 / 3,466 = 773.387, b 42.613.
    const std::string begins = "floor = [{ from = \"2026-07\", value = 365.00 }]\n";
    CHECK(charged(two + weights("a = 9, b = 1", begins) + priced("1000.00")) == "773.39 226.61");
    CHECK(charged(two + weights("a = 9, b = 1", begins + "cap = 773.38\n") + priced("1000.00")) == "773.38 226.62");
}

TEST_CASE("who is there on no day of the exercise has the whole cap and no floor") {
    // The bill comes a year late: it is for 2025, and b has left.
    const std::string late =
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\namount = 1000.00\ndate = 2026-01-15\n"
        "covers = { from = 2025-01-01, until = 2025-12-31 }\nshared = \"k\"\n";
    const std::string two = one_member("a") + one_member("b", "out = 2025-12-31\n");
    CHECK(charged(two + weights("a = 3, b = 1", "cap = 800.00\n") + late) == "750.00 250.00");
    CHECK(charged(two + weights("a = 1, b = 3", "cap = 700.00\n") + late) == "300.00 700.00");
    CHECK(charged(two + weights("a = 3, b = 1", "floor = 300.00\n") + late) == "750.00 250.00");
}

TEST_CASE("months of a capped line sum to its exercise") {
    // 500 of 1,200 cut to 480; 720 by 30 and 20. A month: 40.00, 36.00 and 24.00.
    const std::string monthly =
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\namount = 100.00\nevery = \"month\"\nday = 5\nshared = \"k\"\n";
    const Parting house(one_member("a") + one_member("b") + one_member("c") +
                            weights("a = 50, b = 30, c = 20", "cap = 480.00\n") + monthly,
                        true);
    CHECK(house.charged() == "480.00 432.00 288.00");
    for (const Shares& month : house.found->lines[0].periods) {
        CHECK(plain(month.shares[0]) == "40.00");
        CHECK(plain(month.shares[1]) == "36.00");
        CHECK(plain(month.shares[2]) == "24.00");
        CHECK(plain(month.plain->shares[0]) == "50.00");
    }
}

TEST_CASE("another key is in use") {
    const Parting house(one_member("a", "surface = 30\n") + one_member("b", "surface = 70\n") +
                        "[[key]]\nid = \"m2\"\nby = \"surface\"\n" + equally("departs_from = \"m2\"\n") +
                        priced("1000.00"));
    CHECK(house.charged() == "500.00 500.00");
    CHECK(house.plain_shares() == "300.00 700.00");
    CHECK(derogates(house.budget, 1));
    CHECK(!derogates(house.budget, 0));
}

namespace {

const std::string town = "[[third_party]]\nid = \"town\"\n[[key]]\nid = \"town\"\nfixed = { town = \"100 %\" }\n";

std::string rent(const std::string& from, const std::string& until, const std::string& amount) {
    return "[[expense]]\nid = \"rent-" + from + "\"\ncategory = \"rent\"\nevery = \"month\"\nday = 5\nfrom = \"2026-" +
           from + "\"\nuntil = \"2026-" + until + "\"\nshared = \"k\"\namount = " + amount + "\n";
}

}  // namespace

TEST_CASE("a third party pays what is above a target, each month or of the exercise") {
    const std::string two = one_member("a") + one_member("b") + town;
    const std::string monthly = equally("target = { amount = 1500.00, each = \"month\", above = \"town\" }\n");
    // 12 x 300.00 of 21,600.00; 12 x 1,500.00 / 2 each.
    const Parting house(two + monthly + rent("01", "12", "1800.00"));
    CHECK(house.charged() == "9000.00 9000.00 3600.00");
    CHECK(!house.found->lines[0].exercise.plain);
    // Half a year at 1,400.00, under it: 6 x 300.00. Members 8,400.00 + 9,000.00.
    const std::string rise = rent("01", "06", "1400.00") + rent("07", "12", "1800.00");
    CHECK(charged(two + monthly + rise) == "8700.00 8700.00 1800.00");
    // Of the exercise: 19,200.00 - 18,000.00.
    CHECK(charged(two + equally("target = { amount = 18000.00, above = \"town\" }\n") + rise) ==
          "9000.00 9000.00 1200.00");
    // A quarter is three months: 5,400.00 - 4,500.00, four times.
    CHECK(charged(two + monthly +
                  "[[expense]]\nid = \"x\"\ncategory = \"rent\"\nevery = \"quarter\"\nday = 5\nshared = \"k\"\n"
                  "amount = 5400.00\n") == "9000.00 9000.00 3600.00");
}

TEST_CASE("a target that changes holds what of the cost falls on its days") {
    const std::string two = one_member("a") + one_member("b") + town;
    // 1,095.00 are 3.00 a day; the target 1.00 a day until June: 181 x 2.00 above it.
    CHECK(charged(two +
                  equally("target = { amount = [{ value = 365.00 }, { from = \"2026-07\", value = \"none\" }], above = "
                          "\"town\" }\n") +
                  priced("1095.00")) == "366.50 366.50 362.00");
    // 300.00 a month; the target 100.00 from March to 15 June, 200.00 from then on: 3 x 200.00 + 15/30 x 200.00 + 15/30
    // x 100.00 + 6 x 100.00.
    CHECK(charged(two +
                  equally("target = { amount = [{ from = \"2026-03\", value = 100.00 }, { from = 2026-06-16, value = "
                          "200.00 }], each = \"month\", above = \"town\" }\n") +
                  rent("01", "12", "300.00")) == "1125.00 1125.00 1350.00");
}

TEST_CASE("towns bear what brings four doctors back to 1,700 a month") {
    // 153,600.00 in two lines; 1,700 x 4 x 12 = 81,600.00 stay, 72,000.00 are above. The same part of each line: of
    // 50,000.00 that is 50,000 x 72,000 / 153,600 = 23,437.50.
    const Parting house(one_member("a") + one_member("b") + one_member("c") + one_member("d") + town +
                        equally("target = { amount = 81600.00, above = \"town\" }\n") + priced("50000.00", "rent") +
                        priced("103600.00", "others"));
    CHECK(house.charged() == "20400.00 20400.00 20400.00 20400.00 72000.00");
    CHECK(plain(house.found->lines[0].exercise.shares[4]) == "23437.50");
}

TEST_CASE("by month, each month that is begun counts once") {
    const std::string by_month = "prorata = \"month\"\n";
    // From 20 March: ten months beside twelve.
    CHECK(charged(one_member("a") + one_member("b", "in = 2026-03-20\n") + equally(by_month) + priced("2200.00")) ==
          "1200.00 1000.00");
    // Until 2 June: six.
    CHECK(charged(one_member("a") + one_member("b", "out = 2026-06-02\n") + equally(by_month) + priced("1800.00")) ==
          "1200.00 600.00");
    // Away from 5 March to 31 May: April and May only.
    CHECK(charged(one_member("a") + one_member("b", "absent = [{ from = 2026-03-05, until = 2026-05-31 }]\n") +
                  equally(by_month) + priced("2200.00")) == "1200.00 1000.00");
    // 20 m² from 10 July on: as on the first day, so from August. 7 x 10 + 5 x 20 = 170 beside 120.
    CHECK(charged(one_member("a", "surface = 10\n") +
                  one_member("b", "surface = [{ value = 10 }, { from = 2026-07-10, value = 20 }]\n") +
                  "[[key]]\nid = \"k\"\nby = \"surface\"\n" + by_month + priced("2900.00")) == "1200.00 1700.00");
    // The ramp from the month in which they come: March to August half, 3 + 4 = 7 beside 12.
    CHECK(charged(one_member("a") + one_member("b", "in = 2026-03-20\n") +
                  equally(by_month + "newcomer = [{ months = 6, pays = \"50 %\" }]\n") + priced("1900.00")) ==
          "1200.00 700.00");
    // A room that changes hands on 15 March counts for both in March: 3 and 10 months beside 12.
    CHECK(
        charged(one_member("a") + one_member("b") + one_member("c") +
                "[[room]]\nid = \"r1\"\nsurface = 10\nlet = [{ who = \"a\" }]\n"
                "[[room]]\nid = \"r2\"\nsurface = 10\nlet = [{ who = \"b\", until = 2026-03-15 }, { who = \"c\", from "
                "= 2026-03-16 }]\n[[key]]\nid = \"k\"\nby = \"rooms\"\n" +
                by_month + priced("2500.00")) == "1200.00 300.00 1000.00");
}

TEST_CASE("from fifteen payers to eight, a fixed rent costs each 1.875 times as much") {
    std::string fifteen;
    std::string eight;
    for (int i = 1; i <= 15; ++i) {
        fifteen += one_member("m" + std::to_string(i));
        eight += one_member("m" + std::to_string(i), i > 8 ? "out = 2025-12-31\n" : "");
    }
    // 18,000 / 15 = 1,200; 18,000 / 8 = 2,250 = 1,200 x 1.875.
    CHECK(charged(fifteen + equally() + priced("18000.00")).starts_with("1200.00 1200.00 "));
    CHECK(charged(eight + equally() + priced("18000.00")) ==
          "2250.00 2250.00 2250.00 2250.00 2250.00 2250.00 2250.00 2250.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00");
}
