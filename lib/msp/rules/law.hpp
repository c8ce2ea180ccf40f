// SPDX-License-Identifier: MIT
// The rule files of lib/law, as built into the library, and those of a user's folder laid over them: a file replaces
// the built-in one of its name, another one is added. Only what a run needs is parsed. What a file means is known to
// its kind alone; a new kind of rule is one more RuleKind in rule_kinds().
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/law/law.hpp>
#include <msp/law/need.hpp>
#include <msp/read/document.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// A file that is needed, read into a tree.
struct RuleFile {
    std::string id;    // its name without the extension
    std::string path;  // as named, where it is the user's own
    Document document;
};

// What a kind of rule is given to read.
struct RuleFiles {
    std::vector<std::string> names;  // of all its files, whether needed or not
    std::vector<RuleFile> needed;    // by year and name; without those that are no TOML

    // So that files can be held against each other.
    [[nodiscard]] bool complete() const { return needed.size() == names.size(); }
};

struct RuleKind {
    std::string_view name;  // in RuleNeed
    // The first year of the file of that id, 0 where it has none; nothing where the file is of another kind.
    std::optional<std::int16_t> (*owns)(std::string_view id);
    // With a user's folder all files are read, so that gaps and overlaps between them show; else its own ones only.
    bool all_with_folder;
    // Adds to the law, and reports every problem of the files in one run.
    void (*read)(const RuleFiles& files, Law& law, Diagnostics& diagnostics);
};

using RuleKinds = std::span<const RuleKind* const>;
// All of them, in the order in which their files are read.
[[nodiscard]] RuleKinds rule_kinds();

// The rule files there are, listed once.
class RuleIndex {
 public:
    explicit RuleIndex(const std::optional<std::string>& folder, RuleKinds kinds = rule_kinds());

    // The ids of the files that are needed, each ended by a slash: the same for needs that come to the same.
    [[nodiscard]] std::string selection(const LawNeeds& needs) const;
    // Nothing where there is an error, be it in the folder or in a file.
    [[nodiscard]] std::optional<Law> read(const LawNeeds& needs, Sources& sources, Diagnostics& diagnostics) const;

 private:
    struct File {
        std::string id;
        std::int16_t year = 0;
        std::string path;                        // of a user's own
        const std::string_view* text = nullptr;  // of a built-in one

        [[nodiscard]] bool own() const { return text == nullptr; }
    };
    struct Shelf {
        const RuleKind* kind;
        std::vector<File> files;  // by year and name
    };

    [[nodiscard]] Shelf* shelf_of(std::string_view id);
    void lay_over(const std::string& folder);
    [[nodiscard]] bool needs_file(const LawNeeds& needs, const Shelf& shelf, const File& file) const;

    bool with_folder_;
    std::vector<Shelf> shelves_;
    Diagnostics problems_;  // of the folder
};

// Once, without an index to keep.
[[nodiscard]] std::optional<Law> read_law(const LawNeeds& needs, const std::optional<std::string>& folder,
                                          Sources& sources, Diagnostics& diagnostics);

}  // namespace msp
