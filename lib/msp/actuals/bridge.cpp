// SPDX-License-Identifier: MIT
#include <msp/actuals/bridge.hpp>
#include <msp/cash/projection.hpp>
#include <msp/plan/charged.hpp>
#include <msp/plan/gaps.hpp>

#include <algorithm>
#include <array>
#include <compare>
#include <map>
#include <span>
#include <string_view>
#include <utility>

namespace msp {
namespace {

// The closing evening and the lowest one: each is explained alike.
using OnBoth = std::array<Money, 2>;

bool moves_either(const OnBoth& amounts) {
    return amounts[0] != Money() || amounts[1] != Money();
}

// An amount that falls due in both plans of today's budget.
struct CommonDue {
    ItemIndex item;
    Part part;
    BankIndex bank;
    std::uint16_t member;
    std::int32_t occurrence;
    Date due;

    explicit CommonDue(const Movement& planned)
        : item(planned.item),
          part(planned.part),
          bank(planned.bank),
          member(planned.member),
          occurrence(planned.occurrence),
          due(planned.due) {}
    friend auto operator<=>(const CommonDue&, const CommonDue&) = default;
};

struct Expectation {
    Money amount;
    Date day = Date::first();

    void add(const Movement& movement) {
        day = amount == Money() ? movement.date : std::min(day, movement.date);
        amount += movement.amount;
    }
    [[nodiscard]] Money by(Date last) const { return day <= last ? amount : Money(); }
};

struct DueChange {
    Expectation then;
    Money came;  // since then
    Expectation now;
    bool fee = false;

    [[nodiscard]] bool vanished() const {
        return then.amount != Money() && came == Money() && now.amount == Money() && !fee;
    }
    [[nodiscard]] bool appeared() const {
        return then.amount == Money() && (came != Money() || now.amount != Money()) && !fee;
    }
};

class Bridging {
 public:
    Bridging(const ArchivedEntity& earlier, const Case& then, const Case& now, const Rolling& rolling,
             EntityIndex entity, const BookedCash& booked)
        : earlier_(earlier),
          then_(then),
          now_(now),
          rolling_(rolling),
          budget_(now.budget),
          entity_(entity),
          booked_(booked) {}

    Bridge run() {
        made_.entity = entity_;
        made_.made = earlier_.made;
        const RolledEntity& books = *rolling_.of(entity_);
        made_.until = books.until;
        knows_then_ = books.first <= earlier_.made;
        const Date last = std::min(earlier_.last, last_kept_day(budget_, entity_, made_.until));
        expected_then_ = to_come(then_, earlier_.made, last);
        expected_now_ = to_come(now_, made_.until, last);
        find_evenings(last);
        days_ = {last, made_.lowest.date};
        add_budget_and_books();
        add_dues();
        add_rest();
        return std::move(made_);
    }

 private:
    // How far beyond the last evening something may have been expected that came before it.
    static constexpr std::int32_t ahead = 400;

    [[nodiscard]] bool counts(const Movement& movement) const {
        if (budget_.banks[movement.bank].entity != entity_)
            return false;
        if (movement.counterpart == no_bank)
            return movement.origin != Origin::transfer;
        return budget_.banks[movement.counterpart].entity != entity_ || is_in_later_opening(movement, rolling_.banks);
    }

    [[nodiscard]] std::vector<Movement> to_come(const Case& of, Date after, Date last) const {
        std::vector<Movement> all;
        (void)project(of, {}, {after + 1, std::min(last + ahead, last_plan_day())}, [&](const Movement& movement) {
            if (movement.date > after && counts(movement))
                all.push_back(movement);
        });
        return all;
    }

    void find_evenings(Date last) {
        std::map<Date, Money> before;
        for (const ArchivedAmount& amount : earlier_.forecast)
            before[*amount.day] += amount.amount;
        for (const ArchivedAmount& amount : earlier_.openings)
            before[*amount.day] += amount.amount;
        std::map<Date, Money> now;
        for (const Movement& movement : expected_now_)
            now[movement.date] += movement.amount;
        const auto on = [](const std::map<Date, Money>& days, Date day) {
            const auto found = days.find(day);
            return found == days.end() ? Money() : found->second;
        };
        Money evening_before = earlier_.balance;
        Money evening = balance_of(rolling_, budget_, entity_);
        for (Date day = earlier_.made + 1; day <= last; day = day + 1) {
            evening_before += on(before, day);
            if (day <= made_.until)
                continue;
            evening += on(now, day) + opened_on(day);
            const bool first = day == made_.until + 1;
            if (first || evening_before < made_.lowest_before.amount)
                made_.lowest_before = {evening_before, day};
            if (first || evening < made_.lowest.amount) {
                made_.lowest = {evening, day};
                made_.on_lowest_day = evening_before;
            }
        }
        made_.closing_before = {evening_before, last};
        made_.closing = {evening, last};
    }

