// SPDX-License-Identifier: MIT
#include <msp/calendar/due_days.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string told(const std::vector<std::int32_t>& alarms) {
    std::string all;
    for (const std::int32_t days : alarms)
        all += ' ' + std::to_string(days);
    return all;
}

// "day kind amount uid alarms", one a line.
std::string days_of(const std::string& lines, const char* first, const char* last) {
    const Budget budget = plan_of(lines);
    const Case of(budget, shipped_law());
    std::string all;
    for (const DueDay& day : due_days(of, {}, {parse_date(first).value(), parse_date(last).value()}))
        all += iso(day.day) + ' ' + std::string(id_of(day.kind)) + ' ' + (day.amount ? plain(*day.amount) : "-") + ' ' +
               day.uid.substr(0, day.uid.find('@')) + told(day.alarms) + '\n';
    return all;
}

}  // namespace

TEST_CASE("taxes and contributions are due days, rents are none") {
    CHECK(days_of(rent_text("rent") + tax_text("cfe", "2026-12-15") + R"(
[[expense]]
id = "urssaf"
category = "payroll-contributions"
amount = 50.00
every = "quarter"
day = 15
from = 2026-01-15
)",
                  "2026-01-01", "2026-12-31") == R"(2026-01-15 contributions -50.00 plan/urssaf/2026-01
2026-04-15 contributions -50.00 plan/urssaf/2026-04
2026-07-15 contributions -50.00 plan/urssaf/2026-07
2026-10-15 contributions -50.00 plan/urssaf/2026-10
2026-12-15 tax -90.00 plan/cfe
)");
}

TEST_CASE("what a bank is charged for a loan at once is one day") {
    // 1,200.00 in two annual payments of capital, 600.00 each, and 10 % of 1,200.00 and of 600.00 as interest.
    CHECK(days_of(loan_of_two_years("loan", "2025-03-10", "2026-03-10"), "2026-01-01", "2027-12-31") ==
          "2026-03-10 loan -720.00 plan/loan/1\n"
          "2027-03-10 loan -660.00 plan/loan/2\n");
}

TEST_CASE("a day that moves keeps its name, and two of one name are told apart") {
    const auto shifted = [](const std::string& more) {
        return days_of(tax_text("cfe", "2026-12-15", more), "2026-12-01", "2027-01-31");
    };
    CHECK(shifted("") == "2026-12-15 tax -90.00 plan/cfe\n");
    CHECK(shifted("delay = \"10 days\"\n") == "2026-12-25 tax -90.00 plan/cfe\n");
}

TEST_CASE("a line that comes back is known by its month, and in it by its order") {
    const auto taxes = [](const std::string& keys) {
        return days_of("[[expense]]\nid = \"t\"\ncategory = \"local-tax\"\namount = 1.00\n" + keys, "2026-02-01",
                       "2026-03-31");
    };
    CHECK(taxes("every = \"month\"\nday = \"last\"\n") ==
          "2026-02-28 tax -1.00 plan/t/2026-02\n2026-03-31 tax -1.00 plan/t/2026-03\n");
    // Paid in another month than the one that it is due in.
    CHECK(taxes("every = \"month\"\nday = 20\ndelay = \"15 days\"\n") ==
          "2026-02-04 tax -1.00 plan/t/2026-01\n2026-03-07 tax -1.00 plan/t/2026-02\n");
    CHECK(taxes("every = \"month\"\nday = [5, 20]\n") ==
          "2026-02-05 tax -1.00 plan/t/2026-02\n2026-02-20 tax -1.00 plan/t/2026-02.2\n"
          "2026-03-05 tax -1.00 plan/t/2026-03\n2026-03-20 tax -1.00 plan/t/2026-03.2\n");
    // Both on the last day of a short month, and yet two.
    CHECK(taxes("every = { months = [2] }\nday = [30, 31]\n") ==
          "2026-02-28 tax -1.00 plan/t/2026-02\n2026-02-28 tax -1.00 plan/t/2026-02.2\n");
}

