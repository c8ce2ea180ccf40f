// SPDX-License-Identifier: MIT
#include <msp/actuals/nearness.hpp>
#include <msp/actuals/spare_payments.hpp>

#include <algorithm>
#include <cstdint>

namespace msp {

std::vector<SparePayments::Spare>& SparePayments::spare_of(const Movement& here) {
    return spare_[{here.item, budget_.banks[here.bank].entity}];
}

void SparePayments::add(std::size_t unplanned) {
    spare_of(outcomes_[unplanned].planned).push_back({unplanned, {}, {}});
}

void SparePayments::pair() {
    const auto each_end = [this](const auto& use) {
        for (const auto& [key, ends] : groups_.ends()) {
            if (!ends.paid || !ends.received || !books_.at(ends.paid->bank) || !books_.at(ends.received->bank))
                continue;
            use(*ends.paid, *ends.received);
            use(*ends.received, *ends.paid);
        }
    };
    each_end([this](const Movement& here, const Movement& there) {
        if (const std::optional<std::size_t> due = outcomes_.position_of(here))
            spare_of(here).push_back({*due, here, there});
    });
    each_end([this](const Movement& here, const Movement& there) {
        const Money lacks = as_arriving(here, came_known(there, here) - came_known(here, there));
        if (same_sign(lacks, here.amount))
            take(here, there, lacks);
    });
}

// The last day at this end on which the books of the other should have what comes.
Date SparePayments::known_until(const Movement& here, const Movement& there) const {
    return books_.at(there.bank)->until - (there.date - here.date);
}

// As it arrives.
Money SparePayments::came_known(const Movement& here, const Movement& there) const {
    Money all;
    for (const PaymentEnd::Came& each : outcomes_.end_of(here).came)
        all += each.day <= known_until(here, there) ? each.amount : Money();
    return all;
}

Money SparePayments::came_of(const Movement& end) const {
    const std::optional<std::size_t> due = outcomes_.position_of(end);
    return due ? as_arriving(end, outcomes_[*due].came) : Money();
}

Money SparePayments::beyond(const Movement& here, const Spare& spare) const {
    return spare.here ? as_arriving(here, came_known(*spare.here, *spare.there) - came_of(*spare.there))
                      : outcomes_[spare.due].came;
}

void SparePayments::take(const Movement& here, const Movement& there, Money lacks) {
    const Money all = lacks;
    for (const Spare& spare : spare_of(here)) {
        const Money more = beyond(here, spare);
        if (!same_sign(more, lacks))
            continue;
        const Money taken = smaller(more, lacks);
        lacks -= taken;
        take(spare.due, here, taken, known_until(here, there));
    }
    if (lacks == all)
        return;
    BecameOf& of = outcomes_[*outcomes_.position_of(here)];
    const std::optional<std::size_t> other = outcomes_.position_of(there);
    if (other && came_of(here) == came_of(there))  // what is enough there is enough here
        of.open = -outcomes_[*other].open;
    Outcomes::name(of);
}

// What came for another amount by a day, or for none, pays this one.
void SparePayments::take(std::size_t spare, const Movement& planned, Money amount, Date known) {
    std::optional<std::size_t> due = outcomes_.position_of(planned);
    if (!due) {
        BecameOf made;
        made.planned = planned;
        made.open = planned.amount;
        outcomes_.decide(made, groups_.is_closed(planned));
        due = outcomes_.keep(std::move(made));
    }
    BecameOf& from = outcomes_[spare];
    take_moves(from, outcomes_[*due], amount, known);
    if (from.became == Became::unplanned) {
        from.planned.amount = from.came;
    } else if (const Money lacks = from.planned.amount - from.came; same_sign(lacks, from.planned.amount)) {
        from.open = lacks;
        outcomes_.decide(from, groups_.is_closed(from.planned));
    }
}

void SparePayments::take_moves(BecameOf& from, BecameOf& to, Money amount, Date known) {
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t move : from.moves) {
        const Money has = moves_[move].movement.amount;
        if (moves_[move].movement.date > known || !same_sign(has, amount)) {
            kept.push_back(move);
            continue;
        }
        const Money part = smaller(has, amount);
        BookedMove made = taken(moves_[move], to.planned, part);
        amount -= part;
        from.came -= part;
        to.came += part;
        to.open -= same_sign(to.open, part) ? smaller(to.open, part) : Money();
        if (part == has) {
            moves_[move] = std::move(made);
            to.moves.push_back(move);
            continue;
        }
        kept.push_back(move);
        moves_[move].movement.amount -= part;
        to.moves.push_back(static_cast<std::uint32_t>(moves_.size()));
        moves_.push_back(std::move(made));
    }
    from.moves = std::move(kept);
    std::ranges::stable_sort(to.moves, {}, [this](std::uint32_t move) { return moves_[move].movement.date; });
    settle_days(to);
    settle_days(from);
}

// What came, as a payment of what was planned.
BookedMove SparePayments::taken(const BookedMove& move, const Movement& planned, Money amount) const {
    BookedMove made = move;
    made.movement = planned;
    made.movement.amount = amount;
    made.movement.date = move.movement.date;
    made.movement.bank = move.movement.bank;
    made.movement.state = State::paid;
    made.movement.actual = true;
    return made;
}

void SparePayments::settle_days(BecameOf& of) const {
    of.last_came.reset();
    if (!of.moves.empty())
        of.last_came = moves_[of.moves.back()].movement.date;
}

}  // namespace msp
