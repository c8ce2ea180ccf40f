// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/call_words.hpp>
#include <msp/report/sheet_text.hpp>

#include <algorithm>

namespace msp {
namespace {

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

}  // namespace

bool any_advance(const std::vector<CallPlan>& plans) {
    return std::ranges::any_of(plans, [](const CallPlan& plan) { return plan.advance != Money(); });
}

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

std::string ways_of_calling(const CallsResult& result, const TextStyle& style, Reader reader) {
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

}  // namespace msp
