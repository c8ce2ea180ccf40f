// SPDX-License-Identifier: MIT
// The entries of an export as they balance. Producers number them in their own ways: lines of one journal and number
// are cut in the order of the file each time their sum is zero. What then still has several days is parted by day and
// voucher, where that balances: so a file in the order of its accounts has entries too.
#pragma once

#include <msp/ledger/ledger.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace msp {

// Indexes of lines.
class LedgerPiece {
 public:
    LedgerPiece(std::uint32_t first, std::uint32_t count) : first_(first), count_(count) {}
    LedgerPiece(const std::uint32_t* indexes, std::uint32_t count) : indexes_(indexes), count_(count) {}

    [[nodiscard]] std::uint32_t size() const { return count_; }
    [[nodiscard]] std::uint32_t operator[](std::uint32_t i) const {
        return indexes_ == nullptr ? first_ + i : indexes_[i];
    }

 private:
    const std::uint32_t* indexes_ = nullptr;  // nothing where the lines follow each other
    std::uint32_t first_ = 0;
    std::uint32_t count_ = 0;
};

class LedgerPieces {
 public:
    explicit LedgerPieces(const Fec& ledger);

    // The one that holds the line.
    [[nodiscard]] LedgerPiece of(std::uint32_t line) const;
    // In the order of the file, where numbers are not mixed.
    template <typename Sink>
    void each(const Sink& sink) const {
        std::size_t next = 0;
        for (std::uint32_t entry = 0; entry < ledger_.entries().size(); ++entry) {
            if (next == cut_.size() || cut_[next].entry != entry) {
                sink(LedgerPiece(ledger_.entries()[entry].first, ledger_.entries()[entry].lines));
                continue;
            }
            for (std::uint32_t piece = cut_[next].first; piece < cut_[next].end; ++piece)
                sink(at(piece));
            ++next;
        }
    }

 private:
    // An entry that is no piece as it stands, and its pieces.
    struct Cut {
        std::uint32_t entry;
        std::uint32_t first;
        std::uint32_t end;
    };
    static constexpr std::uint32_t whole = UINT32_MAX;

    [[nodiscard]] bool is_whole(const LedgerEntry& entry) const;
    void cut(std::span<const std::uint32_t> lines);
    void by_day(const std::vector<std::uint32_t>& lines);
    void add(const std::vector<std::uint32_t>& lines);
    [[nodiscard]] LedgerPiece at(std::uint32_t piece) const {
        return {indexes_.data() + ends_[piece], ends_[piece + 1] - ends_[piece]};
    }

    const Fec& ledger_;
    std::vector<Cut> cut_;
    std::vector<std::uint32_t> indexes_;   // of the lines of pieces
    std::vector<std::uint32_t> ends_{0};   // in indexes_, of one piece after the other
    std::vector<std::uint32_t> piece_of_;  // by line; none where all entries are whole
};

}  // namespace msp
