// SPDX-License-Identifier: MIT
// Scenarios: small overlays on the neutral tree, before decoding. Every program has them, and nothing after knows of
// them. Paths name the user's own facts by id: expense.software.amount, aci.2025.balance.expected.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/law/category.hpp>
#include <msp/model/budget.hpp>
#include <msp/read/document.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace msp {

// A value that a scenario wrote, and the place in the base that it changes.
struct Overlaid {
    Span written;
    Span base;
};

struct Overlay {
    Document document;
    std::vector<Overlaid> changes;
};

// The ids of a file's scenarios, right or wrong, in their order.
[[nodiscard]] std::vector<std::string> written_scenarios(const Document& document);

// `base` with the scenario `id` applied ("a+b": both, in that order), after the ones it is based on, each once. A path
// that finds nothing and a circle of scenarios are errors; a change to what is so already is a warning. The overlay has
// no scenarios of its own.
[[nodiscard]] std::optional<Overlay> apply_scenario(const Document& base, std::string_view id, Sources& sources,
                                                    Diagnostics& diagnostics);

// Applies and decodes; the scenarios are those of `unchanged`. A problem in what the scenario wrote shows the place it
// changes as well. A contract whose line it removes has no amount, which is a warning. A scenario after which the
// budget is still `unchanged` (places apart) is a warning.
[[nodiscard]] std::optional<Budget> decode_scenario(const Document& base, const Budget& unchanged, std::string_view id,
                                                    const Catalogue& shipped, Sources& sources,
                                                    Diagnostics& diagnostics);

}  // namespace msp
