// SPDX-License-Identifier: MIT
#include <msp/scenario/scenario.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/changed_text.hpp>
#include <tests/support/posts.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// One of everything that a path may lead to.
const std::string base =
    "lang = \"fr\"\n"
    "[bank]\n"
    "opening = 1000.00\n"
    "date = 2026-01-01\n"
    "[forecast]\n"
    "months = 12\n"
    "[[expense]]\n"
    "id = \"software\"\n"
    "category = \"information-system\"\n"
    "amount = 2400.00\n"
    "every = \"quarter\"\n"
    "day = 5\n"
    "[[expense]]\n"
    "id = \"meetings\"\n"
    "category = \"meetings\"\n"
    "amounts = [{ date = 2026-06-30, amount = 100.05 }, { date = 2026-12-20, amount = 200.00 }]\n"
    "[[expense]]\n"
    "id = \"deposit\"\n"
    "category = \"deposit\"\n"
    "amount = 50.00\n"
    "date = 2026-03-10\n"
    "delay = \"10 days\"\n"
    "scale = \"150 %\"\n"
    "[[income]]\n"
    "id = \"calls\"\n"
    "category = \"charges-reimbursed\"\n"
    "annual = 1000.00\n"
    "every = \"month\"\n"
    "from = \"2026-01\"\n"
    "day = 1\n"
    "index = [{ date = 2026-07-01, rate = \"2 %\" }]\n"
    "[[grant]]\n"
    "id = \"fir\"\n"
    "amount = 5000.00\n"
    "instalments = [{ share = \"70 %\", date = 2026-05-15 }, { share = \"rest\", date = 2026-09-15 }]\n"
    "[[loan]]\n"
    "id = \"pret\"\n"
    "amount = 1200.00\n"
    "date = 2026-01-20\n"
    "rate = \"6 %\"\n"
    "instalments = 12\n"
    "[[member]]\n"
    "id = \"dr\"\n"
    "patients = 1000\n"
    "[[aci.year]]\n"
    "year = 2025\n"
    "notified = 76000.00\n"
    "advance = { received = [{ date = 2025-04-28, amount = 40000.00 }] }\n"
    "balance = { expected = 2026-04-28 }\n"
    "[[aci.year]]\n"
    "year = 2026\n"
    "notified = 80000.00\n"
    "[[scenario]]\n"
    "id = \"s\"\n"
    "change = [\n";
constexpr std::size_t base_lines = 55;

std::string with(const std::string& changes) {
    return base + changes + "\n]\n";
}

Budget changed(const std::string& changes) {
    return budget_of(with(changes), "s");
}

// The base with a text of it replaced, and what the scenario says the same of.
Budget typed(const std::string& said, const std::string& instead) {
    return budget_of(changed_once(with(""), said, instead));
}

std::string year(const Budget& budget, const std::string& item) {
    std::string text;
    for (const Movement& movement : movements_between(budget, "2026-01-01"_d, "2027-12-31"_d)) {
        if (budget.items[movement.item].id == item)
            text += (text.empty() ? "" : " ") + iso(movement.date) + ' ' + plain(movement.amount);
    }
    return text;
}

std::string problems(const std::string& changes) {
    Reading reading = read(with(changes));
    CHECK(reading.problems() == "");
    const auto budget = reading.scenario("s");
    CHECK_FALSE(budget);
    return reading.problems();
}

// The first place of a change: the line after those of the base.
const std::string here = "@" + std::to_string(base_lines + 1);

}  // namespace

