// SPDX-License-Identifier: MIT
#include <msp/charges/bounds.hpp>
#include <msp/charges/limits.hpp>

#include <algorithm>
#include <optional>

namespace msp {
namespace {

// Days of `days` between the first and last of a stay.
std::int64_t days_there(const Member& stay, const Window& days) {
    const Date first = std::max(days.first, stay.in.value_or(days.first));
    const Date last = std::min(days.last, stay.out.value_or(days.last));
    return first > last ? 0 : last - first + 1;
}

// Cents, half up.
Money in_cents(const Whole& amount, const Whole& over) {
    return Money::from_cents(static_cast<std::int64_t>(Whole((2 * amount + over) / (2 * over))));
}

// Of a member who takes part, in one unit: their share, or what of it falls on the days of one cap and floor.
struct Taking {
    std::size_t member = 0;
    Whole share;
    std::optional<Whole> least = {};
    std::optional<Whole> most = {};
    bool settled = false;
    Whole amount = 0;  // over what the others weigh, once that is known
};

// Shares by weights that lie between bounds are found in rounds. In each the free ones share what is left. If cutting
// off at the caps takes more than raising to the floors gives, those at their cap stay there, else those at their
// floor.
class Filling {
 public:
    Filling(std::vector<Taking>& all, const Whole& sum) : all_(all), left_(sum) {
        for (const Taking& one : all)
            weight_ += one.share;
    }

    // Then what each free one bears is their share times left() over weight().
    void run() {
        while (round())
            continue;
    }
    [[nodiscard]] const Whole& left() const { return left_; }
    [[nodiscard]] const Whole& weight() const { return weight_; }

 private:
    bool round() {
        Whole over;   // above caps
        Whole under;  // below floors
        for (const Taking& one : all_) {
            if (one.settled)
                continue;
            const Whole got = one.share * left_;
            if (one.most && got > *one.most * weight_)
                over += got - *one.most * weight_;
            if (one.least && got < *one.least * weight_)
                under += *one.least * weight_ - got;
        }
        if (over == 0 && under == 0)
            return false;
        const Whole weight = weight_;
        const Whole left = left_;
        for (Taking& one : all_) {
            if (one.settled)
                continue;
            const Whole got = one.share * left;
            if (over >= under && one.most && got > *one.most * weight)
                settle(one, *one.most);
            else if (under >= over && one.least && got < *one.least * weight)
                settle(one, *one.least);
        }
        return true;
    }

    void settle(Taking& one, const Whole& amount) {
        one.settled = true;
        one.amount = amount;
        left_ -= amount;
        weight_ -= one.share;
    }

