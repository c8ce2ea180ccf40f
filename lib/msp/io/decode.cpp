// SPDX-License-Identifier: MIT
#include <msp/io/decode.hpp>
#include <msp/io/decoder.hpp>
#include <msp/io/suggest.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

// The key of a SIREN: every second digit from the right counts double, digits of the doubles added, sum a multiple of
// ten (Luhn).
bool siren_key_fits(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[i] - '0';
        if ((digits.size() - i) % 2 == 0)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

constexpr std::int64_t most_surface = 1'000'000;
constexpr std::int64_t most_fte = 100;  // a record may stand for a whole team

bool begins_quarter(Date date) {
    const YearMonthDay day = date.fields();
    return day.day == 1 && day.month % 3 == 1;
}

struct Entry {
    NodeId node;
    int slot;
    Span span;
};

}  // namespace

std::optional<Budget> decode(const Document& document, const Sources& sources, const Catalogue& shipped,
                             Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    Budget budget = Decoder(document, sources, shipped, diagnostics).run();
    if (diagnostics.errors() != before)
        return std::nullopt;
    return budget;
}

std::optional<Language> language_of(const Document& document) {
    const NodeId node = document.find(Document::root(), "lang", "langue");
    if (node == no_node)
        return std::nullopt;
    return folded(document[node].text) == "en" ? Language::english : Language::french;
}

Decoder::Decoder(const Document& document, const Sources& sources, const Catalogue& shipped, Diagnostics& diagnostics)
    : reading_{document, sources, diagnostics}, shipped_(shipped) {}

Budget Decoder::run() {
    const std::size_t before = reading_.diagnostics.errors();
    Table root(reading_, Document::root(), Section::budget);
    names_missing_ = root.meant(slot::bank) || root.meant(slot::entity) || root.meant(slot::category);
    (void)root.integer(slot::schema, 1, 1);
    if (const auto language = root.word(slot::lang))
        budget_.language = *language == 0 ? Language::french : Language::english;
    categories(root);
    entities(root);
    banks(root);
    if (budget_.banks.empty()) {
        if (reading_.diagnostics.errors() == before)
            root.missing(slot::bank);
        return std::move(budget_);
    }
    forecast(root);
    members(root);
    scenarios(root);
    items(root);
    fees();
    return std::move(budget_);
}

// The tables of a list whose entries are counted in 16 bits and looked up one by one.
std::vector<NodeId> Decoder::bounded(Table& root, int slot) {
    constexpr std::size_t most = 1000;
    std::vector<NodeId> nodes = root.tables(slot);
    if (nodes.size() > most) {
        reading_.error("list.too-many",
                       {tr("{key} has {n} entries; {most} is the most"),
                        {{"key", root.key(slot)},
                         {"n", static_cast<std::int64_t>(nodes.size())},
                         {"most", static_cast<std::int64_t>(most)}}},
                       root.span(slot));
        nodes.resize(most);
    }
    return nodes;
}

void Decoder::categories(Table& root) {
    budget_.categories = shipped_.categories;
    for (const NodeId node : bounded(root, slot::category)) {
        Table table(reading_, node, Section::category);
        Category added;
        added.id = added.french_id = table.id(slot::category_id).value_or("");
        added.french = added.english = table.text(slot::category_label).value_or(added.id);
        added.account = table.text(slot::account).value_or("");
        added.grant_line = table.text(slot::grant_line).value_or("");
        added.tax_line = table.text(slot::tax_line).value_or("");
        added.nature = static_cast<Nature>(table.word(slot::nature).value_or(0));
        if (std::ranges::find(budget_.categories, added.id, &Category::id) != budget_.categories.end())
            reading_.error("category.repeated", {tr("there is a category {id} already"), {{"id", added.id}}},
                           table.span(slot::category_id), Message{tr("choose another id"), {}});
        budget_.categories.push_back(std::move(added));
    }
    budget_.loan_categories = {shipped_category("loan-principal"), shipped_category("loan-interest"),
                               shipped_category("loan-insurance"), shipped_category("loan-drawdown"),
                               shipped_category("bank-charges")};
}

void Decoder::entities(Table& root) {
    const std::vector<NodeId> nodes = bounded(root, slot::entity);
    for (const NodeId node : nodes)
        entity(node, nodes.size() == 1);
    if (budget_.entities.empty())
        budget_.entities.emplace_back().id = "main";
}

