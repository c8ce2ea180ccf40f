// SPDX-License-Identifier: MIT
#include <msp/money/scale.hpp>
#include <msp/report/aci_picture.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace msp {
namespace {

// Where things stand: names before the bars, or, where there is little room, above them.
struct Layout {
    std::int64_t width;
    std::int64_t bars_left;
    std::int64_t bars_right;
    std::int64_t row;
    std::int64_t bars_top;  // in a row
    std::size_t longest_name;

    [[nodiscard]] bool names_above() const { return bars_top != 0; }
    [[nodiscard]] std::int64_t height(std::size_t lines) const {
        constexpr std::int64_t below = 30;
        return row * static_cast<std::int64_t>(lines) + below;
    }
};
constexpr Layout broad = {
    .width = 1200, .bars_left = 640, .bars_right = 880, .row = 30, .bars_top = 0, .longest_name = 58};
constexpr Layout narrow = {
    .width = 600, .bars_left = 1, .bars_right = 241, .row = 54, .bars_top = 24, .longest_name = 55};

constexpr std::int64_t bar_height = 18;

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

void draw(Picture& picture, const AciRemuneration& paid, const std::vector<AciLine>& lines, const Layout& layout,
          const TextStyle& style) {
    constexpr std::int64_t to_the_foot = 16;
    constexpr std::int64_t gap = 12;
    Money most = Money::from_cents(1);
    for (const AciLine& line : lines)
        most = std::max({most, line.amount, line.unknown ? Money() : line.most()});
    const AmountScale scale(Money(), most, layout.bars_right - layout.bars_left);
    std::int64_t top = 0;
    for (const AciLine& line : lines) {
        const std::string label =
            cut_to(paid.text->indicators[line.indicator].label.in(style.language), layout.longest_name);
        if (layout.names_above())
            picture.words(layout.bars_left + gap, top + to_the_foot, label);
        else
            picture.words(layout.bars_left - gap, top + to_the_foot, label, {}, Picture::Anchor::end);
        const std::int64_t bar = top + layout.bars_top;
        if (!line.unknown)
            picture.rectangle(layout.bars_left, bar, scale.at(line.most()), bar_height, "missing");
        picture.rectangle(layout.bars_left, bar, scale.at(line.amount), bar_height, "bar");
        picture.words(layout.bars_left + scale.at(line.unknown ? line.amount : line.most()) + gap, bar + to_the_foot,
                      amounts_of(line.amount, line.missed, line.unknown, style));
        top += layout.row;
    }
    const std::int64_t foot = top - layout.row + layout.bars_top + bar_height;
    picture.line(layout.bars_left, 0, layout.bars_left, foot, "zero");
}

}  // namespace

Picture aci_picture(const AciRemuneration& paid, const TextStyle& style) {
    const std::vector<AciLine> lines = lines_paid(paid);
    const std::string title = title_of_year(paid, style);
    Picture picture(broad.width, broad.height(lines.size()), title, title);
    draw(picture, paid, lines, broad, style);
    picture.begin_narrow(narrow.width, narrow.height(lines.size()));
    draw(picture, paid, lines, narrow, style);
    return picture;
}

}  // namespace msp
