// SPDX-License-Identifier: MIT
// What each form of a value is to a reader and to JSON Schema.
#pragma once

#include <answers.hpp>
#include <span>

namespace msp::manual {

struct FormRule {
    Form form;
    const char* name;  // in the schema's $defs
    Phrase shown;
    Phrase listed;  // in "list of …"; of the forms that are listed
    const char* type;
    const char* pattern;  // of a text; else empty
    const char* about;
};

// Of all forms but words and objects, which name what they hold.
[[nodiscard]] std::span<const FormRule> form_rules();
[[nodiscard]] const FormRule& rule_of(Form form);

}  // namespace msp::manual
