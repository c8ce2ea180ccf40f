// SPDX-License-Identifier: MIT
#include <msp/report/forecast_sheets.hpp>
#include <msp/report/sheet_text.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>
#include <tests/support/sheet.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// The SISA pays 30.00 a month for an office to the SCM, and 10.00 in January; it moves 40.00 to its savings at the end
// of January, which arrive in February.
const Budget& two_entities() {
    static const Budget budget = budget_of(
        "entity = [{ id = \"sisa\", name = \"La SISA\" }, { id = \"scm\" }]\n"
        "bank = [{ id = \"current\", entity = \"sisa\", opening = 100, date = 2026-01-01, overdraft = 50 }, "
        "{ id = \"savings\", entity = \"sisa\", opening = 0, date = 2026-01-01 }, "
        "{ id = \"m\", entity = \"scm\", opening = 10, date = 2026-01-01, overdraft = 5 }]\n"
        "[[expense]]\nid = \"office\"\nlabel = \"Bureau\"\ncategory = \"rent\"\nbank = \"current\"\npaid_to = \"m\"\n"
        "received_as = \"rent-received\"\namount = 30\nevery = \"month\"\nday = 10\n"
        "[[expense]]\nid = \"power\"\ncategory = \"energy\"\nbank = \"current\"\namount = 10\ndate = 2026-01-20\n"
        "[[transfer]]\nid = \"t\"\nbank = \"current\"\npaid_to = \"savings\"\namount = 40\ndate = 2026-01-31\narrives "
        "= \"1 day\"\n");
    return budget;
}

Results one(const std::unique_ptr<Result>& result) {
    return {result.get(), 1};
}

std::string balance(const std::unique_ptr<Result>& result, const View& view) {
    return csv_rows(balance_sheet(one(result), view));
}

std::string plan(const std::unique_ptr<Result>& result, const View& view) {
    return csv_rows(plan_sheet(one(result), view));
}

const View months = view_of("2026-01-01", "2026-02-28", Grid::month);

}  // namespace

TEST_CASE("the columns are those promised, in their order") {
    const auto result = result_of(two_entities(), months);
    CHECK(csv_heading(balance_sheet(one(result), months)) ==
          "scenario,entity,bank,period,opening,receipts,payments,net,closing,lowest,lowest_on\n");
    CHECK(csv_heading(plan_sheet(one(result), months)) ==
          "scenario,entity,section,category,line,label,2026-01,2026-02,total,account,grant_line,tax_line,row\n");
    CHECK(csv_heading(movement_sheet(one(result), months)) ==
          "scenario,entity,date,due,bank,line,label,category,nature,exercise,state,amount,balance,origin,account,grant_"
          "line,"
          "tax_line\n");
}

TEST_CASE("labels are words of the language asked for") {
    const auto result = result_of(two_entities(), months);
    CHECK(balance_sheet(one(result), months).columns[5].label == "Receipts");
    const View french = view_of("2026-01-01", "2026-02-28", Grid::month, Language::french);
    CHECK(balance_sheet(one(result), french).columns[5].label == "Encaissements");
}

TEST_CASE("a balance has a row for each account, then each entity with several, then all") {
    const auto result = result_of(two_entities(), months);
    // current: 100 - 30 - 10 - 40 = 20 in January, 20 - 30 = -10 in February; savings 40 from 1 February; m 40, 70.
    CHECK(balance(result, months) ==
          "base,sisa,current,2026-01,100.00,0.00,-80.00,-80.00,20.00,20.00,2026-01-31\n"
          "base,sisa,current,2026-02,20.00,0.00,-30.00,-30.00,-10.00,-10.00,2026-02-10\n"
          "base,sisa,savings,2026-01,0.00,0.00,0.00,0.00,0.00,0.00,2026-01-01\n"
          "base,sisa,savings,2026-02,0.00,40.00,0.00,40.00,40.00,40.00,2026-02-01\n"
          "base,sisa,all,2026-01,100.00,0.00,-80.00,-80.00,20.00,20.00,2026-01-31\n"
          "base,sisa,all,2026-02,20.00,40.00,-30.00,10.00,30.00,30.00,2026-02-10\n"
          "base,scm,m,2026-01,10.00,30.00,0.00,30.00,40.00,10.00,2026-01-01\n"
          "base,scm,m,2026-02,40.00,30.00,0.00,30.00,70.00,40.00,2026-02-01\n"
          "base,all,all,2026-01,110.00,0.00,-50.00,-50.00,60.00,60.00,2026-01-31\n"
          "base,all,all,2026-02,60.00,40.00,0.00,40.00,100.00,100.00,2026-02-01\n");
}

