// SPDX-License-Identifier: MIT
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

// Of French, with the blank before it, and of English.
std::string with_dashes_for_colons(std::string text) {
    for (const std::string_view colon : {"\u00a0: ", " : ", ": "}) {
        for (std::size_t at = text.find(colon); at != std::string::npos; at = text.find(colon, at))
            text.replace(at, colon.size(), " – ");
    }
    return text;
}

constexpr std::string_view refused = "[]:*?/\\";

bool ends_loosely(std::string_view name) {
    return std::ranges::any_of(std::array<std::string_view, 5>{" ", "–", "(", ",", ";"},
                               [&](std::string_view end) { return name.ends_with(end); });
}

// A name that is cut goes as far as a whole word, unless half of it or more would be lost.
void end_with_word(std::string& name, std::string_view rest) {
    if (rest.empty())
        return;
    const bool between = rest.front() == ' ' || refused.find(rest.front()) != std::string_view::npos;
    std::string whole = between ? name : name.substr(0, name.rfind(' ') + 1);
    while (ends_loosely(whole))
        whole.erase(character_begin(whole, whole.size() - 1));
    if (display_width(whole) * 2 > display_width(name))
        name = std::move(whole);
}

// At most so many units of it, with blanks for what may not stand in a name.
std::string shortened(std::string_view wanted, std::size_t units) {
    const std::string text = with_dashes_for_colons(visible(wanted));
    std::string name;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint character = decode(text, at);
        const std::size_t needed = character.value > 0xffff ? 2 : 1;
        if (needed > units)
            break;
        units -= needed;
        if (character.length == 1 && refused.find(text[at]) != std::string_view::npos)
            name += ' ';
        else
            name += text.substr(at, character.length);
        at += character.length;
    }
    end_with_word(name, std::string_view(text).substr(at));
    constexpr std::string_view not_at_an_end = " '";
    const std::size_t begin = std::min(name.find_first_not_of(not_at_an_end), name.size());
    name.erase(0, begin);
    name.erase(name.find_last_not_of(not_at_an_end) + 1);
    return name;
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

std::string WorksheetNames::next(std::string_view wanted) {
    std::string name = shortened(wanted, longest_name);
    if (name.empty())
        name = "1";
    for (std::size_t n = 2; !taken_.insert(folded(name)).second; ++n) {
        const std::string number = " (" + std::to_string(n) + ")";
        name = shortened(wanted, longest_name - number.size()) + number;
    }
    return name;
}

}  // namespace msp
