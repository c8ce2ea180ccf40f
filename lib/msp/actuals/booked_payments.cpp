// SPDX-License-Identifier: MIT
#include <msp/actuals/actuals.hpp>
#include <msp/actuals/booked_payments.hpp>
#include <msp/actuals/letter_sets.hpp>
#include <msp/charges/calls.hpp>
#include <msp/read/word.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace msp {
namespace {

bool begins(std::string_view account, std::string_view prefix) {
    return account.starts_with(prefix);
}

// Who has this account of their own in the budget; nobody where several have.
class Payers {
 public:
    explicit Payers(const Budget& budget) {
        for (std::size_t payer = 0; payer < budget.payers(); ++payer) {
            const std::string& account =
                budget.is_member(payer) ? budget.members[payer].account : budget.payer_id(payer);
            const auto [known, fresh] = by_account_.try_emplace(folded(account), budget.person_of(payer));
            if (!fresh && known->second != budget.person_of(payer))
                known->second = std::nullopt;
        }
    }

    [[nodiscard]] std::optional<std::size_t> named(std::string_view account) const {
        const auto found = by_account_.find(folded(account));
        return found == by_account_.end() ? std::nullopt : found->second;
    }

    // 411DUPONT, 411000DUPONT, and 4110012 of who has 12 or 4110012.
    [[nodiscard]] std::optional<std::size_t> numbered(std::string_view account, std::string_view common) const {
        if (const auto whole = named(account))
            return whole;
        std::string_view own = account.substr(common.size());
        if (own.empty())
            return std::nullopt;
        if (const auto behind = named(own))
            return behind;
        own.remove_prefix(std::min(own.find_first_not_of('0'), own.size()));
        return own.empty() ? std::nullopt : named(own);
    }

 private:
    std::map<std::string, std::optional<std::size_t>> by_account_;
};

class PaymentsOfBooks {
 public:
    PaymentsOfBooks(const Budget& budget, EntityIndex entity, const Ledgers& ledgers)
        : budget_(budget),
          ledgers_(ledgers),
          accounts_(call_terms_of(budget, entity).ledger),
          payers_(budget),
          pieces_(pieces_of(ledgers)),
          kinds_(account_kinds(budget, entity, ledgers)),
          sets_(ledgers, pieces_, kinds_) {
        made_.entity = entity;
    }

    BookedPayments run() {
        find_calls();
        // A payment may come in parts, by what it is for.
        std::map<std::uint32_t, CashMove> whole;  // by line
        const CashSink sink = [&](std::size_t part, const CashMove& move) {
            if (move.kind != CashKind::mapped && move.kind != CashKind::unmapped)
                return;
            const auto [known, fresh] = whole.try_emplace(ledgers_.first_of(part) + move.line, move);
            known->second.amount += fresh ? Money() : move.amount;
        };
        for (const CashTotals& part : cash_of(budget_, made_.entity, ledgers_, {}, sink)) {
            if (!part.last)
                continue;
            made_.until = part.until;
            for (const Window& days : part.covered)
                made_.first = std::min(made_.first.value_or(days.first), days.first);
        }
        for (const auto& [line, move] : whole)
            add(line, move);
        std::ranges::stable_sort(made_.payments, {}, &MemberPayment::date);
        for (const auto& [key, row] : rows_) {
            made_.rows.push_back(row);
            made_.all += row.amount;
        }
        compare_typed();
        return std::move(made_);
    }

 private:
    // A call as the books have it: what a member owes, and what for.
    struct BookedCall {
        std::uint64_t party;
        Money amount;
        Date date;
        bool advance;
    };

    static std::vector<LedgerPieces> pieces_of(const Ledgers& ledgers) {
        std::vector<LedgerPieces> pieces;
        for (std::size_t part = 0; part < ledgers.size(); ++part)
            pieces.emplace_back(ledgers[part]);
        return pieces;
    }

    [[nodiscard]] const std::string& number(std::uint32_t line) const {
        return ledgers_.accounts()[ledgers_.account(line)];
    }
    [[nodiscard]] bool is(AccountRole role, std::uint32_t line) const {
        return begins(number(line), accounts_.account(role));
    }

