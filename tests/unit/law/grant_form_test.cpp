// SPDX-License-Identifier: MIT
#include <msp/rules/law.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <tests/support/budget.hpp>
#include <tests/support/law_problems.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// With classes in place of the shipped ones: "law.order@11".
std::string form_problems(const std::string& classes) {
    return law_problems(
        "grant-budget.toml",
        "schema = 1\nchecked = 2026-11-30\n[sources]\na = { kind = \"press\", title = \"A\" }\n" + classes);
}

std::string form_class(int number, const std::string& line = "") {
    return "[[class]]\nnumber = " + std::to_string(number) +
           "\nname.french = \"N\"\nname.english = \"N\"\nsource = [\"a\"]\nconfidence = \"single\"\n" + line;
}

}  // namespace

TEST_CASE("the form of a grant's budget has its classes on two sides") {
    const GrantForm& form = shipped_law().grant_form;
    CHECK(form.numbered("61")->of_charges());
    CHECK_FALSE(form.numbered("74")->of_charges());
    CHECK(form.numbered("74")->by_funder);
    CHECK(form.numbered("86")->of_charges());
    CHECK(form.numbered("87")->without_money());
    CHECK(form.numbered("71") == nullptr);
    CHECK(form.numbered("61")->lines.front().name.french == "Locations");
}

TEST_CASE("every shipped charge, tax and income has a class of the form, on the side of its account") {
    const GrantForm& form = shipped_law().grant_form;
    for (const Category& category : budget_of(std::string(one_bank)).categories) {
        CAPTURE(category.id);
        const bool counts =
            category.nature == Nature::charge || category.nature == Nature::income || category.nature == Nature::tax;
        CHECK(category.grant_line.empty() == !counts);
        if (!counts)
            continue;
        const std::string number = category.grant_line.substr(0, 2);
        const GrantFormClass* of = form.numbered(number);
        REQUIRE(of != nullptr);
        // The class of the form is that of the account, so that what the books have stands beside what was planned.
        CHECK(number == shipped_law().classes.of_account(category.account)->number);
        const std::string head = number + ' ' + of->name.french;
        CHECK(category.grant_line.starts_with(head));
        const std::string line = category.grant_line.substr(std::min(head.size() + 3, category.grant_line.size()));
        CHECK((line.empty() ||
               std::ranges::any_of(of->lines, [&](const GrantFormLine& known) { return known.name.french == line; })));
    }
}

TEST_CASE("what a category says of the form is a class, its name and a line") {
    const auto told = [](std::string_view text) {
        const GrantLine said = grant_line(text);
        return std::string(said.number) + '|' + std::string(said.name) + '|' + std::string(said.line);
    };
    CHECK(told("61 Services extérieurs - Locations") == "61|Services extérieurs|Locations");
    CHECK(told("75 Autres - 758. Dons manuels - Mécénat") == "75|Autres|758. Dons manuels - Mécénat");
    CHECK(told("61") == "61||");
    CHECK(told("61 - Locations") == "61||Locations");
    CHECK(told("6") == "6||");
    CHECK(told("") == "||");
}

TEST_CASE("classes of the form come in their order, and say where they stand") {
    CHECK(form_problems(form_class(60) + form_class(61)).empty());
    CHECK(form_problems(form_class(61) + form_class(60)) == "law.order@12(6)");
    CHECK(form_problems(form_class(88)) == "value.range@6");
    CHECK(form_problems(form_class(60, "line = [{ accounts = [\"60\"] }]\n")) == "key.missing@11");
}
