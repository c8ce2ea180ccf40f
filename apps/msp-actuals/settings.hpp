// SPDX-License-Identifier: MIT
// What msp-actuals is asked, and its table of options.
#pragma once

#include <msp/cash/period.hpp>
#include <support/options.hpp>

#include <optional>
#include <string>

namespace msp::app {

extern const Program actuals_program;

enum class ActualsQuestion { none, validate, anonymise, draft };

struct ActualsSettings {
    ActualsQuestion question = ActualsQuestion::none;
    std::optional<std::string> since;    // the earlier export
    bool movements = false;              // of the books, instead of a comparison
    bool suggests = false;               // rules for what none takes
    std::optional<std::string> voted;    // the budget as it was voted
    std::optional<std::string> archive;  // the folder of earlier forecasts
    bool summary = false;                // a line an export
    bool result = false;                 // classes 6 and 7, not cash
    bool accuracy = false;               // of those, instead of a comparison
    bool reconciles = false;             // the books against statements, line by line
    std::optional<std::string> explain;  // why a row is what it is
    std::optional<Grid> grid;
};

[[nodiscard]] ActualsSettings actuals_settings_from(const Options& given);

// --check of a budget and what is held against it, which is one question.
[[nodiscard]] bool checks_together(const Options& given);

}  // namespace msp::app
