// SPDX-License-Identifier: MIT
// The settlement of an exercise (régularisation): what each member was called and paid, their share of what the lines
// really cost, and what is left over or missing.
#pragma once

#include <msp/charges/calls.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace msp {

struct SettledAmounts {
    Money called;
    Money paid;
    Money share;
    Money deductible;  // of the share, what has been repaid

    // Positive: to the member's credit. Negative: still to pay.
    [[nodiscard]] Money balance() const;

    friend bool operator==(const SettledAmounts&, const SettledAmounts&) = default;
};

[[nodiscard]] SettledAmounts total_of(std::span<const SettledAmounts> all);

// What a member's current account holds, and beside it what they have advanced for reserves and works.
struct AccountState {
    Money account;  // positive to the member's credit
    Money advances;
    Money booked;  // what stands on the books' account of advances: all that was called for, and distributions

    friend bool operator==(const AccountState&, const AccountState&) = default;
};

// What of a line is of one line of the tax return; all of them make the line.
struct SettledTax {
    CategoryIndex category = 0;
    SettledAmounts amounts;
};

struct MemberSettlement {
    std::size_t member = 0;
    std::vector<SettledAmounts> lines;           // as those of the shares
    std::vector<std::vector<SettledTax>> taxes;  // by line
    SettledAmounts total;                        // with what rounding the calls added, and paid without a call
    Money advance;                               // paid for reserves and works in the exercise
    Money credited;                              // to the current account, by distributions of the exercise
    AccountState opening;      // on the first morning of the exercise; nothing where no accounts are kept
    AccountState closing;      // with the balance, the advances and what was credited in the exercise
    std::optional<Date> left;  // in the exercise or before
    // Of who has left: the advances, which go to the current account, and what of the books' account of advances is set
    // against what they owe.
    Money given_back;
    Money set_off;
    Money due_later;  // on them, in later exercises

    // Of who has left: what they get, or still pay where it is negative.
    [[nodiscard]] Money final_account() const;
    // The same once what falls due later has done so.
    [[nodiscard]] Money final_total() const;
};

struct Settlement {
    std::vector<MemberSettlement> members;  // who was called, paid or owes anything, in the order of the file
    SettledAmounts total;
    Money advance;
    Money credited;
    Money given_back;
    bool as_called = false;  // no payment is said, so each call counts as paid
    bool accounts = false;   // current accounts are kept: their openings are known
    AccountState opening;    // of all members
    AccountState closing;
    // The same of third parties: nothing is deductible, and no account is kept.
    std::vector<MemberSettlement> third_parties;
    bool received_as_called = false;  // no payment of theirs is said
    SettledAmounts all;               // of members and third parties
};

// `calls` are those of the voted budget, advances among them; `shares` are of what the lines really cost, of the same
// lines. What a member paid is parted over the lines as it was called; of less than the share it is the part of each
// line that can be deducted. Both are split to the cent by largest remainder. Of a line of which parts go to different
// lines of the tax return, what was called, paid and deducted is parted as the share is. `before` has what members'
// current accounts held as the exercise began, by member of the budget; nothing where none are kept. `credited` has
// what distributions of the exercise credit to them, by member; nothing where there are none. `third_parties`
// are the calls of these, and what incomes of the budget bring of their money.
[[nodiscard]] Settlement settle(const Budget& budget, const std::vector<Call>& calls, const ExerciseShares& shares,
                                EntityIndex entity, std::int16_t exercise, std::span<const AccountState> before = {},
                                std::span<const Money> credited = {}, std::span<const Call> third_parties = {});

}  // namespace msp
