// SPDX-License-Identifier: MIT
// The answer's parts, by what is asked. They refer to what is compared, which has to stay.
#pragma once

#include <msp/report/accuracy_sheets.hpp>
#include <support/answer.hpp>

#include <msp-actuals/compared.hpp>
#include <vector>

namespace msp::app {

// Budget against actual, with what that rests on; or what else is asked of the books: --view summary or movements,
// --reconcile.
[[nodiscard]] std::vector<Part> comparison_parts(const ComparedBudget& of);

// --accuracy.
[[nodiscard]] std::vector<Part> accuracy_parts(const ComparedBudget& of, const AccuracyResult& accuracy);

}  // namespace msp::app
