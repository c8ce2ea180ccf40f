// SPDX-License-Identifier: MIT
#include <msp/lines/lines.hpp>
#include <msp/plan/charged.hpp>

#include <bit>

namespace msp {
namespace {

constexpr int months_a_year = 12;

// Months from one payment to the next; nothing where they do not divide a year evenly, or there is but one a year.
int rhythm(const Line& line) {
    const int step =
        line.rule.chosen == 0 ? line.rule.step : months_a_year / std::max(std::popcount(line.rule.chosen), 1);
    const bool even = line.rule.chosen == 0 || months_a_year % std::popcount(line.rule.chosen) == 0;
    return line.kind != AmountKind::dated && even && step < months_a_year ? step : 0;
}

Window months(Month first, int count) {
    return {first.first(), (first + (count - 1)).last()};
}

Window covered(const Budget& budget, const Line& line, const Movement& movement, EntityIndex entity) {
    const Month month = Month::of(movement.due);
    switch (line.covers.kind) {
        case CoversKind::rhythm:
            break;
        case CoversKind::month:
            return months(month, 1);
        case CoversKind::quarter:
            return months(month - static_cast<int>((month.month() - 1) % 3), 3);
        case CoversKind::year:
            return months(Month(month.year(), 1), months_a_year);
        case CoversKind::exercise:
            return days_of(budget, movement.exercise, entity);
        case CoversKind::days:
            return {line.covers.first, line.covers.last};
    }
    if (line.kind != AmountKind::dated && line.rule.interval != 0)
        return {movement.due, movement.due + (line.rule.interval - 1)};
    const int step = rhythm(line);
    return step == 0 ? days_of(budget, movement.exercise, entity) : months(month, step);
}

}  // namespace

Window days_of(const Budget& budget, std::int16_t exercise, EntityIndex entity) {
    return {budget.last_day_of(static_cast<std::int16_t>(exercise - 1), entity) + 1,
            budget.last_day_of(exercise, entity)};
}

std::vector<ChargedLine> charged_lines(const Budget& budget, std::int16_t exercise, EntityIndex entity) {
    // What belongs to an exercise falls due in it, or in the one before or after.
    const Window window = {days_of(budget, static_cast<std::int16_t>(exercise - 2), entity).first,
                           days_of(budget, static_cast<std::int16_t>(exercise + 2), entity).last};
    std::vector<ChargedLine> lines;
    for (const Line& line : budget.lines) {
        if (!line.shared || budget.banks[line.bank].entity != entity)
            continue;
        ChargedLine charged = {&line, {}};
        line_movements(
            budget, line, window,
            [&](const Movement& movement) {
                if (movement.bank == line.bank && movement.exercise == exercise)
                    charged.charges.push_back(
                        {movement.due, covered(budget, line, movement, entity), opposite(movement.amount)});
            },
            nullptr);
        if (!charged.charges.empty())
            lines.push_back(std::move(charged));
    }
    return lines;
}

}  // namespace msp
