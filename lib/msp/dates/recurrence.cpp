// SPDX-License-Identifier: MIT
#include <msp/dates/recurrence.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>

namespace msp {
namespace {

constexpr unsigned twelve_months = 0xFFF;

struct Window {
    Date first;
    Date last;
};

// The part of [first, last] in which the rule holds; no date goes past 2199.
Window narrowed(const Recurrence& rule, Date first, Date last) {
    const Date end_of_time = Month(2199, 12).last();
    return {std::max(first, rule.from), std::min({last, rule.until.value_or(end_of_time), end_of_time})};
}

void check(const Recurrence& rule) {
    if (rule.chosen == 0 ? rule.step < 1 : (rule.chosen & twelve_months) == 0)
        throw std::invalid_argument("a recurrence without months");
}

// The months of a rule, by occurrence number.
class RuleMonths {
 public:
    explicit RuleMonths(const Recurrence& rule) : anchor_(rule.anchor), step_(rule.step) {
        check(rule);
        for (int month = 0; month < 12; ++month)
            if ((rule.chosen >> month & 1) != 0)
                chosen_[static_cast<std::size_t>(per_year_++)] = month;
        if (per_year_ != 0)
            skipped_ = chosen_before(anchor_);
    }

    [[nodiscard]] Month at(int number) const {
        if (per_year_ == 0)
            return anchor_ + number * step_;
        const int place = skipped_ + number;
        const auto month = chosen_[static_cast<std::size_t>(place % per_year_)];
        return Month(anchor_.year() + place / per_year_, static_cast<unsigned>(month) + 1);
    }

    // The number of the first occurrence in `month` or later.
    [[nodiscard]] int first_from(Month month) const {
        if (month <= anchor_)
            return 0;
        if (per_year_ == 0)
            return (month - anchor_ - 1) / step_ + 1;
        return (month.year() - anchor_.year()) * per_year_ + chosen_before(month) - skipped_;
    }

 private:
    // How many chosen months its year has before `month`.
    [[nodiscard]] int chosen_before(Month month) const {
        const auto end = chosen_.begin() + per_year_;
        return static_cast<int>(std::lower_bound(chosen_.begin(), end, static_cast<int>(month.month()) - 1) -
                                chosen_.begin());
    }

    Month anchor_;
    int step_;
    std::array<int, 12> chosen_{};  // from 0 for January, in order
    int per_year_ = 0;              // 0: every `step_` months
    int skipped_ = 0;               // chosen months of the anchor's year before it
};

// Numbers [begin, end) have their months in the window; only the first and the last may fall outside by their day.
struct Numbers {
    int begin;
    int end;
};

Numbers numbers_in(const RuleMonths& months, Window window) {
    return {months.first_from(Month::of(window.first)), months.first_from(Month::of(window.last) + 1)};
}

// How many occurrences are due up to and on `date`, counted from the anchor.
std::int64_t due_up_to(const Recurrence& rule, Date date) {
    const Month month = Month::of(date);
    if (month < rule.anchor)
        return 0;
    const int elapsed = month - rule.anchor;
    const bool day_reached = month.day(rule.day) <= date;
    if (rule.chosen == 0)
        return elapsed / rule.step + (elapsed % rule.step != 0 || day_reached ? 1 : 0);
    const auto months_before = [&rule](Month end) {
        const unsigned earlier = (1U << (end.month() - 1)) - 1;
        return std::popcount(rule.chosen & twelve_months) * end.year() + std::popcount(rule.chosen & earlier);
    };
    return months_before(day_reached ? month + 1 : month) - months_before(rule.anchor);
}

}  // namespace

void each_occurrence(const Recurrence& rule, Date first, Date last, const std::function<void(Occurrence)>& take) {
    const RuleMonths months(rule);
    const Window window = narrowed(rule, first, last);
    if (window.first > window.last)
        return;
    const Numbers numbers = numbers_in(months, window);
    for (int number = numbers.begin; number < numbers.end; ++number) {
        const Date due = months.at(number).day(rule.day);
        if (due >= window.first && due <= window.last)
            take({due, number});
    }
}

std::int64_t count_occurrences(const Recurrence& rule, Date first, Date last) {
    check(rule);
    const Window window = narrowed(rule, first, last);
    if (window.first > window.last)
        return 0;
    return due_up_to(rule, window.last) - due_up_to(rule, window.first - 1);
}

std::optional<Occurrence> next_occurrence(const Recurrence& rule, Date date) {
    const RuleMonths months(rule);
    const Window window = narrowed(rule, date, Month(2199, 12).last());
    if (window.first > window.last)
        return std::nullopt;
    const Numbers numbers = numbers_in(months, window);
    for (int number = numbers.begin; number < numbers.end; ++number) {
        const Date due = months.at(number).day(rule.day);
        if (due > window.last)
            return std::nullopt;
        if (due >= window.first)
            return Occurrence{due, number};
    }
    return std::nullopt;
}

}  // namespace msp
