// SPDX-License-Identifier: MIT
// Private to the module: the keys of posts.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/keys_call.hpp>
#include <msp/budget/keys_post_parts.hpp>
#include <msp/budget/shared_keys.hpp>

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
        label_key,
        Key("entity", "entite", KeyType::reference,
            {"Who employs; its first bank is meant.", "Qui emploie ; sa première banque est utilisée."}),
        Key("bank", "banque", KeyType::reference, {"The account that pays.", "Le compte qui paie."})
            .otherwise({"the only or first bank", "la seule banque, ou la première"}),
        Key("form", "forme", post_forms,
            {"\"employee\" of the entity; \"shared\": an employee part of whose time is invoiced to another house; "
             "invoiced to us: \"seconded\" by another house, an association or a groupement d'employeurs, \"service\" "
             "of "
             "a company, or a \"professional\" paid by the hour.",
             "\"salarie\" de l'entité ; \"partage\" : un salarié dont une partie du temps est refacturée à une autre "
             "maison ; facturé à l'entité : \"mis-a-disposition\" par une autre maison, une association ou un "
             "groupement d'employeurs, \"prestation\" d'une société, ou \"professionnel\" payé à l'heure."})
            .otherwise(PostForm::employee),
        Key("from", "du", KeyType::date_or_month, {"First day of the contract.", "Premier jour du contrat."}).needed(),
        Key("until", "au", KeyType::date_or_month, {"Last day of the contract.", "Dernier jour du contrat."})
            .otherwise({"without an end", "sans fin"}),
        Key("shared", "cle", KeyType::reference,
            {"Key by which members share what the post costs its employer, for msp-charges.",
             "Clé de répartition du coût du poste pour l'employeur entre les membres, pour msp-charges."})
            .otherwise({"the entity bears it", "l'entité le supporte"}),
        Key("gross", "brut", KeyType::timeline, Section::dated_value,
            {"Gross pay of a month, for the hours of the post.", "Salaire brut d'un mois, pour les heures du poste."})
            .in(unit::euros)
            .not_negative(),
        Key("hourly", "horaire", KeyType::timeline, Section::dated_value,
            {"Gross pay of an hour, instead; of a post that is invoiced, the price of an hour.",
             "Salaire brut d'une heure, à la place ; d'un poste facturé, le prix d'une heure."})
            .in(unit::euros)
            .not_negative(),
        Key("invoice", "facture", KeyType::timeline, Section::dated_value,
            {"What is invoiced a month, before fee and VAT, for a post that the entity does not employ.",
             "Montant facturé par mois, hors frais de gestion et hors taxe, d'un poste que l'entité n'emploie pas."})
            .in(unit::euros)
            .not_negative(),
        Key("weeks", "semaines", KeyType::integer,
            {"Of a post that is invoiced by the hour: weeks a year.",
             "D'un poste facturé à l'heure : semaines par an."})
            .between(1, 52)
            .otherwise(52),
        Key("fee", "frais_de_gestion", KeyType::rate,
            {"What the invoice asks on top, of its amount.", "Frais de gestion de la facture, en part du montant."})
            .in(unit::percent)
            .between(0, 100)
            .otherwise(Rate()),
        Key("kept", "quotite", KeyType::rate,
            {"Of a shared post: the part of the time that stays here; the rest of its cost is invoiced.",
             "D'un poste partagé : la part du temps qui reste ici ; le reste du coût est refacturé."})
            .in(unit::percent)
            .between(0, 100),
        Key("vat", "tva", KeyType::rate,
            {"VAT of the invoice, nothing of which is recovered; \"0 %\" says that it is exempt.",
             "TVA de la facture, non récupérée ; \"0 %\" dit qu'elle est exonérée."})
            .in(unit::percent)
            .between(0, 100)
            .otherwise({"20 %; of a professional none", "20 % ; aucune pour un professionnel"}),
        Key("every", "tous_les", call_rhythms, {"How often it is invoiced.", "Fréquence des factures."})
            .otherwise(CallRhythm::month),
        Key("delay", "delai", KeyType::delay,
            {"From the last day of the month or quarter to the payment of its invoice.",
             "Du dernier jour du mois ou trimestre au paiement de sa facture."})
            .otherwise({"none: on that day", "aucun : ce jour-là"}),
        Key("fte", "etp", KeyType::timeline, Section::dated_value,
            {"Part of a full-time job, such as 0.5; absent: full time.",
             "Part d'un temps plein, comme 0,5 ; absent : temps plein."})
            .in(unit::full_time)
            .between(0, 1)
            .otherwise({"full time", "temps plein"}),
        Key("hours", "heures", KeyType::timeline, Section::dated_value,
            {"Hours a week, instead: 35 are full time.", "Heures par semaine, à la place : 35 font un temps plein."})
            .in(unit::hours)
            .between(0, 35),
        Key("raises", "augmentations", KeyType::tables, Section::raise,
            {"Raises of the pay, each from its day on.", "Augmentations du salaire, chacune à partir de son jour."})
            .otherwise({"none", "aucune"}),
        Key("executive", "cadre", KeyType::boolean, {"Whether the post is an executive's.", "Si le poste est cadre."})
            .otherwise(false),
        Key("fixed_term", "cdd", KeyType::boolean,
            {"Whether the contract is of fixed term: training contribution of 1 %, bonus of 10 % at its end.",
             "Si le contrat est à durée déterminée : formation de 1 %, prime de 10 % à la fin."})
            .otherwise(false),
        Key("thirteenth", "treizieme_mois", KeyType::integer,
            {"The month, 1 to 12, in which a thirteenth month is paid: a twelfth of the pay since the last one.",
             "Le mois, de 1 à 12, où est payé un treizième mois : un douzième du salaire depuis le dernier."})
            .between(1, 12)
            .otherwise({"none", "aucun"}),
        Key("bonuses", "primes", KeyType::tables, Section::dated,
            {"Bonuses, gross, with the pay of the month of their day.",
             "Primes brutes, avec le salaire du mois de leur date."})
            .otherwise({"none", "aucune"}),
        Key("absences", "absences", KeyType::tables, Section::post_absence,
            {"Sickness and leave: pay ends after the days that are kept, and a replacement costs what is typed.",
             "Maladies et congés : le salaire cesse après les jours maintenus, un remplacement coûte le montant "
             "saisi."})
            .otherwise({"none", "aucune"}),
        Key("leaving", "depart", KeyType::tables, Section::dated,
            {"What the end of the contract costs, free of contributions, each on its day.",
             "Coût de la fin du contrat, hors cotisations, chacun à sa date."})
            .otherwise({"nothing", "rien"}),
        Key("minimum", "minimum_conventionnel", KeyType::timeline, Section::dated_value,
            {"Minimum of the convention for this post, of a full-time month.",
             "Minimum conventionnel de ce poste, d'un mois à temps plein."})
            .in(unit::euros)
            .not_negative()
            .otherwise({"the employer's", "celui de l'employeur"}),
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
            {"Meal vouchers.", "Titres-restaurant."})
            .otherwise({"none", "aucun"}),
        Key("travel", "transport", KeyType::amount,
            {"Travel refunded each month with the pay.", "Transport remboursé chaque mois avec le salaire."})
            .not_negative()
            .otherwise(Money()),
        match_key,
    });
};

}  // namespace msp