TEST_CASE("set writes a value that could have been typed at its path, in either language") {
    struct Row {
        std::string path;
        std::string to;
        std::string said;
        std::string instead;
    };
    for (const Row& row : {
             Row{"expense.software.amount", "3000.00", "amount = 2400.00", "amount = 3000.00"},
             Row{"charge.software.montant", "3000.00", "amount = 2400.00", "amount = 3000.00"},
             Row{"expense.software.amount", "\"3 000,00 €\"", "amount = 2400.00", "amount = 3000.00"},
             Row{"expense.software.day", "\"last\"", "day = 5", "day = \"last\""},
             Row{"expense.software.every", "{ months = [2, 8] }", "every = \"quarter\"", "every = { months = [2, 8] }"},
             Row{"expense.software.until", "\"2026-06\"", "day = 5", "day = 5\nuntil = \"2026-06\""},
             Row{"charge.software.indexation", "{ rate = \"2 %\", since = 2026-01-01 }", "day = 5",
                 "day = 5\nindex = { rate = \"2 %\", since = 2026-01-01 }"},
             Row{"expense.meetings.amounts.2.amount", "1.00", "amount = 200.00 }", "amount = 1.00 }"},
             Row{"expense.meetings.amounts.1.date", "2026-07-15", "2026-06-30", "2026-07-15"},
             Row{"expense.meetings.amounts", "[{ date = 2026-01-01, amount = 3.00 }]",
                 "[{ date = 2026-06-30, amount = 100.05 }, { date = 2026-12-20, amount = 200.00 }]",
                 "[{ date = 2026-01-01, amount = 3.00 }]"},
             Row{"income.calls.annual", "999.99", "1000.00\nevery", "999.99\nevery"},
             Row{"income.calls.index.1.rate", "\"3 %\"", "\"2 %\"", "\"3 %\""},
             Row{"income.calls.index", "{ rate = \"1 %\", each = \"03-01\" }",
                 "[{ date = 2026-07-01, rate = \"2 %\" }]", "{ rate = \"1 %\", each = \"03-01\" }"},
             Row{"grant.fir.amount", "6000.00", "5000.00", "6000.00"},
             Row{"subvention.fir.versements.1.part", "\"50 %\"", "70 %", "50 %"},
             Row{"loan.pret.rate", "\"5 %\"", "6 %", "5 %"},
             Row{"loan.pret.insurance.rate", "\"1 %\"", "instalments = 12",
                 "instalments = 12\ninsurance = { rate = \"1 %\" }"},
             Row{"bank.main.opening", "0.00", "opening = 1000.00", "opening = 0.00"},
             Row{"banque.solde", "0.00", "opening = 1000.00", "opening = 0.00"},
             Row{"bank.floor", "250.00", "opening = 1000.00", "opening = 1000.00\nfloor = 250.00"},
             Row{"entity.form", "\"SCM\"", "lang = \"fr\"", "entity.form = \"SCM\""},
             Row{"member.dr.patients", "900", "1000\n[[aci", "900\n[[aci"},
             Row{"aci.2025.balance.expected", "2026-07-15", "expected = 2026-04-28", "expected = 2026-07-15"},
             Row{"aci.year.2025.balance.expected", "2026-07-15", "expected = 2026-04-28", "expected = 2026-07-15"},
             Row{"aci.annee.2025.solde.prevu_le", "2026-07-15", "expected = 2026-04-28", "expected = 2026-07-15"},
             Row{"aci.2025.advance.received.1.amount", "39000.00", "40000.00", "39000.00"},
             Row{"aci.2026.advance.notified", "37200.00", "notified = 80000.00",
                 "notified = 80000.00\nadvance = { notified = 37200.00 }"},
             Row{"aci.2026.notified", "1.00", "80000.00", "1.00"},
         }) {
        CAPTURE(row.path);
        Budget expected = typed(row.said, row.instead);
        expected.language = Language::french;
        CHECK(changed("{ set = \"" + row.path + "\", to = " + row.to + " }") == expected);
    }
}

TEST_CASE("add appends an entry to a list, also to one that is not there yet") {
    const std::string taxi = "id = \"taxi\", category = \"travel\", amount = 7.00, date = 2026-02-02";
    const Budget line = changed("{ add = \"expense\", value = { " + taxi + " } }");
    CHECK(line.items.size() == typed("lang", "lang").items.size() + 1);
    CHECK(line.items.back().id == "taxi");
    CHECK(year(line, "taxi") == "2026-02-02 -7.00");
    CHECK(year(changed("{ add = \"charge\", value = { " + taxi + " } }"), "taxi") == "2026-02-02 -7.00");
    CHECK(changed("{ add = \"member\", value = { id = \"ide\" } }").members.size() == 2);
    CHECK(changed("{ add = \"grant\", value = { id = \"new\", amount = 1.00, date = 2026-01-01 } }").grants.size() ==
          2);
    CHECK(changed("{ add = \"category\", value = { id = \"new\" } }").categories.back().id == "new");
    CHECK(changed("{ add = \"aci.year\", value = { year = 2027 } }").aci->years.size() == 3);
    CHECK(year(changed("{ add = \"expense.meetings.amounts\", value = { date = 2026-01-02, amount = 3.00 } }"),
               "meetings") == "2026-01-02 -3.00 2026-06-30 -100.05 2026-12-20 -200.00");
    CHECK(changed("{ add = \"aci.2025.balance.received\", value = { date = 2026-04-20, amount = 5.00 } }")
              .aci->years[0]
              .balance.received.size() == 1);
}

TEST_CASE("remove leaves out an entry or a value") {
    CHECK(changed("{ remove = \"expense.software\" }") ==
          typed("[[expense]]\nid = \"software\"\ncategory = \"information-system\"\namount = 2400.00\nevery = "
                "\"quarter\"\nday = 5\n",
                ""));
    CHECK(changed("{ remove = \"charge.meetings.montants.2\" }") ==
          typed(", { date = 2026-12-20, amount = 200.00 }", ""));
    CHECK(changed("{ remove = \"income.calls.index\" }") ==
          typed("index = [{ date = 2026-07-01, rate = \"2 %\" }]\n", ""));
    CHECK(changed("{ remove = \"expense.deposit.delay\" }") == typed("delay = \"10 days\"\n", ""));
    CHECK(changed("{ remove = \"loan.pret\" }").loans.empty());
    CHECK(changed("{ remove = \"member.dr\" }").members.empty());
    CHECK(changed("{ remove = \"aci.2026\" }").aci->years.size() == 1);
    CHECK(changed("{ remove = \"aci\" }").aci == std::nullopt);
}

