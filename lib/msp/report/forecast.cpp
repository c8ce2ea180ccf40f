// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/forecast.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace msp {
namespace {

const char* part_text(Part part) {
    switch (part) {
        case Part::whole:
            break;
        case Part::principal:
            return tr("{label}: principal");
        case Part::interest:
            return tr("{label}: interest");
        case Part::insurance:
            return tr("{label}: insurance");
        case Part::drawdown:
            return tr("{label}: drawdown");
        case Part::fees:
            return tr("{label}: fees");
        case Part::advance:
            return tr("{label}: advance");
        case Part::balance:
            return tr("{label}: balance");
        case Part::recovery:
            return tr("{label}: recovery");
        case Part::net:
            return tr("{label}: net pay");
        case Part::urssaf:
            return tr("{label}: Urssaf");
        case Part::retirement:
            return tr("{label}: Agirc-Arrco");
        case Part::health:
            return tr("{label}: health cover");
        case Part::provident:
            return tr("{label}: provident cover");
        case Part::staff:
            return tr("{label}: other staff costs");
        case Part::apprenticeship:
            return tr("{label}: apprenticeship tax, balance");
        case Part::payroll_tax:
            return tr("{label}: taxe sur les salaires");
        case Part::leaving:
            return tr("{label}: end of the contract");
        case Part::reinvoiced:
            return tr("{label}: invoiced to the other house");
    }
    return "{label}";
}

// The entities of accounts, each once.
std::string owners(const std::vector<BankIndex>& accounts, const Budget& budget) {
    std::vector<std::string> names;
    for (const BankIndex account : accounts) {
        const std::string& name = budget.entities[budget.banks[account].entity].title();
        if (std::ranges::find(names, name) == names.end())
            names.push_back(name);
    }
    return listed(names);
}

}  // namespace

const char* state_text(State state) {
    constexpr std::array texts = {tr("hoped for"), tr("assumed"),  tr("planned"),
                                  tr("called"),    tr("notified"), tr("paid")};
    return texts.at(static_cast<std::size_t>(state));
}

const std::string& scenario_name(const Result& result) {
    return result.label.empty() ? result.scenario : result.label;
}

std::vector<Holding> holdings(const Result& result) {
    return holdings(result.budget, result.projection, result.selection);
}

std::string holding_name(const Holding& holding, Language language) {
    if (!holding.index)
        return std::string(translate(tr("All entities"), language));
    if (holding.name.empty())
        return std::string(translate(tr("All accounts"), language));
    if (holding.whole || holding.owner.empty() || holding.name == holding.owner)
        return holding.name;
    return holding.name + " (" + holding.owner + ")";
}

std::string owner_of(const Holding& holding, const Budget& budget) {
    return owners(holding.accounts, budget);
}

std::string owner_of(const Result& result) {
    std::vector<BankIndex> accounts;
    for (std::size_t i = 0; i < result.budget.banks.size(); ++i) {
        if (result.selection.holds(result.budget, static_cast<BankIndex>(i)))
            accounts.push_back(static_cast<BankIndex>(i));
    }
    return owners(accounts, result.budget);
}

std::string row_name(const Result& result, const Holding& holding, const std::string& row) {
    return result.scenario + '/' + holding.entity + '/' + holding.bank + '/' + row;
}

std::vector<std::string> row_names(const Result& result, const std::vector<const Holding*>& parts,
                                   const std::string& row) {
    std::vector<std::string> names;
    std::ranges::transform(parts, std::back_inserter(names),
                           [&](const Holding* part) { return row_name(result, *part, row); });
    return names;
}

std::string follows_parts(const std::vector<const Holding*>& parts, bool cancelled, Language language) {
    if (parts.empty())
        return {};
    const auto name = [language](const Holding* part) { return holding_name(*part, language); };
    return words({cancelled ? tr("This adds up {parts} and follows what changes there; what these pay each other is "
                                 "taken off as it stands, so that a transfer is changed at both of its ends.")
                            : tr("This adds up {parts} and follows what changes there."),
                  {{"parts", listed(parts, name, " + ")}}},
                 language);
}

std::string plan_figure(const Result& result, const Holding& holding, PlanSection section, const std::string& period) {
    return row_name(result, holding, std::to_string(static_cast<int>(section)) + '/' + period);
}

