// SPDX-License-Identifier: MIT
#include <msp/budget/files.hpp>
#include <msp/budget/key_name.hpp>
#include <msp/budget/keys.hpp>
#include <msp/budget/keys_budget.hpp>
#include <msp/budget/keys_member.hpp>
#include <msp/budget/keys_scenario.hpp>
#include <msp/budget/rows.hpp>
#include <msp/read/file.hpp>
#include <msp/scenario/people.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace msp {
namespace {

class PeopleWriter {
 public:
    PeopleWriter(Document& document, Sources& sources) : document_(document), sources_(sources) {}

    bool run(const PeopleScenario& scenario, Diagnostics& diagnostics) {
        span_ = asked("--scenario", scenario.id);
        const Note which = {span_, {tr("with this scenario"), {}}};
        const NodeId made = document_.add(table());
        text(made, "id", scenario.id);
        text(made, "label", scenario.label);
        changes_ = document_.append(made, document_.add(named("change", NodeKind::list)));
        for (const Leaving& leaving : scenario.leaving)
            leave(leaving);
        for (const Joining& joining : scenario.joining)
            join(joining);
        document_.append(scenarios(), made);
        for (Diagnostic& problem : diagnostics_.sorted()) {
            // What was typed names the scenario by itself.
            if (std::ranges::find(typed_, problem.span.source) == typed_.end())
                problem.notes.push_back(which);
            diagnostics.add(std::move(problem));
        }
        return !diagnostics_.has_errors();
    }

 private:
    // What was typed, as a text that messages can show.
    [[nodiscard]] Span asked(const char* option, const std::string& typed) {
        typed_.push_back(sources_.add_typed(option, typed));
        return {typed_.back(), 0, static_cast<std::uint32_t>(typed.size())};
    }

    [[nodiscard]] Node table() const {
        Node node;
        node.kind = NodeKind::table;
        node.span = node.key_span = span_;
        return node;
    }
    [[nodiscard]] Node named(std::string_view key, NodeKind kind, std::string_view text = {}) const {
        Node node = table();
        node.kind = kind;
        node.key = key;
        node.text = text;
        return node;
    }
    void text(NodeId parent, std::string_view key, std::string value) {
        document_.append(parent, document_.add(named(key, NodeKind::text, sources_.keep(std::move(value)))));
    }
    void date(NodeId parent, std::string_view key, Date value) {
        document_.append(parent, document_.add(named(key, NodeKind::date, sources_.keep(iso(value)))));
    }

    NodeId scenarios() {
        const NodeId known = find<Section::budget>(document_, Document::root(), "scenario"_key);
        if (known != no_node)
            return known;
        const std::string_view key = row_of<Section::budget>("scenario"_key).english;
        return document_.append(Document::root(), document_.add(named(key, NodeKind::list)));
    }

    void leave(const Leaving& leaving) {
        span_ = asked("--without", leaving.typed);
        if (!is_member(leaving.member))
            return;
        if (leaving.already)
            return diagnostics_.error("without.left",
                                      {tr("{member} has left on {date} already, and nothing would change"),
                                       {{"member", leaving.member}, {"date", *leaving.already}}},
                                      span_, Message{tr("type an earlier day, or leave this member out"), {}});
        const NodeId change = document_.append(changes_, document_.add(table()));
        const Key& last_day = row_of<Section::member>("leaves"_key);
        text(change, "set", "member." + leaving.member + '.' + last_day.english);
        date(change, "to", leaving.last);
    }

    bool is_member(const std::string& id) {
        std::vector<std::string_view> known;
        const NodeId members = find<Section::budget>(document_, Document::root(), "member"_key);
        for (NodeId node = members == no_node ? no_node : document_[members].child; node != no_node;
             node = document_[node].next) {
            if (const NodeId name = document_.find(node, "id"); name != no_node)
                known.push_back(document_[name].text);
        }
        if (std::ranges::find(known, id) != known.end())
            return true;
        diagnostics_.error("without.unknown", {tr("no member is called {id}"), {{"id", id}}}, span_,
                           what_there_is(id, known));
        return false;
    }

