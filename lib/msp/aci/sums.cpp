// SPDX-License-Identifier: MIT
#include <msp/aci/sums.hpp>

#include <algorithm>

namespace msp {
namespace {

template <typename Belongs>
AciSum sum_where(const AciRemuneration& paid, Belongs belongs) {
    AciSum sum;
    for (const AciLine& line : paid.lines) {
        if (!belongs(line))
            continue;
        sum.points += line.points;
        sum.points_max += line.points_max;
        sum.amount += line.amount;
        sum.missed += line.missed;
        sum.pays = sum.pays || line.pays();
    }
    return sum;
}

std::vector<std::string> all_indicators(const std::vector<const AciRemuneration*>& texts) {
    std::vector<std::string> ids;
    for (const AciRemuneration* paid : texts) {
        for (const AciIndicator& indicator : paid->text->indicators) {
            if (std::ranges::find(ids, indicator.id) == ids.end())
                ids.push_back(indicator.id);
        }
    }
    return ids;
}

Money amount_of(const AciLine* line) {
    return line == nullptr ? Money() : line->amount;
}

}  // namespace

Money AciSum::most() const {
    return amount + missed;
}

AciSum sum_of_class(const AciRemuneration& paid, AciClass kind) {
    return sum_where(paid, [kind](const AciLine& line) { return line.kind == kind; });
}

AciSum sum_of_axis(const AciRemuneration& paid, std::size_t axis) {
    return sum_where(paid, [&](const AciLine& line) { return paid.text->indicators[line.indicator].axis == axis; });
}

std::vector<AciComparedLine> compared_lines(const std::vector<const AciRemuneration*>& texts) {
    std::vector<AciComparedLine> found;
    for (std::string& id : all_indicators(texts)) {
        AciComparedLine compared;
        for (const AciRemuneration* paid : texts) {
            const auto index = paid->text->find(id);
            compared.lines.push_back(index ? &paid->lines[*index] : nullptr);
            compared.pays = compared.pays || (index && compared.lines.back()->euros != Quotient());
        }
        compared.difference = amount_of(compared.lines.back()) - amount_of(compared.lines.front());
        compared.indicator = std::move(id);
        found.push_back(std::move(compared));
    }
    return found;
}

Money difference_of(const std::vector<const AciRemuneration*>& texts, Money AciRemuneration::*amount) {
    return texts.back()->*amount - texts.front()->*amount;
}

}  // namespace msp
