// SPDX-License-Identifier: MIT
#include <msp/actuals/payment_trace.hpp>
#include <msp/money/quotient.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace msp {
namespace {

Money weight_of(const std::vector<TracedShare>& shares) {
    Money sum;
    for (const TracedShare& share : shares)
        sum += share.weight;
    return sum;
}

// One share an account and doubt; openings stay what they are.
std::vector<TracedShare> gathered(const std::vector<TracedShare>& shares) {
    std::map<std::tuple<std::uint32_t, Doubt, std::uint32_t>, TracedShare> accounts;
    for (const TracedShare& share : shares) {
        const auto [place, fresh] =
            accounts.try_emplace({share.account, share.doubt, share.opens ? share.line : no_line}, share);
        if (!fresh) {
            place->second.weight += share.weight;
            place->second.line = share.opens ? share.line : no_line;
        }
    }
    std::vector<TracedShare> all;
    for (const auto& [account, share] : accounts) {
        if (share.weight != Money())
            all.push_back(share);
    }
    return all;
}

void mark(std::vector<TracedShare>& shares, Doubt doubt) {
    for (TracedShare& share : shares)
        share.doubt = std::max(share.doubt, doubt);
}

constexpr std::uint32_t many = 32;           // lines
constexpr std::size_t most_of_amount = 100;  // more invoices of one amount tell nothing apart

}  // namespace

PaymentTrace::PaymentTrace(const Ledgers& ledgers, const std::vector<LedgerPieces>& pieces, const AccountKinds& kinds)
    : ledgers_(ledgers), pieces_(pieces), kinds_(kinds), sets_(ledgers, pieces, kinds) {}

PaymentTrace::Purpose PaymentTrace::purpose(std::uint32_t line) {
    const std::size_t part = ledgers_.part_of(line);
    const std::uint32_t first = ledgers_.first_of(part);
    const LedgerPiece piece = pieces_[part].of(line - first);
    if (const auto known = purposes_.find(first + piece[0]); known != purposes_.end())
        return known->second;
    Purpose found;
    found.writes_off = true;
    for (std::uint32_t i = 0; i < piece.size(); ++i) {
        const std::uint32_t account = ledgers_.account(first + piece[i]);
        const Money amount = ledgers_[part].lines()[piece[i]].amount;
        found.moves_cash = found.moves_cash || kinds_.holds_cash(account);
        // What a call for an advance is for is the member's own account; what is set off against one is not called.
        const bool called = kinds_.advanced[account] && amount.negative();
        if ((kinds_[account] != AccountKind::nature && !called) || amount == Money())
            continue;
        found.natures.push_back({account, first + piece[i], amount});
        found.writes_off = found.writes_off && kinds_.writes_off[account];
    }
    if (piece.size() > many)
        found.natures = gathered(found.natures);
    if (weight_of(found.natures) == Money())
        found.natures.clear();
    if (piece.size() > many)
        purposes_.emplace(first + piece[0], found);
    return found;
}

// What the invoice's line is for: an invoice of several parties is shared by its amounts.
void PaymentTrace::add_shares(std::uint32_t line, const Purpose& of, Shares& to) {
    std::vector<Money> weights;
    for (const TracedShare& nature : of.natures)
        weights.push_back(nature.weight);
    const std::vector<Money> parts = apportioned(ledgers_.line(line).amount, weights);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i] != Money())
            to.push_back({of.natures[i].account, of.natures[i].line, parts[i]});
    }
}

// What is owed since a year before is for what that year's export says, where it is there.
void PaymentTrace::add_opening(std::uint32_t line, Shares& to) {
    if (!add_earlier(line, to))
        to.push_back({ledgers_.account(line), line, ledgers_.line(line).amount, Doubt::none, true});
}

