// SPDX-License-Identifier: MIT
// Private to aci: what years said, as far as it still holds in a later one.
#pragma once

#include <msp/law/aci.hpp>
#include <msp/model/aci.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace msp {

// What holds of a year once it says what it says, and keeps the rest from the year before. What was said last stands
// last.
struct Standing {
    // The years in their order.
    void keep(const AciYear& year, const AciText* text);

    std::optional<TypedCount> patients;
    std::optional<TypedCount> associates;
    std::optional<TypedCount> doctors;
    bool ipa = false;
    std::vector<const Reached*> reached;
    std::vector<const TypedPoints*> points;  // of points_text only
    const AciText* points_text = nullptr;
};

// The entry of this very year, if it has one.
template <typename Entry>
[[nodiscard]] const Entry* said_in(const std::vector<Entry>& entries, std::string_view indicator) {
    const auto found = std::ranges::find(entries, indicator, &Entry::indicator);
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace msp
