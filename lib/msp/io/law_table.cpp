// SPDX-License-Identifier: MIT
#include <msp/io/law_table.hpp>
#include <msp/io/table.hpp>
#include <msp/io/written.hpp>
#include <msp/money/parse.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t most_listed = 20;

std::optional<std::int64_t> whole(const Node& value) {
    std::string digits(value.text);
    std::erase(digits, '_');
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (value.kind != NodeKind::number || failure != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return number;
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string list;
    for (const std::string_view word : words)
        list += (list.empty() ? "" : ", ") + std::string(word);
    return list;
}

bool is_id(std::string_view id) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    };
    return !id.empty() && id.front() != '.' && id.back() != '.' && id.find("..") == std::string_view::npos &&
           std::ranges::all_of(id, fits);
}

}  // namespace

LawTable::LawTable(const Document& document, Diagnostics& diagnostics, NodeId node, std::span<const LawKey> keys)
    : document_(document), diagnostics_(diagnostics), node_(node), span_(document[node].span) {
    const Node& table = document[node];
    if (table.kind != NodeKind::table) {
        Argument found = std::string(table.text);
        if (table.kind == NodeKind::list)
            found = Term{describe(table.kind)};
        error("value.type", {tr("this is {found}, not a table with keys"), {{"found", std::move(found)}}}, span_);
        node_ = no_node;
        return;
    }
    std::vector<std::string_view> names;
    for (const LawKey& key : keys)
        names.push_back(key.name);
    for (NodeId child = table.child; child != no_node; child = document[child].next) {
        const std::string_view name = document[child].key;
        if (std::ranges::find(names, name) != names.end())
            continue;
        std::optional<Message> help = Message{tr("the keys known here are: {keys}"), {{"keys", joined(names)}}};
        if (const auto near = nearest(name, names))
            help = Message{tr("did you mean {key}?"), {{"key", *near}}};
        error("key.unknown", {tr("unknown key {key}"), {{"key", std::string(name)}}}, document[child].key_span, help);
    }
    for (const LawKey& key : keys) {
        if (key.required && !has(key.name))
            missing(key.name);
    }
}

NodeId LawTable::find(std::string_view key) const {
    return node_ == no_node ? no_node : document_.find(node_, key);
}

Span LawTable::span(std::string_view key) const {
    const NodeId found = find(key);
    return found == no_node ? span_ : document_[found].span;
}

void LawTable::error(const char* id, Message message, Span span, std::optional<Message> help, std::vector<Note> notes) {
    diagnostics_.add({Severity::error, id, std::move(message), span, std::move(notes), std::move(help)});
}

std::optional<Message> LawTable::known_names(std::string_view typed, const std::vector<std::string_view>& known) const {
    if (diagnostics_.errors() >= Diagnostics::limit)  // it will only be counted
        return std::nullopt;
    if (const auto near = nearest(typed, known))
        return Message{tr("did you mean {key}?"), {{"key", *near}}};
    if (known.empty() || known.size() > most_listed)
        return std::nullopt;
    return Message{tr("there is {ids}"), {{"ids", joined(known)}}};
}

void LawTable::missing(std::string_view key, std::optional<Message> help) {
    if (node_ != no_node)
        error("key.missing", {tr("{key} is missing here"), {{"key", std::string(key)}}}, span_, std::move(help));
}

void LawTable::wrong(std::string_view key, const Node& value, const char* wanted) {
    std::vector<std::pair<const char*, Argument>> arguments = {{"key", std::string(key)}, {"wanted", Term{wanted}}};
    if (value.kind == NodeKind::list || value.kind == NodeKind::table) {
        arguments.emplace_back("found", Term{describe(value.kind)});
        error("value.type", {tr("{key} is {found}, not {wanted}"), std::move(arguments)}, value.span);
        return;
    }
    const char* words =
        value.kind == NodeKind::text ? tr("{key} is \"{text}\", not {wanted}") : tr("{key} is {text}, not {wanted}");
    arguments.emplace_back("text", std::string(value.text));
    error("value.type", {words, std::move(arguments)}, value.span);
}

