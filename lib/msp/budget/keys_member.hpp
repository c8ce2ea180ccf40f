// SPDX-License-Identifier: MIT
// Private to the module: the keys of people, and of what changes over time.
#pragma once

#include <msp/budget/key.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::member> {
    static constexpr const char* name = "member";
    static constexpr Phrase says = {"A person", "Une personne"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id, {"Name in CSV and references.", "Nom dans les CSV et les renvois."}).needed(),
        Key("name", "nom", KeyType::text, {"Name in full.", "Nom complet."}).otherwise(the_id),
        Key("person", "personne", KeyType::reference,
            {"Of a second stay: the id of the record of the first one. Shares, calls, payments and fees of all stays "
             "are of that member.",
             "D'un second séjour : l'id de la fiche du premier. Quotes-parts, appels, versements et honoraires de tous "
             "les séjours sont ceux de ce membre."}),
        Key("from", "du", KeyType::date_or_month,
            {"In a CSV file: the row has the id of an earlier one, and its values hold from this day or month on.",
             "Dans un fichier CSV : la ligne a l'id d'une ligne précédente, et ses valeurs valent à partir de ce jour "
             "ou mois."}),
        Key("profession", "profession", KeyType::text,
            {"Profession, such as nurse; the ACI counts health professionals.",
             "Profession, comme infirmière ; l'ACI compte les professionnels de santé."}),
        Key("entity", "entite", KeyType::reference,
            {"The entity they belong to.", "L'entité dont la personne est membre."}),
        Key("account", "compte", KeyType::text,
            {"Their own account in the books: the auxiliary account of entries, and of their payments in an accounting "
             "export.",
             "Son compte auxiliaire en comptabilité : celui des écritures, et de ses versements dans un export "
             "comptable."})
            .otherwise(the_id),
        Key("in", "entree", KeyType::date, {"First day present.", "Premier jour présent."}),
        Key("out", "sortie", KeyType::date, {"Last day present.", "Dernier jour présent."}),
        Key("leaves", "depart", KeyType::date,
            {"Last day of all, whatever the stays and the rooms say: a stay that begins later does not take place, and "
             "what is let to them is free from the next day. For scenarios, such as --without of msp-charges.",
             "Tout dernier jour, quoi que disent les séjours et les locaux : un séjour qui commence après n'a pas "
             "lieu, et ce qu'ils occupent est libre dès le lendemain. Pour les scénarios, comme --sans de "
             "msp-charges."}),
        Key("associate", "associe", KeyType::boolean,
            {"Whether they hold shares of the company. To be said where the profession is none that the ACI counts; "
             "without a profession, true.",
             "Si la personne est associée de la société. À dire si la profession n'est pas de celles que l'ACI compte "
             "; sans profession, true."})
            .otherwise({"by the profession", "selon la profession"}),
        Key("employee", "salarie", KeyType::boolean,
            {"Whether they are employed here: then no associate unless said, and never a beneficiary of the ACI money, "
             "which would be pay.",
             "Si la personne est salariée ici : pas associée, sauf indication contraire, et jamais bénéficiaire de "
             "l'argent de l'ACI, ce serait un salaire."})
            .otherwise(false),
        Key("patients", "patients", KeyType::integer,
            {"Patients who declared this doctor.", "Patients ayant déclaré ce médecin traitant."})
            .in(unit::patients)
            .between(0, 1'000'000),
        Key("shares", "parts", KeyType::timeline, Section::dated_value, {"Shares of the company.", "Parts sociales."})
            .in(unit::shares)
            .between(0, 1'000'000'000)
            .decimals(0),
        Key("fte", "etp", KeyType::timeline, Section::dated_value, {"Full-time equivalent.", "Équivalent temps plein."})
            .in(unit::full_time)
            .between(0, 100),
        Key("surface", "surface", KeyType::timeline, Section::dated_value,
            {"Private surface, such as \"18.5 m2\".", "Surface privative, comme \"18,5 m2\"."})
            .in(unit::square_metres)
            .between(0, 1'000'000),
        Key("half_days", "demi_journees", KeyType::timeline, Section::dated_value,
            {"Half-days present a week.", "Demi-journées de présence par semaine."})
            .between(0, 14),
        Key("hours", "heures", KeyType::timeline, Section::dated_value,
            {"Hours present a week.", "Heures de présence par semaine."})
            .in(unit::hours)
            .between(0, 168),
        Key("fees", "honoraires", KeyType::timeline, Section::dated_value,
            {"Fees of a year, in euros.", "Honoraires d'une année, en euros."})
            .between(0, 1'000'000'000),
        Key("acts", "actes", KeyType::timeline, Section::dated_value, {"Acts of a year.", "Actes d'une année."})
            .between(0, 1'000'000'000),
        Key("headcount", "effectif", KeyType::timeline, Section::dated_value,
            {"How many work here for this person, themselves among them.",
             "Combien travaillent ici pour cette personne, elle comprise."})
            .between(0, 10'000),
        Key("counters", "compteurs", KeyType::free_table,
            {"Other figures to share charges by, each under a name of one's own: badges = 120; in a CSV file a "
             "column for each, counters.badges.",
             "Autres chiffres pour répartir les charges, chacun sous un nom choisi : badges = 120 ; dans un fichier "
             "CSV une colonne pour chacun, compteurs.badges."})
            .each(KeyType::timeline)
            .between(0, 1'000'000'000),
        Key("absent", "absences", KeyType::tables, Section::absence,
            {"Times away, between in and out.", "Périodes d'absence, entre entree et sortie."}),
    });
};

template <>
struct Keys<Section::absence> {
    static constexpr const char* name = "absence";
    static constexpr Phrase says = {"An absence", "Une absence"};
    static constexpr auto rows = std::to_array<Key>({
        Key("from", "du", KeyType::date_or_month, {"First day or month away.", "Premier jour ou mois d'absence."})
            .needed(),
        Key("until", "au", KeyType::date_or_month, {"Last day or month away.", "Dernier jour ou mois d'absence."})
            .otherwise({"until they leave", "jusqu'au départ"}),
        Key("pays", "paie", KeyType::rate,
            {"What they still bear of the charges they would share, such as \"50 %\".",
             "Ce qu'ils continuent de supporter des charges, comme \"50 %\"."})
            .between(0, 100)
            .decimals(4)
            .otherwise({"as the key says", "selon la clé"}),
    });
};

template <>
struct Keys<Section::dated_value> {
    static constexpr const char* name = "dated_value";
    static constexpr Phrase says = {"A value from a day on", "Une valeur à partir d'un jour"};
    static constexpr auto rows = std::to_array<Key>({
        Key("from", "du", KeyType::date_or_month,
            {"First day or month of the value; only the first value may be without.",
             "Premier jour ou mois de la valeur ; seule la première peut s'en passer."}),
        Key("value", "valeur", KeyType::any, {"The value.", "La valeur."}).needed(),
    });
};

}  // namespace msp
