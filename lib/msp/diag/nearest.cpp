// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/diag/listed.hpp>
#include <msp/diag/utf8.hpp>

#include <algorithm>

namespace msp {

namespace {

// A word in capitals without accents is still near: that costs a sixteenth of a change for each letter.
constexpr std::size_t change = 16;
constexpr std::size_t slight_change = 1;

struct Accent {
    std::u32string_view letters;
    char32_t plain;
};
constexpr Accent accents[] = {{U"àáâãäå", U'a'}, {U"ç", U'c'},     {U"èéêë", U'e'}, {U"ìíîï", U'i'},
                              {U"ñ", U'n'},      {U"òóôõö", U'o'}, {U"ùúûü", U'u'}, {U"ýÿ", U'y'}};

// ASCII and the letters of Latin-1.
char32_t lower(char32_t letter) {
    const bool capital = (letter >= U'A' && letter <= U'Z') || (letter >= 0xc0 && letter <= 0xde && letter != 0xd7);
    return capital ? letter + 0x20 : letter;
}

char32_t without_accent(char32_t letter) {
    for (const Accent& accent : accents)
        if (accent.letters.find(letter) != std::u32string_view::npos)
            return accent.plain;
    return letter;
}

// Compared many times, so the plain one is worked out once.
struct Letter {
    char32_t written;
    char32_t plain;
};
using Letters = std::vector<Letter>;

std::size_t replacing(Letter a, Letter b) {
    if (a.written == b.written)
        return 0;
    return a.plain == b.plain ? slight_change : change;
}

// A combining accent is one character more than the letter it stands on.
std::size_t leaving_out(Letter letter) {
    return letter.written >= 0x300 && letter.written <= 0x36f ? slight_change : change;
}

Letters letters(std::string_view text) {
    Letters out;
    out.reserve(text.size());
    const auto append = [&out](char32_t letter) { out.push_back({letter, without_accent(lower(letter))}); };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = decode(text, at);
        at += character.length;
        if (character.value == U'œ') {
            append(U'o');
            append(U'e');
        } else {
            append(character.value);
        }
    }
    return out;
}

// Damerau-Levenshtein, no character changed twice. Where it is more than `enough`, perhaps only something above that.
std::size_t distance(const Letters& a, const Letters& b, std::size_t enough) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < b.size(); ++j)
        row[j + 1] = row[j] + leaving_out(b[j]);
    for (std::size_t i = 0; i < a.size(); ++i) {
        before.swap(above);
        above.swap(row);
        row[0] = above[0] + leaving_out(a[i]);
        for (std::size_t j = 0; j < b.size(); ++j) {
            row[j + 1] = std::min(
                {above[j] + replacing(a[i], b[j]), above[j + 1] + leaving_out(a[i]), row[j] + leaving_out(b[j])});
            if (i > 0 && j > 0 && a[i].written == b[j - 1].written && a[i - 1].written == b[j].written)
                row[j + 1] = std::min(row[j + 1], before[j - 1] + change);
        }
        // What follows can only add; a swap reaches back over one row.
        if (std::min(std::ranges::min(row), std::ranges::min(above)) > enough)
            return enough + 1;
    }
    return row[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string_view>& known) {
    const Letters wanted = letters(typed);
    const std::size_t allowed = change * std::clamp<std::size_t>(wanted.size() / 3, 1, 3);
    std::optional<std::string> best;
    std::size_t best_distance = allowed + 1;
    for (const std::string_view word : known) {
        const Letters candidate = letters(word);
        const std::size_t longer = std::max(wanted.size(), candidate.size());
        // Even a combining accent costs one, so words so unequal in length are too far apart.
        if (longer - std::min(wanted.size(), candidate.size()) > allowed)
            continue;
        const std::size_t found = distance(wanted, candidate, best_distance);
        // A word of which no character stays was not meant.
        if (found < best_distance && found < change * longer) {
            best = std::string(word);
            best_distance = found;
        }
    }
    return best;
}

std::optional<Message> did_you_mean(std::string_view typed, const std::vector<std::string_view>& known) {
    const std::optional<std::string> near = nearest(typed, known);
    return near ? std::optional(Message{tr("did you mean {key}?"), {{"key", *near}}}) : std::nullopt;
}

std::optional<Message> what_there_is(std::string_view typed, const std::vector<std::string_view>& known) {
    if (std::optional<Message> near = did_you_mean(typed, known); near || known.empty())
        return near;
    return Message{tr("there is: {list}"), {{"list", listed(known)}}};
}

}  // namespace msp
