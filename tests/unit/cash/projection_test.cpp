// SPDX-License-Identifier: MIT
#include <msp/cash/projection.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// "opening receipts payments closing | lowest day | cancelled"
std::string told(const PeriodSum& sum) {
    return plain(sum.opening) + ' ' + plain(sum.receipts) + ' ' + plain(sum.payments) + ' ' + plain(sum.closing) +
           " | " + plain(sum.lowest) + ' ' + iso(sum.lowest_on) + " | " + plain(sum.cancelled);
}

std::string told(const std::vector<Stretch>& stretches) {
    std::string text;
    for (const Stretch& stretch : stretches)
        text += (text.empty() ? "" : " ") + iso(stretch.first) + '/' + iso(stretch.last);
    return text;
}

constexpr auto two_banks =
    "bank = [{ id = \"a\", opening = 100, date = 2026-01-01 }, { id = \"b\", opening = 0, date = 2026-01-01 }]\n";
constexpr auto two_entities =
    "entity = [{ id = \"sisa\" }, { id = \"scm\" }]\n"
    "bank = [{ id = \"s\", entity = \"sisa\", opening = 100, date = 2026-01-01 }, "
    "{ id = \"m\", entity = \"scm\", opening = 10, date = 2026-01-01 }]\n";
const Period january = {"2026-01-01"_d, "2026-01-31"_d};
const Period february = {"2026-02-01"_d, "2026-02-28"_d};
const Period both = {"2026-01-01"_d, "2026-02-28"_d};

std::string entity(const Budget& budget, const Projection& projection, EntityIndex entity, const Period& period) {
    return told(sum_of(entity_series(budget, projection, entity), period));
}

}  // namespace

TEST_CASE("balances are those of each evening, and the opening is no evening") {
    const Budget budget = budget_of(
        "[bank]\nopening = 10\ndate = 2026-01-01\n"
        "[[income]]\nid = \"in\"\ncategory = \"sublet\"\namounts = [{ date = 2026-01-01, amount = 990 }, "
        "{ date = 2026-01-10, amount = 50 }]\n"
        "[[expense]]\nid = \"out\"\ncategory = \"rent\"\namounts = [{ date = 2026-01-10, amount = 300 }, "
        "{ date = 2026-01-12, amount = -20 }, { date = 2026-01-20, amount = 20 }]\n");
    const Projection projection = projected(budget, "2026-01-31"_d);
    const Series& series = projection.accounts.at(0).series;
    // 10 + 990 = 1,000; 1,000 + 50 - 300 = 750; a refund of 20 makes 770, and 20 later 750 again.
    CHECK(series.on("2025-12-31"_d) == Money());
    CHECK(series.on("2026-01-01"_d) == "1000"_eur);
    CHECK(series.on("2026-01-09"_d) == "1000"_eur);
    CHECK(series.on("2026-01-10"_d) == "750"_eur);
    CHECK(series.on("2026-01-12"_d) == "770"_eur);
    // The lowest is reached first on the 10th. The refund is a negative payment: 300 - 20 + 20.
    CHECK(told(sum_of(series, january)) == "10.00 1040.00 -300.00 750.00 | 750.00 2026-01-10 | 0.00");
    CHECK(told(sum_of(series, {"2026-01-11"_d, "2026-01-19"_d})) ==
          "750.00 0.00 20.00 770.00 | 750.00 2026-01-11 | 0.00");
}

TEST_CASE("a transfer is in transit between its two days and cancelled where both lie in the period") {
    const Budget budget = budget_of(std::string(two_banks) +
                                    "[[transfer]]\nid = \"t\"\nbank = \"a\"\npaid_to = \"b\"\namount = 40\n"
                                    "date = 2026-01-31\narrives = \"2 days\"\n");
    const Projection projection = projected(budget, "2026-02-28"_d);
    CHECK(entity(budget, projection, 0, january) == "100.00 0.00 -40.00 60.00 | 60.00 2026-01-31 | 0.00");
    CHECK(entity(budget, projection, 0, february) == "60.00 40.00 0.00 100.00 | 60.00 2026-02-01 | 0.00");
    CHECK(entity(budget, projection, 0, both) == "100.00 0.00 0.00 100.00 | 60.00 2026-01-31 | 40.00");
    CHECK(told(sum_of(projection.accounts[0].series, both)) == "100.00 0.00 -40.00 60.00 | 60.00 2026-01-31 | 0.00");
    CHECK(told(sum_of(projection.accounts[1].series, both)) == "0.00 40.00 0.00 40.00 | 0.00 2026-01-01 | 0.00");
}

