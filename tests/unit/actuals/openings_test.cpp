// SPDX-License-Identifier: MIT
#include <msp/actuals/openings.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/ledgers.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// "journal account euros" of a day.
std::unique_ptr<ReadLedger> books(const std::string& day, const std::vector<std::vector<std::string>>& rows) {
    std::string text = fec_header();
    for (const std::vector<std::string>& row : rows) {
        BookLine line;
        line.journal = row[0];
        line.day = day;
        line.account = row[1];
        line.cents = 100 * std::stoll(row[2]);
        text += fec_line(line);
    }
    return ledger_of(text);
}

}  // namespace

TEST_CASE("what a year ends with is what the next one begins with") {
    const auto before = books("20250105", {{"AN", "512", "100"},
                                           {"AN", "101", "-100"},
                                           {"AC", "606", "30"},
                                           {"AC", "401F", "-30"},
                                           {"BQ", "401F", "10"},
                                           {"BQ", "512", "-10"}});
    const auto differences = [&](const std::vector<std::vector<std::string>>& rows) {
        const auto after = books("20260101", rows);
        std::string all;
        for (const OpeningDifference& each : opening_differences(Ledgers({&*before->ledger, &*after->ledger})))
            all += each.account + ' ' + plain(each.closing) + ' ' + plain(each.opening) + ';';
        return all;
    };
    // 100 - 10 in the bank, 30 - 10 owed; whether by member or in one sum. The result is another account.
    CHECK(differences({{"AN", "512", "90"}, {"AN", "401", "-20"}, {"AN", "101", "-100"}, {"AN", "120", "30"}}) == "");
    CHECK(differences({{"AN", "512", "91"}, {"AN", "401G", "-20"}}) == "512 90.00 91.00;");
    CHECK(differences({{"AN", "512", "90"}, {"AN", "531", "5"}}) == "401 -20.00 0.00;531 0.00 5.00;");
    // A part without openings goes on, and there is nothing to compare.
    CHECK(differences({{"BQ", "512", "7"}}) == "");
    // Nor between years with another one between them.
    const auto later = books("20270101", {{"AN", "512", "7"}});
    CHECK(opening_differences(Ledgers({&*before->ledger, &*later->ledger})).empty());
}

TEST_CASE("a difference has both places") {
    const auto before = books("20250105", {{"BQ", "706", "-5"}, {"BQ", "512", "5"}});
    const auto after = books("20260101", {{"AN", "512", "6"}, {"AN", "101", "-6"}});
    const auto found = opening_differences(Ledgers({&*before->ledger, &*after->ledger}));
    REQUIRE(found.size() == 1);
    CHECK(found.front().closed == 1);
    CHECK(found.front().opened == 2);
    CHECK(found.front().before == 0);
    CHECK(found.front().after == 1);
}
