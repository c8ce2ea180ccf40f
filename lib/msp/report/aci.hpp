// SPDX-License-Identifier: MIT
// What msp-aci answers, as typed rows: for CSV and JSON. The columns are a promise; see msp-aci(1).
#pragma once

#include <msp/aci/readings.hpp>
#include <msp/aci/remuneration.hpp>
#include <msp/aci/schedule.hpp>
#include <msp/report/rows.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

struct AciYearResult {
    AciFacts facts;
    AciRemuneration paid;
    std::vector<AciReading> readings;
};

// The base or one scenario, computed.
struct AciResult {
    std::string scenario = "base";
    std::string label;
    Budget budget;
    std::vector<AciYearResult> years;
    AciSchedule schedule;

    // The ACI's.
    [[nodiscard]] const Entity& entity() const { return budget.entities[budget.banks[budget.aci->bank].entity]; }
    // Null where it is not computed.
    [[nodiscard]] const AciYearResult* year(std::int16_t year) const;
    // What a year of the budget comes to by the schedule.
    [[nodiscard]] const AciSettlement& settlement(std::int16_t year) const;
    // What the user typed of it.
    [[nodiscard]] const AciYear& typed(std::int16_t year) const;
};

// The axis and the class as CSV and JSON have them.
[[nodiscard]] const std::string& axis_id(const AciText& text, std::size_t indicator);
// A line's confidence as CSV and JSON have it: assumed, typed, confirmed, single, inferred, unknown.
[[nodiscard]] std::string_view confidence_id(const AciRemuneration& paid, const AciLine& line);
[[nodiscard]] std::string_view id_of(Fulfilment reached);

// Every indicator of every year, or of one, then the year's majoration.
[[nodiscard]] std::vector<Column> aci_columns(Language language);
void aci_rows(Rows& rows, const AciResult& result, std::optional<std::int16_t> only);

// The due items by date.
[[nodiscard]] std::vector<Column> aci_schedule_columns(Language language);
void aci_schedule_rows(Rows& rows, const AciResult& result, std::optional<std::int16_t> only);

}  // namespace msp
