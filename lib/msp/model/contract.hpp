// SPDX-License-Identifier: MIT
// A contract with a supplier: how long it runs, and by when it has to be given notice of.
#pragma once

#include <msp/model/reminders.hpp>

#include <optional>
#include <string>

namespace msp {

struct Contract {
    std::string id;
    std::string label;
    std::string supplier;
    EntityIndex entity = 0;
    std::optional<ItemIndex> item;  // what it costs, or brings
    std::optional<Date> start;
    std::optional<Date> end;       // the last day of a term; absent: it runs on
    std::optional<Delay> notice;   // before the end
    std::optional<Delay> renewal;  // by so much, unless notice is given; absent: it ends
    std::string index;             // what its price follows, as typed
    std::optional<Alarms> alarms;  // of its days, in place of what the calendar says
    Place place;

    friend bool operator==(const Contract&, const Contract&) = default;
};

}  // namespace msp
