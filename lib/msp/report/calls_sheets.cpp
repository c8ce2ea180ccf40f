// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/calls_sheets.hpp>
#include <msp/report/sheet_text.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t narrowest_payer = 16;

struct KindWords {
    std::string_view id;
    const char* shown;
};
constexpr KindWords call_kind_words[] = {{"charge", tr("charge")}, {"reserve", tr("reserve")}, {"works", tr("works")}};

const KindWords& words_of(CallKind kind) {
    return call_kind_words[static_cast<std::size_t>(kind)];
}

// Of the line, of the advance; empty for what rounding adds.
std::string_view id_of(const CallsResult& result, const Call& call) {
    if (call.advance != nullptr)
        return call.advance->id;
    if (!call.line)
        return {};
    return result.charges.budget->items[result.charges.shares.lines[*call.line].line->item].id;
}

void call_rows(RowSink& rows, const CallsResult& result, OfMember only, Language language) {
    const Budget& budget = *result.charges.budget;
    const Bank& bank = budget.banks[call_terms_of(budget, result.charges.entity).bank];
    for (const Call& call : result.all()) {
        if (only && *only != call.member)
            continue;
        const KindWords& kind = words_of(call.kind());
        rows.row({}, {TextCell{result.charges.scenario}, TextCell{budget.entities[result.charges.entity].id},
                      std::int64_t{result.charges.exercise}, call.date, TextCell{id_of(result, call)},
                      TextCell{budget.payer_id(call.member)}, WordCell{kind.id, translate(kind.shown, language)},
                      call.amount, TextCell{bank.id}});
    }
}

std::vector<Column> call_columns(Language language) {
    return columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                       head::count("exercise", tr("Exercise")), head::date("date", tr("Date")),
                       head::id("line", tr("Line")), head::id("member", tr("Member")), head::word("kind", tr("Kind")),
                       head::money("amount", tr("Amount")), head::id("bank", tr("Bank"))},
                      language);
}

bool any_advance(const std::vector<CallPlan>& plans) {
    return std::ranges::any_of(plans, [](const CallPlan& plan) { return plan.advance != Money(); });
}

void plan_rows(RowSink& rows, const CallsResult& result, Language language) {
    const std::vector<Call> calls = result.all();
    const std::vector<CallPlan> plans = call_plans(calls);
    rows.begin({{}, any_advance(plans) ? std::vector<std::string_view>{} : std::vector<std::string_view>{"advance"}});
    std::optional<std::size_t> above;
    for (const CallPlan& plan : result.earlier.empty() ? plans : call_runs(calls)) {
        const bool called = plan.count != 0;
        const bool first = std::exchange(above, plan.member) != plan.member;
        const std::string name = shown_payer(*result.charges.budget, plan.member, language);
        rows.row({}, {first ? Cell(TextCell{name}) : Cell(),
                      called ? Cell(static_cast<std::int64_t>(plan.count)) : Cell(), called ? Cell(plan.first) : Cell(),
                      plan.each, called ? Cell(plan.last) : Cell(), plan.closing, plan.total,
                      first ? Cell(plan.advance) : Cell(), TextCell{result.charges.budget->payer_id(plan.member)}});
    }
    const CallTotals total = totals_of(plans);
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row({.kind = RowKind::total, .adds = all_lines},
             {WordCell{{}, translate(tr("Total"), language)}, {}, {}, {}, {}, {}, total.called, total.advance, {}});
    rows.note_of_changes(translate(tr("A changed call runs through to the total; the last call does not take the "
                                      "difference to the share anew."),
                                   language));
}

const Item& item_of(const SettlementResult& result, std::size_t line) {
    return result.voted.charges.budget->items[result.real.lines[line].line->item];
}

