// SPDX-License-Identifier: MIT
#include <msp/payroll/invoices.hpp>
#include <msp/payroll/pay.hpp>

#include <algorithm>

namespace msp {
namespace {

// The days on which the price or the hours change part the month.
Money price_of(const Post& post, Month month, Date first, Date last) {
    std::vector<Date> starts = {first};
    const auto add = [&](Date date) {
        if (first < date && date <= last)
            starts.push_back(date);
    };
    post.each_change(add);
    std::ranges::sort(starts);
    const std::int64_t days = month.last() - month.first() + 1;
    Quotient cents;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const Date end = i + 1 < starts.size() ? starts[i + 1] - 1 : last;
        cents += Quotient(contract_pay(post, starts[i]).cents()) * Quotient(end - starts[i] + 1, days);
    }
    return rounded(cents, Rounding::half_up);
}

void add_fee_and_vat(const InvoiceTerms& terms, PostInvoice& invoice) {
    invoice.fee = times(invoice.price, terms.fee, Rounding::half_up);
    invoice.vat = times(invoice.before_vat(), terms.vat, Rounding::half_up);
}

}  // namespace

std::vector<PostInvoice> post_invoices(const Post& post, Date opens, Month last) {
    constexpr int years_before = 2;
    std::vector<PostInvoice> found;
    const Month begin = std::max(Month::of(post.from), Month(opens.fields().year - years_before, 1));
    const Month end = post.until ? std::min(last, Month::of(*post.until)) : last;
    for (Month month = begin; month <= end; month = month + 1) {
        PostInvoice invoice;
        invoice.month = month;
        invoice.first = std::max(month.first(), post.from);
        invoice.last = post.until ? std::min(month.last(), *post.until) : month.last();
        invoice.price = price_of(post, month, invoice.first, invoice.last);
        add_fee_and_vat(post.invoice, invoice);
        found.push_back(invoice);
    }
    return found;
}

std::vector<PostInvoice> shared_invoices(const Post& post, const std::vector<PayMonth>& months) {
    std::vector<PostInvoice> found;
    for (const PayMonth& month : months) {
        PostInvoice invoice{month.month, month.first, month.last, month.assumed, invoiced_share(post, month.cost()),
                            Money(),     Money()};
        add_fee_and_vat(post.invoice, invoice);
        found.push_back(invoice);
    }
    return found;
}

Money cost_of(const Post& post, const PostInvoice& invoice) {
    return post.form == PostForm::shared ? opposite(invoice.before_vat()) : invoice.total();
}

Money invoiced_share(const Post& post, Money amount) {
    return amount - times(amount, post.invoice.kept, Rounding::half_up);
}

Money kept_of(const Post& post, Money amount) {
    return post.form == PostForm::shared ? amount - invoiced_share(post, amount) : amount;
}

}  // namespace msp
