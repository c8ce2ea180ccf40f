// SPDX-License-Identifier: MIT
// The words within values that are more than one word of a list: of frequencies, delays, days, truth.
#pragma once

#include <msp/model/line.hpp>
#include <msp/read/word.hpp>

#include <array>

namespace msp {

enum class Every { month, quarter, half_year, year, week, day, once };
inline constexpr auto frequency_words = words<Every>({{Every::month, "month", "mois"},
                                                      {Every::quarter, "quarter", "trimestre"},
                                                      {Every::half_year, "half-year", "semestre"},
                                                      {Every::year, "year", "an"},
                                                      {Every::year, "year", "annee", {"year", "année"}},
                                                      {Every::week, "week", "semaine"},
                                                      {Every::day, "day", "jour"},
                                                      {Every::once, "once", "une-fois", {"once", "une fois"}}});

// Behind a number; the plural first.
inline constexpr std::array day_forms = {Word{"days", "jours"}, Word{"day", "jour"}};
inline constexpr std::array week_forms = {Word{"weeks", "semaines"}, Word{"week", "semaine"}};
inline constexpr std::array month_forms = {Word{"months", "mois"}, Word{"month", "mois"}};
// Behind a delay.
inline constexpr Word end_of_month = {" end of month", " fin de mois"};

inline constexpr std::array truth_words = {Word{"yes", "oui", 1}, Word{"no", "non", 0}, Word{"true", "vrai", 1},
                                           Word{"false", "faux", 0}};

inline constexpr std::array last_day = {Word{"last", "dernier"}};
inline constexpr std::array latest_payday = {Word{"latest", "au-plus-tard", 0, {"latest", "au plus tard"}}};
inline constexpr std::array overdue_words = {Word{"expected", "attendu", 0},
                                             Word{"dropped", "abandonne", 1, {"dropped", "abandonné"}}};
// Of a limit on days on which there is none.
inline constexpr std::array no_limit = {Word{"none", "aucun"}};
inline constexpr std::array rest_of_shares = {Word{"rest", "solde"}};

// What a charge is for, where it is not the rhythm in which it falls due.
inline constexpr auto covered_periods = words<CoversKind>({{CoversKind::month, "month", "mois"},
                                                           {CoversKind::quarter, "quarter", "trimestre"},
                                                           {CoversKind::year, "year", "an"},
                                                           {CoversKind::year, "year", "annee", {"year", "année"}},
                                                           {CoversKind::exercise, "exercise", "exercice"}});

// The exercise of the due day, moved by so many years.
inline constexpr std::array exercise_words = {Word{"same", "meme", 0, {"same", "même"}},
                                              Word{"previous", "precedent", -1, {"previous", "précédent"}},
                                              Word{"next", "suivant", 1}};

}  // namespace msp
