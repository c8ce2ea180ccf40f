// SPDX-License-Identifier: MIT
#include <msp/money/scale.hpp>
#include <msp/report/aci_picture.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace msp {
namespace {

constexpr std::int64_t bars_width = 1200;
constexpr std::int64_t bars_left = 640;
constexpr std::int64_t bars_right = 880;
constexpr std::int64_t bar_row = 30;
constexpr std::int64_t bar_height = 18;
constexpr std::size_t longest_name = 58;

std::vector<AciLine> lines_paid(const AciRemuneration& paid) {
    std::vector<AciLine> lines;
    std::ranges::copy_if(paid.lines, std::back_inserter(lines), &AciLine::pays);
    return lines;
}

std::string shown(Money amount, const TextStyle& style) {
    return write_amount(amount, style.amounts, style.language);
}

// What it brings, and after it what is missing.
std::string amounts_of(Money amount, Money missed, bool unknown, const TextStyle& style) {
    if (unknown)
        return tell({tr("{amount}; its maximum is not public"), {{"amount", shown(amount, style)}}}, style);
    if (amount == Money() && missed == Money())  // what another indicator excludes has no maximum of its own
        return shown(amount, style);
    if (missed == Money())
        return tell({tr("{amount}, all of it"), {{"amount", shown(amount, style)}}}, style);
    return tell(
        {tr("{amount}; {missed} missing"), {{"amount", shown(amount, style)}, {"missed", shown(missed, style)}}},
        style);
}

std::string title_of_year(const AciRemuneration& paid, const TextStyle& style) {
    return tell({paid.missed() == Money() ? tr("ACI {year} as computed: {amount}, all that it can bring")
                                          : tr("ACI {year} as computed: {amount}, {missed} missing of {most}"),
                 {{"year", std::int64_t{paid.year}},
                  {"amount", shown(paid.total, style)},
                  {"missed", shown(paid.missed(), style)},
                  {"most", shown(paid.maximum, style)}}},
                style);
}

}  // namespace

Picture aci_picture(const AciRemuneration& paid, const TextStyle& style) {
    const std::vector<AciLine> lines = lines_paid(paid);
    Money most = Money::from_cents(1);
    for (const AciLine& line : lines)
        most = std::max({most, line.amount, line.unknown ? Money() : line.most()});
    const AmountScale scale(Money(), most, bars_right - bars_left);
    const std::string title = title_of_year(paid, style);
    Picture picture(bars_width, bar_row * static_cast<std::int64_t>(lines.size() + 1), title, title);
    std::int64_t top = 0;
    for (const AciLine& line : lines) {
        const std::string label(paid.text->indicators[line.indicator].label.in(style.language));
        const std::string amounts = amounts_of(line.amount, line.missed, line.unknown, style);
        constexpr std::int64_t to_the_foot = 16;
        picture.words(bars_left - 12, top + to_the_foot, cut_to(label, longest_name), {}, Picture::Anchor::end);
        if (!line.unknown)
            picture.rectangle(bars_left, top, scale.at(line.most()), bar_height, "missing");
        picture.rectangle(bars_left, top, scale.at(line.amount), bar_height, "bar");
        picture.words(bars_left + scale.at(line.unknown ? line.amount : line.most()) + 12, top + to_the_foot, amounts);
        top += bar_row;
    }
    picture.line(bars_left, 0, bars_left, top - (bar_row - bar_height), "zero");
    return picture;
}

}  // namespace msp
