// SPDX-License-Identifier: MIT
// Ids that nobody typed.
#pragma once

#include <msp/model/budget.hpp>

namespace msp {

// Whether the entity is alone and goes by the id that one alone has where none is typed: its owner does not know the
// word, so that nothing that is handed over need have it.
[[nodiscard]] bool has_default_id(const Budget& budget, EntityIndex entity);

}  // namespace msp
