// SPDX-License-Identifier: MIT
#include <msp/cash/curve.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// "2026-01-01 100.00, 2026-01-05/2026-01-31 40.00"
std::string told(const std::vector<Plateau>& plateaus) {
    std::string text;
    for (const Plateau& plateau : plateaus) {
        text += (text.empty() ? "" : ", ") + iso(plateau.days.first);
        if (plateau.days.first != plateau.days.last)
            text += '/' + iso(plateau.days.last);
        text += ' ' + plain(plateau.amount);
    }
    return text;
}

std::string told(const Curve& curve) {
    return told(plateaus(curve, {curve.first, curve.last()}));
}

std::string told(const std::vector<CurvePoint>& points) {
    std::string text;
    for (const CurvePoint& point : points)
        text += iso(point.lowest.date) + ' ' + plain(point.lowest.amount) + (point.recovers() ? " < " : " = ") +
                iso(point.period.last) + ' ' + plain(point.closing) + '\n';
    return text;
}

// 100 until a rent of 160 on 5 January; 90 come on the 20th; 10 leave on 3 February.
constexpr auto steps_of_curve =
    "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 160\ndate = 2026-01-05\nbank = \"a\"\n"
    "[[income]]\nid = \"calls\"\ncategory = \"charges-reimbursed\"\namount = 90\ndate = 2026-01-20\nbank = \"a\"\n"
    "[[expense]]\nid = \"power\"\ncategory = \"energy\"\namount = 10\ndate = 2026-02-03\nbank = \"a\"\n";
const std::string steep_account =
    std::string(
        "bank = [{ id = \"a\", opening = 100, date = 2026-01-01, floor = 50, overdraft = 80 "
        "}]\n") +
    steps_of_curve;
const std::string later_account = std::string(
                                      "bank = [{ id = \"a\", opening = 100, date = 2026-01-01, floor = 50 }, "
                                      "{ id = \"b\", opening = 1000, date = 2026-02-10, floor = 5 }]\n") +
                                  steps_of_curve;

const Period curve_days = {"2026-01-01"_d, "2026-02-28"_d};

std::vector<Curve> curves_of(const std::string& toml, const Period& days) {
    const Budget budget = budget_of(toml);
    const Projection projection = projected(budget, "2026-02-28"_d);
    std::vector<Curve> curves;
    for (const Holding& holding : holdings(budget, projection, {}))
        curves.push_back(curve(budget, holding, days));
    return curves;
}

}  // namespace

TEST_CASE("a curve has each evening of the days asked for, its lowest and its account's limits") {
    const Curve made = curves_of(steep_account, curve_days).at(0);
    CHECK(made.evenings.size() == 59);
    CHECK(told(made) ==
          "2026-01-01/2026-01-04 100.00, 2026-01-05/2026-01-19 -60.00, 2026-01-20/2026-02-02 30.00, "
          "2026-02-03/2026-02-28 20.00");
    CHECK(plain(made.lowest.amount) == "-60.00");
    CHECK(iso(made.lowest.date) == "2026-01-05");
    CHECK(plain(made.most) == "100.00");
    REQUIRE(made.limits);
    CHECK(plain(made.limits->floor) == "50.00");
    CHECK(plain(made.limits->lowest_allowed()) == "-80.00");
    Extent extent;
    extent.take(made);
    CHECK(plain(extent.least) == "-80.00");
    CHECK(plain(extent.most) == "100.00");
}

TEST_CASE("of a period it shows the lowest evening and the last one, which may be as low") {
    const Curve made = curves_of(steep_account, curve_days).at(0);
    CHECK(told(curve_points(made, periods(curve_days.first, curve_days.last, Grid::month))) ==
          "2026-01-05 -60.00 < 2026-01-31 30.00\n2026-02-03 20.00 = 2026-02-28 20.00\n");
    CHECK(told(curve_points(made, {{"2026-01-01"_d, "2026-01-05"_d}})) == "2026-01-05 -60.00 = 2026-01-05 -60.00\n");
}

TEST_CASE("the days around the lowest evening end where the curve does") {
    const Curve made = curves_of(steep_account, curve_days).at(0);
    CHECK(iso(around_lowest(made, 7).first) == "2026-01-01");
    CHECK(iso(around_lowest(made, 7).last) == "2026-01-12");
    CHECK(iso(around_lowest(made, 2).first) == "2026-01-03");
    CHECK(told(plateaus(made, around_lowest(made, 2))) == "2026-01-03/2026-01-04 100.00, 2026-01-05/2026-01-07 -60.00");
    CHECK(plateaus(made, around_lowest(made, 2)).at(1).length() == 3);
}

TEST_CASE("a curve begins when its account opens, that of several accounts with the first, and they have no limits") {
    const std::vector<Curve> curves = curves_of(later_account, curve_days);
    REQUIRE(curves.size() == 3);
    CHECK(told(curves[1]) == "2026-02-10/2026-02-28 1000.00");
    CHECK(told(curve_points(curves[1], periods(curve_days.first, curve_days.last, Grid::month))) ==
          "2026-02-10 1000.00 = 2026-02-28 1000.00\n");
    // 20 of the first account and 1,000 of the second.
    CHECK(told(curves[2]) ==
          "2026-01-01/2026-01-04 100.00, 2026-01-05/2026-01-19 -60.00, 2026-01-20/2026-02-02 30.00, "
          "2026-02-03/2026-02-09 20.00, 2026-02-10/2026-02-28 1020.00");
    CHECK(curves[1].limits);
    CHECK(!curves[2].limits);
}

TEST_CASE("an account that opens after the days asked for has no curve") {
    const Curve none = curves_of(later_account, {"2026-01-01"_d, "2026-01-31"_d}).at(1);
    CHECK(none.empty());
    CHECK(curve_points(none, periods(curve_days.first, curve_days.last, Grid::month)).empty());
}
