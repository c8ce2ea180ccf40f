// SPDX-License-Identifier: MIT
// Private to the module: what each member did for a distribution, each role and band once, and what it is paid by.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/model/budget.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace msp {

struct Work {
    const Participation* first = nullptr;  // of the rows that it sums
    Quotient done;
    std::optional<Money> price;  // of one; absent: found
    Quotient weight;             // where it is found
};

struct Worker {
    std::size_t member = 0;
    std::vector<Work> works;
};

// In the order of the members. Nothing where a row has no rate or lump sum, or two, which is reported.
[[nodiscard]] std::optional<std::vector<Worker>> workers_of(const Budget& budget, std::size_t distribution,
                                                            Diagnostics& diagnostics);

}  // namespace msp
