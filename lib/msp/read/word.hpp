// SPDX-License-Identifier: MIT
// Words of the budget file in both languages, and the enumerators that they stand for.
#pragma once

#include <msp/diag/message.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace msp {

// A text for the reader of the manual or of a list.
struct Phrase {
    const char* english = "";
    const char* french = "";

    [[nodiscard]] constexpr const char* in(Language language) const {
        return language == Language::french ? french : english;
    }
};

// A word that may stand in the file. Of words that mean the same, the first is the one that is written.
struct Word {
    const char* english;
    const char* french;
    int meaning = 0;    // of an enumeration: the enumerator
    Phrase label = {};  // what a reader has for it, where that is more than the word: accents, spaces

    [[nodiscard]] constexpr const char* in(Language language) const {
        return language == Language::french ? french : english;
    }
    [[nodiscard]] constexpr const char* shown(Language language) const {
        const char* const own = label.in(language);
        return *own == '\0' ? in(language) : own;
    }
};

template <typename Enum>
struct Meaning {
    Enum value;
    const char* english;
    const char* french;
    Phrase label = {};
};

// All words of an enumeration, or of those of its values that a key takes.
template <typename Enum, std::size_t count>
struct Words {
    using Value = Enum;
    std::array<Word, count> list;

    [[nodiscard]] constexpr const Word& of(Enum value) const {
        return *std::ranges::find(list, static_cast<int>(value), &Word::meaning);
    }
    // NOLINTNEXTLINE(google-explicit-constructor): a list of words is what it is.
    constexpr operator std::span<const Word>() const { return list; }
};

template <typename Enum, std::size_t count>
consteval Words<Enum, count> words(const Meaning<Enum> (&meanings)[count]) {
    Words<Enum, count> made{};
    std::ranges::transform(meanings, made.list.begin(), [](const Meaning<Enum>& each) {
        return Word{each.english, each.french, static_cast<int>(each.value), each.label};
    });
    return made;
}

// Lower case, without accents, spaces and underscores as hyphens: how words and accented keys are compared.
[[nodiscard]] std::string folded(std::string_view text);
// The word that `text` is in either language, folded; null where it is none of them.
[[nodiscard]] const Word* find_word(std::span<const Word> words, std::string_view text);

}  // namespace msp
