// SPDX-License-Identifier: MIT
#include <msp/actuals/actuals.hpp>
#include <msp/money/money.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>
#include <tests/support/ledgers.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

const std::string two_banks =
    bank_text("courant", "0.00") + bank_text("livret", "0.00", "account = \"5121\"\n") +
    "[[transfer]]\nid = \"savings\"\nbank = \"courant\"\npaid_to = \"livret\"\namount = 10.00\ndate = 2026-07-01\n" +
    monthly_text("expense", "energy", "energy", "1.00", "match = [\"6061\"]\n") +
    monthly_text("expense", "paper", "supplies", "1.00", "match = [\"6064\"]\n") +
    monthly_text("income", "calls", "charges-reimbursed", "1.00", "match = [\"706\"]\n");

// "day line bank amount", ~ before an estimate; ? for what no rule takes, = for what accounts pay each other.
std::string told(const Budget& budget, const CashMove& move) {
    const std::string line = move.item == no_item ? "" : budget.items[move.item].id;
    const std::string kind = move.kind == CashKind::mapped ? "" : move.kind == CashKind::unmapped ? "?" : "=";
    return std::to_string(move.date.fields().day) + ' ' + (move.estimated ? "~" : "") + kind + line + ' ' +
           budget.banks[move.bank].id + ' ' + plain(move.amount);
}

std::string moves_of(const std::vector<std::string>& rows, std::optional<Date> until = {},
                     const std::string& rules = "") {
    const Budget budget = budget_of(two_banks + rules);
    const auto read = books_of(rows);
    std::string all;
    (void)cash_of(budget, 0, Ledgers({&*read->ledger}), until,
                  [&](std::size_t, const CashMove& move) { all += (all.empty() ? "" : ", ") + told(budget, move); });
    return all;
}

// Of several exports, with | between them.
std::string moves_of_all(const std::vector<std::vector<std::string>>& exports, const std::string& rules = "") {
    const Budget budget = budget_of(two_banks + rules);
    std::vector<std::unique_ptr<ReadLedger>> read;
    std::vector<const Fec*> ledgers;
    for (const std::vector<std::string>& rows : exports) {
        read.push_back(books_of(rows));
        ledgers.push_back(&*read.back()->ledger);
    }
    std::string all;
    std::size_t last = 0;
    (void)cash_of(budget, 0, Ledgers(ledgers), {}, [&](std::size_t part, const CashMove& move) {
        all += (all.empty() ? "" : part != last ? " | " : ", ") + told(budget, move);
        last = part;
    });
    return all;
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
    // In part, 60 x 100 / 120 and 60 x 20 / 120: a code that does not balance may be another invoice's.
    CHECK(paid("BQ 1 10 401 F A 60", "BQ 1 10 512 - - -60") == "10 ~energy courant -50.00, 10 ~paper courant -10.00");
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
    // Of 100 less 90, 10 are left to pay: 95 cannot be parted by them into 950 and -855.
    CHECK(moves_of({"AC 1 05 6061 - - 100", "AC 1 05 401 F A -100", "AC 2 06 401 F A 90", "AC 2 06 6064 - - -90",
                    "BQ 1 10 401 F A 95", "BQ 1 10 512 - - -95"}) == "10 ? courant -95.00");
}

