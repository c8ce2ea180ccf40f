// SPDX-License-Identifier: MIT
// The scenarios of a budget by name: which there are, which are laid on which, what each is about.
#pragma once

#include <msp/model/line.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {

// A change of a scenario, as far as it can be told from its words.
struct ScenarioChange {
    std::string path;
    std::string item;      // the line of the plan that it changes; empty where it changes none
    bool sharing = false;  // of members and keys: it may change what each pays, and nothing in the plan
    Place place;           // of the path
    Place extent;          // of the whole change
};

struct ScenarioName {
    std::string id;
    std::string label;
    std::string based_on;  // empty where it stands on the base
    std::vector<ScenarioChange> changes;
    Place place;

    // What it changes is compared in the budget that it makes.
    friend bool operator==(const ScenarioName& one, const ScenarioName& other) {
        return one.id == other.id && one.label == other.label;
    }
};

// Those of a file. Every budget that a scenario makes has them too: a thousand would each copy a thousand.
class ScenarioNames {
 public:
    ScenarioNames() = default;
    explicit ScenarioNames(std::vector<ScenarioName> names)
        : names_(std::make_shared<const std::vector<ScenarioName>>(std::move(names))) {}

    [[nodiscard]] std::span<const ScenarioName> all() const {
        return names_ ? std::span(*names_) : std::span<const ScenarioName>();
    }
    // Null where there is none.
    [[nodiscard]] const ScenarioName* find(std::string_view id) const;
    // What a reader calls it: its label, with its id where the label alone would not tell it from another.
    [[nodiscard]] std::string title(const ScenarioName& scenario) const;

    friend bool operator==(const ScenarioNames& one, const ScenarioNames& other) {
        return one.names_ == other.names_ || std::ranges::equal(one.all(), other.all());
    }

 private:
    std::shared_ptr<const std::vector<ScenarioName>> names_;
};

// As many may be laid on each other, those that one is based on counted.
inline constexpr std::size_t most_layers = 16;

// "a+b" are a and b, in that order.
[[nodiscard]] std::vector<std::string> scenario_ids(std::string_view id);

// Those that `id` lays on the base, the lowest first, each once; unknown ones left out, at most one more than
// most_layers.
[[nodiscard]] std::vector<const ScenarioName*> layers_of(const ScenarioNames& scenarios, std::string_view id);

}  // namespace msp
