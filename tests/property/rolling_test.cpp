// SPDX-License-Identifier: MIT
// Whatever a budget plans and its books hold: the accounts of the evening on which they end are those of the books, all
// their money is told once, of each due amount what came and what is open make it, and what is planned from then on is
// what is open and what was not due yet.
#include <msp/actuals/rolling.hpp>
#include <msp/cash/projection.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>
#include <map>
#include <set>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/ledgers.hpp>
#include <utility>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// Few days and amounts, so that they meet.
std::string any_day(int last_month) {
    const int month = *rc::gen::inRange(1, last_month + 1);
    const int day = *rc::gen::element(1, 5, 6, 20, 28);
    return "2026-0" + std::to_string(month) + "-" + (day < 10 ? "0" : "") + std::to_string(day);
}

int any_euros() {
    return *rc::gen::element(20, 50, 95, 100, 105, 150, 200, 300);
}

struct RandomPlan {
    std::string toml = R"(
[[bank]]
id = "courant"
opening = 1000.00
date = 2026-01-01
account = "5121"
overdraft_rate = "10 %"
[[bank]]
id = "livret"
opening = 500.00
date = 2026-01-01
account = "5122"
)";
    Money expenses;
    Money incomes;
    Money transfers;

    RandomPlan() {
        expenses = -line("expense", "rent", "match = [\"613\"]", R"(category = "rent")");
        incomes = line("income", "calls", "match = [\"706\"]", R"(category = "other-income")");
        transfers = line("transfer", "savings", "paid_to = \"livret\"", R"(bank = "courant")");
    }

 private:
    // What it comes to.
    Money line(const std::string& kind, const std::string& id, const std::string& key, const std::string& other) {
        const int count = *rc::gen::inRange(0, 7);
        if (count == 0)
            return {};
        Money all;
        toml += "[[" + kind + "]]\nid = \"" + id + "\"\n" + key + "\n" + other + "\n";
        if (kind != "transfer")
            toml += *rc::gen::element<std::string>("", "overdue = \"20 days\"\n");
        toml += "amounts = [\n";
        for (int i = 0; i < count; ++i) {
            const int euros = any_euros();
            toml += "{ date = " + any_day(9) + ", amount = " + std::to_string(euros) + ".00 },\n";
            all += Money::from_cents(euros * 100);
        }
        toml += "]\n";
        return all;
    }
};

struct RandomBooks {
    std::string text = fec_header();
    std::array<Money, 2> banks = {"1000.00"_eur, "500.00"_eur};
    Money rent;
    Money fees;
    Money other;

    RandomBooks() {
        add("AN", "2026-01-01", "512100", "101000", 1000);
        add("AN", "2026-01-01", "512200", "101000", 500);
        for (int i = *rc::gen::inRange(1, 12); i > 0; --i)
            move();
    }

 private:
    void move() {
        const int euros = any_euros();
        const Money amount = Money::from_cents(euros * 100);
        const std::size_t bank = *rc::gen::inRange<std::size_t>(0, 2);
        const std::string own = bank == 0 ? "512100" : "512200";
        const bool in = *rc::gen::element(true, false);
        const std::string nature = *rc::gen::element<std::string>("613200", "613200", "706000", "606100", "512");
        const std::string against = nature == "512" ? (bank == 0 ? "512200" : "512100") : nature;
        add("BQ", any_day(6), in ? own : against, in ? against : own, euros);
        const Money signed_amount = in ? amount : -amount;
        banks.at(bank) += signed_amount;
        if (nature == "512")
            banks.at(1 - bank) -= signed_amount;
        else
            (nature == "613200" ? rent : nature == "706000" ? fees : other) += signed_amount;
    }

    void add(const std::string& journal, const std::string& day, const std::string& to, const std::string& from,
             int euros) {
        ++number_;
        BookLine line;
        line.journal = journal;
        line.number = std::to_string(number_);
        line.day = day;
        text += fec_entry(line, to, from, std::int64_t{100} * euros);
    }

    int number_ = 0;
};

}  // namespace

TEST_CASE("property: books and plan make one, and nothing is counted twice") {
    CHECK(rc::check([] {
        const RandomPlan random;
        const RandomBooks books;
        const auto read = ledger_of(books.text);
        const Ledgers ledgers({&*read->ledger});
        const std::array all = {EntityBooks{0, {"books.txt"}, &ledgers}};
        Case of(budget_of(random.toml), shipped_law());
        const Rolling rolling = roll(of, all, {});
        const Date until = rolling.entities.at(0).until;
        const Window year = {"2026-01-01"_d, "2026-12-31"_d};

        const Projection made = project(of, {}, year);
        RC_ASSERT(made.accounts[0].series.on(until) == books.banks[0]);
        RC_ASSERT(made.accounts[1].series.on(until) == books.banks[1]);

        // Of the books, each move once.
        std::map<std::string, Money> came;
        std::set<std::uint32_t> told_moves;
        std::map<std::string, Money> open;
        std::map<std::string, Money> due;
        for (const BecameOf& each : rolling.dues) {
            const std::string& id = of.budget.items[each.planned.item].id;
            came[id] += each.came;
            open[id] += each.open;
            Money of_moves;
            for (const std::uint32_t move : each.moves) {
                RC_ASSERT(told_moves.insert(move).second);
                of_moves += of.booked.moves[move].movement.amount;
            }
            RC_ASSERT(of_moves == each.came);
            if (each.became == Became::unplanned)
                continue;
            due[id] += each.planned.amount;
            RC_ASSERT(each.open == Money() || each.open + each.came == each.planned.amount);
            RC_ASSERT(each.open == Money() || each.expected > until);
        }
        RC_ASSERT(came["rent"] + came["calls"] + came["booked.payments"] + came["booked.receipts"] ==
                  books.rent + books.fees + books.other);

        // What is to come: what is open, and what was planned and is not told of.
        std::map<std::string, Money> to_come;
        (void)movements(of, {}, year, [&](const Movement& each) {
            if (!each.actual)
                to_come[of.budget.items[each.item].id] += each.amount;
        });
        RC_ASSERT(to_come["rent"] == random.expenses - due["rent"] + open["rent"]);
        RC_ASSERT(to_come["calls"] == random.incomes - due["calls"] + open["calls"]);
        RC_ASSERT(to_come["savings"] == Money());

        // Opening, what came and what remains make the end of the year.
        const Landed landed = total_of(rolling, 0);
        RC_ASSERT("1500.00"_eur + landed.landing() ==
                  made.accounts[0].series.on(year.last) + made.accounts[1].series.on(year.last));
    }));
}
