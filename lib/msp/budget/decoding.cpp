// SPDX-License-Identifier: MIT
#include <msp/budget/decoding.hpp>
#include <msp/budget/keys_budget.hpp>
#include <msp/budget/keys_rule.hpp>
#include <msp/budget/keys_share.hpp>
#include <msp/budget/suggest.hpp>
#include <msp/dates/written_date.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace msp {
namespace {

// Of a key, anywhere in the file.
std::optional<Span> place_of_key(const Document& document, std::string_view id) {
    const NodeId list = find<Section::budget>(document, Document::root(), "key"_key);
    for (NodeId key = list == no_node ? no_node : document[list].child; key != no_node; key = document[key].next) {
        const NodeId name = find<Section::share_key>(document, key, "id"_key);
        if (name != no_node && document[name].text == id)
            return document[name].span;
    }
    return std::nullopt;
}

}  // namespace

Decoding::Decoding(const Document& document, const Sources& sources, const Catalogue& shipped_categories,
                   Diagnostics& diagnostics)
    : reading{document, sources, diagnostics}, shipped(shipped_categories) {}

void Decoding::expect(std::size_t items) {
    budget.items.reserve(items + budget.banks.size());
    budget.lines.reserve(items);
    ids_.reserve(items);
}

EntityIndex Decoding::entity_of(FieldOf<KeyType::reference> entity) {
    if (const auto id = entity.read()) {
        if (const auto found = budget.entity(*id))
            return *found;
        no_such(entity, *id, [&] {
            std::vector<std::string_view> known;
            for (const Entity& each : budget.entities)
                known.push_back(each.id);
            return help_for_id(*id, known);
        });
    } else if (budget.entities.size() > 1 && !entity.has()) {
        entity.missing();
    }
    return 0;
}

BankIndex Decoding::bank_of(FieldOf<KeyType::reference> entity, FieldOf<KeyType::reference> bank) {
    std::optional<BankIndex> found = account(bank);
    if (entity.has()) {
        const EntityIndex owner = entity_of(entity);
        if (found && budget.banks[*found].entity != owner)
            reading.error(
                "bank.entity",
                {tr("the bank {bank} belongs to the entity {entity}"),
                 {{"bank", budget.banks[*found].id}, {"entity", budget.entities[budget.banks[*found].entity].id}}},
                bank.span(), {}, {{entity.span(), {tr("the entity named here"), {}}}});
        const auto first = std::ranges::find(budget.banks, owner, &Bank::entity);
        if (!found && first != budget.banks.end())
            found = static_cast<BankIndex>(first - budget.banks.begin());
    } else if (!found && !bank.has() && budget.entities.size() > 1) {
        entity.missing();
    }
    return found.value_or(0);
}

std::optional<BankIndex> Decoding::account(FieldOf<KeyType::reference> named) {
    const auto id = named.read();
    if (!id)
        return std::nullopt;
    if (const auto bank = budget.bank(*id))
        return bank;
    if (const auto entity = budget.entity(*id)) {
        const auto first = std::ranges::find(budget.banks, *entity, &Bank::entity);
        if (first == budget.banks.end())
            return std::nullopt;  // which was reported of the entity
        return static_cast<BankIndex>(first - budget.banks.begin());
    }
    no_such(named, *id, [&] {
        std::vector<std::string_view> known;
        for (const Bank& bank : budget.banks)
            known.push_back(bank.id);
        for (const Entity& entity : budget.entities)
            known.push_back(entity.id);
        return help_for_id(*id, known);
    });
    return std::nullopt;
}

std::optional<CategoryIndex> Decoding::category(FieldOf<KeyType::reference> named) {
    const auto id = named.read();
    if (!id)
        return std::nullopt;
    const bool french = reading.french(node(named.node()).key_span.source);
    auto found = std::ranges::find(budget.categories, *id, &Category::id);
    if (found == budget.categories.end() && french)
        found = std::ranges::find(budget.categories, *id, &Category::french_id);
    if (found != budget.categories.end())
        return static_cast<CategoryIndex>(found - budget.categories.begin());
    no_such(named, *id, [&] { return help_for_category(*id, budget.categories, french); });
    return std::nullopt;
}

