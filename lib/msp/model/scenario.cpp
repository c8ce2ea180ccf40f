// SPDX-License-Identifier: MIT
#include <msp/model/scenario.hpp>

#include <algorithm>

namespace msp {
namespace {

using Names = std::vector<const ScenarioName*>;

bool holds(const Names& names, const ScenarioName& name) {
    return std::ranges::find(names, &name) != names.end();
}

// `above` are those that stand on `ids`.
void lay(const ScenarioNames& scenarios, std::string_view ids, Names& above, Names& laid) {
    for (const std::string& id : scenario_ids(ids)) {
        const ScenarioName* found = scenarios.find(id);
        if (found == nullptr || holds(laid, *found) || holds(above, *found) || laid.size() + above.size() > most_layers)
            continue;
        above.push_back(found);
        if (!found->based_on.empty())
            lay(scenarios, found->based_on, above, laid);
        above.pop_back();
        laid.push_back(found);
    }
}

}  // namespace

const ScenarioName* ScenarioNames::find(std::string_view id) const {
    const auto found = std::ranges::find(all(), id, &ScenarioName::id);
    return found == all().end() ? nullptr : &*found;
}

std::string ScenarioNames::title(const ScenarioName& scenario) const {
    const bool alone = std::ranges::count(all(), scenario.label, &ScenarioName::label) == 1 && scenario.label != "base";
    return alone || scenario.label == scenario.id ? scenario.label : scenario.label + " (" + scenario.id + ')';
}

std::vector<std::string> scenario_ids(std::string_view id) {
    std::vector<std::string> ids(1);
    for (const char c : id) {
        if (c == '+')
            ids.emplace_back();
        else
            ids.back() += c;
    }
    return ids;
}

std::vector<const ScenarioName*> layers_of(const ScenarioNames& scenarios, std::string_view id) {
    Names above;
    Names laid;
    lay(scenarios, id, above, laid);
    return laid;
}

}  // namespace msp
