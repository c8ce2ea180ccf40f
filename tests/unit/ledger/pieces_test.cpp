// SPDX-License-Identifier: MIT
#include <msp/ledger/pieces.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <tests/support/ledgers.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// "number day account voucher cents": the pieces as lines from 1, in brackets.
std::string pieces_of(const std::vector<std::string>& rows) {
    std::string text = fec_header();
    for (const std::string& row : rows) {
        std::istringstream in(row);
        std::string number;
        std::string day;
        std::string account;
        std::string voucher;
        int cents = 0;
        in >> number >> day >> account >> voucher >> cents;
        const std::string amount = std::to_string(cents < 0 ? -cents : cents) + ",00";
        text += fec_line("J|Journal|" + number + "|202601" + day + "|" + account + "|x|||" + voucher + "|202601" + day +
                         "|label|" + (cents < 0 ? "0,00|" + amount : amount + "|0,00") + "|||20260131||");
    }
    const auto read = ledger_of(text);
    const LedgerPieces pieces(*read->ledger);
    std::string found;
    pieces.each([&](const LedgerPiece& piece) {
        found += found.empty() ? "[" : " [";
        for (std::uint32_t i = 0; i < piece.size(); ++i) {
            found += (i == 0 ? "" : " ") + std::to_string(piece[i] + 1);
            CHECK(pieces.of(piece[i])[0] == piece[0]);
        }
        found += ']';
    });
    return found;
}

}  // namespace

TEST_CASE("an entry is what comes to zero") {
    CHECK(pieces_of({"1 05 606 F1 100", "1 05 401 F1 -100", "2 06 606 F2 50", "2 06 401 F2 -50"}) == "[1 2] [3 4]");
    // One number for all of them.
    CHECK(pieces_of({"0 05 606 F1 100", "0 05 401 F1 -100", "0 06 606 F2 50", "0 06 401 F2 -50"}) == "[1 2] [3 4]");
    // A line without an amount belongs to what stands before it.
    CHECK(pieces_of({"0 05 606 F1 100", "0 05 401 F1 -100", "0 05 445 F1 0", "0 06 606 F2 50", "0 06 401 F2 -50"}) ==
          "[1 2 3] [4 5]");
    // Lines of two numbers between each other.
    CHECK(pieces_of({"1 05 606 F1 100", "2 06 606 F2 50", "1 05 401 F1 -100", "2 06 401 F2 -50"}) == "[1 3] [2 4]");
}

TEST_CASE("a file in the order of its accounts is parted by day and voucher") {
    CHECK(pieces_of({"0 05 401 F1 -100", "0 05 401 F2 -50", "0 06 401 F3 -30", "0 05 606 F1 100", "0 05 606 F2 50",
                     "0 06 606 F3 30"}) == "[1 4] [2 5] [3 6]");
    // By day alone where the vouchers are others.
    CHECK(pieces_of({"0 05 401 F1 -100", "0 06 401 F3 -30", "0 05 606 X 100", "0 06 606 F3 30"}) == "[1 3] [2 4]");
}

TEST_CASE("what does not balance stays together") {
    CHECK(pieces_of({"1 05 606 F1 100", "1 06 401 F1 -100"}) == "[1 2]");
    CHECK(pieces_of({"1 05 606 F1 100", "1 05 401 F1 -90"}) == "[1 2]");
    CHECK(pieces_of({"0 05 606 F1 100", "0 05 401 F1 -100", "0 06 606 F2 50", "0 06 401 F2 -40"}) == "[1 2] [3 4]");
}
