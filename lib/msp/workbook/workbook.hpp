// SPDX-License-Identifier: MIT
// Sheets and sentences laid out for a spreadsheet program: what stands in which cell, how it looks, and which amounts
// are made of others, so that a changed one runs through. An amount gets a formula only where that makes it to the
// cent. Whoever writes the file stands outside the library: numbers of a workbook are binary.
#pragma once

#include <msp/money/shown_in.hpp>
#include <msp/report/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace msp {

enum class CellForm : std::uint8_t { text, heading, title, money, day, whole, decimal, percent };

struct CellLook {
    CellForm form = CellForm::text;
    Style style = Style::plain;
    bool right = false;
    bool ruled = false;    // a line above it
    bool sparse = false;   // zero is a dot
    bool alert = false;    // below zero it stands out
    bool wrapped = false;  // a text goes on in further lines of its cell
    std::uint8_t level = 0;
    std::uint8_t places = 0;  // of a decimal, or of percents
    ShownIn amounts = ShownIn::cents;

    friend auto operator<=>(const CellLook&, const CellLook&) = default;
};

// A number in digits, with a point: few enough for a spreadsheet program to keep.
struct CellDigits {
    std::string_view text;
};
using CellValue = std::variant<std::string_view, Money, Date, std::int64_t, CellDigits>;

struct WorkbookCell {
    std::uint32_t row = 0;     // from 0
    std::uint32_t column = 0;  // from 0
    CellLook look;
    CellValue value;
    std::string_view formula = {};  // "=SUM(C2:C9)", of which `value` is the result
    std::uint32_t columns = 1;      // that a text covers
    std::uint32_t lines = 1;        // that its row is high: not every program finds that
};

// Cells of one column.
struct CellRun {
    std::uint32_t column = 0;
    std::uint32_t first = 0;  // row
    std::uint32_t last = 0;
};

struct CellArea {
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
};

struct WorkbookChart {
    struct Series {
        std::string name;
        Drawn as = Drawn::line;
        CellRun values;
    };
    std::string title;
    std::uint32_t row = 0;  // of its upper left corner
    std::uint32_t column = 0;
    std::uint32_t rows = 0;  // that it covers
    CellRun along;
    bool by_day = false;  // which are days then
    ShownIn amounts = ShownIn::cents;
    std::vector<Series> series;
};

struct WorksheetLook {
    struct Width {
        std::size_t characters = 0;
        bool hidden = false;
    };
    std::vector<Width> columns;
    std::string title;                 // at the head of each page
    std::uint32_t frozen_rows = 0;     // their last one is repeated on each page
    std::uint32_t frozen_columns = 0;  // repeated on each page too
    bool large_paper = false;          // A3, else A4; both lie on their side
    std::uint16_t pages_across = 1;    // of paper, whose scale follows
    std::uint16_t pages_down = 0;      // as many as it takes
    std::optional<CellArea> printed;   // that alone, where it is there
};

class WorkbookSink {
 public:
    virtual ~WorkbookSink() = default;
    // The number of a new one. The name is valid, and no other worksheet has it.
    virtual std::size_t worksheet(const std::string& name) = 0;
    // The rows of a worksheet come from the top.
    virtual void cell(std::size_t worksheet, const WorkbookCell& cell) = 0;
    virtual void chart(std::size_t worksheet, const WorkbookChart& chart) = 0;
    virtual void look(std::size_t worksheet, const WorksheetLook& look) = 0;
};

// What a worksheet with this sheet is called in the reader's language; the id where it has no word.
[[nodiscard]] std::string worksheet_word(std::string_view sheet, Language language);

// Each block of a table has a worksheet of its own; sentences stand on one before them.
class Workbook {
 public:
    // A table of more rows goes on in a further worksheet. Whatever amounts are shown in, cells have them to the cent.
    Workbook(WorkbookSink& sink, Language language, ShownIn amounts = ShownIn::cents,
             std::uint32_t most_rows = 1'048'576);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    // The title of what has no other, and whose all of it is.
    void about(std::string name, std::vector<std::string> owners = {});
    // Lines as heading() and wrapped() make them in endless_style(); the first heading is the title.
    void lines(std::string_view text);
    // Throws Error where it has more columns than a worksheet can have.
    void sheet(const Sheet& sheet);
    void finish();

 private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace msp
