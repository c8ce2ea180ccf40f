// SPDX-License-Identifier: MIT
// The forecast of each case of a budget: its movements and balances, and what the views that are asked for need of
// them.
#pragma once

#include <msp-forecast/computed.hpp>
#include <msp-forecast/from_books.hpp>
#include <msp/cash/effect.hpp>
#include <msp/plan/gaps.hpp>

#include <vector>

namespace msp::app {

class Computation {
 public:
    // `voted` is another budget, beside a grant's, or null.
    Computation(ComputedForecast& of, const FromBooks& books, const Case* voted)
        : computed_(of),
          context_(of.context),
          settings_(of.settings),
          books_(books),
          voted_(voted),
          wants_(wants(of)) {}

    // The base first. A scenario is held against it: one without effect is told.
    void compute(Result& result);

 private:
    // What the views that are asked for need.
    struct Wants {
        bool headlines;
        bool movements;
        bool uncertain;
        bool sums;
        bool account_sums;
    };
    [[nodiscard]] static Wants wants(const ComputedForecast& of);

    [[nodiscard]] bool is_base(const Result& result) const { return &result == &computed_.base(); }
    void compute(Result& result, Footprint& moves);
    void project_days(Result& result, const HeadlineOptions& headline, Footprint& moves);
    void collect(Result& result, const Movement& movement, Footprint& moves);
    void compute_exercises(Result& result) const;
    void find_missing(Result& result);
    void add_notes(Result& result, const std::vector<Gap>& gaps) const;
    void add_calendar(const Result& result);

    ComputedForecast& computed_;
    Context& context_;
    const Settings& settings_;
    const FromBooks& books_;
    const Case* voted_;
    const Wants wants_;
    Footprint base_moves_;  // where there are several cases
    std::vector<Gap> gaps_of_base_;
    Date compared_until_;  // the base's last day
};

}  // namespace msp::app
