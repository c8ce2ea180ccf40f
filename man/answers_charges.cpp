// SPDX-License-Identifier: MIT
#include <answers.hpp>
#include <members.hpp>

namespace msp::manual {
namespace {

Object shares() {
    return {"shares",
            {"What each member owes of the shared lines of an exercise.",
             "Ce que chaque membre doit des lignes partagées d'un exercice."},
            {list(object("shares", {"share_row"},
                         {"A row a line, period and member.", "Une ligne par ligne du budget, période et membre."})),
             receipt()}};
}

Object charges() {
    return {"charges",
            {"With --explain: why a member owes these shares.", "Avec --explain : pourquoi un membre doit ces parts."},
            {list(object("charges", {"charge_row"},
                         {"A row a payment of the lines.", "Une ligne par paiement des lignes du budget."})),
             receipt()}};
}

Object charge_row() {
    return {
        "charge_row",
        {"A payment of a line, and a member's part of it.", "Un paiement d'une ligne, et la fraction d'un membre."},
        {scenario(), entity(), exercise(), id("line", {"The line's id.", "L'id de la ligne."}),
         id("member", {"The member's id.", "L'id du membre."}), date("due", {"When it falls due.", "Son échéance."}),
         date("from", {"The first day that it is for.", "Le premier jour couvert."}),
         date("until", {"The last day that it is for.", "Le dernier jour couvert."}),
         amount("base", {"Its amount; a refund is negative.", "Son montant ; un remboursement est négatif."}),
         decimal("weight", {"The member's part of it.", "La fraction du membre."}),
         decimal("exact", {"The share before rounding.", "La part avant arrondi."})}};
}

Object share_row() {
    return {
        "share_row",
        {"A member's share of a line in a period.", "La part d'un membre dans une ligne, pour une période."},
        {scenario(), entity(), exercise(),
         period("period",
                {"The exercise, or a month or quarter of it.", "L'exercice, ou l'un de ses mois ou trimestres."}),
         id("line", {"The line's id.", "L'id de la ligne."}), text("label", {"Its label.", "Son intitulé."}),
         id("member", {"The member's id.", "L'id du membre."}), id("key", {"The key's id.", "L'id de la clé."}),
         amount("base", {"What the line costs in the period.", "Ce que coûte la ligne dans la période."}),
         decimal("weight", {"The member's part of it.", "La fraction du membre."}),
         decimal("exact", {"The share before rounding.", "La part avant arrondi."}),
         amount("share", {"The share in whole cents.", "La part en centimes entiers."}),
         amount("charged", {"What is to be paid of it.", "Ce qui en est à payer."}),
         exact("exact_num", {"The exact share's numerator, in euros.", "Le numérateur de la part exacte, en euros."}),
         exact("exact_den", {"Its denominator.", "Son dénominateur."})}};
}

}  // namespace

const Answers& charges_answers() {
    static const Answers answers = {"msp-charges",
                                    {"Answers of msp-charges as JSON", "Les réponses JSON de msp-charges"},
                                    {"shares", "charges", "list"},
                                    {shares(), charges(), share_row(), charge_row()}};
    return answers;
}

}  // namespace msp::manual
