// SPDX-License-Identifier: MIT
// What msp-forecast was asked, read from its options.
#pragma once

#include <msp/cash/headline.hpp>
#include <msp/cash/period.hpp>
#include <msp/plan/plan.hpp>
#include <support/run.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp::app {

extern const Program forecast_program;

enum class ViewKind {
    balance,
    plan,
    curve,
    movements,
    summary,
    loans,
    debt_service,
    due,
    landing,
    income,
    grant_budget,
    calendar,
    contracts,
    assumptions,
    loan_years,
    bridge
};

// Several views in one answer.
enum class Pack : std::uint8_t { none, all, bank };

struct Settings {
    ViewKind view = ViewKind::balance;
    Pack pack = Pack::none;
    bool page = false;        // all that an assembly is handed, as HTML
    bool worst_first = true;  // the summary
    Grid grid = Grid::month;
    Count count = Count::notified;
    std::optional<std::string> explain;
    std::vector<std::string> actuals;  // the exports of the books
    std::optional<std::string> voted;  // another budget, beside a grant's
    std::optional<std::string> since;  // an earlier forecast, or the folder of them
    std::optional<Date> as_of;
    std::optional<Month> from;  // of the days shown, before the budget's own
    std::optional<int> months;
    std::optional<Date> distributable;
    std::optional<PayoutQuestion> payout;  // where --until or --above asks one
    std::optional<std::string> entity;     // what is shown
    std::optional<std::string> bank;
    bool fail_floor = false;
    bool fail_overdraft = false;
    bool fail_contract = false;
    std::optional<Money> fail_below;
    std::optional<std::int32_t> within;  // days

    // Of whole exercises.
    [[nodiscard]] bool of_exercises() const { return view == ViewKind::income || view == ViewKind::grant_budget; }
    // Of days not to forget.
    [[nodiscard]] bool of_days() const { return view == ViewKind::calendar || view == ViewKind::contracts; }
    // Of an entity, whichever of its accounts.
    [[nodiscard]] bool of_entities() const { return of_exercises() || of_days() || view == ViewKind::debt_service; }
    [[nodiscard]] bool shows_premises() const { return view == ViewKind::assumptions || packs(); }
    [[nodiscard]] bool packs() const { return pack != Pack::none; }
    // A pack of one account has no result either.
    [[nodiscard]] bool wants_results() const { return of_exercises() || (shows_premises() && !bank); }
    [[nodiscard]] PlanOptions plan_options() const { return {.count = count, .aci_late = {}, .only = {}}; }
    [[nodiscard]] bool watches() const { return watches_accounts() || fail_contract; }
    [[nodiscard]] bool watches_accounts() const { return fail_floor || fail_overdraft || fail_below; }
};

[[nodiscard]] Settings settings_from(const Options& options);

}  // namespace msp::app
