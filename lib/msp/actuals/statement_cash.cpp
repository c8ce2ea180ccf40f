// SPDX-License-Identifier: MIT
#include <msp/actuals/label.hpp>
#include <msp/actuals/nearest_item.hpp>
#include <msp/actuals/payment_trace.hpp>
#include <msp/actuals/statement_cash.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

namespace msp {
namespace {

std::vector<std::string> parted(std::string_view words) {
    std::vector<std::string> all;
    std::string word;
    for (const char c : words) {
        if (c != ' ')
            word += c;
        else if (!word.empty())
            all.push_back(std::exchange(word, {}));
    }
    return all;
}

// Label and reference, as rules read them.
std::string words_of(const StatementEntry& entry) {
    return label_words(entry.label + ' ' + entry.reference);
}

// Whole months, as of the books; to the day where the statement is dated itself.
std::vector<Window> covered_days(const AccountStatement& of) {
    const std::optional<Date> first = of.first();
    const std::optional<Date> last = of.last();
    if (!first || !last)
        return {};
    const bool dated = of.form == StatementForm::camt053 || of.form == StatementForm::cfonb120;
    return {{dated && of.opening ? *first : Month::of(*first).first(),
             dated && of.closing ? *last : Month::of(*last).last()}};
}

// The rules that a statement can meet. Of two that take a movement the one with a sign too has more conditions.
class StatementRules {
 public:
    StatementRules(const Budget& budget, EntityIndex entity) {
        for (const MapRule& rule : budget.map) {
            if (rule.entity != entity || !rule.accounts.empty() || !rule.auxiliaries.empty() || !rule.journals.empty())
                continue;
            Rule& made = rules_.emplace_back();
            made.rule = &rule;
            for (const std::string& label : rule.labels)
                made.labels.emplace_back(label);
        }
    }

    // Null where none takes it.
    [[nodiscard]] const MapRule* choose(const StatementEntry& entry, std::uint32_t index) {
        const std::string words = words_of(entry);
        const MapRule* best = nullptr;
        const MapRule* equal = nullptr;
        for (const Rule& each : rules_) {
            if (!takes(each, words, entry.amount))
                continue;
            if (best == nullptr || each.rule->conditions() > best->conditions()) {
                best = each.rule;
                equal = nullptr;
            } else if (each.rule->conditions() == best->conditions() && each.rule->item != best->item) {
                equal = each.rule;
            }
        }
        if (equal != nullptr &&
            std::ranges::none_of(ties_, [&](const MapTie& tie) { return tie.first == best && tie.second == equal; }))
            ties_.push_back({best, equal, index});
        return best;
    }

    [[nodiscard]] const std::vector<MapTie>& ties() const { return ties_; }

 private:
    struct Rule {
        const MapRule* rule = nullptr;
        std::vector<LabelPattern> labels;
    };

    [[nodiscard]] static bool takes(const Rule& of, std::string_view words, Money amount) {
        if (of.rule->sign != MapSign::any && (of.rule->sign == MapSign::in) == amount.negative())
            return false;
        return of.rule->takes_amount(amount) &&
               (of.labels.empty() ||
                std::ranges::any_of(of.labels, [&](const LabelPattern& label) { return label.is_in(words); }));
    }

    std::vector<Rule> rules_;
    std::vector<MapTie> ties_;
};

class StatementCash {
 public:
    StatementCash(const Budget& budget, BankIndex bank, const CashSink& sink)
        : budget_(budget), bank_(bank), rules_(budget, budget.banks[bank].entity), sink_(sink) {
        totals_.openings.resize(budget.banks.size());
    }

