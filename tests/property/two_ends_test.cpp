// SPDX-License-Identifier: MIT
// Whatever an entity has paid another, early, late, in part or without being due: what one of them pays in all the
// other receives, whichever of them has books. Where both have, nothing is told twice or lost, and no money comes of
// them but what one of them has and the other, which knows the day, has not.
#include <msp/actuals/rolling.hpp>
#include <msp/cash/projection.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/ledgers.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// Of a rent that arrives so many days after it is paid.
std::string rent_of_two(int days) {
    std::string toml = R"(
[[entity]]
id = "tenant"
[[entity]]
id = "owner"
[[bank]]
id = "current"
entity = "tenant"
opening = 1000.00
date = 2026-01-01
[[bank]]
id = "house"
entity = "owner"
opening = 500.00
date = 2026-01-01
[[map]]
line = "rent"
entity = "owner"
account = "708"
[[expense]]
id = "rent"
bank = "current"
paid_to = "house"
category = "rent"
match = ["613"]
)";
    if (days > 0)
        toml += "arrives = \"" + std::to_string(days) + " days\"\n";
    toml += *rc::gen::element<std::string>("", "overdue = \"20 days\"\n", "state = \"called\"\n");
    toml += "amounts = [\n";
    for (int left = *rc::gen::inRange(1, 7); left > 0; --left)
        toml += "{ date = 2026-0" + std::to_string(*rc::gen::inRange(1, 10)) + "-0" +
                std::to_string(*rc::gen::inRange(1, 9)) +
                ", amount = " + std::to_string(*rc::gen::element(50, 95, 100, 200)) + ".00 },\n";
    return toml + "]\n";
}

// The books of both, of rents that were paid: by the end of its books each has those that it has not forgotten, maybe
// with another amount; by side, the payer's first.
struct BooksOfTwo {
    std::array<std::string, 2> text = {fec_header(), fec_header()};
    std::array<Date, 2> until;
    std::array<Money, 2> moved;  // of all entries
    std::array<Money, 2> rents;  // as the account has them
    std::array<Money, 2> alone;  // what only one has though the other knows the day

    explicit BooksOfTwo(int between) {
        for (std::size_t side = 0; side < 2; ++side) {
            until.at(side) = "2026-01-20"_d + *rc::gen::inRange(0, 200);
            // No rule takes it: the last entry of the books.
            add(side, until.at(side), "606100", -100);
        }
        for (int left = *rc::gen::inRange(1, 9); left > 0; --left)
            pay(between);
    }

 private:
    void pay(int between) {
        const Date day = "2026-01-01"_d + *rc::gen::inRange(0, 240);
        std::array<Date, 2> both = {day, day + *rc::gen::element(between, 0, 1, 4)};
        // By the end of the books each knows what the plan says that it does.
        if ((both[0] <= until[0]) != (both[1] - between <= until[0]) ||
            (both[1] <= until[1]) != (both[0] + between <= until[1]))
            both[1] = day + between;
        const std::int64_t cents = std::int64_t{100} * *rc::gen::element(50, 95, 99, 100, 150, 200) *
                                   *rc::gen::element(1, 1, 1, 1, 1, 1, 1, 1, -1);
        std::array<std::int64_t, 2> booked = {cents, cents};
        const int forgotten = *rc::gen::inRange(0, 10);
        if (forgotten < 2)
            booked.at(static_cast<std::size_t>(forgotten)) = 0;
        else if (forgotten == 2)
            booked[1] = cents + 1000;
        for (std::size_t side = 0; side < 2; ++side) {
            if (booked.at(side) != 0 && both.at(side) <= until.at(side))
                add(side, both.at(side), side == 0 ? "613200" : "708300", side == 0 ? -booked[0] : booked[1]);
            // What the other, which knows the day, has less of or nothing: as it is where it arrives.
            if (both[0] <= until[0] && both[1] <= until[1])
                alone.at(side) += std::max(Money(), Money::from_cents(booked.at(side) - booked.at(1 - side)));
        }
    }

    // What the bank gets.
    void add(std::size_t side, Date day, const std::string& account, std::int64_t cents) {
        BookLine line;
        line.number = std::to_string(++number_);
        line.day = iso(day);
        text.at(side) += fec_entry(line, "512000", account, cents);
        moved.at(side) += Money::from_cents(cents);
        if (account != "606100")
            rents.at(side) += Money::from_cents(cents);
    }

