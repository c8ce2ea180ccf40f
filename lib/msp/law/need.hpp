// SPDX-License-Identifier: MIT
// What a budget, or a question, needs of the rules: said by each engine before they are read, so that only those are.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

struct RuleNeed {
    std::string_view kind;                  // of the rules: aci_rules, aid_rules, …
    std::optional<std::int16_t> year = {};  // the file in force in it,
    std::string name = {};                  // or the file of that name; without both every file of the kind

    friend bool operator==(const RuleNeed&, const RuleNeed&) = default;
};

struct LawNeeds {
    std::vector<RuleNeed> rules;
    bool everything = false;  // of every kind

    // What is not needed yet.
    void add(const LawNeeds& more) {
        for (const RuleNeed& need : more.rules) {
            if (std::ranges::find(rules, need) == rules.end())
                rules.push_back(need);
        }
        everything = everything || more.everything;
    }
};

}  // namespace msp
