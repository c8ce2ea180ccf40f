// SPDX-License-Identifier: MIT
#include <msp/actuals/label.hpp>
#include <msp/read/word.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace msp {
namespace {

// Letters of other scripts stay as they are.
bool is_of_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// One letter that others write as two.
void part_ligatures(std::string& text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> ligatures = {
        {{"œ", "oe"}, {"Œ", "oe"}, {"æ", "ae"}, {"Æ", "ae"}}};
    for (const auto& [one, two] : ligatures) {
        for (std::size_t at = text.find(one); at != std::string::npos; at = text.find(one, at))
            text.replace(at, one.size(), two);
    }
}

std::string words_with(std::string_view label, std::string_view also) {
    std::string plain = folded(label);
    part_ligatures(plain);
    std::string words = " ";
    for (const char c : plain) {
        if (is_of_word(c) || also.find(c) != std::string_view::npos)
            words += c;
        else if (!words.ends_with(' '))
            words += ' ';
    }
    if (!words.ends_with(' '))
        words += ' ';
    return words;
}

}  // namespace

std::string label_words(std::string_view label) {
    return words_with(label, {});
}

LabelPattern::LabelPattern(std::string_view pattern) {
    const std::string words = words_with(pattern, "*");
    if (std::ranges::all_of(words, [](char c) { return c == ' ' || c == '*'; }))
        return;
    std::string piece;
    for (const char c : words) {
        if (c != '*')
            piece += c;
        else if (!piece.empty())
            pieces_.push_back(std::exchange(piece, {}));
    }
    if (!piece.empty())
        pieces_.push_back(std::move(piece));
}

bool LabelPattern::is_in(std::string_view words) const {
    std::size_t at = 0;
    for (const std::string& piece : pieces_) {
        const std::size_t found = words.find(piece, at);
        if (found == std::string_view::npos)
            return false;
        at = found + piece.size() - (piece.ends_with(' ') ? 1 : 0);  // a blank may begin the next one too
    }
    return !empty();
}

}  // namespace msp
