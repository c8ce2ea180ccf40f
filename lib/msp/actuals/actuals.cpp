// SPDX-License-Identifier: MIT
#include <msp/actuals/actuals.hpp>
#include <msp/actuals/bank_days.hpp>
#include <msp/actuals/payment_trace.hpp>
#include <msp/money/quotient.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace msp {
namespace {

// One export among those of its entity.
class CashReader {
 public:
    CashReader(const Budget& budget, const Ledgers& ledgers, std::size_t part, const LedgerPieces& pieces,
               const AccountKinds& kinds, MapChooser& chooser, PaymentTrace& trace, const CashSink& sink)
        : budget_(budget),
          ledgers_(ledgers),
          part_(part),
          begin_(ledgers.first_of(part)),
          sink_(sink),
          pieces_(pieces),
          kinds_(kinds),
          chooser_(chooser),
          trace_(trace),
          unmapped_(ledgers.accounts().size() + 1) {
        totals_.openings.resize(budget.banks.size());
        totals_.closings.resize(budget.banks.size());
    }

    // `days` are those of its bank; `before` is the export that it follows.
    CashTotals run(const BankDays& days, Date until, const CashTotals* before) {
        totals_.first = days.first;
        totals_.last = days.last;
        totals_.until = until;
        if (const auto after = std::ranges::upper_bound(days.all, until); after != days.all.begin())
            totals_.last_used = *std::prev(after);
        pieces_.each([this](const LedgerPiece& piece) { take(piece); });
        if (!totals_.opened && before != nullptr)
            follow(*before);
        check();
        totals_.by_account = largest_first(unmapped_);
        return std::move(totals_);
    }

 private:
    // What moves an account: a line that does not hold cash itself, and what it brings.
    struct Cause {
        std::uint32_t line;
        Money amount;
    };

    [[nodiscard]] AccountKind kind_of(std::uint32_t line) const { return kinds_[ledgers_.account(line)]; }
    [[nodiscard]] bool is_party(std::uint32_t line) const { return kind_of(line) == AccountKind::party; }

    void take(const LedgerPiece& piece) {
        moved_.clear();
        causes_.clear();
        cash_lines_.clear();
        Money transit;
        const Fec& ledger = ledgers_[part_];
        bool opens = ledgers_.opens(begin_ + piece[0]);
        bool has_result = false;
        std::optional<std::uint32_t> main;
        Money most;
        for (std::uint32_t i = 0; i < piece.size(); ++i) {
            const std::uint32_t line = begin_ + piece[i];
            const std::uint32_t account = ledgers_.account(line);
            const Money amount = ledger.lines()[piece[i]].amount;
            if (kinds_[account] == AccountKind::balances) {
                if (ledgers_.accounts()[account].starts_with("891"))
                    return;  // closes all accounts
                opens = true;
            }
            if (!kinds_.holds_cash(account)) {
                causes_.push_back({line, -amount});
                has_result = has_result || is_result(account);
                continue;
            }
            totals_.has_cash = true;
            cash_lines_.push_back(line);
            add_moved(kinds_.banks[account], amount);
            transit += kinds_[account] == AccountKind::transit ? amount : Money();
            if (!main || absolute(amount) > most) {
                main = line;
                most = absolute(amount);
            }
        }
        if (!main)
            return;
        if (opens && !has_result)  // an expense opens nothing: a journal may be called AN for another reason
            return open(transit);
        const Date day = ledger.moved_on(ledgers_.line(*main));
        if (day > totals_.until) {
            for (const auto& [bank, amount] : moved_)
                totals_.later += amount;
            ++totals_.later_count;
            return;
        }
        totals_.on_the_way += transit;
        move_ = {};
        move_.date = day;
        move_.bank = kinds_.banks[ledgers_.account(*main)];
        move_.may_open = ledger.lines()[piece[0]].may_open != 0;
        parted(*main);
    }

    [[nodiscard]] bool is_result(std::uint32_t account) const {
        return ledgers_.accounts()[account].starts_with('6') || ledgers_.accounts()[account].starts_with('7');
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
        for (const auto& [bank, amount] : moved_) {
            totals_.openings[bank] += amount;
            totals_.closings[bank] += amount;
        }
        totals_.opening += sum_moved();
        totals_.closing += sum_moved();
    }

