// SPDX-License-Identifier: MIT
// Private to the module: the keys that several kinds of table have alike.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>

namespace msp {

inline constexpr Key label_key =
    Key("label", "libelle", KeyType::text, {"Words for the reader.", "Intitulé pour le lecteur."}).otherwise(the_id);

// Of what a scenario's path and --explain reach.
inline constexpr Key asked_id_key =
    Key("id", "id", KeyType::id, {"Name in CSV, scenarios and questions.", "Nom dans les CSV, scénarios et questions."})
        .needed();

inline constexpr Key business_day_key =
    Key("business_day", "jour_ouvre", rolls,
        {"Which business day to take where the day is none.", "Quel jour ouvré prendre quand le jour ne l'est pas."})
        .otherwise(Roll::none);

inline constexpr Key match_key = Key("match", "comptes", KeyType::texts,
                                     {"Account prefixes of the accounting export, for msp-actuals.",
                                      "Préfixes de comptes de l'export comptable, pour msp-actuals."});

inline constexpr Key overdue_key =
    Key("overdue", "echu", KeyType::overdue,
        {"With --actuals, what becomes of an amount that is due and has not come: \"expected\" on the day after the "
         "books end, \"dropped\", or a delay after its day such as \"30 days\".",
         "Avec --actuals, ce que devient un montant échu et non venu : \"attendu\" le lendemain de la fin des livres, "
         "\"abandonne\", ou un délai après son jour comme \"30 jours\"."})
        .otherwise(overdue_words[0]);

inline constexpr Key closed_key = Key("closed", "clos", KeyType::dates,
                                      {"With --actuals, the days due of which nothing more will come.",
                                       "Avec --actuals, les jours d'échéance dont rien de plus ne viendra."});

// What a scenario's shift writes; `says` names the amounts that it multiplies.
[[nodiscard]] constexpr Key scale_key(Phrase says) {
    return Key("scale", "coefficient", KeyType::rate, says).in(unit::percent).not_negative().otherwise(Rate(1, 0));
}

}  // namespace msp
