// SPDX-License-Identifier: MIT
// Private to the module: the keys of how members are called for their shares.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

inline constexpr auto call_rhythms =
    words<CallRhythm>({{CallRhythm::month, "month", "mois"}, {CallRhythm::quarter, "quarter", "trimestre"}});
inline constexpr auto call_roundings =
    words<CallRounding>({{CallRounding::cent, "cent", "centime"},
                         {CallRounding::euro, "euro", "euro"},
                         {CallRounding::ten_euros, "ten-euros", "dix-euros", {"ten euros", "dix euros"}}});
inline constexpr auto call_changes =
    words<CallChange>({{CallChange::catch_up, "catch-up", "rattrapage"},
                       {CallChange::spread, "spread", "etalement", {"spread", "étalement"}},
                       {CallChange::settle, "settlement", "regularisation", {"settlement", "régularisation"}}});
inline constexpr auto call_kinds = words<CallKind>({{CallKind::charge, "charge", "charge"},
                                                    {CallKind::reserve, "reserve", "reserve"},
                                                    {CallKind::works, "works", "travaux"}});
inline constexpr auto advance_kinds =
    words<CallKind>({{CallKind::reserve, "reserve", "reserve"}, {CallKind::works, "works", "travaux"}});

template <>
struct Keys<Section::charges> {
    static constexpr const char* name = "charges";
    static constexpr Phrase says = {"How shares of the charges are called", "Comment les quotes-parts sont appelées"};
    static constexpr auto rows = std::to_array<Key>({
        Key("entity", "entite", KeyType::reference,
            {"The entity that calls; needed where there are several.",
             "L'entité qui appelle ; obligatoire s'il y en a plusieurs."}),
        Key("bank", "banque", KeyType::reference, {"Bank that members pay to.", "Compte où les membres paient."})
            .otherwise({"the entity's first bank", "la première banque de l'entité"}),
        Key("calls", "appels", call_rhythms, {"How often members are called.", "Fréquence des appels."})
            .otherwise(CallRhythm::month),
        Key("day", "le", KeyType::day,
            {"Day of the month of a call, or \"last\"; of a quarter, in its first month.",
             "Jour du mois de l'appel, ou \"dernier\" ; d'un trimestre, dans son premier mois."})
            .otherwise({"1", "1"}),
        Key("round", "arrondi", call_roundings,
            {"What each member's call is rounded to; the settlement takes the rest.",
             "Arrondi de l'appel de chaque membre ; la régularisation prend le reste."})
            .otherwise(CallRounding::cent),
        Key("change", "changement", call_changes,
            {"What a change voted in the exercise does to the calls after it: catch-up takes all of the difference in "
             "the next one, spread parts it over all that are left, settlement leaves it to the settlement.",
             "Ce qu'un changement voté en cours d'exercice fait aux appels suivants : rattrapage prend toute la "
             "différence dans le prochain, etalement la répartit sur tous ceux qui restent, regularisation la laisse à "
             "la régularisation."})
            .otherwise(CallChange::spread),
        Key("plan", "prevoir", KeyType::boolean,
            {"Whether msp-forecast plans the calls as receipts. Then no income line may do so too.",
             "Si msp-forecast prévoit les appels comme des encaissements. Alors aucun produit ne doit le faire aussi."})
            .otherwise(false),
        Key("delay", "delai", KeyType::delay,
            {"From a call to its payment, in the plan.", "De l'appel à son paiement, dans la prévision."})
            .otherwise({"the same day", "le même jour"}),
        Key("settled", "regularisation", KeyType::month_day,
            {"Month-day on which an exercise whose costs are said is settled, in the plan; absent: not planned.",
             "Mois-jour où un exercice dont les coûts sont donnés est régularisé, dans la prévision ; absent : pas "
             "prévu."})
            .otherwise({"not planned", "pas prévue"}),
        Key("approved", "approuve", KeyType::text,
            {"Who voted the budget and when, for the calls and statements of that exercise.",
             "Qui a voté le budget et quand, pour les appels et relevés de cet exercice."}),
        Key("approved_exercise", "exercice_approuve", KeyType::integer,
            {"The exercise of which that was voted: the vote stands under no other.",
             "L'exercice dont le budget a été voté : le vote ne figure sous aucun autre."})
            .between(1901, 2190)
            .otherwise({"that of the first bank's date as typed", "celui de la date donnée de la première banque"}),
        Key("iban", "iban", KeyType::text,
            {"Account number for the statements.", "Numéro de compte pour les relevés."}),
        Key("accounts", "comptes", KeyType::table, Section::accounts,
            {"Accounts of the books for --entries, where they are not the usual ones.",
             "Comptes de la comptabilité pour --entries, s'ils ne sont pas les comptes usuels."}),
    });
};

template <>
struct Keys<Section::call> {
    static constexpr const char* name = "call";
    static constexpr Phrase says = {"Money that members advance", "Une avance appelée aux membres"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id, {"Name in CSV.", "Nom dans les CSV."}).needed(),
        label_key,
        Key("entity", "entite", KeyType::reference,
            {"The entity that calls; needed where there are several.",
             "L'entité qui appelle ; obligatoire s'il y en a plusieurs."}),
        Key("kind", "genre", advance_kinds,
            {"What it is for: an advance of the members, no charge.",
             "Ce qu'elle finance : une avance des membres, pas une charge."})
            .otherwise(CallKind::reserve),
        Key("shared", "cle", KeyType::reference,
            {"The key by which members advance it.", "La clé selon laquelle les membres l'avancent."})
            .needed(),
        Key("calls", "appels", KeyType::tables, Section::dated,
            {"Days and amounts, of all members together.", "Jours et montants, pour tous les membres ensemble."})
            .needed(),
    });
};

}  // namespace msp
