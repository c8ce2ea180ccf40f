// SPDX-License-Identifier: MIT
// Private to the module: the rows of a sheet that several results fill.
#pragma once

#include <msp/report/forecast_sheets.hpp>

#include <functional>

namespace msp {

// Rows of each result, one after the other.
template <typename ResultRows>
std::function<void(RowSink&)> rows_of(Results results, const View& view, ResultRows rows) {
    return [results, &view, rows](RowSink& sink) {
        for (const Result& result : results)
            rows(sink, result, view);
    };
}

}  // namespace msp
