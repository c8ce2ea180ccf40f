// SPDX-License-Identifier: MIT
// Private to what writes workbooks: libxlsxwriter, loaded when a workbook is asked for. Linked, it would bring
// libcrypto into every start of a program, which takes longer than a usual forecast.
#pragma once

#include <memory>
#include <string>
#include <xlsxwriter.h>

namespace msp::app {

// While one lives, the C stream stderr leads nowhere; the descriptor, by which this program speaks, is as it was. What
// goes wrong the library tells in English, with paths of its own, on that stream and on no other: version 1.1.4 has no
// option for it, and its temporary files are made by name, so that no stream of ours could stand in for them.
class QuietLibrary {
 public:
    QuietLibrary();
    ~QuietLibrary();
    QuietLibrary(const QuietLibrary&) = delete;
    QuietLibrary& operator=(const QuietLibrary&) = delete;
};

class XlsxLibrary {
 public:
    // Throws Error where the library is not there.
    XlsxLibrary();

 private:
    struct Close {
        void operator()(void* library) const;
    };
    std::unique_ptr<void, Close> library_;

    // Of the type that it is taken for.
    struct Loaded {
        void* address;
        template <typename Function>
        operator Function*() const {                      // NOLINT(google-explicit-constructor): a pointer
            return reinterpret_cast<Function*>(address);  // NOLINT(*-reinterpret-cast): what dlsym is for
        }
    };
    [[nodiscard]] Loaded function(const char* name) const;

 public:
    // By the names that they have there.
    decltype(&::workbook_new_opt) workbook_new_opt = function("workbook_new_opt");
    decltype(&::workbook_add_worksheet) workbook_add_worksheet = function("workbook_add_worksheet");
    decltype(&::workbook_add_format) workbook_add_format = function("workbook_add_format");
    decltype(&::workbook_set_properties) workbook_set_properties = function("workbook_set_properties");
    decltype(&::workbook_close) workbook_close = function("workbook_close");
    decltype(&::worksheet_write_string) worksheet_write_string = function("worksheet_write_string");
    decltype(&::worksheet_write_number) worksheet_write_number = function("worksheet_write_number");
    decltype(&::worksheet_write_formula_num) worksheet_write_formula_num = function("worksheet_write_formula_num");
    decltype(&::worksheet_write_blank) worksheet_write_blank = function("worksheet_write_blank");
    decltype(&::worksheet_merge_range) worksheet_merge_range = function("worksheet_merge_range");
    decltype(&::worksheet_set_row) worksheet_set_row = function("worksheet_set_row");
    decltype(&::worksheet_set_column_opt) worksheet_set_column_opt = function("worksheet_set_column_opt");
    decltype(&::worksheet_freeze_panes) worksheet_freeze_panes = function("worksheet_freeze_panes");
    decltype(&::worksheet_repeat_rows) worksheet_repeat_rows = function("worksheet_repeat_rows");
    decltype(&::worksheet_repeat_columns) worksheet_repeat_columns = function("worksheet_repeat_columns");
    decltype(&::worksheet_set_landscape) worksheet_set_landscape = function("worksheet_set_landscape");
    decltype(&::worksheet_set_paper) worksheet_set_paper = function("worksheet_set_paper");
    decltype(&::worksheet_fit_to_pages) worksheet_fit_to_pages = function("worksheet_fit_to_pages");
    decltype(&::worksheet_set_header) worksheet_set_header = function("worksheet_set_header");
    decltype(&::worksheet_set_footer) worksheet_set_footer = function("worksheet_set_footer");
    decltype(&::format_set_bold) format_set_bold = function("format_set_bold");
    decltype(&::format_set_font_color) format_set_font_color = function("format_set_font_color");
    decltype(&::format_set_font_size) format_set_font_size = function("format_set_font_size");
    decltype(&::format_set_num_format) format_set_num_format = function("format_set_num_format");
    decltype(&::format_set_align) format_set_align = function("format_set_align");
    decltype(&::format_set_text_wrap) format_set_text_wrap = function("format_set_text_wrap");
    decltype(&::format_set_indent) format_set_indent = function("format_set_indent");
    decltype(&::format_set_top) format_set_top = function("format_set_top");
    decltype(&::format_set_bottom) format_set_bottom = function("format_set_bottom");
    decltype(&::workbook_add_chart) workbook_add_chart = function("workbook_add_chart");
    decltype(&::worksheet_insert_chart_opt) worksheet_insert_chart_opt = function("worksheet_insert_chart_opt");
    decltype(&::chart_add_series) chart_add_series = function("chart_add_series");
    decltype(&::chart_series_set_categories) chart_series_set_categories = function("chart_series_set_categories");
    decltype(&::chart_series_set_values) chart_series_set_values = function("chart_series_set_values");
    decltype(&::chart_series_set_name) chart_series_set_name = function("chart_series_set_name");
    decltype(&::chart_series_set_fill) chart_series_set_fill = function("chart_series_set_fill");
    decltype(&::chart_series_set_line) chart_series_set_line = function("chart_series_set_line");
    decltype(&::chart_series_set_marker_type) chart_series_set_marker_type = function("chart_series_set_marker_type");
    decltype(&::chart_series_set_marker_size) chart_series_set_marker_size = function("chart_series_set_marker_size");
    decltype(&::chart_series_set_marker_fill) chart_series_set_marker_fill = function("chart_series_set_marker_fill");
    decltype(&::chart_series_set_labels) chart_series_set_labels = function("chart_series_set_labels");
    decltype(&::chart_axis_set_label_position) chart_axis_set_label_position =
        function("chart_axis_set_label_position");
    decltype(&::chart_axis_set_interval_unit) chart_axis_set_interval_unit = function("chart_axis_set_interval_unit");
    decltype(&::chart_axis_set_num_format) chart_axis_set_num_format = function("chart_axis_set_num_format");
    decltype(&::chart_axis_major_gridlines_set_line) chart_axis_major_gridlines_set_line =
        function("chart_axis_major_gridlines_set_line");
    decltype(&::chart_legend_set_position) chart_legend_set_position = function("chart_legend_set_position");
    decltype(&::worksheet_print_area) worksheet_print_area = function("worksheet_print_area");
    decltype(&::chart_title_set_name_font) chart_title_set_name_font = function("chart_title_set_name_font");
    decltype(&::chart_title_set_name) chart_title_set_name = function("chart_title_set_name");
};

}  // namespace msp::app
