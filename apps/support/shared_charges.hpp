// SPDX-License-Identifier: MIT
// What members bear of the lines that an entity has them share, as the programs show it.
#pragma once

#include <msp/plan/case.hpp>
#include <msp/plan/charged.hpp>
#include <msp/report/charges_sheets.hpp>

#include <cstdint>
#include <span>

namespace msp::app {

[[nodiscard]] bool shares_anything(const Budget& budget, EntityIndex entity);

// A checker has seen before that each charge has somebody to pay it.
[[nodiscard]] ChargesResult computed(const Case& of, EntityIndex entity, std::int16_t exercise, Grid grid,
                                     std::span<const ChargedLine> lines);

}  // namespace msp::app
