// SPDX-License-Identifier: MIT
#include <msp/charges/settlement.hpp>
#include <msp/money/split.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace msp {
namespace {

// An amount over lines in proportion to what stands on each. Where lines of both signs make it up, a proportion says
// nothing, and it goes over the positive ones; where nothing does, it belongs to no line.
std::vector<Money> over_lines(Money amount, const std::vector<Money>& by) {
    std::vector<std::int64_t> weights;
    std::int64_t all = 0;
    for (const Money each : by) {
        weights.push_back(std::max<std::int64_t>(each.cents(), 0));
        all += weights.back();
    }
    return all == 0 ? std::vector<Money>(by.size()) : split(amount, weights);
}

class Settling {
 public:
    Settling(const Budget& budget, const ExerciseShares& shares, EntityIndex entity, std::int16_t exercise,
             std::span<const AccountState> before, std::span<const Money> credited)
        : budget_(budget), shares_(shares), members_(budget.payers()), payments_(budget.payers()) {
        const Date last = budget.last_day_of(exercise, entity);
        for (std::size_t i = 0; i < members_.size(); ++i) {
            members_[i].member = i;
            members_[i].lines.resize(shares.lines.size());
            if (!budget.is_member(i))
                continue;
            if (const std::optional<Date> left = budget.left_on(i); left && *left <= last)
                members_[i].left = left;
            if (!before.empty())
                members_[i].opening = before[i];
            members_[i].closing.booked = members_[i].opening.booked;
            if (!credited.empty())
                members_[i].credited = credited[i];
        }
        result_.accounts = !before.empty();
        result_.as_called = result_.received_as_called = true;
        for (const MemberPayment& payment : budget.received) {
            if (payment.entity != entity || budget.exercise_of(payment) != exercise)
                continue;
            result_.received_as_called = false;
            payments_[payment.member] += payment.amount;
        }
        for (const MemberPayment& payment : budget.paid) {
            if (payment.entity != entity || budget.exercise_of(payment) != exercise)
                continue;
            result_.as_called = false;
            if (payment.kind == CallKind::charge)
                payments_[payment.member] += payment.amount;
            else
                members_[payment.member].advance += payment.amount;
        }
    }

    Settlement run(const std::vector<Call>& calls, std::span<const Call> third_parties) {
        for (const Call& call : calls)
            add(call);
        for (const Call& call : third_parties)
            add(call);
        for (MemberSettlement& member : members_) {
            owe(member);
            pay(member);
            if (!budget_.is_member(member.member)) {
                keep_outside(member);
                continue;
            }
            deduct(member);
            part_by_tax(member);
            close(member);
            if (member.total != SettledAmounts() || member.advance != Money() || member.credited != Money() ||
                member.set_off != Money() || member.opening != AccountState())
                keep(member);
        }
        result_.all = total_of(std::array{result_.all, result_.total});
        return std::move(result_);
    }

 private:
    void keep_outside(MemberSettlement& party) {
        result_.all = total_of(std::array{result_.all, party.total});
        if (party.total != SettledAmounts())
            result_.third_parties.push_back(std::move(party));
    }

    void add(const Call& call) {
        MemberSettlement& member = members_[call.member];
        if (call.kind() != CallKind::charge) {
            member.closing.booked += call.amount;
            if (result_.as_called)
                member.advance += call.amount;
            return;
        }
        member.total.called += call.amount;
        if (call.line)
            member.lines[*call.line].called += call.amount;
    }

    void owe(MemberSettlement& member) const {
        for (std::size_t i = 0; i < member.lines.size(); ++i) {
            member.lines[i].share = shares_.lines[i].exercise.shares[member.member];
            member.total.share += member.lines[i].share;
        }
    }

    void pay(MemberSettlement& member) const {
        const bool as_called = budget_.is_member(member.member) ? result_.as_called : result_.received_as_called;
        member.total.paid = as_called ? member.total.called : payments_[member.member];
        const bool as_called_by_line = member.total.paid == member.total.called;
        const std::vector<Money> paid = over_lines(member.total.paid, column(member, &SettledAmounts::called));
        for (std::size_t i = 0; i < member.lines.size(); ++i)
            member.lines[i].paid = as_called_by_line ? member.lines[i].called : paid[i];
    }

