// SPDX-License-Identifier: MIT
// Private to the module: the keys of posts.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::post> {
    static constexpr const char* name = "post";
    static constexpr Phrase says = {"A post", "Un poste"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id,
            {"Name in CSV, scenarios and questions, unique in the budget.",
             "Nom dans les CSV, scénarios et questions, unique dans le budget."})
            .needed(),
        Key("label", "libelle", KeyType::text, {"Words for the reader.", "Intitulé pour le lecteur."})
            .otherwise(the_id),
        Key("entity", "entite", KeyType::reference,
            {"Who employs; its first bank is meant.", "Qui emploie ; sa première banque est utilisée."}),
        Key("bank", "banque", KeyType::reference, {"The account that pays.", "Le compte qui paie."})
            .otherwise({"the only or first bank", "la seule banque, ou la première"}),
        Key("from", "du", KeyType::date_or_month, {"First day of the contract.", "Premier jour du contrat."}).needed(),
        Key("until", "au", KeyType::date_or_month, {"Last day of the contract.", "Dernier jour du contrat."}),
        Key("shared", "cle", KeyType::reference,
            {"Key by which members share what the post costs its employer, for msp-charges.",
             "Clé de répartition du coût du poste pour l'employeur entre les membres, pour msp-charges."})
            .otherwise({"the entity bears it", "l'entité le supporte"}),
        Key("gross", "brut", KeyType::timeline, Section::dated_value,
            {"Gross pay of a month, for the hours of the post.", "Salaire brut d'un mois, pour les heures du poste."})
            .in(unit::euros)
            .not_negative(),
        Key("hourly", "horaire", KeyType::timeline, Section::dated_value,
            {"Gross pay of an hour, instead.", "Salaire brut d'une heure, à la place."})
            .in(unit::euros)
            .not_negative(),
        Key("fte", "etp", KeyType::timeline, Section::dated_value,
            {"Part of a full-time job, such as 0.5; absent: full time.",
             "Part d'un temps plein, comme 0,5 ; absent : temps plein."})
            .in(unit::full_time)
            .between(0, 1),
        Key("hours", "heures", KeyType::timeline, Section::dated_value,
            {"Hours a week, instead: 35 are full time.", "Heures par semaine, à la place : 35 font un temps plein."})
            .in(unit::hours)
            .between(0, 35),
        Key("raises", "augmentations", KeyType::tables, Section::raise,
            {"Raises of the pay, each from its day on.", "Augmentations du salaire, chacune à partir de son jour."}),
        Key("executive", "cadre", KeyType::boolean, {"Whether the post is an executive's.", "Si le poste est cadre."})
            .otherwise(false),
        Key("fixed_term", "cdd", KeyType::boolean,
            {"Whether the contract is of fixed term: training contribution of 1 %, bonus of 10 % at its end.",
             "Si le contrat est à durée déterminée : formation de 1 %, prime de 10 % à la fin."})
            .otherwise(false),
        Key("thirteenth", "treizieme_mois", KeyType::integer,
            {"The month, 1 to 12, in which a thirteenth month is paid: a twelfth of the pay since the last one.",
             "Le mois, de 1 à 12, où est payé un treizième mois : un douzième du salaire depuis le dernier."})
            .between(1, 12),
        Key("bonuses", "primes", KeyType::tables, Section::dated,
            {"Bonuses, gross, with the pay of the month of their day.",
             "Primes brutes, avec le salaire du mois de leur date."}),
        Key("training", "formations", KeyType::tables, Section::dated,
            {"Invoices of training, paid with the month's pay.",
             "Factures de formation, payées avec le salaire du mois."}),
        Key("health", "mutuelle", KeyType::boolean,
            {"Whether the employee has the employer's health cover.", "Si le salarié a la mutuelle de l'employeur."})
            .otherwise(true),
        Key("provident", "prevoyance", KeyType::boolean,
            {"Whether the employee has the employer's provident cover.",
             "Si le salarié a la prévoyance de l'employeur."})
            .otherwise(true),
        Key("meal_vouchers", "tickets_restaurant", KeyType::table, Section::meal_vouchers,
            {"Meal vouchers.", "Titres-restaurant."}),
        Key("travel", "transport", KeyType::amount,
            {"Travel refunded each month with the pay.", "Transport remboursé chaque mois avec le salaire."})
            .not_negative()
            .otherwise(Money()),
    });
};

template <>
struct Keys<Section::raise> {
    static constexpr const char* name = "raise";
    static constexpr Phrase says = {"A raise", "Une augmentation"};
    static constexpr auto rows = std::to_array<Key>({
        Key("date", "date", KeyType::date, {"First day of the new pay.", "Premier jour du nouveau salaire."}).needed(),
        Key("rate", "taux", KeyType::rate,
            {"In percent of the pay before, rounded half up to the cent.",
             "En pour cent du salaire d'avant, arrondi au centime."})
            .in(unit::percent)
            .not_negative(),
        Key("amount", "montant", KeyType::amount,
            {"Or an amount, a month or an hour as the pay is given.",
             "Ou un montant, par mois ou par heure comme le salaire."})
            .not_negative(),
    });
};

template <>
struct Keys<Section::meal_vouchers> {
    static constexpr const char* name = "meal_vouchers";
    static constexpr Phrase says = {"Meal vouchers", "Des titres-restaurant"};
    static constexpr auto rows = std::to_array<Key>({
        Key("number", "nombre", KeyType::integer, {"How many a month.", "Nombre par mois."}).between(1, 31).needed(),
        Key("value", "valeur", KeyType::amount, {"Value of one.", "Valeur d'un titre."}).not_negative().needed(),
        Key("employer", "part_employeur", KeyType::rate,
            {"The employer's share, 50 % to 60 %.", "La part de l'employeur, de 50 % à 60 %."})
            .in(unit::percent)
            .between(0, 100)
            .otherwise(Rate(6, 1)),
    });
};

}  // namespace msp
