// SPDX-License-Identifier: MIT
#include <msp/calendar/contracts.hpp>
#include <msp/cash/projection.hpp>

#include <algorithm>
#include <iterator>

namespace msp {
namespace {

// From the first term on, so that a term from 31 January on ends on the last day of each month.
Date end_of(const Contract& contract, int term) {
    const Date after = *contract.end + 1;
    return add_months(after, contract.renewal->months * term) + contract.renewal->days * term - 1;
}

Date notice_by(Delay notice, Date end) {
    return add_months(end + 1, -notice.months) - notice.days - 1;
}

ContractEnd with_notice(const Contract& contract, Date end, int term) {
    ContractEnd made = {end, {}, term};
    if (contract.notice && contract.renewal)
        made.notice_by = notice_by(*contract.notice, end);
    return made;
}

// Of a contract that can be left on any day, the first one that notice on `day`, or once it has begun, is in time for.
std::optional<Date> first_left(const Contract& contract, Date day) {
    if (contract.end || !contract.notice)
        return std::nullopt;
    const Date given = std::max(day, contract.start.value_or(day));
    Date end = add_months(given, contract.notice->months) + contract.notice->days;
    while (notice_by(*contract.notice, end) < given)
        end = end + 1;  // a month that is shorter than the one it is counted back to
    return end;
}

// The ends one after the other, until `done` says so or there are no more.
template <typename Done>
void each_end(const Contract& contract, Done done) {
    if (!contract.end)
        return;
    if (!contract.renewal) {
        (void)done(with_notice(contract, *contract.end, 1));
        return;
    }
    for (int term = 0;; ++term) {
        const Date end = end_of(contract, term);
        if (done(with_notice(contract, end, term + 1)) || end > last_plan_day())
            return;
    }
}

Money amount_of(const Case& of, const PlanOptions& options, const Contract& contract, const Window& days) {
    const Budget& budget = of.budget;
    const ItemIndex item = *contract.item;
    Money sum;
    const MovementSink add = [&](const Movement& movement) {
        if (movement.item == item && days.holds(movement.date) && movement.part != Part::drawdown &&
            budget.banks[movement.bank].entity == contract.entity)
            sum += movement.amount;
    };
    if (budget.items[item].origin == Origin::fee) {  // which follow from balances
        (void)project(of, options, {budget.first_day(), days.last}, add);
        return sum;
    }
    PlanOptions alone = options;
    alone.only = item;
    (void)movements(of, alone, days, add);
    return sum;
}

}  // namespace

std::vector<ContractEnd> ends_in(const Contract& contract, const Window& days) {
    std::vector<ContractEnd> found;
    each_end(contract, [&](const ContractEnd& of) {
        const Date first = of.notice_by.value_or(of.end);
        if (days.holds(of.end) || days.holds(first))
            found.push_back(of);
        return first > days.last;
    });
    return found;
}

std::optional<Date> ContractState::next_day() const {
    if (next && next->notice_by)
        return next->notice_by;
    return over ? std::nullopt : end;
}

std::vector<ContractState> contract_states(const Case& of, const PlanOptions& options, Date day) {
    const Window year = {day, add_months(day, 12) - 1};
    std::vector<ContractState> all;
    for (std::size_t i = 0; i < of.budget.contracts.size(); ++i) {
        const Contract& contract = of.budget.contracts[i];
        ContractState state;
        state.contract = i;
        state.over = contract.end.has_value();
        each_end(contract, [&](const ContractEnd& each) {
            if (state.over)
                state.end = each.end;
            state.over = state.over && each.end < day;
            if (each.end >= day && (!each.notice_by || *each.notice_by >= day))
                state.next = each;
            return state.next.has_value();
        });
        state.leaves = first_left(contract, day);
        if (const std::optional<Date> next = state.next_day())
            state.days = *next - day;
        if (contract.item)
            state.amount = amount_of(of, options, contract, year);
        all.push_back(state);
    }
    return all;
}

std::vector<ContractState> within(const std::vector<ContractState>& states, const Window& days) {
    std::vector<ContractState> found;
    std::ranges::copy_if(states, std::back_inserter(found), [&](const ContractState& state) {
        const std::optional<Date> next = state.next_day();
        return (next && days.holds(*next)) || state.ends_in(days);
    });
    return found;
}

}  // namespace msp
