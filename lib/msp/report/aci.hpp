// SPDX-License-Identifier: MIT
// The ACI of a budget, computed.
#pragma once

#include <msp/aci/readings.hpp>
#include <msp/aci/remuneration.hpp>
#include <msp/plan/case.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {

struct AciYearResult {
    AciFacts facts;
    AciRemuneration paid;
    std::vector<AciReading> readings;
};

// A case, computed; its schedule is that of `aci`.
struct AciResult : Case {
    explicit AciResult(Case of) : Case(std::move(of)) {}

    std::vector<AciYearResult> years;

    // The ACI's.
    [[nodiscard]] const Entity& entity() const { return budget.entities[budget.banks[budget.aci->bank].entity]; }
    // Null where it is not computed.
    [[nodiscard]] const AciYearResult* year(std::int16_t year) const;
    // What a year of the budget comes to by the schedule.
    [[nodiscard]] const AciSettlement& settlement(std::int16_t year) const;
    // What the user typed of it.
    [[nodiscard]] const AciYear& typed(std::int16_t year) const;
};

inline constexpr int point_places = 6;  // of points in CSV and JSON, which have the exact value beside them
inline constexpr int shown_places = 2;  // on a page

// The axis and the class as CSV and JSON have them.
[[nodiscard]] const std::string& axis_id(const AciText& text, std::size_t indicator);
// A line's confidence as CSV and JSON have it: assumed, typed, confirmed, single, inferred, unknown.
[[nodiscard]] std::string_view confidence_id(const AciRemuneration& paid, const AciLine& line);
[[nodiscard]] std::string_view majoration_confidence_id(const AciRemuneration& paid);
[[nodiscard]] std::string_view id_of(Fulfilment reached);

// "MSP des Tilleuls — ACI payée en juillet"
[[nodiscard]] std::string aci_title(const AciResult& result);

}  // namespace msp
