// SPDX-License-Identifier: MIT
// A drafted budget as a file: TOML with English keys, which scenario/rewrite.hpp can put into French, and comments in
// the language that say where each amount is from.
#pragma once

#include <msp/actuals/draft.hpp>
#include <msp/diag/message.hpp>
#include <msp/law/category.hpp>

#include <optional>
#include <span>
#include <string>

namespace msp {

struct DraftedEntity {
    std::string file;             // of its export, without folders
    std::string siren;            // empty where the name has none
    std::optional<Date> closing;  // the last day of the exercise, where the name tells
    const BudgetDraft* draft = nullptr;
};

[[nodiscard]] std::string drafted_budget(std::span<const DraftedEntity> entities, const Catalogue& catalogue,
                                         Language language);

}  // namespace msp
