// SPDX-License-Identifier: MIT
#include <msp/budget/decode.hpp>
#include <msp/budget/free_table.hpp>
#include <msp/budget/keys_aci.hpp>
#include <msp/budget/keys_aci_item.hpp>
#include <msp/budget/keys_aci_year.hpp>
#include <msp/budget/keys_budget.hpp>
#include <msp/budget/keys_contract.hpp>
#include <msp/budget/keys_grant.hpp>
#include <msp/budget/keys_line.hpp>
#include <msp/budget/keys_loan.hpp>
#include <msp/budget/keys_member.hpp>
#include <msp/budget/keys_reached.hpp>
#include <msp/budget/keys_scenario.hpp>
#include <msp/budget/table.hpp>
#include <msp/dates/written_date.hpp>
#include <msp/diag/listed.hpp>
#include <msp/read/written.hpp>
#include <msp/scenario/scenario.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace msp {
namespace {

// Where a path leads: a value, or a key of `parent` that is not there yet.
struct Target {
    NodeId parent = no_node;
    NodeId node = no_node;
    const Key* key = nullptr;           // absent for an entry of a list
    Section section = Section::budget;  // of the entry, or of the tables under the key
    std::string id = {};                // of an entry of a free table, which `key` is
    const Key* dated = nullptr;         // of a value with its day, or of a key of one: what it is a value of
};

using ChangeTable = Table<Section::change>;

// Of the file alone, and not of a scenario.
bool is_fixed(int slot) {
    const std::initializer_list<Slot<Section::budget>> fixed = {"schema"_key, "lang"_key, "forecast"_key, "files"_key,
                                                                "scenario"_key};
    return std::ranges::find(fixed, slot, &Slot<Section::budget>::position) != fixed.end();
}

class Applier {
 public:
    Applier(const Document& base, Sources& sources, Diagnostics& diagnostics)
        : base_(base), sources_(sources), diagnostics_(diagnostics), reading_{base, sources, diagnostics} {
        constexpr std::size_t additions = 100;  // that a scenario makes without the whole being copied once more
        document().reserve(base.size() + additions);
        document() = base;
    }

    // `chain` are those on the way here, each based on the next.
    bool apply(std::string_view ids, std::vector<std::string>& chain, Span from);
    void leave_out_scenarios();
    Overlay take() { return std::move(overlay_); }

 private:
    Document& document() { return overlay_.document; }

    bool apply_one(const std::string& id, std::vector<std::string>& chain, Span from);
    [[nodiscard]] NodeId scenario(std::string_view id) const;
    void change(TableNode<Section::change> node);
    [[nodiscard]] std::optional<Target> find(const FieldOf<KeyType::text>& field);
    [[nodiscard]] std::optional<Target> entry(const std::string& path, std::vector<std::string>& parts,
                                              const Target& at, Span span);
    [[nodiscard]] std::optional<Target> descend(const std::string& path, const std::vector<std::string>& parts,
                                                std::size_t from, Target at, Span span);
    [[nodiscard]] std::optional<Target> indicator(const std::string& path, const std::vector<std::string>& parts,
                                                  std::size_t from, Target at, Span span);
    [[nodiscard]] std::optional<Target> detail(const std::string& path, const std::string& part, const Target& entry,
                                               Span span);
    void no_path(const std::string& path, const std::string& part, Span span, const std::vector<std::string>& known,
                 bool ids);
    void nothing_at(const FieldOf<KeyType::text>& field);
    void names_file(Span span);
    [[nodiscard]] std::string_view name_of(const Target& target);
    NodeId make(const Target& target, Node node);
    NodeId make_table(const Target& target, Span span);
    void replace(const Target& target, NodeId value);
    void write(NodeId parent, const Key& key, std::string text, NodeKind kind, Span span);

    void set(ChangeTable& table);
    void add(ChangeTable& table);
    void remove(ChangeTable& table);
    void shift(ChangeTable& table);
    void scale(const Target& target, Rate change, Span span);
    void scale_amount(NodeId node, Rate factor, Span span);
    [[nodiscard]] std::vector<NodeId> values_of(const Target& target);
    void move(const Target& target, const Delay& by, Span span);
    void move_to(const Target& target, Date date, Span span);

