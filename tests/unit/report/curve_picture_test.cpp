// SPDX-License-Identifier: MIT
#include <msp/report/aci_picture.hpp>
#include <msp/report/curve_picture.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const View ten_days = view_of("2026-01-01", "2026-01-10", Grid::month);

std::string pictured(const std::string& toml, const View& view = ten_days) {
    const auto result = result_of(budget_of(toml), view);
    std::string html;
    for (const Picture& picture : curve_pictures({result.get(), 1}, view, {view.language}))
        html += picture.html();
    return html;
}

bool has(const std::string& html, const std::string& piece) {
    return html.find(piece) != std::string::npos;
}

// 300 until a rent of 340 on the 5th, -40 until a receipt of 100 on the 9th: 60.
constexpr auto dip =
    "[bank]\nopening = 300\ndate = 2026-01-01\nfloor = 100\noverdraft = 40\n"
    "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 340\ndate = 2026-01-05\n"
    "[[income]]\nid = \"calls\"\ncategory = \"charges-reimbursed\"\namount = 100\ndate = 2026-01-09\n";

}  // namespace

TEST_CASE("the curve goes from evening to evening, in whole steps") {
    const std::string html = pictured(dip);
    CAPTURE(html);
    // Ten days between 120 and 1170 are 105 each. From 340 euros of extent (-40 to 300) 340 steps: one a euro, the
    // lowest at 26 + 380 - 40 = 366. So 300 is at 26, 100 at 226, 60 at 266, 0 at 326.
    CHECK(has(html, "<path d=\"M120 26H540V366H960V266H1170\" class=\"curve\"/>"));
    // Below zero from the 5th to the 8th.
    CHECK(has(html, "<path d=\"M540 326V366H960V326Z\" class=\"under\"/>"));
    CHECK(has(html, "<line x1=\"120\" y1=\"226\" x2=\"1170\" y2=\"226\" class=\"limit\"/>"));
    CHECK(has(html, ">floor of 100.00</text>"));
    CHECK(has(html, ">end of the agreed overdraft of 40.00</text>"));
    CHECK(has(html, "<circle cx=\"540\" cy=\"366\" r=\"7\" class=\"dot\"/>"));
    CHECK(has(html, ">-40.00 on 5 January 2026</text>"));
    CHECK(has(html,
              "aria-label=\"All accounts: balance of each evening from 1 January 2026 to 10 January 2026; lowest "
              "-40.00 on 5 January 2026\""));
}

TEST_CASE("ticks are round and whole euros, in French with their sign") {
    // From -40 to 300 there are seven multiples of 50.
    const std::string html = pictured(dip);
    for (const char* tick : {">0<", ">50<", ">100<", ">300<"})
        CHECK(has(html, tick));
    CHECK(has(pictured(dip, view_of("2026-01-01", "2026-01-10", Grid::month, Language::french)), ">300\u00a0€<"));
}

TEST_CASE("each balance is there to be read, with its days, and each month for the keyboard") {
    const std::string html = pictured(dip);
    CHECK(has(html, ">1 January 2026 to 4 January 2026: 300.00</text>"));
    CHECK(has(html, ">5 January 2026 to 8 January 2026: -40.00</text>"));
    CHECK(has(html,
              "tabindex=\"0\" role=\"img\" aria-label=\"Jan 2026: lowest -40.00 on 5 January 2026, 60.00 at the "
              "end\""));
}

TEST_CASE("several accounts together have no floor; one that opens later than the days shown has no picture") {
    const std::string html = pictured(
        "[[bank]]\nid = \"a\"\nname = \"Main\"\nopening = 300\ndate = 2026-01-01\nfloor = 100\n"
        "[[bank]]\nid = \"b\"\nname = \"Later\"\nopening = 0\ndate = 2026-02-01\n");
    CHECK(has(html, "<strong>Main</strong>"));
    CHECK_FALSE(has(html, "Later"));
    CHECK(has(html, "<strong>All accounts</strong><br>\nEach account has its own floor."));
}

TEST_CASE("a balance that never moves, and nothing at all, can be drawn") {
    CHECK(has(pictured("[bank]\nopening = 0\ndate = 2026-01-01\n"), "<path d=\"M120 366H1170\" class=\"curve\"/>"));
    CHECK(has(pictured("[bank]\nopening = -5\ndate = 2026-01-01\n"), "class=\"under\""));
}
