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
        held->by_payer.at(static_cast<std::size_t>(line.payer)) += line.amount;
        if (line.yearly)
            held->yearly += line.amount;
        else
            held->sums.at(static_cast<std::size_t>(line.payer)).at(static_cast<std::size_t>(line.to)) += line.amount;
        if (line.kind == PayLineKind::health)
            held->health += line.amount;
    }
    held->lines = std::move(lines);
    held_ = std::move(held);
}

}  // namespace msp
