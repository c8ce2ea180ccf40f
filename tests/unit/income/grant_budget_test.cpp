// SPDX-License-Identifier: MIT
#include <msp/income/grant_budget.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string told(const GrantSums& sums) {
    std::string text;
    for (const auto& [place, amount] : sums)
        text += (place.charge ? "charges " : "income ") + place.number + " [" + place.line + "] [" + place.funder +
                "] " + plain(amount) + '\n';
    return text;
}

GrantSums sums_of(const std::string& toml) {
    const Case of(budget_of(toml), shipped_law());
    const std::vector<IncomeStatement> made = income_statements(of, of.law->classes, Count::notified, {2026});
    return grant_sums(of, of.law->grant_form, made.front(), 0);
}

const GrantRow& row_of(const std::vector<GrantRow>& rows, bool charge, GrantRowKind kind) {
    for (const GrantRow& row : rows) {
        if (row.charge == charge && row.kind == kind)
            return row;
    }
    throw std::logic_error("no such row");
}

const std::string bank = "[bank]\nopening = 0\ndate = 2026-01-01\n";

}  // namespace

TEST_CASE("an amount stands where its category says, under 74 by who gives") {
    CHECK(told(sums_of(bank + "[[category]]\nid = \"fir\"\naccount = \"741\"\nnature = \"income\"\n"
                              "grant_line = \"74 Subventions - État\"\n"
                              "[[category]]\nid = \"plain\"\naccount = \"6135\"\n"
                              "[[category]]\nid = \"odd\"\n"
                              "[[expense]]\nid = \"r\"\ncategory = \"rent\"\namount = 100\nevery = \"month\"\nday = 1\n"
                              "[[expense]]\nid = \"l\"\ncategory = \"plain\"\namount = 7\ndate = 2026-02-01\n"
                              "[[expense]]\nid = \"o\"\ncategory = \"odd\"\namount = 5\ndate = 2026-02-01\n"
                              "[[expense]]\nid = \"s\"\ncategory = \"secretariat\"\namount = 3\ndate = 2026-02-01\n"
                              "[[grant]]\nid = \"g\"\nlabel = \"ARS\"\ncategory = \"fir\"\namount = 900\n"
                              "date = 2026-06-01\n")) ==
          "income 74 [État] [ARS] 900.00\n"
          "charges  [] [] 5.00\n"
          "charges 61 [] [] 3.00\n"
          "charges 61 [Locations] [] 1207.00\n");
}

TEST_CASE("the books stand where their rule or their account says") {
    const Budget budget =
        budget_of(bank + "[[expense]]\nid = \"r\"\ncategory = \"rent\"\namount = 1\ndate = 2026-02-01\n");
    const std::vector<BookedIncome> booked = {{"606400", {}, 2026, "-10"_eur}, {"606100", {}, 2026, "-20"_eur},
                                              {"658000", 0, 2026, "-30"_eur},  {"740000", {}, 2026, "40"_eur},
                                              {"613200", {}, 2025, "-50"_eur}, {"641100", {}, 2026, "2"_eur}};
    // A charge of 65 that a rule gives to the rent; 50.00 are of the year before; a credit of pay takes off.
    CHECK(told(grant_sums(budget, shipped_law().grant_form, booked, 2026)) ==
          "income 74 [] [] 40.00\n"
          "charges 60 [Achats matières et fournitures] [] 10.00\n"
          "charges 60 [Autres fournitures] [] 20.00\n"
          "charges 61 [Locations] [] 30.00\n"
          "charges 64 [Rémunération des personnels] [] -2.00\n");
}

