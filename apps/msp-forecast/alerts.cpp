// SPDX-License-Identifier: MIT
#include <msp-forecast/alerts.hpp>
#include <msp/calendar/contracts.hpp>
#include <msp/report/calendar_sheets.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/text_style.hpp>
#include <support/messages.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace msp::app {
namespace {

struct Watch {
    const char* text;
    Money limit;
};

std::vector<Watch> watches(const Settings& settings, const Bank& bank) {
    std::vector<Watch> found;
    if (settings.fail_floor)
        found.push_back({tr("alert: {file}, {scenario}, entity {entity}, bank {bank}: below the floor of {limit} from "
                            "{day} on, with {amount}; lowest {lowest} on {lowest_day}"),
                         bank.floor});
    if (settings.fail_overdraft)
        found.push_back(
            {tr("alert: {file}, {scenario}, entity {entity}, bank {bank}: overdrawn from {day} on, with {amount}; "
                "lowest {lowest} on {lowest_day}"),
             Money()});
    if (settings.fail_below)
        found.push_back(
            {tr("alert: {file}, {scenario}, entity {entity}, bank {bank}: below {limit} from {day} on, with {amount}; "
                "lowest {lowest} on {lowest_day}"),
             *settings.fail_below});
    return found;
}

struct Alert {
    Message message;
    Money lowest;  // of the evenings looked at
};

// A plan from an old balance says nothing about today, whatever it shows.
std::optional<Alert> outdated(const Context& context, const Budget& base, Date as_of) {
    const std::int32_t age = as_of - base.last_opened().date;
    if (age <= base.stale)
        return std::nullopt;
    return Alert{{tr("alert: {file}: the last balance typed is {n} {n:day|days} old on {day}"),
                  {{"file", context.path}, {"n", std::int64_t{age}}, {"day", as_of}}},
                 largest_amount};
}

// Nor does one from books that end long before it.
std::optional<Alert> ended(const Context& context, const Rolling& rolling, const Budget& base, Date as_of) {
    const Date until = std::ranges::max(rolling.entities, {}, &RolledEntity::until).until;
    const std::int32_t age = as_of - until;
    if (age <= base.stale)
        return std::nullopt;
    return Alert{{tr("alert: {file}: the books end {n} {n:day|days} before {day}"),
                  {{"file", context.path}, {"n", std::int64_t{age}}, {"day", as_of}}},
                 largest_amount};
}

std::optional<Alert> counted_twice(const Context& context, const Result& base) {
    const auto twice = std::ranges::find_if(base.rolling.without_rule,
                                            [](const Rolling::WithoutRule& each) { return each.alike != 0; });
    if (twice == base.rolling.without_rule.end())
        return std::nullopt;
    return Alert{{tr("alert: {file}: {amount} of {line} may count twice: it has no rule in the books"),
                  {{"file", context.path}, {"amount", twice->twice}, {"line", base.budget.items[twice->item].id}}},
                 largest_amount};
}

// An account below a limit: the first evening and the lowest one.
std::optional<Alert> below(const Context& context, const Result& result, std::size_t account, const Watch& watch,
                           const Period& days) {
    const Bank& bank = result.budget.banks[account];
    const Series& series = result.projection.accounts[account].series;
    Date first = std::max(days.first, bank.date);
    while (first <= days.last && series.on(first) >= watch.limit)
        first = first + 1;
    if (first > days.last)
        return std::nullopt;
    const Low low = lowest(series, first, days.last).value();
    return Alert{{watch.text,
                  {{"file", context.path},
                   {"scenario", scenario_name(result)},
                   {"entity", result.budget.entities[bank.entity].id},
                   {"bank", bank.id},
                   {"limit", watch.limit},
                   {"day", first},
                   {"amount", series.on(first)},
                   {"lowest", low.amount},
                   {"lowest_day", low.date}}},
                 low.amount};
}

// Which ends, or goes on, unless somebody does something about it: what is renewed as its last day of notice has passed
// goes on whatever anybody does.
void add_contracts(const Context& context, const Result& result, const Period& days, std::vector<Alert>& found,
                   std::set<std::tuple<std::string, Date, Date>>& told) {
    const std::vector<ContractState> states =
        contract_states(result, PlanOptions(), days.first);  // amounts are not told
    const Window window = {days.first, days.last};
    for (const ContractState& state : within(states, window)) {
        const Contract& contract = result.budget.contracts[state.contract];
        if (result.selection.entity.value_or(contract.entity) != contract.entity)
            continue;
        const auto add = [&](const char* text, Date day, Date end) {
            if (told.emplace(contract.id, day, end).second)
                found.push_back({{text,
                                  {{"file", context.path},
                                   {"scenario", scenario_name(result)},
                                   {"contract", contract_name(result.budget, contract)},
                                   {"supplier", contract.supplier},
                                   {"day", day},
                                   {"end", end}}},
                                 largest_amount});
        };
        const bool notice = state.next && state.next->notice_by;
        if (state.ends_in(window) && !notice)
            add(contract.renewal
                    ? tr("alert: {file}, {scenario}, contract {contract} with {supplier}: it renews itself after {end}")
                    : tr("alert: {file}, {scenario}, contract {contract} with {supplier}: it ends on {end}"),
                *state.end, *state.end);
        if (notice && window.holds(*state.next->notice_by))
            add(tr("alert: {file}, {scenario}, contract {contract} with {supplier}: notice has to be given by {day}, "
                   "or it goes on after {end}"),
                *state.next->notice_by, state.next->end);
    }
}

std::vector<Alert> alerts(const Context& context, const Settings& settings, const std::vector<Result>& results,
                          const Period& days) {
    std::vector<Alert> found;
    const Rolling& rolling = results.front().rolling;
    std::set<std::tuple<std::string, Date, Date>> told;  // of a scenario only what is another day there
    for (const Result& result : results) {
        if (settings.fail_contract)
            add_contracts(context, result, days, found, told);
    }
    if (!settings.watches_accounts())
        return found;
    if (std::optional<Alert> old = rolling.entities.empty()
                                       ? outdated(context, results.front().budget, days.first)
                                       : ended(context, rolling, results.front().budget, days.first))
        found.push_back(std::move(*old));
    if (std::optional<Alert> twice = counted_twice(context, results.front()))
        found.push_back(std::move(*twice));
    for (const Result& result : results) {
        for (std::size_t i = 0; i < result.budget.banks.size(); ++i) {
            if (!result.selection.holds(result.budget, static_cast<BankIndex>(i)))
                continue;
            for (const Watch& watch : watches(settings, result.budget.banks[i])) {
                if (std::optional<Alert> alert = below(context, result, i, watch, days))
                    found.push_back(std::move(*alert));
            }
        }
    }
    return found;
}

}  // namespace

bool alert(Context& context, const Settings& settings, const std::vector<Result>& results, Date as_of,
           const Period& days) {
    const Date last = settings.within ? as_of + *settings.within : std::max(days.last, as_of);
    std::vector<Alert> found = alerts(context, settings, results, {as_of, last});
    if (found.empty())
        return false;
    const std::size_t more = context.brief() ? found.size() - 1 : 0;
    if (context.brief())
        found = {std::ranges::min(found, {}, &Alert::lowest)};
    for (const Alert& alert : found)
        context.alerts += std::string(forecast_program.name) + ": " + tell(alert.message, {context.language}) +
                          and_more(more, context.language) + '\n';
    return true;
}

}  // namespace msp::app
