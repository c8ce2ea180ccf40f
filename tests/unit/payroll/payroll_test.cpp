// SPDX-License-Identifier: MIT
#include <msp/payroll/payroll.hpp>
#include <msp/plan/gaps.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/posts.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// The plan of an account that opens on 1 January 2026.
std::string planned(const std::string& employer, const std::string& post, std::string_view first,
                    std::string_view last) {
    return plan(posts_of(employer, "[[post]]\nid = \"a\"\n" + post, "2026-01-01"), first, last);
}

// "post.minimum@7 ..." of a budget, with the rules of payroll; words in English.
std::string found_in(const std::string& employer, const std::string& post, const std::string& forecast = "") {
    const Budget budget =
        budget_of("[bank]\nopening = 0\ndate = 2026-01-01\n" + forecast + employer + "[[post]]\nid = \"a\"\n" + post);
    Diagnostics diagnostics;
    check_payroll(budget, shipped_law().payroll, KeptPayroll(), plan_window(budget, {}), diagnostics);
    std::string all;
    for (const Diagnostic& problem : diagnostics.sorted())
        all += std::string(problem.id) + ": " + words(problem.message, Language::english) + '\n';
    return all;
}

}  // namespace

// 1,300 at half time, January 2026: Urssaf 456.64 + 218.79 - 169.53 = 505.90; Agirc-Arrco 61.36 + 16.77 + 40.95 + 11.18
// - 30.15 = 100.11, where 199.68 x 0.0601 / 0.3981 = 30.145; net 1,029.08. Together 1,635.09, the cost.
TEST_CASE("net pay leaves on the pay day, Urssaf on the 15th and Agirc-Arrco on the 25th of the month after") {
    CHECK(planned(bare_employer, "from = 2026-01-01\ngross = 1300\nfte = 0.5\n", "2026-01-01", "2026-02-28") ==
          "2026-01-31 a.net -1029.08\n2026-02-15 a.urssaf -505.90\n2026-02-25 a.retirement -100.11\n"
          "2026-02-28 a.net -1029.08\n");
    CHECK(planned(std::string(bare_employer) + "pay_day = 28\n",
                  "from = 2026-01-01\nuntil = 2026-02-28\ngross = 1300\nfte = 0.5\n", "2026-02-01", "2026-12-31") ==
          "2026-02-15 a.urssaf -505.90\n2026-02-25 a.retirement -100.11\n2026-02-28 a.net -1029.08\n"
          "2026-03-15 a.urssaf -505.90\n2026-03-25 a.retirement -100.11\n");
}

// 3 x 505.90 = 1,517.70 and 3 x 100.11 = 300.33.
TEST_CASE("contributions of a quarter are paid in the month after it") {
    CHECK(planned(std::string(bare_employer) + "contributions = \"quarter\"\n",
                  "from = 2026-01-01\ngross = 1300\nfte = 0.5\n", "2026-02-01", "2026-04-29") ==
          "2026-02-28 a.net -1029.08\n2026-03-31 a.net -1029.08\n2026-04-15 a.urssaf -1517.70\n"
          "2026-04-25 a.retirement -300.33\n");
}

// Health cover of 60.00, of which 60 % by the employer; provident cover 0.8 % and 0.4 % of 2,600 = 20.80 and 10.40. The
// employee's contributions are 294.06 (179.40 + 10.40 + 81.90 + 22.36), 24.00 and 10.40, and CSG and CRDS on 2,554.50 +
// 36.00 + 20.80 = 2,611.30: 177.57 + 62.67 + 13.06. Net 2,018.24.
TEST_CASE("covers are paid by their contract, both shares together") {
    const std::string employer =
        std::string(bare_employer) +
        "health = { premium = 60, employer = \"60 %\", every = \"quarter\", day = 5 }\nprovident = { employer = \"0.8 "
        "%\", employee = \"0.4 %\" }\n";
    const std::string all = planned(employer, "from = 2026-01-01\ngross = 2600\n", "2026-01-01", "2026-04-05");
    CHECK(all.find("2026-01-31 a.net -2018.24\n") != std::string::npos);
    CHECK(all.find("2026-02-15 a.provident -31.20\n") != std::string::npos);
    CHECK(all.find("2026-04-05 a.health -180.00\n") != std::string::npos);
    CHECK(all.find("2026-02-05") == std::string::npos);
}

