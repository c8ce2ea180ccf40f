// SPDX-License-Identifier: MIT
#include <msp-forecast/alerts.hpp>
#include <msp/diag/utf8.hpp>

#include <algorithm>
#include <unistd.h>

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

// A plan from an old balance says nothing about today, whatever it shows.
std::string age_alert(const Context& context, const Budget& base, Date as_of) {
    const std::int32_t age = as_of - base.last_opened().date;
    if (age <= base.stale)
        return {};
    return std::string(forecast_program.name) + ": " +
           visible(words({tr("alert: {file}: the last balance typed is {n} {n:day|days} old on {day}"),
                          {{"file", context.path}, {"n", std::int64_t{age}}, {"day", day_of(as_of)}}},
                         context.language)) +
           '\n';
}

}  // namespace

bool alert(const Context& context, const Settings& settings, const std::vector<Result>& results, Date as_of,
           const Period& days) {
    std::string lines = age_alert(context, results.front().budget, as_of);
    const Date last = settings.within ? as_of + *settings.within : std::max(days.last, as_of);
    for (const Result& result : results) {
        for (std::size_t i = 0; i < result.budget.banks.size(); ++i) {
            if (!result.selection.holds(result.budget, static_cast<BankIndex>(i)))
                continue;
            const Bank& bank = result.budget.banks[i];
            const Series& series = result.projection.accounts[i].series;
            for (const Watch& watch : watches(settings, bank)) {
                Date date = std::max(as_of, bank.date);
                while (date <= last && series.on(date) >= watch.limit)
                    date = date + 1;
                if (date > last)
                    continue;
                const Low low = lowest(series, date, last).value();
                lines += std::string(forecast_program.name) + ": " +
                         visible(words({watch.text,
                                        {{"file", context.path},
                                         {"scenario", result.scenario},
                                         {"entity", result.budget.entities[bank.entity].id},
                                         {"bank", bank.id},
                                         {"limit", Cents{watch.limit.cents()}},
                                         {"day", day_of(date)},
                                         {"amount", Cents{series.on(date).cents()}},
                                         {"lowest", Cents{low.amount.cents()}},
                                         {"lowest_day", day_of(low.date)}}},
                                       context.language)) +
                         '\n';
            }
        }
    }
    [[maybe_unused]] const int nobody_to_tell = write_all(STDERR_FILENO, lines);
    return !lines.empty();
}

}  // namespace msp::app