    [[nodiscard]] Money opened_on(Date day) const {
        Money sum;
        for (const BookedBank& each : rolling_.banks) {
            if (each.later && each.later->morning == day && budget_.banks[each.bank].entity == entity_)
                sum += each.later->typed;
        }
        return sum;
    }

    // Lines by their ids; what money of no rule was given is one.
    [[nodiscard]] std::string line_of(ItemIndex item) const {
        const bool own = item == no_item || budget_.items[item].origin == Origin::actual;
        return own ? std::string(unmapped_line) : budget_.items[item].id;
    }

    void add(const std::string& line, ChangeCause cause, const OnBoth& amounts) {
        OnBoth& to = changes_[{line, cause}];
        for (std::size_t i = 0; i < to.size(); ++i)
            to.at(i) += amounts.at(i);
    }

    // What differs on the day that the earlier forecast was made, of the exercise and what was to come. Where the books
    // of those days are others now, they are why: what is booked late was expected before.
    void add_budget_and_books() {
        struct Line {
            Money kept;
            Money booked;
            std::vector<std::pair<Date, Money>> change;

            [[nodiscard]] Money back() const { return booked - kept; }
            [[nodiscard]] Money by(Date last) const {
                Money sum = back();
                for (const auto& [day, amount] : change)
                    sum += day <= last ? amount : Money();
                return sum;
            }
        };
        std::map<std::string, Line> lines;
        for (const ArchivedAmount& amount : earlier_.actual)
            lines[amount.line].kept += knows_then_ ? amount.amount : Money();
        for (const ArchivedAmount& amount : earlier_.forecast)
            lines[amount.line].change.emplace_back(*amount.day, -amount.amount);
        const std::int16_t exercise = budget_.exercise_of(earlier_.made, entity_);
        const Period days = {days_of(budget_, exercise, entity_).first, earlier_.made};
        for (const ItemIndex item : booked_.lines())
            lines[line_of(item)].booked += booked_.of(item, days);
        for (const Movement& movement : expected_then_)
            lines[line_of(movement.item)].change.emplace_back(movement.date, movement.amount);
        for (const auto& [id, line] : lines)
            add(id, line.back() == Money() ? ChangeCause::budget : ChangeCause::books,
                {line.by(days_[0]), line.by(days_[1])});
    }

    void add_dues() {
        std::map<CommonDue, DueChange> dues;
        const auto of = [&](const Movement& planned) -> DueChange& {
            DueChange& due = dues[CommonDue(planned)];
            due.fee = due.fee || planned.origin == Origin::fee;
            return due;
        };
        for (const Movement& movement : expected_then_)
            of(movement).then.add(movement);
        for (const Movement& movement : expected_now_)
            of(movement).now.add(movement);
        for (const BecameOf& each : rolling_.dues) {
            if (!counts(each.planned))
                continue;
            Money came;
            for (const std::uint32_t move : each.moves) {
                const Movement& booked = now_.booked.moves[move].movement;
                came += booked.date > earlier_.made ? booked.amount : Money();
            }
            if (came == Money())
                continue;
            if (each.became == Became::unplanned)
                add(line_of(each.planned.item), ChangeCause::unplanned, {came, came});
            else
                of(each.planned).came += came;
        }
        join(dues);
        for (const auto& [due, change] : dues)
            explain(line_of(due.item), change);
    }

    // An amount that was asked for or received on another day has another due one: what is gone of a line and what is
    // new of it are the same, the oldest first.
    static void join(std::map<CommonDue, DueChange>& dues) {
        for (auto& [fresh, change] : dues) {
            if (!change.appeared())
                continue;
            for (auto& [gone, earlier] : dues) {
                if (gone.item != fresh.item || gone.part != fresh.part || !earlier.vanished())
                    continue;
                change.then = std::exchange(earlier.then, Expectation());
                break;
            }
        }
    }

