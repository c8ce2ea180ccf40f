// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/sheet_text.hpp>
#include <msp/report/shown_cell.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace msp {
Style row_style(RowKind kind) {
    switch (kind) {
        case RowKind::aside:
            return Style::faint;
        case RowKind::heading:
        case RowKind::total:
            return Style::strong;
        case RowKind::line:
        case RowKind::rule:
            break;
    }
    return Style::plain;
}

namespace {

// One cell as a page shows it.
struct ShowCell {
    const Column& column;
    Row row;
    const TextStyle& style;

    [[nodiscard]] Style look() const { return row_style(row.kind); }
    [[nodiscard]] Style money_look() const { return column.strong ? Style::strong : look(); }

    [[nodiscard]] TableCell digits(std::string written) const {
        return {shown_digits(std::move(written), style.language), look()};
    }

    TableCell operator()(std::monostate) const { return {}; }
    TableCell operator()(const DataCell& /*cell*/) const { return {}; }
    TableCell operator()(TextCell cell) const { return {std::string(cell.text), look()}; }
    TableCell operator()(const WordCell& cell) const {
        return {std::string(cell.shown), cell.style == Style::plain ? look() : cell.style};
    }
    TableCell operator()(Money amount) const {
        if (shows_dots(column, row) && !column.strong && amount == Money())
            return {"·", Style::faint};
        if (column.quiet)
            return {write_figure(column.turned ? opposite(amount) : amount, unit_of(column, style), style.language),
                    money_look()};
        if (column.exact)
            return figure(amount, {style.language}, money_look());
        return figure(amount, style, money_look());
    }
    TableCell operator()(Date date) const { return {short_day(date, style), look()}; }
    TableCell operator()(const PeriodCell& cell) const {
        return {period_name(cell.period, cell.grid, style.language), look()};
    }
    TableCell operator()(std::int64_t number) const { return {std::to_string(number), look()}; }
    TableCell operator()(const DecimalCell& cell) const { return digits(decimal(cell.value, cell.places)); }
    TableCell operator()(const PercentCell& cell) const {
        const char* sign = style.language == Language::french ? "\u00a0%" : " %";
        TableCell shown = digits(decimal(cell.percent, cell.places));
        shown.text += sign;
        return shown;
    }
    TableCell operator()(DigitsCell cell) const { return digits(std::string(cell.text)); }
    TableCell operator()(WholeCell cell) const { return {decimal(cell.number), look()}; }
    TableCell operator()(WholeDigitsCell cell) const { return {std::string(cell.text), look()}; }
    TableCell operator()(const ValueCell& cell) const { return {std::string(cell.words), look()}; }
    TableCell operator()(WholesCell cell) const {
        std::string text;
        for (const std::int32_t number : cell.numbers)
            text += (text.empty() ? "" : ", ") + std::to_string(number);
        return {std::move(text), look()};
    }
};

}  // namespace

std::string shown_digits(std::string written, Language language) {
    const bool french = language == Language::french;
    const std::size_t sign = written.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(written.find('.'), written.size());
    if (french && point != written.size())
        written[point] = ',';
    for (std::size_t at = point; at > sign + 3;)
        written.insert(at -= 3, french ? "\u202f" : ",");
    return written;
}

ShownIn unit_of(const Column& column, const TextStyle& style) {
    return column.exact ? ShownIn::cents : style.amounts;
}

bool shows_dots(const Column& column, const Row& row) {
    return row.sparse || (column.dotted && row.kind == RowKind::line);
}

TableCell shown_cell(const Column& column, const Row& row, const TextStyle& style, const Cell& cell) {
    return std::visit(ShowCell{column, row, style}, cell);
}

std::vector<std::size_t> shown_columns(const Sheet& sheet, const Block& block) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const Column& column = sheet.columns[i];
        if (column.audience != Audience::data && std::ranges::find(block.without, column.id) == block.without.end())
            shown.push_back(i);
    }
    return shown;
}

std::string shown_title(const Sheet& sheet, const Block& block, const TextStyle& style) {
    const bool rounded = std::ranges::any_of(shown_columns(sheet, block), [&](std::size_t i) {
        return sheet.columns[i].type == CellType::money && !sheet.columns[i].exact;
    });
    return rounded ? titled_in(block.title, style) : block.title;
}

std::string shown_heading(const Column& column, const TextStyle& style) {
    return column.exact && style.amounts != ShownIn::cents ? column.heading + " (€)" : column.heading;
}

namespace {

// Of Latin words; what stands from U+2000 on are spaces, dashes and signs.
bool is_letter_or_digit(char32_t character) {
    const bool plain = (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
                       (character >= 'a' && character <= 'z');
    return plain || (character >= 0xc0 && character < 0x2000);
}

// Whether the word that holds the byte before goes on with this one.
bool goes_on(std::string_view text, std::size_t at) {
    return at != 0 && at < text.size() && is_letter_or_digit(decode(text, character_begin(text, at - 1)).value) &&
           is_letter_or_digit(decode(text, at).value);
}

// A name of whole words in a title: where it begins.
std::vector<std::size_t> places_of(std::string_view name, std::string_view title) {
    std::vector<std::size_t> found;
    for (std::size_t at = title.find(name); at != std::string_view::npos; at = title.find(name, at + 1)) {
        if (!goes_on(title, at) && !goes_on(title, at + name.size()))
            found.push_back(at);
    }
    return found;
}

// Of these, as a page shows them. One that stands in the title within another's alone is missing: that is the other.
std::vector<std::string> missing_names(std::string_view title, const std::vector<std::string>& owners) {
    struct Named {
        std::string name;
        std::vector<std::size_t> places;
    };
    std::vector<Named> all;
    for (const std::string& owner : owners) {
        std::string name = visible(owner);
        std::vector<std::size_t> places = places_of(name, title);
        all.push_back({std::move(name), std::move(places)});
    }
    std::vector<std::string> missing;
    for (const Named& each : all) {
        const auto within_another = [&](std::size_t at) {
            return std::ranges::any_of(all, [&](const Named& other) {
                return other.name.size() > each.name.size() &&
                       std::ranges::any_of(other.places, [&](std::size_t begin) {
                           return begin <= at && at + each.name.size() <= begin + other.name.size();
                       });
            });
        };
        if (std::ranges::all_of(each.places, within_another))
            missing.push_back(each.name);
    }
    return missing;
}

}  // namespace

bool names_any(std::string_view title, const std::vector<std::string>& owners) {
    return missing_names(title, owners).size() < owners.size();
}

std::string title_with_owners(std::string_view title, const std::vector<std::string>& owners) {
    const std::vector<std::string> missing = missing_names(title, owners);
    std::string whole(title);
    return missing.empty() ? whole : whole + " · " + listed(missing);
}

}  // namespace msp
