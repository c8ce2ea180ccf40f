// SPDX-License-Identifier: MIT
// A year of the ACI in JSON: what it is computed from, what it pays, and what that rests on.
#pragma once

#include <msp/report/aci.hpp>
#include <msp/report/json.hpp>

namespace msp {

// One object. Amounts of indicators stand in the rows beside it.
void aci_year_json(Json& json, const AciResult& result, const AciYearResult& year, Language language);
// The members of an object that is open: a text's names, years and what it says of itself.
void aci_text_json(Json& json, const AciText& text, Language language);
// The members "confidence", "sources" (with pages) and "note" of an object that is open.
void evidence_json(Json& json, const AciText& text, const Evidence& evidence, Language language);

}  // namespace msp
