// SPDX-License-Identifier: MIT
// What a post that we do not employ is invoiced for, month by month; of a shared one, what we invoice.
#pragma once

#include <msp/model/post.hpp>

#include <vector>

namespace msp {

struct PayMonth;

struct PostInvoice {
    Month month;
    Date first;  // in the month
    Date last;
    bool assumed = false;  // rests on rates that are assumed to go on
    Money price;           // by the contract, or the part of the cost
    Money fee;
    Money vat;

    [[nodiscard]] Money before_vat() const { return price + fee; }
    [[nodiscard]] Money total() const { return price + fee + vat; }
};

// Parts of months by calendar days. From two years before `opens`, or the first day, to the month `last` or the end.
[[nodiscard]] std::vector<PostInvoice> post_invoices(const Post& post, Date opens, Month last);
// To the other house: of each month's cost, without the taxe sur les salaires, what does not stay with us.
[[nodiscard]] std::vector<PostInvoice> shared_invoices(const Post& post, const std::vector<PayMonth>& months);
// What it adds to the cost of a post: with VAT, since none of it is recovered; of a shared one it is taken off.
[[nodiscard]] Money cost_of(const Post& post, const PostInvoice& invoice);
// Of an amount of a shared post, what does not stay with us.
[[nodiscard]] Money invoiced_share(const Post& post, Money amount);
// What does stay; of any other post, all.
[[nodiscard]] Money kept_of(const Post& post, Money amount);

}  // namespace msp
