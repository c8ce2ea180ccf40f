// SPDX-License-Identifier: MIT
#include <support/xlsx_chart.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace msp::app {
namespace {

// Dark and light enough to be told apart without their colours.
constexpr lxw_color_t dark = 0x1B5E4B;
constexpr lxw_color_t light = 0xE3A857;
constexpr lxw_color_t alert = 0xA4161A;
constexpr lxw_color_t grid = 0xD9DCE0;
constexpr double title_size = 11;
constexpr float line_width = 1.75F;

class Drawing {
 public:
    Drawing(const XlsxLibrary& library, lxw_chart* chart, const std::string& worksheet, const WorkbookChart& from)
        : library_(library), chart_(chart), worksheet_(worksheet), from_(from) {}

    void series(const WorkbookChart::Series& from, std::size_t number) {
        lxw_chart_series* made = library_.chart_add_series(chart_, nullptr, nullptr);
        const auto range = [&](auto set, const CellRun& cells) {
            set(made, worksheet_.c_str(), cells.first, static_cast<lxw_col_t>(cells.column), cells.last,
                static_cast<lxw_col_t>(cells.column));
        };
        range(library_.chart_series_set_categories, from_.along);
        range(library_.chart_series_set_values, from.values);
        library_.chart_series_set_name(made, from.name.c_str());
        const lxw_color_t colour = number % 2 == 0 ? dark : light;
        switch (from.as) {
            case Drawn::bar: {
                lxw_chart_fill fill = {.color = colour, .none = 0, .transparency = 0};
                return library_.chart_series_set_fill(made, &fill);
            }
            case Drawn::line:
                return line(made, {.color = colour, .none = 0, .width = line_width, .dash_type = 0, .transparency = 0});
            case Drawn::limit:
                return line(made, {.color = alert,
                                   .none = 0,
                                   .width = 1,
                                   .dash_type = static_cast<std::uint8_t>(
                                       number % 2 == 0 ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_DASH_DOT),
                                   .transparency = 0});
            case Drawn::point:
                point(made);
        }
    }

    void axes(const char* day_format) {
        // Names stand below the lowest amount, and about twelve of them.
        constexpr std::uint32_t names = 12;
        const std::uint32_t count = from_.along.last - from_.along.first + 1;
        library_.chart_axis_set_label_position(chart_->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
        library_.chart_axis_set_interval_unit(chart_->x_axis,
                                              static_cast<std::uint16_t>(std::max(1U, (count + names - 1) / names)));
        if (from_.by_day)
            library_.chart_axis_set_num_format(chart_->x_axis, day_format);
        library_.chart_axis_set_num_format(chart_->y_axis, from_.amounts == ShownIn::thousands ? "#,##0," : "#,##0");
        lxw_chart_line line = {.color = grid, .none = 0, .width = 0.75F, .dash_type = 0, .transparency = 0};
        library_.chart_axis_major_gridlines_set_line(chart_->y_axis, &line);
        library_.chart_legend_set_position(chart_, LXW_CHART_LEGEND_BOTTOM);
        library_.chart_title_set_name(chart_, from_.title.c_str());
        lxw_chart_font font = {};
        font.size = title_size;
        font.bold = 1;
        library_.chart_title_set_name_font(chart_, &font);
    }

 private:
    void line(lxw_chart_series* series, lxw_chart_line look) {
        library_.chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
        library_.chart_series_set_line(series, &look);
    }

    // With its amount beside it.
    void point(lxw_chart_series* series) {
        constexpr std::uint8_t size = 8;
        lxw_chart_line none = {.color = 0, .none = 1, .width = 0, .dash_type = 0, .transparency = 0};
        lxw_chart_fill fill = {.color = alert, .none = 0, .transparency = 0};
        library_.chart_series_set_line(series, &none);
        library_.chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
        library_.chart_series_set_marker_size(series, size);
        library_.chart_series_set_marker_fill(series, &fill);
        library_.chart_series_set_labels(series);
    }

    const XlsxLibrary& library_;
    lxw_chart* chart_;
    const std::string& worksheet_;
    const WorkbookChart& from_;
};

}  // namespace

lxw_chart* make_chart(const XlsxLibrary& library, lxw_workbook* book, const std::string& worksheet,
                      const WorkbookChart& chart, const char* day_format) {
    const bool bars =
        std::ranges::any_of(chart.series, [](const WorkbookChart::Series& series) { return series.as == Drawn::bar; });
    lxw_chart* made = library.workbook_add_chart(book, bars ? LXW_CHART_COLUMN : LXW_CHART_LINE);
    if (made == nullptr)
        return nullptr;
    Drawing drawing(library, made, worksheet, chart);
    for (std::size_t i = 0; i < chart.series.size(); ++i)
        drawing.series(chart.series[i], i);
    drawing.axes(day_format);
    return made;
}

}  // namespace msp::app