TEST_CASE("money between entities is cancelled for all of them together only") {
    const Budget budget =
        budget_of(std::string(two_entities) +
                  "[[expense]]\nid = \"office\"\ncategory = \"rent\"\nentity = \"sisa\"\npaid_to = \"scm\"\n"
                  "amount = 30\nevery = \"month\"\nday = 10\nuntil = \"2026-01\"\n"
                  "[[income]]\nid = \"calls\"\ncategory = \"charges-reimbursed\"\nentity = \"scm\"\n"
                  "amount = 5\ndate = 2026-01-20\n");
    const Projection projection = projected(budget, "2026-02-28"_d);
    CHECK(entity(budget, projection, 0, january).starts_with("100.00 0.00 -30.00 70.00 |"));
    CHECK(entity(budget, projection, 1, january).starts_with("10.00 35.00 0.00 45.00 |"));
    CHECK(told(sum_of(group_series(budget, projection), january)) ==
          "110.00 5.00 0.00 115.00 | 110.00 2026-01-01 | 30.00");
}

TEST_CASE("a refund between our accounts cancels as well, and its transit is no other money") {
    // The SCM gives 30.00 back: a negative payment of the SISA on 31 January, a negative receipt of the SCM in
    // February.
    const Budget budget =
        budget_of(std::string(two_entities) +
                  "[[expense]]\nid = \"office\"\ncategory = \"rent\"\nentity = \"sisa\"\npaid_to = \"scm\"\n"
                  "amount = -30\ndate = 2026-01-31\narrives = \"1 day\"\n");
    const Projection projection = projected(budget, "2026-02-28"_d);
    const Series all = group_series(budget, projection);
    CHECK(told(sum_of(all, january)).starts_with("110.00 0.00 30.00 140.00 |"));
    CHECK(told(sum_of(all, february)).starts_with("140.00 -30.00 0.00 110.00 |"));
    CHECK(told(sum_of(all, both)).starts_with("110.00 0.00 0.00 110.00 |"));
}

TEST_CASE("an account that begins later adds its opening on its first day") {
    const Budget budget = budget_of(
        "bank = [{ id = \"a\", opening = 100, date = 2026-01-01 }, { id = \"b\", opening = 50, date = 2026-01-15 }]\n");
    const Projection projection = projected(budget, "2026-02-28"_d);
    const Series series = entity_series(budget, projection, 0);
    CHECK(series.on("2026-01-14"_d) == "100"_eur);
    CHECK(series.on("2026-01-15"_d) == "150"_eur);
    CHECK(told(sum_of(series, january)) == "150.00 0.00 0.00 150.00 | 100.00 2026-01-01 | 0.00");
    CHECK(told(sum_of(series, february)) == "150.00 0.00 0.00 150.00 | 150.00 2026-02-01 | 0.00");
    // 100 and 50 join nothing, and 50 the 100.
    CHECK(sum_of(series, january).joining == "150"_eur);
    CHECK(sum_of(series, {"2026-01-02"_d, "2026-01-31"_d}).joining == "50"_eur);
    CHECK(sum_of(series, february).joining == Money());
    // A horizon that ends before an account begins reaches to its first day.
    CHECK(projected(budget, "2026-01-10"_d).window.last == "2026-01-15"_d);
}

