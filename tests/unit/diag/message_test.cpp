// SPDX-License-Identifier: MIT
#include <msp/diag/message.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace msp;

namespace {

// A type of another module, with words of its own.
struct Sum {
    std::int64_t euros;
};

Written in_words(Sum sum) {
    return {sum.euros, [](std::int64_t euros, Language language) {
                return std::to_string(euros) + (language == Language::french ? " €" : " euros");
            }};
}

std::string english(const Message& message) {
    return words(message, Language::english);
}

}  // namespace

TEST_CASE("placeholders are replaced by their arguments") {
    const Message message{"{who} owes {sum} since {day}: {count} {what}",
                          {{"who", "Dr {sum}"},
                           {"sum", Sum{12}},
                           {"day", "Monday"},
                           {"count", std::int64_t{2026}},
                           {"what", Term{"error"}}}};
    CHECK(english(message) == "Dr {sum} owes 12 euros since Monday: 2026 error");
    CHECK(words(message, Language::french) == "Dr {sum} owes 12 € since Monday: 2026 erreur");
}

TEST_CASE("a decimal number has a point in English and a comma in French") {
    const Message message{"revised by {percent} %", {{"percent", Decimal{"-2.5"}}}};
    CHECK(english(message) == "revised by -2.5 %");
    CHECK(words(message, Language::french) == "revised by -2,5 %");
}

TEST_CASE("what is no placeholder stays as it is") {
    struct Row {
        const char* text;
        const char* expected;
    };
    const Row rows[] = {
        {"", ""},
        {"{n}", "3"},
        {"{{n}}", "{n}"},
        {"{{{n}}}", "{3}"},
        {"{unknown}", "{unknown}"},
        {"{unknown:a|b} {n}", "{unknown:a|b} 3"},
        {"[ { set = 1 } ] {n}", "[ { set = 1 } ] 3"},
        {"{n", "{n"},
        {"}{", "}{"},
        {"{}", "{}"},
        {"{ {n}", "{ 3"},
        {"{word:a|b}", "{word:a|b}"},  // only a number chooses
        {"{n:always}", "always"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(english({row.text, {{"n", std::int64_t{3}}, {"word", "w"}}}) == row.expected);
    }
}

TEST_CASE("English has the first form for 1 and -1, French for 0 too") {
    struct Row {
        std::int64_t number;
        const char* english;
        const char* french;
    };
    const Row rows[] = {{0, "days", "day"},  {1, "day", "day"},    {-1, "day", "day"},
                        {2, "days", "days"}, {-2, "days", "days"}, {11, "days", "days"}};
    for (const Row& row : rows) {
        CAPTURE(row.number);
        const Message message{"{n:day|days}", {{"n", row.number}}};
        CHECK(words(message, Language::english) == row.english);
        CHECK(words(message, Language::french) == row.french);
    }
}

TEST_CASE("of a number with decimals, English has the first form for 1 alone, French for what is less than 2") {
    struct Row {
        const char* digits;
        const char* english;
        const char* french;
    };
    const Row rows[] = {{"0.0", "days", "day"},  {"0.3", "days", "day"},  {"1", "day", "day"},
                        {"1.0", "days", "day"},  {"-1.8", "days", "day"}, {"2", "days", "days"},
                        {"2.0", "days", "days"}, {"10.5", "days", "days"}};
    for (const Row& row : rows) {
        CAPTURE(row.digits);
        const Message message{"{n:day|days}", {{"n", Decimal{row.digits}}}};
        CHECK(words(message, Language::english) == row.english);
        CHECK(words(message, Language::french) == row.french);
    }
}

TEST_CASE("a terminal's columns are counted, not bytes or characters") {
    struct Row {
        const char* text;
        std::size_t columns;
    };
    const Row rows[] = {
        {"", 0},
        {"abc", 3},
        {"été", 3},
        {"e\u0301te\u0301", 3},  // accents as combining marks
        {"12\u202f345,67\u00a0€", 11},
        {"\u6f22\u5b57", 4},  // kanji
        {"\U0001f600", 2},    // a face
        {"\u26a0\ufe0f", 1},  // a sign that is narrow by itself, and a variation selector
        {"\uff21", 2},        // full-width A
        {"a\u200bb", 2},      // zero width space
        {"\x1b[1m", 3},
        {"\xff"
         "a",
         2},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(display_width(row.text) == row.columns);
    }
}