TEST_CASE("what is left or lacks balances each column") {
    const GrantPlace charge = {true, "61", "Locations", ""};
    const GrantPlace grant = {false, "74", "État", "ARS"};
    const std::vector<GrantRow> rows =
        grant_rows(shipped_law().grant_form,
                   {std::nullopt, GrantSums{{charge, "100"_eur}, {grant, "130"_eur}}, GrantSums{{charge, "80"_eur}}});
    const auto amounts = [&](bool side, GrantRowKind kind) { return row_of(rows, side, kind).amounts; };
    CHECK(amounts(true, GrantRowKind::whole) == GrantAmounts{std::nullopt, "100"_eur, "80"_eur});
    CHECK(amounts(true, GrantRowKind::balance) == GrantAmounts{std::nullopt, "30"_eur, "0"_eur});
    CHECK(amounts(false, GrantRowKind::whole) == GrantAmounts{std::nullopt, "130"_eur, "0"_eur});
    CHECK(amounts(false, GrantRowKind::balance) == GrantAmounts{std::nullopt, "0"_eur, "80"_eur});
    CHECK(amounts(true, GrantRowKind::balanced) == amounts(false, GrantRowKind::balanced));
    CHECK(amounts(true, GrantRowKind::balanced) == GrantAmounts{std::nullopt, "130"_eur, "80"_eur});
    CHECK(row_of(rows, false, GrantRowKind::funder).words == "ARS");
    CHECK(amounts(false, GrantRowKind::given) == GrantAmounts{});
}

TEST_CASE("what is of a class alone is a line below the others, with those who give it") {
    const std::vector<GrantRow> rows =
        grant_rows(shipped_law().grant_form, {std::nullopt, GrantSums{{{true, "61", "Locations", ""}, "100"_eur},
                                                                      {{true, "61", "Gardiennage", ""}, "7"_eur},
                                                                      {{true, "61", "", ""}, "30"_eur},
                                                                      {{true, "65", "", ""}, "4"_eur},
                                                                      {{false, "74", "", "Mairie"}, "50"_eur}}});
    std::string told;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const GrantRow& row = rows[i];
        const std::string number = row.of_class == nullptr ? "" : row.of_class->number;
        if (const Money amount = row.amounts[1].value_or(Money());
            (number == "61" || number == "65" || number == "74") && amount != Money())
            told += number + ' ' + std::to_string(static_cast<int>(row.kind)) + " [" +
                    (row.line != nullptr ? row.line->name.french : row.words) + "] " + plain(amount) + " of " +
                    std::to_string(rows_ahead(rows, i).size()) + '\n';
    }
    // Class 61: 100.00 + 7.00 + 30.00 are the 137.00 of its four lines of the form and two more; class 65 has no lines;
    // the ten lines of 74 are those of the form and the other one, under which the town stands.
    CHECK(told ==
          "61 0 [] 137.00 of 6\n"
          "61 1 [Locations] 100.00 of 0\n"
          "61 1 [Gardiennage] 7.00 of 0\n"
          "61 1 [] 30.00 of 0\n"
          "65 0 [] 4.00 of 0\n"
          "74 0 [] 50.00 of 10\n"
          "74 1 [] 50.00 of 0\n"
          "74 2 [Mairie] 50.00 of 0\n");
}

TEST_CASE("what is given without money is no class for what a plan has") {
    // It would stand in no row; account 613 puts it under 61.
    CHECK(told(sums_of(bank + "[[category]]\nid = \"c\"\naccount = \"613\"\ngrant_line = \"86 Emplois\"\n"
                              "[[expense]]\nid = \"e\"\ncategory = \"c\"\namount = 5\ndate = 2026-02-01\n")) ==
          "charges 61 [Locations] [] 5.00\n");
}

TEST_CASE("net pay that is typed is known as such") {
    const auto typed = [](const std::string& category) {
        const Case of(budget_of(bank + "[[expense]]\nid = \"p\"\ncategory = \"" + category +
                                "\"\namount = 1\ndate = 2026-02-01\n"),
                      shipped_law());
        const std::vector<IncomeStatement> made = income_statements(of, of.law->classes, Count::notified, {2026});
        return has_typed_pay(of.budget, made.front());
    };
    CHECK(typed("payroll-net"));
    CHECK_FALSE(typed("rent"));
}
