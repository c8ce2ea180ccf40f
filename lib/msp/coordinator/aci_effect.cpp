// SPDX-License-Identifier: MIT
#include <msp/aci/remuneration.hpp>
#include <msp/coordinator/aci_effect.hpp>

#include <algorithm>
#include <iterator>

namespace msp {
namespace {

YearAmounts totals(const Budget& budget, const Law& law, Diagnostics& diagnostics) {
    YearAmounts found;
    for (const AciFacts& facts : aci_facts(budget, law, AciYears::all, diagnostics))
        found[facts.year] = remuneration(facts).total;
    return found;
}

void say(AciYear& year, const Reached& reached) {
    std::erase_if(year.reached, [&](const Reached& each) { return each.indicator == reached.indicator; });
    std::erase_if(year.points, [&](const TypedPoints& each) { return each.indicator == reached.indicator; });
    year.reached.push_back(reached);
}

// What the years would say without the post.
Budget without_post(const Budget& budget, const PostFunding& funding) {
    Budget other = budget;
    for (AciYear& year : other.aci->years) {
        for (const Reached& reached : funding.reached_without)
            say(year, reached);
        if (funding.without == Without::none) {
            Reached nobody;
            nobody.indicator = funding.function;
            nobody.no = true;
            nobody.place = funding.function_place;
            say(year, nobody);
        }
    }
    return other;
}

}  // namespace

Money of_year(const YearAmounts& amounts, std::int16_t year) {
    const auto after = amounts.upper_bound(year);
    return after == amounts.begin() ? Money() : std::prev(after)->second;
}

YearAmounts aci_with_post(const Budget& budget, const Law& law, const PostFunding& funding, Diagnostics& diagnostics) {
    Diagnostics told;  // of the years as they are: by the plan
    YearAmounts with = totals(budget, law, told);
    const YearAmounts without = totals(without_post(budget, funding), law, diagnostics);
    for (auto& [year, total] : with)
        total -= of_year(without, year);
    return with;
}

YearAmounts aci_of_patients(const Budget& budget, const Law& law, Rate patients) {
    Diagnostics told;
    YearAmounts more;
    for (AciFacts& facts : aci_facts(budget, law, AciYears::all, told)) {
        const Money now = remuneration(facts).total;
        facts.counts.patients += Quotient(patients);
        more[facts.year] = remuneration(facts).total - now;
    }
    return more;
}

}  // namespace msp
