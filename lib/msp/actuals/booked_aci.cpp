// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_aci.hpp>
#include <msp/model/mapping.hpp>

#include <algorithm>

namespace msp {
namespace {

// What came of a part of a year.
void receive(AciYear& year, Part part, const RolledBooks& books, const DueAndCame& of, const PaidParts& paid,
             const Window& booked) {
    AciItem& item = part == Part::advance ? year.advance : year.balance;
    std::erase_if(item.received, [&](const DatedAmount& typed) { return booked.holds(typed.date); });
    bool open = false;
    for (std::size_t due = 0; due < of.planned.size(); ++due) {
        const Movement& planned = of.planned[due];
        if (planned.exercise != year.year || planned.part != part)
            continue;
        open = open || paid.open[due] != Money();
        for (const PaidPart& each : paid.parts) {
            if (each.due == due)
                item.received.push_back({books.amounts()[of.came[each.came]].move.date, each.amount, item.place});
        }
    }
    if (!item.received.empty() && !open)
        item.closed = true;
}

// What nothing was due for is an advance of the year that it comes in, of which its balance is less.
void take_left(Aci& aci, const RolledBooks& books, const DueAndCame& of, const PaidParts& paid) {
    for (std::size_t i = 0; i < of.came.size(); ++i) {
        const Date day = books.amounts()[of.came[i]].move.date;
        const auto year =
            std::ranges::find(aci.years, static_cast<std::int16_t>(Month::of(day).year()), &AciYear::year);
        if (paid.left[i] > Money() && year != aci.years.end())
            year->advance.received.push_back({day, paid.left[i], year->advance.place});
    }
}

// Of the days of the books.
Rolling::Received typed_as_received(const AciYear& year, Part part, const RolledEntity& books) {
    Rolling::Received all{year.year, part, {}, {}, {}};
    const AciItem& item = part == Part::advance ? year.advance : year.balance;
    for (const DatedAmount& each : item.received) {
        if (each.date < books.first || books.until < each.date)
            continue;
        all.typed += each.amount;
        all.place = each.place;
    }
    return all;
}

void compare_received(const Aci& typed, const Aci& booked, const RolledEntity& books, Rolling& rolling) {
    for (std::size_t i = 0; i < typed.years.size(); ++i) {
        for (const Part part : {Part::advance, Part::balance}) {
            Rolling::Received all = typed_as_received(typed.years[i], part, books);
            all.booked = typed_as_received(booked.years[i], part, books).typed;
            if (all.typed != Money() && all.typed != all.booked)
                rolling.received.push_back(all);
        }
    }
}

}  // namespace

bool follow_aci(Case& of, const DueGroups& groups, const RolledBooks& books, Rolling& rolling) {
    Aci& aci = *of.budget.aci;
    const auto found = groups.all().find(groups.group_of(aci.item, aci.bank));
    const RolledEntity* entity = books.at(aci.bank);
    if (found == groups.all().end() || entity == nullptr || !has_rule(of.budget, aci.item, entity->entity))
        return false;
    const DueAndCame& of_aci = found->second;
    const PaidParts paid = groups.settled(found->first, of_aci);
    const Aci before = aci;
    for (AciYear& year : aci.years) {
        for (const Part part : {Part::advance, Part::balance})
            receive(year, part, books, of_aci, paid, {entity->first, entity->until});
    }
    take_left(aci, books, of_aci, paid);
    compare_received(before, aci, *entity, rolling);
    if (aci == before)
        return false;
    of.aci = AciReckoning(of.budget, *of.law);
    return true;
}

}  // namespace msp
