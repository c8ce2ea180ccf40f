// SPDX-License-Identifier: MIT
#include <msp/actuals/ledgers.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <tests/support/ledgers.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// "2 0 1": the positions of these, the older first.
std::string order_of(const std::vector<std::vector<std::string>>& exports) {
    std::vector<std::unique_ptr<ReadLedger>> read;
    std::vector<const Fec*> ledgers;
    for (const std::vector<std::string>& lines : exports) {
        read.push_back(books_of(lines));
        ledgers.push_back(&*read.back()->ledger);
    }
    std::string all;
    for (const std::size_t i : oldest_first(ledgers))
        all += (all.empty() ? "" : " ") + std::to_string(i);
    return all;
}

}  // namespace

TEST_CASE("exports follow each other by their days, whatever the order of their lines") {
    // The line in the middle of the first is of March, the others are of January.
    CHECK(order_of({{"BQ 1 0105 512 - - 1", "BQ 2 0331 512 - - 1", "BQ 3 0106 512 - - 1"},
                    {"BQ 4 0201 512 - - 1", "BQ 5 0220 512 - - 1", "BQ 6 0228 512 - - 1"}}) == "0 1");
    // Of one year, the journal with the openings is the first; not before another year.
    const std::vector<std::string> purchases = {"AC 1 0102 606 - - 1", "AC 2 0601 606 - - 1", "AC 3 1201 606 - - 1"};
    const std::vector<std::string> banks = {"AN 1 0101 512 - - 9", "BQ 1 0110 512 - - 1", "BQ 2 0630 512 - - 1",
                                            "BQ 3 1231 512 - - 1"};
    const std::vector<std::string> next = {"AN 1 20270101 512 - - 9", "BQ 1 20270110 512 - - 1"};
    CHECK(order_of({next, purchases, banks}) == "2 1 0");
    // Openings may be dated long before their year.
    CHECK(order_of({{"AN 1 20210101 512 - - 9", "BQ 1 20260110 512 - - 1"}, {"BQ 1 20250110 512 - - 1"}}) == "1 0");
    // Openings alone, and nothing.
    CHECK(order_of({{"BQ 1 0110 512 - - 1"}, {"AN 1 0101 512 - - 9"}}) == "1 0");
}