void settled_rows(RowSink& rows, const SettlementResult& result, OfMember only) {
    const ChargesResult& charges = result.voted.charges;
    const Budget& budget = *charges.budget;
    const Settlement& all = result.settlement;
    const auto add = [&](const MemberSettlement& member, std::string_view line, const SettledAmounts& settled,
                         std::string_view tax_line) {
        const bool is_member = budget.is_member(member.member);
        const auto of_whole = [&](bool is_there, Money amount) {
            return line.empty() && is_member && is_there ? Cell(amount) : Cell();
        };
        rows.row({}, {TextCell{charges.scenario},
                      TextCell{budget.entities[charges.entity].id},
                      std::int64_t{charges.exercise},
                      TextCell{line},
                      TextCell{budget.payer_id(member.member)},
                      settled.called,
                      settled.paid,
                      settled.share,
                      settled.balance(),
                      of_whole(true, member.advance),
                      is_member ? Cell(settled.deductible) : Cell(),
                      TextCell{is_member ? tax_line : ""},
                      of_whole(all.accounts, member.opening.account),
                      of_whole(all.accounts, member.closing.account),
                      of_whole(all.accounts, member.closing.advances),
                      of_whole(member.left.has_value(), member.final_account()),
                      of_whole(true, member.credited),
                      of_whole(member.left.has_value(), member.given_back),
                      of_whole(member.left.has_value(), member.due_later),
                      of_whole(member.left.has_value(), member.final_total())});
    };
    const auto add_all = [&](const MemberSettlement& member) {
        if (only && *only != member.member)
            return;
        for (std::size_t i = 0; i < member.lines.size() && !budget.is_member(member.member); ++i) {
            if (member.lines[i] != SettledAmounts())
                add(member, item_of(result, i).id, member.lines[i], "");
        }
        for (std::size_t i = 0; i < member.taxes.size(); ++i) {
            for (const SettledTax& of : member.taxes[i]) {
                if (of.amounts != SettledAmounts())
                    add(member, item_of(result, i).id, of.amounts, budget.categories[of.category].tax_line);
            }
        }
        add(member, "", member.total, "");
    };
    std::ranges::for_each(all.members, add_all);
    std::ranges::for_each(all.third_parties, add_all);
}

void later_rows(RowSink& rows, const SettlementResult& result, OfMember only, Language language) {
    const ChargesResult& charges = result.voted.charges;
    const Budget& budget = *charges.budget;
    rows.begin({std::string(translate(tr("Still to fall due on who has left"), language)), {}});
    for (const LaterCharge& charge : result.later.charges) {
        if (only && *only != charge.member)
            continue;
        const Item& item = budget.items[charge.line->item];
        const char* const basis = charge.said ? tr("known") : tr("planned");
        rows.row({}, {TextCell{charges.scenario}, TextCell{budget.entities[charges.entity].id},
                      std::int64_t{charges.exercise}, TextCell{budget.members[charge.member].id},
                      TextCell{budget.members[charge.member].name}, std::int64_t{charge.exercise}, charge.date,
                      TextCell{item.id}, TextCell{item.label},
                      WordCell{charge.said ? "known" : "planned", translate(basis, language)}, charge.amount});
    }
}

