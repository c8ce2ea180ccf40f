// SPDX-License-Identifier: MIT
// Earlier forecasts against what came, and the file that a forecast is kept in.
#pragma once

#include <msp/actuals/accuracy.hpp>
#include <msp/report/csv.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <string>
#include <vector>

namespace msp {

// The forecasts of an entity by the days they were made on, at least one.
struct JudgedEntity {
    EntityIndex entity = 0;
    Date until;
    std::vector<JudgedForecast> forecasts;
    std::size_t shown = 0;  // the one that a page shows line by line
};

struct AccuracyResult {
    const Budget* budget = nullptr;
    Grid grid = Grid::month;
    std::vector<JudgedEntity> entities;
};

// A row a forecast.
[[nodiscard]] Sheet judged_sheet(const AccuracyResult& result, Language language);
// A row a forecast, period and line: as data of all forecasts.
[[nodiscard]] Sheet errors_sheet(const AccuracyResult& result, Language language);
// For a page, of the one that is shown.
[[nodiscard]] Sheet shown_errors_sheet(const AccuracyResult& result, Language language);

[[nodiscard]] std::string accuracy_title(Language language);
[[nodiscard]] std::string accuracy_rules(const TextStyle& style);

// The columns are a promise: see msp-fec(5).
void write_archive(const ArchivedForecast& forecast, const TextSink& sink);

}  // namespace msp
