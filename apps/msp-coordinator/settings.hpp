// SPDX-License-Identifier: MIT
// What msp-coordinator was asked, read from its options.
#pragma once

#include <msp/coordinator/post_return.hpp>
#include <msp/coordinator/post_variants.hpp>
#include <msp/dates/date.hpp>
#include <msp/money/money.hpp>
#include <msp/report/variant_sheets.hpp>
#include <support/run.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp::app {

extern const Program coordinator_program;

enum class PostQuestion : std::uint8_t { returns, sensitivity, comparison, months, payments };

struct CoordinatorSettings {
    PostQuestion question = PostQuestion::returns;
    ReturnOptions horizon;
    std::string post;  // its id; empty: all
    std::optional<std::string> explain;
    std::vector<PostVariant> variants;  // that are compared
    ComparedBy compared_by = ComparedBy::form;
    VariantTerms terms;
    bool afford = false;
    std::optional<Money> hourly;  // gross, of the post asked about
    std::string bank;             // that pays it; empty: its own
    std::optional<Month> hire;    // the only month of hire
};

[[nodiscard]] CoordinatorSettings coordinator_settings_from(const Options& options);
// What the tables of options cannot say.
[[nodiscard]] Diagnostics contradictions(const Options& given);

}  // namespace msp::app
