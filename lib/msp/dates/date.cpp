// SPDX-License-Identifier: MIT
#include <msp/dates/date.hpp>
#include <msp/diag/message.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace msp {
namespace {

// The arithmetic is Howard Hinnant's ("chrono-compatible low-level date algorithms"): a year that begins in March has
// its leap day last, and its months begin on day (153 m + 2) / 5. It holds for years from 1 on.
constexpr std::int32_t days_from_march_0_to_1970 = 719'468;
constexpr std::uint32_t days_in_400_years = 146'097;

constexpr int first_year = Date::first_year;
constexpr int last_year = Date::last_year;

constexpr bool leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr unsigned length(int year, unsigned month) {
    constexpr std::array<unsigned char, 13> lengths = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : lengths[month];
}

constexpr std::int32_t first_day(int year, unsigned month) {
    const int march_year = month <= 2 ? year - 1 : year;
    const auto march_month = static_cast<int>(month <= 2 ? month + 9 : month - 3);
    return 365 * march_year + march_year / 4 - march_year / 100 + march_year / 400 + (153 * march_month + 2) / 5 -
           days_from_march_0_to_1970;
}

// The first day of each month of the calendar, and of the one after it: months are asked for more often than anything
// else here, and the arithmetic takes ten times as long as the table.
constexpr auto first_days = [] {
    std::array<std::int32_t, (last_year - first_year + 1) * 12 + 1> days{};
    for (std::size_t month = 0; month < days.size(); ++month)
        days[month] = first_day(first_year + static_cast<int>(month) / 12, static_cast<unsigned>(month % 12) + 1);
    return days;
}();

// Any month: what delays move can lie outside the calendar.
std::int32_t first_day(Month month) {
    const auto index = static_cast<std::size_t>(month - Month(first_year, 1));  // huge before the first
    return index < first_days.size() ? first_days[index] : first_day(month.year(), month.month());
}

// The number in digits [from, from + count), or nothing.
std::optional<unsigned> number_at(std::string_view text, std::size_t from, std::size_t count) {
    unsigned number = 0;
    for (const char c : text.substr(from, count)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + static_cast<unsigned>(c - '0');
    }
    return number;
}

void put_two(char* at, unsigned number) {
    at[0] = static_cast<char>('0' + number / 10);
    at[1] = static_cast<char>('0' + number % 10);
}

using Names = std::array<const char*, 12>;
constexpr Names french_months = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                 "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr Names english_months = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};
constexpr Names french_short_months = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                       "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
constexpr Names english_short_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

void put_year_month(char* at, int year, unsigned month) {
    const auto number = static_cast<unsigned>(year);
    put_two(at, number / 100);
    put_two(at + 2, number % 100);
    at[4] = '-';
    put_two(at + 5, month);
}

}  // namespace

std::optional<Date> Date::make(int year, unsigned month, unsigned day) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > length(year, month))
        return std::nullopt;
    return Date(first_day(year, month) + static_cast<std::int32_t>(day) - 1);
}

Date Date::first() {
    return Month(first_year, 1).first();
}

Date Date::last() {
    return Month(last_year, 12).last();
}

YearMonthDay Date::fields() const {
    const auto since_march_0 = static_cast<std::uint32_t>(days_ + days_from_march_0_to_1970);
    const std::uint32_t era = since_march_0 / days_in_400_years;
    const std::uint32_t day_of_era = since_march_0 % days_in_400_years;
    const std::uint32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::uint32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::uint32_t march_month = (5 * day_of_year + 2) / 153;
    const std::uint32_t day = day_of_year - (153 * march_month + 2) / 5 + 1;
    const std::uint32_t month = march_month < 10 ? march_month + 3 : march_month - 9;
    const std::uint32_t year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
    return {static_cast<int>(year), month, day};
}

Month Month::of(Date date) {
    const YearMonthDay fields = date.fields();
    return Month(fields.year, fields.month);
}

Date Month::first() const {
    return Date::from_days(first_day(*this));
}

Date Month::last() const {
    return day(31);
}

Date Month::day(unsigned day) const {
    assert(day >= 1);
    constexpr unsigned in_every_month = 28;
    const std::int32_t next = first_day(*this) + static_cast<std::int32_t>(day);
    return Date::from_days((day <= in_every_month ? next : std::min(next, first_day(*this + 1))) - 1);
}

Date add_months(Date date, int months) {
    if (months == 0)
        return date;
    const YearMonthDay fields = date.fields();
    return (Month(fields.year, fields.month) + months).day(fields.day);
}

std::int64_t days_of_thirty(Date from, Date to) {
    const YearMonthDay a = from.fields();
    const YearMonthDay b = to.fields();
    const auto day = [](const YearMonthDay& date) { return static_cast<std::int64_t>(std::min(date.day, 30U)); };
    const auto month = [](const YearMonthDay& date) { return static_cast<std::int64_t>(date.month); };
    return 360 * (std::int64_t{b.year} - a.year) + 30 * (month(b) - month(a)) + day(b) - day(a);
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[7] != '-')
        return std::nullopt;
    const auto month = parse_month(text.substr(0, 7));
    const auto day = number_at(text, 8, 2);
    if (!month || !day)
        return std::nullopt;
    return Date::make(month->year(), month->month(), *day);
}

std::optional<Month> parse_month(std::string_view text) {
    if (text.size() != 7 || text[4] != '-')
        return std::nullopt;
    const auto year = number_at(text, 0, 4);
    const auto month = number_at(text, 5, 2);
    if (!year || !month || !Date::make(static_cast<int>(*year), *month, 1))
        return std::nullopt;
    return Month(static_cast<int>(*year), *month);
}

void append_iso(std::string& out, Date date) {
    const YearMonthDay fields = date.fields();
    std::array<char, 10> text;
    put_year_month(text.data(), fields.year, fields.month);
    text[7] = '-';
    put_two(text.data() + 8, fields.day);
    out.append(text.data(), text.size());
}

std::string iso(Date date) {
    std::string text;
    append_iso(text, date);
    return text;
}

std::string iso(Month month) {
    std::array<char, 7> text;
    put_year_month(text.data(), month.year(), month.month());
    return std::string(text.data(), text.size());
}

std::string write_day(Date date, Language language) {
    const YearMonthDay day = date.fields();
    const bool french = language == Language::french;
    const Names& months = french ? french_months : english_months;
    return fmt::format("{}{} {} {}", day.day, french && day.day == 1 ? "er" : "", months.at(day.month - 1), day.year);
}

std::string write_month(Month month, Language language) {
    const Names& months = language == Language::french ? french_short_months : english_short_months;
    return fmt::format("{} {}", months.at(month.month() - 1), month.year());
}

Written in_words(Date date) {
    return {date.days(), [](std::int64_t days, Language language) {
                return write_day(Date::from_days(static_cast<std::int32_t>(days)), language);
            }};
}

}  // namespace msp
