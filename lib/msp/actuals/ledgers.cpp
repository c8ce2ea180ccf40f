// SPDX-License-Identifier: MIT
#include <msp/actuals/ledgers.hpp>

#include <stdexcept>

namespace msp {

Ledgers::Ledgers(const std::vector<const Fec*>& exports) {
    std::size_t lines = 0;
    for (const Fec* ledger : exports) {
        parts_.push_back({ledger, static_cast<std::uint32_t>(lines), accounts_.of(*ledger, ledger->accounts()),
                          auxiliaries_.of(*ledger, ledger->auxiliaries()), journals_.of(*ledger, ledger->journals())});
        lines += ledger->lines().size();
        if (lines >= UINT32_MAX)
            throw std::length_error("the exports have too many lines");
    }
}

std::vector<std::uint32_t> Ledgers::Numbered::of(const Fec& ledger, const std::vector<std::string_view>& names) {
    std::vector<std::uint32_t> found;
    for (const std::string_view name : names) {
        const auto [place, fresh] = numbers.try_emplace(ledger.in_utf8(name), static_cast<std::uint32_t>(all.size()));
        if (fresh)
            all.push_back(place->first);
        found.push_back(place->second);
    }
    return found;
}

}  // namespace msp
