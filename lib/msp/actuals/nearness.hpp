// SPDX-License-Identifier: MIT
// Private to the module: when an amount that came may be what was due.
#pragma once

#include <msp/money/money.hpp>

namespace msp {

[[nodiscard]] inline bool same_sign(Money a, Money b) {
    return a != Money() && b != Money() && a.negative() == b.negative();
}

// At least half of it and at most twice.
[[nodiscard]] inline bool comes_near(Money came, Money due) {
    return same_sign(came, due) && absolute(came) * 2 >= absolute(due) && absolute(came) <= absolute(due) * 2;
}

// At most a tenth of it more or less.
[[nodiscard]] inline bool comes_close(Money came, Money due) {
    return same_sign(came, due) && absolute(came - due) * 10 <= absolute(due);
}

// No less than nine tenths of it.
[[nodiscard]] inline bool is_about(Money came, Money due) {
    return absolute(came) * 10 >= absolute(due) * 9;
}

// Of two amounts of one sign the one nearer to nothing.
[[nodiscard]] inline Money smaller(Money a, Money b) {
    return absolute(a) < absolute(b) ? a : b;
}

}  // namespace msp
