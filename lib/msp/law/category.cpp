// SPDX-License-Identifier: MIT
#include <msp/law/category.hpp>

#include <algorithm>

namespace msp {

std::string_view id_of(Nature nature) {
    return nature_ids.at(static_cast<std::size_t>(nature));
}

std::optional<Nature> nature_from(std::string_view id) {
    const auto found = std::find(nature_ids.begin(), nature_ids.end(), id);
    if (found == nature_ids.end())
        return std::nullopt;
    return static_cast<Nature>(found - nature_ids.begin());
}

std::optional<CategoryIndex> Catalogue::find(std::string_view id) const {
    const auto found = std::ranges::find(categories, id, &Category::id);
    if (found == categories.end())
        return std::nullopt;
    return static_cast<CategoryIndex>(found - categories.begin());
}

}  // namespace msp
