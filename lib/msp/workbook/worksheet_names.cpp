// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/workbook/workbook.hpp>
#include <msp/workbook/worksheet_names.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t longest_name = 31;  // UTF-16 units

// With one blank for what may not stand in a name, none at an end.
std::string allowed(std::string_view wanted) {
    constexpr std::string_view refused = "[]:*?/\\ ";
    std::string text;
    for (const char c : visible(wanted)) {
        if (refused.find(c) == std::string_view::npos)
            text += c;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    constexpr std::string_view not_at_an_end = " '";
    text.erase(0, std::min(text.find_first_not_of(not_at_an_end), text.size()));
    text.erase(text.find_last_not_of(not_at_an_end) + 1);
    return text;
}

std::size_t units_of(CodePoint character) {
    return character.value > 0xffff ? 2 : 1;
}

std::size_t units_in(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).length)
        units += units_of(decode(text, at));
    return units;
}

// At most so many units of it.
std::string_view first_units(std::string_view text, std::size_t units) {
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint character = decode(text, at);
        if (units_of(character) > units)
            break;
        units -= units_of(character);
        at += character.length;
    }
    return text.substr(0, at);
}

std::string shortened(std::string_view part, std::size_t room) {
    if (units_in(part) <= room)
        return std::string(part);
    const std::string_view begin = first_units(part, room - 1);
    return std::string(begin.substr(0, begin.find_last_not_of(" ,;(") + 1)).append("…");
}

// Of parts that have no room together the longest give way, until they are alike: what is short stays whole, and of
// each so much that all of them tell the name from others.
std::string joined(const std::vector<std::string>& parts, std::size_t units) {
    const std::size_t room = units - std::min(units, parts.size() - 1);  // without the blanks between them
    const auto taken = [&](std::size_t longest) {
        std::size_t sum = 0;
        for (const std::string& part : parts)
            sum += std::min(units_in(part), longest);
        return sum;
    };
    std::size_t longest = units;
    while (taken(longest) > room)
        --longest;
    return listed(
        parts, [&](const std::string& part) { return shortened(part, longest); }, " ");
}

// The same for names that differ in case or in letters beyond ASCII alone.
std::string folded(std::string_view name) {
    std::string key;
    for (std::size_t at = 0; at < name.size(); at += decode(name, at).length) {
        const char first = name[at];
        key += static_cast<unsigned char>(first) >= 0x80 ? '?'
               : first >= 'A' && first <= 'Z'            ? static_cast<char>(first - 'A' + 'a')
                                                         : first;
    }
    return key;
}

}  // namespace

std::string worksheet_word(std::string_view sheet, Language language) {
    constexpr std::array<std::pair<std::string_view, const char*>, 65> words_of_sheets = {{
        {"accuracy", tr("Accuracy")},
        {"aci", tr("ACI")},
        {"aci_schedule", tr("ACI payments")},
        {"amounts", tr("Amounts")},
        {"around_lowest", tr("Around the lowest")},
        {"assumptions", tr("Assumptions")},
        {"balance", tr("Balances")},
        {"books", tr("Books")},
        {"bridge", tr("What changed")},
        {"calendar", tr("Calendar")},
        {"calls", tr("Calls for funds")},
        {"cash", tr("Cash movements")},
        {"categories", tr("Categories")},
        {"changes", tr("Changes")},
        {"charges", tr("Charges")},
        {"comparison", tr("Comparison")},
        {"contracts", tr("Contracts")},
        {"curve", tr("Curve")},
        {"das2", tr("DAS2")},
        {"debt_service", tr("Debt service")},
        {"derogations", tr("Derogatory keys")},
        {"differences", tr("What changes")},
        {"distribution", tr("Distribution")},
        {"due", tr("Due items")},
        {"entries", tr("Journal entries")},
        {"exports", tr("Exports")},
        {"figures", tr("Figures")},
        {"findings", tr("Findings")},
        {"forecasts", tr("Forecasts")},
        {"grant_budget", tr("Grant budget")},
        {"hires", tr("Hires")},
        {"hours", tr("Hours")},
        {"income", tr("Result by exercise")},
        {"indicators", tr("Indicators")},
        {"journals", tr("Journals")},
        {"keys", tr("Keys")},
        {"landing", tr("Landing")},
        {"later", tr("Due later")},
        {"loan_years", tr("Loans by exercise")},
        {"loans", tr("Loans")},
        {"lows", tr("Lows")},
        {"months", tr("Months")},
        {"movements", tr("Movements")},
        {"next", tr("What to reach next")},
        {"overview", tr("Overview")},
        {"payers", tr("Paid by members")},
        {"payments", tr("Payments")},
        {"plan", tr("Plan")},
        {"professions", tr("Professions")},
        {"reconciliation", tr("Reconciliation")},
        {"results", tr("Result")},
        {"returns", tr("Return")},
        {"rules", tr("Rules")},
        {"schedule", tr("Schedule")},
        {"sensitivity", tr("Sensitivity")},
        {"settlement", tr("Settlement")},
        {"shares", tr("Shares")},
        {"shown", tr("Line by line")},
        {"statements", tr("Statements")},
        {"summary", tr("Summary")},
        {"target", tr("Target")},
        {"top_gaps", tr("Largest gaps")},
        {"transition", tr("Transition")},
        {"unmapped", tr("Unmapped")},
        {"unpaid", tr("Unpaid calls")},
    }};
    const auto* found = std::ranges::find(words_of_sheets, sheet, [](const auto& entry) { return entry.first; });
    return std::string(found == words_of_sheets.end() ? sheet : translate(found->second, language));
}

std::string WorksheetNames::next(std::string_view word, const std::vector<std::string>& name) {
    std::vector<std::string> parts = {allowed(word)};
    for (const std::string& part : name)
        parts.push_back(allowed(part));
    std::erase(parts, "");
    for (std::size_t n = 1;; ++n) {
        const std::string number = n == 1 ? "" : " (" + std::to_string(n) + ")";
        std::string made = (parts.empty() ? "1" : joined(parts, longest_name - number.size())) + number;
        if (taken_.insert(folded(made)).second)
            return made;
    }
}

}  // namespace msp
