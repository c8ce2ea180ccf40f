// SPDX-License-Identifier: MIT
#include <msp/report/shown_cell.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace msp;

namespace {

const std::vector<std::string> short_and_long = {"SISA", "SISA de la Vallée"};

}  // namespace

TEST_CASE("a title says whose it is: behind it stand the names that it has not") {
    CHECK(title_with_owners("SCM, calls of 2026", {"SCM"}) == "SCM, calls of 2026");
    CHECK(title_with_owners("Budget against actual", {"SISA", "SCM"}) == "Budget against actual · SISA, SCM");
    CHECK(title_with_owners("SCM, calls of 2026", {"SISA", "SCM"}) == "SCM, calls of 2026 · SISA");
    CHECK(title_with_owners("Plan", {}) == "Plan");
}

TEST_CASE("a name within a word is not in a title") {
    CHECK(title_with_owners("AB, plan", {"A", "AB"}) == "AB, plan · A");
    CHECK(title_with_owners("Élan", {"lan"}) == "Élan · lan");
    CHECK(title_with_owners("LansÉ", {"Lans"}) == "LansÉ · Lans");
    CHECK(title_with_owners("MSP2 + 2", {"MSP", "2"}) == "MSP2 + 2 · MSP");
    CHECK(title_with_owners("AB, plan of A", {"A", "AB"}) == "AB, plan of A");
}

TEST_CASE("a name within a longer one is not in a title") {
    CHECK(title_with_owners("SISA de la Vallée, 2026", short_and_long) == "SISA de la Vallée, 2026 · SISA");
    CHECK(title_with_owners("SISA, 2026", short_and_long) == "SISA, 2026 · SISA de la Vallée");
    CHECK(title_with_owners("SISA de la Vallée, SISA", short_and_long) == "SISA de la Vallée, SISA");
}

TEST_CASE("signs and spaces of French end a name") {
    CHECK(title_with_owners("SISA\u00a0: 2026", {"SISA"}) == "SISA\u00a0: 2026");
    CHECK(title_with_owners("2026 —\u202fSISA·", {"SISA"}) == "2026 —\u202fSISA·");
    CHECK(title_with_owners("« SCI (Lyon) »", {"SCI (Lyon)"}) == "« SCI (Lyon) »");
}

TEST_CASE("a title names one of several, or none") {
    CHECK(names_any("A, plan", {"A", "B"}));
    CHECK_FALSE(names_any("AB, plan", {"A", "B"}));
    CHECK_FALSE(names_any("Plan", {}));
}
