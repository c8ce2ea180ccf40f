// SPDX-License-Identifier: MIT
// The rules of the ACI themselves, with their sources: as text, a sheet and JSON.
#pragma once

#include <msp/law/aci.hpp>
#include <msp/report/json.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace msp {

struct AciRulesAsked {
    std::optional<std::int16_t> year;      // as that year has them
    std::optional<std::string> indicator;  // only this one
};

[[nodiscard]] std::string aci_rules_text(const AciText& text, const AciRulesAsked& asked, const TextStyle& style);

// The values of the text as a whole, then a row an indicator.
[[nodiscard]] Sheet aci_rules_sheet(std::span<const AciText* const> texts, const AciRulesAsked& asked,
                                    Language language);

// One object, with every number on its own.
void aci_rules_json(Json& json, const AciText& text, const AciRulesAsked& asked, Language language);

}  // namespace msp
