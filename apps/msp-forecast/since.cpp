// SPDX-License-Identifier: MIT
#include <msp-forecast/since.hpp>
#include <support/archive.hpp>

#include <utility>

namespace msp::app {
namespace {

void complain_about_days(Context& context, const ArchivedEntity& earlier, Message message, Message help) {
    context.diagnostics.error("since.days", std::move(message), earlier.place, std::move(help));
}

// Whether the earlier forecast and the books have days in common.
bool reaches_today(Context& context, const std::string& entity, const ArchivedEntity& earlier, Date until) {
    if (earlier.made > until)
        complain_about_days(
            context, earlier,
            {tr("this forecast of {entity} was made on {made}, and the books that are named end on {until}"),
             {{"entity", entity}, {"made", earlier.made}, {"until", until}}},
            {tr("name newer exports, or an earlier forecast"), {}});
    else if (earlier.last <= until)
        complain_about_days(
            context, earlier,
            {tr("this forecast of {entity} ends on {last}, and the books go on to {until}: the two have no day "
                "in common"),
             {{"entity", entity}, {"last", earlier.last}, {"until", until}}},
            {tr("name a later forecast; msp-actuals --accuracy judges one that is over"), {}});
    else
        return true;
    return false;
}

Bridge bridge_of(Context& context, const ArchivedEntity& earlier, const Result& now, const RolledEntity& entity,
                 const FromBooks& books) {
    const Budget& plain = books.planned(now).budget;
    Case then = Case::changed(before_closings(plain, earlier), *now.law);
    (void)roll(then, books.books().entities, earlier.made);
    if (earlier.made < entity.first)
        context.diagnostics.warning(
            "since.days",
            {tr("the books of {entity} that are named begin on {first}, after this forecast was made: what was "
                "still open then counts as another budget"),
             {{"entity", plain.entities[entity.entity].id}, {"first", entity.first}}},
            earlier.place, Message{tr("name the export of that year too"), {}});
    BookedCash booked;
    (void)cash_of(plain, entity.entity, *books.books().of(entity.entity)->ledgers, entity.until,
                  [&booked](std::size_t, const CashMove& move) { booked.add(move); });
    return bridge(earlier, then, now, now.rolling, entity.entity, booked);
}

}  // namespace

std::optional<std::vector<Bridge>> bridges_since(Context& context, const std::string& path, const Result& now,
                                                 const FromBooks& books) {
    const std::optional<ArchivedForecast> earlier = earlier_forecast(context, path, *books.until());
    if (!earlier)
        return {};
    const Budget& plain = books.planned(now).budget;
    std::vector<Bridge> bridges;
    for (const RolledEntity& entity : now.rolling.entities) {
        const ArchivedEntity* of = archived_entity(context, *earlier, plain, entity.entity);
        if (of != nullptr && reaches_today(context, plain.entities[entity.entity].id, *of, entity.until))
            bridges.push_back(bridge_of(context, *of, now, entity, books));
    }
    if (bridges.empty() && !context.diagnostics.has_errors())
        context.diagnostics.error("archive.none",
                                  {tr("{file} has a forecast of no entity whose books are named"), {{"file", path}}});
    if (context.diagnostics.has_errors())
        return {};
    return bridges;
}

}  // namespace msp::app
