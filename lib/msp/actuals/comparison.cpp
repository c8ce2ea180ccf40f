// SPDX-License-Identifier: MIT
#include <msp/actuals/comparison.hpp>
#include <msp/actuals/timing.hpp>

#include <algorithm>
#include <tuple>

namespace msp {
namespace {

// The exercise as one period, or the months or quarters of it.
std::vector<Period> cut(Date first, Date last, Grid grid) {
    if (first > last)
        return {};
    return grid == Grid::year ? std::vector<Period>{{first, last}} : periods(first, last, grid);
}

// The last day of a month stays the last day.
Date year_before(Date date) {
    const Month month = Month::of(date) - 12;
    return date == Month::of(date).last() ? month.last() : month.day(date.fields().day);
}

std::optional<Quotient> percent_of(Money gap, Money voted) {
    constexpr std::int64_t percent = 100;
    if (voted == Money())
        return std::nullopt;
    return Quotient(gap.cents(), absolute(voted).cents()) * Quotient(percent);
}

}  // namespace

void EntityComparison::show(Date books_end, Date until, Grid grid) {
    const Budget& budget = lines_.today();
    const std::int16_t exercise = budget.exercise_of(std::min(books_end, until), entity_);
    const Date last = budget.last_day_of(exercise, entity_);
    until = std::min(until, last);  // of the next exercise there are no books yet
    const Date first = budget.last_day_of(static_cast<std::int16_t>(exercise - 1), entity_) + 1;
    shown_ = cut(first, until, grid);
    all_ = shown_;
    for (const Period& period : cut(until + 1, last, grid))
        all_.push_back(period);
}

std::optional<Movement> EntityComparison::voted(const Movement& planned) const {
    const std::vector<Bank>& banks = lines_.voted().banks;
    const EntityIndex entity = banks[planned.bank].entity;
    if (lines_.entity_today(entity) != entity_ || !window().holds(planned.date))
        return std::nullopt;
    // Of what an entity moves between its own accounts, the side that pays.
    const bool internal = planned.counterpart != no_bank && banks[planned.counterpart].entity == entity;
    return !internal || planned.amount.negative() ? std::optional(planned) : std::nullopt;
}

std::optional<Movement> EntityComparison::voted_accrued(const Movement& planned) const {
    const bool counts =
        planned.nature == Nature::charge || planned.nature == Nature::income || planned.nature == Nature::tax;
    if (!counts || planned.exercise != lines_.today().exercise_of(window().last, entity_))
        return std::nullopt;
    Movement of = planned;
    of.date = std::clamp(planned.due, window().first, window().last);
    return voted(of);
}

void EntityComparison::add(const Movement& voted) {
    held_[lines_.position_of_voted(voted.item)].planned.emplace_back(voted.date, voted.amount);
}

bool EntityComparison::counts(const CashMove& move) {
    return move.kind != CashKind::internal || (move.item != no_item && move.amount.negative());
}

void EntityComparison::add(std::size_t part, const CashMove& move) {
    if (!counts(move))
        return;
    Line& line = move.kind == CashKind::unmapped ? unmapped_ : move.kind == CashKind::apart ? apart_ : held_[move.item];
    Amount& of = line.actual[move.date];
    of.sum += move.amount;
    of.estimated = of.estimated || move.estimated;
    if (line.items.size() <= most_items)
        line.items.emplace_back(move.date, move.amount);
    moved_[part][move.date] += move.amount;
}

std::map<std::size_t, NotCompared> EntityComparison::not_compared() const {
    const Date first = year_before(all_.front().first);
    const Date last = until();
    std::map<std::size_t, NotCompared> found;
    for (const auto& [part, days] : moved_) {
        for (const auto& [day, amount] : days) {
            if (day >= all_.front().first ? day <= last : day >= first && covering(day) != nullptr)
                continue;
            NotCompared& of = found.try_emplace(part, NotCompared{day, day, {}}).first->second;
            of.last = day;
            of.amount += amount;
        }
    }
    return found;
}

std::size_t EntityComparison::period_of(Date date) const {
    const auto after = std::ranges::upper_bound(all_, date, {}, &Period::first);
    return static_cast<std::size_t>(after - all_.begin()) - 1;
}

const Window* EntityComparison::covering(Date day) const {
    const auto found = std::ranges::find_if(covered_, [&](const Window& days) { return days.holds(day); });
    return found == covered_.end() ? nullptr : &*found;
}

bool EntityComparison::covered(const Period& period) const {
    Date day = period.first;
    for (const Window* found = covering(day); found != nullptr && day <= period.last; found = covering(day))
        day = found->last + 1;
    return day > period.last;
}

std::optional<Window> EntityComparison::missing(Date up_to) const {
    Date day = all_.front().first;
    const Date last = std::min(up_to, until());
    for (const Window* found = covering(day); found != nullptr && day <= last; found = covering(day))
        day = found->last + 1;
    if (day > last)
        return std::nullopt;
    Window gap = {day, last};
    for (const Window& days : covered_)
        gap.last = days.first > day ? std::min(gap.last, days.first - 1) : gap.last;
    return gap;
}

std::optional<Money> EntityComparison::previous(const Line& line, const Period& period) const {
    const Period before = {year_before(period.first), year_before(period.last)};
    if (!covered(before))
        return std::nullopt;
    Money sum;
    for (auto day = line.actual.lower_bound(before.first); day != line.actual.end() && day->first <= before.last; ++day)
        sum += day->second.sum;
    return sum;
}

ComparedRow EntityComparison::row(std::optional<HeldLine> held, const Line& line, const Period& period) const {
    ComparedRow made;
    made.entity = entity_;
    made.period = period;
    made.line = held;
    for (const auto& [day, amount] : line.planned)
        made.voted += day >= period.first && day <= period.last ? amount : Money();
    for (auto day = line.actual.lower_bound(period.first); day != line.actual.end() && day->first <= period.last;
         ++day) {
        made.actual += day->second.sum;
        made.came = true;
        made.estimated = made.estimated || day->second.estimated;
    }
    made.previous = previous(line, period);
    return made;
}

EntityComparison::Timed EntityComparison::timed(const Line& line) const {
    Timed made;
    std::vector<std::pair<Date, Money>> planned = line.planned;
    std::ranges::stable_sort(planned, {}, &std::pair<Date, Money>::first);
    std::vector<TimedAmount> due;
    for (const auto& [day, amount] : planned) {
        due.push_back({period_of(day), amount});
        made.due.push_back(day);
    }
    std::vector<TimedAmount> came;
    const auto add = [&](Date day, Money amount) {
        if (day < shown_.front().first || day > shown_.back().last)
            return;
        came.push_back({period_of(day), amount});
        made.came.push_back(day);
    };
    if (line.items.size() <= most_items) {
        std::vector<std::pair<Date, Money>> items = line.items;
        std::ranges::stable_sort(items, {}, &std::pair<Date, Money>::first);
        for (const auto& [day, amount] : items)
            add(day, amount);
    } else {
        for (const auto& [day, amount] : line.actual)
            add(day, amount.sum);
    }
    made.moves = timed_moves(due, came, all_.size(), shown_.size());
    return made;
}

void EntityComparison::add_timing(const Line& line, std::vector<ComparedRow>& rows) const {
    const Timed of = timed(line);
    const auto add = [&](Date day, Money amount) {
        if (const std::size_t period = period_of(day); period < rows.size())
            rows[period].timing += amount;
    };
    for (const TimedMove& move : of.moves) {
        add((move.kind == TimedKind::back ? of.came : of.due)[move.from], -move.amount);
        add(of.came[move.to], move.amount);
    }
}

std::vector<HeldTiming> EntityComparison::timing_of(const ComparedRow& row) const {
    std::vector<HeldTiming> all;
    const auto found = row.line ? held_.find(lines_.position_of(*row.line)) : held_.end();
    if (found == held_.end())
        return all;
    const Timed of = timed(found->second);
    const auto within = [&](Date day) { return row.period.first <= day && day <= row.period.last; };
    for (const TimedMove& move : of.moves) {
        const Date from = (move.kind == TimedKind::back ? of.came : of.due)[move.from];
        const Date to = of.came[move.to];
        if (within(from) || within(to))
            all.push_back({move.kind, from, to, within(from) ? -move.amount : move.amount});
    }
    return all;
}

void EntityComparison::lands(const Budget& rolled, const Rolling& rolling) {
    rolled_ = rolling.of(entity_) != nullptr;
    for (const Landed& each : rolling.landings) {
        if (each.entity != entity_ || rolled.items[each.item].origin == Origin::transfer)
            continue;
        // Behind the lines of the budget stand those that money of no rule was given.
        Landing& to = each.item < lines_.today().items.size() ? landed_[each.item] : unmapped_landed_;
        to.actual += each.actual;
        to.remaining += each.remaining;
    }
}

void EntityComparison::add_landing(std::optional<std::size_t> position, const Line& line,
                                   std::vector<ComparedRow>& rows) const {
    if ((!rolled_ && !is_over()) || (position && moves_within(lines_[*position])))
        return;
    Money landing;
    if (rolled_) {
        const auto found = position ? landed_.find(*position) : landed_.end();
        const Landing of = !position ? unmapped_landed_ : found == landed_.end() ? Landing() : found->second;
        landing = of.actual + of.remaining;
    } else {
        for (auto day = line.actual.lower_bound(shown_.front().first);
             day != line.actual.end() && day->first <= shown_.back().last; ++day)
            landing += day->second.sum;
    }
    rows.back().landing = landing;
}

std::vector<HeldLanding> EntityComparison::landings() const {
    std::vector<HeldLanding> all;
    if (!rolled_ || is_over())
        return all;
    const auto add = [&](std::optional<HeldLine> held, Money voted, const Landing& landed) {
        HeldLanding made{held, voted, landed.actual, landed.remaining, landed.actual + landed.remaining, {}};
        made.gap = made.landing - voted;
        if (voted != Money() || landed.actual != Money() || landed.remaining != Money())
            all.push_back(made);
    };
    std::map<std::size_t, Landing> lines = landed_;
    for (const auto& [position, line] : held_)
        lines.try_emplace(position);
    for (const auto& [position, landed] : lines) {
        if (moves_within(lines_[position]))
            continue;
        const auto held = held_.find(position);
        Money voted;
        if (held != held_.end()) {
            for (const auto& [day, amount] : held->second.planned)
                voted += amount;
        }
        add(lines_[position], voted, landed);
    }
    std::ranges::stable_sort(all, {}, [](const HeldLanding& each) { return each.line->item().side; });
    add(std::nullopt, {}, unmapped_landed_);
    return all;
}

HeldLanding EntityComparison::total_of(const std::vector<HeldLanding>& landings) {
    HeldLanding total{};
    for (const HeldLanding& each : landings) {
        total.voted += each.voted;
        total.actual += each.actual;
        total.remaining += each.remaining;
        total.landing += each.landing;
        total.gap += each.gap;
    }
    return total;
}

void EntityComparison::settle_gap(ComparedRow& row) {
    row.gap = row.actual - row.voted;
    row.gap_percent = percent_of(row.gap, row.voted);
    row.amount_gap = row.gap - row.timing;
}

std::vector<ComparedRow> EntityComparison::rows() const {
    std::vector<ComparedRow> all;
    const auto add = [&](std::optional<std::size_t> position, const Line& line) {
        const std::optional<HeldLine> held = position ? std::optional(lines_[*position]) : std::nullopt;
        std::vector<ComparedRow> rows;
        for (const Period& period : shown_)
            rows.push_back(row(held, line, period));
        if (held)
            add_timing(line, rows);
        if (&line != &apart_ || !rolled_)
            add_landing(position, line, rows);
        for (ComparedRow& each : rows) {
            settle_gap(each);
            if (!only_lands(each) || each.landing.value_or(Money()) != Money())
                all.push_back(each);
        }
    };
    const Line none;  // neither voted nor come so far
    std::map<std::size_t, const Line*> lines;
    for (const auto& [position, line] : held_)
        lines.emplace(position, &line);
    for (const auto& [position, landed] : landed_)
        lines.emplace(position, &none);
    for (const auto& [position, line] : lines)
        add(position, *line);
    add(std::nullopt, unmapped_);
    const std::size_t before = all.size();
    add(std::nullopt, apart_);
    for (std::size_t i = before; i < all.size(); ++i)
        all[i].apart = true;
    std::ranges::stable_sort(all, {}, [](const ComparedRow& each) {
        const Side side = each.line ? each.line->item().side : Side::payments;
        return std::tuple(each.period.first, !each.line, !each.apart, side);
    });
    return all;
}

std::vector<ComparedRow> EntityComparison::totals(const std::vector<ComparedRow>& rows) const {
    std::vector<ComparedRow> all;
    for (const Period& period : shown_) {
        ComparedRow total;
        total.entity = entity_;
        total.period = period;
        for (const ComparedRow& row : rows) {
            if (row.period.first != period.first || (row.line && moves_within(*row.line)))
                continue;
            if (row.landing)
                total.landing = total.landing.value_or(Money()) + *row.landing;
            total.voted += row.voted;
            total.actual += row.actual;
            total.came = total.came || row.came;
            total.estimated = total.estimated || row.estimated;
            total.timing += row.timing;
            if (row.previous)
                total.previous = total.previous.value_or(Money()) + *row.previous;
        }
        settle_gap(total);
        all.push_back(total);
    }
    return all;
}

}  // namespace msp
