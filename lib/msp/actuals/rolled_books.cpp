// SPDX-License-Identifier: MIT
#include <msp/actuals/rolled_books.hpp>
#include <msp/model/mapping.hpp>
#include <msp/plan/charged.hpp>

#include <algorithm>
#include <cstdlib>

namespace msp {

bool between_accounts(const Budget& budget, ItemIndex item) {
    return budget.items[item].origin == Origin::transfer;
}

const Line* between_entities(const Budget& budget, ItemIndex item) {
    const auto line = std::ranges::find(budget.lines, item, &Line::item);
    return line == budget.lines.end() || line->paid_to == no_bank ||
                   budget.banks[line->bank].entity == budget.banks[line->paid_to].entity
               ? nullptr
               : &*line;
}

void RolledBooks::read(std::optional<Date> as_of) {
    for (std::size_t i = 0; i < books_.size(); ++i)
        read(i, as_of);
    find_by_other_end();
}

void RolledBooks::read(std::size_t book, std::optional<Date> as_of) {
    const EntityIndex entity = books_[book].entity;
    const std::size_t before = amounts_.size();
    std::optional<Date> last;
    std::vector<CashTotals> parts = cash(book, as_of);
    std::optional<Date> first;
    for (const CashTotals& part : parts) {
        first = first ? first : part.first;
        last = std::max(last, part.last);
    }
    if (!first) {
        amounts_.resize(before);
        return;
    }
    // Up to the last entry of its banks, or to the day that is asked for before it.
    if (as_of && *last < *as_of) {
        amounts_.resize(before);
        parts = cash(book, last);
    }
    RolledEntity& rolled = rolling_.entities.emplace_back();
    rolled.entity = entity;
    rolled.until = as_of ? std::min(*as_of, *last) : *last;
    rolled.on_the_way = parts.back().on_the_way;
    for (const CashTotals& part : parts) {
        rolled.unmapped += part.unmapped;
        for (const UnmappedCash& unmapped : part.by_account)
            rolled.unmapped_count += unmapped.count;
        rolled.later += part.later;
        rolled.later_count += part.later_count;
    }
    open(rolled, *first, parts.front());
    close(rolled);
}

bool RolledBooks::opens_later(BankIndex bank) const {
    const auto found = std::ranges::find(rolling_.banks, bank, &BookedBank::bank);
    return found != rolling_.banks.end() && found->later;
}

std::vector<CashTotals> RolledBooks::cash(std::size_t book, std::optional<Date> until) {
    const EntityBooks& of = books_[book];
    return cash_of(budget_, of.entity, *of.ledgers, until, [&](std::size_t part, const CashMove& move) {
        amounts_.push_back({move, static_cast<std::uint32_t>(book), static_cast<std::uint32_t>(part)});
    });
}

void RolledBooks::open(RolledEntity& rolled, Date begin, const CashTotals& totals) {
    rolled.opened = totals.opened;
    const std::int16_t exercise = budget_.exercise_of(begin, rolled.entity);
    rolled.first = budget_.last_day_of(static_cast<std::int16_t>(exercise - 1), rolled.entity) + 1;
    for (std::size_t i = 0; i < budget_.banks.size(); ++i) {
        const Bank& bank = budget_.banks[i];
        if (bank.entity != rolled.entity)
            continue;
        BookedBank& booked = rolling_.banks.emplace_back();
        booked.bank = static_cast<BankIndex>(i);
        booked.first = totals.opened ? rolled.first : bank.date;
        booked.opening = totals.opened ? totals.openings[i] : bank.opening;
    }
}

bool RolledBooks::is_before(const BookedAmount& each, const RolledEntity& rolled) const {
    const auto booked = std::ranges::find(rolling_.banks, each.move.bank, &BookedBank::bank);
    return each.move.date < booked->first || (each.move.may_open && !rolled.opened && booked->opening != Money());
}

bool RolledBooks::opens_after(const BookedBank& booked, const RolledEntity& rolled, Date oldest) const {
    const Bank& bank = budget_.banks[booked.bank];
    return rolled.opened && bank.date > rolled.until && booked.opening == Money() &&
           (!bank.accounts.empty() || bank.date > oldest) &&
           std::ranges::none_of(amounts_, [&](const BookedAmount& each) { return each.move.bank == booked.bank; });
}

void RolledBooks::close(RolledEntity& rolled) {
    Date oldest = Date::last();
    for (const Bank& bank : budget_.banks)
        oldest = bank.entity == rolled.entity ? std::min(oldest, bank.date) : oldest;
    for (BookedBank& booked : rolling_.banks) {
        Bank& bank = budget_.banks[booked.bank];
        if (bank.entity != rolled.entity)
            continue;
        if (opens_after(booked, rolled, oldest)) {
            booked.later = {bank.date, bank.opening, {}};
            continue;
        }
        booked.balance = booked.opening;
        Money morning = booked.opening;
        for (const BookedAmount& each : amounts_) {
            if (each.move.bank != booked.bank)
                continue;
            if (is_before(each, rolled))
                rolled.before += each.move.amount;
            else
                booked.balance += each.move.amount;
            if (!is_before(each, rolled) && each.move.date < bank.date)
                morning += each.move.amount;
        }
        if (rolled.opened && booked.first <= bank.date && bank.date <= rolled.until + 1)
            booked.typed = {bank.date, bank.opening, morning};
        else if (rolled.opened)
            booked.unused = {bank.date, bank.opening, {}};
        bank.date = booked.first;
        bank.opening = booked.opening;
    }
    const auto kept = std::stable_partition(amounts_.begin(), amounts_.end(), [&](const BookedAmount& each) {
        return budget_.banks[each.move.bank].entity != rolled.entity || !is_before(each, rolled);
    });
    before_.insert(before_.end(), kept, amounts_.end());
    amounts_.erase(kept, amounts_.end());
}

// Of a payment between two entities with books, of which one has a rule for it: money of no rule of the other, of
// the same amount and about the day, is its other end.
void RolledBooks::find_by_other_end() {
    for (const Line& line : budget_.lines) {
        if (between_entities(budget_, line.item) == nullptr || at(line.bank) == nullptr || at(line.paid_to) == nullptr)
            continue;
        const EntityIndex payer = budget_.banks[line.bank].entity;
        const EntityIndex receiver = budget_.banks[line.paid_to].entity;
        if (has_rule(budget_, line.item, payer) == has_rule(budget_, line.item, receiver))
            continue;
        const EntityIndex other = has_rule(budget_, line.item, payer) ? receiver : payer;
        std::multimap<Money, std::size_t> unmapped;
        for (std::size_t i = 0; i < amounts_.size(); ++i) {
            const CashMove& move = amounts_[i].move;
            if (move.kind == CashKind::unmapped && budget_.banks[move.bank].entity == other)
                unmapped.emplace(move.amount, i);
        }
        for (const BookedAmount& each : amounts_) {
            if (each.move.item == line.item)
                take_other_end(each.move, other == receiver ? line.arrives : Delay(), unmapped);
        }
    }
}

void RolledBooks::take_other_end(const CashMove& move, const Delay& arrives,
                                 std::multimap<Money, std::size_t>& unmapped) {
    constexpr std::int32_t early = -5;
    constexpr std::int32_t late = 10;
    const auto [first, last] = unmapped.equal_range(-move.amount);
    auto nearest = last;
    std::int32_t least = late + 1;
    for (auto each = first; each != last; ++each) {
        const std::int32_t days = amounts_[each->second].move.date - delayed(move.date, arrives);
        if (days < early || late < days || std::abs(days) >= least)
            continue;
        nearest = each;
        least = std::abs(days);
    }
    if (nearest == last)
        return;
    CashMove& found = amounts_[nearest->second].move;
    found.item = move.item;
    found.kind = CashKind::mapped;
    RolledEntity& entity =
        *std::ranges::find(rolling_.entities, budget_.banks[found.bank].entity, &RolledEntity::entity);
    rolling_.told.push_back({entity.entity, amounts_[nearest->second].part, found});
    entity.unmapped -= found.amount;
    --entity.unmapped_count;
    unmapped.erase(nearest);
}

const RolledEntity* RolledBooks::of(EntityIndex entity) const {
    return rolling_.of(entity);
}

std::vector<std::string> RolledBooks::files() const {
    std::vector<std::string> all;
    for (const EntityBooks& book : books_)
        all.insert(all.end(), book.files.begin(), book.files.end());
    return all;
}

std::uint32_t RolledBooks::file_of(const BookedAmount& amount) const {
    std::uint32_t file = amount.part;
    for (std::size_t i = 0; i < amount.book; ++i)
        file += static_cast<std::uint32_t>(books_[i].files.size());
    return file;
}

const Fec& RolledBooks::export_of(const BookedAmount& amount) const {
    return (*books_[amount.book].ledgers)[amount.part];
}

std::string_view RolledBooks::account_of(const BookedAmount& amount) const {
    const std::vector<std::string>& accounts = books_[amount.book].ledgers->accounts();
    return amount.move.account < accounts.size() ? std::string_view(accounts[amount.move.account]) : "";
}

BankIndex RolledBooks::counterpart(std::size_t amount) const {
    const CashMove& move = amounts_[amount].move;
    const auto near = [&](std::size_t i) {
        const BookedAmount& other = amounts_[i];
        return other.book == amounts_[amount].book && other.part == amounts_[amount].part &&
               other.move.line == move.line && other.move.kind == CashKind::internal && other.move.bank != move.bank &&
               other.move.amount.negative() != move.amount.negative();
    };
    for (std::size_t i = amount; i > 0 && amounts_[i - 1].move.line == move.line; --i) {
        if (near(i - 1))
            return amounts_[i - 1].move.bank;
    }
    for (std::size_t i = amount + 1; i < amounts_.size() && amounts_[i].move.line == move.line; ++i) {
        if (near(i))
            return amounts_[i].move.bank;
    }
    return no_bank;
}

}  // namespace msp
