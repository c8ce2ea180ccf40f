// SPDX-License-Identifier: MIT
// Statements of banks from text, and what was found in them.
#pragma once

#include <msp/statement/statement.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp::test {

using Texts = std::vector<std::string>;

struct ReadStatement {
    Sources sources;
    Diagnostics diagnostics;
    std::vector<AccountStatement> statements;

    // "bank-file.sum 3:12".
    [[nodiscard]] Texts found() const;
    // "2026-01-05 -375.00 ECH PRET MATERIEL [PRET0126]" of the first account.
    [[nodiscard]] Texts entries() const;
    [[nodiscard]] const AccountStatement& only() const { return statements.at(0); }
};

// Throws where the text is none of the forms.
std::unique_ptr<ReadStatement> statement_of(std::string text, std::span<const StatementColumns> columns = {});

}  // namespace msp::test
