// SPDX-License-Identifier: MIT
#include <msp/coordinator/post_view.hpp>
#include <msp/payroll/invoices.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace msp {
namespace {

class PostViewer {
 public:
    PostViewer(const Case& of, const Payroll& payroll, std::size_t post, const Window& plan)
        : budget_(of.budget), payroll_(payroll), plan_(plan) {
        view_.budget = &budget_;
        view_.scenario = of.scenario;
        view_.label = of.label;
        view_.post = post;
        law_ = &of.law->payroll;
    }

    PostView run() {
        pay();
        invoices();
        if (post().employed())
            taxes();
        payments();
        for (auto& [month, row] : months_) {
            view_.total += row.amounts;
            view_.months.push_back(row);
        }
        return std::move(view_);
    }

 private:
    [[nodiscard]] const Post& post() const { return budget_.posts[view_.post]; }
    [[nodiscard]] const std::vector<PayMonth>& pay_months() const { return payroll_.posts[view_.post].months; }

    // More months may have been computed.
    [[nodiscard]] bool in_plan(Month month) const {
        return Month::of(plan_.first) <= month && month <= Month::of(plan_.last);
    }

    PostMonth& row(Month month) {
        PostMonth& found = months_[month];
        found.month = month;
        return found;
    }

    void pay() {
        for (const PayMonth& month : pay_months()) {
            if (!in_plan(month.month))
                continue;
            PostMonth& found = row(month.month);
            found.assumed = month.assumed;
            found.exercise = budget_.exercise_of(month.last, view_.entity());
            found.amounts.gross = month.pay->gross;
            found.amounts.employer = month.pay->lines.sum(PaidBy::employer);
            found.amounts.reduction = month.reduction;
            found.amounts.employee = month.pay->lines.sum(PaidBy::employee);
            found.amounts.net = month.pay->net();
            found.amounts.other = month.pay->other();
            found.amounts.cost = month.cost();
            found.amounts.leave = kept_of(post(), month.leave_provision());
        }
    }

    // Of a post that another employs, all its cost; of a shared one, what is taken off it.
    void invoices() {
        for (const PostInvoice& invoice : payroll_.posts[view_.post].invoices) {
            if (!in_plan(invoice.month))
                continue;
            PostMonth& found = row(invoice.month);
            found.assumed = found.assumed || invoice.assumed;
            found.exercise = budget_.exercise_of(invoice.last, view_.entity());
            const Money cost = cost_of(post(), invoice);
            found.amounts.other += cost;
            found.amounts.cost += cost;
        }
    }

    void taxes() {
        const EmployerPay& all = payroll_.employers[post().employer];
        const std::size_t place = all.place_of(view_.post);
        for (const YearTax& tax : all.taxes) {
            std::optional<Month> last;
            for (const PayMonth& month : pay_months()) {
                if (month.month.year() == tax.year)
                    last = month.month;
            }
            if (tax.whole && last && in_plan(*last) && Month(tax.year, 12) <= Month::of(plan_.last))
                row(*last).amounts.payroll_tax = kept_of(post(), tax.shares[place]);
        }
    }

    void payments() {
        const Date opens = budget_.banks[post().bank].date;
        payroll_movements(
            budget_, *law_, payroll_, view_.post, plan_,
            [&](const Movement& movement) {
                if (movement.date < opens)
                    return;
                view_.payments.push_back(movement);
                row(Month::of(movement.date)).amounts.paid -= movement.amount;
            },
            nullptr);
        std::ranges::stable_sort(view_.payments, {}, &Movement::date);
    }

    const Budget& budget_;
    const Payroll& payroll_;
    const Window& plan_;
    const PayrollLaw* law_ = nullptr;
    PostView view_;
    std::map<Month, PostMonth> months_;
};

}  // namespace

PostAmounts& PostAmounts::operator+=(const PostAmounts& more) {
    gross += more.gross;
    employer += more.employer;
    reduction += more.reduction;
    employee += more.employee;
    net += more.net;
    other += more.other;
    cost += more.cost;
    payroll_tax += more.payroll_tax;
    paid += more.paid;
    leave += more.leave;
    return *this;
}

std::vector<PostView> post_views(const Case& of, const Window& plan, std::string_view post) {
    std::vector<PostView> views;
    if (of.budget.posts.empty())
        return views;
    const Payroll& payroll = of.payroll.until(of.budget, of.law->payroll, Month::of(plan.last));
    for (std::size_t i = 0; i < of.budget.posts.size(); ++i) {
        if (post.empty() || of.budget.items[of.budget.posts[i].item].id == post)
            views.push_back(PostViewer(of, payroll, i, plan).run());
    }
    return views;
}

}  // namespace msp
