// SPDX-License-Identifier: MIT
#include <msp/ledger/values.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace msp {
namespace {

constexpr std::array<std::string_view, 6> blanks = {" ", "\t", "\xc2\xa0", "\xe2\x80\xaf", "\xa0", {"\0", 1}};
constexpr int last_ledger_year = 2099;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, is_digit);
}

// "1234,56" and no more than 15 digits: nearly every amount of a file.
std::optional<LedgerAmount> usual_amount(std::string_view field) {
    if (field.size() < 4 || field.size() > 16 || field[field.size() - 3] != ',')
        return std::nullopt;
    std::int64_t cents = 0;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (i + 3 == field.size())
            continue;
        if (!is_digit(field[i]))
            return std::nullopt;
        cents = cents * 10 + (field[i] - '0');
    }
    return LedgerAmount{Money::from_cents(cents)};
}

// Takes a sign off the front, else off the end; whether it is a minus.
bool take_minus(std::string_view& digits) {
    const auto is_sign = [](char c) { return c == '+' || c == '-'; };
    if (!digits.empty() && is_sign(digits.front())) {
        const bool minus = digits.front() == '-';
        digits.remove_prefix(1);
        return minus;
    }
    if (digits.empty() || !is_sign(digits.back()))
        return false;
    const bool minus = digits.back() == '-';
    digits.remove_suffix(1);
    return minus;
}

// What stands between thousands is left out.
std::string without_groups(std::string_view field, bool& grouped) {
    std::string out;
    while (!field.empty()) {
        const auto blank = std::ranges::find_if(blanks, [&](std::string_view one) { return field.starts_with(one); });
        const std::size_t size = blank != blanks.end() ? blank->size() : field.front() == '\'' ? 1 : 0;
        grouped = grouped || size != 0;
        if (size == 0)
            out += field.front();
        field.remove_prefix(size == 0 ? 1 : size);
    }
    return out;
}

// Up to largest_amount.
std::optional<Money> cents_of(std::string_view whole, std::string_view decimals, bool negative) {
    constexpr std::size_t most_digits = 12;
    while (whole.starts_with('0'))
        whole.remove_prefix(1);
    if (whole.size() > most_digits || !all_digits(whole) || !all_digits(decimals))
        return std::nullopt;
    const std::string cents =
        std::string(decimals.substr(0, 2)).append(2 - std::min<std::size_t>(decimals.size(), 2), '0');
    std::int64_t value = 0;
    for (const char c : std::string(whole) + cents)
        value = value * 10 + (c - '0');
    return Money::from_cents(negative ? -value : value);
}

std::optional<Date> day_of(std::string_view year, std::string_view month, std::string_view day) {
    const auto number = [](std::string_view digits) {
        int value = 0;
        for (const char c : digits)
            value = value * 10 + (c - '0');
        return value;
    };
    const int of = number(year);
    if (of > last_ledger_year)
        return std::nullopt;
    return Date::make(of, static_cast<unsigned>(number(month)), static_cast<unsigned>(number(day)));
}

std::optional<LedgerDay> compact_day(std::string_view eight) {
    if (const auto day = day_of(eight.substr(0, 4), eight.substr(4, 2), eight.substr(6, 2)))
        return LedgerDay{*day};
    if (const auto day = day_of(eight.substr(4, 4), eight.substr(2, 2), eight.substr(0, 2)))
        return LedgerDay{*day, ValueForm::day_first};
    return std::nullopt;
}

bool is_day_mark(char c) {
    return c == '-' || c == '/' || c == '.';
}

