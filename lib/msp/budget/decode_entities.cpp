// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/default_id.hpp>
#include <msp/budget/keys_entity.hpp>
#include <msp/budget/keys_member.hpp>
#include <msp/dates/written_date.hpp>
#include <msp/statement/account.hpp>

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

bool begins_quarter(Date date) {
    const YearMonthDay day = date.fields();
    return day.day == 1 && day.month % 3 == 1;
}

std::string siren_of(const FieldOf<KeyType::text>& field) {
    const std::string typed = field.read().value_or("");
    std::string siren = typed;
    std::erase(siren, ' ');
    const bool nine = siren.size() == 9 && std::ranges::all_of(siren, [](char c) { return c >= '0' && c <= '9'; });
    Reading& reading = field.table().reading();
    if (!siren.empty() && !nine)
        reading.error("siren.digits", {tr("\"{text}\" is not a SIREN, which has nine digits"), {{"text", typed}}},
                      field.span(), Message{tr("it is the first nine digits of the SIRET"), {}});
    else if (!siren.empty() && !siren_key_fits(siren))
        reading.error("siren.key", {tr("the check digit of SIREN {siren} does not fit"), {{"siren", siren}}},
                      field.span(), Message{tr("one digit is mistyped, or two are swapped"), {}});
    return siren;
}

// An export is an entity's by its SIREN.
void own_siren(Decoding& decoding, const std::string& siren, const FieldOf<KeyType::text>& field) {
    const std::vector<Entity>& entities = decoding.budget.entities;
    const auto other = std::ranges::find(entities, siren, &Entity::siren);
    if (!siren.empty() && other != entities.end())
        decoding.reading.error(
            "siren.twice", {tr("the entity {id} has the SIREN {siren} too"), {{"id", other->id}, {"siren", siren}}},
            field.span(), Message{tr("each legal person has its own"), {}},
            {{decoding.siren_spans[static_cast<std::size_t>(other - entities.begin())], {tr("first used here"), {}}}});
    decoding.siren_spans.push_back(field.span());
}

std::string iban_of(const FieldOf<KeyType::text>& field, const Budget& budget) {
    std::string iban = plain_iban(typed_iban(field));
    Reading& reading = field.table().reading();
    const auto other = std::ranges::find(budget.banks, iban, &Bank::iban);
    if (!iban.empty() && other != budget.banks.end())
        reading.error("iban.twice", {tr("the bank {id} has this IBAN too"), {{"id", other->id}}}, field.span(),
                      Message{tr("each account has its own"), {}}, {{other->place.span, {tr("the other bank"), {}}}});
    return iban;
}

StatementColumns columns_of_bank(Reading& reading, Table<Section::statement_columns> table) {
    StatementColumns columns = {table["date"_key].read().value_or(""),   table["value_date"_key].read().value_or(""),
                                table["label"_key].read().value_or(""),  table["reference"_key].read().value_or(""),
                                table["amount"_key].read().value_or(""), table["debit"_key].read().value_or(""),
                                table["credit"_key].read().value_or(""), table["balance"_key].read().value_or("")};
    const bool sides = !columns.debit.empty() && !columns.credit.empty();
    const bool neither = columns.debit.empty() && columns.credit.empty();
    if (columns.amount.empty() ? !sides : !neither)
        reading.error("bank.columns", {tr("these columns have no amount, or more than one"), {}}, table.span(),
                      Message{tr("name {amount} alone, or {debit} and {credit}"),
                              {{"amount", table["amount"_key].name()},
                               {"debit", table["debit"_key].name()},
                               {"credit", table["credit"_key].name()}}});
    return columns;
}

// `only`: there is no other, and it needs no id.
void decode_entity(Decoding& decoding, TableNode<Section::entity> node, bool only) {
    Table table(decoding.reading, node);
    Budget& budget = decoding.budget;
    const auto id = table["id"_key];
    if (!only && !id.has())
        id.missing();
    Entity entity;
    entity.id = id.value();
    entity.name = table["name"_key].read().value_or(id.has() ? entity.id : "");
    entity.form = table["form"_key].value<EntityForm>();
    entity.books = table["books"_key].value<Books>();
    entity.holidays = table["holidays"_key].value<Holidays>();
    const DayOfYear end = table["year_end"_key].value();
    entity.year_end_month = end.month;
    // The last day of a month stays the last day: February in leap years.
    entity.year_end_day = end.day == Month(2001, end.month).last().fields().day ? 31 : end.day;
    entity.siren = siren_of(table["siren"_key]);
    own_siren(decoding, entity.siren, table["siren"_key]);
    entity.place = {table.span()};
    if (const auto other = budget.entity(entity.id))
        repeated_id(id, entity.id, budget.entities[*other].place.span);
    budget.entities.push_back(std::move(entity));
}