    std::vector<Taking>& all_;
    Whole left_;
    Whole weight_;
};

// Days on which cap and floor are the same.
struct Stretch {
    Window days;
    std::optional<Money> cap;
    std::optional<Money> floor;
};

std::vector<Stretch> stretches_of(const ShareKey& key, const Window& exercise) {
    std::vector<Stretch> all;
    for (const Window& days : unchanged({&key.cap, &key.floor}, exercise))
        all.push_back({days, limit_on(key.cap, days.first), limit_on(key.floor, days.first)});
    return all;
}

// Of a member, by stretch: the days on which they are there, in all their stays. Whoever bears a bill that comes late,
// or early, and is there on none has their share on all days, the cap as a whole and no floor.
struct Days {
    std::vector<std::int64_t> of;
    std::int64_t all = 0;
    bool there = true;
};

std::vector<Days> days_of_members(const Budget& budget, const std::vector<Stretch>& stretches) {
    Days none;
    none.of.resize(stretches.size());
    std::vector<Days> all(budget.members.size(), none);
    for (std::size_t i = 0; i < all.size(); ++i) {
        Days& person = all[budget.person_of(i)];
        for (std::size_t s = 0; s < stretches.size(); ++s) {
            const std::int64_t there = days_there(budget.members[i], stretches[s].days);
            person.of[s] += there;
            person.all += there;
        }
    }
    for (Days& days : all) {
        if (days.all != 0)
            continue;
        days.there = false;
        for (std::size_t s = 0; s < stretches.size(); ++s)
            days.all += days.of[s] = stretches[s].days.last - stretches[s].days.first + 1;
    }
    return all;
}

}  // namespace

Bounded within_bounds(const Budget& budget, const ShareKey& key, Money total, const std::vector<Whole>& parts,
                      const Whole& whole, const Window& exercise) {
    const int sign = total.negative() ? -1 : 1;
    const std::int64_t length = exercise.last - exercise.first + 1;
    const std::vector<Stretch> stretches = stretches_of(key, exercise);
    const std::vector<Days> days = days_of_members(budget, stretches);
    Whole common = 1;  // of all of them, so that what falls on a stretch is whole
    for (std::size_t i = 0; i < budget.members.size(); ++i) {
        if (stretches.size() > 1 && parts[i] != 0)
            common = lcm(common, Whole(days[i].all));
    }
    const Whole unit = whole * length * common;  // so that bounds in proportion to days are whole
    std::vector<Taking> taking;
    Whole shared;
    Whole caps;
    Whole floors;
    bool capped = true;
    for (std::size_t i = 0; i < budget.members.size(); ++i) {
        if (parts[i] * sign <= 0)
            continue;
        for (std::size_t s = 0; s < stretches.size(); ++s) {
            if (days[i].of[s] == 0)
                continue;
            Taking one = {i, stretches.size() == 1
                                 ? Whole(parts[i] * sign * length)
                                 : Whole(parts[i] * sign * length * (common / days[i].all) * days[i].of[s])};
            const Whole in_proportion = whole * common * days[i].of[s];
            if (stretches[s].cap)
                caps += one.most.emplace(in_proportion * stretches[s].cap->cents());
            if (stretches[s].floor && days[i].there)
                floors += one.least.emplace(in_proportion * stretches[s].floor->cents());
            capped = capped && one.most;
            shared += one.share;
            taking.push_back(std::move(one));
        }
    }
    Bounded found;
    found.shared = Money::from_cents(sign * in_cents(shared, unit).cents());
    if (capped && caps < shared)
        found.why = Unkept::caps;
    else if (floors > shared)
        found.why = Unkept::floors;
    if (found.why != Unkept::nothing) {
        found.bounds = in_cents(found.why == Unkept::caps ? caps : floors, unit);
        return found;
    }
    Filling filling(taking, shared);
    filling.run();
    found.held = std::ranges::any_of(taking, &Taking::settled);
    if (!found.held)
        return found;
    const Whole weight = filling.weight() == 0 ? Whole(1) : filling.weight();
    found.whole = unit * weight;
    found.parts = parts;
    for (Whole& part : found.parts)
        part *= length * common * weight;
    for (const Taking& one : taking)
        found.parts[one.member] = 0;
    for (const Taking& one : taking)
        found.parts[one.member] += (one.settled ? one.amount * weight : Whole(one.share * filling.left())) * sign;
    return found;
}

InProportion in_proportion(const Budget& budget, const std::vector<Whole>& period, const Whole& whole,
                           const std::vector<Whole>& before, const std::vector<Whole>& after) {
    Whole common = 1;
    for (std::size_t i = 0; i < budget.members.size(); ++i) {
        if (before[i] != 0)
            common = lcm(common, before[i]);
    }
    Whole sum;
    Whole shared;
    std::vector<Whole> weights(period.size());
    for (std::size_t i = 0; i < budget.members.size(); ++i) {
        sum += period[i];
        if (before[i] != 0)
            weights[i] = period[i] * after[i] * (common / before[i]);
        shared += weights[i];
    }
    if (shared == 0)
        return {period, whole};
    const int sign = shared < 0 ? -1 : 1;
    InProportion made = {period, whole * shared * sign};
    for (std::size_t i = 0; i < made.parts.size(); ++i)
        made.parts[i] = i < budget.members.size() ? weights[i] * sum * sign : Whole(made.parts[i] * shared * sign);
    return made;
}

}  // namespace msp
