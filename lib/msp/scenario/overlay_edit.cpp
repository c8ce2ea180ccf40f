// SPDX-License-Identifier: MIT
#include <msp/scenario/overlay_edit.hpp>

namespace msp {

NodeId child(const Document& document, NodeId table, const Key& key) {
    return document.find(table, key.english, key.french);
}

Diagnostic changes_nothing(const std::string& scenario, Span span, std::vector<Note> notes) {
    return {Severity::warning,
            "scenario.nothing",
            {tr("scenario {id}: this change changes nothing"), {{"id", scenario}}},
            span,
            std::move(notes),
            {}};
}

OverlayEdit::OverlayEdit(const Document& base, Sources& sources) : sources_(sources) {
    constexpr std::size_t additions = 100;  // that a scenario makes without the whole being copied once more
    document().reserve(base.size() + additions);
    document() = base;
}

std::string_view OverlayEdit::name_of(const Target& target) {
    if (!target.id.empty())
        return sources_.keep(target.id);
    return target.key->name(language_);
}

NodeId OverlayEdit::make(const Target& target, Node node) {
    node.key = name_of(target);
    node.key_span = node.span;
    return document().append(target.parent, document().add(node));
}

NodeId OverlayEdit::make_table(const Target& target, Span span) {
    Node made;
    made.kind = NodeKind::table;
    made.span = span;
    return make(target, made);
}

void OverlayEdit::replace(const Target& target, NodeId value) {
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

void OverlayEdit::write(NodeId parent, const Key& key, std::string text, NodeKind kind, Span span) {
    Node node;
    node.kind = kind;
    node.text = sources_.keep(std::move(text));
    node.span = span;
    const NodeId written = document().add(node);
    replace({parent, child(document(), parent, key), &key, key.child}, written);
}

}  // namespace msp