void warn_of_interest(Decoding& decoding, const Bank& bank, Span opening) {
    if (bank.overdraft_rate && bank.opening.negative() && !begins_quarter(bank.date))
        decoding.reading.warn(
            "bank.quarter",
            {tr("the overdraft of this quarter bears interest from {date} on in the plan, not for the days before"),
             {{"date", bank.date}}},
            opening,
            Message{tr("the fee at the end of the quarter is that much too low: add what has run up as an expense"),
                    {}});
}

// Money of one account of the books is of one bank, and only class 5 holds money.
void own_accounts(Decoding& decoding, const Bank& bank, const FieldOf<KeyType::texts>& field) {
    for (const std::string& account : bank.accounts) {
        if (!account.starts_with('5'))
            decoding.reading.error("bank.account", {tr("the account {account} holds no cash"), {{"account", account}}},
                                   field.span(),
                                   Message{tr("banks and cash boxes are accounts of class 5, such as 512000"), {}});
        for (std::size_t i = 0; i < decoding.budget.banks.size(); ++i) {
            const Bank& other = decoding.budget.banks[i];
            if (other.entity == bank.entity && std::ranges::find(other.accounts, account) != other.accounts.end())
                decoding.reading.error(
                    "bank.account-twice",
                    {tr("the bank {id} has the account {account} too"), {{"id", other.id}, {"account", account}}},
                    field.span(), Message{tr("give each bank the accounts of the books that are its own"), {}},
                    {{decoding.account_spans[i], {tr("first used here"), {}}}});
        }
    }
    decoding.account_spans.push_back(field.span());
}

void decode_bank(Decoding& decoding, TableNode<Section::bank> node, bool only) {
    Table table(decoding.reading, node);
    Budget& budget = decoding.budget;
    const auto id = table["id"_key];
    if (!only && !id.has())
        id.missing();
    Bank bank;
    bank.id = id.value();
    bank.entity = decoding.entity_of(table["entity"_key]);
    // An id that nobody typed is no name for people.
    bank.name = table["name"_key].read().value_or(id.has() ? bank.id : budget.entities[bank.entity].title());
    bank.opening = table["opening"_key].read().value_or(Money());
    bank.date = table["date"_key].read().value_or(Date());
    if (budget.banks.empty() && table["date"_key].has())
        decoding.typed_day = parse_written_date(decoding.reading.document.as_typed(table["date"_key].node()).text);
    bank.overdraft = table["overdraft"_key].value();
    bank.floor = table["floor"_key].value();
    bank.overdraft_rate = table["overdraft_rate"_key].read();
    bank.accounts = decoding.accounts(table["account"_key]);
    own_accounts(decoding, bank, table["account"_key]);
    bank.iban = iban_of(table["iban"_key], budget);
    if (table["columns"_key].has())
        bank.columns = columns_of_bank(decoding.reading, table["columns"_key].inner());
    needs(table["fees_match"_key], table["overdraft_rate"_key]);
    decoding.fee_accounts.push_back(decoding.accounts(table["fees_match"_key]));
    decoding.fee_spans.push_back(table["fees_match"_key].span());
    bank.place = {table.span()};
    bank.opening_place = {table["opening"_key].span()};
    warn_of_interest(decoding, bank, bank.opening_place.span);
    if (const auto other = budget.bank(bank.id))
        repeated_id(id, bank.id, budget.banks[*other].place.span);
    budget.banks.push_back(std::move(bank));
}

