// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/result_rows.hpp>
#include <msp/report/rolling_sheets.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace msp {
namespace {

const char* became_text(Became became) {
    switch (became) {
        case Became::paid:
            return tr("paid");
        case Became::in_part:
            return tr("paid in part");
        case Became::late:
            return tr("late");
        case Became::cancelled:
            return tr("cancelled");
        case Became::unplanned:
            return tr("not planned");
    }
    return "";
}

WordCell became_word(Became became, Language language) {
    const bool open = became == Became::late || became == Became::in_part;
    return {id_of(became), translate(became_text(became), language), open ? Style::strong : Style::plain};
}

Cell on(const std::optional<Date>& day) {
    return day ? Cell(*day) : Cell();
}

const RolledEntity& entity_of(const Result& result, BankIndex bank) {
    return *result.rolling.of(result.budget.banks[bank].entity);
}

void books_rows(RowSink& rows, const Result& result, const View& /*view*/) {
    rows.begin({});
    for (const BookedBank& each : result.rolling.banks) {
        const Bank& bank = result.budget.banks[each.bank];
        const RolledEntity& entity = entity_of(result, each.bank);
        const auto& typed = each.typed;
        rows.row({}, {TextCell{result.scenario}, TextCell{result.budget.entities[bank.entity].id}, TextCell{bank.id},
                      each.first, entity.until, each.opening, each.balance, typed ? Cell(typed->morning) : Cell(),
                      typed ? Cell(typed->typed) : Cell(), typed ? Cell(typed->booked) : Cell(),
                      typed ? Cell(typed->gap()) : Cell()});
    }
}

void became_rows(RowSink& rows, const Result& result, const View& view) {
    const Budget& budget = result.budget;
    rows.begin({titled("", result.scenario, result.label), {}});
    for (const BecameOf& each : result.rolling.dues) {
        const Movement& planned = each.planned;
        const Bank& bank = budget.banks[planned.bank];
        if (!result.selection.holds(budget, planned.bank))
            continue;
        const std::string id = id_of(budget, planned.item, planned.part);
        const std::string name = name_of(budget, planned.item, planned.part, view.language);
        const bool expected = each.open != Money();
        const bool planned_for = each.became != Became::unplanned;
        rows.row(
            {}, {TextCell{result.scenario}, TextCell{budget.entities[bank.entity].id}, TextCell{bank.id}, TextCell{id},
                 TextCell{name}, planned_for ? Cell(planned.date) : Cell(), planned_for ? Cell(planned.amount) : Cell(),
                 became_word(each.became, view.language), on(each.last_came), each.came,
                 expected ? Cell(each.open) : Cell(), expected ? Cell(each.expected) : Cell(),
                 TextCell{budget.entities[each.told_by.value_or(bank.entity)].id}});
    }
}

void landing_rows(RowSink& rows, const Result& result, const View& view) {
    const Budget& budget = result.budget;
    for (const RolledEntity& entity : result.rolling.entities) {
        const bool shown = std::ranges::any_of(result.rolling.banks, [&](const BookedBank& each) {
            return budget.banks[each.bank].entity == entity.entity && result.selection.holds(budget, each.bank);
        });
        if (!shown)
            continue;
        rows.begin({titled(budget.entities[entity.entity].title(), result.scenario, result.label),
                    {},
                    budget.entities[entity.entity].title()});
        for (const Landed& each : landings_of(result.rolling, entity.entity, result.selection.bank)) {
            const std::string name = name_of(budget, each.item, Part::whole, view.language);
            rows.row({}, {TextCell{result.scenario}, TextCell{budget.entities[entity.entity].id},
                          std::int64_t{each.exercise}, TextCell{budget.items[each.item].id}, TextCell{name},
                          each.budget, each.actual, each.remaining, each.landing(), each.gap(), each.twice});
        }
        const Landed all = total_of(result.rolling, entity.entity, result.selection.bank);
        rows.row({RowKind::rule}, {});
        rows.row({.kind = RowKind::total, .audience = Audience::page, .adds = all_lines},
                 {{},
                  {},
                  {},
                  {},
                  TextCell{translate(tr("Total"), view.language)},
                  all.budget,
                  all.actual,
                  all.remaining,
                  all.landing(),
                  all.gap(),
                  {}});
    }
}

// As the five lines below have it, in figures; in words on a page of sentences.
std::string day_of_head(Date day, const TextStyle& style) {
    return head_width(style) == 0 ? words({"{day}", {{"day", day}}}, style.language) : short_day(day, style);
}

std::string amounts_of(const Result& result, Became became, const TextStyle& style) {
    constexpr std::size_t most = 3;
    std::vector<const BecameOf*> found;
    for (const BecameOf& each : result.rolling.dues) {
        if (each.became == became && !each.told_by)
            found.push_back(&each);
    }
    const std::size_t all = found.size();
    found.resize(std::min(all, most));
    std::string text = listed(found, [&](const BecameOf* each) {
        return tell({became == Became::unplanned ? tr("{name} {amount} on {day}") : tr("{name} {amount} of {day}"),
                     {{"name", name_of(result.budget, each->planned.item, each->planned.part, style.language)},
                      {"amount", became == Became::unplanned ? each->came : each->open},
                      {"day", day_of_head(each->planned.date, style)}}},
                    style);
    });
    if (all > most)
        text += tell({tr("; {n} more"), {{"n", static_cast<std::int64_t>(all - most)}}}, style);
    return text;
}

// Of payments between two entities, what one of them knows by the books of the other alone.
void lines_of_other_ends(std::vector<NamedLine>& lines, const Result& result, const TextStyle& style) {
    for (const FromOtherBooks& each : of_other_books(result.rolling, result.budget))
        lines.push_back({tell(tr("Other end"), style),
                         tell({tr("{n} {n:amount|amounts} of {entity} as the books of {other} have {n:it|them}: {came} "
                                  "moved, {open} still expected"),
                               {{"n", each.count},
                                {"entity", result.budget.entities[each.entity].title()},
                                {"other", result.budget.entities[each.told_by].title()},
                                {"came", each.came},
                                {"open", each.open}}},
                              style)});
}

std::string not_read(const View& view) {
    return std::string(translate(tr("No books are read: --actuals names them."), view.language)) + '\n';
}

}  // namespace

