// SPDX-License-Identifier: MIT
#include <msp/payroll/payroll.hpp>
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

}  // namespace

void reckon_post_costs(Budget& budget, const Law& law) {
    const auto is_shared = [](const Post& post) { return post.charged.has_value(); };
    if (law.payroll.empty() || std::ranges::none_of(budget.posts, is_shared))
        return;
    const Month last = reckoned_until(budget, law.payroll);
    const Payroll payroll = reckon_payroll(budget, law.payroll, last);
    const Window all = {Date::first(), Date::last()};
    for (std::size_t i = 0; i < budget.posts.size(); ++i) {
        Post& post = budget.posts[i];
        if (!post.charged)
            continue;
        const auto add = [&](const Movement& movement, const Window& worked) {
            post.costs.push_back(
                {opposite(movement.amount), movement.due, movement.date, worked.first, worked.last, movement.exercise});
        };
        post_payments(budget, law.payroll, payroll, i, all, add);
        post.costs_until = post.until && *post.until <= last.last() ? Date::last() : last.last();
    }
}

bool post_costs_known(const Budget& budget, EntityIndex entity, std::int16_t exercise, Diagnostics& diagnostics) {
    const Window days = days_of(budget, exercise, entity);
    bool known = true;
    for (const Post& post : budget.posts) {
        if (!post.charged || budget.banks[post.bank].entity != entity || days.last <= post.costs_until ||
            post.from > days.last)
            continue;
        known = false;
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