void Decoder::entity(NodeId node, bool only) {
    Table table(reading_, node, Section::entity);
    Entity entity;
    if (!only && !table.has(slot::entity_id))
        table.missing(slot::entity_id);
    entity.id = table.id(slot::entity_id).value_or("main");
    entity.name = table.text(slot::entity_name).value_or(table.has(slot::entity_id) ? entity.id : "");
    entity.form = static_cast<EntityForm>(table.word(slot::entity_form).value_or(0));
    entity.books = static_cast<Books>(table.word(slot::books).value_or(0));
    entity.holidays = static_cast<Holidays>(table.word(slot::holidays).value_or(0));
    if (const auto end = table.month_day(slot::year_end)) {
        entity.year_end_month = end->month;
        // The last day of a month stays the last day: February in leap years.
        entity.year_end_day = end->day == Month(2001, end->month).last().fields().day ? 31 : end->day;
    }
    entity.siren = table.text(slot::siren).value_or("");
    std::erase(entity.siren, ' ');
    const bool nine =
        entity.siren.size() == 9 && std::ranges::all_of(entity.siren, [](char c) { return c >= '0' && c <= '9'; });
    if (!entity.siren.empty() && !nine)
        reading_.error("siren.digits",
                       {tr("\"{text}\" is not a SIREN, which has nine digits"), {{"text", *table.text(slot::siren)}}},
                       table.span(slot::siren), Message{tr("it is the first nine digits of the SIRET"), {}});
    else if (!entity.siren.empty() && !siren_key_fits(entity.siren))
        reading_.error("siren.key", {tr("the check digit of SIREN {siren} does not fit"), {{"siren", entity.siren}}},
                       table.span(slot::siren), Message{tr("one digit is mistyped, or two are swapped"), {}});
    entity.place = {table.span()};
    if (const auto other = budget_.entity(entity.id))
        reading_.error("id.repeated", {tr("the id {id} is used twice"), {{"id", entity.id}}},
                       table.span(slot::entity_id), {},
                       {{budget_.entities[*other].place.span, {tr("first used here"), {}}}});
    budget_.entities.push_back(std::move(entity));
}

void Decoder::banks(Table& root) {
    const std::vector<NodeId> nodes = bounded(root, slot::bank);
    for (const NodeId node : nodes)
        bank(node, nodes.size() == 1);
    for (const Bank& bank : budget_.banks) {
        if (!reading_.diagnostics.has_errors() && bank.date > budget_.first_day() && bank.opening != Money())
            reading_.warn(
                "bank.later",
                {tr("{id} opens with money later than another account, on {date}"),
                 {{"id", bank.id}, {"date", day_of(bank.date)}}},
                bank.opening_place.span,
                Message{tr("until then it counts as empty; the opening of its first period includes this amount"), {}});
    }
    for (std::size_t i = 0; i < budget_.entities.size() && !nodes.empty(); ++i) {
        const bool served = std::ranges::any_of(budget_.banks, [i](const Bank& bank) { return bank.entity == i; });
        if (!served)
            reading_.error("entity.bank", {tr("the entity {id} has no bank"), {{"id", budget_.entities[i].id}}},
                           budget_.entities[i].place.span, Message{tr("each entity has a bank that names it"), {}});
    }
}

void Decoder::bank(NodeId node, bool only) {
    Table table(reading_, node, Section::bank);
    Bank bank;
    if (!only && !table.has(slot::bank_id))
        table.missing(slot::bank_id);
    bank.id = table.id(slot::bank_id).value_or("main");
    bank.name = table.text(slot::bank_name).value_or(bank.id);
    bank.entity = entity_of(table, slot::bank_entity);
    bank.opening = table.amount(slot::opening).value_or(Money());
    bank.date = table.date(slot::bank_date).value_or(Date());
    bank.overdraft = table.positive(slot::overdraft).value_or(Money());
    bank.floor = table.amount(slot::floor).value_or(Money());
    bank.overdraft_rate = table.positive_rate(slot::overdraft_rate);
    bank.place = {table.span()};
    bank.opening_place = {table.span(slot::opening)};
    if (bank.overdraft_rate && bank.opening.negative() && !begins_quarter(bank.date))
        reading_.warn(
            "bank.quarter",
            {tr("the overdraft of this quarter bears interest from {date} on in the plan, not for the days before"),
             {{"date", day_of(bank.date)}}},
            table.span(slot::opening),
            Message{tr("the fee at the end of the quarter is that much too low: add what has run up as an expense"),
                    {}});
    if (const auto other = budget_.bank(bank.id))
        reading_.error("id.repeated", {tr("the id {id} is used twice"), {{"id", bank.id}}}, table.span(slot::bank_id),
                       {}, {{budget_.banks[*other].place.span, {tr("first used here"), {}}}});
    budget_.banks.push_back(std::move(bank));
}

