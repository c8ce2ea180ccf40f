// SPDX-License-Identifier: MIT
#include <msp/charges/call_parts.hpp>
#include <msp/charges/calls.hpp>
#include <msp/money/split.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace msp {
namespace {

constexpr int months_a_quarter = 3;

struct CallPeriod {
    Window days;
    Date date;  // of the call
};

// The calendar months or quarters that make the exercise, the first and the last one cut to it.
std::vector<CallPeriod> call_periods(const CallTerms& terms, const Window& exercise) {
    const int step = terms.rhythm == CallRhythm::month ? 1 : months_a_quarter;
    std::vector<CallPeriod> all;
    Month month = Month::of(exercise.first);
    month = month - static_cast<int>(month.month() - 1) % step;
    for (; month.first() <= exercise.last; month = month + step) {
        const Window days = {std::max(month.first(), exercise.first),
                             std::min((month + (step - 1)).last(), exercise.last)};
        all.push_back({days, std::clamp(month.day(terms.day), days.first, days.last)});
    }
    return all;
}

bool is_there(const Member& member, const Window& days) {
    return member.comes() && member.in.value_or(days.last) <= days.last &&
           member.out.value_or(days.first) >= days.first;
}

// The periods in which each payer is called, by position.
std::vector<std::vector<std::size_t>> called_in(const Budget& budget, const std::vector<CallPeriod>& periods) {
    std::vector<std::vector<std::size_t>> all(budget.payers());
    for (std::size_t p = 0; p < periods.size(); ++p) {
        for (std::size_t party = budget.members.size(); party < all.size(); ++party)
            all[party].push_back(p);
        for (std::size_t i = 0; i < budget.members.size(); ++i) {
            std::vector<std::size_t>& own = all[budget.person_of(i)];
            if (is_there(budget.members[i], periods[p].days) && (own.empty() || own.back() != p))
                own.push_back(p);
        }
    }
    for (std::vector<std::size_t>& own : all) {
        if (own.empty())
            own.push_back(0);
    }
    return all;
}

std::int64_t cents_of(CallRounding rounding) {
    switch (rounding) {
        case CallRounding::cent:
            break;
        case CallRounding::euro:
            return 100;
        case CallRounding::ten_euros:
            return 1000;
    }
    return 1;
}

// One of `count` equal calls of the total, to a multiple of `unit` cents, half up; a credit mirrors it.
Money rounded_call(Money total, std::size_t count, std::int64_t unit) {
    const std::int64_t divisor = 2 * unit * static_cast<std::int64_t>(count);
    const std::int64_t units = (2 * absolute(total).cents() + divisor / 2) / divisor;
    return Money::from_cents(units) * (total.negative() ? -unit : unit);
}

// The first instalments of an amount, so many of them.
Money first_instalments(Money amount, std::ptrdiff_t count, std::ptrdiff_t of_them) {
    return of_them == count ? amount : instalment(amount, count, 0) * of_them;
}

// From one payer to before another.
struct Payers {
    std::size_t begin;
    std::size_t end;
};

class Calls {
 public:
    Calls(const Budget& budget, const ExerciseShares& shares, std::span<const EarlierShares> earlier,
          const CallTerms& terms, const Window& days, Payers payers)
        : budget_(budget),
          payers_(payers),
          shares_(shares),
          earlier_(earlier),
          terms_(terms),
          periods_(call_periods(terms, days)),
          called_in_(called_in(budget, periods_)) {
        const std::vector<Money> nothing(shares.lines.size());
        running_.resize(budget.payers(), {nothing, nothing});
        for (const EarlierShares& version : earlier)
            positions_.push_back(positions_in(version.shares.lines));
    }

    std::vector<Call> run() {
        for (std::size_t period = 0; period < periods_.size(); ++period) {
            changes_ = static_cast<std::size_t>(
                std::ranges::upper_bound(earlier_, periods_[period].date, {}, &EarlierShares::until) -
                earlier_.begin());
            call(period);
        }
        return std::move(calls_);
    }

