// SPDX-License-Identifier: MIT
#include <msp/budget/keys_budget.hpp>
#include <msp/budget/keys_contract.hpp>
#include <msp/budget/keys_entity.hpp>
#include <msp/budget/keys_map.hpp>
#include <msp/budget/keys_settlement.hpp>
#include <msp/budget/table.hpp>
#include <msp/scenario/removed_lines.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {
namespace {

constexpr std::string_view fees = "fees.";  // before the id of a bank: what its agreed overdraft costs

// The tables of a key, which may be a single one.
std::vector<NodeId> tables_of(const Document& document, Slot<Section::budget> key) {
    const NodeId found = find<Section::budget>(document, Document::root(), key);
    std::vector<NodeId> tables;
    if (found == no_node)
        return tables;
    if (document[found].kind == NodeKind::table)
        tables.push_back(found);
    for (NodeId entry = document[found].child; document[found].kind == NodeKind::list && entry != no_node;
         entry = document[entry].next) {
        if (document[entry].kind == NodeKind::table)
            tables.push_back(entry);
    }
    return tables;
}

std::string_view id_of(const Document& document, NodeId table, std::string_view unnamed = {}) {
    const NodeId name = document.find(table, "id");
    return name == no_node ? unnamed : document[name].text;
}

std::string_view bank_of(const Document& document, NodeId table) {
    return id_of(document, table, std::get<std::string_view>(row_of<Section::bank>("id"_key).fallback));
}

// Whether a line of the plan is still there, by its id.
bool has_item(const Document& document, std::string_view id) {
    if (id == "aci")
        return find<Section::budget>(document, Document::root(), "aci"_key) != no_node;
    if (id.starts_with(fees))
        return std::ranges::any_of(tables_of(document, "bank"_key), [&](NodeId bank) {
            return bank_of(document, bank) == id.substr(fees.size()) &&
                   find<Section::bank>(document, bank, "overdraft_rate"_key) != no_node;
        });
    const auto lists = {Slot<Section::budget>("expense"_key),  Slot<Section::budget>("income"_key),
                        Slot<Section::budget>("transfer"_key), Slot<Section::budget>("grant"_key),
                        Slot<Section::budget>("loan"_key),     Slot<Section::budget>("post"_key)};
    return std::ranges::any_of(lists, [&](Slot<Section::budget> list) {
        return std::ranges::any_of(tables_of(document, list),
                                   [&](NodeId entry) { return id_of(document, entry) == id; });
    });
}

// Whether a path leads to the line, or to what an account has it from.
bool leads_to(const std::string& path, const std::string& item) {
    if (path == item || path.ends_with('.' + item))
        return true;
    if (!item.starts_with(fees))
        return false;
    const std::string bank = '.' + item.substr(fees.size());
    const Key& rate = row_of<Section::bank>("overdraft_rate"_key);
    const bool of_rate =
        path.ends_with(std::string(".") + rate.english) || path.ends_with(std::string(".") + rate.french);
    const bool only = std::ranges::count(path, '.') == 1;
    return path.ends_with(bank) || (of_rate && (only || path.find(bank + '.') != std::string::npos));
}

// Where the scenario removes a line of the plan; nowhere where it does something else.
Span removal_of(const Budget& budget, std::string_view scenario, const std::string& item) {
    Span place;
    for (const ScenarioName* layer : layers_of(budget.scenarios, scenario)) {
        for (const ScenarioChange& change : layer->changes) {
            if (leads_to(change.path, item))
                place = change.place.span;
        }
    }
    return place;
}

class LinesLeftOut {
 public:
    LinesLeftOut(Document& document, const Document& base, const Budget& unchanged, std::string_view id,
                 Sources& sources, Diagnostics& diagnostics)
        : document_(document),
          base_(base),
          unchanged_(unchanged),
          id_(id),
          sources_(sources),
          diagnostics_(diagnostics) {}

    void of_contracts() {
        for (const NodeId entry : tables_of(document_, "contract"_key)) {
            const NodeId line = find<Section::contract>(document_, entry, "line"_key);
            const auto contract = std::ranges::find(unchanged_.contracts, id_of(document_, entry), &Contract::id);
            if (line != no_node && contract != unchanged_.contracts.end() && is_removed(document_[line].text))
                leave_out(entry, line, *contract);
        }
    }

