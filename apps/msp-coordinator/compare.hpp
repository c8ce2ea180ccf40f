// SPDX-License-Identifier: MIT
// msp-coordinator --compare and --compare-employers: a post in several forms, or under several kinds of employer.
#pragma once

#include <msp/plan/case.hpp>
#include <support/run.hpp>

#include <msp-coordinator/settings.hpp>
#include <optional>
#include <vector>

namespace msp::app {

// Nothing where no post is there.
[[nodiscard]] std::optional<Status> show_comparison(Context& context, const CoordinatorSettings& settings,
                                                    const std::vector<Case>& cases);

}  // namespace msp::app
