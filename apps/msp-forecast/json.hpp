// SPDX-License-Identifier: MIT
// The answer as one JSON object, with all movements and a receipt by which the figures can be repeated.
#pragma once

#include <msp-forecast/settings.hpp>
#include <msp/report/forecast.hpp>

#include <vector>

namespace msp::app {

[[nodiscard]] std::vector<Column> view_columns(ViewKind kind, const View& view);
void view_rows(ViewKind kind, Rows& rows, const Result& result, const View& view);

void write_json(const Context& context, const Settings& settings, const std::vector<Result>& results, View view,
                Date as_of);

}  // namespace msp::app
