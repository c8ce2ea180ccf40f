// SPDX-License-Identifier: MIT
#include <msp/law/profession.hpp>

#include <algorithm>

namespace msp {

const char* name_of(ProfessionKind kind) {
    constexpr std::array names = {tr("a general practitioner"), tr("a specialist"), tr("another medical profession"),
                                  tr("a pharmacist"), tr("a paramedical profession")};
    return names.at(static_cast<std::size_t>(kind));
}

const Profession* Professions::find(std::string_view folded) const {
    for (const std::string& ending : endings) {
        if (folded.ends_with('-' + ending))
            folded.remove_suffix(ending.size() + 1);
    }
    const auto found = std::ranges::find_if(
        all, [&](const Profession& one) { return std::ranges::find(one.folded, folded) != one.folded.end(); });
    return found == all.end() ? nullptr : &*found;
}

std::vector<std::string_view> Professions::names() const {
    std::vector<std::string_view> names;
    for (const Profession& profession : all)
        names.insert(names.end(), profession.names.begin(), profession.names.end());
    return names;
}

}  // namespace msp