const Node* LawTable::scalar(std::string_view key, const char* wanted) {
    const NodeId found = find(key);
    if (found == no_node)
        return nullptr;
    const Node& value = document_[found];
    if (value.kind != NodeKind::list && value.kind != NodeKind::table)
        return &value;
    wrong(key, value, wanted);
    return nullptr;
}

std::optional<std::string> LawTable::text(std::string_view key) {
    const Node* value = scalar(key, tr("text"));
    if (value == nullptr)
        return std::nullopt;
    if (value->kind == NodeKind::text && !value->text.empty())
        return std::string(value->text);
    wrong(key, *value, tr("text"));
    return std::nullopt;
}

std::optional<std::string> LawTable::id(std::string_view key) {
    std::optional<std::string> found = text(key);
    if (!found || is_id(*found))
        return found;
    error("id.characters", {tr("\"{id}\" cannot be an id"), {{"id", *found}}}, span(key),
          Message{tr("an id has letters without accents, digits, - and _"), {}});
    return std::nullopt;
}

std::optional<std::int64_t> LawTable::integer(std::string_view key, std::int64_t least, std::int64_t most) {
    constexpr auto wanted = tr("a whole number");
    const Node* value = scalar(key, wanted);
    if (value == nullptr)
        return std::nullopt;
    const std::optional<std::int64_t> found = whole(*value);
    if (!found) {
        wrong(key, *value, wanted);
        return std::nullopt;
    }
    if (*found != least && least == most) {
        error("value.range",
              {tr("{key} is {number}; only {least} is known"),
               {{"key", std::string(key)}, {"number", *found}, {"least", least}}},
              value->span);
        return std::nullopt;
    }
    if (*found < least || *found > most) {
        error("value.range",
              {tr("{key} is {number}, not between {least} and {most}"),
               {{"key", std::string(key)}, {"number", *found}, {"least", least}, {"most", most}}},
              value->span);
        return std::nullopt;
    }
    return found;
}

std::optional<Money> LawTable::euros(std::string_view key) {
    constexpr auto wanted = tr("an amount above zero such as 7.00");
    const Node* value = scalar(key, wanted);
    if (value == nullptr)
        return std::nullopt;
    const AmountResult result = parse_bare_amount(value->text);
    if (const Money* found = std::get_if<Money>(&result); found != nullptr && *found > Money())
        return *found;
    wrong(key, *value, wanted);
    return std::nullopt;
}

std::optional<Rate> LawTable::share(std::string_view key) {
    constexpr auto wanted = tr("a share from 0 % to 100 % such as \"60 %\"");
    const Node* value = scalar(key, wanted);
    if (value == nullptr)
        return std::nullopt;
    const RateResult result = parse_rate(value->text);
    if (const Rate* found = std::get_if<Rate>(&result); found != nullptr && *found >= Rate() && *found <= Rate(1, 0))
        return *found;
    wrong(key, *value, wanted);
    return std::nullopt;
}

std::optional<Rate> LawTable::part(std::string_view key) {
    const std::optional<Rate> found = share(key);
    if (found != Rate())
        return found;
    wrong(key, document_[find(key)], tr("a share above 0 %"));
    return std::nullopt;
}

std::optional<Date> LawTable::date(std::string_view key) {
    constexpr auto wanted = tr("a date such as 2026-04-15");
    const Node* value = scalar(key, wanted);
    if (value == nullptr)
        return std::nullopt;
    const std::optional<Date> found = parse_date(value->text);
    if (found)
        return found;
    if (std::optional<Diagnostic> problem = date_problem(*value))
        diagnostics_.add(std::move(*problem));
    else
        wrong(key, *value, wanted);
    return std::nullopt;
}

std::optional<MonthDay> LawTable::month_day(std::string_view key) {
    constexpr auto wanted = tr("a day of the year such as \"12-31\", month first");
    const Node* value = scalar(key, wanted);
    if (value == nullptr)
        return std::nullopt;
    // 2001 is no leap year.
    const auto found = value->text.size() == 5 ? parse_date("2001-" + std::string(value->text)) : std::nullopt;
    if (!found) {
        wrong(key, *value, wanted);
        return std::nullopt;
    }
    return MonthDay{found->fields().month, found->fields().day};
}