TEST_CASE("a lettering code that is taken again is another pair") {
    const std::vector<std::string> first = {"AC 1 02 6061 - - 100", "AC 1 02 401 F A -100", "BQ 1 05 401 F A 100",
                                            "BQ 1 05 512 - - -100"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), first.begin(), first.end());
        return moves_of(more);
    };
    // One after the other: each is for its own.
    CHECK(with({"AC 2 06 6064 - - 50", "AC 2 06 401 F A -50", "BQ 2 09 401 F A 50", "BQ 2 09 512 - - -50"}) ==
          "5 energy courant -100.00, 9 paper courant -50.00");
    // The other line of the second pair is in the next year: the first pair stays what it is.
    CHECK(with({"AC 2 06 6064 - - 50", "AC 2 06 401 F A -50"}) == "5 energy courant -100.00");
    // Of one day for both, told apart by the day of lettering: 12 and 13 January.
    CHECK(moves_of({"AC 1 02 6061 - - 100", "AC 1 02 401 F A/12 -100", "AC 2 02 6064 - - 100",
                    "AC 2 02 401 F A/13 -100", "BQ 1 12 401 F A/12 100", "BQ 1 12 512 - - -100",
                    "BQ 2 13 401 F A/13 100", "BQ 2 13 512 - - -100"}) ==
          "12 energy courant -100.00, 13 paper courant -100.00");
    // Without it, by amounts that differ.
    CHECK(moves_of({"AC 1 02 6061 - - 100", "AC 1 02 401 F A -100", "AC 2 02 6064 - - 60", "AC 2 02 401 F A -60",
                    "BQ 1 12 401 F A 100", "BQ 1 12 512 - - -100", "BQ 2 13 401 F A 60", "BQ 2 13 512 - - -60"}) ==
          "12 energy courant -100.00, 13 paper courant -60.00");
    // Of equal amounts nobody knows which: half of each, an estimate.
    CHECK(moves_of({"AC 1 02 6061 - - 100", "AC 1 02 401 F A -100", "AC 2 02 6064 - - 100", "AC 2 02 401 F A -100",
                    "BQ 1 12 401 F A 100", "BQ 1 12 512 - - -100", "BQ 2 13 401 F A 100", "BQ 2 13 512 - - -100"}) ==
          "12 ~energy courant -50.00, 12 ~paper courant -50.00, 13 ~energy courant -50.00, 13 ~paper courant -50.00");
    // Unless both are of one line.
    CHECK(moves_of({"AC 1 02 6061 - - 100", "AC 1 02 401 F A -100", "AC 2 02 60611 - - 100", "AC 2 02 401 F A -100",
                    "BQ 1 12 401 F A 100", "BQ 1 12 512 - - -100", "BQ 2 13 401 F A 100", "BQ 2 13 512 - - -100"}) ==
          "12 energy courant -50.00, 12 energy courant -50.00, 13 energy courant -50.00, 13 energy courant -50.00");
}

TEST_CASE("without lettering the nearest earlier invoice of the amount, else all of the party's") {
    CHECK(moves_of({"AC 1 05 6061 - - 120", "AC 1 05 401 F - -120", "AC 2 06 6064 - - 120", "AC 2 06 401 F - -120",
                    "BQ 1 05 401 F - 120", "BQ 1 05 512 - - -120", "BQ 2 10 401 F - 120", "BQ 2 10 512 - - -120"}) ==
          "5 energy courant -120.00, 10 paper courant -120.00");
    // Two that wait together and are not of one line: nobody knows which is paid first.
    const std::vector<std::string> two = {"AC 1 05 6061 - - 120", "AC 1 05 401 F - -120", "AC 2 06 6064 - - 120",
                                          "AC 2 06 401 F - -120", "BQ 1 09 401 F - 120",  "BQ 1 09 512 - - -120",
                                          "BQ 2 10 401 F - 120",  "BQ 2 10 512 - - -120"};
    CHECK(moves_of(two) == "9 ~paper courant -120.00, 10 ~energy courant -120.00");
    // An invoice is paid once: the second payment is of another one, or the first was. 120 x 120 / 120 of energy, by
    // the party's other invoices.
    CHECK(moves_of({"AC 1 05 6061 - - 120", "AC 1 05 401 F - -120", "BQ 1 09 401 F - 120", "BQ 1 09 512 - - -120",
                    "BQ 2 10 401 F - 120", "BQ 2 10 512 - - -120"}) ==
          "9 ~energy courant -120.00, 10 ~energy courant -120.00");
    // Twelve alike of one line are certain.
    CHECK(moves_of({"AC 1 05 6061 - - 120", "AC 1 05 401 F - -120", "AC 2 06 6061 - - 120", "AC 2 06 401 F - -120",
                    "BQ 1 09 401 F - 120", "BQ 1 09 512 - - -120"}) == "9 energy courant -120.00");
    // 90 are no invoice: 90 x 120 / 180 and 90 x 60 / 180.
    CHECK(moves_of({"AC 1 05 6061 - - 120", "AC 1 05 401 F - -120", "AC 2 06 6064 - - 60", "AC 2 06 401 F - -60",
                    "BQ 1 10 401 F - 90", "BQ 1 10 512 - - -90"}) ==
          "10 ~energy courant -60.00, 10 ~paper courant -30.00");
    // An invoice of last year, by those of this one.
    CHECK(moves_of({"AN 1 01 401 F A -30", "AN 1 01 512 - - 30", "AC 1 05 6061 - - 120", "AC 1 05 401 F - -120",
                    "BQ 1 10 401 F A 30", "BQ 1 10 512 - - -30"}) == "10 ~energy courant -30.00");
}

