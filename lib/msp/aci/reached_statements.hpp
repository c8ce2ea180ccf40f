// SPDX-License-Identifier: MIT
// Private to aci: which indicators a year has reached, and the points that are typed for them.
#pragma once

#include <msp/aci/fact_errors.hpp>
#include <msp/aci/facts.hpp>
#include <msp/aci/standing.hpp>

namespace msp {

// By what the text of the facts asks for. Errors where statements contradict it, or each other.
void add_statements(const AciYear& year, const Standing& standing, FactErrors& errors, AciFacts& facts);

}  // namespace msp
