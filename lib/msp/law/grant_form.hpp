// SPDX-License-Identifier: MIT
// The budget that a grant is asked for with (CERFA 12156); read from lib/law/grant-budget.toml. Data; nothing is
// computed here.
#pragma once

#include <msp/law/rule.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace msp {

inline constexpr std::string_view grant_form_rules = "grant-budget";  // the kind of this file, in RuleNeed

struct GrantFormLine {
    Bilingual name;
    std::vector<std::string> accounts;  // prefixes of the books
};

// "60" to "79", and "86" and "87" for what is given without money.
struct GrantFormClass {
    std::string number;
    Bilingual name;
    std::vector<GrantFormLine> lines;  // in the order of the form
    bool by_funder = false;            // each line of the plan stands by itself
    Evidence evidence;

    [[nodiscard]] bool of_charges() const { return number.starts_with('6') || number == "86"; }
    [[nodiscard]] bool without_money() const { return number.starts_with('8'); }
};

// What a category says: "61 Services extérieurs - Locations".
struct GrantLine {
    std::string_view number;  // of the class
    std::string_view name;    // of it
    std::string_view line;    // in French; empty for the class alone
};
[[nodiscard]] GrantLine grant_line(std::string_view text);

struct GrantForm {
    std::vector<LegalSource> sources;
    std::vector<GrantFormClass> classes;  // by number

    // Null where there is none.
    [[nodiscard]] const GrantFormClass* numbered(std::string_view number) const;
};

}  // namespace msp
