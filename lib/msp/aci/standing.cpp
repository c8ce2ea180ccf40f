// SPDX-License-Identifier: MIT
#include <msp/aci/standing.hpp>

namespace msp {
namespace {

template <typename Entry>
void lay_over(std::vector<const Entry*>& below, const std::vector<Entry>& above) {
    for (const Entry& entry : above) {
        std::erase_if(below, [&](const Entry* old) { return old->indicator == entry.indicator; });
        below.push_back(&entry);
    }
}

template <typename Value>
void replace(std::optional<Value>& old, const std::optional<Value>& typed) {
    if (typed)
        old = typed;
}

}  // namespace

void Standing::keep(const AciYear& year, const AciText* text) {
    replace(patients, year.patients);
    replace(associates, year.associates);
    replace(doctors, year.doctors);
    ipa = year.ipa.value_or(ipa);
    lay_over(reached, year.reached);
    if (points_text != text)
        points.clear();
    points_text = text;
    // What is said anew to be reached is not what the older points stood for, unless they are all that is known.
    std::erase_if(points, [&](const TypedPoints* typed) {
        const Reached* said = said_in(year.reached, typed->indicator);
        const auto index = text == nullptr ? std::nullopt : text->find(typed->indicator);
        return said != nullptr && (said->no || !index || !text->indicators[*index].unknown());
    });
    lay_over(points, year.points);
}

}  // namespace msp
