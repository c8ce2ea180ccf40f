// SPDX-License-Identifier: MIT
#include <msp/calendar/due_name.hpp>

namespace msp {

std::string uid_of(const DueName& name) {
    std::string uid;
    for (const std::string& part : name.parts)
        uid += (uid.empty() ? "" : "/") + part;
    uid += '@';
    if (!name.scenario.empty())
        uid += name.scenario + ".scenario.";
    return uid + name.entity + (name.siren ? ".msp-forecast" : ".entity.msp-forecast");
}

}  // namespace msp
