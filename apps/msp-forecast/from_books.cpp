// SPDX-License-Identifier: MIT
#include <msp-forecast/from_books.hpp>
#include <support/budgets.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace msp::app {

bool FromBooks::read() {
    if (settings_.actuals.empty())
        return true;
    std::optional<std::deque<EntityExport>> read = read_books(context_, base_.budget, settings_.actuals);
    if (!read)
        return false;
    exports_ = std::move(*read);
    books_ = books_by_entity(base_.budget, exports_);
    for (const EntityBooks& books : books_.entities)
        tell(books);
    if (context_.diagnostics.has_errors())
        return false;
    go_on(base_);
    if (context_.diagnostics.has_errors())
        return false;
    if (!base_.rolling.entities.empty())
        return true;
    context_.diagnostics.error(
        "actuals.empty", {tr("the books move no bank of the budget, so that nothing is actual"), {}}, {},
        Message{tr("look at the account of each bank in the budget; msp-fec(5) tells which are cash"), {}});
    return false;
}

// What msp-actuals says of them too.
void FromBooks::tell(const EntityBooks& books) {
    const Budget& budget = base_.budget;
    const std::vector<CashTotals> totals =
        cash_of(budget, books.entity, *books.ledgers, settings_.as_of, [](std::size_t, const CashMove&) {});
    for (std::size_t i = 0; i < totals.size(); ++i)
        tell_mapping(context_, budget, books.files[i], (*books.ledgers)[i], totals[i]);
    if (std::ranges::none_of(totals, &CashTotals::has_cash))
        tell_without_cash(context_, budget.entities[books.entity], books.files);
    tell_differences(context_, *books.ledgers, books.files);
}

void FromBooks::go_on(Result& result) {
    if (!any())
        return;
    if (settings_.wants_results() || settings_.since)
        without_books_.emplace(result.scenario, Case::changed(result.budget, *result.law));
    const RolledBase rolled = {base_.budget, base_.rolling};
    result.rolling =
        roll(result, books_.entities, settings_.as_of, settings_.count, &result == &base_ ? nullptr : &rolled);
    Diagnostics found;
    tell_before_opening(result, books_.with_books(), found);
    tell_rolled(result.budget, result.rolling, found);
    add_new(context_.diagnostics, found);
}

std::optional<Date> FromBooks::until() const {
    std::optional<Date> until;
    for (const RolledEntity& each : base_.rolling.entities)
        until = std::max(until.value_or(each.until), each.until);
    return until;
}

const Case& FromBooks::planned(const Result& result) const {
    const auto found = without_books_.find(result.scenario);
    return found == without_books_.end() ? result : found->second;
}

}  // namespace msp::app
