// SPDX-License-Identifier: MIT
// How members are called for their shares: what they bear of all lines in an exercise in equal instalments, rounded
// half up to the cent, the last one taking the difference; and of each call what is for which line, so that the calls
// of a line make its share. Where calls are rounded to euros, each call of a member is, and what that adds or leaves is
// an entry of no line, which the settlement takes.
#pragma once

#include <msp/charges/shares.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace msp {

struct Call {
    Date date;
    std::optional<std::size_t> line;       // of the shares; none: what rounding the call adds
    const AdvanceCall* advance = nullptr;  // instead of a line
    std::size_t member = 0;
    Money amount;

    [[nodiscard]] CallKind kind() const { return advance == nullptr ? CallKind::charge : advance->kind; }
};

// What the shares were by the budget as it stood before a change in the exercise.
struct EarlierShares {
    Date until;  // the day of the change: a call on it knows of the change
    ExerciseShares shares;
};

// The terms of an entity; monthly on the first, to the cent, where the budget has none.
[[nodiscard]] CallTerms call_terms_of(const Budget& budget, EntityIndex entity);

// By day, then in the order of lines and members. A member is called in the months or quarters of `days`, the exercise,
// in which they are there; who never is, on the first. Each call is of the budget as it stands on its day: `earlier`
// has what it was before its changes, by day. What a change makes of the calls before it comes with the next one, is
// parted over all that are left, or is left to the settlement.
[[nodiscard]] std::vector<Call> calls_of(const Budget& budget, const ExerciseShares& shares, EntityIndex entity,
                                         const Window& days, std::span<const EarlierShares> earlier = {});

// The same of third parties, who are there in each month or quarter: money that the entity invoices.
[[nodiscard]] std::vector<Call> third_party_calls_of(const Budget& budget, const ExerciseShares& shares,
                                                     EntityIndex entity, const Window& days,
                                                     std::span<const EarlierShares> earlier = {});

// Of an advance that falls due in `days`: each parted by its key, in one split.
[[nodiscard]] std::vector<Call> advances_of(const Budget& budget, EntityIndex entity, const Window& days);

// Both, by day.
[[nodiscard]] std::vector<Call> all_calls_of(const Budget& budget, const ExerciseShares& shares, EntityIndex entity,
                                             const Window& days, std::span<const EarlierShares> earlier = {});

// Reports advances that nobody is there to bear.
void check_advances(const Budget& budget, EntityIndex entity, Diagnostics& diagnostics);

// What a member's standing order says of an exercise.
struct CallPlan {
    std::size_t member = 0;
    std::size_t count = 0;
    Date first = {};
    Date last = {};
    Money each = {};     // of all but the last
    Money closing = {};  // the last
    Money total = {};
    Money advance = {};  // beside them
};
// Of members who are called, in the order of the file.
[[nodiscard]] std::vector<CallPlan> call_plans(const std::vector<Call>& calls);

// The same where a change in the exercise makes them unequal: of each member the runs of equal calls, by day, the
// advances with the first.
[[nodiscard]] std::vector<CallPlan> call_runs(const std::vector<Call>& calls);

// What one payer is asked for: of each day and kind in one amount.
struct AskedCall {
    Date date;
    CallKind kind = CallKind::charge;
    Money amount;
};
struct AskedCalls {
    std::vector<AskedCall> calls;  // by day
    Money total;
};
[[nodiscard]] AskedCalls asked_of(const std::vector<Call>& calls, std::size_t payer);

// The calls of a year beside those of the year before.
struct ProposedPlan {
    CallPlan plan;
    Money before;  // each call of the year before; zero of who was not called
    Money rise;
};
[[nodiscard]] std::vector<ProposedPlan> proposed_plans(const std::vector<Call>& before, const std::vector<Call>& next);

struct CallTotals {
    Money called;
    Money advance;
};
[[nodiscard]] CallTotals totals_of(const std::vector<CallPlan>& plans);

}  // namespace msp
