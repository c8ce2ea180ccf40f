// SPDX-License-Identifier: MIT
#include <msp/law/classes.hpp>

#include <algorithm>

namespace msp {

const AccountClass* ClassRules::numbered(std::string_view number) const {
    const auto found = std::ranges::find(classes, number, &AccountClass::number);
    return found == classes.end() ? nullptr : &*found;
}

const AccountClass* ClassRules::of_account(std::string_view account) const {
    constexpr std::size_t digits = 2;
    const auto by_way = std::ranges::find_if(
        third_parties, [&](const ThirdPartyAccount& each) { return account.starts_with(each.account); });
    return numbered(by_way == third_parties.end() ? account.substr(0, digits) : std::string_view(by_way->number));
}

}  // namespace msp
