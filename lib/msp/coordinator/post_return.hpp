// SPDX-License-Identifier: MIT
// What a post costs, who pays it and what it brings, exercise by exercise; when it pays back, and what would have to be
// true for that. Amounts a year count by twelfths, part of a month by its calendar days; what an item comes to in an
// exercise is rounded once, half up, and its months are parts of that.
#pragma once

#include <msp/model/trace.hpp>
#include <msp/money/quotient.hpp>
#include <msp/plan/case.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

enum class Level : std::uint8_t { low, central, high };
inline constexpr std::array all_levels = {Level::low, Level::central, Level::high};
template <typename Value>
using ByLevel = std::array<Value, all_levels.size()>;
template <typename Value>
[[nodiscard]] const Value& at(const ByLevel<Value>& values, Level level) {
    return values[static_cast<std::size_t>(level)];
}
template <typename Value>
[[nodiscard]] Value& at(ByLevel<Value>& values, Level level) {
    return values[static_cast<std::size_t>(level)];
}

// The company's cash; the value at the professionals, which is no cash of the company; and both against the cost, what
// associates contribute being nobody's gain.
enum class ReturnView : std::uint8_t { company, professionals, together };
inline constexpr std::array all_return_views = {ReturnView::company, ReturnView::professionals, ReturnView::together};

enum class ReturnRole : std::uint8_t { cost, funding, contribution, company_gain, professional_gain };

[[nodiscard]] const char* words_of(Factor factor);
// Whether it is a part of something, which 100 % ends.
[[nodiscard]] bool is_share(Factor factor);

struct ReturnItem {
    ReturnRole role = ReturnRole::cost;
    std::string id;     // cost, funding.ID, associate.ID, gain.ID
    std::string label;  // empty for what the report has words for
    ByLevel<std::vector<Money>> exercises;
    ByLevel<Money> total;
    ByLevel<std::vector<Money>> months;
    std::string part;                            // of a practitioner: fees, contribution, aci
    bool limited = false;                        // money that may not be more than the cost
    std::vector<Step> how;                       // of a whole year
    std::vector<std::vector<Step>> how_in = {};  // of each exercise alone, where that is said otherwise
    std::vector<Quotient> years;                 // how many of them each exercise has
    Place place;
};

// Of a view. Gains less net cost are the result.
struct ViewReturn {
    ByLevel<std::vector<Money>> net_cost;  // by exercise
    ByLevel<std::vector<Money>> gains;
    ByLevel<std::vector<Money>> result;
    ByLevel<std::vector<Money>> cumulative;
    ByLevel<Money> net_cost_total;
    ByLevel<Money> gains_total;
    ByLevel<Money> result_total;
    // The first month, counted from 1, from which the cumulative stays at or above zero until the end; none where it is
    // below zero then.
    ByLevel<std::optional<int>> payback;
    ByLevel<std::optional<Quotient>> on_investment;  // (gains - net cost) / net cost; none without a net cost
    ByLevel<std::optional<Money>> present_value;     // where a rate is given
};

// Of a gain of time: what would have to be freed for the result of both together to be zero.
struct BreakEven {
    std::string id;
    std::string label;
    ByLevel<std::optional<Quotient>> hours;          // a week and professional; none where time is worth nothing
    ByLevel<std::optional<Quotient>> consultations;  // likewise; none where they are not said
};

// An assumption of a gain, and what the result of both together is where it alone is low or high.
struct MovedAssumption {
    std::string gain;
    std::string label;
    Gainer gainer = Gainer::professionals;
    Assumption assumption;
    Money low;
    Money high;
    Money effect;  // between the two, positive
    // What it would have to be for payback within two years, all others as they are; none where they hold already, or
    // nothing would do.
    std::optional<Quotient> needed;
    bool possible = true;  // a share of more than 100 % is not
};

struct PostReturn {
    const Budget* budget = nullptr;
    std::string scenario;
    std::string label;
    std::size_t post = 0;
    Month first;
    std::vector<std::int16_t> exercises;
    int months = 0;
    std::vector<int> assumed_months;       // of each exercise, those beyond the known rates
    bool all_aci_lost = false;             // a funding says that nobody would hold the function
    std::optional<std::int16_t> last_aci;  // later years are taken to be as this one
    std::vector<ReturnItem> items;
    std::array<ViewReturn, all_return_views.size()> views;
    std::vector<BreakEven> break_evens;
    std::vector<MovedAssumption> assumptions;  // in the order of the file
    // Payback within two years: how much is missing by then, none where fewer months are shown; a year of it.
    std::optional<Money> short_of_two_years;
    Money funding_needed;

    [[nodiscard]] const ViewReturn& view(ReturnView of) const { return views[static_cast<std::size_t>(of)]; }
    [[nodiscard]] ViewReturn& view(ReturnView of) { return views[static_cast<std::size_t>(of)]; }
    [[nodiscard]] const Item& item() const { return budget->items[budget->posts[post].item]; }
    [[nodiscard]] EntityIndex entity() const { return budget->banks[budget->posts[post].bank].entity; }
    [[nodiscard]] bool assumed() const {
        return std::ranges::any_of(assumed_months, [](int of_exercise) { return of_exercise > 0; });
    }
    [[nodiscard]] bool holds_within_two_years() const { return short_of_two_years && *short_of_two_years <= Money(); }
    // By effect, the largest first.
    [[nodiscard]] std::vector<MovedAssumption> by_effect() const;
};

struct ReturnOptions {
    int years = 3;             // exercises, from the one of the first day
    std::optional<Rate> rate;  // of the net present value
};

// Of each post that begins before the last exercise ends; of one alone where it is named.
[[nodiscard]] std::vector<PostReturn> post_returns(const Case& of, const ReturnOptions& options, std::string_view post);

// Of all posts, with what plan checks do not see: months of these years that are not known, where none is returned; an
// ACI that cannot be computed; money from outside and from associates that is more than the cost of an exercise; posts
// that are over before.
[[nodiscard]] std::vector<PostReturn> checked_returns(const Case& of, const ReturnOptions& options,
                                                      Diagnostics& diagnostics);

// The rules of the ACI, where it funds a post or pays for patients who come with somebody.
[[nodiscard]] LawNeeds return_needs(const Budget& budget);

// Each exercise discounted from its end: by one whole year the first, two the second; rounded once, half up.
[[nodiscard]] Money present_value(const std::vector<Money>& exercises, Rate rate);

}  // namespace msp
