// SPDX-License-Identifier: MIT
#include <msp/ledger/columns.hpp>

#include <doctest/doctest.h>

using namespace msp;

TEST_CASE("columns are found by name, case and accents apart") {
    for (const char* name : {"JournalCode", "JOURNALCODE", "journal_code", "Journal Code"})
        CHECK_MESSAGE(column_named(name)->column == LedgerColumn::journal, name);
    CHECK(column_named("Crédit")->column == LedgerColumn::credit);
    CHECK(column_named("Cr\xe9"
                       "dit")
              ->column == LedgerColumn::credit);
    CHECK(column_named("MontantDevise")->column == LedgerColumn::currency_amount);
    CHECK(column_named("IDevise")->by_law);
    CHECK_FALSE(column_named("PieceJointe"));
    CHECK_FALSE(column_named(""));
}

TEST_CASE("names that software uses instead are known as such") {
    CHECK(column_named("EcrtureLet")->column == LedgerColumn::letter);
    CHECK_FALSE(column_named("EcrtureLet")->by_law);
    CHECK(column_named("CompteAuxNum")->column == LedgerColumn::auxiliary);
}

TEST_CASE("each column has the law's name") {
    CHECK(name_of(LedgerColumn::journal) == "JournalCode");
    CHECK(name_of(LedgerColumn::client) == "IdClient");
    CHECK(name_of(LedgerColumn::side) == "Sens");
    for (std::size_t i = 0; i < ledger_columns; ++i) {
        const auto column = static_cast<LedgerColumn>(i);
        CHECK(column_named(name_of(column))->column == column);
    }
}
