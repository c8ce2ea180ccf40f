// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/explain.hpp>
#include <msp/report/explain_figure.hpp>
#include <msp/report/question.hpp>
#include <msp/report/sheet_text.hpp>
#include <msp/report/steps.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace msp {
namespace {

bool is_part(std::string_view id) {
    for (const Part part :
         {Part::principal, Part::interest, Part::insurance, Part::drawdown, Part::fees, Part::advance, Part::balance,
          Part::recovery, Part::net, Part::urssaf, Part::retirement, Part::health, Part::provident, Part::staff,
          Part::apprenticeship, Part::payroll_tax, Part::leaving, Part::reinvoiced}) {
        if (id == id_of(part))
            return true;
    }
    return false;
}

bool names(const Budget& budget, std::string_view id) {
    return std::ranges::any_of(budget.items, [id](const Item& item) {
        if (!id.starts_with(item.id))
            return false;
        const std::string_view rest = id.substr(item.id.size());
        return rest.empty() || (rest.front() == '.' && is_part(rest.substr(1)));
    });
}

bool is_asked(const Budget& budget, const Movement& movement, const std::string& line) {
    return line == budget.items[movement.item].id || line == id_of(budget, movement.item, movement.part);
}

void by_day(std::vector<ExplainedMovement>& movements) {
    std::ranges::stable_sort(movements, {}, [](const ExplainedMovement& entry) {
        return std::tuple(entry.movement.date, entry.movement.item);
    });
}

std::string period_lines(const Result& result, const Question& question,
                         const std::vector<ExplainedMovement>& movements, const Sources& sources,
                         const TextStyle& style) {
    const Budget& budget = result.budget;
    std::string out;
    RunningBalances balances(budget, result.projection, question.period->first);
    for (const Holding& holding : holdings(result)) {
        if (!holding.index || holding.bank == "all")
            continue;
        const PeriodSum sum = sum_of(holding.series, *question.period);
        const std::string period = period_name(*question.period, question.grid, style.language);
        out += wrapped((holding.name.empty() ? "" : holding.name + ", ") + period, 0, style.width);
        TableColumn said = Align::left;
        said.words = true;
        TableColumn named = said;
        named.name = true;
        const auto moves = [&](const ExplainedMovement& entry) {
            const Bank& bank = budget.banks[entry.movement.bank];
            return bank.id == holding.bank && bank.entity == *holding.index;
        };
        const bool moved = std::ranges::any_of(movements, moves);
        const auto headed = [&](const char* words) { return std::string(translate(words, style.language)); };
        TextTable table({Align::left, named, Align::right, Align::right, said});
        table.head(
            {"", "", moved ? headed(tr("Amount")) : "", headed(tr("Balance")), moved ? headed(tr("Place")) : ""});
        const auto fixed = [&](const char* name, Money amount, const std::string& note) {
            table.row({{std::string(translate(name, style.language)), Style::strong},
                       {note},
                       {""},
                       {write_figure(amount, style.language), Style::strong},
                       {""}});
        };
        fixed(tr("Opening"), sum.opening, "");
        for (const ExplainedMovement& entry : movements) {
            if (!moves(entry))
                continue;
            const Movement& movement = entry.movement;
            const Money balance = balances.after(movement);
            const Span place = budget.items[movement.item].place.span;
            table.row({{"  " + words({"{day}", {{"day", movement.date}}}, style.language)},
                       {name_of(budget, movement.item, movement.part, style.language)},
                       {write_figure(movement.amount, style.language)},
                       {write_figure(balance, style.language), balance.negative() ? Style::alert : Style::plain},
                       {place_of(sources, place), Style::faint}});
        }
        fixed(tr("Closing"), sum.closing, "");
        if (holding.series.opened <= question.period->last)
            fixed(tr("Lowest"), sum.lowest, words({tr("on {day}"), {{"day", sum.lowest_on}}}, style.language));
        out += within_page(std::move(table), style) + '\n';
    }
    return out;
}

}  // namespace

std::optional<Question> parse_question(std::string_view text, const Budget& budget) {
    const std::optional<Request> request = parse_request(text);
    if (!request)
        return std::nullopt;
    Question question;
    const std::string& what = request->what;
    question.line = names(budget, what) ? what : with_english_part(what);
    std::optional<NamedPeriod> period = request->period;
    if (!names(budget, *question.line)) {
        question.line.reset();
        if (period)
            return std::nullopt;
        question.figure = parse_figure(what);
        if (question.figure)
            return question;
        period = parse_period(what);
        if (!period)
            return std::nullopt;
    }
    if (period) {
        question.period = period->days;
        question.grid = period->grid;
    }
    return question;
}

