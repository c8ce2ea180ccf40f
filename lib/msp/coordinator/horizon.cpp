// SPDX-License-Identifier: MIT
#include <msp/coordinator/horizon.hpp>

#include <algorithm>

namespace msp {

Horizon::Horizon(const Budget& budget, const Post& post, int years) {
    const Bank& bank = budget.banks[post.bank];
    begins_ = std::max(post.from, Month::of(bank.date).first());
    const std::int16_t from = budget.exercise_of(Month::of(begins_).last(), bank.entity);
    ends_ = budget.last_day_of(static_cast<std::int16_t>(from + years - 1), bank.entity);
    if (post.until)
        ends_ = std::min(ends_, *post.until);
    for (Month month = Month::of(begins_); month <= Month::of(ends_) && begins_ <= ends_; month = month + 1) {
        const std::int16_t exercise = budget.exercise_of(month.last(), bank.entity);
        if (exercise > from + years - 1)
            break;
        if (exercises_.empty() || exercises_.back() != exercise)
            exercises_.push_back(exercise);
        places_.push_back(exercises_.size() - 1);
    }
}

std::vector<Quotient> Horizon::twelfths(Date from, Date until) const {
    std::vector<Quotient> shares(places_.size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const Month month = first() + static_cast<int>(i);
        const Date day = std::max(month.first(), std::max(from, begins_));
        const Date last = std::min(month.last(), std::min(until, ends_));
        if (day <= last)
            shares[i] = Quotient(last - day + 1, std::int64_t{12} * (month.last() - month.first() + 1));
    }
    return shares;
}

std::vector<Money> Horizon::by_month(const std::vector<Quotient>& cents) const {
    std::vector<Money> months(cents.size());
    Quotient so_far;
    Money before;
    for (std::size_t i = 0; i < cents.size(); ++i) {
        if (i > 0 && places_[i] != places_[i - 1]) {
            so_far = Quotient();
            before = Money();
        }
        so_far += cents[i];
        const Money now = rounded(so_far, Rounding::half_up);
        months[i] = now - before;
        before = now;
    }
    return months;
}

std::vector<Money> Horizon::by_exercise(const std::vector<Money>& months) const {
    std::vector<Money> sums(exercises_.size());
    for (std::size_t i = 0; i < months.size(); ++i)
        sums[places_[i]] += months[i];
    return sums;
}

std::vector<Quotient> Horizon::by_exercise(const std::vector<Quotient>& months) const {
    std::vector<Quotient> sums(exercises_.size());
    for (std::size_t i = 0; i < months.size(); ++i)
        sums[places_[i]] += months[i];
    return sums;
}

std::vector<int> Horizon::count(const std::vector<bool>& months) const {
    std::vector<int> counts(exercises_.size());
    for (std::size_t i = 0; i < months.size(); ++i)
        counts[places_[i]] += months[i] ? 1 : 0;
    return counts;
}

}  // namespace msp
