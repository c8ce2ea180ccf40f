// SPDX-License-Identifier: MIT
#include <msp/actuals/chart.hpp>
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

// How far beyond the end of the books something may be due that has been paid already.
constexpr std::int32_t ahead = 400;

// What is held against each other: an item of an entity; of a transfer between its accounts, the end at one of them.
struct Group {
    ItemIndex item;
    EntityIndex entity;
    BankIndex bank;
    auto operator<=>(const Group&) const = default;
};

struct Members {
    std::vector<Movement> planned;
    std::vector<std::size_t> came;
};

class Roller {
 public:
    Roller(Case& of, std::span<const EntityBooks> books, std::optional<Date> as_of, Count count, const RolledBase* base)
        : case_(of), budget_(of.budget), books_(budget_, books, rolling_), as_of_(as_of), count_(count) {
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
        std::map<Group, Members> groups = grouped();
        land(&Landed::budget);
        if (budget_.aci && follow_aci(groups))
            groups = grouped();
        fill(groups);
        find_idle();
        find_without_rule();
        land(&Landed::remaining);
        for (Rolling::WithoutRule& each : rolling_.without_rule)
            find_twice(each, groups);
        for (auto& [key, landed] : landings_)
            rolling_.landings.push_back(landed);
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

    [[nodiscard]] Group group_of(ItemIndex item, BankIndex bank) const {
        return {item, budget_.banks[bank].entity, between_accounts(budget_, item) ? bank : no_bank};
    }

    // What the entities with books have planned from their first day on, and what came.
    std::map<Group, Members> grouped() {
        ends_.clear();
        falls_.clear();
        std::map<Group, Members> groups;
        Window window = {rolling_.entities.front().first, rolling_.entities.front().until};
        for (const RolledEntity& each : rolling_.entities)
            window = {std::min(window.first, each.first), std::max(window.last, each.until)};
        window.last = window.last + ahead;
        PlanOptions options;
        options.count = Count::hoped;
        options.before_opening = true;
        (void)movements(case_, options, window, [&](const Movement& movement) {
            const Bank& bank = budget_.banks[movement.bank];
            const bool booked = books_.at(movement.bank) != nullptr && movement.date >= bank.date;
            if (!budget_.items[movement.item].closed.empty() && (booked || books_.at(movement.bank) == nullptr))
                falls_.insert({{movement.item, movement.date}, {movement.item, movement.due}});
            if (booked)
                groups[group_of(movement.item, movement.bank)].planned.push_back(movement);
            if (movement.counterpart == no_bank || budget_.banks[movement.counterpart].entity == bank.entity)
                return;
            Ends& ends = ends_[{movement.item, movement.occurrence, movement.due}];
            if (booked || books_.at(movement.bank) == nullptr)
                (movement.side == Side::payments ? ends.paid : ends.received) = movement;
        });
        for (std::size_t i = 0; i < books_.amounts().size(); ++i) {
            if (books_.amounts()[i].move.item != no_item)
                groups[group_of(books_.amounts()[i].move.item, books_.amounts()[i].move.bank)].came.push_back(i);
        }
        for (auto& [group, members] : groups) {
            std::ranges::stable_sort(members.planned, {}, &Movement::date);
            std::ranges::stable_sort(members.came, {}, [this](std::size_t i) { return books_.amounts()[i].move.date; });
        }
        return groups;
    }

    // Of the exercise in which the books end: all that is planned, or with the books what came and what is left.
    void land(Money Landed::*planned) {
        for (const RolledEntity& each : rolling_.entities) {
            const std::int16_t exercise = budget_.exercise_of(each.until, each.entity);
            const Window days = days_of(budget_, exercise, each.entity);
            PlanOptions options;
            options.before_opening = true;
            options.count = count_;
            (void)movements(case_, options, days, [&](const Movement& movement) {
                if (budget_.banks[movement.bank].entity != each.entity ||
                    (case_.booked.any() && movement.date <= each.until && came_before(movement)))
                    return;
                const bool came = case_.booked.any() && movement.actual && movement.date <= each.until;
                landed(exercise, movement.item, movement.bank).*(came ? &Landed::actual : planned) += movement.amount;
            });
            land_fees(each.entity, exercise, days, planned);
            for (const BookedAmount& before : books_.before()) {
                if (case_.booked.any() && budget_.banks[before.move.bank].entity == each.entity &&
                    days.holds(before.move.date))
                    landed(exercise, item_of(before.move), before.move.bank).actual += before.move.amount;
            }
        }
    }

    // Of what was planned for days before a typed balance the books know what came.
    [[nodiscard]] bool came_before(const Movement& planned) const {
        const Bank& bank = budget_.banks[planned.bank];
        return planned.date < bank.date && std::ranges::any_of(books_.before(), [&](const BookedAmount& each) {
                   return budget_.banks[each.move.bank].entity == bank.entity;
               });
    }

    // What an overdraft costs follows from the balances, not from the plan.
    void land_fees(EntityIndex entity, std::int16_t exercise, const Window& days, Money Landed::*planned) {
        if (std::ranges::none_of(budget_.banks, [&](const Bank& bank) {
                return bank.entity == entity && bank.overdraft_rate.has_value();
            }))
            return;
        PlanOptions options;
        options.count = count_;
        (void)project(case_, options, days, [&](const Movement& movement) {
            if (movement.origin == Origin::fee && !movement.actual && days.holds(movement.date) &&
                budget_.banks[movement.bank].entity == entity)
                landed(exercise, movement.item, movement.bank).*planned += movement.amount;
        });
    }

    Landed& landed(std::int16_t exercise, ItemIndex item, BankIndex bank) {
        const EntityIndex entity = budget_.banks[bank].entity;
        Landed& landed = landings_[{entity, item, bank}];
        landed.entity = entity;
        landed.exercise = exercise;
        landed.item = item;
        landed.bank = bank;
        return landed;
    }

    [[nodiscard]] DueKind kind_of(const Movement& planned) const {
        switch (planned.origin) {
            case Origin::loan:
            case Origin::fee:
            case Origin::payroll:
                return DueKind::computed;
            case Origin::line:
            case Origin::grant:
            case Origin::transfer:
            case Origin::aci:
            case Origin::charges:
            case Origin::actual:
                break;
        }
        if (planned.state == State::called || planned.state == State::notified || planned.state == State::paid)
            return DueKind::claim;
        return planned.origin == Origin::aci ? DueKind::computed : DueKind::typed;
    }

    [[nodiscard]] PaidParts settled(const Group& group, const Members& members) const {
        std::vector<ExpectedAmount> dues;
        for (const Movement& planned : members.planned)
            dues.push_back({planned.date, planned.amount, kind_of(planned)});
        std::vector<CameAmount> came;
        for (const std::size_t i : members.came)
            came.push_back({books_.amounts()[i].move.date, books_.amounts()[i].move.amount});
        return settle(dues, came, books_.of(group.entity)->until);
    }

    // What came of the advances and balances takes the place of what is typed as received for the days of the books,
    // and the rest of a computed year follows. Whether anything changes by it.
    bool follow_aci(const std::map<Group, Members>& groups) {
        Aci& aci = *budget_.aci;
        const auto found = groups.find(group_of(aci.item, aci.bank));
        if (found == groups.end() || books_.at(aci.bank) == nullptr ||
            !has_rule(budget_, aci.item, found->first.entity))
            return false;
        const Members& members = found->second;
        const PaidParts paid = settled(found->first, members);
        const RolledEntity& books = *books_.at(aci.bank);
        const Aci before = aci;
        for (AciYear& year : aci.years) {
            for (const Part part : {Part::advance, Part::balance})
                receive(item_of(year, part), year.year, part, members, paid, books);
        }
        take_left(aci, members, paid);
        compare_received(before, aci, books);
        if (aci == before)
            return false;
        case_.aci = AciReckoning(budget_, *case_.law);
        return true;
    }

    static AciItem& item_of(AciYear& year, Part part) { return part == Part::advance ? year.advance : year.balance; }

    // What nothing was due for is an advance of the year that it comes in, of which its balance is less.
    void take_left(Aci& aci, const Members& members, const PaidParts& paid) {
        for (std::size_t i = 0; i < members.came.size(); ++i) {
            const Date day = books_.amounts()[members.came[i]].move.date;
            const auto year =
                std::ranges::find(aci.years, static_cast<std::int16_t>(Month::of(day).year()), &AciYear::year);
            if (paid.left[i] > Money() && year != aci.years.end())
                year->advance.received.push_back({day, paid.left[i], year->advance.place});
        }
    }

    void compare_received(const Aci& typed, const Aci& booked, const RolledEntity& books) {
        for (std::size_t i = 0; i < typed.years.size(); ++i) {
            for (const Part part : {Part::advance, Part::balance}) {
                const auto in_books = [&](const Aci& aci) {
                    Rolling::Received all{aci.years[i].year, part, {}, {}, {}};
                    const AciItem& item = part == Part::advance ? aci.years[i].advance : aci.years[i].balance;
                    for (const DatedAmount& each : item.received) {
                        if (each.date < books.first || books.until < each.date)
                            continue;
                        all.typed += each.amount;
                        all.place = each.place;
                    }
                    return all;
                };
                Rolling::Received all = in_books(typed);
                all.booked = in_books(booked).typed;
                if (all.typed != Money() && all.typed != all.booked)
                    rolling_.received.push_back(all);
            }
        }
    }

    void receive(AciItem& item, std::int16_t year, Part part, const Members& members, const PaidParts& paid,
                 const RolledEntity& books) {
        std::erase_if(item.received,
                      [&](const DatedAmount& typed) { return books.first <= typed.date && typed.date <= books.until; });
        bool open = false;
        for (std::size_t due = 0; due < members.planned.size(); ++due) {
            const Movement& planned = members.planned[due];
            if (planned.exercise != year || planned.part != part)
                continue;
            open = open || paid.open[due] != Money();
            for (const PaidPart& each : paid.parts) {
                if (each.due == due)
                    item.received.push_back(
                        {books_.amounts()[members.came[each.came]].move.date, each.amount, item.place});
            }
        }
        if (!item.received.empty() && !open)
            item.closed = true;
    }

    void fill(const std::map<Group, Members>& groups) {
        BookedPlan& booked = case_.booked;
        booked.until.resize(budget_.entities.size());
        booked.first = rolling_.entities.front().first;
        for (const RolledEntity& each : rolling_.entities) {
            booked.until[each.entity] = each.until;
            booked.first = std::min(booked.first, each.first);
        }
        booked.files = books_.files();
        for (const auto& [group, members] : groups)
            add(group, members);
        join_ends();
        for (std::size_t i = 0; i < books_.amounts().size(); ++i) {
            if (books_.amounts()[i].move.item == no_item)
                add_unmapped(i);
        }
        sort();
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
                if (books == nullptr || (!falls_.contains({item, day.date}) && day.date >= books->first))
                    rolling_.idle.push_back({item, day, books == nullptr});
            }
        }
    }

    void add(const Group& group, const Members& members) {
        const PaidParts paid = settled(group, members);
        const RolledEntity& books = *books_.of(group.entity);
        const Date until = books.until;
        std::vector<BecameOf> dues(members.planned.size());
        for (const PaidPart& part : paid.parts) {
            BecameOf& of = dues[part.due];
            of.came += part.amount;
            of.last_came =
                std::max(of.last_came.value_or(Date::first()), books_.amounts()[members.came[part.came]].move.date);
            of.moves.push_back(book(members.came[part.came], part.amount, &members.planned[part.due]));
        }
        for (std::size_t i = 0; i < dues.size(); ++i) {
            BecameOf& of = dues[i];
            of.planned = members.planned[i];
            of.open = paid.open[i];
            // What is typed as received is believed where the books cannot say.
            const bool believed = of.planned.actual && !has_rule(budget_, group.item, group.entity);
            const bool closed =
                is_closed(of.planned) ||
                (of.planned.date <= until && (believed || paid_in_base_.contains(name_of(budget_, of.planned))));
            if (of.planned.amount == Money() || (of.planned.date > until && of.moves.empty() && !closed))
                continue;  // still as it was planned
            decide(of, budget_.items[group.item].overdue, closed, until);
            keep_due(std::move(of));
        }
        for (std::size_t i = 0; i < members.came.size(); ++i) {
            if (paid.left[i] == Money())
                continue;
            const std::uint32_t move = book(members.came[i], paid.left[i], nullptr);
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
        for (const auto& [key, ends] : ends_) {
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
            for (const auto& [key, ends] : ends_) {
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
            decide(of, budget_.items[planned.item].overdue, is_closed(planned), until);
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
            decide(from, budget_.items[planned.item].overdue, is_closed(from.planned), until);
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
            const std::uint32_t move = keep_told(moves[each.came], planned, amount, each.day);
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

    // What the books of the other end have, at this one.
    std::uint32_t keep_told(std::uint32_t move, const Movement& planned, Money amount, Date day) {
        BookedMove told = case_.booked.moves[move];
        told.movement = planned;
        told.movement.amount = amount;
        told.movement.date = day;
        told.movement.state = State::paid;
        case_.booked.moves.push_back(std::move(told));
        return static_cast<std::uint32_t>(case_.booked.moves.size() - 1);
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
        const std::uint32_t kept = keep_told(move, there, -here.amount, there.due);
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
    void find_twice(Rolling::WithoutRule& without, const std::map<Group, Members>& groups) {
        constexpr std::int32_t early = 10;
        const auto group = groups.find({without.item, without.entity, no_bank});
        if (group == groups.end())
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
        const std::int16_t exercise = budget_.exercise_of(books_.of(without.entity)->until, without.entity);
        landed(exercise, without.item, group->second.planned.front().bank).twice = without.twice;
    }

    // By the day of either end, where it has two.
    [[nodiscard]] bool is_closed(const Movement& planned) const {
        const auto ends = ends_.find({planned.item, planned.occurrence, planned.due});
        const auto at = [](const std::optional<Movement>& end, Date day) { return end && end->date == day; };
        return std::ranges::any_of(budget_.items[planned.item].closed, [&](const NamedDay& day) {
            return day.date == planned.date || day.date == planned.due ||
                   (ends != ends_.end() && (at(ends->second.paid, day.date) || at(ends->second.received, day.date)));
        });
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

    // The index of an amount of the books that pays what was planned, or nothing that was.
    std::uint32_t book(std::size_t came, Money amount, const Movement* planned) {
        const CashMove& move = books_.amounts()[came].move;
        Movement made;
        if (planned != nullptr) {
            made = *planned;
        } else {
            const Item& item = budget_.items[move.item];
            made.item = move.item;
            made.origin = item.origin;
            made.part = part_of(item.origin, came);
            made.side = between_accounts(budget_, move.item) ? (amount.negative() ? Side::payments : Side::receipts)
                                                             : item.side;
            made.due = move.date;
            made.exercise = budget_.exercise_of(move.date, budget_.banks[move.bank].entity);
            made.counterpart = between_accounts(budget_, move.item) ? books_.counterpart(came) : no_bank;
            made.nature = budget_.categories[item.category].nature;
            if (const Line* line = between_entities(budget_, move.item)) {
                const bool pays = budget_.banks[line->bank].entity == budget_.banks[move.bank].entity;
                made.counterpart = pays ? line->paid_to : line->bank;
                made.side = pays ? Side::payments : Side::receipts;
                made.nature = pays ? made.nature : line->received_nature;
            }
        }
        made.amount = amount;
        made.date = move.date;
        made.bank = move.bank;
        made.state = State::paid;
        made.actual = true;
        return keep(came, made);
    }

    std::uint32_t keep(std::size_t came, const Movement& movement) {
        const BookedAmount& amount = books_.amounts()[came];
        const Fec& ledger = books_.export_of(amount);
        BookedMove& kept = case_.booked.moves.emplace_back();
        kept.movement = movement;
        kept.file = books_.file_of(amount);
        kept.number = ledger.number_of(amount.move.line);
        kept.label = ledger.text(ledger.lines()[amount.move.line], LedgerColumn::label);
        return static_cast<std::uint32_t>(case_.booked.moves.size() - 1);
    }

    // Of a loan, by its account: what is not planned has no part of its own.
    [[nodiscard]] Part part_of(Origin origin, std::size_t came) const {
        constexpr std::array<std::pair<std::string_view, Part>, 4> parts = {
            {{"16", Part::principal}, {"661", Part::interest}, {"616", Part::insurance}, {"627", Part::fees}}};
        if (origin != Origin::loan)
            return Part::whole;
        const std::string_view account = books_.account_of(books_.amounts()[came]);
        const auto found =
            std::ranges::find_if(parts, [&](const auto& part) { return account.starts_with(part.first); });
        return found == parts.end() ? Part::whole : found->second;
    }

    ItemIndex item_of(const CashMove& move) {
        if (move.item != no_item)
            return move.item;
        if (move.kind == CashKind::internal)
            return own_item("transfers", "transfer", Side::payments, Origin::transfer);
        return move.amount.negative() ? own_item("payments", "other-charge", Side::payments, Origin::actual)
                                      : own_item("receipts", "other-income", Side::receipts, Origin::actual);
    }

    // Money of no rule, or between accounts without a transfer in the budget.
    void add_unmapped(std::size_t came) {
        const CashMove& move = books_.amounts()[came].move;
        Movement made;
        const bool internal = move.kind == CashKind::internal;
        made.amount = move.amount;
        made.date = made.due = move.date;
        made.bank = move.bank;
        made.side = move.amount.negative() ? Side::payments : Side::receipts;
        made.item = item_of(move);
        made.origin = budget_.items[made.item].origin;
        made.counterpart = internal ? books_.counterpart(came) : no_bank;
        made.exercise = budget_.exercise_of(move.date, budget_.banks[move.bank].entity);
        made.nature = budget_.categories[budget_.items[made.item].category].nature;
        made.state = State::paid;
        made.actual = true;
        const std::uint32_t kept = keep(came, made);
        if (!internal)
            unplanned(kept);
    }

    // Its id is none that a budget may have, for the point in it. No label: the report has words for it.
    ItemIndex own_item(const char* name, std::string_view category, Side side, Origin origin) {
        const std::string id = std::string("booked.") + name;
        const auto found = std::ranges::find(budget_.items, id, &Item::id);
        if (found != budget_.items.end())
            return static_cast<ItemIndex>(found - budget_.items.begin());
        Item& item = budget_.items.emplace_back();
        item.id = id;
        item.category = static_cast<CategoryIndex>(std::ranges::find(budget_.categories, category, &Category::id) -
                                                   budget_.categories.begin());
        item.side = side;
        item.origin = origin;
        return static_cast<ItemIndex>(budget_.items.size() - 1);
    }

    // By day; what names them by number follows.
    void sort() {
        std::vector<BookedMove>& moves = case_.booked.moves;
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
        for (BecameOf& of : rolling_.dues) {
            for (std::uint32_t& move : of.moves)
                move = place[move];
        }
        std::ranges::stable_sort(rolling_.dues, {},
                                 [](const BecameOf& of) { return std::tuple(of.planned.date, of.planned.item); });
    }

    Case& case_;
    Budget& budget_;
    Rolling rolling_;
    RolledBooks books_;
    std::optional<Date> as_of_;
    Count count_;
    // Of a payment between two entities, where one of them has books.
    struct Ends {
        std::optional<Movement> paid;
        std::optional<Movement> received;
    };

    std::set<DueName> paid_in_base_;
    std::map<std::tuple<ItemIndex, std::int32_t, Date>, Ends> ends_;  // by occurrence and due day
    std::set<std::pair<ItemIndex, Date>> falls_;                      // when something falls due of what closes days
    std::map<DueKey, std::size_t> due_of_;                            // of Rolling
    // Of Rolling, what came at this end for nothing that was due, or beyond what the other end has for it, on days that
    // the books of that know.
    struct Spare {
        std::size_t due;
        std::optional<Movement> here;  // none of what nothing was due for
        std::optional<Movement> there;
    };
    std::map<std::pair<ItemIndex, EntityIndex>, std::vector<Spare>> spare_;
    std::set<std::pair<ItemIndex, EntityIndex>> missing_;  // what the other end has paid and the books should have
    std::map<std::tuple<EntityIndex, ItemIndex, BankIndex>, Landed> landings_;
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
