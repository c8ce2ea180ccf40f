// SPDX-License-Identifier: MIT
// A budget against the exports of its books.
#pragma once

#include <support/run.hpp>

#include <msp-actuals/settings.hpp>

namespace msp::app {

// The context's file is the budget, the other operands are exports.
[[nodiscard]] Status compare(Context& context, const ActualsSettings& settings);

// Whether the file begins as an export does; false where it cannot be read. Standard input is not looked into.
[[nodiscard]] bool is_export(const std::string& path);

}  // namespace msp::app
