// SPDX-License-Identifier: MIT
#include <msp/lines/aids.hpp>
#include <msp/lines/lines.hpp>

#include <algorithm>

namespace msp {
namespace {

// What is bought or paid back ends of itself; what runs does not.
bool comes_back(Nature nature) {
    return nature == Nature::charge || nature == Nature::income || nature == Nature::tax;
}

std::int32_t widest_gap(const std::vector<DatedAmount>& dated) {
    std::int32_t widest = 0;
    for (std::size_t i = 1; i < dated.size(); ++i)
        widest = std::max(widest, dated[i].date - dated[i - 1].date);
    return widest;
}

// The last day of the first contract year that is not paid.
std::optional<Date> contract_year_after_end(const Law& law, const GrantAid& aid, Date contract) {
    const int most = Date::last_year - contract.fields().year;
    for (int number = 1; number <= most; ++number) {
        const ContractYear year = contract_year(contract, number);
        if ((aid.until && year.first > *aid.until) || !aid_amount(law, aid, year, nullptr))
            return year.last;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Date> day_after_end(const Budget& budget, const Line& line) {
    if (line.kind != AmountKind::dated || line.rule.until ||
        !comes_back(budget.categories[budget.items[line.item].category].nature))
        return std::nullopt;
    const std::int32_t gap = widest_gap(line.dated);
    return gap == 0 ? std::nullopt : std::optional(delayed(line.dated.back().date + gap, line.delay));
}

std::optional<Date> day_after_end(const Law& law, const Grant& grant) {
    if (grant.aid && grant.aid->contract) {
        const std::optional<Date> day = contract_year_after_end(law, *grant.aid, *grant.aid->contract);
        return day ? std::optional(delayed(*day, grant.delay)) : std::nullopt;
    }
    if (!grant.yearly || !grant.last_year || grant.instalments.empty())
        return std::nullopt;
    const auto day = [&](const GrantInstalment& part) {
        const int year = std::min(*grant.last_year + 1 + part.years, Date::last_year);
        return delayed(Month(year, part.month).day(part.day), grant.delay);
    };
    return day(std::ranges::min(grant.instalments, {}, day));
}

}  // namespace msp
