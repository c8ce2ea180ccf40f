// SPDX-License-Identifier: MIT
// A forecast as it was on a day, kept to be held against what came, or against a later one: see msp-fec(5).
#pragma once

#include <msp/actuals/booked_cash.hpp>
#include <msp/actuals/rolling.hpp>
#include <msp/cash/projection.hpp>
#include <msp/dates/date.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/model/budget.hpp>
#include <msp/money/money.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace msp {

struct ArchivedAmount {
    std::string line;        // its id, or "unmapped"
    std::string label = {};  // as typed in the budget, so in no language
    Month month;
    std::optional<Date> day = {};  // of a forecast
    Money amount;
};

struct ArchivedEntity {
    std::string id;
    std::string siren;                     // may be empty
    Date made;                             // the day up to which the books were read
    Money balance;                         // on its evening: of banks and cash boxes, and what was on the way to them
    Low low;                               // the lowest evening after that day
    Date last;                             // of the forecast
    Money end;                             // on its evening
    std::vector<ArchivedAmount> actual;    // of the exercise, up to the day it was made
    std::vector<ArchivedAmount> forecast;  // after that, without what the entity moves between its own accounts
    std::vector<ArchivedAmount> openings;  // what accounts are typed to open with after that; `line` is the account
    Span place = {};                       // of its balance, where it was read
};

// By entity.
using ArchivedForecast = std::vector<ArchivedEntity>;

// `planned` are movements of all entities, those of the days from `made` to `last`; the others are left out. So are
// accounts of others, and those that do not open as they are typed after the books.
[[nodiscard]] ArchivedEntity archived(const Budget& budget, EntityIndex entity, const BookedCash& booked, Date made,
                                      Money balance, Date last, std::span<const Movement> planned,
                                      std::span<const BookedBank> accounts = {});

// Whether what is paid is in what another account is typed to open with later, so that the entity has it no more until
// then.
[[nodiscard]] bool is_in_later_opening(const Movement& planned, std::span<const BookedBank> accounts);

// Nothing where the file is no archived forecast or not a whole one, which is reported with its places.
[[nodiscard]] std::optional<ArchivedForecast> read_archive(Sources& sources, SourceId source, Diagnostics& diagnostics);

}  // namespace msp
