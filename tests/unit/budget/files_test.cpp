// SPDX-License-Identifier: MIT
#include <msp/budget/files.hpp>
#include <msp/rules/catalogue.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/folder.hpp>

using namespace msp;
using namespace msp::test;

TEST_CASE("a format is known by the extension of the file") {
    CHECK(format_of("a.yaml") == FileFormat::yaml);
    CHECK(format_of("a.b/c.yml") == FileFormat::yaml);
    CHECK(format_of("a.json") == FileFormat::json);
    CHECK(format_of("a.toml") == FileFormat::toml);
    CHECK(format_of("budget") == FileFormat::toml);
    CHECK(format_of("-") == FileFormat::toml);
    CHECK(format_of("yaml") == FileFormat::toml);
}

TEST_CASE("lines and people from CSV files stand after those of the budget") {
    const Folder folder;
    (void)folder.write("lists/charges.csv",
                       "id,category,amount,every,day,index.rate,index.since\nrent,rent,3200.00,month,5,2.1 "
                       "%,2026-01-01\ncleaning,cleaning,1200,month,last,,\n");
    (void)folder.write("lists/income.csv", "id;category;amount;date\ncalls;charges-reimbursed;1 160,50;15/04/2026\n");
    (void)folder.write("people.csv", "id,profession,in,surface\ndr-martin,médecin,2019-09-01,18.5 m2\n");
    const std::string budget = folder.write(
        "budget.toml", std::string(one_bank) +
                           "[[expense]]\nid = \"own\"\ncategory = \"water\"\namount = 1\ndate = 2026-04-01\n"
                           "[files]\nexpense = [\"lists/charges.csv\"]\n"
                           "income = \"lists/income.csv\"\nmember = \"people.csv\"\n");
    const Reading reading = read_file(budget);
    CHECK(reading.problems() == "");
    REQUIRE(reading.budget);
    CHECK(plan(*reading.budget, "2026-04-01", "2026-04-30") ==
          "2026-04-01 own -1.00\n2026-04-05 rent -3200.00\n2026-04-15 calls 1160.50\n2026-04-30 cleaning -1200.00\n");
    REQUIRE(reading.budget->members.size() == 1);
    CHECK(reading.budget->members[0].counts[0].values.steps[0].value == Rate(185, 1));
    CHECK(reading.budget->lines[1].index.has_value());
    CHECK_FALSE(reading.budget->lines[2].index.has_value());
}

TEST_CASE("a CSV may be in French where the budget is in English, and the other way round") {
    const Folder folder;
    (void)folder.write("charges.csv", "id;categorie;montant;tous_les;le\nloyer;rent;3 200,00;mois;5\n");
    const Reading reading =
        read_file(folder.write("budget.toml", std::string(one_bank) + "[files]\nexpense = \"charges.csv\"\n"));
    CHECK(reading.problems() == "");
    REQUIRE(reading.budget);
    CHECK(plan(*reading.budget, "2026-01-01", "2026-01-31") == "2026-01-05 loyer -3200.00\n");
}

TEST_CASE("several days, weeks and a number of times stand in cells") {
    const Folder folder;
    (void)folder.write("charges.csv",
                       "id;categorie;montant;tous_les;le;du;fois\npaie;payroll-net;10;mois;5, 20;2026-01-01;3\n"
                       "menage;cleaning;1;2 semaines;;2026-01-05;2\nsoir;cleaning;2;mois;5 et dernier;;\n");
    const Reading reading =
        read_file(folder.write("budget.toml", std::string(one_bank) + "[files]\nexpense = \"charges.csv\"\n"));
    CHECK(reading.problems() == "");
    REQUIRE(reading.budget);
    CHECK(plan(*reading.budget, "2026-01-01", "2026-02-27") ==
          "2026-01-05 paie -10.00\n2026-01-05 menage -1.00\n2026-01-05 soir -2.00\n2026-01-19 menage -1.00\n"
          "2026-01-20 paie -10.00\n2026-01-31 soir -2.00\n2026-02-05 paie -10.00\n2026-02-05 soir -2.00\n");
}

