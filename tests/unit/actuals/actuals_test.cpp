// SPDX-License-Identifier: MIT
#include <msp/actuals/actuals.hpp>
#include <msp/money/money.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/ledgers.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

const char* const two_banks = R"(
[[bank]]
id = "courant"
opening = 0.00
date = 2026-01-01
[[bank]]
id = "livret"
opening = 0.00
date = 2026-01-01
account = "5121"
[[transfer]]
id = "savings"
bank = "courant"
paid_to = "livret"
amount = 10.00
date = 2026-07-01
[[expense]]
id = "energy"
category = "energy"
amount = 1.00
every = "month"
day = 5
match = ["6061"]
[[expense]]
id = "paper"
category = "supplies"
amount = 1.00
every = "month"
day = 5
match = ["6064"]
[[income]]
id = "calls"
category = "charges-reimbursed"
amount = 1.00
every = "month"
day = 5
match = ["706"]
)";

// "journal number day account auxiliary letter cents", - for none; days of January 2026, euros.
std::unique_ptr<ReadLedger> books(const std::vector<std::string>& rows) {
    std::string text = fec_header();
    for (const std::string& row : rows) {
        std::istringstream in(row);
        std::string journal;
        std::string number;
        std::string day;
        std::string account;
        std::string auxiliary;
        std::string letter;
        int euros = 0;
        in >> journal >> number >> day >> account >> auxiliary >> letter >> euros;
        const auto field = [](const std::string& written) { return written == "-" ? std::string() : written; };
        const std::string size = std::to_string(euros < 0 ? -euros : euros) + ",00";
        text += fec_line(journal + "|" + (journal == "AN" ? "A nouveaux" : "x") + "|" + number + "|202601" + day + "|" +
                         account + "|x|" + field(auxiliary) + "||P|202601" + day + "|label|" +
                         (euros < 0 ? "0,00|" + size : size + "|0,00") + "|" + field(letter) + "||20260131||");
    }
    return ledger_of(text);
}

// "day line bank amount", ~ before an estimate; ? for what no rule takes, = for what accounts pay each other.
std::string moves_of(const std::vector<std::string>& rows, std::optional<Date> until = {}) {
    static const Budget budget = budget_of(two_banks);
    const auto read = books(rows);
    std::string told;
    (void)cash_of(budget, 0, *read->ledger, until, [&](const CashMove& move) {
        const std::string line = move.item == no_item ? "" : budget.items[move.item].id;
        const std::string kind = move.kind == CashKind::mapped ? "" : move.kind == CashKind::unmapped ? "?" : "=";
        told += (told.empty() ? "" : ", ") + std::to_string(move.date.fields().day) + ' ' +
                (move.estimated ? "~" : "") + kind + line + ' ' + budget.banks[move.bank].id + ' ' + plain(move.amount);
    });
    return told;
}

}  // namespace

TEST_CASE("a payment is for what its invoice is for, by lettering") {
    const std::vector<std::string> invoice = {"AC 1 05 6061 - - 100", "AC 1 05 6064 - - 20", "AC 1 05 401 F A -120"};
    const auto paid = [&](const std::string& second, const std::string& bank) {
        std::vector<std::string> rows = invoice;
        rows.push_back(second);
        rows.push_back(bank);
        return moves_of(rows);
    };
    CHECK(paid("BQ 1 10 401 F A 120", "BQ 1 10 512 - - -120") == "10 energy courant -100.00, 10 paper courant -20.00");
    // In part: 60 x 100 / 120 and 60 x 20 / 120.
    CHECK(paid("BQ 1 10 401 F A 60", "BQ 1 10 512 - - -60") == "10 energy courant -50.00, 10 paper courant -10.00");
    // The same code of another party is another group.
    CHECK(paid("BQ 1 10 401 G A 120", "BQ 1 10 512 - - -120") == "10 ? courant -120.00");
}

TEST_CASE("a credit note lessens what it is for") {
    // 100 less 40 of energy, and 20 of paper: 80 are paid.
    CHECK(moves_of({"AC 1 05 6061 - - 100", "AC 1 05 6064 - - 20", "AC 1 05 401 F A -120", "AC 2 06 401 F A 40",
                    "AC 2 06 6061 - - -40", "BQ 1 10 401 F A 80", "BQ 1 10 512 - - -80"}) ==
          "10 energy courant -100.00, 10 paper courant -20.00, 10 energy courant 40.00");
}

TEST_CASE("no part is larger than the payment and than what it pays") {
    // Of 100 less 90, 10 are left to pay: 100 cannot be parted by them into 1,000 and -900.
    CHECK(moves_of({"AC 1 05 6061 - - 100", "AC 1 05 401 F A -100", "AC 2 06 401 F A 90", "AC 2 06 6064 - - -90",
                    "BQ 1 10 401 F A 100", "BQ 1 10 512 - - -100"}) == "10 ? courant -100.00");
}