bool PaymentTrace::add_earlier(std::uint32_t line, Shares& to) {
    const std::uint32_t begin = ledgers_.first_of(ledgers_.part_of(line));
    if (begin == 0)
        return false;
    const Money amount = ledgers_.line(line).amount;
    LetterSet rest;
    if (ledgers_.line(line).letter != 0)
        rest = sets_.rest_elsewhere(line);
    std::erase_if(rest.lines, [&](std::uint32_t each) { return each >= begin; });
    Shares found = shares_of(rest);
    if (!rest.lines.empty() && weight_of(found) == amount) {
        std::ranges::move(found, std::back_inserter(to));
        return true;
    }
    find_invoices();
    std::vector<std::uint32_t> same;
    Money owed;
    std::vector<std::uint32_t> all;
    const auto [from, end] = invoices_of(ledgers_.party(line));
    for (std::uint32_t i = from; i < end; ++i) {
        if (invoices_[i].line >= begin || invoices_[i].used || invoices_[i].state == Payable::lettered ||
            of_other_code(invoices_[i].line, line))
            continue;
        all.push_back(i);
        owed += invoices_[i].amount;
        if (invoices_[i].amount == amount)
            same.push_back(i);
    }
    const auto unsure = [&](std::uint32_t i) { return !all_alike(choices_[invoices_[i].choice]); };
    if (same.size() > 1 || (!same.empty() && (openings_.at(opening_of(line)) > 1 || unsure(same.front())))) {
        const std::string voucher = ledgers_.text(line, LedgerColumn::piece);
        std::erase_if(
            same, [&](std::uint32_t i) { return ledgers_.text(invoices_[i].line, LedgerColumn::piece) != voucher; });
        if (same.size() != 1 || vouchers_.at({ledgers_.part_of(line), voucher}) > 1)
            return false;
    }
    if (same.empty() && (owed != amount || std::ranges::any_of(all, unsure)))
        return false;
    found.clear();
    for (const std::uint32_t i : same.empty() ? all : same)
        std::ranges::move(of_invoice(invoices_[i]), std::back_inserter(found));
    mark(found, same.empty() && all.size() > 1 ? Doubt::which : Doubt::none);
    std::ranges::move(found, std::back_inserter(to));
    return true;
}

// Whether it does not matter which of them is paid.
bool PaymentTrace::all_alike(const std::vector<std::uint32_t>& invoices) {
    const auto accounts = [this](std::uint32_t invoice) {
        std::map<std::uint32_t, Money> weights;
        for (const TracedShare& share : of_invoice(invoices_[invoice]))
            weights[share.account] += share.weight;
        return weights;
    };
    return invoices.size() <= most_of_amount && std::ranges::all_of(invoices, [&](std::uint32_t invoice) {
               return accounts(invoice) == accounts(invoices.front());
           });
}

PaymentTrace::Opening PaymentTrace::opening_of(std::uint32_t line) const {
    return {ledgers_.part_of(line), ledgers_.party(line), ledgers_.line(line).amount};
}

bool PaymentTrace::of_other_code(std::uint32_t one, std::uint32_t other) const {
    return ledgers_.line(one).letter != 0 && ledgers_.line(other).letter != 0 &&
           ledgers_.text(one, LedgerColumn::letter) != ledgers_.text(other, LedgerColumn::letter);
}

Traced PaymentTrace::invoiced(std::uint32_t line) {
    Traced traced;
    if (ledgers_.line(line).letter == 0)
        traced = by_amount(line);
    else
        traced.shares = lettered(line);
    if (weight_of(traced.shares) == Money())
        traced = {};
    return traced;
}

PaymentTrace::Shares PaymentTrace::lettered(std::uint32_t line) {
    const LetterSet& set = sets_.of(line);
    if (const auto known = large_sets_.find(set.lines.front()); known != large_sets_.end())
        return known->second;
    Shares shares = shares_of(set);
    // What begins with a payment, or has a rival, may be of an invoice of the year before, which the opening has.
    if (set.balanced && (set.paid_first || set.rivalled)) {
        const bool opened = opens_with(ledgers_.party(line), -ledgers_.line(line).amount);
        if (opened || (set.rivalled && !opens_))
            mark(shares, Doubt::what);
    }
    if (set.lines.size() > many) {
        shares = gathered(shares);
        large_sets_.emplace(set.lines.front(), shares);
    }
    return shares;
}

// Whether the first export opens with as much, or more, that no lettering has paid.
bool PaymentTrace::opens_with(std::uint64_t party, Money owed) {
    find_invoices();
    const auto found = opened_.find({party, owed.negative()});
    return found != opened_.end() && absolute(found->second) >= absolute(owed);
}

