// SPDX-License-Identifier: MIT
// Whatever is called, changed, spent, paid and distributed: entries balance and come to what members owe, calls follow
// a changed budget to the cent, current accounts add up, and no unpaid cent is lost.
#include <msp/plan/accounts.hpp>
#include <msp/plan/entries.hpp>
#include <msp/plan/unpaid.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tests/support/any_budget.hpp>
#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>
#include <tuple>
#include <utility>

using namespace msp;
using namespace msp::test;

namespace {

constexpr std::int16_t booked_year = 2026;

std::string day_of_booked_year() {
    return iso(Month(booked_year, static_cast<unsigned>(any(1, 12))).day(static_cast<unsigned>(any(1, 28))));
}

std::string cents_text(int least, int most) {
    return plain(Money::from_cents(any(least, most)));
}

// Members who come and go, lines that are changed during the year, an advance, costs, payments, a distribution.
std::string any_booked_house() {
    std::string text(one_bank);
    const int members = any(1, 4);
    static constexpr std::array changes = {"catch-up", "spread", "settlement"};
    text += "[charges]\nchange = \"" + std::string(changes.at(static_cast<std::size_t>(any(0, 2)))) + "\"\ncalls = \"" +
            (any(0, 1) == 0 ? "month" : "quarter") + "\"\nday = " + std::to_string(any(1, 28)) + "\n";
    for (int i = 0; i < members; ++i) {
        text += "[[member]]\nid = \"m" + std::to_string(i) + "\"\n";
        if (i != 0 && any(0, 2) == 0)  // the first is always there
            text += "out = " + day_of_booked_year() + "\n";
    }
    text += equal_key_text();
    const int lines = any(1, 4);
    for (int i = 0; i < lines; ++i) {
        text += "[[expense]]\nid = \"x" + std::to_string(i) +
                "\"\ncategory = \"rent\"\namount = " + cents_text(1, 300'000) +
                "\nevery = \"month\"\nfrom = \"2026-01\"\nday = 5\nshared = \"equal\"\n";
        if (any(0, 1) == 0)
            text += "index = [{ date = 2026-" + std::string(any(0, 1) == 0 ? "04" : "09") + "-01, rate = \"" +
                    std::to_string(any(-40, 60)) + " %\", voted = " + day_of_booked_year() + " }]\n";
        if (any(0, 3) == 0)
            text += "voted = " + day_of_booked_year() + "\n";
        if (any(0, 1) == 0)
            text += "[[spent]]\nline = \"x" + std::to_string(i) +
                    "\"\nexercise = 2026\namount = " + cents_text(0, 4'000'000) + "\n";
    }
    text += "[[call]]\nid = \"roof\"\nkind = \"works\"\nshared = \"equal\"\ncalls = [{ date = " + day_of_booked_year() +
            ", amount = " + cents_text(0, 100'000) + " }]\n";
    const auto member = [&] { return "member = \"m" + std::to_string(any(0, members - 1)) + "\"\n"; };
    for (int payments = any(1, 8); payments > 0; --payments)
        text += "[[paid]]\n" + member() + "date = " + day_of_booked_year() +
                "\namount = " + cents_text(-1000, 500'000) + "\nkind = \"" + (any(0, 3) == 0 ? "works" : "charge") +
                "\"\n";
    if (any(0, 1) == 0)
        text +=
            "[[current_account]]\nmember = \"m0\"\ndate = 2026-01-01\namount = " + cents_text(-50'000, 50'000) + "\n";
    static constexpr std::array ways = {"fees", "result", "current-account"};
    text += "[[distribution]]\nid = \"d\"\ndate = " + day_of_booked_year() + "\nas = \"" +
            std::string(ways.at(static_cast<std::size_t>(any(0, 2)))) + "\"\nenvelope = " + cents_text(0, 900'000) +
            "\n";
    for (int i = 0; i < members; ++i)
        text +=
            "[[participation]]\nmember = \"m" + std::to_string(i) + "\"\nhours = " + std::to_string(any(1, 99)) + "\n";
    return text;
}

struct Booked {
    explicit Booked(const std::string& text) : budget(budget_of(text)), days(days_of(budget, booked_year, 0)) {
        Diagnostics problems;
        before = accounts_before(budget, 0, booked_year, problems);
        exercise = settled_exercise(budget, 0, booked_year, before, problems).value();
        distributions.push_back(distributed(budget, 0, problems).value());
    }

    Budget budget;
    Window days;
    std::vector<AccountState> before;
    std::optional<SettledExercise> exercise;
    std::vector<Distributed> distributions;

    // What the distribution credits to current accounts until a day, by member.
    [[nodiscard]] std::vector<Money> credited_by(Date day) const {
        std::vector<Money> credited(budget.members.size());
        const Distributed& made = distributions.front();
        for (const Payment& payment : payments_of(budget, made)) {
            if (made.of->as == PaidAs::current_account && payment.date <= day)
                credited[made.beneficiaries[payment.beneficiary].member] += payment.amount;
        }
        return credited;
    }
};

}  // namespace

TEST_CASE("entries balance, and members and income come to what is owed") {
    CHECK(rc::check([] {
        const Booked booked(any_booked_house());
        const std::vector<JournalEntry> entries = entries_of(
            booked.budget, booked.exercise->calls, booked.exercise->settlement, booked.distributions, 0, booked.days);
        std::map<const JournalEntry*, Money> by_entry;
        std::map<AccountRole, Money> by_account;
        std::vector<Money> owed(booked.budget.members.size());
        std::vector<Money> held(owed.size());
        Date last = booked.days.first;
        for (const Posting& posting : postings_of(entries)) {
            RC_ASSERT(!posting.debit.negative() && !posting.credit.negative());
            RC_ASSERT((posting.debit == Money()) != (posting.credit == Money()));
            RC_ASSERT(posting.entry->date >= last && posting.entry->date <= booked.days.last);
            last = posting.entry->date;
            by_entry[posting.entry] += posting.debit - posting.credit;
            by_account[posting.account] += posting.debit - posting.credit;
            if (posting.account == AccountRole::members)
                owed[posting.entry->member] += posting.debit - posting.credit;
            if (posting.account == AccountRole::advances)
                held[posting.entry->member] += posting.credit - posting.debit;
        }
        for (const auto& [entry, balance] : by_entry)
            RC_ASSERT(balance == Money());
        Money shares;
        for (const LineShares& line : booked.exercise->real.lines)
            shares += line.exercise.total;
        RC_ASSERT(by_account[AccountRole::income] == opposite(shares));
        // Of who has left, all that advances and distributions brought is set against what they owe.
        std::vector<Money> expected(owed.size());
        std::vector<Money> expected_held = booked.credited_by(booked.days.last);
        for (const Call& call : booked.exercise->calls) {
            expected[call.member] += call.kind() == CallKind::charge ? Money() : call.amount;
            expected_held[call.member] += call.kind() == CallKind::charge ? Money() : call.amount;
        }
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if (!booked.budget.members[i].out)
                continue;
            expected[i] -= expected_held[i];
            expected_held[i] = Money();
        }
        for (const LineShares& line : booked.exercise->real.lines) {
            for (std::size_t i = 0; i < expected.size(); ++i)
                expected[i] += line.exercise.shares[i];
        }
        RC_ASSERT(owed == expected);
        RC_ASSERT(held == expected_held);
        const Money distributed_in_all = booked.distributions.front().total;
        RC_ASSERT(by_account[AccountRole::fees] + by_account[AccountRole::result] == distributed_in_all);
    }));
}

TEST_CASE("calls follow a budget that is changed: what they miss of it was voted after them") {
    CHECK(rc::check([] {
        const Booked booked(any_booked_house());
        const CallTerms terms = call_terms_of(booked.budget, 0);
        const std::vector<LineShares>& lines = booked.exercise->voted.lines;
        std::map<std::pair<std::size_t, std::size_t>, Money> called;
        std::map<std::size_t, Date> last_call;
        for (const Call& call : booked.exercise->calls) {
            if (!call.line)
                continue;
            called[{*call.line, call.member}] += call.amount;
        }
        // The day of a member's last call is that of the last month or quarter in which they are there.
        const int step = terms.rhythm == CallRhythm::month ? 1 : 3;
        for (std::size_t i = 0; i < booked.budget.members.size(); ++i) {
            const Date out = booked.budget.members[i].out.value_or(booked.days.last);
            const Month month = Month::of(std::min(out, booked.days.last));
            last_call[i] = (month - static_cast<int>(month.month() - 1) % step).day(terms.day);
        }
        const bool follows = terms.change != CallChange::settle || booked.exercise->charges.earlier.empty();
        for (std::size_t line = 0; line < lines.size(); ++line) {
            for (std::size_t i = 0; i < booked.budget.members.size(); ++i) {
                const bool known =
                    std::ranges::all_of(booked.exercise->charges.earlier,
                                        [&](const EarlierLines& earlier) { return earlier.until <= last_call[i]; });
                const Money all = called[{line, i}];
                if (known && follows)
                    RC_ASSERT(all == lines[line].exercise.shares[i]);
            }
        }
    }));
}

TEST_CASE("a current account is its opening, the payments and the shares, whoever left") {
    CHECK(rc::check([] {
        const Booked booked(any_booked_house());
        const Settlement& settlement = booked.exercise->settlement;
        std::vector<Money> paid(booked.budget.members.size());
        std::vector<Money> advanced(paid.size());
        for (const MemberPayment& payment : booked.budget.paid)
            (payment.kind == CallKind::charge ? paid : advanced)[payment.member] += payment.amount;
        const std::vector<Money> credited = booked.credited_by(booked.days.last);
        for (const MemberSettlement& member : settlement.members) {
            const bool left = booked.budget.members[member.member].out.has_value();
            Money account = paid[member.member] - member.total.share + credited[member.member];
            if (!booked.before.empty())
                account += booked.before[member.member].account;
            if (left)
                account += advanced[member.member];
            RC_ASSERT(member.closing.account == account);
            RC_ASSERT(member.left.has_value() == left);
            RC_ASSERT(member.closing.advances == (left ? Money() : advanced[member.member]));
            RC_ASSERT(member.final_account() == member.closing.account);
        }
        // The year after opens with what this one closed with.
        if (booked.before.empty())
            return;
        Diagnostics problems;
        const std::vector<AccountState> next = accounts_before(booked.budget, 0, booked_year + 1, problems);
        for (const MemberSettlement& member : settlement.members)
            RC_ASSERT(next[member.member] == member.closing);
    }));
}

TEST_CASE("what is unpaid is what was called less what was paid, by age and in all") {
    CHECK(rc::check([] {
        const Booked booked(any_booked_house());
        const Date as_of = Month(booked_year, static_cast<unsigned>(any(1, 12))).last();
        Diagnostics problems;
        const Unpaid found = unpaid_calls(booked.budget, 0, booked_year, as_of, problems).value();
        // What is owed, and what was paid with the credits, of each member and kind.
        std::map<std::pair<std::size_t, CallKind>, std::pair<Money, Money>> pools;
        const auto owe = [&](std::size_t member, CallKind kind, Money amount) {
            auto& [owed, paid] = pools[{member, kind}];
            (amount.negative() ? paid : owed) += absolute(amount);
        };
        for (const AccountOpening& opening : booked.budget.openings)
            owe(opening.member, CallKind::charge, opposite(opening.amount));
        std::map<std::tuple<std::size_t, CallKind, Date>, Money> calls;
        for (const Call& call : booked.exercise->calls)
            calls[{call.member, call.kind(), call.date}] += call.date <= as_of ? call.amount : Money();
        for (const auto& [of, amount] : calls)
            owe(std::get<0>(of), std::get<1>(of), amount);
        for (const MemberPayment& payment : booked.budget.paid)
            pools[{payment.member, payment.kind}].second += payment.date <= as_of ? payment.amount : Money();
        const std::vector<Money> credited = booked.credited_by(as_of);
        for (std::size_t i = 0; i < credited.size(); ++i) {
            Money& paid = pools[{i, CallKind::charge}].second;
            paid += credited[i];
            // Who has left owes no advance, and what they advanced pays the rest.
            if (booked.budget.members[i].out.value_or(booked.days.last + 1) > as_of)
                continue;
            paid += pools[{i, CallKind::works}].second;
            pools.erase({i, CallKind::works});
        }
        std::vector<Money> unpaid(booked.budget.members.size());
        std::vector<Money> credit(unpaid.size());
        for (const auto& [of, pool] : pools) {
            const auto& [owed, paid] = pool;
            unpaid[of.first] += owed - std::clamp(paid, Money(), owed);
            credit[of.first] += std::max(paid - owed, Money());
        }
        Money all;
        for (const MemberDebts& member : found.members) {
            RC_ASSERT(member.total == unpaid[member.member]);
            RC_ASSERT(member.credit == credit[member.member]);
            Money by_age;
            for (const Money amount : member.by_age)
                by_age += amount;
            RC_ASSERT(by_age == member.total);
            Date oldest = Month(1999, 12).first();
            for (const UnpaidCall& call : member.calls) {
                RC_ASSERT(call.unpaid > Money() && call.unpaid <= call.called);
                RC_ASSERT(call.date >= oldest && call.date <= as_of && call.days == as_of - call.date);
                oldest = call.date;
            }
            all += member.total;
        }
        RC_ASSERT(found.total == all);
        RC_ASSERT(all == sum(unpaid));
    }));
}
