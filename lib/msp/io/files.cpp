// SPDX-License-Identifier: MIT
#include <msp/io/file.hpp>
#include <msp/io/files.hpp>
#include <msp/io/keys.hpp>
#include <msp/io/readers.hpp>

#include <utility>

namespace msp {
namespace {

NodeId find(const Document& document, NodeId table, Section section, int slot) {
    const Key& key = keys_of(section)[static_cast<std::size_t>(slot)];
    return document.find(table, key.english, key.french);
}

// The nodes of another document, copied under `parent`.
void graft(Document& into, NodeId parent, const Document& from, NodeId list) {
    struct Pending {
        NodeId source;
        NodeId parent;
    };
    std::vector<Pending> pending;
    const auto copy_children = [&](NodeId source, NodeId target) {
        NodeId last = no_node;
        for (NodeId child = from[source].child; child != no_node; child = from[child].next) {
            Node node = from[child];
            node.child = node.next = no_node;
            last = last == no_node ? into.append(target, into.add(node)) : into.link(target, last, into.add(node));
            if (from[child].child != no_node)
                pending.push_back({child, last});
        }
    };
    copy_children(list, parent);
    while (!pending.empty()) {
        const Pending next = pending.back();
        pending.pop_back();
        copy_children(next.source, next.parent);
    }
}

std::optional<Document> read_rows(Sources& sources, const std::string& folder, const Node& name,
                                  Diagnostics& diagnostics) {
    const std::string path = name.text.starts_with('/') ? std::string(name.text) : folder + std::string(name.text);
    const std::size_t before = diagnostics.errors();
    Diagnostics problems;
    const std::optional<SourceId> source = load(sources, path, problems);
    for (Diagnostic& problem : problems.sorted()) {
        if (problem.span.known())
            problem.notes.push_back({name.span, {tr("the file is named here"), {}}});
        else
            problem.span = name.span;
        diagnostics.add(std::move(problem));
    }
    if (!source)
        return std::nullopt;
    std::optional<Document> rows = read_csv(sources, *source, diagnostics);
    return diagnostics.errors() == before ? std::move(rows) : std::nullopt;
}

void read_list(Document& document, Sources& sources, const std::string& folder, NodeId names, int list,
               Diagnostics& diagnostics) {
    if (names == no_node)
        return;
    const Key& key = keys_of(Section::budget)[static_cast<std::size_t>(list)];
    const bool french = document[names].key == key.french;
    std::vector<NodeId> paths;
    if (document[names].kind == NodeKind::list) {
        for (NodeId child = document[names].child; child != no_node; child = document[child].next)
            paths.push_back(child);
    } else {
        paths.push_back(names);
    }
    for (const NodeId path : paths) {
        const Node name = document[path];
        if (name.kind != NodeKind::text && name.kind != NodeKind::bare) {
            diagnostics.add({Severity::error,
                             "files.name",
                             {tr("this is no file name"), {}},
                             name.span,
                             {},
                             Message{tr("write it in quotes"), {}}});
            continue;
        }
        const std::optional<Document> rows = read_rows(sources, folder, name, diagnostics);
        if (!rows)
            continue;
        NodeId entries = find(document, Document::root(), Section::budget, list);
        if (entries == no_node) {
            Node made;
            made.kind = NodeKind::list;
            made.key = french ? key.french : key.english;
            made.key_span = made.span = name.span;
            entries = document.append(Document::root(), document.add(made));
        }
        graft(document, entries, *rows, Document::root());
    }
}

void read_schedules(Document& document, Sources& sources, const std::string& folder, Diagnostics& diagnostics) {
    const NodeId loans = find(document, Document::root(), Section::budget, slot::loan);
    if (loans == no_node)
        return;
    for (NodeId loan = document[loans].child; loan != no_node; loan = document[loan].next) {
        if (document[loan].kind != NodeKind::table)
            continue;
        const NodeId name = find(document, loan, Section::loan, slot::loan_schedule);
        if (name == no_node || (document[name].kind != NodeKind::text && document[name].kind != NodeKind::bare))
            continue;
        const std::optional<Document> rows = read_rows(sources, folder, document[name], diagnostics);
        if (!rows)
            continue;
        document[name].kind = NodeKind::list;
        document[name].text = {};
        graft(document, name, *rows, Document::root());
    }
}

}  // namespace

Format format_of(const std::string& path) {
    if (path.ends_with(".yaml") || path.ends_with(".yml"))
        return Format::yaml;
    return path.ends_with(".json") ? Format::json : Format::toml;
}

std::optional<Document> read_budget(Sources& sources, const std::string& path, Format format,
                                    Diagnostics& diagnostics) {
    const std::optional<SourceId> source = load(sources, path, diagnostics);
    if (!source)
        return std::nullopt;
    std::optional<Document> document =
        format == Format::toml ? read_toml(sources, *source, diagnostics) : read_yaml(sources, *source, diagnostics);
    if (!document)
        return std::nullopt;
    const std::size_t slash = path.rfind('/');
    read_named_files(*document, sources, slash == std::string::npos ? "" : path.substr(0, slash + 1), diagnostics);
    return document;
}

void read_named_files(Document& document, Sources& sources, const std::string& folder, Diagnostics& diagnostics) {
    const NodeId files = find(document, Document::root(), Section::budget, slot::files);
    if (files != no_node && document[files].kind == NodeKind::table) {
        read_list(document, sources, folder, find(document, files, Section::files, slot::file_expense), slot::expense,
                  diagnostics);
        read_list(document, sources, folder, find(document, files, Section::files, slot::file_income), slot::income,
                  diagnostics);
        read_list(document, sources, folder, find(document, files, Section::files, slot::file_member), slot::member,
                  diagnostics);
    }
    read_schedules(document, sources, folder, diagnostics);
}

}  // namespace msp
