// SPDX-License-Identifier: MIT
#include <msp/income/pieces.hpp>
#include <msp/money/split.hpp>
#include <msp/plan/charged.hpp>

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace msp {
namespace {

class PieceMaker {
 public:
    PieceMaker(const Case& of, const PieceSink& sink) : budget_(of.budget), sink_(sink) {
        for (const Line& line : budget_.lines) {
            const bool typed = line.covers.kind != CoversKind::rhythm && line.covers.kind != CoversKind::exercise;
            if (typed && line.exercise == ExerciseRule())
                lines_.emplace(line.item, &line);
        }
        for (const LoanReckoning& loan : of.loans)
            loans_.emplace(loan.loan().item, &loan);
    }

    void part(const Movement& movement, bool capitalised = false) {
        const EntityIndex entity = budget_.banks[movement.bank].entity;
        const std::optional<Window> days = days_of_payment(movement, entity);
        if (!days || days->last < days->first)
            return hand_over(movement, capitalised);
        const std::int16_t first = budget_.exercise_of(days->first, entity);
        std::vector<std::int64_t> weights;
        for (std::int16_t exercise = first; exercise <= budget_.exercise_of(days->last, entity); ++exercise) {
            const Window whole = days_of(budget_, exercise, entity);
            weights.push_back(std::min(days->last, whole.last) - std::max(days->first, whole.first) + 1);
        }
        const std::vector<Money> amounts = split(movement.amount, weights);
        Movement part = movement;
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            part.amount = amounts[i];
            part.exercise = static_cast<std::int16_t>(first + static_cast<int>(i));
            if (part.amount != Money())
                hand_over(part, capitalised);
        }
    }

 private:
    // Nothing where a movement is of one exercise.
    [[nodiscard]] std::optional<Window> days_of_payment(const Movement& movement, EntityIndex entity) const {
        if (movement.part == Part::interest) {
            const auto loan = loans_.find(movement.item);
            return loan == loans_.end() ? std::nullopt
                                        : std::optional(days_of_instalment(*loan->second, movement.occurrence));
        }
        const auto line = lines_.find(movement.item);
        if (line == lines_.end())
            return std::nullopt;
        return covered_days(budget_, *line->second, movement.due, movement.exercise, entity);
    }

    void hand_over(const Movement& movement, bool capitalised) const {
        sink_({movement, movement.date < budget_.banks[movement.bank].date, capitalised});
    }

    const Budget& budget_;
    const PieceSink& sink_;
    std::unordered_map<ItemIndex, const Line*> lines_;  // that say what they cover
    std::unordered_map<ItemIndex, const LoanReckoning*> loans_;
};

}  // namespace

Window around_plan(const Budget& budget, Date until) {
    constexpr int years = 10;
    const int first = std::max(budget.first_day().fields().year - years, Date::first_year);
    const int last = std::min(until.fields().year + years, last_plan_year);
    return {Month(first, 1).first(), std::max(until, Month(last, 12).last())};
}

void income_pieces(const Case& of, Count count, Date until, const PieceSink& sink) {
    PieceMaker maker(of, sink);
    const PlanOptions options = {
        .count = count, .aci_late = {}, .only = {}, .before_opening = true, .pay_until = Month::of(until)};
    const Window window = around_plan(of.budget, until);
    (void)movements(of, options, window, [&](const Movement& movement) { maker.part(movement); });
    for (const LoanReckoning& loan : of.loans)
        capitalised_interest(of.budget, loan, window, [&](const Movement& movement) { maker.part(movement, true); });
}

}  // namespace msp
