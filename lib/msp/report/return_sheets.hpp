// SPDX-License-Identifier: MIT
// What a post costs and brings, as sheets and in words.
#pragma once

#include <msp/coordinator/post_return.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <span>
#include <string>
#include <string_view>

namespace msp {

// As data: a row an item, exercise and view, then those of the whole life.
[[nodiscard]] Sheet return_sheet(std::span<const PostReturn> posts, Language language);
// Where there is one table alone: with the assumptions after them, and the source of each in a column at the end.
[[nodiscard]] Sheet return_and_assumptions_sheet(std::span<const PostReturn> posts, Language language);
// Its rows of one post, with what the post is compared as in a column after it.
void compared_return_rows(RowSink& rows, const PostReturn& post, std::string_view compared);
// On a page: a view, its items by exercise.
[[nodiscard]] Sheet return_view_sheet(const PostReturn& post, ReturnView view, Language language);
// On a page: payback, return on investment, net present value, break-even, each low, central and high.
[[nodiscard]] Sheet return_figures_sheet(const PostReturn& post, Language language);
// Each assumption with its source, and what it would have to be.
[[nodiscard]] Sheet assumptions_sheet(std::span<const PostReturn> posts, Language language);
// Each moved alone, the largest effect first.
[[nodiscard]] Sheet sensitivity_sheet(std::span<const PostReturn> posts, Language language);

[[nodiscard]] std::string return_title(const PostReturn& post, Language language);
// What would have to be true for payback within two years.
[[nodiscard]] std::string return_conditions(const PostReturn& post, const TextStyle& style);
// What the figures are.
[[nodiscard]] std::string return_rules(const PostReturn& post, const ReturnOptions& options, const TextStyle& style);
[[nodiscard]] std::string sensitivity_rules(const PostReturn& post, const TextStyle& style);

}  // namespace msp
