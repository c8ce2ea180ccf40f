// SPDX-License-Identifier: MIT
#include <msp/budget/dated_rows.hpp>
#include <msp/budget/key_name.hpp>
#include <msp/budget/keys_member.hpp>

#include <map>
#include <string>
#include <string_view>

namespace msp {
namespace {

class DatedRows {
 public:
    DatedRows(Document& rows, Diagnostics& diagnostics) : rows_(rows), diagnostics_(diagnostics) {}

    void run() {
        NodeId next = no_node;
        for (NodeId row = rows_[Document::root()].child; row != no_node; row = next) {
            next = rows_[row].next;
            const NodeId id = find<Section::member>(rows_, row, "id"_key);
            const NodeId from = find<Section::member>(rows_, row, "from"_key);
            const auto [first, fresh] = first_.try_emplace(id == no_node ? "" : rows_[id].text, row);
            if (from == no_node || id == no_node)
                continue;
            const bool french = rows_[from].key == Slot<Section::member>("from"_key).row().french;
            language_ = french ? Language::french : Language::english;
            rows_.unlink(row, from);
            if (fresh) {
                date_figures(row, from);
                continue;
            }
            join(first->second, row, from);
            rows_.unlink(Document::root(), row);
        }
    }

 private:
    static const Key* row_of(std::string_view name) {
        for (const Key& key : Keys<Section::member>::rows) {
            if (name == key.english || name == key.french)
                return &key;
        }
        return nullptr;
    }
    static bool changes(const Key* key) { return key != nullptr && key->type == KeyType::timeline; }

    // The row's own figures hold from its day on.
    void date_figures(NodeId row, NodeId from) {
        for (NodeId cell = rows_[row].child; cell != no_node; cell = rows_[cell].next) {
            if (changes(row_of(rows_[cell].key)))
                to_list(cell, from);
            else if (rows_[cell].kind == NodeKind::table)
                date_all(cell, from);
        }
    }

    // Counters with names of the user's own.
    void date_all(NodeId counters, NodeId from) {
        for (NodeId cell = rows_[counters].child; cell != no_node; cell = rows_[cell].next)
            to_list(cell, from);
    }

    void join(NodeId first, NodeId row, NodeId from) {
        NodeId next = no_node;
        for (NodeId cell = rows_[row].child; cell != no_node; cell = next) {
            next = rows_[cell].next;
            const NodeId known = rows_.find(first, rows_[cell].key);
            const bool counters = rows_[cell].kind == NodeKind::table;
            if (!counters && !changes(row_of(rows_[cell].key))) {
                if (known == no_node || rows_[known].text != rows_[cell].text)
                    differs(cell, first);
            } else if (known == no_node) {
                rows_.unlink(row, cell);
                rows_.append(first, cell);
                counters ? date_all(cell, from) : to_list(cell, from);
            } else if (counters) {
                join_counters(known, cell, from);
            } else {
                add(known, cell, from);
            }
        }
    }

    void join_counters(NodeId known, NodeId counters, NodeId from) {
        NodeId next = no_node;
        for (NodeId cell = rows_[counters].child; cell != no_node; cell = next) {
            next = rows_[cell].next;
            const NodeId same = rows_.find(known, rows_[cell].key);
            if (same != no_node) {
                add(same, cell, from);
                continue;
            }
            rows_.unlink(counters, cell);
            rows_.append(known, cell);
            to_list(cell, from);
        }
    }

    void add(NodeId known, NodeId cell, NodeId from) {
        if (rows_[known].kind != NodeKind::list)
            to_list(known, no_node);
        rows_.append(known, step(rows_[cell], from));
    }

    // The value becomes a list of one.
    void to_list(NodeId cell, NodeId from) {
        const NodeId only = step(rows_[cell], from);
        rows_[cell].kind = NodeKind::list;
        rows_[cell].text = {};
        rows_.append(cell, only);
    }

    // A value and, where there is one, its day.
    NodeId step(Node value, NodeId from) {
        Node table;
        table.kind = NodeKind::table;
        table.span = table.key_span = value.span;
        const NodeId made = rows_.add(table);
        if (from != no_node) {
            Node day = rows_[from];
            day.key = Slot<Section::dated_value>("from"_key).row().name(language_);
            rows_.append(made, rows_.add(day));
        }
        value.key = Slot<Section::dated_value>("value"_key).row().name(language_);
        rows_.append(made, rows_.add(value));
        return made;
    }

    void differs(NodeId cell, NodeId first) {
        diagnostics_.error("member.row",
                           {tr("{key} changes in a row with a day of its own, and only figures can"),
                            {{"key", std::string(rows_[cell].key)}}},
                           rows_[cell].span,
                           Message{tr("leave it empty; who comes back, or changes profession, is a row with an id of "
                                      "its own that names the first one as {person}"),
                                   {{"person", Slot<Section::member>("person"_key).row().name(language_)}}},
                           {{rows_[first].span, {tr("the first row"), {}}}});
    }

    Document& rows_;
    Diagnostics& diagnostics_;
    Language language_ = Language::english;     // of the heading of the days
    std::map<std::string_view, NodeId> first_;  // by id
};

}  // namespace

void join_dated_rows(Document& rows, Diagnostics& diagnostics) {
    DatedRows(rows, diagnostics).run();
}

}  // namespace msp
