// SPDX-License-Identifier: MIT
// The lines of a file are counted from its header, which is line 1.
#include <doctest/doctest.h>

#include <string>
#include <tests/support/ledgers.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// A line of journal AC without a lettering code.
std::string entry_line(const std::string& number, const std::string& day, const std::string& account,
                       const std::string& debit, const std::string& credit, const std::string& piece = "F1",
                       const std::string& letter = "") {
    return fec_line("AC|Achats|" + number + "|" + day + "|" + account + "|x|||" + piece + "|" + day + "|x|" + debit +
                    "|" + credit + "|" + letter + "||" + day + "||");
}

std::string voucher(const std::string& number, const std::string& day, const std::string& amount,
                    const std::string& piece) {
    return entry_line(number, day, "606100", amount, "0,00", piece) +
           entry_line(number, day, "401000", "0,00", amount, piece);
}

std::vector<std::string> found_in(const std::string& text) {
    std::vector<std::string> all;
    for (const std::string& told : ledger_of(fec_header() + text)->found())
        all.push_back(told.substr(0, told.find(':')));
    return all;
}

}  // namespace

TEST_CASE("an entry that does not come to zero is told at its first line where nobody knows more") {
    CHECK(found_in(entry_line("1", "20260105", "606100", "100,01", "0,00") +
                   entry_line("1", "20260105", "401000", "0,00", "100,00")) == Found{"fec.balance 2"});
}

TEST_CASE("lettering shows which line is wrong") {
    const std::string payment = entry_line("2", "20260110", "401000", "100,00", "0,00", "F1", "A") +
                                entry_line("2", "20260110", "512000", "0,00", "100,00");
    // The supplier's line agrees with its payment, so it is the charge.
    CHECK(found_in(entry_line("1", "20260105", "606100", "100,01", "0,00") +
                   entry_line("1", "20260105", "401000", "0,00", "100,00", "F1", "A") + payment) ==
          Found{"fec.balance 2"});
    // It is what its lettering code is off by, which is not told a second time.
    CHECK(found_in(entry_line("1", "20260105", "606100", "100,00", "0,00") +
                   entry_line("1", "20260105", "401000", "0,00", "100,01", "F1", "A") + payment) ==
          Found{"fec.balance 3"});
}

TEST_CASE("a line with debit and credit the other way round is found") {
    // 100 and 100 in credit: the charge is on the wrong side.
    CHECK(found_in(entry_line("1", "20260105", "606100", "0,00", "100,00") +
                   entry_line("1", "20260105", "401000", "0,00", "100,00")) == Found{"fec.balance 2"});
    // 60 + 40 + 100 in debit: only the last one is half of the difference, 200.
    CHECK(found_in(entry_line("1", "20260105", "606100", "60,00", "0,00") +
                   entry_line("1", "20260105", "606300", "40,00", "0,00") +
                   entry_line("1", "20260105", "401000", "100,00", "0,00")) == Found{"fec.balance 4"});
}

TEST_CASE("a line with the number of another entry is found") {
    const std::string first = voucher("1", "20260105", "10,00", "F1");
    CHECK(found_in(first + entry_line("2", "20260106", "606100", "70,00", "0,00") +
                   entry_line("1", "20260106", "401000", "0,00", "70,00")) == Found{"fec.number 5"});
    CHECK(found_in(first + entry_line("1", "20260106", "606100", "70,00", "0,00") +
                   entry_line("2", "20260106", "401000", "0,00", "70,00")) == Found{"fec.number 4"});
}

TEST_CASE("a number that stands for two entries is told at the second, and the missing one is not") {
    std::string text;
    for (int i = 1; i <= 30; ++i)
        text += voucher(std::to_string(i == 7 ? 6 : i), "20260105", std::to_string(i) + ",00", "F" + std::to_string(i));
    // Entry 7 begins at line 2 + 6 x 2.
    CHECK(found_in(text) == Found{"fec.number-twice 14"});
}

TEST_CASE("one number for all entries of a journal is told once, and they are told apart") {
    std::string text;
    for (int i = 1; i <= 5; ++i)
        text += voucher("0", "2026010" + std::to_string(i), std::to_string(i) + ",00", "F" + std::to_string(i));
    CHECK(found_in(text) == Found{"fec.number-constant 4"});
    CHECK(found_in(text + entry_line("0", "20260109", "606100", "1,00", "0,00")) ==
          Found{"fec.number-constant 4", "fec.journal 12"});
}

TEST_CASE("several sums of zero within one voucher are one entry") {
    CHECK(found_in(entry_line("1", "20260105", "606100", "10,00", "0,00") +
                   entry_line("1", "20260105", "401000", "0,00", "10,00") +
                   entry_line("1", "20260105", "606300", "5,00", "0,00") +
                   entry_line("1", "20260105", "401000", "0,00", "5,00")) == Found{});
}

TEST_CASE("lines of an entry need not stand together") {
    CHECK(found_in(entry_line("1", "20260105", "606100", "10,00", "0,00", "F1") +
                   entry_line("2", "20260105", "606100", "20,00", "0,00", "F2") +
                   entry_line("1", "20260105", "401000", "0,00", "10,00", "F1") +
                   entry_line("2", "20260105", "401000", "0,00", "20,00", "F2")) == Found{});
}

TEST_CASE("an entry has one day") {
    // The day of the second line is not that of its voucher.
    const std::string moved = fec_line("AC|Achats|1|20260305|401000|x|||F1|20260105|x|0,00|10,00|||20260105||");
    CHECK(found_in(entry_line("1", "20260105", "606100", "10,00", "0,00") + moved) == Found{"fec.entry-dates 3"});
}

TEST_CASE("lettering codes that do not come to zero are told, alone ones are not") {
    const std::string text = entry_line("1", "20260105", "606100", "10,00", "0,00") +
                             entry_line("1", "20260105", "401000", "0,00", "10,00", "F1", "A") +
                             entry_line("2", "20260106", "401000", "8,00", "0,00", "F1", "A") +
                             entry_line("2", "20260106", "512000", "0,00", "8,00");
    CHECK(found_in(text) == Found{"fec.lettering 3"});
    CHECK(found_in(entry_line("1", "20260105", "606100", "10,00", "0,00") +
                   entry_line("1", "20260105", "401000", "0,00", "10,00", "F1", "A")) == Found{});
}

TEST_CASE("a line that stands twice is found") {
    CHECK(found_in(voucher("1", "20260105", "10,00", "F1") + entry_line("1", "20260105", "401000", "0,00", "10,00")) ==
          Found{"fec.balance 4"});
}
