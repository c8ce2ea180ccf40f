// SPDX-License-Identifier: MIT
// The plan de trésorerie of a holding: what was brought forward, each line's receipts and payments under their
// category, what is left. Payments stand positive; a refund is a negative one.
#pragma once

#include <msp/cash/holding.hpp>
#include <msp/cash/line_sums.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

enum class PlanSection : std::uint8_t { opening, receipts, payments, net, closing, lowest, margin };

// Of receipts and payments: a line, its category's sum after it, what the holding's accounts pay each other, the sum of
// the section. Of the lowest balance and the margin on the overdraft: the whole, then account by account.
enum class PlanRowKind : std::uint8_t { line, category, reciprocal, whole, account };

struct PlanRow {
    PlanSection section = PlanSection::opening;
    PlanRowKind kind = PlanRowKind::whole;
    std::vector<Money> periods;
    // Of all periods: the sum; else that of all their days as one period, which begins with what accounts hold that
    // open later too, and is as low as they are while they are open.
    Money total;
    // Of the lowest balance and the margin, the first period in which an account is open; before it there is neither,
    // nor is there of all where that is none of them.
    std::size_t open_from = 0;
    CategoryIndex category = 0;  // of a line, and of a category's sum
    ItemIndex item = 0;
    Part part = Part::whole;
    BankIndex account = 0;
};

struct PlanTable {
    std::vector<PlanRow> rows;
    std::vector<Date> lowest_on;  // by period, then of all; of the row of the lowest balance
    std::vector<Money> joining;   // by period: of what is brought forward, what accounts bring that open in it
};

// `sums` are those of the same periods.
[[nodiscard]] PlanTable plan_table(const Budget& budget, const Projection& projection, const Holding& holding,
                                   const LineSums& sums, const std::vector<Period>& periods);

}  // namespace msp