// 0.09 % of 2,600 from March to December 2026 (an association is liable since then): 26,000 x 0.0009 = 23.40.
TEST_CASE("the balance of the apprenticeship tax is paid in May of the next year") {
    const Budget budget =
        posts_of(std::string(bare_employer) + "kind = \"association\"\n",
                 "[[post]]\nid = \"a\"\nfrom = 2026-01-01\nuntil = 2026-12-31\ngross = 2600\n", "2026-01-01");
    std::string found;
    for (const Movement& movement : movements_between(budget, "2026-01-01"_d, "2028-12-31"_d)) {
        if (movement.part == Part::apprenticeship)
            found += told(budget, movement) + " of " + std::to_string(movement.exercise) + '\n';
    }
    CHECK(found == "2027-05-15 a.apprenticeship -23.40 of 2026\n");
}

TEST_CASE("each payment belongs to the exercise of its month, and says whether its rates are assumed") {
    const Budget budget =
        posts_of(bare_employer, "[[post]]\nid = \"a\"\nfrom = 2025-01-01\ngross = 1300\nfte = 0.5\n", "2026-01-01");
    std::string found;
    for (const Movement& movement : movements_between(budget, "2026-01-01"_d, "2026-08-31"_d)) {
        if (movement.part == Part::urssaf && movement.date < "2026-03-01"_d)
            found += iso(movement.date) + ' ' + std::to_string(movement.exercise) + ' ';
        CHECK((movement.state == State::assumed) == (movement.date == "2026-08-31"_d));
        CHECK_FALSE(is_uncertain(budget, movement));
    }
    CHECK(found == "2026-01-15 2025 2026-02-15 2026 ");
}

TEST_CASE("pay below the minimum wage is an error when it begins and when it is typed anew") {
    CHECK(found_in(bare_employer, "from = 2026-01-01\ngross = 1823.03\n", "[forecast]\nmonths = 5\n").empty());
    CHECK(
        found_in(bare_employer, "from = 2026-01-01\ngross = 1823.02\n") ==
        "post.minimum: 1,823.02 a month is below the minimum wage on 1 January 2026: 1,823.03 for 35.00 hours a week, "
        "at 12.02 an hour\n");
    CHECK(found_in(bare_employer, "from = 2026-06-01\ngross = 933.50\nfte = 0.5\n") ==
          "post.minimum: 933.50 a month is below the minimum wage on 1 June 2026: 933.51 for 17.50 hours a week, at "
          "12.31 an hour\n");
    CHECK(found_in(bare_employer,
                   "from = 2026-01-01\ngross = 1300\nfte = [ { value = 0.5 }, { from = 2026-03-01, value = 1 } ]\n")
              .starts_with("post.minimum: 1,300.00 a month is below the minimum wage on 1 March 2026"));
    CHECK(found_in(bare_employer, "from = 2026-01-01\nhourly = 12.01\nhours = 20\n").starts_with("post.minimum: "));
}

TEST_CASE("pay that a rise of the minimum wage lifts is a warning with its day and amount") {
    CHECK(found_in(bare_employer, "from = 2026-01-01\ngross = 1850\n") ==
          "post.lifted: from 1 June 2026 on the minimum wage lifts the pay of a from 1,850.00 to 1,867.02 a month\n");
    CHECK(found_in(bare_employer, "from = 2026-01-01\ngross = 1850\n", "[forecast]\nmonths = 5\n").empty());
    CHECK(found_in(bare_employer, "from = 2026-01-01\nuntil = 2026-05-31\ngross = 1850\n").empty());
}

