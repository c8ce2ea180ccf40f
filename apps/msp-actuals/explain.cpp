// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_cash.hpp>
#include <msp/model/mapping.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <msp-actuals/explain.hpp>
#include <msp-actuals/settings.hpp>
#include <utility>

namespace msp::app {
namespace {

bool is_known(std::string_view id, const Budget& today, const Budget& voted, bool of_result) {
    return id == unmapped_line || (of_result && id == apart_line) || today.item(id) || voted.item(id);
}

void complain(Context& context, const std::string& text, const Budget& today, const Budget& voted, bool of_result) {
    const std::string what = text.substr(0, text.rfind('@'));
    const std::string whole = what.substr(0, what.rfind('.'));
    std::optional<Message> help;
    if (whole != what && is_known(whole, today, voted, of_result))
        help = {tr("the comparison has lines without their parts: ask for {line}"), {{"line", whole}}};
    std::vector<std::string_view> known = {unmapped_line};
    for (const Budget* const budget : {&today, &voted}) {
        for (const Item& item : budget->items)
            known.push_back(item.id);
    }
    if (!help && what == apart_line)
        help = {tr("depreciation and provisions are of a result: ask with --view result"), {}};
    if (!help)
        help = did_you_mean(what, known);
    if (!help)
        help = {tr("ask for a line (software), a month, quarter or year (2026-04), or both (software@2026-04)"), {}};
    context.diagnostics.error("explain.unknown", {tr("--explain finds nothing called \"{text}\""), {{"text", text}}},
                              {}, std::move(help));
}

std::string_view id_of(const Budget& budget, const CashMove& move) {
    if (move.item != no_item)
        return budget.items[move.item].id;
    return move.kind == CashKind::apart ? apart_line : unmapped_line;
}

// Of the exercise only its days up to that of the books are shown.
bool shows(const RowQuestion& question, const Budget& budget, const ComparedEntity& compared, const Period& shown) {
    if (!question.period)
        return true;
    if (question.is_of_a_day())
        return false;
    const Period& asked = question.period->days;
    if (question.period->grid == Grid::year)
        return budget.exercise_of(shown.last, compared.entity) == asked.first.fields().year;
    return shown.first == std::max(asked.first, compared.exercise->first) &&
           shown.last == std::min(asked.last, compared.until);
}

// Neither voted nor come; of a line of another entity there is none.
std::optional<ComparedRow> row_of_nothing(const std::string& line, const Budget& budget, const ComparedRow& total) {
    ComparedRow row;
    row.entity = total.entity;
    row.period = total.period;
    row.apart = line == apart_line;
    const auto found = budget.item(line);
    if (!found)
        return row.apart || line == unmapped_line ? std::optional(row) : std::nullopt;
    row.line = HeldLine{&budget, *found};
    const BankIndex bank = banks_of_items(budget)[row.line->index];
    const bool own = bank != no_bank && budget.banks[bank].entity == row.entity;
    return own ? std::optional(row) : std::nullopt;
}

ExplainedRow explained(const ComparedRow& row, const ActualsResult& result, const EntityComparison& of,
                       const Budget& voted, const std::vector<ExplainedMovement>& movements) {
    ExplainedRow made;
    made.row = row;
    made.voted_budget = &voted;
    made.timing = of.timing_of(row);
    const auto within = [&](Date day) { return row.period.first <= day && day <= row.period.last; };
    const std::string_view id = msp::id_of(row);
    for (const ExplainedMovement& each : movements) {
        if (within(each.movement.date) && voted.items[each.movement.item].id == id)
            made.voted.push_back(each);
    }
    for (std::size_t part = 0; part < result.exports.size(); ++part) {
        if (result.exports[part].entity != row.entity)
            continue;
        for (const CashMove& move : result.exports[part].moves) {
            if (within(move.date) && id_of(*result.budget, move) == id)
                made.came.push_back({part, move});
        }
    }
    std::ranges::stable_sort(made.voted, {}, [](const ExplainedMovement& each) { return each.movement.date; });
    std::ranges::stable_sort(made.came, {}, [](const ExplainedCash& each) { return each.move.date; });
    return made;
}

void nothing_found(Context& context, const std::string& text, bool is_of_a_day,
                   const std::vector<ExplainedCase>& cases) {
    const std::vector<ComparedEntity>& entities = cases.front().result->entities;
    if (entities.empty())
        return context.diagnostics.error("explain.nothing",
                                         {tr("there is nothing to explain: no books are held against the budget"), {}},
                                         {}, Message{tr("name exports of the books that have entries of banks"), {}});
    if (is_of_a_day)
        return context.diagnostics.error(
            "explain.period",
            {tr("{text} is of one day, and the budget is held against the books by month or longer"), {{"text", text}}},
            {}, Message{tr("ask for its month, quarter or year"), {}});
    context.diagnostics.error(
        "explain.period",
        {tr("{text} does not lie within the days shown, {first} to {last}"),
         {{"text", text}, {"first", entities.front().exercise->first}, {"last", entities.front().until}}},
        {}, Message{tr("ask for a month, quarter or year of these days, or name the books of others"), {}});
}

}  // namespace

std::optional<RowQuestion> row_question(Context& context, const std::string& text, const Budget& today,
                                        const Budget& voted, bool of_result) {
    if (const std::optional<Request> request = parse_request(text)) {
        if (is_known(request->what, today, voted, of_result))
            return RowQuestion{request->what, request->period};
        const std::optional<NamedPeriod> period = parse_period(request->what);
        if (!request->period && period)
            return RowQuestion{std::nullopt, period};
    }
    complain(context, text, today, voted, of_result);
    return std::nullopt;
}

bool asks(const RowQuestion& question, const Budget& budget, const CashMove& move) {
    return EntityComparison::counts(move) && question.asks(id_of(budget, move));
}

std::vector<ExplainedRow> explained_rows(const RowQuestion& question, const ActualsResult& result,
                                         const ComparedEntity& compared, const EntityComparison& of,
                                         const Budget& voted, const std::vector<ExplainedMovement>& movements) {
    std::vector<ExplainedRow> found;
    for (const ComparedRow& total : compared.totals) {
        if (!shows(question, *result.budget, compared, total.period))
            continue;
        const std::size_t before = found.size();
        for (const ComparedRow& row : compared.rows) {
            if (row.period.first == total.period.first && question.asks(msp::id_of(row)) && !only_lands(row))
                found.push_back(explained(row, result, of, voted, movements));
        }
        if (found.size() != before || !question.line)
            continue;
        std::optional<ComparedRow> nothing = row_of_nothing(*question.line, *result.budget, total);
        if (!nothing && !result.budget->item(*question.line))
            nothing = row_of_nothing(*question.line, voted, total);
        if (nothing)
            found.push_back(explained(*nothing, result, of, voted, movements));
    }
    return found;
}

bool answer_explanation(Context& context, const std::string& text, const RowQuestion& question,
                        const std::vector<ExplainedCase>& cases) {
    if (std::ranges::all_of(cases, [](const ExplainedCase& each) { return each.rows.empty(); })) {
        nothing_found(context, text, question.is_of_a_day(), cases);
        return false;
    }
    std::vector<Part> parts;
    for (const ExplainedCase& of : cases) {
        for (const ExplainedRow& row : of.rows)
            parts.emplace_back(
                Prose{[&] { return explained_row_text(*of.result, row, context.sources, style_of(context)) + '\n'; }});
    }
    parts.emplace_back(Members{[&](Json& json) {
        json.begin_array("explanations");
        for (const ExplainedCase& of : cases) {
            for (const ExplainedRow& row : of.rows) {
                json.begin_object();
                json.text("scenario", of.result->scenario);
                explained_row_json(json, *of.result, row, context.sources, context.language);
                json.end_object();
            }
        }
        json.end_array();
    }});
    parts.emplace_back(Members{[&](Json& json) { write_receipt(json, actuals_program, context); }});
    answer(context, parts);
    return true;
}

}  // namespace msp::app
