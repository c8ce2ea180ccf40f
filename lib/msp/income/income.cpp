// SPDX-License-Identifier: MIT
#include <msp/income/income.hpp>
#include <msp/money/rate.hpp>
#include <msp/plan/charged.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace msp {
namespace {

constexpr std::array<std::string_view, 12> step_ids = {
    "depreciation",     "capitalised",  "receivable", "payable", "received-before", "paid-before",
    "received-earlier", "paid-earlier", "deferred",   "prepaid", "before-opening",  "other"};
constexpr std::string_view depreciation_account = "681";
constexpr std::array<std::string_view, 4> section_ids = {"charges", "income", "result", "cash"};

using Amounts = std::vector<Money>;  // by exercise

// Of what loses value by use.
bool is_asset(std::string_view account) {
    return account.starts_with("20") || account.starts_with("21") || account.starts_with("23");
}

void add(Amounts& sums, const Amounts& amounts) {
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] += amounts[i];
}

bool is_nothing(const Amounts& amounts) {
    return std::ranges::all_of(amounts, [](Money amount) { return amount == Money(); });
}

// One entity's statement, from the pieces of its plan.
class StatementMaker {
 public:
    StatementMaker(const Budget& budget, const ClassRules& classes, EntityIndex entity,
                   const std::vector<std::int16_t>& exercises)
        : budget_(budget), classes_(classes), result_(exercises.size()) {
        made_.entity = entity;
        made_.exercises = exercises;
    }

    void take(const IncomePiece& piece) {
        const Movement& movement = piece.movement;
        const CategoryIndex category = budget_.category_of(movement);
        const std::int16_t paid_in = budget_.exercise_of(movement.date, made_.entity);
        if (!is_in_result(budget_.categories[category].nature)) {
            made_.invests = made_.invests || is_asset(budget_.categories[category].account);
            if (!piece.before_opening)
                count(steps_[{IncomeStep::other, category}], paid_in, movement.amount);
            return;
        }
        const IncomeLine& line = line_of(movement, category);
        count(amounts_of(line), movement.exercise, line.charge ? -movement.amount : movement.amount);
        if (place(movement.exercise)) {
            result_[*place(movement.exercise)] += movement.amount;
            made_.accrues = made_.accrues || (movement.origin == Origin::loan && movement.part == Part::interest);
            made_.capitalises = made_.capitalises || piece.capitalised;
        }
        if (piece.capitalised)
            return count(steps_[{IncomeStep::capitalised, category}], movement.exercise, -movement.amount);
        // An exercise is whole: what falls due before its account opens is first a movement of it like any other, then
        // taken off again as no plan of cash has it.
        if (piece.before_opening) {
            count(steps_[{IncomeStep::before_opening, category}], paid_in, -movement.amount);
            if (place(paid_in))
                made_.opens = std::max(made_.opens, std::optional(budget_.banks[movement.bank].date));
        }
        if (movement.exercise == paid_in)
            return;
        const bool later = paid_in > movement.exercise;
        const IncomeStep own = later ? pick(line, IncomeStep::payable, IncomeStep::receivable)
                                     : pick(line, IncomeStep::paid_before, IncomeStep::received_before);
        count(steps_[{own, category}], movement.exercise, -movement.amount);
        const IncomeStep other = later ? pick(line, IncomeStep::paid_earlier, IncomeStep::received_earlier)
                                       : pick(line, IncomeStep::prepaid, IncomeStep::deferred);
        count(steps_[{other, category}], paid_in, movement.amount);
    }

    void depreciate(const Depreciation& of) {
        if (of.entity != made_.entity)
            return;
        made_.depreciates = true;
        IncomeLine line;
        line.of_class = classes_.of_account(depreciation_account);
        for (std::size_t i = 0; i < result_.size(); ++i) {
            const Money lost = depreciated_in(of, days_of(budget_, made_.exercises[i], made_.entity));
            line.exercises.push_back(lost);
            result_[i] -= lost;
            count(steps_[{IncomeStep::depreciation, 0}], made_.exercises[i], lost);
        }
        made_.lines.push_back(std::move(line));
    }

    IncomeStatement finish(const Amounts& change) {
        std::erase_if(made_.lines, [](const IncomeLine& line) { return is_nothing(line.exercises); });
        side(IncomeSection::charges);
        side(IncomeSection::income);
        push({.section = IncomeSection::result, .kind = IncomeRowKind::whole}, result_);
        cash(change);
        return std::move(made_);
    }

