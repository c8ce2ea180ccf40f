// SPDX-License-Identifier: MIT
// Who pays beside the members, and the rooms of a building: who occupies them, and who bears one that stands empty.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/model/line.hpp>
#include <msp/money/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// A tenant, a session worker, a town, a landlord: no member, whatever they pay. What they pay is income of the entity.
struct ThirdParty {
    std::string id;
    std::string label;
    CategoryIndex category = 0;        // of what they pay, in the plan
    std::vector<std::string> incomes;  // ids of incomes of the budget that are what they pay
    Place place;
    Place incomes_place;

    friend bool operator==(const ThirdParty&, const ThirdParty&) = default;
};

// Who bears a room that stands empty: a third party; whoever occupies another room; those of the profession; who left.
enum class Vacancy : std::uint8_t { landlord, all, profession, leaver };

struct Occupancy {
    std::size_t payer = 0;  // of the budget
    Date first;
    Date last;
    std::optional<Rate> surface;  // absent: the whole room
    Place place;

    friend bool operator==(const Occupancy&, const Occupancy&) = default;
};

struct Room {
    std::string id;
    std::string label;
    EntityIndex entity = 0;
    Rate surface;         // m²
    bool common = false;  // used by all: it follows the others
    std::vector<Occupancy> occupied;
    Vacancy vacancy = Vacancy::all;
    std::optional<std::size_t> landlord;  // a payer
    std::string trade;                    // folded profession; of a room that nobody with one has left
    std::optional<Date> leaver_until;     // last day that who left bears it, then as all; absent: while it stands empty
    Place place;

    friend bool operator==(const Room&, const Room&) = default;
};

}  // namespace msp
