// SPDX-License-Identifier: MIT
#include <msp/diag/message.hpp>
#include <msp/diag/utf8.hpp>

#include <algorithm>
#include <array>
#include <iterator>

namespace msp {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Marks and format characters without a width, in the alphabets of Europe and the Near East, Thai, Lao and Hangul, and
// those of every script (Unicode 14, general categories Mn, Me, Cf).
constexpr std::array zero_width = std::to_array<Range>({
    {0x0300, 0x036f},   {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x05bf, 0x05bf}, {0x05c1, 0x05c2}, {0x05c4, 0x05c5},
    {0x05c7, 0x05c7},   {0x0610, 0x061a}, {0x061c, 0x061c}, {0x064b, 0x065f}, {0x0670, 0x0670}, {0x06d6, 0x06dc},
    {0x06df, 0x06e4},   {0x06e7, 0x06e8}, {0x06ea, 0x06ed}, {0x0711, 0x0711}, {0x0730, 0x074a}, {0x0e31, 0x0e31},
    {0x0e34, 0x0e3a},   {0x0e47, 0x0e4e}, {0x0eb1, 0x0eb1}, {0x0eb4, 0x0ebc}, {0x0ec8, 0x0ecd}, {0x1160, 0x11ff},
    {0x1ab0, 0x1ace},   {0x1dc0, 0x1dff}, {0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f}, {0x20d0, 0x20f0},
    {0x302a, 0x302d},   {0x3099, 0x309a}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb},
    {0xe0001, 0xe01ef},
});

// Unicode 14, East_Asian_Width W and F.
constexpr std::array double_width = std::to_array<Range>({
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x2329, 0x232a},   {0x23e9, 0x23ec},   {0x23f0, 0x23f0},
    {0x23f3, 0x23f3},   {0x25fd, 0x25fe},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267f, 0x267f},
    {0x2693, 0x2693},   {0x26a1, 0x26a1},   {0x26aa, 0x26ab},   {0x26bd, 0x26be},   {0x26c4, 0x26c5},
    {0x26ce, 0x26ce},   {0x26d4, 0x26d4},   {0x26ea, 0x26ea},   {0x26f2, 0x26f3},   {0x26f5, 0x26f5},
    {0x26fa, 0x26fa},   {0x26fd, 0x26fd},   {0x2705, 0x2705},   {0x270a, 0x270b},   {0x2728, 0x2728},
    {0x274c, 0x274c},   {0x274e, 0x274e},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27b0, 0x27b0},   {0x27bf, 0x27bf},   {0x2b1b, 0x2b1c},   {0x2b50, 0x2b50},   {0x2b55, 0x2b55},
    {0x2e80, 0x3029},   {0x302e, 0x303e},   {0x3041, 0x3096},   {0x309b, 0x3247},   {0x3250, 0x4dbf},
    {0x4e00, 0xa4c6},   {0xa960, 0xa97c},   {0xac00, 0xd7a3},   {0xf900, 0xfad9},   {0xfe10, 0xfe19},
    {0xfe30, 0xfe6b},   {0xff01, 0xff60},   {0xffe0, 0xffe6},   {0x16fe0, 0x16fe3}, {0x16ff0, 0x1b2fb},
    {0x1f004, 0x1f004}, {0x1f0cf, 0x1f0cf}, {0x1f18e, 0x1f18e}, {0x1f191, 0x1f19a}, {0x1f200, 0x1f320},
    {0x1f32d, 0x1f335}, {0x1f337, 0x1f37c}, {0x1f37e, 0x1f393}, {0x1f3a0, 0x1f3ca}, {0x1f3cf, 0x1f3d3},
    {0x1f3e0, 0x1f3f0}, {0x1f3f4, 0x1f3f4}, {0x1f3f8, 0x1f43e}, {0x1f440, 0x1f440}, {0x1f442, 0x1f4fc},
    {0x1f4ff, 0x1f53d}, {0x1f54b, 0x1f54e}, {0x1f550, 0x1f567}, {0x1f57a, 0x1f57a}, {0x1f595, 0x1f596},
    {0x1f5a4, 0x1f5a4}, {0x1f5fb, 0x1f64f}, {0x1f680, 0x1f6c5}, {0x1f6cc, 0x1f6cc}, {0x1f6d0, 0x1f6d2},
    {0x1f6d5, 0x1f6df}, {0x1f6eb, 0x1f6ec}, {0x1f6f4, 0x1f6fc}, {0x1f7e0, 0x1f7f0}, {0x1f90c, 0x1f93a},
    {0x1f93c, 0x1f945}, {0x1f947, 0x1f9ff}, {0x1fa70, 0x1faf6}, {0x20000, 0x3fffd},
});

