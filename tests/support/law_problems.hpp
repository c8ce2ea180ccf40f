// SPDX-License-Identifier: MIT
// What is wrong with a file of rules.
#pragma once

#include <msp/rules/law.hpp>

#include <string>
#include <tests/support/folder.hpp>

namespace msp::test {

// With `text` in place of the shipped file of that name: "law.order@11".
inline std::string law_problems(const std::string& file, const std::string& text) {
    const Folder folder;
    (void)folder.write(file, text);
    Sources sources;
    Diagnostics diagnostics;
    (void)read_law({}, folder.path(), sources, diagnostics);
    std::string all;
    for (const Diagnostic& problem : diagnostics.sorted())
        all += (all.empty() ? "" : " ") + std::string(problem.id) + '@' +
               std::to_string(sources.position(problem.span.source, problem.span.begin).line);
    return all;
}

}  // namespace msp::test
