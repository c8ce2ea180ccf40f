// SPDX-License-Identifier: MIT
// Which rule of the budget takes an amount of the books. Of those that do, one of the user's before one of ours, the
// one with more conditions; of as many, the one with the longest account, then the one that names an auxiliary account,
// a label, a journal, an amount.
#pragma once

#include <msp/actuals/label.hpp>
#include <msp/actuals/ledgers.hpp>
#include <msp/model/budget.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp {

// What a rule may ask about, by the numbers of Ledgers. Of an amount that an invoice is known for, the invoice counts
// as well as the payment.
struct MapFacts {
    std::uint32_t line = 0;                     // of the payment: its account, auxiliary, label, journal and amount
    std::uint32_t account = 0;                  // what it is for; the line's own where no invoice is known
    std::optional<std::uint32_t> invoice = {};  // the line of it
    bool in = false;                            // money comes in
};

// Two rules of different lines, neither of which wins.
struct MapTie {
    const MapRule* first = nullptr;
    const MapRule* second = nullptr;
    std::uint32_t line = 0;  // where they first meet, of all exports
};

class MapChooser {
 public:
    // Of the entity whose books they are. The budget and the exports outlive it.
    MapChooser(const Budget& budget, EntityIndex entity, const Ledgers& ledgers);

    // Null where no rule takes it.
    [[nodiscard]] const MapRule* choose(const MapFacts& facts);
    // Each pair once.
    [[nodiscard]] const std::vector<MapTie>& ties() const { return ties_; }

 private:
    struct Rule {
        const MapRule* rule;
        std::vector<bool> auxiliaries;  // of the exports
        std::vector<bool> journals;
        std::vector<LabelPattern> labels;
    };
    struct Candidate {
        std::uint32_t rule;
        std::uint32_t prefix;  // how much of the account it names
    };

    void add(const MapRule& rule, std::map<std::string_view, std::vector<std::uint32_t>>& prefixes);
    [[nodiscard]] bool takes(const Rule& rule, const MapFacts& facts);
    [[nodiscard]] bool has_label(const Rule& rule, const MapFacts& facts);
    [[nodiscard]] static std::uint32_t rank(const MapRule& rule, std::uint32_t prefix);
    [[nodiscard]] std::string words_of(std::uint32_t line) const;

    const Ledgers& ledgers_;
    std::vector<Rule> rules_;
    std::vector<std::vector<Candidate>> by_account_;
    std::vector<Candidate> without_account_;
    std::vector<MapTie> ties_;
    std::uint32_t labelled_ = UINT32_MAX;  // the payment whose words are kept
    std::string words_;
};

}  // namespace msp
