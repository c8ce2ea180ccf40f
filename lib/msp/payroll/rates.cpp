// SPDX-License-Identifier: MIT
#include <msp/payroll/rates.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

// The month that begins with the day, or the one after it.
Month month_from(Date date) {
    const Month month = Month::of(date);
    return date == month.first() ? month : month + 1;
}

// Months from which something of the law holds.
std::vector<Month> starts_of(const PayrollLaw& law) {
    std::vector<Month> starts = {law.known_from()};
    const auto add = [&](Date date) { starts.push_back(month_from(date)); };
    for (const PayContribution& rule : law.contributions.contributions) {
        for (const ContributionRate& rate : rule.rates)
            add(rate.from);
    }
    for (const ReducedRate& row : law.contributions.reduced) {
        add(row.from);
        starts.push_back(Month::of(row.until + 1));
    }
    for (const ApprenticeshipLiability& row : law.contributions.apprenticeship)
        add(row.from);
    for (const DatedFigure& figure : law.contributions.ceiling)
        add(figure.from);
    for (const GeneralReduction& rule : law.reductions.rules)
        add(rule.from);
    std::erase_if(starts, [&](Month month) { return month < law.known_from(); });
    std::ranges::sort(starts);
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
}

// Whether something begins that is no contribution.
bool begins_else(const PayrollLaw& law, Month month) {
    const auto begins = [month](const auto& each) { return month_from(each.from) == month; };
    return month == law.known_from() || std::ranges::any_of(law.contributions.ceiling, begins) ||
           std::ranges::any_of(law.reductions.rules, begins);
}

bool same(const std::vector<HeldRate>& one, const std::vector<HeldRate>& other) {
    return std::ranges::equal(one, other, [](const HeldRate& a, const HeldRate& b) {
        return a.rule == b.rule && a.rate == b.rate && a.reduced == b.reduced;
    });
}

class Lookup {
 public:
    Lookup(const PayrollContributions& law, const Employer& employer, Month month)
        : law_(law), employer_(employer), month_(month) {
        const ApprenticeshipLiability* row = law.liability(employer.kind, month.first());
        liable_ = row != nullptr && row->liable;
    }

    [[nodiscard]] HeldRates of(bool executive, bool fixed_term) const {
        HeldRates found;
        for (std::size_t i = 0; i < law_.contributions.size(); ++i) {
            const PayContribution& rule = law_.contributions[i];
            const ContributionRate* rate = applies(rule, executive, fixed_term) ? rule.on(month_.first()) : nullptr;
            if (rate == nullptr)
                continue;
            const bool employers = rule.payer == PaidBy::employer;
            const ReducedRate* lower = employers ? reduced(i) : nullptr;
            (employers ? found.employer : found.employee).push_back({&rule, rate, lower, i});
            found.follow_year = found.follow_year || rule.yearly || lower != nullptr;
        }
        return found;
    }

 private:
    [[nodiscard]] bool applies(const PayContribution& rule, bool executive, bool fixed_term) const {
        switch (rule.only) {
            case PayCondition::all:
                return true;
            case PayCondition::executive:
                return executive;
            case PayCondition::fixed_term:
                return fixed_term;
            case PayCondition::idcc1147:
                return employer_.idcc1147;
            case PayCondition::apprenticeship:
                return !employer_.alsace_moselle && liable_;
            case PayCondition::apprenticeship_alsace:
                return employer_.alsace_moselle && liable_;
            case PayCondition::alsace_moselle:
                return employer_.alsace_moselle;
        }
        return false;
    }

    [[nodiscard]] const ReducedRate* reduced(std::size_t contribution) const {
        for (const ReducedRate& row : law_.reduced) {
            if (row.contribution == contribution && row.from <= month_.first() && month_.last() <= row.until)
                return &row;
        }
        return nullptr;
    }

    const PayrollContributions& law_;
    const Employer& employer_;
    Month month_;
    bool liable_ = false;
};

}  // namespace

// What begins for other employers begins no period.
PayRates::PayRates(const PayrollLaw& law, const Employer& employer) {
    for (const Month month : starts_of(law)) {
        const Lookup lookup(law.contributions, employer, month);
        std::vector<HeldRates> found = {lookup.of(false, false), lookup.of(false, true), lookup.of(true, false),
                                        lookup.of(true, true)};
        const bool as_before =
            !contracts_.empty() && !begins_else(law, month) &&
            std::ranges::equal(found, contracts_.back(), [](const HeldRates& one, const HeldRates& other) {
                return same(one.employer, other.employer) && same(one.employee, other.employee);
            });
        if (as_before)
            continue;
        starts_.push_back(month);
        contracts_.push_back(std::move(found));
    }
}

const HeldRates& PayRates::on(Month month, bool executive, bool fixed_term) const {
    return contracts_[period(month)][(executive ? 2U : 0U) + (fixed_term ? 1U : 0U)];
}

bool PayRates::differ(Month month) const {
    return std::ranges::binary_search(starts_, month);
}

std::size_t PayRates::period(Month month) const {
    const auto after = std::ranges::upper_bound(starts_, month);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - starts_.begin(), 1) - 1);
}

}  // namespace msp
