// SPDX-License-Identifier: MIT
// Who pays a post and what it brings, as the user assumes it. Every assumption has a low, a central and a high value,
// and a source.
#pragma once

#include <msp/dates/timeline.hpp>
#include <msp/model/aci.hpp>
#include <msp/model/line.hpp>
#include <msp/money/quotient.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// Whose money: the company's cash, or what the professionals gain. Never added up without a word.
enum class Gainer : std::uint8_t { company, professionals };

enum class FundingKind : std::uint8_t { aci, ars, local, associates, other };
// What there would be without the post: an associate who holds the function, or nobody.
enum class Without : std::uint8_t { associate, none };

struct PostFunding {
    std::string id;
    std::string label;
    std::size_t post = 0;  // of the budget
    FundingKind kind = FundingKind::other;
    std::optional<Date> from;
    std::optional<Date> until;
    Timeline<Money> amount;  // a year
    Timeline<Rate> share;    // of the cost
    std::optional<Money> least;
    std::optional<Money> most;       // a year, of a share
    std::optional<ItemIndex> grant;  // a grant of the budget, as it is planned
    Without without = Without::associate;
    std::string function;                  // the indicator of the ACI that the post holds
    Rate associate_hours;                  // a year
    Money associate_rate;                  // an hour
    std::vector<Reached> reached_without;  // of these indicators, what would be reached
    Place place;
    Place function_place;

    [[nodiscard]] const std::string& title() const { return label.empty() ? id : label; }

    friend bool operator==(const PostFunding&, const PostFunding&) = default;
};

enum class GainKind : std::uint8_t { time, missed, practitioner, fill, meetings, management, amount };

// What a gain is the product of.
enum class Factor : std::uint8_t {
    professionals,
    weeks,         // a year
    hours,         // a week and professional, or a meeting
    share,         // of the hours worked in a week
    week_hours,    // worked in a week
    becomes,       // share of the time that becomes consultations
    hour_value,    // euros
    per_hour,      // consultations
    fee,           // euros a consultation
    missed,        // appointments a week and professional
    reduction,     // share of them that is avoided
    slots,         // appointments offered in a week
    rise,          // of the share of them that is taken
    meetings,      // a year
    fees,          // euros a year, of who comes
    contribution,  // euros a year, of who comes
    patients,      // of who comes
    amount,        // euros a year
};

// A rate counts as such: 15 % is 0.15.
struct Assumption {
    Factor factor = Factor::amount;
    Rate low;
    Rate central;
    Rate high;
    bool typed = true;   // else the default
    std::string source;  // empty: a hypothesis
    Place place;

    friend bool operator==(const Assumption&, const Assumption&) = default;
};

// For so many months, from the first day or the end of the step before, a share of the gain; then the whole.
struct RampStep {
    std::int64_t months = 0;
    Rate share;

    friend bool operator==(const RampStep&, const RampStep&) = default;
};

struct PostGain {
    std::string id;
    std::string label;
    std::size_t post = 0;
    GainKind kind = GainKind::amount;
    Gainer gainer = Gainer::professionals;
    std::optional<Date> from;
    std::optional<Date> until;
    std::vector<Assumption> assumptions;  // by factor
    std::vector<RampStep> ramp;
    bool follows_hours = true;  // more of it where a post has more hours
    Quotient part = 1;          // of what is typed, where the post has other hours than those typed
    Place place;

    [[nodiscard]] const std::string& title() const { return label.empty() ? id : label; }

    friend bool operator==(const PostGain&, const PostGain&) = default;
};

}  // namespace msp
