// SPDX-License-Identifier: MIT
#include <msp/dates/business_days.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/days.hpp>
#include <vector>

namespace {

using msp::Date;
using msp::Holidays;
using msp::Roll;
using msp::test::day;

std::vector<std::string> holidays_of(int year, Holidays holidays) {
    std::vector<std::string> found;
    for (Date date = *Date::make(year, 1, 1); date.fields().year == year; date = date + 1)
        if (msp::is_holiday(date, holidays))
            found.push_back(msp::iso(date).substr(5));
    return found;
}

}  // namespace

TEST_CASE("Easter falls on its published day") {
    // The first and the last day there can be are 22 March (1818, 2285) and 25 April (1943, 2038).
    for (const std::string_view date :
         {"1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20",
          "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2038-04-25"}) {
        CAPTURE(date);
        CHECK(msp::iso(msp::easter(day(date).fields().year)) == date);
    }
}

TEST_CASE("Easter is a Sunday between 22 March and 25 April, each year") {
    for (int year = 1900; year <= 2199; ++year) {
        CAPTURE(year);
        const Date easter = msp::easter(year);
        CHECK((easter - day("2026-04-05")) % 7 == 0);
        CHECK(easter >= *Date::make(year, 3, 22));
        CHECK(easter <= *Date::make(year, 4, 25));
    }
}

TEST_CASE("movable holidays fall on their published days") {
    struct Row {
        std::string_view good_friday;
        std::string_view easter_monday;
        std::string_view ascension;
        std::string_view whit_monday;
    };
    const Row rows[] = {
        {"2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25"},
        {"2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17"},
        {"2028-04-14", "2028-04-17", "2028-05-25", "2028-06-05"},
        {"2029-03-30", "2029-04-02", "2029-05-10", "2029-05-21"},
        {"2030-04-19", "2030-04-22", "2030-05-30", "2030-06-10"},
        {"2031-04-11", "2031-04-14", "2031-05-22", "2031-06-02"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.good_friday);
        CHECK_FALSE(msp::is_holiday(day(row.good_friday), Holidays::france));
        CHECK(msp::is_holiday(day(row.good_friday), Holidays::alsace_moselle));
        CHECK(msp::is_holiday(day(row.easter_monday), Holidays::france));
        CHECK(msp::is_holiday(day(row.ascension), Holidays::france));
        CHECK(msp::is_holiday(day(row.whit_monday), Holidays::france));
    }
}

TEST_CASE("France has eleven holidays, Alsace-Moselle thirteen") {
    const std::vector<std::string> france = {"01-01", "04-06", "05-01", "05-08", "05-14", "05-25",
                                             "07-14", "08-15", "11-01", "11-11", "12-25"};
    const std::vector<std::string> alsace_moselle = {"01-01", "04-03", "04-06", "05-01", "05-08", "05-14", "05-25",
                                                     "07-14", "08-15", "11-01", "11-11", "12-25", "12-26"};
    CHECK(holidays_of(2026, Holidays::france) == france);
    CHECK(holidays_of(2026, Holidays::alsace_moselle) == alsace_moselle);
}

TEST_CASE("in 2008 Ascension fell on 1 May, which is one day off, not two") {
    CHECK(msp::easter(2008) + 39 == day("2008-05-01"));
    CHECK(holidays_of(2008, Holidays::france).size() == 10);
}

TEST_CASE("business days are Monday to Friday less holidays") {
    struct Row {
        std::string_view date;
        bool france;
        bool alsace_moselle;
    };
    const Row rows[] = {
        {"2026-01-30", true, true},    // Friday
        {"2026-01-31", false, false},  // Saturday
        {"2026-02-01", false, false},  // Sunday
        {"2026-02-02", true, true},    // Monday
        {"2026-04-03", true, false},   // Good Friday
        {"2026-04-06", false, false},  // Easter Monday
        {"2026-07-14", false, false},  // Tuesday
        {"2025-12-26", true, false},   // Friday after Christmas
        {"1900-01-01", false, false},  // Monday
        {"1900-01-06", false, false},  // Saturday
        {"1900-01-08", true, true},    // Monday
        {"2199-12-31", true, true},    // Tuesday
    };
    for (const Row& row : rows) {
        CAPTURE(row.date);
        CHECK(msp::is_business_day(day(row.date), Holidays::france) == row.france);
        CHECK(msp::is_business_day(day(row.date), Holidays::alsace_moselle) == row.alsace_moselle);
    }
}

TEST_CASE("a day off rolls to the nearest business day on the side asked for") {
    struct Row {
        std::string_view date;
        Roll how;
        Holidays holidays;
        std::string_view expected;
    };
    const Row rows[] = {
        {"2026-01-31", Roll::none, Holidays::france, "2026-01-31"},
        {"2026-01-31", Roll::next, Holidays::france, "2026-02-02"},
        {"2026-01-31", Roll::previous, Holidays::france, "2026-01-30"},
        {"2026-01-30", Roll::next, Holidays::france, "2026-01-30"},
        {"2026-01-30", Roll::previous, Holidays::france, "2026-01-30"},
        {"2026-05-01", Roll::next, Holidays::france, "2026-05-04"},  // a Friday
        {"2026-05-01", Roll::previous, Holidays::france, "2026-04-30"},
        {"2026-04-03", Roll::next, Holidays::france, "2026-04-03"},
        {"2026-04-03", Roll::next, Holidays::alsace_moselle, "2026-04-07"},  // Good Friday to Easter Monday
        {"2026-04-06", Roll::previous, Holidays::alsace_moselle, "2026-04-02"},
        {"2026-04-06", Roll::previous, Holidays::france, "2026-04-03"},
        {"2025-12-25", Roll::next, Holidays::france, "2025-12-26"},
        {"2025-12-25", Roll::next, Holidays::alsace_moselle, "2025-12-29"},
        {"2023-01-01", Roll::previous, Holidays::france, "2022-12-30"},  // a Sunday, over the year's end
    };
    for (const Row& row : rows) {
        CAPTURE(row.date);
        CHECK(msp::iso(msp::roll(day(row.date), row.how, row.holidays)) == row.expected);
    }
}