TEST_CASE("what goes between two accounts before one of them opens is not in transit") {
    // b has the 40.00 of 10 January when it opens on the 15th; the 30.00 of the 14th arrive that day, the 20.00 of the
    // 31st in February. Out of the group so 40.00, within it 30.00, on their way 20.00:
    // 100 + 50 - 40 - 20 = 90.00; at the lowest a has 100 - 40 - 30 = 30.00, and b is not open.
    const std::string banks =
        "bank = [{ id = \"a\", opening = 100, date = 2026-01-01 }, { id = \"b\", opening = 50, date = 2026-01-15 }]\n";
    const std::string there = "[[transfer]]\nid = \"t\"\nbank = \"a\"\npaid_to = \"b\"\narrives = \"1 day\"\n";
    const Budget budget =
        budget_of(banks + there +
                  "amounts = [{ date = 2026-01-10, amount = 40 }, { date = 2026-01-14, amount = 30 }, "
                  "{ date = 2026-01-31, amount = 20 }]\n");
    const PeriodSum out = sum_of(entity_series(budget, projected(budget, "2026-02-28"_d), 0), january);
    CHECK(told(out) == "150.00 0.00 -60.00 90.00 | 30.00 2026-01-14 | 30.00");
    CHECK(out.in_transit == "-20"_eur);
    CHECK(out.paid() == "-40"_eur);
    // Back from b: 40.00 reach a on the 11th, and b opens without them; 30.00 are on their way as it opens.
    const Budget back =
        budget_of(banks +
                  "[[transfer]]\nid = \"t\"\nbank = \"b\"\npaid_to = \"a\"\narrives = \"1 day\"\n"
                  "amounts = [{ date = 2026-01-10, amount = 40 }, { date = 2026-01-14, amount = 30 }]\n");
    const PeriodSum in = sum_of(entity_series(back, projected(back, "2026-02-28"_d), 0), january);
    CHECK(told(in) == "150.00 70.00 0.00 220.00 | 100.00 2026-01-01 | 0.00");
    CHECK(in.in_transit == "30"_eur);
    CHECK(in.received() == "40"_eur);
}

TEST_CASE("a stretch is below its limit from its first to its last day, for one of the banks") {
    const Budget budget = budget_of(
        "bank = [{ id = \"a\", opening = 10, date = 2026-01-01, floor = 10 }, "
        "{ id = \"b\", opening = -1, date = 2026-01-20 }]\n"
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\nbank = \"a\"\namounts = [{ date = 2026-01-05, amount = 0.01 }, "
        "{ date = 2026-01-07, amount = -0.01 }, { date = 2026-01-09, amount = 10 }, { date = 2026-01-10, amount = 0.01 "
        "}]\n");
    const Projection projection = projected(budget, "2026-01-31"_d);
    // a: 9.99 on the 5th and 6th, 10.00 on the 7th and 8th, 0.00 on the 9th, -0.01 from the 10th on. b: -1.00.
    const auto below = [&](const std::vector<BankIndex>& banks, Limit limit) {
        return told(stretches_below(budget, projection, banks, limit, january));
    };
    CHECK(below({0}, Limit::floor) == "2026-01-05/2026-01-06 2026-01-09/2026-01-31");
    CHECK(below({0}, Limit::zero) == "2026-01-10/2026-01-31");
    CHECK(below({1}, Limit::zero) == "2026-01-20/2026-01-31");
    CHECK(below({0, 1}, Limit::zero) == "2026-01-10/2026-01-31");
    CHECK(told(stretches_below(budget, projection, {0}, Limit::floor, {"2026-01-06"_d, "2026-01-09"_d})) ==
          "2026-01-06/2026-01-06 2026-01-09/2026-01-09");
}

TEST_CASE("overdraft fees are the negative evenings of a quarter x rate / 365, paid on its last day") {
    const Budget budget = budget_of("[bank]\nopening = -1000\ndate = 2026-01-01\noverdraft_rate = \"9.5 %\"\n");
    std::vector<Movement> fees;
    const Projection projection =
        projected(budget, "2026-09-29"_d, {}, [&fees](const Movement& movement) { fees.push_back(movement); });
    // First quarter: 90 evenings of -1,000.00; 90,000 x 0.095 / 365 = 23.4246…
    // Second: 91 of -1,023.42, which are 93,131.22; x 0.095 / 365 = 24.2396… The third is not over.
    CHECK(msp::test::told(budget, fees) == "2026-03-31 fees.main -23.42\n2026-06-30 fees.main -24.24\n");
    CHECK(projection.accounts[0].series.on("2026-03-30"_d) == "-1000"_eur);
    CHECK(projection.accounts[0].series.on("2026-03-31"_d) == "-1023.42"_eur);
    CHECK(projection.accounts[0].series.on("2026-09-29"_d) == "-1047.66"_eur);
    CHECK(fees.at(0).side == Side::payments);
    CHECK(fees.at(0).origin == Origin::fee);
    CHECK(fees.at(0).exercise == 2026);
}