 private:
    // What a member has been called so far, by line.
    struct Running {
        std::vector<Money> called;
        std::vector<Money> before;  // the last change
        std::ptrdiff_t since = 0;   // the call that first knew of it
        std::size_t changes = 0;    // that they know
    };

    // As the budget stands after so many changes.
    [[nodiscard]] const ExerciseShares& known() const {
        return changes_ == earlier_.size() ? shares_ : earlier_[changes_].shares;
    }

    // Of each line of the budget as it is at last; one that it had not yet has none.
    [[nodiscard]] std::vector<std::optional<std::size_t>> positions_in(const std::vector<LineShares>& lines) const {
        std::vector<std::optional<std::size_t>> positions;
        for (const LineShares& line : shares_.lines) {
            const auto found = std::ranges::find(lines, line.line, &LineShares::line);
            positions.push_back(found == lines.end() ? std::nullopt
                                                     : std::optional(static_cast<std::size_t>(found - lines.begin())));
        }
        return positions;
    }

    [[nodiscard]] Money share_of(std::size_t line, std::size_t member) const {
        const std::optional<std::size_t> at = changes_ == earlier_.size() ? line : positions_[changes_][line];
        return at ? known().lines[*at].exercise.shares[member] : Money();
    }

    void call(std::size_t period) {
        std::vector<std::vector<Money>> amounts(budget_.payers());
        for (std::size_t member = payers_.begin; member < payers_.end; ++member)
            amounts[member] = amounts_of(period, member);
        const Date date = periods_[period].date;
        for (std::size_t line = 0; line < shares_.lines.size(); ++line) {
            for (std::size_t member = 0; member < amounts.size(); ++member) {
                if (!amounts[member].empty() && amounts[member][line] != Money())
                    calls_.push_back({date, line, nullptr, member, amounts[member][line]});
            }
        }
        for (std::size_t member = 0; terms_.rounding != CallRounding::cent && member < amounts.size(); ++member) {
            const Money rest = rounding_of(member, amounts[member]);
            if (rest != Money())
                calls_.push_back({date, {}, nullptr, member, rest});
        }
    }

    // By line; nothing in a period in which the member is not called.
    std::vector<Money> amounts_of(std::size_t period, std::size_t member) {
        const std::vector<std::size_t>& own = called_in_[member];
        const auto found = std::ranges::lower_bound(own, period);
        if (found == own.end() || *found != period)
            return {};
        Running& running = running_[member];
        const std::ptrdiff_t at = found - own.begin();
        if (running.changes != changes_)
            running = {running.called, running.called, at, changes_};
        std::vector<Money> amounts = parted(member, running, at, std::ssize(own));
        for (std::size_t line = 0; line < amounts.size(); ++line)
            running.called[line] += amounts[line];
        return amounts;
    }

    // The call as a whole is an instalment of all lines together, so that equal calls are equal, and then parted.
    [[nodiscard]] std::vector<Money> parted(std::size_t member, const Running& running, std::ptrdiff_t at,
                                            std::ptrdiff_t count) const {
        const bool catches_up = terms_.change == CallChange::catch_up;
        const bool spreads = terms_.change == CallChange::spread;
        const std::ptrdiff_t over = spreads ? count - running.since : count;
        const std::ptrdiff_t calls = catches_up ? at + 1 : at + 1 - running.since;
        std::vector<CalledLine> lines;
        Money due;
        Money steps;
        for (std::size_t line = 0; line < shares_.lines.size(); ++line) {
            const Money from = catches_up ? Money() : running.before[line];
            const Money share = share_of(line, member);
            lines.push_back({running.called[line], from, spreads ? share - from : share});
            due += from - running.called[line];
            steps += lines.back().step;
        }
        // What is left to the settlement is not called: those calls are the ones that the changed budget would have
        // had.
        const std::ptrdiff_t passed = terms_.change == CallChange::settle ? running.since : 0;
        due += first_instalments(steps, over, passed + calls) - first_instalments(steps, over, passed);
        return parted_call(due, lines, calls, over);
    }