Sheet books_sheet(Results results, const View& view) {
    return {"books",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::text("bank", tr("Bank")), head::date("first", tr("From")),
                        head::date("until", tr("Until")).joined(), head::money("opening", tr("Opening")),
                        head::money("balance", tr("Balance")), head::date("typed_on", tr("Typed on")),
                        head::money("typed", tr("Typed")).joined(), head::money("booked", tr("Books")).joined(),
                        head::money("gap", tr("Gap")).joined().exact().adding("typed -booked")},
                       view.language),
            rows_of(results, view, books_rows)};
}

Sheet due_sheet(Results results, const View& view) {
    return {"due",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::id("bank", tr("Bank")), head::id("line", tr("Line")), head::text("label", tr("Label")),
                        head::date("due", tr("Due")), head::money("planned", tr("Planned")).quiet(),
                        head::word("became", tr("Outcome")), head::date("last_came", tr("Came on")),
                        head::money("came", tr("Came")).joined().quiet(), head::money("open", tr("Still open")).quiet(),
                        head::date("expected", tr("Expected on")).joined(), head::id("books", tr("Books"))},
                       view.language),
            rows_of(results, view, became_rows), not_read(view)};
}

Sheet landing_sheet(Results results, const View& view) {
    return {"landing",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::id("exercise", tr("Exercise")), head::id("line", tr("Line")),
                        head::text("label", tr("Label")), head::money("budget", tr("Budget")).quiet(),
                        head::money("actual", tr("Actual")).quiet(), head::money("remaining", tr("Remaining")).quiet(),
                        head::money("landing", tr("Landing")).quiet().adding("actual remaining"),
                        head::money("gap", tr("Gap")).joined().adding("landing -budget"),
                        head::money("twice", tr("Perhaps twice")).for_data()},
                       view.language),
            rows_of(results, view, landing_rows), not_read(view)};
}

