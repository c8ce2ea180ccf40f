// SPDX-License-Identifier: MIT
#include <msp/actuals/timing.hpp>

#include <algorithm>
#include <functional>

namespace msp {
namespace {

bool same_sign(Money a, Money b) {
    return a != Money() && b != Money() && a.negative() == b.negative();
}

bool comes_near(Money came, Money due) {
    return same_sign(came, due) && absolute(came) * 2 >= absolute(due) && absolute(came) <= absolute(due) * 2;
}

class Timing {
 public:
    Timing(std::span<const TimedAmount> planned, std::span<const TimedAmount> actual, std::size_t periods,
           std::size_t shown)
        : planned_(planned.begin(), planned.end()),
          actual_(actual.begin(), actual.end()),
          timing_(periods),
          shown_(shown) {}

    std::vector<Money> run() {
        const auto equal = [](Money came, Money due) { return came == due && due != Money(); };
        for (TimedAmount& came : actual_) {
            for (TimedAmount& due : planned_) {
                if (due.period == came.period && equal(came.amount, due.amount)) {
                    came.amount = due.amount = Money();
                    break;
                }
            }
        }
        for (TimedAmount& came : actual_)
            settle(came, equal);
        for (TimedAmount& came : actual_)
            settle_several(came);
        for (std::size_t period = 0; period < timing_.size(); ++period)
            settle_period(period);
        for (TimedAmount& came : actual_)
            settle(came, comes_near);
        for (TimedAmount& came : actual_)
            settle_in_part(came);
        return std::move(timing_);
    }

 private:
    void move(const TimedAmount& due, const TimedAmount& came, Money amount) {
        timing_[due.period] -= amount;
        timing_[came.period] += amount;
    }

    // With the oldest due by then that fits, else the next one.
    template <typename Fits>
    void settle(TimedAmount& came, Fits fits) {
        for (TimedAmount& due : planned_) {
            if (!fits(came.amount, due.amount))
                continue;
            move(due, came, due.amount);
            came.amount = due.amount = Money();
            return;
        }
    }

    void settle_several(TimedAmount& came) {
        for (std::size_t first = 0; first < planned_.size() && came.amount != Money(); ++first) {
            Money sum;
            for (std::size_t i = first; i < planned_.size() && planned_[i].period <= came.period; ++i) {
                sum += planned_[i].amount;
                if (planned_[i].amount == Money() || sum != came.amount)
                    continue;
                for (std::size_t settled = first; settled <= i; ++settled) {
                    move(planned_[settled], came, planned_[settled].amount);
                    planned_[settled].amount = Money();
                }
                came.amount = Money();
                break;
            }
        }
    }

    void settle_period(std::size_t period) {
        const auto sum_in = [period](const std::vector<TimedAmount>& items) {
            Money sum;
            for (const TimedAmount& item : items)
                sum += item.period == period ? item.amount : Money();
            return sum;
        };
        if (!comes_near(sum_in(actual_), sum_in(planned_)))
            return;
        for (std::vector<TimedAmount>* items : {&planned_, &actual_}) {
            for (TimedAmount& item : *items)
                item.amount = item.period == period ? Money() : item.amount;
        }
    }

    void settle_in_part(TimedAmount& came) {
        for (TimedAmount& due : planned_) {
            if (due.period >= shown_ || !same_sign(came.amount, due.amount))
                continue;
            const Money part = absolute(came.amount) < absolute(due.amount) ? came.amount : due.amount;
            move(due, came, part);
            came.amount -= part;
            due.amount -= part;
        }
    }

    std::vector<TimedAmount> planned_;  // what is still due
    std::vector<TimedAmount> actual_;   // what came and is not yet known what for
    std::vector<Money> timing_;
    std::size_t shown_;
};

}  // namespace

std::vector<Money> timing_of(std::span<const TimedAmount> planned, std::span<const TimedAmount> actual,
                             std::size_t periods, std::size_t shown) {
    return Timing(planned, actual, periods, shown).run();
}

}  // namespace msp
