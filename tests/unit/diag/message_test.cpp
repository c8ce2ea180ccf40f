// SPDX-License-Identifier: MIT
#include <msp/diag/message.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <stdexcept>

using namespace msp;

namespace {

std::string english(const Message& message) {
    return words(message, Language::english);
}

}  // namespace

TEST_CASE("placeholders are replaced by their arguments") {
    const Message message{"{who} owes {sum} since {day}: {count} {what}",
                          {{"who", "Dr {sum}"},
                           {"sum", Cents{123456}},
                           {"day", CalendarDay{2026, 4, 15}},
                           {"count", std::int64_t{2026}},
                           {"what", Term{"error"}}}};
    CHECK(english(message) == "Dr {sum} owes 1,234.56 since 15 April 2026: 2026 error");
    CHECK(words(message, Language::french) == "Dr {sum} owes 1\u202f234,56\u00a0€ since 15 avril 2026: 2026 erreur");
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
        {"{word:a|b}", "{word:a|b}"},  // only an integer chooses
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

TEST_CASE("amounts are grouped by three, in French with the euro sign") {
    struct Row {
        std::int64_t cents;
        const char* english;
        const char* french;
    };
    const Row rows[] = {
        {0, "0.00", "0,00"},
        {5, "0.05", "0,05"},
        {-5, "-0.05", "-0,05"},
        {99'999, "999.99", "999,99"},
        {100'000, "1,000.00", "1\u202f000,00"},
        {1'234'567, "12,345.67", "12\u202f345,67"},
        {-343'694, "-3,436.94", "-3\u202f436,94"},
        {99'999'999'999'999, "999,999,999,999.99", "999\u202f999\u202f999\u202f999,99"},
        // -2^63 = -9223372036854775808
        {std::numeric_limits<std::int64_t>::min(), "-92,233,720,368,547,758.08",
         "-92\u202f233\u202f720\u202f368\u202f547\u202f758,08"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.cents);
        CHECK(write_figure(row.cents, Language::english) == row.english);
        CHECK(write_amount(row.cents, Language::english) == row.english);
        CHECK(write_figure(row.cents, Language::french) == row.french);
        CHECK(write_amount(row.cents, Language::french) == row.french + std::string("\u00a0€"));
    }
}

TEST_CASE("days are written out, the first of a French month as an ordinal") {
    CHECK(write_day({2026, 4, 15}, Language::french) == "15 avril 2026");
    CHECK(write_day({2026, 4, 1}, Language::french) == "1er avril 2026");
    CHECK(write_day({2026, 8, 31}, Language::french) == "31 août 2026");
    CHECK(write_day({2026, 4, 15}, Language::english) == "15 April 2026");
    CHECK(write_day({2026, 12, 1}, Language::english) == "1 December 2026");
    CHECK_THROWS_AS((void)write_day({2026, 0, 1}, Language::french), std::out_of_range);
}

TEST_CASE("months are written short, without a point where nothing is cut off") {
    const char* french[] = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                            "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
    const char* english[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (unsigned month = 1; month <= 12; ++month) {
        CAPTURE(month);
        CHECK(write_month(2026, month, Language::french) == french[month - 1] + std::string(" 2026"));
        CHECK(write_month(2026, month, Language::english) == english[month - 1] + std::string(" 2026"));
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