    // The rules of a line are told together.
    void of_rules() {
        std::map<std::string, std::vector<Note>> removed;
        const auto remove = [&](NodeId parent, NodeId child, std::string item, NodeId named) {
            removed[std::move(item)].push_back({document_[named].span, {tr("a rule stands here"), {}}});
            document_.unlink(parent, child);
        };
        for (const NodeId rule : tables_of(document_, "map"_key)) {
            const NodeId line = find<Section::map>(document_, rule, "line"_key);
            if (line != no_node && is_removed(document_[line].text))
                remove(list_of("map"_key), rule, std::string(document_[line].text), line);
        }
        for (const NodeId bank : tables_of(document_, "bank"_key)) {
            const NodeId accounts = find<Section::bank>(document_, bank, "fees_match"_key);
            std::string item = std::string(fees) + std::string(bank_of(document_, bank));
            if (accounts != no_node && is_removed(item))
                remove(bank, accounts, std::move(item), accounts);
        }
        for (auto& [item, notes] : removed)
            diagnostics_.warning(
                "map.line",
                {tr("the scenario {scenario} removes {line}, and with it the rules that take its money of the books"),
                 {{"scenario", std::string(id_)}, {"line", item}}},
                removal_of(unchanged_, id_, item),
                Message{tr("if another line has that money in the scenario, add a rule for it there"), {}},
                std::move(notes));
    }

    // Of as many rows as a file has, the first one shows the place.
    void of_costs() {
        std::map<std::string, std::vector<NodeId>> removed;
        for (const NodeId row : tables_of(document_, "spent"_key)) {
            const NodeId line = find<Section::spent>(document_, row, "line"_key);
            if (line == no_node)
                continue;
            std::string_view item = document_[line].text;
            if (!is_removed(item))
                item = item.substr(0, item.find('.'));  // of a post also one of its payments
            if (!is_removed(item))
                continue;
            removed[std::string(item)].push_back(line);
            document_.unlink(list_of("spent"_key), row);
        }
        for (const auto& [item, rows] : removed)
            diagnostics_.warning(
                "spent.line",
                {tr("the scenario {scenario} removes {line}, and with it {n} {n:row|rows} of what it really cost"),
                 {{"scenario", std::string(id_)}, {"line", item}, {"n", std::int64_t{std::ssize(rows)}}}},
                removal_of(unchanged_, id_, item),
                Message{tr("if another line has that cost in the scenario, add it there"), {}},
                {{document_[rows.front()].span, {tr("the cost stands here"), {}}}});
    }

 private:
    [[nodiscard]] NodeId list_of(Slot<Section::budget> key) const {
        return find<Section::budget>(document_, Document::root(), key);
    }

    // What was never there is an error when the scenario is decoded.
    [[nodiscard]] bool is_removed(std::string_view item) {
        const auto [answer, asked_first] = removed_.try_emplace(std::string(item));
        if (asked_first)
            answer->second = has_item(base_, item) && !has_item(document_, item);
        return answer->second;
    }

    // Without its line a contract stays that of its entity.
    void leave_out(NodeId entry, NodeId line, const Contract& contract) {
        const std::string item(document_[line].text);
        diagnostics_.warning(
            "contract.line",
            {tr("the scenario {scenario} removes {line}, so that the contract {contract} has no amount in it"),
             {{"scenario", std::string(id_)}, {"line", item}, {"contract", contract.id}}},
            removal_of(unchanged_, id_, item), Message{tr("if it ends too, remove the contract in the scenario"), {}},
            {{document_[line].span, {tr("the contract names it here"), {}}}});
        const Key& entity = row_of<Section::contract>("entity"_key);
        const bool french = document_[line].key == row_of<Section::contract>("line"_key).french;
        if (unchanged_.entities.size() == 1 || find<Section::contract>(document_, entry, "entity"_key) != no_node) {
            document_.unlink(entry, line);
            return;
        }
        document_[line].key = entity.name(french ? Language::french : Language::english);
        document_[line].text = sources_.keep(unchanged_.entities[contract.entity].id);
    }

    Document& document_;
    const Document& base_;
    const Budget& unchanged_;
    std::string_view id_;
    Sources& sources_;
    Diagnostics& diagnostics_;
    std::map<std::string, bool> removed_;  // of the lines that were asked for: rows may be many
};

}  // namespace

void leave_lines_out(Document& document, const Document& base, const Budget& unchanged, std::string_view id,
                     Sources& sources, Diagnostics& diagnostics) {
    LinesLeftOut left_out(document, base, unchanged, id, sources, diagnostics);
    left_out.of_contracts();
    left_out.of_rules();
    left_out.of_costs();
}

}  // namespace msp