TEST_CASE("a party without invoices is paid for what it was paid at once for, an estimate") {
    // 80 of energy and 40 of paper: 60 x 80 / 120 and 60 x 40 / 120. Nothing stands in the way of who has no name.
    const std::vector<std::string> paid_at_once = {"BQ 1 05 6061 F - 80", "BQ 1 05 512 - - -80", "BQ 2 06 6064 F - 40",
                                                   "BQ 2 06 512 - - -40"};
    const auto with = [&](const std::vector<std::string>& more) {
        std::vector<std::string> rows = paid_at_once;
        rows.insert(rows.end(), more.begin(), more.end());
        return moves_of(rows);
    };
    const std::string at_once = "5 energy courant -80.00, 6 paper courant -40.00, ";
    CHECK(with({"BQ 3 10 401 F - 60", "BQ 3 10 512 - - -60"}) ==
          at_once + "10 ~energy courant -40.00, 10 ~paper courant -20.00");
    CHECK(with({"BQ 3 10 401 G - 60", "BQ 3 10 512 - - -60"}) == at_once + "10 ? courant -60.00");
    CHECK(with({"BQ 3 10 401 - - 60", "BQ 3 10 512 - - -60"}) == at_once + "10 ? courant -60.00");
    // What the balances of a year begin with is no payment, and an invoice says more than what was paid at once.
    CHECK(moves_of({"AN 1 01 2183 F - 100", "AN 1 01 512 - - -100", "BQ 3 10 401 F - 60", "BQ 3 10 512 - - -60"}) ==
          "10 ? courant -60.00");
    CHECK(with({"AC 1 07 6061 - - 90", "AC 1 07 401 F - -90", "BQ 3 10 401 F - 60", "BQ 3 10 512 - - -60"}) ==
          at_once + "10 ~energy courant -60.00");
}

TEST_CASE("what is written off is no money") {
    // An invoice of 100, of which 99.99 are paid; the cent is written off by an entry of the same code, or of the
    // payment.
    CHECK(moves_of({"AC 1 02 6061 - - 100", "AC 1 02 401 F A -100", "BQ 1 05 401 F A 99,99", "BQ 1 05 512 - - -99,99",
                    "OD 1 06 401 F A 0,01", "OD 1 06 758 - - -0,01"}) == "5 energy courant -99.99");
    CHECK(moves_of({"AC 1 02 6061 - - 100", "AC 1 02 401 F A -100", "BQ 1 05 401 F A 100", "BQ 1 05 512 - - -99,99",
                    "BQ 1 05 758 - - -0,01"}) == "5 energy courant -99.99");
    // A member owes 100, pays 60, and 40 are a bad debt.
    CHECK(moves_of({"VE 1 02 706 - - -100", "VE 1 02 411 M A 100", "BQ 1 05 512 - - 60", "BQ 1 05 654 - - 40",
                    "BQ 1 05 411 M A -100"}) == "5 calls courant 60.00");
    // What is invoiced on such an account is paid: 20 x 15 / 20 and 20 x 5 / 20; and what comes in with something else.
    CHECK(moves_of({"AC 1 02 6061 - - 15", "AC 1 02 658 - - 5", "AC 1 02 401 F A -20", "BQ 1 05 401 F A 20",
                    "BQ 1 05 512 - - -20"}) == "5 energy courant -15.00, 5 ? courant -5.00");
    CHECK(moves_of({"VE 1 02 706 - - -100", "VE 1 02 411 M A 100", "BQ 1 05 512 - - 150", "BQ 1 05 758 - - -50",
                    "BQ 1 05 411 M A -100"}) == "5 ? courant 50.00, 5 calls courant 100.00");
}