 private:
    [[nodiscard]] std::optional<std::size_t> place(std::int16_t exercise) const {
        const auto found = std::ranges::find(made_.exercises, exercise);
        return found == made_.exercises.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(found - made_.exercises.begin()));
    }

    void count(Amounts& amounts, std::int16_t exercise, Money amount) {
        amounts.resize(made_.exercises.size());
        if (const std::optional<std::size_t> at = place(exercise))
            amounts[*at] += amount;
    }

    static IncomeStep pick(const IncomeLine& line, IncomeStep of_charges, IncomeStep of_income) {
        return line.charge ? of_charges : of_income;
    }

    IncomeLine& line_of(const Movement& movement, CategoryIndex category) {
        const auto [found, added] = places_.emplace(std::pair(movement.item, category), made_.lines.size());
        if (added) {
            const Category& of = budget_.categories[category];
            IncomeLine line;
            line.of_class = classes_.of_account(of.account);
            line.charge = line.of_class != nullptr ? line.of_class->of_charges() : of.nature != Nature::income;
            line.category = category;
            line.item = movement.item;
            made_.lines.push_back(std::move(line));
        }
        return made_.lines[found->second];
    }
    Amounts& amounts_of(const IncomeLine& line) {
        return made_.lines[static_cast<std::size_t>(&line - made_.lines.data())].exercises;
    }

    void push(IncomeRow row, Amounts amounts) {
        row.exercises = std::move(amounts);
        made_.rows.push_back(std::move(row));
    }

    // Classes by number, one that is not known last; in each the categories by account, then in the order of the
    // catalogue.
    void side(IncomeSection section) {
        using Key = std::tuple<bool, std::string, std::string, std::optional<CategoryIndex>>;
        std::map<Key, std::pair<const AccountClass*, Amounts>> by_category;
        for (const IncomeLine& line : made_.lines) {
            if (line.charge != (section == IncomeSection::charges))
                continue;
            const Key key = {line.of_class == nullptr, line.of_class == nullptr ? "" : line.of_class->number,
                             line.category ? budget_.categories[*line.category].account : "", line.category};
            auto& [of_class, amounts] = by_category[key];
            of_class = line.of_class;
            amounts.resize(made_.exercises.size());
            add(amounts, line.exercises);
            if (of_class == nullptr && line.category &&
                std::ranges::find(made_.without_class, *line.category) == made_.without_class.end())
                made_.without_class.push_back(*line.category);
        }
        Amounts whole(made_.exercises.size());
        Amounts of_class(made_.exercises.size());
        for (auto each = by_category.begin(); each != by_category.end(); ++each) {
            const auto& [number, amounts] = each->second;
            push({.section = section,
                  .of_class = number,
                  .category = std::get<std::optional<CategoryIndex>>(each->first)},
                 amounts);
            add(of_class, amounts);
            if (const auto next = std::next(each); next == by_category.end() || next->second.first != number) {
                add(whole, of_class);
                push({.section = section, .kind = IncomeRowKind::of_class, .of_class = number},
                     std::exchange(of_class, Amounts(made_.exercises.size())));
            }
        }
        push({.section = section, .kind = IncomeRowKind::whole}, std::move(whole));
    }

    void cash(const Amounts& change) {
        Amounts sum = result_;
        bool settled = false;
        for (auto& [key, amounts] : steps_) {
            const auto& [step, category] = key;
            if (step == IncomeStep::other && !std::exchange(settled, true))
                push({.section = IncomeSection::cash, .kind = IncomeRowKind::settled}, sum);
            add(sum, amounts);
            if (is_nothing(amounts))
                continue;
            IncomeRow row = {.section = IncomeSection::cash, .step = step};
            if (step != IncomeStep::depreciation)
                row.category = category;
            push(std::move(row), std::move(amounts));
        }
        if (!settled)
            push({.section = IncomeSection::cash, .kind = IncomeRowKind::settled}, sum);
        // Two engines asked in two ways: a statement that does not lead to the plan of cash is none.
        if (sum != change)
            throw std::logic_error("a result does not lead to the change of cash");
        push({.section = IncomeSection::cash, .kind = IncomeRowKind::whole}, change);
    }

    const Budget& budget_;
    const ClassRules& classes_;
    IncomeStatement made_;
    Amounts result_;
    std::map<std::pair<ItemIndex, CategoryIndex>, std::size_t> places_;  // of lines
    std::map<std::pair<IncomeStep, CategoryIndex>, Amounts> steps_;
};

// What the accounts of an entity gain in each exercise, without what they hold as they open.
Amounts changes(const Budget& budget, const Projection& projection, EntityIndex entity,
                const std::vector<std::int16_t>& exercises) {
    Amounts found;
    const Series series = entity_series(budget, projection, entity);
    for (const std::int16_t exercise : exercises) {
        const Window days = days_of(budget, exercise, entity);
        if (days.last < series.first) {
            found.emplace_back();
            continue;
        }
        found.push_back(sum_of(series, Period{std::max(days.first, series.first), days.last}).net());
    }
    return found;
}