TEST_CASE("shift scales an entry, rounding each amount half up") {
    // 2,400.00 x 1.5
    CHECK(year(changed("{ shift = \"expense.software\", amount = \"+50 %\" }"), "software")
              .starts_with("2026-01-05 -3600.00 2026-04-05 -3600.00"));
    // 100.05 x 0.9 = 90.045, so 90.05.
    CHECK(year(changed("{ shift = \"expense.meetings\", amount = \"-10 %\" }"), "meetings") ==
          "2026-06-30 -90.05 2026-12-20 -180.00");
    // 5,000.00: 3,500.00 and 1,500.00, x 1.1.
    CHECK(year(changed("{ shift = \"grant.fir\", amount = \"10 %\" }"), "fir") ==
          "2026-05-15 3850.00 2026-09-15 1650.00");
    // 36,000.00 are left for the balance; half of it.
    CHECK(year(changed("{ shift = \"aci.2025.balance\", amount = \"-50 %\" }"), "aci")
              .starts_with("2026-04-28 18000.00"));
    CHECK(year(changed("{ shift = \"loan.pret\", amount = \"-50 %\" }"), "pret").starts_with("2026-01-20 600.00"));
    CHECK(changed("{ shift = \"bank.main.opening\", amount = \"-25 %\" }") ==
          typed("opening = 1000.00", "opening = 750.00"));
    CHECK(changed("{ shift = \"expense.meetings.amounts.1.amount\", amount = \"-10 %\" }") == typed("100.05", "90.05"));
    CHECK(changed("{ shift = \"aci.2026.notified\", amount = \"-10 %\" }") == typed("80000.00", "72000.00"));
    CHECK(year(changed("{ shift = \"expense.meetings\", amount = \"-100 %\" }"), "meetings") ==
          "2026-06-30 0.00 2026-12-20 0.00");
}

TEST_CASE("shift scales an amount that changes with time, each of its values or one") {
    const std::string key =
        "[[member]]\nid = \"a\"\nfees = [{ value = 100.05 }, { from = 2026-07-01, value = \"2 000,00\" }]\n"
        "[[key]]\nid = \"town\"\nby = \"equal\"\n[[key]]\nid = \"k\"\nby = \"fees\"\n"
        "cap = [{ value = 3000 }, { from = \"2026-07\", value = \"none\" }, { from = \"2027-01\", value = 10.01 }]\n"
        "floor = 5\ntarget = { amount = [{ from = 2026-03-01, value = 70 }], above = \"town\" }\n";
    const auto changed_key = [&](const std::string& change) {
        return budget_of(std::string(one_bank) + key + "[[scenario]]\nid = \"s\"\nchange = [" + change + "]\n", "s");
    };
    const auto typed_key = [&](std::vector<std::pair<std::string, std::string>> changes) {
        std::string text = std::string(one_bank) + key;
        for (const auto& [from, to] : changes)
            text = msp::test::changed(text, from, to);
        return budget_of(text).keys.back();
    };
    // 3,000.00 and 10.01 x 1.1; 11.011 is 11.01.
    CHECK(changed_key("{ shift = \"key.k.cap\", amount = \"+10 %\" }").keys.back() ==
          typed_key({{"3000", "3300"}, {"10.01", "11.01"}}));
    CHECK(changed_key("{ shift = \"key.k.cap.3\", amount = \"+10 %\" }").keys.back() ==
          typed_key({{"10.01", "11.01"}}));
    CHECK(changed_key("{ shift = \"key.k.cap.1.value\", amount = \"-50 %\" }").keys.back() ==
          typed_key({{"3000", "1500"}}));
    CHECK(changed_key("{ shift = \"key.k.floor\", amount = \"-50 %\" }").keys.back() ==
          typed_key({{"floor = 5", "floor = 2.5"}}));
    CHECK(changed_key("{ shift = \"key.k.target.amount\", amount = \"-50 %\" }").keys.back() ==
          typed_key({{"value = 70", "value = 35"}}));
    CHECK(changed_key("{ set = \"key.k.cap.2.value\", to = 400 }").keys.back() == typed_key({{"\"none\"", "400"}}));
    CHECK(
        changed_key("{ set = \"key.k.floor\", to = [{ value = 5 }, { from = 2026-05-01, value = 6 }] }").keys.back() ==
        typed_key({{"floor = 5", "floor = [{ value = 5 }, { from = 2026-05-01, value = 6 }]"}}));
    CHECK(changed_key("{ remove = \"key.k.cap.3\" }").keys.back() ==
          typed_key({{", { from = \"2027-01\", value = 10.01 }", ""}}));
    // 1,300.05 x 1.1 = 1,430.055.
    const std::string post =
        std::string(one_bank) + bare_employer +
        "[[post]]\nid = \"desk\"\nfrom = 2026-01-01\ngross = [{ value = 1300.05 }, { from = 2026-06-01, value = 1350 "
        "}]\n";
    const Budget raised = budget_of(
        post + "[[scenario]]\nid = \"s\"\nchange = [{ shift = \"post.desk.gross\", amount = \"+10 %\" }]\n", "s");
    CHECK(raised.posts.front().gross.steps.front().value == "1430.06"_eur);
    CHECK(raised.posts.front().gross.steps.back().value == "1485.00"_eur);
}

