// SPDX-License-Identifier: MIT
#include <msp/budget/amplitude.hpp>
#include <msp/budget/units.hpp>
#include <msp/money/parse.hpp>

#include <algorithm>
#include <variant>

namespace msp {
namespace {

// "h30", "H 30"
std::string_view minutes_behind(std::string_view unit) {
    if (!unit.starts_with('h') && !unit.starts_with('H'))
        return {};
    unit.remove_prefix(1);
    return unit.substr(std::min(unit.find_first_not_of(' '), unit.size()));
}

}  // namespace

std::optional<int> parse_amplitude(std::string_view text) {
    constexpr std::int64_t most = 1000;  // hours that are read at all
    const QuantityResult result = parse_quantity(text);
    const Quantity* found = std::get_if<Quantity>(&result);
    if (found == nullptr || found->number < Rate() || found->number > Rate(most, 0))
        return std::nullopt;
    const Rate hours = found->number;
    if (found->unit.empty() || find_word(unit::hours.spellings, found->unit) != nullptr)
        return hours.scale() > 9 || hours.digits() * 60 % hours.denominator() != 0
                   ? std::nullopt
                   : std::optional(static_cast<int>(hours.digits() * 60 / hours.denominator()));
    const std::string_view minutes = minutes_behind(found->unit);
    if (!found->whole || minutes.size() != 2 || minutes > "59" ||
        minutes.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    return static_cast<int>(hours.digits() * 60 + (minutes[0] - '0') * 10 + (minutes[1] - '0'));
}

}  // namespace msp
