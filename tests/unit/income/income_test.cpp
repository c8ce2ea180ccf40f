// SPDX-License-Identifier: MIT
#include <msp/income/income.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string told(const Budget& budget, const IncomeRow& row) {
    std::string text(id_of(row.section));
    if (row.section == IncomeSection::cash && row.kind == IncomeRowKind::category)
        text += ' ' + std::string(id_of(row.step));
    if (row.kind == IncomeRowKind::settled)
        text += " settled";
    if (row.kind == IncomeRowKind::of_class)
        text += " class";
    if (row.of_class != nullptr)
        text += ' ' + row.of_class->number;
    if (row.kind == IncomeRowKind::category && row.category)
        text += ' ' + budget.categories[*row.category].id;
    for (const Money amount : row.exercises)
        text += ' ' + plain(amount);
    return text + '\n';
}

// Of the first entity: "charges 61 rent 1200.00".
std::string statement(const std::string& toml, const std::vector<std::int16_t>& exercises = {2026},
                      Count count = Count::notified) {
    const Budget budget = budget_of(toml);
    const Case of(budget, shipped_law());
    std::string text;
    const std::vector<IncomeStatement> made = income_statements(of, of.law->classes, count, exercises);
    for (const IncomeRow& row : made.front().rows)
        text += told(of.budget, row);
    return text;
}

const std::string opens = "[bank]\nopening = 100\ndate = 2026-01-01\n";

}  // namespace

TEST_CASE("charges and income stand under their classes, and lead to the change of cash") {
    // 12 x 100.00 of rent, 4 x 30.00 of water; the result is 2,000.00 - 1,320.00.
    CHECK(statement(opens + "[[expense]]\nid = \"r\"\ncategory = \"rent\"\namount = 100\nevery = \"month\"\nday = 1\n"
                            "[[expense]]\nid = \"w\"\ncategory = \"water\"\namount = 30\nevery = \"quarter\"\nday = 1\n"
                            "[[income]]\nid = \"g\"\ncategory = \"grant\"\namount = 2000\ndate = 2026-06-01\n") ==
          "charges 60 water 120.00\n"
          "charges class 60 120.00\n"
          "charges 61 rent 1200.00\n"
          "charges class 61 1200.00\n"
          "charges 1320.00\n"
          "income 74 grant 2000.00\n"
          "income class 74 2000.00\n"
          "income 2000.00\n"
          "result 680.00\n"
          "cash settled 680.00\n"
          "cash 680.00\n");
}

TEST_CASE("the balance of the ACI is income of its year, received in the next one") {
    // 2026: 80 + 20 - 10 of 2025's balance paid in it; the balance of 2026 comes in 2027.
    CHECK(statement(opens + "[[aci.year]]\nyear = 2025\nbalance = { notified = 10, expected = 2026-04-28 }\n"
                            "[[aci.year]]\nyear = 2026\nadvance = { notified = 80, expected = 2026-04-28 }\n"
                            "balance = { notified = 20, expected = 2027-04-28 }\n",
                    {2026, 2027}) ==
          "charges 0.00 0.00\n"
          "income 74 aci 100.00 0.00\n"
          "income class 74 100.00 0.00\n"
          "income 100.00 0.00\n"
          "result 100.00 0.00\n"
          "cash receivable aci -20.00 0.00\n"
          "cash received-earlier aci 10.00 20.00\n"
          "cash settled 90.00 20.00\n"
          "cash 90.00 20.00\n");
}

TEST_CASE("an exercise that does not close with the year has the ACI of its number as a whole, and is known as such") {
    const auto beyond = [](const std::string& year_end) {
        const Case of(budget_of("[entity]\nyear_end = \"" + year_end + "\"\n" + opens +
                                "[[aci.year]]\nyear = 2026\nadvance = { notified = 80, expected = 2026-04-28 }\n"),
                      shipped_law());
        return income_statements(of, of.law->classes, Count::notified, {2026}).front().aci_beyond;
    };
    CHECK(beyond("06-30"));
    CHECK_FALSE(beyond("12-31"));
}

