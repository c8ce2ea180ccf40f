// SPDX-License-Identifier: MIT
#include <msp/actuals/nearness.hpp>
#include <msp/actuals/settling.hpp>

#include <algorithm>
#include <optional>

namespace msp {
namespace {

class Settler {
 public:
    Settler(std::span<const ExpectedAmount> dues, std::span<const CameAmount> came, Date until)
        : dues_(dues), came_(came), until_(until) {
        for (const ExpectedAmount& due : dues)
            made_.open.push_back(due.amount);
        for (const CameAmount& each : came)
            made_.left.push_back(each.amount);
    }

    PaidParts run() {
        each_left([this](std::size_t i) { pay_equal_of_month(i); });
        each_left([this](std::size_t i) { pay_equal(i); });
        each_left([this](std::size_t i) { pay_several(i); });
        each_month();
        each_left([this](std::size_t i) { pay_near(i); });
        each_left([this](std::size_t i) { pay_in_part(i); });
        return std::move(made_);
    }

 private:
    template <typename Pay>
    void each_left(Pay pay) {
        for (std::size_t i = 0; i < came_.size(); ++i) {
            if (made_.left[i] != Money())
                pay(i);
        }
    }

    [[nodiscard]] Month month_of(std::size_t came) const { return Month::of(came_[came].day); }
    [[nodiscard]] bool untouched(std::size_t due) const {
        return made_.open[due] == dues_[due].amount && made_.open[due] != Money();
    }

    void pay(std::size_t due, std::size_t came, Money amount) {
        made_.parts.push_back({due, came, amount});
        made_.left[came] -= amount;
        made_.open[due] -= amount;
    }

    // With all that came; nothing of it is open then.
    void pay_off(std::size_t due, std::size_t came) {
        pay(due, came, made_.left[came]);
        made_.open[due] = Money();
    }

    void pay_equal_of_month(std::size_t came) {
        for (std::size_t due = 0; due < dues_.size(); ++due) {
            if (Month::of(dues_[due].day) == month_of(came) && untouched(due) && made_.open[due] == made_.left[came])
                return pay_off(due, came);
        }
    }

    void pay_equal(std::size_t came) {
        for (std::size_t due = 0; due < dues_.size(); ++due) {
            if (!untouched(due))
                continue;
            if (made_.open[due] == made_.left[came])
                return pay_off(due, came);
            if (Month::of(dues_[due].day) > month_of(came))
                return;  // the next one due is another amount
        }
    }

    void pay_several(std::size_t came) {
        for (std::size_t first = 0; first < dues_.size(); ++first) {
            Money sum;
            for (std::size_t i = first; i < dues_.size() && Month::of(dues_[i].day) <= month_of(came); ++i) {
                if (!untouched(i))
                    continue;
                sum += made_.open[i];
                if (sum != made_.left[came])
                    continue;
                for (std::size_t due = first; due <= i; ++due) {
                    if (untouched(due))
                        pay(due, came, made_.open[due]);
                }
                return;
            }
        }
    }

    void each_month() {
        for (std::size_t i = 0; i < came_.size(); ++i) {
            if (i != 0 && month_of(i) == month_of(i - 1))
                continue;
            pay_month(month_of(i), true);   // what has fallen due
            pay_month(month_of(i), false);  // what will
        }
    }

    void pay_month(Month month, bool fallen) {
        std::vector<std::size_t> dues;
        Money due_sum;
        for (std::size_t due = 0; due < dues_.size(); ++due) {
            if (Month::of(dues_[due].day) == month && (dues_[due].day <= until_) == fallen &&
                made_.open[due] != Money()) {
                dues.push_back(due);
                due_sum += made_.open[due];
            }
        }
        std::vector<std::size_t> came;
        Money came_sum;
        for (std::size_t i = 0; i < came_.size(); ++i) {
            if (month_of(i) == month && same_sign(made_.left[i], due_sum)) {
                came.push_back(i);
                came_sum += made_.left[i];
            }
        }
        if (!comes_near(came_sum, due_sum))
            return;
        for (const std::size_t i : came)
            spread(i, dues);
        for (const std::size_t due : dues) {
            const bool whole = fallen && dues_[due].kind == DueKind::typed && is_about(came_sum, due_sum);
            if (whole || dues_[due].kind == DueKind::computed)
                made_.open[due] = Money();
        }
    }

    // Over the nearest amounts first; what is more than all of them goes with the last.
    void spread(std::size_t came, const std::vector<std::size_t>& dues) {
        std::optional<std::size_t> last;
        while (made_.left[came] != Money()) {
            std::optional<std::size_t> nearest;
            for (const std::size_t due : dues) {
                if (same_sign(made_.open[due], made_.left[came]) &&
                    (!nearest || distance(due, came) < distance(*nearest, came)))
                    nearest = due;
            }
            if (!nearest)
                break;
            last = nearest;
            pay(*nearest, came, smaller(made_.open[*nearest], made_.left[came]));
        }
        if (made_.left[came] == Money())
            return;
        const std::size_t with = last.value_or(dues.back());
        const Money open = made_.open[with];
        pay(with, came, made_.left[came]);
        made_.open[with] = open;
    }

    // Whether nothing more is to be expected of a due amount near to which something came.
    [[nodiscard]] static bool is_enough(DueKind kind, Money came, Money due) {
        if (kind == DueKind::claim)
            return absolute(came) >= absolute(due);
        return kind == DueKind::computed || is_about(came, due);
    }

    [[nodiscard]] Money distance(std::size_t due, std::size_t came) const {
        return absolute(made_.open[due] - made_.left[came]);
    }

    void pay_near(std::size_t came) {
        for (std::size_t due = 0; due < dues_.size(); ++due) {
            const bool later = Month::of(dues_[due].day) > month_of(came);
            if (!untouched(due))
                continue;
            const DueKind kind = dues_[due].kind;
            if ((!later || kind == DueKind::computed) && comes_near(made_.left[came], made_.open[due]) &&
                is_enough(kind, made_.left[came], made_.open[due]))
                return pay_off(due, came);
            if (later)
                return;
        }
    }

    void pay_in_part(std::size_t came) {
        for (const bool of_month : {true, false}) {
            for (std::size_t due = 0; due < dues_.size() && made_.left[came] != Money(); ++due) {
                const Month month = Month::of(dues_[due].day);
                if ((of_month ? month == month_of(came) : month < month_of(came)) &&
                    same_sign(made_.open[due], made_.left[came]))
                    pay(due, came, smaller(made_.open[due], made_.left[came]));
            }
        }
    }

    std::span<const ExpectedAmount> dues_;
    std::span<const CameAmount> came_;
    Date until_;
    PaidParts made_;
};

}  // namespace

PaidParts settle(std::span<const ExpectedAmount> dues, std::span<const CameAmount> came, Date until) {
    return Settler(dues, came, until).run();
}

}  // namespace msp
