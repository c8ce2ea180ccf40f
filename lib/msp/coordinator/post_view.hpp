// SPDX-License-Identifier: MIT
// What a post comes to, month by month and payment by payment, within the days of a plan.
#pragma once

#include <msp/payroll/payroll.hpp>
#include <msp/plan/case.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// Amounts are positive; a reduction that is taken back is negative.
struct PostAmounts {
    Money gross;
    Money employer;  // contributions before the reduction
    Money reduction;
    Money employee;     // withheld, covers among it
    Money net;          // before income tax
    Money other;        // vouchers, travel, fees, training, replacement, end of contract; invoices, ours taken off
    Money cost;         // without the taxe sur les salaires
    Money payroll_tax;  // the post's share of a year, in its last month of that year
    Money paid;         // what leaves the bank in the month
    Money leave;        // what the paid leave acquired will cost; in no cost and no payment

    PostAmounts& operator+=(const PostAmounts& more);
};

struct PostMonth {
    Month month;
    bool assumed = false;                  // by rates that are not known yet
    std::optional<std::int16_t> exercise;  // of the pay; none where the post only pays what is left
    PostAmounts amounts;
};

struct PostView {
    const Budget* budget = nullptr;
    std::string scenario;
    std::string label;  // of the scenario
    std::size_t post = 0;
    std::vector<PostMonth> months;  // those with pay or a payment
    PostAmounts total;
    std::vector<Movement> payments;  // by day

    [[nodiscard]] const Item& item() const { return budget->items[budget->posts[post].item]; }
    [[nodiscard]] EntityIndex entity() const { return budget->banks[budget->posts[post].bank].entity; }
};

// Of each post; of one alone where it is named.
[[nodiscard]] std::vector<PostView> post_views(const Case& of, const Window& plan, std::string_view post);

}  // namespace msp