void warn_of_later_openings(Decoding& decoding) {
    const Budget& budget = decoding.budget;
    for (const Bank& bank : budget.banks) {
        if (!decoding.reading.diagnostics.has_errors() && bank.date > budget.first_day() && bank.opening != Money())
            decoding.reading.warn(
                "bank.later",
                {tr("{id} opens with money later than another account, on {date}"),
                 {{"id", bank.id}, {"date", bank.date}}},
                bank.opening_place.span,
                Message{
                    tr("until then it counts as empty; the opening of its first period includes this amount, unless "
                       "books have the account"),
                    {}});
    }
}

void each_has_a_bank(Decoding& decoding) {
    const Budget& budget = decoding.budget;
    for (std::size_t i = 0; i < budget.entities.size(); ++i) {
        const bool served = std::ranges::any_of(budget.banks, [i](const Bank& bank) { return bank.entity == i; });
        if (!served)
            decoding.reading.error("entity.bank", {tr("the entity {id} has no bank"), {{"id", budget.entities[i].id}}},
                                   budget.entities[i].place.span,
                                   Message{tr("each entity has a bank that names it"), {}});
    }
}

// Those with a key of their own go by its English name.
std::vector<MemberCount> counts_of(Decoding& decoding, Table<Section::member>& table,
                                   std::optional<std::int64_t> patients) {
    std::vector<MemberCount> counts;
    const auto add = [&](std::string_view counter, std::optional<Timeline<Rate>> values) {
        if (values)
            counts.push_back({std::string(counter), std::move(*values)});
    };
    const auto add_key = [&](const auto& field) { add(field.row.english, field.read()); };
    add_key(table["shares"_key]);
    add_key(table["fte"_key]);
    add_key(table["surface"_key]);
    add_key(table["half_days"_key]);
    add_key(table["hours"_key]);
    add_key(table["fees"_key]);
    add_key(table["acts"_key]);
    add_key(table["headcount"_key]);
    if (patients)
        add("patients", Timeline<Rate>{{{Date::first(), Rate(*patients, 0)}}});
    const auto own = table["counters"_key];
    for (const FreeEntry& entry : own.entries()) {
        if (std::ranges::find(counts, entry.id, &MemberCount::counter) == counts.end())
            add(entry.id, own.read_entry(entry));
        else
            decoding.reading.error(
                "member.counter", {tr("{counter} is said twice of this person"), {{"counter", entry.id}}},
                decoding.node(entry.node).span, Message{tr("{counter} has a key of its own"), {{"counter", entry.id}}});
    }
    std::ranges::sort(counts, {}, &MemberCount::counter);
    return counts;
}

std::vector<Absence> absences_of(Decoding& decoding, Table<Section::member>& table) {
    std::vector<Absence> absences;
    for (const auto node : table["absent"_key].tables()) {
        Table absence(decoding.reading, node);
        const auto until = absence["until"_key];
        const std::optional<Date> first = absence["from"_key].read(DayOfMonth::first);
        const std::optional<Date> last = until.read(DayOfMonth::last);
        if (!first || (until.has() && !last))
            continue;
        if (last && *last < *first)
            comes_before(until, absence["from"_key]);
        else if (!absences.empty() && (!absences.back().last || *first <= *absences.back().last))
            decoding.reading.error("member.absent", {tr("this absence begins before the one before it ends"), {}},
                                   absence.span(), Message{tr("write them in the order of their days, or as one"), {}});
        else
            absences.push_back({*first, last, absence["pays"_key].read()});
    }
    return absences;
}

