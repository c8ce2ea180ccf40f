// SPDX-License-Identifier: MIT
// The classes of charges and income in the chart of accounts; read from lib/law/classes.toml. Data; nothing is computed
// here.
#pragma once

#include <msp/law/rule.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace msp {

inline constexpr std::string_view class_rules = "classes";  // the kind of this file, in RuleNeed

// "60" to "79".
struct AccountClass {
    std::string number;
    Bilingual name;
    Evidence evidence;

    [[nodiscard]] bool of_charges() const { return number.starts_with('6'); }
};

// What is paid by way of an account of third parties, and the class that its charge or income is in.
struct ThirdPartyAccount {
    std::string account;  // a prefix
    std::string number;   // of the class
    Evidence evidence;
};

struct ClassRules {
    std::vector<LegalSource> sources;
    std::vector<AccountClass> classes;  // by number
    std::vector<ThirdPartyAccount> third_parties;

    // Null where there is none.
    [[nodiscard]] const AccountClass* numbered(std::string_view number) const;
    // Of an account of classes 6 and 7, or by way of one of class 4; null where nothing says it.
    [[nodiscard]] const AccountClass* of_account(std::string_view account) const;
};

}  // namespace msp
