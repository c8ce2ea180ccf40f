// SPDX-License-Identifier: MIT
// What a forecast rests on, as a sheet.
#pragma once

#include <msp/diag/source.hpp>
#include <msp/report/forecast_sheets.hpp>

namespace msp {

// What was asked of the plan.
struct PremiseQuestion {
    Date as_of;
    Count count = Count::notified;
};

// Of the base all premises, with what the plan does not know; of a scenario those that it changes. The sources have to
// outlive the sheet.
[[nodiscard]] Sheet premise_sheet(Results results, const View& view, const PremiseQuestion& asked,
                                  const Sources& sources);

}  // namespace msp