std::vector<std::string> later_openings(const char* sentence, const Budget& budget, const std::vector<BankIndex>& banks,
                                        const Period& days, Language language) {
    const std::vector<std::string> names = bank_names(budget);
    std::vector<std::string> told;
    for (const BankIndex index : opening_within(budget, banks, days)) {
        const Bank& bank = budget.banks[index];
        told.push_back(words({sentence,
                              {{"entity", budget.entities[bank.entity].title()},
                               {"account", names[index]},
                               {"day", bank.date},
                               {"amount", bank.opening}}},
                             language));
    }
    return told;
}

std::vector<std::string> later_openings(const Result& result, const Holding& holding, const View& view) {
    return later_openings(
        tr("{account} opens on {day} with {amount}: what that period and the total begin with includes this."),
        result.budget, holding.accounts, view.days(), view.language);
}

std::vector<std::string> worksheet_name(std::string name, const Result& result, bool several) {
    std::vector<std::string> parts;
    if (result.scenario != "base")
        parts.push_back(scenario_name(result));
    if (several)
        parts.push_back(std::move(name));
    return parts;
}

std::vector<std::string> worksheet_name(const Holding& holding, const Result& result, bool several, Language language) {
    const bool account = holding.index && !holding.whole;
    return worksheet_name(
        account ? bank_names(result.budget)[holding.accounts.front()] : holding_name(holding, language), result,
        several);
}

std::vector<std::string> bank_names(const Budget& budget) {
    std::vector<std::string> names;
    for (const Bank& bank : budget.banks) {
        const bool alone = std::ranges::count(budget.banks, bank.name, &Bank::name) == 1;
        names.push_back(alone ? bank.name : bank.name + " (" + budget.entities[bank.entity].title() + ")");
    }
    return names;
}

std::string titled(std::string name, std::string_view scenario, const std::string& label) {
    if (scenario == "base")
        return name;
    if (!name.empty())
        name += " — ";
    return name.append(label.empty() ? scenario : label);
}

std::string name_of(const Budget& budget, ItemIndex item, Part part, Language language) {
    std::string label = budget.items[item].label;
    if (label.empty() && budget.items[item].origin == Origin::aci)
        label = translate(tr("ACI"), language);
    if (label.empty() && budget.items[item].origin == Origin::fee)
        label = translate(tr("Overdraft fees"), language);
    // Money of the books that the budget does not know.
    if (label.empty() && budget.items[item].origin == Origin::transfer)
        label = translate(tr("Between accounts, not planned"), language);
    if (label.empty() && budget.items[item].origin == Origin::actual)
        label =
            translate(budget.items[item].side == Side::receipts ? tr("Receipts of no rule") : tr("Payments of no rule"),
                      language);
    return part == Part::whole ? label : words({part_text(part), {{"label", label}}}, language);
}

const std::string& name_of(const Category& category, Language language) {
    return language == Language::french ? category.french : category.english;
}

Money payout_of(const Headline& headline, const View& view) {
    return headline.payout.amount(view.payout.value_or(PayoutQuestion{Until::end, Limit::floor}));
}

std::vector<Loan> loans_shown(const Result& result) {
    std::vector<Loan> found;
    std::ranges::copy_if(result.budget.loans, std::back_inserter(found),
                         [&](const Loan& loan) { return result.selection.holds(result.budget, loan.bank); });
    return found;
}

std::vector<std::uint32_t> in_order(const std::vector<Movement>& movements) {
    if (movements.empty())
        return {};
    const auto [first, last] = std::ranges::minmax_element(movements, {}, &Movement::date);
    const Date begin = first->date;
    const auto day_of_view = [begin](const Movement& movement) {
        return static_cast<std::size_t>(movement.date - begin);
    };
    // Counted by day, each movement goes to its day's next place; what a day has is then put in the order of the file.
    std::vector<std::uint32_t> next(static_cast<std::size_t>(last->date - begin) + 2);
    for (const Movement& movement : movements)
        ++next[day_of_view(movement) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    const std::vector<std::uint32_t> ends(next.begin() + 1, next.end());
    std::vector<std::uint32_t> order(movements.size());
    for (std::size_t i = 0; i < movements.size(); ++i)
        order[next[day_of_view(movements[i])]++] = static_cast<std::uint32_t>(i);
    auto day = order.begin();
    for (const std::uint32_t end : ends) {
        const auto day_end = order.begin() + static_cast<std::ptrdiff_t>(end);
        const auto place = [&](std::uint32_t position) { return std::pair(movements[position].item, position); };
        if (!std::ranges::is_sorted(day, day_end, {}, place))  // of lines it is already
            std::ranges::sort(day, day_end, {}, place);
        day = day_end;
    }
    return order;
}

}  // namespace msp
