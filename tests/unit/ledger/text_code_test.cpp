// SPDX-License-Identifier: MIT
#include <msp/ledger/text_code.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace msp;

TEST_CASE("the encoding is told by the bytes") {
    CHECK(code_of("abc").code == LedgerCode::ascii);
    CHECK(code_of("").code == LedgerCode::ascii);
    CHECK(code_of("é").code == LedgerCode::utf8);
    CHECK(code_of("\xe9t\xe9").code == LedgerCode::latin9);
    CHECK(code_of("C\x9cur \xe9").code == LedgerCode::windows_1252);
    CHECK(code_of("C\x9cur \xe9").windows == 1);
}

TEST_CASE("a label that was cut within a character does not change the encoding of all") {
    const CodeFound found = code_of("été, où, Achats de fournitures m\xc3");
    CHECK(found.code == LedgerCode::utf8);
    CHECK(found.strays == 1);
    CHECK(found.stray == std::string("été, où, Achats de fournitures m").size());
}

TEST_CASE("bytes become UTF-8") {
    CHECK(utf8_from("caf\xe9 \xa4", LedgerCode::latin9) == "café €");
    CHECK(utf8_from("C\xbdur", LedgerCode::latin9) == "Cœur");
    CHECK(utf8_from("C\x9cur \x80", LedgerCode::windows_1252) == "Cœur €");
    CHECK(utf8_from("\xa4", LedgerCode::windows_1252) == "¤");
    CHECK(utf8_from("é", LedgerCode::utf8) == "é");
}
