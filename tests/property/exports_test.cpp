// SPDX-License-Identifier: MIT
// Exports are put in the order of their years and parts, however they were cut, sorted and named.
#include <msp/actuals/actuals.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/ledgers.hpp>
#include <utility>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

struct CutExport {
    int year;
    int part;  // of it, from the first; of journals 0 for the one with the openings and 1 for the others
    std::vector<std::string> lines;
};

template <typename T>
void shuffle(std::vector<T>& all) {
    for (std::size_t i = all.size(); i > 1; --i)
        std::swap(all[i - 1], all[*rc::gen::inRange<std::size_t>(0, i)]);
}

// Two years or three, each with an entry of both journals every ten days, cut by days or by journal.
std::vector<CutExport> any_cut() {
    std::vector<CutExport> all;
    const int last = *rc::gen::inRange(2026, 2028);
    for (int year = 2025; year <= last; ++year) {
        const bool by_journal = *rc::gen::arbitrary<bool>();
        const int parts = by_journal ? 2 : *rc::gen::inRange(1, 4);
        std::vector<CutExport> cut;
        for (int part = 0; part < parts; ++part)
            cut.push_back({year, part, {}});
        const auto put = [&](int part, const std::string& journal, const std::string& day, std::int64_t cents) {
            BookLine line;
            line.journal = journal;
            line.day = day;
            cut[static_cast<std::size_t>(part)].lines.push_back(fec_entry(line, "512000", "606100", cents));
        };
        BookLine opening;
        opening.journal = "AN";
        opening.day = std::to_string(year) + "0101";
        cut.front().lines.push_back(fec_entry(opening, "512000", "101000", 100'000));
        for (int day = 0; day < 360; day += 10) {
            const std::string written = iso(*Date::make(year, 1, 1) + day);
            put(by_journal ? 0 : day * parts / 360, "BQ", written, -100);
            put(by_journal ? 1 : day * parts / 360, "OD", written, -7);
        }
        for (CutExport& each : cut) {
            shuffle(each.lines);
            all.push_back(std::move(each));
        }
    }
    shuffle(all);
    return all;
}

}  // namespace

TEST_CASE("exports are in the order of their years and parts, however their lines are sorted") {
    CHECK(rc::check([] {
        const std::vector<CutExport> cut = any_cut();
        std::vector<std::unique_ptr<ReadLedger>> read;
        std::vector<const Fec*> ledgers;
        for (const CutExport& each : cut) {
            std::string text = fec_header();
            for (const std::string& line : each.lines)
                text += line;
            read.push_back(ledger_of(text));
            ledgers.push_back(&*read.back()->ledger);
        }
        std::pair<int, int> before;
        for (const std::size_t i : oldest_first(ledgers)) {
            const std::pair now(cut[i].year, cut[i].part);
            RC_ASSERT(before < now);
            before = now;
        }
    }));
}
