// SPDX-License-Identifier: MIT
// The columns of a sheet: what they are called, what stands in them, and whom they are for.
#pragma once

#include <msp/diag/message.hpp>
#include <msp/report/row_formulas.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// Whom a column or a row is for: everybody, only programs (CSV, JSON), only people (a page), or, of a row, only a page
// that recalculates.
enum class Audience : std::uint8_t { all, data, page, recalculated };

enum class CellType : std::uint8_t { text, word, money, date, period, count, decimal };

struct Column {
    std::string id;            // in CSV and JSON, never renamed
    std::string label;         // --headers label
    std::string heading = {};  // on a page
    CellType type = CellType::text;
    Audience audience = Audience::all;
    bool figure = false;            // on a page: to the right
    bool turned = false;            // a page shows the amount with the other sign: payments stand positive
    bool quiet = false;             // a negative amount is nothing to alert to
    bool strong = false;            // its amounts
    bool exact = false;             // they keep their cents where a page shows others in whole units
    bool joined = false;            // no narrow page parts it from the one before it
    bool spare = false;             // a narrow page may go without it: others of its row say the same
    bool naming = false;            // a row's name goes on to it; a text joined behind is its value, shown without head
    std::string brief = {};         // its heading on a narrow page, where it has a shorter one
    std::optional<int> year = {};   // which its heading tells: its days on a narrow page go without
    std::vector<Addend> adds = {};  // how a page that recalculates makes an amount anew
    std::optional<Product> times = {};
    std::optional<Multiplied> multiplies = {};
    std::optional<Repeated> repeats = {};
    std::optional<Within> within = {};
    std::optional<Division> divides = {};
    std::string gathers = {};     // another column, of which a row that gathers others adds up theirs
    std::string portion_of = {};  // another column, of which the row's portion is one of this column
    Across down = Across::sum;    // in a row that adds up others
    OfRows of_rows = OfRows::none;
    bool unsigned_sum = false;  // what it adds up counts without its sign
    bool all_digits = false;    // a page that recalculates has those of its numbers that it does not show
    bool dotted = false;        // a page shows no money of a line as a dot
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
    const char* addends = nullptr;
    bool does_run = false;
    bool is_exact = false;
    const char* divided = nullptr;
    bool is_percent = false;
    Across goes_down = Across::sum;
    OfRows has_rows = OfRows::none;
    bool is_joined = false;
    bool is_spare = false;
    bool is_naming = false;
    const char* brief = nullptr;

    [[nodiscard]] constexpr Head headed(const char* words) const { return with(&Head::heading, words); }
    [[nodiscard]] constexpr Head to_the_right() const { return with(&Head::figure, true); }
    [[nodiscard]] constexpr Head to_the_left() const { return with(&Head::figure, false); }
    [[nodiscard]] constexpr Head turned() const { return quiet().with(&Head::is_turned, true); }
    [[nodiscard]] constexpr Head quiet() const { return with(&Head::is_quiet, true); }
    [[nodiscard]] constexpr Head strong() const { return with(&Head::is_strong, true); }
    [[nodiscard]] constexpr Head joined() const { return with(&Head::is_joined, true); }
    [[nodiscard]] constexpr Head spare() const { return with(&Head::is_spare, true); }
    [[nodiscard]] constexpr Head naming() const { return with(&Head::is_naming, true); }
    [[nodiscard]] constexpr Head briefly(const char* words) const { return with(&Head::brief, words); }
    [[nodiscard]] constexpr Head exact() const { return with(&Head::is_exact, true); }
    // "receipts payments", "voted -actual", "^closing": ids, with a minus sign before what is taken off, and a caret
    // before what stands in the row above.
    [[nodiscard]] constexpr Head adding(const char* columns) const { return with(&Head::addends, columns); }
    // The same, onto the amount in the row above.
    [[nodiscard]] constexpr Head running(const char* columns) const {
        return adding(columns).with(&Head::does_run, true);
    }
    // "available service": the first by the second.
    [[nodiscard]] constexpr Head dividing(const char* columns) const { return with(&Head::divided, columns); }
    [[nodiscard]] constexpr Head percent_of(const char* columns) const {
        return dividing(columns).with(&Head::is_percent, true);
    }
    // In a row that adds up others.
    [[nodiscard]] constexpr Head down(Across across) const { return with(&Head::goes_down, across); }
    // Of those that a row is made of by their names.
    [[nodiscard]] constexpr Head of_rows(OfRows rows) const { return with(&Head::has_rows, rows); }
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

// That of an id, which is there.
[[nodiscard]] Column& column_called(std::string_view id, std::vector<Column>& columns);
[[nodiscard]] std::vector<Column> columns_of(std::initializer_list<Head> heads, Language language);

}  // namespace msp
