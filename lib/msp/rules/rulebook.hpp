// SPDX-License-Identifier: MIT
// The rules and the catalogue of one run, however many budgets it reads: what is needed twice is read once.
#pragma once

#include <msp/law/category.hpp>
#include <msp/rules/law.hpp>

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace msp {

// What it hands out stays as long as itself, and so do the texts that it lends: each budget's Sources hold those that
// the budget needs, as if they had been read for it alone, so that receipts and explanations name them. Threads may
// share one.
class Rulebook {
 public:
    // `folder` as for --law.
    explicit Rulebook(std::optional<std::string> folder, RuleKinds kinds = rule_kinds());

    // Null where there is an error: each budget that needs the rules is told of it anew, at places in its own sources.
    [[nodiscard]] const Law* law(const LawNeeds& needs, Sources& sources, Diagnostics& diagnostics);
    // The same without telling anybody or lending: null where law() will say why.
    [[nodiscard]] const Law* law(const LawNeeds& needs);
    [[nodiscard]] const Catalogue* catalogue(Sources& sources, Diagnostics& diagnostics);

 private:
    template <typename Value>
    struct Reading {
        Sources sources;
        std::optional<Value> value;  // nothing where there was something to tell
    };

    [[nodiscard]] const Reading<Law>& reading(const LawNeeds& needs);

    std::optional<std::string> folder_;
    RuleKinds kinds_;
    std::mutex mutex_;  // guards what follows
    std::optional<RuleIndex> index_;
    std::map<std::string, Reading<Law>> laws_;  // by RuleIndex::selection()
    std::optional<Reading<Catalogue>> catalogue_;
};

}  // namespace msp
