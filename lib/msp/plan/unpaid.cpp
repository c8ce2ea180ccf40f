// SPDX-License-Identifier: MIT
#include <msp/plan/unpaid.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace msp {
namespace {

DebtKind debt_of(CallKind kind) {
    switch (kind) {
        case CallKind::charge:
            break;
        case CallKind::reserve:
            return DebtKind::reserve;
        case CallKind::works:
            return DebtKind::works;
    }
    return DebtKind::charge;
}

// Of one member and what payments are for.
struct Pool {
    std::vector<UnpaidCall> debts;
    Money paid;
};

class Unpaying {
 public:
    Unpaying(const Budget& budget, EntityIndex entity, Date as_of)
        : budget_(budget),
          entity_(entity),
          as_of_(as_of),
          credits_(account_credits(budget, entity)),
          pools_(budget.members.size()),
          advanced_(budget.members.size()) {}

    bool add(std::int16_t exercise, Diagnostics& diagnostics) {
        open(exercise);
        const auto settled = settled_exercise(budget_, entity_, exercise, {}, diagnostics);
        if (!settled)
            return false;
        if (settled->settlement.as_called) {
            result_.as_called.push_back(exercise);
            advance(settled->calls);
        } else {
            call(exercise, settled->calls);
        }
        pay(exercise);
        credit(exercise);
        const Date last = budget_.last_day_of(exercise, entity_);
        const bool said = settled->charges.unsaid.size() != settled->charges.real.size();
        if (last < as_of_ && said)
            settle(exercise, settled->settlement, last);
        return true;
    }

    Unpaid run() {
        for (std::size_t member = 0; member < pools_.size(); ++member) {
            MemberDebts debts;
            debts.member = member;
            if (const std::optional<Date> left = budget_.left_on(member); left && *left <= as_of_)
                set_off(debts, pools_[member]);
            for (auto& [kind, pool] : pools_[member])
                take(debts, pool);
            std::ranges::stable_sort(debts.calls, {}, &UnpaidCall::date);
            for (const UnpaidCall& call : debts.calls) {
                debts.by_age.at(age_of(call.days)) += call.unpaid;
                result_.by_age.at(age_of(call.days)) += call.unpaid;
                debts.total += call.unpaid;
            }
            result_.total += debts.total;
            if (debts.total != Money() || debts.credit != Money())
                result_.members.push_back(std::move(debts));
        }
        return std::move(result_);
    }

 private:
    // What is typed takes the place of all that came before.
    void open(std::int16_t exercise) {
        std::vector<bool> typed(advanced_.size());
        for (const AccountOpening& opening : budget_.openings) {
            if (opening.entity != entity_ || opening.date > as_of_ ||
                budget_.exercise_of(opening.date, entity_) != exercise)
                continue;
            if (opening.kind != CallKind::charge) {
                Money& advanced = advanced_[opening.member];
                advanced = typed[opening.member] ? advanced + opening.amount : opening.amount;
                typed[opening.member] = true;
                continue;
            }
            Pool& pool = pools_[opening.member][CallKind::charge];
            pool = {};
            owe(pool, DebtKind::opening, exercise, opening.date, opposite(opening.amount));
        }
    }

    // A negative debt is a credit.
    void owe(Pool& pool, DebtKind kind, std::int16_t exercise, Date date, Money amount) {
        if (amount.negative())
            pool.paid -= amount;
        else if (amount != Money())
            pool.debts.push_back({kind, exercise, date, amount, amount, as_of_ - date});
    }

    void call(std::int16_t exercise, const std::vector<Call>& calls) {
        std::map<std::tuple<std::size_t, CallKind, Date>, Money> amounts;
        for (const Call& each : calls) {
            if (each.date <= as_of_)
                amounts[{each.member, each.kind(), each.date}] += each.amount;
        }
        for (const auto& [of, amount] : amounts) {
            const auto& [member, kind, date] = of;
            owe(pools_[member][kind], debt_of(kind), exercise, date, amount);
        }
    }

    void pay(std::int16_t exercise) {
        for (const MemberPayment& payment : budget_.paid) {
            if (payment.entity != entity_ || payment.date > as_of_ || budget_.exercise_of(payment) != exercise)
                continue;
            pools_[payment.member][payment.kind].paid += payment.amount;
            if (payment.kind != CallKind::charge)
                advanced_[payment.member] += payment.amount;
        }
    }

    // Of which no payment is said: each call counts as paid.
    void advance(const std::vector<Call>& calls) {
        for (const Call& each : calls) {
            if (each.date <= as_of_ && each.kind() != CallKind::charge)
                advanced_[each.member] += each.amount;
        }
    }

    void credit(std::int16_t exercise) {
        for (const AccountCredit& each : credits_) {
            if (each.exercise == exercise && each.date <= as_of_)
                pools_[each.member][CallKind::charge].paid += each.amount;
        }
    }

    // Who has left is given back what they advanced, and owes nothing of an advance.
    void set_off(MemberDebts& debts, std::map<CallKind, Pool>& pools) const {
        pools.erase(CallKind::reserve);
        pools.erase(CallKind::works);
        debts.set_off = advanced_[debts.member];
        pools[CallKind::charge].paid += debts.set_off;
    }

    // What the calls were below the share is asked for, what they were above it is a credit.
    void settle(std::int16_t exercise, const Settlement& settlement, Date last) {
        for (const MemberSettlement& member : settlement.members)
            owe(pools_[member.member][CallKind::charge], DebtKind::settlement, exercise, last,
                member.total.share - member.total.called);
    }

    static void take(MemberDebts& debts, Pool& pool) {
        std::ranges::stable_sort(pool.debts, {}, &UnpaidCall::date);
        for (UnpaidCall& call : pool.debts) {
            const Money paid = std::clamp(pool.paid, Money(), call.unpaid);
            call.unpaid -= paid;
            pool.paid -= paid;
            if (call.unpaid != Money())
                debts.calls.push_back(call);
        }
        debts.credit += std::max(pool.paid, Money());
    }

    const Budget& budget_;
    EntityIndex entity_;
    Date as_of_;
    std::vector<AccountCredit> credits_;
    std::vector<std::map<CallKind, Pool>> pools_;  // by member
    std::vector<Money> advanced_;                  // for reserves and works, and held; by member
    Unpaid result_;
};

}  // namespace

std::size_t age_of(std::int32_t days) {
    return static_cast<std::size_t>(std::ranges::lower_bound(age_limits, days) - age_limits.begin());
}

std::optional<Unpaid> unpaid_calls(const Budget& budget, EntityIndex entity, std::int16_t exercise, Date as_of,
                                   Diagnostics& diagnostics) {
    Unpaying unpaying(budget, entity, as_of);
    for (std::int16_t year = accounts_since(budget, entity, exercise).value_or(exercise); year <= exercise; ++year) {
        if (!unpaying.add(year, diagnostics))
            return std::nullopt;
    }
    return unpaying.run();
}

}  // namespace msp