    int number_ = 0;
};

}  // namespace

TEST_CASE("property: what one entity pays in all is what the other receives, whichever has books") {
    CHECK(rc::check([] {
        const std::string toml = rent_of_two(*rc::gen::element(0, 3));
        const bool of_payer = *rc::gen::arbitrary<bool>();
        std::string text = fec_header();
        for (int left = *rc::gen::inRange(1, 8); left > 0; --left) {
            BookLine line;
            line.number = std::to_string(left);
            line.day = "20260" + std::to_string(*rc::gen::inRange(1, 7)) + std::to_string(*rc::gen::inRange(10, 29));
            const std::string nature = *rc::gen::element<std::string>("rent", "rent", "rent", "606100");
            const std::string account = nature != "rent" ? nature : of_payer ? "613200" : "708300";
            const bool in = of_payer == (*rc::gen::inRange(0, 10) == 0);  // a refund now and then
            text += fec_entry(line, in ? "512000" : account, in ? account : "512000",
                              std::int64_t{100} * *rc::gen::element(50, 95, 99, 100, 150, 200));
        }
        const auto read = ledger_of(text);
        const Ledgers ledgers({&*read->ledger});
        const std::array all = {EntityBooks{static_cast<EntityIndex>(of_payer ? 0 : 1), {"books.txt"}, &ledgers}};
        Case of(budget_of(toml), shipped_law());
        (void)roll(of, all, {});
        std::array<Money, 2> ends;
        (void)movements(of, {}, {"2025-12-01"_d, "2027-12-31"_d}, [&](const Movement& each) {
            if (of.budget.items[each.item].id == "rent")
                ends.at(each.bank) += each.amount;
        });
        RC_ASSERT(ends[0] + ends[1] == Money());
    }));
}

TEST_CASE("property: where both entities have books, nothing is told twice or lost, and no money is made") {
    CHECK(rc::check([] {
        const int between = *rc::gen::element(0, 3);
        const std::string toml = rent_of_two(between);
        const BooksOfTwo books(between);
        RC_LOG() << toml << books.text[0] << books.text[1];
        const std::array read = {ledger_of(books.text[0]), ledger_of(books.text[1])};
        const std::array ledgers = {Ledgers({&*read[0]->ledger}), Ledgers({&*read[1]->ledger})};
        const std::array all = {EntityBooks{0, {"tenant.txt"}, &ledgers[0]},
                                EntityBooks{1, {"owner.txt"}, &ledgers[1]}};
        Case of(budget_of(toml), shipped_law());
        const Window days = {"2025-12-01"_d, "2027-12-31"_d};
        const Rolling rolling = roll(of, all, {});

        const Projection made = project(of, {}, days);
        const std::array openings = {"1000.00"_eur, "500.00"_eur};
        for (std::size_t side = 0; side < 2; ++side)
            RC_ASSERT(made.accounts.at(side).series.on(books.until.at(side)) ==
                      openings.at(side) + books.moved.at(side));

        // Each move of the books once, by its own entity; what is told to it by the other is to come.
        std::array<Money, 2> came;
        std::set<std::uint32_t> moves;
        for (const BecameOf& each : rolling.dues) {
            const BankIndex side = each.planned.bank;
            came.at(side) += each.came;
            RC_ASSERT(each.open == Money() || each.expected > books.until.at(side));
            for (const std::uint32_t move : each.moves)
                RC_ASSERT(moves.insert(move).second);
        }
        std::array<Money, 2> ends;
        std::array<Money, 2> actual;
        (void)movements(of, {}, days, [&](const Movement& each) {
            if (of.budget.items[each.item].id != "rent")
                return;
            ends.at(each.bank) += each.amount;
            if (each.actual)
                actual.at(each.bank) += each.amount;
        });
        for (std::size_t side = 0; side < 2; ++side) {
            RC_ASSERT(came.at(side) == books.moved.at(side));
            RC_ASSERT(actual.at(side) == books.rents.at(side));
        }

        RC_ASSERT(ends[0] + ends[1] <= books.alone[1]);
        RC_ASSERT(-books.alone[0] <= ends[0] + ends[1]);
    }));
}