    Overlay overlay_;
    const Document& base_;
    Sources& sources_;
    Diagnostics& diagnostics_;
    Reading reading_;
    bool french_ = false;
    std::vector<std::string> applied_;
    std::string id_;  // of the scenario at hand
    Span path_;       // of the shift at hand
};

// The keys that hold an entry's own scale and delay.
struct Adjustable {
    const Key& scale;
    const Key& delay;
    const Key* date;  // of a single payment; null where there is none
};

template <Section section>
Adjustable adjustable_by(Slot<section> date) {
    return {row_of<section>("scale"_key), row_of<section>("delay"_key), &date.row()};
}

std::optional<Adjustable> adjustable(Section section) {
    if (section == Section::line)
        return adjustable_by<Section::line>("date"_key);
    if (section == Section::grant)
        return adjustable_by<Section::grant>("date"_key);
    if (section == Section::loan)
        return Adjustable{row_of<Section::loan>("scale"_key), row_of<Section::loan>("delay"_key), nullptr};
    if (section == Section::aci_item)
        return adjustable_by<Section::aci_item>("expected"_key);
    return std::nullopt;
}

// As a delay is written in the file.
std::string written(const Delay& delay) {
    return std::to_string(delay.months) + ' ' + month_forms[0].english + ' ' + std::to_string(delay.days) + ' ' +
           day_forms[0].english + (delay.end_of_month ? end_of_month.english : "");
}

// A key that a path to an entry may go on with: its first amount, or the value of a dated one, else its first key.
std::string example(Section section, bool french) {
    const std::span<const Key> keys = keys_of(section);
    const auto amount = std::ranges::find_if(
        keys, [](const Key& key) { return key.type == KeyType::amount || key.type == KeyType::any; });
    const Key& key = amount == keys.end() ? keys.front() : *amount;
    return key.name(french ? Language::french : Language::english);
}

const Key& key_of(Section section, int slot) {
    return keys_of(section)[static_cast<std::size_t>(slot)];
}

NodeId child(const Document& document, NodeId table, const Key& key) {
    return document.find(table, key.english, key.french);
}

std::vector<std::string> names_of(Section section) {
    std::vector<std::string> names;
    for (const Key& key : keys_of(section)) {
        names.emplace_back(key.english);
        names.emplace_back(key.french);
    }
    return names;
}

// The few ids there are, as a help.
std::optional<Message> only(const std::vector<std::string>& known) {
    constexpr std::size_t most = 20;
    if (known.empty() || known.size() > most)
        return std::nullopt;
    std::string ids = listed(known);
    return Message{tr("there is {ids}"), {{"ids", std::move(ids)}}};
}

// What the scenario wants has come true, or was so from the beginning.
Diagnostic nothing(const std::string& scenario, Span span, std::vector<Note> notes = {}) {
    return {Severity::warning,
            "scenario.nothing",
            {tr("scenario {id}: this change changes nothing"), {{"id", scenario}}},
            span,
            std::move(notes),
            {}};
}

// Of a scenario after which the budget is as before, every change that was not told of when it was applied.
void tell_nothing(const Budget& budget, std::string_view id, Diagnostics& diagnostics) {
    for (const ScenarioName* layer : layers_of(budget.scenarios, id)) {
        for (const ScenarioChange& change : layer->changes) {
            if (!diagnostics.has("scenario.nothing", change.extent.span))
                diagnostics.add(nothing(layer->id, change.place.span));
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
            help = only(known);
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
    french_ = reading_.french(base_[node].span.source);
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

// `known` are ids, or keys in both languages.
void Applier::no_path(const std::string& path, const std::string& part, Span span,
                      const std::vector<std::string>& known, bool ids) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    std::optional<Message> help = did_you_mean(part, names);
    if (!help && ids)
        help = only(known);
    diagnostics_.error("scenario.path", {tr("the path {path} finds no {part}"), {{"path", path}, {"part", part}}}, span,
                       help);
}

std::optional<Target> Applier::find(const FieldOf<KeyType::text>& field) {
    const std::optional<std::string> path = field.read();
    if (!path)
        return std::nullopt;
    std::vector<std::string> parts(1);
    for (const char c : *path) {
        if (c == '.')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    const Span span = field.span();
    const KeyMatch found = find_key(Section::budget, parts.front());
    if (found.slot < 0) {
        no_path(*path, parts.front(), span, names_of(Section::budget), false);
        return std::nullopt;
    }
    const Key& key = key_of(Section::budget, found.slot);
    if (is_fixed(found.slot)) {
        diagnostics_.error("scenario.target",
                           {tr("{key} is the same for the base and all scenarios"), {{"key", parts.front()}}}, span);
        return std::nullopt;
    }
    Target at{Document::root(), child(document(), Document::root(), key), &key, key.child};
    // The years of the ACI are found by number, with or without the key between.
    if (key.child == Section::aci && parts.size() > 1 && at.node != no_node &&
        find_key(Section::aci, parts[1]).slot < 0)
        parts.insert(parts.begin() + 1, row_of<Section::aci>("year"_key).english);
    return descend(*path, parts, 1, at, span);
}

// The entry of a list that parts.front() names: by id, by year, or by number from 1.
std::optional<Target> Applier::entry(const std::string& path, std::vector<std::string>& parts, const Target& at,
                                     Span span) {
    std::vector<std::string> known;
    std::size_t number = 0;
    for (NodeId node = document()[at.node].child; node != no_node; node = document()[node].next) {
        ++number;
        NodeId name = document().find(node, "id");
        if (at.section == Section::aci_year)
            name = msp::find<Section::aci_year>(document(), node, "year"_key);
        const std::string id = name != no_node ? std::string(document()[name].text) : std::to_string(number);
        if (id == parts.front())  // a list of dated rates stands for an indexation
            return Target{at.node, node,
                          nullptr, at.section == Section::index ? Section::revision : at.section,
                          {},      at.section == Section::dated_value ? at.key : nullptr};
        known.push_back(id);
    }
    no_path(path, parts.front(), span, known, true);
    return std::nullopt;
}

std::optional<Target> Applier::descend(const std::string& path, const std::vector<std::string>& parts, std::size_t from,
                                       Target at, Span span) {
    for (std::size_t i = from; i < parts.size(); ++i) {
        if (at.node != no_node && document()[at.node].kind == NodeKind::list) {
            std::vector<std::string> rest(parts.begin() + static_cast<std::ptrdiff_t>(i), parts.end());
            const std::optional<Target> found = entry(path, rest, at, span);
            if (!found)
                return std::nullopt;
            at = *found;
            continue;
        }
        if (at.key != nullptr && at.key->type == KeyType::free_table)
            return indicator(path, parts, i, at, span);
        // A single bank or entity may be named by its id, or by none.
        if (at.node != no_node && at.key != nullptr && at.key->type == KeyType::one_or_more &&
            at.section != Section::dated) {
            const NodeId name = document().find(at.node, "id");
            if (parts[i] == (name == no_node ? std::string_view("main") : document()[name].text)) {
                at = {at.parent, at.node, nullptr, at.section};
                continue;
            }
        }
        const bool table_type = at.key == nullptr || at.key->type == KeyType::table ||
                                at.key->type == KeyType::one_or_more || at.key->type == KeyType::revisions ||
                                at.key->type == KeyType::period || at.key->type == KeyType::frequency;
        const KeyMatch found = table_type ? find_key(at.section, parts[i]) : KeyMatch{};
        if (found.slot < 0 || (at.node != no_node && document()[at.node].kind != NodeKind::table)) {
            no_path(path, parts[i], span, names_of(at.section), false);
            return std::nullopt;
        }
        if (at.node == no_node)
            at.node = make_table(at, span);
        const Key& key = key_of(at.section, found.slot);
        at = {at.node, child(document(), at.node, key), &key, key.child, {}, at.dated};
    }
    return at;
}

// An entry of a free table, which need not be there, or one of its details.
std::optional<Target> Applier::indicator(const std::string& path, const std::vector<std::string>& parts,
                                         std::size_t from, Target at, Span span) {
    if (at.node != no_node && document()[at.node].kind != NodeKind::table) {
        no_path(path, parts[from], span, {}, true);
        return std::nullopt;
    }
    const Key& key = *at.key;
    const int slot = from + 1 < parts.size() ? detail_slot(key, parts.back()) : -1;
    std::string id = parts[from];
    for (std::size_t i = from + 1; i < parts.size() - (slot < 0 ? 0 : 1); ++i)
        id += '.' + parts[i];
    if (at.node == no_node)
        at.node = make_table(at, span);
    Target entry{at.node, no_node, &key, key.child, id};
    for (const FreeEntry& known : free_entries(document(), at.node, key)) {
        if (known.id == id) {
            entry.parent = known.parent;
            entry.node = known.node;
        } else if (id.starts_with(known.id + '.') && document()[known.node].kind == NodeKind::list) {
            const auto named = static_cast<std::size_t>(1 + std::ranges::count(known.id, '.'));
            return descend(path, parts, from + named, {known.parent, known.node, nullptr, Section::dated_value}, span);
        } else if (key.child != Section::budget && id.starts_with(known.id + '.')) {
            no_path(path, id.substr(known.id.size() + 1), span, names_of(key.child), false);
            return std::nullopt;
        }
    }
    return slot < 0 ? entry : detail(path, parts.back(), entry, span);
}

// `part` is the name of the detail.
std::optional<Target> Applier::detail(const std::string& path, const std::string& part, const Target& entry,
                                      Span span) {
    const int slot = detail_slot(*entry.key, part);
    const Key& key = key_of(entry.section, slot);
    if (entry.node == no_node) {
        const NodeId made = make_table(entry, span);
        return Target{made, no_node, &key, key.child};
    }
    const Node& node = document()[entry.node];
    if (node.kind == NodeKind::table)
        return Target{entry.node, child(document(), entry.node, key), &key, key.child};
    // What is said of an indicator in a word is its number or its day.
    const bool is_day = parse_written_date(node.text).has_value();
    const bool is_number = parse_count(node).has_value();
    if ((&key == &row_of<Section::reached>("number"_key) && is_number) ||
        (&key == &row_of<Section::reached>("since"_key) && is_day))
        return entry;
    no_path(path, part, span, {}, true);
    return std::nullopt;
}

std::string_view Applier::name_of(const Target& target) {
    if (!target.id.empty())
        return sources_.keep(target.id);
    return target.key->name(french_ ? Language::french : Language::english);
}

// A new key of the target's parent.
NodeId Applier::make(const Target& target, Node node) {
    node.key = name_of(target);
    node.key_span = node.span;
    return document().append(target.parent, document().add(node));
}

NodeId Applier::make_table(const Target& target, Span span) {
    Node made;
    made.kind = NodeKind::table;
    made.span = span;
    return make(target, made);
}

void Applier::replace(const Target& target, NodeId value) {
    Node& written = document()[value];
    if (target.node == no_node) {
        written.key = name_of(target);
        written.key_span = written.span;
        overlay_.changes.push_back({written.span, document()[target.parent].span});
        document().append(target.parent, value);
        return;
    }
    overlay_.changes.push_back({written.span, document()[target.node].span});
    document().overwrite(target.node, document()[value]);
}

void Applier::write(NodeId parent, const Key& key, std::string text, NodeKind kind, Span span) {
    Node node;
    node.kind = kind;
    node.text = sources_.keep(std::move(text));
    node.span = span;
    const NodeId written = document().add(node);
    replace({parent, child(document(), parent, key), &key, key.child}, written);
}

void Applier::set(ChangeTable& table) {
    if (!table["to"_key].has()) {
        table["to"_key].missing();
        return;
    }
    const std::optional<Target> target = find(table["set"_key]);
    if (!target)
        return;
    if (target->key == nullptr) {
        diagnostics_.error(
            "change.entry",
            {tr("{set} changes a value, and this path names a whole entry"), {{"set", table["set"_key].name()}}},
            table["set"_key].span(),
            Message{tr("add the key to the path, such as {path}"),
                    {{"path", *table["set"_key].read() + '.' + example(target->section, french_)}}});
        return;
    }
    const Node& value = base_[table["to"_key].node()];
    if (target->node != no_node && value.child == no_node && document()[target->node].child == no_node &&
        document()[target->node].text == value.text && document()[target->node].kind == value.kind) {
        diagnostics_.add(nothing(id_, value.span, {{document()[target->node].span, {tr("it is so already"), {}}}}));
        return;
    }
    if (target->key == &row_of<Section::loan>("schedule"_key)) {
        names_file(value.span);
        return;
    }
    replace(*target, document().copy(table["to"_key].node()));
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
    const std::optional<Target> target = find(table["add"_key]);
    if (!target)
        return;
    const bool list = target->node == no_node ? target->key != nullptr && (target->key->type == KeyType::tables ||
                                                                           target->key->type == KeyType::one_or_more)
                                              : document()[target->node].kind == NodeKind::list;
    if (!list) {
        const char* expense =
            row_of<Section::budget>("expense"_key).name(french_ ? Language::french : Language::english);
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
        entries = make(*target, made);
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
    const std::optional<Target> target = find(table["remove"_key]);
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
    std::optional<Target> target = find(table["shift"_key]);
    if (!target)
        return;
    path_ = table["shift"_key].span();
    if (target->node == no_node && target->section == Section::aci_item && target->key->type == KeyType::table) {
        // An advance or balance that the year alone decides.
        target->node = make_table(*target, path_);
    }
    if (target->node == no_node) {
        nothing_at(table["shift"_key]);
        return;
    }
    if (const auto change = table["amount"_key].read())
        scale(*target, *change, table["amount"_key].span());
    if (!table["date"_key].has())
        return;
    const Span span = table["date"_key].span();
    const Node& value = base_[table["date"_key].node()];
    if (const auto date = parse_written_date(value.text))
        move_to(*target, *date, span);
    else if (const auto delay = parse_delay(value.text); delay && !delay->end_of_month)
        move(*target, *delay, span);
    else if (auto problem = date_problem(value))
        diagnostics_.add(std::move(*problem));
    else
        diagnostics_.error(
            "change.date", {tr("\"{text}\" is neither a date nor a delay"), {{"text", std::string(value.text)}}}, span,
            Message{tr("write a date such as 2026-07-15 or a delay such as \"2 months\" or \"-10 days\""), {}});
}

// An amount; of one that changes with time all of them, or one.
bool is_amount(const Target& target) {
    if (target.key != nullptr && target.dated != nullptr && target.key != &row_of<Section::dated_value>("value"_key))
        return false;
    const Key* key = target.dated != nullptr ? target.dated : target.key;
    return key != nullptr && (key->type == KeyType::amount || key->type == KeyType::limits ||
                              (key->type == KeyType::timeline && key->unit == &unit::euros));
}

std::vector<NodeId> Applier::values_of(const Target& target) {
    const Node& node = document()[target.node];
    const auto value = [&](NodeId step) { return msp::find<Section::dated_value>(document(), step, "value"_key); };
    std::vector<NodeId> found;
    if (node.kind == NodeKind::list) {
        for (NodeId step = node.child; step != no_node; step = document()[step].next)
            found.push_back(value(step));
    } else {
        found.push_back(node.kind == NodeKind::table ? value(target.node) : target.node);
    }
    std::erase(found, no_node);
    return found;
}

// What is no amount stays, a limit that there is not or a mistake that the decoder tells of.
void Applier::scale_amount(NodeId node, Rate factor, Span span) {
    const AmountResult amount = parse_amount(document()[node]);
    const Money* money = std::get_if<Money>(&amount);
    if (money == nullptr)
        return;
    Node made;
    made.kind = NodeKind::number;
    made.text = sources_.keep(plain(times(*money, factor, Rounding::half_up)));
    made.span = span;
    replace({no_node, node}, document().add(made));
}

void Applier::scale(const Target& target, Rate change, Span span) {
    const std::int64_t whole = change.denominator();
    const Rate factor(whole + change.digits(), change.scale());
    if (factor < Rate()) {
        diagnostics_.error("change.below-zero", {tr("a cut of more than 100 % turns the amount over"), {}}, span,
                           Message{tr("\"-100 %\" leaves nothing of it"), {}});
        return;
    }
    if (change == Rate()) {
        diagnostics_.add(nothing(id_, span));
        return;
    }
    if (is_amount(target)) {
        for (const NodeId node : values_of(target))
            scale_amount(node, factor, span);
        return;
    }
    const auto keys = adjustable(target.section);
    if (!keys || (target.key != nullptr && target.key->type != KeyType::table)) {
        diagnostics_.error("change.target", {tr("what the path names has no amount to change"), {}}, path_,
                           Message{tr("name a line, a grant, a loan, an item of the ACI, or an amount"), {}});
        return;
    }
    Rate product = factor;
    const NodeId old = child(document(), target.node, keys->scale);
    if (old != no_node) {
        const RateResult before = parse_rate(document()[old].text);
        const Rate* rate = std::get_if<Rate>(&before);
        std::int64_t digits = 0;
        if (rate == nullptr || __builtin_mul_overflow(rate->digits(), factor.digits(), &digits) ||
            rate->scale() + factor.scale() > 18) {
            diagnostics_.error("change.scale", {tr("these changes of amount cannot be multiplied exactly"), {}}, span,
                               Message{tr("write fewer decimals"), {}});
            return;
        }
        product = Rate(digits, rate->scale() + factor.scale());
    }
    write(target.node, keys->scale, product.percent() + " %", NodeKind::text, span);
}

void Applier::move(const Target& target, const Delay& by, Span span) {
    if (target.key != nullptr && target.key->type == KeyType::date) {
        if (const auto date = parse_written_date(document()[target.node].text))
            move_to(target, delayed(*date, by), span);
        return;
    }
    const auto keys = adjustable(target.section);
    if (!keys || (target.key != nullptr && target.key->type != KeyType::table)) {
        diagnostics_.error("change.target", {tr("what the path names has no date to move"), {}}, path_,
                           Message{tr("name a line, a grant, a loan, an item of the ACI, or a date"), {}});
        return;
    }
    if (by == Delay()) {
        diagnostics_.add(nothing(id_, span));
        return;
    }
    Delay sum = by;
    const NodeId old = child(document(), target.node, keys->delay);
    if (old != no_node) {
        if (const auto before = parse_delay(document()[old].text)) {
            if (before->end_of_month && by.days != 0) {
                diagnostics_.error("change.end-of-month",
                                   {tr("a delay to the end of a month cannot be moved by days"), {}}, span,
                                   Message{tr("move it by months, or set the delay"), {}});
                return;
            }
            sum.months += before->months;
            sum.days += before->days;
            sum.end_of_month = before->end_of_month;
        }
    }
    write(target.node, keys->delay, written(sum), NodeKind::text, span);
}

void Applier::move_to(const Target& target, Date date, Span span) {
    const auto is_so = [&](NodeId node) {
        return node != no_node && parse_written_date(document()[node].text) == date;
    };
    if (target.key != nullptr && target.key->type == KeyType::date) {
        if (is_so(target.node)) {
            diagnostics_.add(nothing(id_, span));
            return;
        }
        Node node;
        node.kind = NodeKind::date;
        node.text = sources_.keep(iso(date));
        node.span = span;
        replace(target, document().add(node));
        return;
    }
    const auto keys = adjustable(target.section);
    const NodeId old = keys && keys->date != nullptr ? child(document(), target.node, *keys->date) : no_node;
    if (old == no_node && target.section != Section::aci_item) {
        diagnostics_.error("change.target", {tr("what the path names has no single date to move to another"), {}},
                           path_, Message{tr("move it by a delay such as \"2 months\""), {}});
        return;
    }
    const NodeId delay = child(document(), target.node, keys->delay);
    if (delay == no_node && is_so(old)) {
        diagnostics_.add(nothing(id_, span));
        return;
    }
    write(target.node, *keys->date, iso(date), NodeKind::date, span);
    // The day itself is named: no delay of the entry or of a scenario below moves it further.
    if (delay != no_node)
        document().unlink(target.node, delay);
}

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

// A contract whose line the scenario removes runs on without an amount, and stays that of its entity.
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
    leave_lines_out(overlay->document, unchanged, id, sources, diagnostics);
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
