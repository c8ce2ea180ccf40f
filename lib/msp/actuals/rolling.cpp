// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_aci.hpp>
#include <msp/actuals/booked_moves.hpp>
#include <msp/actuals/due_groups.hpp>
#include <msp/actuals/landings.hpp>
#include <msp/actuals/outcomes.hpp>
#include <msp/actuals/payment_ends.hpp>
#include <msp/actuals/rolled_books.hpp>
#include <msp/actuals/rolling.hpp>
#include <msp/actuals/rolling_doubts.hpp>
#include <msp/model/mapping.hpp>

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
          outcomes_(of, books_, rolling_),
          ends_(of, books_, groups_, moves_, outcomes_, rolling_),
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
        find_idle(budget_, books_, groups_, rolling_);
        find_without_rule(budget_, books_, ends_, rolling_);
        landings_.add(&Landed::remaining);
        for (Rolling::WithoutRule& each : rolling_.without_rule)
            find_twice(case_, books_, groups_, each, landings_);
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
        return rolling.of(budget.banks[due.bank].entity)->until;
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
            settle_group(group, members);
        ends_.join();
        for (std::size_t i = 0; i < books_.amounts().size(); ++i) {
            const CashMove& move = books_.amounts()[i].move;
            if (move.item != no_item)
                continue;
            const std::uint32_t kept = moves_.add_unmapped(i);
            if (move.kind != CashKind::internal)
                outcomes_.add_unplanned(kept);
        }
        moves_.sort(rolling_.dues);
        std::ranges::stable_sort(rolling_.dues, {},
                                 [](const BecameOf& of) { return std::tuple(of.planned.date, of.planned.item); });
    }

    // What came of the amounts of a group, and what is left of them.
    void settle_group(const DueGroup& group, const DueAndCame& of) {
        const PaidParts paid = groups_.settled(group, of);
        std::vector<BecameOf> dues(of.planned.size());
        for (const PaidPart& part : paid.parts) {
            const std::size_t amount = of.came[part.came];
            BecameOf& due = dues[part.due];
            due.came += part.amount;
            due.last_came = std::max(due.last_came.value_or(Date::first()), books_.amounts()[amount].move.date);
            due.moves.push_back(moves_.add(amount, part.amount, &of.planned[part.due]));
        }
        for (std::size_t i = 0; i < dues.size(); ++i) {
            dues[i].planned = of.planned[i];
            dues[i].open = paid.open[i];
            decide(std::move(dues[i]));
        }
        for (std::size_t i = 0; i < of.came.size(); ++i) {
            if (paid.left[i] != Money())
                ends_.add_unplanned(outcomes_.add_unplanned(moves_.add(of.came[i], paid.left[i], nullptr)));
        }
    }

    void decide(BecameOf of) {
        const EntityIndex entity = budget_.banks[of.planned.bank].entity;
        const bool was_due = of.planned.date <= books_.of(entity)->until;
        // What is typed as received is believed where the books cannot say.
        const bool believed = of.planned.actual && !has_rule(budget_, of.planned.item, entity);
        const bool closed = groups_.is_closed(of.planned) ||
                            (was_due && (believed || paid_in_base_.contains(name_of(budget_, of.planned))));
        if (of.planned.amount == Money() || (!was_due && of.moves.empty() && !closed))
            return;  // still as it was planned
        outcomes_.decide(of, closed);
        outcomes_.keep(std::move(of));
    }

    Case& case_;
    Budget& budget_;
    Rolling rolling_;
    RolledBooks books_;
    DueGroups groups_;
    BookedMoves moves_;
    Outcomes outcomes_;
    PaymentEnds ends_;
    Landings landings_;
    std::optional<Date> as_of_;
    std::set<DueName> paid_in_base_;
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

const RolledEntity* Rolling::of(EntityIndex entity) const {
    const auto found = std::ranges::find(entities, entity, &RolledEntity::entity);
    return found == entities.end() ? nullptr : &*found;
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
