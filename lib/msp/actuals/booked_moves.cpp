// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_moves.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace msp {
namespace {

// Its id is none that a budget may have, for the point in it. No label: the report has words for it.
ItemIndex own_item(Budget& budget, const char* name, std::string_view category, Side side, Origin origin) {
    const std::string id = std::string("booked.") + name;
    if (const auto known = budget.item(id))
        return *known;
    Item& item = budget.items.emplace_back();
    item.id = id;
    item.category = static_cast<CategoryIndex>(std::ranges::find(budget.categories, category, &Category::id) -
                                               budget.categories.begin());
    item.side = side;
    item.origin = origin;
    return static_cast<ItemIndex>(budget.items.size() - 1);
}

}  // namespace

ItemIndex item_of(Budget& budget, const CashMove& move) {
    if (move.item != no_item)
        return move.item;
    if (move.kind == CashKind::internal)
        return own_item(budget, "transfers", "transfer", Side::payments, Origin::transfer);
    return move.amount.negative() ? own_item(budget, "payments", "other-charge", Side::payments, Origin::actual)
                                  : own_item(budget, "receipts", "other-income", Side::receipts, Origin::actual);
}

std::uint32_t BookedMoves::add(std::size_t amount, Money part, const Movement* planned) {
    const CashMove& move = books_.amounts()[amount].move;
    Movement made = planned != nullptr ? *planned : not_planned(amount);
    made.amount = part;
    made.date = move.date;
    made.bank = move.bank;
    made.state = State::paid;
    made.actual = true;
    return keep(amount, made);
}

Movement BookedMoves::not_planned(std::size_t amount) const {
    const CashMove& move = books_.amounts()[amount].move;
    const Item& item = budget_.items[move.item];
    const bool between = between_accounts(budget_, move.item);
    Movement made;
    made.item = move.item;
    made.origin = item.origin;
    made.part = part_of(item.origin, amount);
    made.side = between ? (move.amount.negative() ? Side::payments : Side::receipts) : item.side;
    made.due = move.date;
    made.exercise = budget_.exercise_of(move.date, budget_.banks[move.bank].entity);
    made.counterpart = between ? books_.counterpart(amount) : no_bank;
    made.nature = budget_.categories[item.category].nature;
    if (const Line* line = between_entities(budget_, move.item)) {
        const bool pays = budget_.banks[line->bank].entity == budget_.banks[move.bank].entity;
        made.counterpart = pays ? line->paid_to : line->bank;
        made.side = pays ? Side::payments : Side::receipts;
        made.nature = pays ? made.nature : line->received_nature;
    }
    return made;
}

// Of a loan, by its account: what is not planned has no part of its own.
Part BookedMoves::part_of(Origin origin, std::size_t amount) const {
    constexpr std::array<std::pair<std::string_view, Part>, 4> parts = {
        {{"16", Part::principal}, {"661", Part::interest}, {"616", Part::insurance}, {"627", Part::fees}}};
    if (origin != Origin::loan)
        return Part::whole;
    const std::string_view account = books_.account_of(books_.amounts()[amount]);
    const auto found = std::ranges::find_if(parts, [&](const auto& part) { return account.starts_with(part.first); });
    return found == parts.end() ? Part::whole : found->second;
}

std::uint32_t BookedMoves::add_unmapped(std::size_t amount) {
    const CashMove& move = books_.amounts()[amount].move;
    Movement made;
    made.amount = move.amount;
    made.date = made.due = move.date;
    made.bank = move.bank;
    made.side = move.amount.negative() ? Side::payments : Side::receipts;
    made.item = item_of(budget_, move);
    made.origin = budget_.items[made.item].origin;
    made.counterpart = move.kind == CashKind::internal ? books_.counterpart(amount) : no_bank;
    made.exercise = budget_.exercise_of(move.date, budget_.banks[move.bank].entity);
    made.nature = budget_.categories[budget_.items[made.item].category].nature;
    made.state = State::paid;
    made.actual = true;
    return keep(amount, made);
}

std::uint32_t BookedMoves::add_told(std::uint32_t move, const Movement& planned, Money amount, Date day) {
    BookedMove told = plan_.moves[move];
    told.movement = planned;
    told.movement.amount = amount;
    told.movement.date = day;
    told.movement.state = State::paid;
    plan_.moves.push_back(std::move(told));
    return static_cast<std::uint32_t>(plan_.moves.size() - 1);
}

std::uint32_t BookedMoves::keep(std::size_t amount, const Movement& movement) {
    const BookedAmount& of = books_.amounts()[amount];
    const Fec& ledger = books_.export_of(of);
    BookedMove& kept = plan_.moves.emplace_back();
    kept.movement = movement;
    kept.file = books_.file_of(of);
    kept.number = ledger.number_of(of.move.line);
    kept.label = ledger.text(ledger.lines()[of.move.line], LedgerColumn::label);
    return static_cast<std::uint32_t>(plan_.moves.size() - 1);
}

void BookedMoves::sort(std::vector<BecameOf>& dues) {
    std::vector<BookedMove>& moves = plan_.moves;
    std::vector<std::uint32_t> order(moves.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return moves[i].movement.date; });
    std::vector<std::uint32_t> place(moves.size());
    std::vector<BookedMove> sorted;
    sorted.reserve(moves.size());
    for (const std::uint32_t i : order) {
        place[i] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(moves[i]));
    }
    moves = std::move(sorted);
    for (BecameOf& of : dues) {
        for (std::uint32_t& move : of.moves)
            move = place[move];
    }
}

}  // namespace msp
