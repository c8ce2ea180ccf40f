// SPDX-License-Identifier: MIT
#include <msp/read/table_reader.hpp>
#include <msp/read/written.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

bool fits_id(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool has_entries(NodeKind kind) {
    return kind == NodeKind::list || kind == NodeKind::table;
}

}  // namespace

const char* describe(NodeKind kind) {
    switch (kind) {
        case NodeKind::null:
            return tr("nothing");
        case NodeKind::boolean:
            return tr("true or false");
        case NodeKind::number:
            return tr("a number");
        case NodeKind::date:
            return tr("a date or time");
        case NodeKind::text:
        case NodeKind::bare:
            return tr("text");
        case NodeKind::list:
            return tr("a list");
        case NodeKind::table:
            break;
    }
    return tr("a table");
}

bool is_id(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, fits_id);
}

bool is_path_of_ids(std::string_view text) {
    for (;;) {
        const std::size_t point = text.find('.');
        if (!is_id(text.substr(0, point)))
            return false;
        if (point == std::string_view::npos)
            return true;
        text.remove_prefix(point + 1);
    }
}

std::optional<YearMonthDay> parse_day_of_year(std::string_view text, int year) {
    const auto found = text.size() == 5 ? parse_date(std::to_string(year) + '-' + std::string(text)) : std::nullopt;
    return found ? std::optional(found->fields()) : std::nullopt;
}

TableReader::TableReader(const Document& document, NodeId node)
    : document_(document), span_(document[node].span), is_table_(document[node].kind == NodeKind::table) {
    nodes_.fill(no_node);
}

void TableReader::error(const char* id, Message message, Span span, std::optional<Message> help,
                        std::vector<Note> notes) const {
    add({Severity::error, id, std::move(message), span, std::move(notes), std::move(help)});
}

void TableReader::no_table(const Node& node) const {
    Argument found = std::string(node.text);
    if (node.kind == NodeKind::list || node.kind == NodeKind::null)
        found = Term{describe(node.kind)};
    error("value.type", {tr("this is {found}, not a table with keys"), {{"found", std::move(found)}}}, span_);
}

void TableReader::absent(int slot, std::optional<Message> help) const {
    error("key.missing", {tr("{key} is missing here"), {{"key", key(slot)}}}, span_, std::move(help));
}

void TableReader::wrong(int slot, const char* wanted, std::optional<Message> help) const {
    wrong(slot, value(slot), wanted, std::move(help));
}

void TableReader::wrong(int slot, const Node& found, const char* wanted, std::optional<Message> help) const {
    std::vector<std::pair<const char*, Argument>> arguments = {{"key", key(slot)}, {"wanted", Term{wanted}}};
    const char* words = tr("{key} is {text}, not {wanted}");
    if (has_entries(found.kind)) {
        words = tr("{key} is {found}, not {wanted}");
        arguments.emplace_back("found", Term{describe(found.kind)});
    } else {
        if (found.kind == NodeKind::text)
            words = tr("{key} is \"{text}\", not {wanted}");
        arguments.emplace_back("text", std::string(found.text));
    }
    error("value.type", {words, std::move(arguments)}, found.span, std::move(help));
}

bool TableReader::scalar(int slot, const char* wanted) const {
    if (!has(slot))
        return false;
    if (!has_entries(value(slot).kind))
        return true;
    wrong(slot, wanted);
    return false;
}

std::optional<std::int64_t> TableReader::bounded(int slot, std::int64_t number, std::int64_t least,
                                                 std::int64_t most) const {
    if (number >= least && number <= most)
        return number;
    Message message = {tr("{key} is {number}, not between {least} and {most}"),
                       {{"key", key(slot)}, {"number", number}, {"least", least}, {"most", most}}};
    if (least == most)
        message = {tr("{key} is {number}; only {least} is known"),
                   {{"key", key(slot)}, {"number", number}, {"least", least}}};
    error("value.range", std::move(message), value(slot).span);
    return std::nullopt;
}

std::optional<std::string> TableReader::checked_id(int slot, std::optional<std::string> text, bool is_id) const {
    if (!text || is_id)
        return text;
    error("id.characters", {tr("\"{id}\" cannot be an id"), {{"id", *text}}}, span(slot),
          Message{tr("an id has letters without accents, digits, - and _"), {}});
    return std::nullopt;
}

void TableReader::wrong_date(int slot, const char* wanted) const {
    if (std::optional<Diagnostic> problem = date_problem(value(slot)))
        add(std::move(*problem));
    else
        wrong(slot, wanted);
}

std::optional<YearMonthDay> TableReader::day_of_year(int slot, int year) const {
    constexpr auto wanted = tr("a day of the year such as \"12-31\", month first");
    if (!scalar(slot, wanted))
        return std::nullopt;
    const std::optional<YearMonthDay> found = parse_day_of_year(value(slot).text, year);
    if (!found)
        wrong(slot, wanted);
    return found;
}

Message TableReader::not_one_of(int slot, std::string words) const {
    return {tr("{key} is \"{text}\", not one of: {words}"),
            {{"key", key(slot)}, {"text", std::string(value(slot).text)}, {"words", std::move(words)}}};
}

void TableReader::too_many(int slot, std::size_t count, std::size_t most) const {
    error("list.too-many",
          {tr("{key} has {n} entries; {most} is the most"),
           {{"key", key(slot)}, {"n", static_cast<std::int64_t>(count)}, {"most", static_cast<std::int64_t>(most)}}},
          span(slot));
}

}  // namespace msp
