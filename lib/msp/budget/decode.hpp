// SPDX-License-Identifier: MIT
// From the neutral tree to the budget: what each value means is decided here, by what its key wants.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/law/category.hpp>
#include <msp/model/budget.hpp>
#include <msp/read/document.hpp>

#include <optional>

namespace msp {

// Every problem of the file in one run; nothing where there is an error.
[[nodiscard]] std::optional<Budget> decode(const Document& document, const Sources& sources, const Catalogue& shipped,
                                           Diagnostics& diagnostics);

// The language of the budget's own `lang` key, before anything else is read; for the messages about the rest.
[[nodiscard]] std::optional<Language> language_of(const Document& document);
// The language that the keys of a budget are written in, by the table of banks that each has: a file has one.
[[nodiscard]] Language keys_of(const Document& document);

}  // namespace msp
