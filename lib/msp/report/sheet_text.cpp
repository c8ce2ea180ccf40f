// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/sheet_text.hpp>
#include <msp/report/shown_cell.hpp>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t longest_head = 32;  // in one line, where the page has no width

class Page : public RowSink {
 public:
    Page(const Sheet& sheet, const TextStyle& style) : sheet_(sheet), style_(style) {}

    void begin(const Block& block) override {
        finish();
        shortened_.clear();
        std::vector<TableColumn> columns;
        std::vector<std::string> heads;
        std::vector<std::string> briefs;
        for (const std::size_t i : shown_ = shown_columns(sheet_, block)) {
            const Column& column = sheet_.columns[i];
            columns.push_back(set(column));
            heads.push_back(shown_heading(column, style_));
            briefs.push_back(column.brief);
        }
        out_ += heading(shown_title(sheet_, block, style_), style_);
        table_.emplace(std::move(columns));
        table_->head(heads, briefs);
    }

    void row(Row row, std::span<const Cell> cells) override {
        if (row.audience == Audience::data || row.audience == Audience::recalculated)
            return;
        assert(table_);
        if (row.kind == RowKind::rule)
            return table_->rule();
        assert(cells.size() == sheet_.columns.size());
        made_.clear();
        for (const std::size_t i : shown_)
            made_.push_back(shown_cell(sheet_.columns[i], row, style_, cells[i]));
        if (style_.width != 0)
            shorten_days(cells);
        made_.front().text.insert(0, 2 * std::size_t{row.level}, ' ');
        table_->row(made_);
    }

    void note(std::string_view text) override {
        if (!text.empty())
            notes_ += wrapped(text, 0, page_width(style_));
    }

    std::string text() {
        finish();
        if (out_.empty())
            return nothing();
        return std::move(out_);
    }

 private:
    [[nodiscard]] static TableColumn set(const Column& column) {
        TableColumn made = column.figure ? Align::right : Align::left;
        made.joined = column.joined;
        made.words = !column.figure && (column.type == CellType::text || column.type == CellType::word);
        made.spare = column.spare;
        made.name = column.naming;
        made.sums = !column.gathers.empty();
        return made;
    }

    // Of the row that was made last: a day whose year its row or its column tells can go without on a narrow page, and
    // one that stands under such days is as brief as it can be.
    void shorten_days(std::span<const Cell> cells) {
        std::optional<int> told;
        for (const std::size_t i : shown_) {
            const auto* const cell = std::get_if<PeriodCell>(&cells[i]);
            if (cell != nullptr && cell->period.first.fields().year == cell->period.last.fields().year)
                told = cell->period.first.fields().year;
        }
        for (std::size_t at = 0; at < shown_.size(); ++at) {
            const std::optional<int> year = told ? told : sheet_.columns[shown_[at]].year;
            const auto* const day = std::get_if<Date>(&cells[shown_[at]]);
            if (day == nullptr)
                continue;
            const bool without = day->fields().year == year;
            if (without || shortened_.contains(at))
                made_[at].brief = brief_day(*day, style_, without);
            if (without)
                shortened_.insert(at);
        }
    }

    // Where the texts stand that may be broken.
    [[nodiscard]] std::size_t names_at() const {
        if (sheet_.names.empty())
            return 0;
        const auto at =
            std::ranges::find_if(shown_, [&](std::size_t i) { return sheet_.columns[i].id == sheet_.names; });
        return static_cast<std::size_t>(at - shown_.begin());
    }

    // What stands for no table at all.
    [[nodiscard]] std::string nothing() const {
        std::string out;
        for (std::string_view rest = sheet_.nothing; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            out += wrapped(rest.substr(0, end), 0, style_.width);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return out;
    }

    void finish() {
        if (!table_)
            return;
        if (style_.width == 0) {
            table_->break_heads(longest_head);
            if (sheet_.narrowest_name != 0)
                table_->narrow(page_width(style_), sheet_.narrowest_name, names_at());
        }
        note_left_out(table_->fit(style_.width, colon(style_)));
        std::string shown = table_->render(style_.width, style_.colour);
        table_.reset();  // a table may be as long as its text: both would not be held with a copy
        shown += std::exchange(notes_, {}) + '\n';
        if (out_.empty())
            out_ = std::move(shown);
        else
            out_ += shown;
    }

    void note_left_out(const std::vector<std::string>& columns) {
        if (!columns.empty())
            notes_ +=
                wrapped(words({tr("Not shown, as the page is too narrow: {columns}."), {{"columns", listed(columns)}}},
                              style_.language),
                        0, page_width(style_));
    }

    const Sheet& sheet_;
    const TextStyle& style_;
    std::vector<std::size_t> shown_;  // columns of the block
    std::optional<TextTable> table_;
    std::vector<TableCell> made_;      // of one row
    std::set<std::size_t> shortened_;  // columns of the block whose days go without their year
    std::string notes_;
    std::string out_;
};

}  // namespace

std::string sheet_text(const Sheet& sheet, const TextStyle& style) {
    Page page(sheet, style);
    sheet.rows(page);
    return page.text();
}

std::string period_name(const Period& period, Grid grid, Language language) {
    const YearMonthDay fields = period.first.fields();
    switch (grid) {
        case Grid::day:
            return short_day(period.first, {language});
        case Grid::month:
            return write_month(Month::of(period.first), language);
        case Grid::quarter:
            return std::string(language == Language::french ? "T" : "Q") + std::to_string((fields.month + 2) / 3) +
                   ' ' + std::to_string(fields.year);
        case Grid::year:
            break;
    }
    return std::to_string(fields.year);
}

std::string brief_period_name(const Period& period, Grid grid, Language language) {
    if (grid != Grid::month || language == Language::english)
        return "";
    const std::string name = period_name(period, grid, language);
    const std::size_t space = name.find(' ');
    constexpr std::size_t century = 2;
    return name.substr(0, space) + "\u00a0" + name.substr(space + 1 + century);
}

}  // namespace msp
