// SPDX-License-Identifier: MIT
#include <msp/diag/system_error.hpp>
#include <msp/read/file.hpp>
#include <msp/read/readers.hpp>
#include <msp/rules/built_in.hpp>
#include <msp/rules/law.hpp>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace msp {
namespace {

constexpr std::string_view extension = ".toml";

bool built_in(std::string_view name) {
    return std::ranges::find(built_in_files, name, &BuiltInFile::name) != built_in_files.end();
}

std::string id_of_file(std::string_view name) {
    return std::string(name.substr(0, name.size() - extension.size()));
}

void folder_trouble(Diagnostics& diagnostics, const std::string& folder, const std::error_code& failure) {
    if (failure == std::errc::no_such_file_or_directory)
        diagnostics.error("law.folder", {tr("there is no folder \"{folder}\""), {{"folder", folder}}});
    else if (failure == std::errc::not_a_directory)
        diagnostics.error("law.folder", {tr("\"{folder}\" is not a folder"), {{"folder", folder}}}, {},
                          Message{tr("--law names the folder that holds the rule files"), {}});
    else if (failure == std::errc::permission_denied || failure == std::errc::operation_not_permitted)
        diagnostics.error("law.folder",
                          {tr("you have no permission to read the folder \"{folder}\""), {{"folder", folder}}});
    else
        diagnostics.error("law.folder", {tr("the folder \"{folder}\" cannot be read: {reason}"),
                                         {{"folder", folder}, {"reason", reason_of(failure.value())}}});
}

// The names of the rule files in a folder, sorted.
std::optional<std::vector<std::string>> names_in(const std::string& folder, Diagnostics& diagnostics) {
    std::vector<std::string> names;
    std::error_code failure;
    std::filesystem::directory_iterator entry(folder, failure);
    while (!failure && entry != std::filesystem::directory_iterator()) {
        const std::string name = entry->path().filename().string();
        std::error_code unseen;
        const bool pipe = entry->is_fifo(unseen) || entry->is_socket(unseen);  // would wait for ever
        if (name.ends_with(extension) && !name.starts_with('.') && !pipe)
            names.push_back(name);
        entry.increment(failure);
    }
    if (failure) {
        folder_trouble(diagnostics, folder, failure);
        return std::nullopt;
    }
    std::ranges::sort(names);
    if (names.empty())
        diagnostics.error(
            "law.folder", {tr("the folder \"{folder}\" holds no rule file"), {{"folder", folder}}}, {},
            Message{tr("a rule file is called aci-2027.toml or aci-2027-name.toml, or like a built-in one"), {}});
    return names;
}

}  // namespace

RuleIndex::RuleIndex(const std::optional<std::string>& folder, RuleKinds kinds) : with_folder_(folder.has_value()) {
    for (const RuleKind* kind : kinds)
        shelves_.push_back({kind, {}});
    for (const BuiltInFile& file : built_in_files) {
        std::string id = id_of_file(file.name);
        if (Shelf* shelf = shelf_of(id)) {
            const std::int16_t year = shelf->kind->owns(id).value_or(0);
            shelf->files.push_back({std::move(id), year, {}, file.text});
        }
    }
    if (folder)
        lay_over(*folder);
    for (Shelf& shelf : shelves_)
        std::ranges::sort(shelf.files, {},
                          [](const File& file) { return std::pair(file.year, std::string_view(file.id)); });
}

RuleIndex::Shelf* RuleIndex::shelf_of(std::string_view id) {
    const auto shelf =
        std::ranges::find_if(shelves_, [id](const Shelf& each) { return each.kind->owns(id).has_value(); });
    return shelf == shelves_.end() ? nullptr : &*shelf;
}

void RuleIndex::lay_over(const std::string& folder) {
    const auto names = names_in(folder, problems_);
    if (!names)
        return;
    for (const std::string& name : *names) {
        const std::string id = id_of_file(name);
        const std::string path = (std::filesystem::path(folder) / name).string();
        if (Shelf* shelf = shelf_of(id)) {
            std::erase_if(shelf->files, [&](const File& file) { return file.id == id; });
            shelf->files.push_back({id, shelf->kind->owns(id).value_or(0), path, nullptr});
        } else if (!built_in(name)) {
            problems_.error(
                "law.name", {tr("\"{file}\" is not named like a rule file"), {{"file", path}}}, {},
                Message{tr("a rule file is called aci-2027.toml or aci-2027-name.toml, or like a built-in one"), {}});
        }
    }
}

bool RuleIndex::needs_file(const LawNeeds& needs, const Shelf& shelf, const File& file) const {
    if (needs.everything || (with_folder_ && (file.own() || shelf.kind->all_with_folder)))
        return true;
    // The one in force is the last that begins by then.
    const auto in_force = [&](std::int16_t year) {
        const auto after = std::ranges::upper_bound(shelf.files, year, {}, &File::year);
        return after != shelf.files.begin() && &*(after - 1) == &file;
    };
    return std::ranges::any_of(needs.rules, [&](const RuleNeed& need) {
        if (need.kind != shelf.kind->name)
            return false;
        return need.year ? in_force(*need.year) : need.name.empty() || need.name == file.id;
    });
}

std::string RuleIndex::selection(const LawNeeds& needs) const {
    std::string ids;
    for (const Shelf& shelf : shelves_) {
        for (const File& file : shelf.files) {
            if (needs_file(needs, shelf, file))
                ids += file.id + '/';
        }
    }
    return ids;
}

std::optional<Law> RuleIndex::read(const LawNeeds& needs, Sources& sources, Diagnostics& diagnostics) const {
    const std::size_t before = diagnostics.errors();
    for (const Diagnostic& problem : problems_.sorted())
        diagnostics.add(problem);
    Law law;
    for (const Shelf& shelf : shelves_) {
        RuleFiles files;
        for (const File& file : shelf.files) {
            files.names.push_back(file.id);
            if (!needs_file(needs, shelf, file))
                continue;
            const std::optional<SourceId> source =
                file.own() ? load(sources, file.path, diagnostics)
                           : sources.add(file.id + std::string(extension), std::string(*file.text));
            if (std::optional<Document> read = source ? read_toml(sources, *source, diagnostics) : std::nullopt)
                files.needed.push_back({file.id, file.path, std::move(*read)});
        }
        shelf.kind->read(files, law, diagnostics);
    }
    return diagnostics.errors() == before ? std::optional(std::move(law)) : std::nullopt;
}

std::optional<Law> read_law(const LawNeeds& needs, const std::optional<std::string>& folder, Sources& sources,
                            Diagnostics& diagnostics) {
    return RuleIndex(folder).read(needs, sources, diagnostics);
}

}  // namespace msp
