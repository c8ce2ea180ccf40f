// SPDX-License-Identifier: MIT
#include <msp/actuals/other_ends.hpp>
#include <msp/actuals/result.hpp>
#include <msp/actuals/statement_cash.hpp>

#include <algorithm>
#include <map>
#include <msp-actuals/booked_result.hpp>
#include <msp-actuals/entity_actuals.hpp>
#include <msp-actuals/entity_rows.hpp>
#include <msp-actuals/held_statements.hpp>
#include <string>
#include <vector>

namespace msp::app {

void EntityActuals::add() {
    const EntityBooks* books = all_.files.books().of(entity_);
    books != nullptr ? add_books(*books) : add_statements();
}

MappedExport& EntityActuals::emplace(const std::string& file) {
    MappedExport& made = of_.result.exports.emplace_back();
    made.file = file;
    made.entity = entity_;
    return made;
}

void EntityActuals::take(std::size_t part, const CashMove& move) {
    std::vector<CashMove>& moves = mapped()[part].moves;
    all_.settings.movements ? moves.push_back(move) : comparison_.add(part, move);
    if (all_.question && asks(*all_.question, of_.of.budget, move))
        moves.push_back(move);
    if (keeps_)
        all_.booked[entity_].cash.add(move);
}

void EntityActuals::add_books(const EntityBooks& books) {
    Context& context = all_.context;
    const Budget& budget = of_.of.budget;
    map_exports(*books.ledgers);
    for (const MappedExport& each : mapped()) {
        tell_mapping(context, budget, each.file, *each.ledger, each.totals);
        for (const Window& days : each.totals.covered) {
            if (each.result || each.totals.has_cash)
                comparison_.covers(days);
        }
    }
    if (of_.base) {
        if (std::ranges::none_of(mapped(), [](const MappedExport& each) { return each.totals.has_cash; }))
            tell_without_cash(context, budget.entities[entity_], books.files);
        tell_differences(context, *books.ledgers, books.files);
        hold_statements(all_, budget, mapped(), of_.result);
    }
    compare();
}

void EntityActuals::map_exports(const Ledgers& ledgers) {
    for (const EntityExport& each : all_.files.exports()) {
        if (each.entity != entity_)
            continue;
        MappedExport& made = emplace(each.file);
        made.ledger = &each.ledger;
        made.ledgers = &ledgers;
    }
    const std::optional<Date> as_of = all_.context.options.as_of();
    OtherEnds ends(all_.rolled.told(), entity_);
    const CashSink sink = [&](std::size_t part, const CashMove& move) { take(part, ends.told(part, move)); };
    std::vector<CashTotals> totals =
        cash_of(of_.of.budget, entity_, ledgers, as_of, all_.settings.result ? CashSink() : sink);
    if (keeps_)
        all_.booked[entity_].balance = totals.back().closing;  // of the last year that is there
    for (std::size_t i = 0; i < totals.size(); ++i) {
        mapped()[i].totals = std::move(totals[i]);
        ends.correct(i, mapped()[i].totals);
    }
    if (all_.settings.result)
        add_results(mapped(), of_.of.budget, as_of, sink);
}

// Those of its banks as its books.
void EntityActuals::add_statements() {
    for (const BankStatement& each : all_.files.statements()) {
        if (of_.of.budget.banks[each.bank].entity == entity_)
            map_statement(each);
    }
    if (keeps_) {
        std::map<BankIndex, Money> closings;
        for (const MappedExport& each : mapped())
            closings[each.bank] = each.totals.closing;  // of its last statement
        for (const auto& [bank, closing] : closings)
            all_.booked[entity_].balance += closing;
    }
    if (!mapped().empty())
        compare();
}

void EntityActuals::map_statement(const BankStatement& statement) {
    const Budget& budget = of_.of.budget;
    const std::size_t part = mapped().size();
    MappedExport& made = emplace(statement.file);
    made.statement = &statement.statement;
    made.bank = statement.bank;
    made.totals = cash_of(budget, statement.bank, statement.statement, all_.context.options.as_of(),
                          [&](std::size_t, const CashMove& move) { take(part, move); });
    for (const MapTie& tie : made.totals.ties) {
        const StatementEntry& entry = statement.statement.entries[tie.line];
        tell_tie(all_.context, budget, statement.file, tie, entry.line, entry.label);
    }
    for (const Window& days : made.totals.covered)
        comparison_.covers(days);
}

void EntityActuals::compare() {
    if (!all_.settings.movements && !all_.settings.reconciles)
        EntityRows(all_, of_, entity_, comparison_, mapped()).add();
}

}  // namespace msp::app
