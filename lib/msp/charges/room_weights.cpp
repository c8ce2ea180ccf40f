// SPDX-License-Identifier: MIT
#include <msp/charges/attendance.hpp>
#include <msp/charges/limits.hpp>
#include <msp/charges/room_weights.hpp>

#include <algorithm>
#include <set>

namespace msp {
namespace {

WholeQuotient metres(Rate surface) {
    return WholeQuotient(surface.digits(), surface.denominator());
}

// The days of `days` on which who bears a room, or how much of one, may change.
std::set<Date> changes(const Budget& budget, EntityIndex entity, const Attendance& attendance, const Window& days) {
    std::set<Date> begins = {days.first};
    const auto add = [&](Date day) {
        if (day > days.first && day <= days.last)
            begins.insert(day);
    };
    for (const Room& room : budget.rooms) {
        if (room.entity != entity)
            continue;
        for (const Occupancy& occupied : room.occupied) {
            add(occupied.first);
            add(occupied.last + 1);
        }
        if (room.leaver_until)
            add(*room.leaver_until + 1);
    }
    for (std::size_t payer = 0; payer < budget.members.size(); ++payer)
        attendance.changes(payer, days, begins);
    return begins;
}

// Days on which nothing changes; or a month, where whoever occupies a room on any day of it does.
class Unchanged {
 public:
    Unchanged(const Budget& budget, const Attendance& attendance, std::optional<Vacancy> vacancy, const Window& days,
              RoomWeights& weights)
        : budget_(budget),
          attendance_(attendance),
          vacancy_(vacancy),
          days_(days),
          weights_(weights),
          own_(budget.payers()),
          bears_(own_),
          since_(budget.payers(), days.first) {}

    // `length` is what the days count for.
    void add(EntityIndex entity, std::int64_t length) {
        std::vector<Empty> empty;
        for (std::size_t i = 0; i < budget_.rooms.size(); ++i) {
            const Room& room = budget_.rooms[i];
            if (room.entity == entity && !room.common)
                occupy(i, empty);
        }
        for (const Empty& each : empty)
            bear(each);
        for (std::size_t i = 0; i < own_.size(); ++i) {
            if (own_[i] != 0 || bears_[i] != 0)
                weights_.of[i] += (own_[i] + bears_[i]) * counts(i) * length;
        }
    }

 private:
    struct Empty {
        std::size_t room;
        WholeQuotient surface;
        const Occupancy* before;  // who left last
    };

    void occupy(std::size_t index, std::vector<Empty>& empty) {
        const Room& room = budget_.rooms[index];
        WholeQuotient rest = metres(room.surface);
        const Occupancy* before = nullptr;
        for (const Occupancy& occupied : room.occupied) {
            if (occupied.last < days_.first && (before == nullptr || occupied.last > before->last))
                before = &occupied;
            if (occupied.first > days_.last || occupied.last < days_.first || counted(room, occupied))
                continue;
            const WholeQuotient part = metres(occupied.surface.value_or(room.surface));
            since_[occupied.payer] =
                own_[occupied.payer] == 0 ? occupied.first : std::min(since_[occupied.payer], occupied.first);
            own_[occupied.payer] += part;
            rest -= part;
        }
        if (rest > 0)
            empty.push_back({index, rest, before});
    }

    // What a day counts for the payer, as on the first one that they occupy a room.
    [[nodiscard]] WholeQuotient counts(std::size_t payer) const {
        return WholeQuotient(attendance_.keeping_a_room(payer, std::max(since_[payer], days_.first)),
                             attendance_.unit());
    }

    // Whether the same payer has the room in the same month already.
    [[nodiscard]] bool counted(const Room& room, const Occupancy& occupied) const {
        return std::any_of(room.occupied.data(), &occupied, [&](const Occupancy& before) {
            return before.payer == occupied.payer && before.first <= days_.last && before.last >= days_.first &&
                   !before.surface && !occupied.surface;
        });
    }

    void bear(const Empty& empty) {
        const Room& room = budget_.rooms[empty.room];
        switch (vacancy_.value_or(room.vacancy)) {
            case Vacancy::all:
                return;  // nobody in particular: it falls on all by what they weigh
            case Vacancy::landlord:
                if (!room.landlord)
                    return nobody(empty, Unborne::no_landlord);
                bears_[*room.landlord] += empty.surface;
                return;
            case Vacancy::leaver:
                if (empty.before != nullptr && days_.first <= room.leaver_until.value_or(days_.first))
                    bears_[empty.before->payer] += empty.surface;
                return;
            case Vacancy::profession:
                return by_profession(empty);
        }
    }

    // Those of the profession, by the surface that they occupy.
    void by_profession(const Empty& empty) {
        const std::string& trade = trade_of(empty);
        if (trade.empty())
            return nobody(empty, Unborne::no_profession);
        WholeQuotient all;
        for (std::size_t i = 0; i < budget_.members.size(); ++i) {
            if (budget_.members[i].trade == trade)
                all += own_[i];
        }
        if (all == 0)
            return nobody(empty, Unborne::nobody_left);
        for (std::size_t i = 0; i < budget_.members.size(); ++i) {
            if (budget_.members[i].trade == trade)
                bears_[i] += empty.surface * own_[i] / all;
        }
    }

    [[nodiscard]] const std::string& trade_of(const Empty& empty) const {
        if (empty.before != nullptr && budget_.is_member(empty.before->payer)) {
            const std::string& trade = budget_.members[empty.before->payer].trade;
            if (!trade.empty())
                return trade;
        }
        return budget_.rooms[empty.room].trade;
    }

    // Consecutive days are told as one.
    void nobody(const Empty& empty, Unborne why) {
        for (EmptyRoom& told : weights_.unborne) {
            if (told.room == empty.room && told.why == why && told.last + 1 == days_.first) {
                told.last = days_.last;
                return;
            }
        }
        weights_.unborne.push_back({empty.room, days_.first, days_.last, why});
    }

    const Budget& budget_;
    const Attendance& attendance_;
    std::optional<Vacancy> vacancy_;
    Window days_;
    RoomWeights& weights_;
    std::vector<WholeQuotient> own_;    // m²
    std::vector<WholeQuotient> bears_;  // m² of empty rooms
    std::vector<Date> since_;           // when the payer came to a room of theirs
};

}  // namespace

RoomWeights room_weights(const Budget& budget, EntityIndex entity, const ShareKey& key, bool relieved,
                         const Window& days) {
    RoomWeights weights = {std::vector<WholeQuotient>(budget.payers()), {}};
    const Attendance attendance(budget, key, relieved);
    if (key.prorata == Prorata::month) {
        for (Month month = Month::of(days.first); month.first() <= days.last; month = month + 1) {
            const Window part = {std::max(days.first, month.first()), std::min(days.last, month.last())};
            Unchanged(budget, attendance, key.vacancy, part, weights).add(entity, 1);
        }
        return weights;
    }
    for (const Window& part : windows_from(changes(budget, entity, attendance, days), days.last)) {
        Unchanged(budget, attendance, key.vacancy, part, weights).add(entity, part.last - part.first + 1);
    }
    return weights;
}

}  // namespace msp
