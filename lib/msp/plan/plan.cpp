// SPDX-License-Identifier: MIT
#include <msp/lines/lines.hpp>
#include <msp/payroll/payroll.hpp>
#include <msp/plan/gaps.hpp>
#include <msp/plan/grant_lines.hpp>
#include <msp/plan/plan.hpp>

#include <algorithm>

namespace msp {
namespace {

bool moves_within_entity(const Budget& budget, const Movement& movement) {
    return movement.counterpart != no_bank &&
           budget.banks[movement.counterpart].entity == budget.banks[movement.bank].entity;
}

bool counts(const Budget& budget, const Movement& movement, Count count) {
    if (movement.amount.negative() || moves_within_entity(budget, movement))
        return true;
    const State state = movement.state;
    switch (count) {
        case Count::certain:
            return state != State::hoped && state != State::assumed;
        case Count::notified:
            return state != State::hoped;
        case Count::hoped:
            break;
    }
    return true;
}

}  // namespace

bool is_uncertain(const Budget& budget, const Movement& movement) {
    if (movement.state != State::hoped && movement.state != State::assumed)
        return false;
    // Of pay the rates are assumed; that it is paid is planned.
    if (movement.origin == Origin::payroll)
        return false;
    const bool internal_payment = movement.counterpart != no_bank && movement.amount.negative();
    return !internal_payment && !moves_within_entity(budget, movement);
}

void Outcome::add(Date date) {
    first = movements == 0 ? date : std::min(first, date);
    last = movements == 0 ? date : std::max(last, date);
    ++movements;
}

LawNeeds plan_needs(const Budget& budget) {
    LawNeeds needs = aci_needs(budget, AciYears::open);
    needs.add(grant_needs(budget));
    needs.add(payroll_needs(budget));
    needs.add(grant_line_needs(budget));
    return needs;
}

std::vector<Outcome> movements(const Case& of, const PlanOptions& options, const Window& window,
                               const MovementSink& sink, Trace* trace) {
    const Budget& budget = of.budget;
    std::vector<Outcome> outcomes(budget.items.size());
    const MovementSink counted = [&](const Movement& movement) {
        if (!options.before_opening && movement.date < budget.banks[movement.bank].date)
            return;
        outcomes[movement.item].add(movement.date);
        if (counts(budget, movement, options.count))
            sink(movement);
    };
    const auto steps = [trace] { return trace == nullptr ? 0 : trace->steps().size(); };
    const MovementSink due = [&](const Movement& movement) {
        const std::size_t kept = steps();
        const std::optional<Movement> rest = of.booked.rest_of(movement, trace);
        if (rest && window.holds(rest->date))
            counted(*rest);
        if (trace != nullptr)
            trace->shorten(kept);
    };
    // What fell due before the window may still be to come in it.
    const Window asked = {of.booked.any() ? std::min(window.first, of.booked.first) : window.first, window.last};
    const MovementSink& planned = of.booked.any() ? due : counted;
    const auto wanted = [&](ItemIndex item) { return !options.only || *options.only == item; };
    for (const Line& line : budget.lines) {
        if (wanted(line.item))
            line_movements(budget, line, asked, planned, trace);
    }
    for (const Grant& grant : budget.grants) {
        if (wanted(grant.item))
            grant_movements(budget, *of.law, grant, asked, planned, trace);
    }
    for (const LoanReckoning& loan : of.loans) {
        if (wanted(loan.loan().item))
            loan_movements(budget, loan, asked, planned, trace);
    }
    // Asked for another item, as for the ACI of all years, nothing of pay is computed.
    if (std::ranges::any_of(budget.posts, [&](const Post& post) { return wanted(post.item); })) {
        const PayrollLaw& law = of.law->payroll;
        const Payroll& payroll = of.payroll.until(budget, law, options.pay_until.value_or(Month::of(window.last)));
        for (std::size_t i = 0; i < budget.posts.size(); ++i) {
            if (wanted(budget.posts[i].item))
                payroll_movements(budget, law, payroll, i, asked, planned, trace);
        }
    }
    if (budget.aci && wanted(budget.aci->item))
        aci_movements(budget, of.aci, options.aci_late, asked, planned, trace);
    for (const BookedMove& move : of.booked.moves) {
        if (!wanted(move.movement.item) || !window.holds(move.movement.date))
            continue;
        if (trace != nullptr)
            of.booked.explain(move, *trace);
        counted(move.movement);
    }
    return outcomes;
}

void check_plan(const Case& of, std::optional<Date> as_of, Diagnostics& diagnostics) {
    const Budget& budget = of.budget;
    for (const Diagnostic& problem : of.of_calls.sorted())
        diagnostics.add(problem);
    check_aci(budget, of.aci, as_of, diagnostics);
    const Window plan = plan_window(budget, as_of);
    for (const Line& line : budget.lines) {
        check_line(budget, line, as_of, diagnostics);
        check_openings(budget, line, plan.last, diagnostics);
    }
    for (const Grant& grant : budget.grants)
        check_grant(budget, *of.law, grant, as_of, diagnostics);
    for (const LoanReckoning& loan : of.loans)
        check_loan(loan, diagnostics);
    check_grant_lines(budget, *of.law, diagnostics);
    check_payroll(budget, of.law->payroll, of.payroll, plan, diagnostics);
}

void check_before_opening(const Case& of, Diagnostics& diagnostics) {
    check_before_opening(of.budget, of.aci, diagnostics);
}

}  // namespace msp