    [[nodiscard]] Money rounding_of(std::size_t member, const std::vector<Money>& amounts) const {
        if (amounts.empty())
            return {};
        Money called;
        for (const Money amount : amounts)
            called += amount;
        Money total;
        for (const LineShares& line : known().lines)
            total += line.exercise.shares[member];
        // After a change calls are not equal any more.
        const bool changed = changes_ != 0;
        return rounded_call(changed ? called : total, changed ? 1 : called_in_[member].size(),
                            cents_of(terms_.rounding)) -
               called;
    }

    const Budget& budget_;
    Payers payers_;
    const ExerciseShares& shares_;
    std::span<const EarlierShares> earlier_;
    const CallTerms& terms_;
    std::vector<CallPeriod> periods_;
    std::vector<std::vector<std::size_t>> called_in_;
    std::vector<std::vector<std::optional<std::size_t>>> positions_;  // by change: of each line
    std::vector<Running> running_;                                    // by member
    std::size_t changes_ = 0;                                         // that the period's calls know
    std::vector<Call> calls_;
};

// What a member is called for, by day.
struct DatedCalls {
    std::map<Date, Money> charges;
    Money advance;
};

std::map<std::size_t, DatedCalls> dated_calls(const std::vector<Call>& calls) {
    std::map<std::size_t, DatedCalls> all;
    for (const Call& call : calls) {
        DatedCalls& own = all[call.member];
        if (call.kind() == CallKind::charge)
            own.charges[call.date] += call.amount;
        else
            own.advance += call.amount;
    }
    return all;
}

}  // namespace

CallTerms call_terms_of(const Budget& budget, EntityIndex entity) {
    const auto typed = std::ranges::find(budget.call_terms, entity, &CallTerms::entity);
    if (typed != budget.call_terms.end())
        return *typed;
    CallTerms terms;
    terms.entity = entity;
    terms.bank = static_cast<BankIndex>(std::ranges::find(budget.banks, entity, &Bank::entity) - budget.banks.begin());
    return terms;
}

std::vector<Call> calls_of(const Budget& budget, const ExerciseShares& shares, EntityIndex entity, const Window& days,
                           std::span<const EarlierShares> earlier) {
    const CallTerms terms = call_terms_of(budget, entity);
    return Calls(budget, shares, earlier, terms, days, {0, budget.members.size()}).run();
}

std::vector<Call> third_party_calls_of(const Budget& budget, const ExerciseShares& shares, EntityIndex entity,
                                       const Window& days, std::span<const EarlierShares> earlier) {
    const CallTerms terms = call_terms_of(budget, entity);
    return Calls(budget, shares, earlier, terms, days, {budget.members.size(), budget.payers()}).run();
}

std::vector<Call> advances_of(const Budget& budget, EntityIndex entity, const Window& days) {
    std::vector<Call> calls;
    for (const AdvanceCall& advance : budget.advances) {
        for (const DatedAmount& due : advance.calls) {
            if (advance.entity != entity || due.date < days.first || due.date > days.last)
                continue;
            const std::vector<Money> shares = parted(budget, due.amount, advance.key, entity, {due.date, due.date});
            for (std::size_t member = 0; member < shares.size(); ++member) {
                if (shares[member] != Money())
                    calls.push_back({due.date, {}, &advance, member, shares[member]});
            }
        }
    }
    std::ranges::stable_sort(calls, {}, &Call::date);
    return calls;
}

std::vector<Call> all_calls_of(const Budget& budget, const ExerciseShares& shares, EntityIndex entity,
                               const Window& days, std::span<const EarlierShares> earlier) {
    std::vector<Call> calls = calls_of(budget, shares, entity, days, earlier);
    const std::vector<Call> advances = advances_of(budget, entity, days);
    calls.insert(calls.end(), advances.begin(), advances.end());
    std::ranges::stable_sort(calls, {}, &Call::date);
    return calls;
}

