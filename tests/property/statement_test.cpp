// SPDX-License-Identifier: MIT
// Any movements, written in any form that a bank has, are read to the cent, and a cent that is changed is found where
// the file has both balances; what makes the gap between books and statement is the gap, whatever either has.
#include <msp/actuals/reconciliation.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/ledgers.hpp>
#include <tests/support/statements.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

struct AnyMovement {
    int day;  // of January 2026
    std::int64_t cents;
};

constexpr std::int64_t held_before = 12'345;

// In the order of their days, as banks have them.
std::vector<AnyMovement> any_movements() {
    std::vector<AnyMovement> all;
    int day = 1;
    const int count = *rc::gen::inRange(1, 20);
    for (int i = 0; i < count; ++i) {
        day = std::min(31, day + *rc::gen::inRange(0, 4));
        const std::int64_t cents = *rc::gen::inRange<std::int64_t>(1, 100'000'000);
        all.push_back({day, *rc::gen::element(1, -1) * cents});
    }
    return all;
}

std::string two(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string figure(std::int64_t cents, char mark) {
    const std::int64_t whole = cents < 0 ? -cents : cents;
    return (cents < 0 ? "-" : "") + std::to_string(whole / 100) + mark + two(whole % 100);
}

std::int64_t after(const std::vector<AnyMovement>& all) {
    std::int64_t held = held_before;
    for (const AnyMovement& each : all)
        held += each.cents;
    return held;
}

std::string cfonb_figure(std::int64_t cents) {
    const std::string digits = std::to_string(cents < 0 ? -cents : cents);
    std::string field = std::string(14 - digits.size(), '0') + digits;
    const std::string signs = cents < 0 ? "}JKLMNOPQR" : "{ABCDEFGHI";
    field.back() = signs[static_cast<std::size_t>(field.back() - '0')];
    return field;
}

std::string cfonb_record(const std::string& code, const std::string& day, const std::string& label,
                         std::int64_t cents) {
    std::string record = code + "10278    00001EUR2 00012345601  " + day + "  " + day + label;
    record.resize(90, ' ');
    return record + cfonb_figure(cents) + "\n";
}

std::string as_cfonb(const std::vector<AnyMovement>& all, std::int64_t closing) {
    std::string text = cfonb_record("01", "311225", "", held_before);
    for (const AnyMovement& each : all)
        text += cfonb_record("04", two(each.day) + "0126", "X", each.cents);
    return text + cfonb_record("07", "310126", "", closing);
}

std::string camt_balance(const std::string& code, std::int64_t cents, const std::string& day) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" +
           figure(cents < 0 ? -cents : cents, '.') + "</Amt><CdtDbtInd>" + (cents < 0 ? "DBIT" : "CRDT") +
           "</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
}

std::string as_camt(const std::vector<AnyMovement>& all, std::int64_t closing) {
    std::string text = "<Document><BkToCstmrStmt><Stmt>" + camt_balance("OPBD", held_before, "2025-12-31") +
                       camt_balance("CLBD", closing, "2026-01-31");
    for (const AnyMovement& each : all)
        text += "<Ntry><Amt Ccy=\"EUR\">" + figure(each.cents < 0 ? -each.cents : each.cents, '.') +
                "</Amt><CdtDbtInd>" + (each.cents < 0 ? "DBIT" : "CRDT") +
                "</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-" + two(each.day) + "</Dt></BookgDt></Ntry>\n";
    return text + "</Stmt></BkToCstmrStmt></Document>";
}

std::string as_ofx(const std::vector<AnyMovement>& all, std::int64_t closing) {
    std::string text = "<OFX><STMTRS><CURDEF>EUR<BANKTRANLIST>";
    for (const AnyMovement& each : all)
        text +=
            "<STMTTRN><DTPOSTED>202601" + two(each.day) + "<TRNAMT>" + figure(each.cents, ',') + "<NAME>X</STMTTRN>\n";
    return text + "</BANKTRANLIST><LEDGERBAL><BALAMT>" + figure(closing, '.') +
           "<DTASOF>20260131</LEDGERBAL></STMTRS></OFX>";
}