TEST_CASE("the total begins with what accounts hold that open later, as their periods do") {
    // 10.00 leave `a` each month. In February `b` opens with 50.00, and on the last day `c` with -20.00; `d` only after
    // the plan. 100 - 10 = 90 in January, 90 + 50 - 20 - 10 = 110 in February; of both 100 + 50 - 20 - 2 x 10 = 110.
    const auto result = result_of(
        budget_of("bank = [{ id = \"a\", opening = 100, date = 2026-01-01 }, "
                  "{ id = \"b\", opening = 50, date = 2026-02-01 }, { id = \"c\", opening = -20, date = 2026-02-28 }, "
                  "{ id = \"d\", opening = 70, date = 2026-03-01 }]\n"
                  "[[expense]]\nid = \"e\"\ncategory = \"energy\"\nbank = \"a\"\namount = 10\nevery = \"month\"\n"
                  "day = 5\n"),
        months);
    const std::string rows = plan(result, months);
    CHECK(rows.find(",opening,,,Brought forward,100.00,120.00,130.00,") != std::string::npos);
    CHECK(rows.find(",net,,,Net,-10.00,-10.00,-20.00,") != std::string::npos);
    CHECK(rows.find(",closing,,,Cumulative balance,90.00,110.00,110.00,") != std::string::npos);
    CHECK(balance(result, months).find(",all,2026-02,120.00,0.00,-10.00,-10.00,110.00,") != std::string::npos);
    const std::string page = sheet_text(plan_sheet(one(result), months), {.language = Language::english});
    CHECK(page.find("\nb opens on 1 February 2026 with 50.00: ") != std::string::npos);
    CHECK(page.find("\nc opens on 28 February 2026 with -20.00: ") != std::string::npos);
    CHECK(page.find("\nd opens ") == std::string::npos);
}

TEST_CASE("with one bank there is no row of all") {
    const auto result = result_of(plan_of(""), months);
    CHECK(balance(result, months) ==
          "base,main,main,2026-01,0.00,0.00,0.00,0.00,0.00,0.00,2026-01-01\n"
          "base,main,main,2026-02,0.00,0.00,0.00,0.00,0.00,0.00,2026-02-01\n");
}