    void join(const Joining& joining) {
        span_ = asked("--with", joining.typed);
        const std::optional<SourceId> source = load_file(sources_, joining.file, diagnostics_);
        if (!source)
            return;
        const std::size_t before = added_;
        if (joining.file.ends_with(".csv"))
            rows(*source, joining.first);
        else
            tables(*source, joining);
        if (added_ == before && !diagnostics_.has_errors())
            diagnostics_.error(
                "with.nobody", {tr("{file} has no members"), {{"file", joining.file}}}, span_,
                Message{tr("write a table [[member]] for each, or rows of a CSV file with a heading"), {}});
    }

    void rows(SourceId source, std::optional<Date> first) {
        if (const std::optional<Document> read = read_rows(sources_, source, Section::member, diagnostics_))
            add_all("member", *read, Document::root(), first);
    }

    void tables(SourceId source, const Joining& joining) {
        const std::optional<Document> read = read_as(format_of(joining.file), sources_, source, diagnostics_);
        if (!read)
            return;
        for (NodeId node = (*read)[Document::root()].child; node != no_node; node = (*read)[node].next) {
            const int slot = find_key(Section::budget, (*read)[node].key).slot;
            if (slot == Slot<Section::budget>("member"_key).position())
                add_all("member", *read, node, joining.first);
            else if (slot == Slot<Section::budget>("room"_key).position())
                add_all("room", *read, node, std::nullopt);
            else if (slot != Slot<Section::budget>("schema"_key).position() &&
                     slot != Slot<Section::budget>("lang"_key).position())
                diagnostics_.error("with.other",
                                   {tr("{file} may have members and rooms who join, and not {key}"),
                                    {{"file", joining.file}, {"key", std::string((*read)[node].key)}}},
                                   (*read)[node].key_span);
        }
    }

    // Each entry of a list of another document becomes one that the scenario adds; a single table is one.
    void add_all(const char* list, const Document& from, NodeId entries, std::optional<Date> first) {
        if (from[entries].kind == NodeKind::table)
            return add_one(list, from, entries, first);
        for (NodeId entry = from[entries].child; entry != no_node; entry = from[entry].next)
            add_one(list, from, entry, first);
    }

    void add_one(const char* list, const Document& from, NodeId entry, std::optional<Date> first) {
        const NodeId change = document_.append(changes_, document_.add(table()));
        text(change, "add", list);
        const NodeId value = copied(change, from, entry);
        document_[value].key = row_of<Section::change>("value"_key).english;
        document_[value].key_span = span_;
        if (first)
            joins_on(value, *first);
        ++added_;
    }

    NodeId copied(NodeId parent, const Document& from, NodeId entry) {
        Node node = from[entry];
        node.child = node.next = no_node;
        const NodeId made = document_.append(parent, document_.add(node));
        for (NodeId child = from[entry].child; child != no_node; child = from[child].next)
            copied(made, from, child);
        return made;
    }

    void joins_on(NodeId member, Date first) {
        const NodeId typed = find<Section::member>(document_, member, "in"_key);
        if (typed != no_node)
            document_.unlink(member, typed);
        date(member, row_of<Section::member>("in"_key).english, first);
    }

    Document& document_;
    Sources& sources_;
    Diagnostics diagnostics_;  // of this scenario
    std::vector<SourceId> typed_;
    Span span_;  // of what was typed
    NodeId changes_ = no_node;
    std::size_t added_ = 0;
};

}  // namespace

bool add_scenario(Document& document, const PeopleScenario& scenario, Sources& sources, Diagnostics& diagnostics) {
    return PeopleWriter(document, sources).run(scenario, diagnostics);
}

}  // namespace msp