std::string books_text(const Result& result, const TextStyle& style) {
    std::vector<NamedLine> lines;
    const auto line = [&](const char* name, const Message& message) {
        lines.push_back({tell(name, style), tell(message, style)});
    };
    const Budget& budget = result.budget;
    for (const BookedBank& each : result.rolling.banks) {
        if (each.typed && each.typed->gap() != Money())
            line(tr("Gap"),
                 {tr("{amount}: {bank} is typed as {typed} on the morning of {day}, the books have {booked}"),
                  {{"amount", each.typed->gap()},
                   {"bank", budget.banks[each.bank].name},
                   {"typed", each.typed->typed},
                   {"day", day_of_head(each.typed->morning, style)},
                   {"booked", each.typed->booked}}});
    }
    for (const BookedBank& each : result.rolling.banks) {
        if (each.unused)
            line(tr("Not used"), {tr("{bank} is typed as {typed} on the morning of {day}, which the books do not know"),
                                  {{"bank", budget.banks[each.bank].name},
                                   {"typed", each.unused->typed},
                                   {"day", day_of_head(each.unused->morning, style)}}});
    }
    for (const RolledEntity& each : result.rolling.entities) {
        std::vector<const BookedBank*> banks;
        for (const BookedBank& bank : result.rolling.banks) {
            if (budget.banks[bank.bank].entity == each.entity)
                banks.push_back(&bank);
        }
        line(tr("Books"), {tr("until {day}: {banks}; forecast from {next}"),
                           {{"day", day_of_head(each.until, style)},
                            {"banks", listed(banks,
                                             [&](const BookedBank* bank) {
                                                 return budget.banks[bank->bank].name + ' ' +
                                                        write_amount(bank->balance, style.language);
                                             })},
                            {"next", day_of_head(each.until + 1, style)}}});
        if (!each.opened)
            line(tr("Opening"), {tr("the books have no opening balances; the typed ones stand"), {}});
        if (each.on_the_way != Money())
            line(tr("On the way"), {tr("{amount} of it"), {{"amount", each.on_the_way}}});
        if (each.unmapped_count != 0)
            line(tr("Unmapped"), {tr("{amount} in {n} {n:amount|amounts} of no rule; msp-actuals --suggest has some"),
                                  {{"amount", each.unmapped}, {"n", each.unmapped_count}}});
        if (each.before != Money())
            line(tr("Not used"),
                 {tr("{amount} before the typed balance; --view landing has it"), {{"amount", each.before}}});
        if (each.later_count != 0)
            line(tr("Not used"), {tr("{n} {n:entry|entries} after that day: {amount}"),
                                  {{"n", each.later_count}, {"amount", each.later}}});
    }
    for (const auto& [became, name] :
         {std::pair(Became::late, tr("Not come")), std::pair(Became::in_part, tr("In part")),
          std::pair(Became::unplanned, tr("Not planned"))}) {
        if (const std::string text = amounts_of(result, became, style); !text.empty())
            lines.push_back({tell(name, style), text});
    }
    for (const Rolling::WithoutRule& each : result.rolling.without_rule) {
        if (each.alike != 0)
            line(tr("Twice?"),
                 {tr("{amount} of {line} is expected, and may be in the books in {n} {n:amount|amounts} of "
                     "no rule"),
                  {{"amount", each.twice},
                   {"line", name_of(budget, each.item, Part::whole, style.language)},
                   {"n", each.alike}}});
    }
    lines_of_other_ends(lines, result, style);
    return lines.empty() ? "" : named_lines(lines, head_width(style));
}

}  // namespace msp
