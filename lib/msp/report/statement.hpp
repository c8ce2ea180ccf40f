// SPDX-License-Identifier: MIT
// The statement of an exercise for a member or third party, to hand over: what each line costs and why this share, when
// it is called, and how the exercise is settled with them.
#pragma once

#include <msp/report/calls_sheets.hpp>

#include <cstddef>
#include <span>
#include <string>

namespace msp {

// With one entity.
struct Statement {
    const SettlementResult* result = nullptr;
    std::size_t member = 0;  // a payer

    // Whether anything is shared, called or paid between the two.
    [[nodiscard]] bool concerns() const;
    // Whether the budget says what lines cost or members paid; else there is nothing to settle yet.
    [[nodiscard]] bool is_settled() const;
};

// "2026-scm-dr-martin": the number under which both sides, and the books, file what a payer owes.
[[nodiscard]] std::string statement_reference(const Budget& budget, EntityIndex entity, int exercise,
                                              const std::string& payer);
// Who, which exercise, and its reference.
[[nodiscard]] std::string statement_heading(const Statement& statement, const TextStyle& style);
[[nodiscard]] Sheet statement_lines_sheet(const Statement& statement, Language language);
// How each key of the lines goes, and how cents were parted.
[[nodiscard]] std::string statement_keys(const Statement& statement, const TextStyle& style);
[[nodiscard]] Sheet statement_calls_sheet(const Statement& statement, Language language);
// Where to pay, and by whose vote.
[[nodiscard]] std::string statement_payment(const Statement& statement, const TextStyle& style);
[[nodiscard]] Sheet statement_settlement_sheet(const Statement& statement, Language language);
// What is left over or still to pay, and what that rests on.
[[nodiscard]] std::string statement_balance(const Statement& statement, const TextStyle& style);

// Of a member of several entities, all of them together.
[[nodiscard]] Sheet statement_total_sheet(std::span<const Statement> statements, Language language);

}  // namespace msp
