// SPDX-License-Identifier: MIT
// --check: what only the plan shows to be wrong, where nobody asks to see it: what it lacks, and scenarios without
// effect.
#pragma once

#include <msp-forecast/settings.hpp>
#include <msp/cash/effect.hpp>
#include <msp/plan/gaps.hpp>

#include <optional>
#include <vector>

namespace msp::app {

class PlanCheck {
 public:
    PlanCheck(Context& context, const Settings& settings) : context_(context), settings_(settings) {}

    // The base first; with it the other files that options name are read, for what is wrong with them.
    void operator()(const Case& of, Diagnostics& found);

 private:
    void read_other_files(const Budget& budget);
    [[nodiscard]] Date until(const Case& of, const Window& plan) const;

    Context& context_;
    const Settings& settings_;
    std::vector<EntityIndex> with_books_;
    std::optional<Budget> base_;
    Footprint moves_of_base_;
    std::vector<Gap> gaps_of_base_;
    Date compared_until_;
};

}  // namespace msp::app
