// SPDX-License-Identifier: MIT
#include <msp-forecast/days.hpp>
#include <support/budgets.hpp>

#include <algorithm>
#include <cstdint>
#include <set>

namespace msp::app {
namespace {

void check(Context& context, const Settings& settings, const Date first_day, const ForecastDays& days) {
    const Date last = days.shown.last;
    if (last < first_day)
        context.diagnostics.error("forecast.before", ends_before_it_opens(last, first_day));
    if (const int year = std::max({last, days.as_of, days.distributable}).fields().year; year > last_plan_year)
        context.diagnostics.error("forecast.range",
                                  {tr("a day of {year} is asked for; plans end in {last}"),
                                   {{"year", std::int64_t{year}}, {"last", std::int64_t{last_plan_year}}}});
    for (const Date day : std::set{days.as_of, days.distributable}) {
        if (day < first_day)
            context.diagnostics.error("as-of.before", {tr("{day} lies before the first day of the budget, {date}"),
                                                       {{"day", day}, {"date", first_day}}});
    }
    if (settings.as_of && days.as_of > last)
        context.diagnostics.warning(
            "as-of.after", {tr("{day} lies after the last day shown, {last}"), {{"day", days.as_of}, {"last", last}}},
            {}, Message{tr("--from and --months, or the keys of the forecast, move the period shown"), {}});
}

void warn_of_old_books(Context& context, const Budget& base, Date as_of, Date booked_until) {
    const std::int32_t age = as_of - booked_until;
    if (age <= base.stale)
        return;
    context.diagnostics.warning(
        "as-of.stale",
        {tr("the books end on {date}: on {day} that is {n} {n:day|days} ago"),
         {{"date", booked_until}, {"day", as_of}, {"n", std::int64_t{age}}}},
        {}, Message{tr("name a newer export; what moved the account since is not in this one"), {}});
}

void warn_of_old_balance(Context& context, const Budget& base, Date as_of) {
    const Bank& bank = base.last_opened();
    const std::int32_t age = as_of - bank.date;
    if (age <= base.stale)
        return;
    context.diagnostics.warning(
        "as-of.stale",
        {tr("the last balance typed is the one of the morning of {date}: on {day} it is {n} {n:day|days} old"),
         {{"date", bank.date}, {"day", as_of}, {"n", std::int64_t{age}}}},
        bank.opening_place.span,
        Message{tr("type a newer balance with its date; what moved the account since is not in this one"), {}});
}

}  // namespace

std::optional<ForecastDays> forecast_days(Context& context, const Settings& settings, const Budget& base,
                                          std::optional<Date> booked_until) {
    const Date first_day = base.first_day();
    ForecastDays days = {};
    days.as_of = settings.as_of.value_or(booked_until.value_or(base.banks.front().date));
    days.distributable = settings.distributable.value_or(days.as_of);
    const Month from = settings.from ? *settings.from : base.from.value_or(Month::of(days.as_of));
    days.shown = {std::max(from.first(), first_day), (from + (settings.months.value_or(base.months) - 1)).last()};
    check(context, settings, first_day, days);
    if (booked_until)
        warn_of_old_books(context, base, days.as_of, *booked_until);
    else
        warn_of_old_balance(context, base, days.as_of);
    if (context.diagnostics.has_errors())
        return {};
    days.plan = {first_day, std::max(days.shown.last, plan_window(base, days.as_of).last)};
    return days;
}

}  // namespace msp::app