    void follow(const CashTotals& before) {
        totals_.follows = true;
        totals_.on_the_way += before.on_the_way;
        for (std::size_t bank = 0; bank < totals_.openings.size(); ++bank) {
            totals_.openings[bank] += before.closings[bank];
            totals_.closings[bank] += before.closings[bank];
        }
        totals_.opening += before.closing;
        totals_.closing += before.closing;
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
        const auto internal_of = [&](BankIndex bank, Money amount) {
            return amount - (bank == move_.bank ? all : Money());
        };
        const bool internal = std::ranges::any_of(
            moved_, [&](const auto& moved) { return internal_of(moved.first, moved.second) != Money(); });
        const ItemIndex item = internal ? transfer() : no_item;
        for (const auto& [bank, amount] : moved_) {
            totals_.closings[bank] += amount;
            if (internal_of(bank, amount) != Money() && sink_)
                sink_(part_, {.amount = internal_of(bank, amount),
                              .date = move_.date,
                              .item = item,
                              .line = cash_line - begin_,
                              .account = ledgers_.account(cash_line),
                              .bank = bank,
                              .kind = CashKind::internal,
                              .may_open = move_.may_open});
        }
        if (explained != all)
            unmapped(cash_line, no_account, all - explained, false);
        leave_out_settled();
        leave_out_written_off();
        spread_tax();
        for (const Cause& cause : causes_) {
            if (cause.amount == Money())
                continue;
            if (is_party(cause.line))
                of_party(cause);
            else
                placed(chosen(own(cause), cause.amount, Doubt::none));
        }
    }

    [[nodiscard]] MapFacts own(const Cause& cause) const {
        return {cause.line, ledgers_.account(cause.line), {}, !cause.amount.negative()};
    }

    // The one that the budget has from the account that pays to the one that receives: the one whose rule takes the
    // entry; else, of those without a rule, the only one, or the only one of the amount.
    [[nodiscard]] ItemIndex transfer() {
        const auto moves = [this](BankIndex bank, bool out) {
            return std::ranges::any_of(moved_, [&](const auto& moved) {
                return moved.first == bank && moved.second != Money() && moved.second.negative() == out;
            });
        };
        std::vector<const Line*> fit;
        for (const Line& line : budget_.lines) {
            if (budget_.items[line.item].origin != Origin::transfer || !moves(line.bank, true) ||
                !moves(line.paid_to, false))
                continue;
            if (std::ranges::find(budget_.map, line.item, &MapRule::item) == budget_.map.end())
                fit.push_back(&line);
            else if (takes_entry(line.item))
                return line.item;
        }
        if (fit.size() < 2)
            return fit.empty() ? no_item : fit.front()->item;
        std::vector<const Line*> equal;
        std::ranges::copy_if(fit, std::back_inserter(equal), [this](const Line* line) {
            return std::ranges::any_of(moved_,
                                       [&](const auto& moved) { return is_due(*line, absolute(moved.second)); });
        });
        if (equal.size() == 1)
            return equal.front()->item;
        if (!totals_.unclear_transfer)
            totals_.unclear_transfer = {fit[0]->item, fit[1]->item, cash_lines_.front() - begin_, 0};
        ++totals_.unclear_transfer->count;
        return no_item;
    }

    [[nodiscard]] bool takes_entry(ItemIndex item) {
        return std::ranges::any_of(cash_lines_, [&](std::uint32_t line) {
            const MapRule* rule =
                chooser_.choose({line, ledgers_.account(line), {}, !ledgers_.line(line).amount.negative()});
            return rule != nullptr && rule->item == item;
        });
    }

    [[nodiscard]] static bool is_due(const Line& line, Money amount) {
        return line.kind == AmountKind::dated
                   ? std::ranges::find(line.dated, amount, &DatedAmount::amount) != line.dated.end()
                   : line.kind == AmountKind::each && line.amount == amount;
    }

    // A party that the entry charges and pays at once is not what moved the account.
    void leave_out_settled() {
        const auto same = [this](const Cause& a, const Cause& b) {
            return is_party(a.line) && ledgers_.party(a.line) == ledgers_.party(b.line);
        };
        for (std::size_t i = 0; i < causes_.size(); ++i) {
            for (std::size_t j = i + 1; j < causes_.size() && causes_[i].amount != Money() && j < i + most_near; ++j) {
                if (causes_[j].amount == -causes_[i].amount && same(causes_[i], causes_[j]))
                    causes_[i].amount = causes_[j].amount = Money();
            }
        }
    }

    // What is written off of a debt while the rest of it is paid is no money.
    void leave_out_written_off() {
        Money off;
        Money debt;
        for (const Cause& cause : causes_) {
            off += kinds_.writes_off[ledgers_.account(cause.line)] ? cause.amount : Money();
            debt += is_party(cause.line) ? cause.amount : Money();
        }
        if (off == Money() || debt == Money() || off.negative() == debt.negative() || absolute(off) >= absolute(debt))
            return;
        std::vector<Cause*> debts;
        std::vector<Money> weights;
        for (Cause& cause : causes_) {
            if (kinds_.writes_off[ledgers_.account(cause.line)])
                cause.amount = Money();
            if (!is_party(cause.line))
                continue;
            debts.push_back(&cause);
            weights.push_back(cause.amount);
        }
        const std::vector<Money> parts = apportioned(off, weights);
        for (std::size_t i = 0; i < debts.size(); ++i)
            debts[i]->amount += parts[i];
    }

