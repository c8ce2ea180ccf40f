// SPDX-License-Identifier: MIT
// One dated movement of money on one bank account, as every engine hands it over. It owns no memory: names stand in
// the budget, found by index.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/law/category.hpp>
#include <msp/money/money.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>

namespace msp {

using ItemIndex = std::uint32_t;
using BankIndex = std::uint16_t;
using EntityIndex = std::uint16_t;
inline constexpr BankIndex no_bank = 0xffff;

// The engine that made the movement.
enum class Origin : std::uint8_t { line, grant, transfer, loan, fee, aci, payroll, charges, actual };

enum class Part : std::uint8_t {
    whole,
    principal,
    interest,
    insurance,
    drawdown,
    fees,
    advance,
    balance,
    recovery,
    net,
    urssaf,
    retirement,
    health,
    provident,
    staff,
    apprenticeship,
    payroll_tax,
    leaving,
    reinvoiced  // of a post
};

// What a post is paid in.
inline constexpr std::array<Part, 10> pay_parts = {
    Part::net,   Part::urssaf,         Part::retirement,  Part::health,  Part::provident,
    Part::staff, Part::apprenticeship, Part::payroll_tax, Part::leaving, Part::reinvoiced};

// How sure the money is. Hoped-for money is in the plan only where asked for.
enum class State : std::uint8_t { hoped, assumed, planned, called, notified, paid };

enum class Side : std::uint8_t { receipts, payments };

[[nodiscard]] std::string_view id_of(Origin origin);
[[nodiscard]] std::string_view id_of(Part part);  // empty for the whole
[[nodiscard]] std::string_view id_of(State state);

struct Movement {
    Money amount;  // into the account positive, out of it negative
    Date date;     // the day the account moves
    Date due;      // the day the rule names, before delay and business days
    ItemIndex item = 0;
    std::int32_t occurrence = 0;
    std::int16_t exercise = 0;  // the year it belongs to, named after the calendar year it ends in
    BankIndex bank = 0;
    BankIndex counterpart = no_bank;  // the account at the other end, where that is ours too
    std::uint16_t member = 0xffff;
    Origin origin = Origin::line;
    Part part = Part::whole;
    Nature nature = Nature::charge;
    State state = State::planned;
    Side side = Side::payments;  // a refund is a negative payment: the section of its line decides, not its sign
    bool actual = false;
    // Over before one of the two accounts opens, whose opening has it: here it comes or goes like any other money.
    bool before_opening = false;
};
static_assert(sizeof(Movement) <= 48);

// The days asked of an engine, both included: those on which the account moves.
struct Window {
    Date first;
    Date last;

    [[nodiscard]] bool holds(Date date) const { return first <= date && date <= last; }
};

using MovementSink = std::function<void(const Movement&)>;

}  // namespace msp
