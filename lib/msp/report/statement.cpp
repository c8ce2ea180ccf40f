// SPDX-License-Identifier: MIT
#include <msp/budget/default_id.hpp>
#include <msp/diag/listed.hpp>
#include <msp/report/call_words.hpp>
#include <msp/report/sheet_text.hpp>
#include <msp/report/statement.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace msp {
namespace {

constexpr int statement_places = 6;
constexpr std::size_t narrowest_line = 14;

const ChargesResult& charges_of(const Statement& statement) {
    return statement.result->voted.charges;
}

bool is_of_member(const Statement& statement) {
    return charges_of(statement).budget->is_member(statement.member);
}

Reader reader_of(const Statement& statement) {
    return is_of_member(statement) ? Reader::all : Reader::third_party;
}

// Of a third party only their name.
std::string_view profession_of(const Statement& statement) {
    const Budget& budget = *charges_of(statement).budget;
    return budget.is_member(statement.member) ? std::string_view(budget.members[statement.member].profession) : "";
}

const MemberSettlement* settlement_of(const Statement& statement) {
    const Settlement& settlement = statement.result->settlement;
    const std::vector<MemberSettlement>& all = is_of_member(statement) ? settlement.members : settlement.third_parties;
    const auto found = std::ranges::find(all, statement.member, &MemberSettlement::member);
    return found == all.end() ? nullptr : &*found;
}

std::string title_of(const Statement& statement, Language language) {
    return title_with_exercise(tr("{entity}, statement of charges of the exercise {exercise}"), charges_of(statement),
                               language);
}

// In a workbook it has the name of the one whose statement it is.
Sheet handed_to(const Statement& statement, const std::string& title, Sheet sheet) {
    const std::string& name = charges_of(statement).budget->payer_name(statement.member);
    sheet.apart = true;
    sheet.called = {name};
    sheet.owner = title + ", " + name;
    return sheet;
}

Block block_of(const Statement& statement, const char* title, Language language,
               std::vector<std::string_view> without = {}) {
    return {std::string(translate(title, language)),
            std::move(without),
            {},
            {charges_of(statement).budget->payer_name(statement.member)}};
}

// Of the cells of a row.
constexpr std::size_t line_share = 5;
constexpr std::size_t line_cells = 9;

void line_rows(RowSink& rows, const Statement& statement, Language language) {
    const ChargesResult& charges = charges_of(statement);
    rows.begin({});
    for (const LineShares& line : charges.shares.lines) {
        const Shares& shares = line.exercise;
        const Money share = shares.shares[statement.member];
        const std::string exact = shares.exact.decimal(statement.member, statement_places);
        if (share == Money() && exact.find_first_not_of("0.") == std::string::npos)
            continue;
        const std::string weight = shares.exact.weight(statement.member, shares.total, statement_places);
        const std::string rounding = shares.exact.rounding(statement.member, share, statement_places);
        std::array<std::optional<Quotient>, line_cells> portions;
        portions[line_share] = shares.exact.portion(statement.member, shares.total);
        rows.row({.portions = portions},
                 {TextCell{charges.budget->items[line.line->item].label},
                  TextCell{charges.budget->keys[*line.line->shared].label}, shares.total, DigitsCell{weight},
                  DigitsCell{exact}, share, DigitsCell{rounding}, TextCell{charges.budget->items[line.line->item].id},
                  TextCell{charges.budget->keys[*line.line->shared].id}});
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    const std::vector<MemberCharges> members = members_of(charges.shares, 0);
    const auto own = std::ranges::find(members, statement.member, &MemberCharges::member);
    rows.row({.kind = RowKind::total, .adds = all_lines}, {WordCell{{}, translate(tr("Total"), language)},
                                                           {},
                                                           {},
                                                           {},
                                                           {},
                                                           own == members.end() ? Money() : own->amounts.back(),
                                                           {},
                                                           {},
                                                           {}});
    rows.note_of_changes(
        translate(tr("A changed charge runs through to the share, by the same part, and to the total. A share may then "
                     "be a cent away from what the program says, since some formulas hold a correction of less than a "
                     "cent. The exact share, what rounding adds, calls and the settlement do not follow."),
                  language));
}

AskedCalls asked_from(const Statement& statement) {
    const CallsResult& voted = statement.result->voted;
    return asked_of(is_of_member(statement) ? voted.calls : voted.third_parties.all(), statement.member);
}

void dated_rows(RowSink& rows, const Statement& statement, Language language) {
    const AskedCalls asked = asked_from(statement);
    rows.begin(block_of(statement, tr("Calls"), language));
    for (const AskedCall& call : asked.calls)
        rows.row({}, {call.date, WordCell{{}, translate(call_word(call.kind), language)}, call.amount});
    if (asked.calls.size() < 2)
        return;
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row({.kind = RowKind::total, .adds = all_lines},
             {WordCell{{}, translate(tr("Total"), language)}, {}, asked.total});
}

// Where no payment is said.
bool counts_as_called(const Statement& statement) {
    const Settlement& settlement = statement.result->settlement;
    return is_of_member(statement) ? settlement.as_called : settlement.received_as_called;
}

bool any_cost_said(const Statement& statement) {
    return statement.result->unsaid.size() != statement.result->real.lines.size();
}

// Nothing where no accounts are kept.
bool has_account(const Statement& statement) {
    return statement.result->settlement.accounts && is_of_member(statement);
}

// The account holds what is left of the exercise: of the two amounts its balance is the one to pay.
std::string account_due(Money balance, const TextStyle& style) {
    const char* const text =
        balance.negative()
            ? tr("To be paid in all: {amount}, the balance of your current account, which holds what is left of the "
                 "exercise.")
        : balance == Money() ? tr("Your current account holds what is left of the exercise: nothing is to be paid.")
                             : tr("Your current account holds what is left of the exercise: nothing is to be paid, and "
                                  "{amount} is to your credit.");
    return wrapped(words({text, {{"amount", absolute(balance)}}}, style.language), 0, page_width(style));
}

std::string account_of(const Statement& statement, const TextStyle& style) {
    if (!has_account(statement))
        return {};
    const MemberSettlement& own = *settlement_of(statement);
    const Message message = {
        tr("Your current account: {opening} on {first}, {account} on {last}; advances that are held "
           "for you: {advances}."),
        {{"opening", own.opening.account},
         {"first", charges_of(statement).days.first},
         {"account", own.closing.account},
         {"last", charges_of(statement).days.last},
         {"advances", own.closing.advances}}};
    std::string out = wrapped(words(message, style.language), 0, page_width(style));
    if (own.credited != Money())
        out += wrapped(
            words({tr("Of this {amount} were credited by distributions."), {{"amount", own.credited}}}, style.language),
            0, page_width(style));
    return own.left ? out : out + account_due(own.closing.account, style);  // who left has a final account
}

void settled_line_rows(RowSink& rows, const Statement& statement, Language language) {
    const MemberSettlement& settlement = *settlement_of(statement);
    const ChargesResult& charges = charges_of(statement);
    const auto cells = [](Cell name, const SettledAmounts& settled, Cell id) {
        return std::vector<Cell>{
            name, settled.called, settled.paid, settled.share, settled.balance(), settled.deductible, id};
    };
    std::vector<std::string_view> without;
    if (!is_of_member(statement))
        without = {"deductible"};
    rows.begin(block_of(statement, tr("Settlement"), language, without));
    for (std::size_t i = 0; i < settlement.lines.size(); ++i) {
        const Item& item = charges.budget->items[charges.shares.lines[i].line->item];
        if (settlement.lines[i] != SettledAmounts())
            rows.row({}, cells(TextCell{item.label}, settlement.lines[i], TextCell{item.id}));
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row({.kind = RowKind::total, .adds = all_lines},
             cells(WordCell{{}, translate(tr("Total"), language)}, settlement.total, {}));
}

// Else nothing may be said of what is paid and left: the total is of what is called.
bool totals_settlements(std::span<const Statement> statements) {
    return std::ranges::count_if(statements, &Statement::is_settled) > 1;
}

// Of a settlement what counts as called are charges, as in its table; of calls it is all that is called, as in theirs.
SettledAmounts totalled(const Statement& statement, bool settlements) {
    if (settlements)
        return settlement_of(statement)->total;
    SettledAmounts asked;
    asked.called = asked_from(statement).total;
    return asked;
}

void total_rows(RowSink& rows, std::span<const Statement> statements, Language language) {
    const bool settlements = totals_settlements(statements);
    const auto cells = [](Cell name, const SettledAmounts& settled, Cell id) {
        return std::vector<Cell>{name, settled.called, settled.paid, settled.share, settled.balance(), id};
    };
    std::vector<std::string_view> without;
    if (!settlements)
        without = {"paid", "final_share", "balance"};
    rows.begin({{}, std::move(without)});
    std::vector<SettledAmounts> all;
    for (const Statement& statement : statements) {
        if (settlements && !statement.is_settled())
            continue;
        all.push_back(totalled(statement, settlements));
        const ChargesResult& charges = charges_of(statement);
        const Entity& entity = charges.budget->entities[charges.entity];
        rows.row({}, cells(TextCell{entity.title()}, all.back(), TextCell{entity.id}));
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row({.kind = RowKind::total, .adds = all_lines},
             cells(WordCell{{}, translate(tr("Total"), language)}, total_of(all), {}));
}

}  // namespace

bool Statement::concerns() const {
    return settlement_of(*this) != nullptr;
}

bool Statement::is_settled() const {
    if (!concerns())
        return false;
    const bool kept = is_of_member(*this) && (result->settlement.accounts || settlement_of(*this)->left);
    return kept || !counts_as_called(*this) || any_cost_said(*this);
}

std::string statement_reference(const Budget& budget, EntityIndex entity, int exercise, const std::string& payer) {
    const std::string own = has_default_id(budget, entity) ? "" : budget.entities[entity].id + '-';
    return std::to_string(exercise) + '-' + own + payer;
}

std::string statement_heading(const Statement& statement, const TextStyle& style) {
    const ChargesResult& charges = charges_of(statement);
    const std::string& name = charges.budget->payer_name(statement.member);
    const std::string_view profession = profession_of(statement);
    const auto said = [&](const Message& message) { return words(message, style.language); };
    std::string out = heading(title_of(statement, style.language), style);
    out +=
        wrapped(profession.empty()
                    ? name
                    : said({tr("{member}, {profession}"), {{"member", name}, {"profession", std::string(profession)}}}),
                0, page_width(style));
    return out +
           wrapped(said({tr("Exercise from {first} to {last}. Reference: {reference}."),
                         {{"first", charges.days.first},
                          {"last", charges.days.last},
                          {"reference", statement_reference(*charges.budget, charges.entity, charges.exercise,
                                                            charges.budget->payer_id(statement.member))}}}),
                   0, page_width(style)) +
           '\n';
}

Sheet statement_lines_sheet(const Statement& statement, Language language) {
    std::vector<Column> columns =
        columns_of({head::text("name", tr("Line")), head::text("way", tr("Key")), head::money("base", tr("Charge")),
                    head::decimal("weight", tr("Part")), head::decimal("exact", tr("Exact share")),
                    head::money("share", tr("Share")).strong(), head::decimal("rounding", tr("Rounding")).joined(),
                    head::id("line", tr("Line")), head::id("key", tr("Key"))},
                   language);
    column_called("share", columns).portion_of = "base";
    return handed_to(statement, title_of(statement, language),
                     {"shares",
                      std::move(columns),
                      [statement, language](RowSink& rows) { line_rows(rows, statement, language); },
                      {},
                      narrowest_line});
}

std::string statement_keys(const Statement& statement, const TextStyle& style) {
    const ChargesResult& charges = charges_of(statement);
    std::set<KeyIndex> used;
    for (const LineShares& line : charges.shares.lines)
        used.insert(*line.line->shared);
    std::string out;
    for (const KeyIndex index : used) {
        const ShareKey& key = charges.budget->keys[index];
        const std::string way = way_of(*charges.budget, key, style.language);
        const std::string terms = terms_of(*charges.budget, key, style.language);
        out += wrapped(is_called_by_its_way(*charges.budget, key, style.language)
                           ? key.label + terms + '.'
                           : words({tr("{key}: {way}."), {{"key", key.label}, {"way", way + terms}}}, style.language),
                       2, page_width(style));
    }
    return out + derogation_note(charges, statement.member, style) + charges_rules(charges, style);
}

Sheet statement_calls_sheet(const Statement& statement, Language language) {
    return handed_to(statement, title_of(statement, language),
                     {"calls",
                      columns_of({head::date("date", tr("Date")), head::word("kind", tr("Kind")).naming(),
                                  head::money("amount", tr("Amount"))},
                                 language),
                      [statement, language](RowSink& rows) { dated_rows(rows, statement, language); }});
}

std::string statement_payment(const Statement& statement, const TextStyle& style) {
    const ChargesResult& charges = charges_of(statement);
    const CallTerms terms = call_terms_of(*charges.budget, charges.entity);
    std::string out;
    if (!terms.iban.empty())
        out += wrapped(words({tr("To be paid to the account {iban}."), {{"iban", terms.iban}}}, style.language), 0,
                       page_width(style));
    return out + calls_rules(statement.result->voted, style, reader_of(statement)) + '\n';
}

Sheet statement_settlement_sheet(const Statement& statement, Language language) {
    return handed_to(statement, title_of(statement, language),
                     {"settlement",
                      columns_of({head::text("name", tr("Line")), head::money("called", tr("Called")),
                                  head::money("paid", tr("Paid")), head::money("final_share", tr("Final share")),
                                  head::money("balance", tr("Balance")).strong().adding("paid -final_share"),
                                  head::money("deductible", tr("Deductible")), head::id("line", tr("Line"))},
                                 language),
                      [statement, language](RowSink& rows) { settled_line_rows(rows, statement, language); },
                      {},
                      narrowest_line});
}

std::string statement_balance(const Statement& statement, const TextStyle& style) {
    const bool account = has_account(statement);
    const Money balance = settlement_of(statement)->total.balance();
    const char* text = tr("The exercise is settled: it leaves nothing to pay.");
    if (balance.negative())
        text = account ? tr("Left to pay of the exercise: {amount}.") : tr("Still to pay: {amount}.");
    else if (balance != Money())
        text = account ? tr("To your credit of the exercise: {amount}.") : tr("To your credit: {amount}.");
    return heading(words({text, {{"amount", absolute(balance)}}}, style.language), style) +
           account_of(statement, style) + final_account(*statement.result, *settlement_of(statement), style) +
           settlement_base(*statement.result, style, reader_of(statement)) + '\n';
}

bool has_total(std::span<const Statement> statements) {
    return statements.size() > 1;
}

std::string statement_total_title(std::span<const Statement> statements, Language language) {
    return std::string(
        translate(!totals_settlements(statements) || std::ranges::all_of(statements, &Statement::is_settled)
                      ? tr("All entities together")
                      : tr("Settled entities together"),
                  language));
}

Sheet statement_total_sheet(std::span<const Statement> statements, Language language) {
    return handed_to(statements.front(), statement_total_title(statements, language),
                     {totals_settlements(statements) ? "settlement" : "calls",
                      columns_of({head::text("name", tr("Entity")), head::money("called", tr("Called")),
                                  head::money("paid", tr("Paid")), head::money("final_share", tr("Final share")),
                                  head::money("balance", tr("Balance")).strong().adding("paid -final_share"),
                                  head::id("entity", tr("Entity"))},
                                 language),
                      [statements, language](RowSink& rows) { total_rows(rows, statements, language); }});
}

std::string statement_total_base(std::span<const Statement> statements, const TextStyle& style) {
    std::string out;
    const auto say = [&](const char* text, auto holds) {
        std::vector<Statement> found;
        std::ranges::copy_if(statements, std::back_inserter(found), holds);
        const auto title = [](const Statement& statement) {
            const ChargesResult& charges = charges_of(statement);
            return charges.budget->entities[charges.entity].title();
        };
        if (!found.empty())
            out += wrapped(words({text, {{"entities", listed(found, title)}}}, style.language), 0, page_width(style));
    };
    if (totals_settlements(statements)) {
        say(tr("No payment of this exercise is said for {entities}: there each call counts as paid."),
            [](const Statement& of) { return of.is_settled() && counts_as_called(of); });
        say(tr("No cost of this exercise is said for {entities}: there the lines cost what was voted."),
            [](const Statement& of) { return of.is_settled() && !any_cost_said(of); });
    }
    say(tr("With {entities} nothing is settled yet: neither a payment nor a cost of this exercise is said."),
        [](const Statement& of) { return !of.is_settled(); });
    return out + '\n';
}

}  // namespace msp
