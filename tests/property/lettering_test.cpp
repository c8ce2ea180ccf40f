// SPDX-License-Identifier: MIT
// Whatever codes the software takes again, and wherever the books are cut into exports: what is certain of a payment is
// what it paid.
#include <msp/actuals/actuals.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/ledgers.hpp>
#include <tuple>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// A line of a supplier's account, with the line beside it.
struct SupplierLine {
    int day;  // of the two years
    std::string party;
    std::string other;   // what it is for, or the bank
    std::int64_t cents;  // what is owed negative
    std::string letter;
    std::string label;
};

struct Supplied {
    std::vector<SupplierLine> lines;
    std::map<std::string, std::map<std::string, std::int64_t>> paid;  // by the payment's label, what of each nature
    int payments = 0;

    std::string pay(int day, const std::string& party, std::int64_t cents, const std::string& letter) {
        std::string label = "P" + std::to_string(++payments);
        lines.push_back({day, party, "512000", cents, letter, label});
        return label;
    }
};

const std::vector<std::string>& natures() {
    static const std::vector<std::string> all = {"606100", "606400"};
    return all;
}

// Invoices of few amounts, each paid on its day or later, some in two parts or two at once. Software takes codes
// again, for other pairs of the supplier too; some have none.
Supplied any_suppliers() {
    Supplied all;
    const int count = *rc::gen::inRange(1, 9);
    for (int i = 0; i < count; ++i) {
        const std::string party = *rc::gen::element<std::string>("F", "G");
        const std::int64_t cents = *rc::gen::element<std::int64_t>(10'000, 6'000);
        const int day = *rc::gen::inRange(0, 150);
        const int later = day + *rc::gen::element(0, 5, 40, 90);
        const std::string& nature = *rc::gen::elementOf(natures());
        const std::string own = "X" + std::to_string(i);
        std::string letter = *rc::gen::element<std::string>("A", "A", "B", own, "");
        const int kind = *rc::gen::inRange(0, 6);
        if (kind < 2)
            letter = own;
        all.lines.push_back({day, party, nature, -cents, letter, "I"});
        if (kind == 0) {
            const std::string first = all.pay(later, party, cents / 4, letter);
            all.paid[first][nature] += cents / 4;
            const std::string second = all.pay(later + *rc::gen::element(0, 30), party, cents - cents / 4, letter);
            all.paid[second][nature] += cents - cents / 4;
        } else if (kind == 1) {
            const std::string& other = *rc::gen::elementOf(natures());
            all.lines.push_back({day, party, other, -5'000, letter, "I"});
            const std::string payment = all.pay(later, party, cents + 5'000, letter);
            all.paid[payment][nature] += cents;
            all.paid[payment][other] += 5'000;
        } else {
            all.paid[all.pay(later, party, cents, letter)][nature] += cents;
        }
    }
    std::ranges::stable_sort(all.lines, {}, &SupplierLine::day);
    return all;
}

std::string day_written(int day) {
    return iso("2025-01-01"_d + day);
}

// Those of these days; with what they open with, by supplier or by invoice, as one that begins a year has it.
std::unique_ptr<ReadLedger> export_of_days(const Supplied& all, int first, int last, bool opened) {
    std::string text = fec_header();
    int number = 0;
    BookLine of;
    if (opened) {
        of.journal = "AN";
        of.day = day_written(first);
        const bool by_invoice = *rc::gen::arbitrary<bool>();
        const bool lettered = *rc::gen::arbitrary<bool>();
        std::map<std::tuple<std::string, std::string>, std::int64_t> owed;  // by party and code
        for (const SupplierLine& line : all.lines) {
            if (line.day < first)
                owed[{line.party, by_invoice ? line.letter : ""}] += line.cents;
        }
        of.number = "AN";
        for (const auto& [key, cents] : owed) {
            if (cents == 0)
                continue;
            of.auxiliary = std::get<0>(key);
            of.letter = lettered ? std::get<1>(key) : "";
            of.account = "401000";
            of.cents = cents;
            text += fec_line(of);
            of.auxiliary = of.letter = "";
            of.account = "512000";
            of.cents = -cents;
            text += fec_line(of);
        }
    }
    for (const SupplierLine& line : all.lines) {
        if (line.day < first || last < line.day)
            continue;
        of = BookLine();
        of.journal = line.other == "512000" ? "BQ" : "AC";
        of.number = std::to_string(++number);
        of.day = day_written(line.day);
        of.label = line.label;
        of.account = line.other;
        of.cents = -line.cents;
        text += fec_line(of);
        of.account = "401000";
        of.auxiliary = line.party;
        of.letter = line.letter;
        of.cents = line.cents;
        text += fec_line(of);
    }
    RC_LOG() << text << '\n';
    return ledger_of(text);
}

const Budget& two_natures() {
    static const Budget budget = budget_of(R"(
[bank]
opening = 0.00
date = 2025-01-01
[[expense]]
id = "606100"
category = "energy"
amount = 1.00
date = 2025-07-05
match = ["6061"]
[[expense]]
id = "606400"
category = "supplies"
amount = 1.00
date = 2025-07-05
match = ["6064"]
)");
    return budget;
}

}  // namespace

TEST_CASE("what is certain of a payment is what it paid, wherever the books are cut") {
    CHECK(rc::check([] {
        const Supplied all = any_suppliers();
        std::vector<int> begins = {0};
        for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
            begins.push_back(*rc::gen::inRange(1, 200));
        std::ranges::sort(begins);
        begins.push_back(1000);
        const bool years = *rc::gen::arbitrary<bool>();
        std::vector<std::unique_ptr<ReadLedger>> read;
        std::vector<const Fec*> exports;
        // Who begins with a later year has its openings.
        const std::size_t from = years ? *rc::gen::inRange<std::size_t>(0, begins.size() - 1) : 0;
        for (std::size_t i = from; i + 1 < begins.size(); ++i) {
            read.push_back(export_of_days(all, begins[i], begins[i + 1] - 1, years && i > 0));
            if (read.back()->ledger)
                exports.push_back(&*read.back()->ledger);
        }
        const Ledgers ledgers(exports);
        std::map<std::string, std::map<std::string, std::int64_t>> certain;
        const Budget& budget = two_natures();
        (void)cash_of(budget, 0, ledgers, "2027-12-31"_d, [&](std::size_t part, const CashMove& move) {
            if (move.estimated || move.item == no_item)
                return;
            const Fec& fec = ledgers[part];
            certain[fec.text(fec.lines()[move.line], LedgerColumn::label)][budget.items[move.item].id] -=
                move.amount.cents();
        });
        for (const auto& [payment, natures] : certain) {
            for (const auto& [nature, cents] : natures) {
                const auto& truth = all.paid.at(payment);
                const auto paid = truth.find(nature);
                RC_ASSERT(paid != truth.end());
                RC_ASSERT(cents <= paid->second);
            }
        }
    }));
}
