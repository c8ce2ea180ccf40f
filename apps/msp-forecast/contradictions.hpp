// SPDX-License-Identifier: MIT
// Options of msp-forecast that exclude or need each other, as far as the table of options cannot say it.
#pragma once

#include <msp-forecast/settings.hpp>

namespace msp::app {

[[nodiscard]] Diagnostics contradictions(const Options& options, const Settings& settings);

}  // namespace msp::app
