// SPDX-License-Identifier: MIT
#include <msp/coordinator/explain_return.hpp>
#include <msp/coordinator/return_items.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace msp {
namespace {

constexpr std::int64_t hundred = 100;
constexpr int share_decimals = 4;
constexpr std::array<std::string_view, 3> figures_of_life = {"payback", "return_on_investment", "net_present_value"};
constexpr std::array<std::string_view, 4> sums_of_view = {"net_cost", "gains", "result", "cumulative"};
constexpr std::string_view funding_needed = "funding_for_two_years";
constexpr std::string_view break_even = "break_even.";
constexpr std::string_view break_even_consultations = "break_even_consultations.";

std::string points(const Quotient& value, int decimals) {
    return decimal(value, decimals);
}

bool is_short(const PostReturn& post) {
    return post.short_of_two_years && *post.short_of_two_years > Money();
}

class ReturnExplainer {
 public:
    ReturnExplainer(const PostReturn& post, const ReturnOptions& options) : post_(post), options_(options) {}

    std::vector<Step> item(const ReturnItem& item, std::optional<std::int16_t> exercise) {
        if (item.role == ReturnRole::cost)
            assumed(exercise);
        const std::vector<Step>& how = how_of(item, exercise);
        steps_.insert(steps_.end(), how.begin(), how.end());
        for (std::size_t i = 0; i < post_.exercises.size(); ++i) {
            if (exercise && *exercise != post_.exercises[i])
                continue;
            const Money low = at(item.exercises, Level::low)[i];
            const Money high = at(item.exercises, Level::high)[i];
            const Money central = at(item.exercises, Level::central)[i];
            Message message = {item.years.empty() ? tr("exercise {exercise}")
                                                  : tr("exercise {exercise}: {share} of a year, its beginning counted"),
                               {{"exercise", std::int64_t{post_.exercises[i]}}}};
            if (!item.years.empty())
                message.arguments.emplace_back("share", Decimal{points(item.years[i], share_decimals)});
            say(std::move(message), central);
            if (low != central || high != central)
                say({tr("low {low}, high {high}"), {{"low", low}, {"high", high}}});
        }
        if (!exercise && post_.exercises.size() > 1)
            say({tr("all exercises shown"), {}}, at(item.total, Level::central));
        return std::move(steps_);
    }

    // The items that net cost or gains are of.
    std::vector<Step> items_of(ReturnView of, bool gains, std::optional<std::int16_t> exercise) {
        for (const ReturnItem& each : post_.items) {
            const int sign = sign_in(of, each.role) * (gains ? 1 : -1);
            if (is_gain(each.role) == gains && sign != 0)
                say({sign > 0 ? tr("{item}") : tr("less {item}"), {{"item", each.id}}},
                    central(each.exercises, exercise) * sign, each.place.span);
        }
        const ViewReturn& view = post_.view(of);
        say(these(exercise), central(gains ? view.gains : view.net_cost, exercise));
        return std::move(steps_);
    }

    std::vector<Step> result(const ViewReturn& view, std::optional<std::int16_t> exercise) {
        say({tr("gains"), {}}, central(view.gains, exercise));
        say({tr("less {item}"), {{"item", "net_cost"}}}, opposite(central(view.net_cost, exercise)));
        say(these(exercise), central(view.result, exercise));
        return std::move(steps_);
    }

    std::vector<Step> cumulative(const ViewReturn& view, std::optional<std::int16_t> exercise) {
        Money so_far;
        for (std::size_t i = 0; i < post_.exercises.size(); ++i) {
            if (exercise && post_.exercises[i] > *exercise)
                break;
            say({tr("result of exercise {exercise}"), {{"exercise", std::int64_t{post_.exercises[i]}}}},
                at(view.result, Level::central)[i]);
            so_far = at(view.cumulative, Level::central)[i];
        }
        say({tr("cumulative"), {}}, so_far);
        return std::move(steps_);
    }

