// SPDX-License-Identifier: MIT
// Private to the module: the keys of accounts, those of the books and members' current ones.
#pragma once

#include <msp/budget/keys_call.hpp>

namespace msp {

template <>
struct Keys<Section::current_account> {
    static constexpr const char* name = "current_account";
    static constexpr Phrase says = {"The opening of a member's current account",
                                    "L'ouverture du compte courant d'un membre"};
    static constexpr auto rows = std::to_array<Key>({
        Key("member", "membre", KeyType::reference, {"Id of the member.", "Id du membre."}).needed(),
        Key("date", "date", KeyType::date,
            {"The first day of an exercise; the balance is that of its morning.",
             "Le premier jour d'un exercice ; le solde est celui du matin."})
            .needed(),
        Key("amount", "montant", KeyType::amount,
            {"The balance: positive to the member's credit, negative still to pay.",
             "Le solde : positif au crédit du membre, négatif restant à verser."})
            .needed(),
        Key("kind", "genre", call_kinds,
            {"charge is the current account itself; reserve and works are what the member has advanced for them.",
             "charge est le compte courant lui-même ; reserve et travaux sont ce que le membre a avancé à ce titre."})
            .otherwise(CallKind::charge),
        Key("entity", "entite", KeyType::reference, {"The entity that keeps it.", "L'entité qui le tient."})
            .otherwise({"the member's", "celle du membre"}),
    });
};

}  // namespace msp
