// SPDX-License-Identifier: MIT
// Private to charges: exact shares of an amount, and how they are rounded to cents whose sum is the amount.
#pragma once

#include <msp/charges/shares.hpp>
#include <msp/charges/whole.hpp>

#include <memory>
#include <vector>

namespace msp {

using Numerators = std::vector<Whole>;

// Shares of a line or of one of its periods, by payer: cents, each part `times` over `whole`. Lines that are parted
// alike have their parts in common, which have no common divisor.
struct Exact {
    std::shared_ptr<const Numerators> parts = std::make_shared<const Numerators>();
    Whole times = 1;
    Whole whole = 1;

    [[nodiscard]] Numerators all() const;
};

void reduce(Exact& exact);
// Of parts that may have a common divisor.
[[nodiscard]] Exact made_exact(Numerators parts, Whole whole);
[[nodiscard]] ExactShares exact_shares(Exact cents);

// What each payer's exact shares so far are above the rounded ones: cents over what all lines have in common.
struct Debts {
    Numerators of;
    Whole all = 1;
};

// Each cut off to whole cents; of those left over each goes to the one whose debt and remainder make most, ties by
// position. A negative total mirrors the positive one.
[[nodiscard]] std::vector<Money> rounded(Money total, const Exact& exact, const std::vector<bool>& pays, Debts& debts);
// By largest remainder.
[[nodiscard]] std::vector<Money> rounded(Money total, const Exact& exact, const std::vector<bool>& pays);

}  // namespace msp
