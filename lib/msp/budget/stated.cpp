// SPDX-License-Identifier: MIT
#include <msp/budget/free_table.hpp>
#include <msp/budget/stated.hpp>
#include <msp/budget/stated_text.hpp>
#include <msp/budget/stated_when.hpp>
#include <msp/budget/value_in.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace msp {
namespace {

// How the tables of a section are shown.
enum class Shown : std::uint8_t {
    values,    // a row a value
    together,  // a row an entry
    counted,   // how many there are
    no,
};

// A new section has to be decided about before this compiles.
constexpr Shown shown(Section section) {
    switch (section) {
        case Section::budget:
        case Section::forecast:
        case Section::entity:
        case Section::bank:
        case Section::line:
        case Section::every:
        case Section::index:
        case Section::grant:
        case Section::grant_instalment:
        case Section::loan:
        case Section::deferral:
        case Section::insurance:
        case Section::loan_fees:
        case Section::aci:
        case Section::aci_options:
        case Section::aci_year:
        case Section::reached:
        case Section::precarity:
        case Section::aci_item:
        case Section::recovery:
        case Section::charges:
        case Section::call:
        case Section::distribution:
        case Section::employer:
        case Section::health_cover:
        case Section::provident_cover:
        case Section::payroll_growth:
        case Section::post:
        case Section::meal_vouchers:
        case Section::depreciation:
            return Shown::values;
        case Section::revision:
        case Section::dated:
        case Section::dated_value:
        case Section::pay_date:
        case Section::work_rate:
        case Section::lump_sum:
        case Section::period:
        case Section::declared_tax:
        case Section::raise:
            return Shown::together;
        case Section::bank_row:
        case Section::member:
        case Section::absence:
        case Section::share_key:
        case Section::key_mix:
        case Section::exemption:
        case Section::newcomer_step:
        case Section::key_target:
        case Section::paid:
        case Section::current_account:
        case Section::spent:
        case Section::third_party:
        case Section::room:
        case Section::occupancy:
        case Section::participation:
        case Section::post_absence:
            return Shown::counted;
        case Section::statement_columns:
        case Section::accounts:
        case Section::funding:
        case Section::gain:
        case Section::estimate:
        case Section::estimated_share:
        case Section::ramp_step:
        case Section::balance:
        case Section::category:
        case Section::files:
        case Section::scenario:
        case Section::change:
        case Section::map:
        case Section::contract:
        case Section::calendar:
            break;
    }
    return Shown::no;
}

// Names, what the books are known by, and what only other programs and views ask for.
constexpr auto no_figure = std::to_array<std::string_view>(
    {"id", "label", "name", "siren", "iban", "account", "match", "fees_match", "category", "schema", "lang", "stale",
     "effort", "effort_unit", "received_as", "alternative", "approved", "approved_exercise", "columns"});

// What a value that names something names: entries of which lists of the file. People are not among them.
struct Naming {
    std::string_view key;
    std::array<std::string_view, 2> lists;
};
constexpr auto namings = std::to_array<Naming>({{"entity", {"entity"}},
                                                {"bank", {"bank"}},
                                                {"paid_to", {"bank", "entity"}},
                                                {"shared", {"key", "third_party"}},
                                                {"post", {"post"}}});

bool is_list_of_tables(const Document& document, NodeId node) {
    const Node& list = document[node];
    return list.kind == NodeKind::list && list.child != no_node && document[list.child].kind == NodeKind::table;
}

class StatedWalk {
 public:
    StatedWalk(const Document& document, Language language) : document_(document), language_(language) {}

    std::vector<StatedValue> run() {
        const Values file = values_of(Document::root(), Section::budget);
        for (const Naming& naming : namings) {
            for (const std::string_view list : naming.lists)
                learn_titles(file, list);
        }
        for (const Key& topic : keys_of(Section::budget)) {
            if (topic.child == Section::budget || shown(topic.child) == Shown::no)
                continue;
            topic_ = &topic;
            const NodeId node = file.of(topic);
            if (node != no_node)
                tables(node, topic, {topic.english, topic.english, {}, {}, {}});
            else if (always_there(Section::budget, topic))
                table(values_of(no_node, topic.child), {topic.english, topic.english, {}, {}, {}});
            for (Absent& each : absent_)
                all_.push_back(std::move(each.value));
            absent_.clear();
        }
        return std::move(all_);
    }

 private:
    // Where in the file the walk is.
    struct At {
        std::string path;
        std::string kind;  // the same without the entries
        std::string id;    // of the topic's entry
        std::string entry;
        std::vector<const Key*> within;
    };
    // A key of one kind of table, in how many of them nobody typed it.
    struct Absent {
        std::string kind;
        StatedValue value;
    };

    // The values of a table by the rows of its section; all none where there is no table.
    struct Values {
        Section section;
        std::vector<NodeId> nodes;