std::optional<KeyIndex> Decoding::key(FieldOf<KeyType::reference> named) {
    const auto id = named.read();
    if (!id)
        return std::nullopt;
    const auto found = std::ranges::find(budget.keys, *id, &ShareKey::id);
    if (found != budget.keys.end())
        return static_cast<KeyIndex>(found - budget.keys.begin());
    const std::optional<Span> typed = place_of_key(reading.document, *id);
    if (typed && (typed->source != named.span().source || typed->begin < named.span().begin))
        return std::nullopt;  // its id is none, which was reported
    no_such(named, *id, [&] {
        if (typed)
            return Message{tr("it stands below: write it before what names it"), {}};
        std::vector<std::string_view> known;
        for (const ShareKey& key : budget.keys) {
            if (!key.id.empty())  // a wrong one was reported
                known.push_back(key.id);
        }
        return known.empty()
                   ? Message{tr("keys are tables of their own: [[{key}]] with an id"),
                             {{"key", row_of<Section::budget>("key"_key).name(reading.keys_in(named.span().source))}}}
                   : help_for_id(*id, known);
    });
    return std::nullopt;
}

std::optional<std::size_t> Decoding::member(FieldOf<KeyType::reference> named) {
    const auto id = named.read();
    if (!id)
        return std::nullopt;
    const auto found = std::ranges::find(budget.members, *id, &Member::id);
    if (found != budget.members.end())
        return budget.person_of(static_cast<std::size_t>(found - budget.members.begin()));
    no_such(named, *id, [&] {
        std::vector<std::string_view> known;
        for (const Member& member : budget.members)
            known.push_back(member.id);
        return help_for_id(*id, known);
    });
    return std::nullopt;
}

std::optional<std::size_t> Decoding::distribution(FieldOf<KeyType::reference> named) {
    const std::vector<Distribution>& all = budget.distributions;
    const auto id = named.read();
    if (!id) {
        // Alternatives share the rows of the one that they stand for, which comes before them.
        const bool one = std::ranges::count(all, std::optional<std::size_t>(), &Distribution::alternative) == 1;
        if (!named.has() && !one)
            named.missing();
        return !named.has() && one ? std::optional<std::size_t>(0) : std::nullopt;
    }
    const auto found = std::ranges::find(all, *id, &Distribution::id);
    if (found != all.end())
        return static_cast<std::size_t>(found - all.begin());
    no_such(named, *id, [&] {
        std::vector<std::string_view> known;
        for (const Distribution& each : all)
            known.push_back(each.id);
        return help_for_id(*id, known);
    });
    return std::nullopt;
}

std::optional<std::size_t> Decoding::post(FieldOf<KeyType::reference> named) {
    const std::vector<Post>& all = budget.posts;
    const auto id = named.read();
    if (!id) {
        if (!named.has() && all.size() != 1)
            named.missing();
        return !named.has() && all.size() == 1 ? std::optional<std::size_t>(0) : std::nullopt;
    }
    const auto found = std::ranges::find_if(all, [&](const Post& each) { return budget.items[each.item].id == *id; });
    if (found != all.end())
        return static_cast<std::size_t>(found - all.begin());
    no_such(named, *id, [&] {
        std::vector<std::string_view> known;
        for (const Post& each : all)
            known.push_back(budget.items[each.item].id);
        return help_for_id(*id, known);
    });
    return std::nullopt;
}

