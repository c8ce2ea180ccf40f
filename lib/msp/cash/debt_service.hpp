// SPDX-License-Identifier: MIT
// What an entity's lenders ask first: whether what its activity leaves pays its loans.
#pragma once

#include <msp/cash/period.hpp>
#include <msp/model/budget.hpp>
#include <msp/model/movement.hpp>
#include <msp/money/quotient.hpp>

#include <optional>
#include <span>
#include <vector>

namespace msp {

// A financial year of a borrower, as far as its days are shown. Payments are negative; `service` and its parts are
// positive, as loan schedules have them.
struct DebtYear {
    EntityIndex entity = 0;
    std::int16_t exercise = 0;
    Period days;           // that are shown
    bool cut = false;      // not all of its days are
    bool unsplit = false;  // the books have payments of a loan as a whole, which count as principal
    Money receipts;        // of charges, income and taxes, as the payments are
    Money payments;
    Money principal;
    Money interest;
    Money insurance;
    Money fees;
    Money drawn;
    Money other;  // what is bought to last, put in, distributed, or goes to another entity and back

    // Before the loans, which need to be paid from it.
    [[nodiscard]] Money available() const;
    [[nodiscard]] Money service() const;
    [[nodiscard]] Money left() const;
    // How many times the service is available; nothing where there is none.
    [[nodiscard]] std::optional<Quotient> cover() const;
};

// Of entities with loans, each year that is shown. Money that goes between an entity's own accounts is neither.
// `movements` are those of `days`.
[[nodiscard]] std::vector<DebtYear> debt_service(const Budget& budget, std::span<const Movement> movements,
                                                 const Period& days);

}  // namespace msp
