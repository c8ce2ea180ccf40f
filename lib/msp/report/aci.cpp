// SPDX-License-Identifier: MIT
#include <msp/report/aci.hpp>
#include <msp/report/forecast.hpp>

#include <algorithm>
#include <stdexcept>

namespace msp {
namespace {

template <typename Entry>
const Entry& of_year(const std::vector<Entry>& entries, std::int16_t year) {
    const auto found = std::ranges::find(entries, year, &Entry::year);
    if (found == entries.end())
        throw std::logic_error("a year of the ACI that the budget does not have");
    return *found;
}

}  // namespace

const AciYearResult* AciResult::year(std::int16_t year) const {
    const auto found = std::ranges::find_if(years, [year](const AciYearResult& one) { return one.paid.year == year; });
    return found == years.end() ? nullptr : &*found;
}

const AciSettlement& AciResult::settlement(std::int16_t year) const {
    return of_year(aci.schedule().years, year);
}

const AciYear& AciResult::typed(std::int16_t year) const {
    return of_year(budget.aci->years, year);
}

const std::string& axis_id(const AciText& text, std::size_t indicator) {
    return text.axes[text.indicators[indicator].axis].first;
}

std::string_view confidence_id(const AciRemuneration& paid, const AciLine& line) {
    if (paid.assumed)
        return "assumed";
    if (line.typed)
        return "typed";
    return id_of(line.unknown ? Confidence::unknown : line.confidence);
}

std::string_view majoration_confidence_id(const AciRemuneration& paid) {
    return paid.assumed ? "assumed" : id_of(paid.text->precarity_evidence.confidence);
}

std::string_view id_of(Fulfilment reached) {
    switch (reached) {
        case Fulfilment::no:
            break;
        case Fulfilment::partly:
            return "partly";
        case Fulfilment::yes:
            return "yes";
    }
    return "no";
}

std::string aci_title(const AciResult& result) {
    return titled(result.entity().title(), result.scenario, result.label);
}

}  // namespace msp
