// SPDX-License-Identifier: MIT
// Private to the module: the keys of what a post brings.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

inline constexpr auto gainers = words<Gainer>(
    {{Gainer::company, "company", "societe"}, {Gainer::professionals, "professionals", "professionnels"}});
inline constexpr auto gain_kinds = words<GainKind>({{GainKind::time, "time", "temps"},
                                                    {GainKind::missed, "missed-appointments", "rendez-vous-manques"},
                                                    {GainKind::practitioner, "practitioner", "praticien"},
                                                    {GainKind::fill, "fill-rate", "remplissage"},
                                                    {GainKind::meetings, "meetings", "reunions"},
                                                    {GainKind::management, "management", "gestion"},
                                                    {GainKind::amount, "amount", "montant"}});

template <>
struct Keys<Section::gain> {
    static constexpr const char* name = "gain";
    static constexpr Phrase says = {"What a post brings, as it is assumed", "Ce qu'apporte un poste, tel que supposé"};
    static constexpr auto rows = std::to_array<Key>({
        asked_id_key,
        label_key,
        Key("post", "poste", KeyType::reference, {"Id of the post.", "Id du poste."})
            .otherwise({"the only post", "le seul poste"}),
        Key("kind", "genre", gain_kinds,
            {"What is gained: time (professionals × weeks × hours × becomes × value of an hour), missed-appointments "
             "(professionals × weeks × missed × reduction × fee), practitioner (fees, contribution, patients), "
             "fill-rate (professionals × weeks × slots × rise × fee), meetings (meetings × hours × value of an hour), "
             "management (professionals × weeks × hours × becomes × value of an hour), or an amount a year.",
             "Ce qui est gagné : temps (professionnels × semaines × heures × en_consultations × valeur de l'heure), "
             "rendez-vous-manques (professionnels × semaines × manques × reduction × tarif), praticien (honoraires, "
             "contribution, patients), remplissage (professionnels × semaines × creneaux × hausse × tarif), reunions "
             "(reunions × heures × valeur de l'heure), gestion (professionnels × semaines × heures × en_consultations "
             "× valeur de l'heure), ou un montant par an."})
            .needed(),
        Key("to", "pour", gainers,
            {"Who gains: the company's cash or the professionals; of a practitioner, fees are the professionals', "
             "contribution and ACI the company's.",
             "Qui gagne : la trésorerie de la société ou les professionnels ; d'un praticien, les honoraires vont aux "
             "professionnels, la contribution et l'ACI à la société."})
            .otherwise(Gainer::professionals),
        Key("from", "du", KeyType::date_or_month, {"First day or month.", "Premier jour ou mois."})
            .otherwise({"that of the post", "celui du poste"}),
        Key("until", "au", KeyType::date_or_month, {"Last day or month.", "Dernier jour ou mois."})
            .otherwise({"that of the post", "celui du poste"}),
        Key("ramp", "montee", KeyType::tables, Section::ramp_step,
            {"How it begins, step by step; then the whole.", "Sa montée, palier par palier ; ensuite le tout."}),
        Key("follows_hours", "suit_les_heures", KeyType::boolean,
            {"Whether other hours of the post bring it in proportion, where forms of employment are compared.",
             "Si d'autres heures du poste l'apportent en proportion, quand on compare des formes d'emploi."})
            .otherwise(
                {"true, but of a practitioner or an amount false", "vrai, mais faux pour un praticien ou un montant"}),
        Key("professionals", "professionnels", KeyType::table, Section::estimate,
            {"How many professionals gain.", "Nombre de professionnels concernés."}),
        Key("weeks", "semaines", KeyType::table, Section::estimate,
            {"Weeks worked in a year.", "Semaines travaillées par an."}),
        Key("hours", "heures", KeyType::table, Section::estimate,
            {"Hours freed in a week, of each; of meetings, in each of these.",
             "Heures libérées par semaine, pour chacun ; des réunions, pour chacune."}),
        Key("share", "part", KeyType::table, Section::estimated_share,
            {"Hours freed as a share of those worked, with week_hours.",
             "Heures libérées en part de celles travaillées, avec heures_semaine."}),
        Key("week_hours", "heures_semaine", KeyType::table, Section::estimate,
            {"Hours worked in a week.", "Heures travaillées par semaine."}),
        Key("becomes", "en_consultations", KeyType::table, Section::estimated_share,
            {"What share of the time freed becomes consultations.",
             "La part du temps libéré qui devient des consultations."})
            .otherwise({"100 %", "100 %"}),
        Key("hour_value", "valeur_heure", KeyType::table, Section::estimate,
            {"Value of an hour, in euros.", "Valeur d'une heure, en euros."}),
        Key("per_hour", "par_heure", KeyType::table, Section::estimate,
            {"Consultations in an hour, with fee, instead.", "Consultations par heure, avec tarif, à la place."}),
        Key("fee", "tarif", KeyType::table, Section::estimate,
            {"Euros of a consultation.", "Euros d'une consultation."}),
        Key("missed", "manques", KeyType::table, Section::estimate,
            {"Appointments missed in a week, of each.", "Rendez-vous manqués par semaine, pour chacun."}),
        Key("reduction", "reduction", KeyType::table, Section::estimated_share,
            {"What share of them is avoided.", "La part qui en est évitée."}),
        Key("slots", "creneaux", KeyType::table, Section::estimate,
            {"Appointments offered in a week, by each.", "Rendez-vous offerts par semaine, par chacun."}),
        Key("rise", "hausse", KeyType::table, Section::estimated_share,
            {"How much more of them is taken, in points.", "Combien de plus est pris, en points."}),
        Key("meetings", "reunions", KeyType::table, Section::estimate,
            {"Meetings prepared in a year.", "Réunions préparées par an."}),
        Key("fees", "honoraires", KeyType::table, Section::estimate,
            {"Fees of a practitioner who comes, in euros a year.",
             "Honoraires d'un praticien qui vient, en euros par an."}),
        Key("contribution", "contribution", KeyType::table, Section::estimate,
            {"What they bear of the charges, in euros a year.", "Ce qu'il prend des charges, en euros par an."}),
        Key("patients", "patients", KeyType::table, Section::estimate,
            {"Their patients: what the ACI pays more with them.",
             "Ses patients : ce que l'ACI verse de plus avec eux."}),
        Key("amount", "montant", KeyType::table, Section::estimate, {"Euros a year.", "Euros par an."}),
    });
};

}  // namespace msp
