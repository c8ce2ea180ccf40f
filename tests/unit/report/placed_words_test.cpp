// SPDX-License-Identifier: MIT
#include <msp/report/placed_words.hpp>

#include <doctest/doctest.h>

using namespace msp;

namespace {

constexpr PictureBox picture = {0, 1000, 0, 400};
constexpr WordsAt left = {100, 200};
constexpr WordsAt right = {600, 200};

bool same(const WordsAt& one, const WordsAt& other) {
    return one.x == other.x && one.y == other.y && one.anchor == other.anchor;
}

}  // namespace

TEST_CASE("words stand at the first place where nothing is, and no others stand on them") {
    PlacedWords placed(picture);
    CHECK(same(placed.place("floor", {left, right}, {}), left));
    CHECK(same(placed.place("zero", {left, right}, {}), right));
    const WordsAt third = placed.place("end", {left, right}, {0, 1000, 200, 200});
    CHECK_FALSE(third.box("end").meets(left.box("floor")));
    CHECK_FALSE(third.box("end").meets(right.box("zero")));
}

TEST_CASE("a line or a curve through the first place leaves the second one") {
    PlacedWords lines(picture);
    lines.line({0, 300, 190, 190});
    CHECK(same(lines.place("floor", {left, right}, {}), right));
    PlacedWords curves(picture);
    curves.curve({120, 120, 0, 400});
    CHECK(same(curves.place("floor", {left, right}, {}), right));
}

TEST_CASE("words that have to stand at their line have no place where each is taken") {
    PlacedWords placed(picture);
    placed.line({0, 1000, 190, 190});
    CHECK_FALSE(placed.place("floor", {left, right}));
    CHECK(placed.place("floor", {left, {600, 300}}).has_value());
}

TEST_CASE("nothing stands outside of the picture") {
    PlacedWords placed(picture);
    CHECK(same(placed.place("floor", {{990, 200}, right}, {}), right));
    CHECK(same(placed.place("zero", {{100, 10}, left}, {}), left));
}

TEST_CASE("where lines are everywhere, words stand on them and not on a curve; where curves are, not on words") {
    PlacedWords placed(picture);
    placed.line(picture);
    placed.curve({0, 400, 0, 400});
    CHECK(same(placed.place("floor", {left, right}, {}), right));
    placed.curve(picture);
    CHECK(same(placed.place("zero", {right, left}, {}), left));
}