// With a balance beside each movement, the newest first.
std::string as_csv(const std::vector<AnyMovement>& all, std::int64_t closing) {
    std::string text;
    std::int64_t held = closing;
    for (std::size_t i = all.size(); i-- > 0; held -= all[i].cents)
        text += two(all[i].day) + "/01/2026;X;" + figure(all[i].cents, ',') + ';' + figure(held, ',') + '\n';
    return "Date;Libellé;Montant;Solde\n" + text;
}

}  // namespace

TEST_CASE("movements in each form are read to the cent, and a cent too much is found") {
    CHECK(rc::check([] {
        const std::vector<AnyMovement> all = any_movements();
        const std::int64_t closing = after(all);
        for (const std::string& text :
             {as_cfonb(all, closing), as_camt(all, closing), as_ofx(all, closing), as_csv(all, closing)}) {
            const auto read = statement_of(text);
            RC_ASSERT(read->found().empty());
            const AccountStatement& of = read->only();
            RC_ASSERT(of.entries.size() == all.size());
            for (std::size_t i = 0; i < all.size(); ++i) {
                RC_ASSERT(of.entries[i].amount.cents() == all[i].cents);
                RC_ASSERT(iso(of.entries[i].date) == "2026-01-" + two(all[i].day));
            }
            RC_ASSERT(of.balance_on(Date::first() - 1).value().cents() == held_before);
            RC_ASSERT(of.balance_on(Date::last()).value().cents() == closing);
        }
        const std::size_t changed_one = *rc::gen::inRange<std::size_t>(0, all.size());
        std::vector<AnyMovement> wrong = all;
        ++wrong[changed_one].cents;
        for (const std::string& text : {as_cfonb(wrong, closing), as_camt(wrong, closing)})
            RC_ASSERT(statement_of(text)->found().front().starts_with("bank-file.sum"));
    }));
}

TEST_CASE("what makes the gap between books and statement is the gap") {
    const Budget budget = budget_of("[bank]\nopening = 0\ndate = 2026-01-01\n");
    CHECK(rc::check([&] {
        const std::vector<AnyMovement> at_bank = any_movements();
        std::string books = fec_header() +
                            fec_line("AN|AN|0|20260101|512000|Banque|||A|20260101|R|123,45|0,00|||20260131||") +
                            fec_line("AN|AN|0|20260101|101000|Capital|||A|20260101|R|0,00|123,45|||20260131||");
        int number = 1;
        // Most of the bank's, some of them days later or missing, and some that the bank has not.
        for (const AnyMovement& each : at_bank) {
            if (*rc::gen::inRange(0, 4) == 0)
                continue;
            const bool own = *rc::gen::inRange(0, 5) == 0;
            const std::int64_t cents = own ? *rc::gen::inRange<std::int64_t>(1, 500) : each.cents;
            const std::string day = "202601" + two(std::min(31, each.day + *rc::gen::inRange(0, 8)));
            const std::string amount = figure(cents < 0 ? -cents : cents, ',');
            const std::string sides = cents < 0 ? "0,00|" + amount : amount + "|0,00";
            const std::string other = cents < 0 ? amount + "|0,00" : "0,00|" + amount;
            const std::string front = "BQ|BQ|" + std::to_string(number++) + '|' + day + '|';
            books += fec_line(front + "512000|Banque|||P|" + day + "|X|" + sides + "|||20260131||");
            books += fec_line(front + "627000|Frais|||P|" + day + "|X|" + other + "|||20260131||");
        }
        const auto ledger = ledger_of(books);
        const Ledgers all_books({&*ledger->ledger});
        const auto read = statement_of(as_cfonb(at_bank, after(at_bank)));
        const Date until = Date::make(2026, 1, *rc::gen::inRange(1U, 32U)).value();
        const auto gap = statement_gap(budget, 0, all_books, read->only(), until);
        RC_ASSERT(gap.has_value());
        Money sum;
        for (const Apart& each : reconciled(budget, all_books, read->only(), *gap))
            sum += each.amount;
        RC_ASSERT(sum == gap->gap());
    }));
}

