// SPDX-License-Identifier: MIT
// A post in several forms of employment, or under several kinds of employer, side by side.
#pragma once

#include <msp/coordinator/post_variants.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

enum class ComparedBy : std::uint8_t { form, employer };

[[nodiscard]] std::string_view id_of(PostVariant variant);
[[nodiscard]] const char* words_of(PostVariant variant);

// As data: the rows of a return for each, with what its cost is made of, and what leaves the bank.
[[nodiscard]] Sheet variants_sheet(std::span<const PostComparison> comparisons, ComparedBy by, Language language);
// On a page: a column each. Amounts by exercise.
[[nodiscard]] Sheet variant_amounts_sheet(const PostComparison& comparison, Language language);
// Hours, payback, return on investment, net present value, break-even.
[[nodiscard]] Sheet variant_figures_sheet(const PostComparison& comparison, Language language);

[[nodiscard]] std::string variant_title(const PostComparison& comparison, ComparedBy by, Language language);
// What was assumed to make one, each with its name.
[[nodiscard]] std::vector<std::string> variant_assumptions(const ComparedPost& compared, Language language);
// What holds for all of them.
[[nodiscard]] std::string variant_rules(const PostComparison& comparison, const TextStyle& style);

}  // namespace msp
