// SPDX-License-Identifier: MIT
#include <msp/budget/keys_member.hpp>
#include <msp/budget/table.hpp>
#include <msp/budget/value_words.hpp>

#include <utility>

namespace msp {

std::optional<Timeline<Rate>> AnyTable::timeline(int slot) {
    return dated<Rate>(slot, &AnyTable::step_value, &AnyTable::step_value);
}

std::optional<Timeline<Portion>> AnyTable::portions(int slot) {
    return dated<Portion>(slot, &AnyTable::portion, &AnyTable::step_portion);
}

std::optional<Portion> AnyTable::step_portion(int slot) {
    return portion_from(slot, true);
}

std::optional<Timeline<std::optional<Money>>> AnyTable::limits(int slot) {
    return dated<std::optional<Money>>(slot, &AnyTable::limit, &AnyTable::limit);
}

std::optional<std::optional<Money>> AnyTable::limit(int slot) {
    using Limit = std::optional<Money>;
    if (has(slot) && find_word(no_limit, value(slot).text) != nullptr)
        return std::make_optional<Limit>();
    const Limit found = amount(slot);
    if (!found)
        return std::nullopt;  // absent or wrong, and not that there is none
    return std::make_optional<Limit>(found);
}

template <typename Value>
std::optional<Timeline<Value>> AnyTable::dated(int slot, StepReader<Value> only, StepReader<Value> of_step) {
    Timeline<Value> values;
    if (has(slot) && value(slot).kind == NodeKind::list) {
        if (value(slot).child == no_node)
            error("timeline.empty", {tr("{key} is a list without a value"), {{"key", key(slot)}}}, span(slot),
                  Message{tr("write the value, or leave {key} out"), {{"key", key(slot)}}});
        for (NodeId child = value(slot).child; child != no_node; child = document_[child].next)
            add_step<Value>(slot, child, of_step, values.steps);
    } else if (const std::optional<Value> single = (this->*only)(slot)) {
        values.steps.push_back({Date::first(), *single});
    }
    return values.steps.empty() ? std::nullopt : std::optional(std::move(values));
}

std::optional<Rate> AnyTable::step_value(int slot) {
    if (row(slot).unit == &unit::euros) {
        const std::optional<Money> euros = amount(slot);
        return euros ? std::optional(Rate(euros->cents(), 2)) : std::nullopt;
    }
    if (row(slot).unit == &unit::percent)
        return rate(slot);
    if (row(slot).range.decimals != 0)
        return quantity(slot);
    const std::optional<std::int64_t> whole = integer(slot);
    return whole ? std::optional(Rate(*whole, 0)) : std::nullopt;
}

template <typename Value>
void AnyTable::add_step(int slot, NodeId node, StepReader<Value> of_step,
                        std::vector<typename Timeline<Value>::Step>& steps) {
    Table<Section::dated_value> step(reading_, {node});
    const auto from = step["from"_key];
    const std::optional<Date> day = from.has() ? from.read(DayOfMonth::first) : Date::first();
    const auto typed = step["value"_key];
    std::optional<Value> found;
    if (typed.has()) {
        AnyTable single(reading_, {key(slot), node, typed.node()}, row(slot));
        found = (single.*of_step)(0);
    }
    if (!steps.empty() && !from.has())
        return from.missing();
    if (!day || !found)
        return;
    if (!steps.empty() && *day <= steps.back().from)
        error("timeline.order",
              {tr("{date} is not after {before}, the day of the value before it"),
               {{"date", *day}, {"before", steps.back().from}}},
              from.span(), Message{tr("write the values in the order of their days"), {}});
    else
        steps.push_back({*day, *found});
}

}  // namespace msp