    // VAT is part of what it stands beside.
    void spread_tax() {
        Money tax;
        std::vector<std::size_t> natures;
        std::vector<Money> weights;
        for (std::size_t i = 0; i < causes_.size(); ++i) {
            const AccountKind kind = kind_of(causes_[i].line);
            tax += kind == AccountKind::tax ? causes_[i].amount : Money();
            if (kind == AccountKind::nature) {
                natures.push_back(i);
                weights.push_back(causes_[i].amount);
            }
        }
        if (tax == Money() || sum(weights) == Money())
            return;
        for (Cause& cause : causes_)
            cause.amount = kind_of(cause.line) == AccountKind::tax ? Money() : cause.amount;
        const std::vector<Money> parts = apportioned(tax, weights);
        for (std::size_t i = 0; i < natures.size(); ++i)
            causes_[natures[i]].amount += parts[i];
    }

    // A part of what moved an account, and the line that takes it.
    struct Placed {
        MapFacts facts;
        Money amount;
        Doubt doubt;
        const MapRule* rule;  // null where none takes it
    };

    [[nodiscard]] Placed chosen(const MapFacts& facts, Money amount, Doubt doubt) {
        return {facts, amount, doubt, chooser_.choose(facts)};
    }

    void of_party(const Cause& cause) {
        const Traced traced = trace_.invoiced(cause.line);
        std::vector<Placed> parts = parted_by(cause, traced.shares);
        const auto guessed = [](const std::vector<Placed>& some) {
            return std::ranges::any_of(some, [](const Placed& part) { return part.doubt == Doubt::what; });
        };
        const bool which = guessed(parts) || std::ranges::any_of(parts, [&](const Placed& part) {
                               return part.rule == nullptr || part.rule->item != parts.front().rule->item;
                           });
        const bool sure = std::ranges::all_of(traced.others, [&](const std::vector<TracedShare>& shares) {
            const std::vector<Placed> other = parted_by(cause, shares);
            return !guessed(other) && by_line(other) == by_line(parts);
        });
        for (Placed& part : parts) {
            // Whichever invoice it is, it is for the same line.
            if (part.doubt == Doubt::which && !which)
                part.doubt = Doubt::none;
            if (!sure)
                part.doubt = Doubt::what;
            placed(part);
        }
    }

    // What each line takes; of what none does, each account.
    [[nodiscard]] static std::map<std::pair<ItemIndex, std::uint32_t>, Money> by_line(
        const std::vector<Placed>& parts) {
        std::map<std::pair<ItemIndex, std::uint32_t>, Money> amounts;
        for (const Placed& part : parts)
            amounts[part.rule == nullptr ? std::pair(no_item, part.facts.account)
                                         : std::pair(part.rule->item, no_account)] += part.amount;
        return amounts;
    }

    [[nodiscard]] std::vector<Placed> parted_by(const Cause& cause, const std::vector<TracedShare>& known) {
        std::vector<Placed> parts;
        std::vector<TracedShare> shares = known;
        if (known.empty()) {
            parts.push_back(chosen(own(cause), cause.amount, Doubt::none));
            if (parts.back().rule != nullptr)
                return parts;
            shares = trace_.usual(cause.line);
        }
        std::vector<Money> weights;
        for (const TracedShare& share : shares)
            weights.push_back(share.weight);
        if (shares.empty() || enlarges(cause.amount, weights)) {
            if (parts.empty())
                parts.push_back(chosen(own(cause), cause.amount, Doubt::none));
            return parts;
        }
        parts.clear();
        const std::vector<Money> amounts = apportioned(cause.amount, weights);
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            if (amounts[i] == Money())
                continue;
            MapFacts facts = {cause.line, shares[i].account, {}, !amounts[i].negative()};
            if (shares[i].line != no_line)
                facts.invoice = shares[i].line;
            parts.push_back(chosen(facts, amounts[i], shares[i].doubt));
            if (shares[i].opens && parts.back().rule == nullptr)
                part_by_others(parts);
        }
        return parts;
    }

