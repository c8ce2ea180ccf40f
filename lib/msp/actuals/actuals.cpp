// SPDX-License-Identifier: MIT
#include <msp/actuals/actuals.hpp>
#include <msp/actuals/payment_trace.hpp>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace msp {
namespace {

class CashReader {
 public:
    CashReader(const Budget& budget, EntityIndex entity, const Fec& ledger, const CashSink& sink)
        : budget_(budget),
          ledger_(ledger),
          sink_(sink),
          pieces_(ledger),
          kinds_(account_kinds(budget, entity, ledger)),
          chooser_(budget, entity, ledger),
          trace_(ledger, pieces_, kinds_),
          unmapped_(ledger.accounts().size() + 1) {
        totals_.openings.resize(budget.banks.size());
    }

    CashTotals run(std::optional<Date> until) {
        find_days();
        totals_.until = until.value_or(totals_.last.value_or(Date::last()));
        pieces_.each([this](const LedgerPiece& piece) { take(piece); });
        check();
        for (UnmappedCash& each : unmapped_) {
            if (each.count != 0)
                totals_.by_account.push_back(each);
        }
        std::ranges::stable_sort(totals_.by_account, [](const UnmappedCash& a, const UnmappedCash& b) {
            return absolute(a.amount) > absolute(b.amount);
        });
        totals_.ties = chooser_.ties();
        return std::move(totals_);
    }

 private:
    // What moves an account: a line that does not hold cash itself, and what it brings.
    struct Cause {
        std::uint32_t line;
        Money amount;
    };

    [[nodiscard]] const LedgerLine& line(std::uint32_t index) const { return ledger_.lines()[index]; }

    // A year-end entry on a bank must not pass for what the bank did: the journals count half of whose entries at least
    // move cash.
    void find_days() {
        struct OfJournal {
            std::uint32_t entries = 0;
            std::uint32_t moving = 0;
            std::optional<Date> first;
            std::optional<Date> last;
        };
        std::vector<OfJournal> journals(ledger_.journals().size());
        pieces_.each([&](const LedgerPiece& piece) {
            OfJournal& of = journals[ledger_.journal_of(line(piece[0]))];
            std::optional<Date> day;
            for (std::uint32_t i = 0; i < piece.size(); ++i) {
                if (kinds_[line(piece[i])] == AccountKind::balances)
                    return;  // opens or closes all accounts, whatever its journal
                if (kinds_.holds_cash(line(piece[i])))
                    day = std::max(day.value_or(Date::first()), ledger_.moved_on(line(piece[i])));
            }
            ++of.entries;
            if (!day)
                return;
            ++of.moving;
            of.first = std::min(of.first.value_or(*day), *day);
            of.last = std::max(of.last.value_or(*day), *day);
        });
        for (std::uint32_t i = 0; i < journals.size(); ++i) {
            const OfJournal& of = journals[i];
            if (ledger_.opens(i) || of.moving == 0 || of.moving * 2 < of.entries)
                continue;
            totals_.first = std::min(totals_.first.value_or(*of.first), *of.first);
            totals_.last = std::max(totals_.last.value_or(*of.last), *of.last);
        }
    }

    void take(const LedgerPiece& piece) {
        moved_.clear();
        causes_.clear();
        Money transit;
        bool opens = ledger_.opens(line(piece[0]));
        bool has_result = false;
        const LedgerLine* main = nullptr;
        for (std::uint32_t i = 0; i < piece.size(); ++i) {
            const LedgerLine& each = line(piece[i]);
            if (kinds_[each] == AccountKind::balances) {
                if (ledger_.accounts()[each.account].starts_with("891"))
                    return;  // closes all accounts
                opens = true;
            }
            if (!kinds_.holds_cash(each)) {
                causes_.push_back({piece[i], -each.amount});
                has_result = has_result || is_result(each);
                continue;
            }
            add_moved(kinds_.banks[each.account], each.amount);
            transit += kinds_[each] == AccountKind::transit ? each.amount : Money();
            if (main == nullptr || absolute(each.amount) > absolute(main->amount))
                main = &each;
        }
        if (main == nullptr)
            return;
        if (opens && !has_result)  // an expense opens nothing: a journal may be called AN for another reason
            return open(transit);
        const Date day = ledger_.moved_on(*main);
        if (day > totals_.until) {
            for (const auto& [bank, amount] : moved_)
                totals_.later += amount;
            ++totals_.later_count;
            return;
        }
        totals_.on_the_way += transit;
        move_ = {};
        move_.date = day;
        move_.bank = kinds_.banks[main->account];
        parted(static_cast<std::uint32_t>(main - ledger_.lines().data()));
    }

