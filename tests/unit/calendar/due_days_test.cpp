// SPDX-License-Identifier: MIT
#include <msp/calendar/due_days.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>

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
    CHECK(days_of(R"(
[[expense]]
id = "rent"
category = "rent"
amount = 100.00
every = "month"
day = 5
[[expense]]
id = "cfe"
category = "local-tax"
amount = 90.00
date = 2026-12-15
[[expense]]
id = "urssaf"
category = "payroll-contributions"
amount = 50.00
every = "quarter"
day = 15
from = 2026-01-15
)",
                  "2026-01-01", "2026-12-31") == R"(2026-01-15 contributions -50.00 plan/urssaf/2026-01-15
2026-04-15 contributions -50.00 plan/urssaf/2026-04-15
2026-07-15 contributions -50.00 plan/urssaf/2026-07-15
2026-10-15 contributions -50.00 plan/urssaf/2026-10-15
2026-12-15 tax -90.00 plan/cfe/2026-12-15
)");
}

TEST_CASE("what a bank is charged for a loan at once is one day") {
    // 1,200.00 in two annual payments of capital, 600.00 each, and 10 % of 1,200.00 and of 600.00 as interest.
    CHECK(days_of(loan_of_two_years("loan", "2025-03-10", "2026-03-10"), "2026-01-01", "2027-12-31") ==
          "2026-03-10 loan -720.00 plan/loan/2026-03-10\n"
          "2027-03-10 loan -660.00 plan/loan/2027-03-10\n");
}

TEST_CASE("a day that moves keeps its name, and two of one name are told apart") {
    const auto shifted = [](const std::string& more) {
        return days_of(
            "[[expense]]\nid = \"cfe\"\ncategory = \"local-tax\"\namount = 90.00\ndate = 2026-12-15\n" + more,
            "2026-12-01", "2027-01-31");
    };
    CHECK(shifted("") == "2026-12-15 tax -90.00 plan/cfe/2026-12-15\n");
    CHECK(shifted("delay = \"10 days\"\n") == "2026-12-25 tax -90.00 plan/cfe/2026-12-15\n");
}

TEST_CASE("a grant of each year is known by its day, one with days of its own by its instalment") {
    const std::string yearly = R"(
[[grant]]
id = "fir"
amount = 100.00
from = "2026-01"
every = "year"
instalments = [{ share = "60 %", day = "04-01" }, { share = "rest", day = "09-01" }]
)";
    CHECK(days_of(yearly, "2027-01-01", "2027-12-31") ==
          "2027-04-01 grant 60.00 plan/fir/2027-04-01\n"
          "2027-09-01 grant 40.00 plan/fir/2027-09-01\n");
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
          "2026-06-30 end - contract/copier/end/2026-06-30 31\n"
          "2026-09-30 notice - contract/lease/notice/2026-12-31 31\n"
          "2027-01-01 renewal - contract/lease/renewal/2026-12-31 31\n");
}

TEST_CASE("alarms are those of the contract, else of the kind of day, else of all days") {
    const auto reminded = [](const std::string& alarms) {
        return days_of(R"(
[[contract]]
id = "copier"
supplier = "s"
end = 2026-06-30
[[expense]]
id = "cfe"
category = "local-tax"
amount = 90.00
date = 2026-06-30
[[income]]
id = "urssaf"
category = "payroll-contributions"
amount = 9.00
date = 2026-07-01
)" + alarms,
                       "2026-01-01", "2026-12-31");
    };
    const auto with = [](const char* contract, const char* tax, const char* contributions) {
        return std::string("2026-06-30 tax -90.00 plan/cfe/2026-06-30") + tax +
               "\n2026-06-30 end - contract/copier/end/2026-06-30" + contract +
               "\n2026-07-01 contributions 9.00 plan/urssaf/2026-07-01" + contributions + '\n';
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
    const std::string of_contract = "[[contract]]\nid = \"lift\"\nsupplier = \"s\"\nend = 2026-09-30\n";
    const std::string lift = "2026-09-30 end - contract/lift/end/2026-09-30";
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
    CHECK(problems("[[contract]]\nid = \"c\"\nsupplier = \"s\"\nnotice = \"1 month\"\nalarm = \"1 day\"\n") ==
          "key.alone@8:9");
}

TEST_CASE("a line that is called as a contract is has another name") {
    const std::string both = days_of(R"(
[[expense]]
id = "contract-k-end"
category = "local-tax"
amount = 90.00
date = 2026-06-30
[[contract]]
id = "k"
supplier = "s"
end = 2026-06-30
)",
                                     "2026-01-01", "2026-12-31");
    CHECK(both ==
          "2026-06-30 tax -90.00 plan/contract-k-end/2026-06-30\n"
          "2026-06-30 end - contract/k/end/2026-06-30\n");
}
