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
        : dues_(dues), came_(came), until_(until), beyond_(came.size()) {
        for (const ExpectedAmount& due : dues) {
            made_.open.push_back(due.amount);
            due_months_.push_back(Month::of(due.day));
        }
        for (const CameAmount& each : came) {
            made_.left.push_back(each.amount);
            came_months_.push_back(Month::of(each.day));
        }
    }

    PaidParts run() {
        each_left([this](std::size_t i) { pay_equal_of_month(i); });
        each_left([this](std::size_t i) { pay_equal(i); });
        each_left([this](std::size_t i) { pay_several(i); });
        each_month();
        each_left([this](std::size_t i) { pay_near(i); });
        each_left([this](std::size_t i) { pay_early(i); });
        each_left([this](std::size_t i) { keep_beyond(i); });
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

    [[nodiscard]] Month month_of(std::size_t came) const { return came_months_[came]; }
    [[nodiscard]] bool untouched(std::size_t due) const {
        return made_.open[due] == dues_[due].amount && made_.open[due] != Money();
    }

    // The rest of an amount that is more than was due, and the part of it that was due.
    struct Beyond {
        std::size_t due = 0;
        std::optional<std::size_t> part;
    };

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
        constexpr std::int32_t late_days = 10;
        std::optional<std::size_t> next;
        for (std::size_t due = 0; due < dues_.size(); ++due) {
            const std::int32_t late = came_[came].day - dues_[due].day;
            const bool of_month = due_months_[due] == month_of(came);
            if (!untouched(due) || made_.open[due] != made_.left[came] ||
                !(of_month || (0 <= late && late <= late_days)))
                continue;
            if (late >= 0)
                return pay_off(due, came);
            next = next ? next : due;
        }
        if (next)
            pay_off(*next, came);
    }

    void pay_equal(std::size_t came) {
        for (std::size_t due = 0; due < dues_.size(); ++due) {
            if (!untouched(due))
                continue;
            if (made_.open[due] == made_.left[came])
                return pay_off(due, came);
            if (due_months_[due] > month_of(came))
                return;  // the next one due is another amount
        }
    }

    // Of several that a payment is the sum of.
    [[nodiscard]] bool may_be_one(std::size_t due, std::size_t came) const {
        return untouched(due) && same_sign(made_.open[due], came_[came].amount);
    }

    void pay_several(std::size_t came) {
        for (std::size_t first = 0; first < dues_.size(); ++first) {
            Money sum;
            for (std::size_t i = first; i < dues_.size() && (due_months_[i] <= month_of(came) || is_soon(i, came));
                 ++i) {
                if (!may_be_one(i, came))
                    continue;
                sum += made_.open[i];
                if (absolute(sum) > absolute(made_.left[came]))
                    break;
                if (sum != made_.left[came])
                    continue;
                for (std::size_t due = first; due <= i; ++due) {
                    if (may_be_one(due, came))
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
            for (const bool negative : {false, true}) {
                pay_month(month_of(i), negative, true);   // what has fallen due
                pay_month(month_of(i), negative, false);  // what will
            }
        }
    }

    void pay_month(Month month, bool negative, bool fallen) {
        std::vector<std::size_t> dues;
        Money due_sum;
        for (std::size_t due = 0; due < dues_.size(); ++due) {
            if (due_months_[due] == month && (dues_[due].day <= until_) == fallen && made_.open[due] != Money() &&
                made_.open[due].negative() == negative) {
                dues.push_back(due);
                due_sum += made_.open[due];
            }
        }
        std::vector<std::size_t> came;
        Money came_sum;
        const auto [from, end] = std::equal_range(came_months_.begin(), came_months_.end(), month);
        for (auto each = from; each != end; ++each) {
            const auto i = static_cast<std::size_t>(each - came_months_.begin());
            if (same_sign(made_.left[i], due_sum)) {
                came.push_back(i);
                came_sum += made_.left[i];
            }
        }
        if (!comes_near(came_sum, due_sum))
            return;
        for (const std::size_t i : came)
            spread(i, dues);
        for (const std::size_t due : dues) {
            const bool whole = fallen && dues_[due].kind == ExpectedKind::typed && is_about(came_sum, due_sum);
            if (whole || dues_[due].kind == ExpectedKind::computed)
                made_.open[due] = Money();
        }
    }

    // Over the nearest amounts first.
    void spread(std::size_t came, const std::vector<std::size_t>& dues) {
        Beyond last = {dues.back(), {}};
        while (made_.left[came] != Money()) {
            std::optional<std::size_t> nearest;
            for (const std::size_t due : dues) {
                if (same_sign(made_.open[due], made_.left[came]) &&
                    (!nearest || distance(due, came) < distance(*nearest, came)))
                    nearest = due;
            }
            if (!nearest)
                break;
            pay(*nearest, came, smaller(made_.open[*nearest], made_.left[came]));
            last = {*nearest, made_.parts.size() - 1};
        }
        if (made_.left[came] != Money())
            beyond_[came] = last;
    }

    // Whether nothing more is to be expected of a due amount near to which something came.
    [[nodiscard]] static bool is_enough(ExpectedKind kind, Money came, Money due) {
        if (kind == ExpectedKind::claim)
            return absolute(came) >= absolute(due);
        return kind == ExpectedKind::computed || is_about(came, due);
    }

    [[nodiscard]] Money distance(std::size_t due, std::size_t came) const {
        return absolute(made_.open[due] - made_.left[came]);
    }

    void pay_near(std::size_t came) {
        for (std::size_t due = 0; due < dues_.size() && made_.left[came] != Money(); ++due) {
            if (due_months_[due] > month_of(came))
                return;
            if (untouched(due))
                pay_near(due, came);
        }
    }

    // Due in the ten days after.
    [[nodiscard]] bool is_soon(std::size_t due, std::size_t came) const {
        constexpr std::int32_t early_days = 10;
        return dues_[due].day > came_[came].day && dues_[due].day - came_[came].day <= early_days;
    }

    // What is due next, all of its day together as the parts of an instalment are, with all that came on the same day.
    void pay_early(std::size_t first) {
        if (beyond_[first])
            return;
        std::vector<std::size_t> dues;
        Money due_sum;
        bool computed = true;
        for (std::size_t due = 0; due < dues_.size(); ++due) {
            if (due_months_[due] <= month_of(first) || !may_be_one(due, first))
                continue;
            if (!dues.empty() && dues_[due].day != dues_[dues.front()].day)
                break;
            dues.push_back(due);
            due_sum += made_.open[due];
            computed = computed && dues_[due].kind == ExpectedKind::computed;
        }
        if (dues.empty() || !(computed || is_soon(dues.front(), first)))
            return;
        std::vector<std::size_t> came;
        Money came_sum;
        for (std::size_t i = first; i < came_.size() && came_[i].day == came_[first].day; ++i) {
            if (beyond_[i] || !same_sign(made_.left[i], due_sum))
                continue;
            came.push_back(i);
            came_sum += made_.left[i];
        }
        if (!(computed ? comes_near(came_sum, due_sum) : is_about(came_sum, due_sum) && is_about(due_sum, came_sum)))
            return;
        for (const std::size_t i : came)
            spread(i, dues);
        for (const std::size_t due : dues) {
            if (dues_[due].kind == ExpectedKind::computed ||
                (dues_[due].kind == ExpectedKind::typed && dues_[due].day <= until_))
                made_.open[due] = Money();
        }
    }

    // What is beyond another amount pays this one in part too: it would be expected in full although it may have come.
    void pay_near(std::size_t due, std::size_t came) {
        const Money left = made_.left[came];
        const bool enough = is_enough(dues_[due].kind, left, made_.open[due]);
        if (!comes_near(left, made_.open[due]) || !(enough || beyond_[came]))
            return;
        pay(due, came, smaller(made_.open[due], left));
        if (enough)
            made_.open[due] = Money();
        beyond_[came] = Beyond{due, made_.parts.size() - 1};
    }

    // What nothing else was near to goes with the amount that it is beyond.
    void keep_beyond(std::size_t came) {
        if (!beyond_[came])
            return;
        if (const auto& [due, part] = *beyond_[came]; part)
            made_.parts[*part].amount += made_.left[came];
        else
            made_.parts.push_back({due, came, made_.left[came]});
        made_.left[came] = Money();
    }

    void pay_in_part(std::size_t came) {
        for (const bool of_month : {true, false}) {
            for (std::size_t due = 0; due < dues_.size() && made_.left[came] != Money(); ++due) {
                const Month month = due_months_[due];
                if ((of_month ? month == month_of(came) : month < month_of(came)) &&
                    same_sign(made_.open[due], made_.left[came]))
                    pay(due, came, smaller(made_.open[due], made_.left[came]));
            }
        }
    }

    std::span<const ExpectedAmount> dues_;
    std::span<const CameAmount> came_;
    std::vector<Month> due_months_;
    std::vector<Month> came_months_;
    Date until_;
    std::vector<std::optional<Beyond>> beyond_;  // by what came
    PaidParts made_;
};

}  // namespace

PaidParts settle(std::span<const ExpectedAmount> dues, std::span<const CameAmount> came, Date until) {
    return Settler(dues, came, until).run();
}

}  // namespace msp
