// SPDX-License-Identifier: MIT
#include <msp/ledger/changes.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/ledgers.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string exported_entry(const std::string& number, const std::string& day, const std::string& amount,
                           const std::string& validated = "", const std::string& letter = "") {
    const std::string head = "AC|x|" + number + "|" + day + "|";
    const std::string tail = "|é|||F|" + day + "|é|";
    return fec_line(head + "606100" + tail + amount + "|0,00|||" + validated + "||") +
           fec_line(head + "401000" + tail + "0,00|" + amount + "|" + letter + "||" + validated + "||");
}

}  // namespace

TEST_CASE("entries that are new, gone or others are told by month") {
    const auto before = ledger_of(fec_header() + exported_entry("1", "20260105", "10,00") +
                                  exported_entry("2", "20260106", "20,00") + exported_entry("3", "20260203", "30,00"));
    const auto after = ledger_of(fec_header() + exported_entry("1", "20260105", "10,00") +
                                 exported_entry("3", "20260203", "33,00") + exported_entry("4", "20260301", "40,00"));
    const LedgerChanges changes = ledger_changes(*before->ledger, *after->ledger, after->findings);
    CHECK(changes.unchanged == 1);
    REQUIRE(changes.entries.size() == 3);
    CHECK(changes.entries[0].kind == ChangeKind::removed);
    CHECK(changes.entries[0].number == "2");
    CHECK(changes.entries[0].before == Money::from_cents(20'00));
    CHECK(changes.entries[0].line == 4);
    CHECK(changes.entries[1].kind == ChangeKind::changed);
    CHECK(changes.entries[1].before == Money::from_cents(30'00));
    CHECK(changes.entries[1].after == Money::from_cents(33'00));
    CHECK(changes.entries[1].line == 4);
    CHECK(changes.entries[2].kind == ChangeKind::added);
    REQUIRE(changes.months.size() == 3);
    CHECK(changes.months[0].removed == 1);
    CHECK(changes.months[1].changed == 1);
    CHECK(changes.months[2].added == 1);
    CHECK(changes.months[2].after == Money::from_cents(40'00));
    CHECK(after->findings.count(LedgerFault::validated, 0) == 0);
}

TEST_CASE("lettering and validation are no change, nor is another form of the file") {
    const auto before = ledger_of(fec_header() + exported_entry("1", "20260105", "10,00"));
    std::string latin = fec_header() + exported_entry("1", "20260105", "10,00", "20260131", "A");
    for (std::size_t at = latin.find("é"); at != std::string::npos; at = latin.find("é"))
        latin.replace(at, 2, "\xe9");
    const auto after = ledger_of(latin);
    const LedgerChanges changes = ledger_changes(*before->ledger, *after->ledger, after->findings);
    CHECK(changes.unchanged == 1);
    CHECK(changes.entries.empty());
}

TEST_CASE("a validated entry that changed or is gone is an error") {
    const auto before = ledger_of(fec_header() + exported_entry("1", "20260105", "10,00", "20260131") +
                                  exported_entry("2", "20260106", "20,00", "20260131"));
    const auto after = ledger_of(fec_header() + exported_entry("1", "20260105", "11,00", "20260131"));
    const LedgerChanges changes = ledger_changes(*before->ledger, *after->ledger, after->findings);
    CHECK(changes.entries.size() == 2);
    CHECK(after->found() == std::vector<std::string>{"fec.validated", "fec.validated 2:1"});
}
