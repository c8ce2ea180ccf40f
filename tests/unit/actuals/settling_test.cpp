// SPDX-License-Identifier: MIT
#include <msp/actuals/settling.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// "due<came amount", then what is open of each due amount, then what nothing was due for.
std::string told(const std::vector<ExpectedAmount>& dues, const std::vector<CameAmount>& amounts,
                 Date until = "2026-04-15"_d) {
    const PaidParts paid = settle(dues, amounts, until);
    std::string out;
    for (const PaidPart& part : paid.parts)
        out += std::to_string(part.due) + '<' + std::to_string(part.came) + ' ' + plain(part.amount) + ' ';
    out += '|';
    for (const Money open : paid.open)
        out += ' ' + plain(open);
    out += " |";
    for (const Money left : paid.left)
        out += ' ' + plain(left);
    return out;
}

}  // namespace

TEST_CASE("the same amount of the same month is what was due, whatever was due before") {
    CHECK(told({{"2026-03-01"_d, -"1200.00"_eur}, {"2026-04-01"_d, -"1200.00"_eur}},
               {{"2026-04-05"_d, -"1200.00"_eur}}) == "1<0 -1200.00 | -1200.00 0.00 | 0.00");
}

TEST_CASE("what is due at the end of a month is paid in the first days of the next one") {
    CHECK(told({{"2026-01-31"_d, -"500.00"_eur}, {"2026-02-28"_d, -"500.00"_eur}, {"2026-03-31"_d, -"500.00"_eur}},
               {{"2026-02-01"_d, -"500.00"_eur}, {"2026-03-02"_d, -"500.00"_eur}}) ==
          "0<0 -500.00 1<1 -500.00 | 0.00 0.00 -500.00 | 0.00 0.00");
    // Eleven days are too many: it is the one of February, early.
    CHECK(told({{"2026-01-31"_d, -"500.00"_eur}, {"2026-02-28"_d, -"500.00"_eur}}, {{"2026-02-11"_d, -"500.00"_eur}}) ==
          "1<0 -500.00 | -500.00 0.00 | 0.00");
}

TEST_CASE("the same amount of another month pays the oldest one due, else the next one") {
    // February has none of its own in April: the oldest of two is paid.
    CHECK(told({{"2026-02-01"_d, -"80.00"_eur}, {"2026-03-01"_d, -"80.00"_eur}}, {{"2026-04-05"_d, -"80.00"_eur}}) ==
          "0<0 -80.00 | 0.00 -80.00 | 0.00");
    CHECK(told({{"2026-05-01"_d, -"1200.00"_eur}}, {{"2026-04-10"_d, -"1200.00"_eur}}) == "0<0 -1200.00 | 0.00 | 0.00");
    // The next one due is another amount, and the one after it too far away.
    CHECK(told({{"2026-05-01"_d, -"10.00"_eur}, {"2026-06-01"_d, -"1200.00"_eur}},
               {{"2026-04-10"_d, -"1200.00"_eur}}) == "| -10.00 -1200.00 | -1200.00");
}

TEST_CASE("one payment settles several that were due") {
    // 36,000 + 37,200 = 73,200
    CHECK(told({{"2026-04-02"_d, "36000.00"_eur}, {"2026-04-10"_d, "37200.00"_eur}},
               {{"2026-04-12"_d, "73200.00"_eur}}) == "0<0 36000.00 1<0 37200.00 | 0.00 0.00 | 0.00");
}

TEST_CASE("several payments settle one") {
    CHECK(
        told({{"2026-04-01"_d, -"1200.00"_eur}}, {{"2026-04-03"_d, -"700.00"_eur}, {"2026-04-09"_d, -"500.00"_eur}}) ==
        "0<0 -700.00 0<1 -500.00 | 0.00 | 0.00 0.00");
}

TEST_CASE("what is near is paid, less or more") {
    CHECK(told({{"2026-04-01"_d, -"300.00"_eur}}, {{"2026-04-09"_d, -"280.00"_eur}}) == "0<0 -280.00 | 0.00 | 0.00");
    CHECK(told({{"2026-04-01"_d, -"1200.00"_eur}}, {{"2026-04-09"_d, -"1224.00"_eur}}) == "0<0 -1224.00 | 0.00 | 0.00");
}

