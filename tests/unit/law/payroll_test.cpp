// SPDX-License-Identifier: MIT
#include <msp/money/parse.hpp>
#include <msp/rules/built_in.hpp>
#include <msp/rules/law.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <tests/support/budget.hpp>
#include <tests/support/days.hpp>
#include <tests/support/law_problems.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const PayContribution& contribution(PaidBy payer, std::string_view id) {
    const auto& all = shipped_law().payroll.contributions.contributions;
    return *std::ranges::find_if(all,
                                 [&](const PayContribution& each) { return each.payer == payer && each.id == id; });
}

std::string rate_on(PaidBy payer, std::string_view id, std::string_view date) {
    return contribution(payer, id).on(day(date))->rate.percent();
}

const std::string head =
    "schema = 1\nchecked = 2026-11-22\nknown_until = 2026-07-23\n[sources]\na = { kind = "
    "\"press\", title = \"A\" }\n";
const std::string sure = "source = [\"a\"]\nconfidence = \"single\"\n";

std::string reduction(const std::string& keys) {
    return head +
           "[[reduction]]\nleast = \"0 %\"\nrange = \"31 %\"\nat_share = \"0.5 %\"\nretirement = \"6 %\"\nsmic = "
           "\"current\"\n" +
           sure + keys;
}

std::string tax(const std::string& rates, const std::string& scales) {
    return "schema = 1\nchecked = 2026-11-22\nrates = " + rates +
           "\nnothing_up_to = 1200\nrelief_below = 2040\nrelief_share = \"75 %\"\nonce_below = 4000\nquarterly_up_to = "
           "10000\n" +
           sure + "[sources]\na = { kind = \"press\", title = \"A\" }\n" + scales;
}

std::string scale(int year, int first, int second) {
    return "[[scale]]\nyear = " + std::to_string(year) + "\nfirst = " + std::to_string(first) +
           "\nsecond = " + std::to_string(second) + "\nallowance = 1\n" + sure;
}

}  // namespace

TEST_CASE("the minimum wage, the ceiling and the rates of payroll hold from their days on") {
    const PayrollContributions& found = shipped_law().payroll.contributions;
    const auto smic = [&](std::string_view date) { return plain(figure_on(found.smic, day(date))->amount); };
    CHECK(figure_on(found.smic, day("2021-12-31")) == nullptr);
    CHECK(smic("2022-01-01") == "10.57");
    CHECK(smic("2024-10-31") == "11.65");
    CHECK(smic("2025-12-31") == "11.88");
    CHECK(smic("2026-05-31") == "12.02");
    CHECK(smic("2026-06-01") == "12.31");
    CHECK(plain(figure_on(found.ceiling, day("2026-12-31"))->amount) == "4005.00");
    CHECK(rate_on(PaidBy::employer, "vieillesse-deplafonnee", "2023-12-31") == "1.9");
    CHECK(rate_on(PaidBy::employer, "vieillesse-deplafonnee", "2026-01-01") == "2.11");
    CHECK(rate_on(PaidBy::employee, "vieillesse-deplafonnee", "2026-01-01") == "0.4");
    CHECK(rate_on(PaidBy::employer, "ags", "2024-06-30") == "0.2");
    CHECK(rate_on(PaidBy::employer, "ags", "2024-07-01") == "0.25");
    CHECK(rate_on(PaidBy::employer, "chomage", "2025-04-30") == "4.05");
    CHECK(rate_on(PaidBy::employer, "dialogue-social", "2026-01-01") == "0.016");
    CHECK(iso(shipped_law().payroll.known_until()) == "2026-07");
    CHECK(iso(shipped_law().payroll.known_from()) == "2022-01");
}

// 13 + 8.55 + 2.11 + 5.25 + 0.49 + 0.30 + 4.72 + 1.29 + 4.00 + 0.10 = 39.81; 2024 with 7 and 3.45, 2.02, 0.46 and 4.05:
// 31.94.
TEST_CASE("the highest reduction is the sum of what it relieves") {
    const auto sum = [](std::string_view date, const char* health, const char* family) {
        Rate total;
        for (const char* id :
             {"csa", "vieillesse-plafonnee", "vieillesse-deplafonnee", "agirc-arrco-t1", "ceg-t1", "chomage", "fnal"})
            total = total + contribution(PaidBy::employer, id).on(day(date))->rate;
        for (const char* typed : {health, family})
            total = total + std::get<Rate>(parse_rate(typed));
        return total + shipped_law().payroll.reductions.on(day(date))->at_share;
    };
    const auto most = [](std::string_view date) {
        const GeneralReduction* rule = shipped_law().payroll.reductions.on(day(date));
        return rule->least + rule->range;
    };
    CHECK(most("2026-07-01") == sum("2026-07-01", "13 %", "5.25 %"));
    CHECK(most("2025-05-01") == sum("2025-05-01", "7 %", "3.45 %"));
    CHECK(most("2024-01-01") == sum("2024-01-01", "7 %", "3.45 %"));
    CHECK(most("2022-01-01") == sum("2022-01-01", "7 %", "3.45 %"));
    CHECK(most("2023-01-01") == sum("2023-01-01", "7 %", "3.45 %"));
}