    // All of the share where it was repaid.
    static void deduct(MemberSettlement& member) {
        const Money repaid = std::min(std::max(member.total.paid, Money()), member.total.share);
        const std::vector<Money> parts = over_lines(repaid, column(member, &SettledAmounts::share));
        member.total.deductible = repaid;
        for (std::size_t i = 0; i < member.lines.size(); ++i)
            member.lines[i].deductible = repaid == member.total.share ? member.lines[i].share : parts[i];
    }

    // In proportion to what the share has of each; all to the first where it has nothing.
    void part_by_tax(MemberSettlement& member) const {
        for (std::size_t i = 0; i < member.lines.size(); ++i) {
            const std::vector<TaxShares>& all = shares_.lines[i].taxes;
            std::vector<SettledTax>& taxes = member.taxes.emplace_back();
            std::vector<Money> shares;
            for (const TaxShares& of : all) {
                shares.push_back(of.shares[member.member]);
                taxes.push_back({of.category, {}});
            }
            if (taxes.empty())
                continue;
            const auto part = [&](Money SettledAmounts::*of) {
                const Money whole = member.lines[i].*of;
                std::vector<Money> parts = over_lines(whole, shares);
                if (of == &SettledAmounts::share ||
                    (of == &SettledAmounts::deductible && whole == member.lines[i].share))
                    parts = shares;
                else if (std::ranges::none_of(shares, [](Money share) { return share > Money(); }))
                    parts.front() = whole;
                for (std::size_t t = 0; t < taxes.size(); ++t)
                    taxes[t].amounts.*of = parts[t];
            };
            part(&SettledAmounts::called);
            part(&SettledAmounts::paid);
            part(&SettledAmounts::share);
            part(&SettledAmounts::deductible);
        }
    }

    // Who has left gets their advances: what they paid of them counts, while of the books all that was called for goes.
    static void close(MemberSettlement& member) {
        AccountState& closing = member.closing;
        closing.account = member.opening.account + member.total.balance() + member.credited;
        closing.advances = member.opening.advances + member.advance;
        closing.booked += member.credited;
        if (!member.left)
            return;
        member.given_back = closing.advances;
        member.set_off = closing.booked;
        closing = {closing.account + closing.advances, {}, {}};
    }

    static std::vector<Money> column(const MemberSettlement& member, Money SettledAmounts::*of) {
        std::vector<Money> amounts;
        for (const SettledAmounts& line : member.lines)
            amounts.push_back(line.*of);
        return amounts;
    }

    static void add(AccountState& sum, const AccountState& more) {
        sum.account += more.account;
        sum.advances += more.advances;
        sum.booked += more.booked;
    }

    void keep(MemberSettlement& member) {
        result_.total = total_of(std::array{result_.total, member.total});
        result_.advance += member.advance;
        result_.credited += member.credited;
        result_.given_back += member.given_back;
        add(result_.opening, member.opening);
        add(result_.closing, member.closing);
        result_.members.push_back(std::move(member));
    }

    const Budget& budget_;
    const ExerciseShares& shares_;
    std::vector<MemberSettlement> members_;  // and third parties
    std::vector<Money> payments_;            // for charges, by payer
    Settlement result_;
};

}  // namespace

Money SettledAmounts::balance() const {
    return paid - share;
}

Money MemberSettlement::final_account() const {
    return closing.account;
}

Money MemberSettlement::final_total() const {
    return final_account() - due_later;
}

SettledAmounts total_of(std::span<const SettledAmounts> all) {
    SettledAmounts total;
    for (const SettledAmounts& each : all) {
        total.called += each.called;
        total.paid += each.paid;
        total.share += each.share;
        total.deductible += each.deductible;
    }
    return total;
}

Settlement settle(const Budget& budget, const std::vector<Call>& calls, const ExerciseShares& shares,
                  EntityIndex entity, std::int16_t exercise, std::span<const AccountState> before,
                  std::span<const Money> credited, std::span<const Call> third_parties) {
    return Settling(budget, shares, entity, exercise, before, credited).run(calls, third_parties);
}

}  // namespace msp
