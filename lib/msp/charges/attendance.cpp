// SPDX-License-Identifier: MIT
#include <msp/charges/attendance.hpp>

#include <algorithm>

namespace msp {
namespace {

// Rates are added up in units of this many decimals, as many as a rate has at most.
constexpr int decimals = 18;
// What a member still pays has at most four decimals of a percent, and three such parts may come together.
constexpr int part_decimals = 6;
constexpr int parts_together = 3;

Whole scaled(Rate rate, int to) {
    Whole value = rate.digits();
    for (int scale = rate.scale(); scale < to; ++scale)
        value *= 10;
    return value;
}

Whole in_units(Rate rate) {
    return scaled(rate, decimals);
}
const Whole& in_units(const Whole& value) {
    return value;
}

std::int64_t length(Date first, Date last) {
    return first > last ? 0 : last - first + 1;
}

// Days from `first` to `last` on which the member is there.
std::int64_t presence(const Member& member, Date first, Date last) {
    first = std::max(first, member.in.value_or(first));
    last = std::min(last, member.out.value_or(last));
    std::int64_t days = length(first, last);
    for (const Absence& away : member.absences)
        days -= length(std::max(first, away.first), std::min(last, away.last.value_or(last)));
    return std::max<std::int64_t>(days, 0);
}

const Absence* absence_on(const Member& member, Date day) {
    const auto away = std::ranges::find_if(
        member.absences, [&](const Absence& one) { return one.first <= day && (!one.last || day <= *one.last); });
    return away == member.absences.end() ? nullptr : &*away;
}

}  // namespace

Attendance::Attendance(const Budget& budget, const ShareKey& key, bool relieved)
    : budget_(budget), key_(key), relieved_(relieved && key.relieves()) {
    const auto pays_while_away = [](const Member& member) {
        return std::ranges::any_of(member.absences, [](const Absence& away) { return away.pays.has_value(); });
    };
    in_parts_ = relieved_ || !key.absent_pays.steps.empty() || std::ranges::any_of(budget.members, pays_while_away);
    if (in_parts_)
        unit_ = power_of_ten(parts_together * part_decimals);
}

template <typename Value>
Whole Attendance::added(std::size_t payer, const Timeline<Value>* values, const Window& days) const {
    return key_.prorata == Prorata::month ? by_month(payer, values, days) : by_day(payer, values, days);
}

Whole Attendance::days(std::size_t payer, const Window& days) const {
    return added<Rate>(payer, nullptr, days);
}

Whole Attendance::summed(const Timeline<Rate>& values, std::size_t payer, const Window& days) const {
    return added(payer, &values, days);
}

Whole Attendance::summed(const Timeline<Whole>& values, std::size_t payer, const Window& days) const {
    return added(payer, &values, days);
}

// Between days on which nothing changes.
template <typename Value>
Whole Attendance::by_day(std::size_t payer, const Timeline<Value>* values, const Window& days) const {
    const Member& who = member(payer);
    const Date begin = std::max(days.first, who.in.value_or(days.first));
    const Date end = std::min(days.last, who.out.value_or(days.last));
    Whole sum;
    const auto add = [&](Date first, Date last, const Whole& value) {
        if (first > last)
            return;
        if (!in_parts_) {
            sum += value * presence(who, first, last);
            return;
        }
        std::set<Date> cuts = {first};
        changes(payer, {first, last}, cuts);
        for (auto cut = cuts.begin(); cut != cuts.end(); ++cut) {
            const auto next = std::next(cut);
            sum += value * counts(payer, *cut, paid_while(absence_on(who, *cut), *cut)) *
                   length(*cut, next == cuts.end() ? last : *next - 1);
        }
    };
    if (values == nullptr) {
        add(begin, end, 1);
        return sum;
    }
    for (std::size_t i = 0; i < values->steps.size(); ++i) {
        const Date last = i + 1 == values->steps.size() ? end : std::min(end, values->steps[i + 1].from - 1);
        add(std::max(begin, values->steps[i].from), last, in_units(values->steps[i].value));
    }
    return sum;
}

template <typename Value>
Whole Attendance::by_month(std::size_t payer, const Timeline<Value>* values, const Window& days) const {
    const Member& who = member(payer);
    const Date begin = std::max(days.first, who.in.value_or(days.first));
    const Date end = std::min(days.last, who.out.value_or(days.last));
    Whole sum;
    for (Month month = Month::of(begin); begin <= end && month.first() <= end; month = month + 1) {
        const Date first = std::max(begin, month.first());
        const Date last = std::min(end, month.last());
        Date day = first;
        const Absence* away = absence_on(who, day);
        while (away != nullptr && away->last && *away->last < last) {
            day = *away->last + 1;
            away = absence_on(who, day);
        }
        std::optional<Rate> pays;
        if (away != nullptr) {  // until the end of the month
            day = first;
            pays = paid_while(away, day);
        }
        const Value* value = values == nullptr ? nullptr : values->on(day);
        if (values == nullptr || value != nullptr)
            sum += counts(payer, day, pays) * (value == nullptr ? Whole(1) : in_units(*value));
    }
    return sum;
}

std::optional<Rate> Attendance::paid_while(const Absence* away, Date day) const {
    if (away == nullptr)
        return std::nullopt;
    return part_paid(*away, day).value_or(Rate());
}

std::optional<Rate> Attendance::part_paid(const Absence& away, Date day) const {
    if (away.pays)
        return away.pays;
    const Rate* pays = key_.absent_pays.on(day);
    return pays == nullptr ? std::nullopt : std::optional(*pays);
}

Date Attendance::ramp_begins(const Member& member) const {
    return key_.prorata == Prorata::month ? Month::of(*member.in).first() : *member.in;
}

Whole Attendance::counts(std::size_t payer, Date day, std::optional<Rate> away) const {
    if (!in_parts_)
        return away && *away == Rate() ? 0 : 1;
    Whole part = unit_;
    const auto take = [&](Rate pays) { part = part * scaled(pays, part_decimals) / power_of_ten(part_decimals); };
    if (away)
        take(*away);
    if (!relieved_ || !budget_.is_member(payer))
        return part;
    for (const Exemption& exempt : key_.exempt) {
        if (exempt.member == budget_.person_of(payer) && exempt.first <= day && day <= exempt.last)
            take(exempt.pays);
    }
    const Member& who = budget_.members[payer];
    int months = 0;
    for (const NewcomerStep& step : key_.newcomer) {
        if (!who.in || day < ramp_begins(who))
            break;
        months += step.months;
        if (day < add_months(ramp_begins(who), months)) {
            take(step.pays);
            break;
        }
    }
    return part;
}

Whole Attendance::keeping_a_room(std::size_t payer, Date day) const {
    const Absence* away = absence_on(member(payer), day);
    return counts(payer, day, away == nullptr ? std::nullopt : part_paid(*away, day));
}

void Attendance::changes(std::size_t payer, const Window& days, std::set<Date>& found) const {
    const auto add = [&](Date day) {
        if (day > days.first && day <= days.last)
            found.insert(day);
    };
    const Member& who = member(payer);
    for (const Absence& away : who.absences) {
        add(away.first);
        if (away.last)
            add(*away.last + 1);
    }
    for (const auto& step : key_.absent_pays.steps) {
        if (!who.absences.empty())
            add(step.from);
    }
    if (!relieved_ || !budget_.is_member(payer))
        return;
    for (const Exemption& exempt : key_.exempt) {
        if (exempt.member != budget_.person_of(payer))
            continue;
        add(exempt.first);
        if (exempt.last < days.last)
            add(exempt.last + 1);
    }
    int months = 0;
    for (const NewcomerStep& step : key_.newcomer) {
        if (!who.in)
            break;
        add(ramp_begins(who));
        months += step.months;
        add(add_months(ramp_begins(who), months));
    }
}

}  // namespace msp
