// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/curve_sheets.hpp>
#include <msp/report/forecast_text.hpp>
#include <msp/report/headline_lines.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

std::string stretches(const std::vector<Stretch>& found, const TextStyle& style) {
    const auto range = [&](const Stretch& stretch) {
        if (stretch.first == stretch.last)
            return tell({tr("on {day}"), {{"day", stretch.first}}}, style);
        return tell({tr("from {first} to {last}"), {{"first", stretch.first}, {"last", stretch.last}}}, style);
    };
    constexpr std::size_t shown = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(found.size(), shown); ++i)
        text += (i == 0 ? "" : ", ") + range(found[i]);
    if (found.size() > shown)
        text += tell({tr(" and {n} more {n:time|times}, until {day}"),
                      {{"n", static_cast<std::int64_t>(found.size() - shown)}, {"day", found.back().last}}},
                     style);
    return text;
}

std::string low_text(const Low& low, const TextStyle& style) {
    return tell({tr("{amount} on {day}"), {{"amount", low.amount}, {"day", low.date}}}, style);
}

// An entity's lowest balance: of its worst account where it has several, then of all together.
std::string lowest_text(const Budget& budget, const Headline& headline, const Low& together, const AccountLow& worst,
                        const TextStyle& style) {
    if (headline.banks.size() == 1)
        return low_text(together, style);
    return tell({tr("{low} on {account}; all accounts together {together}"),
                 {{"low", low_text(worst.low, style)},
                  {"account", budget.banks[worst.bank].name},
                  {"together", low_text(together, style)}}},
                style);
}

// The accounts that are short, where there are several.
std::string on_accounts(const Budget& budget, const Headline& headline, const std::vector<BankIndex>& banks,
                        const TextStyle& style) {
    if (headline.banks.size() == 1)
        return {};
    const std::string list = listed(banks, [&](const BankIndex bank) { return budget.banks[bank].name; });
    return tell({tr(" on {accounts}"), {{"accounts", list}}}, style);
}

std::string short_text(const Budget& budget, const Headline& headline, const Shortage& shortage,
                       const TextStyle& style) {
    std::string text;
    if (shortage.below_floor.empty())
        text = tell(tr("never below the floor"), style);
    else
        text = tell({tr("below the floor {n} {n:day|days} ({when})"),
                     {{"n", Shortage::days(shortage.below_floor)}, {"when", stretches(shortage.below_floor, style)}}},
                    style) +
               on_accounts(budget, headline, shortage.banks_below_floor, style);
    if (shortage.overdrawn.empty())
        return text + tell(tr("; never overdrawn"), style);
    return text +
           tell({tr("; overdrawn {n} {n:day|days} ({when})"),
                 {{"n", Shortage::days(shortage.overdrawn)}, {"when", stretches(shortage.overdrawn, style)}}},
                style) +
           on_accounts(budget, headline, shortage.banks_overdrawn, style);
}

// An amount with its limit: "100.00 without going below the floor".
std::string payout_amount(const Payout& payout, PayoutQuestion question, const TextStyle& style) {
    return tell({question.above == Limit::floor ? tr("{amount} without going below the floor")
                                                : tr("{amount} without an overdraft"),
                 {{"amount", payout.amount(question)}}},
                style);
}

// Until when: " before the ACI of 28 April 2026", " until 31 December 2026".
std::string payout_until(const Payout& payout, Until until, const TextStyle& style) {
    if (until == Until::end)
        return tell({tr(" until {end}"), {{"end", payout.end}}}, style);
    if (!payout.next_aci)
        return tell({tr(" until {end}, as no ACI is to come"), {{"end", payout.end}}}, style);
    return tell({tr(" before the ACI of {day}"), {{"day", *payout.next_aci}}}, style);
}

// The answer to one question, or to all of them: until the next ACI above the floor and above zero, until the end above
// the floor.
std::string payout_text(const Payout& payout, const std::optional<PayoutQuestion>& question, const TextStyle& style) {
    const PayoutQuestion first = question.value_or(PayoutQuestion{});
    std::string text = tell({tr("on {day}: "), {{"day", payout.day}}}, style) + payout_amount(payout, first, style) +
                       payout_until(payout, first.until, style);
    if (question)
        return text;
    const auto also = [&](PayoutQuestion other) {
        text += tell(tr("; "), style) + payout_amount(payout, other, style);
    };
    also({Until::next_aci, Limit::zero});
    if (!payout.next_aci)
        return text;
    also({Until::end, Limit::floor});
    return text + payout_until(payout, Until::end, style);
}

