// SPDX-License-Identifier: MIT
#include <msp/budget/keys_budget.hpp>
#include <msp/budget/keys_contract.hpp>
#include <msp/budget/table.hpp>
#include <msp/scenario/removed_lines.hpp>

#include <algorithm>
#include <string>

namespace msp {
namespace {

// Whether a line of the plan is still there, by its id.
bool has_item(const Document& document, std::string_view id) {
    const NodeId root = Document::root();
    if (id == "aci")
        return find<Section::budget>(document, root, "aci"_key) != no_node;
    for (const Slot<Section::budget> key : std::initializer_list<Slot<Section::budget>>{
             "expense"_key, "income"_key, "transfer"_key, "grant"_key, "loan"_key, "post"_key}) {
        const NodeId list = find<Section::budget>(document, root, key);
        for (NodeId entry = list == no_node ? no_node : document[list].child; entry != no_node;
             entry = document[entry].next) {
            const NodeId name = document[entry].kind == NodeKind::table ? document.find(entry, "id") : no_node;
            if (name != no_node && document[name].text == id)
                return true;
        }
    }
    return false;
}

// Where the scenario removes a line of the plan; nowhere where it does something else.
Span removal_of(const Budget& budget, std::string_view scenario, const std::string& item) {
    Span place;
    for (const ScenarioName* layer : layers_of(budget.scenarios, scenario)) {
        for (const ScenarioChange& change : layer->changes) {
            if (change.path == item || change.path.ends_with('.' + item))
                place = change.place.span;
        }
    }
    return place;
}

}  // namespace

void leave_lines_out(Document& document, const Budget& unchanged, std::string_view id, Sources& sources,
                     Diagnostics& diagnostics) {
    const NodeId list = find<Section::budget>(document, Document::root(), "contract"_key);
    for (NodeId entry = list == no_node ? no_node : document[list].child; entry != no_node;
         entry = document[entry].next) {
        if (document[entry].kind != NodeKind::table)
            continue;
        const NodeId line = find<Section::contract>(document, entry, "line"_key);
        if (line == no_node)
            continue;
        const auto contract = std::ranges::find_if(unchanged.contracts, [&](const Contract& each) {
            return each.item && unchanged.items[*each.item].id == document[line].text &&
                   unchanged.items[*each.item].origin != Origin::fee;
        });
        if (contract == unchanged.contracts.end() || has_item(document, document[line].text))
            continue;
        const std::string item(document[line].text);
        const NodeId name = document.find(entry, "id");
        diagnostics.warning(
            "contract.line",
            {tr("the scenario {scenario} removes {line}, so that the contract {contract} has no amount in it"),
             {{"scenario", std::string(id)},
              {"line", item},
              {"contract", std::string(name == no_node ? std::string_view() : document[name].text)}}},
            removal_of(unchanged, id, item), Message{tr("if it ends too, remove the contract in the scenario"), {}},
            {{document[line].span, {tr("the contract names it here"), {}}}});
        const Key& entity = row_of<Section::contract>("entity"_key);
        const bool french = document[line].key == row_of<Section::contract>("line"_key).french;
        if (unchanged.entities.size() == 1 || find<Section::contract>(document, entry, "entity"_key) != no_node) {
            document.unlink(entry, line);
            continue;
        }
        document[line].key = entity.name(french ? Language::french : Language::english);
        document[line].text = sources.keep(unchanged.entities[contract->entity].id);
    }
}

}  // namespace msp
