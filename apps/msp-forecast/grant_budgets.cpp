// SPDX-License-Identifier: MIT
#include <msp-forecast/grant_budgets.hpp>
#include <msp/actuals/held_lines.hpp>
#include <msp/actuals/result.hpp>
#include <msp/plan/gaps.hpp>

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

// What was voted, by entity of today: each exercise that the voted file shows by itself, and no other one, of which
// nobody voted though its lines may go on.
class Voted {
 public:
    Voted(const Result& result, const GrantQuestion& asked) : asked_(asked) {
        if (asked.voted == nullptr)
            return;
        statements_ = income_statements(*asked.voted, result.law->classes, asked.count, asked.exercises);
        lines_.emplace(result.budget, asked.voted->budget);
    }

    [[nodiscard]] bool any() const { return asked_.voted != nullptr; }

    // By position of the exercise.
    [[nodiscard]] std::optional<GrantSums> sums(const GrantForm& form, EntityIndex entity, std::size_t at) const {
        const auto of = std::ranges::find_if(
            statements_, [&](const IncomeStatement& each) { return lines_->entity_today(each.entity) == entity; });
        if (of == statements_.end() || !shows(of->entity, asked_.exercises[at]))
            return std::nullopt;
        return grant_sums(*asked_.voted, form, *of, at);
    }

 private:
    [[nodiscard]] bool shows(EntityIndex entity, std::int16_t exercise) const {
        const Budget& budget = asked_.voted->budget;
        const Window plan = plan_window(budget, std::nullopt);
        const Date first = budget.from ? std::max(plan.first, budget.from->first()) : plan.first;
        const std::vector<std::int16_t> shown = exercises_in(budget, {first, plan.last}, entity);
        return std::ranges::find(shown, exercise) != shown.end();
    }

    const GrantQuestion& asked_;
    std::vector<IncomeStatement> statements_;
    std::optional<HeldLines> lines_;
};

}  // namespace

std::vector<GrantBudget> grant_budgets(const Result& result, const GrantQuestion& asked) {
    const Budget& budget = result.budget;
    const GrantForm& form = result.law->grant_form;
    const Voted voted(result, asked);
    std::vector<GrantBudget> made;
    for (const IncomeStatement& statement : result.statements) {
        const std::optional<Booked> booked = booked_of(budget, statement.entity, asked);
        for (std::size_t i = 0; i < statement.exercises.size(); ++i) {
            const std::int16_t exercise = statement.exercises[i];
            GrantBudget of;
            of.entity = statement.entity;
            of.exercise = exercise;
            of.typed_pay = has_typed_pay(budget, statement);
            std::array<std::optional<GrantSums>, grant_columns> sums;
            sums[0] = voted.sums(form, statement.entity, i);
            of.not_voted = voted.any() && !sums[0];
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