std::vector<ExplainedMovement> explained(const Result& result, const Question& question, const PlanOptions& plan,
                                         const View& view) {
    const Period days = question.period.value_or(view.days());
    std::vector<ExplainedMovement> found;
    Trace trace;
    (void)project(
        result, plan, result.projection.window,
        [&](const Movement& movement) {
            if (!result.selection.holds(result.budget, movement.bank))
                return;
            const bool asked = !question.line || is_asked(result.budget, movement, *question.line);
            if (asked && days.first <= movement.date && movement.date <= days.last)
                found.push_back({movement, trace.steps()});
        },
        &trace);
    by_day(found);
    return found;
}

std::vector<ExplainedMovement> explained_line(const Case& of, const std::string& line, const Window& days) {
    std::vector<ExplainedMovement> found;
    Trace trace;
    const auto item = std::ranges::find_if(
        of.budget.items, [&line](const Item& each) { return line == each.id || line.starts_with(each.id + '.'); });
    if (item == of.budget.items.end())
        return found;
    PlanOptions options;
    options.count = Count::hoped;
    options.only = static_cast<ItemIndex>(item - of.budget.items.begin());
    (void)movements(
        of, options, days,
        [&](const Movement& movement) {
            if (is_asked(of.budget, movement, line))
                found.push_back({movement, trace.steps()});
        },
        &trace);
    by_day(found);
    return found;
}

std::string movement_text(const Budget& budget, const ExplainedMovement& entry, const Sources& sources,
                          const TextStyle& style) {
    const Movement& movement = entry.movement;
    const Message said = {tr("{date} — {name}, {amount}"),
                          {{"date", movement.date},
                           {"name", name_of(budget, movement.item, movement.part, style.language)},
                           {"amount", movement.amount}}};
    return wrapped(words(said, style.language), 0, style.width) + steps_text(entry.steps, sources, style);
}

std::string line_text(const Budget& budget, const std::string& line, const Period& days,
                      const std::vector<ExplainedMovement>& movements, const Sources& sources, const TextStyle& style) {
    std::string out;
    std::vector<Money> amounts;
    for (const ExplainedMovement& entry : movements) {
        out += movement_text(budget, entry, sources, style);
        amounts.push_back(entry.movement.amount);
    }
    return out + wrapped(words({tr("{n} {n:movement|movements} of {line} from {first} to {last}, {total} in all"),
                                {{"n", static_cast<std::int64_t>(movements.size())},
                                 {"line", line},
                                 {"first", days.first},
                                 {"last", days.last},
                                 {"total", sum(amounts)}}},
                               style.language),
                         0, style.width);
}

void movement_json(Json& json, const Budget& budget, const ExplainedMovement& entry, const Sources& sources,
                   Language language) {
    json.begin_object();
    json.date("date", entry.movement.date);
    json.text("bank", budget.banks[entry.movement.bank].id);
    json.text("line", id_of(budget, entry.movement.item, entry.movement.part));
    json.money("amount", entry.movement.amount);
    steps_json(json, entry.steps, sources, language);
    json.end_object();
}

void movements_json(Json& json, const Budget& budget, const Period& days,
                    const std::vector<ExplainedMovement>& movements, const Sources& sources, Language language) {
    json.date("from", days.first);
    json.date("to", days.last);
    json.begin_array("movements");
    for (const ExplainedMovement& entry : movements)
        movement_json(json, budget, entry, sources, language);
    json.end_array();
}

std::string explanation_text(const Result& result, const Question& question,
                             const std::vector<ExplainedMovement>& movements, const View& view, const Sources& sources,
                             const TextStyle& style) {
    if (!question.line)
        return period_lines(result, question, movements, sources, style);
    return line_text(result.budget, *question.line, question.period.value_or(view.days()), movements, sources, style);
}

void explanation_json(Json& json, const Result& result, const Question& question,
                      const std::vector<ExplainedMovement>& movements, const View& view, const Sources& sources) {
    movements_json(json, result.budget, question.period.value_or(view.days()), movements, sources, view.language);
}

}  // namespace msp
