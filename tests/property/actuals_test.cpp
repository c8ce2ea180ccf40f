// SPDX-License-Identifier: MIT
// Whatever the books hold, what is mapped, what is not and what accounts pay each other make the movement of each bank
// to the cent, and likewise the result the balances of its accounts; and budget against actual has gap = timing +
// amount in every row, timing being nothing over an exercise.
#include <msp/actuals/comparison.hpp>
#include <msp/actuals/draft.hpp>
#include <msp/actuals/openings.hpp>
#include <msp/actuals/result.hpp>
#include <msp/actuals/timing.hpp>
#include <msp/report/draft_text.hpp>
#include <msp/rules/catalogue.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>
#include <tests/support/ledgers.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// Of an entry.
struct Posted {
    std::string account;
    std::string auxiliary;
    std::int64_t cents;
    std::string letter = {};
};

// Entries of any kind, of a year, numbered as they should be or all alike, behind an opening: `least` of them or more.
class AnyBooks {
 public:
    explicit AnyBooks(bool numbered, int least = 1) : numbered_(numbered) {
        entry("AN", 1, {{"512000", "", 100'000}, {"512100", "", 5'000}, {"101000", "", -105'000}});
        for (int left = *rc::gen::inRange(least, 25); left > 0; --left)
            add();
    }

    [[nodiscard]] std::unique_ptr<ReadLedger> read() const { return ledger_of(text_); }
    // The first half of its entries, or the second.
    [[nodiscard]] std::unique_ptr<ReadLedger> read_part(bool first) const {
        const std::size_t middle = entries_.at(entries_.size() / 2);
        return ledger_of(first ? text_.substr(0, middle) : fec_header() + text_.substr(middle));
    }

 private:
    void add() {
        const std::int64_t cents = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
        const std::string party = "F" + std::to_string(*rc::gen::inRange(0, 4));
        const std::string letter = *rc::gen::element(0, 1) == 1 ? "L" + std::to_string(*rc::gen::inRange(0, 6)) : "";
        const std::string bank = *rc::gen::element("512000", "512100", "530000", "511200");
        const std::string nature = *rc::gen::element("606100", "613200", "627000", "218300", "706000");
        const std::int64_t part = *rc::gen::inRange<std::int64_t>(0, cents);
        switch (*rc::gen::inRange(0, 10)) {
            case 0:  // an invoice with tax, and its payment
                entry("AC", 3, {{nature, "", cents - part}, {"445660", "", part}, {"401000", party, -cents, letter}});
                return entry("BQ", 4, {{"401000", party, cents, letter}, {bank, "", -cents}});
            case 1:  // of two natures
                return entry("AC", 3,
                             {{nature, "", cents}, {"606400", "", part}, {"401000", party, -cents - part, letter}});
            case 2:
                return entry("BQ", 4, {{"401000", party, part, letter}, {bank, "", -part}});
            case 3:
                return entry("BQ", 4, {{nature, "", cents}, {"445660", "", part}, {bank, "", -cents - part}});
            case 4:
                return entry("BQ", 4, {{"580000", "", cents}, {bank, "", -cents}});
            case 5:
                return entry("BQ", 4, {{"512100", "", cents}, {"512000", "", -cents}});
            case 6:
                return entry("IN", 5, {{"681100", "", cents}, {"281000", "", -cents}});
            case 7:  // closes a charge against the result
                return entry("IN", 5, {{"606100", "", -cents}, {"120000", "", cents}});
            case 8:  // it does not balance
                return entry("OD", 5, {{nature, "", cents}, {bank, "", -part}});
            default:
                return entry("BQ", 4, {{"411000", party, -cents, letter}, {bank, "", cents}});
        }
    }

    void entry(const std::string& journal, int month, const std::vector<Posted>& lines) {
        BookLine line;
        line.journal = journal;
        line.day = "20260" + std::to_string(month) + std::to_string(*rc::gen::inRange(10, 29));
        line.number = numbered_ ? std::to_string(++number_) : "0";
        line.label = "PAIEMENT ACI";
        entries_.push_back(text_.size());
        for (const Posted& each : lines) {
            line.account = each.account;
            line.auxiliary = each.auxiliary;
            line.cents = each.cents;
            line.letter = each.letter;
            text_ += fec_line(line);
        }
    }

    bool numbered_;
    int number_ = 0;
    std::string text_ = fec_header();
    std::vector<std::size_t> entries_;  // where each begins
};

const Budget& mapped_budget() {
    static const Budget budget =
        budget_of(bank_text("courant", "1000.00") + bank_text("livret", "50.00", "account = \"5121\"\n") +
                  monthly_text("expense", "energy", "energy", "100.00", "match = [\"6061\"]\n") +
                  monthly_text("expense", "rent", "rent", "400.00", "match = [\"613\", \"401\"]\n") +
                  "[[map]]\nline = \"rent\"\naccount = \"606\"\nauxiliary = [\"F1\", \"f2\"]\n"
                  "[[map]]\nline = \"energy\"\nlabel = \"ACI\"\nsign = \"in\"\n");
    return budget;
}

}  // namespace

TEST_CASE("the result by line is that of its accounts") {
    CHECK(rc::check([] {
        const AnyBooks books(true);
        const auto read = books.read();
        const Fec& fec = *read->ledger;
        std::array<Money, 3> by_kind;  // mapped, unmapped, apart
        const Ledgers ledgers({&fec});
        const auto take = [&](std::size_t, const CashMove& move) {
            by_kind.at(move.kind == CashKind::mapped ? 0 : move.kind == CashKind::unmapped ? 1 : 2) += move.amount;
        };
        const ResultTotals totals = booked_results(mapped_budget(), 0, ledgers, {}, take).front();
        // What stands in the accounts, by itself, without entries that close them.
        std::set<std::uint32_t> closing;
        for (const LedgerLine& line : fec.lines()) {
            if (fec.accounts()[line.account].starts_with("12"))
                closing.insert(line.entry);
        }
        Money income;
        Money charges;
        Money apart;
        for (const LedgerLine& line : fec.lines()) {
            const std::string_view account = fec.accounts()[line.account];
            if (closing.contains(line.entry) || (!account.starts_with('6') && !account.starts_with('7')))
                continue;
            (account.starts_with('7') ? income : charges) -= line.amount;
            apart -= account.starts_with("68") ? line.amount : Money();
        }
        RC_ASSERT(totals.income == income);
        RC_ASSERT(totals.charges == charges);
        RC_ASSERT(totals.result == income + charges);
        RC_ASSERT(totals.mapped == by_kind[0]);
        RC_ASSERT(totals.unmapped == by_kind[1]);
        RC_ASSERT(totals.apart == by_kind[2]);
        RC_ASSERT(apart == by_kind[2]);
        RC_ASSERT(by_kind[0] + by_kind[1] + by_kind[2] == income + charges);
        RC_ASSERT(totals.closing_count == static_cast<std::int64_t>(closing.size()));
        Money listed;
        for (const UnmappedCash& each : totals.by_account)
            listed += each.amount;
        RC_ASSERT(listed == totals.unmapped);
    }));
}

TEST_CASE("no cent of the books is lost") {
    CHECK(rc::check([] {
        const AnyBooks books(*rc::gen::arbitrary<bool>());
        const auto read = books.read();
        const Fec& fec = *read->ledger;
        std::vector<Money> by_bank(2);
        Money mapped;
        Money unmapped;
        Money internal;
        const Ledgers ledgers({&fec});
        const auto take = [&](std::size_t, const CashMove& move) {
            by_bank[move.bank] += move.amount;
            (move.kind == CashKind::mapped     ? mapped
             : move.kind == CashKind::unmapped ? unmapped
                                               : internal) += move.amount;
            RC_ASSERT((move.kind == CashKind::mapped) == (move.item != no_item));
        };
        const CashTotals totals = cash_of(mapped_budget(), 0, ledgers, "2026-12-31"_d, take).front();
        // What stands in the accounts, by itself.
        std::vector<Money> held(2);
        Money banks;
        for (const LedgerLine& line : fec.lines()) {
            const std::string_view account = fec.accounts()[line.account];
            if (!account.starts_with("5"))
                continue;
            held[account.starts_with("5121") ? 1 : 0] += line.amount;
            banks += account.starts_with("511") || account.starts_with("58") ? Money() : line.amount;
        }
        RC_ASSERT(internal == Money());
        RC_ASSERT(totals.opening == Money::from_cents(105'000));
        RC_ASSERT(totals.later == Money());
        RC_ASSERT(mapped == totals.mapped);
        RC_ASSERT(unmapped == totals.unmapped);
        RC_ASSERT(totals.opening + mapped + unmapped == held[0] + held[1]);
        RC_ASSERT(totals.balance == banks);
        for (std::size_t bank = 0; bank < 2; ++bank)
            RC_ASSERT(totals.openings[bank] + by_bank[bank] == held[bank]);
        Money listed;
        for (const UnmappedCash& each : totals.by_account)
            listed += each.amount;
        RC_ASSERT(listed == unmapped);
    }));
}

TEST_CASE("no cent is lost between the parts of an export") {
    CHECK(rc::check([] {
        const AnyBooks books(*rc::gen::arbitrary<bool>(), 2);
        const auto whole = books.read();
        const auto first = books.read_part(true);
        const auto second = books.read_part(false);
        const auto sums = [](const std::vector<const Fec*>& exports) {
            const Ledgers ledgers(exports);
            return cash_of(mapped_budget(), 0, ledgers, "2026-12-31"_d, {});
        };
        const CashTotals one = sums({&*whole->ledger}).front();
        const std::vector<CashTotals> two = sums({&*first->ledger, &*second->ledger});
        RC_ASSERT(two[1].follows);
        RC_ASSERT(two[1].opening == two[0].closing);
        RC_ASSERT(two[1].closing == one.closing);
        RC_ASSERT(two[1].closings == one.closings);
        RC_ASSERT(two[1].balance == one.balance);
        RC_ASSERT(two[0].mapped + two[0].unmapped + two[1].mapped + two[1].unmapped == one.mapped + one.unmapped);
        RC_ASSERT(opening_differences(Ledgers({&*first->ledger, &*second->ledger})).empty());
    }));
}

TEST_CASE("a budget drafted from books maps from them what was drafted") {
    CHECK(rc::check([] {
        const AnyBooks books(*rc::gen::arbitrary<bool>());
        const auto read = books.read();
        const Fec& fec = *read->ledger;
        std::vector<BudgetDraft> drafts = {draft_of(fec, shipped_catalogue(), Language::english, {}, true)};
        tell_apart(drafts);
        const BudgetDraft& draft = drafts.front();
        const std::vector<DraftedEntity> entities = {{"books.txt", "", {}, &draft}};
        const Budget budget = budget_of(drafted_budget(entities, shipped_catalogue(), Language::english));
        std::map<std::string, Money> came;
        std::vector<Money> held(budget.banks.size());
        const auto add = [&](std::size_t, const CashMove& move) {
            held[move.bank] += move.amount;
            if (move.kind == CashKind::mapped)
                came[budget.items[move.item].id] += move.amount;
        };
        const CashTotals totals = cash_of(budget, 0, Ledgers({&fec}), {}, add).front();
        RC_ASSERT(totals.ties.empty());
        RC_ASSERT(totals.mapped == draft.placed);
        RC_ASSERT(totals.unmapped == draft.not_placed);
        RC_ASSERT(came["aci"] == (draft.aci ? draft.aci->came : Money()));
        for (const DraftLine& line : draft.lines)
            RC_ASSERT(line.kind == DraftKind::transfer || came[line.id] == line.came);
        held.front() -= totals.on_the_way;
        for (std::size_t bank = 0; bank < held.size(); ++bank)
            RC_ASSERT(totals.openings[bank] + held[bank] == budget.banks[bank].opening);
    }));
}

TEST_CASE("a gap is timing and amount in every row, and timing is nothing over the exercise") {
    CHECK(rc::check([] {
        constexpr std::size_t periods = 12;
        const auto any_items = [] {
            std::vector<TimedAmount> items;
            for (std::size_t period = 0; period < periods; ++period) {
                for (int left = *rc::gen::inRange(0, 3); left > 0; --left)
                    items.push_back({period, Money::from_cents(*rc::gen::inRange<std::int64_t>(-3, 4) * 100)});
            }
            return items;
        };
        const std::vector<TimedAmount> planned = any_items();
        const std::vector<TimedAmount> actual = any_items();
        const std::vector<Money> timing = timing_of(planned, actual, periods, *rc::gen::inRange<std::size_t>(1, 13));
        Money sum;
        for (const Money amount : timing)
            sum += amount;
        RC_ASSERT(timing.size() == periods);
        RC_ASSERT(sum == Money());
        // Where everything comes in its own period nothing is timing.
        for (const Money amount : timing_of(planned, planned, periods, periods))
            RC_ASSERT(amount == Money());
    }));
}
