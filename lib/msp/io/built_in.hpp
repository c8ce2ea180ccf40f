// SPDX-License-Identifier: MIT
// Private to io: the files of lib/law, as the build put them into the library.
#pragma once

#include <string_view>

namespace msp {

extern const std::string_view category_catalogue;  // categories.toml

}  // namespace msp
