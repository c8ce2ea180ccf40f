// SPDX-License-Identifier: MIT
// Private to io: the files of lib/law, as the build put them into the library.
#pragma once

#include <span>
#include <string_view>

namespace msp {

struct BuiltInFile {
    std::string_view name;  // "categories.toml"
    const std::string_view* text;
};

// All of them, by name.
extern const std::span<const BuiltInFile> built_in_files;

inline constexpr std::string_view catalogue_file = "categories.toml";

}  // namespace msp
