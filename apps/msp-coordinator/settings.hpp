// SPDX-License-Identifier: MIT
// What msp-coordinator was asked, read from its options.
#pragma once

#include <support/run.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace msp::app {

extern const Program coordinator_program;

enum class PostQuestion : std::uint8_t { months, payments };

struct CoordinatorSettings {
    PostQuestion question = PostQuestion::months;
    std::string post;  // its id; empty: all
    std::optional<std::string> explain;
};

[[nodiscard]] CoordinatorSettings coordinator_settings_from(const Options& options);

}  // namespace msp::app
