// SPDX-License-Identifier: MIT
// What the accounts of a plan can bear of a post, for each month of hire: the highest level cost a month, and whether
// each whole number of hours a week keeps every account at its floor or above it, evening by evening. The payments of
// each number of hours are computed and put into the plan. Nothing is found by halving where cost does not rise
// steadily: with hours it does not.
#pragma once

#include <msp/cash/projection.hpp>
#include <msp/payroll/payroll.hpp>
#include <msp/plan/case.hpp>
#include <msp/plan/gaps.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

inline constexpr std::int64_t most_afforded_hours = 35;  // a week; the least are 1

struct AffordQuestion {
    std::optional<std::size_t> post;  // of the budget
    std::optional<Money> hourly;      // gross, instead of the post's pay, or of a post beside those of the budget
    std::optional<BankIndex> bank;    // that pays, instead of the post's
    Period days;                      // evenings looked at
    Month first;                      // of the months of hire
    Month last;

    // Without it only a level cost is asked for.
    [[nodiscard]] bool asks_hours() const { return post || hourly; }
};

// The account that comes nearest to its floor, or falls furthest below it.
struct FloorLow {
    Money left;  // above the floor; negative below it
    BankIndex bank = 0;
    Date date;                    // the first such evening
    std::optional<Period> below;  // from the first evening on which an account is below its floor to the last

    [[nodiscard]] bool holds() const { return !below; }
    [[nodiscard]] Money missing() const;
};

// A number of hours, hired on the first day of a month.
struct AffordedHours {
    std::int64_t hours = 0;
    Money gross;  // of that month
    Money cost;   // of that month, without the taxe sur les salaires
    FloorLow low;
    Money later;  // of the pay up to the last evening, what is paid after it
};

struct AffordedLevel {
    Money amount;  // a month
    FloorLow low;  // of the account that pays, from the first payment on
};

struct AffordedHire {
    Month month;
    std::optional<AffordedLevel> level;  // none where an account is below its floor anyway
    std::optional<LeastPay> least;       // of a month, where the post is paid less on that day
    std::vector<AffordedHours> hours;    // 1 to 35; none where the pay is too low, or only a level cost is asked for

    // The highest number that holds; null where none does.
    [[nodiscard]] const AffordedHours* most() const;
    // The next one; null where none is.
    [[nodiscard]] const AffordedHours* beyond() const;
    // Numbers below the highest that do not hold all the same.
    [[nodiscard]] std::vector<std::int64_t> exceptions() const;
};

struct Afforded {
    const Budget* budget = nullptr;
    std::string scenario;
    std::string label;  // of the scenario
    AffordQuestion asked;
    BankIndex bank = 0;             // that pays
    FloorLow without;               // the plan without the post
    std::optional<FloorLow> typed;  // with it as the budget has it, where it has
    std::vector<AffordedHire> hires;
    std::size_t usual = 0;            // the hire that the budget has, else the first
    std::optional<std::size_t> best;  // the hire with the most hours, the first of equals
    Money assumed;                    // receipts among the days looked at that nobody has notified
    std::vector<Gap> gaps;            // of the plan without the post
    std::vector<PayrollBasis> bases;  // of the pay, hired in the first month

    // Some hours in some month, or some level cost.
    [[nodiscard]] bool anything() const;
    // Of some month of the pay that was tried.
    [[nodiscard]] bool rests_on_assumed_rates() const;
};

// The account that would pay.
[[nodiscard]] BankIndex paying_bank(const Budget& budget, const AffordQuestion& question);
// The entity of that account as an employer; nothing where nothing is said of it.
[[nodiscard]] std::optional<std::size_t> paying_employer(const Budget& budget, BankIndex bank);

// The months of hire are within the days looked at, none before the paying account opens or after the post's last day.
// `plan` holds the days looked at. Throws Error where a month of pay is not known and nothing is assumed.
[[nodiscard]] Afforded afforded(const Case& of, const AffordQuestion& question, const Window& plan);

// The post with other hours: the pay of an hour stays what it is, each month's pay rounded half up.
[[nodiscard]] Post with_hours(const Post& post, Rate hours);
// Hired on the first day of a month.
[[nodiscard]] Post hired(const Post& post, Month month, std::int64_t hours);
// So much gross for each hour, from the first day on, instead of what is typed.
void pay_by_hour(Post& post, Money hourly);

}  // namespace msp
