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

// "2026-scm-dr-martin", or "2026-dr-martin" of an entity alone that has no id: the number under which both sides, and
// the books, file what a payer owes.
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

// Of a member of several entities: what is settled, of those that are, where there are at least two; else what is
// called over all of them.
[[nodiscard]] bool has_total(std::span<const Statement> statements);
[[nodiscard]] std::string statement_total_title(std::span<const Statement> statements, Language language);
[[nodiscard]] Sheet statement_total_sheet(std::span<const Statement> statements, Language language);
// What the total rests on where the budget does not say it, and which entities are not in it.
[[nodiscard]] std::string statement_total_base(std::span<const Statement> statements, const TextStyle& style);

}  // namespace msp