TEST_CASE("shift moves an entry in time, or a single one to a date") {
    CHECK(year(changed("{ shift = \"expense.meetings\", date = \"2 months\" }"), "meetings") ==
          "2026-08-30 -100.05 2027-02-20 -200.00");
    CHECK(year(changed("{ shift = \"charge.meetings\", date = \"-10 jours\" }"), "meetings") ==
          "2026-06-20 -100.05 2026-12-10 -200.00");
    CHECK(year(changed("{ shift = \"grant.fir\", date = \"1 month\" }"), "fir") ==
          "2026-06-15 3500.00 2026-10-15 1500.00");
    CHECK(year(changed("{ shift = \"grant.fir.instalments.1.date\", date = \"1 month\" }"), "fir") ==
          "2026-06-15 3500.00 2026-09-15 1500.00");
    CHECK(year(changed("{ shift = \"aci.2025.balance\", date = \"1 month\" }"), "aci")
              .starts_with("2026-05-28 36000.00"));
    CHECK(
        year(changed("{ shift = \"aci.2025.balance\", date = 2026-07-15 }"), "aci").starts_with("2026-07-15 36000.00"));
    CHECK(year(changed("{ shift = \"aci.2026.balance\", date = \"15/07/2027\" }"), "aci")
              .ends_with("2027-07-15 80000.00"));
    CHECK(year(changed("{ shift = \"loan.pret\", date = \"1 month\" }"), "pret")
              .starts_with("2026-02-20 1200.00 2026-03-20"));
    CHECK(year(changed("{ shift = \"expense.meetings.amounts.1.date\", date = \"1 month\" }"), "meetings")
              .starts_with("2026-07-30 -100.05"));
    CHECK(changed("{ shift = \"bank.date\", date = 2026-02-01 }") == typed("date = 2026-01-01", "date = 2026-02-01"));
    CHECK(year(changed("{ shift = \"expense.meetings\", amount = \"-10 %\", date = \"1 month\" }"), "meetings") ==
          "2026-07-30 -90.05 2027-01-20 -180.00");
}

TEST_CASE("shift adds to a scale and a delay that are there") {
    // 50.00 x 150 % x 120 % = 90.00; 10 March + 2 months + 10 days.
    CHECK(year(changed("{ shift = \"expense.deposit\", amount = \"+20 %\", date = \"2 months\" }"), "deposit") ==
          "2026-05-20 -90.00");
    CHECK(changed("{ shift = \"expense.deposit\", amount = \"+20 %\" }") == typed("150 %", "180 %"));
    CHECK(changed("{ shift = \"expense.deposit\", date = \"-10 days\" }") == typed("delay = \"10 days\"\n", ""));
    // The one after the other: 100 % x 1.5 x 1.5.
    CHECK(changed("{ shift = \"expense.software\", amount = \"+50 %\" }, { shift = \"expense.software\", amount = "
                  "\"+50 %\" }") == typed("day = 5", "day = 5\nscale = \"225 %\""));
    // 10 March + 1 month + 2 months, then the end of June.
    CHECK(year(changed("{ set = \"expense.deposit.delay\", to = \"1 month end of month\" }, "
                       "{ shift = \"expense.deposit\", date = \"2 months\" }"),
               "deposit") == "2026-06-30 -75.00");
    // The day itself: it is paid on the day named.
    CHECK(year(changed("{ shift = \"expense.deposit\", date = 2026-08-01 }"), "deposit") == "2026-08-01 -75.00");
}

TEST_CASE("changes hold in order, on what the ones before have made") {
    CHECK(changed("{ set = \"expense.software.amount\", to = 100.00 }, { shift = \"expense.software.amount\", amount = "
                  "\"+10 %\" }") == typed("2400.00", "110.00"));
    CHECK(
        changed("{ add = \"expense\", value = { id = \"x\", category = \"rent\", amount = 1.00, date = 2026-01-01 } }, "
                "{ set = \"expense.x.amount\", to = 2.00 }")
            .lines.back()
            .dated.at(0)
            .amount == "2"_eur);
    CHECK(problems("{ remove = \"expense.software\" }, { set = \"expense.software.amount\", to = 1.00 }") ==
          "scenario.path" + here + ":42");
}

