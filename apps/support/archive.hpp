// SPDX-License-Identifier: MIT
// The folder of --archive: a file a budget and day, DIR/budget-2026-09-30.csv.
#pragma once

#include <msp/actuals/archive.hpp>
#include <support/run.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp::app {

class ArchiveFolder {
 public:
    ArchiveFolder(Context& context, std::string path);

    // False, and it is told, where there is no such folder.
    [[nodiscard]] bool is_there();
    // Those of the context's budget, in the order of their days. Nothing, and the errors are told, where one of them
    // cannot be read.
    [[nodiscard]] std::optional<std::vector<ArchivedForecast>> all();

    // The latest of them that was made before that day.
    [[nodiscard]] std::optional<ArchivedForecast> latest_before(Date day);

    // Looks at the file that store() would write: one of the same day with other content is told, and what is no
    // archived forecast, or is of somebody else, is an error. False there.
    [[nodiscard]] bool prepare(const ArchivedForecast& forecast);
    // In one step; a file that says the same stays as it is.
    void store();
    [[nodiscard]] const std::string& stored_path() const { return target_; }

 private:
    [[nodiscard]] std::vector<std::pair<Date, std::string>> files() const;
    [[nodiscard]] std::optional<ArchivedForecast> read(const std::string& path, Sources& sources,
                                                       Diagnostics& diagnostics) const;

    Context& context_;
    std::string path_;  // with its slash
    std::string target_ = {};
    std::string text_ = {};
    bool same_ = false;
};

// A forecast that was kept: the file, or of a folder the latest of the context's budget made before that day. Nothing,
// and the error is told, where there is none or it cannot be read.
[[nodiscard]] std::optional<ArchivedForecast> earlier_forecast(Context& context, const std::string& path, Date day);

// By its id; of one entity each, the other. One of another SIREN is told.
[[nodiscard]] const ArchivedEntity* archived_entity(Context& context, const ArchivedForecast& forecast,
                                                    const Budget& budget, EntityIndex entity);

}  // namespace msp::app
