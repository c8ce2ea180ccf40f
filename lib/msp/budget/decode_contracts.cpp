// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_contract.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace msp {
namespace {

// So much before a day, or after it: not the end of a month, and not nothing.
std::optional<Delay> length_of(const FieldOf<KeyType::delay>& field) {
    const std::optional<Delay> typed = field.read();
    if (!typed || (typed->months >= 0 && typed->days >= 0 && *typed != Delay() && !typed->end_of_month))
        return typed;
    field.table().reading().error("contract.length",
                                  {tr("{key} is a number of months or days"), {{"key", field.name()}}}, field.span(),
                                  Message{tr("write it as \"3 months\" or \"30 days\""), {}});
    return std::nullopt;
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
    contract.place = {table["id"_key].span()};
    if (contract.start && contract.end && *contract.end < *contract.start)
        comes_before(table["end"_key], table["start"_key]);
    needs(table["renewal"_key], table["end"_key]);
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
        decoding.budget.alarm = length_of(root["calendar"_key].inner()["alarm"_key]);
}

}  // namespace msp
