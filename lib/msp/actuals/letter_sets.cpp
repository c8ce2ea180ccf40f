// SPDX-License-Identifier: MIT
#include <msp/actuals/letter_sets.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_set>
#include <utility>

namespace msp {

LetterSets::LetterSets(const Ledgers& ledgers, const std::vector<LedgerPieces>& pieces, const AccountKinds& kinds)
    : ledgers_(ledgers), pieces_(pieces), kinds_(kinds), group_ends_{0} {
    std::size_t groups = 1;
    for (std::size_t part = 0; part < ledgers.size(); ++part)
        groups += ledgers[part].letters().size();
    group_ends_.reserve(groups);
    for (std::size_t part = 0; part < ledgers.size(); ++part) {
        first_groups_.push_back(static_cast<std::uint32_t>(group_ends_.size() - 1));
        for (const LetterGroup& group : ledgers[part].letters())
            group_ends_.push_back(group_ends_.back() + group.lines);
    }
    group_lines_.resize(group_ends_.back());
    // Filled from the front; the ends then stand where they were one group before.
    for (std::size_t part = 0; part < ledgers.size(); ++part) {
        const std::vector<LedgerLine>& lines = ledgers[part].lines();
        for (std::uint32_t line = 0; line < lines.size(); ++line) {
            if (lines[line].letter != 0)
                group_lines_[group_ends_[first_groups_[part] + lines[line].letter - 1]++] =
                    ledgers.first_of(part) + line;
        }
    }
    for (std::size_t i = group_ends_.size() - 1; i > 0; --i)
        group_ends_[i] = group_ends_[i - 1];
    group_ends_.front() = 0;
}

std::uint32_t LetterSets::group_of(std::uint32_t line) const {
    return first_groups_[ledgers_.part_of(line)] + ledgers_.line(line).letter - 1;
}

std::vector<std::uint32_t> LetterSets::lines_of(std::uint32_t group) const {
    return {group_lines_.begin() + group_ends_[group], group_lines_.begin() + group_ends_[group + 1]};
}

Money LetterSets::sum_of(const std::vector<std::uint32_t>& lines) const {
    Money sum;
    for (const std::uint32_t line : lines)
        sum += ledgers_.line(line).amount;
    return sum;
}

bool LetterSets::pays(std::uint32_t line) const {
    if (ledgers_.opens(line))
        return false;
    const std::size_t part = ledgers_.part_of(line);
    const std::uint32_t first = ledgers_.first_of(part);
    const LedgerPiece piece = pieces_[part].of(line - first);
    for (std::uint32_t i = 0; i < piece.size(); ++i) {
        if (kinds_.holds_cash(ledgers_.account(first + piece[i])))
            return true;
    }
    return false;
}

const LetterSet& LetterSets::of(std::uint32_t line) {
    const std::uint32_t group = group_of(line);
    if (const auto known = large_.find(group); known != large_.end())
        return known->second.sets[known->second.set_of.at(line)];
    std::vector<std::uint32_t> pool = pooled(group);
    if (std::ranges::find(pool, line) == pool.end())
        pool.clear();
    const std::size_t size = std::max<std::size_t>(pool.size(), group_ends_[group + 1] - group_ends_[group]);
    std::vector<LetterSet> sets = pool.empty() ? joined(group) : parted(std::move(pool));
    constexpr std::size_t few = 32;  // lines
    if (size <= few) {
        for (LetterSet& set : sets) {
            if (std::ranges::find(set.lines, line) != set.lines.end())
                small_ = std::move(set);
        }
        return small_;
    }
    Parted& made = large_[group];
    made.sets = std::move(sets);
    for (std::uint32_t i = 0; i < made.sets.size(); ++i) {
        for (const std::uint32_t each : made.sets[i].lines)
            made.set_of[each] = i;
    }
    return made.sets[made.set_of.at(line)];
}

// All that the exports have of the code, where only all of them together balance; else nothing. An opening says again
// what an earlier export has.
std::vector<std::uint32_t> LetterSets::pooled(std::uint32_t group) {
    if (ledgers_.size() == 1)
        return {};
    find_keys();
    std::vector<std::uint32_t> lines;
    const auto found = of_key_.find(key_of(group));
    for (const std::uint32_t each : found == of_key_.end() ? std::vector<std::uint32_t>() : found->second) {
        for (const std::uint32_t line : lines_of(each)) {
            if (ledgers_.part_of(line) == 0 || !ledgers_.opens(line))
                lines.push_back(line);
        }
    }
    if (sum_of(lines) != Money())
        lines.clear();
    return lines;
}

std::vector<LetterSet> LetterSets::joined(std::uint32_t group) {
    std::vector<LetterSet> sets = parted(lines_of(group));
    join_others(group, false, false, sets);
    join_others(group, true, false, sets);
    if (ledgers_.size() > 1)
        join_others(group, false, true, sets);
    join_others(group, true, true, sets);
    find_rivals(group, sets);
    return sets;
}

// A payment whose invoice is not there may be of one that is, and the payment of that one of the other. An opening is
// no such invoice: where the exports before it do not leave it open, it is of a year that is not there. And an invoice
// of another export that nothing pays for sure may be what one here pays.
void LetterSets::find_rivals(std::uint32_t group, std::vector<LetterSet>& sets) {
    const auto is_sure = [](const LetterSet& set) { return set.balanced && !set.doubtful; };
    const std::vector<std::uint32_t> others = others_of_key(group);
    if (others.empty() && std::ranges::all_of(sets, is_sure))
        return;
    std::map<Money, Date> payments;  // by amount, the last day
    std::map<Money, Date> invoices;  // by what pays them, the first day
    const auto add = [&](const std::vector<std::uint32_t>& lines, bool elsewhere) {
        for (const std::uint32_t line : lines) {
            const LedgerLine& of = ledgers_.line(line);
            if (pays(line)) {
                Date& day = payments.try_emplace(of.amount, of.date).first->second;
                day = std::max(day, of.date);
            } else if (elsewhere) {
                Date& day = invoices.try_emplace(-of.amount, of.date).first->second;
                day = std::min(day, of.date);
            }
        }
    };
    std::vector<LetterSet> sure;
    for (const LetterSet& set : sets) {
        if (is_sure(set))
            sure.push_back(set);
        else
            add(set.lines, false);
    }
    add(others_of(group, false, sure), true);
    for (const std::uint32_t other : others) {
        for (const LetterSet& set : parted(lines_of(other))) {
            if (opened_again(set))
                add(set.lines, false);
        }
    }
    const auto doubt = [&](LetterSet& set) {
        Date invoiced = Date::last();
        for (const std::uint32_t line : set.lines) {
            if (!pays(line))
                invoiced = std::min(invoiced, ledgers_.line(line).date);
        }
        for (const std::uint32_t line : set.lines) {
            const LedgerLine& of = ledgers_.line(line);
            const auto payment = payments.find(of.amount);
            const auto invoice = invoices.find(of.amount);
            set.rivalled = set.rivalled || (payment != payments.end() && payment->second >= invoiced && pays(line));
            set.doubtful = set.doubtful || (invoice != invoices.end() && invoice->second <= of.date && pays(line));
        }
    };
    for (const bool opened : {true, false}) {
        for (LetterSet& set : sets) {
            if (opened_again(set) == opened)
                doubt(set);
        }
        for (const LetterSet& set : sets) {
            if (opened && opened_again(set))
                add(set.lines, false);
        }
    }
}

bool LetterSets::opened_again(const LetterSet& set) const {
    return std::ranges::any_of(
        set.lines, [this](std::uint32_t line) { return ledgers_.part_of(line) > 0 && ledgers_.opens(line); });
}

// Of so many lines of the code.
void LetterSets::judge(LetterSet& set, std::size_t all) const {
    const auto first = std::ranges::min_element(
        set.lines, {}, [this](std::uint32_t line) { return std::pair(ledgers_.line(line).date, pays(line)); });
    set.paid_first = pays(*first);
    set.doubtful = set.doubtful || (set.paid_first && all > set.lines.size());
}

std::vector<LetterSet> LetterSets::parted(std::vector<std::uint32_t> lines) const {
    const std::size_t all = lines.size();
    const bool zero = sum_of(lines) == Money();
    std::vector<LetterSet> sets;
    if (lines.size() == 1 || (lines.size() == 2 && zero)) {
        sets.push_back({std::move(lines), zero});
        judge(sets.front(), all);
        return sets;
    }
    std::vector<std::uint32_t> rest;
    std::vector<std::uint32_t> undated;
    for (std::vector<std::uint32_t>& some : by_letter_day(lines)) {
        if (sum_of(some) == Money())
            cut_by_day(std::move(some), sets, rest);
        else
            undated.insert(undated.end(), some.begin(), some.end());
    }
    cut_by_day(std::move(undated), sets, rest);
    std::vector<LetterSet> pairs;
    for (LetterSet& set : sets)
        take_pairs(set, pairs);
    std::erase_if(sets, [](const LetterSet& set) { return set.lines.empty(); });
    std::ranges::move(pairs, std::back_inserter(sets));
    for (LetterSet& set : sets)
        judge(set, all);
    if (!rest.empty())
        sets.push_back({std::move(rest), false});
    return sets;
}

std::vector<std::vector<std::uint32_t>> LetterSets::by_letter_day(const std::vector<std::uint32_t>& lines) const {
    std::map<std::string, std::vector<std::uint32_t>> days;
    for (const std::uint32_t line : lines)
        days[ledgers_.text(line, LedgerColumn::letter_date)].push_back(line);
    std::vector<std::vector<std::uint32_t>> all;
    for (auto& [day, some] : days)
        all.push_back(std::move(some));
    return all;
}

void LetterSets::cut_by_day(std::vector<std::uint32_t> lines, std::vector<LetterSet>& sets,
                            std::vector<std::uint32_t>& rest) const {
    std::ranges::sort(lines, {}, [this](std::uint32_t line) { return std::pair(ledgers_.line(line).date, line); });
    LetterSet set;
    Money sum;
    for (const std::uint32_t line : lines) {
        set.lines.push_back(line);
        sum += ledgers_.line(line).amount;
        if (sum != Money())
            continue;
        set.balanced = true;
        sets.push_back(std::exchange(set, {}));
    }
    rest.insert(rest.end(), set.lines.begin(), set.lines.end());
}

void LetterSets::take_pairs(LetterSet& set, std::vector<LetterSet>& pairs) const {
    struct Sides {
        std::vector<std::uint32_t> payments;
        std::vector<std::uint32_t> invoices;
    };
    std::map<Money, Sides> amounts;  // by what the payment is
    std::size_t payments = 0;
    for (const std::uint32_t line : set.lines) {
        const Money amount = ledgers_.line(line).amount;
        const bool paid = pays(line);
        payments += paid ? 1 : 0;
        if (amount != Money())
            paid ? amounts[amount].payments.push_back(line) : amounts[-amount].invoices.push_back(line);
    }
    if (set.lines.size() == 2 || (set.balanced && payments < 2))
        return;
    std::unordered_set<std::uint32_t> taken;
    for (const auto& [amount, sides] : amounts) {
        if (sides.payments.size() != 1 || sides.invoices.size() != 1 ||
            ledgers_.line(sides.invoices.front()).date > ledgers_.line(sides.payments.front()).date)
            continue;
        taken.insert({sides.invoices.front(), sides.payments.front()});
        pairs.push_back({{sides.invoices.front(), sides.payments.front()}, true});
    }
    std::erase_if(set.lines, [&](std::uint32_t line) { return taken.contains(line); });
}

// What is left of the group and of its code elsewhere is cut by day; or it is `paired`.
void LetterSets::join_others(std::uint32_t group, bool openings, bool paired, std::vector<LetterSet>& sets) {
    const auto rest = std::ranges::find(sets, false, &LetterSet::balanced);
    if (rest == sets.end())
        return;
    std::vector<std::uint32_t> all = others_of(group, openings, sets);
    if (all.empty() && !paired)
        return;
    std::unordered_set<std::uint32_t> own;
    std::ranges::copy_if(rest->lines, std::inserter(own, own.end()),
                         [&](std::uint32_t line) { return openings || !ledgers_.opens(line); });
    all.insert(all.end(), own.begin(), own.end());
    const std::size_t pool = all.size();
    std::vector<LetterSet> joined;
    LetterSet left;
    if (paired) {
        left.lines = std::move(all);
        take_pairs(left, joined);
    } else {
        cut_by_day(std::move(all), joined, left.lines);
    }
    std::erase_if(joined, [&](const LetterSet& set) {
        return std::ranges::none_of(set.lines, [&](std::uint32_t line) { return own.contains(line); });
    });
    for (LetterSet& set : joined) {
        set.doubtful = paired;
        judge(set, pool);
    }
    std::unordered_set<std::uint32_t> found;
    for (const LetterSet& set : joined)
        found.insert(set.lines.begin(), set.lines.end());
    std::erase_if(rest->lines, [&](std::uint32_t line) { return found.contains(line); });
    if (rest->lines.empty())
        sets.erase(rest);
    std::ranges::move(joined, std::back_inserter(sets));
}

LetterSet LetterSets::rest_elsewhere(std::uint32_t line) {
    return {others_of(group_of(line), false, {}), false};
}

// Other groups of its code, where that does not balance in each export by what stands there.
std::vector<std::uint32_t> LetterSets::others_of_key(std::uint32_t group) {
    if (ledgers_.size() == 1)
        return {};
    find_keys();
    const auto found = of_key_.find(key_of(group));
    std::vector<std::uint32_t> others = found == of_key_.end() ? std::vector<std::uint32_t>() : found->second;
    std::erase(others, group);
    return others;
}

// What does not balance in them, but what the sets have already.
std::vector<std::uint32_t> LetterSets::others_of(std::uint32_t group, bool openings,
                                                 const std::vector<LetterSet>& sets) {
    const std::vector<std::uint32_t> others = others_of_key(group);
    if (others.empty())
        return {};
    std::unordered_set<std::uint32_t> taken;
    for (const LetterSet& set : sets)
        taken.insert(set.lines.begin(), set.lines.end());
    std::vector<std::uint32_t> lines;
    for (const std::uint32_t other : others) {
        for (const LetterSet& set : parted(lines_of(other))) {
            if (set.balanced)
                continue;
            for (const std::uint32_t line : set.lines) {
                if ((openings || !ledgers_.opens(line)) && !taken.contains(line))
                    lines.push_back(line);
            }
        }
    }
    return lines;
}

void LetterSets::find_keys() {
    if (std::exchange(keys_known_, true))
        return;
    std::vector<bool> whole;  // by group
    for (std::size_t part = 0; part < ledgers_.size(); ++part) {
        for (const Money& sum : ledgers_[part].letter_sums())
            whole.push_back(sum == Money());
    }
    for (std::size_t part = 1; part < ledgers_.size(); ++part) {
        for (const LedgerLine& line : ledgers_[part].lines()) {
            if (line.letter != 0 && line.opens != 0)
                whole[first_groups_[part] + line.letter - 1] = false;
        }
    }
    for (const bool those : {false, true}) {
        for (std::uint32_t group = 0; group < whole.size(); ++group) {
            if (whole[group] != those)
                continue;
            if (!those)
                of_key_[key_of(group)].push_back(group);
            else if (const auto found = of_key_.find(key_of(group)); found != of_key_.end())
                found->second.push_back(group);
        }
    }
}

std::string LetterSets::key_of(std::uint32_t group) const {
    const std::uint32_t line = group_lines_[group_ends_[group]];
    return std::to_string(ledgers_.party(line)) + ' ' + ledgers_.text(line, LedgerColumn::letter);
}

}  // namespace msp
