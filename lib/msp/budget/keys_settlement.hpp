// SPDX-License-Identifier: MIT
// Private to the module: the keys of what an exercise is settled from: what members paid, what lines cost.
#pragma once

#include <msp/budget/keys_call.hpp>

namespace msp {

template <>
struct Keys<Section::paid> {
    static constexpr const char* name = "paid";
    static constexpr Phrase says = {"A payment of a member or of a third party",
                                    "Un versement d'un membre ou d'un tiers"};
    static constexpr auto rows = std::to_array<Key>({
        Key("member", "membre", KeyType::reference, {"Id of the member or third party.", "Id du membre ou du tiers."})
            .needed(),
        Key("date", "date", KeyType::date, {"Day of the payment.", "Jour du versement."}).needed(),
        Key("amount", "montant", KeyType::amount,
            {"What was paid; negative what the entity gave back.", "Montant versé ; négatif si l'entité l'a rendu."})
            .needed(),
        Key("kind", "genre", call_kinds, {"What it was for.", "Ce qu'il paie."}).otherwise(CallKind::charge),
        Key("exercise", "exercice", KeyType::integer, {"The financial year that it pays.", "L'exercice qu'il paie."})
            .between(1901, 2190)
            .otherwise({"that of the day", "celui du jour"}),
        Key("entity", "entite", KeyType::reference, {"The entity that was paid.", "L'entité qui l'a reçu."})
            .otherwise({"the member's; of a third party, needed where there are several",
                        "celle du membre ; d'un tiers, obligatoire s'il y en a plusieurs"}),
    });
};

template <>
struct Keys<Section::spent> {
    static constexpr const char* name = "spent";
    static constexpr Phrase says = {"What a line really cost", "Ce qu'une ligne a réellement coûté"};
    static constexpr auto rows = std::to_array<Key>({
        Key("line", "ligne", KeyType::reference,
            {"Id of a line or post that members share; of a post also one of its payments, with a day: "
             "secretary.urssaf.",
             "Id d'une ligne ou d'un poste partagé ; d'un poste aussi l'un de ses paiements, avec un jour : "
             "secretaire.urssaf."})
            .needed(),
        Key("amount", "montant", KeyType::amount,
            {"What it cost; negative what came back.", "Ce qu'elle a coûté ; négatif ce qui a été rendu."})
            .needed(),
        Key("date", "date", KeyType::date,
            {"Day of the payment. Absent: the amount is that of the whole exercise.",
             "Jour du paiement. Absent : le montant est celui de tout l'exercice."}),
        Key("exercise", "exercice", KeyType::integer,
            {"The financial year that it belongs to.", "L'exercice auquel il appartient."})
            .between(1901, 2190)
            .otherwise({"that of the day", "celui du jour"}),
    });
};

}  // namespace msp
