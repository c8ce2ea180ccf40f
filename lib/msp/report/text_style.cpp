// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/text_style.hpp>

#include <algorithm>
#include <array>

namespace msp {
namespace {

std::size_t blank_from(std::string_view text, std::size_t begin) {
    return std::min(text.find(' ', begin), text.size());
}

// The end of the word that begins at `begin`; a mark that stands alone belongs to its word, as in French
// (« graves : plan »).
std::size_t word_end(std::string_view text, std::size_t begin) {
    constexpr std::array<std::string_view, 6> closing = {":", ";", "?", "!", "%", "»"};
    std::size_t end = blank_from(text, begin);
    if (text.substr(begin, end - begin) == "«" && end < text.size())
        end = blank_from(text, end + 1);
    while (end < text.size()) {
        const std::size_t next = blank_from(text, end + 1);
        if (std::ranges::find(closing, text.substr(end + 1, next - end - 1)) == closing.end())
            break;
        end = next;
    }
    return end;
}

// A blank ends a word; a no-break one does not, and leading ones belong to the indentation. `first` and `later` are the
// columns that the first line and the others have; the first one is not broken within what it has more.
std::vector<std::string> broken(std::string_view text, std::size_t first, std::size_t later) {
    std::vector<std::string> lines(1);
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t word = std::min(text.find_first_not_of(' ', begin), text.size());
        const std::size_t end = word_end(text, word);
        const std::string_view piece = text.substr(begin, end - begin);
        const std::size_t used = display_width(lines.back());
        const bool one = lines.size() == 1;
        if (used > (one ? first - later : 0) && used + display_width(piece) > (one ? first : later))
            lines.emplace_back(text.substr(word, end - word));
        else
            lines.back() += piece;
        begin = end;
    }
    return lines;
}

std::size_t shown_width(std::string_view text) {
    return display_width(visible(text));
}

// How many of the first bytes are harmless characters, line feeds, tabs and, where there is colour, codes of a Style.
std::size_t safe_bytes(std::string_view lines, bool colour) {
    constexpr std::array<std::string_view, 4> codes = {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m"};
    std::size_t at = 0;
    while (at < lines.size()) {
        at += harmless_prefix(lines.substr(at)).bytes;
        if (at < lines.size() && (lines[at] == '\n' || lines[at] == '\t')) {
            ++at;
            continue;
        }
        const auto begins = [&](std::string_view code) { return lines.substr(at).starts_with(code); };
        const auto code = std::ranges::find_if(codes, begins);
        if (!colour || code == codes.end())
            break;
        at += code->size();
    }
    return at;
}

}  // namespace

std::size_t page_width(const TextStyle& style) {
    constexpr std::size_t usual = 80;
    return style.width == 0 ? usual : style.width;
}

std::size_t head_width(const TextStyle& style) {
    if (style.bars == Bars::none)
        return 0;
    return style.width == 0 ? mail_width : std::min(style.width, mail_width);
}

std::string tell(const Message& message, const TextStyle& style) {
    return visible(words(message, style.language));
}
std::string tell(const char* text, const TextStyle& style) {
    return std::string(translate(text, style.language));
}

std::string_view colon(const TextStyle& style) {
    return style.language == Language::french ? "\u00a0: " : ": ";
}

std::string short_day(Date date, const TextStyle& style) {
    if (style.language == Language::english)
        return iso(date);
    const std::string text = iso(date);
    return {text[8], text[9], '/', text[5], text[6], '/', text[0], text[1], text[2], text[3]};
}

std::string brief_day(Date date, const TextStyle& style, bool year_told) {
    std::string day = short_day(date, style);
    if (style.language == Language::french)
        return year_told ? day.substr(0, 5) : day.substr(0, 6) + day.substr(8);
    if (!year_told)
        return day;
    const std::string month = write_month(Month::of(date), style.language);
    return std::to_string(date.fields().day) + ' ' + month.substr(0, month.find(' '));
}

TableCell figure(Money amount, const TextStyle& style, Style look) {
    return {write_figure(amount, style.amounts, style.language), amount.negative() ? Style::alert : look};
}

std::vector<Align> figures(std::size_t left, std::size_t right) {
    std::vector<Align> columns(left, Align::left);
    columns.insert(columns.end(), right, Align::right);
    return columns;
}

std::string heading(const std::string& text, const TextStyle& style) {
    if (text.empty())
        return "";
    std::string out;
    for (const std::string& line : lines_within(visible(text), style.width))
        out += style.colour ? "\x1b[1m" + line + "\x1b[0m\n" : line + '\n';
    return out;
}

std::string titled_in(const std::string& title, const TextStyle& style) {
    if (style.amounts == ShownIn::cents)
        return title;
    const bool euros = style.amounts == ShownIn::euros;
    if (title.empty())
        return tell(euros ? tr("In whole euros, rounded") : tr("In thousands of euros (k€), rounded"), style);
    return words({euros ? tr("{title} (in euros, rounded)") : tr("{title} (in k€, rounded)"), {{"title", title}}},
                 style.language);
}

std::string rounding_note(const TextStyle& style) {
    if (style.amounts == ShownIn::cents)
        return "";
    return wrapped(
        translate(style.amounts == ShownIn::euros
                      ? tr("Tables and pictures show whole euros, a half rounded away from zero. Totals are "
                           "rounded from their exact amounts: the figures that they add up may come to a "
                           "little more or less. Sentences have the cents.")
                      : tr("Tables and pictures show whole thousands of euros (k€), a half rounded away from "
                           "zero. Totals are rounded from their exact amounts: the figures that they add up "
                           "may come to a little more or less. Sentences have the cents."),
                  style.language),
        0, page_width(style));
}

std::vector<std::string> lines_within(std::string_view text, std::size_t width, std::size_t indent) {
    if (width == 0)
        return {std::string(text)};
    std::vector<std::string> lines = broken(text, width, width > indent ? width - indent : 1);
    for (std::size_t i = 1; i < lines.size(); ++i)
        lines[i].insert(0, indent, ' ');
    return lines;
}

std::string wrapped(std::string_view raw, std::size_t indent, std::size_t width) {
    const std::string text = visible(raw);
    if (width == 0 || display_width(text) <= width)
        return text + '\n';
    std::string out;
    for (const std::string& line : broken(text, width, width > indent ? width - indent : 1)) {
        const bool fits = indent + display_width(line) <= width;
        out += std::string(out.empty() || !fits ? 0 : indent, ' ') + line + '\n';
    }
    return out;
}

std::string for_terminal(std::string text, bool colour) {
    std::string_view lines = text;
    if (safe_bytes(lines, colour) == lines.size())
        return text;
    std::string out;
    out.reserve(lines.size());
    while (!lines.empty()) {
        const std::size_t safe = safe_bytes(lines, colour);
        out += lines.substr(0, safe);
        lines.remove_prefix(safe);
        if (lines.empty())
            break;
        const CodePoint character = decode(lines, 0);
        append_visible(out, lines, 0, character);
        lines.remove_prefix(character.length);
    }
    return out;
}

std::string cut_to(std::string_view text, std::size_t columns) {
    std::string shown = visible(text);
    if (display_width(shown) <= columns)
        return shown;
    std::size_t end = 0;
    for (std::size_t used = 1; end < shown.size();) {
        const CodePoint character = decode(shown, end);
        used += display_width(character.value);
        if (used > columns)
            break;
        end += character.length;
    }
    return shown.substr(0, end) + "…";
}

std::size_t names_width(const std::vector<NamedLine>& lines) {
    constexpr std::size_t gap = 2;
    std::size_t widest = 0;
    for (const NamedLine& line : lines)
        widest = std::max(widest, shown_width(line.name));
    return widest + gap;
}

std::string named_lines(const std::vector<NamedLine>& lines, std::size_t width) {
    const std::size_t head = names_width(lines);
    std::string out;
    for (const NamedLine& line : lines)
        out += wrapped(line.name + std::string(head - shown_width(line.name), ' ') + line.text, head, width);
    return out;
}

std::string with_scenario(std::string title, const std::string& label, Language language) {
    if (label.empty())
        return title;
    return words({tr("{title}: {scenario}"), {{"title", std::move(title)}, {"scenario", label}}}, language);
}

}  // namespace msp
