// SPDX-License-Identifier: MIT
#include <msp/read/typed_values.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <utility>

namespace msp {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_digit(text[at + count]))
        ++count;
    return count;
}

// The length of a mark between groups of three digits: a space, also a no-break or thin one, an apostrophe, a point.
std::size_t group_mark(std::string_view text) {
    for (const std::string_view mark : {" ", "\u00a0", "\u202f", "\u2009", "'", "."})
        if (text.starts_with(mark))
            return mark.size();
    return 0;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    for (;;) {
        const std::size_t mark = group_mark(text.substr(at));
        if (mark == 0 || text[at] == '\'' || text[at] == '.')
            return at;
        at += mark;
    }
}

bool ends_value(std::string_view text, std::size_t at) {
    return at >= text.size() || std::string_view(" \t,]}").find(text[at]) != std::string_view::npos;
}

}  // namespace

std::optional<TypedFigure> typed_figure(std::string_view text) {
    TypedFigure figure;
    std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    figure.plain = figure.grouped = text.starts_with('-') ? "-" : "";
    const std::size_t first = digits_at(text, at);
    if (first == 0)
        return {};
    const auto take = [&](std::size_t count) {
        figure.plain += text.substr(at, count);
        figure.grouped += text.substr(at, count);
        at += count;
    };
    take(first);
    bool french = false;
    std::size_t points = 0;
    for (std::size_t mark = group_mark(text.substr(at)); first <= 3 && mark != 0 && digits_at(text, at + mark) == 3;
         mark = group_mark(text.substr(at))) {
        points += text[at] == '.' ? 1U : 0U;
        french = french || text[at] != '.';
        figure.grouped += ' ';
        at += mark;
        take(3);
    }
    if (at < text.size() && (text[at] == ',' || (text[at] == '.' && points == 0)) && digits_at(text, at + 1) > 0) {
        french = french || text[at] == ',';
        figure.plain += '.';
        figure.grouped += ',';
        ++at;
        take(digits_at(text, at));
    }
    const std::size_t unit = skip_spaces(text, at);
    for (const std::string_view sign : {"%", "€", "EUR", "euros", "euro"})
        if (text.substr(unit).starts_with(sign)) {
            figure.per_cent = sign == "%";
            at = unit + sign.size();
            french = true;
            break;
        }
    if (!french || !ends_value(text, at))
        return {};
    figure.length = at;
    return figure;
}

std::string plain_digits(std::string_view text) {
    const std::string sign = text.starts_with('-') ? "-" : "";
    std::string digits(text.substr(text.starts_with('-') || text.starts_with('+') ? 1 : 0));
    std::erase(digits, '_');
    if (std::count(digits.begin(), digits.end(), '.') > 1) {
        // Points that group by three.
        for (std::size_t point = digits.find('.'); point != std::string::npos; point = digits.find('.', point)) {
            digits.erase(point, 1);
            if (digits_at(digits, point) != 3)
                return {};
        }
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty() || digits.front() == '.')
        digits.insert(0, 1, '0');
    return sign + digits + (digits.back() == '.' ? "0" : "");
}

std::optional<TypedDay> typed_day(std::string_view text) {
    std::array<std::size_t, 3> widths{};
    std::array<int, 3> numbers{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        widths[i] = digits_at(text, at);
        if (widths[i] == 0 || widths[i] > 4)
            return {};
        for (std::size_t end = at + widths[i]; at < end; ++at)
            numbers[i] = 10 * numbers[i] + (text[at] - '0');
        if (i < 2 && (at >= text.size() || std::string_view("/-.").find(text[at++]) == std::string_view::npos))
            return {};
    }
    if (text[widths[0]] != text[widths[0] + 1 + widths[1]])
        return {};
    const bool year_first = widths[0] == 4;
    if (widths[1] > 2 || widths[year_first ? 2 : 0] > 2 || (!year_first && widths[2] == 3) ||
        (!year_first && widths[2] == 1))
        return {};
    const bool has_time = at < text.size() && (text[at] == 'T' || text[at] == 't');
    if (!has_time && !ends_value(text, at))
        return {};

    int year = year_first ? numbers[0] : numbers[2];
    year += !year_first && widths[2] == 2 ? 2000 : 0;
    auto month = static_cast<unsigned>(numbers[1]);
    auto day = static_cast<unsigned>(year_first ? numbers[2] : numbers[0]);
    if (month > 12 && day <= 12)
        std::swap(month, day);
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    TypedDay typed;
    typed.length = at;
    typed.exists = date.ok();
    if (!typed.exists) {
        const std::chrono::year_month_day_last last{date.year(), std::chrono::month_day_last(date.month())};
        typed.month_days = last.ok() ? static_cast<unsigned>(last.day()) : 0U;
        return typed;
    }
    const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const std::string digits = std::to_string(year);
    typed.iso = std::string(4 - digits.size(), '0') + digits + '-' + two(month) + '-' + two(day);
    return typed;
}

std::optional<bool> typed_truth(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    for (const std::string_view yes : {"true", "yes", "on", "oui", "vrai"})
        if (small == yes)
            return true;
    for (const std::string_view no : {"false", "no", "off", "non", "faux"})
        if (small == no)
            return false;
    return {};
}

std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

std::optional<std::string> bare_key(std::string_view key) {
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Pair, 32> letters = {{
        {"à", "a"}, {"â", "a"}, {"ä", "a"}, {"ç", "c"},  {"é", "e"},  {"è", "e"}, {"ê", "e"}, {"ë", "e"},
        {"î", "i"}, {"ï", "i"}, {"ô", "o"}, {"ö", "o"},  {"ù", "u"},  {"û", "u"}, {"ü", "u"}, {"ÿ", "y"},
        {"À", "A"}, {"Â", "A"}, {"Ä", "A"}, {"Ç", "C"},  {"É", "E"},  {"È", "E"}, {"Ê", "E"}, {"Ë", "E"},
        {"Î", "I"}, {"Ï", "I"}, {"Ô", "O"}, {"œ", "oe"}, {"Œ", "OE"}, {"Ù", "U"}, {"Û", "U"}, {"æ", "ae"},
    }};
    std::string plain;
    while (!key.empty()) {
        const char c = key.front();
        if ((c & 0x80) == 0) {
            const bool space = c == ' ';
            const bool bare = is_digit(c) || c == '_' || c == '-' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
            if (!bare && !space)
                return {};
            plain += space ? '_' : c;
            key.remove_prefix(1);
            continue;
        }
        const auto* const found = std::find_if(letters.begin(), letters.end(),
                                               [key](const Pair& pair) { return key.starts_with(pair.first); });
        if (found == letters.end())
            return {};
        plain += found->second;
        key.remove_prefix(found->first.size());
    }
    return plain;
}

}  // namespace msp