std::vector<std::string> Decoding::accounts(FieldOf<KeyType::texts> prefixes) {
    std::vector<std::string> all = prefixes.read();
    for (const std::string& prefix : all) {
        const bool digit = !prefix.empty() && prefix.front() >= '1' && prefix.front() <= '9';
        const bool whole = std::ranges::all_of(
            prefix, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
        if (!digit || !whole)
            reading.error("map.account", {tr("\"{text}\" begins no account"), {{"text", prefix}}}, prefixes.span(),
                          Message{tr("write the first digits of an account, or all of them: 613, 613200"), {}});
    }
    return all;
}

void Decoding::late(Overdue overdue, std::vector<NamedDay> closed, ItemIndex item) {
    budget.items[item].overdue = overdue;
    budget.items[item].closed = std::move(closed);
}

void Decoding::match(FieldOf<KeyType::texts> prefixes, ItemIndex item, BankIndex bank) {
    if (!prefixes.has() || budget.banks.empty())
        return;
    budget.map.push_back({item,
                          budget.banks[bank].entity,
                          accounts(prefixes),
                          {},
                          {},
                          {},
                          {},
                          {},
                          MapSign::any,
                          false,
                          {prefixes.span()}});
}

std::optional<ItemIndex> Decoding::item(FieldOf<KeyType::reference> named) {
    const auto id = named.read();
    if (!id)
        return std::nullopt;
    if (const auto found = budget.item(*id))
        return found;
    no_such(named, *id, [&] {
        std::vector<std::string_view> known;
        for (const Item& each : budget.items)
            known.push_back(each.id);
        return help_for_id(*id, known);
    });
    return std::nullopt;
}

std::optional<std::size_t> Decoding::payer(FieldOf<KeyType::reference> named) {
    return payer_from(0, named);
}

std::optional<std::size_t> Decoding::third_party(FieldOf<KeyType::reference> named) {
    return payer_from(budget.members.size(), named);
}

std::optional<std::size_t> Decoding::payer_from(std::size_t first, const FieldOf<KeyType::reference>& named) {
    const auto id = named.read();
    if (!id)
        return std::nullopt;
    std::vector<std::string_view> known;
    for (std::size_t payer = first; payer < budget.payers(); ++payer) {
        if (budget.payer_id(payer) == *id)
            return payer;
        known.push_back(budget.payer_id(payer));
    }
    no_such(named, *id, [&] {
        return known.empty()
                   ? Message{tr("third parties are tables of their own: [[{key}]] with an id"),
                             {{"key",
                               row_of<Section::budget>("third_party"_key).name(reading.keys_in(named.span().source))}}}
                   : help_for_id(*id, known);
    });
    return std::nullopt;
}

std::optional<Line> Decoding::charged_line(FieldOf<KeyType::reference> shared, ItemIndex item, BankIndex bank,
                                           const Place& place) {
    const std::optional<KeyIndex> by = key(shared);
    if (!by)
        return std::nullopt;
    Line line;
    line.item = item;
    line.bank = bank;
    line.shared = by;
    line.shared_place = {shared.span()};
    line.amount_place = line.rule_place = place;
    return line;
}

std::optional<Decoding::SharedPayment> Decoding::shared_payment(FieldOf<KeyType::reference> named) {
    const auto id = named.read();
    if (!id)
        return std::nullopt;
    std::vector<const Line*> shared;
    for (const Line& line : budget.lines) {
        if (line.shared)
            shared.push_back(&line);
    }
    for (const Post& post : budget.posts) {
        if (post.charged)
            shared.push_back(&*post.charged);
    }
    const auto id_of = [&](const Line* line) { return std::string_view(budget.items[line->item].id); };
    const auto found = std::ranges::find(shared, std::string_view(*id), id_of);
    if (found != shared.end())
        return SharedPayment{*found};
    for (const Post& post : budget.posts) {
        for (const Part part : pay_parts) {
            if (post.charged && *id == budget.items[post.item].id + '.' + std::string(msp::id_of(part)))
                return SharedPayment{&*post.charged, part};
        }
    }
    if (reading.diagnostics.has_errors())
        return std::nullopt;  // the line may be what is wrong
    const auto loan =
        std::ranges::find_if(budget.loans, [&](const Loan& each) { return budget.items[each.item].id == *id; });
    if (loan != budget.loans.end()) {
        reading.error(
            "spent.loan", {tr("{id} is a loan, and costs what its schedule says"), {{"id", *id}}}, named.span(),
            Message{tr("take this out; where the bank's figures are others, give the loan the bank's schedule"), {}},
            {{budget.items[loan->item].place.span, {tr("the loan"), {}}}});
        return std::nullopt;
    }
    no_such(named, *id, [&] {
        std::vector<std::string_view> known;
        std::ranges::transform(shared, std::back_inserter(known), id_of);
        return help_for_id(*id, known);
    });
    return std::nullopt;
}

CategoryIndex Decoding::shipped_category(std::string_view id) const {
    return static_cast<CategoryIndex>(std::ranges::find(budget.categories, id, &Category::id) -
                                      budget.categories.begin());
}

void Decoding::no_such(const AnyField& field, const std::string& id, const std::function<Message()>& help) {
    if (names_missing)
        return;
    reading.error_once("id.unknown", field.name() + ' ' + id,
                       {tr("{key} names \"{id}\", which is not there"), {{"key", field.name()}, {"id", id}}},
                       field.span(), help);
}

namespace {

// What stands in the results for money that belongs to no line of the budget, or to all of them.
constexpr std::array kept_ids = {std::string_view("aci"), std::string_view("fees"), std::string_view("reciprocal"),
                                 std::string_view("unmapped"), std::string_view("depreciation")};

// A year, quarter, month or day: 2026, 2026-Q2, 2026-04, 2026-04-15.
bool is_period(std::string_view id) {
    constexpr std::size_t year = 4;
    const std::string_view rest = id.substr(std::min(year, id.size()));
    if (id.size() < year || id.substr(0, year).find_first_not_of("0123456789") != std::string_view::npos)
        return false;
    const bool quarter = rest.size() == 3 && rest[0] == '-' &&
                         std::string_view("QTqt").find(rest[1]) != std::string_view::npos && rest[2] >= '1' &&
                         rest[2] <= '4';
    return rest.empty() || quarter || parse_month(id) || parse_written_date(id);
}

}  // namespace

ItemIndex Decoding::add_item(FieldOf<KeyType::id> id, FieldOf<KeyType::text> label, const NewItem& made) {
    Item item;
    item.id = id.read().value_or("");
    item.label = label.read().value_or(item.id);
    item.category = made.category;
    item.side = made.side;
    item.origin = made.origin;
    item.place = {made.place};
    if (std::ranges::find(kept_ids, item.id) != kept_ids.end())
        reading.error("id.reserved", {tr("the id {id} is kept for the results"), {{"id", item.id}}}, id.span(),
                      Message{tr("choose another id"), {}});
    else if (is_period(item.id))
        reading.error("id.reserved",
                      {tr("the id {id} is a period, and --explain could not tell it from the line"), {{"id", item.id}}},
                      id.span(), Message{tr("put a word before it"), {}});
    if (id.has() && !item.id.empty()) {
        const auto [other, fresh] = ids_.try_emplace(node(id.node()).text, id.span());
        if (!fresh)
            repeated_id(id, item.id, other->second);
    }
    budget.items.push_back(std::move(item));
    return static_cast<ItemIndex>(budget.items.size() - 1);
}

std::vector<DatedAmount> Decoding::dated(const std::vector<TableNode<Section::dated>>& nodes) {
    std::vector<DatedAmount> amounts;
    for (const TableNode<Section::dated> each : nodes) {
        Table entry(reading, each);
        const auto date = entry["date"_key].read();
        const auto amount = entry["amount"_key].read();
        if (date && amount)
            amounts.push_back({*date, *amount, {entry["amount"_key].span()}});
    }
    std::ranges::stable_sort(amounts, {}, &DatedAmount::date);
    return amounts;
}

void Decoding::too_many(const AnyField& list, std::size_t count) {
    reading.error("list.too-many",
                  {tr("{key} has {n} entries; {most} is the most"),
                   {{"key", list.name()},
                    {"n", static_cast<std::int64_t>(count)},
                    {"most", static_cast<std::int64_t>(most_entries)}}},
                  list.span());
}

void contradiction(const AnyField& one, const AnyField& other) {
    if (one.has() && other.has())
        one.table().reading().error(
            "line.contradiction",
            {tr("{one} and {other} cannot both be given"), {{"one", one.name()}, {"other", other.name()}}},
            other.span(), {}, {{one.span(), {tr("{key} stands here"), {{"key", one.name()}}}}});
}

void needs(const AnyField& one, const AnyField& other) {
    if (one.has() && !other.has())
        one.table().reading().error(
            "key.alone", {tr("{key} says nothing without {other}"), {{"key", one.name()}, {"other", other.name()}}},
            one.span());
}

void comes_before(const AnyField& until, const AnyField& from) {
    until.table().reading().error("line.bounds",
                                  {tr("{until} comes before {from}"), {{"until", until.name()}, {"from", from.name()}}},
                                  until.span(), {}, {{from.span(), {tr("{key} stands here"), {{"key", from.name()}}}}});
}

void repeated_id(const AnyField& id, const std::string& typed, Span first) {
    id.table().reading().error("id.repeated", {tr("the id {id} is used twice"), {{"id", typed}}}, id.span(), {},
                               {{first, {tr("first used here"), {}}}});
}

}  // namespace msp