    [[nodiscard]] bool is_result(const LedgerLine& of) const {
        const std::string_view account = ledger_.accounts()[of.account];
        return account.starts_with('6') || account.starts_with('7');
    }

    void add_moved(BankIndex bank, Money amount) {
        const auto found = std::ranges::find(moved_, bank, &std::pair<BankIndex, Money>::first);
        if (found == moved_.end())
            moved_.emplace_back(bank, amount);
        else
            found->second += amount;
    }

    void open(Money transit) {
        totals_.opened = true;
        totals_.on_the_way += transit;
        for (const auto& [bank, amount] : moved_)
            totals_.openings[bank] += amount;
        totals_.opening += sum_moved();
        totals_.closing += sum_moved();
    }

    [[nodiscard]] Money sum_moved() const {
        Money sum;
        for (const auto& [bank, amount] : moved_)
            sum += amount;
        return sum;
    }

    // All that is for others is on the account that moved most; accounts of the entity then pay each other.
    void parted(std::uint32_t cash_line) {
        const Money all = sum_moved();
        totals_.closing += all;
        Money explained;
        for (const Cause& cause : causes_)
            explained += cause.amount;
        for (const auto& [bank, amount] : moved_) {
            const Money internal = amount - (bank == move_.bank ? all : Money());
            if (internal != Money() && sink_)
                sink_({internal, move_.date, transfer(), cash_line, line(cash_line).account, bank, CashKind::internal,
                       false});
        }
        if (explained != all)
            unmapped(cash_line, no_account, all - explained, false);
        leave_out_settled();
        spread_tax();
        for (const Cause& cause : causes_) {
            if (cause.amount == Money())
                continue;
            if (kinds_[line(cause.line)] == AccountKind::party)
                of_party(cause);
            else
                placed({cause.line, line(cause.line).account, {}, !cause.amount.negative()}, cause.amount, false);
        }
    }

    // The one that the budget has from the account that pays to the one that receives.
    [[nodiscard]] ItemIndex transfer() const {
        for (const Line& line : budget_.lines) {
            const auto moves = [this](BankIndex bank, bool out) {
                return std::ranges::any_of(moved_, [&](const auto& moved) {
                    return moved.first == bank && moved.second != Money() && moved.second.negative() == out;
                });
            };
            if (budget_.items[line.item].origin == Origin::transfer && moves(line.bank, true) &&
                moves(line.paid_to, false))
                return line.item;
        }
        return no_item;
    }

    // A party that the entry charges and pays at once is not what moved the account.
    void leave_out_settled() {
        const auto same = [this](const Cause& a, const Cause& b) {
            return kinds_[line(a.line)] == AccountKind::party && line(a.line).account == line(b.line).account &&
                   line(a.line).auxiliary == line(b.line).auxiliary;
        };
        for (std::size_t i = 0; i < causes_.size(); ++i) {
            for (std::size_t j = i + 1; j < causes_.size() && causes_[i].amount != Money() && j < i + most_near; ++j) {
                if (causes_[j].amount == -causes_[i].amount && same(causes_[i], causes_[j]))
                    causes_[i].amount = causes_[j].amount = Money();
            }
        }
    }

    // VAT is part of what it stands beside.
    void spread_tax() {
        Money tax;
        std::vector<std::size_t> natures;
        std::vector<Money> weights;
        for (std::size_t i = 0; i < causes_.size(); ++i) {
            const AccountKind kind = kinds_[line(causes_[i].line)];
            tax += kind == AccountKind::tax ? causes_[i].amount : Money();
            if (kind == AccountKind::nature) {
                natures.push_back(i);
                weights.push_back(causes_[i].amount);
            }
        }
        if (tax == Money() || sum(weights) == Money())
            return;
        for (Cause& cause : causes_)
            cause.amount = kinds_[line(cause.line)] == AccountKind::tax ? Money() : cause.amount;
        const std::vector<Money> parts = apportioned(tax, weights);
        for (std::size_t i = 0; i < natures.size(); ++i)
            causes_[natures[i]].amount += parts[i];
    }

