// SPDX-License-Identifier: MIT
#include <algorithm>
#include <msp-actuals/booked_result.hpp>
#include <utility>
#include <vector>

namespace msp::app {

void add_results(std::span<MappedExport> mapped, const Budget& budget, std::optional<Date> until,
                 const CashSink& sink) {
    if (!until)
        until = end_of_results(budget, mapped);
    std::vector<ResultTotals> results =
        booked_results(budget, mapped.front().entity, *mapped.front().ledgers, until, sink);
    for (std::size_t i = 0; i < mapped.size(); ++i) {
        mapped[i].totals.by_account = results[i].by_account;
        mapped[i].totals.ties = results[i].ties;
        mapped[i].totals.unclear_transfer.reset();
        mapped[i].result = std::move(results[i]);
    }
}

std::optional<Date> end_of_results(const Budget& budget, std::span<const MappedExport> mapped) {
    const EntityIndex entity = mapped.front().entity;
    std::optional<Date> last;
    for (const MappedExport& each : mapped)
        last = std::max(last, each.totals.last);
    if (last)
        return std::min(Month::of(*last).last(), budget.last_day_of(budget.exercise_of(*last, entity), entity));
    for (const MappedExport& each : mapped)
        last = each.result ? std::max(last, each.result->last) : last;
    return last;
}

}  // namespace msp::app
