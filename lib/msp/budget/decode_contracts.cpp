// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_contract.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

namespace msp {
namespace {

// So much before a day, or after it: not the end of a month, and not nothing.
bool is_length(const AnyField& field, const Delay& typed, Span place, const Message& help) {
    if (typed.months >= 0 && typed.days >= 0 && typed != Delay() && !typed.end_of_month)
        return true;
    const char* const text = typed == Delay() ? tr("{key} is one day at least")
                             : typed.end_of_month
                                 ? tr("{key} is a number of months or days, and does not go to the end of a month")
                                 : tr("{key} is a number of months or days, without a sign");
    field.table().reading().error("contract.length", {text, {{"key", field.name()}}}, place, help);
    return false;
}

std::optional<Delay> length_of(const FieldOf<KeyType::delay>& field) {
    const std::optional<Delay> typed = field.read_length();
    return typed && is_length(field, *typed, field.span(), {tr("write it as \"3 months\" or \"30 days\""), {}})
               ? typed
               : std::nullopt;
}

std::optional<Alarms> alarms_of(const FieldOf<KeyType::delays>& field) {
    if (!field.has())
        return std::nullopt;
    Alarms alarms;
    const std::vector<WrittenDelay> written = field.read();
    if (written.size() > most_alarms) {
        field.table().reading().error(
            "alarm.too-many",
            {tr("{key} has {n} alarms; {most} is the most"),
             {{"key", field.name()}, {"n", std::int64_t{std::ssize(written)}}, {"most", std::int64_t{most_alarms}}}},
            written[most_alarms].place, Message{tr("leave some of them out"), {}});
        return alarms;
    }
    for (const WrittenDelay& each : written) {
        if (!is_length(field, each.delay, each.place,
                       {tr("an alarm rings before its day: write it as \"30 days\" or \"1 day\""), {}}))
            continue;
        if (std::ranges::find(alarms, each.delay) != alarms.end())
            field.table().reading().error(
                "alarm.twice", {tr("{key} has \"{text}\" twice"), {{"key", field.name()}, {"text", each.text}}},
                each.place, Message{tr("name each alarm once"), {}});
        else
            alarms.push_back(each.delay);
    }
    return alarms;
}

Reminders decode_reminders(Table<Section::calendar> table) {
    Reminders reminders;
    reminders.all = alarms_of(table["alarm"_key]).value_or(Alarms());
    const auto of = [&](DueKind kind) -> std::optional<Alarms>& {
        return reminders.of_kind.at(static_cast<std::size_t>(kind));
    };
    of(DueKind::evidence) = alarms_of(table["evidence"_key]);
    of(DueKind::aci) = alarms_of(table["aci"_key]);
    of(DueKind::grant) = alarms_of(table["grant"_key]);
    of(DueKind::loan) = alarms_of(table["loan"_key]);
    of(DueKind::contributions) = alarms_of(table["contributions"_key]);
    of(DueKind::tax) = alarms_of(table["tax"_key]);
    of(DueKind::call) = alarms_of(table["call"_key]);
    of(DueKind::notice) = alarms_of(table["notice"_key]);
    of(DueKind::renewal) = alarms_of(table["renewal"_key]);
    of(DueKind::end) = alarms_of(table["end"_key]);
    return reminders;
}

Contract decode_contract(Decoding& decoding, TableNode<Section::contract> node, const std::vector<BankIndex>& banks) {
    Table table(decoding.reading, node);
    Contract contract;
    contract.id = table["id"_key].read().value_or("");
    contract.supplier = table["supplier"_key].read().value_or("");
    contract.label = table["label"_key].read().value_or(contract.id);
    contract.item = decoding.item(table["line"_key]);
    if (table["entity"_key].has() || !contract.item || banks[*contract.item] == no_bank)
        contract.entity = decoding.entity_of(table["entity"_key]);
    else
        contract.entity = decoding.budget.banks[banks[*contract.item]].entity;
    contract.start = table["start"_key].read();
    contract.end = table["end"_key].read();
    contract.notice = length_of(table["notice"_key]);
    contract.renewal = length_of(table["renewal"_key]);
    contract.index = table["index"_key].read().value_or("");
    contract.alarms = alarms_of(table["alarm"_key]);
    contract.place = {table["id"_key].span()};
    if (contract.start && contract.end && *contract.end < *contract.start)
        comes_before(table["end"_key], table["start"_key]);
    needs(table["renewal"_key], table["end"_key]);
    needs(table["alarm"_key], table["end"_key]);
    if (contract.end)
        needs(table["notice"_key], table["renewal"_key]);  // it ends of itself
    return contract;
}

}  // namespace

void decode_contracts(Decoding& decoding, Root& root) {
    const std::vector<BankIndex> banks = banks_of_items(decoding.budget);
    std::vector<Contract>& all = decoding.budget.contracts;
    for (const auto node : decoding.bounded(root["contract"_key], root["contract"_key].tables())) {
        Contract contract = decode_contract(decoding, node, banks);
        const auto other = std::ranges::find(all, contract.id, &Contract::id);
        if (other != all.end() && !contract.id.empty())
            decoding.reading.error("id.repeated", {tr("the id {id} is used twice"), {{"id", contract.id}}},
                                   contract.place.span, {}, {{other->place.span, {tr("first used here"), {}}}});
        all.push_back(std::move(contract));
    }
    if (root["calendar"_key].has())
        decoding.budget.reminders = decode_reminders(root["calendar"_key].inner());
}

}  // namespace msp