Member decode_member(Decoding& decoding, Table<Section::member>& table) {
    Member member;
    member.id = table["id"_key].read().value_or("");
    member.first_stay = decoding.member(table["person"_key]);
    const Member first = member.first_stay ? decoding.budget.members[*member.first_stay] : Member();
    const auto otherwise = [&](const std::string& of_first) { return member.first_stay ? of_first : member.id; };
    member.name = table["name"_key].read().value_or(otherwise(first.name));
    member.profession = table["profession"_key].read().value_or(first.profession);
    member.trade = folded(member.profession);
    member.account = table["account"_key].read().value_or(otherwise(first.account));
    member.profession_place = {table["profession"_key].span()};
    member.entity = first.entity;
    if (table["entity"_key].has())
        member.entity = decoding.entity_of(table["entity"_key]);
    if (table["from"_key].has())
        decoding.reading.error("member.from",
                               {tr("{key} is for rows of a CSV file"), {{"key", table["from"_key].name()}}},
                               table["from"_key].span(),
                               Message{tr("write each figure that changes as a list: half_days = [{{ value = 8 }}, {{ "
                                          "from = 2026-07-01, value = 6 }}]; the first day present is {in}"),
                                       {{"in", table["in"_key].name()}}});
    member.in = table["in"_key].read();
    member.out = table["out"_key].read();
    if (member.in && member.out && *member.out < *member.in)
        decoding.reading.error("member.dates", {tr("{id} leaves before coming"), {{"id", member.id}}},
                               table["out"_key].span(), {}, {{table["in"_key].span(), {tr("the first day"), {}}}});
    member.leaves = table["leaves"_key].read();
    if (!member.leaves)
        member.leaves = first.leaves;
    if (member.leaves)
        member.out = std::min(member.out.value_or(*member.leaves), *member.leaves);
    if (!member.comes())
        member.out = *member.in - 1;
    member.associate = table["associate"_key].read();
    member.employee = table["employee"_key].value();
    member.employee_place = {table["employee"_key].span()};
    if (member.employee && !table["associate"_key].has())
        member.associate = false;
    member.patients = table["patients"_key].read();
    member.counts = counts_of(decoding, table, member.patients);
    member.absences = absences_of(decoding, table);
    member.place = {table.span()};
    return member;
}

// Nobody is here twice on one day. The last record is held against those of the same person before it.
void comes_alone(Decoding& decoding) {
    const Budget& budget = decoding.budget;
    const std::size_t last = budget.members.size() - 1;
    const Member& made = budget.members[last];
    const Date in = made.in.value_or(Date::first());
    const Date out = made.out.value_or(Date::last());
    for (std::size_t i = 0; i < last; ++i) {
        const Member& other = budget.members[i];
        const Date begin = std::max(in, other.in.value_or(Date::first()));
        if (budget.person_of(i) != budget.person_of(last) || begin > std::min(out, other.out.value_or(Date::last())))
            continue;
        decoding.reading.error("member.stays",
                               {tr("{id} and {other} are stays of one person, both on {date}"),
                                {{"id", made.id}, {"other", other.id}, {"date", begin}}},
                               made.place.span, Message{tr("end one stay before the other begins"), {}},
                               {{other.place.span, {tr("the other stay"), {}}}});
        return;
    }
}

}  // namespace

std::string typed_iban(const FieldOf<KeyType::text>& field) {
    std::string typed = field.read().value_or("");
    if (const std::string iban = plain_iban(typed); !iban.empty() && !is_iban(iban))
        field.table().reading().error(
            "iban.key", {tr("{iban} is no IBAN: its length or its check digits do not fit"), {{"iban", iban}}},
            field.span(), Message{tr("a digit is mistyped or missing; a French IBAN has 27 characters"), {}});
    return typed;
}

bool has_default_id(const Budget& budget, EntityIndex entity) {
    return budget.entities.size() == 1 && budget.entities[entity].id == FieldIn<Section::entity, "id">::fallback();
}

void decode_entities(Decoding& decoding, Root& root) {
    const auto nodes = decoding.bounded(root["entity"_key], root["entity"_key].tables());
    for (const auto node : nodes)
        decode_entity(decoding, node, nodes.size() == 1);
    if (nodes.empty())
        decoding.budget.entities.emplace_back().id = FieldIn<Section::entity, "id">::fallback();
}

void decode_banks(Decoding& decoding, Root& root) {
    const auto nodes = decoding.bounded(root["bank"_key], root["bank"_key].tables());
    for (const auto node : nodes)
        decode_bank(decoding, node, nodes.size() == 1);
    warn_of_later_openings(decoding);
    if (!nodes.empty())
        each_has_a_bank(decoding);
}

void decode_members(Decoding& decoding, Root& root) {
    std::unordered_map<std::string, Span> seen;
    for (const auto node : root["member"_key].tables()) {
        Table table(decoding.reading, node);
        Member member = decode_member(decoding, table);
        const auto id = table["id"_key];
        if (const auto [other, fresh] = seen.try_emplace(member.id, id.span()); !fresh && !member.id.empty())
            repeated_id(id, member.id, other->second);
        decoding.budget.members.push_back(std::move(member));
        comes_alone(decoding);
    }
}

}  // namespace msp
