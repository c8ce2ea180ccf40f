// SPDX-License-Identifier: MIT
#include <msp/actuals/comparison.hpp>
#include <msp/actuals/top_gaps.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <utility>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

std::string expense(const std::string& id, const std::string& amount) {
    return "[[expense]]\nid = \"" + id + "\"\ncategory = \"rent\"\namount = " + amount +
           "\nevery = \"month\"\nday = 5\n";
}

ItemIndex item_of(const Budget& budget, std::string_view id) {
    for (std::size_t i = 0; i < budget.items.size(); ++i) {
        if (budget.items[i].id == id)
            return static_cast<ItemIndex>(i);
    }
    return no_item;
}

// What came, on a day, for a line; "" for what no rule takes.
struct Came {
    Date date;
    std::string line;
    Money amount;
};

// January to March 2026.
EntityComparison compared(const HeldLines& lines, const std::vector<Came>& came) {
    EntityComparison comparison(lines, 0);
    for (const Came& each : came) {
        CashMove move;
        move.amount = each.amount;
        move.date = each.date;
        move.item = each.line.empty() ? no_item : item_of(lines.today(), each.line);
        move.kind = each.line.empty() ? CashKind::unmapped : CashKind::mapped;
        comparison.add(0, move);
    }
    comparison.show("2026-03-31"_d, "2026-03-31"_d, Grid::month);
    for (const Movement& planned : movements_between(lines.voted(), "2026-01-01"_d, "2026-12-31"_d)) {
        if (const std::optional<Movement> counted = comparison.voted(planned))
            comparison.add(*counted);
    }
    return comparison;
}

std::string name_of(const ComparedRow& row) {
    return row.line ? row.line->item().id : "?";
}

// "line voted actual gap"
std::string rows_of(EntityComparison& comparison) {
    comparison.show("2026-03-31"_d, "2026-03-31"_d, Grid::year);
    std::string told;
    for (const ComparedRow& row : comparison.rows())
        told += (told.empty() ? "" : ", ") + name_of(row) + ' ' + plain(row.voted) + ' ' + plain(row.actual) + ' ' +
                plain(row.gap);
    return told;
}

// "line gap=timing+amount month in_month"
std::string top_of(EntityComparison& comparison) {
    comparison.show("2026-03-31"_d, "2026-03-31"_d, Grid::month);
    const std::vector<ComparedRow> by_month = comparison.rows();
    comparison.show("2026-03-31"_d, "2026-03-31"_d, Grid::year);
    std::string told;
    for (const TopGap& gap : top_gaps(comparison.rows(), by_month))
        told += (told.empty() ? "" : ", ") + name_of(gap.row) + ' ' + plain(gap.row.gap) + '=' + plain(gap.row.timing) +
                '+' + plain(gap.row.amount_gap) + ' ' + iso(Month::of(gap.month.first)) + ' ' + plain(gap.in_month);
    return told;
}

}  // namespace

TEST_CASE("what was voted comes from its own budget, by the ids of lines") {
    // In another order, with another amount, and with a line more and one less.
    const Budget today = plan_of(expense("rent", "120.00") + expense("energy", "50.00") + expense("new", "7.00"));
    const Budget voted = plan_of(expense("gone", "9.00") + expense("energy", "40.00") + expense("rent", "100.00"));
    const HeldLines lines(today, voted);
    REQUIRE(lines.only_voted().size() == 1);
    CHECK(voted.items[lines.only_voted().front()].id == "gone");
    REQUIRE(lines.only_today().size() == 1);
    CHECK(today.items[lines.only_today().front()].id == "new");
    EntityComparison comparison =
        compared(lines, {{"2026-01-05"_d, "rent", "-120.00"_eur}, {"2026-02-05"_d, "new", "-7.00"_eur}});
    // Three months of 100.00, 40.00 and 9.00; nothing of the new line.
    CHECK(rows_of(comparison) ==
          "rent -300.00 -120.00 180.00, energy -120.00 0.00 120.00, new 0.00 -7.00 -7.00, gone -27.00 0.00 27.00");
    CHECK(comparison.totals(comparison.rows()).front().voted == "-447.00"_eur);
}

TEST_CASE("the landing stands in the last period, and is what came and what is to come") {
    const Budget budget = plan_of(expense("rent", "100.00") + expense("energy", "50.00"));
    const HeldLines lines(budget, budget);
    EntityComparison comparison =
        compared(lines, {{"2026-01-05"_d, "rent", "-110.00"_eur}, {"2026-02-07"_d, "", "-7.00"_eur}});
    CHECK(!comparison.rows().back().landing);
    CHECK(comparison.landings().empty());
    // Of the rent 110.00 came and 1,100.00 are to come; of energy 600.00. Behind the budget's items stands one that
    // money of no rule was given, and one of its accounts' transfers.
    Budget rolled = budget;
    const auto own = [&rolled](Origin origin) {
        rolled.items.emplace_back().origin = origin;
        return static_cast<ItemIndex>(rolled.items.size() - 1);
    };
    const ItemIndex payments = own(Origin::actual);
    const ItemIndex transfers = own(Origin::transfer);
    Rolling rolling;
    rolling.entities.emplace_back().entity = 0;
    rolling.landings = {{0, 2026, item_of(budget, "rent"), 0, "-1200.00"_eur, "-110.00"_eur, "-1100.00"_eur, {}},
                        {0, 2026, item_of(budget, "energy"), 0, "-600.00"_eur, {}, "-600.00"_eur, {}},
                        {0, 2026, payments, 0, {}, "-7.00"_eur, {}, {}},
                        {0, 2026, transfers, 0, {}, "-9.00"_eur, {}, {}}};
    comparison.lands(rolled, rolling);
    std::string told;
    for (const ComparedRow& row : comparison.rows()) {
        if (row.landing)
            told += iso(Month::of(row.period.first)) + ' ' + name_of(row) + ' ' + plain(*row.landing) + ", ";
    }
    CHECK(told == "2026-03 rent -1210.00, 2026-03 energy -600.00, 2026-03 ? -7.00, ");
    // 12 x 100.00 and 12 x 50.00 were voted.
    const HeldLanding total = EntityComparison::total_of(comparison.landings());
    CHECK(total.voted == "-1800.00"_eur);
    CHECK(total.actual == "-117.00"_eur);
    CHECK(total.remaining == "-1700.00"_eur);
    CHECK(total.landing == "-1817.00"_eur);
    CHECK(total.gap == "-17.00"_eur);
    CHECK(comparison.totals(comparison.rows()).back().landing == "-1817.00"_eur);
}

