// SPDX-License-Identifier: MIT
#include <msp/money/parse.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace msp {
namespace {

// A number without quotes, an amount in quotes, and any other number.
enum class Style { bare, written, measure };

struct Digits {
    std::string whole;
    std::string fraction;
};

constexpr std::string_view decimal_digits = "0123456789";
// Plain, no-break and narrow no-break space.
constexpr std::array<std::string_view, 3> spaces = {" ", "\u00A0", "\u202F"};
constexpr std::string_view true_minus = "\u2212";
constexpr std::array<std::string_view, 4> euro_units = {"€", "EUR", "euros", "euro"};

bool take_front(std::string_view& text, std::string_view piece) {
    if (!text.starts_with(piece))
        return false;
    text.remove_prefix(piece.size());
    return true;
}

bool take_back(std::string_view& text, std::string_view piece) {
    if (!text.ends_with(piece))
        return false;
    text.remove_suffix(piece.size());
    return true;
}

bool take_space(std::string_view& text) {
    return std::ranges::any_of(spaces, [&text](std::string_view space) { return take_front(text, space); });
}

bool take_last_space(std::string_view& text) {
    return std::ranges::any_of(spaces, [&text](std::string_view space) { return take_back(text, space); });
}

void trim(std::string_view& text) {
    while (take_space(text)) {
    }
    while (take_last_space(text)) {
    }
}

// Whether there was a minus; a plus is taken too.
bool take_sign(std::string_view& text) {
    if (take_front(text, "-") || take_front(text, true_minus))
        return true;
    take_front(text, "+");
    return false;
}

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string with_plain_spaces(std::string_view text) {
    if (std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.'; }))
        return std::string(text);
    std::string out;
    while (!text.empty()) {
        if (take_space(text)) {
            out += ' ';
            continue;
        }
        out += text.front();
        text.remove_prefix(1);
    }
    return out;
}

bool all_of(std::string_view text, std::string_view alphabet) {
    return text.find_first_not_of(alphabet) == std::string_view::npos;
}

// 1e3, 0x1F, inf: numbers of programmers.
bool has_exponent_form(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const std::string_view name = text.starts_with('.') ? std::string_view(text).substr(1) : text;
    if (name == "inf" || name == "infinity" || name == "nan")
        return true;
    if (text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'o' || text[1] == 'b'))
        return all_of(std::string_view(text).substr(2), "0123456789abcdef_");
    const std::size_t e = text.find('e');
    if (e == std::string::npos)
        return false;
    const std::string_view mantissa = std::string_view(text).substr(0, e);
    std::string_view exponent = std::string_view(text).substr(e + 1);
    take_sign(exponent);
    return mantissa.find_first_of(decimal_digits) != std::string_view::npos && all_of(mantissa, "0123456789.,_ ") &&
           !exponent.empty() && all_of(exponent, decimal_digits);
}

bool grouped_by_three(std::string_view whole) {
    if (whole.find(' ') == std::string_view::npos)
        return true;
    for (std::size_t from_right = 0; from_right < whole.size(); ++from_right)
        if ((whole[whole.size() - 1 - from_right] == ' ') != (from_right % 4 == 3))
            return false;
    return true;
}

bool underscores_between_digits(std::string_view digits) {
    return !digits.starts_with('_') && !digits.ends_with('_') && digits.find("__") == std::string_view::npos;
}

// How many of each character a number has.
struct Marks {
    std::size_t digits = 0;
    std::size_t points = 0;
    std::size_t commas = 0;
    std::size_t spaces = 0;
    std::size_t underscores = 0;
    std::size_t others = 0;

    explicit Marks(std::string_view text) {
        for (const char c : text)
            ++(is_digit(c) ? digits : of(c));
    }

    [[nodiscard]] bool fit(Style style) const {
        return others == 0 && (spaces == 0 || style != Style::bare) && (underscores == 0 || style != Style::written);
    }

