// SPDX-License-Identifier: MIT
#include <msp/cash/headline.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// 1,000.00, a rent of 300.00 on the 5th, and 2,000.00 of ACI on 30 April. In the evening: 700.00 from 5 January, 400.00
// from 5 February, 100.00 from 5 March, -200.00 from 5 April, 1,800.00 from 30 April, 1,500.00, 1,200.00.
Budget spring(const std::string& more = "") {
    return budget_of(
        "[bank]\nopening = 1000\ndate = 2026-01-01\nfloor = 200\n"
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 300\nevery = \"month\"\nday = 5\n"
        "[[aci.year]]\nyear = 2026\nadvance = { notified = 2000 }\n" +
        more);
}

Headline headline(const Budget& budget, Date as_of, Date distributable) {
    const HeadlineOptions options = headline_options({"2026-01-01"_d, "2026-06-30"_d}, as_of, distributable);
    return headlines({budget, Law()}, projected(budget, horizon({budget, Law()}, options)), options).at(0);
}

Headline headline(const Budget& budget, Date day = "2026-01-01"_d) {
    return headline(budget, day, day);
}

std::string told(const Low& low) {
    return plain(low.amount) + ' ' + iso(low.date);
}

}  // namespace

TEST_CASE("the first line is the lowest evening and its first day") {
    const Headline found = headline(spring());
    CHECK(told(found.plan.lowest) == "-200.00 2026-04-05");
    CHECK_FALSE(found.uncertain);
    CHECK(told(found.certain) == "-200.00 2026-04-05");
}

TEST_CASE("the second line is how long it is short") {
    const Headline found = headline(spring());
    REQUIRE(found.plan.below_floor.size() == 1);
    CHECK(found.plan.below_floor[0].first == "2026-03-05"_d);
    CHECK(found.plan.below_floor[0].last == "2026-04-29"_d);
    CHECK(Shortage::days(found.plan.below_floor) == 27 + 29);  // of March and of April
    CHECK(Shortage::days(found.plan.overdrawn) == 25);         // 5 to 29 April
}

TEST_CASE("the third line moves the ACI from 30 April to 15 July") {
    const Headline found = headline(spring());
    CHECK(found.awaits_aci);
    // 1,000.00 - 7 x 300.00 in July: the days until 14 July are looked at, beyond the view's end in June.
    CHECK(told(found.late.lowest) == "-1100.00 2026-07-05");
    CHECK(found.late_until == "2026-07-14"_d);
    CHECK(Shortage::days(found.late.below_floor) == 27 + 30 + 31 + 30 + 14);
    CHECK(Shortage::days(found.late.overdrawn) == 26 + 31 + 30 + 14);
}

TEST_CASE("the fourth line leaves every later evening at the floor, and above zero until the next ACI") {
    CHECK(headline(spring()).payout.amount({Until::end, Limit::floor}) == Money());
    CHECK(headline(spring()).payout.amount({Until::next_aci, Limit::zero}) == Money());
    // In May: 1,200.00 is the least to come, 200.00 the floor; no ACI comes any more.
    const Headline may = headline(spring(), "2026-01-01"_d, "2026-05-10"_d);
    CHECK(may.payout.amount({Until::end, Limit::floor}) == "1000"_eur);
    CHECK(may.payout.amount({Until::next_aci, Limit::zero}) == "1200"_eur);
    CHECK_FALSE(may.payout.next_aci);
    CHECK(may.payout.day == "2026-05-10"_d);
    // With another 1,000.00 at hand: 800.00 is the least before the ACI, and before the end.
    const Headline rich =
        headline(spring("[[income]]\nid = \"gift\"\ncategory = \"other-income\"\namount = 1000\ndate = 2026-01-01\n"));
    CHECK(rich.payout.amount({Until::next_aci, Limit::zero}) == "800"_eur);
    CHECK(rich.payout.amount({Until::end, Limit::floor}) == "600"_eur);
    CHECK(rich.payout.next_aci == "2026-04-30"_d);
    // The least before the ACI is 800.00, 600.00 above the floor; nothing is less later.
    CHECK(rich.payout.amount({Until::next_aci, Limit::floor}) == "600"_eur);
    CHECK(rich.payout.amount({Until::end, Limit::zero}) == "800"_eur);
}

TEST_CASE("the day of the ACI itself is no longer before it, and one received that day is not the next") {
    const Headline found = headline(spring(), "2026-01-01"_d, "2026-04-30"_d);
    CHECK_FALSE(found.payout.next_aci);
    CHECK(found.payout.amount({Until::next_aci, Limit::zero}) == "1200"_eur);
    CHECK(headline(spring(), "2026-01-01"_d, "2026-04-29"_d).payout.next_aci == "2026-04-30"_d);
}

