// SPDX-License-Identifier: MIT
#include <msp/actuals/map_chooser.hpp>
#include <msp/read/word.hpp>

#include <algorithm>
#include <array>

namespace msp {
namespace {

// Which of the names of the exports are among these, in any case.
std::vector<bool> named(const std::vector<std::string>& names, const std::vector<std::string>& wanted) {
    std::vector<bool> found(names.size());
    if (wanted.empty())
        return found;
    std::vector<std::string> plain;
    for (const std::string& each : wanted)
        plain.push_back(folded(each));
    std::ranges::sort(plain);
    for (std::size_t i = 0; i < names.size(); ++i)
        found[i] = std::ranges::binary_search(plain, folded(names[i]));
    return found;
}

}  // namespace

MapChooser::MapChooser(const Budget& budget, EntityIndex entity, const Ledgers& ledgers)
    : ledgers_(ledgers), by_account_(ledgers.accounts().size()) {
    std::map<std::string_view, std::vector<std::uint32_t>> prefixes;
    for (const MapRule& rule : budget.map) {
        if (rule.entity == entity)
            add(rule, prefixes);
    }
    for (std::size_t i = 0; i < ledgers.accounts().size(); ++i) {
        const std::string_view account = ledgers.accounts()[i];
        for (std::size_t size = account.size(); size > 0; --size) {
            const auto found = prefixes.find(account.substr(0, size));
            for (const std::uint32_t rule : found == prefixes.end() ? std::vector<std::uint32_t>() : found->second) {
                // The longest of a rule's prefixes comes first.
                if (std::ranges::find(by_account_[i], rule, &Candidate::rule) == by_account_[i].end())
                    by_account_[i].push_back({rule, static_cast<std::uint32_t>(size)});
            }
        }
    }
}

void MapChooser::add(const MapRule& rule, std::map<std::string_view, std::vector<std::uint32_t>>& prefixes) {
    const auto index = static_cast<std::uint32_t>(rules_.size());
    Rule& made = rules_.emplace_back();
    made.rule = &rule;
    made.auxiliaries = named(ledgers_.auxiliaries(), rule.auxiliaries);
    made.journals = named(ledgers_.journals(), rule.journals);
    for (const std::string& label : rule.labels)
        made.labels.emplace_back(label);
    for (const std::string& prefix : rule.accounts)
        prefixes[prefix].push_back(index);
    if (rule.accounts.empty())
        without_account_.push_back({index, 0});
}

std::uint32_t MapChooser::rank(const MapRule& rule, std::uint32_t prefix) {
    constexpr std::uint32_t longest = 0xffff;
    return (rule.usual ? 0U : static_cast<std::uint32_t>(rule.conditions()) << 21U) |
           (std::min(prefix, longest) << 5U) | (rule.auxiliaries.empty() ? 0U : 16U) | (rule.labels.empty() ? 0U : 8U) |
           (rule.journals.empty() ? 0U : 4U) | (rule.has_amount() ? 2U : 0U) | (rule.sign == MapSign::any ? 0U : 1U);
}

const MapRule* MapChooser::choose(const MapFacts& facts) {
    const MapRule* best = nullptr;
    const MapRule* equal = nullptr;
    std::uint32_t best_rank = 0;
    const auto look = [&](const std::vector<Candidate>& candidates) {
        for (const Candidate& candidate : candidates) {
            const Rule& rule = rules_[candidate.rule];
            const std::uint32_t of = rank(*rule.rule, candidate.prefix);
            if (of < best_rank || (rule.rule == best && of == best_rank) || !takes(rule, facts))
                continue;
            if (of > best_rank || best == nullptr) {
                best = rule.rule;
                best_rank = of;
                equal = nullptr;
            } else if (rule.rule->item != best->item && !best->usual) {
                equal = rule.rule;
            }
        }
    };
    const std::uint32_t own = ledgers_.account(facts.line);
    // Of equal rules of ours the one of what it is for wins.
    if (facts.account != own)
        look(by_account_[facts.account]);
    look(by_account_[own]);
    look(without_account_);
    if (equal != nullptr &&
        std::ranges::none_of(ties_, [&](const MapTie& tie) { return tie.first == best && tie.second == equal; }))
        ties_.push_back({best, equal, facts.line});
    return best;
}

bool MapChooser::takes(const Rule& rule, const MapFacts& facts) {
    const MapRule& of = *rule.rule;
    if (of.sign != MapSign::any && (of.sign == MapSign::in) != facts.in)
        return false;
    if (!of.takes_amount(ledgers_.line(facts.line).amount) &&
        !(facts.invoice && of.takes_amount(ledgers_.line(*facts.invoice).amount)))
        return false;
    const auto either = [&](const std::vector<bool>& wanted, auto index_of) {
        return wanted[index_of(facts.line)] || (facts.invoice && wanted[index_of(*facts.invoice)]);
    };
    if (!of.auxiliaries.empty() &&
        !either(rule.auxiliaries, [this](std::uint32_t line) { return ledgers_.auxiliary(line); }))
        return false;
    if (!of.journals.empty() && !either(rule.journals, [this](std::uint32_t line) { return ledgers_.journal(line); }))
        return false;
    return of.labels.empty() || has_label(rule, facts);
}

bool MapChooser::has_label(const Rule& rule, const MapFacts& facts) {
    if (labelled_ != facts.line) {
        words_ = words_of(facts.line);
        labelled_ = facts.line;
    }
    const auto any_in = [&](const std::string& words) {
        return std::ranges::any_of(rule.labels, [&](const LabelPattern& label) { return label.is_in(words); });
    };
    return any_in(words_) || (facts.invoice && any_in(words_of(*facts.invoice)));
}

std::string MapChooser::words_of(std::uint32_t line) const {
    return label_words(ledgers_.text(line, LedgerColumn::label));
}

}  // namespace msp
