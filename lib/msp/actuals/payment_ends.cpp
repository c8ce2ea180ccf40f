// SPDX-License-Identifier: MIT
#include <msp/actuals/payment_ends.hpp>
#include <msp/model/mapping.hpp>

#include <algorithm>
#include <optional>

namespace msp {

void PaymentEnds::add_unplanned(std::size_t outcome) {
    if (!tell_other_end(outcomes_[outcome].moves.front()))
        spare_.add(outcome);
}

// Not where the books of that end know the day: false.
bool PaymentEnds::tell_other_end(std::uint32_t move) {
    const Movement here = plan_.moves[move].movement;
    const Line* line = between_entities(budget_, here.item);
    if (line == nullptr)
        return true;
    const Movement there = other_end(here, *line);
    const RolledEntity* books = books_.at(there.bank);
    if (books != nullptr && there.due <= books->until)
        return false;
    BecameOf of;
    of.planned = there;
    of.planned.date = there.due;
    of.planned.amount = -here.amount;
    const std::uint32_t kept = moves_.add_told(move, there, -here.amount, there.due);
    of.told_by = budget_.banks[here.bank].entity;
    if (books == nullptr) {
        of.became = Became::unplanned;
        of.came = -here.amount;
        of.last_came = there.due;
        of.moves.push_back(kept);
    } else {
        of.open = -here.amount;
        of.expected = there.due;
    }
    dues_.push_back(std::move(of));
    return true;
}

// On its due day.
Movement PaymentEnds::other_end(const Movement& here, const Line& line) const {
    const bool pays = here.side == Side::payments;
    const std::int32_t between = delayed(here.date, line.arrives) - here.date;
    Movement there = here;
    std::swap(there.bank, there.counterpart);
    there.side = pays ? Side::receipts : Side::payments;
    there.nature = pays ? line.received_nature : budget_.categories[budget_.items[line.item].category].nature;
    there.due = pays ? here.date + between : here.date - between;
    there.exercise = budget_.exercise_of(there.due, budget_.banks[there.bank].entity);
    there.actual = false;
    return there;
}

void PaymentEnds::join() {
    spare_.pair();
    for (const auto& [key, ends] : groups_.ends()) {
        if (!ends.paid || !ends.received)
            continue;
        PaymentEnd paid = outcomes_.end_of(*ends.paid);
        PaymentEnd received = outcomes_.end_of(*ends.received);
        const bool payer_tells = paid.told;
        const bool receiver_tells = received.told;
        const AgreedEnds agreed = agree(paid, received);
        if (!paid.told)
            continue;
        plan_.first = std::min({plan_.first, ends.paid->date, ends.received->date});
        const std::vector<std::uint32_t> of_payer = moves_of(*ends.paid);
        const std::vector<std::uint32_t> of_receiver = moves_of(*ends.received);
        follow(*ends.paid, paid, receiver_tells, agreed.paid, of_receiver);
        follow(*ends.received, received, payer_tells, agreed.received, of_payer);
    }
    std::erase_if(dues_, [](const BecameOf& of) { return of.became == Became::unplanned && of.came == Money(); });
}

std::vector<std::uint32_t> PaymentEnds::moves_of(const Movement& planned) const {
    const std::optional<std::size_t> due = outcomes_.position_of(planned);
    return due ? outcomes_[*due].moves : std::vector<std::uint32_t>();
}

// What became of this end; `moves` are those of the other, whose books may tell of it.
void PaymentEnds::follow(const Movement& planned, const PaymentEnd& end, bool other_tells,
                         const std::vector<ToldByOther>& told, const std::vector<std::uint32_t>& moves) {
    std::optional<std::size_t> due = outcomes_.position_of(planned);
    const EntityIndex own = budget_.banks[planned.bank].entity;
    const bool silent = !due || !has_rule(budget_, planned.item, own);
    if (!due) {
        BecameOf made;
        made.planned = planned;
        due = outcomes_.keep(std::move(made));
    }
    BecameOf& of = outcomes_[*due];
    if (!told.empty() || (other_tells && (silent || of.open != as_arriving(planned, end.open))))
        of.told_by = budget_.banks[planned.counterpart].entity;
    of.open = as_arriving(planned, end.open);
    of.expected = end.expected;
    Money all_told;
    for (const ToldByOther& each : told) {
        const Money amount = as_arriving(planned, each.amount);
        const std::uint32_t move = moves_.add_told(moves[each.came], planned, amount, each.day);
        all_told += amount;
        if (each.missing)
            missing_.insert({planned.item, own});
        if (end.until) {
            of.expected = of.open == Money() ? each.day : std::max(of.expected, each.day);
            continue;
        }
        of.moves.push_back(move);
        of.last_came = std::max(of.last_came.value_or(Date::first()), each.day);
    }
    plan_.rests.insert_or_assign(DueKey(planned), DueRest{of.open, end.expected, of.came + all_told});
    (end.until ? of.open : of.came) += all_told;
    Outcomes::name(of);
}

}  // namespace msp
