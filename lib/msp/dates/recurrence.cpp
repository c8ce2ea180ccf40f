// SPDX-License-Identifier: MIT
#include <msp/dates/recurrence.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>

namespace msp {
namespace {

constexpr unsigned twelve_months = 0xFFF;
constexpr std::uint32_t thirty_one_days = 0x7FFF'FFFF;

// The months of a rule, by their number from the anchor on.
class RuleMonths {
 public:
    explicit RuleMonths(const Recurrence& rule) : anchor_(rule.anchor), step_(rule.step) {
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

    // The number of the first of them in `month` or later.
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

// The days of a month, in order.
class MonthDays {
 public:
    explicit MonthDays(std::uint32_t days) {
        for (std::uint32_t left = days & thirty_one_days; left != 0; left &= left - 1)
            days_[static_cast<std::size_t>(count_++)] = static_cast<unsigned>(std::countr_zero(left)) + 1;
    }

    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] unsigned at(int place) const { return days_[static_cast<std::size_t>(place)]; }

 private:
    std::array<unsigned, 31> days_{};
    int count_ = 0;
};

// Occurrences [begin, end) by their numbers.
struct Numbers {
    int begin = 0;
    int end = 0;
};

class Days {
 public:
    explicit Days(const Recurrence& rule) : rule_(rule), months_(rule), days_(rule.days) {
        const bool has_months = rule.chosen == 0 ? rule.step >= 1 : (rule.chosen & twelve_months) != 0;
        if (rule.interval < 0 || (rule.interval == 0 && (!has_months || days_.count() == 0)))
            throw std::invalid_argument("a recurrence without days");
    }

    [[nodiscard]] Date due(int number) const {
        if (rule_.interval != 0)
            return rule_.from + number * rule_.interval;
        return months_.at(number / days_.count()).day(days_.at(number % days_.count()));
    }

    // Those due in [first, last] that the rule's own bounds leave; no date goes past 2199.
    [[nodiscard]] Numbers in(Date first, Date last) const {
        const Date end_of_time = Month(2199, 12).last();
        const Date from = std::max(first, rule_.from);
        const Date until = std::min({last, rule_.until.value_or(end_of_time), end_of_time});
        if (from > until)
            return {};
        Numbers numbers = {first_from(from), first_from(until + 1)};
        if (rule_.times)
            numbers.end = std::min(numbers.end, first_from(rule_.from) + *rule_.times);
        return numbers;
    }

    [[nodiscard]] std::vector<Occurrence> list(Numbers numbers) const {
        std::vector<Occurrence> found;
        found.reserve(static_cast<std::size_t>(std::max(numbers.end - numbers.begin, 0)));
        int number = numbers.begin;
        if (rule_.interval != 0) {
            for (; number < numbers.end; ++number)
                found.push_back({due(number), number});
            return found;
        }
        int index = number / days_.count();
        for (int place = number % days_.count(); number < numbers.end; ++number) {
            found.push_back({months_.at(index).day(days_.at(place)), number});
            if (++place == days_.count()) {
                place = 0;
                ++index;
            }
        }
        return found;
    }

 private:
    // The number of the first occurrence due on `date` or later.
    [[nodiscard]] int first_from(Date date) const {
        if (rule_.interval != 0)
            return date <= rule_.from ? 0 : (date - rule_.from - 1) / rule_.interval + 1;
        const Month month = Month::of(date);
        int number = months_.first_from(month) * days_.count();
        const int next_month = months_.first_from(month + 1) * days_.count();
        while (number < next_month && due(number) < date)
            ++number;
        return number;
    }

    const Recurrence& rule_;
    RuleMonths months_;
    MonthDays days_;
};

}  // namespace

std::vector<Occurrence> occurrences(const Recurrence& rule, Date first, Date last) {
    const Days days(rule);
    return days.list(days.in(first, last));
}

std::int64_t count_occurrences(const Recurrence& rule, Date first, Date last) {
    const Numbers numbers = Days(rule).in(first, last);
    return std::max(numbers.end - numbers.begin, 0);
}

std::optional<Occurrence> next_occurrence(const Recurrence& rule, Date date) {
    const Days days(rule);
    const Numbers numbers = days.in(date, Month(2199, 12).last());
    if (numbers.begin >= numbers.end)
        return std::nullopt;
    return Occurrence{days.due(numbers.begin), numbers.begin};
}

std::int32_t occurrences_a_year(const Recurrence& rule) {
    return (rule.chosen != 0 ? std::popcount(rule.chosen) : 12 / rule.step) * std::popcount(rule.days);
}

}  // namespace msp
