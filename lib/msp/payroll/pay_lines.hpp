// SPDX-License-Identifier: MIT
// The contributions of a month, line by line. Months that are alike share them.
#pragma once

#include <msp/law/payroll.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace msp {

enum class PayLineKind : std::uint8_t {
    contribution,   // of the law
    complement,     // what the full rate is more than the reduced one, on pay above the limit of the year
    work_accident,  // the rate notified to the employer
    provident,      // of the contract
    health,
};

struct PayLine {
    PayLineKind kind = PayLineKind::contribution;
    PaidBy payer = PaidBy::employer;
    PaidTo to = PaidTo::urssaf;
    bool yearly = false;                    // paid in the next year
    const PayContribution* rule = nullptr;  // of contributions and complements
    const Evidence* evidence = nullptr;     // of the rate, where it is law
    Money base;
    Rate rate;
    Money amount;

    friend bool operator==(const PayLine&, const PayLine&) = default;
};

class PayLines {
 public:
    PayLines();  // none
    explicit PayLines(std::vector<PayLine> lines);

    [[nodiscard]] auto begin() const { return held_->lines.begin(); }
    [[nodiscard]] auto end() const { return held_->lines.end(); }
    [[nodiscard]] std::size_t size() const { return held_->lines.size(); }
    [[nodiscard]] const PayLine& operator[](std::size_t line) const { return held_->lines[line]; }

    [[nodiscard]] Money sum(PaidBy payer) const { return held_->by_payer[static_cast<std::size_t>(payer)]; }
    // Of what is not paid in the next year.
    [[nodiscard]] Money sum(PaidBy payer, PaidTo to) const {
        return held_->sums[static_cast<std::size_t>(payer)][static_cast<std::size_t>(to)];
    }
    [[nodiscard]] Money sum(PaidTo to) const { return sum(PaidBy::employer, to) + sum(PaidBy::employee, to); }
    // What is paid in the next year; it is Urssaf's, and the employer's.
    [[nodiscard]] Money yearly() const { return held_->yearly; }
    // Health cover, both shares.
    [[nodiscard]] Money health() const { return held_->health; }

 private:
    struct Held {
        std::vector<PayLine> lines;
        std::array<std::array<Money, paid_to_ids.size()>, paid_by_ids.size()> sums = {};
        std::array<Money, paid_by_ids.size()> by_payer = {};
        Money yearly;
        Money health;
    };
    std::shared_ptr<const Held> held_;
};

}  // namespace msp