TEST_CASE("an invoice may stand in another export") {
    const std::vector<std::string> year_before = {"AC 1 20251210 6061 - - 30", "AC 1 20251210 401 F - -30",
                                                  "AC 2 20251211 6064 - - 40", "AC 2 20251211 401 G - -40"};
    // The opening says what is owed, the year before what for; by its lettering too.
    const std::vector<std::string> opened = {"AN 1 01 401 F A -30", "AN 1 01 401 G - -40", "AN 1 01 512 - - 70"};
    const auto after = [&](std::vector<std::string> rows) {
        rows.insert(rows.begin(), opened.begin(), opened.end());
        return moves_of_all({year_before, rows});
    };
    CHECK(after({"BQ 1 10 401 F A 30", "BQ 1 10 512 - - -30"}) == "10 energy courant -30.00");
    CHECK(after({"BQ 1 10 401 G - 40", "BQ 1 10 512 - - -40"}) == "10 paper courant -40.00");
    CHECK(moves_of_all({{"AC 1 20251210 6061 - - 30", "AC 1 20251210 401 F A -30"},
                        {"BQ 1 10 401 F A 30", "BQ 1 10 512 - - -30"}}) == "10 energy courant -30.00");
    // A balance of several invoices: 70 x 30 / 70 and 70 x 40 / 70, paid at once.
    CHECK(moves_of_all({{"AC 1 20251210 6061 - - 30", "AC 1 20251210 401 F - -30", "AC 2 20251211 6064 - - 40",
                         "AC 2 20251211 401 F - -40"},
                        {"AN 1 01 401 F A -70", "AN 1 01 512 - - 70", "BQ 1 10 401 F A 70", "BQ 1 10 512 - - -70"}}) ==
          "10 paper courant -40.00, 10 energy courant -30.00");
    // Paid in two parts nobody knows which: 35 x 40 / 70 and 35 x 30 / 70 each.
    CHECK(moves_of_all({{"AC 1 20251210 6061 - - 30", "AC 1 20251210 401 F - -30", "AC 2 20251211 6064 - - 40",
                         "AC 2 20251211 401 F - -40"},
                        {"AN 1 01 401 F A -70", "AN 1 01 512 - - 70", "BQ 1 10 401 F A 35", "BQ 1 10 512 - - -35",
                         "BQ 2 11 401 F A 35", "BQ 2 11 512 - - -35"}}) ==
          "10 ~paper courant -20.00, 10 ~energy courant -15.00, 11 ~paper courant -20.00, 11 ~energy courant -15.00");
    // Two parts of one export.
    CHECK(moves_of_all({{"AC 1 02 6061 - - 30", "AC 1 02 401 F A -30", "BQ 1 03 627 - - 1", "BQ 1 03 512 - - -1"},
                        {"BQ 2 10 401 F A 30", "BQ 2 10 512 - - -30"}}) ==
          "3 ? courant -1.00 | 10 energy courant -30.00");
    // A code of the year before that balances there is another one.
    CHECK(moves_of_all({{"AC 1 20251210 6061 - - 30", "AC 1 20251210 401 F A -30", "BQ 1 20251211 401 F A 30",
                         "BQ 1 20251211 512 - - -30"},
                        {"AC 2 02 6064 - - 30", "AC 2 02 401 F A -30", "BQ 2 10 401 F A 30", "BQ 2 10 512 - - -30"}}) ==
          "11 energy courant -30.00 | 10 paper courant -30.00");
    // Without the year before, the words of the opening.
    CHECK(moves_of({"AN 1 01 401 F A -30", "AN 1 01 512 - - 30", "BQ 1 10 401 F A 30", "BQ 1 10 512 - - -30"}, {},
                   "[[map]]\nline = \"energy\"\naccount = \"401\"\njournal = \"AN\"\n") == "10 energy courant -30.00");
}

TEST_CASE(
    "a code that is taken again is parted through all exports, and else a payment before its invoice is no proof") {
    const std::vector<std::string> paid_and_invoiced = {"BQ 1 05 401 F A 30", "BQ 1 05 512 - - -30",
                                                        "AC 2 08 6064 - - 30", "AC 2 08 401 F A -30"};
    const std::vector<std::string> before = {"AC 1 20251210 6061 - - 30", "AC 1 20251210 401 F A -30"};
    // The invoice of December, its payment; the same code and amount again, paid in the next part.
    CHECK(moves_of_all({before, paid_and_invoiced, {"BQ 3 12 401 F A 30", "BQ 3 12 512 - - -30"}}) ==
          "5 energy courant -30.00 | 12 paper courant -30.00");
    // Alone it is paid beforehand, unless the year opens with as much.
    CHECK(moves_of(paid_and_invoiced) == "5 paper courant -30.00");
    std::vector<std::string> opened = paid_and_invoiced;
    opened.insert(opened.begin(), {"AN 1 01 401 F - -30", "AN 1 01 512 - - 30"});
    CHECK(moves_of(opened) == "5 ~paper courant -30.00");
    // Or the code has another payment, of the same amount, whose invoice is not there.
    std::vector<std::string> again = paid_and_invoiced;
    again.insert(again.end(), {"BQ 3 12 401 F A 30", "BQ 3 12 512 - - -30"});
    CHECK(moves_of(again).starts_with("5 ~paper courant -30.00"));
    // 100 of the code are not paid: that the 60 are the second invoice is likely, and no more.
    CHECK(moves_of({"AC 1 02 6061 - - 100", "AC 1 02 401 F A -100", "AC 2 03 6064 - - 60", "AC 2 03 401 F A -60",
                    "BQ 1 12 401 F A 60", "BQ 1 12 512 - - -60"}) == "12 ~paper courant -60.00");
}

