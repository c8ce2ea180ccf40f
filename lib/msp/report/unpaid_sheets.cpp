// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/unpaid_sheets.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace msp {
namespace {

constexpr std::size_t narrowest_debtor = 16;

struct DebtWords {
    std::string_view id;
    const char* shown;
};
// By kind.
constexpr DebtWords debt_words[] = {{"opening", tr("opening")},
                                    {"charge", tr("charge")},
                                    {"reserve", tr("reserve")},
                                    {"works", tr("works")},
                                    {"settlement", tr("settlement")}};
constexpr std::array<std::string_view, ages> age_ids = {"0-30", "31-60", "61-90", "over-90"};
constexpr std::array age_words = {tr("0 to 30 days"), tr("31 to 60"), tr("61 to 90"), tr("Over 90")};

void debt_rows(RowSink& rows, const UnpaidResult& result, Language language) {
    const Budget& budget = *result.budget;
    for (const MemberDebts& member : result.unpaid.members) {
        for (const UnpaidCall& call : member.calls) {
            const DebtWords& kind = debt_words[static_cast<std::size_t>(call.kind)];
            const std::size_t age = age_of(call.days);
            rows.row({}, {TextCell{result.scenario}, TextCell{budget.entities[result.entity].id},
                          std::int64_t{call.exercise}, call.date, TextCell{budget.members[member.member].id},
                          WordCell{kind.id, translate(kind.shown, language)}, call.called, call.unpaid,
                          std::int64_t{call.days}, WordCell{age_ids.at(age), translate(age_words.at(age), language)}});
        }
    }
}

void debtor_rows(RowSink& rows, const UnpaidResult& result, Language language) {
    const Unpaid& all = result.unpaid;
    rows.begin({});
    for (const MemberDebts& member : all.members) {
        if (member.calls.empty())
            continue;
        const Member& who = result.budget->members[member.member];
        rows.row({}, {TextCell{who.name}, member.calls.front().date, member.by_age[0], member.by_age[1],
                      member.by_age[2], member.by_age[3], member.total, TextCell{who.id}});
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row({.kind = RowKind::total, .adds = all_lines}, {WordCell{{}, translate(tr("Total"), language)},
                                                           {},
                                                           all.by_age[0],
                                                           all.by_age[1],
                                                           all.by_age[2],
                                                           all.by_age[3],
                                                           all.total,
                                                           {}});
}

}  // namespace

Sheet unpaid_sheet(std::span<const UnpaidResult* const> results, Language language) {
    return {"unpaid",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")), head::date("date", tr("Date")),
                        head::id("member", tr("Member")), head::word("kind", tr("Kind")),
                        head::money("called", tr("Called")), head::money("unpaid", tr("Unpaid")),
                        head::count("days", tr("Days")), head::word("age", tr("Age")).joined()},
                       language),
            [results, language](RowSink& rows) {
                for (const UnpaidResult* result : results)
                    debt_rows(rows, *result, language);
            }};
}

Sheet unpaid_page(const UnpaidResult& result, Language language) {
    return {"unpaid",
            columns_of({head::text("name", tr("Member")), head::date("oldest", tr("Since")),
                        head::money("age0", age_words[0]), head::money("age1", age_words[1]),
                        head::money("age2", age_words[2]), head::money("age3", age_words[3]),
                        head::money("total", tr("Total")).strong(), head::id("member", tr("Member"))},
                       language),
            [&result, language](RowSink& rows) { debtor_rows(rows, result, language); },
            {},
            narrowest_debtor};
}

std::string unpaid_title(const UnpaidResult& result, Language language) {
    return with_scenario(words({tr("{entity}, unpaid calls on {day}"),
                                {{"entity", result.budget->entities[result.entity].title()}, {"day", result.as_of}}},
                               language),
                         result.label, language);
}

std::string unpaid_rules(const UnpaidResult& result, const TextStyle& style) {
    std::string out;
    const auto say = [&](const Message& message) {
        out += wrapped(words(message, style.language), 0, page_width(style));
    };
    if (result.unpaid.total == Money())
        say({tr("Nobody owes anything of a call."), {}});
    for (const MemberDebts& member : result.unpaid.members) {
        if (member.set_off != Money())
            say({tr("{member} has left: the {amount} that they advanced are set against what they owe."),
                 {{"member", result.budget->members[member.member].name}, {"amount", member.set_off}}});
        if (member.credit != Money())
            say({tr("{member} has paid {amount} more than was called."),
                 {{"member", result.budget->members[member.member].name}, {"amount", member.credit}}});
    }
    say({tr("Payments pay the oldest call first, those for a reserve or for works calls of their own kind; days count "
            "from "
            "the day of the call."),
         {}});
    if (!result.unpaid.as_called.empty())
        say({tr("No payment is said of {exercises}: there each call counts as paid."),
             {{"exercises",
               listed(result.unpaid.as_called, [](std::int16_t exercise) { return std::to_string(exercise); })}}});
    return out;
}

}  // namespace msp
