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
    [[nodiscard]] bool hold(const std::vector<PayLine>& lines) const { return held_->lines == lines; }

    [[nodiscard]] Money sum(PaidBy payer) const;
    [[nodiscard]] Money sum(PaidBy payer, PaidTo to, bool yearly) const;
    // Health cover, both shares.
    [[nodiscard]] Money health() const { return held_->health; }

 private:
    struct Held {
        std::vector<PayLine> lines;
        std::array<std::array<std::array<Money, 2>, paid_to_ids.size()>, paid_by_ids.size()> sums = {};
        Money health;
    };
    std::shared_ptr<const Held> held_;
};

}  // namespace msp