// 2,351.72 at half time is 1,175.86, above the minimum wage of 911.52.
TEST_CASE("pay below the minimum of the convention is an error when it begins, and a warning when that rises") {
    const std::string convention = std::string(bare_employer) + "minimum = 2351.72\n";
    CHECK(found_in(convention, "from = 2026-01-01\ngross = 1175.86\nfte = 0.5\n").empty());
    CHECK(found_in(convention, "from = 2026-01-01\ngross = 1175.85\nfte = 0.5\n") ==
          "post.convention: 1,175.85 a month is below the minimum of the convention on 1 January 2026: 1,175.86 for "
          "17.50 hours a week\n");
    CHECK(
        found_in(bare_employer,
                 "from = 2026-01-01\ngross = 2300\nminimum = [ { value = 2200 }, { from = 2026-04-01, value = 2400 "
                 "} ]\n") ==
        "post.lifted: from 1 April 2026 on the minimum of the convention lifts the pay of a from 2,300.00 to 2,400.00 "
        "a month\n");
}

// A cost of 1,500 on a day of its own, of the exercise of that day.
TEST_CASE("what the end of a contract costs is paid on its day") {
    const std::string all =
        planned(bare_employer,
                "from = 2026-01-01\nuntil = 2026-02-28\ngross = 2600\nleaving = [ { date = 2026-04-20, amount = 1500 } "
                "]\n",
                "2026-03-26", "2026-12-31");
    CHECK(all == "2026-04-20 a.leaving -1500.00\n");
}

TEST_CASE("a plan that begins before the first known month has no rates") {
    const Budget budget =
        posts_of(bare_employer, "[[post]]\nid = \"a\"\nfrom = 2020-01-01\ngross = 2600\n", "2021-06-01");
    CHECK_THROWS_AS((void)reckon_payroll(budget, shipped_law().payroll, Month(2022, 3)), Error);
    const Budget later =
        posts_of(bare_employer, "[[post]]\nid = \"a\"\nfrom = 2022-01-01\ngross = 2600\n", "2021-06-01");
    CHECK(reckon_payroll(later, shipped_law().payroll, Month(2022, 3)).posts.front().months.size() == 3);
}

TEST_CASE("a plan beyond the last known month needs an assumption") {
    const std::string post = "from = 2026-01-01\ngross = 2600\n";
    CHECK(found_in(bare_employer_without_assume, post, "[forecast]\nmonths = 7\n").empty());
    CHECK(found_in(bare_employer_without_assume, post) ==
          "payroll.unknown: the rates of payroll are known until 31 July 2026, and 2026-08 is asked for\n");
    CHECK(found_in(bare_employer_without_assume, "from = 2026-01-01\nuntil = 2026-07-31\ngross = 2600\n").empty());
}

// The next ACI is looked for in all years, which has nothing to do with pay.
TEST_CASE("no pay is computed where another item is asked for") {
    const Budget budget = posts_of(bare_employer_without_assume,
                                   "[[post]]\nid = \"a\"\nfrom = 2026-01-01\ngross = 2600\n"
                                   "[[expense]]\nid = \"rent\"\namount = 10\ndate = 2029-05-05\n",
                                   "2026-01-01");
    CHECK(plan(budget, "2026-01-01", "2190-12-31", {.count = Count::notified, .aci_late = {}, .only = 1}) ==
          "2029-05-05 rent -10.00\n");
    CHECK_THROWS_AS((void)plan(budget, "2026-01-01", "2026-08-31"), Error);
}