TEST_CASE("what comes back after so many days is known by the Monday of its week, and in it by its order") {
    const auto taxes = [](const std::string& keys) {
        return days_of("[[expense]]\nid = \"t\"\ncategory = \"local-tax\"\namount = 1.00\n" + keys, "2026-02-01",
                       "2026-02-20");
    };
    // 2 February 2026 is a Monday.
    CHECK(taxes("every = \"2 weeks\"\nfrom = 2026-01-05\n") ==
          "2026-02-02 tax -1.00 plan/t/2026-02-02\n2026-02-16 tax -1.00 plan/t/2026-02-16\n");
    CHECK(taxes("every = \"2 weeks\"\nfrom = 2026-01-11\n") == "2026-02-08 tax -1.00 plan/t/2026-02-02\n");
    CHECK(taxes("every = \"3 days\"\nfrom = 2026-02-06\nuntil = 2026-02-16\n") ==
          "2026-02-06 tax -1.00 plan/t/2026-02-02.2\n2026-02-09 tax -1.00 plan/t/2026-02-09\n"
          "2026-02-12 tax -1.00 plan/t/2026-02-09.2\n2026-02-15 tax -1.00 plan/t/2026-02-09.3\n");
}

TEST_CASE("an amount of a list is known by its month, whatever the list has before it") {
    const auto taxes = [](const std::string& amounts) {
        return days_of("[[expense]]\nid = \"t\"\ncategory = \"local-tax\"\namounts = [" + amounts + "]\n", "2026-01-01",
                       "2027-12-31");
    };
    const std::string later = "{ date = 2027-10-15, amount = 2.00 }, { date = 2027-10-25, amount = 3.00 }";
    const std::string told = "2027-10-15 tax -2.00 plan/t/2027-10\n2027-10-25 tax -3.00 plan/t/2027-10.2\n";
    CHECK(taxes(later) == told);
    CHECK(taxes("{ date = 2026-10-20, amount = 1.00 }, " + later) == "2026-10-20 tax -1.00 plan/t/2026-10\n" + told);
}

TEST_CASE("an instalment is known by its number, of a loan whose rest is typed by its month") {
    const std::string loan = R"(
[[loan]]
id = "l"
kind = "constant-capital"
rate = "0 %"
every = "month"
)";
    // 600.00 in two parts; a fee and the first part on one day are two events, as are two instalments of 300.00.
    CHECK(days_of(loan + "amount = 600.00\ndate = 2026-01-10\nfirst = 2026-02-10\ninstalments = 2\n"
                         "fees = [{ amount = 10.00 }]\n",
                  "2026-01-01", "2026-12-31") ==
          "2026-01-10 loan 600.00 plan/l/drawdown/1\n2026-01-10 loan -10.00 plan/l/fees/1\n"
          "2026-02-10 loan -300.00 plan/l/1\n2026-03-10 loan -300.00 plan/l/2\n");
    const auto rest = [&](const char* keys) { return days_of(loan + keys, "2026-04-01", "2026-12-31"); };
    CHECK(rest("outstanding = 600.00\ndate = 2026-02-10\nfirst = 2026-03-10\ninstalments = 3\n") ==
          "2026-04-10 loan -200.00 plan/l/2026-04\n2026-05-10 loan -200.00 plan/l/2026-05\n");
    CHECK(rest("outstanding = 400.00\ndate = 2026-03-10\nfirst = 2026-04-10\ninstalments = 2\n") ==
          "2026-04-10 loan -200.00 plan/l/2026-04\n2026-05-10 loan -200.00 plan/l/2026-05\n");
}

