// SPDX-License-Identifier: MIT
// Exports of any entries, written in any way that the reader knows, are read to the cent; and a cent, a side, a day or
// a number that is changed is found where it stands, and nothing else is.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <tests/support/ledgers.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

struct ExportRow {
    std::string journal;
    int number;
    int day;  // of January 2026, from 1
    std::string account;
    std::string auxiliary;
    std::string piece;
    std::int64_t cents;  // debit less credit
    std::string letter;
};

// An invoice and its payment for each: four lines that lettering ties together.
std::vector<ExportRow> any_export() {
    std::vector<ExportRow> rows;
    const int count = *rc::gen::inRange(2, 30);
    for (int i = 1; i <= count; ++i) {
        const std::int64_t cents = *rc::gen::inRange<std::int64_t>(200, 1'000'000);
        const std::string piece = "F" + std::to_string(i);
        const std::string auxiliary = "S" + std::to_string(*rc::gen::inRange(0, 3));
        const std::string letter = "L" + std::to_string(i);
        const int day = *rc::gen::inRange(1, 28);
        rows.push_back({"AC", i, day, "606100", "", piece, cents, ""});
        rows.push_back({"AC", i, day, "401000", auxiliary, piece, -cents, letter});
        rows.push_back({"BQ", i, day, "401000", auxiliary, piece, cents, letter});
        rows.push_back({"BQ", i, day, "512000", "", piece, -cents, ""});
    }
    return rows;
}

enum class ExportWay { law, pipe, latin, point, sides, quoted };

std::string january(int day) {
    return "202601" + std::string(day < 10 ? "0" : "") + std::to_string(day);
}

std::string export_text(const std::vector<ExportRow>& rows, ExportWay way) {
    const char separator = way == ExportWay::pipe ? '|' : way == ExportWay::quoted ? ';' : '\t';
    const char mark = way == ExportWay::point ? '.' : ',';
    const std::string label = way == ExportWay::latin ? "pay\xe9" : "payé";
    std::string text = fec_header(separator);
    if (way == ExportWay::sides) {
        text.replace(text.find("Debit"), 5, "Montant");
        text.replace(text.find("Credit"), 6, "Sens");
    }
    for (const ExportRow& row : rows) {
        const std::string size = fec_amount(row.cents, mark);
        const std::string none = fec_amount(0, mark);
        std::string sums = row.cents < 0 ? none + "|" + size : size + "|" + none;
        if (way == ExportWay::sides)
            sums = size + (row.cents < 0 ? "|C" : "|D");
        const std::string day = january(row.day);
        std::string fields = row.journal + "|x|" + row.journal + std::to_string(row.number) + "|" + day + "|" +
                             row.account + "|x|" + row.auxiliary + "|" + row.auxiliary + "|" + row.piece + "|" + day +
                             "|" + label + "|" + sums + "|" + row.letter + "||" + day + "||";
        if (way == ExportWay::quoted) {
            std::string quoted = "\"";
            for (const char c : fields)
                quoted += c == '|' ? std::string("\"|\"") : std::string(1, c);
            fields = quoted + "\"";
        }
        text += fec_line(fields, separator);
    }
    return text;
}

ExportWay any_export_way() {
    return *rc::gen::element(ExportWay::law, ExportWay::pipe, ExportWay::latin, ExportWay::point, ExportWay::sides,
                             ExportWay::quoted);
}

// Only "fec.id line", of what the law forbids or cannot be read.
std::vector<std::string> places_in(ReadLedger& read) {
    std::vector<std::string> all;
    for (const std::string& told : read.found())
        all.push_back(told.substr(0, told.find(':')));
    return all;
}

}  // namespace

TEST_CASE("an export is read to the cent, in whatever way it is written") {
    CHECK(rc::check([] {
        const std::vector<ExportRow> rows = any_export();
        const auto read = ledger_of(export_text(rows, any_export_way()));
        RC_ASSERT(read->ledger);
        const Fec& fec = *read->ledger;
        RC_ASSERT(fec.lines().size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const LedgerLine& line = fec.lines()[i];
            RC_ASSERT(line.amount.cents() == rows[i].cents);
            RC_ASSERT(iso(line.date) == "2026-01-" + january(rows[i].day).substr(6));
            RC_ASSERT(fec.accounts()[line.account] == rows[i].account);
            RC_ASSERT(fec.auxiliaries()[line.auxiliary] == rows[i].auxiliary);
            RC_ASSERT(fec.text(line, LedgerColumn::label) == "payé");
            RC_ASSERT(fec.number_of(static_cast<std::uint32_t>(i)) == i + 2);
        }
        RC_ASSERT(read->findings.count(Gravity::unreadable) == 0);
    }));
}

TEST_CASE("a lawful export has no fault") {
    CHECK(rc::check([] {
        const ExportWay way = *rc::gen::element(ExportWay::law, ExportWay::pipe, ExportWay::latin, ExportWay::sides);
        RC_ASSERT(ledger_of(export_text(any_export(), way))->found().empty());
    }));
}

TEST_CASE("a cent more or less is found at its line, and nothing else is") {
    CHECK(rc::check([] {
        std::vector<ExportRow> rows = any_export();
        const auto at = *rc::gen::inRange<std::size_t>(0, rows.size());
        rows[at].cents += *rc::gen::element(-1, 1);
        const auto read = ledger_of(export_text(rows, ExportWay::law));
        RC_ASSERT(places_in(*read) == std::vector{"fec.balance " + std::to_string(at + 2)});
    }));
}

TEST_CASE("a line on the wrong side is found at its line, and nothing else is") {
    CHECK(rc::check([] {
        std::vector<ExportRow> rows = any_export();
        const auto at = *rc::gen::inRange<std::size_t>(0, rows.size());
        rows[at].cents = -rows[at].cents;
        const auto read = ledger_of(export_text(rows, ExportWay::law));
        RC_ASSERT(places_in(*read) == std::vector{"fec.balance " + std::to_string(at + 2)});
    }));
}

TEST_CASE("a number that two entries have is found at the second, and nothing else is") {
    CHECK(rc::check([] {
        std::vector<ExportRow> rows = any_export();
        const auto second = *rc::gen::inRange<std::size_t>(1, rows.size() / 4);
        const std::size_t at = second * 4 + 2 * *rc::gen::inRange<std::size_t>(0, 2);
        rows[at].number = rows[at + 1].number = rows[at - 4].number;
        const auto read = ledger_of(export_text(rows, ExportWay::law));
        std::vector<std::string> expected = {"fec.number-twice " + std::to_string(at + 2)};
        RC_ASSERT(places_in(*read) == expected);
    }));
}

TEST_CASE("a line that cannot be read is the only one told of") {
    CHECK(rc::check([] {
        const std::vector<ExportRow> rows = any_export();
        const auto at = *rc::gen::inRange<std::size_t>(0, rows.size());
        std::string text = export_text(rows, ExportWay::law);
        std::size_t begin = 0;
        for (std::size_t i = 0; i <= at; ++i)
            begin = text.find('\n', begin) + 1;
        // The day is the first number of eight digits behind a tab.
        text.replace(text.find("\t202601", begin) + 1, 8, "20260231");
        RC_ASSERT(places_in(*ledger_of(text)) == std::vector{"fec.date " + std::to_string(at + 2)});
    }));
}

TEST_CASE("any bytes are read or refused, and places are within them") {
    CHECK(rc::check([](const std::string& bytes) {
        const auto read = ledger_of(fec_header() + bytes);
        for (const std::string& told : read->found())
            RC_ASSERT(told.starts_with("fec."));
    }));
}