    std::vector<Step> payback(const ViewReturn& view) {
        for (std::size_t i = 0; i < post_.exercises.size(); ++i)
            say({tr("cumulative at the end of exercise {exercise}"), {{"exercise", std::int64_t{post_.exercises[i]}}}},
                at(view.cumulative, Level::central)[i]);
        const std::optional<int> month = at(view.payback, Level::central);
        if (month)
            say({tr("at or above zero from {month} on, month {n}"),
                 {{"month", iso(post_.first + (*month - 1))}, {"n", std::int64_t{*month}}}});
        else
            say({tr("below zero at the end: no payback within these exercises"), {}});
        return std::move(steps_);
    }

    std::vector<Step> on_investment(const ViewReturn& view) {
        const Money gains = at(view.gains_total, Level::central);
        const Money net = at(view.net_cost_total, Level::central);
        say({tr("gains of the exercises shown"), {}}, gains);
        say({tr("net cost of the exercises shown"), {}}, net);
        if (const auto share = at(view.on_investment, Level::central))
            say({tr("({gains} - {net}) / {net} = {share} %"),
                 {{"gains", gains}, {"net", net}, {"share", Decimal{points(*share * Quotient(hundred), 1)}}}});
        else
            say({tr("no net cost: nothing is invested"), {}});
        return std::move(steps_);
    }

    std::vector<Step> present(const ViewReturn& view) {
        for (std::size_t i = 0; i < post_.exercises.size(); ++i)
            say({tr("result of {exercise}, discounted by {n} {n:year|years} at {rate} %"),
                 {{"exercise", std::int64_t{post_.exercises[i]}},
                  {"n", static_cast<std::int64_t>(i) + 1},
                  {"rate", Decimal{options_.rate->percent()}}}},
                at(view.result, Level::central)[i]);
        say({tr("their sum, discounted and rounded once"), {}}, at(view.present_value, Level::central));
        return std::move(steps_);
    }

    std::vector<Step> even(const BreakEven& even) {
        assumed({});
        const auto gain = std::ranges::find(post_.items, "gain." + even.id, &ReturnItem::id);
        const Money all = at(post_.view(ReturnView::together).result_total, Level::central);
        say({tr("result of both together, all exercises shown"), {}}, all, gain->place.span);
        say({tr("of it this gain"), {}}, at(gain->total, Level::central), gain->place.span);
        say({tr("without it"), {}}, all - at(gain->total, Level::central));
        const auto hours = at(even.hours, Level::central);
        if (!hours) {
            say({tr("an hour is worth nothing: no hours would do"), {}});
        } else if (*hours == Quotient()) {
            say({tr("nothing needs to be freed"), {}});
        } else {
            say({tr("one hour a week and professional, all exercises shown"), {}},
                rounded(Quotient((at(gain->total, Level::central) - all).cents()) / *hours, Rounding::half_up));
            say({tr("{hours} hours a week and professional, the last decimal up, exactly {numerator} / {denominator}"),
                 {{"hours", Decimal{points(raised(*hours, Factor::hours), 2)}},
                  {"numerator", decimal(hours->numerator())},
                  {"denominator", decimal(hours->denominator())}}});
            if (const auto consultations = at(even.consultations, Level::central))
                say({tr("{n} consultations in them, by their number an hour and the share of the time that becomes "
                        "some"),
                     {{"n", Decimal{points(raised(*consultations, Factor::hours), 2)}}}});
        }
        return std::move(steps_);
    }

    std::vector<Step> of_two_years() {
        assumed({});
        say({tr("missing after 24 months, both together, all assumptions central"), {}}, *post_.short_of_two_years);
        say({tr("half of it a year, the last cent up"), {}}, post_.funding_needed);
        return std::move(steps_);
    }

    // What all that hangs on the cost rests on: in an exercise, with those before it, or in all of them.
    void assumed(std::optional<std::int16_t> exercise, bool with_earlier = false) {
        int months = 0;
        for (std::size_t i = 0; i < post_.exercises.size(); ++i)
            months += !exercise || *exercise == post_.exercises[i] || (with_earlier && post_.exercises[i] < *exercise)
                          ? post_.assumed_months[i]
                          : 0;
        if (months > 0)
            say({tr("{n} {n:month lies|months lie} beyond the known rates of payroll: they are assumed to go on, as "
                    "the "
                    "employer's table says"),
                 {{"n", std::int64_t{months}}}});
    }

