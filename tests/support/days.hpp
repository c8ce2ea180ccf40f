// SPDX-License-Identifier: MIT
// Days as a test writes them.
#pragma once

#include <msp/dates/written_date.hpp>

#include <string_view>

namespace msp::test {

// "2026-04-15"
inline Date day(std::string_view text) {
    return parse_date(text).value();
}

}  // namespace msp::test