TEST_CASE("a plan has each entity's lines under their subtotals, payments positive, and reciprocal flows of all") {
    const auto result = result_of(two_entities(), months);
    // The margin is that of the account nearest to its overdraft: in January the savings at 0.00, in February current
    // at -10.00 + 50.00; m has 10.00 + 5.00, then 40.00 + 5.00.
    CHECK(plan(result, months) ==
          "base,sisa,opening,,,Brought forward,100.00,20.00,100.00,,,,whole\n"
          "base,sisa,receipts,transfer,t,t,0.00,40.00,40.00,58,,,line\n"
          "base,sisa,receipts,transfer,,Internal transfers,0.00,40.00,40.00,,,,category\n"
          "base,sisa,receipts,,,Receipts,0.00,40.00,40.00,,,,whole\n"
          "base,sisa,payments,rent,office,Bureau,30.00,30.00,60.00,6132,61 Services extérieurs - Locations,15 Loyer et "
          "charges locatives,line\n"
          "base,sisa,payments,rent,,Rent,30.00,30.00,60.00,,,,category\n"
          "base,sisa,payments,energy,power,power,10.00,0.00,10.00,6061,60 Achats - Autres fournitures,\"20 Chauffage, "
          "eau, gaz, électricité\",line\n"
          "base,sisa,payments,energy,,Energy,10.00,0.00,10.00,,,,category\n"
          "base,sisa,payments,transfer,t,t,40.00,0.00,40.00,58,,,line\n"
          "base,sisa,payments,transfer,,Internal transfers,40.00,0.00,40.00,,,,category\n"
          "base,sisa,payments,,,Payments,80.00,30.00,110.00,,,,whole\n"
          "base,sisa,net,,,Net,-80.00,10.00,-70.00,,,,whole\n"
          "base,sisa,closing,,,Cumulative balance,20.00,30.00,30.00,,,,whole\n"
          "base,sisa,lowest,,,Lowest,20.00,30.00,20.00,,,,whole\n"
          "base,sisa,lowest,,current,current,20.00,-10.00,-10.00,,,,account\n"
          "base,sisa,lowest,,savings,savings,0.00,40.00,0.00,,,,account\n"
          "base,sisa,margin,,,Margin on the overdraft,0.00,40.00,0.00,,,,whole\n"
          "base,sisa,margin,,current,current,70.00,40.00,40.00,,,,account\n"
          "base,sisa,margin,,savings,savings,0.00,40.00,0.00,,,,account\n"
          "base,scm,opening,,,Brought forward,10.00,40.00,10.00,,,,whole\n"
          "base,scm,receipts,rent-received,office,Bureau,30.00,30.00,60.00,7083,\"70 Vente de produits finis, de "
          "marchandises, prestations de services\",6 Gains divers,line\n"
          "base,scm,receipts,rent-received,,Rents received,30.00,30.00,60.00,,,,category\n"
          "base,scm,receipts,,,Receipts,30.00,30.00,60.00,,,,whole\n"
          "base,scm,payments,,,Payments,0.00,0.00,0.00,,,,whole\n"
          "base,scm,net,,,Net,30.00,30.00,60.00,,,,whole\n"
          "base,scm,closing,,,Cumulative balance,40.00,70.00,70.00,,,,whole\n"
          "base,scm,lowest,,,Lowest,10.00,40.00,10.00,,,,whole\n"
          "base,scm,margin,,,Margin on the overdraft,15.00,45.00,15.00,,,,whole\n"
          "base,all,opening,,,Brought forward,110.00,60.00,110.00,,,,whole\n"
          "base,all,receipts,rent-received,office,Bureau,30.00,30.00,60.00,7083,\"70 Vente de produits finis, de "
          "marchandises, prestations de services\",6 Gains divers,line\n"
          "base,all,receipts,rent-received,,Rents received,30.00,30.00,60.00,,,,category\n"
          "base,all,receipts,transfer,t,t,0.00,40.00,40.00,58,,,line\n"
          "base,all,receipts,transfer,,Internal transfers,0.00,40.00,40.00,,,,category\n"
          "base,all,receipts,reciprocal,reciprocal,Reciprocal flows,-30.00,-30.00,-60.00,,,,reciprocal\n"
          "base,all,receipts,,,Receipts,0.00,40.00,40.00,,,,whole\n"
          "base,all,payments,rent,office,Bureau,30.00,30.00,60.00,6132,61 Services extérieurs - Locations,15 Loyer et "
          "charges locatives,line\n"
          "base,all,payments,rent,,Rent,30.00,30.00,60.00,,,,category\n"
          "base,all,payments,energy,power,power,10.00,0.00,10.00,6061,60 Achats - Autres fournitures,\"20 Chauffage, "
          "eau, gaz, électricité\",line\n"
          "base,all,payments,energy,,Energy,10.00,0.00,10.00,,,,category\n"
          "base,all,payments,transfer,t,t,40.00,0.00,40.00,58,,,line\n"
          "base,all,payments,transfer,,Internal transfers,40.00,0.00,40.00,,,,category\n"
          "base,all,payments,reciprocal,reciprocal,Reciprocal flows,-30.00,-30.00,-60.00,,,,reciprocal\n"
          "base,all,payments,,,Payments,50.00,0.00,50.00,,,,whole\n"
          "base,all,net,,,Net,-50.00,40.00,-10.00,,,,whole\n"
          "base,all,closing,,,Cumulative balance,60.00,100.00,100.00,,,,whole\n"
          "base,all,lowest,,,Lowest,60.00,100.00,60.00,,,,whole\n"
          "base,all,margin,,,Margin on the overdraft,0.00,40.00,0.00,,,,whole\n");
}

