// SPDX-License-Identifier: MIT
// What is named beside a budget: what was voted, the exports of its books, and the statements of its banks.
#pragma once

#include <msp/actuals/held_lines.hpp>
#include <msp/report/actuals_sheets.hpp>
#include <support/books.hpp>
#include <support/budgets.hpp>

#include <deque>
#include <msp-actuals/settings.hpp>
#include <msp-actuals/statements.hpp>
#include <optional>
#include <vector>

namespace msp::app {

class NamedFiles {
 public:
    // The base outlives it.
    NamedFiles(Context& context, const ActualsSettings& settings, const Budget& base)
        : context_(context), settings_(settings), base_(base) {}

    // --voted, where it is named. False, and the errors are told, where it cannot be used.
    [[nodiscard]] bool read_voted();
    // The exports and the statements, likewise.
    [[nodiscard]] bool read_actuals();
    // Whether they have what the question is of; told where they have not.
    [[nodiscard]] bool answer_question() const;

    // What was voted for a case: the other budget, else the case itself.
    [[nodiscard]] const Case& voted_for(const Case& of) const { return voted_ ? *voted_ : of; }
    [[nodiscard]] const Budget& voted_budget() const { return voted_ ? voted_->budget : base_; }
    // Which lines only one of the two budgets has, where another one was voted.
    [[nodiscard]] std::optional<VotedFile> voted_file(const HeldLines& lines) const;

    [[nodiscard]] const std::vector<BankStatement>& statements() const { return statements_; }
    [[nodiscard]] const std::deque<EntityExport>& exports() const { return exports_; }
    [[nodiscard]] const AllBooks& books() const { return books_; }

 private:
    [[nodiscard]] bool can_be_reconciled() const;
    [[nodiscard]] bool all_have_results() const;

    Context& context_;
    const ActualsSettings& settings_;
    const Budget& base_;
    std::optional<Case> voted_;
    std::vector<BankStatement> statements_;
    std::deque<EntityExport> exports_;
    AllBooks books_;  // of these
};

}  // namespace msp::app
