// SPDX-License-Identifier: MIT
// What msp-charges was asked, read from its options.
#pragma once

#include <msp/cash/period.hpp>
#include <msp/money/rate.hpp>
#include <support/run.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp::app {

extern const Program charges_program;

enum class ChargesQuestion : std::uint8_t {
    shares,
    calls,
    settlement,
    proposal,
    distribution,
    comparison,
    entries,
    unpaid,
    rules
};

struct ChargesSettings {
    ChargesQuestion question = ChargesQuestion::shares;
    std::optional<std::int16_t> exercise;
    Grid grid = Grid::year;  // of the exercise
    std::optional<std::string> explain;
    std::vector<std::string> compared;     // names of keys
    std::optional<Rate> rise;              // a year at most, of a transition to them
    std::optional<std::string> statement;  // id of a member, or "all"
    std::vector<std::string> actuals;      // the exports of the books
    std::optional<Date> books_end;         // where they say what is unpaid: the last day of all of them
    std::optional<std::string> fec;        // id of an entity whose entries are to have that form
};

[[nodiscard]] ChargesSettings charges_settings_from(const Options& options);

}  // namespace msp::app
