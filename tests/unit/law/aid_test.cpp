// SPDX-License-Identifier: MIT
#include <msp/law/aid.hpp>
#include <msp/law/law.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

TEST_CASE("the aid for an assistant médical has the amounts of ameli.fr") {
    // Typed from the table of the page: year 1, year 2, each later year, in euros.
    struct Row {
        AidFte fte;
        AidList list;
        std::array<int, 3> before;  // 22 June 2024
        std::array<int, 3> since;   // 0: none
    };
    const std::vector<Row> rows = {
        {AidFte::whole, AidList::below_p90, {36000, 27000, 21000}, {38000, 28000, 22000}},
        {AidFte::whole, AidList::p90_to_p94, {36000, 27000, 25000}, {38000, 28000, 26000}},
        {AidFte::whole, AidList::p95, {36000, 36000, 36000}, {38000, 38000, 38000}},
        {AidFte::half, AidList::below_p90, {18000, 13500, 10500}, {19000, 14000, 11000}},
        {AidFte::half, AidList::p90_to_p94, {18000, 13500, 12500}, {19000, 14000, 13000}},
        {AidFte::half, AidList::p95, {18000, 18000, 18000}, {19000, 19000, 19000}},
        {AidFte::third, AidList::below_p90, {12000, 9000, 7000}, {0, 9450, 7350}},
        {AidFte::third, AidList::p90_to_p94, {12000, 9000, 8350}, {0, 9450, 8767}},
        {AidFte::third, AidList::p95, {12000, 12000, 12000}, {0, 12600, 12600}},
    };
    const Aid* aid = shipped_law().aid_named("assistant-medical");
    REQUIRE(aid != nullptr);
    const auto check = [&](const Row& row, Date date, const std::array<int, 3>& euros) {
        const AidAmounts* amounts = aid->terms_on(date)->find(row.fte, row.list);
        REQUIRE(amounts != nullptr);
        CHECK(amounts->evidence.confidence == Confidence::confirmed);
        CHECK(cited(amounts->evidence, aid->sources) == "ameli2024");
        for (int year = 1; year <= 5; ++year) {
            const int wanted = euros.at(static_cast<std::size_t>(std::min(year, 3) - 1));
            CHECK(amounts->of_year(year).value_or(Money()) == Money::from_cents(100 * std::int64_t{wanted}));
        }
    };
    for (const Row& row : rows) {
        CAPTURE(id_of(row.fte));
        CAPTURE(id_of(row.list));
        check(row, "2024-06-21"_d, row.before);
        check(row, "2024-06-22"_d, row.since);
    }
    REQUIRE(aid->closing(AidFte::third) != nullptr);
    CHECK(aid->closing(AidFte::third)->from == "2023-05-01"_d);
    CHECK(aid->closing(AidFte::half) == nullptr);
}

TEST_CASE("the aid for an employed IPA is known by name only") {
    const Aid* aid = shipped_law().aid_named("ipa-salariee");
    REQUIRE(aid != nullptr);
    CHECK(aid->evidence.confidence == Confidence::unknown);
    CHECK(aid->terms.empty());
    CHECK(aid->terms_on("2026-01-01"_d) == nullptr);
    CHECK_FALSE(aid->note.french.empty());
    CHECK(shipped_law().aid_named("ipa") == nullptr);
}