TEST_CASE("an insurance is of the days that it covers") {
    // 1 October 2026 to 30 September 2027: 92 days of 365 are of 2026, 273 of 2027. In October 2027 it is paid again,
    // for 366 days, of which 92 are of 2027: 91.75 of 365.00, and 273.25 of 2028.
    const std::string rows = statement(opens +
                                           "[[expense]]\nid = \"i\"\ncategory = \"insurance\"\namount = 365\n"
                                           "every = \"year\"\nfrom = 2026-10-01\nday = 1\n"
                                           "covers = { from = 2026-10-01, until = 2027-09-30 }\n",
                                       {2026, 2027});
    CHECK(rows.find("charges 61 insurance 92.00 364.75\n") != std::string::npos);
    CHECK(rows.find("cash paid-before insurance 0.00 273.00\n") != std::string::npos);
    CHECK(rows.find("cash prepaid insurance -273.00 -273.25\n") != std::string::npos);
    CHECK(rows.ends_with("cash -365.00 -365.00\n"));
}

TEST_CASE("an exercise that is typed wins over the days that are covered") {
    const std::string rows = statement(opens +
                                       "[[expense]]\nid = \"i\"\ncategory = \"insurance\"\namount = 365\n"
                                       "date = 2026-10-01\nexercise = \"next\"\n"
                                       "covers = { from = 2026-10-01, until = 2027-09-30 }\n");
    CHECK(rows.starts_with("charges 0.00\n"));
    CHECK(rows.find("cash prepaid insurance -365.00\n") != std::string::npos);
}

TEST_CASE("interest is a charge of its days and capital is none") {
    // Half a year's interest of 2 % of 1,000.00 is 10.00: due on 31 March 2027, for 182 days from 1 October on, of
    // which 92 are of 2026: 5.05 of it, and 4.95 of 2027.
    const std::string rows = statement(opens +
                                           "[[loan]]\nid = \"l\"\namount = 1000\nrate = \"2 %\"\ninstalments = 1\n"
                                           "every = \"6 months\"\ndate = 2026-09-30\nfirst = 2027-03-31\nday = 31\n",
                                       {2026, 2027});
    CHECK(rows.find("charges 66 loan-interest 5.05 4.95\n") != std::string::npos);
    CHECK(rows.find("cash payable loan-interest 5.05 0.00\n") != std::string::npos);
    CHECK(rows.find("cash paid-earlier loan-interest 0.00 -5.05\n") != std::string::npos);
    CHECK(rows.find("cash settled 0.00 -10.00\n") != std::string::npos);
    CHECK(rows.find("cash other loan-drawdown 1000.00 0.00\n") != std::string::npos);
    CHECK(rows.find("cash other loan-principal 0.00 -1000.00\n") != std::string::npos);
    CHECK(rows.ends_with("cash 1000.00 -1010.00\n"));
}

TEST_CASE("interest that a total deferral adds to the capital is a charge of its days, and no money") {
    // The 10.00 of before are added to the 1,000.00: 5.05 are of 2026, 4.95 of 2027. Then half a year of 2 % of
    // 1,010.00 is 10.10, all of 2027, paid with the 1,010.00 on 30 September.
    CHECK(statement(opens +
                        "[[loan]]\nid = \"l\"\namount = 1000\nrate = \"2 %\"\ninstalments = 2\nevery = \"6 months\"\n"
                        "date = 2026-09-30\nfirst = 2027-03-31\nday = 31\n"
                        "deferral = { kind = \"total\", instalments = 1 }\n",
                    {2026, 2027}) ==
          "charges 66 loan-interest 5.05 15.05\n"
          "charges class 66 5.05 15.05\n"
          "charges 5.05 15.05\n"
          "income 0.00 0.00\n"
          "result -5.05 -15.05\n"
          "cash capitalised loan-interest 5.05 4.95\n"
          "cash settled 0.00 -10.10\n"
          "cash other loan-drawdown 1000.00 0.00\n"
          "cash other loan-principal 0.00 -1010.00\n"
          "cash 1000.00 -1020.10\n");
}

TEST_CASE("interest of a loan that is put off runs from the day on which its money comes") {
    // Drawn on 30 December 2026 instead of 30 September: of the 182 days up to 30 June one is of 2026, 0.0549 of 10.00.
    const std::string rows = statement(opens +
                                           "[[loan]]\nid = \"l\"\namount = 1000\nrate = \"2 %\"\ninstalments = 1\n"
                                           "every = \"6 months\"\ndate = 2026-09-30\nfirst = 2027-03-31\nday = 31\n"
                                           "delay = \"3 months\"\n",
                                       {2026, 2027});
    CHECK(rows.find("charges 66 loan-interest 0.05 9.95\n") != std::string::npos);
}

