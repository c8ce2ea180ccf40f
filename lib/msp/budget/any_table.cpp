// SPDX-License-Identifier: MIT
#include <msp/budget/suggest.hpp>
#include <msp/budget/table.hpp>
#include <msp/budget/value_words.hpp>
#include <msp/dates/written_date.hpp>
#include <msp/read/written.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

std::optional<bool> truth(std::string_view text) {
    const Word* word = find_word(truth_words, text);
    return word != nullptr ? std::optional(word->meaning != 0) : std::nullopt;
}

}  // namespace

AnyTable::AnyTable(Reading& reading, NodeId node, Section section)
    : TableReader(reading.document, node), reading_(reading), section_(section), rows_(keys_of(section)) {
    const Node& table = document_[node];
    if (!is_table()) {
        no_table(table);
        return;
    }
    int expected = 0;
    for (NodeId child = table.child; child != no_node; child = document_[child].next)
        expected = take(child, expected);
    for (int slot = 0; slot < std::ssize(rows_); ++slot) {
        if (row(slot).required && !has(slot))
            missing(slot);
    }
}

AnyTable::AnyTable(Reading& reading, const FreeEntry& value, const Key& row)
    : TableReader(reading.document, value.node),
      reading_(reading),
      section_(row.child),
      rows_(&row, 1),
      name_(value.id) {
    place(0, value.node);
}

int AnyTable::take(NodeId child, int expected) {
    const Node& node = reading_.document[child];
    const KeyMatch found = find_key(section_, node.key, expected);
    if (found.slot < 0) {
        unknown(node);
        return expected;
    }
    KeyLanguage& language = reading_.language(node.key_span.source);
    std::optional<Span>& mine = found.french ? language.french : language.english;
    const std::optional<Span>& other = found.french ? language.english : language.french;
    if (found.english || found.french) {
        if (other && !mine) {
            error("key.mixed",
                  {tr("{key} is in the other language than the keys before it"), {{"key", std::string(node.key)}}},
                  node.key_span, Message{tr("write all keys of a file in French, or all in English"), {}},
                  {{*other, {tr("a key of the first language"), {}}}});
        }
        if (!mine)
            mine = node.key_span;
    }
    if (has(found.slot)) {
        const Node& first = value(found.slot);
        error(
            "key.twice",
            {tr("{key} says the same as {other}"), {{"key", std::string(node.key)}, {"other", std::string(first.key)}}},
            node.key_span, {}, {{first.key_span, {tr("first said here"), {}}}});
    } else if (node.kind != NodeKind::null) {
        place(found.slot, child);
    }
    return found.slot + 1;
}

// A key that is probably another one misspelt is told as that alone, not as missing too.
void AnyTable::unknown(const Node& node) {
    const std::optional<Language> language = reading_.language_of(node.key_span.source);
    const std::string what = std::to_string(static_cast<int>(section_)) + ' ' + std::string(node.key);
    reading_.error_once("key.unknown", what, {tr("unknown key {key}"), {{"key", std::string(node.key)}}}, node.key_span,
                        [&] { return help_for_key(section_, node.key, language); });
    const auto [known, fresh] = reading_.meant.try_emplace(what, -1);
    if (fresh && !reading_.diagnostics.full())
        if (const auto near = meant_key(section_, node.key, language))
            known->second = near->slot;
    if (known->second >= 0)
        meant_.push_back(known->second);
}

bool AnyTable::meant(int slot) const {
    return std::ranges::find(meant_, slot) != meant_.end();
}

std::string AnyTable::key(int slot) const {
    if (!name_.empty())
        return name_;
    if (has(slot) && !value(slot).key.empty())
        return std::string(value(slot).key);
    return row(slot).name(reading_.keys_in(span().source));
}

void AnyTable::missing(int slot) {
    if (!is_table() || meant(slot))
        return;  // which was reported
    std::string needed;
    for (const Key& inner : row(slot).child == Section::budget ? std::span<const Key>() : keys_of(row(slot).child)) {
        if (inner.required)
            needed += (needed.empty() ? "" : ", ") + std::string(inner.name(reading_.keys_in(span().source)));
    }
    std::optional<Message> help;
    if (is_dated(row(slot).type))
        help = Message{tr("it needs {keys}"), {{"keys", Term{tr("a value, or a list of values with their days")}}}};
    else if (!needed.empty())
        help = Message{tr("it needs {keys}"), {{"keys", needed}}};
    absent(slot, std::move(help));
}

std::optional<std::string> AnyTable::text(int slot) {
    if (!scalar(slot, tr("text")))
        return std::nullopt;
    const Node& node = value(slot);
    if (node.kind == NodeKind::text || node.kind == NodeKind::bare)
        return std::string(node.text);
    error("value.quotes", {tr("{key} is text and needs quotes"), {{"key", key(slot)}}}, node.span,
          Message{tr("write \"{text}\""), {{"text", std::string(node.text)}}});
    return std::nullopt;
}

