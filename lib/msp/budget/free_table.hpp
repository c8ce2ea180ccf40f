// SPDX-License-Identifier: MIT
// Private to the module: a table whose keys are ids of indicators. An id may be one quoted key, "equipe.qualite.n1", or
// tables one in the other, as TOML reads equipe.qualite.n1 without quotes. A table is details of an indicator where one
// of its keys is a key of details, else it leads on to longer ids.
#pragma once

#include <msp/budget/keys.hpp>
#include <msp/read/document.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

struct FreeEntry {
    std::string id;
    NodeId parent = no_node;
    NodeId node = no_node;
};

// An id that is longer is no indicator, and is cut.
inline constexpr std::size_t longest_indicator = 200;

// `key` is the one of the table. In the order of the document; what is null is left out.
[[nodiscard]] std::vector<FreeEntry> free_entries(const Document& document, NodeId table, const Key& key);

// The slot of `name` among the details that an entry of `key` may have; -1 where it has none of that name.
[[nodiscard]] int detail_slot(const Key& key, std::string_view name);

}  // namespace msp
