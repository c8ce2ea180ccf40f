// SPDX-License-Identifier: MIT
#include <msp/report/sheet_text.hpp>
#include <msp/report/shown_cell.hpp>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <optional>
#include <utility>

namespace msp {
namespace {

class Page : public RowSink {
 public:
    Page(const Sheet& sheet, const TextStyle& style) : sheet_(sheet), style_(style) {}

    void begin(const Block& block) override {
        finish();
        std::vector<Align> aligned;
        std::vector<std::string> heads;
        for (const std::size_t i : shown_ = shown_columns(sheet_, block)) {
            const Column& column = sheet_.columns[i];
            aligned.push_back(column.figure ? Align::right : Align::left);
            heads.push_back(shown_heading(column, style_));
        }
        out_ += heading(shown_title(sheet_, block, style_), style_);
        std::vector<bool> joined;
        for (const std::size_t i : shown_)
            joined.push_back(sheet_.columns[i].joined);
        table_.emplace(std::move(aligned), std::move(joined));
        table_->head(heads);
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
            return sheet_.nothing;
        return std::move(out_);
    }

 private:
    // Where the texts stand that may be broken.
    [[nodiscard]] std::size_t names_at() const {
        if (sheet_.names.empty())
            return 0;
        const auto at =
            std::ranges::find_if(shown_, [&](std::size_t i) { return sheet_.columns[i].id == sheet_.names; });
        return static_cast<std::size_t>(at - shown_.begin());
    }

    void finish() {
        if (!table_)
            return;
        if (style_.width != 0)
            table_->narrow_head(style_.width);
        if (sheet_.narrowest_name != 0)
            table_->narrow(page_width(style_), sheet_.narrowest_name, names_at());
        std::string shown = table_->render(style_.width, style_.colour);
        table_.reset();  // a table may be as long as its text: both would not be held with a copy
        shown += std::exchange(notes_, {}) + '\n';
        if (out_.empty())
            out_ = std::move(shown);
        else
            out_ += shown;
    }

    const Sheet& sheet_;
    const TextStyle& style_;
    std::vector<std::size_t> shown_;  // columns of the block
    std::optional<TextTable> table_;
    std::vector<TableCell> made_;  // of one row
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

}  // namespace msp
