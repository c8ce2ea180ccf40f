// SPDX-License-Identifier: MIT
// A scenario that is asked for without being in the file: members who leave, and members of another file who join.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/read/document.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

struct Leaving {
    std::string member;                // the record of their first stay
    Date last;                         // day present, of all stays
    std::string typed;                 // as it was asked for, to show what is wrong with it
    std::optional<Date> already = {};  // who has left by then: on this day, and nothing changes
};

struct Joining {
    std::string file;           // CSV rows of members, or tables of members and rooms in TOML, YAML or JSON
    std::optional<Date> first;  // day present, instead of what the file says
    std::string typed;
};

struct PeopleScenario {
    std::string id;
    std::string label;
    std::vector<Leaving> leaving;
    std::vector<Joining> joining;
};

// Puts the scenario among those of the document. False where something is wrong with it, which is reported.
[[nodiscard]] bool add_scenario(Document& document, const PeopleScenario& scenario, Sources& sources,
                                Diagnostics& diagnostics);

}  // namespace msp