TEST_CASE("nine tenths of a typed amount are all of it, less is a part") {
    CHECK(told({{"2026-04-01"_d, -"300.00"_eur}}, {{"2026-04-09"_d, -"270.00"_eur}}) == "0<0 -270.00 | 0.00 | 0.00");
    CHECK(told({{"2026-04-01"_d, -"300.00"_eur}}, {{"2026-04-09"_d, -"269.99"_eur}}) == "0<0 -269.99 | -30.01 | 0.00");
    // The rest comes later: 1,400 and 1,000 of 2,400.
    CHECK(told({{"2026-04-05"_d, -"2400.00"_eur}, {"2026-07-05"_d, -"2400.00"_eur}},
               {{"2026-04-07"_d, -"1400.00"_eur}, {"2026-05-29"_d, -"1000.00"_eur}},
               "2026-05-31"_d) == "0<0 -1400.00 0<1 -1000.00 | 0.00 -2400.00 | 0.00 0.00");
}

TEST_CASE("less than half is a part, and the rest is still due") {
    CHECK(told({{"2026-04-01"_d, -"300.00"_eur}}, {{"2026-04-09"_d, -"120.00"_eur}}) == "0<0 -120.00 | -180.00 | 0.00");
}

TEST_CASE("more than twice pays what is due and is more than that") {
    CHECK(told({{"2026-04-01"_d, -"100.00"_eur}}, {{"2026-04-09"_d, -"250.00"_eur}}) == "0<0 -100.00 | 0.00 | -150.00");
}

TEST_CASE("what is typed stays the aim until its day, what is computed does not") {
    CHECK(told({{"2026-04-30"_d, -"300.00"_eur}}, {{"2026-04-09"_d, -"200.00"_eur}}) == "0<0 -200.00 | -100.00 | 0.00");
    CHECK(told({{"2026-04-30"_d, -"300.00"_eur, ExpectedKind::computed}}, {{"2026-04-09"_d, -"200.00"_eur}}) ==
          "0<0 -200.00 | 0.00 | 0.00");
}

TEST_CASE("of a claim the rest is owed") {
    CHECK(told({{"2026-04-01"_d, "37200.00"_eur, ExpectedKind::claim}}, {{"2026-04-09"_d, "20000.00"_eur}}) ==
          "0<0 20000.00 | 17200.00 | 0.00");
    CHECK(told({{"2026-02-01"_d, "37200.00"_eur, ExpectedKind::claim}},
               {{"2026-03-09"_d, "20000.00"_eur}, {"2026-04-09"_d, "17200.00"_eur}}) ==
          "0<0 20000.00 0<1 17200.00 | 0.00 | 0.00 0.00");
}

TEST_CASE("another amount pays what was due before, the oldest first") {
    CHECK(told({{"2026-01-01"_d, -"100.00"_eur}, {"2026-02-01"_d, -"100.00"_eur}}, {{"2026-04-09"_d, -"90.00"_eur}}) ==
          "0<0 -90.00 | 0.00 -100.00 | 0.00");
    // Of a computed one also what is due next.
    CHECK(told({{"2026-05-01"_d, -"100.00"_eur, ExpectedKind::computed}}, {{"2026-04-09"_d, -"90.00"_eur}}) ==
          "0<0 -90.00 | 0.00 | 0.00");
    CHECK(told({{"2026-05-01"_d, -"100.00"_eur}}, {{"2026-04-09"_d, -"90.00"_eur}}) == "| -100.00 | -90.00");
}

TEST_CASE("what is due in the ten days after is paid early, a tenth more or less") {
    const ExpectedAmount rent = {"2026-05-01"_d, -"100.00"_eur};
    // 90 of 100, and the ten are open until the day; then they are not.
    CHECK(told({rent}, {{"2026-04-21"_d, -"90.00"_eur}}) == "0<0 -90.00 | -10.00 | 0.00");
    CHECK(told({rent}, {{"2026-04-21"_d, -"90.00"_eur}}, "2026-05-01"_d) == "0<0 -90.00 | 0.00 | 0.00");
    CHECK(told({rent}, {{"2026-04-30"_d, -"111.11"_eur}}) == "0<0 -111.11 | 0.00 | 0.00");
    // Eleven days before, less than nine tenths, or more than ten ninths it is something else.
    CHECK(told({rent}, {{"2026-04-20"_d, -"95.00"_eur}}) == "| -100.00 | -95.00");
    CHECK(told({rent}, {{"2026-04-30"_d, -"89.99"_eur}}) == "| -100.00 | -89.99");
    CHECK(told({rent}, {{"2026-04-30"_d, -"111.12"_eur}}) == "| -100.00 | -111.12");
    // What was due before comes first, and of what is called all is owed.
    CHECK(told({{"2026-03-01"_d, -"100.00"_eur}, rent}, {{"2026-04-30"_d, -"95.00"_eur}}) ==
          "0<0 -95.00 | 0.00 -100.00 | 0.00");
    CHECK(told({{"2026-05-01"_d, "100.00"_eur, ExpectedKind::claim}}, {{"2026-04-30"_d, "95.00"_eur}},
               "2026-05-20"_d) == "0<0 95.00 | 5.00 | 0.00");
}

