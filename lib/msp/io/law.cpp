// SPDX-License-Identifier: MIT
#include <msp/diag/system_error.hpp>
#include <msp/io/aci_reader.hpp>
#include <msp/io/aid_reader.hpp>
#include <msp/io/built_in.hpp>
#include <msp/io/file.hpp>
#include <msp/io/law.hpp>
#include <msp/io/profession_reader.hpp>
#include <msp/io/readers.hpp>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace msp {
namespace {

constexpr std::string_view extension = ".toml";

struct LawFile {
    std::string id;
    std::int16_t year = 0;
    std::string path;                        // of a user's own
    const std::string_view* text = nullptr;  // of a built-in one

    [[nodiscard]] std::string name() const { return text != nullptr ? id + std::string(extension) : path; }
};

struct LawFiles {
    std::vector<LawFile> aci;   // by year
    std::vector<LawFile> aids;  // by name
    LawFile professions;
};

struct ReadText {
    AciText text;
    Span from;
    Span until;
};

bool built_in(std::string_view name) {
    return std::ranges::find(built_in_files, name, &BuiltInFile::name) != built_in_files.end();
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

void lay_over(LawFiles& files, const std::string& folder, Diagnostics& diagnostics) {
    const auto names = names_in(folder, diagnostics);
    if (!names)
        return;
    for (const std::string& name : *names) {
        const std::string id = name.substr(0, name.size() - extension.size());
        const std::string path = (std::filesystem::path(folder) / name).string();
        if (const auto year = aci_year_of(id)) {
            std::erase_if(files.aci, [&](const LawFile& file) { return file.id == id; });
            files.aci.push_back({id, *year, path, nullptr});
        } else if (const auto aid = std::ranges::find(files.aids, id, &LawFile::id); aid != files.aids.end()) {
            *aid = {id, 0, path, nullptr};
        } else if (id == professions_file) {
            files.professions = {id, 0, path, nullptr};
        } else if (!built_in(name)) {
            diagnostics.error(
                "law.name", {tr("\"{file}\" is not named like a rule file"), {{"file", path}}}, {},
                Message{tr("a rule file is called aci-2027.toml or aci-2027-name.toml, or like a built-in one"), {}});
        }
    }
}

LawFiles all_files(const std::optional<std::string>& folder, Diagnostics& diagnostics) {
    LawFiles files;
    for (const BuiltInFile& file : built_in_files) {
        std::string id(file.name.substr(0, file.name.size() - extension.size()));
        if (const auto year = aci_year_of(id))
            files.aci.push_back({std::move(id), *year, {}, file.text});
        else if (std::ranges::find(aid_files, id) != aid_files.end())
            files.aids.push_back({std::move(id), 0, {}, file.text});
        else if (id == professions_file)
            files.professions = {std::move(id), 0, {}, file.text};
    }
    if (folder)
        lay_over(files, *folder, diagnostics);
    std::ranges::sort(files.aci, {},
                      [](const LawFile& file) { return std::pair(file.year, std::string_view(file.id)); });
    return files;
}

// The last one that begins by then.
const LawFile* file_of(const std::vector<LawFile>& files, std::int16_t year) {
    const auto after = std::ranges::upper_bound(files, year, {}, &LawFile::year);
    return after == files.begin() ? nullptr : &*(after - 1);
}

bool wants(const LawWanted& wanted, const std::vector<LawFile>& files, const LawFile& file) {
    return wanted.everything || std::ranges::find(wanted.texts, file.id) != wanted.texts.end() ||
           std::ranges::any_of(wanted.years, [&](std::int16_t year) { return file_of(files, year) == &file; });
}

std::optional<Document> read_document(const LawFile& file, Sources& sources, Diagnostics& diagnostics) {
    const std::optional<SourceId> source = file.text != nullptr ? sources.add(file.name(), std::string(*file.text))
                                                                : load(sources, file.path, diagnostics);
    return source ? read_toml(sources, *source, diagnostics) : std::nullopt;
}

std::optional<ReadText> read_text(const LawFile& file, Sources& sources, Diagnostics& diagnostics) {
    const std::optional<Document> document = read_document(file, sources, diagnostics);
    if (!document)
        return std::nullopt;
    AciReader reader(*document, diagnostics, file.id);
    AciText text = reader.run();
    text.file = file.path;
    return ReadText{std::move(text), reader.from(), reader.until()};
}

void read_aids(const LawWanted& wanted, const std::vector<LawFile>& files, Law& law, Sources& sources,
               Diagnostics& diagnostics) {
    for (const LawFile& file : files) {
        law.aid_names.push_back(file.id);
        const bool own = file.text == nullptr;
        if (!wanted.everything && !own && std::ranges::find(wanted.aids, file.id) == wanted.aids.end())
            continue;
        if (const std::optional<Document> document = read_document(file, sources, diagnostics))
            law.aids.push_back(AidReader(*document, diagnostics, file.id).run());
    }
}

void read_professions_of(const LawWanted& wanted, const LawFile& file, Law& law, Sources& sources,
                         Diagnostics& diagnostics) {
    const bool own = file.text == nullptr;
    if (!wanted.everything && !wanted.professions && !own)
        return;
    if (const std::optional<Document> document = read_document(file, sources, diagnostics))
        law.professions = read_professions(*document, diagnostics);
}

// Each year has one text.
void check_years(const ReadText& before, const ReadText& text, Diagnostics& diagnostics) {
    const auto add = [&](Message message, const char* note, std::optional<Message> help) {
        diagnostics.error("law.years", std::move(message), text.from, std::move(help),
                          {{before.until, {note, {{"text", before.text.id}}}}});
    };
    const std::int64_t from = text.text.from;
    const Message one_text{tr("a year has one text: a file replaces the built-in one of its own name only"), {}};
    if (!before.text.until)
        add({tr("{text} begins in {from}, but the text before it has no end"),
             {{"text", text.text.id}, {"from", from}}},
            tr("{text} begins here and has no until"), one_text);
    else if (*before.text.until >= from)
        add({tr("{text} begins in {from}, but the text before it holds until {until}"),
             {{"text", text.text.id}, {"from", from}, {"until", std::int64_t{*before.text.until}}}},
            tr("{text} ends here"), one_text);
    else if (*before.text.until + 1 < from)
        add({tr("{text} begins in {from}, but the text before it ends in {until}: no text holds between them"),
             {{"text", text.text.id}, {"from", from}, {"until", std::int64_t{*before.text.until}}}},
            tr("{text} ends here"), {});
}

}  // namespace

std::optional<Law> read_law(const LawWanted& wanted, const std::optional<std::string>& folder, Sources& sources,
                            Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    const LawFiles found = all_files(folder, diagnostics);
    const std::vector<LawFile>& files = found.aci;
    const bool everything = wanted.everything || folder.has_value();
    Law law;
    std::vector<ReadText> texts;
    for (const LawFile& file : files) {
        law.aci_names.push_back(file.id);
        if (!everything && !wants(wanted, files, file))
            continue;
        if (auto text = read_text(file, sources, diagnostics))
            texts.push_back(std::move(*text));
    }
    const bool all = everything && texts.size() == files.size();
    for (std::size_t i = 1; all && i < texts.size(); ++i) {
        if (texts[i - 1].from.known() && texts[i].from.known())
            check_years(texts[i - 1], texts[i], diagnostics);
    }
    read_aids(wanted, found.aids, law, sources, diagnostics);
    read_professions_of(wanted, found.professions, law, sources, diagnostics);
    if (diagnostics.errors() != before)
        return std::nullopt;
    for (ReadText& text : texts)
        law.aci.push_back(std::move(text.text));
    return law;
}

}  // namespace msp
