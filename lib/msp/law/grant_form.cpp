// SPDX-License-Identifier: MIT
#include <msp/law/grant_form.hpp>

#include <algorithm>

namespace msp {

GrantLine grant_line(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    constexpr std::size_t digits = 2;
    constexpr std::string_view between = " - ";
    const std::size_t at = std::min(text.find(between), text.size());
    const std::string_view head = text.substr(0, at);
    const std::size_t name = head.find_first_not_of(' ', std::min(digits, head.size()));
    return {head.substr(0, digits), name == std::string_view::npos ? std::string_view() : head.substr(name),
            text.substr(std::min(at + between.size(), text.size()))};
}

const GrantFormClass* GrantForm::numbered(std::string_view number) const {
    const auto found = std::ranges::find(classes, number, &GrantFormClass::number);
    return found == classes.end() ? nullptr : &*found;
}

}  // namespace msp