namespace {

// An entry of the bank's journal, with what it is for.
std::string bank_entry(int number, const std::string& day, std::int64_t cents) {
    const std::string amount = figure(cents, ',').substr(cents < 0 ? 1 : 0);
    const std::string sides = cents < 0 ? "0,00|" + amount : amount + "|0,00";
    const std::string other = cents < 0 ? amount + "|0,00" : "0,00|" + amount;
    const std::string front = "BQ|BQ|" + std::to_string(number) + '|' + day + '|';
    return fec_line(front + "512000|Banque|||P|" + day + "|X|" + sides + "|||20260131||") +
           fec_line(front + "627000|Frais|||P|" + day + "|X|" + other + "|||20260131||");
}

std::string opening_entry(const std::string& year, std::int64_t cents) {
    const std::string amount = figure(cents, ',').substr(cents < 0 ? 1 : 0);
    const std::string front = "AN|AN|0|" + year + "0101|";
    const std::string back = "|||" + year + "0131||";
    const std::string in = amount + "|0,00";
    const std::string out = "0,00|" + amount;
    return fec_header() + fec_line(front + "512000|Banque|||A|" + year + "0101|R|" + (cents < 0 ? out : in) + back) +
           fec_line(front + "101000|Capital|||A|" + year + "0101|R|" + (cents < 0 ? in : out) + back);
}

}  // namespace

// A statement from any day of December 2025 on, and the books of both years, of which the second may open with another
// balance than the first one ends with.
TEST_CASE("what makes the gap over the end of an exercise is the gap") {
    const Budget budget = budget_of("[bank]\nopening = 0\ndate = 2025-01-01\n");
    CHECK(rc::check([&] {
        std::string before = opening_entry("2025", held_before);
        std::string since;
        std::string csv;
        std::int64_t held = held_before;
        std::int64_t booked = held_before;
        int number = 1;
        // By day, those of the bank alone, of the books alone, and of both on days that differ.
        for (const int month : {12, 1}) {
            for (const AnyMovement& each : any_movements()) {
                const int later = std::min(31, each.day + *rc::gen::inRange(0, 4));
                const std::string year = month == 12 ? "2025" : "2026";
                if (*rc::gen::inRange(0, 5) != 0) {
                    (month == 12 ? before : since) +=
                        bank_entry(number++, year + two(month) + two(each.day), each.cents);
                    booked += month == 12 ? each.cents : 0;
                }
                if (*rc::gen::inRange(0, 5) != 0) {
                    held += each.cents;
                    csv += two(later) + '/' + two(month) + '/' + year + ";X;" + figure(each.cents, ',') + ';' +
                           figure(held, ',') + '\n';
                }
            }
        }
        // Both have the last day, so that no case is thrown away.
        since += bank_entry(number++, "20260131", 100);
        held += 100;
        csv += "31/01/2026;X;1,00;" + figure(held, ',') + '\n';
        const std::int64_t brought = booked + *rc::gen::element<std::int64_t>(0, 0, 500);
        const auto first = ledger_of(before);
        const auto second = ledger_of(opening_entry("2026", brought) + since);
        const auto read = statement_of("Date;Libellé;Montant;Solde\n" + csv);
        RC_ASSERT(read->found().empty());
        const auto gap = statement_gap(budget, 0, Ledgers({&*second->ledger}), read->only(), std::nullopt);
        RC_ASSERT(gap.has_value());
        Money sum;
        for (const Apart& each : reconciled(budget, Ledgers({&*first->ledger, &*second->ledger}), read->only(), *gap))
            sum += each.amount;
        RC_ASSERT(sum == gap->gap());
    }));
}
