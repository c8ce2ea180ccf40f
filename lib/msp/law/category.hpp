// SPDX-License-Identifier: MIT
// The catalogue of categories: what kind of money a line is, and where it stands in the chart of accounts (PCG 2025),
// in a grant's budget (CERFA 12156) and in the tax returns (2035, 2036). The shipped one is lib/law/categories.toml; a
// budget may add to it.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

enum class Nature : std::uint8_t { charge, income, capital, tax, transfer, current_account, reserve };

// As CSV, JSON and the rule files have them, in this order.
inline constexpr std::array<std::string_view, 7> nature_ids = {"charge",   "income",          "capital", "tax",
                                                               "transfer", "current-account", "reserve"};
[[nodiscard]] std::string_view id_of(Nature nature);
[[nodiscard]] constexpr std::optional<Nature> nature_from(std::string_view id) {
    const auto found = std::ranges::find(nature_ids, id);
    if (found == nature_ids.end())
        return std::nullopt;
    return static_cast<Nature>(found - nature_ids.begin());
}

// Whether it is a charge or income of some exercise, and not money that is lent, put in, invested or moved.
[[nodiscard]] constexpr bool is_in_result(Nature nature) {
    return nature == Nature::charge || nature == Nature::income || nature == Nature::tax;
}

struct Category {
    std::string id;
    std::string french;
    std::string english;
    std::string account;     // prefix in the PCG 2025
    std::string grant_line;  // CERFA 12156
    std::string tax_line;    // 2035, for a company of means 2036
    Nature nature = Nature::charge;
    std::string french_id;  // what files with French keys may write for the id, which all results have

    friend bool operator==(const Category&, const Category&) = default;
};

using CategoryIndex = std::uint16_t;

struct Catalogue {
    std::vector<Category> categories;

    [[nodiscard]] std::optional<CategoryIndex> find(std::string_view id) const;
};

}  // namespace msp
