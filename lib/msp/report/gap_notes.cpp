// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/gap_notes.hpp>

#include <algorithm>

namespace msp {
namespace {

std::string item_note(const Budget& budget, const Gap& gap, Language language) {
    const std::string label = name_of(budget, gap.item, Part::whole, language);
    if (gap.kind == GapKind::ends)
        return words({tr("{label}: not planned after {day}."), {{"label", label}, {"day", gap.day}}}, language);
    return words({tr("{label}: nothing in this plan."), {{"label", label}}}, language);
}

// The payments that are missing in one sentence; where all come after its last one, the ACI ends before the plan.
std::string aci_note(const std::vector<Gap>& missing, Language language) {
    const std::string list = listed(missing, [&](const Gap& gap) {
        return words({gap.part == Part::advance ? tr("advance of {year} ({day})") : tr("balance of {year} ({day})"),
                      {{"year", std::int64_t{gap.year}}, {"day", gap.day}}},
                     language);
    });
    const bool ends = std::ranges::all_of(missing, [](const Gap& gap) { return gap.day > gap.limit; });
    return words({ends ? tr("ACI: not planned after {day}: {list}.") : tr("ACI: not planned: {list}."),
                  {{"day", missing.front().limit}, {"list", list}}},
                 language);
}

}  // namespace

std::vector<std::string> gap_notes(const Budget& budget, const std::vector<Gap>& gaps, Language language) {
    std::vector<std::string> notes;
    std::vector<Gap> of_aci;
    for (const Gap& gap : gaps) {
        if (gap.kind == GapKind::aci)
            of_aci.push_back(gap);
        else
            notes.push_back(item_note(budget, gap, language));
    }
    if (!of_aci.empty())
        notes.push_back(aci_note(of_aci, language));
    return notes;
}

}  // namespace msp
