// SPDX-License-Identifier: MIT
#include <msp/read/word.hpp>

#include <algorithm>

namespace msp {
namespace {

// The letter without its accent, for the two-byte letters of Latin-1 in UTF-8.
char unaccented(unsigned char second) {
    constexpr std::string_view base = "AAAAAAACEEEEIIIIDNOOOOO OUUUUY  aaaaaaaceeeeiiiidnooooo ouuuuy y";
    return base[static_cast<std::size_t>(second - 0x80U) % base.size()];
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// The letters of a text one by one, folded.
class Folding {
 public:
    explicit Folding(std::string_view text) : text_(text) {}

    [[nodiscard]] bool done() const { return at_ == text_.size(); }
    char next() {
        const char c = text_[at_++];
        if (static_cast<unsigned char>(c) == 0xC3 && !done())
            return lower(unaccented(static_cast<unsigned char>(text_[at_++])));
        return c == ' ' || c == '_' ? '-' : lower(c);
    }

 private:
    std::string_view text_;
    std::size_t at_ = 0;
};

bool same_folded(std::string_view one, std::string_view other) {
    Folding letters(one);
    Folding others(other);
    while (!letters.done() && !others.done()) {
        if (letters.next() != others.next())
            return false;
    }
    return letters.done() && others.done();
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (Folding letters(text); !letters.done();)
        out += letters.next();
    return out;
}

const Word* find_word(std::span<const Word> words, std::string_view text) {
    const auto found = std::ranges::find_if(
        words, [&](const Word& word) { return same_folded(text, word.english) || same_folded(text, word.french); });
    return found == words.end() ? nullptr : &*found;
}

}  // namespace msp
