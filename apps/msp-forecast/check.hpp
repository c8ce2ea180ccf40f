// SPDX-License-Identifier: MIT
// Reading with nothing computed: --check and --rewrite.
#pragma once

#include <msp/io/document.hpp>
#include <msp/io/files.hpp>
#include <msp/law/category.hpp>
#include <msp/model/budget.hpp>
#include <support/run.hpp>

#include <optional>
#include <string>

namespace msp::app {

// --input, else by the file's extension.
[[nodiscard]] msp::Format input_format(const Context& context);

// One scenario; what the base has already reported is not reported again.
[[nodiscard]] std::optional<Budget> decode_overlay(Context& context, const Document& base, const Budget& unchanged,
                                                   const std::string& id, const Catalogue& catalogue,
                                                   std::optional<Date> as_of);

// Everything that is wrong with the base and with each scenario; then, where asked for, the rewritten file.
[[nodiscard]] Status check(Context& context, const Document& document, const Catalogue& catalogue);

}  // namespace msp::app
