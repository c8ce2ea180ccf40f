// SPDX-License-Identifier: MIT
// The people of a budget, one dated record each.
#pragma once

#include <msp/dates/timeline.hpp>
#include <msp/model/line.hpp>
#include <msp/money/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// A figure of a member by which charges can be shared: surface, or one that the user names.
struct MemberCount {
    std::string counter;
    Timeline<Rate> values;

    friend bool operator==(const MemberCount&, const MemberCount&) = default;
};

struct Absence {
    Date first;
    std::optional<Date> last;       // absent: until they leave
    std::optional<Rate> pays = {};  // of what they would bear if they were there; absent: as the key has it

    friend bool operator==(const Absence&, const Absence&) = default;
};

// One dated record a stay, for the programs that count and share.
struct Member {
    std::string id;
    std::string name;
    std::string profession;  // as typed
    std::string trade;       // the same folded, as the list of professions has it
    std::string account;     // their own in the books, beside a common one
    EntityIndex entity = 0;
    std::optional<std::size_t> first_stay;  // of who has been here before: the record of that
    std::optional<Date> in;
    std::optional<Date> out;        // last day present
    std::optional<Date> leaves;     // the last of all stays, after which rooms that are let to them are free
    std::optional<bool> associate;  // absent: as the profession has it
    bool employee = false;          // of one of the entities
    std::optional<std::int64_t> patients;
    std::vector<MemberCount> counts;  // each counter once
    std::vector<Absence> absences;    // by day, none within another
    Place place;
    Place profession_place;
    Place employee_place;

    // A stay that they leave before does not take place: it ends on the eve of its first day.
    [[nodiscard]] bool comes() const { return !in || !out || *in <= *out; }

    friend bool operator==(const Member&, const Member&) = default;
};

}  // namespace msp
