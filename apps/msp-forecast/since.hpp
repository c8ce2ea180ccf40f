// SPDX-License-Identifier: MIT
// --since: what changed between a forecast that was kept and the one of today.
#pragma once

#include <msp-forecast/from_books.hpp>
#include <msp/actuals/bridge.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp::app {

// By entity with books that the forecast at `path` has; `now` is the base. Nothing, and the errors are told, where
// there is no such forecast, or none of it can be held against today's.
[[nodiscard]] std::optional<std::vector<Bridge>> bridges_since(Context& context, const std::string& path,
                                                               const Result& now, const FromBooks& books);

}  // namespace msp::app
