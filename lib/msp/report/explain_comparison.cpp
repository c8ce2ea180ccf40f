// SPDX-License-Identifier: MIT
#include <msp/report/booked_words.hpp>
#include <msp/report/explain_comparison.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/steps.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

// Where the books of the entity say it: the export, and the line in it.
struct BookedPlace {
    const MappedExport* of;
    std::uint32_t line;
};

BookedPlace place_of_line(const ActualsResult& result, const MappedExport& of, std::uint32_t line) {
    const std::size_t part = of.ledgers->part_of(line);
    const auto found = std::ranges::find(result.exports, &(*of.ledgers)[part], &MappedExport::ledger);
    return {&*found, line - of.ledgers->first_of(part)};
}

// An export may be no UTF-8, and its lines are numbered by its own line ends: the place is that of an excerpt.
Span place_in(const MappedExport& of, std::uint32_t line, Sources& sources) {
    if (of.statement != nullptr)
        return of.statement->entries[line].place;
    const auto number = static_cast<std::size_t>(of.ledger->number_of(line));
    return {sources.add_excerpt(of.file, number, {}), 0, 0};
}

Step booked_step(const MappedExport& of, const CashMove& move, Sources& sources) {
    const Span place = place_in(of, move.line, sources);
    if (of.statement != nullptr)
        return {{tr("in the statement"), {}}, {}, place};
    const std::string account = account_text(of, move.account);
    if (account.empty())
        return {{tr("in an entry that does not balance"), {}}, {}, place};
    return {{tr("account {account}"), {{"account", account}}}, {}, place};
}

Step rule_step(const MappedExport& of, const CashMove& move) {
    if (move.rule != nullptr)
        return {{move.rule->usual ? tr("taken without a rule of the file, by the account of whom it is of")
                                  : tr("taken by this rule"),
                 {}},
                {},
                move.rule->place.span};
    if (move.kind == CashKind::internal)
        return {{tr("paid by one account of the entity to another"), {}}, {}, {}};
    if (move.kind == CashKind::mapped)
        return {{of.statement != nullptr ? tr("the file names the line")
                                         : tr("no rule takes it, and the books of the other entity tell the line"),
                 {}},
                {},
                {}};
    return {
        {move.kind == CashKind::apart ? tr("no rule takes it: depreciation or a provision") : tr("no rule takes it"),
         {}},
        {},
        {}};
}

std::vector<Step> steps_of(const ActualsResult& result, const ExplainedCash& came, Sources& sources) {
    const MappedExport& of = result.exports[came.part];
    const CashMove& move = came.move;
    std::vector<Step> steps = {booked_step(of, move, sources)};
    if (move.invoice != unknown_invoice) {
        const BookedPlace invoice = place_of_line(result, of, move.invoice);
        steps.push_back(
            {{tr("settles what was booked on {day}: {label}"),
              {{"day", of.ledgers->line(move.invoice).date}, {"label", label_at(*invoice.of, invoice.line)}}},
             {},
             place_in(*invoice.of, invoice.line, sources)});
    }
    steps.push_back(rule_step(of, move));
    if (move.estimated)
        steps.push_back({{tr("an estimate: other invoices of the same party may be meant"), {}}, {}, {}});
    return steps;
}

Message timing_words(const HeldTiming& timing) {
    const char* text = timing.kind == TimedKind::back      ? tr("came on {to} and went back on {from}")
                       : timing.kind == TimedKind::lacking ? tr("due on {from}, still lacking on {to}")
                                                           : tr("due on {from}, came on {to}");
    return {text, {{"from", timing.from}, {"to", timing.to}}};
}

std::vector<Step> gap_steps(const ExplainedRow& explained) {
    const ComparedRow& row = explained.row;
    std::vector<Step> steps = {{{tr("what came"), {}}, row.actual, {}},
                               {{tr("what was voted"), {}}, row.voted, {}},
                               {{tr("what came less what was voted"), {}}, row.gap, {}}};
    for (const HeldTiming& timing : explained.timing)
        steps.push_back({timing_words(timing), timing.amount, {}});
    steps.push_back({{tr("timing: what only came in another period"), {}}, row.timing, {}});
    steps.push_back({{tr("amount: the rest of the gap"), {}}, row.amount_gap, {}});
    return steps;
}

