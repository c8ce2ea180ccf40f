// SPDX-License-Identifier: MIT
// Whatever a budget plans and its books hold: the accounts of the evening on which they end are those of the books, all
// their money is told once, of each due amount what came and what is open make it, and what is planned from then on is
// what is open and what was not due yet.
#include <msp/actuals/booked_charges.hpp>
#include <msp/actuals/bridge.hpp>
#include <msp/actuals/rolling.hpp>
#include <msp/cash/projection.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>
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
    std::string toml = bank_text("courant", "1000.00", "account = \"5121\"\noverdraft_rate = \"10 %\"\n") +
                       bank_text("livret", "500.00", "account = \"5122\"\n");
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

namespace {

// A plan and its books, rolled up to a day.
struct RolledHere {
    std::unique_ptr<ReadLedger> read;
    Ledgers ledgers;
    std::array<EntityBooks, 1> books;
    Case of;
    Rolling rolling;
    BookedCash booked;

    RolledHere(const std::string& toml, const std::string& text, std::optional<Date> as_of)
        : read(ledger_of(text)),
          ledgers({&*read->ledger}),
          books({EntityBooks{0, {"books.txt"}, &ledgers}}),
          of(budget_of(toml), shipped_law()) {
        const Budget plain = of.budget;
        rolling = roll(of, books, as_of);
        if (!rolling.entities.empty())
            (void)cash_of(plain, 0, ledgers, rolling.entities[0].until,
                          [this](std::size_t, const CashMove& move) { booked.add(move); });
    }

    [[nodiscard]] ArchivedEntity kept() const {
        const Date made = rolling.entities.at(0).until;
        const Date last = last_kept_day(of.budget, 0, made);
        std::vector<Movement> planned;
        (void)project(of, {}, {made + 1, last}, [&](const Movement& movement) { planned.push_back(movement); });
        return archived(of.budget, 0, booked, made, balance_of(rolling, of.budget, 0), last, planned);
    }
};

}  // namespace

TEST_CASE("property: causes come to the change of a forecast") {
    CHECK(rc::check([] {
        const RandomPlan random;
        const RandomBooks books;
        const RolledHere now(random.toml, books.text, {});
        const Date until = now.rolling.entities.at(0).until;
        const Date made = until - *rc::gen::inRange(0, 120);
        const RolledHere then(random.toml, books.text, made);
        if (then.rolling.entities.empty())
            return;
        const bool same = *rc::gen::arbitrary<bool>();
        const RandomPlan other_plan;
        const RandomBooks other_books;
        const RolledHere other(other_plan.toml, other_books.text, made);
        if (!same && other.rolling.entities.empty())
            return;
        const ArchivedEntity earlier = same ? then.kept() : other.kept();
        const RolledHere between(random.toml, books.text, earlier.made);
        if (between.rolling.entities.empty() || earlier.last <= until)
            return;
        const Bridge found = bridge(earlier, between.of, now.of, now.rolling, 0, now.booked);
        Money closing = found.closing_before.amount;
        Money lowest = found.lowest_before.amount + found.other_day();
        for (const BridgeRow& row : found.rows) {
            closing += row.closing;
            lowest += row.lowest;
            // The same budget and books differ by what happened since alone.
            RC_ASSERT(!same || (row.cause != ChangeCause::books && row.cause != ChangeCause::budget));
        }
        RC_ASSERT(closing == found.closing.amount);
        RC_ASSERT(lowest == found.lowest.amount);
        // Both ends are those of the two forecasts.
        const Projection made_now = project(now.of, {}, {"2026-01-01"_d, found.closing.date});
        const auto evening = [&](Date day) {
            return made_now.accounts[0].series.on(day) + made_now.accounts[1].series.on(day);
        };
        RC_ASSERT(evening(found.closing.date) == found.closing.amount);
        RC_ASSERT(evening(found.lowest.date) == found.lowest.amount);
        if (found.closing.date == earlier.last)
            RC_ASSERT(found.closing_before.amount == earlier.end);
    }));
}

TEST_CASE("property: what a settlement takes of the books and what it leaves is what they have") {
    CHECK(rc::check([] {
        const RandomBooks books;
        const auto read = ledger_of(books.text);
        const Ledgers ledgers({&*read->ledger});
        const bool accrual = *rc::gen::arbitrary<bool>();
        Budget budget =
            budget_of(std::string("[entity]\n") + (accrual ? "books = \"engagement\"\n" : "") + booked_accounts() +
                      "[[member]]\nid = \"a\"\n" + equal_key_text() +
                      monthly_text("expense", "rent", "rent", "100.00", "shared = \"equal\"\nmatch = [\"613\"]\n") +
                      monthly_text("income", "calls", "other-income", "100.00", "match = [\"706\"]\n"));
        const BookedCharges found = booked_charges(budget, 0, 2026, ledgers);
        Money rows;
        std::map<BookedAs, Money> by_kind;
        for (const BookedCharge& row : found.rows) {
            rows += row.amount;
            by_kind[row.as] += row.amount;
        }
        // The generator's own sums: each entry moves a bank and one other account, or two banks.
        RC_ASSERT(rows == -(books.rent + books.fees + books.other));
        RC_ASSERT(rows == found.all);
        RC_ASSERT(by_kind[BookedAs::spent] == -books.rent);
        RC_ASSERT(by_kind[BookedAs::other] == -books.fees);
        RC_ASSERT(by_kind[BookedAs::unmapped] == -books.other);
        take_booked(budget, found);
        Money spent;
        for (const Spent& each : budget.spent)
            spent += each.amount;
        RC_ASSERT(spent == -books.rent);
    }));
}

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
