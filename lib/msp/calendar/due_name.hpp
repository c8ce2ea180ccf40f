// SPDX-License-Identifier: MIT
// Names of days in calendars (UID). A calendar that is imported again is mended by them, so that they stay what they
// are: other names for the same days would double every day that was imported before.
#pragma once

#include <string>
#include <vector>

namespace msp {

// Two that differ have names that differ: no id holds what stands between them.
struct DueName {
    std::vector<std::string> parts;  // what it is, of what, and which: each an id, ids with points, or a period
    std::string scenario = {};       // empty: the base
    std::string entity = {};         // an id, or a SIREN: ids such as main are of many budgets
    bool siren = false;

    friend auto operator<=>(const DueName&, const DueName&) = default;
};
[[nodiscard]] std::string uid_of(const DueName& name);

}  // namespace msp
