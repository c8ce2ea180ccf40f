// SPDX-License-Identifier: MIT
#include <msp/model/budget.hpp>

#include <algorithm>
#include <array>

namespace msp {
namespace {

constexpr std::array<std::string_view, 9> origin_ids = {"line", "grant",   "transfer", "loan",  "fee",
                                                        "aci",  "payroll", "charges",  "actual"};
constexpr std::array<std::string_view, 19> part_ids = {
    "",        "principal",      "interest",    "insurance", "drawdown",   "fees",   "advance",
    "balance", "recovery",       "net",         "urssaf",    "retirement", "health", "provident",
    "staff",   "apprenticeship", "payroll-tax", "leaving",   "reinvoiced"};
constexpr std::array<std::string_view, 6> state_ids = {"hoped", "assumed", "planned", "called", "notified", "paid"};

template <typename Index, typename Things>
std::optional<Index> index_of(const Things& things, std::string_view id) {
    const auto found = std::ranges::find_if(things, [id](const auto& thing) { return thing.id == id; });
    return found == things.end() ? std::optional<Index>() : static_cast<Index>(found - things.begin());
}

}  // namespace

std::string_view id_of(Origin origin) {
    return origin_ids.at(static_cast<std::size_t>(origin));
}
std::string_view id_of(Part part) {
    return part_ids.at(static_cast<std::size_t>(part));
}
std::string_view id_of(State state) {
    return state_ids.at(static_cast<std::size_t>(state));
}

Date delayed(Date date, const Delay& delay) {
    const Date moved = add_months(date, delay.months) + delay.days;
    return delay.end_of_month ? Month::of(moved).last() : moved;
}

Money Loan::drawn_by(Date day) const {
    if (drawdowns.empty())
        return capital;
    Money drawn;
    for (const DatedAmount& part : drawdowns)
        drawn += part.date <= day ? part.amount : Money();
    return drawn;
}

const Bank& Budget::last_opened() const {
    return *std::ranges::max_element(banks, {}, &Bank::date);
}

Date Budget::first_day() const {
    return std::ranges::min(banks, {}, &Bank::date).date;
}

std::int16_t Budget::exercise_of(Date date, EntityIndex entity) const {
    const Entity& owner = entities[entity];
    const YearMonthDay day = date.fields();
    const bool after =
        day.month > owner.year_end_month || (day.month == owner.year_end_month && day.day > owner.year_end_day);
    return static_cast<std::int16_t>(after ? day.year + 1 : day.year);
}

std::int16_t Budget::exercise_of(const Spent& cost) const {
    const bool by_day = !cost.exercise || (cost.date && entities[cost.entity].books == Books::cash);
    return by_day ? exercise_of(cost.date.value_or(Date()), cost.entity) : *cost.exercise;
}

std::int16_t Budget::exercise_of(const MemberPayment& payment) const {
    return payment.exercise.value_or(exercise_of(payment.date, payment.entity));
}

Date Budget::last_day_of(std::int16_t exercise, EntityIndex entity) const {
    return Month(exercise, entities[entity].year_end_month).day(entities[entity].year_end_day);
}

CategoryIndex Budget::category_of(const Movement& movement) const {
    const Item& item = items[movement.item];
    if (movement.side == Side::receipts && item.received_category && movement.counterpart != no_bank)
        return *item.received_category;
    switch (movement.part) {
        case Part::principal:
            return loan_categories.principal;
        case Part::interest:
            return loan_categories.interest;
        case Part::insurance:
            return loan_categories.insurance;
        case Part::drawdown:
            return loan_categories.drawdown;
        case Part::fees:
            return loan_categories.fees;
        case Part::net:
        case Part::leaving:
            return payroll_categories.net;
        case Part::urssaf:
        case Part::retirement:
        case Part::health:
        case Part::provident:
            return payroll_categories.contributions;
        case Part::staff:
            return payroll_categories.other;
        case Part::apprenticeship:
        case Part::payroll_tax:
            return payroll_categories.tax;
        case Part::reinvoiced:
            return payroll_categories.reinvoiced;
        case Part::whole:
        case Part::advance:
        case Part::balance:
        case Part::recovery:
            break;
    }
    return item.category;
}

std::optional<Date> Budget::left_on(std::size_t person) const {
    std::optional<Date> last;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (person_of(i) != person || !members[i].comes())
            continue;
        if (!members[i].out)
            return std::nullopt;
        last = std::max(last, members[i].out);
    }
    return last;
}

const std::string& Budget::payer_id(std::size_t payer) const {
    return is_member(payer) ? members[payer].id : third_parties[payer - members.size()].id;
}

const std::string& Budget::payer_name(std::size_t payer) const {
    return is_member(payer) ? members[payer].name : third_parties[payer - members.size()].label;
}

std::optional<EntityIndex> Budget::entity(std::string_view id) const {
    return index_of<EntityIndex>(entities, id);
}
std::optional<BankIndex> Budget::bank(std::string_view id) const {
    return index_of<BankIndex>(banks, id);
}
std::optional<ItemIndex> Budget::item(std::string_view id) const {
    return index_of<ItemIndex>(items, id);
}

}  // namespace msp
