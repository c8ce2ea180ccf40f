// SPDX-License-Identifier: MIT
// Words for the user. Code holds the English text and its arguments; the sentence is made at the edge, in the
// language asked for. French stands in fr.po beside this file.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace msp {

enum class Language { french, english };

// Marks an English text for translation; xgettext looks for this name.
consteval const char* tr(const char* english) {
    return english;
}

// A number that is no amount, such as a rate: "2.5", written "2,5" in French.
struct Decimal {
    std::string digits;
};

// A word that is itself translated.
struct Term {
    const char* english;
};

// A value that brings its own words, such as an amount or a day: how they are written is known above this module.
struct Written {
    std::int64_t value;
    std::string (*write)(std::int64_t value, Language language);
};

// A type has words of its own where a function in_words() of its namespace makes a Written of it.
template <typename Value>
concept HasWords = requires(const Value& value) {
    { in_words(value) } -> std::same_as<Written>;
};

class Argument : public std::variant<std::string, std::int64_t, Decimal, Term, Written> {
 public:
    using variant::variant;
    template <HasWords Value>
    Argument(const Value& value) : variant(in_words(value)) {}  // implicit, as the variant's own
};

// `text` holds {name} placeholders; {n:day|days} picks the first word where the integer n is one in the reader's
// language (English: 1 or -1; French: between -2 and 2). "{{" and "}}" stand for braces. A placeholder without an
// argument is left as it is. Integers are written without grouping, since they may be years.
struct Message {
    const char* text = "";
    std::vector<std::pair<const char*, Argument>> arguments;
};

[[nodiscard]] std::string words(const Message& message, Language language);

// The catalogue's text for an English one; the English itself where the language is English or none is known.
[[nodiscard]] std::string_view translate(const char* english, Language language);

// Columns a terminal uses: controls and combining marks none, East Asian wide characters and emoji two, a byte that is
// not UTF-8 one.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

}  // namespace msp