std::optional<bool> LawTable::boolean(std::string_view key) {
    const Node* value = scalar(key, tr("true or false"));
    if (value == nullptr)
        return std::nullopt;
    if (value->kind == NodeKind::boolean)
        return value->text == "true";
    wrong(key, *value, tr("true or false"));
    return std::nullopt;
}

std::optional<int> LawTable::minutes(std::string_view key) {
    constexpr auto wanted = tr("hours of a day such as 12 or 11.5");
    const Node* value = scalar(key, wanted);
    if (value == nullptr)
        return std::nullopt;
    const RateResult result = parse_rate(value->text);
    if (const Rate* hours = std::get_if<Rate>(&result);
        value->kind == NodeKind::number && hours != nullptr && hours->scale() <= 2 && *hours > Rate() &&
        *hours <= Rate(24, 0) && hours->digits() * 60 % hours->denominator() == 0)
        return static_cast<int>(hours->digits() * 60 / hours->denominator());
    wrong(key, *value, wanted);
    return std::nullopt;
}

std::optional<std::size_t> LawTable::word(std::string_view key, std::span<const std::string_view> words) {
    const Node* value = scalar(key, tr("a word"));
    if (value == nullptr)
        return std::nullopt;
    if (const auto found = std::ranges::find(words, value->text); found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    const std::vector<std::string_view> known(words.begin(), words.end());
    std::optional<Message> help;
    if (const auto near = nearest(value->text, known))
        help = Message{tr("did you mean {key}?"), {{"key", *near}}};
    error("value.word",
          {tr("{key} is \"{text}\", not one of: {words}"),
           {{"key", std::string(key)}, {"text", std::string(value->text)}, {"words", joined(known)}}},
          value->span, help);
    return std::nullopt;
}

Bilingual LawTable::bilingual(std::string_view key) {
    static constexpr LawKey keys[] = {{"french", true}, {"english", true}};
    const NodeId found = find(key);
    if (found == no_node)
        return {};
    LawTable texts(document_, diagnostics_, found, keys);
    return {texts.text("french").value_or(""), texts.text("english").value_or("")};
}

std::vector<NodeId> LawTable::list(std::string_view key, NodeKind kind, const char* wanted) {
    std::vector<NodeId> all;
    const NodeId found = find(key);
    if (found == no_node)
        return all;
    if (document_[found].kind != NodeKind::list) {
        wrong(key, document_[found], wanted);
        return all;
    }
    for (NodeId child = document_[found].child; child != no_node; child = document_[child].next) {
        if (document_[child].kind == kind)
            all.push_back(child);
        else
            wrong(key, document_[child], wanted);
    }
    bound(key, all);
    return all;
}

void LawTable::bound(std::string_view key, std::vector<NodeId>& nodes) {
    if (nodes.size() <= most_entries)
        return;
    error("list.too-many",
          {tr("{key} has {n} entries; {most} is the most"),
           {{"key", std::string(key)},
            {"n", static_cast<std::int64_t>(nodes.size())},
            {"most", static_cast<std::int64_t>(most_entries)}}},
          span(key));
    nodes.resize(most_entries);
}

std::vector<NodeId> LawTable::texts(std::string_view key) {
    return list(key, NodeKind::text, tr("a list of texts"));
}

std::vector<NodeId> LawTable::tables(std::string_view key) {
    return list(key, NodeKind::table, tr("a list of tables"));
}

std::vector<NodeId> LawTable::entries(std::string_view key) {
    std::vector<NodeId> all;
    const NodeId found = find(key);
    if (found == no_node)
        return all;
    if (document_[found].kind != NodeKind::table)
        wrong(key, document_[found], tr("a table"));
    else
        for (NodeId child = document_[found].child; child != no_node; child = document_[child].next)
            all.push_back(child);
    bound(key, all);
    return all;
}

}  // namespace msp