TEST_CASE("one debit of the eve pays all parts of an instalment") {
    // 900 of principal, 100 of interest and 20 of insurance, of which the last falls due two days later.
    const auto parts = [](Date insurance) {
        return std::vector<ExpectedAmount>{{"2026-05-01"_d, -"900.00"_eur, ExpectedKind::computed},
                                           {"2026-05-01"_d, -"100.00"_eur, ExpectedKind::computed},
                                           {insurance, -"20.00"_eur, ExpectedKind::computed}};
    };
    CHECK(told(parts("2026-05-03"_d), {{"2026-04-30"_d, -"1020.00"_eur}}) ==
          "0<0 -900.00 1<0 -100.00 2<0 -20.00 | 0.00 0.00 0.00 | 0.00");
    // Two cents less, in one debit or by part.
    CHECK(told(parts("2026-05-01"_d), {{"2026-04-30"_d, -"1019.98"_eur}}) ==
          "0<0 -900.00 1<0 -100.00 2<0 -19.98 | 0.00 0.00 0.00 | 0.00");
    CHECK(told(parts("2026-05-01"_d),
               {{"2026-04-30"_d, -"899.99"_eur}, {"2026-04-30"_d, -"100.00"_eur}, {"2026-04-30"_d, -"19.99"_eur}}) ==
          "1<1 -100.00 0<0 -899.99 2<2 -19.99 | 0.00 0.00 0.00 | 0.00 0.00 0.00");
}

TEST_CASE("what is more than an amount is held against older ones before it is more") {
    // 199 = 100 of March + 99, nine tenths of January; February is still due.
    CHECK(told({{"2026-01-05"_d, -"100.00"_eur}, {"2026-02-05"_d, -"100.00"_eur}, {"2026-03-05"_d, -"100.00"_eur}},
               {{"2026-03-20"_d, -"199.00"_eur}}) == "2<0 -100.00 0<0 -99.00 | 0.00 -100.00 0.00 | 0.00");
    // Neither is of the month: 1,990 = 1,000 + 990.
    CHECK(told({{"2026-01-05"_d, -"1000.00"_eur}, {"2026-02-05"_d, -"1000.00"_eur}},
               {{"2026-03-20"_d, -"1990.00"_eur}}) == "0<0 -1000.00 1<0 -990.00 | 0.00 0.00 | 0.00");
    // 70,000 of 36,000 + 37,000 that are owed: 3,000 are still.
    CHECK(told({{"2026-04-28"_d, "36000.00"_eur, ExpectedKind::claim},
                {"2026-04-28"_d, "37000.00"_eur, ExpectedKind::claim}},
               {{"2026-05-20"_d, "70000.00"_eur}},
               "2026-06-30"_d) == "0<0 36000.00 1<0 34000.00 | 0.00 3000.00 | 0.00");
    // 24 are a dearer rent, not a part of the one of January.
    CHECK(told({{"2026-01-05"_d, -"1200.00"_eur}, {"2026-04-05"_d, -"1200.00"_eur}},
               {{"2026-04-05"_d, -"1224.00"_eur}}) == "1<0 -1224.00 | -1200.00 0.00 | 0.00");
    // A dearer month of what is computed says nothing of the next one.
    CHECK(told({{"2026-02-15"_d, -"500.00"_eur, ExpectedKind::computed},
                {"2026-03-15"_d, -"500.00"_eur, ExpectedKind::computed}},
               {{"2026-02-16"_d, -"800.00"_eur}}, "2026-02-28"_d) == "0<0 -800.00 | 0.00 -500.00 | 0.00");
}

TEST_CASE("what is due the other way in the same month stays due") {
    // 60 are a part of 100, not 100 less the refund of 40.
    CHECK(told({{"2026-01-10"_d, -"100.00"_eur}, {"2026-02-20"_d, "40.00"_eur}}, {{"2026-02-22"_d, -"60.00"_eur}},
               "2026-02-28"_d) == "0<0 -60.00 | -40.00 40.00 | 0.00");
    // 60 of 100 are a part, and the refund of 50 has not come.
    CHECK(told({{"2026-01-10"_d, -"100.00"_eur}, {"2026-01-20"_d, "50.00"_eur}}, {{"2026-01-12"_d, -"60.00"_eur}},
               "2026-01-31"_d) == "0<0 -60.00 | -40.00 50.00 | 0.00");
}

TEST_CASE("a refund pays nothing that is due") {
    CHECK(told({{"2026-04-01"_d, -"100.00"_eur}}, {{"2026-04-09"_d, "100.00"_eur}}) == "| -100.00 | 100.00");
    CHECK(told({}, {{"2026-04-09"_d, "100.00"_eur}}) == "| | 100.00");
}