// What the amounts do without, though they look beyond its day.
std::string unplanned_text(const Headline& headline, const TextStyle& style) {
    if (!headline.unplanned_aci)
        return "";
    const Gap& missing = *headline.unplanned_aci;
    return tell(
        {missing.part == Part::advance ? tr("; without the advance of {year}, due on {day}, which is not planned")
                                       : tr("; without the balance of {year}, due on {day}, which is not planned"),
         {{"year", std::int64_t{missing.year}}, {"day", missing.day}}},
        style);
}

std::string transit_text(Money in_transit, const TextStyle& style) {
    if (in_transit == Money())
        return "";
    const bool leaves = in_transit.negative();
    return tell({leaves ? tr("; {amount} on its way between the accounts at the end")
                        : tr("; {amount} on its way between the accounts at the beginning"),
                 {{"amount", absolute(in_transit)}}},
                style);
}

std::string late_text(const Budget& budget, const Headline& headline, const Period& days, const TextStyle& style) {
    if (!headline.awaits_aci)
        return tell(tr("no ACI is awaited"), style);
    std::string text =
        tell({tr("2½ months late: {low}; "),
              {{"low", lowest_text(budget, headline, headline.late.lowest, headline.late.worst, style)}}},
             style) +
        short_text(budget, headline, headline.late, style);
    if (headline.late_until == days.last)
        return text;
    return text +
           tell({tr("; looked at until {day}, the eve of its late payment"), {{"day", headline.late_until}}}, style);
}

// What the lowest is without uncertain money, where that changes it.
std::string certain_text(const Budget& budget, const Headline& headline, const TextStyle& style) {
    const bool same = headline.certain.amount == headline.plan.lowest.amount &&
                      headline.certain_worst.low.amount == headline.plan.worst.low.amount;
    if (!headline.uncertain || same)
        return tell(tr(" (the same without hoped-for and assumed money)"), style);
    return tell({tr(" (without hoped-for and assumed money: {low})"),
                 {{"low", lowest_text(budget, headline, headline.certain, headline.certain_worst, style)}}},
                style);
}

// And the curve in one more, where the page is made of characters.
std::string five_lines(const Result& result, const Headline& headline, const View& view, const TextStyle& style) {
    const std::size_t width = head_width(style);
    std::vector<NamedLine> lines = headline_lines(result.budget, headline, view, style, width == 0 ? 0 : mail_width);
    const std::size_t names = names_width(lines);
    if (const std::string line = curve_line(result, headline, view, style, width - std::min(width, names));
        !line.empty())
        lines.push_back({tell(tr("Curve"), style), line});
    return named_lines(lines, width);
}

// Days that are short, a sentence for each limit.
std::string short_sentences(const Budget& budget, const Headline& headline, const Shortage& shortage,
                            const TextStyle& style) {
    const auto days = [&](const std::vector<Stretch>& found) {
        return std::vector<std::pair<const char*, Argument>>{{"n", Shortage::days(found)},
                                                             {"when", stretches(found, style)}};
    };
    std::string text =
        shortage.below_floor.empty()
            ? tell(tr("No day is below the floor."), style)
            : tell({tr("{n} {n:day is|days are} below the floor ({when})"), days(shortage.below_floor)}, style) +
                  on_accounts(budget, headline, shortage.banks_below_floor, style) + '.';
    if (shortage.overdrawn.empty())
        return text + ' ' + tell(tr("No day is overdrawn."), style);
    return text + ' ' + tell({tr("{n} {n:day is|days are} overdrawn ({when})"), days(shortage.overdrawn)}, style) +
           on_accounts(budget, headline, shortage.banks_overdrawn, style) + '.';
}

