// SPDX-License-Identifier: MIT
#include <msp/actuals/reconciliation.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/ledgers.hpp>
#include <tests/support/statements.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string booked(int number, const std::string& day, const std::string& label, const std::string& in,
                   const std::string& out) {
    const std::string front = "BQ|Banque|" + std::to_string(number) + '|' + day + '|';
    const std::string back = "|||20260331||";
    return fec_line(front + "512000|Banque|||P|" + day + '|' + label + '|' + in + '|' + out + back) +
           fec_line(front + "658000|Divers|||P|" + day + '|' + label + '|' + out + '|' + in + back);
}

const std::string opening_lines =
    fec_header() + fec_line("AN|A nouveaux|1|20260101|512000|Banque|||A|20260101|R|1000,00|0,00|||20260331||") +
    fec_line("AN|A nouveaux|1|20260101|101000|Capital|||A|20260101|R|0,00|1000,00|||20260331||");

Texts apart_of(const std::string& books, const std::string& statement) {
    const Budget budget = budget_of("[bank]\nopening = 0\ndate = 2026-01-01\n");
    const auto ledger = ledger_of(books);
    const Ledgers all_books({&*ledger->ledger});
    const auto read = statement_of(statement);
    const auto gap = statement_gap(budget, 0, all_books, read->only(), std::nullopt);
    Texts all = {iso(gap.value().day) + ' ' + plain(gap.value().gap())};
    for (const Apart& each : reconciled(budget, all_books, read->only(), *gap))
        all.push_back(std::to_string(static_cast<int>(each.kind)) + ' ' + iso(each.date) + ' ' + plain(each.amount) +
                      ' ' + each.label);
    return all;
}

}  // namespace

TEST_CASE("of the same cents the nearest are one movement, five days apart at most") {
    const std::string books = opening_lines + booked(2, "20260105", "CHQ 1", "0,00", "20,00") +
                              booked(3, "20260106", "CHQ 2", "0,00", "20,00") +
                              booked(4, "20260107", "CHQ 3", "0,00", "30,00") +
                              booked(5, "20260120", "VIR", "50,00", "0,00");
    // CHQ 2 is six days older than nothing, CHQ 1 is on the same day; CHQ 3 comes six days later: it is another.
    const std::string statement =
        "Date;Libellé;Montant;Solde\n05/01/2026;CHEQUE;-20,00;980,00\n"
        "13/01/2026;CHEQUE;-30,00;950,00\n20/01/2026;VIREMENT;50,00;1000,00\n";
    // Books 1,000 - 20 - 20 - 30 + 50 = 980; bank 1,000: + 20 for CHQ 2, - 30 and + 30.
    CHECK(apart_of(books, statement) == Texts{"2026-01-20 20.00", "1 2026-01-13 -30.00 CHEQUE",
                                              "2 2026-01-06 20.00 CHQ 2", "2 2026-01-07 30.00 CHQ 3"});
}

TEST_CASE("what was apart before the statement, without what the bank has had since") {
    const std::string books = opening_lines + booked(2, "20260110", "PERDU", "0,00", "7,00") +
                              booked(3, "20260131", "CHQ", "0,00", "20,00") +
                              booked(4, "20260210", "VIR", "50,00", "0,00");
    // The bank opens February with 1,000.00, the books with 973.00: 7.00 nobody explains, 20.00 come on 2 February
    // and make no gap after that.
    const std::string statement =
        "Date;Libellé;Montant;Solde\n02/02/2026;CHEQUE;-20,00;980,00\n10/02/2026;VIR;50,00;1030,00\n";
    CHECK(apart_of(books, statement) == Texts{"2026-02-10 7.00", "0 2026-02-01 7.00 "});
}

TEST_CASE("members who owe, the oldest being paid first") {
    const auto owed = [](const std::string& auxiliary, const std::string& day, const std::string& debit,
                         const std::string& credit) {
        return fec_line("VE|Ventes|1|" + day + "|411000|Membres|" + auxiliary + "|Dr " + auxiliary + "|P|" + day +
                        "|X|" + debit + '|' + credit + "|||20260331||");
    };
    // A was asked 100.00 + 200.00 + 300.00 and paid 250.00: 50.00 of the second and the third are open. B has paid.
    const auto ledger =
        ledger_of(fec_header() + owed("A", "20260101", "100,00", "0,00") + owed("A", "20260201", "200,00", "0,00") +
                  owed("A", "20260315", "300,00", "0,00") + owed("A", "20260316", "0,00", "250,00") +
                  owed("B", "20260101", "5,00", "0,00") + owed("B", "20260301", "0,00", "5,00"));
    const auto unpaid = unpaid_members(Ledgers({&*ledger->ledger}), "2026-03-31"_d);
    REQUIRE(unpaid.size() == 1);
    CHECK(unpaid[0].name == "Dr A");
    CHECK(plain(unpaid[0].amount) == "350.00");
    CHECK(plain(unpaid[0].by_age[0]) == "300.00");  // 16 days
    CHECK(plain(unpaid[0].by_age[1]) == "50.00");   // 58 days
    CHECK(plain(unpaid[0].by_age[2]) == "0.00");
    CHECK(iso(unpaid[0].oldest) == "2026-02-01");
}
