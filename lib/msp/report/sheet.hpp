// SPDX-License-Identifier: MIT
// A table as data. A view says once which columns it has and what stands in each row; text, CSV and JSON show it each
// in its way. Rows are handed over one by one, so that a table of a million movements is never held as a whole.
#pragma once

#include <msp/cash/period.hpp>
#include <msp/diag/message.hpp>
#include <msp/money/money.hpp>
#include <msp/money/quotient.hpp>
#include <msp/report/text_table.hpp>

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace msp {

// Whom a column or a row is for: everybody, only programs (CSV, JSON), or only people (a page).
enum class Audience : std::uint8_t { all, data, page };

enum class CellType : std::uint8_t { text, word, money, date, period, count, decimal };

struct Column {
    std::string id;            // in CSV and JSON, never renamed
    std::string label;         // --headers label
    std::string heading = {};  // on a page
    CellType type = CellType::text;
    Audience audience = Audience::all;
    bool figure = false;  // on a page: to the right
    bool turned = false;  // a page shows the amount with the other sign: payments stand positive
    bool quiet = false;   // a negative amount is nothing to alert to
    bool strong = false;  // its amounts
};

// A column as code has it, its words marked by tr().
struct Head {
    const char* id;
    const char* label;
    CellType type = CellType::text;
    Audience audience = Audience::all;
    bool figure = false;
    const char* heading = nullptr;  // the label, where there is no other
    bool is_turned = false;
    bool is_quiet = false;
    bool is_strong = false;

    [[nodiscard]] constexpr Head headed(const char* words) const { return with(&Head::heading, words); }
    [[nodiscard]] constexpr Head to_the_right() const { return with(&Head::figure, true); }
    [[nodiscard]] constexpr Head to_the_left() const { return with(&Head::figure, false); }
    [[nodiscard]] constexpr Head turned() const { return quiet().with(&Head::is_turned, true); }
    [[nodiscard]] constexpr Head quiet() const { return with(&Head::is_quiet, true); }
    [[nodiscard]] constexpr Head strong() const { return with(&Head::is_strong, true); }
    [[nodiscard]] constexpr Head for_data() const { return with(&Head::audience, Audience::data); }
    [[nodiscard]] constexpr Head for_page() const { return with(&Head::audience, Audience::page); }

 private:
    template <typename Value>
    [[nodiscard]] constexpr Head with(Value Head::*member, Value value) const {
        Head changed = *this;
        changed.*member = value;
        return changed;
    }
};

namespace head {

// Names stand to the left on a page, figures to the right.
constexpr Head text(const char* id, const char* label) {
    return {id, label};
}
constexpr Head word(const char* id, const char* label) {
    return {id, label, CellType::word};
}
constexpr Head money(const char* id, const char* label) {
    return {id, label, CellType::money, Audience::all, true};
}
constexpr Head date(const char* id, const char* label) {
    return {id, label, CellType::date};
}
constexpr Head period(const char* id, const char* label) {
    return {id, label, CellType::period};
}
constexpr Head count(const char* id, const char* label) {
    return {id, label, CellType::count, Audience::all, true};
}
constexpr Head decimal(const char* id, const char* label) {
    return {id, label, CellType::decimal, Audience::all, true};
}
// An id that a page has no room for: whatever it names stands in a title or a label.
constexpr Head id(const char* id, const char* label) {
    return text(id, label).for_data();
}

}  // namespace head

[[nodiscard]] std::vector<Column> columns_of(std::initializer_list<Head> heads, Language language);

// What the user wrote: CSV guards it against spreadsheets.
struct TextCell {
    std::string_view text;
};
// A word of ours: its stable name, and what a page shows.
struct WordCell {
    std::string_view id;
    std::string_view shown = {};
    Style style = Style::plain;
};
struct PeriodCell {
    Period period;
    Grid grid;
};
struct DecimalCell {
    Quotient value;
    int places;  // the last one rounded
};

struct WholeCell {
    Quotient::Integer number;  // of any length
};

// Nothing, or a value of its column's type. Texts need to last until the row has been taken.
using Cell =
    std::variant<std::monostate, TextCell, WordCell, Money, Date, PeriodCell, std::int64_t, DecimalCell, WholeCell>;

// Their look on a page: an aside is faint, a heading and a total are strong, a rule is a line across.
enum class RowKind : std::uint8_t { line, heading, aside, total, rule };

struct Row {
    RowKind kind = RowKind::line;
    Audience audience = Audience::all;
    std::uint8_t level = 0;  // how far a page sets it in
    bool sparse = false;     // a page shows no money as a dot
};

// The columns left out of a block by their ids: those in which it has nothing.
struct Block {
    std::string title;
    std::vector<std::string_view> without;
};

class RowSink {
 public:
    virtual ~RowSink() = default;
    // What follows is a table of its own on a page, and goes on in the same one as data.
    virtual void begin(const Block& block) = 0;
    // A sentence under the block's table on a page; nothing for no text.
    virtual void note(std::string_view text) = 0;
    // One cell a column.
    virtual void row(Row row, std::span<const Cell> cells) = 0;
    void row(Row row, std::initializer_list<Cell> cells) { this->row(row, std::span(cells.begin(), cells.size())); }
};

struct Sheet {
    std::string id;  // its member in JSON
    std::vector<Column> columns;
    std::function<void(RowSink&)> rows;
    std::string nothing = {};        // what a page says where no block was begun
    std::size_t narrowest_name = 0;  // a page may break the names of the first column to this width; 0: it may not
};

}  // namespace msp