void member_rows(RowSink& rows, const SettlementResult& result, Language language) {
    // A member, or all of them.
    const auto cells = [](Cell name, const auto& of, const SettledAmounts& settled, Cell id) {
        return std::vector<Cell>{name,
                                 of.opening.account,
                                 settled.called,
                                 settled.paid,
                                 settled.share,
                                 settled.balance(),
                                 settled.deductible,
                                 of.credited,
                                 of.given_back,
                                 of.closing.account,
                                 of.advance,
                                 of.closing.advances,
                                 id};
    };
    const Budget& budget = *result.voted.charges.budget;
    const Settlement& all = result.settlement;
    std::vector<std::string_view> without;
    if (!all.accounts)
        without = {"opening", "account"};
    if (all.advance == Money())
        without.emplace_back("advance");
    if (!all.accounts || all.closing.advances == Money())
        without.emplace_back("advances");
    if (all.credited == Money())
        without.emplace_back("credited");
    if (!all.accounts || all.given_back == Money())
        without.emplace_back("given_back");
    rows.begin({{}, without});
    for (const MemberSettlement& member : all.members)
        rows.row({}, cells(TextCell{budget.members[member.member].name}, member, member.total,
                           TextCell{budget.members[member.member].id}));
    for (const MemberSettlement& party : all.third_parties) {
        const std::string name = shown_payer(budget, party.member, language);
        rows.row({}, {TextCell{name},
                      {},
                      party.total.called,
                      party.total.paid,
                      party.total.share,
                      party.total.balance(),
                      {},
                      {},
                      {},
                      {},
                      {},
                      {},
                      TextCell{budget.payer_id(party.member)}});
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row({.kind = RowKind::total, .adds = all_lines},
             cells(WordCell{{}, translate(tr("Total"), language)}, all, all.all, {}));
    rows.note_of_changes(
        translate(tr("What a member paid, or their share, runs through to the balance, to what can be deducted and to "
                     "the account. What was called and the share come from the lines and do not follow each other, and "
                     "what is held of advances rests on years that are not shown."),
                  language));
}

// What comes on top of a final account, and what is not known of it.
std::string due_later(const LaterCharges& later, const MemberSettlement& member, const TextStyle& style) {
    std::string out;
    const auto say = [&](const Message& message) {
        out += wrapped(words(message, style.language), 0, page_width(style));
    };
    const Money total = member.final_total();
    if (member.due_later != Money())
        say({total.negative() ? tr("In later exercises {later} fall due on them: with that {amount} still to pay.")
                              : tr("In later exercises {later} fall due on them: with that {amount} to their credit."),
             {{"later", member.due_later}, {"amount", absolute(total)}}});
    if (later.unknown)
        say({tr("What falls due on them from {exercise} on cannot be said: that exercise cannot be parted."),
             {{"exercise", std::int64_t{*later.unknown}}}});
    else if (later.without_pay)
        say({tr("Pay of {exercise} is not known to its end: what later pay asks of them is not in it."),
             {{"exercise", std::int64_t{*later.without_pay}}}});
    return out;
}

// Which lines cost what was voted, since nothing else is said, and which too little, since not all is.
std::string unsaid_costs(const SettlementResult& result, const TextStyle& style) {
    const auto id = [&](const Line* each) { return result.voted.charges.budget->items[each->item].id; };
    const auto said = [&](const Message& message) {
        return wrapped(words(message, style.language), 0, page_width(style));
    };
    std::string out;
    if (!result.partial.empty())
        out = said(
            {tr("Of these lines the last payments that were voted are not among the costs that are said, so that they "
                "look too cheap: {lines}."),
             {{"lines", listed(result.partial, id)}}});
    if (!result.beyond.empty())
        out += said(
            {tr("Of these lines the last payments that were voted are not among the costs that are said, although they "
                "already cost what was voted, or more: {lines}."),
             {{"lines", listed(result.beyond, id)}}});
    if (result.unsaid.empty())
        return out;
    const Message message = result.unsaid.size() == result.real.lines.size()
                                ? Message{tr("No cost of this exercise is said: the lines cost what was voted."), {}}
                                : Message{tr("What these lines really cost is not said, and they cost what was voted: "
                                             "{lines}."),
                                          {{"lines", listed(result.unsaid, id)}}};
    return out + said(message);
}

// By which days a payment counts in the exercise.
const char* books_words(Books books) {
    return books == Books::cash ? tr("Books of receipts and payments: what was paid in the exercise counts.")
                                : tr("Books of accruals: what belongs to the exercise counts, whenever it was paid.");
}

// Empty where they bear nothing.
std::string of_third_parties(const CallsResult& result, const ExerciseShares& shares, const TextStyle& style) {
    const Budget& budget = *result.charges.budget;
    const Money borne = borne_by_third_parties(budget, shares);
    const auto said = [&](const Message& message) {
        return wrapped(words(message, style.language), 0, page_width(style));
    };
    std::string out;
    if (borne != Money())
        out += said({tr("Third parties bear {amount} of this: income of the entity, not of its members, to be invoiced "
                        "to them."),
                     {{"amount", borne}}});
    for (const ThirdParty& party : budget.third_parties) {
        const std::vector<const Line*> incomes = incomes_of(budget, party, result.charges.entity);
        const auto id = [&](const Line* line) { return budget.items[line->item].id; };
        if (!incomes.empty())
            out += said({tr("What {third_party} pays is in the budget, and is not called beside it: {lines}."),
                         {{"third_party", party.label}, {"lines", listed(incomes, id)}}});
    }
    return out;
}

const char* rounding_words(CallRounding rounding) {
    switch (rounding) {
        case CallRounding::cent:
            return tr(
                "A member's total is called in equal instalments to the cent, the last one taking the difference; "
                "a member is called in the periods in which they are there.");
        case CallRounding::euro:
            return tr(
                "Each call of a member is rounded to the euro, the settlement takes the rest; a member is called "
                "in the periods in which they are there.");
        case CallRounding::ten_euros:
            break;
    }
    return tr(
        "Each call of a member is rounded to ten euros, the settlement takes the rest; a member is called in the "
        "periods in which they are there.");
}

const char* change_words(CallChange change) {
    switch (change) {
        case CallChange::catch_up:
            return tr("Changed on {day}: {lines}. The next call takes the whole difference to those before it.");
        case CallChange::spread:
            return tr(
                "Changed on {day}: {lines}. The difference to the calls before it is parted over all that are "
                "left.");
        case CallChange::settle:
            break;
    }
    return tr(
        "Changed on {day}: {lines}. Later calls are of the changed budget, and the settlement takes the difference "
        "to those before it.");
}

// What a change in the exercise did to the calls.
std::string changes_of(const CallsResult& result, CallChange change, const TextStyle& style) {
    std::string out;
    const auto id = [&](const Line* each) { return result.charges.budget->items[each->item].id; };
    for (const EarlierLines& earlier : result.earlier) {
        const bool called_later = std::ranges::any_of(result.calls, [&](const Call& call) {
            return call.kind() == CallKind::charge && call.date >= earlier.until;
        });
        const char* said = called_later
                               ? change_words(change)
                               : tr("Changed on {day}: {lines}. No call is left by then: the settlement takes the "
                                    "difference.");
        out += wrapped(words({said, {{"day", earlier.until}, {"lines", listed(earlier.changed, id)}}}, style.language),
                       0, page_width(style));
    }
    return out;
}

// When members are called, and by which rules the cents were parted.
std::string ways_of_calling(const CallsResult& result, const TextStyle& style, Reader reader = Reader::all) {
    const CallTerms terms = call_terms_of(*result.charges.budget, result.charges.entity);
    const auto said = [&](const char* text) { return wrapped(translate(text, style.language), 0, page_width(style)); };
    std::string out = said(rounding_words(terms.rounding)) + changes_of(result, terms.change, style);
    if (reader == Reader::all)
        out += of_third_parties(result, result.charges.shares, style);
    if (any_advance(call_plans(result.calls)))
        out +=
            said(tr("Advances for a reserve or for works are no charges: they stay the members' own, cannot be "
                    "deducted, and are repaid to who leaves."));
    if (!terms.place.span.known())
        out += said(tr("No calls are set in the budget: monthly, on the first."));
    return out;
}

// Lines that cost something in the past exercise and nothing in the next one.
std::string lines_that_end(const ProposalResult& result, const TextStyle& style) {
    std::vector<const Line*> over;
    for (const LineShares& line : result.past.voted.charges.shares.lines) {
        const std::vector<LineShares>& next = result.next.charges.shares.lines;
        if (line.exercise.total != Money() && std::ranges::find(next, line.line, &LineShares::line) == next.end())
            over.push_back(line.line);
    }
    if (over.empty())
        return {};
    const auto id = [&](const Line* line) { return result.next.charges.budget->items[line->item].id; };
    return wrapped(words({tr("Over in the budget, and not in the proposal: {lines}."), {{"lines", listed(over, id)}}},
                         style.language),
                   0, page_width(style));
}

void proposed_rows(RowSink& rows, const ProposalResult& result, Language language) {
    rows.begin({});
    for (const ProposedPlan& each : proposed_plans(result.past.voted.all(), result.next.all())) {
        const std::string name = shown_payer(*result.next.charges.budget, each.plan.member, language);
        rows.row({}, {TextCell{name}, static_cast<std::int64_t>(each.plan.count), each.plan.first, each.plan.each,
                      each.before, each.rise, each.plan.closing, each.plan.total,
                      TextCell{result.next.charges.budget->payer_id(each.plan.member)}});
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row({.kind = RowKind::total, .adds = all_lines}, {WordCell{{}, translate(tr("Total"), language)},
                                                           {},
                                                           {},
                                                           {},
                                                           {},
                                                           {},
                                                           {},
                                                           totals_of(call_plans(result.next.all())).called,
                                                           {}});
}

std::string title_with_exercise(const char* words_of_title, const ChargesResult& charges, Language language) {
    return with_scenario(words({words_of_title,
                                {{"entity", charges.budget->entities[charges.entity].title()},
                                 {"exercise", std::int64_t{charges.exercise}}}},
                               language),
                         charges.label, language);
}

}  // namespace

std::vector<Call> CallsResult::all() const {
    std::vector<Call> every = calls;
    every.insert(every.end(), third_parties.calls.begin(), third_parties.calls.end());
    return every;
}

const char* call_word(CallKind kind) {
    return words_of(kind).shown;
}

std::string_view call_id(CallKind kind) {
    return words_of(kind).id;
}

Sheet calls_sheet(std::span<const CallsResult* const> results, OfMember member, Language language) {
    return {"calls", call_columns(language), [results, member, language](RowSink& rows) {
                for (const CallsResult* result : results)
                    call_rows(rows, *result, member, language);
            }};
}

Sheet call_plan_sheet(const CallsResult& result, Language language) {
    std::vector<Column> columns = columns_of(
        {head::text("name", tr("Member")), head::count("count", tr("Calls")), head::date("first", tr("First")),
         head::money("each", tr("Each")).joined(), head::date("last", tr("Last")),
         head::money("closing", tr("Last call")).joined(), head::money("total", tr("Total")).strong(),
         head::money("advance", tr("Advances")), head::id("member", tr("Member"))},
        language);
    column_called("total", columns).repeats = {"count", "each", "closing"};
    return {"calls",
            std::move(columns),
            [&result, language](RowSink& rows) { plan_rows(rows, result, language); },
            {},
            narrowest_payer};
}

std::string calls_title(const CallsResult& result, Language language) {
    return title_with_exercise(tr("{entity}, calls for the charges of the exercise {exercise}"), result.charges,
                               language);
}

std::string calls_rules(const CallsResult& result, const TextStyle& style) {
    return calls_rules(result, style, Reader::all);
}

std::string calls_rules(const CallsResult& result, const TextStyle& style, Reader reader) {
    const CallTerms terms = call_terms_of(*result.charges.budget, result.charges.entity);
    std::string out = ways_of_calling(result, style, reader);
    if (!terms.approved.empty() && terms.approved_exercise == result.charges.exercise)
        out += wrapped(words({tr("Approved: {approved}."), {{"approved", terms.approved}}}, style.language), 0,
                       page_width(style));
    return out;
}

Sheet settlement_sheet(std::span<const SettlementResult* const> results, OfMember member, Language language) {
    return {"settlement",
            columns_of({head::id("scenario", tr("Scenario")),
                        head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")),
                        head::id("line", tr("Line")),
                        head::id("member", tr("Member")),
                        head::money("called", tr("Called")),
                        head::money("paid", tr("Paid")),
                        head::money("final_share", tr("Final share")),
                        head::money("balance", tr("Balance")),
                        head::money("advance", tr("Advances")),
                        head::money("deductible", tr("Deductible")),
                        head::id("tax_line", tr("Tax line")),
                        head::money("opening", tr("Opening")),
                        head::money("account", tr("Current account")),
                        head::money("advances_held", tr("Advances held")),
                        head::money("final_account", tr("Final account")),
                        head::money("credited", tr("Credited")),
                        head::money("given_back", tr("Given back")),
                        head::money("due_later", tr("Due later")),
                        head::money("final_total", tr("Final total"))},
                       language),
            [results, member](RowSink& rows) {
                for (const SettlementResult* result : results)
                    settled_rows(rows, *result, member);
            }};
}

Sheet settled_members_sheet(const SettlementResult& result, Language language) {
    std::vector<Column> columns = columns_of(
        {head::text("name", tr("Member")), head::money("opening", tr("Opening")), head::money("called", tr("Called")),
         head::money("paid", tr("Paid")), head::money("final_share", tr("Final share")),
         head::money("balance", tr("Balance")).strong().adding("paid -final_share"),
         head::money("deductible", tr("Deductible")), head::money("credited", tr("Credited")),
         head::money("given_back", tr("Given back")),
         head::money("account", tr("Account")).strong().adding("opening balance credited given_back"),
         head::money("advance", tr("Advances")), head::money("advances", tr("Held")), head::id("member", tr("Member"))},
        language);
    column_called("deductible", columns).within = {"paid", "final_share"};
    return {"settlement",
            std::move(columns),
            [&result, language](RowSink& rows) { member_rows(rows, result, language); },
            {},
            narrowest_payer};
}

Sheet later_sheet(std::vector<const SettlementResult*> results, OfMember member, Language language) {
    return {"later",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")).for_data(), head::id("member", tr("Member")),
                        head::text("name", tr("Member")).for_page(), head::count("due_exercise", tr("Exercise")),
                        head::date("date", tr("Date")), head::id("line", tr("Line")),
                        head::text("label", tr("Line")).for_page(), head::word("basis", tr("Basis")),
                        head::money("amount", tr("Amount")).strong()},
                       language),
            [results = std::move(results), member, language](RowSink& rows) {
                for (const SettlementResult* result : results)
                    later_rows(rows, *result, member, language);
            },
            {},
            narrowest_payer};
}