TEST_CASE("a scenario stands on the ones it is based on") {
    const std::string text = with("{ set = \"expense.software.amount\", to = 100.00 }") +
                             "[[scenario]]\nid = \"t\"\nbased_on = \"s\"\nchange = [{ shift = "
                             "\"expense.software.amount\", amount = \"+10 %\" }]\n"
                             "[[scenario]]\nid = \"u\"\nbased_on = \"t\"\nchange = [{ shift = "
                             "\"expense.software.amount\", amount = \"+10 %\" }]\n";
    CHECK(budget_of(text, "s").lines[0].amount == "100"_eur);
    CHECK(budget_of(text, "t").lines[0].amount == "110"_eur);
    CHECK(budget_of(text, "u").lines[0].amount == "121"_eur);
    CHECK(budget_of(text).lines[0].amount == "2400"_eur);
}

TEST_CASE("scenarios based on one another, on none, or unknown are errors") {
    const auto asked = [](const std::string& text, const char* id) {
        Reading reading = read(std::string(one_bank) + text);
        CHECK_FALSE(reading.scenario(id));
        return reading.problems();
    };
    const std::string change = "change = [{ set = \"bank.floor\", to = 1.00 }]\n";
    const std::string circle = "[[scenario]]\nid = \"a\"\nbased_on = \"b\"\n" + change +
                               "[[scenario]]\nid = \"b\"\nbased_on = \"a\"\n" + change;
    CHECK(asked(circle, "a").find("scenario.circle") != std::string::npos);
    CHECK(asked(circle, "b").find("scenario.circle") != std::string::npos);
    CHECK(asked("[[scenario]]\nid = \"a\"\nbased_on = \"a\"\n" + change, "a").find("scenario.circle") !=
          std::string::npos);
    CHECK(asked("[[scenario]]\nid = \"a\"\nbased_on = \"z\"\n" + change, "a").find("scenario.unknown@6:12") !=
          std::string::npos);
    CHECK(asked("", "a") == "scenario.unknown@nowhere");
    CHECK(asked("[[scenario]]\nid = \"a\"\nchange = []\n", "a").find("scenario.empty@6:10") != std::string::npos);
    CHECK(asked("[[scenario]]\nid = \"a\"\n", "a").find("key.missing@4:1") != std::string::npos);
}

TEST_CASE("a change to what is so already is a warning at the change") {
    for (const std::string change : {
             "{ set = \"expense.software.amount\", to = 2400.00 }",
             "{ set = \"member.dr.patients\", to = 1000 }",
             "{ shift = \"expense.software\", amount = \"0 %\" }",
             "{ shift = \"expense.software\", amount = \"+0,0 %\" }",
             "{ shift = \"expense.software\", date = \"0 days\" }",
             "{ shift = \"aci.2025.balance.expected\", date = \"0 days\" }",
             "{ shift = \"aci.2025.balance\", date = 2026-04-28 }",
             "{ shift = \"expense.meetings.amounts.1.date\", date = 2026-06-30 }",
             "{ set = \"expense.software.amount\", to = \"2 400,00\" }",
         }) {
        CAPTURE(change);
        Reading reading = read(with(change));
        CHECK(reading.scenario("s") == budget_of(with(change)));
        CHECK(reading.problems().starts_with("scenario.nothing" + here + ':'));
        CHECK(reading.problems().find(' ') == std::string::npos);
        CHECK_FALSE(reading.diagnostics.has_errors());
    }
}

TEST_CASE("a change of what is not given is an error") {
    for (const std::string change : {
             "{ remove = \"expense.software.label\" }",
             "{ remove = \"transfer\" }",
             "{ shift = \"bank.floor\", amount = \"+5 %\" }",
         }) {
        CAPTURE(change);
        CHECK(problems(change).starts_with("scenario.nothing" + here + ':'));
    }
}

