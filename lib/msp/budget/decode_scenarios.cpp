// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_scenario.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace msp {
namespace {

bool is_one_of(int slot, std::span<const int> slots) {
    return std::ranges::find(slots, slot) != slots.end();
}

template <Section section, std::size_t count>
consteval std::array<int, count> positions(const Slot<section> (&slots)[count]) {
    std::array<int, count> made{};
    std::ranges::transform(slots, made.begin(), [](Slot<section> slot) { return slot.position(); });
    return made;
}

// What a change does, each with a path.
constexpr auto deeds = positions<Section::change>({"set"_key, "add"_key, "remove"_key, "shift"_key});
// Whose entries have ids that results name.
constexpr auto lists =
    positions<Section::budget>({"expense"_key, "income"_key, "transfer"_key, "grant"_key, "loan"_key});

// By which charges, or the ACI money, are shared.
constexpr auto sharing = positions<Section::budget>({"member"_key, "key"_key, "distribution"_key, "participation"_key});

std::string id_of(const Document& document, NodeId entry) {
    const NodeId id = entry == no_node ? no_node : document.find(entry, "id");
    return id == no_node ? std::string() : std::string(document[id].text);
}

// The item that a path leads to, or an entry that is added.
std::string changed_item(const Document& document, NodeId change, const std::string& path) {
    const std::size_t point = path.find('.');
    const int list = find_key(Section::budget, path.substr(0, point)).slot;
    if (list == Slot<Section::budget>("aci"_key).position())
        return "aci";
    if (!is_one_of(list, lists))
        return {};
    if (point != std::string::npos)
        return path.substr(point + 1, path.find('.', point + 1) - point - 1);
    return id_of(document, find(document, change, Slot<Section::change>("value"_key)));
}

// Its words are checked when it is applied.
ScenarioChange change_of(const Document& document, NodeId node) {
    ScenarioChange change;
    change.place = change.extent = {document[node].span};
    for (NodeId child = document[node].child; child != no_node; child = document[child].next) {
        const Node& value = document[child];
        change.extent.span.end = std::max(change.extent.span.end, value.span.end);
        if (!is_one_of(find_key(Section::change, value.key).slot, deeds) || !change.path.empty())
            continue;
        change.path = value.text;
        change.place = {value.span};
    }
    change.item = changed_item(document, node, change.path);
    change.sharing = is_one_of(find_key(Section::budget, change.path.substr(0, change.path.find('.'))).slot, sharing);
    return change;
}

// A chain without end would be laid again for each scenario that stands on a part of it.
void check_layers(Decoding& decoding) {
    const ScenarioNames& scenarios = decoding.budget.scenarios;
    const auto high = std::ranges::find_if(scenarios.all(), [&](const ScenarioName& scenario) {
        return layers_of(scenarios, scenario.id).size() > most_layers;
    });
    if (high != scenarios.all().end())
        decoding.reading.error("scenario.chain",
                               {tr("the scenario {id} is based on more than {most} others, one upon the other"),
                                {{"id", high->id}, {"most", static_cast<std::int64_t>(most_layers - 1)}}},
                               high->place.span,
                               Message{tr("put the changes that always go together into one scenario"), {}});
}

}  // namespace

void decode_scenarios(Decoding& decoding, Root& root) {
    std::vector<ScenarioName> scenarios;
    for (const auto node : decoding.bounded(root["scenario"_key], root["scenario"_key].tables())) {
        Table table(decoding.reading, node);
        ScenarioName scenario;
        scenario.id = table["id"_key].read().value_or("");
        scenario.label = table["label"_key].read().value_or(scenario.id);
        scenario.based_on = table["based_on"_key].read().value_or("");
        scenario.place = {table.span()};
        const NodeId changes = table["change"_key].has() ? decoding.node(table["change"_key].node()).child : no_node;
        for (NodeId change = changes; change != no_node; change = decoding.node(change).next)
            scenario.changes.push_back(change_of(decoding.reading.document, change));
        const auto other = std::ranges::find(scenarios, scenario.id, &ScenarioName::id);
        if (other != scenarios.end() && !scenario.id.empty())
            repeated_id(table["id"_key], scenario.id, other->place.span);
        scenarios.push_back(std::move(scenario));
    }
    decoding.budget.scenarios = ScenarioNames(std::move(scenarios));
    check_layers(decoding);
}

}  // namespace msp
