// SPDX-License-Identifier: MIT
#include <msp/charges/room_weights.hpp>

#include <algorithm>
#include <set>

namespace msp {
namespace {

using boost::multiprecision::cpp_rational;

cpp_rational metres(Rate surface) {
    return {surface.digits(), surface.denominator()};
}

// The days of `days` on which who bears a room may change.
std::set<Date> changes(const Budget& budget, EntityIndex entity, const Window& days) {
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
    return begins;
}

// Days on which nothing changes.
class Unchanged {
 public:
    Unchanged(const Budget& budget, std::optional<Vacancy> vacancy, const Window& days, RoomWeights& weights)
        : budget_(budget), vacancy_(vacancy), days_(days), weights_(weights), own_(budget.payers()), bears_(own_) {}

    void add(EntityIndex entity) {
        std::vector<Empty> empty;
        for (std::size_t i = 0; i < budget_.rooms.size(); ++i) {
            const Room& room = budget_.rooms[i];
            if (room.entity == entity && !room.common)
                occupy(i, empty);
        }
        for (const Empty& each : empty)
            bear(each);
        const std::int64_t length = days_.last - days_.first + 1;
        for (std::size_t i = 0; i < own_.size(); ++i)
            weights_.of[i] += (own_[i] + bears_[i]) * length;
    }

 private:
    struct Empty {
        std::size_t room;
        cpp_rational surface;
        const Occupancy* before;  // who left last
    };

    void occupy(std::size_t index, std::vector<Empty>& empty) {
        const Room& room = budget_.rooms[index];
        cpp_rational rest = metres(room.surface);
        const Occupancy* before = nullptr;
        for (const Occupancy& occupied : room.occupied) {
            if (occupied.last < days_.first && (before == nullptr || occupied.last > before->last))
                before = &occupied;
            if (occupied.first > days_.first || occupied.last < days_.first)
                continue;
            const cpp_rational part = metres(occupied.surface.value_or(room.surface));
            own_[occupied.payer] += part;
            rest -= part;
        }
        if (rest > 0)
            empty.push_back({index, rest, before});
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
        cpp_rational all;
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
    std::optional<Vacancy> vacancy_;
    Window days_;
    RoomWeights& weights_;
    std::vector<cpp_rational> own_;    // m²
    std::vector<cpp_rational> bears_;  // m² of empty rooms
};

}  // namespace

RoomWeights room_weights(const Budget& budget, EntityIndex entity, std::optional<Vacancy> vacancy, const Window& days) {
    RoomWeights weights = {std::vector<cpp_rational>(budget.payers()), {}};
    const std::set<Date> begins = changes(budget, entity, days);
    for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
        const auto next = std::next(begin);
        const Window unchanged = {*begin, next == begins.end() ? days.last : *next - 1};
        Unchanged(budget, vacancy, unchanged, weights).add(entity);
    }
    return weights;
}

}  // namespace msp
