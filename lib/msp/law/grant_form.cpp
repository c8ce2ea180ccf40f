// SPDX-License-Identifier: MIT
#include <msp/law/grant_form.hpp>

#include <algorithm>

namespace msp {

const GrantFormClass* GrantForm::numbered(std::string_view number) const {
    const auto found = std::ranges::find(classes, number, &GrantFormClass::number);
    return found == classes.end() ? nullptr : &*found;
}

}  // namespace msp
