// SPDX-License-Identifier: MIT
// Private to aci: what lies between what an indicator has reached and its full value.
#pragma once

#include <msp/aci/advice.hpp>

namespace msp {

// Each that brings something alone, on top of `total`, which the facts pay.
[[nodiscard]] std::vector<AciPiece> pieces_of(const AciFacts& facts, Money total, std::size_t indicator);

// The professions of the associates are those that the indicator asks for.
[[nodiscard]] bool shown_by_team(const AciFacts& facts, std::size_t indicator);

}  // namespace msp
