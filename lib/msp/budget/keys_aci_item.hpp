// SPDX-License-Identifier: MIT
// Private to the module: the keys of what is paid of a year of the ACI.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::aci_item> {
    static constexpr const char* name = "aci_item";
    static constexpr Phrase says = {"An advance or a balance of the ACI", "Une avance ou un solde d'ACI"};
    static constexpr auto rows = std::to_array<Key>({
        Key("expected", "prevu_le", KeyType::date, {"Day it is counted on.", "Jour où il est attendu."})
            .otherwise({"the latest day, as the day of payment moves it",
                        "le dernier jour, déplacé selon le jour de versement"}),
        Key("notified", "notifie", KeyType::amount, {"Amount the CPAM has notified.", "Montant notifié par la CPAM."})
            .not_negative(),
        Key("amount", "montant", KeyType::amount,
            {"Amount assumed, where none is notified.", "Montant supposé, si aucun n'est notifié."})
            .not_negative()
            .otherwise(
                {"computed, where the year says what it reached", "calculé, si l'année dit ce qu'elle a atteint"}),
        Key("received", "recu", KeyType::one_or_more, Section::dated,
            {"What has come, with its days.", "Ce qui est arrivé, avec ses jours."})
            .otherwise({"nothing so far", "rien à ce jour"}),
        Key("closed", "clos", KeyType::boolean, {"Nothing more will come of it.", "Rien de plus n'en viendra."})
            .otherwise(false),
        Key("recovery", "reprise", KeyType::table, Section::recovery,
            {"What was overpaid and is taken back.", "Le trop-perçu repris."})
            .otherwise({"none", "aucune"}),
        Key("delay", "delai", KeyType::delay, {"Added to expected.", "Ajouté à prevu_le."}),
        scale_key({"Multiplies the amount, rounded half up.", "Multiplie le montant, arrondi au centime."}),
    });
};

template <>
struct Keys<Section::recovery> {
    static constexpr const char* name = "recovery";
    static constexpr Phrase says = {"A recovery", "Une reprise"};
    static constexpr auto rows = std::to_array<Key>({
        Key("amount", "montant", KeyType::amount, {"Positive.", "Positif."}).not_negative().needed(),
        Key("date", "date", KeyType::date, {"Day it leaves, or is held back.", "Jour où il part, ou est retenu."})
            .needed(),
        Key("by", "par", recoveries,
            {"offset: held back from another payment; repayment: paid back.",
             "compensation : retenu sur un autre versement ; remboursement : reversé."})
            .needed(),
    });
};

}  // namespace msp
