// SPDX-License-Identifier: MIT
// What every program reads before it answers: a budget, the scenarios asked for, and the rules that they need.
#pragma once

#include <msp/aci/facts.hpp>
#include <msp/io/document.hpp>
#include <msp/io/files.hpp>
#include <msp/law/category.hpp>
#include <msp/law/law.hpp>
#include <msp/model/budget.hpp>
#include <support/run.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace msp::app {

// The base or one scenario, decoded.
struct Variant {
    std::string scenario = "base";
    std::string label;
    Budget budget;
};

struct Budgets {
    std::vector<Variant> variants;  // the base first
    Law law;
};

// What a program wants of the rules, and of a budget.
struct Wanted {
    AciYears years = AciYears::open;
    std::vector<std::int16_t> more_years;  // whose texts are read too
    // What is wrong beyond check_plan().
    std::function<void(const Variant&, const Law&, Diagnostics&)> check = {};
    // With --check, where nothing is wrong: what to write instead of the verdict.
    std::function<Status(const Document&, const Budget&, const Catalogue&)> instead = {};
};

// Reads the operand, its scenarios and the law, and says all that is wrong with them; where nothing is, asks `answer`.
// With --check every scenario of the file is read and nothing is answered.
[[nodiscard]] Status with_budgets(Context& context, const Wanted& wanted, const std::function<Status(Budgets)>& answer);

// --strict: true, and an error is added, where there are warnings. For an answer, once all of them are known.
[[nodiscard]] bool refuses_warnings(Context& context);

// --input, else by the file's extension.
[[nodiscard]] msp::Format input_format(const Context& context);

// Adds what is not known yet.
void add_new(Diagnostics& known, const Diagnostics& found);

}  // namespace msp::app
