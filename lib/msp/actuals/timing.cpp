// SPDX-License-Identifier: MIT
#include <msp/actuals/nearness.hpp>
#include <msp/actuals/timing.hpp>

#include <algorithm>
#include <functional>
#include <map>

namespace msp {
namespace {

class Timing {
 public:
    Timing(std::span<const TimedAmount> planned, std::span<const TimedAmount> actual, std::size_t periods,
           std::size_t shown)
        : planned_(planned.begin(), planned.end()),
          actual_(actual.begin(), actual.end()),
          periods_(periods),
          shown_(shown) {}

    std::vector<TimedMove> run() {
        const auto equal = [](Money came, Money due) { return came == due && due != Money(); };
        for (TimedAmount& came : actual_) {
            for (TimedAmount& due : planned_) {
                if (due.period == came.period && equal(came.amount, due.amount)) {
                    came.amount = due.amount = Money();
                    break;
                }
            }
        }
        leave_out_refunded();
        for (TimedAmount& came : actual_)
            settle(came, [&](const TimedAmount& item, const TimedAmount& due) {
                return equal(item.amount, due.amount) && !comes_in_its_period(due);
            });
        for (TimedAmount& came : actual_)
            settle_several(came);
        for (TimedAmount& due : planned_)
            settle_with_several(due);
        for (std::size_t period = 0; period < periods_; ++period)
            settle_period(period);
        for (TimedAmount& came : actual_)
            settle(came,
                   [](const TimedAmount& item, const TimedAmount& due) { return comes_near(item.amount, due.amount); });
        for (TimedAmount& came : actual_)
            settle_in_part(came);
        for (const auto& [due, last] : begun_)
            add(TimedKind::lacking, planned_, due, last, planned_[due].amount);
        return std::move(moves_);
    }

 private:
    void add(TimedKind kind, const std::vector<TimedAmount>& among, std::size_t from, std::size_t to, Money amount) {
        if (among[from].period != actual_[to].period && amount != Money())
            moves_.push_back({kind, from, to, amount});
    }

    void move(const TimedAmount& due, const TimedAmount& came, Money amount) {
        add(TimedKind::came, planned_, due_index(due), came_index(came), amount);
    }

    void leave_out_refunded() {
        for (std::size_t i = 0; i < actual_.size(); ++i) {
            for (std::size_t j = i + 1; j < actual_.size() && actual_[i].amount != Money(); ++j) {
                if (actual_[j].amount != -actual_[i].amount)
                    continue;
                add(TimedKind::back, actual_, j, i, actual_[i].amount);
                actual_[i].amount = actual_[j].amount = Money();
            }
        }
    }

    // With the oldest due by then that fits, else the next one. What it lacks may still come.
    template <typename Fits>
    void settle(TimedAmount& came, Fits fits) {
        for (TimedAmount& due : planned_) {
            if (!fits(came, due))
                continue;
            const bool in_part = absolute(came.amount) < absolute(due.amount);
            const Money part = in_part ? came.amount : due.amount;
            move(due, came, part);
            due.amount -= part;
            came.amount = Money();
            if (in_part)
                begun_[due_index(due)] = came_index(came);
            return;
        }
    }

    // They stand in the order of their days.
    [[nodiscard]] static std::span<const TimedAmount> of_period(const std::vector<TimedAmount>& items,
                                                                std::size_t period) {
        return {std::ranges::lower_bound(items, period, {}, &TimedAmount::period),
                std::ranges::upper_bound(items, period, {}, &TimedAmount::period)};
    }

    [[nodiscard]] bool comes_in_its_period(const TimedAmount& due) const {
        return std::ranges::any_of(of_period(actual_, due.period),
                                   [&](const TimedAmount& came) { return comes_close(came.amount, due.amount); });
    }

    [[nodiscard]] bool is_due_besides(const TimedAmount& due, std::size_t period) const {
        return period != due.period && std::ranges::any_of(of_period(planned_, period), [&](const TimedAmount& other) {
                   return same_sign(other.amount, due.amount);
               });
    }

    [[nodiscard]] std::size_t due_index(const TimedAmount& due) const {
        return static_cast<std::size_t>(&due - planned_.data());
    }
    [[nodiscard]] std::size_t came_index(const TimedAmount& came) const {
        return static_cast<std::size_t>(&came - actual_.data());
    }

    void settle_several(TimedAmount& came) {
        for (std::size_t first = 0; first < planned_.size() && came.amount != Money(); ++first) {
            Money sum;
            for (std::size_t i = first; i < planned_.size() && planned_[i].period <= came.period; ++i) {
                if (comes_in_its_period(planned_[i]))
                    break;
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

    void settle_with_several(TimedAmount& due) {
        for (std::size_t first = 0; first < actual_.size() && due.amount != Money() && due.period < shown_; ++first) {
            if (actual_[first].period != due.period && comes_in_its_period(due))
                continue;
            Money sum;
            for (std::size_t i = first; i < actual_.size(); ++i) {
                if (actual_[i].amount != Money() && is_due_besides(due, actual_[i].period))
                    break;
                sum += actual_[i].amount;
                if (actual_[first].amount == Money() || actual_[i].amount == Money() || sum != due.amount)
                    continue;
                for (std::size_t part = first; part <= i; ++part) {
                    move(due, actual_[part], actual_[part].amount);
                    actual_[part].amount = Money();
                }
                due.amount = Money();
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
            const Money part = smaller(came.amount, due.amount);
            move(due, came, part);
            came.amount -= part;
            due.amount -= part;
            if (const auto begun = begun_.find(due_index(due)); begun != begun_.end())
                begun->second = came_index(came);
        }
    }

    std::vector<TimedAmount> planned_;          // what is still due
    std::vector<TimedAmount> actual_;           // what came and is not yet known what for
    std::map<std::size_t, std::size_t> begun_;  // due items that came in part, and their last part
    std::vector<TimedMove> moves_;
    std::size_t periods_;
    std::size_t shown_;
};

}  // namespace

std::vector<TimedMove> timed_moves(std::span<const TimedAmount> planned, std::span<const TimedAmount> actual,
                                   std::size_t periods, std::size_t shown) {
    return Timing(planned, actual, periods, shown).run();
}

std::vector<Money> timing_of(std::span<const TimedAmount> planned, std::span<const TimedAmount> actual,
                             std::size_t periods, std::size_t shown) {
    std::vector<Money> timing(periods);
    for (const TimedMove& move : timed_moves(planned, actual, periods, shown)) {
        timing[(move.kind == TimedKind::back ? actual : planned)[move.from].period] -= move.amount;
        timing[actual[move.to].period] += move.amount;
    }
    return timing;
}

}  // namespace msp