TEST_CASE(
    "a payment may be of an invoice of a year that is not there, and its code's other payment of the invoice here") {
    // The year before opened with 60 or more, and the code was taken for its invoice and for this one of 60: the two
    // payments of 60 are one of each, and nobody knows which.
    const std::vector<std::string> invoiced = {"AC 1 20251105 6061 - - 60", "AC 1 20251105 401 F A -60"};
    const std::vector<std::string> paid = {"BQ 1 20251201 401 F A 60", "BQ 1 20251201 512 - - -60"};
    const auto after = [&](const std::string& opened, std::vector<std::string> rows, std::vector<std::string> next) {
        const std::vector<std::string> opening = {"AN 1 20250101 401 F - -" + opened,
                                                  "AN 1 20250101 512 - - " + opened};
        rows.insert(rows.begin(), opening.begin(), opening.end());
        return moves_of_all({rows, std::move(next)});
    };
    std::vector<std::string> both = invoiced;
    both.insert(both.end(), paid.begin(), paid.end());
    // The other payment is alone in the next export, or beside an opening that what is here does not leave open.
    CHECK(after("60", both, {"BQ 2 10 401 F A 60", "BQ 2 10 512 - - -60"}).starts_with("1 ~energy courant -60.00"));
    const std::vector<std::string> reopened = {"AN 1 01 401 F A -60", "AN 1 01 512 - - 60", "BQ 2 10 401 F A 60",
                                               "BQ 2 10 512 - - -60"};
    CHECK(after("60", both, reopened).starts_with("1 ~energy courant -60.00"));
    // Both are there, and the invoice is not.
    const std::vector<std::string> twice = {"BQ 1 10 401 F A 60", "BQ 1 10 512 - - -60", "BQ 2 12 401 F A 60",
                                            "BQ 2 12 512 - - -60"};
    CHECK(after("60", invoiced, twice).starts_with("10 ~energy courant -60.00"));
    // The year opened with less than 60: nothing of it is paid with them.
    CHECK(after("59", both, reopened).starts_with("1 energy courant -60.00"));
    // The next payment is before its invoice, so that it pays no other.
    CHECK(after("60", paid, {"AC 2 05 6064 - - 60", "AC 2 05 401 F A -60", "BQ 2 10 401 F A 60", "BQ 2 10 512 - - -60"})
              .ends_with("10 paper courant -60.00"));
    // 40 of the code are of an invoice that is not there: either 60 may be of either invoice of 60.
    std::vector<std::string> earlier = invoiced;
    earlier.insert(earlier.end(), {"BQ 1 20251201 401 F A 40", "BQ 1 20251201 512 - - -40"});
    CHECK(after("40", earlier,
                {"AC 2 05 6064 - - 60", "AC 2 05 401 F A -60", "BQ 2 10 401 F A 60", "BQ 2 10 512 - - -60",
                 "BQ 3 11 401 F A 60", "BQ 3 11 512 - - -60"})
              .ends_with(" | 10 ~paper courant -60.00, 11 ~energy courant -60.00"));
}

