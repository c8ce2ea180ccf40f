// SPDX-License-Identifier: MIT
// Statements of banks from text, and what was found in them.
#pragma once

#include <msp/statement/statement.hpp>

#include <memory>
#include <string>
#include <vector>

namespace msp::test {

struct ReadStatement {
    Sources sources;
    Diagnostics diagnostics;
    std::vector<Statement> statements;

    // "bank-file.sum 3:12".
    std::vector<std::string> found() const;
    // "2026-01-05 -375.00 ECH PRET MATERIEL [PRET0126]" of the first account.
    std::vector<std::string> entries() const;
    [[nodiscard]] const Statement& only() const { return statements.at(0); }
};

// Throws where the text is none of the forms.
std::unique_ptr<ReadStatement> statement_of(std::string text);

}  // namespace msp::test
