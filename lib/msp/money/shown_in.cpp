// SPDX-License-Identifier: MIT
#include <msp/diag/message.hpp>
#include <msp/money/division.hpp>
#include <msp/money/shown_in.hpp>

#include <stdexcept>

namespace msp {
namespace {

std::uint64_t cents_of_one(ShownIn unit) {
    constexpr std::uint64_t of_a_euro = 100;
    constexpr std::uint64_t of_a_thousand = 100'000;
    switch (unit) {
        case ShownIn::cents:
            return 1;
        case ShownIn::euros:
            return of_a_euro;
        case ShownIn::thousands:
            return of_a_thousand;
    }
    throw std::logic_error("a unit without a name");
}

}  // namespace

std::int64_t whole_units(Money amount, ShownIn unit) {
    const auto bits = static_cast<std::uint64_t>(amount.cents());
    const std::uint64_t magnitude = amount.negative() ? 0 - bits : bits;
    const std::uint64_t units = divided(magnitude, cents_of_one(unit), Rounding::half_up);
    return static_cast<std::int64_t>(amount.negative() ? 0 - units : units);
}

// So many units are written as so many euros, which fit where cents did, and end without their cents.
std::string write_figure(Money amount, ShownIn unit, Language language) {
    if (unit == ShownIn::cents)
        return write_figure(amount, language);
    constexpr std::size_t mark_and_cents = 3;
    std::string text = write_figure(Money::from_cents(100) * whole_units(amount, unit), language);
    text.resize(text.size() - mark_and_cents);
    return text;
}

std::string write_amount(Money amount, ShownIn unit, Language language) {
    const std::string figure = write_figure(amount, unit, language);
    if (unit == ShownIn::thousands)
        return figure + "\u00a0k€";
    return language == Language::french ? figure + "\u00a0€" : figure;
}

}  // namespace msp