void Decoder::forecast(Table& root) {
    if (!root.has(slot::forecast))
        return;
    Table table(reading_, root.node(slot::forecast), Section::forecast);
    budget_.from = table.month(slot::forecast_from);
    budget_.months = static_cast<int>(table.integer(slot::forecast_months, 1, 1200).value_or(12));
    budget_.stale = static_cast<int>(table.integer(slot::forecast_stale, 0, 36525).value_or(45));
}

void Decoder::members(Table& root) {
    std::unordered_map<std::string, Span> seen;
    for (const NodeId node : root.tables(slot::member)) {
        Table table(reading_, node, Section::member);
        Member member;
        member.id = table.id(slot::member_id).value_or("");
        member.name = table.text(slot::member_name).value_or(member.id);
        member.profession = table.text(slot::profession).value_or("");
        member.trade = folded(member.profession);
        member.profession_place = {table.span(slot::profession)};
        if (table.has(slot::member_entity))
            member.entity = entity_of(table, slot::member_entity);
        member.in = table.date(slot::member_in);
        member.out = table.date(slot::member_out);
        if (member.in && member.out && *member.out < *member.in)
            reading_.error("member.dates", {tr("{id} leaves before coming"), {{"id", member.id}}},
                           table.span(slot::member_out), {},
                           {{table.span(slot::member_in), {tr("the first day"), {}}}});
        member.associate = table.boolean(slot::associate);
        member.patients = table.integer(slot::patients, 0, 1'000'000);
        member.shares = table.integer(slot::shares, 0, 1'000'000'000);
        member.fte = table.quantity(slot::fte, most_fte);
        member.surface = table.quantity(slot::surface, most_surface);
        member.place = {table.span()};
        if (const auto [other, fresh] = seen.try_emplace(member.id, table.span(slot::member_id));
            !fresh && !member.id.empty())
            reading_.error("id.repeated", {tr("the id {id} is used twice"), {{"id", member.id}}},
                           table.span(slot::member_id), {}, {{other->second, {tr("first used here"), {}}}});
        budget_.members.push_back(std::move(member));
    }
}

void Decoder::scenarios(Table& root) {
    for (const NodeId node : bounded(root, slot::scenario)) {
        Table table(reading_, node, Section::scenario);
        ScenarioName scenario;
        scenario.id = table.id(slot::scenario_id).value_or("");
        scenario.label = table.text(slot::scenario_label).value_or(scenario.id);
        scenario.based_on = table.text(slot::based_on).value_or("");
        scenario.place = {table.span()};
        if (table.has(slot::change)) {
            for (NodeId change = reading_.document[table.node(slot::change)].child; change != no_node;
                 change = reading_.document[change].next)
                scenario.changes.push_back(scenario_change(change));
        }
        const auto other = std::ranges::find(budget_.scenarios, scenario.id, &ScenarioName::id);
        if (other != budget_.scenarios.end() && !scenario.id.empty())
            reading_.error("id.repeated", {tr("the id {id} is used twice"), {{"id", scenario.id}}},
                           table.span(slot::scenario_id), {}, {{other->place.span, {tr("first used here"), {}}}});
        budget_.scenarios.push_back(std::move(scenario));
    }
    scenario_layers();
}

// Its words are checked when it is applied.
ScenarioChange Decoder::scenario_change(NodeId node) const {
    const auto text = [&](NodeId table, const char* english, const char* french) {
        const NodeId found = reading_.document.find(table, english, french);
        return found == no_node ? std::string() : std::string(reading_.document[found].text);
    };
    ScenarioChange change;
    change.place = change.extent = {reading_.document[node].span};
    for (NodeId child = reading_.document[node].child; child != no_node; child = reading_.document[child].next) {
        const Node& value = reading_.document[child];
        change.extent.span.end = std::max(change.extent.span.end, value.span.end);
        const int kind = find_key(Section::change, value.key).slot;
        if (kind < slot::set || kind > slot::shift || !change.path.empty())
            continue;
        change.path = value.text;
        change.place = {value.span};
    }
    const std::size_t point = change.path.find('.');
    const int list = find_key(Section::budget, change.path.substr(0, point)).slot;
    if (list == slot::aci)
        change.item = "aci";
    const auto lists = {slot::expense, slot::income, slot::transfer, slot::grant, slot::loan};
    if (std::ranges::find(lists, list) == lists.end())
        return change;
    const Key& value = keys_of(Section::change)[slot::value];
    const NodeId added = reading_.document.find(node, value.english, value.french);
    change.item = added != no_node ? text(added, "id", "id") : "";
    if (point != std::string::npos)
        change.item = change.path.substr(point + 1, change.path.find('.', point + 1) - point - 1);
    return change;
}

// A chain without end would be laid again for each scenario that stands on a part of it.
void Decoder::scenario_layers() {
    for (const ScenarioName& scenario : budget_.scenarios) {
        if (layers_of(budget_.scenarios, scenario.id).size() <= most_layers)
            continue;
        reading_.error("scenario.chain",
                       {tr("the scenario {id} is based on more than {most} others, one upon the other"),
                        {{"id", scenario.id}, {"most", static_cast<std::int64_t>(most_layers - 1)}}},
                       scenario.place.span,
                       Message{tr("put the changes that always go together into one scenario"), {}});
        return;
    }
}

// Lines, grants, loans and the ACI in the order of the file, which is the order of movements within a day.
void Decoder::items(Table& root) {
    std::vector<Entry> entries;
    for (const int list : {slot::expense, slot::income, slot::transfer, slot::grant, slot::loan}) {
        for (const NodeId node : root.tables(list))
            entries.push_back({node, list, reading_.document[node].span});
    }
    if (root.has(slot::aci))
        entries.push_back({root.node(slot::aci), slot::aci, reading_.document[root.node(slot::aci)].span});
    std::ranges::stable_sort(entries, {},
                             [](const Entry& entry) { return std::pair(entry.span.source, entry.span.begin); });
    budget_.items.reserve(entries.size() + budget_.banks.size());
    budget_.lines.reserve(entries.size());
    ids_.reserve(entries.size());
    for (const Entry& entry : entries) {
        switch (entry.slot) {
            case slot::expense:
                line(entry.node, Origin::line, Side::payments);
                break;
            case slot::income:
                line(entry.node, Origin::line, Side::receipts);
                break;
            case slot::transfer:
                line(entry.node, Origin::transfer, Side::payments);
                break;
            case slot::grant:
                grant(entry.node);
                break;
            case slot::loan:
                loan(entry.node);
                break;
            default:
                aci(entry.node);
                break;
        }
    }
}

void Decoder::fees() {
    for (Bank& bank : budget_.banks) {
        if (!bank.overdraft_rate)
            continue;
        bank.fee_item = static_cast<ItemIndex>(budget_.items.size());
        Item& item = budget_.items.emplace_back();  // no label: the report has words for it
        item.id = "fees." + bank.id;
        item.category = shipped_category("overdraft-interest");
        item.origin = Origin::fee;
        item.place = bank.place;
    }
}

EntityIndex Decoder::entity_of(Table& table, int slot) {
    if (const auto id = table.text(slot)) {
        if (const auto found = budget_.entity(*id))
            return *found;
        no_such(table, slot, *id, [&] {
            std::vector<std::string_view> known;
            for (const Entity& entity : budget_.entities)
                known.push_back(entity.id);
            return help_for_id(*id, known);
        });
    } else if (budget_.entities.size() > 1 && !table.has(slot)) {
        table.missing(slot);
    }
    return 0;
}

BankIndex Decoder::bank_of(Table& table, int entity_slot, int bank_slot) {
    std::optional<BankIndex> bank = account(table, bank_slot);
    if (table.has(entity_slot)) {
        const EntityIndex entity = entity_of(table, entity_slot);
        if (bank && budget_.banks[*bank].entity != entity)
            reading_.error(
                "bank.entity",
                {tr("the bank {bank} belongs to the entity {entity}"),
                 {{"bank", budget_.banks[*bank].id}, {"entity", budget_.entities[budget_.banks[*bank].entity].id}}},
                table.span(bank_slot), {}, {{table.span(entity_slot), {tr("the entity named here"), {}}}});
        const auto first = std::ranges::find(budget_.banks, entity, &Bank::entity);
        if (!bank && first != budget_.banks.end())
            bank = static_cast<BankIndex>(first - budget_.banks.begin());
    } else if (!bank && !table.has(bank_slot) && budget_.entities.size() > 1) {
        table.missing(entity_slot);
    }
    return bank.value_or(0);
}

// A bank, or an entity's first one.
std::optional<BankIndex> Decoder::account(Table& table, int slot) {
    const auto id = table.text(slot);
    if (!id)
        return std::nullopt;
    if (const auto bank = budget_.bank(*id))
        return bank;
    if (const auto entity = budget_.entity(*id)) {
        const auto first = std::ranges::find(budget_.banks, *entity, &Bank::entity);
        if (first == budget_.banks.end())
            return std::nullopt;  // which was reported of the entity
        return static_cast<BankIndex>(first - budget_.banks.begin());
    }
    no_such(table, slot, *id, [&] {
        std::vector<std::string_view> known;
        for (const Bank& bank : budget_.banks)
            known.push_back(bank.id);
        for (const Entity& entity : budget_.entities)
            known.push_back(entity.id);
        return help_for_id(*id, known);
    });
    return std::nullopt;
}

std::optional<CategoryIndex> Decoder::category(Table& table, int slot) {
    const auto id = table.text(slot);
    if (!id)
        return std::nullopt;
    const bool french = reading_.french(reading_.document[table.node(slot)].key_span.source);
    auto found = std::ranges::find(budget_.categories, *id, &Category::id);
    if (found == budget_.categories.end() && french)
        found = std::ranges::find(budget_.categories, *id, &Category::french_id);
    if (found != budget_.categories.end())
        return static_cast<CategoryIndex>(found - budget_.categories.begin());
    no_such(table, slot, *id, [&] { return help_for_category(*id, budget_.categories, french); });
    return std::nullopt;
}

CategoryIndex Decoder::shipped_category(std::string_view id) const {
    return static_cast<CategoryIndex>(std::ranges::find(budget_.categories, id, &Category::id) -
                                      budget_.categories.begin());
}

void Decoder::no_such(Table& table, int slot, const std::string& id, const std::function<Message()>& help) {
    if (names_missing_)
        return;
    reading_.error_once("id.unknown", table.key(slot) + ' ' + id,
                        {tr("{key} names \"{id}\", which is not there"), {{"key", table.key(slot)}, {"id", id}}},
                        table.span(slot), help);
}

ItemIndex Decoder::add_item(Table& table, int id_slot, int label_slot, Origin origin, Side side,
                            CategoryIndex category) {
    Item item;
    item.id = table.id(id_slot).value_or("");
    item.label = table.text(label_slot).value_or(item.id);
    item.category = category;
    item.side = side;
    item.origin = origin;
    item.place = {table.span()};
    if (item.id == "aci" || item.id == "fees" || item.id == "reciprocal")
        reading_.error("id.reserved", {tr("the id {id} is kept for the results"), {{"id", item.id}}},
                       table.span(id_slot), Message{tr("choose another id"), {}});
    if (table.has(id_slot) && !item.id.empty()) {
        const std::string_view key = reading_.document[table.node(id_slot)].text;
        if (const auto [other, fresh] = ids_.try_emplace(key, table.span(id_slot)); !fresh)
            reading_.error("id.repeated", {tr("the id {id} is used twice"), {{"id", item.id}}}, table.span(id_slot), {},
                           {{other->second, {tr("first used here"), {}}}});
    }
    budget_.items.push_back(std::move(item));
    return static_cast<ItemIndex>(budget_.items.size() - 1);
}

}  // namespace msp