TEST_CASE("interest of a loan that runs already is of a period, or of the days since its date where that is earlier") {
    const auto charges = [](const std::string& date) {
        const std::string rows = statement(opens +
                                               "[[loan]]\nid = \"l\"\noutstanding = 1200\nrate = \"12 %\"\n"
                                               "instalments = 1\nfirst = 2027-01-31\nday = 31\ndate = " +
                                               date + "\n",
                                           {2026, 2027});
        const std::size_t at = rows.find("charges 66 loan-interest");
        return rows.substr(at, rows.find('\n', at) - at);
    };
    // A month of 1 % of 1,200.00 is 12.00, of January alone. From 1 December on, two months less a day: 59 of 360 days
    // at 12 % of 1,200.00 are 23.60, of which 30 of 61 days are of 2026 (2 to 31 December): 11.61.
    CHECK(charges("2026-12-31") == "charges 66 loan-interest 0.00 12.00");
    CHECK(charges("2026-12-01") == "charges 66 loan-interest 11.61 11.99");
}

TEST_CASE("what is paid before the account opens for a later exercise is a charge paid in advance of its own") {
    // 365.00 on 1 April 2026 up to 31 March 2027: 275 days of 2026, 90 of 2027; in 2027 again, for 366 days, of which
    // 275 are of 2027: 274.25. The account opens in July and has paid nothing of the first.
    const std::string rows = statement(
        "[bank]\nopening = 700\ndate = 2026-07-01\n"
        "[[expense]]\nid = \"i\"\ncategory = \"insurance\"\namount = 365\n"
        "every = { months = [4] }\nday = 1\n"
        "covers = { from = 2026-04-01, until = 2027-03-31 }\n",
        {2026, 2027});
    CHECK(rows.substr(rows.find("result")) ==
          "result -365.00 -364.25\n"
          "cash paid-before insurance 90.00 90.00\n"
          "cash prepaid insurance -90.00 -90.75\n"
          "cash before-opening insurance 365.00 0.00\n"
          "cash settled 0.00 -365.00\n"
          "cash 0.00 -365.00\n");
}

TEST_CASE("an exercise is whole, also before its account opens") {
    // Twelve months of rent, of which the account pays six.
    CHECK(statement("[bank]\nopening = 700\ndate = 2026-07-01\n"
                    "[[expense]]\nid = \"r\"\ncategory = \"rent\"\namount = 100\nevery = \"month\"\nday = 1\n") ==
          "charges 61 rent 1200.00\n"
          "charges class 61 1200.00\n"
          "charges 1200.00\n"
          "income 0.00\n"
          "result -1200.00\n"
          "cash before-opening rent 600.00\n"
          "cash settled -600.00\n"
          "cash -600.00\n");
}

TEST_CASE("contributions are a charge of the months worked, and hoped-for money counts where it is asked for") {
    const std::string budget = opens +
                               "[[expense]]\nid = \"u\"\ncategory = \"payroll-contributions\"\namount = 30\n"
                               "every = \"quarter\"\nfrom = \"2026-03\"\nday = \"last\"\ndelay = \"15 days\"\n"
                               "[[income]]\nid = \"h\"\ncategory = \"grant\"\namount = 50\ndate = 2026-05-05\n"
                               "state = \"hoped\"\n";
    // Four quarters; the last one is paid on 15 January.
    CHECK(statement(budget) ==
          "charges 64 payroll-contributions 120.00\n"
          "charges class 64 120.00\n"
          "charges 120.00\n"
          "income 0.00\n"
          "result -120.00\n"
          "cash payable payroll-contributions 30.00\n"
          "cash settled -90.00\n"
          "cash -90.00\n");
    CHECK(statement(budget, {2026}, Count::hoped).find("result -70.00\n") != std::string::npos);
}