std::string came_text(const ActualsResult& result, const ExplainedCash& came, Sources& sources,
                      const TextStyle& style) {
    const MappedExport& of = result.exports[came.part];
    const Message said = {
        tr("{date} — {name}, {amount}"),
        {{"date", came.move.date}, {"name", label_at(of, came.move.line)}, {"amount", came.move.amount}}};
    return wrapped(words(said, style.language), 0, style.width) +
           steps_text(steps_of(result, came, sources), sources, style);
}

std::string sum_text(const char* text, std::size_t count, Money amount, const TextStyle& style) {
    return wrapped(words({text, {{"n", static_cast<std::int64_t>(count)}, {"amount", amount}}}, style.language), 0,
                   style.width);
}

}  // namespace

std::string explained_row_text(const ActualsResult& result, const ExplainedRow& explained, Sources& sources,
                               const TextStyle& style) {
    const ComparedRow& row = explained.row;
    const Message title = {tr("{label} ({line}), {entity}, {first} to {last}"),
                           {{"label", label_of(row, style.language)},
                            {"line", std::string(id_of(row))},
                            {"entity", result.budget->entities[row.entity].title()},
                            {"first", row.period.first},
                            {"last", row.period.last}}};
    std::string out = heading(with_scenario(words(title, style.language), result.label, style.language), style) + '\n';
    for (const ExplainedMovement& each : explained.voted)
        out += movement_text(*explained.voted_budget, each, sources, style);
    out += sum_text(tr("{n} {n:movement|movements} voted, {amount} in all"), explained.voted.size(), row.voted, style) +
           '\n';
    for (const ExplainedCash& each : explained.came)
        out += came_text(result, each, sources, style);
    out += sum_text(tr("{n} {n:movement|movements} came, {amount} in all"), explained.came.size(), row.actual, style) +
           '\n';
    return out + tell({tr("The gap: {amount}"), {{"amount", row.gap}}}, style) + '\n' +
           steps_text(gap_steps(explained), sources, style);
}

void explained_row_json(Json& json, const ActualsResult& result, const ExplainedRow& explained, Sources& sources,
                        Language language) {
    const ComparedRow& row = explained.row;
    json.text("entity", result.budget->entities[row.entity].id);
    json.text("line", id_of(row));
    json.text("label", label_of(row, language));
    json.date("from", row.period.first);
    json.date("to", row.period.last);
    json.money("voted", row.voted);
    json.money("actual", row.actual);
    json.money("gap", row.gap);
    json.money("timing", row.timing);
    json.money("amount_gap", row.amount_gap);
    json.begin_array("voted_movements");
    for (const ExplainedMovement& each : explained.voted)
        movement_json(json, *explained.voted_budget, each, sources, language);
    json.end_array();
    json.begin_array("came");
    for (const ExplainedCash& each : explained.came) {
        const MappedExport& of = result.exports[each.part];
        json.begin_object();
        json.date("date", each.move.date);
        json.text("bank",
                  each.move.kind == CashKind::apart || of.result ? "" : result.budget->banks[each.move.bank].id);
        json.text("account", account_text(of, each.move.account));
        json.text("label", label_at(of, each.move.line));
        json.money("amount", each.move.amount);
        json.boolean("certain", !each.move.estimated);
        json.text("file", of.file);
        json.integer("file_line", number_at(of, each.move.line));
        json.text("rule", each.move.rule == nullptr ? "" : place_of(sources, each.move.rule->place.span));
        steps_json(json, steps_of(result, each, sources), sources, language);
        json.end_object();
    }
    json.end_array();
    steps_json(json, gap_steps(explained), sources, language);
}

}  // namespace msp
