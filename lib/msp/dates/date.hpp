// SPDX-License-Identifier: MIT
// A day of the Gregorian calendar, always valid, from 1 January 1900 to 31 December 2199.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace msp {

enum class Language;  // message.hpp
struct Written;

struct YearMonthDay {
    int year;
    unsigned month;
    unsigned day;
};

class Date {
 public:
    static constexpr int first_year = 1900;
    static constexpr int last_year = 2199;

    // 1 January 1970.
    constexpr Date() = default;
    // Nothing for a day that does not exist (30 February) or lies outside 1900-2199.
    static std::optional<Date> make(int year, unsigned month, unsigned day);
    // Days since 1 January 1970; for values that came from days().
    static constexpr Date from_days(std::int32_t days) { return Date(days); }
    // The first day of the calendar: "from the beginning".
    static Date first();
    // The last day of the calendar: "without an end".
    static Date last();

    [[nodiscard]] constexpr std::int32_t days() const { return days_; }
    [[nodiscard]] YearMonthDay fields() const;

    friend constexpr Date operator+(Date date, std::int32_t days) { return Date(date.days_ + days); }
    friend constexpr Date operator-(Date date, std::int32_t days) { return Date(date.days_ - days); }
    friend constexpr std::int32_t operator-(Date a, Date b) { return a.days_ - b.days_; }
    friend constexpr auto operator<=>(Date, Date) = default;

 private:
    constexpr explicit Date(std::int32_t days) : days_(days) {}
    std::int32_t days_ = 0;
};

// A calendar month.
class Month {
 public:
    constexpr Month() = default;
    // `month` from 1 to 12.
    constexpr Month(int year, unsigned month) : index_(year * 12 + static_cast<int>(month) - 1) {}
    static Month of(Date date);

    [[nodiscard]] constexpr int year() const { return index_ / 12; }
    [[nodiscard]] constexpr unsigned month() const { return static_cast<unsigned>(index_ % 12) + 1; }
    [[nodiscard]] Date first() const;
    [[nodiscard]] Date last() const;
    // The day of this month, or its last day where the month is shorter.
    [[nodiscard]] Date day(unsigned day) const;

    friend constexpr Month operator+(Month m, int months) {
        m.index_ += months;
        return m;
    }
    friend constexpr Month operator-(Month m, int months) {
        m.index_ -= months;
        return m;
    }
    friend constexpr int operator-(Month a, Month b) { return a.index_ - b.index_; }
    friend constexpr auto operator<=>(Month, Month) = default;

 private:
    int index_ = 1970 * 12;
};

// The same day `months` later, or the last day of that month where it is shorter: 31 January + 1 month is 28 February.
[[nodiscard]] Date add_months(Date date, int months);

// 30E/360: every month has 30 days, a 31st counts as the 30th.
[[nodiscard]] std::int64_t days_of_thirty(Date from, Date to);

// "2026-04-15" and nothing else.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
// "2026-04" and nothing else.
[[nodiscard]] std::optional<Month> parse_month(std::string_view text);
[[nodiscard]] std::string iso(Date date);
[[nodiscard]] std::string iso(Month month);
void append_iso(std::string& out, Date date);

// "15 avril 2026", "1er avril 2026"; "15 April 2026".
[[nodiscard]] std::string write_day(Date date, Language language);
// "avr. 2026", "Apr 2026": the head of a column or row.
[[nodiscard]] std::string write_month(Month month, Language language);
// As an argument of a message: write_day().
[[nodiscard]] Written in_words(Date date);

}  // namespace msp