TEST_CASE("what a category says of no class stands under none, and is named") {
    const Budget budget = budget_of(opens +
                                    "[[category]]\nid = \"odd\"\n[[category]]\nid = \"gift\"\nnature = \"income\"\n"
                                    "[[expense]]\nid = \"a\"\ncategory = \"odd\"\namount = 5\ndate = 2026-02-01\n"
                                    "[[income]]\nid = \"b\"\ncategory = \"gift\"\namount = 7\ndate = 2026-02-01\n");
    const Case of(budget, shipped_law());
    const IncomeStatement made = income_statements(of, of.law->classes, Count::notified, {2026}).front();
    CHECK(told(budget, made.rows.front()) == "charges odd 5.00\n");
    REQUIRE(made.without_class.size() == 2);
    CHECK(budget.categories[made.without_class[1]].id == "gift");
}

TEST_CASE("what is typed to be of an exercise is of it, however late it is paid") {
    const std::string rows =
        statement(opens + "[[grant]]\nid = \"g\"\namount = 900\nexercise = 2026\ndate = 2031-06-01\n");
    CHECK(rows.find("income 74 grant 900.00\n") != std::string::npos);
    CHECK(rows.find("cash receivable grant -900.00\n") != std::string::npos);
}

TEST_CASE("depreciation is a charge that nobody pays") {
    // 3,600.00 over three years is 1,200.00 a year. From 16 April on 2026 has 15 + 8 x 30 days of 360: 850.00 of it;
    // 2029 takes the rest, 350.00. 40.00 of each exercise until 2027.
    const std::string toml = opens +
                             "[[depreciation]]\nid = \"a\"\nfrom = 2026-04-16\ncost = 3600\nyears = 3\n"
                             "[[depreciation]]\nid = \"b\"\nfrom = 2026-12-31\namount = 40\nuntil = 2027-01-01\n";
    CHECK(statement(toml, {2025, 2026, 2027, 2028, 2029, 2030}) ==
          "charges 68 0.00 890.00 1240.00 1200.00 350.00 0.00\n"
          "charges class 68 0.00 890.00 1240.00 1200.00 350.00 0.00\n"
          "charges 0.00 890.00 1240.00 1200.00 350.00 0.00\n"
          "income 0.00 0.00 0.00 0.00 0.00 0.00\n"
          "result 0.00 -890.00 -1240.00 -1200.00 -350.00 0.00\n"
          "cash depreciation 0.00 890.00 1240.00 1200.00 350.00 0.00\n"
          "cash settled 0.00 0.00 0.00 0.00 0.00 0.00\n"
          "cash 0.00 0.00 0.00 0.00 0.00 0.00\n");
}

TEST_CASE("depreciation has a cost over years, or an amount") {
    const auto problems = [](const std::string& keys) {
        return problems_of(opens + "[[depreciation]]\nid = \"a\"\nfrom = 2026-04-16\n" + keys);
    };
    CHECK(problems("cost = 1\nyears = 3\n").empty());
    CHECK(problems("amount = 1\n").empty());
    CHECK(problems("") == "key.missing@4:1");
    CHECK(problems("cost = 1\n") == "key.alone@7:8");
    CHECK(problems("years = 2\namount = 1\n") == "key.alone@7:9");
    CHECK(problems("cost = 1\nyears = 2\namount = 1\n") == "line.contradiction@9:10(7:8)");
    CHECK(problems("cost = 1\nyears = 2\nuntil = 2027-01-01\n") == "key.alone@9:9");
    CHECK(problems("amount = 1\nuntil = 2026-01-01\n") == "line.bounds@8:9(6:8)");
    CHECK(problems("amount = 1\n[[depreciation]]\nid = \"a\"\nfrom = 2026-04-16\namount = 1\n") ==
          "id.repeated@9:6(4:1)");
}

TEST_CASE("an overdraft fee is a charge of its quarter") {
    // 90 days of 1,000.00 short in the first quarter at 7.3 %: 18.00; the rest of the year adds to it.
    const std::string rows = statement("[bank]\nopening = -1000\ndate = 2026-01-01\noverdraft_rate = \"7.3 %\"\n");
    CHECK(rows.starts_with("charges 66 overdraft-interest "));
    CHECK(rows.find("receivable") == std::string::npos);
}

TEST_CASE("an exercise that ends in the days shown is shown, else that of the last day") {
    const Budget budget = budget_of(opens);
    CHECK(exercises_in(budget, {"2026-04-01"_d, "2028-01-31"_d}) == std::vector<std::int16_t>{2026, 2027});
    CHECK(exercises_in(budget, {"2026-04-01"_d, "2026-06-30"_d}) == std::vector<std::int16_t>{2026});
}
