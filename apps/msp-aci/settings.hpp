// SPDX-License-Identifier: MIT
// What msp-aci was asked, read from its options.
#pragma once

#include <msp/money/money.hpp>
#include <support/run.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp::app {

extern const Program aci_program;

enum class Ask { years, schedule, next, target, compare, explain, rules };

struct AciSettings {
    Ask ask = Ask::years;
    std::optional<std::int16_t> year;
    Money target;
    std::vector<std::int16_t> compared;  // years whose texts are compared
    std::string explain;
    std::optional<std::string> indicator;
};

[[nodiscard]] AciSettings aci_settings_from(const Options& options);

}  // namespace msp::app
