// SPDX-License-Identifier: MIT
#include <msp/aci/schedule.hpp>
#include <msp/aci/settled.hpp>

#include <algorithm>

namespace msp {
namespace {

Money scaled(Money amount, const AciItem& item) {
    return times(amount, item.scale, Rounding::half_up);
}

// The latest day, moved as the budget says; a day of the year takes the place of the regular one only.
Date payday(Date latest, int year, bool regular, const AciPayday& rule) {
    if (rule.month_day && regular)
        latest = Month(year, rule.month_day->first).day(rule.month_day->second);
    return delayed(latest, rule.delay);
}

Date advance_day(const Aci& aci, const Settled& settled, const AciText* text) {
    const int year = settled.year->year;
    const bool first = aci.begins_in(settled.year->year);
    Date latest = Month(year, 4).last();
    if (settled.computed)
        latest = settled.computed->advance_day;
    else if (first && text != nullptr)
        latest = add_months(*aci.contract, text->advance_months);
    return payday(latest, year, !first, aci.advance_day);
}

Date balance_day(const Aci& aci, const Settled& settled) {
    const int year = settled.year->year;
    const Date latest = settled.computed ? settled.computed->balance_day : Month(year + 1, 4).last();
    return payday(latest, year + 1, true, aci.balance_day);
}

// What the other item leaves of the year.
void rest(Due& due, Basis basis, Money year, Money other, State state, Span place) {
    due.basis = basis;
    due.year = year;
    due.other = other;
    due.amount = scaled(year - other + due.recovered, *due.item);
    due.state = state;
    due.place = place;
}

// By the balance as typed, also where a scenario multiplies it: the advance is paid before it.
void advance_from_balance(const AciYear& year, Due& due) {
    const bool assumed = year.balance.amount && year.balance.state == State::assumed;
    if (due.item->recovery)
        due.recovered = due.item->recovery->amount;
    rest(due, Basis::rest_of_notified, *year.notified, total_of(year.balance, year.balance.amount),
         assumed ? State::assumed : State::notified, year.notified_place.span);
}

bool may_go_back(const Due& due) {
    return due.part == Part::balance && due.is_rest();
}

Due due_of(const AciItem& item, Part part) {
    Due due;
    due.item = &item;
    due.part = part;
    due.state = item.state;
    due.place = item.amount_place.span;
    return due;
}

Due advance_of(const Aci& aci, const Settled& settled, const AciText* text) {
    const AciYear& year = *settled.year;
    const AciItem& item = year.advance;
    Due due = due_of(item, Part::advance);
    due.expected = item.expected.value_or(advance_day(aci, settled, text));
    if (item.amount) {
        due.basis = Basis::typed;
        due.amount = scaled(*item.amount, item);
    } else if (year.advance_follows()) {
        advance_from_balance(year, due);
    } else if (settled.computed && !item.closed && item.received.empty()) {
        due.basis = Basis::computed;
        due.amount = scaled(settled.computed->advance, item);
        due.state = State::assumed;
        due.place = year.place.span;
    }
    return due;
}

Due balance_of(const Aci& aci, const Settled& settled) {
    const AciYear& year = *settled.year;
    const AciItem& item = year.balance;
    const Money advance = total_of(year.advance, settled.advance.amount);
    Due due = due_of(item, Part::balance);
    due.expected = item.expected.value_or(balance_day(aci, settled));
    if (item.amount) {
        due.basis = Basis::typed;
        due.amount = scaled(*item.amount, item);
    } else if (year.notified) {
        rest(due, Basis::rest_of_notified, *year.notified, advance, State::notified, year.notified_place.span);
    } else if (settled.computed && !item.closed && item.received.empty()) {
        rest(due, Basis::rest_of_computed, settled.computed->total, advance, State::assumed, year.place.span);
    }
    return due;
}

}  // namespace

Money received_of(const AciItem& item) {
    Money total;
    for (const DatedAmount& entry : item.received)
        total += entry.amount;
    return total;
}

Money total_of(const AciItem& item, std::optional<Money> amount) {
    Money total = received_of(item);
    if (amount && !item.closed)
        total = std::max(total, *amount);
    return item.recovery ? total - item.recovery->amount : total;
}

Money still_to_come(const Due& due) {
    if (!due.amount || due.item->closed)
        return {};
    const Money left = *due.amount - received_of(*due.item) + settled_apart(due);
    return left.negative() && !may_go_back(due) ? Money() : left;
}

Money settled_apart(const Due& due) {
    const bool overpaid = due.amount && *due.amount < received_of(*due.item);
    return overpaid && may_go_back(due) && due.item->recovery ? due.item->recovery->amount : Money();
}

std::vector<Settled> settled_years(const Aci& aci, const Law& law, const std::vector<AciFacts>& facts) {
    std::vector<Settled> all;
    for (const AciYear& year : aci.years) {
        Settled& settled = all.emplace_back();
        settled.year = &year;
        if (const auto found = std::ranges::find(facts, year.year, &AciFacts::year); found != facts.end()) {
            settled.facts = &*found;
            settled.computed = remuneration(*found);
        }
        settled.advance = advance_of(aci, settled, aci_text_of(law, year));
        settled.balance = balance_of(aci, settled);
    }
    return all;
}

Date aci_expected_day(const Aci& aci, const Law& law, const AciYear& year, Part part) {
    Settled settled;
    settled.year = &year;
    if (part == Part::balance)
        return year.balance.expected.value_or(balance_day(aci, settled));
    return year.advance.expected.value_or(advance_day(aci, settled, aci_text_of(law, year)));
}

}  // namespace msp
