// SPDX-License-Identifier: MIT
// Private to the module: where what holds by default says something. A payment that comes once has no end, and a post
// that is invoiced no payslip.
#pragma once

#include <msp/budget/keys.hpp>

#include <functional>
#include <optional>
#include <string_view>

namespace msp {

// What the table says of another of its keys; nothing where it is absent.
using OtherKey = std::function<std::optional<std::string_view>(std::string_view english)>;

// Whether the absence of a key is a statement of its own about such a table.
[[nodiscard]] bool holds_absent(Section section, const Key& key, const OtherKey& other);

// Whether the table of a key holds by its defaults where nobody typed it.
[[nodiscard]] bool always_there(Section section, const Key& key);

}  // namespace msp