    // Whether the other side of a call's entry is an account of advances.
    [[nodiscard]] bool calls_advance(std::uint32_t line) const {
        const std::size_t part = ledgers_.part_of(line);
        const std::uint32_t first = ledgers_.first_of(part);
        const LedgerPiece piece = pieces_[part].of(line - first);
        for (std::uint32_t i = 0; i < piece.size(); ++i) {
            if (is(AccountRole::advances, first + piece[i]))
                return true;
        }
        return false;
    }

    // Those without a lettering code: payments are held against them by amount.
    void find_calls() {
        for (std::size_t part = 0; part < ledgers_.size(); ++part) {
            const std::uint32_t first = ledgers_.first_of(part);
            for (std::uint32_t i = 0; i < ledgers_[part].lines().size(); ++i) {
                const LedgerLine& line = ledgers_[part].lines()[i];
                if (line.letter == 0 && line.amount > Money() && is(AccountRole::members, first + i) &&
                    !ledgers_.opens(first + i) && !sets_.pays(first + i))
                    calls_.push_back({ledgers_.party(first + i), line.amount, line.date, calls_advance(first + i)});
            }
        }
        std::ranges::sort(calls_, {}, [](const BookedCall& call) { return std::pair(call.party, call.amount); });
    }

    // For a reserve or for works, as what was called then; a charge where the entity calls for neither.
    [[nodiscard]] CallKind advance_of(Date day) const {
        const AdvanceCall* last = nullptr;
        Date called;
        for (const AdvanceCall& advance : budget_.advances) {
            for (const DatedAmount& call : advance.calls) {
                if (advance.entity == made_.entity && (last == nullptr || (call.date <= day && call.date > called))) {
                    last = &advance;
                    called = call.date;
                }
            }
        }
        return last == nullptr ? CallKind::charge : last->kind;
    }

    // What each kind has of the lettered calls that a payment pays.
    [[nodiscard]] std::map<CallKind, Money> lettered(std::uint32_t line) {
        std::map<CallKind, Money> called;
        for (const std::uint32_t each : sets_.of(line).lines) {
            if (!sets_.pays(each) && !ledgers_.opens(each))
                called[calls_advance(each) ? advance_of(ledgers_.line(each).date) : CallKind::charge] +=
                    ledgers_.line(each).amount;
        }
        return called;
    }

    [[nodiscard]] CallKind by_amount(std::uint32_t line, const CashMove& move) const {
        const std::pair wanted(ledgers_.party(line), move.amount);
        const auto of = [](const BookedCall& call) { return std::pair(call.party, call.amount); };
        std::optional<Date> advance;
        for (auto call = std::ranges::lower_bound(calls_, wanted, {}, of); call != calls_.end() && of(*call) == wanted;
             ++call) {
            if (call->date > move.date)
                continue;
            if (!call->advance)
                return CallKind::charge;
            advance = std::max(advance, std::optional(call->date));
        }
        return advance ? advance_of(*advance) : CallKind::charge;
    }

    void add(std::uint32_t line, const CashMove& move) {
        const bool of_members = is(AccountRole::members, line);
        const bool of_advances = is(AccountRole::advances, line);
        const std::string& auxiliary = ledgers_.auxiliaries()[ledgers_.auxiliary(line)];
        // Without a name income may be anybody's.
        if (!of_members && !of_advances && (auxiliary.empty() || !is(AccountRole::income, line)))
            return;
        const AccountRole role = of_members ? AccountRole::members : AccountRole::advances;
        const std::optional<std::size_t> payer =
            auxiliary.empty() ? payers_.numbered(number(line), accounts_.account(role)) : payers_.named(auxiliary);
        if (!payer || !budget_.is_member(*payer))
            return add(line, move, payer, CallKind::charge, move.amount);
        if (of_advances)
            return add(line, move, payer, move.amount.negative() ? CallKind::charge : advance_of(move.date),
                       move.amount);
        if (!of_members || ledgers_.line(line).letter == 0)
            return add(line, move, payer, by_amount(line, move), move.amount);
        std::vector<CallKind> kinds;
        std::vector<Money> weights;
        for (const auto& [kind, called] : lettered(line)) {
            kinds.push_back(kind);
            weights.push_back(called);
        }
        if (sum(weights) == Money())
            return add(line, move, payer, CallKind::charge, move.amount);
        const std::vector<Money> parts = apportioned(move.amount, weights);
        for (std::size_t i = 0; i < parts.size(); ++i)
            add(line, move, payer, kinds[i], parts[i]);
    }

