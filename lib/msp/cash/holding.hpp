// SPDX-License-Identifier: MIT
// Whose money is looked at: an account, an entity's accounts together, or everything.
#pragma once

#include <msp/cash/projection.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

// An account, an entity (bank "all"), or everything (entity and bank "all").
struct Holding {
    std::string entity;
    std::string bank;
    std::string name;
    std::string owner;  // its entity, as a reader knows it; empty where there is one entity
    Series series;
    std::vector<BankIndex> accounts;
    std::optional<EntityIndex> index;  // its entity; absent for everything
    bool whole = false;                // an entity's or everything's money: what a plan is made of

    // One entity's several accounts; with one account, or over entities, there is nothing to tell apart.
    [[nodiscard]] bool has_several() const { return index && accounts.size() > 1; }
};

// Accounts, after those of an entity with several their sum, after several entities the sum of all; of what is
// selected.
[[nodiscard]] std::vector<Holding> holdings(const Budget& budget, const Projection& projection,
                                            const Selection& selection);

// Of the others those that together make one: an entity's several accounts, the entities of everything.
[[nodiscard]] std::vector<const Holding*> parts_of(const std::vector<Holding>& all, const Holding& one);

// The one of another case that is the same: null where there is none.
[[nodiscard]] const Holding* same_holding(const std::vector<Holding>& all, const Holding& one);

// What each account holds after one movement after the other, in the order of their days, from the morning of `first`.
class RunningBalances {
 public:
    RunningBalances(const Budget& budget, const Projection& projection, Date first);
    // So far.
    [[nodiscard]] Money of(BankIndex bank) const { return balances_[bank]; }
    Money after(const Movement& movement);

 private:
    std::vector<Money> balances_;
};

}  // namespace msp
