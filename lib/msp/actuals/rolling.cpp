// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_aci.hpp>
#include <msp/actuals/booked_moves.hpp>
#include <msp/actuals/chart.hpp>
#include <msp/actuals/due_groups.hpp>
#include <msp/actuals/landings.hpp>
#include <msp/actuals/likely_pairs.hpp>
#include <msp/actuals/nearness.hpp>
#include <msp/actuals/rolled_books.hpp>
#include <msp/actuals/rolling.hpp>
#include <msp/actuals/settling.hpp>
#include <msp/actuals/two_ends.hpp>
#include <msp/cash/projection.hpp>
#include <msp/model/mapping.hpp>
#include <msp/plan/charged.hpp>
#include <msp/plan/plan.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace msp {
namespace {

class Roller {
 public:
    Roller(Case& of, std::span<const EntityBooks> books, std::optional<Date> as_of, Count count, const RolledBase* base)
        : case_(of),
          budget_(of.budget),
          books_(budget_, books, rolling_),
          groups_(of, books_),
          moves_(of, books_),
          landings_(of, books_, count),
          as_of_(as_of) {
        if (base == nullptr)
            return;
        for (const BecameOf& each : base->rolling.dues) {
            if (each.became == Became::paid && !each.told_by &&
                each.planned.date <= until_of(base->rolling, base->budget, each.planned))
                paid_in_base_.insert(name_of(base->budget, each.planned));
        }
    }

    Rolling run() {
        case_.booked = {};
        books_.read(as_of_);
        if (rolling_.entities.empty())
            return std::move(rolling_);
        // What is planned is asked for before the case has the books.
        groups_.find();
        landings_.add(&Landed::budget);
        if (budget_.aci && follow_aci(case_, groups_, books_, rolling_))
            groups_.find();
        fill();
        find_idle();
        find_without_rule();
        landings_.add(&Landed::remaining);
        for (Rolling::WithoutRule& each : rolling_.without_rule)
            find_twice(each);
        rolling_.landings = landings_.all();
        return std::move(rolling_);
    }

 private:
    // Tells an amount that is due in the base and in a scenario, which may have other lines.
    using DueName = std::tuple<std::string, std::string, Part, std::uint16_t, std::int32_t, Date>;

    static DueName name_of(const Budget& budget, const Movement& due) {
        return {budget.items[due.item].id, budget.banks[due.bank].id, due.part, due.member, due.occurrence, due.due};
    }

    static Date until_of(const Rolling& rolling, const Budget& budget, const Movement& due) {
        return std::ranges::find(rolling.entities, budget.banks[due.bank].entity, &RolledEntity::entity)->until;
    }

    void fill() {
        BookedPlan& booked = case_.booked;
        booked.until.resize(budget_.entities.size());
        booked.first = rolling_.entities.front().first;
        for (const RolledEntity& each : rolling_.entities) {
            booked.until[each.entity] = each.until;
            booked.first = std::min(booked.first, each.first);
        }
        booked.files = books_.files();
        for (const auto& [group, members] : groups_.all())
            add(group, members);
        join_ends();
        for (std::size_t i = 0; i < books_.amounts().size(); ++i) {
            const CashMove& move = books_.amounts()[i].move;
            if (move.item != no_item)
                continue;
            const std::uint32_t kept = moves_.add_unmapped(i);
            if (move.kind != CashKind::internal)
                unplanned(kept);
        }
        moves_.sort(rolling_.dues);
        std::ranges::stable_sort(rolling_.dues, {},
                                 [](const BecameOf& of) { return std::tuple(of.planned.date, of.planned.item); });
    }

    // Days that close nothing, but for those before the books; and those of who has none.
    void find_idle() {
        const std::vector<BankIndex> banks = banks_of_items(budget_);
        for (std::size_t i = 0; i < banks.size(); ++i) {
            const auto item = static_cast<ItemIndex>(i);
            if (banks[i] == no_bank)
                continue;
            const RolledEntity* books = books_.at(banks[i]);
            if (const Line* line = between_entities(budget_, item); books == nullptr && line != nullptr)
                books = books_.at(line->paid_to);
            for (const NamedDay& day : budget_.items[i].closed) {
                if (books == nullptr || (!groups_.falls(item, day.date) && day.date >= books->first))
                    rolling_.idle.push_back({item, day, books == nullptr});
            }
        }
    }

