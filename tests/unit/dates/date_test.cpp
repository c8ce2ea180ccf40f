// SPDX-License-Identifier: MIT
#include <msp/dates/date.hpp>
#include <msp/diag/message.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <type_traits>

namespace {

using msp::Date;
using msp::Language;
using msp::Month;

static_assert(sizeof(Date) == 4);
static_assert(std::is_trivially_copyable_v<Date>);
static_assert(!std::is_convertible_v<std::int32_t, Date>);
static_assert(Month(2026, 1) + 12 == Month(2027, 1));
static_assert(Month(2026, 1) - 1 == Month(2025, 12));
static_assert(Month(2026, 3) - Month(2024, 12) == 15);
static_assert(Month(2026, 12).month() == 12 && Month(2026, 12).year() == 2026);

std::chrono::year_month_day at(int year, unsigned month, unsigned day) {
    return std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day);
}

}  // namespace

TEST_CASE("every day from 1900 to 2199 has the fields that std::chrono gives it") {
    using std::chrono::sys_days;
    const sys_days end = at(2199, 12, 31);
    int days = 0;
    int differences = 0;
    for (sys_days day = at(1900, 1, 1); day <= end; day += std::chrono::days(1)) {
        const std::chrono::year_month_day expected(day);
        const auto year = static_cast<int>(expected.year());
        const auto month = static_cast<unsigned>(expected.month());
        const auto number = static_cast<unsigned>(expected.day());
        const Date date = Date::from_days(static_cast<std::int32_t>(day.time_since_epoch().count()));
        const auto fields = date.fields();
        const sys_days last = expected.year() / expected.month() / std::chrono::last;
        const bool same = fields.year == year && fields.month == month && fields.day == number &&
                          Date::make(year, month, number) == date && Month::of(date) == Month(year, month) &&
                          Month(year, month).day(number) == date &&
                          Month(year, month).last().days() == last.time_since_epoch().count() &&
                          Month(year, month).first() + static_cast<std::int32_t>(number - 1) == date &&
                          msp::parse_date(msp::iso(date)) == date;
        differences += same ? 0 : 1;
        ++days;
    }
    CHECK(days == 109'573);  // 300 x 365, and 73 leap days: 75 fourth years less 1900 and 2100
    CHECK(differences == 0);
}

TEST_CASE("only days that exist between 1900 and 2199 can be made") {
    struct Row {
        int year;
        unsigned month;
        unsigned day;
        bool exists;
    };
    const Row rows[] = {
        {2026, 2, 28, true},
        {2026, 2, 29, false},
        {2024, 2, 29, true},
        {2024, 2, 30, false},
        {2000, 2, 29, true},
        {1900, 2, 29, false},
        {2100, 2, 29, false},
        {2026, 4, 31, false},
        {2026, 12, 31, true},
        {2026, 0, 1, false},
        {2026, 13, 1, false},
        {2026, 1, 0, false},
        {2026, 1, 32, false},
        {1900, 1, 1, true},
        {1899, 12, 31, false},
        {2199, 12, 31, true},
        {2200, 1, 1, false},
        {-2026, 1, 1, false},
        {2026, 4'294'967'295U, 1, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.year);
        CAPTURE(row.month);
        CAPTURE(row.day);
        CHECK(Date::make(row.year, row.month, row.day).has_value() == row.exists);
    }
}

TEST_CASE("days count from 1 January 1970") {
    CHECK(msp::iso(Date()) == "1970-01-01");
    CHECK(Date::make(1970, 1, 2)->days() == 1);
    CHECK(Date::make(1969, 12, 31)->days() == -1);
    CHECK(Date::make(2000, 3, 1)->days() == 11'017);  // 30 x 365 + 7 leap days to 2000, then 31 + 29
    CHECK(*Date::make(2026, 3, 1) - *Date::make(2026, 2, 1) == 28);
}

TEST_CASE("a day beyond the end of a month is its last day") {
    CHECK(msp::iso(Month(2026, 2).day(31)) == "2026-02-28");
    CHECK(msp::iso(Month(2028, 2).day(30)) == "2028-02-29");
    CHECK(msp::iso(Month(2100, 2).day(29)) == "2100-02-28");
    CHECK(msp::iso(Month(2026, 4).day(31)) == "2026-04-30");
    CHECK(msp::iso(Month(2026, 12).day(31)) == "2026-12-31");
    CHECK(msp::iso(Month(2026, 4).day(5)) == "2026-04-05");
}

TEST_CASE("months later is the same day, or the last of a shorter month") {
    struct Row {
        std::string_view from;
        int months;
        std::string_view expected;
    };
    const Row rows[] = {
        {"2026-01-31", 1, "2026-02-28"},  {"2024-01-31", 1, "2024-02-29"},  {"2026-01-31", 2, "2026-03-31"},
        {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"}, {"2026-03-31", -1, "2026-02-28"},
        {"2026-01-15", -1, "2025-12-15"}, {"2026-01-15", 0, "2026-01-15"},  {"2026-11-30", 3, "2027-02-28"},
        {"2026-12-01", 1, "2027-01-01"},  {"1900-01-31", 1, "1900-02-28"},  {"2199-11-30", 1, "2199-12-30"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.from);
        CHECK(msp::iso(msp::add_months(*msp::parse_date(row.from), row.months)) == row.expected);
    }
}

TEST_CASE("a date is read from its ISO form and nothing else") {
    CHECK(msp::parse_date("2026-04-15") == Date::make(2026, 4, 15));
    CHECK(msp::parse_date("1900-01-01") == Date::make(1900, 1, 1));
    CHECK(msp::parse_date("2199-12-31") == Date::make(2199, 12, 31));
    for (const std::string_view text : {"",
                                        "2026-4-15",
                                        "2026-04-5",
                                        "26-04-15",
                                        "15/04/2026",
                                        "2026/04/15",
                                        "2026-04-15 ",
                                        " 2026-04-15",
                                        "2026-04-15T00:00:00",
                                        "2026-02-29",
                                        "2026-13-01",
                                        "2026-00-10",
                                        "2026-04-00",
                                        "1899-12-31",
                                        "2200-01-01",
                                        "2026-04_15",
                                        "2026_04-15",
                                        "+026-04-15",
                                        "2026-+4-15",
                                        "2026-04-1x",
                                        "202a-04-15",
                                        "20260415",
                                        "2026-04"}) {
        CAPTURE(text);
        CHECK_FALSE(msp::parse_date(text).has_value());
    }
}

TEST_CASE("a month is read from its ISO form and nothing else") {
    CHECK(msp::parse_month("2026-04") == Month(2026, 4));
    CHECK(msp::parse_month("2199-12") == Month(2199, 12));
    for (const std::string_view text : {"", "2026", "2026-4", "2026-13", "2026-00", "2200-01", "1899-12", "2026/04",
                                        "2026-04-01", "04-2026", "2026-0x", "-026-04"}) {
        CAPTURE(text);
        CHECK_FALSE(msp::parse_month(text).has_value());
    }
}

TEST_CASE("dates and months are printed in ISO form") {
    CHECK(msp::iso(*Date::make(2026, 4, 5)) == "2026-04-05");
    CHECK(msp::iso(Month(2026, 4)) == "2026-04");
    CHECK(msp::iso(Month()) == "1970-01");
    std::string line = "x,";
    msp::append_iso(line, *Date::make(1999, 12, 31));
    CHECK(line == "x,1999-12-31");
}

TEST_CASE("days are written out, the first of a French month as an ordinal") {
    CHECK(write_day(*Date::make(2026, 4, 15), Language::french) == "15 avril 2026");
    CHECK(write_day(*Date::make(2026, 4, 1), Language::french) == "1er avril 2026");
    CHECK(write_day(*Date::make(2026, 8, 31), Language::french) == "31 août 2026");
    CHECK(write_day(*Date::make(2026, 4, 15), Language::english) == "15 April 2026");
    CHECK(write_day(*Date::make(2026, 12, 1), Language::english) == "1 December 2026");
}

TEST_CASE("months are written short, without a point where nothing is cut off") {
    const char* french[] = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                            "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
    const char* english[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (unsigned month = 1; month <= 12; ++month) {
        CAPTURE(month);
        CHECK(write_month(Month(2026, month), Language::french) == french[month - 1] + std::string(" 2026"));
        CHECK(write_month(Month(2026, month), Language::english) == english[month - 1] + std::string(" 2026"));
    }
}
