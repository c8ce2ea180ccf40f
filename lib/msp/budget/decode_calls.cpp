// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_account.hpp>
#include <msp/budget/keys_call.hpp>
#include <msp/budget/keys_rule.hpp>
#include <msp/budget/keys_settlement.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace msp {
namespace {

// Three digits at least, then digits or letters: so the FEC has it.
std::string account_of(const FieldOf<KeyType::text>& field) {
    constexpr std::size_t digits = 3;
    std::string typed = field.read().value_or("");
    const auto fits = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    if (!typed.empty() &&
        (typed.size() < digits || typed.find_first_not_of("0123456789") < digits || !std::ranges::all_of(typed, fits)))
        field.table().reading().error("charges.account", {tr("\"{text}\" is no account"), {{"text", typed}}},
                                      field.span(),
                                      Message{tr("an account begins with three digits, and has digits and letters "
                                                 "only, such as 708000"),
                                              {}});
    return typed;
}

Ledger decode_ledger(Table<Section::accounts> table) {
    Ledger ledger;
    ledger.journal = table["journal"_key].value();
    ledger.accounts = {account_of(table["members"_key]),   account_of(table["income"_key]),
                       account_of(table["advances"_key]),  account_of(table["fees"_key]),
                       account_of(table["fees_due"_key]),  account_of(table["result"_key]),
                       account_of(table["result_due"_key])};
    return ledger;
}

// A vote is of one exercise, and does not move on with the balances of later ones.
void approval(Decoding& decoding, CallTerms& terms, Table<Section::charges>& table) {
    const auto approved = table["approved"_key];
    const auto exercise = table["approved_exercise"_key];
    needs(exercise, approved);
    terms.approved = approved.read().value_or("");
    if (const std::optional<std::int64_t> typed = exercise.read())
        terms.approved_exercise = static_cast<std::int16_t>(*typed);
    else if (decoding.typed_day)
        terms.approved_exercise = decoding.budget.exercise_of(*decoding.typed_day, terms.entity);
    else if (approved.has() && decoding.errors() == 0)
        decoding.reading.warn(
            "charges.approved",
            {tr("this vote stands under no exercise: the first account has no day of its own in this file, so that "
                "nothing says which exercise was voted"),
             {}},
            approved.span(), Message{tr("add {key}, the exercise that was voted"), {{"key", exercise.name()}}});
}

CallTerms decode_terms(Decoding& decoding, TableNode<Section::charges> node) {
    Table table(decoding.reading, node);
    CallTerms terms;
    terms.bank = decoding.bank_of(table["entity"_key], table["bank"_key]);
    terms.entity = decoding.budget.banks[terms.bank].entity;
    terms.rhythm = table["calls"_key].value<CallRhythm>();
    terms.day = table["day"_key].read().value_or(1);
    terms.rounding = table["round"_key].value<CallRounding>();
    terms.change = table["change"_key].value<CallChange>();
    terms.planned = table["plan"_key].value();
    terms.delay = table["delay"_key].read().value_or(Delay());
    if (const auto day = table["settled"_key].read())
        terms.settled = {day->month, day->day};
    needs(table["delay"_key], table["plan"_key]);
    needs(table["settled"_key], table["plan"_key]);
    approval(decoding, terms, table);
    terms.iban = typed_iban(table["iban"_key]);
    if (table["accounts"_key].has())
        terms.ledger = decode_ledger(table["accounts"_key].inner());
    terms.place = {table.span()};
    return terms;
}

void add_terms(Decoding& decoding, CallTerms terms) {
    std::vector<CallTerms>& all = decoding.budget.call_terms;
    const auto other = std::ranges::find(all, terms.entity, &CallTerms::entity);
    if (other != all.end())
        decoding.reading.error(
            "charges.twice",
            {tr("the calls of {entity} are said twice"), {{"entity", decoding.budget.entities[terms.entity].id}}},
            terms.place.span, Message{tr("keep one table for each entity"), {}},
            {{other->place.span, {tr("first said here"), {}}}});
    else
        all.push_back(std::move(terms));
}

AdvanceCall decode_advance(Decoding& decoding, TableNode<Section::call> node) {
    Table table(decoding.reading, node);
    AdvanceCall advance;
    advance.id = table["id"_key].read().value_or("");
    advance.label = table["label"_key].read().value_or(advance.id);
    advance.kind = table["kind"_key].value<CallKind>();
    advance.entity = decoding.entity_of(table["entity"_key]);
    advance.key = decoding.key(table["shared"_key]).value_or(KeyIndex());
    advance.calls = decoding.dated(table["calls"_key].tables());
    advance.place = {table["id"_key].span()};
    return advance;
}

void decode_payment(Decoding& decoding, TableNode<Section::paid> node) {
    Table table(decoding.reading, node);
    MemberPayment payment;
    const std::optional<std::size_t> payer = decoding.payer(table["member"_key]);
    const bool member = payer && decoding.budget.is_member(*payer);
    const std::optional<Date> date = table["date"_key].read();
    const std::optional<Money> amount = table["amount"_key].read();
    const auto entity = table["entity"_key];
    payment.kind = table["kind"_key].value<CallKind>();
    if (const auto exercise = table["exercise"_key].read())
        payment.exercise = static_cast<std::int16_t>(*exercise);
    if (entity.has() || (payer && !member))
        payment.entity = decoding.entity_of(entity);
    else if (payer)
        payment.entity = decoding.budget.members[decoding.budget.person_of(*payer)].entity;
    if (payer && !member && payment.kind != CallKind::charge)
        decoding.reading.error("paid.third-party",
                               {tr("{third_party} is no member, and advances nothing"),
                                {{"third_party", decoding.budget.payer_id(*payer)}}},
                               table["kind"_key].span(),
                               Message{tr("leave {kind} out"), {{"kind", table["kind"_key].name()}}});
    if (!payer || !date || !amount)
        return;
    payment.member = decoding.budget.person_of(*payer);
    payment.date = *date;
    payment.amount = *amount;
    payment.place = {table.span()};
    (member ? decoding.budget.paid : decoding.budget.received).push_back(payment);
}

std::optional<AccountOpening> decode_opening(Decoding& decoding, TableNode<Section::current_account> node) {
    Table table(decoding.reading, node);
    const auto entity = table["entity"_key];
    const auto date = table["date"_key];
    const std::optional<std::size_t> member = decoding.member(table["member"_key]);
    const std::optional<Date> day = date.read();
    const std::optional<Money> amount = table["amount"_key].read();
    AccountOpening opening;
    opening.kind = table["kind"_key].value<CallKind>();
    if (entity.has())
        opening.entity = decoding.entity_of(entity);
    else if (member)
        opening.entity = decoding.budget.members[*member].entity;
    if (!member || !day || !amount)
        return std::nullopt;
    const Budget& budget = decoding.budget;
    const std::int16_t exercise = budget.exercise_of(*day, opening.entity);
    const Date first = budget.last_day_of(static_cast<std::int16_t>(exercise - 1), opening.entity) + 1;
    if (*day != first)
        decoding.reading.error("account.day", {tr("{day} is not the first day of an exercise"), {{"day", *day}}},
                               date.span(),
                               Message{tr("give what the account held on {first}: payments and shares of the exercise "
                                          "come on top"),
                                       {{"first", first}}});
    opening.member = *member;
    opening.date = *day;
    opening.amount = *amount;
    opening.place = {table["member"_key].span()};
    return opening;
}

void add_opening(Decoding& decoding, const AccountOpening& opening) {
    std::vector<AccountOpening>& all = decoding.budget.openings;
    const auto other = std::ranges::find_if(all, [&](const AccountOpening& each) {
        return each.member == opening.member && each.entity == opening.entity && each.kind == opening.kind &&
               each.date == opening.date;
    });
    if (other != all.end())
        decoding.reading.error("account.twice",
                               {tr("the current account of {member} on {day} is said twice"),
                                {{"member", decoding.budget.members[opening.member].id}, {"day", opening.date}}},
                               opening.place.span, Message{tr("keep one of them"), {}},
                               {{other->place.span, {tr("the first one"), {}}}});
    all.push_back(opening);
}

std::optional<Spent> decode_cost(Decoding& decoding, TableNode<Section::spent> node) {
    Table table(decoding.reading, node);
    const auto line = table["line"_key];
    const std::optional<Decoding::SharedPayment> shared = decoding.shared_payment(line);
    const std::optional<Money> amount = table["amount"_key].read();
    Spent spent;
    spent.date = table["date"_key].read();
    const auto exercise = table["exercise"_key].read();
    if (exercise)
        spent.exercise = static_cast<std::int16_t>(*exercise);
    if (!table["date"_key].has() && !table["exercise"_key].has())
        decoding.reading.error("spent.when", {tr("this cost has neither a day nor an exercise"), {}}, table.span(),
                               Message{tr("write the day of the payment, or the exercise whose whole cost it is"), {}});
    if (!shared || !amount || (!spent.date && !exercise))
        return std::nullopt;
    spent.item = shared->line->item;
    spent.part = shared->part;
    spent.entity = decoding.budget.banks[shared->line->bank].entity;
    if (spent.part != Part::whole && !spent.date)
        decoding.reading.error("spent.part",
                               {tr("the whole cost of an exercise is that of {post}, with all its payments"),
                                {{"post", decoding.budget.items[spent.item].id}}},
                               line.span(),
                               Message{tr("name the post alone, or give each of its payments with its day"), {}});
    spent.amount = *amount;
    spent.place = {line.span()};
    const std::int16_t counted = decoding.budget.exercise_of(spent);
    if (exercise && counted != *exercise)
        decoding.reading.warn("spent.books",
                              {tr("paid on {day}, this counts in {counted}: the books are of receipts and payments"),
                               {{"day", *spent.date}, {"counted", std::int64_t{counted}}}},
                              table["exercise"_key].span(),
                              Message{tr("leave the exercise out, or give the entity books of accruals"), {}});
    return spent;
}

}  // namespace