TEST_CASE("a path that leads nowhere, or to what cannot be changed so, is an error") {
    struct Row {
        std::string change;
        std::string id;
    };
    for (const Row& row : {
             Row{"{ set = \"expense.sofware.amount\", to = 1.00 }", "scenario.path"},
             Row{"{ set = \"expense.software.amnt\", to = 1.00 }", "scenario.path"},
             Row{"{ set = \"expenses.software.amount\", to = 1.00 }", "scenario.path"},
             Row{"{ set = \"expense.software.amount.x\", to = 1.00 }", "scenario.path"},
             Row{"{ set = \"expense.meetings.amounts.3.amount\", to = 1.00 }", "scenario.path"},
             Row{"{ set = \"expense.meetings.amounts.0.amount\", to = 1.00 }", "scenario.path"},
             Row{"{ set = \"aci.2024.balance.amount\", to = 1.00 }", "scenario.path"},
             Row{"{ set = \"bank.livret.opening\", to = 1.00 }", "scenario.path"},
             Row{"{ set = \"\", to = 1.00 }", "scenario.path"},
             Row{"{ set = \"expense..amount\", to = 1.00 }", "scenario.path"},
             Row{"{ set = \"expense.software\", to = 1.00 }", "change.entry"},
             Row{"{ add = \"expense.software\", value = {} }", "change.list"},
             Row{"{ add = \"bank\", value = { opening = 1.00 } }", "change.list"},
             Row{"{ shift = \"expense.software\" }", "change.shift"},
             Row{"{ shift = \"expense.software\", amount = \"-101 %\" }", "change.below-zero"},
             Row{"{ shift = \"member.dr\", amount = \"5 %\" }", "change.target"},
             Row{"{ shift = \"member.dr\", date = \"5 days\" }", "change.target"},
             Row{"{ shift = \"expense.software\", date = 2026-07-15 }", "change.target"},
             Row{"{ shift = \"expense.software\", date = \"soon\" }", "change.date"},
             Row{"{ set = \"expense.software.day\", remove = \"loan.pret\" }", "change.kind"},
             Row{"{ to = 1.00 }", "change.kind"},
             Row{"{ set = \"expense.software.day\" }", "key.missing"},
             Row{"{ add = \"expense\" }", "key.missing"},
         }) {
        CAPTURE(row.change);
        CHECK(problems(row.change).starts_with(row.id + here + ':'));
    }
}

namespace {

// Facts of the ACI in every form that a path may lead to.
const std::string aci_facts =
    "[bank]\nopening = 1000.00\ndate = 2026-01-01\n"
    "[aci]\ncontract = 2021-01-01\n"
    "[aci.effort]\nequipe.pnc = 3\n"
    "[[aci.year]]\nyear = 2026\npatients = 6000\n"
    "points = { \"equipe.coordination\" = 900 }\n"
    "[aci.year.reached]\n"
    "\"equipe.protocoles\" = 6\n"
    "equipe.qualite.n1 = true\n"
    "acces.horaires = { amplitude = \"12h\", saturday = true }\n"
    "\"si.standard\" = 2024-03-01\n"
    "[[aci.year]]\nyear = 2027\n"
    "[[scenario]]\nid = \"s\"\nchange = [\n";

Budget aci_changed(const std::string& changes) {
    return budget_of(aci_facts + changes + "\n]\n", "s");
}

Budget aci_typed(const std::string& said, const std::string& instead) {
    return budget_of(changed_once(aci_facts + "\n]\n", said, instead));
}

std::string aci_problems(const std::string& changes) {
    Reading reading = read(aci_facts + changes + "\n]\n");
    CHECK(reading.problems() == "");
    const bool decoded = reading.scenario("s").has_value();
    CHECK(decoded != reading.diagnostics.has_errors());
    return reading.problems();
}

}  // namespace