    void explain(const std::string& line, const DueChange& due) {
        std::map<ChangeCause, OnBoth> found;
        for (std::size_t i = 0; i < days_.size(); ++i) {
            const Date last = days_.at(i);
            const Money after = due.came + due.now.by(last);
            const Money beyond = due.now.amount - due.now.by(last);
            Money rest = after - due.then.by(last);
            if (due.fee) {
                found[ChangeCause::follows].at(i) += rest;
                continue;
            }
            if (due.then.amount != Money() && due.then.day <= last) {
                found[ChangeCause::late].at(i) -= beyond;
                rest += beyond;
            } else if (due.then.amount != Money() && after != Money()) {
                const Money early = due.then.amount - beyond;
                found[ChangeCause::early].at(i) += early;
                rest -= early;
            }
            found[due.came != Money()         ? ChangeCause::amount
                  : due.now.amount == Money() ? ChangeCause::cancelled
                                              : ChangeCause::follows]
                .at(i) += rest;
        }
        for (const auto& [cause, amounts] : found)
            add(line, cause, amounts);
    }

    // By the order of today's budget, money of no rule, then lines that are gone; last what no line explains: the
    // accounts of the earlier day hold something else.
    void add_rest() {
        OnBoth rest = {made_.change(), made_.lowest.amount - made_.on_lowest_day};
        for (const auto& [key, amounts] : changes_) {
            for (std::size_t i = 0; i < rest.size(); ++i)
                rest.at(i) -= amounts.at(i);
        }
        for (std::size_t i = 0; i < budget_.items.size(); ++i) {
            if (line_of(static_cast<ItemIndex>(i)) == budget_.items[i].id)
                take(budget_.items[i].id, static_cast<ItemIndex>(i));
        }
        take(std::string(unmapped_line), std::nullopt);
        while (!changes_.empty())
            take(std::string(changes_.begin()->first.first), std::nullopt);
        if (moves_either(rest))
            made_.rows.push_back({std::nullopt, {}, {}, ChangeCause::books, rest[0], rest[1]});
    }

    void take(const std::string& line, std::optional<ItemIndex> item) {
        auto change = changes_.lower_bound({line, ChangeCause::books});
        while (change != changes_.end() && change->first.first == line) {
            if (moves_either(change->second))
                made_.rows.push_back(
                    {item, line, label_of(line), change->first.second, change->second[0], change->second[1]});
            change = changes_.erase(change);
        }
    }

    [[nodiscard]] std::string label_of(const std::string& line) const {
        for (const std::vector<ArchivedAmount>* amounts : {&earlier_.forecast, &earlier_.actual}) {
            const auto found = std::ranges::find(*amounts, line, &ArchivedAmount::line);
            if (found != amounts->end())
                return found->label;
        }
        return {};
    }

    const ArchivedEntity& earlier_;
    const Case& then_;
    const Case& now_;
    const Rolling& rolling_;
    const Budget& budget_;
    EntityIndex entity_;
    const BookedCash& booked_;
    Bridge made_;
    std::vector<Movement> expected_then_;
    std::vector<Movement> expected_now_;
    std::array<Date, 2> days_;
    bool knows_then_ = true;  // the books are of the exercise of the earlier forecast too
    std::map<std::pair<std::string, ChangeCause>, OnBoth> changes_;
};

}  // namespace

std::string_view id_of(ChangeCause cause) {
    constexpr std::array<std::string_view, 8> ids = {"books", "budget",    "amount",    "late",
                                                     "early", "cancelled", "unplanned", "follows"};
    return ids.at(static_cast<std::size_t>(cause));
}

Money Bridge::change() const {
    return closing.amount - closing_before.amount;
}

Money Bridge::other_day() const {
    return on_lowest_day - lowest_before.amount;
}

Date last_kept_day(const Budget& budget, EntityIndex entity, Date made) {
    return std::max(plan_window(budget, made).last, budget.last_day_of(budget.exercise_of(made, entity), entity));
}

Budget before_closings(Budget budget, const ArchivedEntity& earlier) {
    for (Item& item : budget.items) {
        const auto expected = [&](Date day) {
            return std::ranges::any_of(earlier.forecast, [&](const ArchivedAmount& amount) {
                return amount.line == item.id && *amount.day == day;
            });
        };
        std::erase_if(item.closed,
                      [&](const NamedDay& closed) { return expected(std::max(closed.date, earlier.made + 1)); });
    }
    return budget;
}

Bridge bridge(const ArchivedEntity& earlier, const Case& then, const Case& now, const Rolling& rolling,
              EntityIndex entity, const BookedCash& booked) {
    return Bridging(earlier, then, now, rolling, entity, booked).run();
}

}  // namespace msp
