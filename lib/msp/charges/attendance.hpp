// SPDX-License-Identifier: MIT
// Private to charges: how much of some days counts for a payer by a key: the days on which they are there, a part of
// those on which they are away and still pay, and, where it is asked for, what exemptions and a newcomer's ramp leave.
// By month, each calendar month on which they are there at all counts once, as on the first such day of it.
#pragma once

#include <msp/charges/whole.hpp>
#include <msp/model/budget.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

namespace msp {

class Attendance {
 public:
    Attendance(const Budget& budget, const ShareKey& key, bool relieved);

    // What a whole day counts.
    [[nodiscard]] const Whole& unit() const { return unit_; }
    // Of a member or third party; a third party is always there.
    [[nodiscard]] Whole days(std::size_t payer, const Window& days) const;
    // The value on each day, times what the day counts; of rates in units of their last decimal.
    [[nodiscard]] Whole summed(const Timeline<Rate>& values, std::size_t payer, const Window& days) const;
    [[nodiscard]] Whole summed(const Timeline<Whole>& values, std::size_t payer, const Window& days) const;
    // A value that is nobody's.
    [[nodiscard]] Whole summed(const auto& values, const Window& days) const {
        return summed(values, budget_.payers(), days);
    }

    // What a day counts for who keeps a room, whether they are there or not.
    [[nodiscard]] Whole keeping_a_room(std::size_t payer, Date day) const;
    // Adds the days within `days` on which that changes.
    void changes(std::size_t payer, const Window& days, std::set<Date>& found) const;

 private:
    [[nodiscard]] const Member& member(std::size_t payer) const {
        return budget_.is_member(payer) ? budget_.members[payer] : nobody_;
    }
    template <typename Value>
    [[nodiscard]] Whole added(std::size_t payer, const Timeline<Value>* values, const Window& days) const;
    template <typename Value>
    [[nodiscard]] Whole by_day(std::size_t payer, const Timeline<Value>* values, const Window& days) const;
    template <typename Value>
    [[nodiscard]] Whole by_month(std::size_t payer, const Timeline<Value>* values, const Window& days) const;
    // On a day between their first and last.
    [[nodiscard]] Whole counts(std::size_t payer, Date day, std::optional<Rate> away) const;
    // Nothing of who is there.
    [[nodiscard]] std::optional<Rate> paid_while(const Absence* away, Date day) const;
    // Nothing where neither the absence nor the key says it.
    [[nodiscard]] std::optional<Rate> part_paid(const Absence& away, Date day) const;
    [[nodiscard]] Date ramp_begins(const Member& member) const;

    const Budget& budget_;
    const ShareKey& key_;
    const Member nobody_;
    bool relieved_;
    bool in_parts_;  // a day may count but a part
    Whole unit_ = 1;
};

}  // namespace msp