template <std::size_t count>
bool holds(const std::array<Range, count>& ranges, char32_t character) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), character,
                                        [](char32_t value, const Range& range) { return value < range.first; });
    return after != ranges.begin() && character <= std::prev(after)->last;
}

constexpr char32_t narrow_no_break_space = 0x202f;

bool is_plain(char c) {
    return c >= ' ' && c <= '~';
}

bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7f && character < 0xa0);
}

bool turns_or_breaks_lines(char32_t character) {
    return character == 0x061c || character == 0x200e || character == 0x200f ||
           (character >= 0x2028 && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
}

// No character for good, and allowed in no XML: a workbook with one does not open.
bool is_no_character(char32_t character) {
    return character == 0xfffe || character == 0xffff;
}

// How many bytes the first one announces, 0 if it begins no character, and its own bits.
struct Lead {
    std::size_t length;
    char32_t bits;
};
Lead lead(unsigned char byte) {
    if (byte < 0x80)
        return {1, byte};
    if (byte >= 0xc2 && byte < 0xe0)
        return {2, byte & 0x1fU};
    if (byte >= 0xe0 && byte < 0xf0)
        return {3, byte & 0x0fU};
    if (byte >= 0xf0 && byte < 0xf5)
        return {4, byte & 0x07U};
    return {0, 0};
}

void append_hex(std::string& out, std::uint32_t value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        out += "0123456789abcdef"[(value >> shift) & 0xfU];
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const CodePoint stray{byte, 1, false};
    auto [length, value] = lead(byte);
    if (length == 0 || length > text.size() - at)
        return stray;
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues_character(text[at + i]))
            return stray;
        value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
    }
    const bool too_long = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    const bool surrogate = value >= 0xd800 && value < 0xe000;
    if (too_long || surrogate || value > 0x10ffff)
        return stray;
    return {value, length, true};
}

std::size_t character_begin(std::string_view text, std::size_t at) {
    if (at >= text.size() || !continues_character(text[at]))
        return std::min(at, text.size());
    for (std::size_t back = 1; back <= 3 && back <= at; ++back)
        if (!continues_character(text[at - back]))
            return decode(text, at - back).length > back ? at - back : at;
    return at;
}

std::size_t display_width(char32_t character) {
    if (character < 0x300)
        return is_control(character) ? 0 : 1;
    if (character == narrow_no_break_space)  // in every French amount
        return 1;
    if (holds(zero_width, character))
        return 0;
    return holds(double_width, character) ? 2 : 1;
}

std::size_t display_width(std::string_view utf8) {
    std::size_t columns = 0;
    while (true) {
        const Harmless harmless = harmless_prefix(utf8);
        columns += harmless.columns;
        utf8.remove_prefix(harmless.bytes);
        if (utf8.empty())
            return columns;
        const CodePoint character = decode(utf8, 0);
        columns += character.valid ? display_width(character.value) : 1;
        utf8.remove_prefix(character.length);
    }
}

bool commands_terminal(char32_t character) {
    return is_control(character) || turns_or_breaks_lines(character) || is_no_character(character);
}

Harmless harmless_prefix(std::string_view text) {
    Harmless found;
    while (found.bytes < text.size()) {
        if (is_plain(text[found.bytes])) {
            ++found.bytes;
            ++found.columns;
            continue;
        }
        const CodePoint character = decode(text, found.bytes);
        if (!character.valid || commands_terminal(character.value))
            break;
        found.bytes += character.length;
        found.columns += display_width(character.value);
    }
    return found;
}

void append_visible(std::string& out, std::string_view text, std::size_t at, CodePoint character) {
    if (!character.valid || (is_control(character.value) && character.value < 0x80)) {
        out += "\\x";
        append_hex(out, character.value, 2);
    } else if (commands_terminal(character.value)) {
        out += "\\u";
        append_hex(out, character.value, 4);
    } else {
        out += text.substr(at, character.length);
    }
}

std::string visible(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t harmless = harmless_prefix(text).bytes;
        out += text.substr(0, harmless);
        text.remove_prefix(harmless);
        if (text.empty())
            break;
        const CodePoint character = decode(text, 0);
        append_visible(out, text, 0, character);
        text.remove_prefix(character.length);
    }
    return out;
}

}  // namespace msp
