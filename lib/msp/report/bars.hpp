// SPDX-License-Identifier: MIT
// Amounts drawn with characters: bars from a line at zero, and one line of small columns.
#pragma once

#include <msp/money/scale.hpp>
#include <msp/report/text_style.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// What stands for the floor and for the end of the agreed overdraft, beside the bars and where they are explained.
[[nodiscard]] std::string_view floor_mark(Bars form);
[[nodiscard]] std::string_view overdraft_mark(Bars form);

// Marks of the limits that stand in each row: the floor where the amount is below it, and how far the overdraft goes.
struct BarMarks {
    std::optional<Money> floor;
    std::optional<Money> overdraft;  // where it ends, below zero
};

// A row of the field: the bar, the line at zero, the marks; a text behind them where there is room. In eighths of a
// cell to the right, in halves to the left, for which alone there are characters; in whole cells as ASCII.
[[nodiscard]] std::string bar(const BarField& field, Money amount, const BarMarks& marks, std::string_view text,
                              Bars form);

// One of the small columns.
struct SparkMark {
    Money amount;
    bool overdrawn = false;  // has a mark of its own
};
[[nodiscard]] std::string_view overdrawn_mark(Bars form);
// One character a mark, as high as its amount is part of the largest.
[[nodiscard]] std::string spark(const std::vector<SparkMark>& marks, Bars form);

}  // namespace msp
