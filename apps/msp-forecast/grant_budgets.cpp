// SPDX-License-Identifier: MIT
#include <msp-forecast/grant_budgets.hpp>
#include <msp/actuals/result.hpp>

#include <algorithm>
#include <string>

namespace msp::app {
namespace {

struct Booked {
    std::vector<BookedIncome> amounts;
    Date until;
};

// Nothing where an entity has no books, or they have neither charges nor income.
std::optional<Booked> booked_of(const Budget& budget, EntityIndex entity, const GrantQuestion& asked) {
    const EntityBooks* books = asked.books.of(entity);
    if (books == nullptr)
        return std::nullopt;
    const Ledgers& ledgers = *books->ledgers;
    Booked found;
    const auto take = [&](std::size_t, const CashMove& move) {
        found.amounts.push_back({std::string(ledgers.accounts()[move.account]),
                                 move.item == no_item ? std::nullopt : std::optional(move.item),
                                 budget.exercise_of(move.date, entity), move.amount});
        found.until = std::max(found.until, move.date);
    };
    (void)booked_results(budget, entity, ledgers, asked.as_of, take);
    return found.amounts.empty() ? std::nullopt : std::optional(std::move(found));
}

std::vector<IncomeStatement> voted_statements(const Result& result, const GrantQuestion& asked) {
    return asked.voted == nullptr ? std::vector<IncomeStatement>()
                                  : income_statements(*asked.voted, result.law->classes, asked.count, asked.exercises);
}

}  // namespace

std::vector<GrantBudget> grant_budgets(const Result& result, const GrantQuestion& asked) {
    const Budget& budget = result.budget;
    const GrantForm& form = result.law->grant_form;
    const std::vector<IncomeStatement> voted = voted_statements(result, asked);
    std::vector<GrantBudget> made;
    for (const IncomeStatement& statement : result.statements) {
        const std::optional<Booked> booked = booked_of(budget, statement.entity, asked);
        const auto then = std::ranges::find_if(voted, [&](const IncomeStatement& each) {
            return asked.voted->budget.entities[each.entity].id == budget.entities[statement.entity].id;
        });
        for (std::size_t i = 0; i < statement.exercises.size(); ++i) {
            const std::int16_t exercise = statement.exercises[i];
            GrantBudget of;
            of.entity = statement.entity;
            of.exercise = exercise;
            of.typed_pay = has_typed_pay(budget, statement);
            std::array<std::optional<GrantSums>, grant_columns> sums;
            if (then != voted.end())
                sums[0] = grant_sums(*asked.voted, form, *then, i);
            sums[1] = grant_sums(asked.planned, form, statement, i);
            if (booked &&
                std::ranges::find(booked->amounts, exercise, &BookedIncome::exercise) != booked->amounts.end()) {
                sums[2] = grant_sums(budget, form, booked->amounts, exercise);
                of.booked_until = std::min(booked->until, budget.last_day_of(exercise, statement.entity));
            }
            of.rows = grant_rows(form, sums);
            made.push_back(std::move(of));
        }
    }
    return made;
}

}  // namespace msp::app