TEST_CASE("an association is liable for the apprenticeship tax from March 2026 on, a SISA is not") {
    const PayrollContributions& found = shipped_law().payroll.contributions;
    CHECK_FALSE(found.liability(EmployerKind::association, day("2026-02-28"))->liable);
    CHECK(found.liability(EmployerKind::association, day("2026-03-01"))->liable);
    CHECK(found.liability(EmployerKind::company, day("2022-01-01"))->liable);
    CHECK_FALSE(found.liability(EmployerKind::sisa, day("2026-07-01"))->liable);
    CHECK(found.liability(EmployerKind::sisa, day("2026-07-01"))->evidence.confidence == Confidence::inferred);
}

TEST_CASE("the scale of the taxe sur les salaires is that of the year, and the last one goes on") {
    const PayrollTaxRules& found = shipped_law().payroll.tax;
    CHECK(found.of_year(2021) == nullptr);
    CHECK(plain(found.of_year(2024)->second) == "17936.00");
    CHECK(plain(found.of_year(2026)->allowance) == "24256.00");
    CHECK(found.of_year(2030)->year == 2026);
}

TEST_CASE("files of payroll are read only where they are asked for") {
    Sources sources;
    Diagnostics diagnostics;
    CHECK(read_law({}, {}, sources, diagnostics)->payroll.empty());
    const Law law = read_law({.rules = {{.kind = payroll_rules}}}, {}, sources, diagnostics).value();
    CHECK_FALSE(law.payroll.empty());
    CHECK(law.payroll.reductions.rules.size() == 6);
}

TEST_CASE("every mistake in a file of payroll is reported at its place") {
    CHECK(law_problems("payroll-reduction.toml", reduction("from = 2026-01-01\nexit = 3\npower = 1.75\n")).empty());
    CHECK(law_problems("payroll-reduction.toml", reduction("from = 2026-01-01\nexit = 3\npower = 1.8\n")) ==
          "value.range@16");
    CHECK(law_problems("payroll-reduction.toml", reduction("from = 2026-01-01\nexit = 1\npower = 1\n")) ==
          "value.range@15");
    CHECK(law_problems("payroll-reduction.toml", reduction("from = 2026-01-01\nexit = \"3\"\npower = 1\n")) ==
          "value.type@15");
    CHECK(law_problems("payroll-tax.toml", tax("[\"1 %\", \"2 %\", \"3 %\"]", scale(2026, 1, 2))).empty());
    CHECK(law_problems("payroll-tax.toml", tax("[\"1 %\", \"2 %\"]", scale(2026, 1, 2))) == "value.type@3");
    CHECK(law_problems("payroll-tax.toml", tax("[\"1 %\", \"2 %\", \"x\"]", scale(2026, 1, 2))) == "value.type@3");
    CHECK(law_problems("payroll-tax.toml", tax("[\"1 %\", \"2 %\", \"3 %\"]", scale(2026, 2, 2))) == "law.order@16");
    CHECK(law_problems("payroll-tax.toml", tax("[\"1 %\", \"2 %\", \"3 %\"]", scale(2026, 1, 2) + scale(2028, 1, 2))) ==
          "law.order@21");
}

// The shipped file with one line changed in each.
TEST_CASE("contributions that do not fit together are reported") {
    const auto shipped = std::ranges::find(built_in_files, "payroll-contributions.toml", &BuiltInFile::name);
    const std::string text(*shipped->text);
    const auto changed = [&](std::string_view from, std::string_view to) {
        std::string other = text;
        const std::size_t at = other.find(from);
        REQUIRE(at != std::string::npos);
        other.replace(at, from.size(), to);
        const std::string all = law_problems("payroll-contributions.toml", other);
        return all.substr(0, all.find('@'));
    };
    CHECK(changed("schema      = 1", "schema      = 1").empty());
    CHECK(changed("from = 2022-05-01\nhourly", "from = 2021-05-01\nhourly") == "law.order");
    CHECK(changed("id = \"csa\"", "id = \"maladie\"") == "law.order");
    CHECK(changed("contribution = \"famille\"", "contribution = \"familles\"") == "law.order");
    CHECK(changed("base = \"t1\"", "base = \"t3\"") == "value.word");
    CHECK(changed("from = 2025-05-01, rate = \"4 %\"", "from = 2017-05-01, rate = \"4 %\"") == "law.order");
}