TEST_CASE("what cannot be a post is told with its place") {
    const auto problems = [](const std::string& employer, const std::string& post) {
        return problems_of("[bank]\nopening = 0\ndate = 2026-01-01\n" + employer + "[[post]]\nid = \"a\"\n" + post);
    };
    const std::string employer = "[employer]\nwork_accident = \"1 %\"\n";  // lines 4 and 5; the post begins on line 6
    CHECK(problems(employer, "from = 2026-01-01\ngross = 2600\n").empty());
    CHECK(problems("", "from = 2026-01-01\ngross = 2600\n") == "post.employer@4:1");
    CHECK(problems("[employer]\n", "from = 2026-01-01\ngross = 2600\n") == "key.missing@4:1");
    CHECK(problems(employer, "from = 2026-01-01\n") == "key.missing@6:1");
    CHECK(problems(employer, "gross = 2600\n") == "key.missing@6:1");
    CHECK(problems(employer, "from = 2026-03-01\nuntil = 2026-02-28\ngross = 2600\n") == "line.bounds@9:9(8:8)");
    CHECK(problems(employer, "from = 2026-03-01\ngross = 2600\nhourly = 15\n") == "line.contradiction@10:10(9:9)");
    CHECK(problems(employer, "from = 2026-03-01\ngross = 2600\nfte = 1\nhours = 35\n") ==
          "line.contradiction@11:9(10:7)");
    CHECK(problems(employer, "from = 2026-03-01\ngross = 2600\nfte = 0\n") == "post.hours@10:7");
    CHECK(problems(employer, "from = 2026-03-01\ngross = 2600\nfixed_term = true\n") == "key.missing@6:1");
    CHECK(problems(employer,
                   "from = 2026-03-01\ngross = 2600\nraises = [ { date = 2026-04-01, rate = \"1 %\" }, { date "
                   "= 2026-04-01, rate = \"2 %\" } ]\n") == "post.raises@10:58(10:21)");
    CHECK(problems(employer, "from = 2026-03-01\ngross = 2600\nraises = [ { date = 2026-03-01, rate = \"1 %\" } ]\n") ==
          "post.raises@10:21(8:8)");
    CHECK(problems(employer,
                   "from = 2026-03-01\ngross = [ { value = 2600 }, { from = 2026-04-01, value = 2700 } "
                   "]\nraises = [ { date = 2026-04-01, rate = \"1 %\" } ]\n") == "post.raises@10:21(9:9)");
    CHECK(problems(employer, "from = 2026-03-01\ngross = 2600\nraises = [ { date = 2026-04-01 } ]\n") ==
          "key.missing@10:12");
    CHECK(problems(employer, "from = 2026-03-01\ngross = 2600\nbonuses = [ { date = 2026-02-01, amount = 1 } ]\n") ==
          "post.bonus@10:43(8:8)");
    CHECK(problems(employer,
                   "from = 2026-03-01\ngross = 2600\nmeal_vouchers = { number = 20, value = 9, employer = "
                   "\"70 %\" }\n") == "post.voucher-share@10:54");
    CHECK(problems(employer + "health = { premium = 50, employer = \"40 %\" }\n",
                   "from = 2026-03-01\ngross = 2600\n") == "employer.health@6:37");
    CHECK(problems(employer + "assume = { smic = \"11 %\" }\n", "from = 2026-03-01\ngross = 2600\n") ==
          "employer.growth@6:19");
    CHECK(problems(employer + "headcount = 11\n", "from = 2026-03-01\ngross = 2600\n") == "value.range@6:13");
    const std::string post = "from = 2026-03-01\nuntil = 2026-06-30\ngross = 2600\n";
    CHECK(problems(employer, post + "absences = [ { from = 2026-02-01, until = 2026-03-10, kept_days = 0 } ]\n") ==
          "post.absence@11:14(8:8)");
    CHECK(problems(employer, post + "absences = [ { from = 2026-03-10, until = 2026-03-09, kept_days = 0 } ]\n") ==
          "line.bounds@11:43(11:23)");
    CHECK(problems(employer, post + "absences = [ { from = 2026-03-10, until = 2026-03-20, kept_days = 0 }, { from = "
                                    "2026-03-20, until = 2026-03-25, kept_days = 0 } ]\n") ==
          "post.absence@11:72(11:14)");
    CHECK(problems(employer, post + "raises = [ { date = 2026-07-01, rate = \"1 %\" } ]\n") ==
          "post.raises@11:21(9:9)");
    CHECK(problems(employer, post + "leaving = [ { date = 2026-02-01, amount = 1 } ]\n") == "post.leaving@11:43(8:8)");
    CHECK(problems(employer, "from = 2026-03-01\ngross = 2600\nleaving = [ { date = 2026-04-01, amount = 1 } ]\n") ==
          "key.alone@10:11");
    CHECK(problems(employer, "from = 2026-03-01\ngross = []\n") == "timeline.empty@9:9");
    CHECK(problems("[employer]\nwork_accident = []\n", "from = 2026-03-01\ngross = 2600\n") == "timeline.empty@5:17");
    CHECK(problems_of("[entity]\nform = \"SCI\"\n[bank]\nopening = 0\ndate = 2026-01-01\n" + employer) ==
          "key.missing@6:1");
}
