// SPDX-License-Identifier: MIT
#include <msp/law/aid.hpp>

#include <algorithm>

namespace msp {

std::string_view id_of(AidFte fte) {
    return aid_fte_ids.at(static_cast<std::size_t>(fte));
}
std::string_view id_of(AidList list) {
    return aid_list_ids.at(static_cast<std::size_t>(list));
}

std::optional<Money> AidAmounts::of_year(int number) const {
    return years.at(std::min<std::size_t>(static_cast<std::size_t>(number), years.size()) - 1);
}

const AidAmounts* AidTerms::find(AidFte fte, AidList list) const {
    const auto found = std::ranges::find_if(
        amounts, [&](const AidAmounts& candidate) { return candidate.fte == fte && candidate.list == list; });
    return found == amounts.end() ? nullptr : &*found;
}

const AidTerms* Aid::terms_on(Date date) const {
    const auto after = std::ranges::find_if(
        terms, [date](const AidTerms& candidate) { return candidate.from && *candidate.from > date; });
    return after == terms.begin() ? nullptr : &*(after - 1);
}

const AidClosing* Aid::closing(AidFte fte) const {
    const auto found = std::ranges::find(closings, fte, &AidClosing::fte);
    return found == closings.end() ? nullptr : &*found;
}

}  // namespace msp
