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

// `late` moves what is still to come.
void aci_movements(const Budget& budget, const Law& law, const Delay& late, const Window& window,
                   const MovementSink& sink, Trace* trace);

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

// The same movements as a list, by date. Those of an exercise sum to its remuneration, unless what is typed says
// otherwise.
[[nodiscard]] std::vector<AciDue> aci_schedule(const Budget& budget, const Law& law);

// What contradicts itself or cannot be computed: the errors of aci_facts(); money expected before the account opens and
// not received (an error, for it would be lost); advance and balance that do not make the year's remuneration; as
// warnings more received than notified, an advance beyond the year's remuneration, and what should have come by the
// as-of day.
void check_aci(const Budget& budget, const Law& law, AciYears which, std::optional<Date> as_of,
               Diagnostics& diagnostics);

}  // namespace msp