PaymentTrace::Shares PaymentTrace::shares_of(const LetterSet& set) {
    Shares shares;
    Shares written_off;
    std::size_t payments = 0;
    std::size_t invoices = 0;
    for (const std::uint32_t line : set.lines) {
        const bool opens = ledgers_.opens(line);
        const Purpose of = opens ? Purpose() : purpose(line);
        payments += of.moves_cash ? 1 : 0;
        if (of.moves_cash || (of.natures.empty() && !opens))
            continue;
        ++invoices;
        if (opens)
            add_opening(line, shares);
        else
            add_shares(line, of, of.writes_off ? written_off : shares);
    }
    // What is written off lessens what is paid and is no money.
    const Money owed = weight_of(shares);
    const Money off = weight_of(written_off);
    if (owed == Money() || off.negative() == owed.negative())
        std::ranges::move(written_off, std::back_inserter(shares));
    if (!set.balanced || set.doubtful)
        mark(shares, Doubt::what);
    else if (payments > 1 && invoices > 1)
        mark(shares, Doubt::which);
    // One payment is of all of them.
    for (TracedShare& share : shares)
        share.doubt = share.doubt == Doubt::which && payments < 2 ? Doubt::none : share.doubt;
    return shares;
}

PaymentTrace::Shares PaymentTrace::of_invoice(const Invoice& invoice) {
    Shares shares;
    if (ledgers_.opens(invoice.line))
        add_opening(invoice.line, shares);
    else
        add_shares(invoice.line, purpose(invoice.line), shares);
    return shares;
}

Traced PaymentTrace::by_amount(std::uint32_t line) {
    find_invoices();
    const auto match = std::ranges::lower_bound(matches_, line, {}, &Match::payment);
    if (match == matches_.end() || match->payment != line)
        return {};
    Traced traced;
    traced.shares = of_invoice(invoices_[match->invoice]);
    const std::vector<std::uint32_t>& choice = choices_[match->choice];
    if (match->more_payments || choice.size() > most_of_amount) {
        mark(traced.shares, Doubt::what);
        return traced;
    }
    for (const std::uint32_t each : choice) {
        if (each != match->invoice)
            traced.others.push_back(of_invoice(invoices_[each]));
    }
    return traced;
}

std::vector<TracedShare> PaymentTrace::usual(std::uint32_t line) {
    const std::uint64_t party = ledgers_.party(line);
    if (const auto known = usual_.find(party); known != usual_.end())
        return known->second;
    find_invoices();
    Shares shares;
    const auto [from, end] = invoices_of(party);
    for (std::uint32_t i = from; i < end; ++i) {
        if (!ledgers_.opens(invoices_[i].line))
            add_shares(invoices_[i].line, purpose(invoices_[i].line), shares);
    }
    if (weight_of(shares) == Money()) {
        shares.clear();
        add_direct(ledgers_.auxiliary(line), shares);
    }
    shares = gathered(shares);
    for (TracedShare& share : shares) {
        share.doubt = Doubt::what;
        share.line = no_line;
    }
    if (weight_of(shares) == Money())
        shares.clear();
    return usual_[party] = shares;
}

// With the signs that the lines of invoices have: what is owed stands against what it is for.
void PaymentTrace::add_direct(std::uint32_t auxiliary, Shares& to) const {
    auto direct = std::ranges::lower_bound(directs_, auxiliary, {}, &Direct::auxiliary);
    for (; direct != directs_.end() && direct->auxiliary == auxiliary; ++direct)
        to.push_back({ledgers_.account(direct->line), direct->line, -ledgers_.line(direct->line).amount});
}

PaymentTrace::Payable PaymentTrace::state_of(std::uint32_t line) const {
    const std::uint32_t letter = ledgers_.line(line).letter;
    if (letter == 0)
        return Payable::open;
    const Fec& ledger = ledgers_[ledgers_.part_of(line)];
    return ledger.letter_sums()[letter - 1] == Money() ? Payable::lettered : Payable::lettered_in_part;
}

std::pair<std::uint32_t, std::uint32_t> PaymentTrace::invoices_of(std::uint64_t party) const {
    const auto from = std::ranges::lower_bound(invoices_, party, {}, &Invoice::party);
    const auto end = std::ranges::upper_bound(invoices_, party, {}, &Invoice::party);
    return {static_cast<std::uint32_t>(from - invoices_.begin()), static_cast<std::uint32_t>(end - invoices_.begin())};
}

