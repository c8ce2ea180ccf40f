// SPDX-License-Identifier: MIT
// The balance of every account, day by day: what came in, what went out, what is left in the evening. Months, quarters
// and years are views of it. Money between accounts of one group (an entity, or all) is no receipt of the group: of
// each period's internal receipts and payments the smaller sum is cancelled on both sides, the rest is in transit. What
// arrives before its account opens is in that opening: it has left the group.
#pragma once

#include <msp/cash/period.hpp>
#include <msp/plan/plan.hpp>

#include <algorithm>
#include <cassert>
#include <optional>
#include <vector>

namespace msp {

// An account's opening balance, on the morning of its first day.
struct Opening {
    Date date;
    Money amount;
};

// Receipts and payments (negative) by day; empty where there are none.
struct Flows {
    std::vector<Money> in;
    std::vector<Money> out;
};

// One account or a group of accounts, one element a day of the projection's window. Before its first day an account
// holds nothing.
struct Series {
    Date first;
    Date opened;  // the day the first of its accounts opens; its lows begin there
    std::vector<Opening> openings;
    std::vector<Money> receipts;
    std::vector<Money> payments;  // negative
    std::vector<Money> balance;   // in the evening
    Flows internal;               // of these, what stays within the group

    [[nodiscard]] std::size_t index(Date date) const {
        assert(first <= date && date - first < static_cast<std::int32_t>(balance.size()));
        return static_cast<std::size_t>(date - first);
    }
    // In the evening of a day; nothing before the first.
    [[nodiscard]] Money on(Date date) const { return date < first ? Money() : balance[index(date)]; }
};

struct Account {
    Series series;
    Flows within_entity;      // from and to other accounts of the same entity
    Flows within_all;         // from and to any other account of the budget
    std::vector<Money> fees;  // of the payments, what the overdraft costs
    // Where the books are read, the evening that they end, and the days on which they have such fees, where a rule
    // tells those.
    std::optional<Date> booked_until;
    std::optional<std::vector<Date>> booked_fees;
};

struct PeriodSum {
    Money opening;  // with the openings of accounts that begin in it
    Money joining;  // of that, what the evening before has not left: those openings
    Money receipts;
    Money payments;  // negative
    Money closing;
    Money lowest;  // of the period's evenings
    Date lowest_on;
    Money cancelled;   // internal money left out of both receipts and payments
    Money in_transit;  // within them: internal money from before the period, or (negative) not arrived at its end

    // Without any internal money: what is between two accounts has neither come nor gone.
    [[nodiscard]] Money received() const { return receipts - std::max(in_transit, Money()); }
    [[nodiscard]] Money paid() const { return payments - std::min(in_transit, Money()); }
    [[nodiscard]] Money net() const;
};

// How long an account, or one of a group's accounts, stays under a limit.
struct Stretch {
    Date first;
    Date last;
};

struct Projection {
    Window window;                  // at least what was asked for, and every bank's date
    std::vector<Account> accounts;  // by bank
    bool uncertain = false;         // hoped-for or assumed money is in it
    std::vector<Movement> unsure;   // of that, the receipts: they do not count for certain
    std::vector<Outcome> outcomes;  // by item
};

// `also` is given every movement, fees last.
[[nodiscard]] Projection project(const Case& of, const PlanOptions& options, const Window& window,
                                 const MovementSink& also = {}, Trace* trace = nullptr);

// The accounts with some of their movements left out and others put in; the fees follow.
[[nodiscard]] Projection amended(const Budget& budget, const Projection& base, const std::vector<Movement>& left_out,
                                 const std::vector<Movement>& put_in);

// The accounts that are looked at: all, those of one entity, or one.
struct Selection {
    std::optional<EntityIndex> entity;
    std::optional<BankIndex> bank;

    [[nodiscard]] bool holds(const Budget& budget, BankIndex index) const {
        return (!entity || *entity == budget.banks[index].entity) && (!bank || *bank == index);
    }
};

// Of the entity's accounts that are selected. What a single one pays to another of its entity has left it.
[[nodiscard]] Series entity_series(const Budget& budget, const Projection& projection, EntityIndex entity,
                                   const Selection& selection = {});
[[nodiscard]] Series group_series(const Budget& budget, const Projection& projection);

[[nodiscard]] PeriodSum sum_of(const Series& series, const Period& period);
// Of consecutive periods together: receipts and payments are the sums of theirs, so that columns add up.
[[nodiscard]] PeriodSum sum_of(const Series& series, const std::vector<Period>& periods);

// The lowest evening from `first` to `last`, days before the series opened left out; nothing where all are.
struct Low {
    Money amount;
    Date date;
};
[[nodiscard]] std::optional<Low> lowest(const Series& series, Date first, Date last);

// The stretches of days in [first, last] on which one of the banks is below its floor, or below zero.
enum class Limit : std::uint8_t { floor, zero };
[[nodiscard]] Money limit_of(const Bank& bank, Limit limit);
[[nodiscard]] std::vector<Stretch> stretches_below(const Budget& budget, const Projection& projection,
                                                   const std::vector<BankIndex>& banks, Limit limit,
                                                   const Period& days);

// How much further an account could have gone down in a period before its agreed overdraft ends; nothing where it opens
// later.
[[nodiscard]] std::optional<Money> margin(const Budget& budget, const Projection& projection, BankIndex bank,
                                          const Period& period);
// Of the account that has the least of it; nothing is left of no account.
[[nodiscard]] Money least_margin(const Budget& budget, const Projection& projection,
                                 const std::vector<BankIndex>& banks, const Period& period);

[[nodiscard]] std::vector<BankIndex> banks_of(const Budget& budget, EntityIndex entity,
                                              const Selection& selection = {});
// Of the banks those that open with money within the days, after the first of them.
[[nodiscard]] std::vector<BankIndex> opening_within(const Budget& budget, const std::vector<BankIndex>& banks,
                                                    const Period& days);

}  // namespace msp
