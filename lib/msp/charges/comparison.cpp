// SPDX-License-Identifier: MIT
#include <msp/charges/comparison.hpp>
#include <msp/money/split.hpp>

#include <algorithm>
#include <cstdint>

namespace msp {
namespace {

Money borne_by(const ExerciseShares& shares, std::size_t payer) {
    Money sum;
    for (const LineShares& line : shares.lines)
        sum += line.exercise.shares[payer];
    return sum;
}

Spread spread_of(const Budget& budget, const std::vector<ComparedShare>& payers, Money ComparedShare::*share) {
    Spread spread;
    bool first = true;
    for (const ComparedShare& payer : payers) {
        if (!budget.is_member(payer.payer))
            continue;
        const Money amount = payer.*share;
        spread.least = first ? amount : std::min(spread.least, amount);
        spread.greatest = first ? amount : std::max(spread.greatest, amount);
        first = false;
    }
    return spread;
}

void add_up(Comparison& comparison, const ComparedShare& share, bool member) {
    const Money change = share.change();
    comparison.total += share.now;
    if (!change.negative())
        comparison.moved += change;
    if (!member || change == Money())
        return;
    ++(change.negative() ? comparison.gain : comparison.lose);
    Money& most = change.negative() ? comparison.most_off : comparison.most_on;
    most = std::max(most, absolute(change));
}

// One year after another, until everybody pays the new share.
class Course {
 public:
    Course(const std::vector<ComparedShare>& payers, Rate rise) : payers_(payers), rise_(rise) {
        for (const ComparedShare& payer : payers) {
            before_.push_back(payer.now);
            gains_.push_back(payer.change().negative() ? absolute(payer.change()).cents() : 0);
        }
    }

    [[nodiscard]] TransitionYear next() {
        TransitionYear year;
        for (std::size_t i = 0; i < payers_.size(); ++i) {
            const Money then = payers_[i].then;
            year.shares.push_back(gains_[i] == 0 ? std::min(then, most(i)) : then);
            year.spared += then - year.shares[i];
        }
        if (year.spared != Money()) {
            const std::vector<Money> borne = split(year.spared, gains_);
            for (std::size_t i = 0; i < payers_.size(); ++i)
                year.shares[i] += borne[i];
        }
        before_ = year.shares;
        return year;
    }

 private:
    // What a payer who rises may pay at most.
    [[nodiscard]] Money most(std::size_t payer) const {
        const Money before = before_[payer];
        if (payers_[payer].now <= Money())
            return payers_[payer].then;
        return before + std::max(times(before, rise_, Rounding::toward_zero), Money::from_cents(1));
    }

    const std::vector<ComparedShare>& payers_;
    Rate rise_;
    std::vector<Money> before_;
    std::vector<std::int64_t> gains_;  // cents that each pays less by the new key
};

}  // namespace

Money ComparedShare::change() const {
    return then - now;
}

Money Spread::width() const {
    return greatest - least;
}

Comparison compared(const Budget& budget, const ExerciseShares& now, const ExerciseShares& then) {
    Comparison comparison;
    for (std::size_t payer = 0; payer < budget.payers(); ++payer) {
        if (!now.pays[payer] && !then.pays[payer])
            continue;
        comparison.payers.push_back({payer, borne_by(now, payer), borne_by(then, payer)});
        add_up(comparison, comparison.payers.back(), budget.is_member(payer));
    }
    comparison.now = spread_of(budget, comparison.payers, &ComparedShare::now);
    comparison.then = spread_of(budget, comparison.payers, &ComparedShare::then);
    return comparison;
}

Transition transition(const Comparison& comparison, Rate rise) {
    Transition found;
    Course course(comparison.payers, rise);
    while (!found.reached && found.years.size() < transition_limit) {
        found.years.push_back(course.next());
        found.reached = found.years.back().spared == Money();
    }
    return found;
}

}  // namespace msp