std::string final_account(const SettlementResult& result, const MemberSettlement& member, const TextStyle& style) {
    if (!member.left)
        return {};
    const Money last = member.final_account();
    const bool gives_back = member.given_back != Money();
    const char* const owing = gives_back ? tr("{member} left on {day}: final account {amount} still to pay, with "
                                              "{advances} of advances given back.")
                                         : tr("{member} left on {day}: final account {amount} still to pay.");
    const char* const owed = gives_back ? tr("{member} left on {day}: final account {amount} to their credit, with "
                                             "{advances} of advances given back.")
                                        : tr("{member} left on {day}: final account {amount} to their credit.");
    const char* const text = last.negative() ? owing : owed;
    return wrapped(words({text,
                          {{"member", result.voted.charges.budget->members[member.member].name},
                           {"day", *member.left},
                           {"amount", absolute(last)},
                           {"advances", member.given_back}}},
                         style.language),
                   0, page_width(style)) +
           due_later(result.later, member, style);
}

std::string settlement_title(const SettlementResult& result, Language language) {
    return title_with_exercise(tr("{entity}, settlement of the exercise {exercise}"), result.voted.charges, language);
}

std::string settlement_base(const SettlementResult& result, const TextStyle& style, Reader reader) {
    const ChargesResult& charges = result.voted.charges;
    const auto line = [&](const char* text) { return wrapped(translate(text, style.language), 0, page_width(style)); };
    std::string out = line(tr("A positive balance is to the member's credit, a negative one is still to pay."));
    const bool of_members = reader == Reader::all;
    if (result.settlement.accounts && of_members)
        out +=
            line(tr("Current account: the opening and the balance. Advances are held beside it, and are the members' "
                    "own."));
    if (result.settlement.credited != Money() && of_members)
        out += line(tr("What distributions credit to a current account is part of it."));
    if (of_members)
        out += of_third_parties(result.voted, result.real, style);
    out += line(books_words(charges.budget->entities[charges.entity].books));
    if (result.settlement.as_called && of_members)
        out += line(tr("No payment of this exercise is said: each call counts as paid."));
    if (!result.settlement.third_parties.empty() && result.settlement.received_as_called)
        out += line(tr("No payment of a third party is said: what they are asked for counts as paid."));
    out += unsaid_costs(result, style);
    return out + line(tr("Each line is parted once by the exact weights of its payments; what was called and paid is "
                         "parted over the lines as they were called."));
}