    // The last part is for what the party's other invoices are for.
    void part_by_others(std::vector<Placed>& parts) {
        const std::vector<TracedShare> shares = trace_.usual(parts.back().facts.line);
        if (shares.empty())
            return;
        const Placed whole = parts.back();
        parts.pop_back();
        std::vector<Money> weights;
        for (const TracedShare& share : shares)
            weights.push_back(share.weight);
        const std::vector<Money> amounts = apportioned(whole.amount, weights);
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            if (amounts[i] != Money())
                parts.push_back(
                    chosen({whole.facts.line, shares[i].account, {}, !amounts[i].negative()}, amounts[i], Doubt::what));
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

    void placed(const Placed& part) {
        const bool estimated = part.doubt != Doubt::none;
        move_.invoice = part.facts.invoice.value_or(unknown_invoice);
        if (part.rule == nullptr)
            return unmapped(part.facts.line, part.facts.account, part.amount, estimated);
        totals_.mapped += part.amount;
        moved(part.facts.line, part.facts.account, part.amount, estimated, CashKind::mapped, part.rule);
    }

    void unmapped(std::uint32_t at, std::uint32_t account, Money amount, bool estimated) {
        totals_.unmapped += amount;
        UnmappedCash& of = account == no_account ? unmapped_.back() : unmapped_[account];
        if (of.count++ == 0) {
            of.account = account;
            of.line = at - begin_;
        }
        of.amount += amount;
        moved(at, account, amount, estimated, CashKind::unmapped, nullptr);
    }

    void moved(std::uint32_t at, std::uint32_t account, Money amount, bool estimated, CashKind kind,
               const MapRule* rule) {
        totals_.turnover += absolute(amount);
        totals_.estimated += estimated ? absolute(amount) : Money();
        if (!sink_)
            return;
        move_.amount = amount;
        move_.item = rule == nullptr ? no_item : rule->item;
        move_.rule = rule;
        move_.line = at - begin_;
        move_.account = account;
        move_.kind = kind;
        move_.estimated = estimated;
        sink_(part_, move_);
    }

    // No cent is lost, whatever stands in the export.
    void check() {
        if (totals_.opening + totals_.mapped + totals_.unmapped != totals_.closing)
            throw std::logic_error("mapped and unmapped money is not what moved the accounts");
        totals_.balance = totals_.closing - totals_.on_the_way;
    }

    static constexpr std::size_t most_near = 1000;  // lines of an entry that are held against each other

    const Budget& budget_;
    const Ledgers& ledgers_;
    std::size_t part_;
    std::uint32_t begin_;  // its first line
    const CashSink& sink_;
    const LedgerPieces& pieces_;
    const AccountKinds& kinds_;
    MapChooser& chooser_;
    PaymentTrace& trace_;
    CashTotals totals_;
    std::vector<UnmappedCash> unmapped_;              // by account, then of entries that do not balance
    std::vector<std::pair<BankIndex, Money>> moved_;  // of the entry that is read
    std::vector<Cause> causes_;                       // likewise
    std::vector<std::uint32_t> cash_lines_;           // likewise
    CashMove move_;                                   // likewise
};

}  // namespace

std::vector<CashTotals> cash_of(const Budget& budget, EntityIndex entity, const Ledgers& ledgers,
                                std::optional<Date> until, const CashSink& sink) {
    std::vector<LedgerPieces> pieces;
    for (std::size_t part = 0; part < ledgers.size(); ++part)
        pieces.emplace_back(ledgers[part]);
    const AccountKinds kinds = account_kinds(budget, entity, ledgers);
    MapChooser chooser(budget, entity, ledgers);
    PaymentTrace trace(ledgers, pieces, kinds);
    std::vector<BankDays> days;
    std::optional<Date> last;
    for (std::size_t part = 0; part < ledgers.size(); ++part) {
        days.push_back(bank_days(budget, entity, ledgers, part, pieces[part], kinds));
        last = std::max(last, days.back().last);
    }
    const Date end = until.value_or(last.value_or(Date::last()));
    std::vector<CashTotals> all;
    for (std::size_t part = 0; part < ledgers.size(); ++part) {
        CashReader reader(budget, ledgers, part, pieces[part], kinds, chooser, trace, sink);
        all.push_back(reader.run(days[part], end, all.empty() ? nullptr : &all.back()));
        all.back().covered = covered_days(budget, entity, ledgers[part]);
    }
    for (const MapTie& tie : chooser.ties()) {
        const std::size_t part = ledgers.part_of(tie.line);
        all[part].ties.push_back({tie.first, tie.second, tie.line - ledgers.first_of(part)});
    }
    return all;
}

std::vector<UnmappedCash> largest_first(const std::vector<UnmappedCash>& by_account) {
    std::vector<UnmappedCash> any;
    std::ranges::copy_if(by_account, std::back_inserter(any), [](const UnmappedCash& of) { return of.count != 0; });
    std::ranges::stable_sort(
        any, [](const UnmappedCash& a, const UnmappedCash& b) { return absolute(a.amount) > absolute(b.amount); });
    return any;
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