    void of_party(const Cause& cause) {
        std::vector<TracedShare> shares = trace_.invoiced(cause.line);
        const MapFacts own = {cause.line, line(cause.line).account, {}, !cause.amount.negative()};
        if (shares.empty() && chooser_.choose(own) == nullptr)
            shares = trace_.usual(line(cause.line));
        std::vector<Money> weights;
        for (const TracedShare& share : shares)
            weights.push_back(share.weight);
        if (shares.empty() || enlarges(cause.amount, weights))
            return placed(own, cause.amount, false);
        const std::vector<Money> parts = apportioned(cause.amount, weights);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            MapFacts facts = {cause.line, shares[i].account, {}, !parts[i].negative()};
            if (shares[i].line != no_line)
                facts.invoice = shares[i].line;
            if (parts[i] != Money())
                placed(facts, parts[i], shares[i].estimated);
        }
    }

    // Whether parts would be larger than the payment and than what they pay: an invoice less a credit note of nearly as
    // much says nothing of a payment that is more than what is left.
    [[nodiscard]] static bool enlarges(Money amount, const std::vector<Money>& weights) {
        const Money all = sum(weights);
        return absolute(amount) > absolute(all) && std::ranges::any_of(weights, [&](Money weight) {
                   return weight != Money() && weight.negative() != all.negative();
               });
    }

    void placed(const MapFacts& facts, Money amount, bool estimated) {
        const MapRule* rule = chooser_.choose(facts);
        if (rule == nullptr)
            return unmapped(facts.line, facts.account, amount, estimated);
        totals_.mapped += amount;
        moved(facts.line, facts.account, amount, estimated, CashKind::mapped, rule->item);
    }

    void unmapped(std::uint32_t at, std::uint32_t account, Money amount, bool estimated) {
        totals_.unmapped += amount;
        UnmappedCash& of = account == no_account ? unmapped_.back() : unmapped_[account];
        if (of.count++ == 0) {
            of.account = account;
            of.line = at;
        }
        of.amount += amount;
        moved(at, account, amount, estimated, CashKind::unmapped, no_item);
    }

    void moved(std::uint32_t at, std::uint32_t account, Money amount, bool estimated, CashKind kind, ItemIndex item) {
        totals_.turnover += absolute(amount);
        totals_.estimated += estimated ? absolute(amount) : Money();
        if (!sink_)
            return;
        move_.amount = amount;
        move_.item = item;
        move_.line = at;
        move_.account = account;
        move_.kind = kind;
        move_.estimated = estimated;
        sink_(move_);
    }

    // No cent is lost, whatever stands in the export.
    void check() {
        if (totals_.opening + totals_.mapped + totals_.unmapped != totals_.closing)
            throw std::logic_error("mapped and unmapped money is not what moved the accounts");
        totals_.balance = totals_.closing - totals_.on_the_way;
    }

    static constexpr std::size_t most_near = 1000;  // lines of an entry that are held against each other

    const Budget& budget_;
    const Fec& ledger_;
    const CashSink& sink_;
    LedgerPieces pieces_;
    AccountKinds kinds_;
    MapChooser chooser_;
    PaymentTrace trace_;
    CashTotals totals_;
    std::vector<UnmappedCash> unmapped_;              // by account, then of entries that do not balance
    std::vector<std::pair<BankIndex, Money>> moved_;  // of the entry that is read
    std::vector<Cause> causes_;                       // likewise
    CashMove move_;                                   // likewise
};

}  // namespace

CashTotals cash_of(const Budget& budget, EntityIndex entity, const Fec& ledger, std::optional<Date> until,
                   const CashSink& sink) {
    return CashReader(budget, entity, ledger, sink).run(until);
}

std::vector<std::uint32_t> by_day(const std::vector<CashMove>& moves) {
    std::vector<std::uint32_t> positions(moves.size());
    std::iota(positions.begin(), positions.end(), 0U);
    std::ranges::sort(positions, {}, [&](std::uint32_t at) { return std::pair(moves[at].date, at); });
    return positions;
}

Money BookedBalances::after(const CashMove& move) {
    return held_[move.bank] += move.amount;
}

Quotient estimated_percent(const CashTotals& totals) {
    if (totals.turnover == Money())
        return {};
    constexpr std::int64_t percent = 100;
    return Quotient(totals.estimated.cents(), totals.turnover.cents()) * Quotient(percent);
}

}  // namespace msp
