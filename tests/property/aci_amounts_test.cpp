// SPDX-License-Identifier: MIT
// Of a year's remuneration, its advance and its balance two make the third, for any amounts and however they are typed.
#include <msp/aci/reckoning.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <tests/support/aci.hpp>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

Money any_amount() {
    return Money::from_cents(*rc::gen::inRange<std::int64_t>(3, 10'000'000));
}

enum class Way { absent, notified, amount, received, in_parts };

// An item typed one way or another; what has come in parts is closed too.
std::string item(const std::string& name, Way way, Money amount, int year) {
    const auto came = [&](Money part, const char* day) {
        return "{ date = " + std::to_string(year) + day + ", amount = " + plain(part) + " }";
    };
    switch (way) {
        case Way::absent:
            return "";
        case Way::notified:
            return name + ".notified = " + plain(amount) + "\n";
        case Way::amount:
            return name + ".amount = " + plain(amount) + "\n";
        case Way::received:
            return name + ".closed = true\n" + name + ".received = " + came(amount, "-04-30") + "\n";
        case Way::in_parts:
            break;
    }
    const Money first = Money::from_cents(amount.cents() / 3);
    return name + ".closed = true\n" + name + ".received = [" + came(first, "-03-02") + ", " +
           came(amount - first, "-05-05") + "]\n";
}

enum class Left : std::uint8_t { nothing, advance, balance, year };

// All three, or two of them.
struct Typed {
    explicit Typed(Left out) : left_out(out) {}

    Left left_out;
    Money advance = any_amount();
    Money balance = any_amount();
    Way advance_way = left_out == Left::advance ? Way::absent : static_cast<Way>(*rc::gen::inRange(1, 5));
    Way balance_way = left_out == Left::balance ? Way::absent : static_cast<Way>(*rc::gen::inRange(1, 5));
    bool whole = left_out != Left::year;
    bool rules = *rc::gen::inRange(0, 2) == 1;

    [[nodiscard]] std::string budget(Money year) const {
        return aci_budget(2024, (whole ? "notified = " + plain(year) + "\n" : "") +
                                    item("advance", advance_way, advance, 2024) +
                                    item("balance", balance_way, balance, 2025) + "patients = 4000\nassociates = 13\n" +
                                    (rules ? std::string(whole_base) : ""));
    }
};

std::string problems(const std::string& text) {
    Reading reading = read(text);
    const AciReckoning aci(*reading.budget, shipped_law());
    check_aci(*reading.budget, aci, std::nullopt, reading.diagnostics);
    check_before_opening(*reading.budget, aci, reading.diagnostics);
    return reading.problems();
}

// What "60000.00 - 20000.00 - 500.00 + 10.00" comes to.
Money value_of(const std::string& basis) {
    Money sum;
    bool minus = false;
    for (std::size_t at = 0; at < basis.size();) {
        const std::size_t end = std::min(basis.find(' ', at), basis.size());
        const std::string word = basis.substr(at, end - at);
        at = end + 1;
        if (word == "-" || word == "+") {
            minus = word == "-";
            continue;
        }
        std::string digits = word;
        digits.erase(digits.size() - 3, 1);
        const Money amount = Money::from_cents(std::stoll(digits));
        sum += minus ? -amount : amount;
    }
    return sum;
}

}  // namespace

TEST_CASE("two of the three make the third, in the schedule as in what it comes to") {
    CHECK(rc::check([] {
        const Typed typed(static_cast<Left>(*rc::gen::inRange(0, 4)));
        const std::string text = typed.budget(typed.advance + typed.balance);
        RC_ASSERT(problems(text).empty());
        const AciSchedule schedule = schedule_of(budget_of(text));
        Money advance;
        Money balance;
        for (const AciDue& due : schedule.dues)
            (due.kind == Part::advance ? advance : balance) += due.amount;
        RC_ASSERT(advance == typed.advance);
        RC_ASSERT(balance == typed.balance);
        const AciSettlement& settled = schedule.years.at(0);
        RC_ASSERT(settled.advance.amount == typed.advance);
        RC_ASSERT(settled.balance.amount == typed.balance);
        RC_ASSERT(settled.total == typed.advance + typed.balance);
        RC_ASSERT(settled.from_parts == !typed.whole);
    }));
}

TEST_CASE("three that do not add up are never taken in silence") {
    CHECK(rc::check([] {
        const Typed typed(Left::nothing);
        const Money apart = Money::from_cents(*rc::gen::element<std::int64_t>(-1, 1, 100, 12'345));
        const Money year = typed.advance + typed.balance + apart;
        RC_PRE(year > Money());
        RC_ASSERT(!problems(typed.budget(year)).empty());
    }));
}

TEST_CASE("a rest's basis makes the amount beside it") {
    CHECK(rc::check([] {
        const Money year = any_amount();
        const Money advance = any_amount();
        const Money came = any_amount();
        const Money back = any_amount();
        const bool recovered = *rc::gen::inRange(0, 2) == 1;
        const std::string text = aci_budget(
            2024,
            "notified = " + plain(year) + "\nadvance = { received = { date = 2024-04-30, amount = " + plain(advance) +
                " } }\nbalance = { received = { date = 2025-04-02, amount = " + plain(came) + " }" +
                (recovered ? ", recovery = { date = 2025-09-01, by = \"offset\", amount = " + plain(back) + " }" : "") +
                " }\n");
        for (const AciDue& due : schedule_of(budget_of(text)).dues) {
            if (due.basis != "typed")
                RC_ASSERT(value_of(due.basis) == due.amount);
        }
    }));
}
