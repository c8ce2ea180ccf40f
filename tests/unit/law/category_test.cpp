// SPDX-License-Identifier: MIT
#include <msp/law/category.hpp>
#include <msp/rules/catalogue.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace msp;

TEST_CASE("a nature has a stable word, and the word names it") {
    struct Row {
        Nature nature;
        std::string id;
    };
    for (const Row& row : {Row{Nature::charge, "charge"}, Row{Nature::income, "income"},
                           Row{Nature::capital, "capital"}, Row{Nature::tax, "tax"}, Row{Nature::transfer, "transfer"},
                           Row{Nature::current_account, "current-account"}, Row{Nature::reserve, "reserve"}}) {
        CHECK(id_of(row.nature) == row.id);
        CHECK(nature_from(row.id) == row.nature);
    }
    CHECK_FALSE(nature_from("Charge"));
    CHECK_FALSE(nature_from(""));
}

TEST_CASE("a catalogue finds a category by its exact id") {
    Catalogue catalogue;
    catalogue.categories.resize(2);
    catalogue.categories[0].id = "rent";
    catalogue.categories[1].id = "rent-received";
    CHECK(catalogue.find("rent-received") == CategoryIndex{1});
    CHECK(catalogue.find("rent") == CategoryIndex{0});
    CHECK_FALSE(catalogue.find("Rent"));
    CHECK_FALSE(catalogue.find("ren"));
}

TEST_CASE("each shipped category is whole and stands once") {
    const Catalogue& catalogue = shipped_catalogue();
    std::set<std::string> ids;
    for (const Category& category : catalogue.categories) {
        CAPTURE(category.id);
        CHECK(ids.insert(category.id).second);
        CHECK_FALSE(category.french.empty());
        CHECK_FALSE(category.english.empty());
        const bool digits = std::ranges::all_of(category.account, [](char c) { return c >= '0' && c <= '9'; });
        CHECK((digits && category.account.size() >= 2));
    }
}

TEST_CASE("a shipped category's nature fits its class in the chart of accounts") {
    // PCG: class 6 charges and taxes (63, 695), class 7 income, 58 transfers, 455 current accounts, 106 reserves. 42
    // and 43 are debts to staff and to social bodies: what is paid in cash where class 64 has the gross amount.
    for (const Category& category : shipped_catalogue().categories) {
        CAPTURE(category.id);
        const auto under = [&](const char* prefix) { return category.account.starts_with(prefix); };
        switch (category.nature) {
            case Nature::charge:
                CHECK((under("6") || under("42") || under("43")));
                break;
            case Nature::income:
                CHECK(under("7"));
                break;
            case Nature::tax:
                CHECK((under("63") || under("69")));
                break;
            case Nature::capital:
                CHECK((under("1") || under("2") || under("457")));
                break;
            case Nature::transfer:
                CHECK(under("58"));
                break;
            case Nature::current_account:
                CHECK(under("455"));
                break;
            case Nature::reserve:
                CHECK(under("106"));
                break;
        }
    }
}

TEST_CASE("the categories that engines take by themselves are shipped") {
    struct Row {
        std::string id;
        Nature nature;
    };
    const Catalogue& catalogue = shipped_catalogue();
    for (const Row& row : {Row{"aci", Nature::income}, Row{"grant", Nature::income},
                           Row{"loan-principal", Nature::capital}, Row{"loan-interest", Nature::charge},
                           Row{"loan-insurance", Nature::charge}, Row{"loan-drawdown", Nature::capital},
                           Row{"overdraft-interest", Nature::charge}, Row{"transfer", Nature::transfer},
                           Row{"other-charge", Nature::charge}, Row{"other-income", Nature::income}}) {
        CAPTURE(row.id);
        const auto found = catalogue.find(row.id);
        REQUIRE(found);
        CHECK(catalogue.categories[*found].nature == row.nature);
    }
}
