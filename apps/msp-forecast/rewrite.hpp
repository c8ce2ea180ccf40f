// SPDX-License-Identifier: MIT
// --rewrite: a budget with its keys in the other language.
#pragma once

#include <msp/law/category.hpp>
#include <msp/model/budget.hpp>
#include <msp/read/document.hpp>
#include <support/run.hpp>

namespace msp::app {

// Writes the file with its keys in `language`; refused unless both texts mean the same. `document` is what was read of
// it, `budget` what that says.
[[nodiscard]] Status rewrite(Context& context, const Document& document, const Budget& budget,
                             const Catalogue& catalogue, Language language);

}  // namespace msp::app
