// SPDX-License-Identifier: MIT
#include <msp/rules/law.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <tests/support/budget.hpp>
#include <tests/support/law_problems.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// With tables in place of the shipped ones: "law.order@11".
std::string class_problems(const std::string& tables) {
    return law_problems(
        "classes.toml",
        "schema = 1\nchecked = 2026-11-30\n[sources]\na = { kind = \"press\", title = \"A\" }\n" + tables);
}

const std::string evidence = "source = [\"a\"]\nconfidence = \"single\"\n";

std::string numbered(int number) {
    return "[[class]]\nnumber = " + std::to_string(number) + "\nname.french = \"N\"\nname.english = \"N\"\n" + evidence;
}

}  // namespace

TEST_CASE("an account is in the class of its first two digits") {
    const ClassRules& classes = shipped_law().classes;
    CHECK(classes.of_account("6132")->number == "61");
    CHECK(classes.of_account("6132")->of_charges());
    CHECK(classes.of_account("7083")->name.french ==
          "Ventes de produits fabriqués, prestations de services, marchandises");
    CHECK_FALSE(classes.of_account("74")->of_charges());
}

TEST_CASE("what is paid by way of an account of third parties is a charge of its class") {
    const ClassRules& classes = shipped_law().classes;
    CHECK(classes.of_account("421")->number == "64");
    CHECK(classes.of_account("437")->number == "64");
    CHECK(classes.of_account("4471")->number == "63");
    CHECK(classes.of_account("441")->number == "74");
}

TEST_CASE("accounts of assets, capital and banks are in no class of a result") {
    for (const char* account : {"", "6", "164", "21", "2750", "455", "512", "58", "80"})
        CHECK(shipped_law().classes.of_account(account) == nullptr);
}

TEST_CASE("every shipped charge, tax and income has a class") {
    for (const Category& category : budget_of(std::string(one_bank)).categories) {
        CAPTURE(category.id);
        const bool counts =
            category.nature == Nature::charge || category.nature == Nature::income || category.nature == Nature::tax;
        const AccountClass* of = shipped_law().classes.of_account(category.account);
        CHECK((of != nullptr) == counts);
        if (of != nullptr)
            CHECK(of->of_charges() == (category.nature != Nature::income));
    }
}

TEST_CASE("classes are only read where they are needed, and come in their order") {
    Sources sources;
    Diagnostics diagnostics;
    CHECK(read_law({}, {}, sources, diagnostics)->classes.classes.empty());
    CHECK(read_law({.rules = {{.kind = class_rules}}}, {}, sources, diagnostics)->classes.classes.size() == 19);
    CHECK(class_problems(numbered(60) + numbered(61)).empty());
    CHECK(class_problems(numbered(61) + numbered(60)) == "law.order@12(6)");
    CHECK(class_problems(numbered(59)) == "value.range@6");
    CHECK(class_problems(numbered(60) + "[[third_party]]\naccount = \"43\"\nclass = 64\n" + evidence) ==
          "law.order@13");
}