std::optional<std::string> AnyTable::id(int slot) {
    std::optional<std::string> found = text(slot);
    const bool fits = found && is_id(*found);
    found = checked_id(slot, std::move(found), fits);
    if (found && (*found == "base" || *found == "all")) {
        error("id.reserved", {tr("the id {id} is kept for the results"), {{"id", *found}}}, span(slot),
              Message{tr("choose another id"), {}});
        return std::nullopt;
    }
    return found;
}

std::optional<bool> AnyTable::boolean(int slot) {
    return parsed(slot, tr("true or false"), truth);
}

std::optional<Fact> AnyTable::fact(int slot) {
    constexpr auto wanted = tr("true, false, how many, a date or a table with details");
    if (!scalar(slot, wanted))
        return std::nullopt;
    const Node& node = value(slot);
    if (const std::optional<bool> found = truth(node.text))
        return *found;
    if (parse_count(node)) {
        const std::optional<std::int64_t> found = integer(slot);
        return found ? std::optional<Fact>(*found) : std::nullopt;
    }
    if (const std::optional<Date> found = parse_written_date(node.text))
        return *found;
    if (std::optional<Diagnostic> problem = date_problem(node)) {
        add(std::move(*problem));
        return std::nullopt;
    }
    std::optional<Message> help;
    if (!reading_.diagnostics.full())
        if (const auto near = meant_key(row(slot).child, node.key, reading_.language_of(node.key_span.source)))
            help = Message{tr("did you mean {key}?"), {{"key", near->name}}};
    wrong(slot, wanted, std::move(help));
    return std::nullopt;
}

std::optional<Word> AnyTable::word(int slot) {
    if (!scalar(slot, tr("a word")))
        return std::nullopt;
    const std::span<const Word> known = row(slot).words;
    const Node& node = value(slot);
    if (const Word* found = find_word(known, node.text))
        return *found;
    const std::optional<Language> language = reading_.language_of(span().source);
    const auto help = [&]() -> std::optional<Message> {
        if (const auto near = meant_word(known, node.text, language))
            return Message{tr("did you mean {key}?"), {{"key", *near}}};
        return std::nullopt;
    };
    reading_.error_once("value.word", key(slot) + ' ' + std::string(node.text),
                        not_one_of(slot, allowed(known, language == Language::french)), node.span, help);
    return std::nullopt;
}

std::vector<std::string> AnyTable::texts(int slot) {
    if (!has(slot))
        return {};
    const Node& list = value(slot);
    if (list.kind == NodeKind::text || list.kind == NodeKind::bare)
        return {std::string(list.text)};
    if (list.kind != NodeKind::list) {
        wrong(slot, tr("a list of texts"));
        return {};
    }
    std::vector<std::string> found;
    for (NodeId child = list.child; child != no_node; child = reading_.document[child].next) {
        const Node& node = reading_.document[child];
        if (node.kind == NodeKind::text || node.kind == NodeKind::bare)
            found.emplace_back(node.text);
        else
            error("value.type",
                  {tr("this is {found}, not {wanted}"),
                   {{"found", Term{describe(node.kind)}}, {"wanted", Term{tr("text")}}}},
                  node.span);
    }
    return found;
}

std::vector<NodeId> AnyTable::tables(int slot) {
    if (!has(slot))
        return {};
    const Node& list = value(slot);
    if (list.kind == NodeKind::table && row(slot).type != KeyType::tables)
        return {node(slot)};
    if (list.kind == NodeKind::table) {
        error("value.list", {tr("{key} is a table, not a list of tables"), {{"key", key(slot)}}}, list.span,
              Message{tr("write [[{key}]]; in YAML, - before the first key of each one"), {{"key", key(slot)}}});
        return {};
    }
    if (list.kind != NodeKind::list) {
        wrong(slot, tr("a list of tables"));
        return {};
    }
    std::vector<NodeId> found;
    for (NodeId child = list.child; child != no_node; child = reading_.document[child].next)
        found.push_back(child);
    return found;
}

std::vector<FreeEntry> AnyTable::entries(int slot) {
    if (!has(slot))
        return {};
    if (value(slot).kind == NodeKind::table) {
        constexpr std::size_t most = 200;  // far more than any text has indicators
        std::vector<FreeEntry> found = free_entries(reading_.document, node(slot), row(slot));
        if (found.size() <= most)
            return found;
        too_many(slot, found.size(), most);
        return {};
    }
    wrong(slot, tr("a table by indicator"));
    return {};
}

}  // namespace msp
