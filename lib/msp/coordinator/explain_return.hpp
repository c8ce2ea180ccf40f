// SPDX-License-Identifier: MIT
// How a figure of a return comes about: an item, or payback, return on investment, net present value, break-even.
#pragma once

#include <msp/coordinator/post_return.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

struct ExplainedReturn {
    const PostReturn* post = nullptr;
    std::string item;                // as in the data
    std::optional<ReturnView> view;  // of a sum, or a figure of the whole life
    std::vector<Step> steps;         // the last has the central figure, where it is an amount
};

// Of an item all exercises, or one. Empty where nothing has that name.
[[nodiscard]] std::vector<ExplainedReturn> explained_return(const PostReturn& post, const ReturnOptions& options,
                                                            std::string_view item,
                                                            std::optional<std::int16_t> exercise);

// With two decimals, of a percentage as of a number, the last one up: so much is enough.
[[nodiscard]] Quotient raised(const Quotient& value, Factor factor);

// All that can be asked for.
[[nodiscard]] std::vector<std::string> explicable(const PostReturn& post, const ReturnOptions& options);

}  // namespace msp
