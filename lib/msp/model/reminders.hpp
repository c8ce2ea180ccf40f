// SPDX-License-Identifier: MIT
// The kinds of days that an entity must not forget, and how long before one of each a calendar reminds of it.
#pragma once

#include <msp/model/line.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

// contributions: to Urssaf and to funds; call: for charges, advances, and from third parties; notice: the last day to
// give it; renewal: a contract goes on from this day; end: the last day of one.
enum class DueKind : std::uint8_t { evidence, aci, grant, loan, contributions, tax, call, notice, renewal, end };
inline constexpr std::size_t due_kinds = 10;

// Days come by the thousand, each with all its alarms: more of them would be a mistake, and a file that nobody can
// read.
inline constexpr std::size_t most_alarms = 10;
using Alarms = std::vector<Delay>;  // each so long before the day; none of them: it is not reminded of

struct Reminders {
    Alarms all;                                            // of days of which nothing else is said
    std::array<std::optional<Alarms>, due_kinds> of_kind;  // in its place

    friend bool operator==(const Reminders&, const Reminders&) = default;
};

}  // namespace msp
