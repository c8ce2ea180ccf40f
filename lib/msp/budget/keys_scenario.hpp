// SPDX-License-Identifier: MIT
// Private to the module: the keys of scenarios.
#pragma once

#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::scenario> {
    static constexpr const char* name = "scenario";
    static constexpr Phrase says = {"A scenario", "Un scénario"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id, {"Name for --scenario.", "Nom pour --scenario."}).needed(),
        label_key,
        Key("based_on", "base_sur", KeyType::reference,
            {"Another scenario that is applied before.", "Un autre scénario, appliqué avant."}),
        Key("change", "modifier", KeyType::tables, Section::change,
            {"What differs, in order.", "Ce qui change, dans l'ordre."})
            .needed(),
    });
};

template <>
struct Keys<Section::change> {
    static constexpr const char* name = "change";
    static constexpr Phrase says = {"A change of a scenario", "Un changement d'un scénario"};
    static constexpr auto rows = std::to_array<Key>({
        Key("set", "mettre", KeyType::text,
            {"Path of a value, such as expense.software.amount; with to.",
             "Chemin d'une valeur, comme charge.logiciel.montant ; avec a."}),
        Key("add", "ajouter", KeyType::text,
            {"Kind of a new entry, such as expense; with value.",
             "Genre d'une nouvelle entrée, comme charge ; avec valeur."}),
        Key("remove", "retirer", KeyType::text,
            {"Path of an entry or value to leave out.", "Chemin d'une entrée ou valeur à ôter."}),
        Key("shift", "decaler", KeyType::text,
            {"Path of an entry to scale or move; with amount, date.",
             "Chemin d'une entrée à faire varier ou déplacer ; avec montant, date."}),
        Key("to", "a", KeyType::any, {"The new value of set.", "La nouvelle valeur de mettre."}),
        Key("value", "valeur", KeyType::any,
            {"The entry to add, with the keys of its kind.", "L'entrée à ajouter, avec les clés de son genre."}),
        Key("amount", "montant", KeyType::rate,
            {"Change of the amount: \"+50 %\", \"-10 %\".", "Variation du montant : \"+50 %\", \"-10 %\"."})
            .in(unit::percent),
        Key("date", "date", KeyType::any,
            {"A date to move to, or a delay: \"2 months\", \"-10 days\".",
             "Une date où déplacer, ou un délai : \"2 mois\", \"-10 jours\"."}),
    });
};

}  // namespace msp
