// SPDX-License-Identifier: MIT
#include <msp/payroll/pay_lines.hpp>

#include <utility>

namespace msp {

PayLines::PayLines() {
    static const std::shared_ptr<const Held> none = std::make_shared<Held>();
    held_ = none;
}

PayLines::PayLines(std::vector<PayLine> lines) {
    auto held = std::make_shared<Held>();
    for (const PayLine& line : lines) {
        held->sums.at(static_cast<std::size_t>(line.payer))
            .at(static_cast<std::size_t>(line.to))
            .at(line.yearly ? 1 : 0) += line.amount;
        if (line.kind == PayLineKind::health)
            held->health += line.amount;
    }
    held->lines = std::move(lines);
    held_ = std::move(held);
}

Money PayLines::sum(PaidBy payer) const {
    Money total;
    for (const auto& to : held_->sums.at(static_cast<std::size_t>(payer)))
        total += to[0] + to[1];
    return total;
}

Money PayLines::sum(PaidBy payer, PaidTo to, bool yearly) const {
    return held_->sums.at(static_cast<std::size_t>(payer)).at(static_cast<std::size_t>(to)).at(yearly ? 1 : 0);
}

}  // namespace msp
