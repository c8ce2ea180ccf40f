// SPDX-License-Identifier: MIT
#include <msp/read/json_text.hpp>

#include <algorithm>

namespace msp {
namespace {

// Takes the digits at the front; false where there are none.
bool take_digits(std::string_view& text) {
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(count);
    return count > 0;
}

bool take_one_of(std::string_view& text, std::string_view characters) {
    if (text.empty() || characters.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

// The unit of UTF-16 that \uXXXX at the beginning of `text` is.
std::optional<std::uint32_t> unit_at(std::string_view text) {
    if (text.size() < 6 || !text.starts_with("\\u"))
        return std::nullopt;
    std::uint32_t unit = 0;
    for (const char c : text.substr(2, 4)) {
        const char small = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        const std::size_t digit = std::string_view("0123456789abcdef").find(small);
        if (digit == std::string_view::npos)
            return std::nullopt;
        unit = unit * 16 + static_cast<std::uint32_t>(digit);
    }
    return unit;
}

std::string utf8_of(std::uint32_t character) {
    const auto tail = [character](unsigned shift) { return static_cast<char>(0x80U | ((character >> shift) & 0x3fU)); };
    if (character < 0x80)
        return {static_cast<char>(character)};
    if (character < 0x800)
        return {static_cast<char>(0xc0U | (character >> 6)), tail(0)};
    if (character < 0x10000)
        return {static_cast<char>(0xe0U | (character >> 12)), tail(6), tail(0)};
    return {static_cast<char>(0xf0U | (character >> 18)), tail(12), tail(6), tail(0)};
}

bool is_high(std::uint32_t unit) {
    return unit >= 0xd800 && unit < 0xdc00;
}

bool is_low(std::uint32_t unit) {
    return unit >= 0xdc00 && unit < 0xe000;
}

}  // namespace

bool is_json_number(std::string_view text) {
    take_one_of(text, "-");
    const bool zero = text.starts_with('0');
    const std::size_t before = text.size();
    if (!take_digits(text) || (zero && before - text.size() > 1))
        return false;
    if (take_one_of(text, ".") && !take_digits(text))
        return false;
    if (take_one_of(text, "eE")) {
        take_one_of(text, "+-");
        if (!take_digits(text))
            return false;
    }
    return text.empty();
}

JsonEscape json_escape(std::string_view text) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (const std::size_t letter = text.size() > 1 ? letters.find(text[1]) : letters.npos; letter != letters.npos)
        return {JsonEscape::character, 2, std::string(1, meanings[letter])};
    const std::optional<std::uint32_t> unit = unit_at(text);
    if (!unit)
        return {};
    if (!is_high(*unit) && !is_low(*unit))
        return {JsonEscape::character, 6, utf8_of(*unit)};
    const std::optional<std::uint32_t> second = is_high(*unit) ? unit_at(text.substr(6)) : std::nullopt;
    if (!second || !is_low(*second))
        return {JsonEscape::half_pair, 6};
    return {JsonEscape::character, 12, utf8_of(0x10000 + ((*unit - 0xd800) << 10) + (*second - 0xdc00))};
}

}  // namespace msp
