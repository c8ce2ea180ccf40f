// SPDX-License-Identifier: MIT
#include <msp/actuals/reconciliation.hpp>
#include <msp/actuals/statement_cash.hpp>

#include <algorithm>
#include <iterator>
#include <msp-actuals/held_statements.hpp>
#include <optional>
#include <vector>

namespace msp::app {
namespace {

// From the last year of the books that has begun by the first day, which opens with all that was before, to the last
// one that has by the other; parts of a year follow each other. Of none that has, the first.
std::vector<const Fec*> years_begun(std::span<const MappedExport> mapped, Date first, Date day) {
    std::vector<const Fec*> parts;
    for (const MappedExport& each : mapped) {
        const std::vector<LedgerLine>& lines = each.ledger->lines();
        if (!parts.empty() && (lines.empty() || lines.front().date > day))
            continue;
        if (!each.totals.follows && (lines.empty() || lines.front().date <= first))
            parts.clear();
        parts.push_back(each.ledger);
    }
    return parts;
}

void hold_statement(const ComparedBudget& all, const Budget& budget, std::span<const MappedExport> mapped,
                    const BankStatement& statement, ActualsResult& result) {
    const std::optional<Date> as_of = all.context.options.as_of();
    const Date last = statement.statement.last().value_or(Date());
    const Date day = std::min(last, as_of.value_or(last));
    const Ledgers books(years_begun(mapped, day, day));
    const std::optional<StatementGap> gap = statement_gap(budget, statement.bank, books, statement.statement, as_of);
    if (!gap)
        return all.context.diagnostics.warning(
            "actuals.no-balance",
            {tr("{file} has no balance that the books could be held against"), {{"file", statement.file}}}, {},
            Message{tr("it is not used: the books give the movements"), {}});
    HeldStatement& held = result.statements.emplace_back(HeldStatement{statement.file, *gap, {}});
    if (all.settings.reconciles)
        held.apart = reconciled(budget, Ledgers(years_begun(mapped, statement.statement.first().value_or(day), day)),
                                statement.statement, *gap);
}

}  // namespace

void hold_statements(const ComparedBudget& all, const Budget& budget, std::span<const MappedExport> mapped,
                     ActualsResult& result) {
    for (const BankStatement& each : all.files.statements()) {
        if (budget.banks[each.bank].entity == mapped.front().entity)
            hold_statement(all, budget, mapped, each, result);
    }
    const Date until = mapped.back().totals.until;
    if (all.settings.reconciles)
        std::ranges::move(unpaid_members(Ledgers(years_begun(mapped, until, until)), until),
                          std::back_inserter(result.unpaid));
}

}  // namespace msp::app
