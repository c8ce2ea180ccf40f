// SPDX-License-Identifier: MIT
// The months and payments of a post as sheets.
#pragma once

#include <msp/coordinator/post_view.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <span>
#include <string>
#include <string_view>

namespace msp {

// A row a month; as data all posts are one table, on a page each has its own.
[[nodiscard]] Sheet post_months_sheet(std::span<const PostView* const> posts, Language language);
// A row a payment.
[[nodiscard]] Sheet post_payments_sheet(std::span<const PostView* const> posts, Language language);
// "Coordinatrice (MSP des Tilleuls)", with the scenario.
[[nodiscard]] std::string post_title(const Item& post, const Entity& entity, std::string_view scenario,
                                     const std::string& label, Language language);
// What the figures are and rest on.
[[nodiscard]] std::string post_rules(const PostView& post, const std::vector<PayrollBasis>& bases,
                                     const TextStyle& style);

}  // namespace msp
