// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/money/parse.hpp>
#include <msp/rules/law_table.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t most_listed = 20;
constexpr int plain_year = 2001;  // no leap year

std::optional<std::int64_t> whole(const Node& value) {
    std::string digits(value.text);
    std::erase(digits, '_');
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (value.kind != NodeKind::number || failure != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return number;
}

}  // namespace

LawTable::LawTable(const Document& document, Diagnostics& diagnostics, NodeId node, std::span<const LawKey> keys)
    : TableReader(document, node), keys_(keys), diagnostics_(diagnostics) {
    const Node& table = document[node];
    if (!is_table()) {
        no_table(table);
        return;
    }
    for (NodeId child = table.child; child != no_node; child = document[child].next)
        take(child);
    for (const LawKey& key : keys) {
        if (key.required && !has(key.name))
            missing(key.name);
    }
}

int LawTable::slot(std::string_view key) const {
    return static_cast<int>(std::ranges::find(keys_, key, &LawKey::name) - keys_.begin());
}

void LawTable::take(NodeId child) {
    const Node& node = document_[child];
    if (const int known = slot(node.key); known < std::ssize(keys_))
        return place(known, child);
    std::vector<std::string_view> names;
    for (const LawKey& key : keys_)
        names.push_back(key.name);
    std::optional<Message> help = did_you_mean(node.key, names);
    if (!help)
        help = Message{tr("the keys known here are: {keys}"), {{"keys", listed(names)}}};
    error("key.unknown", {tr("unknown key {key}"), {{"key", std::string(node.key)}}}, node.key_span, std::move(help));
}

std::optional<Message> LawTable::known_names(std::string_view typed, const std::vector<std::string_view>& known) const {
    if (diagnostics_.errors() >= Diagnostics::limit)  // it will only be counted
        return std::nullopt;
    if (std::optional<Message> help = did_you_mean(typed, known))
        return help;
    if (known.empty() || known.size() > most_listed)
        return std::nullopt;
    return Message{tr("there is {ids}"), {{"ids", listed(known)}}};
}

void LawTable::missing(std::string_view key, std::optional<Message> help) const {
    if (is_table())
        absent(slot(key), std::move(help));
}

std::optional<std::string> LawTable::text(std::string_view key) {
    const int at = slot(key);
    if (!scalar(at, tr("text")))
        return std::nullopt;
    if (value(at).kind == NodeKind::text && !value(at).text.empty())
        return std::string(value(at).text);
    wrong(at, tr("text"));
    return std::nullopt;
}

std::optional<std::string> LawTable::id(std::string_view key) {
    std::optional<std::string> found = text(key);
    const bool fits = found && is_path_of_ids(*found);
    return checked_id(slot(key), std::move(found), fits);
}

std::optional<std::int64_t> LawTable::integer(std::string_view key, std::int64_t least, std::int64_t most) {
    constexpr auto wanted = tr("a whole number");
    const int at = slot(key);
    if (!scalar(at, wanted))
        return std::nullopt;
    if (const std::optional<std::int64_t> found = whole(value(at)))
        return bounded(at, *found, least, most);
    wrong(at, wanted);
    return std::nullopt;
}

std::optional<Money> LawTable::euros(std::string_view key) {
    constexpr auto wanted = tr("an amount above zero such as 7.00");
    const int at = slot(key);
    if (!scalar(at, wanted))
        return std::nullopt;
    const AmountResult result = parse_bare_amount(value(at).text);
    if (const Money* found = std::get_if<Money>(&result); found != nullptr && *found > Money())
        return *found;
    wrong(at, wanted);
    return std::nullopt;
}

std::optional<Rate> LawTable::share(std::string_view key) {
    constexpr auto wanted = tr("a share from 0 % to 100 % such as \"60 %\"");
    const int at = slot(key);
    if (!scalar(at, wanted))
        return std::nullopt;
    const RateResult result = parse_rate(value(at).text);
    if (const Rate* found = std::get_if<Rate>(&result); found != nullptr && *found >= Rate() && *found <= Rate(1, 0))
        return *found;
    wrong(at, wanted);
    return std::nullopt;
}

std::optional<Rate> LawTable::part(std::string_view key) {
    const std::optional<Rate> found = share(key);
    if (found != Rate())
        return found;
    wrong(slot(key), tr("a share above 0 %"));
    return std::nullopt;
}

