// SPDX-License-Identifier: MIT
#include <msp/dates/business_days.hpp>

namespace msp {
namespace {

bool is_weekend(Date date) {
    // 1 January 1970 was a Thursday: 0 is Saturday, 1 is Sunday. The sum is positive for every date there is, and for
    // those that delays move out of the calendar.
    constexpr std::int32_t weeks = 7 * 50'000;
    return (date.days() + weeks + 5) % 7 < 2;
}

bool is_fixed_holiday(unsigned month, unsigned day) {
    switch (month) {
        case 1:
            return day == 1;
        case 5:
            return day == 1 || day == 8;
        case 7:
            return day == 14;
        case 8:
            return day == 15;
        case 11:
            return day == 1 || day == 11;
        case 12:
            return day == 25;
        default:
            return false;
    }
}

bool is_movable_holiday(std::int32_t after_easter) {
    constexpr std::int32_t easter_monday = 1;
    constexpr std::int32_t ascension = 39;
    constexpr std::int32_t whit_monday = 50;
    return after_easter == easter_monday || after_easter == ascension || after_easter == whit_monday;
}

}  // namespace

// The "anonymous" Gregorian computus, published in Nature in 1876.
Date easter(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int in_century = year % 100;
    const int moon_correction = (8 * century + 13) / 25;
    const int epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int march_days = epact + to_sunday - 7 * late + 22;  // 32 March is 1 April
    return Month(year, 3).first() + (march_days - 1);
}

bool is_holiday(Date date, Holidays holidays) {
    const YearMonthDay fields = date.fields();
    if (is_fixed_holiday(fields.month, fields.day))
        return true;
    const bool alsace_moselle = holidays == Holidays::alsace_moselle;
    if (alsace_moselle && fields.month == 12 && fields.day == 26)
        return true;
    if (fields.month < 3 ||
        fields.month > 6)  // Good Friday is 20 March at the earliest, Whit Monday 14 June at the latest
        return false;
    constexpr std::int32_t good_friday = -2;
    const std::int32_t after_easter = date - easter(fields.year);
    return is_movable_holiday(after_easter) || (alsace_moselle && after_easter == good_friday);
}

bool is_business_day(Date date, Holidays holidays) {
    return !is_weekend(date) && !is_holiday(date, holidays);
}

Date roll(Date date, Roll how, Holidays holidays) {
    std::int32_t step = 0;
    switch (how) {
        case Roll::none:
            return date;
        case Roll::next:
            step = 1;
            break;
        case Roll::previous:
            step = -1;
            break;
    }
    while (!is_business_day(date, holidays))
        date = date + step;
    return date;
}

}  // namespace msp
