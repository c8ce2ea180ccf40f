// SPDX-License-Identifier: MIT
#include <msp/ledger/pieces.hpp>

#include <algorithm>
#include <map>
#include <string_view>

namespace msp {

LedgerPieces::LedgerPieces(const Fec& ledger) : ledger_(ledger) {
    const std::vector<LedgerEntry>& entries = ledger.entries();
    std::vector<std::uint32_t> doubtful;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        if (!is_whole(entries[i]))
            doubtful.push_back(i);
    }
    if (doubtful.empty())
        return;
    std::vector<std::uint32_t> next(entries.size(), whole);  // where the next line of a doubtful entry goes
    std::uint32_t count = 0;
    for (const std::uint32_t entry : doubtful) {
        next[entry] = count;
        count += entries[entry].lines;
    }
    std::vector<std::uint32_t> lines(count);
    for (std::uint32_t line = 0; line < ledger.lines().size(); ++line) {
        if (std::uint32_t& at = next[ledger.lines()[line].entry]; at != whole)
            lines[at++] = line;
    }
    piece_of_.assign(ledger.lines().size(), whole);
    indexes_.reserve(count);
    for (const std::uint32_t entry : doubtful) {
        const auto first = static_cast<std::uint32_t>(ends_.size() - 1);
        cut(std::span(lines).subspan(next[entry] - entries[entry].lines, entries[entry].lines));
        cut_.push_back({entry, first, static_cast<std::uint32_t>(ends_.size() - 1)});
    }
}

LedgerPiece LedgerPieces::of(std::uint32_t line) const {
    if (!piece_of_.empty() && piece_of_[line] != whole)
        return at(piece_of_[line]);
    const LedgerEntry& entry = ledger_.entries()[ledger_.lines()[line].entry];
    return {entry.first, entry.lines};
}

// Of lines that follow each other, of one day, that come to zero at the end and not before.
bool LedgerPieces::is_whole(const LedgerEntry& entry) const {
    if (entry.scattered != 0)
        return false;
    const std::vector<LedgerLine>& all = ledger_.lines();
    Money sum;
    for (std::uint32_t line = entry.first; line < entry.first + entry.lines; ++line) {
        const bool ended = sum == Money() && line != entry.first;
        if (all[line].date != all[entry.first].date || (ended && all[line].amount != Money()))
            return false;
        sum += all[line].amount;
    }
    return true;
}

void LedgerPieces::cut(std::span<const std::uint32_t> lines) {
    const std::vector<LedgerLine>& all = ledger_.lines();
    std::vector<std::uint32_t> piece;
    Money sum;
    const auto close = [&] {
        const bool one_day =
            std::ranges::all_of(piece, [&](std::uint32_t line) { return all[line].date == all[piece.front()].date; });
        one_day ? add(piece) : by_day(piece);
        piece.clear();
    };
    for (const std::uint32_t line : lines) {
        // A line without an amount belongs to what stands before it.
        if (!piece.empty() && sum == Money() && all[line].amount != Money())
            close();
        piece.push_back(line);
        sum += all[line].amount;
    }
    if (!piece.empty())
        close();
}

// Days and vouchers that do not balance on their own stay together.
void LedgerPieces::by_day(const std::vector<std::uint32_t>& lines) {
    const std::vector<LedgerLine>& all = ledger_.lines();
    std::map<Date, std::map<std::string_view, std::vector<std::uint32_t>>> days;
    for (const std::uint32_t line : lines)
        days[all[line].date][ledger_.record(all[line])[LedgerColumn::piece]].push_back(line);
    const auto sum_of = [&](const std::vector<std::uint32_t>& some) {
        Money sum;
        for (const std::uint32_t line : some)
            sum += all[line].amount;
        return sum;
    };
    std::vector<std::uint32_t> rest;
    for (const auto& [day, vouchers] : days) {
        std::vector<std::uint32_t> of_day;
        for (const auto& [voucher, some] : vouchers)
            sum_of(some) == Money() ? add(some) : void(of_day.insert(of_day.end(), some.begin(), some.end()));
        sum_of(of_day) == Money() ? add(of_day) : void(rest.insert(rest.end(), of_day.begin(), of_day.end()));
    }
    std::ranges::sort(rest);
    add(rest);
}

void LedgerPieces::add(const std::vector<std::uint32_t>& lines) {
    if (lines.empty())
        return;
    for (const std::uint32_t line : lines)
        piece_of_[line] = static_cast<std::uint32_t>(ends_.size() - 1);
    indexes_.insert(indexes_.end(), lines.begin(), lines.end());
    ends_.push_back(static_cast<std::uint32_t>(indexes_.size()));
}

}  // namespace msp
