// SPDX-License-Identifier: MIT
#include <msp/law/category.hpp>

#include <algorithm>

namespace msp {

std::string_view id_of(Nature nature) {
    return nature_ids.at(static_cast<std::size_t>(nature));
}

std::optional<CategoryIndex> Catalogue::find(std::string_view id) const {
    const auto found = std::ranges::find(categories, id, &Category::id);
    if (found == categories.end())
        return std::nullopt;
    return static_cast<CategoryIndex>(found - categories.begin());
}

}  // namespace msp