    void add(const DueGroup& group, const DueAndCame& members) {
        const PaidParts paid = groups_.settled(group, members);
        const RolledEntity& books = *books_.of(group.entity);
        const Date until = books.until;
        std::vector<BecameOf> dues(members.planned.size());
        for (const PaidPart& part : paid.parts) {
            BecameOf& of = dues[part.due];
            of.came += part.amount;
            of.last_came =
                std::max(of.last_came.value_or(Date::first()), books_.amounts()[members.came[part.came]].move.date);
            of.moves.push_back(moves_.add(members.came[part.came], part.amount, &members.planned[part.due]));
        }
        for (std::size_t i = 0; i < dues.size(); ++i) {
            BecameOf& of = dues[i];
            of.planned = members.planned[i];
            of.open = paid.open[i];
            // What is typed as received is believed where the books cannot say.
            const bool believed = of.planned.actual && !has_rule(budget_, group.item, group.entity);
            const bool closed =
                groups_.is_closed(of.planned) ||
                (of.planned.date <= until && (believed || paid_in_base_.contains(name_of(budget_, of.planned))));
            if (of.planned.amount == Money() || (of.planned.date > until && of.moves.empty() && !closed))
                continue;  // still as it was planned
            decide(of, budget_.items[group.item].overdue, closed, until);
            keep_due(std::move(of));
        }
        for (std::size_t i = 0; i < members.came.size(); ++i) {
            if (paid.left[i] == Money())
                continue;
            const std::uint32_t move = moves_.add(members.came[i], paid.left[i], nullptr);
            unplanned(move);
            const std::size_t of = rolling_.dues.size() - 1;
            if (!tell_other_end(move))
                spare_[{group.item, group.entity}].push_back({of, {}, {}});
        }
    }

    void keep_due(BecameOf of) {
        case_.booked.rests.insert_or_assign(DueKey(of.planned), DueRest{of.open, of.expected, of.came});
        due_of_[DueKey(of.planned)] = rolling_.dues.size();
        rolling_.dues.push_back(std::move(of));
    }

    // Of payments between two entities, each end by the books of both.
    void join_ends() {
        pair_ends();
        for (const auto& [key, ends] : groups_.ends()) {
            if (!ends.paid || !ends.received)
                continue;
            PaymentEnd paid = end_of(*ends.paid);
            PaymentEnd received = end_of(*ends.received);
            const bool payer_tells = paid.told;
            const bool receiver_tells = received.told;
            const AgreedEnds agreed = agree(paid, received);
            if (!paid.told)
                continue;
            case_.booked.first = std::min({case_.booked.first, ends.paid->date, ends.received->date});
            const std::vector<std::uint32_t> of_payer = moves_of(*ends.paid);
            const std::vector<std::uint32_t> of_receiver = moves_of(*ends.received);
            follow(*ends.paid, paid, receiver_tells, agreed.paid, of_receiver);
            follow(*ends.received, received, payer_tells, agreed.received, of_payer);
        }
        std::erase_if(rolling_.dues,
                      [](const BecameOf& of) { return of.became == Became::unplanned && of.came == Money(); });
    }

    // The books of each end were held against what was due alone, so that one may have for another amount, or for
    // none, what pays this one at the other end. What the other has, on a day that these books know, pays it here too.
    void pair_ends() {
        const auto each_end = [this](const auto& take) {
            for (const auto& [key, ends] : groups_.ends()) {
                if (!ends.paid || !ends.received || !books_.at(ends.paid->bank) || !books_.at(ends.received->bank))
                    continue;
                take(*ends.paid, *ends.received);
                take(*ends.received, *ends.paid);
            }
        };
        each_end([this](const Movement& here, const Movement& there) {
            const auto due = due_of_.find(DueKey(here));
            if (due != due_of_.end())
                spare_[{here.item, budget_.banks[here.bank].entity}].push_back({due->second, here, there});
        });
        each_end([this](const Movement& here, const Movement& there) {
            const Money lacks = as_arriving(here, came_known(there, here) - came_known(here, there));
            if (same_sign(lacks, here.amount))
                take_spare(here, there, lacks);
        });
    }

    // The last day at this end on which the books of the other should have what comes.
    [[nodiscard]] Date known_until(const Movement& here, const Movement& there) const {
        return books_.at(there.bank)->until - (there.date - here.date);
    }

    // As it arrives.
    [[nodiscard]] Money came_known(const Movement& here, const Movement& there) const {
        Money all;
        for (const PaymentEnd::Came& each : end_of(here).came)
            all += each.day <= known_until(here, there) ? each.amount : Money();
        return all;
    }

