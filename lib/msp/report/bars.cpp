// SPDX-License-Identifier: MIT
#include <msp/diag/message.hpp>
#include <msp/report/bars.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>

namespace msp {
namespace {

constexpr std::int64_t eighths = 8;
constexpr std::array<std::string_view, 9> from_left = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
// What comes nearest to so many eighths at the right side of a cell.
constexpr std::array<std::string_view, 9> from_right = {"", "▕", "▕", "▐", "▐", "▐", "▐", "█", "█"};
constexpr std::array<std::string_view, 8> upright = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, 9> heights = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};

// The cells of a row by their distance from zero: 0 is the first one on its right, -1 the first one on its left.
class BarRow {
 public:
    BarRow(const BarField& field, Bars form)
        : field_(field), form_(form), cells_(static_cast<std::size_t>(field.left() + field.right()), " ") {}

    void fill(Money amount) {
        const std::int64_t length = field_.length(amount, form_ == Bars::ascii ? 1 : eighths);
        const std::int64_t parts =
            form_ == Bars::ascii ? (length < 0 ? -length : length) * eighths : (length < 0 ? -length : length);
        for (std::int64_t i = 0; i * eighths < parts; ++i) {
            const auto covered = static_cast<std::size_t>(std::min(eighths, parts - i * eighths));
            put(length < 0 ? -1 - i : i, form_ == Bars::ascii ? "#"
                                         : length < 0         ? from_right.at(covered)
                                                              : from_left.at(covered));
        }
    }

    // In the cell that a bar of this amount ends in.
    void mark(Money amount, std::string_view sign) {
        const std::int64_t length = field_.length(amount, eighths);
        if (length != 0)
            put(length < 0 ? (length + 1) / eighths - 1 : (length - 1) / eighths, sign);
    }

    // Behind everything else on the right of zero.
    void write(std::string_view text) {
        std::int64_t end = field_.right();
        while (end > 0 && cell(end - 1) == " ")
            --end;
        const auto width = static_cast<std::int64_t>(display_width(text));
        if (text.empty() || end + 1 + width > field_.right())
            return;
        cell(end + 1) = text;
        for (std::int64_t i = 1; i < width; ++i)
            cell(end + 1 + i).clear();
    }

    [[nodiscard]] std::string text() const {
        std::string out;
        for (std::size_t i = 0; i <= cells_.size(); ++i) {
            if (i == static_cast<std::size_t>(field_.left()))
                out += form_ == Bars::ascii ? "|" : "│";
            if (i < cells_.size())
                out += cells_[i];
        }
        return out;
    }

 private:
    [[nodiscard]] std::string& cell(std::int64_t at) { return cells_[static_cast<std::size_t>(field_.left() + at)]; }
    void put(std::int64_t at, std::string_view sign) {
        if (at >= -field_.left() && at < field_.right())
            cell(at) = sign;
    }

    const BarField& field_;
    Bars form_;
    std::vector<std::string> cells_;
};

}  // namespace

std::string_view floor_mark(Bars form) {
    return form == Bars::ascii ? ":" : "┊";
}

std::string_view overdraft_mark(Bars /*form*/) {
    return "[";
}

std::string_view overdrawn_mark(Bars form) {
    return form == Bars::ascii ? "-" : "▼";
}

std::string bar(const BarField& field, Money amount, const BarMarks& marks, std::string_view text, Bars form) {
    assert(form != Bars::none);
    BarRow row(field, form);
    row.fill(amount);
    if (marks.floor && amount < *marks.floor)
        row.mark(*marks.floor, floor_mark(form));
    if (marks.overdraft)
        row.mark(*marks.overdraft, overdraft_mark(form));
    row.write(text);
    return row.text();
}

std::string spark(const std::vector<SparkMark>& marks, Bars form) {
    Money most = Money::from_cents(1);
    for (const SparkMark& one : marks)
        most = std::max(most, one.amount);
    const auto steps = static_cast<std::int64_t>(form == Bars::ascii ? heights.size() : upright.size());
    const AmountScale scale(Money(), most, steps);
    std::string out;
    for (const SparkMark& one : marks) {
        const auto step = static_cast<std::size_t>(std::clamp<std::int64_t>(scale.at(one.amount), 1, steps));
        out += one.overdrawn ? overdrawn_mark(form) : form == Bars::ascii ? heights.at(step - 1) : upright.at(step - 1);
    }
    return out;
}

}  // namespace msp
