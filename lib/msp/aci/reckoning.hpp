// SPDX-License-Identifier: MIT
// The ACI of one budget, computed once for all that is asked of it: movements, checks, gaps, notes.
#pragma once

#include <msp/aci/schedule.hpp>
#include <msp/aci/settled.hpp>

#include <cstdint>
#include <vector>

namespace msp {

// Points into the budget and the law that it was made from, which have to outlive it. They may be moved, not copied:
// what it points to stays where it is. Empty where the budget says nothing of the ACI.
class AciReckoning {
 public:
    AciReckoning(const Budget& budget, const Law& law);
    AciReckoning(AciReckoning&&) = default;
    AciReckoning& operator=(AciReckoning&&) = default;
    AciReckoning(const AciReckoning&) = delete;
    AciReckoning& operator=(const AciReckoning&) = delete;
    ~AciReckoning() = default;

    // Of the years of which something is left to the rules.
    [[nodiscard]] const std::vector<AciFacts>& facts() const { return facts_; }
    // Null where the year is not one of them.
    [[nodiscard]] const AciRemuneration* computed(std::int16_t year) const;
    // All years of the budget.
    [[nodiscard]] const std::vector<Settled>& years() const { return years_; }
    // Their advances and balances as a list, and what they come to.
    [[nodiscard]] const AciSchedule& schedule() const { return schedule_; }
    // The errors and warnings of aci_facts(), for check_aci().
    [[nodiscard]] const Diagnostics& problems() const { return problems_; }

 private:
    Diagnostics problems_;
    std::vector<AciFacts> facts_;
    std::vector<Settled> years_;
    AciSchedule schedule_;
};

// The movements of the schedule within the window; `late` moves what is still to come.
void aci_movements(const Budget& budget, const AciReckoning& aci, const Delay& late, const Window& window,
                   const MovementSink& sink, Trace* trace);

// What contradicts itself or cannot be computed: the errors of aci_facts(); money expected before the account opens and
// not received (an error, for it would be lost); a typed advance or balance that is more than the typed year, or that
// do not make it together; as warnings more received than notified, an advance paid beyond the year's remuneration, a
// receiver that is no SISA, and what should have come by the as-of day.
void check_aci(const Budget& budget, const AciReckoning& aci, std::optional<Date> as_of, Diagnostics& diagnostics);
// What should have come before the account opens, and is not said to have: only books would tell.
void check_before_opening(const Budget& budget, const AciReckoning& aci, Diagnostics& diagnostics);

}  // namespace msp
