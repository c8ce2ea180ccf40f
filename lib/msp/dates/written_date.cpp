// SPDX-License-Identifier: MIT
#include <msp/dates/written_date.hpp>

#include <algorithm>

namespace msp {
namespace {

struct Fields {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    bool short_year = false;
    bool strokes = false;
};

// Takes `least` to `most` digits from the front.
std::optional<unsigned> take_digits(std::string_view& text, std::size_t least, std::size_t most) {
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    if (count < least || count > most)
        return std::nullopt;
    unsigned number = 0;
    for (const char digit : text.substr(0, count))
        number = number * 10 + static_cast<unsigned>(digit - '0');
    text.remove_prefix(count);
    return number;
}

bool take_mark(std::string_view& text, char mark) {
    if (!text.starts_with(mark))
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Fields> take_iso(std::string_view& text) {
    const auto year = take_digits(text, 4, 4);
    const auto month = year && take_mark(text, '-') ? take_digits(text, 2, 2) : std::nullopt;
    const auto day = month && take_mark(text, '-') ? take_digits(text, 2, 2) : std::nullopt;
    return day ? std::optional(Fields{static_cast<int>(*year), *month, *day}) : std::nullopt;
}

std::optional<Fields> take_day_first(std::string_view& text) {
    const auto day = take_digits(text, 1, 2);
    const auto month = day && take_mark(text, '/') ? take_digits(text, 1, 2) : std::nullopt;
    if (!month || !take_mark(text, '/'))
        return std::nullopt;
    const std::size_t before = text.size();
    const auto year = take_digits(text, 2, 4);
    const std::size_t width = before - text.size();
    if (!year || width == 3)
        return std::nullopt;
    return Fields{static_cast<int>(*year), *month, *day, width == 2, true};
}

// "T00:00", " 0:00", "00:00:00.000", up to the end of the text.
bool is_midnight(std::string_view time) {
    const std::size_t colons = static_cast<std::size_t>(std::ranges::count(time, ':'));
    return (colons == 1 || colons == 2) && time.find_first_not_of("0:.") == std::string_view::npos;
}

DateResult day_of(const Fields& fields) {
    const int year = fields.year + (fields.short_year ? 2000 : 0);
    if (const auto day = Date::make(year, fields.month, fields.day); day && !(fields.short_year && fields.year >= 70))
        return *day;
    if (fields.strokes && fields.month > 12 && fields.day <= 12)
        return DateProblem{DateProblem::month_first, Date::make(year, fields.day, fields.month)};
    // From 1970 to 2099 every fourth year is a leap year, so that a day exists in both centuries or in none.
    if (const auto other = Date::make(year, fields.month, fields.day); other)
        return DateProblem{DateProblem::century, Date::make(year - 100, fields.month, fields.day), other};
    if (fields.month < 1 || fields.month > 12)
        return DateProblem{DateProblem::impossible};
    if (Date::make(year, fields.month, 1))
        return DateProblem{DateProblem::impossible, Month(year, fields.month).last()};
    // Whether a day out of range exists is asked of another year: only 29 February could differ.
    const bool exists = Date::make(2000 + year % 100, fields.month, fields.day).has_value();
    return DateProblem{exists ? DateProblem::range : DateProblem::impossible};
}

}  // namespace

DateResult read_date(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    const bool iso = text.size() > 4 && text[4] == '-';
    const std::optional<Fields> fields = iso ? take_iso(text) : take_day_first(text);
    if (!fields)
        return DateProblem{};
    const DateResult day = day_of(*fields);
    if (text.empty())
        return day;
    const bool separated = take_mark(text, ' ') || (iso && (take_mark(text, 'T') || take_mark(text, 't')));
    if (!separated || text.size() < 4 || text.find(':') == std::string_view::npos)
        return DateProblem{};
    if (is_midnight(text))
        return day;
    const Date* date = std::get_if<Date>(&day);
    return date != nullptr ? DateProblem{DateProblem::time, *date} : std::get<DateProblem>(day);
}

std::optional<Date> parse_written_date(std::string_view text) {
    const DateResult result = read_date(text);
    const Date* date = std::get_if<Date>(&result);
    return date != nullptr ? std::optional(*date) : std::nullopt;
}

}  // namespace msp