void decode_calls(Decoding& decoding, Root& root) {
    for (const auto node : decoding.bounded(root["charges"_key], root["charges"_key].tables()))
        add_terms(decoding, decode_terms(decoding, node));
    std::vector<AdvanceCall>& advances = decoding.budget.advances;
    for (const auto node : decoding.bounded(root["call"_key], root["call"_key].tables())) {
        AdvanceCall advance = decode_advance(decoding, node);
        const auto other = std::ranges::find(advances, advance.id, &AdvanceCall::id);
        if (other != advances.end() && !advance.id.empty())
            decoding.reading.error("id.repeated", {tr("the id {id} is used twice"), {{"id", advance.id}}},
                                   advance.place.span, {}, {{other->place.span, {tr("first used here"), {}}}});
        advances.push_back(std::move(advance));
    }
    for (const auto node : root["paid"_key].tables())
        decode_payment(decoding, node);
    for (const auto node : root["current_account"_key].tables()) {
        if (const auto opening = decode_opening(decoding, node))
            add_opening(decoding, *opening);
    }
    std::ranges::stable_sort(decoding.budget.openings, {}, &AccountOpening::date);
}

void decode_spent(Decoding& decoding, Root& root) {
    const Budget& budget = decoding.budget;
    std::map<std::pair<std::size_t, std::int16_t>, Spent> first;  // of a line in an exercise
    for (const auto node : root["spent"_key].tables()) {
        const std::optional<Spent> spent = decode_cost(decoding, node);
        if (!spent)
            continue;
        const auto [other, fresh] = first.try_emplace({spent->item, budget.exercise_of(*spent)}, *spent);
        // The whole cost of an exercise leaves no room for another one.
        if (!fresh && (!spent->date || !other->second.date))
            decoding.reading.error("spent.twice",
                                   {tr("the cost of {line} in an exercise is said as a whole, and once more"),
                                    {{"line", budget.items[spent->item].id}}},
                                   spent->place.span,
                                   Message{tr("keep the whole cost, or the payments with their days"), {}},
                                   {{other->second.place.span, {tr("the other one"), {}}}});
        decoding.budget.spent.push_back(*spent);
    }
}

}  // namespace msp
