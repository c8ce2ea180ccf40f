// SPDX-License-Identifier: MIT
#include <msp/actuals/outcomes.hpp>

#include <algorithm>
#include <utility>

namespace msp {

Money as_arriving(const Movement& end, Money amount) {
    return end.side == Side::payments ? -amount : amount;
}

std::optional<std::size_t> Outcomes::position_of(const Movement& planned) const {
    const auto found = positions_.find(DueKey(planned));
    return found == positions_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t Outcomes::keep(BecameOf of) {
    plan_.rests.insert_or_assign(DueKey(of.planned), DueRest{of.open, of.expected, of.came});
    const std::size_t position = dues_.size();
    positions_[DueKey(of.planned)] = position;
    dues_.push_back(std::move(of));
    return position;
}

std::size_t Outcomes::add_unplanned(std::uint32_t move) {
    BecameOf of;
    of.planned = plan_.moves[move].movement;
    of.became = of.planned.origin == Origin::fee ? Became::paid : Became::unplanned;
    of.came = of.planned.amount;
    of.last_came = of.planned.date;
    of.moves.push_back(move);
    dues_.push_back(std::move(of));
    return dues_.size() - 1;
}

void Outcomes::decide(BecameOf& of, bool closed) const {
    const Overdue& overdue = budget_.items[of.planned.item].overdue;
    const Date until = books_.at(of.planned.bank)->until;
    const Date due = of.planned.date;
    of.expected = std::max(overdue.delay ? delayed(due, *overdue.delay) : due, until + 1);
    if (closed || (overdue.dropped && due <= until))
        of.open = Money();
    name(of);
}

void Outcomes::name(BecameOf& of) {
    const bool any = !of.moves.empty();
    if (of.open == Money())
        of.became = any ? Became::paid : Became::cancelled;
    else
        of.became = any ? Became::in_part : Became::late;
}

PaymentEnd Outcomes::end_of(const Movement& planned) const {
    PaymentEnd end;
    end.planned = planned.date;
    if (const RolledEntity* books = books_.at(planned.bank))
        end.until = books->until;
    const std::optional<std::size_t> known = position_of(planned);
    end.told = known.has_value();
    if (!known)
        return end;
    const BecameOf& of = dues_[*known];
    for (const std::uint32_t move : of.moves) {
        const Movement& came = plan_.moves[move].movement;
        end.came.push_back({came.date, as_arriving(planned, came.amount)});
    }
    end.open = as_arriving(planned, of.open);
    end.expected = of.expected;
    return end;
}

}  // namespace msp