TEST_CASE("calls stand on their day however late they are paid, and money that members advance has its label") {
    // 1,200.00 a year of two members, called each month: 100.00 from both, and 300.00 for the roof.
    const Budget budget = plan_of(R"(
[charges]
plan = true
delay = "40 days"
[[key]]
id = "eq"
by = "equal"
[[member]]
id = "a"
[[member]]
id = "b"
[[expense]]
id = "rent"
category = "rent"
amount = 100.00
every = "month"
day = 5
shared = "eq"
[[call]]
id = "roof"
label = "Roof"
kind = "works"
shared = "eq"
calls = [{ date = 2026-03-15, amount = 300.00 }]
)");
    const Case of(budget, shipped_law());
    std::string all;
    for (const DueDay& day : due_days(of, {}, {parse_date("2026-03-01").value(), parse_date("2026-04-30").value()}))
        all += iso(day.day) + ' ' + plain(*day.amount) + ' ' + day.uid.substr(0, day.uid.find('@')) + ' ' + day.label +
               '\n';
    CHECK(all ==
          "2026-03-01 100.00 plan/calls.main/2026-03 \n"
          "2026-03-15 300.00 plan/advances.main/2026-03 Roof\n"
          "2026-04-01 100.00 plan/calls.main/2026-04 \n");
}

TEST_CASE("a grant of each year is known by its year, one with days of its own by its instalment") {
    const std::string yearly = R"(
[[grant]]
id = "fir"
amount = 100.00
from = "2026-01"
every = "year"
instalments = [{ share = "60 %", day = "04-01" }, { share = "rest", day = "09-01" }]
)";
    CHECK(days_of(yearly, "2027-01-01", "2027-12-31") ==
          "2027-04-01 grant 60.00 plan/fir/2027\n"
          "2027-09-01 grant 40.00 plan/fir/2027.2\n");
    const auto dated = [](const std::string& day) {
        return days_of(
            "[[grant]]\nid = \"fir\"\namount = 100.00\ninstalments = [{ share = \"60 %\", date = 2026-04-01 }, "
            "{ share = \"rest\", date = " +
                day + " }]\n",
            "2026-05-01", "2027-12-31");
    };
    CHECK(dated("2026-09-01") == "2026-09-01 grant 40.00 plan/fir/2\n");
    CHECK(dated("2026-12-01") == "2026-12-01 grant 40.00 plan/fir/2\n");
}

TEST_CASE("money of the ACI is known by its year, whatever of it has come") {
    const auto balance = [](const std::string& keys) {
        return days_of("[aci]\n[[aci.year]]\nyear = 2025\n[aci.year.balance]\namount = 100.00\n" + keys, "2026-01-01",
                       "2026-12-31");
    };
    CHECK(balance("expected = 2026-04-28\n") == "2026-04-28 aci 100.00 plan/aci/balance/2025\n");
    // 40.00 have come, and the other 60.00 are late.
    CHECK(balance("expected = 2026-06-30\nreceived = [{ date = 2026-04-28, amount = 40.00 }]\n") ==
          "2026-06-30 aci 60.00 plan/aci/balance/2025\n");
}

TEST_CASE("contracts have the last day to give notice, and what comes of it") {
    const std::string contract = R"(
[[contract]]
id = "lease"
supplier = "s"
end = 2026-12-31
notice = "3 months"
renewal = "12 months"
[[contract]]
id = "copier"
supplier = "s"
end = 2026-06-30
[calendar]
alarm = "1 month"
)";
    // A month before 30 September is 30 August, 31 days; before 1 January 1 December, 31; before 30 June 30 May, 31.
    CHECK(days_of(contract, "2026-01-01", "2027-01-01") ==
          "2026-06-30 end - contract/copier/end/1 31\n"
          "2026-09-30 notice - contract/lease/notice/1 31\n"
          "2027-01-01 renewal - contract/lease/renewal/1 31\n");
}

