// SPDX-License-Identifier: MIT
// How the ACI money of an entity goes to its professionals: by rates that are typed or found from an envelope, lump
// sums, and what each of them did.
#pragma once

#include <msp/model/line.hpp>
#include <msp/money/quotient.hpp>
#include <msp/money/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// What the money is for who receives it. Never pay: that is an employee's.
enum class PaidAs : std::uint8_t { fees, result, current_account };

// What a row of participation counts; a count is of lump sums.
enum class WorkUnit : std::uint8_t { hours, points, count };

// What an hour or a point is paid, or how much it weighs where the rate is to be found.
struct WorkRate {
    std::string role;           // folded, as are the next two; empty: of any
    std::string band;           // of the day or week
    std::string trade;          // of the member
    std::optional<Money> rate;  // absent: found from the envelope
    Rate weight = Rate(1, 0);   // of a rate to be found
    Place place;

    friend bool operator==(const WorkRate&, const WorkRate&) = default;
};

struct LumpSum {
    std::string role;  // folded
    Money amount;
    Place place;

    friend bool operator==(const LumpSum&, const LumpSum&) = default;
};

struct PayDate {
    Date date;
    Quotient share;  // above zero; all together are one

    friend bool operator==(const PayDate&, const PayDate&) = default;
};

struct Distribution {
    std::string id;
    std::string label;
    EntityIndex entity = 0;
    std::vector<PayDate> dates;            // at least one
    std::optional<std::int16_t> exercise;  // absent: that of each day
    PaidAs as = PaidAs::fees;
    std::optional<Money> envelope;
    Money reserve;             // kept first, out of the envelope
    std::optional<Money> cap;  // of each beneficiary
    std::vector<WorkRate> rates;
    std::vector<LumpSum> lumps;
    bool planned = false;                    // as payments of the plan
    BankIndex bank = 0;                      // that pays
    std::optional<std::size_t> alternative;  // another rule for the money of that distribution: it pays nothing
    Place place;
    Place envelope_place;

    friend bool operator==(const Distribution&, const Distribution&) = default;
};

// What a member did for a distribution.
struct Participation {
    std::size_t distribution = 0;
    std::size_t member = 0;
    std::string role;  // folded, as is the next one
    std::string band;
    std::string role_typed;
    std::string band_typed;
    WorkUnit unit = WorkUnit::count;
    Rate quantity = Rate(1, 0);
    Place place;

    friend bool operator==(const Participation&, const Participation&) = default;
};

}  // namespace msp