TEST_CASE("what falls due with the ACI does not lower what can be paid out before it") {
    // 1,000.00 until the evening of 29 April; on the 30th 10.00 come and 900.00 go.
    const Budget budget = budget_of(
        "[bank]\nopening = 1000\ndate = 2026-01-01\n[[aci.year]]\nyear = 2026\nadvance = { notified = 10 }\n"
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\namount = 900\ndate = 2026-04-30\n");
    CHECK(headline(budget).payout.amount({Until::next_aci, Limit::zero}) == "1000"_eur);
    CHECK(headline(budget).payout.amount({Until::end, Limit::floor}) == "110"_eur);
}

TEST_CASE("a day to pay out beyond the view is looked at on that day") {
    const Headline found = headline(spring(), "2026-01-01"_d, "2026-08-01"_d);
    // 1,200.00 - 300.00 on 5 July.
    CHECK(found.payout.amount({Until::end, Limit::floor}) == "700"_eur);
}

TEST_CASE("an account that opens later has nothing to pay out before it does") {
    // `a` holds 1,000.00 - 6 x 50.00 = 700.00 at the end of June at the least; `b` opens on 1 May with 5,000.00.
    const auto found = [](const char* floor_of_b, Date day) {
        return headline(
            budget_of("bank = [{ id = \"a\", opening = 1000, date = 2026-01-01 }, { id = \"b\", opening = 5000, "
                      "date = 2026-05-01, floor = " +
                      std::string(floor_of_b) +
                      " }]\n[[expense]]\nid = \"x\"\ncategory = \"rent\"\nbank = \"a\"\namount = 50\n"
                      "every = \"month\"\nday = 5\n"),
            "2026-01-01"_d, day);
    };
    CHECK(found("0", "2026-01-01"_d).payout.amount({Until::end, Limit::floor}) == "700"_eur);
    CHECK(found("0", "2026-04-30"_d).payout.amount({Until::end, Limit::zero}) == "700"_eur);
    // On the day that it opens it can spare all above its floor: 700.00 + 5,000.00 - 1,000.00, 5,700.00 above zero.
    CHECK(found("1000", "2026-05-01"_d).payout.amount({Until::end, Limit::floor}) == "4700"_eur);
    CHECK(found("1000", "2026-05-01"_d).payout.amount({Until::end, Limit::zero}) == "5700"_eur);
    // With a floor of 6,000.00 it is below it from its first day: no amount leaves every evening above the floors.
    CHECK(found("6000", "2026-01-01"_d).payout.amount({Until::end, Limit::floor}) == Money());
    CHECK(found("6000", "2026-01-01"_d).payout.amount({Until::end, Limit::zero}) == "700"_eur);
}

TEST_CASE("the fifth line is what comes in, what goes out, and how long the money lasts") {
    const Headline found = headline(spring());
    CHECK(found.opening == "1000"_eur);
    CHECK(found.receipts == "2000"_eur);
    CHECK(found.payments == "-1800"_eur);
    CHECK(found.closing == "1200"_eur);
    // 2 January to 1 April: 900.00 in 90 days, 10.00 a day; 1,000.00 last 100.0 days.
    CHECK(found.cash_days_tenths == 1000);
    CHECK(found.as_of_closing == "1000"_eur);
    // On 5 January 700.00 are left; 6 January to 5 April has 900.00 again: 70.0 days.
    CHECK(headline(spring(), "2026-01-05"_d).cash_days_tenths == 700);
}

TEST_CASE("days of cash are cut off to the tenth and absent without payments or money") {
    const auto days = [](const std::string& keys, const char* opening) {
        const Budget budget =
            budget_of("[bank]\nopening = " + std::string(opening) + "\ndate = 2026-01-01\n" +
                      (keys.empty() ? "" : "[[expense]]\nid = \"x\"\ncategory = \"rent\"\n" + keys + "\n"));
        return headline(budget).cash_days_tenths;
    };
    // 1,000.00 x 90 / 700.00 = 128.57… days
    CHECK(days("amount = 700\ndate = 2026-04-01", "1000") == 1285);
    CHECK_FALSE(days("amount = 700\ndate = 2026-04-02", "1000"));  // the 91st day
    CHECK_FALSE(days("amount = 700\ndate = 2026-01-01", "1000"));  // the as-of day itself
    CHECK_FALSE(days("", "1000"));
    CHECK_FALSE(days("amount = 700\ndate = 2026-04-01", "-1"));
    CHECK(days("amount = 700\ndate = 2026-04-01", "0") == 0);
}

TEST_CASE("days of cash count from the day after the as-of day, money within the entity too") {
    const Budget budget = budget_of(
        "bank = [{ id = \"a\", opening = 100, date = 2026-01-01 }, { id = \"b\", opening = 50, date = 2026-01-01 }]\n"
        "[[transfer]]\nid = \"t\"\nbank = \"a\"\npaid_to = \"b\"\namount = 40\ndate = 2026-01-10\n"
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\nbank = \"b\"\namount = 90\ndate = 2026-01-11\n");
    // 90.00 leave in the 90 days after 10 January, 1.00 a day: 150.00 last 150.0 days. The transfer of the 10th is
    // neither paid nor cancelled in them.
    CHECK(headline(budget, "2026-01-10"_d).cash_days_tenths == 1500);
    // From the 9th the transfer is among them, and goes nowhere.
    CHECK(headline(budget, "2026-01-09"_d).cash_days_tenths == 1500);
    // On the 11th 60.00 are left and nothing leaves any more.
    CHECK_FALSE(headline(budget, "2026-01-11"_d).cash_days_tenths);
}

TEST_CASE("the low without uncertain money is shown beside the plan's") {
    const Budget budget = spring(
        "[[income]]\nid = \"gift\"\ncategory = \"other-income\"\namount = 500\ndate = 2026-03-01\nstate = "
        "\"assumed\"\n");
    const Headline found = headline(budget);
    CHECK(found.uncertain);
    // 100.00 + 500.00 - 300.00 from 5 April on; 700.00 from 5 January to the end of January is more.
    CHECK(told(found.plan.lowest) == "300.00 2026-04-05");
    CHECK(told(found.certain) == "-200.00 2026-04-05");
}

TEST_CASE("with several banks amounts are of their sum, and a day is short when one of them is") {
    const Budget budget = budget_of(
        "bank = [{ id = \"a\", opening = 100, date = 2026-01-01, floor = 30 }, "
        "{ id = \"b\", opening = 50, date = 2026-01-01, floor = 20 }]\n"
        "[[transfer]]\nid = \"t\"\nbank = \"a\"\npaid_to = \"b\"\namount = 80\ndate = 2026-02-01\n"
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\nbank = \"b\"\namount = 9\ndate = 2026-02-10\n");
    const Headline found = headline(budget);
    CHECK(told(found.plan.lowest) == "141.00 2026-02-10");
    REQUIRE(found.plan.below_floor.size() == 1);
    CHECK(found.plan.below_floor[0].first == "2026-02-01"_d);  // a: 20.00 of 30.00
    CHECK(found.plan.overdrawn.empty());
    // The one goes below its floor by itself, so nothing can be spared above the floors; above zero 20 and 50.
    CHECK(found.payout.amount({Until::end, Limit::floor}) == Money());
    CHECK(found.payout.amount({Until::next_aci, Limit::zero}) == "70"_eur);
    CHECK(found.payments == "-9"_eur);
    // The transfer goes nowhere: 150.00 x 90 / 9.00.
    CHECK(found.cash_days_tenths == 15000);
    CHECK_FALSE(found.awaits_aci);
    // The worst account is `a`: 20.00 is 10.00 below its floor; `b` ends at 121.00, 30.00 above its own at the least.
    CHECK(found.plan.worst.bank == 0);
    CHECK(told(found.plan.worst.low) == "20.00 2026-02-01");
    CHECK(found.plan.banks_below_floor == std::vector<BankIndex>{0});
    CHECK(found.plan.banks_overdrawn.empty());
}

TEST_CASE("the worst account is one overdrawn, then one below its floor; then the one with the least margin") {
    // Each account holds what it opens with: one account of each kind.
    const auto worst = [](const std::string& banks) {
        const Budget budget = budget_of("bank = [" + banks + "]\n");
        const AccountLow found = headline(budget).plan.worst;
        return budget.banks[found.bank].id + ' ' + plain(found.low.amount);
    };
    const std::string rich = "{ id = \"rich\", opening = 900, date = 2026-01-01 }";
    const std::string poor = "{ id = \"poor\", opening = 100, date = 2026-01-01, floor = 50 }";        // 50 above
    const std::string below = "{ id = \"below\", opening = 2000, date = 2026-01-01, floor = 10000 }";  // 8,000 below
    const std::string red = "{ id = \"red\", opening = -5, date = 2026-01-01 }";                       // 5 beyond
    const std::string agreed = "{ id = \"agreed\", opening = -300, date = 2026-01-01, overdraft = 500 }";  // 200 left
    CHECK(worst(rich) == "rich 900.00");
    CHECK(worst(rich + ", " + poor) == "poor 100.00");
    CHECK(worst(poor + ", " + below) == "below 2000.00");
    CHECK(worst(below + ", " + agreed) == "agreed -300.00");
    CHECK(worst(agreed + ", " + red + ", " + below) == "red -5.00");
    CHECK(worst(rich + ", { id = \"twin\", opening = 900, date = 2026-01-01 }") == "rich 900.00");
    // One that opens after the days shown holds nothing yet, and is not looked at.
    CHECK(worst("{ id = \"later\", opening = -1, date = 2027-01-01 }, " + rich) == "rich 900.00");
}

TEST_CASE("one account of several is looked at alone, and what it pays the others has left it") {
    const Budget budget = budget_of(
        "bank = [{ id = \"a\", opening = 100, date = 2026-01-01 }, { id = \"b\", opening = 50, date = 2026-01-01 }]\n"
        "[[transfer]]\nid = \"t\"\nbank = \"a\"\npaid_to = \"b\"\namount = 80\ndate = 2026-02-01\n"
        "[[aci.year]]\nyear = 2026\nadvance = { notified = 2000 }\n");
    HeadlineOptions options = headline_options({"2026-01-01"_d, "2026-06-30"_d}, "2026-01-01"_d, "2026-01-01"_d);
    const auto of = [&](const char* bank) {
        options.selection.bank = budget.bank(bank);
        return headlines({budget, Law()}, projected(budget, "2026-12-31"_d), options).at(0);
    };
    CHECK(told(of("a").plan.lowest) == "20.00 2026-02-01");
    CHECK(of("a").payments == "-80"_eur);
    CHECK(of("a").payout.next_aci == "2026-04-30"_d);
    CHECK(told(of("b").plan.lowest) == "50.00 2026-01-01");
    CHECK(of("b").receipts == "80"_eur);
    CHECK_FALSE(of("b").payout.next_aci);  // it comes to the other account
    CHECK_FALSE(of("b").awaits_aci);
    options.selection = {.entity = 0, .bank = {}};
    CHECK(headlines({budget, Law()}, projected(budget, "2026-12-31"_d), options).at(0).payments == Money());
}

TEST_CASE("what another entity pays is as sure for the receiver as its state says, and gone for the payer") {
    // The SCM has 700.00, gets 1,500.00 that nobody has notified on 5 January, and owes 1,500.00 on 1 February.
    const Budget budget = budget_of(
        "entity = [{ id = \"sisa\" }, { id = \"scm\" }]\n"
        "bank = [{ id = \"a\", entity = \"sisa\", opening = 1600, date = 2026-01-01 }, "
        "{ id = \"b\", entity = \"scm\", opening = 700, date = 2026-01-01 }]\n"
        "[[expense]]\nid = \"share\"\ncategory = \"rent\"\nentity = \"sisa\"\npaid_to = \"scm\"\namount = 1500\n"
        "date = 2026-01-05\nstate = \"assumed\"\n"
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\nentity = \"scm\"\namount = 1500\ndate = 2026-02-01\n");
    const HeadlineOptions options = headline_options({"2026-01-01"_d, "2026-06-30"_d}, "2026-01-01"_d, "2026-01-01"_d);
    const std::vector<Headline> found =
        headlines({budget, Law()}, projected(budget, horizon({budget, Law()}, options)), options);
    CHECK(told(found.at(0).plan.lowest) == "100.00 2026-01-05");
    CHECK(told(found.at(0).certain) == "100.00 2026-01-05");
    CHECK(told(found.at(1).plan.lowest) == "700.00 2026-01-01");
    CHECK(told(found.at(1).certain) == "-800.00 2026-02-01");
}

TEST_CASE("a transfer on its way at the end of the days shown is neither a receipt nor a payment") {
    const Budget budget = budget_of(
        "bank = [{ id = \"a\", opening = 1000, date = 2026-01-01 }, { id = \"b\", opening = 0, date = 2026-01-01 }]\n"
        "[[transfer]]\nid = \"t\"\nbank = \"a\"\npaid_to = \"b\"\namount = 80\nevery = \"month\"\nday = \"last\"\n"
        "from = \"2026-01\"\narrives = \"1 day\"\n"
        "[[expense]]\nid = \"x\"\ncategory = \"rent\"\nbank = \"a\"\namount = 9\ndate = 2026-02-10\n");
    const auto total = [&](const char* first, const char* last) {
        const HeadlineOptions options =
            headline_options({*parse_date(first), *parse_date(last)}, "2026-01-01"_d, "2026-01-01"_d);
        const Headline found =
            headlines({budget, Law()}, projected(budget, horizon({budget, Law()}, options)), options).at(0);
        return plain(found.opening) + " " + plain(found.receipts) + " " + plain(found.payments) + " " +
               plain(found.in_transit) + " = " + plain(found.closing);
    };
    CHECK(total("2026-01-01", "2026-02-28") == "1000.00 0.00 -9.00 -80.00 = 911.00");
    CHECK(total("2026-02-01", "2026-02-27") == "920.00 0.00 -9.00 80.00 = 991.00");
    CHECK(total("2026-02-01", "2026-02-28") == "920.00 0.00 -9.00 0.00 = 911.00");
}

TEST_CASE("a projection must reach the view's end, the day to pay out, and 90 days after the as-of day") {
    const Budget budget = budget_of("[bank]\nopening = 1000\ndate = 2026-01-01\n");
    const Period view = {"2026-01-01"_d, "2026-06-30"_d};
    HeadlineOptions options = headline_options(view, "2026-01-01"_d, "2026-01-01"_d);
    CHECK(horizon({budget, Law()}, options) == "2026-06-30"_d);
    options.distributable = "2026-09-01"_d;
    CHECK(horizon({budget, Law()}, options) == "2026-09-01"_d);
    options.as_of = "2026-06-30"_d;
    CHECK(horizon({budget, Law()}, options) == "2026-09-28"_d);  // 31 + 31 + 28
    options.watch_until = "2026-12-31"_d;
    CHECK(horizon({budget, Law()}, options) == "2026-12-31"_d);
}

TEST_CASE("the next ACI is that of the budget, however few days are shown") {
    // Shown are January and February; the ACI comes on 30 April, after evenings of 700.00, 400.00, 100.00, -200.00.
    // With another 500.00 the least before it is 300.00; 2½ months late it comes on 15 July, and 5 July has 1,500.00 -
    // 7 x 300.00.
    const Budget budget =
        spring("[[income]]\nid = \"gift\"\ncategory = \"other-income\"\namount = 500\ndate = 2026-01-01\n");
    HeadlineOptions options = headline_options({"2026-01-01"_d, "2026-02-28"_d}, "2026-01-01"_d, "2026-01-01"_d);
    CHECK(horizon({budget, Law()}, options) == "2026-04-29"_d);
    const auto found = [&] {
        return headlines({budget, Law()}, projected(budget, horizon({budget, Law()}, options)), options).at(0);
    };
    const Headline headline = found();
    CHECK(headline.payout.next_aci == "2026-04-30"_d);
    CHECK(headline.payout.amount({Until::next_aci, Limit::zero}) == "300"_eur);
    CHECK(headline.payout.amount({Until::end, Limit::floor}) ==
          "700"_eur);  // 900.00 on 5 February, above the floor of 200.00
    CHECK(headline.awaits_aci);
    CHECK(headline.late_until == "2026-07-14"_d);
    CHECK(told(headline.late.lowest) == "-600.00 2026-07-05");
    // Alerts that look further change nothing of it.
    options.watch_until = "2027-12-31"_d;
    CHECK(found().late_until == headline.late_until);
    CHECK(told(found().late.lowest) == "-600.00 2026-07-05");
    CHECK(found().payout.amount({Until::end, Limit::floor}) == headline.payout.amount({Until::end, Limit::floor}));
    CHECK(found().cash_days_tenths == headline.cash_days_tenths);
}

TEST_CASE("the median MSP is overdrawn in April and could pay out 5,017.18 at the end of December") {
    // The figures of the median budget, worked out by hand beforehand: lowest on 15 April, and on 5 July if the ACI is
    // two and a half months late.
    const Reading reading = read_file(MSP_EXAMPLES "msp-mediane.toml");
    REQUIRE(reading.budget);
    const HeadlineOptions options = headline_options({"2026-01-01"_d, "2026-12-31"_d}, "2026-01-01"_d, "2026-12-31"_d);
    const Headline found =
        headlines({*reading.budget, Law()}, projected(*reading.budget, "2027-12-31"_d), options).at(0);
    CHECK(told(found.plan.lowest) == "-3436.94 2026-04-15");
    CHECK(found.late.lowest.amount == "-22932.94"_eur);
    CHECK(found.late.lowest.date == "2026-07-05"_d);
    CHECK(found.payout.amount({Until::next_aci, Limit::zero}) == "5017.18"_eur);
    CHECK(found.payout.next_aci == "2027-04-28"_d);
}