    [[nodiscard]] Money came_of(const Movement& end) const {
        const auto due = due_of_.find(DueKey(end));
        return due == due_of_.end() ? Money() : as_arriving(end, rolling_.dues[due->second].came);
    }

    void take_spare(const Movement& here, const Movement& there, Money lacks) {
        const Money all = lacks;
        for (const Spare& spare : spare_[{here.item, budget_.banks[here.bank].entity}]) {
            const Money more = spare.here
                                   ? as_arriving(here, came_known(*spare.here, *spare.there) - came_of(*spare.there))
                                   : rolling_.dues[spare.due].came;
            if (!same_sign(more, lacks))
                continue;
            const Money taken = smaller(more, lacks);
            lacks -= taken;
            take(spare.due, here, taken, known_until(here, there));
        }
        if (lacks == all)
            return;
        BecameOf& of = rolling_.dues[due_of_.at(DueKey(here))];
        const auto other = due_of_.find(DueKey(there));
        if (other != due_of_.end() && came_of(here) == came_of(there))  // what is enough there is enough here
            of.open = -rolling_.dues[other->second].open;
        name_outcome(of);
    }

    // What came for another amount by a day, or for none, pays this one.
    void take(std::size_t spare, const Movement& planned, Money amount, Date known) {
        const Date until = books_.at(planned.bank)->until;
        if (!due_of_.contains(DueKey(planned))) {
            BecameOf of;
            of.planned = planned;
            of.open = planned.amount;
            decide(of, budget_.items[planned.item].overdue, groups_.is_closed(planned), until);
            keep_due(std::move(of));
        }
        BecameOf& from = rolling_.dues[spare];
        BecameOf& of = rolling_.dues[due_of_.at(DueKey(planned))];
        std::vector<BookedMove>& moves = case_.booked.moves;
        std::vector<std::uint32_t> kept;
        for (const std::uint32_t move : from.moves) {
            const Money has = moves[move].movement.amount;
            if (moves[move].movement.date > known || !same_sign(has, amount)) {
                kept.push_back(move);
                continue;
            }
            BookedMove made = moves[move];
            const Money part = smaller(has, amount);
            made.movement = planned;
            made.movement.amount = part;
            made.movement.date = moves[move].movement.date;
            made.movement.bank = moves[move].movement.bank;
            made.movement.state = State::paid;
            made.movement.actual = true;
            amount -= part;
            from.came -= part;
            of.came += part;
            of.open -= same_sign(of.open, part) ? smaller(of.open, part) : Money();
            if (part == has) {
                moves[move] = std::move(made);
                of.moves.push_back(move);
                continue;
            }
            kept.push_back(move);
            moves[move].movement.amount -= part;
            of.moves.push_back(static_cast<std::uint32_t>(moves.size()));
            moves.push_back(std::move(made));
        }
        from.moves = std::move(kept);
        std::ranges::stable_sort(of.moves, {}, [&](std::uint32_t move) { return moves[move].movement.date; });
        of.last_came = moves[of.moves.back()].movement.date;
        from.last_came.reset();
        if (!from.moves.empty())
            from.last_came = moves[from.moves.back()].movement.date;
        if (from.became == Became::unplanned) {
            from.planned.amount = from.came;
        } else if (const Money lacks = from.planned.amount - from.came; same_sign(lacks, from.planned.amount)) {
            from.open = lacks;
            decide(from, budget_.items[planned.item].overdue, groups_.is_closed(from.planned), until);
        }
    }

    [[nodiscard]] static Money as_arriving(const Movement& end, Money amount) {
        return end.side == Side::payments ? -amount : amount;
    }

    [[nodiscard]] std::vector<std::uint32_t> moves_of(const Movement& planned) const {
        const auto due = due_of_.find(DueKey(planned));
        return due == due_of_.end() ? std::vector<std::uint32_t>() : rolling_.dues[due->second].moves;
    }

    [[nodiscard]] PaymentEnd end_of(const Movement& planned) const {
        PaymentEnd end;
        end.planned = planned.date;
        if (const RolledEntity* books = books_.at(planned.bank))
            end.until = books->until;
        const auto due = due_of_.find(DueKey(planned));
        end.told = due != due_of_.end();
        if (!end.told)
            return end;
        const BecameOf& of = rolling_.dues[due->second];
        for (const std::uint32_t move : of.moves) {
            const Movement& came = case_.booked.moves[move].movement;
            end.came.push_back({came.date, as_arriving(planned, came.amount)});
        }
        end.open = as_arriving(planned, of.open);
        end.expected = of.expected;
        return end;
    }

