// SPDX-License-Identifier: MIT
// Private to the module: the keys of accounts, those of the books and members' current ones.
#pragma once

#include <msp/budget/keys_call.hpp>

namespace msp {

template <>
struct Keys<Section::accounts> {
    static constexpr const char* name = "accounts";
    static constexpr Phrase says = {"Accounts that journal entries name", "Les comptes des écritures comptables"};
    static constexpr auto rows = std::to_array<Key>({
        Key("journal", "journal", KeyType::text, {"Code of the journal.", "Code du journal."}).otherwise(usual_journal),
        Key("members", "membres", KeyType::text,
            {"What members owe of calls and settlements.", "Ce que les membres doivent des appels et régularisations."})
            .otherwise(usual_account(AccountRole::members)),
        Key("income", "produits", KeyType::text,
            {"Charges that members repay.", "Les charges remboursées par les membres."})
            .otherwise(usual_account(AccountRole::income)),
        Key("advances", "avances", KeyType::text,
            {"Members' current accounts: what they advance for a reserve or works, and distributions that are credited "
             "to them.",
             "Les comptes courants des membres : leurs avances pour réserve ou travaux, et les répartitions qui y sont "
             "portées."})
            .otherwise(usual_account(AccountRole::advances)),
        Key("fees", "honoraires", KeyType::text,
            {"Fees of a distribution, as a charge.", "Les honoraires d'une répartition, en charge."})
            .otherwise(usual_account(AccountRole::fees)),
        Key("fees_due", "honoraires_dus", KeyType::text,
            {"Fees that are owed to professionals.", "Les honoraires dus aux professionnels."})
            .otherwise(usual_account(AccountRole::fees_due)),
        Key("result", "resultat", KeyType::text,
            {"The result, of which a distribution takes a share.", "Le résultat, dont une répartition prend une part."})
            .otherwise(usual_account(AccountRole::result)),
        Key("result_due", "resultat_du", KeyType::text,
            {"Shares of the result that are owed to members.", "Les parts de résultat dues aux membres."})
            .otherwise(usual_account(AccountRole::result_due)),
    });
};

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