 private:
    [[nodiscard]] const std::vector<Step>& how_of(const ReturnItem& item, std::optional<std::int16_t> exercise) const {
        const auto found = std::ranges::find(post_.exercises, exercise.value_or(0));
        if (!exercise || item.how_in.empty() || found == post_.exercises.end())
            return item.how;
        return item.how_in[static_cast<std::size_t>(found - post_.exercises.begin())];
    }

    static Message these(std::optional<std::int16_t> exercise) {
        return exercise ? Message{tr("exercise {exercise}"), {{"exercise", std::int64_t{*exercise}}}}
                        : Message{tr("all exercises shown"), {}};
    }

    // Of one exercise, or of all that are shown.
    [[nodiscard]] Money central(const ByLevel<std::vector<Money>>& values, std::optional<std::int16_t> exercise) const {
        Money all;
        for (std::size_t i = 0; i < post_.exercises.size(); ++i) {
            if (!exercise || *exercise == post_.exercises[i])
                all += at(values, Level::central)[i];
        }
        return all;
    }

    void say(Message message, std::optional<Money> amount = {}, Span place = {}) {
        steps_.push_back({std::move(message), amount, place});
    }

    const PostReturn& post_;
    const ReturnOptions& options_;
    std::vector<Step> steps_;
};

}  // namespace

std::vector<ExplainedReturn> explained_return(const PostReturn& post, const ReturnOptions& options,
                                              std::string_view item, std::optional<std::int16_t> exercise) {
    std::vector<ExplainedReturn> found;
    for (const ReturnItem& each : post.items) {
        if (each.id == item)
            found.push_back({&post, each.id, {}, ReturnExplainer(post, options).item(each, exercise)});
    }
    for (const ReturnView of : all_return_views) {
        const ViewReturn& view = post.view(of);
        ReturnExplainer explainer(post, options);
        if (of != ReturnView::professionals && item != sums_of_view[1])
            explainer.assumed(exercise, item == sums_of_view[3]);
        if (item == sums_of_view[0] || item == sums_of_view[1])
            found.push_back({&post, std::string(item), of, explainer.items_of(of, item == sums_of_view[1], exercise)});
        else if (item == sums_of_view[2])
            found.push_back({&post, std::string(item), of, explainer.result(view, exercise)});
        else if (item == sums_of_view[3])
            found.push_back({&post, std::string(item), of, explainer.cumulative(view, exercise)});
        else if (exercise)
            continue;
        else if (item == figures_of_life[0])
            found.push_back({&post, std::string(item), of, explainer.payback(view)});
        else if (item == figures_of_life[1])
            found.push_back({&post, std::string(item), of, explainer.on_investment(view)});
        else if (item == figures_of_life[2] && options.rate)
            found.push_back({&post, std::string(item), of, explainer.present(view)});
    }
    if (item == funding_needed && is_short(post) && !exercise)
        found.push_back(
            {&post, std::string(item), ReturnView::together, ReturnExplainer(post, options).of_two_years()});
    for (const BreakEven& even : post.break_evens) {
        const bool asked =
            item == std::string(break_even) + even.id ||
            (item == std::string(break_even_consultations) + even.id && at(even.consultations, Level::central));
        if (asked && !exercise)
            found.push_back(
                {&post, std::string(item), ReturnView::together, ReturnExplainer(post, options).even(even)});
    }
    return found;
}

// A share in percent has as many decimals.
Quotient raised(const Quotient& value, Factor factor) {
    const int decimals = is_share(factor) ? 4 : 2;
    const Quotient cut = truncated(value, decimals);
    return cut == value ? cut : cut + Quotient(Rate(1, decimals));
}

std::vector<std::string> explicable(const PostReturn& post, const ReturnOptions& options) {
    std::vector<std::string> all;
    for (const ReturnItem& item : post.items)
        all.push_back(item.id);
    all.insert(all.end(), sums_of_view.begin(), sums_of_view.end());
    for (const BreakEven& even : post.break_evens) {
        all.push_back(std::string(break_even) + even.id);
        if (at(even.consultations, Level::central))
            all.push_back(std::string(break_even_consultations) + even.id);
    }
    for (const std::string_view figure : figures_of_life) {
        if (figure != figures_of_life[2] || options.rate)
            all.emplace_back(figure);
    }
    if (is_short(post))
        all.emplace_back(funding_needed);
    return all;
}

}  // namespace msp
