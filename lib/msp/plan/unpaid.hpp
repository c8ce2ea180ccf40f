// SPDX-License-Identifier: MIT
// What members have not paid of what they were called for, by age, for a reminder. Payments pay the oldest call of
// their kind first. From the exercise of the first opening of a current account on, else of the exercise alone: an
// opening that is still to pay is the oldest debt, and an exercise that is over leaves what its settlement asks for.
// What a distribution credits to a current account pays, and so does what a member who has left had advanced: of
// advances they owe nothing any more. Money given back is no payment.
#pragma once

#include <msp/plan/accounts.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

enum class DebtKind : std::uint8_t { opening, charge, reserve, works, settlement };

// Up to 30, 60, 90 days, and more.
inline constexpr std::array<std::int32_t, 3> age_limits = {30, 60, 90};
inline constexpr std::size_t ages = age_limits.size() + 1;
[[nodiscard]] std::size_t age_of(std::int32_t days);

struct UnpaidCall {
    DebtKind kind = DebtKind::charge;
    std::int16_t exercise = 0;
    Date date;
    Money called;
    Money unpaid;
    std::int32_t days = 0;  // since its day
};

struct MemberDebts {
    std::size_t member = 0;
    std::vector<UnpaidCall> calls;  // of which something is unpaid, the oldest first
    std::array<Money, ages> by_age;
    Money total;
    Money credit;   // paid beyond what was called
    Money set_off;  // of who has left: advances that pay what they owe
};

struct Unpaid {
    std::vector<MemberDebts> members;  // who owes something or has a credit, in the order of the file
    std::array<Money, ages> by_age;
    Money total;
    std::vector<std::int16_t> as_called;  // exercises of which no payment is said, so that each call counts as paid
};

// Nothing where nobody pays one of the charges, which is reported.
[[nodiscard]] std::optional<Unpaid> unpaid_calls(const Budget& budget, EntityIndex entity, std::int16_t exercise,
                                                 Date as_of, Diagnostics& diagnostics);

}  // namespace msp
