// SPDX-License-Identifier: MIT
#include <msp/coordinator/return_items.hpp>

#include <algorithm>
#include <array>

namespace msp {
namespace {

constexpr int cents_a_euro = 100;

const Assumption* assumption_of(const PostGain& gain, Factor factor) {
    const auto found = std::ranges::find(gain.assumptions, factor, &Assumption::factor);
    return found == gain.assumptions.end() ? nullptr : &*found;
}

}  // namespace

bool is_share(Factor factor) {
    return factor == Factor::share || factor == Factor::becomes || factor == Factor::reduction ||
           factor == Factor::rise;
}

const char* words_of(Factor factor) {
    constexpr std::array names = {tr("professionals"),
                                  tr("weeks a year"),
                                  tr("hours"),
                                  tr("share of the hours worked"),
                                  tr("hours worked a week"),
                                  tr("share that becomes consultations"),
                                  tr("value of an hour"),
                                  tr("consultations an hour"),
                                  tr("fee of a consultation"),
                                  tr("missed appointments a week"),
                                  tr("share of them avoided"),
                                  tr("appointments offered a week"),
                                  tr("rise of the share taken"),
                                  tr("meetings a year"),
                                  tr("fees a year"),
                                  tr("contribution to charges a year"),
                                  tr("patients"),
                                  tr("amount a year")};
    return names[static_cast<std::size_t>(factor)];
}

bool GainStream::uses(Factor factor) const {
    return std::ranges::find(factors, factor) != factors.end();
}

Quotient GainStream::value(Factor factor, Level level) const {
    const Assumption& assumption = *assumption_of(*gain, factor);
    return Quotient(level == Level::low       ? assumption.low
                    : level == Level::central ? assumption.central
                                              : assumption.high);
}

Quotient GainStream::product_without(const std::vector<Factor>& left_out, Level level) const {
    Quotient product = cents_a_euro;
    for (const Factor factor : factors) {
        if (std::ranges::find(left_out, factor) == left_out.end())
            product *= value(factor, level);
    }
    return product;
}

Quotient GainStream::a_year(Level level, std::optional<Factor> moved, Level to) const {
    if (!moved)
        return product_without({}, level);
    return product_without({*moved}, level) * value(*moved, to);
}

Quotient GainStream::months_without(Factor factor, int months) const {
    Quotient share;
    for (std::size_t i = 0; i < twelfths.size() && i < static_cast<std::size_t>(months); ++i)
        share += twelfths[i];
    return product_without({factor}, Level::central) * share;
}

Quotient GainStream::total_without_hours(Level level) const {
    Quotient share;
    for (const Quotient& month : twelfths)
        share += month;
    return product_without({Factor::hours, Factor::share, Factor::week_hours}, level) * share;
}

std::optional<Quotient> GainStream::consultations_an_hour(Level level) const {
    if (!uses(Factor::per_hour))
        return std::nullopt;
    return value(Factor::per_hour, level) * value(Factor::becomes, level);
}

}  // namespace msp