        [[nodiscard]] NodeId of(const Key& key) const {
            return nodes[static_cast<std::size_t>(&key - keys_of(section).data())];
        }
    };
    [[nodiscard]] Values values_of(NodeId table, Section section) const {
        Values found = {section, std::vector<NodeId>(keys_of(section).size(), no_node)};
        if (table == no_node || document_[table].kind != NodeKind::table)
            return found;
        int slot = 0;
        for (NodeId child = document_[table].child; child != no_node; child = document_[child].next) {
            const int match = find_key(section, document_[child].key, slot).slot;
            if (match < 0)
                continue;
            if (document_[child].kind != NodeKind::null)
                found.nodes[static_cast<std::size_t>(match)] = child;
            slot = (match + 1) % static_cast<int>(found.nodes.size());
        }
        return found;
    }

    // What a table says of one of its keys: its text, empty of a table; nothing where it is absent.
    [[nodiscard]] std::optional<std::string_view> text_of(const Values& values, std::string_view english) const {
        const int slot = find_key(values.section, english).slot;
        const NodeId node = slot < 0 ? no_node : values.nodes[static_cast<std::size_t>(slot)];
        return node == no_node ? std::nullopt : std::optional(document_[node].text);
    }

    // What a scenario's path calls an entry, and what a reader does.
    [[nodiscard]] std::pair<std::string, std::string> names_of(const Values& values, std::size_t number) const {
        const auto first_of = [&](std::initializer_list<const char*> keys) {
            for (const char* const key : keys) {
                if (const auto found = text_of(values, key); found && !found->empty())
                    return std::string(*found);
            }
            return std::string();
        };
        const std::string id = first_of({"id", "year"});
        const std::string name = first_of({"label", "name", "id", "year"});
        return {id.empty() ? std::to_string(number) : id, name};
    }

    // What a reader calls the entries of a list, by its key and their ids; with the id where the name is another's too.
    void learn_titles(const Values& file, std::string_view list) {
        const int slot = find_key(Section::budget, list).slot;
        const NodeId node = slot < 0 ? no_node : file.nodes[static_cast<std::size_t>(slot)];
        if (node == no_node || document_[node].kind != NodeKind::list || titles_.contains(list))
            return;
        std::map<std::string, int> number;
        std::map<std::string, std::string, std::less<>>& titles = titles_[list];
        for (NodeId entry = document_[node].child; entry != no_node; entry = document_[entry].next) {
            const auto [id, name] =
                names_of(values_of(entry, keys_of(Section::budget)[static_cast<std::size_t>(slot)].child), 0);
            titles.emplace(id, name);
            ++number[name];
        }
        for (auto& [id, title] : titles) {
            if (number[title] > 1)
                title += " (" + id + ')';
        }
    }

    // What it names, where it names something by its id.
    [[nodiscard]] StatedText value_text(NodeId node, const Key& key) const {
        const auto* const naming = std::ranges::find(namings, key.english, &Naming::key);
        if (key.type == KeyType::reference && naming != namings.end()) {
            for (const std::string_view list : naming->lists) {
                const auto titles = titles_.find(list);
                if (titles == titles_.end())
                    continue;
                const auto found = titles->second.find(document_[node].text);
                if (found != titles->second.end())
                    return {found->second, {}};
            }
        }
        return stated_text(document_, node, key, language_);
    }

    // One table, or each of a list.
    void tables(NodeId node, const Key& key, const At& at) {
        const Section section =
            key.type == KeyType::revisions && document_[node].kind == NodeKind::list ? Section::revision : key.child;
        if (shown(section) == Shown::no)
            return;
        const bool list = document_[node].kind == NodeKind::list;
        if (shown(section) == Shown::counted)
            return count(node, key, at);
        if (!list)
            return one(node, section, key, at, 0);
        std::size_t number = 0;
        for (NodeId entry = document_[node].child; entry != no_node; entry = document_[entry].next)
            one(entry, section, key, at, ++number);
    }

    void one(NodeId node, Section section, const Key& key, At at, std::size_t number) {
        if (shown(section) == Shown::together)
            return add(node, key, at, {together(node, section), {}});
        const Values values = values_of(node, section);
        auto [id, name] = names_of(values, number);
        if (at.path == topic_->english)
            at.id = number > 0 || !text_of(values, "id").value_or("").empty() ? id : "";
        if (number > 0)
            at.path += '.' + id;
        at.entry += (at.entry.empty() || name.empty() ? "" : ", ") + name;
        table(values, at);
    }

    // Keys in the order of the rows.
    void table(const Values& values, const At& at) {
        const Section section = values.section;
        for (const Key& key : keys_of(section)) {
            if (!states_something(section, key))
                continue;
            const NodeId child = values.of(key);
            if (child != no_node)
                value(child, key, under(at, key));
            else if (always_there(section, key))
                table(values_of(no_node, key.child), under(at, key, true));
            else if (holds_absent(section, key, [&](std::string_view other) { return text_of(values, other); }))
                absent(key, under(at, key));
        }
    }