TEST_CASE("an opening is of the invoice of its amount, where that is one") {
    const std::vector<std::string> paid = {"BQ 1 10 401 F A 60", "BQ 1 10 512 - - -60"};
    const auto opened = [&](const std::vector<std::string>& before, std::vector<std::string> rows) {
        rows.insert(rows.end(), paid.begin(), paid.end());
        return moves_of_all({before, rows});
    };
    const std::vector<std::string> one = {"AN 9 01 401 F A -60", "AN 9 01 512 - - 60"};
    CHECK(opened({"AC 1 20251210 6061 - - 60", "AC 1 20251210 401 F - -60"}, one) == "10 energy courant -60.00");
    // The invoice is of another code, or there are two openings of 60.
    CHECK(opened({"AC 1 20251210 6061 - - 60", "AC 1 20251210 401 F B -60"}, one) == "10 ~energy courant -60.00");
    CHECK(opened({"AC 1 20251210 6061 - - 60", "AC 1 20251210 401 F - -60"},
                 {"AN 9 01 401 F A -60", "AN 9 01 401 F B -60", "AN 9 01 512 - - 120"}) == "10 ~energy courant -60.00");
    // Of two invoices of 60 one was paid, and nobody knows which is left; of one line that does not matter.
    const auto two = [&](const std::string& second) {
        return opened({"AC 1 20251201 6061 - - 60", "AC 1 20251201 401 F - -60", "AC 2 20251202 " + second + " - - 60",
                       "AC 2 20251202 401 F - -60", "BQ 1 20251205 401 F - 60", "BQ 1 20251205 512 - - -60"},
                      one);
    };
    // 60 x 60 / 120 of each.
    CHECK(two("6064").ends_with("10 ~energy courant -30.00, 10 ~paper courant -30.00"));
    CHECK(two("6061").ends_with("10 energy courant -60.00"));
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
        books_of({"BQ 1 10 6061 - - 90", "BQ 1 10 512 - - -90", "CL 1 31 891 - - -90", "CL 1 31 512 - - 90"});
    CHECK(cash_of(budget_of(two_banks), 0, Ledgers({&*read->ledger}), {}, {}).front().last == "2026-01-10"_d);
}

TEST_CASE("the books are read to the last entry of a bank's journal") {
    const std::vector<std::string> rows = {"AN 1 01 512 - - 200", "AN 1 01 101 - - -200", "BQ 1 10 6061 - - 90",
                                           "BQ 1 10 512 - - -90", "OD 1 30 512 - - 5",    "OD 1 30 758 - - -5",
                                           "OD 2 30 681 - - 5",   "OD 2 30 281 - - -5",   "OD 3 30 681 - - 5",
                                           "OD 3 30 281 - - -5"};
    const Budget budget = budget_of(two_banks);
    const auto read = books_of(rows);
    const Ledgers ledgers({&*read->ledger});
    const CashTotals totals = cash_of(budget, 0, ledgers, {}, {}).front();
    CHECK(totals.opened);
    CHECK(totals.opening == "200.00"_eur);
    CHECK(totals.last == "2026-01-10"_d);
    CHECK(totals.mapped == "-90.00"_eur);
    CHECK(totals.balance == "110.00"_eur);
    CHECK(totals.later == "5.00"_eur);
    CHECK(totals.later_count == 1);
    const CashTotals all = cash_of(budget, 0, ledgers, "2026-01-31"_d, {}).front();
    CHECK(all.unmapped == "5.00"_eur);
    CHECK(all.balance == "115.00"_eur);
    // 0 of 95 euros.
    CHECK(estimated_percent(all) == Quotient());
    REQUIRE(all.by_account.size() == 1);
    CHECK(ledgers.accounts()[all.by_account.front().account] == "758");
}

TEST_CASE("a correction in a journal that is no bank's is not the last entry of a bank") {
    const Budget budget = budget_of(two_banks);
    const auto last = [&](const std::vector<std::string>& rows) {
        const auto read = books_of(rows);
        return cash_of(budget, 0, Ledgers({&*read->ledger}), {}, {}).front().last;
    };
    // The only entry of its journal.
    CHECK(last({"BQ 1 10 6061 - - 90", "BQ 1 10 512 - - -90", "OD 1 1231 512 - - 5", "OD 1 1231 758 - - -5"}) ==
          "2026-01-10"_d);
    // Of a bank that has no other.
    CHECK(last({"BQ 1 10 6061 - - 90", "BQ 1 10 512 - - -90", "OD 1 1231 5121 - - 5", "OD 1 1231 758 - - -5"}) ==
          "2026-01-10"_d);
    // Of a journal whose name says nothing, on a bank that another journal moves more often.
    CHECK(last({"BQ 1 10 6061 - - 90", "BQ 1 10 512 - - -90", "BQ 2 11 6061 - - 90", "BQ 2 11 512 - - -90",
                "X 1 1231 512 - - 5", "X 1 1231 758 - - -5"}) == "2026-01-11"_d);
    // Books with one journal for all.
    CHECK(last({"OD 1 10 6061 - - 90", "OD 1 10 512 - - -90"}) == "2026-01-10"_d);
}
