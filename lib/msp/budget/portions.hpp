// SPDX-License-Identifier: MIT
// Private to the module: shares that have to make a whole, one of which may take what the others leave.
#pragma once

#include <msp/budget/any_table.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

class Portions {
 public:
    explicit Portions(Reading& reading) : reading_(reading) {}

    // `share` takes what is typed, the rest once all are known: it stays where it is until settle().
    void add(Quotient& share, const std::optional<Portion>& typed, Span span);
    // Of what has no other mistake among its shares; `whose` is its id, `from` the day from which they hold.
    void settle(const std::string& whose, Span list, std::optional<Date> from = std::nullopt);

 private:
    Reading& reading_;
    Quotient sum_;
    Quotient* rest_ = nullptr;
    Span rest_span_;
    std::vector<Span> spans_;
    bool sound_ = true;
};

}  // namespace msp
