// SPDX-License-Identifier: MIT
// What an answer in JSON has beside its tables.
#pragma once

#include <msp-forecast/settings.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/json.hpp>

#include <vector>

namespace msp::app {

// The five lines of each entity, with the days they speak of.
void headlines_json(Json& json, const std::vector<Result>& results, const View& view, Date as_of);
// What the computed amounts rest on; absent where that is nothing unsure.
void notes_json(Json& json, const std::vector<Result>& results);

}  // namespace msp::app
