// SPDX-License-Identifier: MIT
#include <msp/plan/charged.hpp>
#include <msp/plan/planned_calls.hpp>
#include <msp/plan/post_costs.hpp>

#include <algorithm>

namespace msp {
namespace {

// Unless it is said of all posts how rates go on, nothing is computed beyond those that are known.
Month reckoned_until(const Budget& budget, const PayrollLaw& law) {
    const auto goes_on = [&](const Post& post) {
        return budget.employers[post.employer].assume || (post.until && *post.until <= law.known_until().last());
    };
    const Date end = last_planned_day(budget);
    Month last = Month::of(end);
    for (std::size_t i = 0; i < budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        last = std::max(last, Month::of(budget.last_day_of(budget.exercise_of(end, entity), entity)));
    }
    return std::ranges::all_of(budget.posts, goes_on) ? last : std::min(last, law.known_until());
}

// Whether the plan itself goes on beyond the months that are known.
bool is_planned_unknown(const Budget& budget, const Post& post, Date planned) {
    const Month last = Month::of(post.until ? std::min(planned, *post.until) : planned);
    return post.employed() && !budget.employers[post.employer].assume && Month::of(post.costs_until) < last &&
           Month::of(post.from) <= last;
}

// Books of receipts and payments pay contributions of the month before, too.
bool misses_months(const Budget& budget, const Post& post, const Window& days, EntityIndex entity) {
    const bool cash = budget.entities[entity].books == Books::cash;
    return post.from < post.costs_from && (!post.until || days.first <= *post.until) &&
           (cash ? days.first <= post.costs_from : days.first < post.costs_from);
}

void tell_of_missing_months(const Budget& budget, const Post& post, std::int16_t exercise, Diagnostics& diagnostics) {
    diagnostics.warning(
        "charges.post-before",
        {tr("pay of {post} is computed from {day} on: what it cost before is missing in the exercise {exercise}"),
         {{"post", budget.items[post.item].id}, {"day", post.costs_from}, {"exercise", std::int64_t{exercise}}}},
        post.place.span,
        Message{tr("choose a later exercise; for the settlement of this one, say what the post really cost"), {}});
}

}  // namespace

void reckon_post_costs(Budget& budget, const Law& law, const KeptPayroll& kept) {
    const auto is_shared = [](const Post& post) { return post.charged.has_value(); };
    if (law.payroll.empty() || std::ranges::none_of(budget.posts, is_shared))
        return;
    const Month last = reckoned_until(budget, law.payroll);
    const Payroll& payroll = kept.until(budget, law.payroll, last);
    const Window all = {Date::first(), Date::last()};
    for (std::size_t i = 0; i < budget.posts.size(); ++i) {
        Post& post = budget.posts[i];
        if (!post.charged)
            continue;
        const auto add = [&](const Movement& movement, const Window& worked) {
            post.costs.push_back({opposite(movement.amount), movement.due, movement.date, worked.first, worked.last,
                                  movement.exercise, movement.part, budget.category_of(movement)});
        };
        post_payments(budget, law.payroll, payroll, i, all, add);
        const PostMonths& months = payroll.posts[i];
        post.costs_from = !months.months.empty()     ? months.months.front().first
                          : !months.invoices.empty() ? months.invoices.front().first
                                                     : post.from;
        post.costs_until = post.until && *post.until <= last.last() ? Date::last() : last.last();
    }
}

bool post_costs_known(const Budget& budget, EntityIndex entity, std::int16_t exercise, Date planned,
                      Diagnostics& diagnostics) {
    const Window days = days_of(budget, exercise, entity);
    bool known = true;
    for (const Post& post : budget.posts) {
        if (!post.charged || budget.banks[post.bank].entity != entity || post.from > days.last)
            continue;
        if (misses_months(budget, post, days, entity))
            tell_of_missing_months(budget, post, exercise, diagnostics);
        if (days.last <= post.costs_until)
            continue;
        known = false;
        if (is_planned_unknown(budget, post, planned))
            continue;
        diagnostics.error("charges.post",
                          {tr("what {post} costs is known until {day}, and the exercise {exercise} ends on {last}"),
                           {{"post", budget.items[post.item].id},
                            {"day", post.costs_until},
                            {"exercise", std::int64_t{exercise}},
                            {"last", days.last}}},
                          post.place.span,
                          Message{tr("say how the minimum wage and the ceiling go on, in the employer's table: assume "
                                     "= {{ smic = \"2 %\", ceiling = \"2 %\" }}; or choose an earlier exercise"),
                                  {}},
                          {{budget.employers[post.employer].place.span, {tr("the employer"), {}}}});
    }
    return known;
}

}  // namespace msp
