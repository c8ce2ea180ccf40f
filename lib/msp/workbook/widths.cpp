// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/text_style.hpp>
#include <msp/workbook/widths.hpp>

#include <algorithm>
#include <string>

namespace msp {

std::uint32_t lines_in(std::string_view text, std::size_t width) {
    constexpr std::uint32_t most_lines = 27;  // of the highest row that there is
    const std::size_t lines = lines_within(text, width - width / 7).size();
    return std::min(static_cast<std::uint32_t>(lines), most_lines);
}

std::size_t heading_width(std::string_view heading) {
    std::size_t widest = 0;
    for (const std::string& line : lines_within(heading, widest_heading))
        widest = std::max(widest, display_width(line));
    return widest;
}

std::size_t money_width(Money amount, ShownIn unit) {
    const bool cents = unit == ShownIn::cents;
    std::size_t digits = 1;
    for (std::int64_t rest = whole_units(absolute(amount), unit) / (cents ? 100 : 1); rest >= 10; rest /= 10)
        ++digits;
    return digits + (digits - 1) / 3 + (cents ? 3 : 0) + (amount.negative() ? 1 : 0);
}

}  // namespace msp
