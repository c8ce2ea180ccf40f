// SPDX-License-Identifier: MIT
// Private to the module: the files of lib/law, as the build put them into the library.
#pragma once

#include <msp/law/category.hpp>

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

// The same file as data: every program needs it, and reading it would be half of a short run.
struct BuiltInCategory {
    std::string_view id;
    std::string_view french_id;
    std::string_view french;
    std::string_view english;
    std::string_view account;
    std::string_view grant_line;
    std::string_view tax_line;
    Nature nature;
};
extern const std::span<const BuiltInCategory> built_in_categories;

}  // namespace msp