TEST_CASE("paths reach the facts of the ACI, and indicators by their own ids") {
    struct Row {
        std::string change;
        std::string said;
        std::string instead;
    };
    for (const Row& row : {
             Row{"{ set = \"aci.contract\", to = 2022-02-02 }", "2021-01-01", "2022-02-02"},
             Row{"{ set = \"aci.contrat\", to = 2022-02-02 }", "2021-01-01", "2022-02-02"},
             Row{"{ set = \"aci.payment_day\", to = \"-30 jours\" }", "[aci]\n", "[aci]\npayment_day = \"-30 days\"\n"},
             Row{"{ set = \"aci.options.case_rate\", to = \"exact\" }", "[aci]\n",
                 "[aci]\noptions.case_rate = \"exact\"\n"},
             Row{"{ set = \"aci.options.taux_dossiers\", to = \"exact\" }", "[aci]\n",
                 "[aci]\noptions.case_rate = \"exact\"\n"},
             Row{"{ set = \"aci.effort.equipe.pnc\", to = 4 }", "pnc = 3", "pnc = 4"},
             Row{"{ set = \"aci.effort.ipa\", to = 4 }", "pnc = 3", "pnc = 3\nipa = 4"},
             Row{"{ remove = \"aci.effort.equipe.pnc\" }", "equipe.pnc = 3\n", ""},
             Row{"{ set = \"aci.2026.patients\", to = 5000 }", "6000", "5000"},
             Row{"{ remove = \"aci.2026.patients\" }", "patients = 6000\n", ""},
             Row{"{ set = \"aci.2026.precarity.c2s\", to = 1 }, { set = \"aci.2026.precarity.c2s_national\", to = 0 }, "
                 "{ set = \"aci.2026.precarity.ame\", to = 2 }, { set = \"aci.2026.precarity.ame_national\", to = 0 }",
                 "6000\n", "6000\nprecarity = { c2s = 1, c2s_national = 0, ame = 2, ame_national = 0 }\n"},
             Row{"{ set = \"aci.2026.points.equipe.coordination\", to = 1000.5 }", "900", "1000.5"},
             Row{"{ set = \"aci.2026.points.si.avance\", to = 50 }", "900", "900, \"si.avance\" = 50"},
             Row{"{ remove = \"aci.2026.points.equipe.coordination\" }", "\"equipe.coordination\" = 900", ""},
             Row{"{ set = \"aci.2026.reached.equipe.protocoles\", to = 8 }", "= 6\n", "= 8\n"},
             Row{"{ set = \"aci.annee.2026.atteints.equipe.protocoles\", to = 8 }", "= 6\n", "= 8\n"},
             Row{"{ set = \"aci.2026.reached.equipe.protocoles.number\", to = 8 }", "= 6\n", "= 8\n"},
             Row{"{ set = \"aci.2026.reached.equipe.protocoles\", to = { number = 8 } }", "= 6\n", "= 8\n"},
             Row{"{ set = \"aci.2026.reached.equipe.protocoles\", to = { themes = \"a\" } }", "= 6\n",
                 "= { number = 1, themes = [\"a\"] }\n"},
             Row{"{ remove = \"aci.2026.reached.equipe.protocoles\" }", "\"equipe.protocoles\" = 6\n", ""},
             Row{"{ set = \"aci.2026.reached.equipe.qualite.n1\", to = false }", "n1 = true", "n1 = false"},
             Row{"{ remove = \"aci.2026.reached.equipe.qualite.n1\" }", "equipe.qualite.n1 = true\n", ""},
             Row{"{ remove = \"aci.2026.reached.equipe.qualite.n1\" }, "
                 "{ set = \"aci.2026.reached.equipe.qualite.n1\", to = false }",
                 "n1 = true", "n1 = false"},
             Row{"{ set = \"aci.2026.reached.equipe.qualite.n2\", to = true }", "n1 = true",
                 "n1 = true\nequipe.qualite.n2 = true"},
             Row{"{ set = \"aci.2026.reached.acces.horaires.saturday\", to = false }", "saturday = true",
                 "saturday = false"},
             Row{"{ set = \"aci.2026.reached.acces.horaires.samedi\", to = false }", "saturday = true",
                 "saturday = false"},
             Row{"{ set = \"aci.2026.reached.acces.horaires.closed_weeks\", to = 3 }", "saturday = true",
                 "saturday = true, closed_weeks = 3"},
             Row{"{ remove = \"aci.2026.reached.acces.horaires.saturday\" }", ", saturday = true", ""},
             Row{"{ set = \"aci.2026.reached.acces.horaires\", to = true }", "{ amplitude = \"12h\", saturday = true }",
                 "true"},
             Row{"{ set = \"aci.2026.reached.si.standard.since\", to = 2024-04-01 }", "2024-03-01", "2024-04-01"},
             Row{"{ set = \"aci.2026.reached.equipe.concertation.cases\", to = 30 }, "
                 "{ set = \"aci.2026.reached.equipe.concertation.concerned\", to = 650 }",
                 "n1 = true", "n1 = true\nequipe.concertation = { cases = 30, concerned = 650 }"},
             Row{"{ set = \"aci.2026.reached\", to = { a.b = 1 } }, { set = \"aci.2026.reached.a.c\", to = 2 }",
                 "\"equipe.protocoles\" = 6\nequipe.qualite.n1 = true\nacces.horaires = { amplitude = \"12h\", "
                 "saturday = "
                 "true }\n\"si.standard\" = 2024-03-01\n",
                 "a.b = 1\na.c = 2\n"},
             Row{"{ remove = \"aci.2026.points\" }", "points = { \"equipe.coordination\" = 900 }\n", ""},
             Row{"{ set = \"aci.2027.reached.equipe.pnc\", to = 2 }", "year = 2027\n",
                 "year = 2027\nreached.equipe.pnc = 2\n"},
             Row{"{ set = \"aci.2027.reached.equipe.pnc.number\", to = 2 }", "year = 2027\n",
                 "year = 2027\nreached.equipe.pnc = 2\n"},
             Row{"{ shift = \"aci.2026.balance\", date = \"2 months\", amount = \"-10 %\" }", "patients = 6000\n",
                 "patients = 6000\nbalance = { delay = \"2 months\", scale = \"90 %\" }\n"},
             Row{"{ shift = \"aci.contract\", date = \"1 month\" }", "2021-01-01", "2021-02-01"},
         }) {
        CAPTURE(row.change);
        CHECK(aci_changed(row.change) == aci_typed(row.said, row.instead));
    }
}

