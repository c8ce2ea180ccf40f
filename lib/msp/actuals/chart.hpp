// SPDX-License-Identifier: MIT
// Private to the module: the category that money of an account of the books is of.
#pragma once

#include <msp/law/category.hpp>

#include <string_view>

namespace msp {

// By the longest account that begins it: of the catalogue, or of those that an MSP books on and the catalogue does not
// name. The categories that the catalogue ships are there.
[[nodiscard]] CategoryIndex category_of_account(const Catalogue& catalogue, std::string_view account, bool receipt);

}  // namespace msp
