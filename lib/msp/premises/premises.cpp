// SPDX-License-Identifier: MIT
#include <msp/premises/premises.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace msp {
namespace {

// What makes a statement another one: where it stands in the file does not.
auto saying(const StatedValue& value) {
    return std::tuple(value.path, value.value, value.by, value.entries, value.number);
}

using Sayings = std::set<decltype(saying(StatedValue()))>;

Sayings sayings(const std::vector<StatedValue>& values) {
    Sayings all;
    for (const StatedValue& value : values)
        all.insert(saying(value));
    return all;
}

template <typename Wanted>
void keep_entries(StatedValue& value, const Wanted& wanted) {
    std::vector<std::string> ids;
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < value.ids.size(); ++i) {
        if (!wanted(i))
            continue;
        ids.push_back(value.ids[i]);
        entries.push_back(value.entries[i]);
    }
    value.ids = std::move(ids);
    value.entries = std::move(entries);
}

// Of what holds by default the entries of which the base says it too.
void leave_out(const Premises& base, StatedValue& value) {
    const auto same = [&](const StatedValue& other) {
        return other.by == StatedBy::nobody && other.path == value.path && other.value == value.value;
    };
    const auto found = std::ranges::find_if(base.stated, same);
    if (found == base.stated.end())
        return;
    const std::set<std::string> known(found->ids.begin(), found->ids.end());
    const auto is_new = [&](std::size_t entry) { return !known.contains(value.ids[entry]); };
    keep_entries(value, is_new);
}

// What of a file an account or an entity that is selected rests on: what names no account counts for all.
class Kept {
 public:
    Kept(const Budget& budget, const Selection& selection) : budget_(budget), selection_(selection) {
        for (const Line& line : budget.lines) {
            hold(line.item, line.bank);
            if (line.paid_to != no_bank)
                hold(line.item, line.paid_to);
        }
        for (const Grant& grant : budget.grants)
            hold(grant.item, grant.bank);
        for (const Loan& loan : budget.loans)
            hold(loan.item, loan.bank);
        for (const Post& post : budget.posts)
            hold(post.item, post.bank);
    }

    // Leaves nothing of what others rest on alone.
    void filter(StatedValue& value) const {
        keep_entries(value, [&](std::size_t entry) { return holds(value.topic->child, value.ids[entry]); });
    }

 private:
    void hold(ItemIndex item, BankIndex bank) {
        if (selection_.holds(budget_, bank))
            items_.insert(budget_.items[item].id);
    }

    [[nodiscard]] bool holds_entity(EntityIndex entity) const {
        return selection_.bank ? budget_.banks[*selection_.bank].entity == entity
                               : selection_.entity.value_or(entity) == entity;
    }

    // Entries without an id are numbered as the file has them.
    template <typename Entries>
    [[nodiscard]] bool holds_entry(const Entries& all, const std::string& id) const {
        const auto numbered = [&](std::size_t number) { return std::to_string(number) == id; };
        for (std::size_t i = 0; i < all.size(); ++i) {
            if constexpr (requires { all[i].id; }) {
                if (all[i].id == id)
                    return holds_entity(all[i].entity);
            }
            if (numbered(i + 1))
                return holds_entity(all[i].entity);
        }
        return true;
    }

    [[nodiscard]] bool holds(Section section, const std::string& id) const {
        if (section == Section::line || section == Section::grant || section == Section::loan ||
            section == Section::post)
            return items_.contains(id);
        if (section == Section::bank) {
            const std::optional<BankIndex> bank = budget_.bank(id);
            return !bank || selection_.holds(budget_, *bank);
        }
        if (section == Section::entity) {
            const std::optional<EntityIndex> entity = budget_.entity(id);
            return !entity || holds_entity(*entity);
        }
        if (section == Section::aci)
            return !budget_.aci || selection_.holds(budget_, budget_.aci->bank);
        if (section == Section::employer)
            return holds_entry(budget_.employers, id);
        if (section == Section::charges)
            return holds_entry(budget_.call_terms, id);
        if (section == Section::call)
            return holds_entry(budget_.advances, id);
        if (section == Section::distribution)
            return holds_entry(budget_.distributions, id);
        return section != Section::depreciation || holds_entry(budget_.depreciations, id);
    }

    const Budget& budget_;
    const Selection& selection_;
    std::set<std::string> items_;
};

}  // namespace

void keep(Premises& all, const Budget& budget, const Selection& selection) {
    const Kept kept(budget, selection);
    for (StatedValue& value : all.stated)
        kept.filter(value);
    std::erase_if(all.stated, [](const StatedValue& value) { return value.ids.empty(); });
    if (budget.aci && !selection.holds(budget, budget.aci->bank))
        std::erase_if(all.rules, [](const RulePremise& rule) { return rule.topic == RuleTopic::aci; });
}

Premises premises(const Case& of, const Document& document, const Window& plan, Language language) {
    return {stated_values(document, language), rule_premises(of, plan, language), {}};
}

Premises changed_premises(const Premises& base, Premises scenario) {
    const Sayings before = sayings(base.stated);
    std::set<std::string> paths;
    for (const StatedValue& value : scenario.stated)
        paths.insert(value.path);
    for (const StatedValue& value : base.stated) {
        if (value.by != StatedBy::nobody && !paths.contains(value.path))
            scenario.dropped.push_back(value);
    }
    for (StatedValue& value : scenario.stated) {
        if (value.by == StatedBy::nobody)
            leave_out(base, value);
    }
    std::erase_if(scenario.stated,
                  [&](const StatedValue& value) { return value.ids.empty() || before.contains(saying(value)); });
    std::erase_if(scenario.rules,
                  [&](const RulePremise& rule) { return std::ranges::find(base.rules, rule) != base.rules.end(); });
    return scenario;
}

}  // namespace msp
