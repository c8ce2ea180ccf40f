// SPDX-License-Identifier: MIT
#include <msp/law/aci.hpp>

#include <algorithm>

namespace msp {

std::string_view id_of(AciClass kind) {
    return aci_class_ids.at(static_cast<std::size_t>(kind));
}

bool AciIndicator::counted() const {
    return !steps.empty() || std::ranges::any_of(terms, [](const AciTerm& term) { return term.most_units != 0; });
}

std::optional<std::size_t> AciText::find(std::string_view indicator) const {
    const auto found = std::ranges::find(indicators, indicator, &AciIndicator::id);
    if (found == indicators.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - indicators.begin());
}

const AciException* AciText::exception(std::size_t indicator, std::int16_t year) const {
    const auto found = std::ranges::find_if(exceptions, [&](const AciException& exception) {
        return exception.year == year && exception.indicator == indicator;
    });
    return found == exceptions.end() ? nullptr : &*found;
}

AciClass AciText::class_of(std::size_t indicator, std::int16_t year) const {
    const AciException* found = exception(indicator, year);
    return found != nullptr && found->kind ? *found->kind : indicators[indicator].kind;
}

}  // namespace msp
