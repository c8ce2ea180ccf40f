// SPDX-License-Identifier: MIT
// Private to charges: what each payer weighs by the rooms that they occupy, and by those that stand empty.
#pragma once

#include <msp/charges/whole.hpp>
#include <msp/model/budget.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace msp {

// Why nobody bears a room that stands empty.
enum class Unborne : std::uint8_t { no_landlord, no_profession, nobody_left };

struct EmptyRoom {
    std::size_t room = 0;
    Date first;
    Date last;
    Unborne why = Unborne::no_landlord;
};

struct RoomWeights {
    // By payer, m² times days, or months: what they occupy, with what they bear of empty rooms. Common areas change no
    // proportion, and are left out.
    std::vector<WholeQuotient> of;
    std::vector<EmptyRoom> unborne;
};

// Of the rooms of an entity on some days, by a key that goes by rooms: its vacancy wins over what the rooms say.
[[nodiscard]] RoomWeights room_weights(const Budget& budget, EntityIndex entity, const ShareKey& key, bool relieved,
                                       const Window& days);

}  // namespace msp