TEST_CASE("an account that is never overdrawn has no fees, nor one whose rate is not given") {
    const auto last_evening = [](const std::string& bank) {
        return projected(budget_of("[bank]\n" + bank + "\n"), "2026-12-31"_d).accounts[0].series.on("2026-12-31"_d);
    };
    CHECK(last_evening("opening = 0\ndate = 2026-01-01\noverdraft_rate = \"9.5 %\"") == Money());
    CHECK(last_evening("opening = -1000\ndate = 2026-01-01") == "-1000"_eur);
    // 0.01 on each evening of three quarters: 0.92 x 0.095 / 365 rounds to nothing, which is no movement.
    CHECK(last_evening("opening = -0.01\ndate = 2026-04-01\noverdraft_rate = \"9.5 %\"") == "-0.01"_eur);
}

TEST_CASE("lows begin where the account does") {
    const Budget budget = budget_of(
        "bank = [{ id = \"a\", opening = 100, date = 2026-01-01 }, { id = \"b\", opening = 50, date = 2026-01-15 }]\n"
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\nbank = \"b\"\namount = 30\ndate = 2026-01-20\n");
    const Projection projection = projected(budget, "2026-02-28"_d);
    const Series& late = projection.accounts[1].series;
    const auto low = [&](Date first, Date last) {
        const auto found = lowest(late, first, last);
        return found ? plain(found->amount) + ' ' + iso(found->date) : "none";
    };
    CHECK(low("2026-01-01"_d, "2026-01-14"_d) == "none");
    CHECK(low("2026-01-01"_d, "2026-01-19"_d) == "50.00 2026-01-15");
    CHECK(low("2026-01-01"_d, "2026-01-31"_d) == "20.00 2026-01-20");
    CHECK(told(sum_of(late, january)) == "50.00 0.00 -30.00 20.00 | 20.00 2026-01-20 | 0.00");
}

TEST_CASE("the margin is that of the account nearest to its overdraft") {
    const Budget budget = budget_of(
        "bank = [{ id = \"a\", opening = 100, date = 2026-01-01, overdraft = 10 }, "
        "{ id = \"b\", opening = 20, date = 2026-01-01, overdraft = 30 }]\n"
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\nbank = \"a\"\namount = 95\ndate = 2026-02-10\n");
    const Projection projection = projected(budget, "2026-02-28"_d);
    // a: 100 + 10, then 5 + 10; b: 20 + 30.
    CHECK(least_margin(budget, projection, {0, 1}, january) == "50"_eur);
    CHECK(least_margin(budget, projection, {0, 1}, february) == "15"_eur);
    CHECK(least_margin(budget, projection, {1}, both) == "50"_eur);
}

TEST_CASE("a projection says whether uncertain money is in it") {
    const std::string income =
        "[[income]]\nid = \"x\"\ncategory = \"sublet\"\namount = 1\ndate = 2026-03-01\nstate = \"";
    CHECK(projected(plan_of(income + "assumed\"\n"), "2026-12-31"_d).uncertain);
    CHECK_FALSE(projected(plan_of(income + "planned\"\n"), "2026-12-31"_d).uncertain);
    CHECK_FALSE(projected(plan_of(income + "hoped\"\n"), "2026-12-31"_d).uncertain);
    CHECK(projected(plan_of(income + "hoped\"\n"), "2026-12-31"_d, {.count = Count::hoped, .aci_late = {}, .only = {}})
              .uncertain);
}

TEST_CASE("the banks of an entity are found in the order of the file") {
    const Budget budget = budget_of(
        "entity = [{ id = \"x\" }, { id = \"y\" }]\n"
        "bank = [{ id = \"a\", entity = \"y\", opening = 0, date = 2026-01-01 }, "
        "{ id = \"b\", entity = \"x\", opening = 0, date = 2026-01-01 }, "
        "{ id = \"c\", entity = \"y\", opening = 0, date = 2026-01-01 }]\n");
    CHECK(banks_of(budget, 0) == std::vector<BankIndex>{1});
    CHECK(banks_of(budget, 1) == std::vector<BankIndex>{0, 2});
}
