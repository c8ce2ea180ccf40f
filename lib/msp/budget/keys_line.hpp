// SPDX-License-Identifier: MIT
// Private to the module: the keys of expenses, incomes and transfers.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::line> {
    static constexpr const char* name = "line";
    static constexpr Phrase says = {"A line: expense, income or transfer", "Une ligne : charge, produit ou virement"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id,
            {"Name in CSV, scenarios and questions, unique in the budget.",
             "Nom dans les CSV, scénarios et questions, unique dans le budget."})
            .needed(),
        label_key,
        Key("category", "categorie", KeyType::reference,
            {"Id of a category; a line without one is a warning.",
             "Id d'une catégorie ; une ligne sans catégorie donne un avertissement."}),
        Key("entity", "entite", KeyType::reference,
            {"Whose line it is; its first bank is meant.", "Entité concernée ; sa première banque est utilisée."}),
        Key("bank", "banque", KeyType::reference,
            {"The account that pays or receives.", "Le compte qui paie ou reçoit."})
            .otherwise({"the only or first bank", "la seule banque, ou la première"}),
        Key("amount", "montant", KeyType::amount,
            {"One payment, tax included, positive; a refund is negative.",
             "Un paiement, TTC, positif ; un remboursement est négatif."}),
        Key("annual", "annuel", KeyType::amount,
            {"The amount of twelve months, spread over its instalments: equal, the last one taking the difference.",
             "Le montant de douze mois, réparti sur ses échéances : égales, la dernière prenant la différence."}),
        Key("amounts", "montants", KeyType::tables, Section::dated,
            {"Dated amounts, instead of a rule.", "Montants datés, au lieu d'une règle."}),
        Key("every", "tous_les", KeyType::frequency, Section::every,
            {"\"month\", \"quarter\", \"year\", \"2 months\", \"2 weeks\", \"once\", or { months = [1, 6] }.",
             "\"mois\", \"trimestre\", \"an\", \"2 mois\", \"2 semaines\", \"une-fois\", ou { mois = [1, 6] }."}),
        Key("day", "le", KeyType::days,
            {"Day of the month, 1 to 31, or \"last\"; 31 is the last day of a shorter month. Several as [5, 20], in "
             "CSV as 5 and 20.",
             "Jour du mois, de 1 à 31, ou \"dernier\" ; 31 est le dernier jour d'un mois plus court. Plusieurs : [5, "
             "20], en CSV 5 et 20."}),
        Key("date", "date", KeyType::date, {"The day of a single payment.", "Le jour d'un paiement unique."}),
        Key("from", "du", KeyType::date_or_month,
            {"First day or month it can fall due; the months of a rule count from it. Absent: no limit, and the months "
             "count from January.",
             "Premier jour ou mois d'échéance ; les mois d'une règle se comptent à partir de lui. Absent : sans "
             "limite, et les mois se comptent à partir de janvier."}),
        Key("until", "au", KeyType::date_or_month,
            {"Last day or month it can fall due.", "Dernier jour ou mois d'échéance."})
            .otherwise({"without an end", "sans fin"}),
        Key("times", "fois", KeyType::integer,
            {"How many payments there are from the day of from on, instead of until; {least} to {most}.",
             "Nombre de paiements à partir de la date donnée par du, au lieu de au ; de {least} à {most}."})
            .between(1, 1200),
        business_day_key,
        Key("delay", "delai", KeyType::delay,
            {"From due to paid: \"30 days\", \"2 months\", \"45 days end of month\"; may be negative.",
             "De l'échéance au paiement : \"30 jours\", \"2 mois\", \"45 jours fin de mois\" ; peut être négatif."})
            .otherwise({"none: on the due day", "aucun : le jour de l'échéance"}),
        Key("index", "indexation", KeyType::revisions, Section::index,
            {"Revisions of the amount, each rounded half up to the cent: a table, or a list of dated rates.",
             "Révisions du montant, chacune arrondie au centime : une table, ou une liste de taux datés."})
            .otherwise({"none: the amount does not change", "aucune : le montant ne change pas"}),
        Key("exercise", "exercice", KeyType::exercise,
            {"Financial year it belongs to: \"same\" as the due day, \"previous\", \"next\", or a year.",
             "Exercice de rattachement : \"meme\" que l'échéance, \"precedent\", \"suivant\", ou une année."})
            .otherwise(exercise_words[0]),
        scale_key({"Multiplies each amount, rounded half up; written by a scenario's shift.",
                   "Multiplie chaque montant, arrondi au centime ; écrit par le decaler d'un scénario."}),
        Key("paid_to", "verse_a", KeyType::reference,
            {"Bank or entity of this budget that receives it.", "Banque ou entité de ce budget qui le reçoit."}),
        Key("arrives", "arrive", KeyType::delay,
            {"From leaving the one account to reaching the other.",
             "De la sortie d'un compte à l'arrivée sur l'autre."})
            .otherwise({"the same day", "le même jour"}),
        Key("received_as", "recu_comme", KeyType::reference,
            {"Category of the receipt at the other end.", "Catégorie de l'encaissement à l'autre bout."}),
        Key("state", "etat", states,
            {"How sure it is; hoped-for money counts only with --count hoped.",
             "Degré de certitude ; l'argent espéré ne compte qu'avec --count hoped."})
            .otherwise(State::planned),
        Key("shared", "cle", KeyType::reference,
            {"Key by which members share it, for msp-charges.",
             "Clé de répartition entre les membres, pour msp-charges."})
            .otherwise({"the entity bears it", "l'entité la supporte"}),
        Key("covers", "couvre", KeyType::period, Section::period,
            {"What a line is for, shared or not: \"month\", \"quarter\", \"year\", \"exercise\", or { from = "
             "2026-04-01, until "
             "= 2027-03-31 }, which are the days of the payment nearest to the first of them; the same payment a year "
             "later is for these days a year on.",
             "Ce que couvre une ligne, partagée ou non : \"mois\", \"trimestre\", \"an\", \"exercice\", ou { du = "
             "2026-04-01, "
             "au = 2027-03-31 }, les jours du paiement le plus proche du premier d'entre eux ; le même paiement un an "
             "plus tard couvre ces jours un an après."})
            .otherwise({"the months from one payment to the next; of single and yearly ones the exercise",
                        "les mois d'un paiement au suivant ; pour un paiement unique ou annuel, l'exercice"}),
        Key("voted", "vote", KeyType::date,
            {"Day on which a shared line came into the budget: calls of msp-charges before it do not know of it.",
             "Jour où une ligne partagée est entrée au budget : les appels de msp-charges antérieurs n'en tiennent pas "
             "compte."})
            .otherwise({"known from the first", "connue dès le début"}),
        match_key,
        overdue_key,
        closed_key,
    });
};

}  // namespace msp
