// SPDX-License-Identifier: MIT
// What --explain is asked for, in every program: what[.part][@period].
#pragma once

#include <msp/cash/period.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace msp {

// A day, month, quarter or year.
struct NamedPeriod {
    Period days;
    Grid grid = Grid::month;
};
// "2026-04-15" or "15/04/2026", "2026-04", "2026-Q2" or "2026-T2", "2026".
[[nodiscard]] std::optional<NamedPeriod> parse_period(std::string_view text);

struct Request {
    std::string what;
    std::optional<NamedPeriod> period;  // absent where none is named
};
// Nothing where what stands after the last @ is no period.
[[nodiscard]] std::optional<Request> parse_request(std::string_view text);

// "aci.avance" is "aci.advance", and "avance" is "advance": parts in the words of a French budget. Any other id as it
// is.
[[nodiscard]] std::string with_english_part(std::string_view id);

}  // namespace msp
