// SPDX-License-Identifier: MIT
// An answer in parts: each is made only where the format asked for shows it.
#pragma once

#include <msp/report/json.hpp>
#include <msp/report/picture.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/sheet_ics.hpp>
#include <msp/report/text_style.hpp>
#include <support/run.hpp>

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace msp::app {

// Where a sheet stands: text is what people read, as a page of HTML too; CSV is one table, so that only one sheet of an
// answer is in it.
enum class SheetIn : std::uint8_t { all, text, text_and_json, csv, csv_and_json, json };

struct Prose {
    std::function<std::string()> write;  // for people, as lines
};
struct Members {
    std::function<void(Json&)> write;  // of the answer's object
};
struct Table {
    Sheet sheet;
    SheetIn where = SheetIn::all;
    bool names_file = false;       // in a column of its own; otherwise CSV gets one where several operands are read
    const char* folded = nullptr;  // a page of HTML has it under this line, for its reader to open
};
struct Pictures {
    std::function<std::vector<Picture>()> draw;  // on a page of HTML alone
};
// For a calendar.
struct Calendar {
    Sheet sheet;  // of days
    std::string name;
    CalendarMoment made;
};
using Part = std::variant<Prose, Members, Table, Pictures, Calendar>;

[[nodiscard]] TextStyle style_of(const Context& context);

// As one of several alike in a workbook: what each is called there, behind the sheet's word, and whose it is.
[[nodiscard]] Sheet one_of_several(Sheet sheet, std::string called, std::string owner);

// The parts in their order, without the blank lines at the end of a text.
void answer(const Context& context, const std::vector<Part>& parts);

// One of several answers to an operand.
struct NamedAnswer {
    std::string name;        // of its file, without folder and extension
    std::string title = {};  // in the list of all
    std::vector<Part> parts;
};
// A page of HTML with links to all of them.
struct AnswerIndex {
    std::string name;  // of its file, as of an answer
    std::string title;
};
// Each is a file of its own, in one step, in the folder that --output names; without a folder they follow each other.
// None is written where one of them would be written over a file that was read, which is reported. In HTML `index` is
// written last, where there is one.
void answer_apart(Context& context, const std::vector<NamedAnswer>& answers,
                  const std::optional<AnswerIndex>& index = {});

}  // namespace msp::app
