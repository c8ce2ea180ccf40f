// SPDX-License-Identifier: MIT
// Private to the module: the keys of who employs people.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/keys_call.hpp>

#include <array>

namespace msp {

inline constexpr auto employer_kinds =
    words<EmployerKind>({{EmployerKind::sisa, "sisa", "sisa", {"SISA", "SISA"}},
                         {EmployerKind::association, "association", "association"},
                         {EmployerKind::company, "company", "societe", {"company", "société"}}});
inline constexpr auto reduction_courses =
    words<ReductionCourse>({{ReductionCourse::last_month, "last-month", "dernier-mois", {"last month", "dernier mois"}},
                            {ReductionCourse::progressive, "progressive", "progressive"}});
enum class MonthHours { exact, tolerated };
inline constexpr auto month_hours =
    words<MonthHours>({{MonthHours::exact, "1820/12", "1820/12"}, {MonthHours::tolerated, "151.67", "151,67"}});

template <>
struct Keys<Section::employer> {
    static constexpr const char* name = "employer";
    static constexpr Phrase says = {"Who employs people", "Un employeur"};
    static constexpr auto rows = std::to_array<Key>({
        Key("entity", "entite", KeyType::reference,
            {"The entity that employs; needed where there are several.",
             "L'entité qui emploie ; obligatoire s'il y en a plusieurs."}),
        Key("kind", "type", employer_kinds,
            {"What it is for the taxe d'apprentissage and the taxe sur les salaires; a company pays corporation tax. "
             "An "
             "SCM, whose result is taxed with its members, is a \"sisa\" here.",
             "Ce qu'il est pour la taxe d'apprentissage et la taxe sur les salaires ; une \"societe\" paie l'impôt sur "
             "les sociétés. Une SCM, dont le résultat est imposé chez les associés, est ici une \"sisa\"."})
            .otherwise({"by the entity's form, where that is a SISA or an association",
                        "selon la forme de l'entité, SISA ou association"}),
        Key("work_accident", "at_mp", KeyType::timeline, Section::dated_value,
            {"The rate for work accidents that the Carsat has notified; there is no default.",
             "Le taux AT/MP notifié par la Carsat ; il n'a pas de valeur par défaut."})
            .in(unit::percent)
            .between(0, 100)
            .needed(),
        Key("headcount", "effectif", KeyType::integer,
            {"How many are employed in all; the rates known here are those of fewer than 11.",
             "Nombre de salariés en tout ; les taux connus ici sont ceux de moins de 11."})
            .between(1, 10)
            .otherwise({"fewer than 11", "moins de 11"}),
        Key("contributions", "cotisations", call_rhythms,
            {"How often Urssaf and Agirc-Arrco are paid: the 15th and the 25th of the month after.",
             "Fréquence de paiement de l'Urssaf et de l'Agirc-Arrco : le 15 et le 25 du mois suivant."})
            .otherwise(CallRhythm::month),
        Key("pay_day", "paie_le", KeyType::day,
            {"Day of the month on which net pay leaves, or \"last\".",
             "Jour du mois où partent les salaires nets, ou \"dernier\"."})
            .otherwise({"the last", "le dernier"}),
        Key("reduction", "reduction", reduction_courses,
            {"When the year's general reduction is settled: in the last month, or month by month.",
             "Quand la réduction générale de l'année se régularise : au dernier mois, ou mois par mois."})
            .otherwise(ReductionCourse::last_month),
        Key("month_hours", "heures_du_mois", month_hours,
            {"Hours of a month in the reduction: those of the law, or the tolerated 151.67.",
             "Heures du mois dans la réduction : celles de la loi, ou la tolérance de 151,67."})
            .otherwise(MonthHours::exact),
        Key("payroll_tax", "taxe_sur_les_salaires", KeyType::boolean,
            {"Whether the taxe sur les salaires is due: not where nearly all turnover bears VAT, or last year's "
             "turnover "
             "was within the VAT franchise; ask the accountant.",
             "Si la taxe sur les salaires est due : pas si presque tout le chiffre d'affaires porte la TVA, ni si "
             "celui "
             "de l'an dernier était dans la franchise ; à valider par l'expert-comptable."})
            .otherwise(true),
        Key("declared_payroll_tax", "taxe_sur_les_salaires_declaree", KeyType::tables, Section::declared_tax,
            {"What was due for past years: it decides whether the next one is paid once, by quarters or by months, "
             "instead of what the posts come to; what is due stays theirs.",
             "Ce qui était dû pour des années passées : cela décide si la suivante se paie en une fois, par trimestre "
             "ou par mois, à la place de ce que donnent les postes ; ce qui est dû reste le leur."})
            .otherwise({"what the posts come to", "ce que donnent les postes"}),
        Key("idcc1147", "idcc1147", KeyType::boolean,
            {"Whether the convention of medical practices holds, with its training contribution.",
             "Si la convention des cabinets médicaux s'applique, avec sa contribution de formation."})
            .otherwise(true),
        Key("death_cover_in_csg", "prevoyance_cadre_en_csg", KeyType::boolean,
            {"Whether the minimum cover of executives is in the base of the CSG.",
             "Si la prévoyance minimale des cadres est dans l'assiette de la CSG."})
            .otherwise(true),
        Key("payroll_fee", "frais_de_paie", KeyType::amount,
            {"What the payroll office asks for a payslip.", "Prix d'un bulletin de paie."})
            .not_negative()
            .otherwise(Money()),
        Key("minimum", "minimum_conventionnel", KeyType::timeline, Section::dated_value,
            {"Minimum of the convention for its posts, of a full-time month.",
             "Minimum conventionnel de ses postes, d'un mois à temps plein."})
            .in(unit::euros)
            .not_negative()
            .otherwise({"none", "aucun"}),
        Key("health", "mutuelle", KeyType::table, Section::health_cover,
            {"The health cover of the employees.", "La complémentaire santé des salariés."})
            .otherwise({"none", "aucune"}),
        Key("provident", "prevoyance", KeyType::table, Section::provident_cover,
            {"Their provident cover.", "Leur prévoyance."})
            .otherwise({"none", "aucune"}),
        Key("assume", "suppose", KeyType::table, Section::payroll_growth,
            {"Plans months whose rates are not known: they go on, the minimum wage and the ceiling grow each January.",
             "Prévoit les mois dont les taux ne sont pas connus : ils continuent, le Smic et le plafond augmentent "
             "chaque janvier."})
            .otherwise({"months whose rates are not known are an error", "les mois aux taux inconnus sont une erreur"}),
    });
};

}  // namespace msp
