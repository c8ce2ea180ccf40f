// SPDX-License-Identifier: MIT
// What each beneficiary receives of a distribution. Lump sums and typed rates: count, hours or points times the amount,
// each beneficiary's role rounded half up to the cent. A rate that is found spends what the envelope has left to the
// cent: parted by weighted hours or points among the beneficiaries, then inside each among their roles, both times by
// largest remainder, ties by the order of the file. Who would be above the cap receives the cap, and what that leaves
// is parted again by the same weights until nobody is.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/model/budget.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace msp {

// What a beneficiary did in one role and band.
struct Award {
    std::string role;  // as typed
    std::string band;
    WorkUnit unit = WorkUnit::count;
    Quotient basis;  // hours, points, or lump sums
    Quotient rate;   // euros; of a lump sum its amount; of a beneficiary who is capped what the amount comes to
    Money amount;    // of a beneficiary who is capped a part of the cap, in proportion
};

struct Beneficiary {
    std::size_t member = 0;
    std::vector<Award> awards;  // in the order of the rows
    Money uncapped;             // by the rates alone
    Money total;                // of the awards
    bool capped = false;        // less than the rates give
};

// A rate that was found.
struct FoundRate {
    WorkUnit unit = WorkUnit::hours;
    Quotient rate;   // euros, of a weight of 1
    Quotient units;  // weighted hours or points of those whom the cap does not hold
    Money spent;     // on them
    bool weighted = false;
};

struct Distributed {
    const Distribution* of = nullptr;
    std::vector<Beneficiary> beneficiaries;  // in the order of the members
    std::optional<FoundRate> found;          // nothing where no rate is to be found, or everybody is capped
    Money fixed;                             // lump sums and typed rates, before any cap
    Money total;
    std::optional<Money> left;  // of the envelope, without the reserve
};

// Reports what it cannot compute, and what comes to nothing; nothing where there is an error.
[[nodiscard]] std::optional<Distributed> distributed(const Budget& budget, std::size_t distribution,
                                                     Diagnostics& diagnostics);

// What is paid on one day of an award.
struct Payment {
    Date date;
    std::int16_t exercise = 0;
    std::size_t beneficiary = 0;  // of the distribution
    std::size_t award = 0;
    Quotient basis;  // its share
    Money amount;
};
// By day, nothing of an alternative. The amounts of an award sum to it, by largest remainder, ties to the earlier day.
[[nodiscard]] std::vector<Payment> payments_of(const Budget& budget, const Distributed& distributed);

// What each rule for the same money gives who receives anything by one of them: the distribution, then its
// alternatives, in the order of the file.
struct ComparedRules {
    std::vector<std::size_t> rules;  // positions in `all`
    struct Row {
        std::size_t member = 0;
        std::vector<Money> amounts;  // by rule
        std::vector<Money> changes;  // of an alternative: less what the distribution gives
    };
    std::vector<Row> rows;  // in the order of the members
    std::vector<Money> totals;
};
// `all` are all distributions of the budget; one without alternatives is not compared.
[[nodiscard]] std::vector<ComparedRules> compared_rules(const Budget& budget, std::span<const Distributed> all);

// Of a beneficiary on each day of `days`; nobody's: of all.
[[nodiscard]] std::vector<Money> by_day(const std::vector<Payment>& payments, std::span<const Date> days,
                                        std::optional<std::size_t> beneficiary);

}  // namespace msp
