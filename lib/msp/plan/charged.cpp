// SPDX-License-Identifier: MIT
#include <msp/lines/lines.hpp>
#include <msp/loans/loans.hpp>
#include <msp/money/quotient.hpp>
#include <msp/money/split.hpp>
#include <msp/plan/charged.hpp>
#include <msp/plan/third_parties.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

namespace msp {
namespace {

constexpr int months_a_year = 12;

// Months from one payment to the next; nothing where they do not divide a year evenly, or there is but one a year.
int rhythm(const Line& line) {
    const int step =
        line.rule.chosen == 0 ? line.rule.step : months_a_year / std::max(std::popcount(line.rule.chosen), 1);
    const bool even = line.rule.chosen == 0 || months_a_year % std::popcount(line.rule.chosen) == 0;
    return line.kind != AmountKind::dated && even && step < months_a_year ? step : 0;
}

Window months(Month first, int count) {
    return {first.first(), (first + (count - 1)).last()};
}

struct DatedPayment {
    Date due;
    std::int16_t exercise;
};

// The payment of a line that comes back whose day is the nearest to this one.
std::optional<Date> nearest_payment(const Recurrence& rule, Date day) {
    const std::optional<Occurrence> after = next_occurrence(rule, day);
    const int most = std::max(rule.step, months_a_year);  // from one to the next
    const std::vector<Occurrence> before = occurrences(rule, add_months(day, -most), day - 1);
    if (before.empty())
        return after ? std::optional(after->due) : std::nullopt;
    return after && after->due - day <= day - before.back().due ? after->due : before.back().due;
}

// The days that are typed are those of the payment nearest to the first of them, and of all within twelve months from
// it; of a line that comes back the next twelve months pay for the same days a year on. A payment may be up to half of
// its rhythm early.
Window typed_days(const Line& line, Date due) {
    const Window days = {line.covers.first, line.covers.last};
    const std::optional<Date> anchor =
        line.kind == AmountKind::dated ? std::nullopt : nearest_payment(line.rule, days.first);
    if (!anchor)
        return days;
    const int chosen = std::popcount(line.rule.chosen);
    const int step = line.rule.interval != 0 ? 0 : chosen == 0 ? line.rule.step : months_a_year / chosen;
    const int months = (Month::of(due) - Month::of(*anchor)) + std::min(step, months_a_year) / 2;
    const int years = months / months_a_year - (months % months_a_year < 0 ? 1 : 0);
    return {add_months(days.first, years * months_a_year), add_months(days.last + 1, years * months_a_year) - 1};
}

Window covered(const Budget& budget, const Line& line, const DatedPayment& payment, EntityIndex entity) {
    const Month month = Month::of(payment.due);
    switch (line.covers.kind) {
        case CoversKind::rhythm:
            break;
        case CoversKind::month:
            return months(month, 1);
        case CoversKind::quarter:
            return months(month - static_cast<int>((month.month() - 1) % 3), 3);
        case CoversKind::year:
            return months(Month(month.year(), 1), months_a_year);
        case CoversKind::exercise:
            return days_of(budget, payment.exercise, entity);
        case CoversKind::days:
            return typed_days(line, payment.due);
    }
    if (line.kind != AmountKind::dated && line.rule.interval != 0)
        return {payment.due, payment.due + (line.rule.interval - 1)};
    const int step = rhythm(line);
    return step == 0 ? days_of(budget, payment.exercise, entity) : months(month, step);
}

// Books of receipts and payments have a payment in the exercise in which it is made, others in the one it belongs to.
std::int16_t counted_in(const Budget& budget, const Movement& movement, EntityIndex entity) {
    return budget.entities[entity].books == Books::cash ? budget.exercise_of(movement.date, entity) : movement.exercise;
}

std::optional<Date> paid_on(const Budget& budget, const Movement& movement, EntityIndex entity) {
    return budget.entities[entity].books == Books::cash ? std::optional(movement.date) : std::nullopt;
}

// What belongs to an exercise falls due in it, or in the one before or after.
Window around(const Budget& budget, std::int16_t exercise, EntityIndex entity) {
    return {days_of(budget, static_cast<std::int16_t>(exercise - 2), entity).first,
            days_of(budget, static_cast<std::int16_t>(exercise + 2), entity).last};
}

const Loan* loan_of(const Budget& budget, const Line& line) {
    const auto found =
        std::ranges::find_if(budget.loans, [&](const Loan& loan) { return loan.charged && &*loan.charged == &line; });
    return found == budget.loans.end() ? nullptr : &*found;
}

// Interest, insurance and fees; never capital. An instalment is for the days of its interest, fees are for the
// exercise. What a total deferral adds to the capital is a charge of books of accruals; books of receipts and payments
// have none, as nothing is paid.
ChargedLine charged_loan(const Budget& budget, const Loan& loan, std::int16_t exercise, EntityIndex entity) {
    ChargedLine made = {&*loan.charged, {}};
    const LoanReckoning reckoning(loan);
    const auto add = [&](const Movement& movement) {
        const bool instalment = movement.part == Part::interest || movement.part == Part::insurance;
        if ((!instalment && movement.part != Part::fees) || counted_in(budget, movement, entity) != exercise)
            return;
        made.charges.push_back(
            {movement.due,
             instalment ? days_of_instalment(reckoning, movement.occurrence) : days_of(budget, exercise, entity),
             opposite(movement.amount), paid_on(budget, movement, entity), budget.category_of(movement)});
    };
    const Window days = around(budget, exercise, entity);
    try {
        if (budget.entities[entity].books == Books::accrual)
            capitalised_interest(budget, reckoning, days, add);
        loan_movements(budget, reckoning, days, add, nullptr);
    } catch (const Error&) {  // which check_loan() reports
        made.charges.clear();
    }
    return made;
}

const Post* post_of(const Budget& budget, const Line& line) {
    const auto found =
        std::ranges::find_if(budget.posts, [&](const Post& post) { return post.charged && &*post.charged == &line; });
    return found == budget.posts.end() ? nullptr : &*found;
}

ChargedLine charged_post(const Budget& budget, const Post& post, std::int16_t exercise, EntityIndex entity) {
    ChargedLine made = {&*post.charged, {}};
    const bool cash = budget.entities[entity].books == Books::cash;
    for (const PostCost& cost : post.costs) {
        if ((cash ? budget.exercise_of(cost.paid, entity) : cost.exercise) == exercise)
            made.charges.push_back(
                {cost.due, {cost.first, cost.last}, cost.amount, cash ? cost.paid : cost.last, cost.category});
    }
    return made;
}

// What the line costs in the exercise by the budget.
ChargedLine charged(const Budget& budget, const Line& line, std::int16_t exercise, EntityIndex entity) {
    if (const Post* post = post_of(budget, line))
        return charged_post(budget, *post, exercise, entity);
    if (const Loan* loan = loan_of(budget, line))
        return charged_loan(budget, *loan, exercise, entity);
    ChargedLine made = {&line, {}};
    line_movements(
        budget, line, around(budget, exercise, entity),
        [&](const Movement& movement) {
            if (movement.bank == line.bank && counted_in(budget, movement, entity) == exercise)
                made.charges.push_back({movement.due, covered(budget, line, {movement.due, exercise}, entity),
                                        opposite(movement.amount), paid_on(budget, movement, entity),
                                        budget.items[line.item].category});
        },
        nullptr);
    return made;
}

// As it was known on a day, without what was voted later; nothing where the line was.
std::optional<Line> known_on(const Line& line, Date day) {
    if (line.voted && *line.voted > day)
        return std::nullopt;
    Line known = line;
    if (known.index)
        std::erase_if(known.index->steps, [&](const Revision& step) { return step.voted && *step.voted > day; });
    return known;
}

bool changes_on(const Line& line, Date day) {
    return line.voted == day || (line.index && std::ranges::find(line.index->steps, std::optional(day),
                                                                 &Revision::voted) != line.index->steps.end());
}

Money cost_of(const ChargedLine& line) {
    Money sum;
    for (const Charge& charge : line.charges)
        sum += charge.amount;
    return line.total.value_or(sum);
}

// What of the planned payments of a post one that was made pays: those of its part, and of its sign, where there are
// any, that lie the nearest to its day; the earlier day of two as near.
std::vector<const PostCost*> nearest_costs(const Post& post, const Spent& spent) {
    std::vector<const PostCost*> costs;
    for (const PostCost& cost : post.costs)
        costs.push_back(&cost);
    const auto only = [&](auto fits) {
        if (std::ranges::any_of(costs, fits))
            std::erase_if(costs, [&](const PostCost* cost) { return !fits(cost); });
    };
    if (spent.part != Part::whole)
        only([&](const PostCost* cost) { return cost->part == spent.part; });
    only([&](const PostCost* cost) { return cost->amount.negative() == spent.amount.negative(); });
    const auto distance = [&](const PostCost* cost) {
        return std::pair(std::abs(cost->paid - *spent.date), cost->paid);
    };
    if (costs.empty())
        return costs;
    const auto least = std::ranges::min(costs, {}, distance);
    std::erase_if(costs, [&](const PostCost* cost) { return cost->paid != least->paid; });
    return costs;
}

// A payment of a post is for the days worked that it pays; in books of accruals it belongs to their exercise, where
// none is typed.
void add_spent(const Budget& budget, const Post& post, const Spent& spent, std::int16_t exercise,
               std::vector<Charge>& charges) {
    const std::vector<const PostCost*> costs = nearest_costs(post, spent);
    const bool cash = budget.entities[spent.entity].books == Books::cash;
    Movement payment;
    payment.item = spent.item;
    payment.part = spent.part;
    const CategoryIndex named = budget.category_of(payment);
    std::vector<std::int64_t> weights;
    for (const PostCost* cost : costs)
        weights.push_back(absolute(cost->amount).cents());
    const std::vector<Money> parts = split(spent.amount, weights);
    for (std::size_t i = 0; i < costs.size(); ++i) {
        const std::int16_t counted = cash || spent.exercise ? budget.exercise_of(spent) : costs[i]->exercise;
        if (counted == exercise)
            charges.push_back({*spent.date,
                               {costs[i]->first, costs[i]->last},
                               parts[i],
                               cash ? *spent.date : costs[i]->last,
                               spent.part == Part::whole ? costs[i]->category : named});
    }
}

// The cost of a whole exercise is parted as the payments of the budget are; where these make nothing, as the exercise.
ChargedLine whole_cost(const Budget& budget, ChargedLine voted, Money amount, const Window& exercise) {
    if (cost_of(voted) == Money())
        return {voted.line, {{exercise.last, exercise, amount, {}, budget.items[voted.line->item].category}}};
    voted.total = amount;
    return voted;
}

// Nothing where the budget does not say it.
std::optional<ChargedLine> spent_on(const Budget& budget, const ChargedLine& voted, std::int16_t exercise,
                                    EntityIndex entity) {
    ChargedLine real = {voted.line, {}};
    const Post* const post = post_of(budget, *voted.line);
    for (const Spent& spent : budget.spent) {
        if (spent.item != voted.line->item)
            continue;
        if (post != nullptr && !post->costs.empty() && spent.date) {
            add_spent(budget, *post, spent, exercise, real.charges);
            continue;
        }
        if (budget.exercise_of(spent) != exercise)
            continue;
        if (!spent.date)
            return whole_cost(budget, voted, spent.amount, days_of(budget, exercise, entity));
        real.charges.push_back({*spent.date,
                                covered(budget, *voted.line, {*spent.date, exercise}, entity),
                                spent.amount,
                                {},
                                budget.items[spent.item].category});
    }
    return real.charges.empty() ? std::nullopt : std::optional(std::move(real));
}

template <typename Shared, typename In>
std::vector<Shared*> lines_shared_in(In& budget, EntityIndex entity) {
    std::vector<Shared*> lines;
    const auto add = [&](Shared& line) {
        if (line.shared && budget.banks[line.bank].entity == entity)
            lines.push_back(&line);
    };
    for (auto& line : budget.lines)
        add(line);
    for (auto& loan : budget.loans) {
        if (loan.charged)
            add(*loan.charged);
    }
    for (auto& post : budget.posts) {
        if (post.charged)
            add(*post.charged);
    }
    std::ranges::stable_sort(lines, {}, &Line::item);
    return lines;
}

// Whether the last payments that were voted are not among those that are said: there are fewer of them, and they end in
// an earlier month. Who pays a yearly bill a month early has paid it.
bool breaks_off(const ChargedLine& voted, const ChargedLine& real) {
    if (real.total || real.charges.size() >= voted.charges.size())
        return false;
    const auto last = [](const ChargedLine& line) {
        return Month::of(std::ranges::max_element(line.charges, {}, &Charge::due)->due);
    };
    return last(real) < last(voted);
}

}  // namespace

Window days_of(const Budget& budget, std::int16_t exercise, EntityIndex entity) {
    return {budget.last_day_of(static_cast<std::int16_t>(exercise - 1), entity) + 1,
            budget.last_day_of(exercise, entity)};
}

Window covered_days(const Budget& budget, const Line& line, Date due, std::int16_t exercise, EntityIndex entity) {
    return covered(budget, line, {due, exercise}, entity);
}

std::vector<const Line*> shared_lines(const Budget& budget, EntityIndex entity) {
    return lines_shared_in<const Line>(budget, entity);
}

std::vector<Line*> shared_lines(Budget& budget, EntityIndex entity) {
    return lines_shared_in<Line>(budget, entity);
}

std::vector<ChargedLine> charged_lines(const Budget& budget, std::int16_t exercise, EntityIndex entity) {
    std::vector<ChargedLine> lines;
    for (const Line* line : shared_lines(budget, entity)) {
        if (ChargedLine made = charged(budget, *line, exercise, entity); !made.charges.empty())
            lines.push_back(std::move(made));
    }
    return lines;
}

ChargedLine charged_line(const Budget& budget, const Line& line, std::int16_t exercise, EntityIndex entity) {
    return charged(budget, line, exercise, entity);
}

void check_capitalised(const Budget& budget, std::int16_t exercise, EntityIndex entity, Diagnostics& diagnostics) {
    if (budget.entities[entity].books == Books::accrual)
        return;
    const Window days = days_of(budget, exercise, entity);
    for (const Loan& loan : budget.loans) {
        Money added;
        const auto add = [&](const Movement& movement) { added -= movement.amount; };
        try {
            if (loan.charged && budget.banks[loan.bank].entity == entity)
                capitalised_interest(budget, LoanReckoning(loan), days, add);
        } catch (const Error&) {  // which check_loan() reports
            continue;
        }
        if (added != Money())
            diagnostics.warning(
                "charges.capitalised",
                {tr("{amount} of interest that {loan} adds to its capital in the exercise {year} is borne by no "
                    "member"),
                 {{"amount", added}, {"loan", budget.items[loan.item].label}, {"year", std::int64_t{exercise}}}},
                loan.deferral_place.span,
                Message{tr("books of receipts and payments have no charge that is not paid, and its instalments repay "
                           "it as capital, which is never shared; have members advance it with [[call]] ([[appel]]), "
                           "or defer the capital alone (partial)"),
                        {}});
    }
}

Money rents_received(const Budget& budget, std::int16_t exercise, EntityIndex entity) {
    Money sum;
    for (const Line& line : budget.lines) {
        const Item& item = budget.items[line.item];
        if (line.side != Side::receipts || budget.banks[line.bank].entity != entity ||
            budget.categories[item.category].id != "rent-received" || is_of_third_party(budget, item))
            continue;
        for (const Charge& charge : charged(budget, line, exercise, entity).charges)
            sum -= charge.amount;
    }
    return sum;
}

std::vector<EarlierLines> earlier_lines(const Budget& budget, std::int16_t exercise, EntityIndex entity) {
    const Window days = days_of(budget, exercise, entity);
    const std::vector<const Line*> shared = shared_lines(budget, entity);
    std::set<Date> votes;
    const auto add = [&](const std::optional<Date>& voted) {
        if (voted && *voted > days.first && *voted <= days.last)
            votes.insert(*voted);
    };
    for (const Line* line : shared) {
        add(line->voted);
        if (line->index) {
            for (const Revision& step : line->index->steps)
                add(step.voted);
        }
    }
    std::vector<EarlierLines> all;
    for (const Date day : votes) {
        EarlierLines& earlier = all.emplace_back();
        earlier.until = day;
        for (const Line* line : shared) {
            if (changes_on(*line, day))
                earlier.changed.push_back(line);
            ChargedLine made = {line, {}};
            if (loan_of(budget, *line) != nullptr || post_of(budget, *line) != nullptr)
                made = charged(budget, *line, exercise, entity);
            else if (const std::optional<Line> known = known_on(*line, day + -1))
                made.charges = charged(budget, *known, exercise, entity).charges;
            if (!made.charges.empty())
                earlier.lines.push_back(std::move(made));
        }
    }
    return all;
}

std::optional<std::vector<EarlierShares>> earlier_shares(const Budget& budget, const std::vector<EarlierLines>& earlier,
                                                         const Window& days, Diagnostics& diagnostics) {
    std::vector<EarlierShares> all;
    for (const EarlierLines& each : earlier) {
        std::optional<ExerciseShares> shares = shares_of(budget, each.lines, {&days, 1}, diagnostics);
        if (!shares)
            return std::nullopt;
        all.push_back({each.until, std::move(*shares)});
    }
    return all;
}

ExerciseCharges exercise_charges(const Budget& budget, std::int16_t exercise, EntityIndex entity) {
    ExerciseCharges all;
    all.earlier = earlier_lines(budget, exercise, entity);
    for (const Line* line : shared_lines(budget, entity)) {
        ChargedLine voted = charged(budget, *line, exercise, entity);
        std::optional<ChargedLine> real = spent_on(budget, voted, exercise, entity);
        if (voted.charges.empty() && !real)
            continue;
        if (!real && loan_of(budget, *line) == nullptr)
            all.unsaid.push_back(line);
        else if (real && breaks_off(voted, *real))
            (cost_of(*real) < cost_of(voted) ? all.partial : all.beyond).push_back(line);
        all.real.push_back(real ? std::move(*real) : voted);
        all.voted.push_back(std::move(voted));
    }
    return all;
}

std::vector<ChargedLine> proposed_lines(const Budget& budget, const ExerciseCharges& past, std::int16_t exercise,
                                        EntityIndex entity) {
    std::vector<ChargedLine> lines = charged_lines(budget, exercise, entity);
    for (std::size_t i = 0; i < past.voted.size(); ++i) {
        const Money voted = cost_of(past.voted[i]);
        const Money real = cost_of(past.real[i]);
        const auto next = std::ranges::find(lines, past.voted[i].line, &ChargedLine::line);
        if (voted == Money()) {
            const Window days = days_of(budget, exercise, entity);
            if (next == lines.end() && real != Money())
                lines.push_back(
                    {past.real[i].line, {{days.last, days, real, {}, budget.items[past.real[i].line->item].category}}});
        } else if (next != lines.end() && cost_of(*next) != Money()) {
            next->total =
                rounded(Quotient(cost_of(*next).cents()) * Quotient(real.cents(), voted.cents()), Rounding::half_up);
        }
    }
    std::ranges::sort(lines, {}, [](const ChargedLine& charged) { return charged.line->item; });
    return lines;
}

}  // namespace msp
