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

// With blanks for what may not stand in a name.
std::string allowed(std::string_view wanted) {
    constexpr std::string_view refused = "[]:*?/\\";
    constexpr std::string_view not_at_an_end = " '";
    std::string text = with_dashes_for_colons(visible(wanted));
    std::ranges::replace_if(
        text, [&](char c) { return refused.find(c) != std::string_view::npos; }, ' ');
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

// What no name should break off behind, whole or in part.
bool hangs(std::string_view word, std::string_view part) {
    constexpr std::array<std::string_view, 34> words = {"a",   "an",  "and", "at", "au",  "aux",  "avec", "by",  "dans",
                                                        "de",  "des", "du",  "en", "et",  "for",  "from", "in",  "la",
                                                        "le",  "les", "nos", "of", "on",  "or",   "ou",   "par", "pour",
                                                        "sur", "the", "to",  "un", "une", "with", "à"};
    for (const std::string_view apostrophe : {"'", "’"}) {
        if (const std::size_t at = word.find(apostrophe); at != std::string_view::npos)
            return part.size() <= at + apostrophe.size();
    }
    return std::ranges::find(words, word) != words.end();
}

std::string_view without_loose_end(std::string_view part, std::string_view whole) {
    constexpr std::array<std::string_view, 5> loose = {" ", "–", "(", ",", ";"};
    for (;;) {
        const auto* end = std::ranges::find_if(loose, [&](std::string_view mark) { return part.ends_with(mark); });
        if (end != loose.end()) {
            part.remove_suffix(end->size());
            continue;
        }
        const std::size_t begin = part.rfind(' ') + 1;
        const std::string_view word = whole.substr(begin, whole.find(' ', begin) - begin);
        if (begin == 0 || !hangs(word, part.substr(begin)))
            return part;
        part = part.substr(0, begin);
    }
}

constexpr std::string_view left_out = "…";

constexpr std::size_t least_part = 3;  // of a text, where one stands for it

// A third of the room is left to what stands before the last words.
constexpr std::size_t most_at_end(std::size_t room) {
    return room - room / 3;
}

// As many as have room; what stands in parentheses may take more of it, an identifier above all.
std::string_view last_words(std::string_view text, std::size_t room) {
    std::size_t begin = text.rfind(' ') + 1;
    while (begin > 1) {
        const std::size_t earlier = text.rfind(' ', begin - 2) + 1;
        const std::size_t most = text[earlier] == '(' ? room - least_part : most_at_end(room);
        if (units_in(text.substr(earlier)) > most)
            break;
        begin = earlier;
    }
    std::string_view last = text.substr(begin);
    for (const std::string_view mark : {"– ", " "}) {
        if (last.starts_with(mark))
            last.remove_prefix(mark.size());
    }
    return last;
}

// A text that has no room loses its middle. Its end stays, since that is often what tells two of them apart: the
// account, the identifier behind a label. A part of a word stays too, as the first letters may tell as much.
std::string without_middle(std::string_view text, std::size_t units) {
    const std::size_t last = text.rfind(' ') + 1;
    const std::size_t room = units - 2;  // without the ellipsis and the blank behind it
    const bool fits = units_in(text.substr(last)) <= most_at_end(room);
    if (last == 0 || (!fits && units_in(text.substr(0, last)) + least_part < units))
        return std::string(first_units(text, units - 1)).append(left_out);
    const std::string end = fits ? std::string(last_words(text, room))
                                 : std::string(first_units(text.substr(last), room / 2)).append(left_out);
    return std::string(without_loose_end(first_units(text, room - units_in(end)), text)).append(left_out) + ' ' + end;
}

// The sheet's word stays whole, where that leaves room for the last word of the name; else it is shortened like the
// rest. Both ways, the better one first.
std::array<std::string, 2> shortened(const std::string& word, const std::string& whole, std::size_t units) {
    constexpr std::size_t least_room = 8;
    constexpr std::size_t short_room = 14;
    if (units_in(whole) <= units)
        return {whole, whole};
    const std::string all = without_middle(whole, units);
    const std::size_t before = units_in(word) + 1;
    if (before + least_room > units || whole.size() <= word.size() + 1 || !whole.starts_with(word))
        return {all, all};
    const std::string_view name = std::string_view(whole).substr(word.size() + 1);
    const std::size_t room = units - before;
    const std::string behind_word = word + ' ' + without_middle(name, room);
    const bool is_tight = room < short_room && units_in(name.substr(name.rfind(' ') + 1)) > most_at_end(room - 2);
    return is_tight ? std::array{all, behind_word} : std::array{behind_word, all};
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

std::string WorksheetNames::next(std::string_view word, std::string_view name) {
    const std::string begin = allowed(word);
    std::string whole = name.empty() ? begin : allowed(std::string(word).append(" ").append(name));
    if (whole.empty())
        whole = "1";
    for (std::size_t n = 1;; ++n) {
        const std::string number = n == 1 ? "" : " (" + std::to_string(n) + ")";
        for (const std::string& part : shortened(begin, whole, longest_name - number.size())) {
            std::string made = part + number;
            if (taken_.insert(folded(made)).second)
                return made;
        }
    }
}

}  // namespace msp
