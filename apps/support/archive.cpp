// SPDX-License-Identifier: MIT
#include <msp/read/file.hpp>
#include <msp/report/accuracy_sheets.hpp>
#include <support/archive.hpp>
#include <support/inputs.hpp>
#include <support/output.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

namespace msp::app {
namespace {

constexpr std::string_view ending = ".csv";

Date made_on(const ArchivedForecast& forecast) {
    return std::ranges::max(forecast, {}, &ArchivedEntity::made).made;
}

// Whether an entity of the one has another SIREN in the other: two budgets of one name in one folder.
const ArchivedEntity* stranger(const ArchivedForecast& one, const ArchivedForecast& other) {
    for (const ArchivedEntity& entity : one) {
        const auto found = std::ranges::find(other, entity.id, &ArchivedEntity::id);
        if (found != other.end() && !found->siren.empty() && !entity.siren.empty() && found->siren != entity.siren)
            return &entity;
    }
    return nullptr;
}

}  // namespace

ArchiveFolder::ArchiveFolder(Context& context, std::string path) : context_(context), path_(std::move(path)) {
    if (!path_.ends_with('/'))
        path_ += '/';
}

bool ArchiveFolder::is_there() {
    std::error_code none;
    if (std::filesystem::is_directory(path_, none))
        return true;
    context_.diagnostics.error("archive.folder", {tr("there is no folder \"{path}\" for forecasts"), {{"path", path_}}},
                               {}, Message{tr("make the folder first"), {}});
    return false;
}

std::optional<ArchivedForecast> ArchiveFolder::read(const std::string& path, Sources& sources,
                                                    Diagnostics& diagnostics) const {
    const std::optional<SourceId> source = load_file(sources, path, diagnostics);
    return source ? read_archive(sources, *source, diagnostics) : std::nullopt;
}

// By their days.
std::vector<std::pair<Date, std::string>> ArchiveFolder::files() const {
    std::vector<std::pair<Date, std::string>> found;
    std::error_code none;
    const std::string stem = context_.stem() + '-';
    for (const auto& entry : std::filesystem::directory_iterator(path_, none)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(stem) || !name.ends_with(ending) || name.size() < stem.size() + ending.size())
            continue;
        const std::optional<Date> day =
            parse_date(std::string_view(name).substr(stem.size(), name.size() - stem.size() - ending.size()));
        if (day)
            found.emplace_back(*day, name);
    }
    std::ranges::sort(found);
    return found;
}

std::optional<std::vector<ArchivedForecast>> ArchiveFolder::all() {
    std::vector<ArchivedForecast> all;
    bool sound = true;
    for (const auto& [day, name] : files()) {
        std::optional<ArchivedForecast> read = this->read(path_ + name, context_.sources, context_.diagnostics);
        sound = read && sound;
        if (read)
            all.push_back(std::move(*read));
    }
    return sound ? std::optional(std::move(all)) : std::nullopt;
}

std::optional<ArchivedForecast> ArchiveFolder::latest_before(Date day) {
    const std::vector<std::pair<Date, std::string>> found = files();
    const auto after = std::ranges::lower_bound(found, day, {}, &std::pair<Date, std::string>::first);
    if (after != found.begin())
        return read(path_ + std::prev(after)->second, context_.sources, context_.diagnostics);
    context_.diagnostics.error("archive.none",
                               {tr("the folder \"{path}\" has no forecast of {file} from before {day}"),
                                {{"path", path_}, {"file", context_.path}, {"day", day}}},
                               {}, Message{tr("msp-actuals --archive keeps one, each time that it is given"), {}});
    return std::nullopt;
}

bool ArchiveFolder::prepare(const ArchivedForecast& forecast) {
    target_ = path_ + context_.stem() + '-' + iso(made_on(forecast)) + std::string(ending);
    write_archive(forecast, [this](std::string_view piece) { text_ += piece; });
    Inputs inputs;
    inputs.add(context_.sources);
    if (inputs.refuse(target_, context_.diagnostics))
        return false;
    std::error_code none;
    if (!std::filesystem::exists(target_, none))
        return true;
    Sources sources;  // of what is there, and no input of the answer
    Diagnostics found;
    const std::optional<ArchivedForecast> old = read(target_, sources, found);
    if (!old) {
        context_.diagnostics.error("archive.foreign",
                                   {tr("\"{path}\" is there and is no archived forecast"), {{"path", target_}}}, {},
                                   Message{tr("take it out of the folder, or name another one"), {}});
        return false;
    }
    if (const ArchivedEntity* other = stranger(*old, forecast)) {
        context_.diagnostics.error("archive.siren",
                                   {tr("\"{path}\" is of the SIREN {siren}, which {entity} of this budget has not"),
                                    {{"path", target_}, {"siren", other->siren}, {"entity", other->id}}},
                                   {}, Message{tr("give each budget a folder or a name of its own"), {}});
        return false;
    }
    same_ = sources.text(sources.all().front()) == text_;
    if (!same_)
        context_.diagnostics.warning(
            "archive.replaced",
            {tr("\"{path}\" had another forecast of that day, and is replaced"), {{"path", target_}}}, {},
            Message{tr("the books or the budget are not as they were then; with --strict it stays"), {}});
    return true;
}

void ArchiveFolder::store() {
    if (same_)
        return;
    Output file(target_);
    file.write(text_);
    file.commit();
}

std::optional<ArchivedForecast> earlier_forecast(Context& context, const std::string& path, Date day) {
    std::error_code none;
    if (std::filesystem::is_directory(path, none))
        return ArchiveFolder(context, path).latest_before(day);
    const std::optional<SourceId> source = load_file(context.sources, path, context.diagnostics);
    return source ? read_archive(context.sources, *source, context.diagnostics) : std::nullopt;
}

const ArchivedEntity* archived_entity(Context& context, const ArchivedForecast& forecast, const Budget& budget,
                                      EntityIndex entity) {
    const Entity& of = budget.entities[entity];
    auto found = std::ranges::find(forecast, of.id, &ArchivedEntity::id);
    if (found == forecast.end() && forecast.size() == 1 && budget.entities.size() == 1)
        found = forecast.begin();
    if (found == forecast.end())
        return nullptr;
    if (found->siren.empty() || of.siren.empty() || found->siren == of.siren)
        return &*found;
    context.diagnostics.error("archive.siren",
                              {tr("this forecast is of the SIREN {siren}, which {entity} of this budget has not"),
                               {{"siren", found->siren}, {"entity", of.id}}},
                              found->place, Message{tr("give each budget a folder or a name of its own"), {}});
    return nullptr;
}

}  // namespace msp::app
