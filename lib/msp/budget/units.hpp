// SPDX-License-Identifier: MIT
// The units of keys: what the manual calls them, and what may stand behind a number in quotes.
#pragma once

#include <msp/budget/value_words.hpp>
#include <msp/read/word.hpp>

#include <array>
#include <span>

namespace msp {

struct Unit {
    Phrase name;
    // In both languages, plural first; none where nothing may stand behind the number. In French as they are written
    // with accents: they are only read, and compared without.
    std::span<const Word> spellings = {};
};

namespace unit {

inline constexpr std::array metre_spellings = {Word{"m²", "m²"}, Word{"m2", "m2"}};
inline constexpr std::array full_time_spellings = {Word{"FTE", "ETP"}};
inline constexpr std::array hour_spellings = {Word{"h", "h"}, Word{"hours", "heures"}, Word{"hour", "heure"}};
inline constexpr std::array patient_spellings = {Word{"patients", "patients"}, Word{"patient", "patient"}};
inline constexpr std::array share_spellings = {Word{"shares", "parts"}, Word{"share", "part"}};
inline constexpr std::array associate_spellings = {Word{"associates", "associés"}, Word{"associate", "associé"}};
inline constexpr std::array doctor_spellings = {Word{"doctors", "médecins"}, Word{"doctor", "médecin"}};
inline constexpr std::array case_spellings = {Word{"cases", "dossiers"}, Word{"case", "dossier"}};
inline constexpr std::array meeting_spellings = {Word{"meetings", "réunions"}, Word{"meeting", "réunion"}};
inline constexpr std::array instalment_spellings = {Word{"instalments", "échéances"}, Word{"instalment", "échéance"}};
inline constexpr std::array year_spellings = {Word{"years", "ans"}, Word{"year", "an"}, Word{"years", "années"},
                                              Word{"year", "année"}};

inline constexpr Unit euros = {{"euros", "euros"}};
inline constexpr Unit percent = {{"%", "%"}};
inline constexpr Unit percent_a_year = {{"% a year", "% par an"}};
inline constexpr Unit days = {{"days", "jours"}};
inline constexpr Unit weeks = {{"weeks", "semaines"}, week_forms};
inline constexpr Unit months = {{"months", "mois"}, month_forms};
inline constexpr Unit years = {{"years", "années"}, year_spellings};
inline constexpr Unit hours = {{"hours", "heures"}, hour_spellings};
inline constexpr Unit square_metres = {{"m²", "m²"}, metre_spellings};
inline constexpr Unit full_time = {{"FTE", "ETP"}, full_time_spellings};
inline constexpr Unit patients = {{"patients", "patients"}, patient_spellings};
inline constexpr Unit shares = {{"shares", "parts"}, share_spellings};
inline constexpr Unit associates = {{"associates", "associés"}, associate_spellings};
inline constexpr Unit doctors = {{"doctors", "médecins"}, doctor_spellings};
inline constexpr Unit cases = {{"cases", "dossiers"}, case_spellings};
inline constexpr Unit meetings = {{"meetings", "réunions"}, meeting_spellings};
inline constexpr Unit instalments = {{"instalments", "échéances"}, instalment_spellings};

}  // namespace unit

}  // namespace msp