void check_advances(const Budget& budget, EntityIndex entity, Diagnostics& diagnostics) {
    for (const AdvanceCall& advance : budget.advances) {
        for (const DatedAmount& due : advance.calls) {
            if (advance.entity != entity)
                continue;
            const std::vector<Money> shares = parted(budget, due.amount, advance.key, entity, {due.date, due.date});
            if (shares.empty())
                diagnostics.error("call.nobody",
                                  {tr("nobody is there to advance {call} on {date} by the key {key}"),
                                   {{"call", advance.id}, {"date", due.date}, {"key", budget.keys[advance.key].id}}},
                                  due.place.span, Message{tr("give the key a member who is there, or another day"), {}},
                                  {{budget.keys[advance.key].rule_place.span,
                                    {tr("the key {key}"), {{"key", budget.keys[advance.key].id}}}}});
            for (std::size_t payer = budget.members.size(); payer < shares.size(); ++payer) {
                if (shares[payer] != Money())
                    diagnostics.error(
                        "call.third-party",
                        {tr("by the key {key} {third_party} would advance a part of {call}, which is for members"),
                         {{"key", budget.keys[advance.key].id},
                          {"third_party", budget.payer_id(payer)},
                          {"call", advance.id}}},
                        due.place.span, Message{tr("give the call a key of members only"), {}},
                        {{budget.keys[advance.key].rule_place.span,
                          {tr("the key {key}"), {{"key", budget.keys[advance.key].id}}}}});
            }
        }
    }
}

std::vector<CallPlan> call_plans(const std::vector<Call>& calls) {
    std::vector<CallPlan> plans;
    for (const auto& [member, own] : dated_calls(calls)) {
        CallPlan& plan = plans.emplace_back();
        plan.member = member;
        plan.advance = own.advance;
        plan.count = own.charges.size();
        if (own.charges.empty())
            continue;
        plan.first = own.charges.begin()->first;
        plan.last = own.charges.rbegin()->first;
        plan.each = own.charges.begin()->second;
        plan.closing = own.charges.rbegin()->second;
        for (const auto& [date, amount] : own.charges)
            plan.total += amount;
    }
    return plans;
}

std::vector<CallPlan> call_runs(const std::vector<Call>& calls) {
    std::vector<CallPlan> runs;
    for (const auto& [member, own] : dated_calls(calls)) {
        const std::size_t before = runs.size();
        for (const auto& [date, amount] : own.charges) {
            if (runs.size() == before || runs.back().each != amount)
                runs.push_back({.member = member, .first = date, .each = amount, .closing = amount});
            CallPlan& run = runs.back();
            ++run.count;
            run.last = date;
            run.total += amount;
        }
        if (runs.size() == before)
            runs.push_back({.member = member});
        runs[before].advance = own.advance;
    }
    return runs;
}

AskedCalls asked_of(const std::vector<Call>& calls, std::size_t payer) {
    std::map<std::pair<Date, CallKind>, Money> amounts;
    AskedCalls asked;
    for (const Call& call : calls) {
        if (call.member != payer)
            continue;
        amounts[{call.date, call.kind()}] += call.amount;
        asked.total += call.amount;
    }
    for (const auto& [when, amount] : amounts)
        asked.calls.push_back({when.first, when.second, amount});
    return asked;
}

std::vector<ProposedPlan> proposed_plans(const std::vector<Call>& before, const std::vector<Call>& next) {
    const std::vector<CallPlan> old = call_plans(before);
    std::vector<ProposedPlan> plans;
    for (const CallPlan& plan : call_plans(next)) {
        const auto own = std::ranges::find(old, plan.member, &CallPlan::member);
        const Money each = own == old.end() ? Money() : own->each;
        plans.push_back({plan, each, plan.each - each});
    }
    return plans;
}

CallTotals totals_of(const std::vector<CallPlan>& plans) {
    CallTotals totals;
    for (const CallPlan& plan : plans) {
        totals.called += plan.total;
        totals.advance += plan.advance;
    }
    return totals;
}

}  // namespace msp