    CashTotals run(const AccountStatement& of, std::optional<Date> until) {
        totals_.first = of.first();
        if (!of.entries.empty())
            totals_.last = of.entries.back().date;
        totals_.until = until.value_or(of.last().value_or(Date::last()));
        totals_.opened = of.opening || of.closing;
        totals_.opening = of.balance_on(Date::first() - 1).value_or(Money());
        totals_.openings[bank_] = totals_.opening;
        totals_.has_cash = true;
        totals_.covered = covered_days(of);
        for (std::uint32_t i = 0; i < of.entries.size(); ++i)
            take(of.entries[i], i);
        totals_.closing = totals_.opening + totals_.mapped + totals_.unmapped;
        totals_.balance = totals_.closing;
        for (auto& [words, unmapped] : unmapped_)
            totals_.by_account.push_back(unmapped);
        std::ranges::stable_sort(totals_.by_account, [](const UnmappedCash& a, const UnmappedCash& b) {
            return std::pair(absolute(b.amount), a.line) < std::pair(absolute(a.amount), b.line);
        });
        totals_.ties = rules_.ties();
        return std::move(totals_);
    }

 private:
    void take(const StatementEntry& entry, std::uint32_t index) {
        if (entry.date > totals_.until) {
            totals_.later += entry.amount;
            ++totals_.later_count;
            return;
        }
        totals_.last_used = entry.date;
        totals_.turnover += absolute(entry.amount);
        const MapRule* rule = entry.item.empty() ? rules_.choose(entry, index) : nullptr;
        const ItemIndex item = rule != nullptr ? rule->item : named_item(entry);
        CashKind kind = item == no_item ? CashKind::unmapped : CashKind::mapped;
        if (item != no_item && budget_.items[item].origin == Origin::transfer)
            kind = CashKind::internal;
        if (item == no_item)
            unmapped(entry, index);
        else
            totals_.mapped += entry.amount;
        if (sink_ && entry.amount != Money())
            sink_(0, {.amount = entry.amount,
                      .date = entry.date,
                      .item = item,
                      .line = index,
                      .account = no_account,
                      .bank = bank_,
                      .kind = kind,
                      .rule = rule});
    }

    // A plain journal may name the line itself.
    [[nodiscard]] ItemIndex named_item(const StatementEntry& entry) const {
        return entry.item.empty() ? no_item : budget_.item(entry.item).value_or(no_item);
    }

    void unmapped(const StatementEntry& entry, std::uint32_t index) {
        totals_.unmapped += entry.amount;
        const auto [found, fresh] =
            unmapped_.try_emplace(std::pair(lasting_words(entry), entry.amount.negative()), UnmappedCash{});
        if (fresh)
            found->second = {no_account, index, 0, {}};
        ++found->second.count;
        found->second.amount += entry.amount;
    }

    const Budget& budget_;
    BankIndex bank_;
    StatementRules rules_;
    const CashSink& sink_;
    CashTotals totals_;
    std::map<std::pair<std::string, bool>, UnmappedCash> unmapped_;  // by words, and whether they go out
};

}  // namespace

CashTotals cash_of(const Budget& budget, BankIndex bank, const AccountStatement& statement, std::optional<Date> until,
                   const CashSink& sink) {
    return StatementCash(budget, bank, sink).run(statement, until);
}

std::string lasting_words(const StatementEntry& entry) {
    const std::string all = label_words(entry.label);
    std::string lasting;
    for (const std::string& word : parted(all)) {
        if (word.find_first_of("0123456789") == std::string::npos)
            lasting += (lasting.empty() ? "" : " ") + word;
    }
    return lasting.empty() ? all : lasting;
}

std::vector<MapSuggestion> suggestions(const Budget& budget, BankIndex bank, const AccountStatement& statement,
                                       const CashTotals& totals) {
    constexpr std::size_t least = 4;  // letters of a word that tells something
    const std::vector<BankIndex> banks = banks_of_items(budget);
    std::vector<MapSuggestion> all;
    for (const UnmappedCash& of : totals.by_account) {
        const std::string words = label_words(statement.entries[of.line].label);
        const auto near = [&](const Item& item) {
            const std::string named =
                label_words(item.id + ' ' + item.label + ' ' + budget.categories[item.category].id);
            return static_cast<std::size_t>(std::ranges::count_if(parted(named), [&](const std::string& word) {
                return word.size() >= least && words.find(' ' + word + ' ') != std::string::npos;
            }));
        };
        all.push_back({of, nearest_item(budget, banks, budget.banks[bank].entity, of.amount, near)});
    }
    return all;
}

}  // namespace msp
