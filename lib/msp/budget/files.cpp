// SPDX-License-Identifier: MIT
#include <msp/budget/files.hpp>
#include <msp/budget/key_name.hpp>
#include <msp/budget/keys_budget.hpp>
#include <msp/budget/keys_files.hpp>
#include <msp/budget/keys_loan.hpp>
#include <msp/budget/rows.hpp>
#include <msp/read/file.hpp>
#include <msp/read/readers.hpp>

#include <utility>

namespace msp {
namespace {

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

// The files that one budget names, put into its document.
class NamedFiles {
 public:
    NamedFiles(Document& document, Sources& sources, const std::string& folder, Diagnostics& diagnostics)
        : document_(document), sources_(sources), folder_(folder), diagnostics_(diagnostics) {}

    // `names` is one file name or a list of them.
    void read_list(NodeId names, Slot<Section::budget> list) {
        if (names == no_node)
            return;
        std::vector<NodeId> paths = {names};
        if (document_[names].kind == NodeKind::list) {
            paths.clear();
            for (NodeId child = document_[names].child; child != no_node; child = document_[child].next)
                paths.push_back(child);
        }
        const Key& key = list.row();
        for (const NodeId path : paths)
            if (const std::optional<Document> rows = rows_of(path, key.child))
                graft(document_, entries_of(list, document_[path], document_[names].key == key.french), *rows,
                      Document::root());
    }

    // Those of the command line, else of `name`.
    void read_balances(NodeId name, const Openings& openings) {
        const std::size_t before = diagnostics_.errors();
        std::optional<Document> rows;
        if (!openings.path)
            rows = name == no_node ? std::nullopt : rows_of(name, Section::balance);
        else if (const auto source = load_file(sources_, *openings.path, diagnostics_))
            rows = read_rows(sources_, *source, Section::balance, diagnostics_);
        if (rows)
            type_openings(document_, *rows, openings, sources_, diagnostics_);
        if (diagnostics_.errors() != before)
            suppose_openings(document_);
    }

    void read_schedules() {
        const NodeId loans = find<Section::budget>(document_, Document::root(), "loan"_key);
        if (loans == no_node)
            return;
        for (NodeId loan = document_[loans].child; loan != no_node; loan = document_[loan].next)
            if (document_[loan].kind == NodeKind::table)
                read_schedule(loan);
    }

 private:
    void read_schedule(NodeId loan) {
        const NodeId name = find<Section::loan>(document_, loan, "schedule"_key);
        if (name == no_node || !is_text(document_[name]))
            return;
        const std::optional<Document> rows = rows_of(name, Section::bank_row);
        if (!rows)
            return;
        document_[name].kind = NodeKind::list;
        document_[name].text = {};
        graft(document_, name, *rows, Document::root());
    }

    [[nodiscard]] static bool is_text(const Node& node) {
        return node.kind == NodeKind::text || node.kind == NodeKind::bare;
    }

    std::optional<Document> rows_of(NodeId path, Section section) {
        const Node name = document_[path];
        if (!is_text(name)) {
            diagnostics_.error("files.name", {tr("this is no file name"), {}}, name.span,
                               Message{tr("write it in quotes"), {}});
            return std::nullopt;
        }
        const std::size_t before = diagnostics_.errors();
        const std::optional<SourceId> source = load(name);
        if (!source)
            return std::nullopt;
        std::optional<Document> rows = read_rows(sources_, *source, section, diagnostics_);
        if (!rows || diagnostics_.errors() != before)
            return std::nullopt;
        if ((*rows)[Document::root()].child == no_node)
            diagnostics_.warning("files.empty", {tr("there are no rows in {file}"), {{"file", std::string(name.text)}}},
                                 name.span,
                                 Message{tr("write a heading and a row for each entry, or leave the name out"), {}});
        return rows;
    }