TEST_CASE("without lettering the nearest earlier invoice of the amount, else all of the party's") {
    CHECK(moves_of({"AC 1 05 6061 - - 120", "AC 1 05 401 F - -120", "AC 2 06 6064 - - 120", "AC 2 06 401 F - -120",
                    "BQ 1 05 401 F - 120", "BQ 1 05 512 - - -120", "BQ 2 10 401 F - 120", "BQ 2 10 512 - - -120"}) ==
          "5 energy courant -120.00, 10 paper courant -120.00");
    // 90 are no invoice: 90 x 120 / 180 and 90 x 60 / 180.
    CHECK(moves_of({"AC 1 05 6061 - - 120", "AC 1 05 401 F - -120", "AC 2 06 6064 - - 60", "AC 2 06 401 F - -60",
                    "BQ 1 10 401 F - 90", "BQ 1 10 512 - - -90"}) ==
          "10 ~energy courant -60.00, 10 ~paper courant -30.00");
    // An invoice of last year, by those of this one.
    CHECK(moves_of({"AN 1 01 401 F A -30", "AN 1 01 512 - - 30", "AC 1 05 6061 - - 120", "AC 1 05 401 F - -120",
                    "BQ 1 10 401 F A 30", "BQ 1 10 512 - - -30"}) == "10 ~energy courant -30.00");
}

TEST_CASE("tax goes with what it stands beside") {
    CHECK(moves_of({"BQ 1 10 6061 - - 100", "BQ 1 10 44566 - - 20", "BQ 1 10 512 - - -120"}) ==
          "10 energy courant -120.00");
    CHECK(moves_of({"BQ 1 10 44551 - - 20", "BQ 1 10 512 - - -20"}) == "10 ? courant -20.00");
}

TEST_CASE("accounts pay each other, and the budget's transfer is found") {
    // 58 is on the way from the first bank's side, and leaves it when it reaches the other.
    CHECK(moves_of({"BQ 1 10 580 - - 50", "BQ 1 10 512 - - -50", "LI 1 11 5121 - - 50", "LI 1 11 580 - - -50"}) ==
          "11 =savings livret 50.00, 11 =savings courant -50.00");
    // A cheque counts when it is received.
    CHECK(moves_of({"VE 1 10 5112 - - 70", "VE 1 10 706 - - -70", "BQ 1 20 512 - - 70", "BQ 1 20 5112 - - -70"}) ==
          "10 calls courant 70.00");
}

TEST_CASE("what does not balance is said, and what closes all accounts is no movement") {
    CHECK(moves_of({"BQ 1 10 6061 - - 100", "BQ 1 10 512 - - -90"}) == "10 ? courant 10.00, 10 energy courant -100.00");
    CHECK(moves_of({"BQ 1 10 6061 - - 90", "BQ 1 10 512 - - -90", "CL 1 31 891 - - -90", "CL 1 31 512 - - 90"}) ==
          "10 energy courant -90.00");
}

TEST_CASE("an expense opens nothing, whatever its journal is called") {
    CHECK(moves_of({"AN 1 01 512 - - 200", "AN 1 01 101 - - -200", "AN 2 10 6061 - - 50", "AN 2 10 512 - - -50"}) ==
          "10 energy courant -50.00");
}

TEST_CASE("what closes all accounts is no last entry of a bank") {
    const auto read =
        books({"BQ 1 10 6061 - - 90", "BQ 1 10 512 - - -90", "CL 1 31 891 - - -90", "CL 1 31 512 - - 90"});
    CHECK(cash_of(budget_of(two_banks), 0, *read->ledger, {}, {}).last == "2026-01-10"_d);
}

TEST_CASE("the books are read to the last entry of a bank's journal") {
    const std::vector<std::string> rows = {"AN 1 01 512 - - 200", "AN 1 01 101 - - -200", "BQ 1 10 6061 - - 90",
                                           "BQ 1 10 512 - - -90", "OD 1 30 512 - - 5",    "OD 1 30 758 - - -5",
                                           "OD 2 30 681 - - 5",   "OD 2 30 281 - - -5",   "OD 3 30 681 - - 5",
                                           "OD 3 30 281 - - -5"};
    const Budget budget = budget_of(two_banks);
    const auto read = books(rows);
    const CashTotals totals = cash_of(budget, 0, *read->ledger, {}, {});
    CHECK(totals.opened);
    CHECK(totals.opening == "200.00"_eur);
    CHECK(totals.last == "2026-01-10"_d);
    CHECK(totals.mapped == "-90.00"_eur);
    CHECK(totals.balance == "110.00"_eur);
    CHECK(totals.later == "5.00"_eur);
    CHECK(totals.later_count == 1);
    const CashTotals all = cash_of(budget, 0, *read->ledger, "2026-01-31"_d, {});
    CHECK(all.unmapped == "5.00"_eur);
    CHECK(all.balance == "115.00"_eur);
    // 0 of 95 euros.
    CHECK(estimated_percent(all) == Quotient());
    REQUIRE(all.by_account.size() == 1);
    CHECK(read->ledger->accounts()[all.by_account.front().account] == "758");
}
