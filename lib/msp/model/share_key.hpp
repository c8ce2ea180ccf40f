// SPDX-License-Identifier: MIT
// How a shared charge is parted among members: equally, by a figure of theirs, by their rooms, by typed weights or
// shares, first among professions and then inside each, or by a mix of other keys.
#pragma once

#include <msp/dates/timeline.hpp>
#include <msp/model/line.hpp>
#include <msp/model/room.hpp>
#include <msp/money/quotient.hpp>
#include <msp/money/rate.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

enum class KeyKind : std::uint8_t { equal, counter, rooms, weights, fixed, mix };
// Whose weights and shares are typed.
enum class KeyLevel : std::uint8_t { member, profession };

// Of weights or of fixed shares: that of one member or profession.
struct KeyEntry {
    std::string who;        // id of a member or third party; a profession, folded
    Timeline<Rate> weight;  // not negative
    Quotient share;         // above zero; all together are one
    Place place;

    friend bool operator==(const KeyEntry&, const KeyEntry&) = default;
};

// Of a mix: this part of a charge is parted by another key.
struct KeyMix {
    KeyIndex key = 0;
    Quotient share;
    Place place;

    friend bool operator==(const KeyMix&, const KeyMix&) = default;
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
    Place place;
    Place rule_place;  // of what says how

    friend bool operator==(const ShareKey&, const ShareKey&) = default;
};

}  // namespace msp
