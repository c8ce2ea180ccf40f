// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <tests/support/ledgers.hpp>

using namespace msp;
using namespace msp::test;

namespace {

using Found = std::vector<std::string>;

std::string numbered(const std::string& journal, const std::string& number) {
    const std::string head = journal + "|x|" + number + "|20260105|";
    const std::string tail = "|x|||" + number + "|20260105|x|";
    return fec_line(head + "606100" + tail + "1,00|0,00|||20260105||") +
           fec_line(head + "401000" + tail + "0,00|1,00|||20260105||");
}

Found found_numbers(const std::string& text) {
    return ledger_of(fec_header() + text)->found();
}

}  // namespace

TEST_CASE("a missing number is told at the next one") {
    CHECK(found_numbers(numbered("A", "1") + numbered("A", "2") + numbered("A", "4")) == Found{"fec.number-gap 6:5"});
    CHECK(found_numbers(numbered("A", "AC0008") + numbered("A", "AC0009") + numbered("A", "AC0012")) ==
          Found{"fec.number-gap 6:5"});
    CHECK(found_numbers(numbered("A", "3") + numbered("A", "1") + numbered("A", "2")) == Found{});
}

TEST_CASE("journals have one sequence, or each its own where they share numbers") {
    CHECK(found_numbers(numbered("A", "1") + numbered("B", "2") + numbered("A", "3")) == Found{});
    CHECK(found_numbers(numbered("A", "1") + numbered("B", "1") + numbered("A", "2") + numbered("B", "2")) == Found{});
    CHECK(found_numbers(numbered("A", "1") + numbered("B", "1") + numbered("A", "3") + numbered("A", "4")) ==
          Found{"fec.number-gap 6:5"});
}

TEST_CASE("numbers that do not count are no sequence") {
    CHECK(found_numbers(numbered("A", "20260105") + numbered("A", "20260317")) == Found{});
    CHECK(found_numbers(numbered("A", "x") + numbered("A", "y")) == Found{});
}
