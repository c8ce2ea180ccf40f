// SPDX-License-Identifier: MIT
// The folder of --archive: today's forecast is kept in it, or with --accuracy those of earlier days are judged.
#pragma once

#include <msp/actuals/archive.hpp>
#include <msp/report/accuracy_sheets.hpp>
#include <support/archive.hpp>

#include <msp-actuals/compared.hpp>
#include <optional>
#include <vector>

namespace msp::app {

class KeptForecasts {
 public:
    // The budget outlives it.
    explicit KeptForecasts(ComparedBudget& of) : of_(of), context_(of.context) {}

    // Does what is asked of the folder, but for writing to it. What is wrong with it is told.
    void look();
    // Writes today's forecast, where that is asked, and nothing was wrong.
    void store();

    // With --accuracy.
    [[nodiscard]] const AccuracyResult& accuracy() const { return accuracy_; }

 private:
    [[nodiscard]] ArchivedForecast forecast_of_today() const;
    [[nodiscard]] ArchivedEntity forecast_of_today(const ComparedEntity& entity) const;
    void judge();
    [[nodiscard]] std::vector<JudgedForecast> judged_forecasts(const ComparedEntity& entity,
                                                               const std::vector<ArchivedForecast>& earlier,
                                                               std::optional<Grid> grid) const;

    ComparedBudget& of_;
    Context& context_;
    std::optional<ArchiveFolder> folder_;
    AccuracyResult accuracy_;
};

}  // namespace msp::app