TEST_CASE("alarms are those of the contract, else of the kind of day, else of all days") {
    const auto reminded = [](const std::string& alarms) {
        return days_of(contract_text("copier", "end = 2026-06-30\n") + tax_text("cfe", "2026-06-30") + R"(
[[income]]
id = "urssaf"
category = "payroll-contributions"
amount = 9.00
date = 2026-07-01
)" + alarms,
                       "2026-01-01", "2026-12-31");
    };
    const auto with = [](const char* contract, const char* tax, const char* contributions) {
        return std::string("2026-06-30 tax -90.00 plan/cfe") + tax + "\n2026-06-30 end - contract/copier/end/1" +
               contract + "\n2026-07-01 contributions 9.00 plan/urssaf" + contributions + '\n';
    };
    CHECK(reminded("") == with("", "", ""));
    // The first to ring comes first, whatever the order in which they are typed.
    CHECK(reminded("[calendar]\nalarm = [\"1 day\", \"30 days\", \"7 days\"]\n") ==
          with(" 30 7 1", " 30 7 1", " 30 7 1"));
    CHECK(reminded("[calendar]\nalarm = [\"7 days\"]\ntax = []\nend = \"60 days\"\n") == with(" 60", "", " 7"));
    CHECK(reminded("[calendar]\nalarm = \"7 days\"\ntax = \"none\"\ncontributions = \"2 days\"\n") ==
          with(" 7", "", " 2"));
    // From 30 May to 30 June are 31 days, from 1 June to 1 July 30: one alarm.
    CHECK(reminded("[calendar]\nalarm = [\"30 days\", \"1 month\"]\n") == with(" 31 30", " 31 30", " 30"));
    const std::string of_contract = contract_text("lift", "end = 2026-09-30\n");
    const std::string lift = "2026-09-30 end - contract/lift/end/1";
    CHECK(reminded(of_contract + "alarm = [\"5 days\"]\n[calendar]\nend = \"60 days\"\n") ==
          with(" 60", "", "") + lift + " 5\n");
    CHECK(reminded(of_contract + "alarm = []\n[calendar]\nalarm = \"60 days\"\n") ==
          with(" 60", " 60", " 60") + lift + "\n");
}

TEST_CASE("alarms are one delay or a list, each once, in both languages and both forms") {
    const auto alarms = [](const std::string& lines) { return budget_of(std::string(one_bank) + lines).reminders; };
    const Reminders english =
        alarms("[calendar]\nalarm = [\"1 month\", \"7 days\"]\nnotice = \"60 days\"\nloan = \"none\"\n");
    CHECK(english.all == Alarms{{.months = 1}, {.days = 7}});
    CHECK(english.of_kind.at(static_cast<std::size_t>(DueKind::notice)) == Alarms{{.days = 60}});
    CHECK(english.of_kind.at(static_cast<std::size_t>(DueKind::loan)) == Alarms());
    CHECK_FALSE(english.of_kind.at(static_cast<std::size_t>(DueKind::tax)));
    const Reading french = read(
        "[banque]\nsolde = 0\ndate = 2026-01-01\n[calendrier]\nrappel = [\"1 mois\", \"7 jours\"]\npreavis = \"60 "
        "jours\"\n"
        "emprunt = \"aucun\"\n");
    CHECK(french.problems() == "");
    CHECK(french.budget->reminders == english);
    const Reading yaml = read(
        "bank:\n  opening: 0\n  date: 2026-01-01\ncalendar:\n  alarm:\n    - 1 month\n    - 7 days\n"
        "  notice: 60 days\n  loan: []\n",
        FileFormat::yaml);
    CHECK(yaml.problems() == "");
    CHECK(yaml.budget->reminders == english);

    const auto problems = [](const std::string& lines) { return problems_of(std::string(one_bank) + lines); };
    CHECK(problems("[calendar]\nalarm = [\"7 days\", \"7 jours\"]\n") == "alarm.twice@5:20");
    CHECK(problems("[calendar]\nalarm = [\"7 days\", \"x\", 5, { days = 3 }]\ntax = \"soon\"\n") ==
          "value.delay@5:20 value.delay@5:25 value.type@5:28 value.type@6:7");
    CHECK(problems("[calendar]\nloan = [\"0 days\", \"-1 days\", \"1 month end of month\"]\n") ==
          "contract.length@5:9 contract.length@5:19 contract.length@5:30");
    CHECK(problems(contract_text("c", "notice = \"1 month\"\nalarm = \"1 day\"\n")) == "key.alone@8:9");
}

TEST_CASE("a line that is called as a contract is has another name") {
    const std::string both =
        days_of(tax_text("contract-k-end", "2026-06-30") + contract_text("k", "end = 2026-06-30\n"), "2026-01-01",
                "2026-12-31");
    CHECK(both ==
          "2026-06-30 tax -90.00 plan/contract-k-end\n"
          "2026-06-30 end - contract/k/end/1\n");
}
