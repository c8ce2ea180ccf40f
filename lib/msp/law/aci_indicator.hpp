// SPDX-License-Identifier: MIT
// An indicator of the ACI as a legal text has it: terms that add up, and what they depend on. Data; nothing is computed
// here.
#pragma once

#include <msp/law/profession.hpp>
#include <msp/law/rule.hpp>
#include <msp/money/money.hpp>
#include <msp/money/rate.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// Missing one prerequisite means no remuneration at all for the year; a socle pays what is reached of it; a conditional
// one belongs to the socle but is due only where its condition is met, and is no part of an advance.
enum class AciClass : std::uint8_t { prerequisite, socle, conditional, optional };
inline constexpr std::size_t aci_class_count = 4;

// As the rule files have them, in this order.
inline constexpr std::array<std::string_view, aci_class_count> aci_class_ids = {"prerequisite", "socle", "conditional",
                                                                                "optional"};
[[nodiscard]] std::string_view id_of(AciClass kind);

// What the value of a term is multiplied by.
enum class Scale : std::uint8_t {
    none,
    patients,    // of the associated doctors
    associates,  // health professionals
    list,        // patients a doctor, on average
};

// value × units × part of the measure between `above` and `up_to` / each.
struct AciTerm {
    std::int64_t points = 0;
    Money euros;                   // instead of points, where a text pays in euros
    std::int64_t most_units = 0;   // what was reached counts, at most so many; 0: paid once
    std::int64_t least_units = 0;  // fewer pay nothing
    Scale scale = Scale::none;
    std::int64_t each = 1;
    std::int64_t above = 0;
    std::optional<std::int64_t> up_to;
    Evidence evidence;
};

// So many units or more pay this, and not the step before.
struct AciStep {
    std::int64_t units = 0;
    std::int64_t points = 0;
    Money euros;
};

// Points by the hours of a weekday; each row holds from its amplitude up to the row before. `few_weeks`: closed in
// school holidays, but no more than AciHours::most_weeks. Cents where AciHours::in_euros.
struct AciHoursRow {
    int minutes = 0;
    std::int64_t saturday = 0;
    std::int64_t saturday_few_weeks = 0;
    std::int64_t no_saturday = 0;
    std::int64_t no_saturday_few_weeks = 0;
};

struct AciHours {
    std::vector<AciHoursRow> rows;  // from the longest amplitude down; shorter than the last pays nothing
    AciHoursRow derogation;         // whatever the amplitude, with a derogation of the ARS
    bool in_euros = false;          // the figures are cents, not points
    int most_weeks = 0;             // closed in school holidays; more pays nothing
    int most_weeks_outside = 0;     // closed outside them; more pays nothing
};

// Paid in proportion to cases studied / patients concerned, up to `rate`, and to meetings held, up to `meetings`.
struct AciCases {
    Rate rate;
    std::int64_t meetings = 0;
};

// Missions: no theme twice, and at most so many from the regional health project.
struct AciThemes {
    std::int64_t most_regional = 0;
};

enum class Proration : std::uint8_t { none, acquisition, contract };
enum class AciCondition : std::uint8_t { none, ipa, crisis };

// Enough units of another indicator, or its only unit being on a theme.
struct AciAlternative {
    std::size_t indicator = 0;
    std::int64_t units = 0;
    std::string theme;  // instead of units
};

// Reached by the professions of the associates alone.
struct AciTeam {
    std::vector<ProfessionKind> one_of;  // an associate of one of these kinds
    std::int64_t paramedical = 0;        // so many different paramedical professions
    bool both = false;                   // both are asked for, not either
};

struct AciIndicator {
    std::string id;  // "equipe.qualite.n2": the axis first
    std::size_t axis = 0;
    AciClass kind = AciClass::optional;
    Bilingual label;
    Bilingual takes;  // what it takes to reach it
    Evidence evidence;
    std::vector<AciTerm> terms;  // none where the value is unknown
    std::vector<AciStep> steps;
    std::optional<AciHours> hours;
    std::optional<AciCases> cases;
    std::optional<AciThemes> themes;
    std::optional<AciTeam> team;
    Proration proration = Proration::none;
    AciCondition condition = AciCondition::none;
    std::optional<std::size_t> with;     // a complement: reached as that one is, never said by itself
    std::vector<std::size_t> needs;      // an error without them
    std::vector<std::size_t> brings;     // reached with this one
    std::vector<std::size_t> excludes;   // an error with them
    std::vector<AciAlternative> one_of;  // pays nothing unless one of them holds

    [[nodiscard]] bool unknown() const { return evidence.confidence == Confidence::unknown; }
    // The user says how many.
    [[nodiscard]] bool counted() const;
};

}  // namespace msp