std::vector<Gap> aci_gaps_of(const Case& of, const std::vector<std::int16_t>& exercises, Date until) {
    const EntityIndex entity = of.budget.banks[of.budget.aci->bank].entity;
    const Date first = days_of(of.budget, exercises.front(), entity).first;
    std::vector<Gap> gaps = aci_gaps(of, {first, around_plan(of.budget, until).last});
    std::erase_if(gaps, [&](const Gap& gap) { return std::ranges::find(exercises, gap.year) == exercises.end(); });
    return gaps;
}

bool closes_with_the_year(const Entity& entity) {
    return entity.year_end_month == 12 && entity.year_end_day == 31;
}

}  // namespace

std::string_view id_of(IncomeStep step) {
    return step_ids.at(static_cast<std::size_t>(step));
}
std::string_view id_of(IncomeSection section) {
    return section_ids.at(static_cast<std::size_t>(section));
}

std::vector<std::int16_t> exercises_in(const Budget& budget, const Period& days, std::optional<EntityIndex> only) {
    std::set<std::int16_t> found;
    for (std::size_t i = 0; i < budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        if (only.value_or(entity) != entity)
            continue;
        const std::int16_t last = budget.exercise_of(days.last + 1, entity);
        for (std::int16_t exercise = budget.exercise_of(days.first, entity); exercise < last; ++exercise)
            found.insert(exercise);
    }
    if (found.empty())
        found.insert(budget.exercise_of(days.last, only.value_or(0)));
    return {found.begin(), found.end()};
}

std::vector<IncomeStatement> income_statements(const Case& of, const ClassRules& classes, Count count,
                                               const std::vector<std::int16_t>& exercises) {
    const Budget& budget = of.budget;
    std::vector<StatementMaker> makers;
    Date until = budget.first_day();
    for (std::size_t i = 0; i < budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        makers.emplace_back(budget, classes, entity, exercises);
        until = std::max(until, budget.last_day_of(exercises.back(), entity));
    }
    const auto maker_of = [&](const Movement& movement) -> StatementMaker& {
        return makers[budget.banks[movement.bank].entity];
    };
    income_pieces(of, count, until, [&](const IncomePiece& piece) { maker_of(piece.movement).take(piece); });
    const auto fees = [&](const Movement& movement) {
        if (movement.origin == Origin::fee)
            maker_of(movement).take({movement, false, false});
    };
    const PlanOptions options = {.count = count, .aci_late = {}, .only = {}};
    const Projection projection = project(of, options, {budget.first_day(), until}, fees);
    const std::vector<Gap> gaps = budget.aci ? aci_gaps_of(of, exercises, until) : std::vector<Gap>();
    std::vector<IncomeStatement> statements;
    for (const Depreciation& each : budget.depreciations) {
        for (StatementMaker& maker : makers)
            maker.depreciate(each);
    }
    for (std::size_t i = 0; i < makers.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        if (banks_of(budget, entity).empty())
            continue;
        IncomeStatement& made =
            statements.emplace_back(makers[i].finish(changes(budget, projection, entity, exercises)));
        if (budget.aci && budget.banks[budget.aci->bank].entity == entity) {
            made.missing = gaps;
            const auto of_aci = [&](const IncomeLine& line) { return line.item == budget.aci->item; };
            made.aci_beyond = !closes_with_the_year(budget.entities[entity]) && std::ranges::any_of(made.lines, of_aci);
        }
        made.employs = std::ranges::any_of(budget.posts, [&](const Post& post) {
            return post.employed() && budget.banks[post.bank].entity == entity;
        });
    }
    return statements;
}

Money depreciated_in(const Depreciation& of, const Window& exercise) {
    constexpr std::int64_t year = 360;
    if (!of.years) {
        const bool bears = of.from <= exercise.last && (!of.until || exercise.first <= *of.until);
        return bears ? of.amount : Money();
    }
    // So far, so that all exercises together come to the cost.
    const auto lost_by = [&](Date day) {
        const std::int64_t days = day < of.from ? 0 : days_of_thirty(of.from, day + 1);
        const std::int64_t all = year * *of.years;
        return days >= all ? of.amount : times(of.amount, Fraction{days, all}, Rounding::half_up);
    };
    return lost_by(exercise.last) - lost_by(exercise.first - 1);
}

LawNeeds income_needs() {
    return {.rules = {{.kind = class_rules}, {.kind = grant_form_rules}}};
}

}  // namespace msp
