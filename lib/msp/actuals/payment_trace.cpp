// SPDX-License-Identifier: MIT
#include <msp/actuals/payment_trace.hpp>

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

// One share an account.
std::vector<TracedShare> gathered(const std::vector<TracedShare>& shares) {
    std::map<std::pair<std::uint32_t, bool>, TracedShare> accounts;
    for (const TracedShare& share : shares) {
        const auto [place, fresh] = accounts.try_emplace({share.account, share.estimated}, share);
        if (!fresh) {
            place->second.weight += share.weight;
            place->second.line = no_line;
        }
    }
    std::vector<TracedShare> all;
    for (const auto& [account, share] : accounts) {
        if (share.weight != Money())
            all.push_back(share);
    }
    return all;
}

constexpr std::uint32_t many = 32;  // lines

}  // namespace

PaymentTrace::PaymentTrace(const Fec& ledger, const LedgerPieces& pieces, const AccountKinds& kinds)
    : ledger_(ledger), pieces_(pieces), kinds_(kinds) {
    group_ends_.reserve(ledger.letters().size() + 1);
    group_ends_.push_back(0);
    for (const LetterGroup& group : ledger.letters())
        group_ends_.push_back(group_ends_.back() + group.lines);
    group_lines_.resize(group_ends_.back());
    // Filled from the front; the ends then stand where they were one group before.
    for (std::uint32_t line = 0; line < ledger.lines().size(); ++line) {
        if (const std::uint32_t letter = ledger.lines()[line].letter; letter != 0)
            group_lines_[group_ends_[letter - 1]++] = line;
    }
    for (std::size_t i = group_ends_.size() - 1; i > 0; --i)
        group_ends_[i] = group_ends_[i - 1];
    group_ends_.front() = 0;
}

PaymentTrace::Purpose PaymentTrace::purpose(std::uint32_t line) {
    const LedgerPiece piece = pieces_.of(line);
    if (const auto known = purposes_.find(piece[0]); known != purposes_.end())
        return known->second;
    Purpose found;
    for (std::uint32_t i = 0; i < piece.size(); ++i) {
        const LedgerLine& each = ledger_.lines()[piece[i]];
        found.moves_cash = found.moves_cash || kinds_.holds_cash(each);
        if (kinds_[each] == AccountKind::nature && each.amount != Money())
            found.natures.push_back({each.account, piece[i], each.amount, false});
    }
    if (piece.size() > many)
        found.natures = gathered(found.natures);
    if (weight_of(found.natures) == Money())
        found.natures.clear();
    if (piece.size() > many)
        purposes_.emplace(piece[0], found);
    return found;
}

// What the invoice's line is for: an invoice of several parties is shared by its amounts.
void PaymentTrace::add_shares(std::uint32_t line, std::vector<TracedShare>& to) {
    const Purpose of = purpose(line);
    if (of.moves_cash || of.natures.empty())
        return;
    std::vector<Money> weights;
    for (const TracedShare& nature : of.natures)
        weights.push_back(nature.weight);
    const std::vector<Money> parts = apportioned(ledger_.lines()[line].amount, weights);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i] != Money())
            to.push_back({of.natures[i].account, of.natures[i].line, parts[i], false});
    }
}

std::vector<TracedShare> PaymentTrace::invoiced(std::uint32_t line) {
    const LedgerLine& payment = ledger_.lines()[line];
    std::vector<TracedShare> shares = payment.letter == 0 ? by_amount(payment) : lettered(payment.letter - 1);
    if (weight_of(shares) == Money())
        shares.clear();
    return shares;
}

std::vector<TracedShare> PaymentTrace::lettered(std::uint32_t group) {
    const std::uint32_t lines = group_ends_[group + 1] - group_ends_[group];
    if (const auto known = groups_.find(group); known != groups_.end())
        return known->second;
    std::vector<TracedShare> shares;
    Money opened;
    for (std::uint32_t i = group_ends_[group]; i < group_ends_[group + 1]; ++i) {
        const LedgerLine& mate = ledger_.lines()[group_lines_[i]];
        if (ledger_.opens(mate))
            opened += mate.amount;
        else
            add_shares(group_lines_[i], shares);
    }
    if (opened != Money() && !shares.empty()) {
        const std::vector<TracedShare> others = usual(ledger_.lines()[group_lines_[group_ends_[group]]]);
        std::vector<Money> weights;
        for (const TracedShare& share : others)
            weights.push_back(share.weight);
        const std::vector<Money> parts = others.empty() ? std::vector<Money>() : apportioned(opened, weights);
        for (std::size_t i = 0; i < parts.size(); ++i)
            shares.push_back({others[i].account, no_line, parts[i], true});
    }
    if (lines > many) {
        shares = gathered(shares);
        groups_.emplace(group, shares);
    }
    return shares;
}

// The nearest invoice before it of the same party and amount; else none.
std::vector<TracedShare> PaymentTrace::by_amount(const LedgerLine& line) {
    find_invoices();
    const auto after = std::ranges::upper_bound(
        invoices_, std::tuple(line.account, line.auxiliary, false, -line.amount, line.date), {},
        [](const Invoice& invoice) {
            return std::tuple(invoice.account, invoice.auxiliary, invoice.lettered, invoice.amount, invoice.date);
        });
    std::vector<TracedShare> shares;
    if (after == invoices_.begin())
        return shares;
    const Invoice& before = *std::prev(after);
    if (before.account == line.account && before.auxiliary == line.auxiliary && !before.lettered &&
        before.amount == -line.amount)
        add_shares(before.line, shares);
    return shares;
}

std::vector<TracedShare> PaymentTrace::usual(const LedgerLine& line) {
    const std::uint64_t party = (std::uint64_t{line.account} << 32U) | line.auxiliary;
    if (const auto known = usual_.find(party); known != usual_.end())
        return known->second;
    find_invoices();
    const auto key = [](const Invoice& invoice) { return std::pair(invoice.account, invoice.auxiliary); };
    const std::pair owner(line.account, line.auxiliary);
    std::vector<TracedShare> shares;
    for (auto each = std::ranges::lower_bound(invoices_, owner, {}, key);
         each != invoices_.end() && key(*each) == owner; ++each)
        add_shares(each->line, shares);
    shares = gathered(shares);
    for (TracedShare& share : shares) {
        share.estimated = true;
        share.line = no_line;
    }
    if (weight_of(shares) == Money())
        shares.clear();
    return usual_[party] = shares;
}

void PaymentTrace::find_invoices() {
    if (std::exchange(invoices_known_, true))
        return;
    for (std::uint32_t i = 0; i < ledger_.lines().size(); ++i) {
        const LedgerLine& line = ledger_.lines()[i];
        if (kinds_[line] != AccountKind::party || line.amount == Money() || ledger_.opens(line))
            continue;
        const Purpose of = purpose(i);
        if (!of.moves_cash && !of.natures.empty())
            invoices_.push_back({line.amount, line.account, line.auxiliary, line.date, i, line.letter != 0});
    }
    invoices_.shrink_to_fit();
    std::ranges::sort(invoices_, {}, [](const Invoice& invoice) {
        return std::tuple(invoice.account, invoice.auxiliary, invoice.lettered, invoice.amount, invoice.date,
                          invoice.line);
    });
}

}  // namespace msp