TEST_CASE("what is wrong with a path to an indicator is said at the path, with a value at the value") {
    struct Row {
        std::string change;
        std::string problems;
    };
    for (const Row& row : {
             Row{"{ set = \"aci.2026.reached.equipe.protocoles\", to = 6 }", "scenario.nothing@22:52(13:23)"},
             Row{"{ set = \"aci.2026.reached.equipe.protocoles\", to = { number = 6 } }", "scenario.nothing@22:9"},
             Row{"{ remove = \"aci.2026.reached.equipe.pnc\" }", "scenario.nothing@22:12"},
             Row{"{ remove = \"aci.2027.reached.equipe.pnc\" }", "scenario.nothing@22:12"},
             Row{"{ remove = \"aci.2026.reached.acces.horaires.cases\" }", "scenario.nothing@22:12"},
             Row{"{ set = \"aci.2026.reached.acces.horaires.saturdy\", to = true }", "scenario.path@22:9"},
             Row{"{ set = \"aci.2026.reached.equipe.protocoles.ipa\", to = 6 }", "scenario.path@22:9"},
             Row{"{ set = \"aci.2026.reached.equipe.protocoles.meetings\", to = 6 }", "scenario.path@22:9"},
             Row{"{ set = \"aci.2026.reached.si.standard.number\", to = 6 }", "scenario.path@22:9"},
             Row{"{ set = \"aci.2026.reached.equipe.qualite.n1.number\", to = 6 }", "scenario.path@22:9"},
             Row{"{ set = \"aci.2026.reached.protocoles\", to = 6 }", "aci.indicator-id@22:45(12:1)"},
             Row{"{ set = \"aci.2026.reached.equipe.protocoles\", to = -1 }", "value.range@22:52(13:23)"},
             Row{"{ set = \"aci.2026.reached.equipe.pnc\", to = \"12h\" }", "value.type@22:45(12:1)"},
             Row{"{ shift = \"aci.2026.reached.equipe.protocoles\", amount = \"5 %\" }", "change.target@22:11"},
             Row{"{ shift = \"aci.2026.reached.si.standard\", date = \"1 month\" }", "change.target@22:11"},
             Row{"{ add = \"aci.2026.reached\", value = { a.b = 1 } }", "change.list@22:9"},
         }) {
        CAPTURE(row.change);
        CHECK(aci_problems(row.change) == row.problems);
    }
    // A path through what is no table of indicators.
    const std::string list =
        "[[aci.year]]\nyear = 2026\nreached = 1\n[[scenario]]\nid = \"s\"\nchange = [{ set = "
        "\"aci.2026.reached.a.b\", to = 1 }]\n";
    Reading reading = read(std::string(one_bank) + list);
    CHECK_FALSE(reading.scenario("s"));
    CHECK(reading.problems() == "value.type@6:11 scenario.path@9:19");
}

TEST_CASE("a mistake in what a scenario writes is shown with the place that it changes") {
    // "amount = 2400.00" stands on line 10, "opening = 1000.00" on line 3.
    CHECK(problems("{ set = \"expense.software.amount\", to = \"12.50\" }") == "amount.point" + here + ":41(10:10)");
    CHECK(problems("{ set = \"bank.opening\", to = true }") == "value.type" + here + ":30(3:11)");
    // What is new is shown with the entry it comes into, here the expense of line 7.
    CHECK(problems("{ set = \"expense.software.delay\", to = \"soon\" }") == "value.type" + here + ":40(7:1)");
    // A contradiction of the new value with one of the base.
    CHECK(problems("{ set = \"expense.software.annual\", to = 1.00 }").starts_with("line.contradiction" + here));
    // An entry that the scenario adds.
    CHECK(problems("{ add = \"expense\", value = { id = \"software\", category = \"rent\", amount = 1.00, date = "
                   "2026-01-01 } }")
              .starts_with("id.repeated" + here));
    // What the base misses once something is removed.
    CHECK(problems("{ remove = \"expense.software.amount\" }") == "key.missing@7:1");
}

TEST_CASE("a scenario in YAML changes amounts written the French way") {
    Reading reading = read(
        "banque:\n  solde: 15 000,00 €\n  date: 2026-01-01\n"
        "charge:\n  - {id: x, categorie: rent, montant: \"1 000,00\", tous_les: mois, le: 1}\n"
        "scenario:\n  - id: s\n    modifier:\n      - {decaler: banque.solde, montant: +10 %}\n"
        "      - {decaler: charge.x.montant, montant: +10 %}\n      - {mettre: charge.x.jour_ouvre, a: suivant}\n",
        FileFormat::yaml);
    CHECK(reading.problems() == "");
    const auto budget = reading.scenario("s");
    CHECK(reading.problems() == "");
    REQUIRE(budget);
    CHECK(budget->banks[0].opening == "16500"_eur);
    CHECK(budget->lines[0].amount == "1100"_eur);
    CHECK(budget->lines[0].roll == Roll::next);
}

TEST_CASE("an overlay tells what it wrote and where in the base") {
    Reading reading = read(with("{ set = \"expense.software.amount\", to = 1.00 }"));
    const auto overlay = apply_scenario(*reading.document, "s", reading.sources, reading.diagnostics);
    REQUIRE(overlay);
    REQUIRE(overlay->changes.size() == 1);
    CHECK(reading.sources.text(overlay->changes[0].written) == "1.00");
    CHECK(reading.sources.text(overlay->changes[0].base) == "2400.00");
}
