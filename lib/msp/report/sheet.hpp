// SPDX-License-Identifier: MIT
// A table as data. A view says once which columns it has and what stands in each row; text, CSV and JSON show it each
// in its way. Rows are handed over one by one, so that a table of a million movements is never held as a whole.
#pragma once

#include <msp/money/quotient.hpp>
#include <msp/report/cell.hpp>
#include <msp/report/column.hpp>

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// Their look on a page: an aside is faint, a heading and a total are strong, a rule is a line across.
enum class RowKind : std::uint8_t { line, heading, aside, total, rule };

// A row further down that one adds up, or takes off: so many rows of the page below it.
struct RowAhead {
    std::uint32_t rows = 0;
    bool less = false;
};

// Rows of a block that a later one adds up, or takes off.
struct RowTerm {
    std::uint8_t group = 0;
    bool less = false;
};
inline constexpr RowTerm all_lines[] = {{}};  // what has no group of its own

struct Row {
    RowKind kind = RowKind::line;
    Audience audience = Audience::all;
    std::uint8_t level = 0;  // how far a page sets it in
    bool sparse = false;     // a page shows no money as a dot
    // How a page that recalculates makes its amounts anew. A row that adds up others is in no group but one of its own.
    std::uint8_t group = 0;
    std::span<const RowTerm> adds = {};
    std::span<const RowAhead> ahead = {};  // besides; that these make its amounts is the sheet's word
    bool never_negative = false;           // nothing where what it adds up is less than nothing
    bool runs_on = false;                  // what it adds up comes onto its amount in the column before
    Across across = Across::sum;           // in a column that adds up others of the row
    std::uint32_t carried = 0;  // so many rows of the page further down stands what the next column begins with
    // One a cell, or empty: what comes from elsewhere to what it begins with, of the column before or the row above.
    std::span<const Money> joining = {};
    std::uint32_t gathered = 0;  // so many rows of the page up to this one: what its columns that gather add up
    // Of what stands in its column in the one row of another group above, which all rows of its own group part: what
    // those up to this one have of it, one a cell, rounded to the cent. In a column that
    // is a portion of another one of the row, what it has of that.
    std::span<const std::optional<Quotient>> portions = {};
    std::uint8_t whole = 0;    // that other group
    std::uint32_t thread = 0;  // the row above is the last one of the same thread
    // By which later rows of the sheet may be made of it, whose blocks leave out the same columns; and of which it is,
    // where nothing else makes its amounts.
    std::string_view name = {};
    std::span<const std::string> made_of = {};
    std::span<const std::string> figures = {};  // one a cell: those of one name are one figure, in any sheet; or empty
};

// The columns left out of a block by their ids: those in which it has nothing.
struct Block {
    std::string title;
    std::vector<std::string_view> without;
    std::string owner = {};              // the entity whose it is, where that is not the one that the sheet says
    std::vector<std::string> name = {};  // of its worksheet, behind the sheet's word, in parts; else its title
};

class RowSink {
 public:
    virtual ~RowSink() = default;
    // What follows is a table of its own on a page, and goes on in the same one as data.
    virtual void begin(const Block& block) = 0;
    // A sentence under the block's table on a page; nothing for no text.
    virtual void note(std::string_view text) = 0;
    // The same on a page that recalculates: what follows a changed cell, and what does not.
    virtual void note_of_changes(std::string_view /*text*/) {}
    // One cell a column.
    virtual void row(Row row, std::span<const Cell> cells) = 0;
    void row(Row row, std::initializer_list<Cell> cells) { this->row(row, std::span(cells.begin(), cells.size())); }
};

// How a column's amounts are drawn: as bars, as a line, as a line that others are held against, as single points.
enum class Drawn : std::uint8_t { bar, line, limit, point };

struct ChartSeries {
    std::string column;
    Drawn as = Drawn::line;
};

// A picture of the lines of a block, along one of its columns. A workbook draws it.
struct Chart {
    std::string title;
    std::string along;
    std::vector<ChartSeries> series;
    bool instead = false;  // of a long table: nobody reads that on paper
};

struct Sheet {
    std::string id;  // its member in JSON
    std::vector<Column> columns;
    std::function<void(RowSink&)> rows;
    std::string nothing = {};        // what a page says where no block was begun
    std::size_t narrowest_name = 0;  // a page may break the names of a column to this width; 0: it may not
    bool apart = false;              // the worksheet of each block is called by its name
    std::optional<Chart> chart = {};
    std::string names = {};  // that column, where it is not the first
    // Whose it is: at the head of its printed pages, and in the title of its worksheet.
    std::string owner = {};
    bool together = false;  // a workbook has blocks of one name in one worksheet, under a head, each under its title
    std::vector<std::string> called = {};  // the name of its worksheet, where a block has no name or title
};

}  // namespace msp
