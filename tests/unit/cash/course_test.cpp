// SPDX-License-Identifier: MIT
#include <msp/cash/course.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// The SISA's 100.00 and 50.00; 80.00 go from one to the other, 9.00 of rent leave the second on the 10th of each month,
// 2,000.00 of ACI come to the first on 30 April.
const char* const two_accounts =
    "bank = [{ id = \"a\", opening = 100, date = 2026-01-01, floor = 30 }, "
    "{ id = \"b\", opening = 50, date = 2026-01-01, floor = 20 }]\n"
    "[[transfer]]\nid = \"t\"\nbank = \"a\"\npaid_to = \"b\"\namount = 80\ndate = 2026-02-01\n"
    "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\nbank = \"b\"\namount = 9\nevery = \"month\"\nday = 10\n"
    "[[aci.year]]\nyear = 2026\nadvance = { notified = 2000 }\n";

std::string told(const Budget& budget, const Course& course) {
    std::string out;
    for (const BankIndex bank : course.banks)
        out += budget.banks[bank].id;
    out += ' ' + iso(course.days.first) + ' ' + plain(course.opening);
    for (const BankIndex bank : course.later)
        out += ", " + budget.banks[bank].id;
    for (const LineTotal& line : course.lines)
        out += ", " + std::to_string(line.count) + ' ' + budget.items[line.item].id + ' ' + plain(line.amount);
    return out + ", " + iso(course.days.last) + ' ' + plain(course.closing);
}

std::vector<std::string> courses_of(const char* budget, Figure figure, Date distributable = "2026-01-01"_d,
                                    PayoutQuestion question = {}) {
    const Law law;
    const Case one(budget_of(budget), law);
    const HeadlineOptions options = headline_options({"2026-01-01"_d, "2026-03-31"_d}, "2026-01-01"_d, distributable);
    const Headline headline = headlines(one, projected(one.budget, horizon(one, options)), options).at(0);
    std::vector<std::string> found;
    for (const Course& course : courses_to(figure, headline, question, one, options))
        found.push_back(told(one.budget, course));
    return found;
}

std::vector<std::string> courses(Figure figure, Date distributable = "2026-01-01"_d, PayoutQuestion question = {}) {
    return courses_of(two_accounts, figure, distributable, question);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the lowest is led to by the lines of the worst account, then by those of all together") {
    // `a` is 10.00 below its floor from 1 February on. Together 150.00 - 3 x 9.00, and nothing of what stays inside.
    CHECK(courses(Figure::lowest) ==
          Lines{"a 2026-01-01 100.00, 1 t -80.00, 2026-02-01 20.00",
                "ab 2026-01-01 150.00, 1 t 80.00, 1 t -80.00, 3 rent -27.00, 2026-03-10 123.00"});
}

TEST_CASE("a late ACI is looked for until its eve") {
    // Until 14 July: `a` stays at 20.00; together 150.00 - 7 x 9.00 on 10 July.
    CHECK(courses(Figure::late_aci).at(1) ==
          "ab 2026-01-01 150.00, 1 t 80.00, 1 t -80.00, 7 rent -63.00, 2026-07-10 87.00");
}

TEST_CASE("what can be paid out is led to from the evening of that day, account by account") {
    // Before the ACI of 30 April `a` falls to 20.00, `b` from 50.00 to 41.00 on 10 January.
    CHECK(courses(Figure::distributable) == Lines{"a 2026-01-02 100.00, 1 t -80.00, 2026-02-01 20.00",
                                                  "b 2026-01-02 50.00, 1 rent -9.00, 2026-01-10 41.00"});
    // On the last evening nothing moves any more.
    CHECK(courses(Figure::distributable, "2026-03-31"_d, {Until::end, Limit::zero}) ==
          Lines{"a 2026-04-01 20.00, 2026-03-31 20.00", "b 2026-04-01 103.00, 2026-03-31 103.00"});
}

TEST_CASE("the totals and the days of cash are those of all lines") {
    CHECK(courses(Figure::total) ==
          Lines{"ab 2026-01-01 150.00, 1 t 80.00, 1 t -80.00, 3 rent -27.00, 2026-03-31 123.00"});
    // 2 January to 1 April.
    CHECK(courses(Figure::cash_days) ==
          Lines{"ab 2026-01-02 150.00, 1 t 80.00, 1 t -80.00, 3 rent -27.00, 2026-04-01 123.00"});
}

TEST_CASE("what an account holds that opens later is not there on the first morning") {
    // On 1 January there are 100.00. `b` opens with 50.00 on 5 February; together 100.00 - 2 x 10.00 + 50.00 = 130.00
    // are left on 10 February, more than the 90.00 of 10 January, and in March 120.00.
    const char* const later =
        "bank = [{ id = \"a\", opening = 100, date = 2026-01-01 }, { id = \"b\", opening = 50, date = 2026-02-05 }]\n"
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\nbank = \"a\"\namount = 10\nevery = \"month\"\nday = 10\n";
    CHECK(courses_of(later, Figure::total) == Lines{"ab 2026-01-01 100.00, b, 3 rent -30.00, 2026-03-31 120.00"});
    CHECK(courses_of(later, Figure::lowest) ==
          Lines{"b 2026-02-05 50.00, 2026-02-05 50.00", "ab 2026-01-01 100.00, 1 rent -10.00, 2026-01-10 90.00"});
}
