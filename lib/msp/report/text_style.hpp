// SPDX-License-Identifier: MIT
// How an answer for a person is set: words in the reader's language, lines within the terminal's width.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/diag/message.hpp>
#include <msp/money/shown_in.hpp>
#include <msp/report/text_table.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// What bars are made of: eighths of a block, plain ASCII where a terminal has no such characters, or nothing on a page
// that is not made of characters.
enum class Bars : std::uint8_t { blocks, ascii, none };

struct TextStyle {
    Language language = Language::french;
    std::size_t width = 0;  // of the terminal; 0: no limit
    bool colour = false;
    Bars bars = Bars::blocks;
    ShownIn amounts = ShownIn::cents;  // of tables and pictures; sentences keep their cents
};

// The terminal's width, or a usual one where it tells none, as in a mail.
[[nodiscard]] std::size_t page_width(const TextStyle& style);
// Of a line of a mail, which is the widest that the head of an answer has.
inline constexpr std::size_t mail_width = 100;
// Of these lines, what a narrower terminal has; 0, no limit, on a page that is not made of characters.
[[nodiscard]] std::size_t head_width(const TextStyle& style);

// Whatever the words hold, a line of the answer: line feeds and other controls are shown escaped by all of these.
[[nodiscard]] std::string tell(const Message& message, const TextStyle& style);
[[nodiscard]] std::string tell(const char* text, const TextStyle& style);

// Between a name and what is said of it, a no-break space before it in French.
[[nodiscard]] std::string_view colon(const TextStyle& style);
// "15/04/2026", "2026-04-15"
[[nodiscard]] std::string short_day(Date date, const TextStyle& style);
// On a narrow page: "15/04", "15 Apr" beside what tells the year; else "15/04/26", "2026-04-15".
[[nodiscard]] std::string brief_day(Date date, const TextStyle& style, bool year_told);
// A negative amount is an alert, also where it is shown as a zero.
[[nodiscard]] TableCell figure(Money amount, const TextStyle& style, Style look = Style::plain);
// So many columns of words, then of figures.
[[nodiscard]] std::vector<Align> figures(std::size_t left, std::size_t right);

// Lines of its own, no wider than a terminal, strong where there is colour; nothing for no text.
[[nodiscard]] std::string heading(const std::string& text, const TextStyle& style);

// A title of amounts that are shown in whole units says so, and where there is no title that stands alone.
[[nodiscard]] std::string titled_in(const std::string& title, const TextStyle& style);
// What that rounding means for sums and sentences; nothing where amounts have their cents.
[[nodiscard]] std::string rounding_note(const TextStyle& style);

// The last door before a terminal: line feeds, tabs and, with colour, the codes of a Style pass; any other control, and
// what turns the direction of writing, is shown escaped. It cannot know a line feed of the user's from one of ours: the
// functions of this file and TextTable escape those.
[[nodiscard]] std::string for_terminal(std::string lines, bool colour);

// "Title: scenario", or the title where the scenario has no label, as the base.
[[nodiscard]] std::string with_scenario(std::string title, const std::string& label, Language language);

// Words under each other where a line would be wider; 0: no limit. A longer word stands alone. All lines but the first
// are indented.
[[nodiscard]] std::vector<std::string> lines_within(std::string_view text, std::size_t width, std::size_t indent = 0);
// The same as one text, `indent` blanks before the later lines; a word that is too long for that begins at the margin,
// so that an address is copied whole.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

// At most so many columns, the last of them an ellipsis where something is left out.
[[nodiscard]] std::string cut_to(std::string_view text, std::size_t columns);

// Lines that each have a name before them, in a column of its own.
struct NamedLine {
    std::string name;
    std::string text;
};
// How wide that column is, with what parts it from the texts.
[[nodiscard]] std::size_t names_width(const std::vector<NamedLine>& lines);
[[nodiscard]] std::string named_lines(const std::vector<NamedLine>& lines, std::size_t width);

}  // namespace msp
