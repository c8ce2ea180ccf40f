// SPDX-License-Identifier: MIT
// The books of a bank against its statement: the gap between the two on a day, and what it is made of.
#pragma once

#include <msp/actuals/ledgers.hpp>
#include <msp/model/budget.hpp>
#include <msp/plan/unpaid.hpp>
#include <msp/statement/statement.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// What both hold in the evening of a day.
struct StatementGap {
    BankIndex bank = 0;
    Date day;
    Money statement;
    Money books;

    [[nodiscard]] Money gap() const;  // statement less books
};

// On the last day that both have, or on `until` where that is before it. Nothing where the statement has no balance.
// `books` are the parts of one year, with its opening.
[[nodiscard]] std::optional<StatementGap> statement_gap(const Budget& budget, BankIndex bank, const Ledgers& books,
                                                        const AccountStatement& statement, std::optional<Date> until);

enum class ApartKind : std::uint8_t {
    before,      // the gap in the evening before the statement begins, without what reached the bank since
    bank_only,   // at the bank, not in the books
    books_only,  // in the books, not at the bank: cheques not yet presented, transfers not yet arrived
    across       // in both, on one side of the day each
};

// Of what the gap is made; amounts are those that make the statement more than the books.
struct Apart {
    ApartKind kind = ApartKind::before;
    Date date;
    std::string label;
    Money amount;
    std::optional<std::uint32_t> line;  // of the file that has it: statement or export
};

// Movements of the same cents at most five days from each other are the same, the nearest first. The sum of the
// amounts is the gap. `books` are the years from the one in which the statement begins to that of the gap.
[[nodiscard]] std::vector<Apart> reconciled(const Budget& budget, const Ledgers& books,
                                            const AccountStatement& statement, const StatementGap& gap);

// What a member owes on an account of members (411, 416, 455), by the age of what is not paid: the latest is what is
// left, since the oldest is paid first.
struct UnpaidMember {
    std::string account;
    std::string auxiliary;
    std::string name;
    Date oldest;
    Money amount;
    std::array<Money, ages> by_age;
};

[[nodiscard]] std::vector<UnpaidMember> unpaid_members(const Ledgers& books, Date day);

}  // namespace msp
