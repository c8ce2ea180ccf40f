// SPDX-License-Identifier: MIT
#include <msp/budget/decode.hpp>
#include <msp/budget/keys_budget.hpp>
#include <msp/budget/keys_loan.hpp>
#include <msp/budget/keys_scenario.hpp>
#include <msp/budget/table.hpp>
#include <msp/dates/written_date.hpp>
#include <msp/read/written.hpp>
#include <msp/scenario/overlay_edit.hpp>
#include <msp/scenario/removed_lines.hpp>
#include <msp/scenario/scenario.hpp>
#include <msp/scenario/shift.hpp>
#include <msp/scenario/target_path.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace msp {
namespace {

using ChangeTable = Table<Section::change>;

class Applier {
 public:
    Applier(const Document& base, Sources& sources, Diagnostics& diagnostics)
        : edit_(base, sources),
          base_(base),
          diagnostics_(diagnostics),
          reading_{base, sources, diagnostics},
          paths_(edit_, diagnostics) {}

    // `chain` are those on the way here, each based on the next.
    bool apply(std::string_view ids, std::vector<std::string>& chain, Span from);
    void leave_out_scenarios();
    Overlay take() { return edit_.take(); }

 private:
    Document& document() { return edit_.document(); }

    bool apply_one(const std::string& id, std::vector<std::string>& chain, Span from);
    [[nodiscard]] NodeId scenario(std::string_view id) const;
    void change(TableNode<Section::change> node);
    void nothing_at(const FieldOf<KeyType::text>& field);
    void names_file(Span span);

    void set(ChangeTable& table);
    void add(ChangeTable& table);
    void remove(ChangeTable& table);
    void shift(ChangeTable& table);

