// SPDX-License-Identifier: MIT
// How a shared charge is parted among members: equally, by a figure of theirs, by their rooms, by typed weights or
// shares, first among professions and then inside each, or by a mix of other keys.
#pragma once

#include <msp/dates/timeline.hpp>
#include <msp/model/line.hpp>
#include <msp/model/room.hpp>
#include <msp/money/quotient.hpp>
#include <msp/money/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

enum class KeyKind : std::uint8_t { equal, counter, rooms, weights, fixed, mix };
// Whose weights and shares are typed.
enum class KeyLevel : std::uint8_t { member, profession };
// Whether weights are counted day by day, or each month that is begun once.
enum class Prorata : std::uint8_t { day, month };

// Of weights or of fixed shares: that of one member or profession.
struct KeyEntry {
    std::string who;           // id of a member or third party; a profession, folded
    Timeline<Rate> weight;     // not negative
    Timeline<Quotient> share;  // not negative; all together are one on each day on which one of them holds
    Place place;

    friend bool operator==(const KeyEntry&, const KeyEntry&) = default;
};

// Of a mix: this part of a charge is parted by another key.
struct KeyMix {
    KeyIndex key = 0;
    Timeline<Quotient> share;  // as those of fixed shares
    Place place;

    friend bool operator==(const KeyMix&, const KeyMix&) = default;
};

// A member bears but a part of what they would, for some days.
struct Exemption {
    std::size_t member = 0;
    Date first;
    Date last;
    Rate pays;
    Place place;

    friend bool operator==(const Exemption&, const Exemption&) = default;
};

// Of a newcomer's ramp: so many months, counted from the day on which they come or from the end of the step before.
struct NewcomerStep {
    int months = 0;
    Rate pays;
    Place place;

    friend bool operator==(const NewcomerStep&, const NewcomerStep&) = default;
};

// Amounts that are not gone beyond, each from its day on; on some days, and before the first, there may be none.
using Limits = Timeline<std::optional<Money>>;
// Nothing where there is none on the day.
[[nodiscard]] inline std::optional<Money> limit_on(const Limits& limits, Date day) {
    const std::optional<Money>* limit = limits.on(day);
    return limit == nullptr ? std::nullopt : *limit;
}

enum class TargetEach : std::uint8_t { month, exercise };

// What the lines of a key come to at most, all together; another key parts what is above it.
struct KeyTarget {
    Limits amount;
    TargetEach each = TargetEach::exercise;
    KeyIndex above = 0;
    Place place;

    friend bool operator==(const KeyTarget&, const KeyTarget&) = default;
};

struct ShareKey {
    std::string id;
    std::string label;
    KeyKind kind = KeyKind::equal;
    KeyLevel level = KeyLevel::member;
    std::string counter;  // of the members
    std::string within;   // by profession: a counter of its members; empty: equally
    std::vector<KeyEntry> entries;
    std::vector<KeyMix> mix;
    std::optional<Vacancy> vacancy;    // by rooms: who bears empty ones; absent: as each room says
    std::vector<std::string> members;  // only these, or third parties; empty: those of the line's entity
    Prorata prorata = Prorata::day;
    Timeline<Rate> absent_pays;  // of what they would bear; absent: nothing, by rooms everything
    std::vector<Exemption> exempt;
    std::vector<NewcomerStep> newcomer;
    // What a member bears at most, and at least, of a line in an exercise; in proportion for who is not there for all
    // of it, and for the days that one of several amounts holds.
    Limits cap;
    Limits floor;
    std::optional<KeyTarget> target;
    std::optional<KeyIndex> departs_from;  // the key that is in use
    // Of a key that is tried in the place of another one: third parties who bear nothing by it bear what they do by the
    // other, since members who part the rest differently change nothing for them.
    std::optional<KeyIndex> third_parties_of;
    Place place;
    Place rule_place;  // of what says how
    Place cap_place;
    Place floor_place;

    // Whether members bear less by it for a time than they would.
    [[nodiscard]] bool relieves() const { return !exempt.empty() || !newcomer.empty(); }
    [[nodiscard]] bool bounded() const { return !cap.steps.empty() || !floor.steps.empty(); }

    friend bool operator==(const ShareKey&, const ShareKey&) = default;
};

}  // namespace msp
