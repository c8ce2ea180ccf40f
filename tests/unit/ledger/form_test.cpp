// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <tests/support/ledgers.hpp>

using namespace msp;
using namespace msp::test;

TEST_CASE("without a column that is needed nothing is read") {
    std::string header = fec_header();
    header.replace(header.find("EcritureDate"), 12, "Date");
    const auto read = ledger_of(header);
    CHECK_FALSE(read->ledger);
    CHECK(read->found() == Found{"fec.column 1:1"});
}

TEST_CASE("what is no export") {
    CHECK(ledger_of("")->found() == Found{"fec.unknown 1:1"});
    CHECK(ledger_of("<?xml version=\"1.0\"?>\n")->found() == Found{"fec.unknown 1:1"});
    CHECK(ledger_of("a;b;c\n1;2;3\n")->found() == Found{"fec.unknown 1:1"});
}

TEST_CASE("columns of the law that are missing, stand twice or in another order") {
    std::string header = fec_header();
    header.erase(header.find("PieceDate\t"), 10);
    CHECK(ledger_of(header)->found() == Found{"fec.columns 1:1", "fec.no-lines 1:1"});
    CHECK(ledger_of("Debit\t" + fec_header())->found() ==
          Found{"fec.column-order 1:1", "fec.no-lines 1:1", "fec.column-twice 1:128"});
    CHECK(ledger_of("EcritureLib\tEcritureDate\tCompteNum\tDebit\tCredit\n")->findings.legal() == false);
}

TEST_CASE("an export without lines is said to be one") {
    CHECK(ledger_of(fec_header())->found() == Found{"fec.no-lines 1:1"});
}