    // What became of this end; `moves` are those of the other, whose books may tell of it.
    void follow(const Movement& planned, const PaymentEnd& end, bool other_tells, const std::vector<ToldByOther>& told,
                const std::vector<std::uint32_t>& moves) {
        const auto known = due_of_.find(DueKey(planned));
        if (known == due_of_.end()) {
            BecameOf of;
            of.planned = planned;
            keep_due(std::move(of));
        }
        BecameOf& of = rolling_.dues[due_of_.at(DueKey(planned))];
        const EntityIndex own = budget_.banks[planned.bank].entity;
        const bool silent = known == due_of_.end() || !has_rule(budget_, planned.item, own);
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
        case_.booked.rests.insert_or_assign(DueKey(planned), DueRest{of.open, end.expected, of.came + all_told});
        (end.until ? of.open : of.came) += all_told;
        name_outcome(of);
    }

    // What was paid without being due arrives too, and what arrived was paid. Not where the books of that end know the
    // day.
    [[nodiscard]] bool tell_other_end(std::uint32_t move) {
        const Movement here = case_.booked.moves[move].movement;
        const Line* line = between_entities(budget_, here.item);
        if (line == nullptr)
            return true;
        const bool pays = here.side == Side::payments;
        const std::int32_t between = delayed(here.date, line->arrives) - here.date;
        Movement there = here;
        std::swap(there.bank, there.counterpart);
        there.side = pays ? Side::receipts : Side::payments;
        there.nature = pays ? line->received_nature : budget_.categories[budget_.items[line->item].category].nature;
        there.due = pays ? here.date + between : here.date - between;
        there.exercise = budget_.exercise_of(there.due, budget_.banks[there.bank].entity);
        there.actual = false;
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
        rolling_.dues.push_back(std::move(of));
        return true;
    }

    // Transfers need none.
    void find_without_rule() {
        for (const BecameOf& due : rolling_.dues) {
            const ItemIndex item = due.planned.item;
            const EntityIndex entity = budget_.banks[due.planned.bank].entity;
            const auto same = [&](const auto& each) { return each.item == item && each.entity == entity; };
            // The books of the other end tell what has come, and it is found in these by its amount.
            const bool told = due.told_by && !missing_.contains({item, entity});
            if (due.open != Money() && books_.of(entity) != nullptr && !told && !between_accounts(budget_, item) &&
                !has_rule(budget_, item, entity) && std::ranges::none_of(rolling_.without_rule, same))
                rolling_.without_rule.push_back({item, entity, 0, {}, {}});
        }
    }

    // What is expected of the line as far as ten days after the books, and money of no rule that may be it.
    void find_twice(Rolling::WithoutRule& without) {
        constexpr std::int32_t early = 10;
        const auto group = groups_.all().find({without.item, without.entity, no_bank});
        if (group == groups_.all().end())
            return;
        std::vector<OpenAmount> dues;
        for (const Movement& planned : group->second.planned) {
            const bool told = due_of_.contains(DueKey(planned));
            const Money open = !told ? planned.amount : case_.booked.rests.at(DueKey(planned)).open;
            if (open != Money() && planned.date <= books_.of(without.entity)->until + early)
                dues.push_back({planned.date, open});
        }
        const Catalogue catalogue = {budget_.categories};
        std::vector<LooseAmount> loose;
        std::vector<std::string> accounts;
        for (const BookedAmount& each : books_.amounts()) {
            if (each.move.kind != CashKind::unmapped || budget_.banks[each.move.bank].entity != without.entity)
                continue;
            accounts.emplace_back(books_.account_of(each));
            const CategoryIndex of = category_of_account(catalogue, accounts.back(), !each.move.amount.negative());
            loose.push_back({each.move.date, each.move.amount, of == budget_.items[without.item].category});
        }
        std::map<std::string, std::int64_t> times;
        for (const LikelyPair& pair : likely_pairs(dues, loose)) {
            ++without.alike;
            without.twice += smaller(dues[pair.due].amount, loose[pair.came].amount);
            ++times[accounts[pair.came]];
        }
        if (times.empty())
            return;
        without.account = std::ranges::max_element(times, {}, [](const auto& each) { return each.second; })->first;
        landings_.at(without.item, group->second.planned.front().bank).twice = without.twice;
    }

