// SPDX-License-Identifier: MIT
#include <msp/budget/keys_member.hpp>
#include <msp/budget/table.hpp>

#include <utility>

namespace msp {
std::optional<Timeline<Rate>> AnyTable::timeline(int slot) {
    Timeline<Rate> values;
    if (has(slot) && value(slot).kind == NodeKind::list) {
        for (NodeId child = value(slot).child; child != no_node; child = document_[child].next)
            add_step(slot, child, values.steps);
    } else if (const std::optional<Rate> only = step_value(slot)) {
        values.steps.push_back({Date::first(), *only});
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

void AnyTable::add_step(int slot, NodeId node, std::vector<Timeline<Rate>::Step>& steps) {
    Table<Section::dated_value> step(reading_, {node});
    const auto from = step["from"_key];
    const std::optional<Date> day = from.has() ? from.read(DayOfMonth::first) : Date::first();
    const auto typed = step["value"_key];
    std::optional<Rate> number;
    if (typed.has())
        number = AnyTable(reading_, {key(slot), node, typed.node()}, row(slot)).step_value(0);
    if (!steps.empty() && !from.has())
        return from.missing();
    if (!day || !number)
        return;
    if (!steps.empty() && *day <= steps.back().from)
        error("timeline.order",
              {tr("{date} is not after {before}, the day of the value before it"),
               {{"date", *day}, {"before", steps.back().from}}},
              from.span(), Message{tr("write the values in the order of their days"), {}});
    else
        steps.push_back({*day, *number});
}

}  // namespace msp
