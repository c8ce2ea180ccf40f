// SPDX-License-Identifier: MIT
#include <msp/cash/difference.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace msp {
namespace {

struct Pair {
    LineDifference line;
    std::vector<Money> gap;  // by period
};

void find_furthest(Pair& pair) {
    Money so_far;
    for (std::size_t i = 0; i < pair.gap.size(); ++i) {
        so_far += pair.gap[i];
        if (absolute(so_far) > absolute(pair.line.furthest)) {
            pair.line.furthest = so_far;
            pair.line.furthest_period = i;
        }
    }
}

}  // namespace

Money LineDifference::difference() const {
    return scenario - base;
}

std::vector<Money> begun_with(const Budget& budget, const Projection& projection, const Selection& selection,
                              const std::vector<Period>& periods) {
    std::vector<Money> begun(periods.size());
    for (std::size_t bank = 0; bank < budget.banks.size(); ++bank) {
        if (!selection.holds(budget, static_cast<BankIndex>(bank)))
            continue;
        Money before;
        for (std::size_t i = 0; i < periods.size(); ++i) {
            const PeriodSum sum = sum_of(projection.accounts[bank].series, periods[i]);
            begun[i] += sum.opening - before;
            before = sum.closing;
        }
    }
    return begun;
}

std::vector<LineDifference> differences(const LinesOf& base, const LinesOf& scenario) {
    std::map<std::pair<std::string, Side>, std::size_t> index;
    std::vector<Pair> found = {{{.base = sum(base.begun), .scenario = sum(scenario.begun)}, scenario.begun}};
    for (std::size_t i = 0; i < base.begun.size(); ++i)
        found.front().gap[i] -= base.begun[i];
    const auto add = [&](const LinesOf& lines, Money LineDifference::*side, int sign) {
        for (const LineSum& line : lines.sums.all()) {
            const auto [place, fresh] =
                index.try_emplace({id_of(lines.budget, line.item, line.part), line.side}, found.size());
            if (fresh)
                found.push_back({{.budget = &lines.budget, .item = line.item, .part = line.part},
                                 std::vector<Money>(line.periods.size())});
            Pair& pair = found[place->second];
            pair.line.*side += line.total;
            for (std::size_t i = 0; i < line.periods.size(); ++i)
                pair.gap[i] += line.periods[i] * sign;
        }
    };
    add(base, &LineDifference::base, -1);
    add(scenario, &LineDifference::scenario, 1);
    std::vector<LineDifference> changed;
    for (Pair& pair : found) {
        find_furthest(pair);
        if (pair.line.furthest != Money())
            changed.push_back(pair.line);
    }
    return changed;
}

Money closing_difference(const PeriodSum& base, const PeriodSum& scenario) {
    return scenario.closing - base.closing;
}

Money total_difference(const std::vector<LineDifference>& lines) {
    Money total;
    for (const LineDifference& line : lines)
        total += line.difference();
    return total;
}

}  // namespace msp
