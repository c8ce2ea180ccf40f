// SPDX-License-Identifier: MIT
#include <msp/io/units.hpp>

#include <algorithm>
#include <array>

namespace msp {
namespace {

// In French as they are written with accents: they are only read, and compared without.
constexpr auto square_metres = std::to_array<Word>({{"m²", "m²"}, {"m2", "m2"}});
constexpr auto full_time = std::to_array<Word>({{"FTE", "ETP"}});
constexpr auto hours = std::to_array<Word>({{"h", "h"}, {"hours", "heures"}, {"hour", "heure"}});
constexpr auto patients = std::to_array<Word>({{"patients", "patients"}, {"patient", "patient"}});
constexpr auto shares = std::to_array<Word>({{"shares", "parts"}, {"share", "part"}});
constexpr auto associates = std::to_array<Word>({{"associates", "associés"}, {"associate", "associé"}});
constexpr auto doctors = std::to_array<Word>({{"doctors", "médecins"}, {"doctor", "médecin"}});
constexpr auto cases = std::to_array<Word>({{"cases", "dossiers"}, {"case", "dossier"}});
constexpr auto meetings = std::to_array<Word>({{"meetings", "réunions"}, {"meeting", "réunion"}});
constexpr auto instalments = std::to_array<Word>({{"instalments", "échéances"}, {"instalment", "échéance"}});
constexpr auto weeks = std::to_array<Word>({{"weeks", "semaines"}, {"week", "semaine"}});
constexpr auto months = std::to_array<Word>({{"months", "mois"}, {"month", "mois"}});
constexpr auto years = std::to_array<Word>({{"years", "ans"}, {"year", "an"}, {"years", "années"}, {"year", "année"}});

struct Unit {
    std::string_view unit;  // in the key table
    std::span<const Word> words;
};
constexpr auto units = std::to_array<Unit>({{"m²", square_metres},
                                            {"FTE", full_time},
                                            {"hours", hours},
                                            {"patients", patients},
                                            {"shares", shares},
                                            {"associates", associates},
                                            {"doctors", doctors},
                                            {"cases", cases},
                                            {"meetings", meetings},
                                            {"instalments", instalments},
                                            {"weeks", weeks},
                                            {"months", months},
                                            {"years", years}});

}  // namespace

std::span<const Word> unit_words(std::string_view unit) {
    const auto* const found = std::ranges::find(units, unit, &Unit::unit);
    return found == units.end() ? std::span<const Word>() : found->words;
}

}  // namespace msp
