// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <tests/support/changed_text.hpp>
#include <tests/support/statements.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string padded(std::string text, std::size_t size) {
    text.resize(std::max(size, text.size()), ' ');
    return text;
}

// Records of account 00012345601, their amounts as the standard writes them.
std::string balance(const std::string& code, const std::string& day, const std::string& amount) {
    return padded(padded(code + "10278    00001EUR2 00012345601  " + day, 90) + amount, 120) + "\n";
}
std::string moved(const std::string& day, const std::string& label, const std::string& amount,
                  const std::string& reference = "") {
    const std::string front = "0410278    00001EUR2 0001234560106" + day + "  " + day + label;
    return padded(padded(front, 90) + amount + reference, 120) + "\n";
}
std::string told(const std::string& day, const std::string& qualifier, const std::string& information) {
    return padded("0510278    00001EUR2 0001234560106" + day + "     " + qualifier + information, 120) + "\n";
}

const std::string opened = balance("01", "311225", "0000000010000{");
const std::string rent = moved("050126", "PRLV SCI", "0000000002500}", "SCI-1");
const std::string came = moved("120126", "VIR DR ALPHA REDEVANCE CABINET", "0000000011500A");
const std::string closed = balance("07", "310126", "0000000019000A");

std::string without_lines(std::string text) {
    std::erase(text, '\n');
    return text;
}

}  // namespace

TEST_CASE("balances and movements of CFONB 120, with what complements say") {
    // 1,000.00 - 250.00 + 1,150.01 = 1,900.01.
    const auto read = statement_of(opened + rent + told("050126", "RCN", "BAIL-2026-01") + came +
                                   told("120126", "LIB", "VIR DR ALPHA REDEVANCE CABINET JANVIER") +
                                   told("120126", "NPY", "DR ALPHA MEDECINE") + told("120126", "FEE", "X") + closed);
    CHECK(read->found() == Texts{});
    REQUIRE(read->statements.size() == 1);
    CHECK(read->entries() == Texts{"2026-01-05 -250.00 PRLV SCI [BAIL-2026-01]",
                                   "2026-01-12 1150.01 VIR DR ALPHA REDEVANCE CABINET JANVIER DR ALPHA MEDECINE []"});
    const AccountStatement& of = read->only();
    CHECK(of.account.shown() == "10278 00001 00012345601");
    CHECK(plain(of.opening->amount) == "1000.00");
    CHECK(iso(of.opening->date) == "2025-12-31");
    CHECK(plain(of.closing->amount) == "1900.01");
    CHECK(iso(of.first().value()) == "2026-01-01");
    CHECK(iso(of.last().value()) == "2026-01-31");
    CHECK(plain(of.balance_on(of.entries[0].date).value()) == "750.00");
    CHECK(of.entries[1].line == 4);
}

TEST_CASE("records in one line, blank lines, blanks cut off and seven-bit signs change nothing") {
    const Texts expected = {"2026-01-05 -250.00 PRLV SCI [SCI-1]",
                            "2026-01-12 1150.01 VIR DR ALPHA REDEVANCE CABINET []"};
    const std::string all = opened + rent + came + closed;
    std::string cut;
    for (std::size_t at = 0; at < all.size(); at = all.find('\n', at) + 1) {
        std::string line = all.substr(at, all.find('\n', at) - at);
        line.erase(line.find_last_not_of(' ') + 1);
        cut += line + "\r\n\r\n";
    }
    // é for + 0, è for - 0, in UTF-8 and in Latin-1.
    const std::string utf8 = changed(changed(all, "10000{", "10000é"), "2500}", "2500è");
    const std::string latin = changed(changed(all, "10000{", "10000\xe9"), "2500}", "2500\xe8");
    for (const std::string& text : {without_lines(all), cut, utf8, latin}) {
        const auto read = statement_of(text);
        CHECK(read->found() == Texts{});
        CHECK(read->entries() == expected);
    }
}

TEST_CASE("statements of one account that follow each other are one, if no money is lost between them") {
    const std::string next = balance("01", "310126", "0000000019000A") + balance("07", "280226", "0000000019000A");
    const auto read = statement_of(opened + rent + came + closed + next);
    CHECK(read->found() == Texts{});
    REQUIRE(read->statements.size() == 1);
    CHECK(iso(read->only().closing->date) == "2026-02-28");
    const std::string gap = balance("01", "310126", "0000000019000B") + balance("07", "280226", "0000000019000B");
    CHECK(statement_of(opened + rent + came + closed + gap)->found() == Texts{"bank-file.chain 5:1"});
}

TEST_CASE("what cannot be right is refused where it stands") {
    const std::string all = opened + rent + came + closed;
    // A cent, a movement and a sign that are changed: the sums show it at the closing balance.
    CHECK(statement_of(changed(all, "11500A", "11500B"))->found() == Texts{"bank-file.sum 4:1"});
    CHECK(statement_of(opened + rent + closed)->found() == Texts{"bank-file.sum 3:1"});
    CHECK(statement_of(changed(all, "2500}", "2500{"))->found() == Texts{"bank-file.sum 4:1"});
    CHECK(statement_of(changed(all, "2500}", "250 }"))->found() == Texts{"bank-file.amount 2:91"});
    CHECK(statement_of(changed(all, "06050126", "06300226"))->found() == Texts{"bank-file.date 2:35"});
    CHECK(statement_of(changed(all, "00001EUR2", "00001USD2"))->found() == Texts{"bank-file.currency 1:17"});
    CHECK(statement_of(opened + rent.substr(0, 100) + "\n" + closed)->found() == Texts{"bank-file.record 2:1"});
    CHECK(statement_of(opened + "31" + rent.substr(2) + closed)->found() == Texts{"bank-file.record 2:1"});
    CHECK(statement_of(rent + came + opened + closed)->found() == Texts{"bank-file.order 1:1"});
    CHECK(statement_of(opened + rent)->found() == Texts{"bank-file.order 1:1"});
    CHECK(statement_of(opened + changed(rent, "00012345601", "00012345602") + closed)->found() ==
          Texts{"bank-file.order 2:22"});
}

TEST_CASE("other numbers of decimals come to the same cents") {
    const auto with = [](const std::string& decimals, const std::string& amount) {
        const std::string front = changed(balance("01", "311225", amount), "EUR2", "EUR" + decimals);
        return statement_of(front + changed(balance("07", "311225", amount), "EUR2", "EUR" + decimals));
    };
    CHECK(plain(with("0", "0000000000012C")->only().closing->amount) == "123.00");
    CHECK(plain(with("3", "0000000012345{")->only().closing->amount) == "123.45");
    CHECK(with("3", "0000000012345A")->found() == Texts{"bank-file.amount 1:91", "bank-file.amount 2:91"});
}
