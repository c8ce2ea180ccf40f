// SPDX-License-Identifier: MIT
#include <support/budgets.hpp>

#include <algorithm>
#include <msp-actuals/rolled_cases.hpp>

namespace msp::app {

std::optional<Date> RolledCase::until(EntityIndex entity) const {
    const RolledEntity* found = rolling.of(entity);
    return found == nullptr ? std::nullopt : std::optional(found->until);
}

// To say where lines land, or which money of no rule the books of another entity tell the line of.
void RolledCases::add(const Case& of) {
    lands_ = wants_landings();
    if (!lands_ && (settings_.reconciles || settings_.result || !pay_each_other(of.budget)))
        return;
    RolledCase& made = cases_.emplace_back(Case::changed(of.budget, *of.law));
    const RolledBase rolled = {base().of.budget, base().rolling};
    made.rolling = roll(made.of, files_.books().entities, context_.options.as_of(), Count::notified,
                        cases_.size() == 1 ? nullptr : &rolled);
    if (!lands_)
        return;
    Diagnostics found;
    tell_rolled(made.of.budget, made.rolling, found);
    add_new(context_.diagnostics, found);
}

bool RolledCases::wants_landings() const {
    if (settings_.movements || settings_.suggests || settings_.reconciles || settings_.result || settings_.accuracy ||
        settings_.explain)
        return false;
    return !files_.books().entities.empty() && (settings_.archive || settings_.summary || !too_large_to_land());
}

// Entities whose books are named.
bool RolledCases::pay_each_other(const Budget& budget) const {
    return files_.books().entities.size() > 1 && std::ranges::any_of(budget.lines, [&](const Line& line) {
               return line.paid_to != no_bank && budget.banks[line.paid_to].entity != budget.banks[line.bank].entity;
           });
}

// A rolling plan keeps each amount of the books with its label: of a million lines that is one and a half times the
// memory of everything else, and no MSP has so many.
bool RolledCases::too_large_to_land() const {
    constexpr std::size_t most = 100'000;
    std::size_t lines = 0;
    for (const EntityExport& each : files_.exports())
        lines += each.ledger.lines().size();
    if (lines <= most)
        return false;
    Diagnostics found;
    found.warning("actuals.large",
                  {tr("the exports have {n} lines: where the lines of the budget land is not computed here"),
                   {{"n", static_cast<std::int64_t>(lines)}}},
                  {}, Message{tr("msp-forecast --actuals --view landing computes it"), {}});
    add_new(context_.diagnostics, found);
    return true;
}

}  // namespace msp::app