std::optional<Date> LawTable::date(std::string_view key) {
    constexpr auto wanted = tr("a date such as 2026-04-15");
    const int at = slot(key);
    if (!scalar(at, wanted))
        return std::nullopt;
    const std::optional<Date> found = parse_date(value(at).text);
    if (!found)
        wrong_date(at, wanted);
    return found;
}

std::optional<MonthDay> LawTable::month_day(std::string_view key) {
    const auto found = day_of_year(slot(key), plain_year);
    return found ? std::optional(MonthDay{found->month, found->day}) : std::nullopt;
}

std::optional<bool> LawTable::boolean(std::string_view key) {
    const int at = slot(key);
    if (!scalar(at, tr("true or false")))
        return std::nullopt;
    if (value(at).kind == NodeKind::boolean)
        return value(at).text == "true";
    wrong(at, tr("true or false"));
    return std::nullopt;
}

std::optional<Rate> LawTable::number(std::string_view key) {
    constexpr auto wanted = tr("a number above zero such as 1.75");
    const int at = slot(key);
    if (!scalar(at, wanted))
        return std::nullopt;
    const RateResult result = parse_rate(value(at).text);
    if (const Rate* found = std::get_if<Rate>(&result);
        value(at).kind == NodeKind::number && found != nullptr && *found > Rate())
        return *found;
    wrong(at, wanted);
    return std::nullopt;
}

std::optional<int> LawTable::minutes(std::string_view key) {
    constexpr auto wanted = tr("hours of a day such as 12 or 11.5");
    const int at = slot(key);
    if (!scalar(at, wanted))
        return std::nullopt;
    const RateResult result = parse_rate(value(at).text);
    if (const Rate* hours = std::get_if<Rate>(&result);
        value(at).kind == NodeKind::number && hours != nullptr && hours->scale() <= 2 && *hours > Rate() &&
        *hours <= Rate(24, 0) && hours->digits() * 60 % hours->denominator() == 0)
        return static_cast<int>(hours->digits() * 60 / hours->denominator());
    wrong(at, wanted);
    return std::nullopt;
}

std::optional<std::size_t> LawTable::word(std::string_view key, std::span<const std::string_view> words) {
    const int at = slot(key);
    if (!scalar(at, tr("a word")))
        return std::nullopt;
    if (const auto found = std::ranges::find(words, value(at).text); found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    const std::vector<std::string_view> known(words.begin(), words.end());
    error("value.word", not_one_of(at, listed(known)), value(at).span, did_you_mean(value(at).text, known));
    return std::nullopt;
}

Bilingual LawTable::bilingual(std::string_view key) {
    static constexpr LawKey keys[] = {{"french", true}, {"english", true}};
    if (!has(key))
        return {};
    LawTable texts(document_, diagnostics_, node(key), keys);
    return {texts.text("french").value_or(""), texts.text("english").value_or("")};
}

std::vector<NodeId> LawTable::list(int slot, NodeKind kind, const char* wanted) const {
    std::vector<NodeId> all;
    if (!TableReader::has(slot))
        return all;
    if (value(slot).kind != NodeKind::list) {
        wrong(slot, wanted);
        return all;
    }
    for (NodeId child = value(slot).child; child != no_node; child = document_[child].next) {
        if (document_[child].kind == kind)
            all.push_back(child);
        else
            wrong(slot, document_[child], wanted, {});
    }
    bound(slot, all);
    return all;
}

void LawTable::bound(int slot, std::vector<NodeId>& nodes) const {
    if (nodes.size() <= most_entries)
        return;
    too_many(slot, nodes.size(), most_entries);
    nodes.resize(most_entries);
}

std::vector<NodeId> LawTable::texts(std::string_view key) {
    return list(slot(key), NodeKind::text, tr("a list of texts"));
}

std::vector<NodeId> LawTable::tables(std::string_view key) {
    return list(slot(key), NodeKind::table, tr("a list of tables"));
}

std::vector<NodeId> LawTable::entries(std::string_view key) {
    std::vector<NodeId> all;
    const int at = slot(key);
    if (!has(key))
        return all;
    if (value(at).kind != NodeKind::table)
        wrong(at, tr("a table"));
    else
        for (NodeId child = value(at).child; child != no_node; child = document_[child].next)
            all.push_back(child);
    bound(at, all);
    return all;
}

}  // namespace msp