 private:
    std::size_t& of(char mark) {
        switch (mark) {
            case '.':
                return points;
            case ',':
                return commas;
            case ' ':
                return spaces;
            case '_':
                return underscores;
            default:
                return others;
        }
    }
};

std::optional<NumberProblem> problem_of(const Marks& marks, Style style) {
    switch (style) {
        case Style::bare:
            if (marks.commas != 0)
                return NumberProblem::comma;
            break;
        case Style::written:
            if (marks.points != 0)
                return NumberProblem::point;
            break;
        case Style::measure:
            if (marks.points != 0 && marks.commas + marks.spaces != 0)
                return NumberProblem::grouping;
            break;
    }
    if (marks.points + marks.commas > 1)
        return NumberProblem::not_a_number;
    return std::nullopt;
}

std::optional<NumberProblem> problem_of_parts(const Digits& digits, bool has_mark, Style style) {
    switch (style) {
        case Style::bare:
            break;
        case Style::written:
            if (digits.whole.empty() || (has_mark && digits.fraction.empty()))
                return NumberProblem::not_a_number;
            if (!grouped_by_three(digits.whole) || digits.fraction.find(' ') != std::string::npos)
                return NumberProblem::grouping;
            break;
        case Style::measure:
            if (!grouped_by_three(digits.whole) || digits.fraction.find(' ') != std::string::npos)
                return NumberProblem::grouping;
            break;
    }
    if (!underscores_between_digits(digits.whole) || !underscores_between_digits(digits.fraction))
        return NumberProblem::not_a_number;
    return std::nullopt;
}

// `body` is without sign, unit and surrounding spaces.
std::variant<Digits, NumberProblem> read_digits(std::string_view body, Style style) {
    const std::string text = with_plain_spaces(body);
    const Marks marks(text);
    if (!marks.fit(style))
        return has_exponent_form(text) ? NumberProblem::exponent : NumberProblem::not_a_number;
    if (marks.digits == 0)
        return NumberProblem::not_a_number;
    if (const auto problem = problem_of(marks, style))
        return *problem;
    const std::size_t mark = text.find(marks.points != 0 ? '.' : ',');
    const bool has_mark = mark != std::string::npos;
    Digits digits{text.substr(0, mark), has_mark ? text.substr(mark + 1) : std::string()};
    if (const auto problem = problem_of_parts(digits, has_mark, style))
        return *problem;
    if (marks.spaces + marks.underscores != 0)
        for (std::string* part : {&digits.whole, &digits.fraction})
            std::erase_if(*part, [](char c) { return c == ' ' || c == '_'; });
    return digits;
}

void drop_leading_zeros(std::string& digits) {
    digits.erase(0, digits.find_first_not_of('0'));
}

// At most 18 digits.
std::int64_t number_of(std::string_view digits) {
    std::int64_t number = 0;
    for (const char digit : digits)
        number = number * 10 + (digit - '0');
    return number;
}

AmountResult amount_of(Digits digits, bool negative) {
    constexpr std::size_t most_digits = 16;
    if (digits.fraction.size() > 2)
        return NumberProblem::decimals;
    digits.fraction.resize(2, '0');
    drop_leading_zeros(digits.whole);
    if (digits.whole.size() > most_digits)
        return NumberProblem::range;
    const Money amount = Money::from_cents(number_of(digits.whole) * 100 + number_of(digits.fraction));
    if (amount > largest_amount)
        return NumberProblem::range;
    return negative ? -amount : amount;
}

RateResult rate_of(const Digits& parts, bool negative, std::size_t shift) {
    constexpr std::size_t most_digits = 18;
    std::string digits = parts.whole + parts.fraction;
    drop_leading_zeros(digits);
    if (digits.empty())
        return Rate();
    std::size_t scale = parts.fraction.size() + shift;
    for (; scale > 0 && digits.back() == '0'; --scale)
        digits.pop_back();
    if (digits.size() > most_digits || scale > most_digits)
        return NumberProblem::range;
    const std::int64_t number = number_of(digits);
    return Rate(negative ? -number : number, static_cast<int>(scale));
}

// The digits at the beginning of a text, with their marks and the spaces between and after them.
std::string_view leading_number(std::string_view text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        if (take_space(rest))
            continue;
        const char c = rest.front();
        if (!is_digit(c) && c != '.' && c != ',' && c != '_')
            break;
        rest.remove_prefix(1);
    }
    return text.substr(0, text.size() - rest.size());
}

