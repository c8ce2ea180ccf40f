// SPDX-License-Identifier: MIT
// The words and ids of what a post brings.
#pragma once

#include <msp/coordinator/explain_return.hpp>
#include <msp/coordinator/post_return.hpp>
#include <msp/report/sheet.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace msp {

[[nodiscard]] std::string_view id_of(ReturnView view);
[[nodiscard]] std::string_view id_of(Gainer gainer);
[[nodiscard]] std::string_view id_of(Factor factor);
[[nodiscard]] const char* title_of(ReturnView view);
[[nodiscard]] const char* words_of(Level level);

// Whether a view has the item among its own.
[[nodiscard]] bool stands_in(ReturnView view, ReturnRole role);
[[nodiscard]] std::string item_label(const ReturnItem& item, Language language);

// A number, or words where there is none.
using FigureValue = std::variant<std::string, DecimalCell, PercentCell>;
[[nodiscard]] Cell figure_cell(const FigureValue& value);
// With the decimals that it has, at most six.
[[nodiscard]] FigureValue plain_number(const Quotient& value);
// A share in percent, with as many.
[[nodiscard]] PercentCell plain_percent(const Quotient& share);
[[nodiscard]] FigureValue percentage(const Quotient& share);
[[nodiscard]] FigureValue euro_figure(Money amount);
// "March 2027"
[[nodiscard]] std::string month_name(Month month, Language language);

// A figure of the whole life, by level.
struct ReturnFigure {
    std::string name;
    ByLevel<FigureValue> values;
};
[[nodiscard]] std::vector<ReturnFigure> figures_of(const PostReturn& post, ReturnView view, Language language);
[[nodiscard]] std::vector<ReturnFigure> break_even_figures(const PostReturn& post, Language language);

// "10 % – 20 %", "1 – 4"
[[nodiscard]] std::string assumption_range(const Assumption& assumption, Language language);
// A number of an assumption, as it is read.
[[nodiscard]] std::string assumption_number(const Quotient& value, Factor factor, Language language);
// From the result with the low value to that with the high one, on one scale for all: "  ──│██  ".
[[nodiscard]] std::string tornado_bar(const MovedAssumption& moved, const std::vector<MovedAssumption>& all,
                                      Money central);

}  // namespace msp
