// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/actuals_sheets.hpp>

#include <algorithm>
#include <functional>
#include <string>

namespace msp {
namespace {

void say_result(const Budget& budget, const MappedExport& each, const std::function<void(const Message&)>& say) {
    const ResultTotals& of = *each.result;
    const Date end = budget.last_day_of(budget.exercise_of(of.until, each.entity), each.entity);
    if (!of.first)
        say({tr("{file} has neither charges nor income."), {{"file", each.file}}});
    else if (of.until < end)
        say({tr("{file} is provisional: the exercise ends on {day}, and what is booked at its end is not in it."),
             {{"file", each.file}, {"day", end}}});
    if (of.closing_count != 0)
        say({tr("Of {file} {n} {n:entry that closes|entries that close} classes 6 and 7 {n:is|are} left out."),
             {{"file", each.file}, {"n", of.closing_count}}});
    if (of.later_count != 0)
        say({tr("Of {file} {n} {n:line|lines} after {day} {n:is|are} not used: {amount}."),
             {{"file", each.file}, {"n", of.later_count}, {"day", of.until}, {"amount", of.later}}});
    if (of.with_tax)
        say({tr("{file} has VAT: classes 6 and 7 are without it, what was voted is with it."), {{"file", each.file}}});
}

void say_voted(const VotedFile& voted, const std::function<void(const Message&)>& say) {
    say({tr("What was voted is {file}; the rules for the books are those of {today}."),
         {{"file", voted.file}, {"today", voted.today}}});
    if (!voted.only_voted.empty())
        say({tr("Not in {today}, whose rules so bring them nothing: {ids}."),
             {{"today", voted.today}, {"ids", listed(voted.only_voted)}}});
    if (!voted.only_today.empty())
        say({tr("Not in {file}, so nothing was voted for them: {ids}."),
             {{"file", voted.file}, {"ids", listed(voted.only_today)}}});
}

}  // namespace

std::string actuals_title(bool of_result, Language language) {
    return std::string(
        translate(of_result ? tr("Budget against actual: the result") : tr("Budget against actual"), language));
}

std::string actuals_rules(const ActualsResult& result, const TextStyle& style) {
    std::string out;
    const auto say = [&](const Message& message) {
        out += wrapped(words(message, style.language), 0, page_width(style));
    };
    for (const MappedExport& each : result.exports) {
        if (each.statement != nullptr && each.statement->pending != 0)
            say({tr("Of {file} {n} {n:movement|movements} {n:is|are} not yet booked, and not counted."),
                 {{"file", each.file}, {"n", each.statement->pending}}});
        if (each.result)
            say_result(*result.budget, each, say);
        else if (each.totals.follows)
            say({tr("{file} has no opening balances: its accounts begin with what the export before it ends with."),
                 {{"file", each.file}}});
        else if (!each.totals.opened)
            say({tr("{file} has no opening balances: its accounts begin with nothing."), {{"file", each.file}}});
        if (!each.result && each.totals.later_count != 0)
            say({tr("Of {file} {n} {n:entry|entries} after {day} {n:is|are} not used: {amount}."),
                 {{"file", each.file},
                  {"n", each.totals.later_count},
                  {"day", each.totals.until},
                  {"amount", each.totals.later}}});
        if (each.not_compared)
            say({tr("What {file} has from {first} to {last} stands in no row: it is neither of the exercise that is "
                    "compared nor of books of the year before: {amount}."),
                 {{"file", each.file},
                  {"first", each.not_compared->first},
                  {"last", each.not_compared->last},
                  {"amount", each.not_compared->amount}}});
    }
    for (const ComparedEntity& entity : result.entities) {
        const std::string& name = result.budget->entities[entity.entity].title();
        const auto unknown = [](const ComparedRow& total) { return !total.previous; };
        if (std::ranges::all_of(entity.totals, unknown))
            say({tr("What {entity} had on these days a year before is not known: no books of that year are named "
                    "that "
                    "have all of them."),
                 {{"entity", name}}});
        else if (std::ranges::any_of(entity.totals, unknown))
            say({tr("The books of the year before do not have all of these days: where they lack some, what came then "
                    "is not known."),
                 {}});
    }
    if (!result.statements.empty())
        say({tr("Of a bank whose books are there, the books give the movements and its statement only the balance."),
             {}});
    if (result.voted)
        say_voted(*result.voted, say);
    else
        say({tr("What was voted is the budget as this file has it today."), {}});
    if (!result.archived.empty())
        say({tr("The forecast of today's budget is kept in {file}."), {{"file", result.archived}}});
    const bool of_result = !result.exports.empty() && result.exports.front().result;
    if (of_result)
        say({tr("Voted is what belongs to the exercise, on the day it falls due; what came are the accounts of classes "
                "6 and 7, by the day of the entry, without openings."),
             {}});
    else if (std::ranges::any_of(result.budget->items,
                                 [](const Item& item) { return item.origin == Origin::transfer; }))
        say({tr("Transfers between accounts of an entity are not in the totals."), {}});
    say({tr("A gap is what came less what was voted: a positive one leaves more money. Timing is what came in another "
            "period of the exercise, the rest is amount."),
         {}});
    return out;
}

}  // namespace msp
