// SPDX-License-Identifier: MIT
// The rules of the ACI themselves, with their sources: as text, rows and JSON.
#pragma once

#include <msp/law/aci.hpp>
#include <msp/report/rows.hpp>
#include <msp/report/text_style.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

struct AciRulesAsked {
    std::optional<std::int16_t> year;      // as that year has them
    std::optional<std::string> indicator;  // only this one
};

[[nodiscard]] std::string aci_rules_text(const AciText& text, const AciRulesAsked& asked, const TextStyle& style);

// The values of the text as a whole, then a row an indicator.
[[nodiscard]] std::vector<Column> aci_rules_columns(Language language);
void aci_rules_rows(Rows& rows, const AciText& text, const AciRulesAsked& asked, Language language);

// One object, with every number on its own.
void aci_rules_json(Json& json, const AciText& text, const AciRulesAsked& asked, Language language);

}  // namespace msp
