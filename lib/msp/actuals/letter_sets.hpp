// SPDX-License-Identifier: MIT
// Private to the module: which lines a lettering code really ties together. Software takes a code again for the next
// pair, within a year too; and the other line of a pair may stand in the export of another year, or in another part of
// this one.
#pragma once

#include <msp/actuals/account_kinds.hpp>
#include <msp/ledger/pieces.hpp>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace msp {

struct LetterSet {
    std::vector<std::uint32_t> lines;
    bool balanced = false;
    bool paid_first = false;  // it begins with a payment: of an invoice that may stand in a year that is not there
    bool doubtful = false;    // other lines of its code may belong together as well
    bool rivalled = false;  // by a payment of the same amount and code whose invoice may be in a year that is not there
};

// Lines of an account, auxiliary account and code are parted in these steps, each of which has to come to zero:
//   1. those of one lettering date (DateLet), where there are several;
//   2. in the order of their days, each time the sum is zero;
//   3. what is then still of several payments: a payment and an earlier invoice of the same amount, where each is the
//      only one.
// Where a code does not balance in an export and does in all of them together, they are parted as one. Else what is
// left of it is joined with what is left of the same code in other exports, and parted by step 2, openings only where
// it does not balance without them: they say again what the year before has; then by step 3, and then it is doubtful,
// as what begins with a payment is where the code has other lines. The rest does not balance. What balances has a rival
// where the code has another payment of its amount, not before its invoice, whose own invoice is not there.
class LetterSets {
 public:
    LetterSets(const Ledgers& ledgers, const std::vector<LedgerPieces>& pieces, const AccountKinds& kinds);

    // The one that the line, which is lettered, is in.
    [[nodiscard]] const LetterSet& of(std::uint32_t line);
    // What other exports than that of this line have of its code and does not balance there; empty where none.
    [[nodiscard]] LetterSet rest_elsewhere(std::uint32_t line);
    // Whether its entry moves cash; an opening moves none.
    [[nodiscard]] bool pays(std::uint32_t line) const;

 private:
    struct Parted {
        std::vector<LetterSet> sets;
        std::unordered_map<std::uint32_t, std::uint32_t> set_of;  // by line
    };

    [[nodiscard]] std::uint32_t group_of(std::uint32_t line) const;
    [[nodiscard]] std::vector<std::uint32_t> lines_of(std::uint32_t group) const;
    [[nodiscard]] std::vector<LetterSet> parted(std::vector<std::uint32_t> lines) const;
    [[nodiscard]] std::vector<std::uint32_t> pooled(std::uint32_t group);
    [[nodiscard]] std::vector<LetterSet> joined(std::uint32_t group);
    void find_keys();
    void find_rivals(std::uint32_t group, std::vector<LetterSet>& sets);
    [[nodiscard]] bool opened_again(const LetterSet& set) const;
    void judge(LetterSet& set, std::size_t all) const;
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> by_letter_day(const std::vector<std::uint32_t>& lines) const;
    void cut_by_day(std::vector<std::uint32_t> lines, std::vector<LetterSet>& sets,
                    std::vector<std::uint32_t>& rest) const;
    void take_pairs(LetterSet& set, std::vector<LetterSet>& pairs) const;
    void join_others(std::uint32_t group, bool openings, bool paired, std::vector<LetterSet>& sets);
    [[nodiscard]] std::vector<std::uint32_t> others_of(std::uint32_t group, bool openings,
                                                       const std::vector<LetterSet>& sets);
    [[nodiscard]] std::vector<std::uint32_t> others_of_key(std::uint32_t group);
    [[nodiscard]] std::string key_of(std::uint32_t group) const;
    [[nodiscard]] Money sum_of(const std::vector<std::uint32_t>& lines) const;

    const Ledgers& ledgers_;
    const std::vector<LedgerPieces>& pieces_;
    const AccountKinds& kinds_;
    std::vector<std::uint32_t> first_groups_;  // by export
    std::vector<std::uint32_t> group_ends_;    // in group_lines_, of one lettering group after the other
    std::vector<std::uint32_t> group_lines_;
    bool keys_known_ = false;
    // By key, all groups of one that does not balance somewhere, or does by an opening that is not the first.
    std::unordered_map<std::string, std::vector<std::uint32_t>> of_key_;
    LetterSet small_;                                  // the last one that was asked for
    std::unordered_map<std::uint32_t, Parted> large_;  // of many lines, by group
};

}  // namespace msp
