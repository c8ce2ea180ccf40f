// SPDX-License-Identifier: MIT
// Statements of banks among the files that are named, and which bank of the budget each is of.
#pragma once

#include <msp/model/budget.hpp>
#include <msp/statement/statement.hpp>
#include <support/books.hpp>
#include <support/run.hpp>

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace msp::app {

// By what is in it; false where it cannot be read. Standard input is not looked into.
[[nodiscard]] bool is_statement(const std::string& path, std::span<const StatementColumns> columns = {});

struct BankStatement {
    std::string file;
    BankIndex bank = 0;
    AccountStatement statement;
};

// All that is wrong with it is told.
void check_statement(Context& context, const std::string& path, std::span<const StatementColumns> columns);

// Its accounts; nothing, and what is wrong is told, where not all of it can be read.
[[nodiscard]] std::optional<std::vector<AccountStatement>> read_statement(Context& context, const std::string& path);

// The headings that the banks of the budgets among the other operands have for their CSV files. What is wrong with
// these is told where they are read themselves.
[[nodiscard]] std::vector<StatementColumns> columns_beside(const Context& context);

// Adds the statements among the files, in the order of their days, and gives the paths of the others, which are exports
// of the books. Nothing, and the errors are told, where not all of a statement can be read, where nothing says which
// bank an account is, where two have the same movements or one does not begin with what the one before left, and where
// a file is neither.
[[nodiscard]] std::optional<std::vector<std::string>> statements_among(Context& context, const Budget& budget,
                                                                       std::span<const std::string> paths,
                                                                       std::vector<BankStatement>& to);

// Of an entity without books, a bank without a statement moves nothing.
void warn_of_banks_without(Context& context, const Budget& budget, const std::vector<BankStatement>& statements,
                           const std::deque<EntityExport>& exports);

}  // namespace msp::app