AmountResult amount_from(std::string_view body, bool negative, Style style) {
    auto digits = read_digits(body, style);
    if (const auto* problem = std::get_if<NumberProblem>(&digits))
        return *problem;
    return amount_of(std::get<Digits>(std::move(digits)), negative);
}

}  // namespace

AmountResult parse_bare_amount(std::string_view text) {
    const bool negative = take_front(text, "-");
    if (!negative)
        take_front(text, "+");
    return amount_from(text, negative, Style::bare);
}

AmountResult parse_written_amount(std::string_view text) {
    trim(text);
    if (std::ranges::any_of(euro_units, [&text](std::string_view unit) { return take_back(text, unit); }))
        trim(text);
    const bool negative = take_sign(text);
    trim(text);
    return amount_from(text, negative, Style::written);
}

RateResult parse_rate(std::string_view text) {
    trim(text);
    const bool percentage = take_back(text, "%");
    trim(text);
    const bool negative = take_sign(text);
    trim(text);
    const auto digits = read_digits(text, Style::measure);
    if (const auto* problem = std::get_if<NumberProblem>(&digits))
        return *problem;
    return rate_of(std::get<Digits>(digits), negative, percentage ? 2 : 0);
}

QuantityResult parse_quantity(std::string_view text) {
    trim(text);
    const bool negative = take_sign(text);
    trim(text);
    std::string_view body = leading_number(text);
    const std::string_view unit = text.substr(body.size());
    trim(body);
    const auto digits = read_digits(body, Style::measure);
    if (const auto* problem = std::get_if<NumberProblem>(&digits))
        return *problem;
    const RateResult number = rate_of(std::get<Digits>(digits), negative, 0);
    if (const auto* problem = std::get_if<NumberProblem>(&number))
        return *problem;
    return Quantity{std::get<Rate>(number), body.find_first_of(".,") == std::string_view::npos, unit};
}

Readings readings_of(std::string_view text) {
    trim(text);
    const std::string sign = take_sign(text) ? "-" : "";
    trim(text);
    std::string_view body = leading_number(text);
    trim(body);
    const auto digits = read_digits(body, Style::measure);
    const Digits* parts = std::get_if<Digits>(&digits);
    if (parts == nullptr || parts->fraction.empty())
        return {};
    Readings readings;
    const bool groups = parts->fraction.size() == 3 && parts->whole.size() <= 3 && !parts->whole.starts_with('0');
    if (groups && !parts->whole.empty())
        readings.thousands = sign + parts->whole + parts->fraction;
    std::string decimals = parts->fraction;
    decimals.erase(decimals.find_last_not_of('0') + 1);
    // A fourth decimal tells three of them from a group.
    if (readings.thousands && decimals.size() == 3)
        decimals += '0';
    readings.decimal = sign + (parts->whole.empty() ? "0" : parts->whole) + (decimals.empty() ? "" : '.' + decimals);
    return readings;
}

AmountReadings amount_readings_of(std::string_view text) {
    const Readings readings = readings_of(text);
    const auto amount = [](const std::optional<std::string>& digits) {
        const AmountResult result = parse_bare_amount(digits.value_or(""));
        const Money* money = std::get_if<Money>(&result);
        return money != nullptr ? std::optional(*money) : std::nullopt;
    };
    return {amount(readings.thousands), amount(readings.decimal)};
}

}  // namespace msp