    OverlayEdit edit_;
    const Document& base_;
    Diagnostics& diagnostics_;
    Reading reading_;
    TargetPath paths_;
    std::vector<std::string> applied_;
    std::string id_;  // of the scenario at hand
};

// A key that a path to an entry may go on with: its first amount, or the value of a dated one, else its first key.
std::string example(Section section, Language language) {
    const std::span<const Key> keys = keys_of(section);
    const auto amount = std::ranges::find_if(
        keys, [](const Key& key) { return key.type == KeyType::amount || key.type == KeyType::any; });
    const Key& key = amount == keys.end() ? keys.front() : *amount;
    return key.name(language);
}

// Of a scenario after which the budget is as before, every change that was not told of when it was applied.
void tell_nothing(const Budget& budget, std::string_view id, Diagnostics& diagnostics) {
    for (const ScenarioName* layer : layers_of(budget.scenarios, id)) {
        for (const ScenarioChange& change : layer->changes) {
            if (!diagnostics.has("scenario.nothing", change.extent.span))
                diagnostics.add(changes_nothing(layer->id, change.place.span));
        }
    }
}

// They are the base's: decoded with each of them again, a file's thousand would be a million.
void Applier::leave_out_scenarios() {
    const NodeId list = msp::find<Section::budget>(document(), Document::root(), "scenario"_key);
    if (list != no_node)
        document().unlink(Document::root(), list);
}

NodeId Applier::scenario(std::string_view id) const {
    const NodeId list = msp::find<Section::budget>(base_, Document::root(), "scenario"_key);
    if (list == no_node || base_[list].kind != NodeKind::list)
        return no_node;
    for (NodeId node = base_[list].child; node != no_node; node = base_[node].next) {
        const NodeId name = base_.find(node, "id");
        if (name != no_node && base_[name].text == id)
            return node;
    }
    return no_node;
}

bool Applier::apply(std::string_view ids, std::vector<std::string>& chain, Span from) {
    return std::ranges::all_of(scenario_ids(ids), [&](const std::string& id) { return apply_one(id, chain, from); });
}

bool Applier::apply_one(const std::string& id, std::vector<std::string>& chain, Span from) {
    const NodeId node = scenario(id);
    if (node == no_node) {
        const std::vector<std::string> known = written_scenarios(base_);
        std::optional<Message> help = did_you_mean(id, std::vector<std::string_view>(known.begin(), known.end()));
        if (!help)
            help = there_is(known);
        diagnostics_.error("scenario.unknown", {tr("there is no scenario \"{id}\""), {{"id", id}}}, from,
                           std::move(help));
        return false;
    }
    if (std::ranges::find(chain, id) != chain.end()) {
        diagnostics_.error("scenario.circle", {tr("the scenario {id} is based on itself"), {{"id", id}}},
                           base_[node].span);
        return false;
    }
    if (std::ranges::find(applied_, id) != applied_.end())
        return true;
    if (applied_.size() + chain.size() >= most_layers) {
        diagnostics_.error("scenario.chain",
                           {tr("more than {most} scenarios would be laid on each other"),
                            {{"most", static_cast<std::int64_t>(most_layers)}}},
                           base_[node].span);
        return false;
    }
    chain.push_back(id);
    Table table(reading_, TableNode<Section::scenario>{node});
    edit_.write_in(reading_.french(base_[node].span.source) ? Language::french : Language::english);
    if (const auto below = table["based_on"_key].read(); below && !apply(*below, chain, table["based_on"_key].span()))
        return false;
    chain.pop_back();
    applied_.push_back(id);
    id_ = id;
    const auto changes = table["change"_key].tables();
    if (changes.empty() && table["change"_key].has())
        diagnostics_.error("scenario.empty", {tr("the scenario {id} changes nothing"), {{"id", id}}},
                           table["change"_key].span());
    for (const TableNode<Section::change> entry : changes)
        change(entry);
    return true;
}

void Applier::change(TableNode<Section::change> node) {
    ChangeTable table(reading_, node);
    if (base_[node.id].kind != NodeKind::table)
        return;  // which was reported
    int kinds = 0;
    for (const AnyField& kind :
         std::initializer_list<AnyField>{table["set"_key], table["add"_key], table["remove"_key], table["shift"_key]})
        kinds += kind.has() ? 1 : 0;
    if (kinds != 1) {
        diagnostics_.error("change.kind",
                           {tr("a change needs exactly one of {set}, {add}, {remove}, {shift}"),
                            {{"set", table["set"_key].name()},
                             {"add", table["add"_key].name()},
                             {"remove", table["remove"_key].name()},
                             {"shift", table["shift"_key].name()}}},
                           table.span());
        return;
    }
    if (table["set"_key].has())
        set(table);
    else if (table["add"_key].has())
        add(table);
    else if (table["remove"_key].has())
        remove(table);
    else
        shift(table);
}

void Applier::set(ChangeTable& table) {
    if (!table["to"_key].has()) {
        table["to"_key].missing();
        return;
    }
    const std::optional<Target> target = paths_.find(table["set"_key]);
    if (!target)
        return;
    if (target->key == nullptr) {
        diagnostics_.error(
            "change.entry",
            {tr("{set} changes a value, and this path names a whole entry"), {{"set", table["set"_key].name()}}},
            table["set"_key].span(),
            Message{tr("add the key to the path, such as {path}"),
                    {{"path", *table["set"_key].read() + '.' + example(target->section, edit_.language())}}});
        return;
    }
    const Node& value = base_[table["to"_key].node()];
    if (target->node != no_node && value.child == no_node && document()[target->node].child == no_node &&
        document()[target->node].text == value.text && document()[target->node].kind == value.kind) {
        diagnostics_.add(
            changes_nothing(id_, value.span, {{document()[target->node].span, {tr("it is so already"), {}}}}));
        return;
    }
    if (target->key == &row_of<Section::loan>("schedule"_key)) {
        names_file(value.span);
        return;
    }
    edit_.replace(*target, document().copy(table["to"_key].node()));
}

// Files are read once, before any scenario.
void Applier::names_file(Span span) {
    diagnostics_.error("scenario.file", {tr("a scenario reads no file"), {}}, span,
                       Message{tr("name the bank's schedule in the loan itself; a scenario may remove it"), {}});
}

void Applier::add(ChangeTable& table) {
    if (!table["value"_key].has()) {
        table["value"_key].missing();
        return;
    }
    const std::optional<Target> target = paths_.find(table["add"_key]);
    if (!target)
        return;
    const bool list = target->node == no_node ? target->key != nullptr && (target->key->type == KeyType::tables ||
                                                                           target->key->type == KeyType::one_or_more)
                                              : document()[target->node].kind == NodeKind::list;
    if (!list) {
        const char* expense = row_of<Section::budget>("expense"_key).name(edit_.language());
        diagnostics_.error(
            "change.list",
            {tr("{add} needs a list such as {example}"), {{"add", table["add"_key].name()}, {"example", expense}}},
            table["add"_key].span());
        return;
    }
    if (target->section == Section::loan) {
        const NodeId file = msp::find<Section::loan>(base_, table["value"_key].node(), "schedule"_key);
        if (file != no_node) {
            names_file(base_[file].span);
            return;
        }
    }
    NodeId entries = target->node;
    if (entries == no_node) {
        Node made;
        made.kind = NodeKind::list;
        made.span = table["add"_key].span();
        entries = edit_.make(*target, made);
    }
    const NodeId added = document().copy(table["value"_key].node());
    document()[added].key = {};
    document().append(entries, added);
}

void Applier::nothing_at(const FieldOf<KeyType::text>& field) {
    diagnostics_.error("scenario.nothing",
                       {tr("{path} is not given, so this changes nothing"), {{"path", *field.read()}}}, field.span());
}

void Applier::remove(ChangeTable& table) {
    const std::optional<Target> target = paths_.find(table["remove"_key]);
    if (!target)
        return;
    if (target->node == no_node)
        nothing_at(table["remove"_key]);
    else if (!target->id.empty())
        document()[target->node].kind = NodeKind::null;  // the tables that led to it are no entries now
    else
        document().unlink(target->parent, target->node);
}

void Applier::shift(ChangeTable& table) {
    if (!table["amount"_key].has() && !table["date"_key].has()) {
        diagnostics_.error("change.shift",
                           {tr("{shift} needs {amount} or {date}"),
                            {{"shift", table["shift"_key].name()},
                             {"amount", table["amount"_key].name()},
                             {"date", table["date"_key].name()}}},
                           table["shift"_key].span());
        return;
    }
    std::optional<Target> target = paths_.find(table["shift"_key]);
    if (!target)
        return;
    const Span path = table["shift"_key].span();
    if (target->node == no_node && target->section == Section::aci_item && target->key->type == KeyType::table) {
        // An advance or balance that the year alone decides.
        target->node = edit_.make_table(*target, path);
    }
    if (target->node == no_node) {
        nothing_at(table["shift"_key]);
        return;
    }
    Shift shift(edit_, diagnostics_, id_, path);
    if (const auto change = table["amount"_key].read())
        shift.scale(*target, *change, table["amount"_key].span());
    if (!table["date"_key].has())
        return;
    const Span span = table["date"_key].span();
    const Node& value = base_[table["date"_key].node()];
    if (const auto date = parse_written_date(value.text))
        shift.move_to(*target, *date, span);
    else if (const auto delay = parse_delay(value.text); delay && !delay->end_of_month)
        shift.move(*target, *delay, span);
    else if (auto problem = date_problem(value))
        diagnostics_.add(std::move(*problem));
    else
        diagnostics_.error(
            "change.date", {tr("\"{text}\" is neither a date nor a delay"), {{"text", std::string(value.text)}}}, span,
            Message{tr("write a date such as 2026-07-15 or a delay such as \"2 months\" or \"-10 days\""), {}});
}

}  // namespace

