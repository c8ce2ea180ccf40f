// SPDX-License-Identifier: MIT
// Private to the module: the keys of depreciation.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::depreciation> {
    static constexpr const char* name = "depreciation";
    static constexpr Phrase says = {"What an asset loses by use, in the result and no payment",
                                    "L'amortissement d'une immobilisation, dans le résultat et sans paiement"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id, {"Name in scenarios, unique.", "Nom dans les scénarios, unique."}).needed(),
        label_key,
        Key("entity", "entite", KeyType::reference,
            {"Whose asset it is; needed where there are several.",
             "L'entité propriétaire ; obligatoire s'il y en a plusieurs."}),
        Key("from", "du", KeyType::date, {"The day on which it is put in service.", "Le jour de sa mise en service."})
            .needed(),
        Key("cost", "cout", KeyType::amount,
            {"What it cost, tax included where that is not recovered; with years.",
             "Son coût, TTC si la TVA n'est pas récupérée ; avec annees."})
            .not_negative(),
        Key("years", "annees", KeyType::integer,
            {"Over how many years, in equal parts: by days from that one on, a month having 30 and a year 360; {least} "
             "to {most}.",
             "Sur combien d'années, par parts égales : au prorata des jours à partir de celui-ci, le mois comptant 30 "
             "jours et l'année 360 ; de {least} à {most}."})
            .between(1, 100),
        Key("amount", "montant", KeyType::amount,
            {"Instead of cost: what each exercise bears, the first one and the last one whole too.",
             "Au lieu de cout : ce que supporte chaque exercice, aussi le premier et le dernier en entier."})
            .not_negative(),
        Key("until", "au", KeyType::date,
            {"With amount: a day of the last exercise that bears it.",
             "Avec montant : un jour du dernier exercice qui le supporte."})
            .otherwise({"without an end", "sans fin"}),
    });
};

}  // namespace msp
