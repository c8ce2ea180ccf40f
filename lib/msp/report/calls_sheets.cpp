// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/call_words.hpp>
#include <msp/report/sheet_text.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace msp {
namespace {

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
