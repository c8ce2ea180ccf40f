// SPDX-License-Identifier: MIT
// Private to the module: the keys of what was reached of an indicator.
#pragma once

#include <msp/budget/key.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::reached> {
    static constexpr const char* name = "reached";
    static constexpr Phrase says = {"What was reached of an indicator", "Ce qui est atteint d'un indicateur"};
    static constexpr auto rows = std::to_array<Key>({
        Key("number", "nombre", KeyType::integer,
            {"How many: protocols, trainees, missions.", "Combien : protocoles, stagiaires, missions."})
            .between(0, 1'000'000)
            .otherwise({"the number of themes", "le nombre de thèmes"}),
        Key("since", "depuis", KeyType::date,
            {"Day the software was first acquired.", "Jour de la première acquisition du logiciel."}),
        Key("amplitude", "amplitude", KeyType::amplitude,
            {"Hours open on each weekday, such as \"11h30\"; of several sites the shortest.",
             "Heures d'ouverture de chaque jour de semaine, comme \"11h30\" ; de plusieurs sites, la plus courte."})
            .in(unit::hours),
        Key("saturday", "samedi", KeyType::boolean, {"Open on Saturday.", "Ouvert le samedi."}),
        Key("closed_weeks", "semaines_fermees", KeyType::number,
            {"Weeks closed in school holidays.", "Semaines de fermeture pendant les vacances scolaires."})
            .in(unit::weeks)
            .between(0, 52)
            .decimals(6)
            .otherwise(0),
        Key("closed_weeks_outside", "semaines_fermees_hors_vacances", KeyType::number,
            {"Weeks closed outside them.", "Semaines de fermeture hors de celles-ci."})
            .in(unit::weeks)
            .between(0, 52)
            .decimals(6)
            .otherwise(0),
        Key("derogation", "derogation", KeyType::boolean,
            {"The ARS granted a derogation for taking part in the PDSA.",
             "L'ARS a accordé une dérogation pour la participation à la PDSA."})
            .otherwise(false),
        Key("unscheduled", "soins_non_programmes", KeyType::boolean,
            {"Unscheduled care is organised.", "Les soins non programmés sont organisés."})
            .otherwise(true),
        Key("cases", "dossiers", KeyType::integer, {"Cases studied in the year.", "Dossiers étudiés dans l'année."})
            .in(unit::cases)
            .between(0, 1'000'000),
        Key("concerned", "patients_concernes", KeyType::integer,
            {"Patients in ALD, or 75 and over, of the associated doctors.",
             "Patients en ALD, ou de 75 ans et plus, des médecins associés."})
            .in(unit::patients)
            .between(0, 1'000'000)
            .otherwise({"the sum of the three that follow", "la somme des trois suivants"}),
        Key("ald_under_75", "ald_moins_75", KeyType::integer,
            {"Those in ALD and under 75.", "Ceux en ALD de moins de 75 ans."})
            .in(unit::patients)
            .between(0, 1'000'000),
        Key("over_75", "plus_75", KeyType::integer,
            {"Those 75 and over, not in ALD.", "Ceux de 75 ans et plus, sans ALD."})
            .in(unit::patients)
            .between(0, 1'000'000),
        Key("ald_over_75", "ald_plus_75", KeyType::integer,
            {"Those 75 and over, in ALD.", "Ceux de 75 ans et plus, en ALD."})
            .in(unit::patients)
            .between(0, 1'000'000),
        Key("meetings", "reunions", KeyType::integer, {"Meetings held in the year.", "Réunions tenues dans l'année."})
            .in(unit::meetings)
            .between(0, 1000),
        Key("themes", "themes", KeyType::texts,
            {"Themes of the missions; the rules speak of obesite-enfant.",
             "Thèmes des missions ; les règles parlent d'obesite-enfant."}),
        Key("regional", "regionales", KeyType::integer,
            {"Missions that come from the regional health project (PRS).",
             "Missions issues du projet régional de santé (PRS)."})
            .between(0, 1'000'000)
            .otherwise(0),
    });
};

}  // namespace msp
