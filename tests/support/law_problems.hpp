// SPDX-License-Identifier: MIT
// What is wrong with a file of rules.
#pragma once

#include <msp/rules/law.hpp>

#include <string>
#include <tests/support/folder.hpp>
#include <tests/support/problems.hpp>

namespace msp::test {

// With `text` in place of the shipped file of that name: "law.order@11(6)".
inline std::string law_problems(const std::string& file, const std::string& text) {
    const Folder folder;
    (void)folder.write(file, text);
    Sources sources;
    Diagnostics diagnostics;
    (void)read_law({}, folder.path(), sources, diagnostics);
    return ids_and_places(diagnostics, [&](Span span) { return line_of(sources, span); });
}

}  // namespace msp::test
