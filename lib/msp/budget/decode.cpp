// SPDX-License-Identifier: MIT
#include <msp/budget/decode.hpp>
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_files.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

void decode_forecast(Decoding& decoding, Root& root) {
    if (!root["forecast"_key].has())
        return;
    auto table = root["forecast"_key].inner();
    decoding.budget.from = table["from"_key].read();
    decoding.budget.months = static_cast<int>(table["months"_key].value());
    decoding.budget.stale = static_cast<int>(table["stale"_key].value());
}

struct Entry {
    NodeId node;
    Span span;
    void (*decode)(Decoding&, NodeId);
};

// Lines, grants, loans and the ACI in the order of the file, which is the order of movements within a day.
std::vector<Entry> entries_of(Decoding& decoding, Root& root) {
    std::vector<Entry> entries;
    const auto add = [&](const auto& nodes, void (*decode)(Decoding&, NodeId)) {
        for (const auto node : nodes)
            entries.push_back({node.id, decoding.node(node.id).span, decode});
    };
    add(root["expense"_key].tables(),
        [](Decoding& to, NodeId node) { decode_line(to, {node}, Origin::line, Side::payments); });
    add(root["income"_key].tables(),
        [](Decoding& to, NodeId node) { decode_line(to, {node}, Origin::line, Side::receipts); });
    add(root["transfer"_key].tables(),
        [](Decoding& to, NodeId node) { decode_line(to, {node}, Origin::transfer, Side::payments); });
    add(root["grant"_key].tables(), [](Decoding& to, NodeId node) { decode_grant(to, {node}); });
    add(root["loan"_key].tables(), [](Decoding& to, NodeId node) { decode_loan(to, {node}); });
    add(root["post"_key].tables(), [](Decoding& to, NodeId node) { decode_post(to, {node}); });
    if (root["aci"_key].has())
        add(std::array{TableNode<Section::aci>{root["aci"_key].node()}},
            [](Decoding& to, NodeId node) { decode_aci(to, {node}); });
    std::ranges::stable_sort(entries, {},
                             [](const Entry& entry) { return std::pair(entry.span.source, entry.span.begin); });
    return entries;
}

void decode_items(Decoding& decoding, Root& root) {
    const std::vector<Entry> entries = entries_of(decoding, root);
    decoding.expect(entries.size());
    for (const Entry& entry : entries)
        entry.decode(decoding, entry.node);
}

void add_fees(Decoding& decoding) {
    Budget& budget = decoding.budget;
    for (std::size_t i = 0; i < budget.banks.size(); ++i) {
        Bank& bank = budget.banks[i];
        if (!bank.overdraft_rate)
            continue;
        bank.fee_item = static_cast<ItemIndex>(budget.items.size());
        Item& item = budget.items.emplace_back();  // no label: the report has words for it
        item.id = "fees." + bank.id;
        item.category = decoding.shipped_category("overdraft-interest");
        item.origin = Origin::fee;
        item.place = bank.place;
        if (!decoding.fee_accounts[i].empty())
            budget.map.push_back({bank.fee_item,
                                  bank.entity,
                                  decoding.fee_accounts[i],
                                  {},
                                  {},
                                  {},
                                  {},
                                  {},
                                  MapSign::any,
                                  false,
                                  {decoding.fee_spans[i]}});
    }
}

void decode_root(Decoding& decoding) {
    const std::size_t before = decoding.errors();
    Root root(decoding.reading, {Document::root()});
    decoding.names_missing = root["bank"_key].meant() || root["entity"_key].meant() || root["category"_key].meant();
    (void)root["schema"_key].read();
    decoding.budget.language = root["lang"_key].read<Language>();
    if (root["files"_key].has())
        (void)root["files"_key].inner();  // what the files hold is in the document by now; their keys are read here
    decode_categories(decoding, root);
    decode_entities(decoding, root);
    decode_banks(decoding, root);
    if (decoding.budget.banks.empty()) {
        if (decoding.errors() == before)
            root["bank"_key].missing();
        return;
    }
    decode_forecast(decoding, root);
    decode_members(decoding, root);
    decode_rooms(decoding, root);
    decode_keys(decoding, root);
    decode_calls(decoding, root);
    decode_distributions(decoding, root);
    decode_scenarios(decoding, root);
    decode_employers(decoding, root);
    decode_items(decoding, root);
    link_aids(decoding);
    check_third_parties(decoding);
    decode_spent(decoding, root);
    decode_fundings(decoding, root);
    decode_gains(decoding, root);
    decode_depreciations(decoding, root);
    add_fees(decoding);
    decode_contracts(decoding, root);
    decode_map(decoding, root);
}

}  // namespace

std::optional<Budget> decode(const Document& document, const Sources& sources, const Catalogue& shipped,
                             Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    Decoding decoding(document, sources, shipped, diagnostics);
    decode_root(decoding);
    if (diagnostics.errors() != before)
        return std::nullopt;
    return std::move(decoding.budget);
}

std::optional<Language> language_of(const Document& document) {
    const Slot<Section::budget> lang = "lang"_key;
    const NodeId node = find(document, Document::root(), lang);
    if (node == no_node)
        return std::nullopt;
    const Word* word = find_word(lang.row().words, document[node].text);
    return word == nullptr ? Language::french : static_cast<Language>(word->meaning);
}

Language keys_of(const Document& document) {
    const Slot<Section::budget> bank = "bank"_key;
    const NodeId node = find(document, Document::root(), bank);
    return node != no_node && find_key(Section::budget, document[node].key).french ? Language::french
                                                                                   : Language::english;
}

}  // namespace msp