    static void decide(BecameOf& of, const Overdue& overdue, bool closed, Date until) {
        const Date due = of.planned.date;
        of.expected = std::max(overdue.delay ? delayed(due, *overdue.delay) : due, until + 1);
        if (closed || (overdue.dropped && due <= until))
            of.open = Money();
        name_outcome(of);
    }

    static void name_outcome(BecameOf& of) {
        const bool any = !of.moves.empty();
        if (of.open == Money())
            of.became = any ? Became::paid : Became::cancelled;
        else
            of.became = any ? Became::in_part : Became::late;
    }

    void unplanned(std::uint32_t move) {
        BecameOf of;
        of.planned = case_.booked.moves[move].movement;
        of.became = of.planned.origin == Origin::fee ? Became::paid : Became::unplanned;
        of.came = of.planned.amount;
        of.last_came = of.planned.date;
        of.moves.push_back(move);
        rolling_.dues.push_back(std::move(of));
    }

    Case& case_;
    Budget& budget_;
    Rolling rolling_;
    RolledBooks books_;
    DueGroups groups_;
    BookedMoves moves_;
    Landings landings_;
    std::optional<Date> as_of_;
    std::set<DueName> paid_in_base_;
    std::map<DueKey, std::size_t> due_of_;  // of Rolling
    // Of Rolling, what came at this end for nothing that was due, or beyond what the other end has for it, on days that
    // the books of that know.
    struct Spare {
        std::size_t due;
        std::optional<Movement> here;  // none of what nothing was due for
        std::optional<Movement> there;
    };
    std::map<std::pair<ItemIndex, EntityIndex>, std::vector<Spare>> spare_;
    std::set<std::pair<ItemIndex, EntityIndex>> missing_;  // what the other end has paid and the books should have
};

}  // namespace

std::string_view id_of(Became became) {
    constexpr std::array<std::string_view, 5> ids = {"paid", "in-part", "late", "cancelled", "unplanned"};
    return ids.at(static_cast<std::size_t>(became));
}

Money BookedBank::Typed::gap() const {
    return typed - booked;
}

Money Landed::landing() const {
    return actual + remaining;
}

Money Landed::gap() const {
    return landing() - budget;
}

void Landed::add(const Landed& other) {
    budget += other.budget;
    actual += other.actual;
    remaining += other.remaining;
    twice += other.twice;
}

std::vector<Landed> landings_of(const Rolling& rolling, EntityIndex entity, std::optional<BankIndex> bank) {
    std::vector<Landed> all;
    for (const Landed& each : rolling.landings) {
        if (each.entity != entity || (bank && each.bank != *bank))
            continue;
        if (all.empty() || all.back().item != each.item) {
            all.push_back(each);
            all.back().bank = bank.value_or(no_bank);
        } else {
            all.back().add(each);
        }
    }
    return all;
}

Landed total_of(const Rolling& rolling, EntityIndex entity, std::optional<BankIndex> bank) {
    Landed all;
    for (const Landed& each : landings_of(rolling, entity, bank)) {
        all.exercise = each.exercise;
        all.add(each);
    }
    return all;
}

std::vector<FromOtherBooks> of_other_books(const Rolling& rolling, const Budget& budget) {
    std::map<std::pair<EntityIndex, EntityIndex>, FromOtherBooks> by_books;
    for (const BecameOf& each : rolling.dues) {
        if (!each.told_by)
            continue;
        const EntityIndex entity = budget.banks[each.planned.bank].entity;
        FromOtherBooks& all = by_books[{entity, *each.told_by}];
        all.entity = entity;
        all.told_by = *each.told_by;
        ++all.count;
        all.came += each.came;
        all.open += each.open;
    }
    std::vector<FromOtherBooks> found;
    for (const auto& [ends, all] : by_books)
        found.push_back(all);
    return found;
}

Money balance_of(const Rolling& rolling, const Budget& budget, EntityIndex entity) {
    Money all;
    for (const BookedBank& each : rolling.banks)
        all += budget.banks[each.bank].entity == entity ? each.balance : Money();
    return all;
}

Rolling roll(Case& of, std::span<const EntityBooks> books, std::optional<Date> as_of, Count count,
             const RolledBase* base) {
    return Roller(of, books, as_of, count, base).run();
}

}  // namespace msp