TEST_CASE("a schedule that cannot be read is one error, whatever the loan says besides") {
    const Folder folder;
    for (const char* terms : {"", "instalments = 12\nrate = \"3 %\"\n"}) {
        CAPTURE(terms);
        const Reading reading = read_file(folder.write(
            "budget.toml", std::string(one_bank) + "[[loan]]\nid = \"pret\"\namount = 1200\ndate = 2026-01-15\n" +
                               terms + "schedule = \"none.csv\"\n"));
        CHECK(reading.problems().starts_with("file.missing@"));
        CHECK(reading.problems().find(' ') == std::string::npos);
        REQUIRE(reading.budget);
        CHECK(reading.budget->loans.empty());
    }
}

TEST_CASE("a problem in a CSV is shown there, and one id for two lines at both places") {
    const Folder folder;
    (void)folder.write("a.csv", "id,category,amount,date\nx,rent,12.005,2026-04-01\ny,rent,1,2026-04-01\n");
    const Reading reading = read_file(folder.write(
        "budget.toml", std::string(one_bank) +
                           "[files]\nexpense = \"a.csv\"\n[[expense]]\nid = \"y\"\ncategory = \"rent\"\namount = 1\n"
                           "date = 2026-01-01\n"));
    CHECK(reading.problems() == "amount.decimals@2:8 id.repeated@3:1(7:6)");
}

TEST_CASE("a file that is named and cannot be read is an error where it is named") {
    const Folder folder;
    const Reading reading =
        read_file(folder.write("budget.toml", std::string(one_bank) + "[files]\nexpense = \"none.csv\"\n"));
    CHECK(reading.problems() == "file.missing@5:11");
}

TEST_CASE("the bank's own schedule of a loan is read from its CSV") {
    const Folder folder;
    (void)folder.write("pret.csv",
                       "date,principal,interest,insurance,payment,outstanding\n"
                       "2026-02-15,600.00,6.00,1.00,607.00,600.00\n2026-03-15,600.00,3.00,1.00,604.00,0.00\n");
    const Reading reading = read_file(folder.write(
        "budget.toml", std::string(one_bank) +
                           "[[loan]]\nid = \"pret\"\namount = 1200\ndate = 2026-01-15\nschedule = \"pret.csv\"\n"));
    CHECK(reading.problems() == "");
    REQUIRE(reading.budget);
    CHECK(plan(*reading.budget, "2026-01-01", "2026-12-31") ==
          "2026-01-15 pret.drawdown 1200.00\n"
          "2026-02-15 pret.principal -600.00\n2026-02-15 pret.interest -6.00\n2026-02-15 pret.insurance -1.00\n"
          "2026-03-15 pret.principal -600.00\n2026-03-15 pret.interest -3.00\n2026-03-15 pret.insurance -1.00\n");
}

TEST_CASE("a schedule that does not add up is shown at its rows") {
    const Folder folder;
    (void)folder.write("pret.csv",
                       "date,principal,interest,payment,outstanding\n2026-02-15,600.00,6.00,607.00,600.01\n");
    const Reading reading = read_file(folder.write(
        "budget.toml", std::string(one_bank) +
                           "[[loan]]\nid = \"pret\"\namount = 1200\ndate = 2026-01-15\nschedule = \"pret.csv\"\n"));
    // 606.00, not 607.00; 600.00 owed, not 600.01; 600.00 repaid of 1,200.00.
    CHECK(reading.problems().find("loan.row-sum@2:24") != std::string::npos);
    CHECK(reading.problems().find("loan.row-outstanding@2:31") != std::string::npos);
    CHECK(reading.problems().find("loan.schedule@8:12(6:10)") != std::string::npos);
}

TEST_CASE("the shipped catalogue is read from the library itself") {
    const Catalogue& catalogue = shipped_catalogue();
    const auto rent = catalogue.find("rent");
    REQUIRE(rent);
    CHECK(catalogue.categories[*rent].french == "Loyer");
    CHECK(catalogue.categories[*rent].english == "Rent");
    CHECK(catalogue.categories[*rent].account == "6132");
    CHECK(catalogue.categories[*rent].nature == Nature::charge);
}
