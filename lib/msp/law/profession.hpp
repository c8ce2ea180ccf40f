// SPDX-License-Identifier: MIT
// The professions whose members may be associates of a SISA, and so count for the ACI; read from
// lib/law/professions.toml.
#pragma once

#include <msp/law/rule.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

inline constexpr std::string_view profession_rules = "professions";  // the kind of this file, in RuleNeed

enum class ProfessionKind : std::uint8_t { generalist, specialist, medical, pharmacist, paramedical };

// As the rule file has them, in this order.
inline constexpr std::array<std::string_view, 5> profession_kind_ids = {"generalist", "specialist", "medical",
                                                                        "pharmacist", "paramedical"};

[[nodiscard]] const char* name_of(ProfessionKind kind);  // for tr()

struct Profession {
    std::string id;
    Bilingual label;
    ProfessionKind kind = ProfessionKind::paramedical;
    std::vector<std::string> names;   // the labels first, then what else it is called
    std::vector<std::string> folded;  // the same, as words are compared
};

struct Professions {
    Evidence evidence;
    std::vector<LegalSource> sources;
    std::vector<std::string> endings;  // folded: what may follow a name and changes nothing
    std::vector<Profession> all;

    // By a folded name; null where it is none of them.
    [[nodiscard]] const Profession* find(std::string_view folded) const;
    // As typed, for "did you mean".
    [[nodiscard]] std::vector<std::string_view> names() const;
};

}  // namespace msp
