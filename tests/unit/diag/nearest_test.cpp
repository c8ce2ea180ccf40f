// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>

#include <doctest/doctest.h>

using namespace msp;

TEST_CASE("the nearest known word is the one that was meant") {
    struct Row {
        const char* typed;
        std::vector<std::string_view> known;
        const char* expected;  // "" for none
    };
    const std::vector<std::string_view> keys = {"amount", "every", "day", "label", "category", "opening"};
    const Row rows[] = {
        {"amuont", keys, "amount"},       // two letters changed places
        {"amont", keys, "amount"},        // one left out
        {"ammount", keys, "amount"},      // one too many
        {"categorie", keys, "category"},  // 9 letters allow 3 changes
        {"AMOUNT", keys, "amount"},       // capitals
        {"dai", keys, "day"},             // 3 letters allow 1 change
        {"dia", keys, ""},                // day from dia takes 2
        {"price", keys, ""},
        {"", keys, ""},
        {"x", {"y", "z"}, ""},  // nothing of it would stay
        {"libellé", {"libelle", "libelles"}, "libelle"},
        {"LIBELLÉ", {"libelle"}, "libelle"},
        {"libelle\u0301", {"libelle"}, "libelle"},  // the accent as a combining mark
        {"tous-les", {"tous_les", "le"}, "tous_les"},
        {"tresorerie", {"trésorerie", "tresoreries"}, "trésorerie"},  // an accent is less than a letter
        {"RECETTES-DEPENSES", {"engagement", "recettes-depenses"}, "recettes-depenses"},
        {"c\u0153ur", {"coeur"}, "coeur"},
        {"bat", {"cat", "rat"}, "cat"},  // equals: the first
        {"mois", {}, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(nearest(row.typed, row.known).value_or("") == row.expected);
    }
}

TEST_CASE("a typed word of any length is compared in no time") {
    const std::string typed(1'000'000, 'a');
    CHECK_FALSE(nearest(typed, {"amount", "day"}));
}
