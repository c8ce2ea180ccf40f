// SPDX-License-Identifier: MIT
// Which money of an export of the books belongs to which line of the plan.
#pragma once

#include <msp/model/line.hpp>
#include <msp/money/money.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

struct Budget;

enum class MapSign : std::uint8_t { any, in, out };

// Each of its conditions has to be met, by one of its values; an empty one is none.
struct MapRule {
    ItemIndex item = 0;
    EntityIndex entity = 0;                // whose books
    std::vector<std::string> accounts;     // prefixes
    std::vector<std::string> auxiliaries;  // whole, in any case
    std::vector<std::string> labels;       // words of it, see LabelPattern
    std::vector<std::string> journals;     // codes
    std::optional<Money> least = {};       // of the amount, whatever its sign
    std::optional<Money> most = {};
    MapSign sign = MapSign::any;
    bool usual = false;  // not of the user: it yields to any rule that is
    Place place;

    [[nodiscard]] bool has_amount() const { return least || most; }
    [[nodiscard]] bool takes_amount(Money amount) const {
        const Money size = absolute(amount);
        return (!least || size >= *least) && (!most || size <= *most);
    }

    [[nodiscard]] int conditions() const {
        return static_cast<int>(!accounts.empty()) + static_cast<int>(!auxiliaries.empty()) +
               static_cast<int>(!labels.empty()) + static_cast<int>(!journals.empty()) +
               static_cast<int>(has_amount()) + static_cast<int>(sign != MapSign::any);
    }

    friend bool operator==(const MapRule&, const MapRule&) = default;
};

// The account that pays or receives each item; no_bank where nothing does.
[[nodiscard]] std::vector<BankIndex> banks_of_items(const Budget& budget);
// Whether a rule takes money of the entity's books for it.
[[nodiscard]] bool has_rule(const Budget& budget, ItemIndex item, EntityIndex entity);

}  // namespace msp
