// SPDX-License-Identifier: MIT
// What an asset loses by use in an exercise, a charge that nobody pays: an amount that is typed, or straight line.
#pragma once

#include <msp/model/line.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace msp {

struct Depreciation {
    std::string id;
    std::string label;
    EntityIndex entity = 0;
    Money amount;                       // of each exercise, or the cost of what is written off over so many years
    Date from;                          // in service
    std::optional<Date> until;          // of an amount an exercise, its last day
    std::optional<std::int64_t> years;  // straight line; absent: the amount of each exercise
    Place place;

    friend bool operator==(const Depreciation&, const Depreciation&) = default;
};

}  // namespace msp
