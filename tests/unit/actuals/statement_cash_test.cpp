// SPDX-License-Identifier: MIT
#include <msp/actuals/statement_cash.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/statements.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const std::string current_and_savings =
    "[[bank]]\nid = \"current\"\nopening = 0\ndate = 2026-01-01\n"
    "[[bank]]\nid = \"savings\"\nopening = 0\ndate = 2026-01-01\n"
    "[[expense]]\nid = \"rent\"\nbank = \"current\"\ncategory = \"rent\"\namount = 250.00\nevery = \"month\"\nday = 5\n"
    "[[income]]\nid = \"calls\"\nbank = \"current\"\ncategory = \"charges-reimbursed\"\namount = 1.00\nevery = "
    "\"month\"\n"
    "day = 5\n"
    "[[transfer]]\nid = \"saved\"\nbank = \"current\"\npaid_to = \"savings\"\namount = 10.00\ndate = 2026-01-20\n";

// "rent -250.00", "- 5.00" of what no rule takes, "(saved) -10.00" of a transfer.
Texts moves_of(const Budget& budget, const AccountStatement& statement) {
    Texts all;
    (void)cash_of(budget, 0, statement, std::nullopt, [&](std::size_t, const CashMove& move) {
        const std::string id = move.item == no_item ? "-" : budget.items[move.item].id;
        all.push_back((move.kind == CashKind::internal ? '(' + id + ')' : id) + ' ' + plain(move.amount));
    });
    return all;
}

const std::string january =
    "Date;Libellé;Montant;Solde\n05/01/2026;PRLV SCI 0126;-250,00;750,00\n"
    "10/01/2026;VIR SCI RECU;40,00;790,00\n20/01/2026;VIR LIVRET;-10,00;780,00\n"
    "30/01/2026;FRAIS 0126;-4,00;776,00\n31/01/2026;FRAIS 0226;-5,00;771,00\n";

}  // namespace

TEST_CASE("rules take movements of a statement by words and sign, those with an account take none") {
    const auto read = statement_of(january);
    const AccountStatement& of = read->only();
    const Budget budget = budget_of(current_and_savings +
                                    "[[map]]\nline = \"rent\"\nlabel = \"SCI\"\n"
                                    "[[map]]\nline = \"calls\"\nlabel = \"SCI\"\nsign = \"in\"\n"
                                    "[[map]]\nline = \"saved\"\nlabel = \"LIVRET\"\n"
                                    "[[map]]\nline = \"rent\"\naccount = \"6\"\nlabel = \"FRAIS\"\n");
    CHECK(moves_of(budget, of) == Texts{"rent -250.00", "calls 40.00", "(saved) -10.00", "- -4.00", "- -5.00"});
    const CashTotals totals = cash_of(budget, 0, of, std::nullopt, {});
    // 1,000.00 - 250.00 + 40.00 - 10.00 = 780.00 by rules, - 9.00 by none.
    CHECK(plain(totals.opening) == "1000.00");
    CHECK(plain(totals.mapped) == "-220.00");
    CHECK(plain(totals.unmapped) == "-9.00");
    CHECK(plain(totals.closing) == "771.00");
    REQUIRE(totals.by_account.size() == 1);  // FRAIS of two months
    CHECK(totals.by_account[0].count == 2);
    CHECK(lasting_words(of.entries[totals.by_account[0].line]) == "frais");
    const CashTotals early = cash_of(budget, 0, of, "2026-01-20"_d, {});
    CHECK(plain(early.closing) == "780.00");
    CHECK(plain(early.later) == "-9.00");
    CHECK(early.later_count == 2);
}

TEST_CASE("two rules of as many conditions that take one movement are a tie") {
    const auto read = statement_of(january);
    const Budget budget = budget_of(current_and_savings +
                                    "[[map]]\nline = \"rent\"\nlabel = \"SCI\"\n"
                                    "[[map]]\nline = \"saved\"\nlabel = \"PRLV*\"\n");
    const CashTotals totals = cash_of(budget, 0, read->only(), std::nullopt, {});
    REQUIRE(totals.ties.size() == 1);
    CHECK(totals.ties[0].line == 0);
}

TEST_CASE("a suggested line has words of the label, on the same side") {
    const auto read = statement_of("Date;Libellé;Montant\n05/01/2026;LOYER RENT 0126;-250,00\n06/01/2026;RENT;5,00\n");
    const Budget budget = budget_of(current_and_savings);
    const CashTotals totals = cash_of(budget, 0, read->only(), std::nullopt, {});
    const auto made = suggestions(budget, 0, read->only(), totals);
    REQUIRE(made.size() == 2);
    CHECK(made[0].item.has_value());
    CHECK(budget.items[made[0].item.value()].id == "rent");
    CHECK_FALSE(made[1].item.has_value());
}
