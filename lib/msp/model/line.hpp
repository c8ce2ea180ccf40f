// SPDX-License-Identifier: MIT
// What the user plans: recurring and single lines, and their timing.
#pragma once

#include <msp/dates/business_days.hpp>
#include <msp/dates/recurrence.hpp>
#include <msp/diag/message.hpp>
#include <msp/diag/source.hpp>
#include <msp/model/movement.hpp>
#include <msp/money/rate.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

// Where in the user's file a fact stands. Two budgets that differ only in places are equal.
struct Place {
    Span span;
    friend bool operator==(const Place&, const Place&) { return true; }
};

// Months first, then days; then, where asked for, on to the end of that month (« 45 jours fin de mois »).
struct Delay {
    std::int32_t months = 0;
    std::int32_t days = 0;
    bool end_of_month = false;

    friend bool operator==(const Delay&, const Delay&) = default;
};
[[nodiscard]] Date delayed(Date date, const Delay& delay);

// What becomes of an amount that is due and of which the books have nothing: expected on the day after they end, or so
// long after its day; or no longer.
struct Overdue {
    bool dropped = false;
    std::optional<Delay> delay;

    friend bool operator==(const Overdue&, const Overdue&) = default;
};

// A day on which something falls due, by its name.
struct NamedDay {
    Date date;
    Place place;

    friend bool operator==(const NamedDay&, const NamedDay&) = default;
};

using KeyIndex = std::uint16_t;  // of a ShareKey

struct DatedAmount {
    Date date;
    Money amount;
    Place place;

    friend bool operator==(const DatedAmount&, const DatedAmount&) = default;
};

struct Revision {
    Date date;
    Rate rate;
    std::optional<Date> voted;  // known from this day on; absent: from the first
    Place place;

    friend bool operator==(const Revision&, const Revision&) = default;
};

// Revisions of an amount that is the one of `base`: the dated steps after it, or a rate each year on a day (29 February
// is 28 February in other years). Each revision is rounded half up to the cent and the next one starts from it.
struct Indexation {
    std::optional<Rate> yearly;
    unsigned month = 1;
    unsigned day = 1;
    std::vector<Revision> steps;  // by date
    Date base;
    Place place;

    friend bool operator==(const Indexation&, const Indexation&) = default;
};

// The exercise a movement belongs to: the one its due day falls in, moved by some years, or a fixed one.
struct ExerciseRule {
    std::int16_t offset = 0;
    std::optional<std::int16_t> fixed;

    friend bool operator==(const ExerciseRule&, const ExerciseRule&) = default;
};

// The days that a shared charge is for: members are counted on them. Its own rhythm is the month, quarter or so many
// months in which it falls due; of what is paid once or by dates, the exercise.
enum class CoversKind : std::uint8_t { rhythm, month, quarter, year, exercise, days };
struct Covers {
    CoversKind kind = CoversKind::rhythm;
    Date first;  // of days: those of one payment, and a year on of the same one a year later
    Date last;

    friend bool operator==(const Covers&, const Covers&) = default;
};

enum class AmountKind : std::uint8_t { each, annual, dated };

// An expense, an income, a payment to another entity of the budget, or a transfer between banks.
struct Line {
    ItemIndex item = 0;
    Side side = Side::payments;
    BankIndex bank = 0;
    BankIndex paid_to = no_bank;  // the account that receives it, where that is ours
    Delay arrives;                // from leaving the one account to reaching the other
    AmountKind kind = AmountKind::each;
    bool single = false;             // dated by one day, and no list
    Money amount;                    // of one payment, or of twelve months
    Recurrence rule;                 // unused where dated
    std::vector<DatedAmount> dated;  // by date
    std::optional<Indexation> index;
    Rate scale = Rate(1, 0);  // each occurrence, rounded half up
    Delay delay;
    Roll roll = Roll::none;
    ExerciseRule exercise;
    State state = State::planned;
    Nature received_nature = Nature::income;  // at the receiving end
    Place amount_place;
    Place rule_place;
    std::optional<KeyIndex> shared;  // the members pay it, by this key
    Covers covers;
    std::optional<Date> voted;  // the line is in the budget from this day on; absent: from the first
    Place shared_place;

    friend bool operator==(const Line&, const Line&) = default;
};

}  // namespace msp