std::vector<std::string> written_scenarios(const Document& document) {
    std::vector<std::string> ids;
    const NodeId list = find<Section::budget>(document, Document::root(), "scenario"_key);
    for (NodeId node = list == no_node ? no_node : document[list].child; node != no_node; node = document[node].next) {
        if (const NodeId name = document.find(node, "id"); name != no_node)
            ids.emplace_back(document[name].text);
    }
    return ids;
}

std::optional<Overlay> apply_scenario(const Document& base, std::string_view id, Sources& sources,
                                      Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    Applier applier(base, sources, diagnostics);
    std::vector<std::string> chain;
    if (!applier.apply(id, chain, {}) || diagnostics.errors() != before)
        return std::nullopt;
    applier.leave_out_scenarios();
    return applier.take();
}

std::optional<Budget> decode_scenario(const Document& base, const Budget& unchanged, std::string_view id,
                                      const Catalogue& shipped, Sources& sources, Diagnostics& diagnostics) {
    std::optional<Overlay> overlay = apply_scenario(base, id, sources, diagnostics);
    if (!overlay)
        return std::nullopt;
    leave_lines_out(overlay->document, base, unchanged, id, sources, diagnostics);
    Diagnostics found;
    std::optional<Budget> budget = decode(overlay->document, sources, shipped, found);
    for (Diagnostic& diagnostic : found.sorted()) {
        for (const Overlaid& change : overlay->changes) {
            if (change.written.source == diagnostic.span.source && change.written.begin <= diagnostic.span.begin &&
                diagnostic.span.end <= change.written.end)
                diagnostic.notes.push_back({change.base, {tr("the place that the scenario changes"), {}}});
        }
        diagnostics.add(std::move(diagnostic));
    }
    if (!budget)
        return std::nullopt;
    budget->scenarios = unchanged.scenarios;
    if (*budget == unchanged)
        tell_nothing(unchanged, id, diagnostics);
    return budget;
}

}  // namespace msp