std::string total_sentences(const Headline& headline, const TextStyle& style) {
    std::string text = tell({tr("{receipts} come in and {payments} go out"),
                             {{"receipts", headline.receipts}, {"payments", opposite(headline.payments)}}},
                            style) +
                       transit_text(headline.in_transit, style) + ". ";
    if (!headline.cash_days_tenths)
        return text +
               tell({tr("For how many days the money of {day} lasts is undefined."), {{"day", headline.as_of}}}, style);
    return text + tell({tr("The money of {day} lasts for {days} days."),
                        {{"days", Decimal{headline.cash_days()}}, {"day", headline.as_of}}},
                       style);
}

std::vector<std::string> sentences(const Budget& budget, const Headline& headline, const View& view,
                                   const TextStyle& style) {
    const std::string low = lowest_text(budget, headline, headline.plan.lowest, headline.plan.worst, style) +
                            certain_text(budget, headline, style);
    const std::string late = late_text(budget, headline, view.days(), style);
    const std::string payout = payout_text(headline.payout, view.payout, style) + unplanned_text(headline, style);
    return {tell({tr("The balance of the evening goes down to {low}."), {{"low", low}}}, style),
            short_sentences(budget, headline, headline.plan, style),
            headline.awaits_aci ? tell({tr("With an ACI that comes {late}."), {{"late", late}}}, style)
                                : tell(tr("No ACI is awaited."), style),
            tell({tr("One can pay out, {answer}."), {{"answer", payout}}}, style), total_sentences(headline, style)};
}

// The text has places for all three.
std::string name_and_days(const char* text, std::string name, const View& view, const TextStyle& style) {
    return tell({text, {{"name", std::move(name)}, {"first", view.days().first}, {"last", view.days().last}}}, style);
}

// A lone entity that has no name is its file.
std::string whose(const Result& result, const View& view) {
    const std::vector<Entity>& entities = result.budget.entities;
    return entities.size() == 1 && entities.front().name.empty() ? view.file : owner_of(result);
}

// The entity, its days, and the scenario.
std::string title_of(const Result& result, const Headline& headline, const View& view, const TextStyle& style) {
    const std::string& entity = result.budget.entities[headline.entity].name;
    std::string name = entity.empty() ? view.file : entity;
    if (result.selection.bank)
        name += ", " + result.budget.banks[*result.selection.bank].name;
    return name_and_days(tr("{name}, {first} to {last}"), titled(name, result.scenario, result.label), view, style);
}

}  // namespace

std::string page_title(const Result& result, const View& view, const char* shown, const TextStyle& style) {
    return heading(name_and_days(shown, whose(result, view), view, style), style);
}

std::string contracts_title(const Result& result, const View& view, Date as_of, const TextStyle& style) {
    return heading(tell({tr("{name}, contracts on {day}"), {{"name", whose(result, view)}, {"day", as_of}}}, style),
                   style);
}

std::string headline_sentences(const Result& result, const View& view, const TextStyle& style) {
    std::string out;
    for (const Headline& headline : result.headlines) {
        out += heading(title_of(result, headline, view, style), style);
        for (const std::string& sentence : sentences(result.budget, headline, view, style))
            out += wrapped(sentence, 0, style.width);
        out += '\n';
    }
    return out;
}

std::string headline_text(const Result& result, const View& view, const TextStyle& style) {
    TextStyle titles = style;
    titles.width = head_width(style);
    std::string out;
    for (const Headline& headline : result.headlines)
        out +=
            heading(title_of(result, headline, view, style), titles) + five_lines(result, headline, view, style) + '\n';
    return out;
}

std::string uncertain_text(const Result& result, const TextStyle& style) {
    const std::string list = listed(uncertain_sums(result.budget, result.uncertain), [&](const UncertainSum& sum) {
        return name_of(result.budget, sum.item, sum.part, style.language) + ' ' + std::to_string(sum.exercise) + " (" +
               write_amount(sum.amount, style.language) + ')';
    });
    std::string out;
    if (!list.empty())
        out =
            wrapped(tell({tr("Assumed or hoped for, not notified: {list}."), {{"list", list}}}, style), 0, style.width);
    for (const std::string& note : result.notes)
        out += wrapped(note, 0, style.width);
    return out;
}

}  // namespace msp