std::string settlement_rules(const SettlementResult& result, const TextStyle& style) {
    std::string out;
    for (const MemberSettlement& member : result.settlement.members)
        out += final_account(result, member, style);
    return out + settlement_base(result, style);
}

Sheet proposal_sheet(std::span<const ProposalResult* const> results, OfMember member, Language language) {
    return {"calls", call_columns(language), [results, member, language](RowSink& rows) {
                for (const ProposalResult* result : results)
                    call_rows(rows, result->next, member, language);
            }};
}

Sheet proposal_plan_sheet(const ProposalResult& result, Language language) {
    std::vector<Column> columns = columns_of(
        {head::text("name", tr("Member")), head::count("count", tr("Calls")), head::date("first", tr("First")),
         head::money("each", tr("Each")).joined().strong(), head::money("before", tr("Before")),
         head::money("rise", tr("Change")).quiet().adding("each -before"),
         head::money("closing", tr("Last call")).joined(), head::money("total", tr("Total")),
         head::id("member", tr("Member"))},
        language);
    column_called("total", columns).repeats = {"count", "each", "closing"};
    return {"calls",
            std::move(columns),
            [&result, language](RowSink& rows) { proposed_rows(rows, result, language); },
            {},
            narrowest_payer};
}

std::string proposal_title(const ProposalResult& result, Language language) {
    return title_with_exercise(tr("{entity}, proposal for the calls of the exercise {exercise}"), result.next.charges,
                               language);
}

std::string proposal_rules(const ProposalResult& result, const TextStyle& style) {
    const std::string how = words(
        {tr("Each line costs in {next} what the budget says, in the proportion of what it really cost in {past} to "
            "what was voted: called so, {past} would have been settled at zero. Indexation, arrivals and "
            "departures are those of the budget."),
         {{"next", std::int64_t{result.next.charges.exercise}},
          {"past", std::int64_t{result.past.voted.charges.exercise}}}},
        style.language);
    return wrapped(how, 0, page_width(style)) + unsaid_costs(result.past, style) + lines_that_end(result, style) +
           ways_of_calling(result.next, style);
}

}  // namespace msp
