// SPDX-License-Identifier: MIT
// Private to the module: the months of a return, and what of a year lies in each.
#pragma once

#include <msp/model/budget.hpp>
#include <msp/money/quotient.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

// From the post's first day, or the month in which its account opens, to the end of so many exercises or of the post.
class Horizon {
 public:
    Horizon(const Budget& budget, const Post& post, int years);

    [[nodiscard]] Month first() const { return Month::of(begins_); }
    [[nodiscard]] Month last() const { return first() + (static_cast<int>(places_.size()) - 1); }
    [[nodiscard]] int months() const { return static_cast<int>(places_.size()); }
    [[nodiscard]] const std::vector<std::int16_t>& exercises() const { return exercises_; }
    // Where a month's exercise stands among them; nothing outside.
    [[nodiscard]] std::size_t exercise_of(std::size_t month) const { return places_[month]; }
    // Where a month stands among those shown; nothing outside.
    [[nodiscard]] std::optional<std::size_t> place_of(Month month) const {
        const int offset = month - first();
        return offset < 0 || offset >= months() ? std::nullopt : std::optional(static_cast<std::size_t>(offset));
    }
    [[nodiscard]] Date begins() const { return begins_; }
    [[nodiscard]] Date ends() const { return ends_; }

    // Of days within these, the twelfths of each month: a whole month is 1/12, part of it by its days.
    [[nodiscard]] std::vector<Quotient> twelfths(Date from, Date until) const;
    // Exact cents by month to cents: within an exercise each month is what its sum so far, rounded, is above that of
    // the month before.
    [[nodiscard]] std::vector<Money> by_month(const std::vector<Quotient>& cents) const;
    [[nodiscard]] std::vector<Money> by_exercise(const std::vector<Money>& months) const;
    [[nodiscard]] std::vector<Quotient> by_exercise(const std::vector<Quotient>& months) const;
    // How many months of each exercise are marked.
    [[nodiscard]] std::vector<int> count(const std::vector<bool>& months) const;

 private:
    Date begins_;
    Date ends_;
    std::vector<std::int16_t> exercises_;
    std::vector<std::size_t> places_;  // of each month
};

}  // namespace msp
