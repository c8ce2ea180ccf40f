// SPDX-License-Identifier: MIT
#include <msp/aci/unplanned.hpp>

#include <algorithm>

namespace msp {
namespace {

class Search {
 public:
    Search(const Budget& budget, const Law& law, const AciReckoning& reckoning)
        : budget_(budget), law_(law), reckoning_(reckoning) {}

    [[nodiscard]] std::vector<AciUnplanned> within(const Window& days) const {
        std::vector<AciUnplanned> found;
        const Aci& aci = *budget_.aci;
        if (!aci.contract && aci.years.empty())
            return found;
        const int begins = aci.contract ? aci.contract->fields().year : aci.years.front().year;
        // A balance falls due in the year after its own.
        for (int year = std::max(begins, days.first.fields().year - 1); year <= days.last.fields().year; ++year) {
            AciYear nothing;
            nothing.year = static_cast<std::int16_t>(year);
            const auto said = std::ranges::find(aci.years, nothing.year, &AciYear::year);
            look(said == aci.years.end() ? nothing : *said, days, found);
        }
        std::ranges::stable_sort(found, {}, &AciUnplanned::expected);
        return found;
    }

 private:
    void look(const AciYear& year, const Window& days, std::vector<AciUnplanned>& found) const {
        for (const Part part : {Part::advance, Part::balance}) {
            if (is_settled(year, part))
                continue;
            const Date expected = aci_expected_day(*budget_.aci, law_, year, part);
            const Span place = year.place.span.known() ? year.place.span : budget_.items[budget_.aci->item].place.span;
            if (days.holds(expected))
                found.push_back({year.year, part, expected, place});
        }
    }

    // Said, computed (be it to nothing), or what the rest of the year leaves.
    [[nodiscard]] bool is_settled(const AciYear& year, Part part) const {
        const AciItem& item = part == Part::advance ? year.advance : year.balance;
        const bool planned = std::ranges::any_of(reckoning_.schedule().dues, [&](const AciDue& due) {
            return due.exercise == year.year && due.kind == part;
        });
        const bool left = part == Part::balance && year.notified;
        return planned || left || item.closed || item.amount || !item.received.empty() ||
               reckoning_.computed(year.year) != nullptr;
    }

    const Budget& budget_;
    const Law& law_;
    const AciReckoning& reckoning_;
};

}  // namespace

std::vector<AciUnplanned> aci_unplanned(const Budget& budget, const Law& law, const AciReckoning& aci,
                                        const Window& days) {
    if (!budget.aci)
        return {};
    return Search(budget, law, aci).within(days);
}

}  // namespace msp
