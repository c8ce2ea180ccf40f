// SPDX-License-Identifier: MIT
#include <msp/report/bars.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// Four cells left of zero and eight right of it, 10 euros each.
const BarField ten_a_cell("-40"_eur, "80"_eur, 12);

std::string drawn(Money amount, const BarMarks& marks = {}, std::string_view text = {}, Bars form = Bars::blocks) {
    return '[' + bar(ten_a_cell, amount, marks, text, form) + ']';
}

}  // namespace

TEST_CASE("bars go from zero to the right in eighths, to the left in halves") {
    CHECK(drawn("80"_eur) == "[    │████████]");
    CHECK(drawn("41.25"_eur) == "[    │████▏   ]");
    CHECK(drawn("15"_eur) == "[    │█▌      ]");
    CHECK(drawn("-40"_eur) == "[████│        ]");
    CHECK(drawn("-15"_eur) == "[  ▐█│        ]");
    CHECK(drawn("-11.25"_eur) == "[  ▕█│        ]");
    CHECK(drawn("0"_eur) == "[    │        ]");
    CHECK(drawn("0.01"_eur) == "[    │▏       ]");
    CHECK(drawn("-0.01"_eur) == "[   ▕│        ]");
}

TEST_CASE("as ASCII in whole cells, the nearest one") {
    CHECK(drawn("41.25"_eur, {}, {}, Bars::ascii) == "[    |####    ]");
    CHECK(drawn("-15.01"_eur, {}, {}, Bars::ascii) == "[  ##|        ]");
    CHECK(drawn("0.01"_eur, {}, {}, Bars::ascii) == "[    |#       ]");
}

TEST_CASE("the floor is marked where a balance is below it, to the cent, the end of the overdraft always") {
    const BarMarks floor_of_25 = {"25"_eur, {}};
    CHECK(drawn("10"_eur, floor_of_25) == "[    │█ ┊     ]");
    CHECK(drawn("24.99"_eur, floor_of_25) == "[    │██┊     ]");
    CHECK(drawn("25"_eur, floor_of_25) == "[    │██▌     ]");
    CHECK(drawn("-10"_eur, {"-20"_eur, {}}) == "[   █│        ]");
    CHECK(drawn("-25"_eur, {"-20"_eur, {}}) == "[ ▐┊█│        ]");
    CHECK(drawn("10"_eur, {{}, "-30"_eur}) == "[ [  │█       ]");
    CHECK(drawn("-40"_eur, {{}, "-30"_eur}) == "[█[██│        ]");
    CHECK(drawn("10"_eur, {"25"_eur, {}}, {}, Bars::ascii) == "[    |# :     ]");
    // Outside the field nothing can stand.
    CHECK(drawn("10"_eur, {"100"_eur, "-100"_eur}) == "[    │█       ]");
}

TEST_CASE("a text stands behind the bar and its marks, where there is room") {
    CHECK(drawn("10"_eur, {"25"_eur, {}}, "low") == "[    │█ ┊ low ]");
    CHECK(drawn("10"_eur, {"25"_eur, {}}, "lowest") == "[    │█ ┊     ]");
}

TEST_CASE("small columns are as high as their part of the largest, and what is overdrawn has a mark") {
    const std::vector<SparkMark> marks = {{"100"_eur}, {"50"_eur}, {"-20"_eur, true}, {"0"_eur}, {"1"_eur}};
    CHECK(spark(marks, Bars::blocks) == "█▄▼▁▁");
    CHECK(spark(marks, Bars::ascii) == "95-11");
    CHECK(spark({{"0"_eur}}, Bars::blocks) == "▁");
}
