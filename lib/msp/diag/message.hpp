// SPDX-License-Identifier: MIT
// Words for the user. Code holds the English text and its arguments; the sentence is made at the edge, in the
// language asked for. French stands in fr.po beside this file.
#pragma once

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

// An amount in cents, written "12 345,67 €" or "12,345.67".
struct Cents {
    std::int64_t cents;
};

// A calendar day, written "15 avril 2026" or "15 April 2026".
struct CalendarDay {
    int year;
    unsigned month;
    unsigned day;
};

// A number that is no amount, such as a rate: "2.5", written "2,5" in French.
struct Decimal {
    std::string digits;
};

// A word that is itself translated.
struct Term {
    const char* english;
};

using Argument = std::variant<std::string, std::int64_t, Decimal, Cents, CalendarDay, Term>;

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

// French: no-break narrow space by three, comma, then U+00A0 and the euro sign. English: comma by three, point.
[[nodiscard]] std::string write_amount(std::int64_t cents, Language language);
// The same without the euro sign, for columns of figures.
[[nodiscard]] std::string write_figure(std::int64_t cents, Language language);
[[nodiscard]] std::string write_day(CalendarDay day, Language language);
// "avr. 2026", "Apr 2026": the head of a column or row.
[[nodiscard]] std::string write_month(int year, unsigned month, Language language);

// Columns a terminal uses: controls and combining marks none, East Asian wide characters and emoji two, a byte that is
// not UTF-8 one.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

}  // namespace msp
