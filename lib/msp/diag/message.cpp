// SPDX-License-Identifier: MIT
#include <msp/diag/message.hpp>

#include <algorithm>
#include <array>

namespace msp {

namespace {

using Names = std::array<const char*, 12>;
constexpr Names french_months = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                 "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr Names english_months = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};
constexpr Names french_short_months = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                       "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
constexpr Names english_short_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr std::string_view narrow_no_break_space = "\u202f";
constexpr std::string_view no_break_space = "\u00a0";

std::string write_decimal(std::string digits, Language language) {
    if (language == Language::french)
        std::ranges::replace(digits, '.', ',');
    return digits;
}

struct Writer {
    Language language;

    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const Decimal& number) const { return write_decimal(number.digits, language); }
    std::string operator()(Cents amount) const { return write_amount(amount.cents, language); }
    std::string operator()(CalendarDay day) const { return write_day(day, language); }
    std::string operator()(Term term) const { return std::string(translate(term.english, language)); }
};

const Argument* find_argument(const Message& message, std::string_view name) {
    for (const auto& [known, argument] : message.arguments)
        if (name == known)
            return &argument;
    return nullptr;
}

bool is_one(std::int64_t number, Language language) {
    return number == 1 || number == -1 || (language == Language::french && number == 0);
}

// What stands for {placeholder}; false where there is no argument for it.
bool append_argument(std::string& out, std::string_view placeholder, const Message& message, Language language) {
    const std::size_t colon = placeholder.find(':');
    const Argument* argument = find_argument(message, placeholder.substr(0, colon));
    if (argument == nullptr)
        return false;
    if (colon == std::string_view::npos) {
        out += std::visit(Writer{language}, *argument);
        return true;
    }
    const auto* number = std::get_if<std::int64_t>(argument);
    if (number == nullptr)
        return false;
    const std::string_view forms = placeholder.substr(colon + 1);
    const std::size_t bar = forms.find('|');
    if (bar == std::string_view::npos || is_one(*number, language))
        out += forms.substr(0, bar);
    else
        out += forms.substr(bar + 1);
    return true;
}

}  // namespace

std::string words(const Message& message, Language language) {
    std::string_view text = translate(message.text, language);
    std::string out;
    while (!text.empty()) {
        const std::size_t brace = text.find_first_of("{}");
        out += text.substr(0, brace);
        if (brace == std::string_view::npos)
            return out;
        text.remove_prefix(brace);
        if (text.size() > 1 && text[1] == text[0]) {
            out += text[0];
            text.remove_prefix(2);
            continue;
        }
        const std::size_t close = text.find('}');
        const bool placeholder = text[0] == '{' && close != std::string_view::npos;
        if (placeholder && append_argument(out, text.substr(1, close - 1), message, language)) {
            text.remove_prefix(close + 1);
            continue;
        }
        out += text[0];
        text.remove_prefix(1);
    }
    return out;
}

std::string write_figure(std::int64_t cents, Language language) {
    const bool french = language == Language::french;
    // The magnitude of the lowest integer fits only without a sign.
    const auto bits = static_cast<std::uint64_t>(cents);
    const std::uint64_t magnitude = cents < 0 ? std::uint64_t{0} - bits : bits;
    const std::string euros = std::to_string(magnitude / 100);
    std::string out = cents < 0 ? "-" : "";
    for (std::size_t i = 0; i < euros.size(); ++i) {
        if (i != 0 && (euros.size() - i) % 3 == 0)
            out += french ? narrow_no_break_space : ",";
        out += euros[i];
    }
    out += french ? ',' : '.';
    out += static_cast<char>('0' + magnitude % 100 / 10);
    out += static_cast<char>('0' + magnitude % 10);
    return out;
}

std::string write_amount(std::int64_t cents, Language language) {
    std::string out = write_figure(cents, language);
    if (language == Language::french)
        out.append(no_break_space).append("€");
    return out;
}

std::string write_day(CalendarDay day, Language language) {
    const bool first_in_french = language == Language::french && day.day == 1;
    const Names& months = language == Language::french ? french_months : english_months;
    return std::to_string(day.day) + (first_in_french ? "er " : " ") + months.at(day.month - 1) + ' ' +
           std::to_string(day.year);
}

std::string write_month(int year, unsigned month, Language language) {
    const Names& months = language == Language::french ? french_short_months : english_short_months;
    return std::string(months.at(month - 1)) + ' ' + std::to_string(year);
}

}  // namespace msp
