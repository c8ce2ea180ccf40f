// SPDX-License-Identifier: MIT
#include <msp/coordinator/funded_above.hpp>
#include <msp/coordinator/horizon.hpp>
#include <msp/coordinator/post_return.hpp>
#include <msp/coordinator/return_items.hpp>

#include <algorithm>
#include <functional>
#include <utility>

namespace msp {
namespace {

constexpr int two_years = 24;  // months

void add(std::vector<Money>& sums, const std::vector<Money>& amounts, int sign) {
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] += amounts[i] * sign;
}

std::optional<int> payback_month(const std::vector<Money>& months) {
    std::optional<int> first;
    Money cumulative;
    for (std::size_t i = 0; i < months.size(); ++i) {
        cumulative += months[i];
        if (cumulative.negative())
            first.reset();
        else if (!first)
            first = static_cast<int>(i) + 1;
    }
    return first;
}

class Returner {
 public:
    Returner(const Case& of, const Payroll& payroll, std::size_t post, const ReturnOptions& options)
        : budget_(of.budget),
          horizon_(budget_, budget_.posts[post], options.years),
          items_(of, payroll, post, horizon_),
          options_(options) {
        made_.budget = &budget_;
        made_.scenario = of.scenario;
        made_.label = of.label;
        made_.post = post;
    }

    PostReturn run(Diagnostics& diagnostics) {
        made_.first = horizon_.first();
        made_.exercises = horizon_.exercises();
        made_.months = horizon_.months();
        made_.items = items_.run(diagnostics);
        made_.assumed_months = horizon_.count(items_.assumed());
        made_.all_aci_lost = items_.all_aci_lost();
        made_.last_aci = items_.last_aci();
        for (const ReturnView view : all_return_views) {
            for (const Level level : all_levels)
                look(view, level);
        }
        break_evens();
        two_years_on();
        for (const GainStream& stream : items_.streams())
            assumptions(stream);
        return std::move(made_);
    }

 private:
    void look(ReturnView of, Level level) {
        ViewReturn& view = made_.view(of);
        std::vector<Money> net(made_.exercises.size());
        std::vector<Money> gains(net.size());
        std::vector<Money> months(static_cast<std::size_t>(made_.months));
        for (const ReturnItem& item : made_.items) {
            const int sign = sign_in(of, item.role);
            add(is_gain(item.role) ? gains : net, at(item.exercises, level), is_gain(item.role) ? sign : -sign);
            add(months, at(item.months, level), sign);
        }
        std::vector<Money> result;
        std::vector<Money> cumulative;
        Money so_far;
        for (std::size_t i = 0; i < net.size(); ++i) {
            result.push_back(gains[i] - net[i]);
            so_far += result.back();
            cumulative.push_back(so_far);
        }
        const Money net_total = sum(net);
        const Money gains_total = sum(gains);
        if (net_total > Money())
            at(view.on_investment, level) = Quotient((gains_total - net_total).cents(), net_total.cents());
        if (options_.rate)
            at(view.present_value, level) = present_value(result, *options_.rate);
        at(view.payback, level) = payback_month(months);
        at(view.net_cost_total, level) = net_total;
        at(view.gains_total, level) = gains_total;
        at(view.result_total, level) = so_far;
        at(view.net_cost, level) = std::move(net);
        at(view.gains, level) = std::move(gains);
        at(view.result, level) = std::move(result);
        at(view.cumulative, level) = std::move(cumulative);
    }

    // The result of both together is linear in the hours of a gain of time.
    void break_evens() {
        for (const GainStream& stream : items_.streams()) {
            if (stream.gain->kind != GainKind::time)
                continue;
            BreakEven even;
            even.id = stream.gain->id;
            even.label = stream.gain->title();
            for (const Level level : all_levels) {
                const Quotient an_hour = stream.total_without_hours(level);
                if (an_hour <= Quotient())
                    continue;
                const Money others = at(made_.view(ReturnView::together).result_total, level) -
                                     at(made_.items[stream.item].total, level);
                // Hours that are freed, whatever part of the typed ones the post's own hours stand for.
                const Quotient typed = Quotient(opposite(others).cents()) / an_hour;
                const Quotient hours = std::max(Quotient(), typed * stream.gain->part);
                at(even.hours, level) = hours;
                if (const auto an_hours = stream.consultations_an_hour(level))
                    at(even.consultations, level) = hours * *an_hours;
            }
            made_.break_evens.push_back(std::move(even));
        }
    }

    void two_years_on() {
        if (made_.months < two_years)
            return;
        Money so_far;
        for (const ReturnItem& item : made_.items) {
            for (std::size_t i = 0; i < two_years; ++i)
                so_far += at(item.months, Level::central)[i] * sign_in(ReturnView::together, item.role);
        }
        made_.short_of_two_years = opposite(so_far);
        if (so_far.negative())
            made_.funding_needed = Money::from_cents((opposite(so_far).cents() + 1) / 2);  // a year, cents up
    }

    void assumptions(const GainStream& stream) {
        for (const Assumption& assumption : stream.gain->assumptions) {
            if (!assumption.typed || !stream.uses(assumption.factor))
                continue;
            MovedAssumption moved;
            moved.gain = stream.gain->id;
            moved.label = stream.gain->title();
            moved.gainer = stream.role == ReturnRole::company_gain ? Gainer::company : Gainer::professionals;
            moved.assumption = assumption;
            const Money others = at(made_.view(ReturnView::together).result_total, Level::central) -
                                 at(made_.items[stream.item].total, Level::central);
            moved.low = others + items_.total_with(stream, assumption.factor, Level::low);
            moved.high = others + items_.total_with(stream, assumption.factor, Level::high);
            moved.effect = absolute(moved.high - moved.low);
            need(stream, moved);
            made_.assumptions.push_back(std::move(moved));
        }
    }

