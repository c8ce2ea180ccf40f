// SPDX-License-Identifier: MIT
// Private to the module: the keys of grants.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::grant> {
    static constexpr const char* name = "grant";
    static constexpr Phrase says = {"A grant", "Une subvention"};
    static constexpr auto rows = std::to_array<Key>({
        asked_id_key,
        label_key,
        Key("category", "categorie", KeyType::reference, {"Id of a category.", "Id d'une catégorie."})
            .otherwise("grant"),
        Key("entity", "entite", KeyType::reference, {"Who receives it.", "Entité bénéficiaire."}),
        Key("bank", "banque", KeyType::reference, {"The account that receives it.", "Le compte qui la reçoit."})
            .otherwise({"the only or first bank", "la seule banque, ou la première"}),
        Key("amount", "montant", KeyType::amount,
            {"The whole grant, of one year where it is yearly; absent: the sum of its instalments.",
             "Toute la subvention, d'une année si elle est annuelle ; absent : la somme des versements."})
            .not_negative(),
        Key("aid", "aide", KeyType::reference,
            {"A public aid whose amounts are known, by its rule file, instead of amount: paid once a year of contract, "
             "on its last day.",
             "Une aide publique aux montants connus, par son fichier de règles, au lieu de montant : versée une fois "
             "par année de contrat, le dernier jour."}),
        Key("fte", "etp", aid_parts,
            {"With aid: the part of a full-time job, \"1\", \"1/2\" or \"1/3\".",
             "Avec aide : la part d'un temps plein, \"1\", \"1/2\" ou \"1/3\"."}),
        Key("contract", "contrat", KeyType::date,
            {"With aid: the day its contract began.", "Avec aide : le premier jour du contrat."}),
        Key("post", "poste", KeyType::reference,
            {"With aid: the post that earns it. Its first day, its hours and its last day stand for fte, contract and "
             "until where these are absent.",
             "Avec aide : le poste qui l'obtient. Son premier jour, ses heures et son dernier jour valent pour etp, "
             "contrat et au s'ils sont absents."}),
        Key("list", "patientele", aid_lists,
            {"With aid: the doctor's list among those of all doctors, by percentile.",
             "Avec aide : la patientèle du médecin parmi celles de tous, par centile."})
            .otherwise(AidList::below_p90),
        Key("state", "etat", grant_states,
            {"\"hoped\", \"notified\" or \"paid\"; hoped-for money counts only with --count hoped. Absent, an aid is "
             "assumed.",
             "\"espere\", \"notifie\" ou \"paye\" ; l'argent espéré ne compte qu'avec --count hoped. Absent, une aide "
             "est supposée."})
            .otherwise(State::notified),
        Key("date", "date", KeyType::date,
            {"The day of a grant paid at once.", "Le jour d'une subvention versée en une fois."}),
        Key("instalments", "versements", KeyType::tables, Section::grant_instalment,
            {"How it is paid, in euros or shares.", "Comment elle est versée, en euros ou en parts."}),
        Key("every", "tous_les", KeyType::frequency, Section::every,
            {"\"year\" for a grant that comes back each calendar year.",
             "\"an\" pour une subvention qui revient chaque année civile."}),
        Key("from", "du", KeyType::date_or_month,
            {"First year of a yearly grant, as a date or month.",
             "Première année d'une subvention annuelle, en date ou mois."}),
        Key("until", "au", KeyType::date_or_month,
            {"Last year of a yearly grant; of an aid, the last contract year that begins by then.",
             "Dernière année d'une subvention annuelle ; d'une aide, la dernière année de contrat qui commence "
             "avant."})
            .otherwise({"without an end", "sans fin"}),
        Key("exercise", "exercice", KeyType::integer, {"Financial year it belongs to.", "Exercice de rattachement."})
            .between(Date::first_year, Date::last_year)
            .otherwise({"the grant's year, or each date's", "l'année de la subvention, ou de chaque date"}),
        business_day_key,
        Key("delay", "delai", KeyType::delay, {"From due to received.", "De l'échéance à l'encaissement."})
            .otherwise({"none: on the due day", "aucun : le jour de l'échéance"}),
        scale_key({"Multiplies each instalment, rounded half up.", "Multiplie chaque versement, arrondi au centime."}),
        match_key,
        overdue_key,
        closed_key,
    });
};

template <>
struct Keys<Section::grant_instalment> {
    static constexpr const char* name = "grant_instalment";
    static constexpr Phrase says = {"An instalment of a grant", "Un versement de subvention"};
    static constexpr auto rows = std::to_array<Key>({
        Key("amount", "montant", KeyType::amount, {"In euros.", "En euros."}),
        Key("share", "part", KeyType::share,
            {"A share of the grant, rounded half up, or \"rest\".",
             "Une part de la subvention, arrondie au centime, ou \"solde\"."})
            .in(unit::percent),
        Key("date", "date", KeyType::date,
            {"Day it is due, for a grant paid once.", "Jour d'échéance, pour une subvention versée une fois."}),
        Key("day", "le", KeyType::month_day,
            {"Month-day it is due, for a yearly grant.", "Mois-jour d'échéance, pour une subvention annuelle."}),
        Key("years", "annees", KeyType::integer,
            {"Years after the grant's year.", "Années après l'année de la subvention."})
            .in(unit::years)
            .between(0, 20)
            .otherwise(0),
        Key("state", "etat", grant_states, {"State of this instalment.", "État de ce versement."})
            .otherwise({"the grant's", "celui de la subvention"}),
    });
};

}  // namespace msp
