// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/calendar_sheets.hpp>
#include <msp/report/column.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/text_style.hpp>

#include <algorithm>
#include <array>

namespace msp {
namespace {

constexpr std::size_t narrowest_day = 22;

const char* kind_text(DueKind kind) {
    constexpr std::array texts = {tr("evidence"), tr("ACI"),  tr("grant"),  tr("loan"),    tr("contributions"),
                                  tr("tax"),      tr("call"), tr("notice"), tr("renewal"), tr("end of contract")};
    return texts.at(static_cast<std::size_t>(kind));
}

// What a reader of the calendar sees of it.
std::string title_of(const Budget& budget, const DueDay& day, Language language) {
    const auto of_contract = [&](const char* text) {
        const Contract& contract = budget.contracts[*day.contract];
        return words({text,
                      {{"contract", contract_name(budget, contract)},
                       {"supplier", contract.supplier},
                       {"end", day.end.value_or(day.day)}}},
                     language);
    };
    switch (day.kind) {
        case DueKind::evidence:
            return words({tr("ACI {year}: last day to hand in the evidence"), {{"year", std::int64_t{day.exercise}}}},
                         language);
        case DueKind::notice:
            return of_contract(tr("{contract}, {supplier}: last day to give notice of the end on {end}"));
        case DueKind::renewal:
            return of_contract(tr("{contract}, {supplier}: renewed, unless notice was given"));
        case DueKind::end:
            return of_contract(tr("{contract}, {supplier}: last day of the contract"));
        case DueKind::aci:
            return words(
                {tr("{label} of {year}"),
                 {{"label", name_of(budget, *day.item, day.part, language)}, {"year", std::int64_t{day.exercise}}}},
                language);
        case DueKind::grant:
        case DueKind::loan:
        case DueKind::contributions:
        case DueKind::tax:
        case DueKind::call:
            break;
    }
    if (!day.label.empty())
        return day.label;
    return name_of(budget, *day.item, day.part, language);
}

void day_rows(RowSink& rows, const CalendarResult& result, Language language) {
    const Budget& budget = *result.budget;
    if (result.days.empty())
        return;
    Block block = {with_scenario("", result.label, language), {}};
    if (budget.entities.size() == 1)
        block.without.emplace_back("name");
    const bool reminds = std::ranges::any_of(result.days, [](const DueDay& day) { return !day.alarms.empty(); });
    if (!reminds)
        block.without.emplace_back("alarm");
    rows.begin(block);
    for (const DueDay& day : result.days) {
        const std::string title = title_of(budget, day, language);
        const std::string line = day.contract ? budget.contracts[*day.contract].id : id_of(budget, *day.item, day.part);
        rows.row({},
                 {TextCell{result.scenario}, TextCell{budget.entities[day.entity].id}, day.day,
                  WordCell{id_of(day.kind), translate(kind_text(day.kind), language)}, TextCell{line}, TextCell{title},
                  day.amount ? Cell(*day.amount) : Cell(),
                  day.state ? Cell(WordCell{id_of(*day.state), translate(state_text(*day.state), language)}) : Cell(),
                  WholesCell{day.alarms}, TextCell{day.uid}, TextCell{budget.entities[day.entity].title()}});
    }
    if (reminds)
        rows.note(translate(tr("Alarms ring so many days before, at 9 in the morning."), language));
}

// ISO 8601: a length of time as data has it.
std::string duration(const std::optional<Delay>& length) {
    if (!length)
        return {};
    const auto part = [](std::int32_t number, char unit) {
        return number == 0 ? std::string() : std::to_string(number) + unit;
    };
    return 'P' + part(length->months, 'M') + part(length->days, 'D');
}

// "3 months", "1 month and 15 days".
std::string length_text(const Delay& length, Language language) {
    const auto part = [&](const char* text, std::int32_t number) {
        return number == 0 ? std::string() : words({text, {{"n", std::int64_t{number}}}}, language);
    };
    const std::string months = part(tr("{n} {n:month|months}"), length.months);
    const std::string days = part(tr("{n} {n:day|days}"), length.days);
    return months.empty() || days.empty()
               ? months + days
               : words({tr("{one} and {other}"), {{"one", months}, {"other", days}}}, language);
}

WordCell standing_of(const Contract& contract, const ContractState& state, Language language) {
    if (state.over)
        return {"over", translate(tr("over"), language), Style::faint};
    if (!contract.end)
        return {"open", translate(tr("runs on"), language)};
    if (!contract.renewal)
        return {"ends", translate(tr("ends"), language)};
    return {"renews", translate(tr("renews itself"), language)};
}

void contract_rows(RowSink& rows, const CalendarResult& result, Language language) {
    const Budget& budget = *result.budget;
    if (result.contracts.empty())
        return;
    rows.begin({with_scenario("", result.label, language), {}});
    const auto day = [](const std::optional<Date>& date) { return date ? Cell(*date) : Cell(); };
    for (const ContractState& state : result.contracts) {
        const Contract& contract = budget.contracts[state.contract];
        const std::string notice = duration(contract.notice);
        const std::string renewal = duration(contract.renewal);
        const bool has_notice = state.next && state.next->notice_by;
        const std::string name = contract_name(budget, contract);
        WordCell standing = standing_of(contract, state, language);
        std::string any_time;
        if (state.leaves)
            standing.shown = any_time =
                words({tr("at any time, notice of {length}"), {{"length", length_text(*contract.notice, language)}}},
                      language);
        rows.row({}, {TextCell{result.scenario}, TextCell{budget.entities[contract.entity].id}, TextCell{contract.id},
                      TextCell{name}, TextCell{contract.supplier},
                      TextCell{contract.item ? std::string_view(budget.items[*contract.item].id) : std::string_view()},
                      day(contract.start), day(state.end), standing, has_notice ? Cell(*state.next->notice_by) : Cell(),
                      has_notice ? Cell(state.next->end) : day(state.leaves),
                      state.days ? Cell(std::int64_t{*state.days}) : Cell(), WordCell{notice}, WordCell{renewal},
                      TextCell{contract.index}, state.amount ? Cell(*state.amount) : Cell()});
    }
}

}  // namespace

std::string contract_name(const Budget& budget, const Contract& contract) {
    const bool alone = std::ranges::count(budget.contracts, contract.label, &Contract::label) == 1;
    return alone || contract.label == contract.id ? contract.label : contract.label + " (" + contract.id + ')';
}

std::string calendar_name(const CalendarResult& result, Language language) {
    std::vector<std::string_view> names;
    for (const Entity& entity : result.budget->entities) {
        if (!entity.name.empty() && (!result.entity || &entity == &result.budget->entities[*result.entity]))
            names.emplace_back(entity.name);
    }
    const std::string name = names.empty()
                                 ? std::string(translate(tr("Days not to forget"), language))
                                 : words({tr("{entity}: days not to forget"), {{"entity", listed(names)}}}, language);
    return with_scenario(name, result.label, language);
}

Sheet calendar_sheet(const std::vector<CalendarResult>& results, Language language) {
    return {"calendar",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::date("date", tr("Date")), head::word("kind", tr("Kind")), head::id("line", tr("Line")),
                        head::text("label", tr("Label")).naming(), head::money("amount", tr("Amount")).quiet(),
                        head::word("state", tr("State")),
                        head::count("alarm", tr("Alarms, days before")).headed(tr("Alarms (days)")),
                        head::id("uid", tr("Name in calendars")), head::text("name", tr("Entity")).for_page()},
                       language),
            [&results, language](RowSink& rows) {
                for (const CalendarResult& each : results)
                    day_rows(rows, each, language);
            },
            std::string(translate(tr("Nothing falls due on these days."), language)) + '\n',
            narrowest_day,
            false,
            {},
            "label"};
}

Sheet contracts_sheet(const std::vector<CalendarResult>& results, Language language) {
    const bool has_contracts =
        std::ranges::any_of(results, [](const CalendarResult& each) { return !each.budget->contracts.empty(); });
    return {"contracts",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::id("contract", tr("Contract")), head::text("label", tr("Label")).headed(tr("Contract")),
                        head::text("supplier", tr("Supplier")), head::id("line", tr("Line")),
                        head::date("start", tr("Since")).for_data(), head::date("end", tr("Term ends")),
                        head::word("standing", tr("Then")), head::date("notice_by", tr("Notice by")),
                        head::date("leaves", tr("For the end of")), head::count("days", tr("Days left")),
                        head::word("notice", tr("Notice")).for_data(), head::word("renewal", tr("Renewal")).for_data(),
                        head::text("index", tr("Index")), head::money("amount", tr("In 12 months")).quiet()},
                       language),
            [&results, language](RowSink& rows) {
                for (const CalendarResult& each : results)
                    contract_rows(rows, each, language);
            },
            std::string(translate(has_contracts ? tr("No contract ends on these days, or has to be given notice of.")
                                                : tr("This budget has no contract: [[contract]] ([[contrat]])."),
                                  language)) +
                '\n'};
}

}  // namespace msp
