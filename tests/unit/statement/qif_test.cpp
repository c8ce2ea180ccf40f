// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <tests/support/statements.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string qif(const std::string& first, const std::string& second) {
    return "!Type:Bank\nD" + first + "\nT-250.00\nNSCI-1\nPPRLV SCI\n^\nD" + second +
           "\nU1,150.01\nT1,150.01\nMDR ALPHA\n^\n";
}

}  // namespace

TEST_CASE("QIF: the days of a file together say whether day or month stands first") {
    const Texts expected = {"2026-01-05 -250.00 PRLV SCI [SCI-1]", "2026-01-13 1150.01 DR ALPHA []"};
    for (const std::string& text : {qif("05/01/2026", "13/01/2026"), qif("5/1/26", "13/ 1/26"),
                                    qif("05/01'26", "13/01'26"), qif("01/05/2026", "01/13/2026")}) {
        const auto read = statement_of(text);
        CHECK(read->found() == Texts{});
        CHECK(read->entries() == expected);
        CHECK_FALSE(read->only().account.known());
        CHECK_FALSE(read->only().balance_on(read->only().entries[0].date).has_value());
    }
    const auto either = statement_of(qif("05/01/2026", "12/01/2026"));
    CHECK(either->found() == Texts{"bank-file.days 2:2"});
    CHECK_FALSE(either->diagnostics.has_errors());
    CHECK(either->entries()[0].starts_with("2026-01-05"));
    CHECK(statement_of(qif("13/01/2026", "01/14/2026"))->found() == Texts{"bank-file.date 7:2"});
}

TEST_CASE("what QIF cannot mean is refused where it stands") {
    CHECK(statement_of(qif("2026-01-05", "13/01/2026"))->found() == Texts{"bank-file.date 2:2"});
    CHECK(statement_of(qif("31/02/2026", "13/01/2026"))->found() == Texts{"bank-file.date 2:2"});
    CHECK(statement_of("!Type:Bank\nD13/01/2026\nT1,5,0\n^\n")->found() == Texts{"bank-file.amount 3:2"});
    CHECK(statement_of("!Type:Bank\nD13/01/2026\nPX\n^\n")->found() == Texts{"bank-file.amount 2:1"});
    CHECK(statement_of("!Type:Bank\nT1.00\n^\n")->found() == Texts{"bank-file.date 2:1"});
    CHECK(statement_of("!Type:Bank\nD13/01/2026\nT1.00\n")->found() == Texts{"bank-file.order 2:1"});
    CHECK(statement_of("!Type:Bank\nD13/01/2026\nT1.00\nQ\n^\n")->found() == Texts{"bank-file.record 4:1"});
    CHECK(statement_of("!Type:Invst\n")->found() == Texts{"bank-file.record 1:1"});
}