void PaymentTrace::find_invoices() {
    if (std::exchange(invoices_known_, true))
        return;
    constexpr std::uint32_t none = 0;  // the auxiliary account of lines without one
    std::vector<Payment> payments;
    for (std::size_t part = 0; part < ledgers_.size(); ++part) {
        const std::vector<LedgerLine>& lines = ledgers_[part].lines();
        for (std::uint32_t i = 0; i < lines.size(); ++i) {
            const std::uint32_t line = ledgers_.first_of(part) + i;
            const AccountKind kind = kinds_[ledgers_.account(line)];
            const bool opens = lines[i].opens != 0;
            if (kind == AccountKind::nature && !opens && ledgers_.auxiliary(line) != none && purpose(line).moves_cash)
                directs_.push_back({ledgers_.auxiliary(line), line});
            if (kind != AccountKind::party || lines[i].amount == Money())
                continue;
            if (opens && part != 0) {  // the invoice itself may be in an earlier export
                ++openings_[opening_of(line)];
                ++vouchers_[{part, ledgers_.text(line, LedgerColumn::piece)}];
                continue;
            }
            const Purpose of = opens ? Purpose() : purpose(line);
            const Payable state = state_of(line);
            opens_ = opens_ || opens;
            if (opens && state != Payable::lettered) {
                Money& most = opened_[{ledgers_.party(line), lines[i].amount.negative()}];
                most = absolute(lines[i].amount) > absolute(most) ? lines[i].amount : most;
            }
            if (of.moves_cash && state == Payable::open)
                payments.push_back({ledgers_.party(line), -lines[i].amount, lines[i].date, line});
            else if (!of.moves_cash && (opens || !of.natures.empty()))
                invoices_.push_back({ledgers_.party(line), lines[i].amount, state, false, lines[i].date, line});
        }
    }
    invoices_.shrink_to_fit();
    std::ranges::sort(invoices_, {}, [](const Invoice& invoice) {
        return std::tuple(invoice.party, invoice.state, invoice.amount, invoice.date, invoice.line);
    });
    std::ranges::sort(directs_, {}, [](const Direct& direct) { return std::pair(direct.auxiliary, direct.line); });
    match_payments(payments);
}

// In the order of their days, each with the nearest invoice before it that no other one has.
void PaymentTrace::match_payments(std::vector<Payment>& payments) {
    std::ranges::sort(payments, {}, [](const Payment& payment) {
        return std::tuple(payment.party, payment.amount, payment.date, payment.line);
    });
    const auto key = [](const auto& of) { return std::pair(of.party, of.amount); };
    for (auto from = payments.begin(); from != payments.end();) {
        const auto end =
            std::find_if(from, payments.end(), [&](const Payment& each) { return key(each) != key(*from); });
        match_equal({from, end});
        from = end;
    }
    std::ranges::sort(matches_, {}, &Match::payment);
}

// Those of one party and amount. Invoices that wait together may each be what a payment is for, until none waits.
void PaymentTrace::match_equal(std::span<const Payment> payments) {
    const auto of = [](const Invoice& invoice) { return std::tuple(invoice.party, invoice.state, invoice.amount); };
    const std::tuple wanted(payments.front().party, Payable::open, payments.front().amount);
    auto next = std::ranges::lower_bound(invoices_, wanted, {}, of);
    std::vector<std::uint32_t> waiting;
    std::vector<std::uint32_t> together;
    std::vector<std::size_t> matched;  // with one of those
    const auto close = [&] {
        if (together.size() > 1) {
            for (const std::uint32_t each : together) {
                if (matched.size() < together.size())
                    invoices_[each].choice = static_cast<std::uint32_t>(choices_.size());
            }
            for (const std::size_t match : matched)
                matches_[match].choice = static_cast<std::uint32_t>(choices_.size());
            choices_.push_back(together);
        }
        together.clear();
        matched.clear();
    };
    for (const Payment& payment : payments) {
        for (; next != invoices_.end() && of(*next) == wanted && next->date <= payment.date; ++next) {
            if (waiting.empty())
                close();
            waiting.push_back(static_cast<std::uint32_t>(next - invoices_.begin()));
            together.push_back(waiting.back());
        }
        if (waiting.empty()) {
            for (const std::size_t match : matched)
                matches_[match].more_payments = true;
            continue;
        }
        invoices_[waiting.back()].used = true;
        matched.push_back(matches_.size());
        matches_.push_back({payment.line, waiting.back(), 0});
        waiting.pop_back();
    }
    close();
}

}  // namespace msp
