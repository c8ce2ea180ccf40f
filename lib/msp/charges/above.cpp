// SPDX-License-Identifier: MIT
#include <msp/charges/above.hpp>
#include <msp/charges/limits.hpp>

#include <algorithm>

namespace msp {
namespace {

// Calls `with` for each bucket that a charge falls in, with the part of it that does. Whole months have equal parts,
// others by days; an exercise is one bucket.
template <typename With>
void each_bucket(const KeyTarget& target, const Window& covers, With with) {
    if (target.each == TargetEach::exercise)
        return with(Month(), WholeQuotient(1));
    const Month first = Month::of(covers.first);
    const Month last = Month::of(covers.last);
    const bool whole = covers.first == first.first() && covers.last == last.last();
    for (Month month = first; month <= last; month = month + 1) {
        const std::int64_t days = std::min(covers.last, month.last()) - std::max(covers.first, month.first()) + 1;
        with(month, whole ? WholeQuotient(1, last - first + 1) : WholeQuotient(days, covers.last - covers.first + 1));
    }
}

// Of what lines of one key cost in the month, or in the exercise. A negative cost mirrors the positive one.
WholeQuotient part_below(const KeyTarget& target, Month month, const WholeQuotient& cost, const Window& exercise) {
    const Window days = target.each == TargetEach::exercise ? exercise : Window{month.first(), month.last()};
    const WholeQuotient size = cost < 0 ? WholeQuotient(-cost) : cost;
    const std::int64_t length = days.last - days.first + 1;
    WholeQuotient sum;
    for (const Window& stretch : unchanged({&target.amount}, days)) {
        const WholeQuotient part(stretch.last - stretch.first + 1, length);
        const std::optional<Money> amount = limit_on(target.amount, stretch.first);
        sum += !amount || size <= amount->cents() ? part : WholeQuotient(part * amount->cents() / size);
    }
    return sum;
}

}  // namespace

Above::Above(const Budget& budget, std::span<const ChargedLine> lines, const Window& exercise) : budget_(budget) {
    for (const ChargedLine& line : lines) {
        if (!key_of(line).target)
            continue;
        Money voted;
        for (const Charge& charge : line.charges)
            voted += charge.amount;
        const WholeQuotient real = line.total ? WholeQuotient(line.total->cents()) / voted.cents() : WholeQuotient(1);
        for (const Charge& charge : line.charges)
            each_bucket(*key_of(line).target, charge.covers, [&](Month month, const WholeQuotient& part) {
                below_[{*line.line->shared, month}] += part * real * charge.amount.cents();
            });
    }
    for (auto& [of, cost] : below_)
        cost = part_below(*budget.keys[of.first].target, of.second, cost, exercise);
}

WholeQuotient Above::below(const ChargedLine& line, const Charge& charge) const {
    const KeyTarget& target = *key_of(line).target;
    WholeQuotient sum;
    each_bucket(target, charge.covers, [&](Month month, const WholeQuotient& part) {
        sum += part * below_.at({*line.line->shared, month});
    });
    return sum;
}

}  // namespace msp
