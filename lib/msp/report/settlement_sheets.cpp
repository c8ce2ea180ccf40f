// SPDX-License-Identifier: MIT
#include <msp/report/call_words.hpp>
#include <msp/report/sheet_text.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace msp {
namespace {

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

// By which days a payment counts in the exercise.
const char* books_words(Books books) {
    return books == Books::cash ? tr("Books of receipts and payments: what was paid in the exercise counts.")
                                : tr("Books of accruals: what belongs to the exercise counts, whenever it was paid.");
}

}  // namespace

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

}  // namespace msp
