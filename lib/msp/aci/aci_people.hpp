// SPDX-License-Identifier: MIT
// Private to aci: how many patients, associates and doctors a year has, and who they are.
#pragma once

#include <msp/aci/fact_errors.hpp>
#include <msp/aci/facts.hpp>
#include <msp/aci/standing.hpp>

namespace msp {

// As typed, else from the members of the entity that has the contract, in the way that the options say.
void add_people(const Budget& budget, const Law& law, const AciYear& year, const Standing& standing, FactErrors& errors,
                AciFacts& facts);

}  // namespace msp