    void add(std::uint32_t line, const CashMove& move, std::optional<std::size_t> payer, CallKind kind, Money amount) {
        if (amount == Money())
            return;
        const std::string& auxiliary = ledgers_.auxiliaries()[ledgers_.auxiliary(line)];
        const auto [place, fresh] =
            rows_.try_emplace({payer.value_or(budget_.payers()), kind, number(line), auxiliary});
        BookedPayer& row = place->second;
        if (fresh)
            row = {payer, kind, number(line), auxiliary, 0, move.date, move.date, {}};
        row.first = std::min(row.first, move.date);
        row.last = std::max(row.last, move.date);
        row.amount += amount;
        ++row.count;
        if (payer)
            made_.payments.push_back({*payer, made_.entity, kind, move.date, amount, {}, place_of(*payer)});
    }

    [[nodiscard]] const Place& place_of(std::size_t payer) const {
        return budget_.is_member(payer) ? budget_.members[payer].place
                                        : budget_.third_parties[payer - budget_.members.size()].place;
    }

    void compare_typed() {
        if (!made_.first || made_.payments.empty())
            return;
        std::map<std::pair<std::size_t, CallKind>, BookedPayments::Typed> typed;
        for (const std::vector<MemberPayment>* all : {&budget_.paid, &budget_.received}) {
            for (const MemberPayment& payment : *all) {
                if (payment.entity != made_.entity || payment.date < *made_.first || payment.date > made_.until)
                    continue;
                const auto [of, fresh] =
                    typed.try_emplace({payment.member, payment.kind},
                                      BookedPayments::Typed{payment.member, payment.kind, {}, {}, payment.place});
                of->second.typed += payment.amount;
            }
        }
        for (const MemberPayment& payment : made_.payments) {
            const auto found = typed.find({payment.member, payment.kind});
            if (found != typed.end())
                found->second.booked += payment.amount;
        }
        for (const auto& [key, of] : typed) {
            if (of.typed != of.booked)
                made_.typed.push_back(of);
        }
    }

    const Budget& budget_;
    const Ledgers& ledgers_;
    Ledger accounts_;
    Payers payers_;
    std::vector<LedgerPieces> pieces_;
    AccountKinds kinds_;
    LetterSets sets_;
    std::vector<BookedCall> calls_;  // by party and amount
    std::map<std::tuple<std::size_t, CallKind, std::string, std::string>, BookedPayer> rows_;
    BookedPayments made_;
};

}  // namespace

BookedPayments booked_payments(const Budget& budget, EntityIndex entity, const Ledgers& ledgers) {
    return PaymentsOfBooks(budget, entity, ledgers).run();
}

void take_booked(Budget& budget, const BookedPayments& booked) {
    if (!booked.first || booked.payments.empty())
        return;
    std::vector<MemberPayment> typed;
    for (std::vector<MemberPayment>* all : {&budget.paid, &budget.received}) {
        const auto of_books = [&](const MemberPayment& each) {
            return each.entity == booked.entity && each.date >= *booked.first && each.date <= booked.until;
        };
        std::ranges::copy_if(*all, std::back_inserter(typed), of_books);
        std::erase_if(*all, of_books);
    }
    for (MemberPayment payment : booked.payments) {
        // Which exercise it pays only the budget can say, of that very payment.
        const auto same = std::ranges::find_if(typed, [&](const MemberPayment& each) {
            return each.member == payment.member && each.kind == payment.kind && each.date == payment.date &&
                   each.amount == payment.amount;
        });
        if (same != typed.end()) {
            payment.exercise = same->exercise;
            typed.erase(same);
        }
        (budget.is_member(payment.member) ? budget.paid : budget.received).push_back(payment);
    }
}

}  // namespace msp
