// SPDX-License-Identifier: MIT
#include <msp/law/law.hpp>

#include <algorithm>

namespace msp {
namespace {

const AciText* pointer(const std::vector<AciText>& texts, std::vector<AciText>::const_iterator found) {
    return found == texts.end() ? nullptr : &*found;
}

}  // namespace

const AciText* Law::aci_of(std::int16_t year) const {
    return pointer(aci, std::ranges::find_if(aci, [year](const AciText& text) { return text.holds(year); }));
}

const AciText* Law::aci_named(std::string_view id) const {
    return pointer(aci, std::ranges::find(aci, id, &AciText::id));
}

const Aid* Law::aid_named(std::string_view id) const {
    const auto found = std::ranges::find(aids, id, &Aid::id);
    return found == aids.end() ? nullptr : &*found;
}

}  // namespace msp