    // A product is linear in each of its factors.
    void need(const GainStream& stream, MovedAssumption& moved) const {
        if (!made_.short_of_two_years || made_.holds_within_two_years() || stream.is_aci())
            return;
        const Factor factor = moved.assumption.factor;
        const Quotient each = stream.months_without(factor, two_years);
        if (each <= Quotient())
            return;
        moved.needed = Quotient(moved.assumption.central) + Quotient(made_.short_of_two_years->cents()) / each;
        moved.possible = !is_share(factor) || *moved.needed <= Quotient(1);
    }

    const Budget& budget_;
    Horizon horizon_;
    ReturnItems items_;
    const ReturnOptions& options_;
    PostReturn made_;
};

bool begins(const Budget& budget, const Post& post, const ReturnOptions& options) {
    return Horizon(budget, post, options.years).months() > 0;
}

// December of the last year shown: the taxe sur les salaires is of whole years.
Month last_pay_month(const Budget& budget, const ReturnOptions& options) {
    int year = budget.first_day().fields().year;
    for (const Post& post : budget.posts)
        year = std::max(year, Horizon(budget, post, options.years).last().year());
    return {year, 12};
}

std::vector<PostReturn> returns(const Case& of, const ReturnOptions& options, std::string_view post,
                                Diagnostics& diagnostics) {
    std::vector<PostReturn> all;
    const Budget& budget = of.budget;
    if (budget.posts.empty())
        return all;
    const Payroll& payroll = of.payroll.until(budget, of.law->payroll, last_pay_month(budget, options));
    for (std::size_t i = 0; i < budget.posts.size(); ++i) {
        if ((post.empty() || budget.items[budget.posts[i].item].id == post) && begins(budget, budget.posts[i], options))
            all.push_back(Returner(of, payroll, i, options).run(diagnostics));
    }
    return all;
}

// The funding that is told last, with the others and the post beside it.
void check_above_cost(const PostReturn& made, Diagnostics& diagnostics) {
    const std::optional<FundedAbove> above = funded_above(made);
    if (!above)
        return;
    std::vector<Note> notes = {
        {made.budget->posts[made.post].place.span, {tr("the post, which costs {cost}"), {{"cost", above->cost}}}}};
    for (std::size_t k = 0; k + 1 < above->by.size(); ++k)
        notes.push_back({above->by[k]->place.span, {tr("another funding"), {}}});
    diagnostics.error("funding.above-cost",
                      {tr("{exercise}: post {post} is funded by {paid}, more than its cost of {cost}"),
                       {{"exercise", std::int64_t{above->exercise}},
                        {"post", made.item().id},
                        {"paid", above->paid},
                        {"cost", above->cost}}},
                      above->by.back()->place.span, Message{tr("lower an amount or a share, or give it a most"), {}},
                      std::move(notes));
}

}  // namespace

int sign_in(ReturnView view, ReturnRole role) {
    switch (role) {
        case ReturnRole::cost:
            return view == ReturnView::professionals ? 0 : -1;
        case ReturnRole::funding:
            return view == ReturnView::professionals ? 0 : 1;
        case ReturnRole::contribution:
            return view == ReturnView::company ? 1 : view == ReturnView::professionals ? -1 : 0;
        case ReturnRole::company_gain:
            return view == ReturnView::professionals ? 0 : 1;
        case ReturnRole::professional_gain:
            break;
    }
    return view == ReturnView::company ? 0 : 1;
}

bool is_gain(ReturnRole role) {
    return role == ReturnRole::company_gain || role == ReturnRole::professional_gain;
}

std::vector<MovedAssumption> PostReturn::by_effect() const {
    std::vector<MovedAssumption> sorted = assumptions;
    std::ranges::stable_sort(sorted, std::ranges::greater(), &MovedAssumption::effect);
    return sorted;
}

std::vector<PostReturn> post_returns(const Case& of, const ReturnOptions& options, std::string_view post) {
    Diagnostics told;
    return returns(of, options, post, told);
}

std::vector<PostReturn> checked_returns(const Case& of, const ReturnOptions& options, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    const Budget& budget = of.budget;
    if (budget.posts.empty())
        return {};
    check_payroll(budget, of.law->payroll, of.payroll, {budget.first_day(), last_pay_month(budget, options).last()},
                  diagnostics);
    if (diagnostics.errors() != before)
        return {};
    std::vector<PostReturn> all = returns(of, options, "", diagnostics);
    for (const PostReturn& made : all)
        check_above_cost(made, diagnostics);
    for (const Post& post : budget.posts) {
        if (!begins(budget, post, options))
            diagnostics.warning(
                "post.over",
                {tr("{id} is over before its account opens: nothing of what it costs and brings is shown"),
                 {{"id", budget.items[post.item].id}}},
                post.place.span, Message{tr("correct its days, or leave it out"), {}});
    }
    return all;
}

LawNeeds return_needs(const Budget& budget) {
    const bool aci =
        std::ranges::any_of(budget.fundings, [](const PostFunding& each) { return each.kind == FundingKind::aci; }) ||
        std::ranges::any_of(budget.gains, [](const PostGain& gain) {
            return std::ranges::find(gain.assumptions, Factor::patients, &Assumption::factor) != gain.assumptions.end();
        });
    return aci ? aci_needs(budget, AciYears::all) : LawNeeds();
}

}  // namespace msp
