// SPDX-License-Identifier: MIT
// Private to the module: the keys of the ACI.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::aci> {
    static constexpr const char* name = "aci";
    static constexpr Phrase says = {"The ACI", "L'ACI"};
    static constexpr auto rows = std::to_array<Key>({
        Key("entity", "entite", KeyType::reference, {"Who receives it.", "Entité bénéficiaire."})
            .otherwise({"the first SISA", "la première SISA"}),
        Key("bank", "banque", KeyType::reference, {"The account that receives it.", "Le compte qui la reçoit."})
            .otherwise({"its first bank", "sa première banque"}),
        Key("contract", "contrat", KeyType::date,
            {"Day from which the contract with the CPAM and the ARS has effect; it lasts five years.",
             "Date d'effet du contrat avec la CPAM et l'ARS ; il dure cinq ans."})
            .otherwise({"whole years", "années entières"}),
        Key("renewed", "renouvele", KeyType::date,
            {"Day from which the latest renewal has effect.", "Date d'effet du dernier renouvellement."}),
        Key("patients_on", "patients_au", KeyType::month_day,
            {"Day of each year on which members and their patients are counted, month-day.",
             "Jour de chaque année où l'on compte les membres et leurs patients, mois-jour."})
            .otherwise(DayOfYear{12, 31}),
        Key("payment_day", "jour_versement", KeyType::payday,
            {"When both payments come: latest, a month-day instead of the latest day, or a delay such as \"-30 days\". "
             "A month-day leaves the advance of the contract's first year where it is.",
             "Quand viennent les deux versements : au-plus-tard, un mois-jour au lieu du dernier jour, ou un délai "
             "comme \"-30 jours\". Un mois-jour laisse à sa date l'avance de la première année du contrat."})
            .otherwise(latest_payday[0]),
        Key("advance_day", "jour_avance", KeyType::payday,
            {"The same of the advance alone.", "De même, pour l'avance seule."})
            .otherwise({"the day of payment", "le jour de versement"}),
        Key("balance_day", "jour_solde", KeyType::payday,
            {"The same of the balance alone.", "De même, pour le solde seul."})
            .otherwise({"the day of payment", "le jour de versement"}),
        Key("options", "options", KeyType::table, Section::aci_options,
            {"What the texts leave open.", "Ce que les textes ne tranchent pas."}),
        Key("effort", "effort", KeyType::free_table,
            {"How hard each indicator is to reach, by its id: a whole number, {least} to {most}, in a unit of your "
             "own, or what it costs; ipa stands for an IPA joining the team.",
             "La difficulté de chaque indicateur, selon son id : un nombre entier, de {least} à {most}, dans l'unité "
             "de votre choix, ou ce qu'il coûte ; ipa est la venue d'une IPA dans l'équipe."})
            .each(KeyType::amount)
            .between(0, 1'000'000)
            .otherwise({"1 each", "1 chacun"}),
        Key("effort_unit", "unite_effort", effort_units,
            {"weight: effort weighs. euros: it is what each costs a year, and what is not named costs 0.00.",
             "poids : effort pèse. euros : c'est ce que chacun coûte par an, et ce qui n'y est pas coûte 0,00."})
            .otherwise(EffortUnit::weight),
        match_key,
        Key("year", "annee", KeyType::tables, Section::aci_year, {"One table an exercise.", "Une table par exercice."}),
    });
};

template <>
struct Keys<Section::aci_options> {
    static constexpr const char* name = "aci_options";
    static constexpr Phrase says = {"What the texts of the ACI leave open",
                                    "Ce que les textes de l'ACI ne tranchent pas"};
    static constexpr auto rows = std::to_array<Key>({
        Key("concertation_meetings", "concertation_reunions", meetings_rules,
            {"Fewer than the six meetings of concertation: in proportion, or nothing.",
             "Moins de six réunions de concertation : au prorata, ou rien."})
            .otherwise(MeetingsRule::prorated),
        Key("case_rate", "taux_dossiers", case_rate_rules,
            {"The rate of cases studied: cut to two decimals of a percent, or as it is.",
             "Le taux de dossiers étudiés : tronqué à deux décimales de pour cent, ou tel quel."})
            .otherwise(CaseRateRule::truncated),
        Key("proration", "prorata", proration_units,
            {"A first year counts by days, the first one included, or by months begun.",
             "Une première année compte par jours, le premier compris, ou par mois commencés."})
            .otherwise(ProrationUnit::days),
        Key("si_from", "si_depuis", software_starts,
            {"The software counts from its acquisition, or not before the contract either.",
             "Le logiciel compte depuis son acquisition, ou pas avant le contrat non plus."})
            .otherwise(SoftwareFrom::acquisition),
        Key("concertation_date", "concertation_du", concertation_starts,
            {"In its first year concertation counts from the contract on, or for the whole year.",
             "La première année, la concertation compte depuis le contrat, ou pour l'année entière."})
            .otherwise(ConcertationFrom::contract),
        Key("derogation", "derogation", derogation_rules,
            {"With a derogation of the ARS Saturday and weeks closed still count, or nothing is deducted.",
             "Avec une dérogation de l'ARS, le samedi et les semaines de fermeture comptent encore, ou rien n'est "
             "déduit."})
            .otherwise(DerogationRule::tree),
        Key("count", "decompte", countings,
            {"Members and patients: those of patients_on, or by days present.",
             "Membres et patients : ceux de patients_au, ou au prorata des jours de présence."})
            .otherwise(Counting::on_date),
        Key("advance_ipa", "avance_ipa", KeyType::boolean,
            {"Whether the base of the advance has the complements of an IPA.",
             "Si la base de l'avance comprend les compléments d'une IPA."})
            .otherwise(true),
        Key("advance_crisis", "avance_crise", KeyType::boolean,
            {"Whether the base of the advance has the actions of a declared crisis.",
             "Si la base de l'avance comprend les actions d'une crise déclarée."})
            .otherwise(false),
        Key("rounding", "arrondi", roundings, {"Of the year's total, to the cent.", "Du total de l'année, au centime."})
            .otherwise(Rounding::half_up),
    });
};

}  // namespace msp