std::optional<LedgerDay> separated_day(std::string_view ten) {
    const auto digits = [&](std::size_t from, std::size_t count) { return all_digits(ten.substr(from, count)); };
    if (is_day_mark(ten[4]) && ten[7] == ten[4] && digits(0, 4) && digits(5, 2) && digits(8, 2)) {
        if (const auto day = day_of(ten.substr(0, 4), ten.substr(5, 2), ten.substr(8, 2)))
            return LedgerDay{*day, ValueForm::separated};
    } else if (is_day_mark(ten[2]) && ten[5] == ten[2] && digits(0, 2) && digits(3, 2) && digits(6, 4)) {
        if (const auto day = day_of(ten.substr(6, 4), ten.substr(3, 2), ten.substr(0, 2)))
            return LedgerDay{*day, ValueForm::day_first};
    }
    return std::nullopt;
}

// "T10:25:37" or " 10:25", of whatever precision.
bool is_time(std::string_view text) {
    return (text.front() == ' ' || text.front() == 'T') &&
           text.find_first_not_of("0123456789:.Z", 1) == std::string_view::npos && text.size() > 1;
}

}  // namespace

std::string_view trimmed(std::string_view field) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : blanks) {
            if (field.starts_with(blank)) {
                field.remove_prefix(blank.size());
                again = true;
            }
            // A0 ends other characters of UTF-8 too, such as à.
            const bool inside = blank == "\xa0" && field.size() > 1 && (field[field.size() - 2] & 0x80) != 0;
            if (field.ends_with(blank) && !inside) {
                field.remove_suffix(blank.size());
                again = true;
            }
        }
    }
    return field;
}

std::optional<LedgerAmount> ledger_amount(std::string_view field) {
    if (const auto usual = usual_amount(field))
        return usual;
    if (field.empty())
        return LedgerAmount{};
    bool grouped = false;
    const std::string compact = without_groups(field, grouped);
    std::string_view digits = compact;
    const bool negative = take_minus(digits);
    const std::size_t mark = digits.find_last_of(",.");
    const std::string_view decimals = mark == std::string_view::npos ? "" : digits.substr(mark + 1);
    std::string whole(digits.substr(0, mark));
    if (mark != std::string_view::npos && whole.find(digits[mark]) != std::string::npos)
        return std::nullopt;  // 1.234.567: no mark of decimals, or one of thousands
    const char other = mark != std::string_view::npos && digits[mark] == '.' ? ',' : '.';
    grouped = std::erase(whole, other) != 0 || grouped;
    if (whole.empty() && decimals.empty())
        return std::nullopt;
    const bool long_decimals = decimals.size() > 2;
    if (long_decimals && decimals.find_first_not_of('0', 2) != std::string_view::npos)
        return std::nullopt;
    const std::optional<Money> value = cents_of(whole, decimals, negative);
    if (!value)
        return std::nullopt;
    ValueForm form = grouped ? ValueForm::grouped : long_decimals ? ValueForm::decimals : ValueForm::lawful;
    if (mark != std::string_view::npos && digits[mark] == '.')
        form = ValueForm::point;
    return LedgerAmount{*value, form};
}

bool no_ledger_day(std::string_view field) {
    return field.find_first_not_of("0/-. ") == std::string_view::npos;
}

std::optional<LedgerDay> ledger_day(std::string_view field) {
    if (field.size() == 8 && all_digits(field))
        return compact_day(field);
    if (field.size() > 8 && all_digits(field.substr(0, 8)) && is_time(field.substr(8))) {
        std::optional<LedgerDay> day = compact_day(field.substr(0, 8));
        if (day)
            day->form = ValueForm::timed;
        return day;
    }
    if (field.size() < 10)
        return std::nullopt;
    std::optional<LedgerDay> day = separated_day(field.substr(0, 10));
    if (day && field.size() > 10) {
        if (!is_time(field.substr(10)))
            return std::nullopt;
        day->form = ValueForm::timed;
    }
    return day;
}

std::optional<LedgerSide> ledger_side(std::string_view field) {
    if (field == "D" || field == "d" || field == "+1")
        return LedgerSide{1};
    if (field == "1")
        return LedgerSide{1, ValueForm::unsigned_one};
    if (field == "C" || field == "c" || field == "-1")
        return LedgerSide{-1};
    return std::nullopt;
}

}  // namespace msp
