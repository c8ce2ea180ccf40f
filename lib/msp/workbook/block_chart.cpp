// SPDX-License-Identifier: MIT
#include <msp/workbook/block_chart.hpp>
#include <msp/workbook/page_setup.hpp>

#include <cstdint>
#include <utility>

namespace msp {
namespace {

constexpr std::uint32_t chart_height = 18;  // rows
constexpr std::uint32_t chart_columns = 13;
constexpr std::uint32_t short_table = 40;  // rows that may be read beside a chart

}  // namespace

void BlockChart::begin_worksheet() {
    lines_.reset();  // a picture of the end alone
    has_amounts_.assign(columns_.size(), false);
}

void BlockChart::add(const PlacedRow& row) {
    if (!sheet_.chart)
        return;
    if (row.row.kind == RowKind::line) {
        if (!lines_)
            lines_ = CellRun{0, row.at, row.at};
        lines_->last = row.at;
    }
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (row.amount(column) != nullptr)
            has_amounts_[column] = true;
    }
    const PeriodCell* period = std::get_if<PeriodCell>(&row.cells[columns_.called(sheet_.chart->along)]);
    by_day_ = by_day_ || (period != nullptr && period->grid == Grid::day);
}

WorkbookChart BlockChart::drawn(const Chart& chart, const CellRun& lines) const {
    const auto run = [&](std::size_t column) {
        return CellRun{columns_.at(column).value_or(0), lines.first, lines.last};
    };
    WorkbookChart drawn;
    drawn.title = chart.title;
    drawn.rows = chart_height;
    drawn.along = run(columns_.called(chart.along));
    drawn.by_day = by_day_;
    for (const ChartSeries& series : chart.series) {
        const std::size_t column = columns_.called(series.column);
        if (has_amounts_[column])
            drawn.series.push_back({columns_[column].label, series.as, run(column)});
    }
    return drawn;
}

void BlockChart::draw(OpenWorkbook& book, Worksheet& on, const std::string& part) {
    const std::optional<CellRun> lines = std::exchange(lines_, {});
    if (!lines || !sheet_.chart)
        return;
    const bool below = on.next_row + 1 + chart_height <= a4.rows;
    WorkbookChart chart = drawn(*sheet_.chart, *lines);
    if (!part.empty())
        chart.title += " · " + part;
    chart.amounts = book.style.amounts;
    chart.row = below ? on.next_row + 1 : lines->first;
    chart.column = below ? 0 : static_cast<std::uint32_t>(columns_.in_order().size()) + 1;
    book.sink.chart(on.number, chart);
    on.chart_beside = !below && (!sheet_.chart->instead || lines->last - lines->first < short_table);
    if (below)
        on.next_row += chart_height + 2;
    else if (!on.chart_beside)
        on.printed = CellArea{chart.row, chart.column, chart.row + chart_height, chart.column + chart_columns};
}

}  // namespace msp