TEST_CASE("of budgets with one entity each the ids need not be the same, of others they do") {
    const std::string bank = "[[bank]]\nopening = 0\ndate = 2026-01-01\n";
    const Budget one = budget_of("[entity]\nid = \"sisa\"\n" + bank);
    const Budget other = budget_of("[entity]\nid = \"msp\"\n" + bank);
    CHECK(HeldLines(one, other).entity_today(0) == EntityIndex{0});
    const auto two = [](const std::string& first, const std::string& second) {
        const auto entity = [](const std::string& id) {
            return "[[entity]]\nid = \"" + id + "\"\n[[bank]]\nid = \"" + id + "\"\nentity = \"" + id +
                   "\"\nopening = 0\ndate = 2026-01-01\n";
        };
        return budget_of(entity(first) + entity(second));
    };
    const Budget today = two("sisa", "scm");
    const Budget voted = two("scm", "sci");
    CHECK(HeldLines(today, voted).entity_today(0) == EntityIndex{1});
    CHECK(!HeldLines(today, voted).entity_today(1));
}

TEST_CASE("the largest gap comes first, with the month that has most of its larger part") {
    const Budget budget = plan_of(expense("rent", "100.00") + expense("energy", "50.00") + expense("paper", "30.00"));
    const HeldLines lines(budget, budget);
    // January's rent comes in February, and 10.00 dearer: the amount is of February, though its gap is -110.00.
    // Energy costs 5.00 more, then 60.00 more: 65.00, mostly of March. Paper for April comes in March: timing.
    EntityComparison comparison = compared(lines, {{"2026-02-03"_d, "rent", "-110.00"_eur},
                                                   {"2026-02-05"_d, "rent", "-100.00"_eur},
                                                   {"2026-03-05"_d, "rent", "-100.00"_eur},
                                                   {"2026-01-05"_d, "energy", "-50.00"_eur},
                                                   {"2026-02-05"_d, "energy", "-55.00"_eur},
                                                   {"2026-03-05"_d, "energy", "-110.00"_eur},
                                                   {"2026-01-05"_d, "paper", "-30.00"_eur},
                                                   {"2026-02-05"_d, "paper", "-30.00"_eur},
                                                   {"2026-03-05"_d, "paper", "-30.00"_eur},
                                                   {"2026-03-30"_d, "paper", "-30.00"_eur},
                                                   {"2026-02-10"_d, "", "20.00"_eur}});
    CHECK(top_of(comparison) ==
          "energy -65.00=0.00+-65.00 2026-03 -60.00, paper -30.00=-30.00+0.00 2026-03 -30.00, "
          "? 20.00=0.00+20.00 2026-02 20.00, rent -10.00=0.00+-10.00 2026-02 -10.00");
}

TEST_CASE("of equal gaps the first comes first, and what comes as voted is none") {
    const Budget budget = plan_of(expense("rent", "100.00") + expense("energy", "50.00") + expense("paper", "30.00"));
    const HeldLines lines(budget, budget);
    std::vector<Came> came;
    for (const char* day : {"2026-01-05", "2026-02-05", "2026-03-05"}) {
        const Date date = parse_date(day).value();
        came.push_back({date, "rent", "-101.00"_eur});
        came.push_back({date, "energy", "-51.00"_eur});
        came.push_back({date, "paper", "-30.00"_eur});
    }
    EntityComparison comparison = compared(lines, came);
    CHECK(top_of(comparison) == "rent -3.00=0.00+-3.00 2026-01 -1.00, energy -3.00=0.00+-3.00 2026-01 -1.00");
}

TEST_CASE("payments of one day are held against what is due one by one") {
    // Twice the rent on each of its days: the second one is never planned, and is amount in each month.
    const Budget budget = plan_of(expense("rent", "100.00"));
    const HeldLines lines(budget, budget);
    std::vector<Came> came;
    for (unsigned month = 1; month <= 12; ++month) {
        const Date day = Month(2026, month).day(5);
        came.push_back({day, "rent", "-100.00"_eur});
        came.push_back({day, "rent", "-100.00"_eur});
    }
    EntityComparison comparison = compared(lines, came);
    comparison.show("2026-12-31"_d, "2026-12-31"_d, Grid::month);
    CHECK(comparison.rows().size() == 12);
    for (const ComparedRow& row : comparison.rows()) {
        CHECK(row.timing == Money());
        CHECK(row.amount_gap == "-100.00"_eur);
        CHECK(comparison.timing_of(row).empty());
    }
}
