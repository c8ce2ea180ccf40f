// SPDX-License-Identifier: MIT
#include <msp/actuals/proportion.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

TEST_CASE("an amount is parted to the cent, the largest remainders first") {
    using Amounts = std::vector<Money>;
    CHECK(in_proportion("100.00"_eur, Amounts{"1.00"_eur, "1.00"_eur, "1.00"_eur}) ==
          Amounts{"33.34"_eur, "33.33"_eur, "33.33"_eur});
    // 120 x 100 / 120 and 120 x 20 / 120.
    CHECK(in_proportion("-120.00"_eur, Amounts{"100.00"_eur, "20.00"_eur}) == Amounts{"-100.00"_eur, "-20.00"_eur});
    // With a discount: 95 x 100 / 95 and 95 x -5 / 95.
    CHECK(in_proportion("95.00"_eur, Amounts{"100.00"_eur, "-5.00"_eur}) == Amounts{"100.00"_eur, "-5.00"_eur});
    // 0.01 x 2/3 and 0.01 x 1/3: the larger one takes the cent; of what goes out too, -0.0067 and -0.0033.
    CHECK(in_proportion("0.01"_eur, Amounts{"2.00"_eur, "1.00"_eur}) == Amounts{"0.01"_eur, "0.00"_eur});
    CHECK(in_proportion("-0.01"_eur, Amounts{"2.00"_eur, "1.00"_eur}) == Amounts{"-0.01"_eur, "0.00"_eur});
    CHECK(in_proportion("0.01"_eur, Amounts{"-2.00"_eur, "-1.00"_eur}) == Amounts{"0.01"_eur, "0.00"_eur});
}
