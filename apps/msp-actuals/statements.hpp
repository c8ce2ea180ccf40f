// SPDX-License-Identifier: MIT
// Statements of banks among the files that are named.
#pragma once

#include <msp/statement/statement.hpp>
#include <support/run.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp::app {

// By what is in it; false where it cannot be read. Standard input is not looked into.
[[nodiscard]] bool is_statement(const std::string& path);

// Nothing, and the errors are told, where not all of it can be read.
[[nodiscard]] std::optional<std::vector<AccountStatement>> read_statement(Context& context, const std::string& path);

}  // namespace msp::app
