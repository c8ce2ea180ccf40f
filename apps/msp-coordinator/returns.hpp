// SPDX-License-Identifier: MIT
// The answer without a view: what each post costs and brings, and when it pays back; --sensitivity; --explain of that.
#pragma once

#include <msp/coordinator/post_return.hpp>
#include <support/run.hpp>

#include <msp-coordinator/settings.hpp>
#include <string>
#include <vector>

namespace msp::app {

[[nodiscard]] Status show_returns(Context& context, const CoordinatorSettings& settings,
                                  const std::vector<PostReturn>& posts);
[[nodiscard]] Status show_sensitivity(Context& context, const std::vector<PostReturn>& posts);

// Nothing where no post has such an item; then nothing is written.
[[nodiscard]] std::optional<Status> explain_return(Context& context, const CoordinatorSettings& settings,
                                                   const std::vector<PostReturn>& posts);

}  // namespace msp::app
