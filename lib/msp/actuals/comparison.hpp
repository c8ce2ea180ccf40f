// SPDX-License-Identifier: MIT
// Budget against actual: what each line planned and what came, period by period of an exercise up to the day that the
// books are read to.
#pragma once

#include <msp/actuals/actuals.hpp>
#include <msp/actuals/compared_row.hpp>
#include <msp/actuals/held_lines.hpp>
#include <msp/actuals/rolling.hpp>
#include <msp/actuals/timing.hpp>
#include <msp/cash/period.hpp>
#include <msp/model/budget.hpp>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace msp {

// Of one entity: first what its books moved, then the days that are shown, then what was planned.
class EntityComparison {
 public:
    // Of today's budget.
    EntityComparison(const HeldLines& lines, EntityIndex entity) : lines_(lines), entity_(entity) {}

    // Of what an entity moves between its own accounts, the side that pays, where the budget has such a transfer.
    [[nodiscard]] static bool counts(const CashMove& move);
    // Of an export, by its position.
    void add(std::size_t part, const CashMove& move);
    // The books of these days were read.
    void covers(const Window& days) { covered_.push_back(days); }
    // The exercise that the books end in, up to that day; a year is the exercise.
    void show(Date books_end, Date until, Grid grid);
    // The last day that is shown.
    [[nodiscard]] Date until() const { return shown_.back().last; }

    // The exercise.
    [[nodiscard]] Window window() const { return {all_.front().first, all_.back().last}; }
    // What counts of a movement of the budget as it was voted, if anything does.
    [[nodiscard]] std::optional<Movement> voted(const Movement& planned) const;
    // For a result: of charges and income what belongs to the exercise, on the day it falls due, or on the first or
    // last one where it is due outside.
    [[nodiscard]] std::optional<Movement> voted_accrued(const Movement& planned) const;
    // One that counts.
    void add(const Movement& voted);

    // What is still to come, of a plan that goes on from the books. Without it the landing is what came, once the
    // exercise is over.
    void lands(const Budget& rolled, const Rolling& rolling);

    // By period, in each receipts first, in the order of the file, those that were voted only behind the others; what
    // no rule takes last. Rows of nothing are left out.
    [[nodiscard]] std::vector<ComparedRow> rows() const;
    // What the timing of a row is the sum of, in no particular order.
    [[nodiscard]] std::vector<HeldTiming> timing_of(const ComparedRow& row) const;
    // In that order, without what moves between accounts; nothing where what is still to come is not known, or the
    // exercise is over.
    [[nodiscard]] std::vector<HeldLanding> landings() const;
    [[nodiscard]] static HeldLanding total_of(const std::vector<HeldLanding>& landings);
    // Of the exports that moved something on other days, by position.
    [[nodiscard]] std::map<std::size_t, NotCompared> not_compared() const;
    // The first days of the exercise, up to that day, of which no books are there.
    [[nodiscard]] std::optional<Window> missing(Date up_to) const;
    // Of all lines, by period, without what the entity moves between its own accounts.
    [[nodiscard]] std::vector<ComparedRow> totals(const std::vector<ComparedRow>& rows) const;

 private:
    struct Amount {
        Money sum;
        bool estimated = false;
    };
    struct Line {
        std::vector<std::pair<Date, Money>> planned;  // in any order
        std::map<Date, Amount> actual;
        std::vector<std::pair<Date, Money>> items;  // of `actual`, unless there are very many
    };

    // What of a line is held against each other; days by the positions of the moves.
    struct Timed {
        std::vector<Date> due;
        std::vector<Date> came;
        std::vector<TimedMove> moves;
    };

    struct Landing {
        Money actual;
        Money remaining;
    };

    static void settle_gap(ComparedRow& row);
    [[nodiscard]] bool is_over() const { return shown_.size() == all_.size(); }
    void add_landing(std::optional<std::size_t> position, const Line& line, std::vector<ComparedRow>& rows) const;
    [[nodiscard]] ComparedRow row(std::optional<HeldLine> held, const Line& line, const Period& period) const;
    // Of more items in a line, what came on a day is one: each is held against each.
    static constexpr std::size_t most_items = 1000;
    [[nodiscard]] Timed timed(const Line& line) const;
    void add_timing(const Line& line, std::vector<ComparedRow>& rows) const;
    [[nodiscard]] std::optional<Money> previous(const Line& line, const Period& period) const;
    [[nodiscard]] const Window* covering(Date day) const;
    [[nodiscard]] bool covered(const Period& period) const;
    [[nodiscard]] std::size_t period_of(Date date) const;

    const HeldLines& lines_;
    EntityIndex entity_;
    std::vector<Period> shown_;
    std::vector<Period> all_;  // the shown ones, then those of the rest of the exercise
    std::vector<Window> covered_;
    std::map<std::size_t, std::map<Date, Money>> moved_;  // by export and day
    std::map<std::size_t, Line> held_;                    // by their positions among all
    Line unmapped_;
    Line apart_;
    bool rolled_ = false;
    std::map<std::size_t, Landing> landed_;  // by position
    Landing unmapped_landed_;
};

}  // namespace msp
