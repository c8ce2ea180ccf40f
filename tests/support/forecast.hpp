// SPDX-License-Identifier: MIT
// A budget projected and ready to be shown.
#pragma once

#include <msp/report/forecast.hpp>

#include <memory>
#include <string_view>

namespace msp::test {

// From the first day of the budget on.
Projection projected(const Budget& budget, Date last, const PlanOptions& options = {}, const MovementSink& also = {},
                     Trace* trace = nullptr);
HeadlineOptions headline_options(const Period& view, Date as_of, Date distributable);

View view_of(std::string_view first, std::string_view last, Grid grid, Language language = Language::english);
// With movements, sums and headlines; as-of day and day to pay out are the first of the view. On the heap, since the
// sums refer to the budget.
std::unique_ptr<Result> result_of(Budget budget, const View& view, Count count = Count::notified);

}  // namespace msp::test
