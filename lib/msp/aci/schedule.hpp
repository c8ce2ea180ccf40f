// SPDX-License-Identifier: MIT
// The advance and the balance of each exercise as due items: typed, or computed where nothing is typed. What has come
// is a fact; what is left of an item's amount is planned on its expected day, unless it is closed.
#pragma once

#include <msp/aci/facts.hpp>
#include <msp/model/trace.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

enum class AciStatus : std::uint8_t { computed, assumed, notified, paid };
[[nodiscard]] std::string_view id_of(AciStatus status);

struct AciDue {
    Date date;
    Part kind = Part::advance;  // advance, balance or recovery
    std::int16_t exercise = 0;
    Money amount;  // a recovery is negative
    AciStatus status = AciStatus::computed;
    std::string basis;  // "60 % x 73192.00", "75000.00 - 43915.20", "typed"
};

// What an exercise's advance or balance comes to, whether typed, computed or received; a balance with what is recovered
// of it.
struct AciShare {
    Money amount;
    Money open;              // still to come; less than nothing: to be held back
    Date day;                // of that, else of the recovery, else of the last that came
    bool paid_back = false;  // on that day, not held back
};

struct AciSettlement {
    std::int16_t year = 0;
    AciShare advance;
    AciShare balance;
    Money recovery;           // of the advance; not positive
    Money total;              // of all three
    bool from_parts = false;  // the year is not typed, and follows from an advance and a balance that are
};

// The movements of the ACI as a list, and what they come to. Those of an exercise sum to its remuneration, unless what
// is typed says otherwise.
struct AciSchedule {
    std::vector<AciDue> dues;          // by date
    std::vector<AciSettlement> years;  // by year
};

// When the advance or balance of a year is paid: as the user expects it, or on the latest day, moved by AciPayday.
[[nodiscard]] Date aci_expected_day(const Aci& aci, const Law& law, const AciYear& year, Part part);

}  // namespace msp
