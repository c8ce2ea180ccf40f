// SPDX-License-Identifier: MIT
#include <msp/law/das2.hpp>

#include <algorithm>

namespace msp {

const Das2Threshold* Das2::of_year(std::int16_t year) const {
    const auto after = std::ranges::upper_bound(thresholds, year, {}, &Das2Threshold::from);
    return after == thresholds.begin() ? nullptr : &*(after - 1);
}

}  // namespace msp