    std::optional<SourceId> load(const Node& name) {
        const std::string path = name.text.starts_with('/') ? std::string(name.text) : folder_ + std::string(name.text);
        Diagnostics problems;
        const std::optional<SourceId> source = load_file(sources_, path, problems);
        for (Diagnostic& problem : problems.sorted()) {
            if (problem.span.known())
                problem.notes.push_back({name.span, {tr("the file is named here"), {}}});
            else
                problem.span = name.span;
            diagnostics_.add(std::move(problem));
        }
        if (!source)
            return std::nullopt;
        bytes_ += sources_.text(*source).size();
        if (bytes_ <= most_bytes)
            return source;
        if (!std::exchange(too_many_, true))
            diagnostics_.error("files.size",
                               {tr("the files named up to here are larger than {limit} MiB together"),
                                {{"limit", std::int64_t{most_bytes >> 20}}}},
                               name.span, Message{tr("cut the budget into several"), {}});
        return std::nullopt;
    }

    // The list that the rows go to, made where the file has none.
    NodeId entries_of(Slot<Section::budget> list, const Node& name, bool french) {
        const NodeId known = find(document_, Document::root(), list);
        if (known != no_node)
            return known;
        Node made;
        made.kind = NodeKind::list;
        made.key = list.row().name(french ? Language::french : Language::english);
        made.key_span = made.span = name.span;
        return document_.append(Document::root(), document_.add(made));
    }

    static constexpr std::size_t most_bytes = 64U << 20;

    Document& document_;
    Sources& sources_;
    const std::string& folder_;
    Diagnostics& diagnostics_;
    std::size_t bytes_ = 0;
    bool too_many_ = false;
};

// An editor is told there where the schema stands, since JSON has no comments for it: nothing of the budget.
void leave_out_schema(Document& document) {
    const NodeId schema = document.find(Document::root(), "$schema");
    if (schema != no_node && document[schema].kind == NodeKind::text)
        document.unlink(Document::root(), schema);
}

}  // namespace

std::optional<Document> read_as(FileFormat format, Sources& sources, SourceId source, Diagnostics& diagnostics) {
    switch (format) {
        case FileFormat::toml:
            return read_toml(sources, source, diagnostics);
        case FileFormat::yaml:
            return read_yaml(sources, source, diagnostics);
        case FileFormat::json:
            break;
    }
    std::optional<Document> document = read_json(sources, source, diagnostics);
    if (document)
        leave_out_schema(*document);
    return document;
}

FileFormat format_of(const std::string& path) {
    if (path.ends_with(".yaml") || path.ends_with(".yml"))
        return FileFormat::yaml;
    return path.ends_with(".json") ? FileFormat::json : FileFormat::toml;
}

std::optional<Document> read_budget(Sources& sources, const std::string& path, FileFormat format,
                                    Diagnostics& diagnostics, const Openings& openings) {
    const std::optional<SourceId> source = load(sources, path, diagnostics);
    if (!source)
        return std::nullopt;
    std::optional<Document> document = read_as(format, sources, *source, diagnostics);
    if (!document)
        return std::nullopt;
    const std::size_t slash = path.rfind('/');
    read_named_files(*document, sources, slash == std::string::npos ? "" : path.substr(0, slash + 1), diagnostics,
                     openings);
    return document;
}

void read_named_files(Document& document, Sources& sources, const std::string& folder, Diagnostics& diagnostics,
                      const Openings& openings) {
    NamedFiles named(document, sources, folder, diagnostics);
    const NodeId files = find<Section::budget>(document, Document::root(), "files"_key);
    const auto named_by = [&](Slot<Section::files> key) {
        const bool is_table = files != no_node && document[files].kind == NodeKind::table;
        return is_table ? find(document, files, key) : no_node;
    };
    named.read_list(named_by("expense"_key), "expense"_key);
    named.read_list(named_by("income"_key), "income"_key);
    named.read_list(named_by("member"_key), "member"_key);
    named.read_list(named_by("spent"_key), "spent"_key);
    named.read_list(named_by("paid"_key), "paid"_key);
    named.read_list(named_by("current_account"_key), "current_account"_key);
    named.read_list(named_by("participation"_key), "participation"_key);
    named.read_schedules();
    named.read_balances(named_by("bank"_key), openings);
}

}  // namespace msp