TEST_CASE("movements run the balance of their bank, in order of day and file") {
    const View view = view_of("2026-01-15", "2026-02-15", Grid::month);
    const auto result = result_of(two_entities(), view);
    const std::string rows = csv_rows(movement_sheet(one(result), view));
    // The view begins after 10 January: current has 100 - 30, m has 10 + 30.
    CHECK(rows ==
          "base,sisa,2026-01-20,2026-01-20,current,power,power,energy,charge,2026,planned,-10.00,60.00,line,6061,60 "
          "Achats - Autres fournitures,\"20 Chauffage, eau, gaz, électricité\"\n"
          "base,sisa,2026-01-31,2026-01-31,current,t,t,transfer,transfer,2026,planned,-40.00,20.00,transfer,58,,\n"
          "base,sisa,2026-02-01,2026-01-31,savings,t,t,transfer,transfer,2026,planned,40.00,40.00,transfer,58,,\n"
          "base,sisa,2026-02-10,2026-02-10,current,office,Bureau,rent,charge,2026,planned,-30.00,-10.00,line,6132,61 "
          "Services extérieurs - Locations,15 Loyer et charges locatives\n"
          "base,scm,2026-02-10,2026-02-10,m,office,Bureau,rent-received,income,2026,planned,30.00,70.00,line,7083,\"70 "
          "Vente de produits finis, de marchandises, prestations de services\",6 Gains divers\n");
}

TEST_CASE("balances of a view that begins with the accounts begin with their openings") {
    // Each account after a movement of nothing.
    const auto plain_balances = [](std::string_view first) {
        const auto result = result_of(two_entities(), months);
        RunningBalances balances(result->budget, result->projection, *parse_date(first));
        std::string text;
        for (BankIndex bank = 0; bank < 3; ++bank) {
            Movement nothing;
            nothing.bank = bank;
            text += plain(balances.after(nothing)) + ' ';
        }
        return text;
    };
    CHECK(plain_balances("2026-01-01") == "100.00 0.00 10.00 ");
    CHECK(plain_balances("2026-01-11") == "70.00 0.00 40.00 ");
    CHECK(plain_balances("2026-02-01") == "20.00 0.00 40.00 ");
}

TEST_CASE("the part of a line stands in its id and its name") {
    const Budget budget = plan_of(
        "[[loan]]\nid = \"pret\"\nlabel = \"Prêt\"\namount = 1200\ndate = 2026-01-15\nrate = \"12 %\"\ninstalments = "
        "12\n"
        "kind = \"constant-capital\"\n[[aci.year]]\nyear = 2026\n");
    CHECK(id_of(budget, 0, Part::interest) == "pret.interest");
    CHECK(id_of(budget, 0, Part::whole) == "pret");
    CHECK(name_of(budget, 0, Part::interest, Language::english) == "Prêt: interest");
    CHECK(name_of(budget, 0, Part::interest, Language::french) == "Prêt\u00a0: intérêts");
    CHECK(name_of(budget, 1, Part::advance, Language::english) == "ACI: advance");
    CHECK(name_of(budget, 1, Part::balance, Language::french) == "ACI\u00a0: solde");
}

TEST_CASE("a loan's schedule is a row an instalment") {
    const View view = view_of("2026-01-01", "2026-12-31", Grid::month);
    const auto result =
        result_of(plan_of("[[loan]]\nid = \"pret\"\nkind = \"constant-capital\"\namount = 200\ndate = 2026-01-15\n"
                          "rate = \"12 %\"\ninstalments = 2\n"),
                  view);
    // 1 % a month: 2.00 of 200.00, then 1.00 of 100.00.
    CHECK(csv_rows(loan_sheet(one(result), view)) ==
          "base,main,main,2026-02-15,pret,pret,1,100.00,2.00,0.00,102.00,0.00,100.00,0.00,0.00\n"
          "base,main,main,2026-03-15,pret,pret,2,100.00,1.00,0.00,101.00,0.00,0.00,0.00,0.00\n");
}

TEST_CASE("a refund is a negative payment in the plan and in the balance") {
    const auto result =
        result_of(plan_of("[[expense]]\nid = \"x\"\ncategory = \"rent\"\namount = -5\ndate = 2026-01-10\n"), months);
    CHECK(plan(result, months).find("base,main,payments,,,Payments,-5.00,0.00,-5.00,,,,whole\n") != std::string::npos);
    CHECK(balance(result, months).starts_with("base,main,main,2026-01,0.00,0.00,5.00,5.00,5.00,"));
}
