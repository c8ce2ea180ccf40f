// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/result_rows.hpp>
#include <msp/report/rolling_sheets.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
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

// What there is to say of the books, for those who know the five lines and for those who do not.
struct BooksLine {
    NamedLine line;
    std::string sentence;
};

class BooksLines {
 public:
    BooksLines(const Result& result, const TextStyle& style) : result_(result), style_(style) {}

    [[nodiscard]] std::vector<BooksLine> lines() {
        typed_balances();
        for (const RolledEntity& each : result_.rolling.entities)
            books_of(each);
        open();
        twice();
        other_ends();
        return std::move(lines_);
    }

 private:
    using Arguments = std::vector<std::pair<const char*, Argument>>;

    void add(const char* name, const char* line, const char* sentence, const Arguments& arguments) {
        lines_.push_back({{tell(name, style_), tell({line, arguments}, style_)}, tell({sentence, arguments}, style_)});
    }

    void typed_balances() {
        for (const BookedBank& each : result_.rolling.banks) {
            if (each.typed && each.typed->gap() != Money())
                add(tr("Gap"),
                    tr("{amount}: {bank} is typed as {typed} on the morning of {day}, the books have {booked}"),
                    tr("{bank} is typed as {typed} on the morning of {day}, and the books have {booked}: a gap of "
                       "{amount}."),
                    {{"amount", each.typed->gap()},
                     {"bank", result_.budget.banks[each.bank].name},
                     {"typed", each.typed->typed},
                     {"day", day_of_head(each.typed->morning, style_)},
                     {"booked", each.typed->booked}});
        }
        for (const BookedBank& each : result_.rolling.banks) {
            if (each.unused)
                add(tr("Not used"),
                    tr("{bank} is typed as {typed} on the morning of {day}, which the books do not know"),
                    tr("{bank} is typed as {typed} on the morning of {day}; as the books do not know that day, it is "
                       "not used."),
                    {{"bank", result_.budget.banks[each.bank].name},
                     {"typed", each.unused->typed},
                     {"day", day_of_head(each.unused->morning, style_)}});
        }
        for (const BookedBank& each : result_.rolling.banks) {
            if (each.later && each.later->typed != Money())
                add(tr("As typed"),
                    tr("{bank} opens on {day} with {typed}; the books end before and have nothing of it"),
                    tr("{bank} opens on {day} with {typed}, as it is typed: the books end before and have nothing of "
                       "it."),
                    {{"bank", result_.budget.banks[each.bank].name},
                     {"typed", each.later->typed},
                     {"day", day_of_head(each.later->morning, style_)}});
        }
    }

    void books_of(const RolledEntity& each) {
        const Budget& budget = result_.budget;
        std::vector<const BookedBank*> banks;
        for (const BookedBank& bank : result_.rolling.banks) {
            if (budget.banks[bank.bank].entity == each.entity)
                banks.push_back(&bank);
        }
        add(tr("Books"), tr("until {day}: {banks}; forecast from {next}"),
            result_.rolling.entities.size() == 1
                ? tr("The books go to {day} ({banks}); from {next} on all is forecast.")
                : tr("The books of {entity} go to {day} ({banks}); from {next} on all is forecast."),
            {{"day", day_of_head(each.until, style_)},
             {"banks", listed(banks,
                              [&](const BookedBank* bank) {
                                  return budget.banks[bank->bank].name + ' ' +
                                         write_amount(bank->balance, style_.language);
                              })},
             {"next", day_of_head(each.until + 1, style_)},
             {"entity", budget.entities[each.entity].title()}});
        if (!each.opened)
            add(tr("Opening"), tr("the books have no opening balances; the typed ones stand"),
                tr("The books have no opening balances; the typed ones stand."), {});
        if (each.on_the_way != Money())
            add(tr("On the way"), tr("{amount} of it"), tr("Of these balances {amount} are on their way."),
                {{"amount", each.on_the_way}});
        if (each.unmapped_count != 0)
            add(tr("Unmapped"), tr("{amount} in {n} {n:amount|amounts} of no rule; msp-actuals --suggest has some"),
                tr("Of what the books have moved, {amount} in {n} {n:amount|amounts} belong to no line of the budget."),
                {{"amount", each.unmapped}, {"n", each.unmapped_count}});
        if (each.before != Money())
            add(tr("Not used"), tr("{amount} before the typed balance; --view landing has it"),
                tr("What the books have moved before the typed balance, {amount}, is in it already."),
                {{"amount", each.before}});
        if (each.later_count != 0)
            add(tr("Not used"), tr("{n} {n:entry|entries} after that day: {amount}"),
                tr("{n} {n:entry|entries} of the books after that day, {amount} together, {n:is|are} not used."),
                {{"n", each.later_count}, {"amount", each.later}});
    }

    void open() {
        struct Kind {
            Became became;
            const char* name;
            const char* sentence;
        };
        for (const Kind& kind :
             {Kind{Became::late, tr("Not come"), tr("Due and not come: {list}.")},
              Kind{Became::in_part, tr("In part"), tr("Come in part, and still open: {list}.")},
              Kind{Became::unplanned, tr("Not planned"), tr("Come without being planned: {list}.")}}) {
            if (const std::string list = amounts_of(result_, kind.became, style_); !list.empty())
                add(kind.name, "{list}", kind.sentence, {{"list", list}});
        }
    }

    void twice() {
        for (const Rolling::WithoutRule& each : result_.rolling.without_rule) {
            if (each.alike != 0)
                add(tr("Twice?"),
                    tr("{amount} of {line} is expected, and may be in the books in {n} {n:amount|amounts} of no rule"),
                    tr("Perhaps counted twice: {amount} of {line} is expected, and may be in the books in {n} "
                       "{n:amount|amounts} that belong to no line."),
                    {{"amount", each.twice},
                     {"line", name_of(result_.budget, each.item, Part::whole, style_.language)},
                     {"n", each.alike}});
        }
    }

    // Of payments between two entities, what one of them knows by the books of the other alone.
    void other_ends() {
        for (const FromOtherBooks& each : of_other_books(result_.rolling, result_.budget))
            add(tr("Other end"),
                tr("{n} {n:amount|amounts} of {entity} as the books of {other} have {n:it|them}: {came} "
                   "moved, {open} still expected"),
                tr("Of {entity}, {n} {n:amount is|amounts are} as the books of {other} have {n:it|them}: {came} moved, "
                   "{open} still expected."),
                {{"n", each.count},
                 {"entity", result_.budget.entities[each.entity].title()},
                 {"other", result_.budget.entities[each.told_by].title()},
                 {"came", each.came},
                 {"open", each.open}});
    }

    const Result& result_;
    const TextStyle& style_;
    std::vector<BooksLine> lines_;
};

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
                        head::date("due", tr("Due")).naming(), head::money("planned", tr("Planned")).quiet(),
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
    for (BooksLine& each : BooksLines(result, style).lines())
        lines.push_back(std::move(each.line));
    return lines.empty() ? "" : named_lines(lines, head_width(style));
}

std::string books_sentences(const Result& result, const TextStyle& style) {
    std::string out;
    for (const BooksLine& each : BooksLines(result, style).lines())
        out += wrapped(each.sentence, 0, style.width);
    return out;
}

}  // namespace msp
