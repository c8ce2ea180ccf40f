// SPDX-License-Identifier: MIT
// Private to the module: the keys of a year of the ACI.
#pragma once

#include <msp/budget/key.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::aci_year> {
    static constexpr const char* name = "aci_year";
    static constexpr Phrase says = {"A year of the ACI", "Une année d'ACI"};
    static constexpr Phrase counted = {"as in the year before, else counted from the members of the entity",
                                       "comme l'année précédente, sinon compté d'après les membres de l'entité"};
    static constexpr auto rows = std::to_array<Key>({
        Key("year", "annee", KeyType::integer, {"The exercise N.", "L'exercice N."}).between(2000, 2198).needed(),
        Key("assume", "suppose", KeyType::text,
            {"Id of the text that is taken to hold, where none is known for the year.",
             "Id du texte supposé s'appliquer, si aucun n'est connu pour l'année."})
            .otherwise({"the text in force", "le texte en vigueur"}),
        Key("notified", "notifie", KeyType::amount,
            {"The whole year's remuneration; of it, the advance and the balance two give the third.",
             "La rémunération de toute l'année ; d'elle, de l'avance et du solde, deux donnent le troisième."})
            .not_negative(),
        Key("advance", "avance", KeyType::table, Section::aci_item,
            {"The advance, by 30 April N.", "L'avance, au plus tard le 30 avril N."}),
        Key("balance", "solde", KeyType::table, Section::aci_item,
            {"The balance, by 30 April N+1.", "Le solde, au plus tard le 30 avril N+1."}),
        Key("patients", "patients", KeyType::integer,
            {"Patients of the associated doctors.", "Patients des médecins associés."})
            .in(unit::patients)
            .between(0, 1'000'000)
            .otherwise(counted),
        Key("associates", "associes", KeyType::integer,
            {"Health professionals who are associates.", "Professionnels de santé associés."})
            .in(unit::associates)
            .between(0, 10'000)
            .otherwise(counted),
        Key("doctors", "medecins", KeyType::integer, {"Associated doctors.", "Médecins associés."})
            .in(unit::doctors)
            .between(0, 10'000)
            .otherwise(counted),
        Key("ipa", "ipa", KeyType::boolean, {"Whether an IPA is in the team.", "Si une IPA fait partie de l'équipe."})
            .otherwise({"as in the year before, else no", "comme l'année précédente, sinon non"}),
        Key("crisis", "crise", KeyType::boolean,
            {"Whether the authorities declared an exceptional health crisis.",
             "Si les autorités ont déclaré une crise sanitaire exceptionnelle."})
            .otherwise(false),
        Key("reached", "atteints", KeyType::free_table, Section::reached,
            {"What the year reached, by indicator: true, false, how many, the day the software was acquired, or "
             "details.",
             "Ce que l'année a atteint, par indicateur : true, false, combien, le jour d'acquisition du logiciel, ou "
             "des précisions."})
            .each(KeyType::fact)
            .between(0, 1'000'000)
            .otherwise({"as in the year before, indicator by indicator",
                        "comme l'année précédente, indicateur par indicateur"}),
        Key("points", "points", KeyType::free_table,
            {"Points of an indicator, instead of those of the rules.",
             "Points d'un indicateur, au lieu de ceux des règles."})
            .each(KeyType::number)
            .between(0, 1'000'000)
            .decimals(6),
        Key("precarity", "precarite", KeyType::table, Section::precarity,
            {"What the majoration for precarity is computed from.", "Ce dont se calcule la majoration de précarité."})
            .otherwise({"no majoration", "aucune majoration"}),
        Key("evidence", "justificatifs", KeyType::date,
            {"Day by which the CPAM has the supporting documents.", "Jour auquel la CPAM a les pièces justificatives."})
            .otherwise({"31 January of the next year", "le 31 janvier de l'année suivante"}),
    });
};

template <>
struct Keys<Section::precarity> {
    static constexpr const char* name = "precarity";
    static constexpr Phrase says = {"Precarity", "La précarité"};
    static constexpr auto rows = std::to_array<Key>({
        Key("c2s", "c2s", KeyType::integer,
            {"Beneficiaries of the C2S with an act of a general practitioner in the year.",
             "Bénéficiaires de la C2S ayant eu un acte de généraliste dans l'année."})
            .in(unit::patients)
            .between(0, 1'000'000)
            .needed(),
        Key("c2s_national", "c2s_nationale", KeyType::rate,
            {"Their national share in that year.", "Leur part nationale cette année-là."})
            .in(unit::percent)
            .between(0, 100)
            .decimals(6)
            .needed(),
        Key("ame", "ame", KeyType::integer, {"Beneficiaries of the AME, likewise.", "Bénéficiaires de l'AME, de même."})
            .in(unit::patients)
            .between(0, 1'000'000)
            .needed(),
        Key("ame_national", "ame_nationale", KeyType::rate,
            {"Their national share in that year.", "Leur part nationale cette année-là."})
            .in(unit::percent)
            .between(0, 100)
            .decimals(6)
            .needed(),
    });
};

}  // namespace msp
