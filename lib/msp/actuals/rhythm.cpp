// SPDX-License-Identifier: MIT
#include <msp/actuals/rhythm.hpp>
#include <msp/money/quotient.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <optional>

namespace msp {
namespace {

using Amounts = std::span<const DayAmount>;

struct DueDays {
    int step = 0;
    Month first;
    unsigned day = 1;
    Roll roll = Roll::none;
    std::size_t met = 0;        // payments on their due day
    std::int32_t distance = 0;  // of all from theirs, in days

    [[nodiscard]] bool fits_better_than(const DueDays& other) const {
        return met > other.met || (met == other.met && roll == other.roll && distance < other.distance);
    }
};

// Nothing where a payment is far from its day, or not most of them are on it.
std::optional<DueDays> held_against(Amounts came, DueDays rule) {
    const std::int32_t furthest = rule.step == 1 ? 10 : 15;  // days
    Month month = rule.first;
    for (const DayAmount& each : came) {
        const Date due = roll(month.day(rule.day), rule.roll, Holidays::france);
        const std::int32_t distance = std::abs(each.date - due);
        if (distance > furthest)
            return std::nullopt;
        rule.met += distance == 0 ? 1 : 0;
        rule.distance += distance;
        month = month + rule.step;
    }
    return rule.met * 2 > came.size() ? std::optional(rule) : std::nullopt;
}

// How many payments a rule has until the last month.
std::size_t due_until(Month first, Month last, int step) {
    return first > last ? 0 : static_cast<std::size_t>((last - first) / step + 1);
}

// Whether the payments show a rhythm that began after the months did.
bool show_later(Amounts came, int step) {
    constexpr int longest = 3;
    constexpr std::size_t enough = 3;  // payments
    return step <= longest &&
           (came.size() >= enough || (step > 1 && came.size() > 1 && came.front().amount == came.back().amount));
}

// Whether a rule that begins then has as many payments as came.
bool has_as_many(Amounts came, const MonthsSeen& seen, Month first, int step) {
    return due_until(first, seen.last, step) == came.size() ||
           (!seen.whole && due_until(first, seen.last - 1, step) == came.size());
}

// By months, one payment more: that of the month before, or of the month after.
bool has_one_more(Amounts came, const MonthsSeen& seen, Month first) {
    return came.size() > 3 && came.size() == static_cast<std::size_t>(seen.count()) + 1 &&
           (first == seen.first || first == seen.first - 1);
}

// Of equal ones the plainest: no business days, then the next one; the smallest day.
std::optional<DueDays> due_days(Amounts came, const MonthsSeen& seen, int step) {
    std::optional<DueDays> best;
    for (const int beside : {0, -1, 1}) {
        const Month first = Month::of(came.front().date) + beside;
        const bool within = first >= seen.first && (first < seen.first + step || show_later(came, step)) &&
                            has_as_many(came, seen, first, step);
        if (!within && (step != 1 || !has_one_more(came, seen, first)))
            continue;
        for (const Roll roll : {Roll::none, Roll::next, Roll::previous}) {
            for (unsigned day = 1; day <= 31; ++day) {
                const std::optional<DueDays> rule = held_against(came, {step, first, day, roll});
                if (rule && (!best || rule->fits_better_than(*best)))
                    best = rule;
            }
        }
    }
    return best;
}

Money sum_of(Amounts came) {
    Money sum;
    for (const DayAmount& each : came)
        sum += each.amount;
    return sum;
}

Money of_twelve_months(Money sum, int months) {
    constexpr std::int64_t a_year = 12;
    return rounded(Quotient(sum.cents(), months) * Quotient(a_year), Rounding::half_up);
}

bool is_last_price(Amounts came) {
    constexpr int most = 2;  // a price that changes more often is none, nor one that changes by more than a quarter
    int changes = 0;
    for (std::size_t i = 1; i < came.size(); ++i) {
        const Money change = came[i].amount - came[i - 1].amount;
        if (absolute(change) * 4 > absolute(came[i - 1].amount))
            return false;
        changes += change != Money() ? 1 : 0;
    }
    return came.size() > 2 && changes <= most && came.back().amount == came[came.size() - 2].amount;
}

void set_amount(Rhythm& rhythm, Amounts came) {
    const bool same =
        std::ranges::all_of(came, [&](const DayAmount& each) { return each.amount == came.front().amount; });
    rhythm.from = same ? AmountFrom::each : is_last_price(came) ? AmountFrom::latest : AmountFrom::spread;
    rhythm.amount = rhythm.from == AmountFrom::spread
                        ? of_twelve_months(sum_of(came), static_cast<int>(came.size()) * rhythm.step)
                        : came.back().amount;
}

// The day by which half of the money has come in its month.
unsigned middle_day(Amounts came) {
    std::map<unsigned, Money> days;
    Money all;
    for (const DayAmount& each : came) {
        days[each.date.fields().day] += absolute(each.amount);
        all += absolute(each.amount);
    }
    Money so_far;
    for (const auto& [day, amount] : days) {
        so_far += amount;
        if (so_far * 2 >= all)
            return day;
    }
    return days.rbegin()->first;
}

// Each month's on its last day with a payment.
std::vector<DayAmount> sums_of_months(Amounts came) {
    std::vector<DayAmount> sums;
    for (const DayAmount& each : came) {
        if (sums.empty() || Month::of(sums.back().date) != Month::of(each.date))
            sums.push_back({each.date, {}});
        sums.back().date = each.date;
        sums.back().amount += each.amount;
    }
    return sums;
}

Rhythm without_days(Amounts came, const MonthsSeen& seen) {
    constexpr std::size_t most_dated = 12;
    constexpr std::size_t least_months = 3;
    Rhythm rhythm;
    const std::vector<DayAmount> months = sums_of_months(came);
    const Money all = sum_of(came);
    if (months.size() >= least_months && months.size() * 4 >= static_cast<std::size_t>(seen.count()) * 3 &&
        !all.negative() && all != Money()) {
        rhythm.step = 1;
        rhythm.first = seen.first;
        rhythm.day = middle_day(came);
        rhythm.from = AmountFrom::spread;
        rhythm.amount = of_twelve_months(all, seen.count());
        rhythm.by_month = true;
        return rhythm;
    }
    rhythm.by_month = came.size() > most_dated;
    rhythm.dated = rhythm.by_month ? months : std::vector<DayAmount>(came.begin(), came.end());
    std::erase_if(rhythm.dated, [](const DayAmount& each) { return each.amount == Money(); });
    for (DayAmount& each : rhythm.dated)
        each.date = add_months(each.date, 12);
    return rhythm;
}

}  // namespace

Rhythm rhythm_of(std::span<const DayAmount> came, const MonthsSeen& seen) {
    const Money all = sum_of(came);
    if (all.negative() || all == Money())
        return without_days(came, seen);
    for (const int step : {1, 2, 3, 6, 12}) {
        if (came.size() == 1 && step != 12)
            continue;
        if (const std::optional<DueDays> rule = due_days(came, seen, step)) {
            Rhythm rhythm;
            rhythm.step = step;
            rhythm.first = rule->first;
            rhythm.day = rule->day;
            rhythm.roll = rule->roll;
            rhythm.later = rule->first >= seen.first + step && step < 12;
            rhythm.one_more = step == 1 && came.size() > static_cast<std::size_t>(seen.count());
            set_amount(rhythm, came);
            return rhythm;
        }
    }
    return without_days(came, seen);
}

}  // namespace msp