    static At under(const At& at, const Key& key, bool as_table = false) {
        At below = at;
        below.path += std::string(".") + key.english;
        below.kind += std::string(".") + key.english;
        if (as_table)
            below.within.push_back(&key);
        return below;
    }

    void value(NodeId node, const Key& key, At at) {
        const bool table = document_[node].kind == NodeKind::table;
        if (key.type == KeyType::free_table && table)
            return entries(node, key, at);
        if (is_dated(key.type) && is_list_of_tables(document_, node))
            return steps(node, key, at);
        if (table || is_list_of_tables(document_, node)) {
            at.within.push_back(&key);
            return tables(node, key, at);
        }
        add(node, key, at, value_text(node, key));
    }

    void entries(NodeId node, const Key& key, const At& at) {
        for (const FreeEntry& entry : free_entries(document_, node, key)) {
            At below = at;
            below.path += '.' + entry.id;
            below.entry += (below.entry.empty() ? "" : ", ") + entry.id;
            if (document_[entry.node].kind == NodeKind::table) {
                below.within.push_back(&key);
                table(values_of(entry.node, key.child), below);
            } else if (is_list_of_tables(document_, entry.node)) {
                steps(entry.node, key, below);
            } else {
                add(entry.node, key, below, stated_text(document_, entry.node, entry_key(key), language_));
            }
        }
    }

    void steps(NodeId node, const Key& key, const At& at) {
        for (NodeId step = document_[node].child; step != no_node; step = document_[step].next)
            add(step, key, at, {together(step, Section::dated_value, &key), {}});
    }

    // "15/03/2026, 1 200,00 €": the values of an entry. Those of a list over time are what its key says.
    [[nodiscard]] std::string together(NodeId node, Section section, const Key* of_values = nullptr) const {
        std::string all;
        const Values values = values_of(node, section);
        for (const Key& key : keys_of(section)) {
            const NodeId child = values.of(key);
            if (child == no_node)
                continue;
            const bool of_list = of_values != nullptr && std::string_view(key.english) == "value";
            all += (all.empty() ? "" : ", ") + value_text(child, of_list ? *of_values : key).words;
        }
        return all;
    }

    void count(NodeId node, const Key& key, const At& at) {
        StatedValue row = made(key, at);
        row.by = StatedBy::many;
        row.place = document_[node].span;
        row.number = document_[node].kind == NodeKind::list ? 0 : 1;
        if (row.number == 0) {
            for (NodeId entry = document_[node].child; entry != no_node; entry = document_[entry].next)
                ++row.number;
            if (document_[node].child != no_node)
                row.place = document_[document_[node].child].span;
        }
        all_.push_back(std::move(row));
    }

    [[nodiscard]] StatedValue made(const Key& key, const At& at) const {
        StatedValue row;
        row.topic = topic_;
        row.within = at.within;
        if (!row.within.empty() && row.within.back() == &key)
            row.within.pop_back();
        row.key = &key;
        row.path = at.path;
        row.ids = {at.id};
        row.entries = {at.entry};
        return row;
    }

    void add(NodeId node, const Key& key, const At& at, StatedText text) {
        StatedValue row = made(key, at);
        row.value = std::move(text.words);
        row.figure = text.figure;
        row.written = document_[node].text;
        row.place = document_[node].span;
        all_.push_back(std::move(row));
    }

    void absent(const Key& key, const At& at) {
        auto found = std::ranges::find(absent_, at.kind, &Absent::kind);
        if (found == absent_.end()) {
            StatedValue row = made(key, at);
            row.path = at.kind;
            row.ids.clear();
            row.entries.clear();
            StatedText text = stated_fallback(key, language_);
            row.value = std::move(text.words);
            row.figure = text.figure;
            row.by = StatedBy::nobody;
            found = absent_.insert(absent_.end(), Absent{at.kind, std::move(row)});
        }
        found->value.ids.push_back(at.id);
        found->value.entries.push_back(at.entry);
    }

    const Document& document_;
    Language language_;
    std::map<std::string_view, std::map<std::string, std::string, std::less<>>> titles_;  // by list and id
    const Key* topic_ = nullptr;
    std::vector<StatedValue> all_;
    std::vector<Absent> absent_;  // of the topic
};

}  // namespace

bool states_something(Section section, const Key& key) {
    if (shown(section) != Shown::values || std::ranges::find(no_figure, key.english) != no_figure.end())
        return false;
    const bool names_year = key.type == KeyType::integer && std::string_view(key.english) == "year";
    return !names_year && (key.child == Section::budget || shown(key.child) != Shown::no);
}

std::vector<StatedValue> stated_values(const Document& document, Language language) {
    return StatedWalk(document, language).run();
}

}  // namespace msp
