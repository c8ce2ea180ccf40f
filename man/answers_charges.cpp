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
                         {"A row a line, period and member or third party.",
                          "Une ligne par ligne du budget, période et membre ou tiers."})),
             receipt()}};
}

Object charges() {
    return {"charges",
            {"With --explain: why a member owes these shares.", "Avec --explain : pourquoi un membre doit ces parts."},
            {list(object("charges", {"charge_row"},
                         {"A row a payment of the lines.", "Une ligne par paiement des lignes du budget."})),
             receipt()}};
}

Member later() {
    return list(object("later", {"later_row"},
                       {"Of who has left, what falls due in later exercises: a row a payment.",
                        "Pour qui est parti, ce qui échoit dans les exercices suivants : une ligne par paiement."}));
}

Member booked() {
    return list(object("books", {"booked_charge"},
                       {"With --actuals: where the money of the books goes; the rows come to what they have.",
                        "Avec --actuals : où va l'argent de la comptabilité ; les lignes font ce qu'elle a."}));
}

Member payers() {
    return list(object("payers", {"booked_payer"},
                       {"With --actuals: whose payments the books have; what is nobody's last.",
                        "Avec --actuals : de qui sont les versements de la comptabilité ; ce qui n'est à personne en "
                        "dernier."}));
}

Object booked_payer() {
    return {"booked_payer",
            {"What the books have of a member or third party on an account, on the days that they have.",
             "Ce que la comptabilité a d'un membre ou d'un tiers sur un compte, sur les jours qu'elle couvre."},
            {scenario(), entity(),
             or_empty(id("member", {"The id of the member or third party; empty where no account of the budget fits.",
                                    "L'id du membre ou du tiers ; vide si aucun compte du budget ne convient."})),
             or_empty(text("name", {"Their name.", "Son nom."})),
             word("kind", {"charge", "reserve", "works"}, {"What it pays.", "Ce qu'il paie."}),
             id("account", {"The account (CompteNum).", "Le compte (CompteNum)."}),
             or_empty(id("auxiliary", {"The auxiliary account.", "Le compte auxiliaire."})),
             whole("count", {"How many payments.", "Le nombre de versements."}),
             date("first", {"The day of the first.", "Le jour du premier."}),
             date("last", {"The day of the last.", "Le jour du dernier."}),
             amount("amount", {"What came; what was given back is negative.",
                               "Ce qui est venu ; ce qui a été rendu est négatif."})}};
}

Object booked_charge() {
    return {
        "booked_charge",
        {"What the books have of a line or account in the exercise.",
         "Ce que la comptabilité a d'une ligne ou d'un compte sur l'exercice."},
        {scenario(), entity(), exercise(),
         word("kind", {"spent", "loan", "other", "unmapped", "depreciation"},
              {"spent is what the settlement takes; loan costs what its schedule says; other is shared by nobody.",
               "spent est ce que prend la régularisation ; loan coûte ce que dit son échéancier ; other n'est partagé "
               "par personne."}),
         or_empty(id("line", {"The line's id, or the account.", "L'id de la ligne, ou le compte."})),
         or_empty(text("label", {"Its words.", "Son intitulé."})),
         whole("count", {"How many movements.", "Le nombre de mouvements."}),
         amount("amount",
                {"What it cost; a receipt is negative.", "Ce qu'elle a coûté ; un encaissement est négatif."}),
         amount("estimated", {"Of it, what is an estimate.", "Dont ce qui est estimé."})}};
}

Object calls() {
    return {"calls",
            {"With --calls or --propose: what is called.", "Avec --calls ou --propose : ce qui est appelé."},
            {list(object("calls", {"call_row"},
                         {"A row a day, line and member, then those of third parties.",
                          "Une ligne par jour, ligne du budget et membre, puis celles des tiers."})),
             or_absent(booked()), or_absent(payers()), receipt()}};
}

Object settlement() {
    return {"settlement",
            {"With --settle: how the exercise is settled.", "Avec --settle : la régularisation de l'exercice."},
            {list(object("settlement", {"settlement_row"},
                         {"Of each member, then of each third party, a row a line and their total.",
                          "Pour chaque membre, puis chaque tiers, une ligne par ligne du budget et son total."})),
             or_absent(booked()), or_absent(payers()), later(), receipt()}};
}

Object distribution() {
    return {
        "distribution",
        {"With --distribute: what the professionals receive of the ACI money.",
         "Avec --distribute : ce que les professionnels reçoivent de l'argent de l'ACI."},
        {list(object("distribution", {"payment_row"},
                     {"A row a day, member, role and band.", "Une ligne par jour, membre, rôle et tranche."})),
         list(object("distributions", {"distribution_row"}, {"A row a distribution.", "Une ligne par répartition."})),
         list(object("das2", {"das2_row"},
                     {"Whose fees of a calendar year are to be declared.",
                      "Les bénéficiaires à déclarer pour leurs honoraires d'une année civile."})),
         receipt()}};
}

Object comparison() {
    return {"comparison",
            {"With --compare-keys: what other keys would change.",
             "Avec --compare-keys : ce que d'autres clés changeraient."},
            {list(object("comparison", {"compared_row"},
                         {"A row a key and member or third party.", "Une ligne par clé et membre ou tiers."})),
             list(object("keys", {"compared_key_row"},
                         {"A row a key, before them one of the present keys together.",
                          "Une ligne par clé, précédées d'une ligne pour les clés actuelles ensemble."})),
             or_absent(list(object("transition", {"transition_row"},
                                   {"With --transition: a row a key, exercise and member or third party.",
                                    "Avec --transition : une ligne par clé, exercice et membre ou tiers."}))),
             receipt()}};
}

Object compared_rules() {
    return {"rules",
            {"With --compare-rules: what each rule for the same money gives.",
             "Avec --compare-rules : ce que donne chaque règle pour le même argent."},
            {list(object("rules", {"rule_row"}, {"A row a rule and member.", "Une ligne par règle et membre."})),
             receipt()}};
}

Object unpaid() {
    return {"unpaid",
            {"With --unpaid: what members have not paid of their calls.",
             "Avec --unpaid : ce que les membres n'ont pas payé de leurs appels."},
            {list(object("unpaid", {"unpaid_row"},
                         {"A row a member and call, the oldest first.",
                          "Une ligne par membre et appel, le plus ancien d'abord."})),
             or_absent(booked()), or_absent(payers()), receipt()}};
}

Object entries() {
    return {"entries",
            {"With --entries: journal entries.", "Avec --entries : les écritures comptables."},
            {list(object("entries", {"entry_row"},
                         {"Two rows an entry, with the columns of a FEC.",
                          "Deux lignes par écriture, avec les colonnes d'un FEC."})),
             or_absent(booked()), or_absent(payers()), receipt()}};
}

Object rule_row() {
    return {"rule_row",
            {"What a member receives by a rule.", "Ce qu'un membre reçoit selon une règle."},
            {scenario(), entity(), exercise(),
             id("distribution", {"The id of the distribution that is paid.", "L'id de la répartition payée."}),
             id("rule", {"Its own id, or that of an alternative.", "Son id, ou celui d'une variante."}),
             id("member", {"The member's id.", "L'id du membre."}),
             amount("amount", {"What the rule gives.", "Ce que donne la règle."}),
             or_null(amount("change", {"Less what the distribution gives; null of itself.",
                                       "Moins ce que donne la répartition ; null pour elle-même."}))}};
}

Object unpaid_row() {
    return {"unpaid_row",
            {"A call of which something is unpaid.", "Un appel dont une part est impayée."},
            {scenario(), entity(), exercise(), date("date", {"The day of the call.", "Le jour de l'appel."}),
             id("member", {"The member's id.", "L'id du membre."}),
             word("kind", {"opening", "charge", "reserve", "works", "settlement"},
                  {"What it is for; opening: still to pay as the current account opened.",
                   "Ce qu'il paie ; opening : restant à verser à l'ouverture du compte courant."}),
             amount("called", {"What was called on the day.", "Ce qui a été appelé ce jour."}),
             amount("unpaid", {"What is unpaid of it.", "Ce qui en est impayé."}),
             whole("days", {"Days since the call.", "Jours depuis l'appel."}),
             word("age", {"0-30", "31-60", "61-90", "over-90"}, {"The same as a class.", "Les mêmes par tranche."})}};
}

// As the FEC has them.
Object entry_row() {
    const Phrase empty = {"Empty: a draft.", "Vide : c'est un brouillon."};
    return {"entry_row",
            {"A side of an entry.", "Un côté d'une écriture."},
            {scenario(),
             entity(),
             exercise(),
             text("JournalCode", {"The code of the journal.", "Le code du journal."}),
             text("JournalLib", {"Its words.", "Son intitulé."}),
             whole("EcritureNum", {"The number of the entry, from 1.", "Le numéro de l'écriture, à partir de 1."}),
             date("EcritureDate", {"Its day.", "Sa date."}),
             text("CompteNum", {"The account.", "Le compte."}),
             text("CompteLib", {"Its words.", "Son intitulé."}),
             or_empty(text("CompAuxNum", {"The member's own account; empty of an account that has none.",
                                          "Le compte auxiliaire du membre ; vide si le compte n'en a pas."})),
             or_empty(text("CompAuxLib", {"The member's name.", "Le nom du membre."})),
             text("PieceRef", {"The reference of the statement, advance or distribution.",
                               "La référence du relevé, de l'avance ou de la répartition."}),
             date("PieceDate", {"The same day.", "La même date."}),
             text("EcritureLib", {"What the entry is.", "Le libellé de l'écriture."}),
             amount("Debit", {"The debit, or 0.00.", "Le débit, ou 0,00."}),
             amount("Credit", {"The credit, or 0.00.", "Le crédit, ou 0,00."}),
             or_empty(text("EcritureLet", empty)),
             or_empty(text("DateLet", empty)),
             or_empty(text("ValidDate", empty)),
             or_empty(text("Montantdevise", empty)),
             or_empty(text("Idevise", empty))}};
}

Object statement() {
    return {"statement",
            {"With --statement: the rows of one member, or of all.",
             "Avec --statement : les lignes d'un membre, ou de tous."},
            {list(object("shares", {"share_row"}, {"As without a question.", "Comme sans question."})),
             list(object("calls", {"call_row"}, {"As with --calls.", "Comme avec --calls."})),
             list(object("settlement", {"settlement_row"}, {"As with --settle.", "Comme avec --settle."})), later(),
             receipt()}};
}

Object compared_row() {
    return {"compared_row",
            {"What a key would change for a payer.", "Ce qu'une clé changerait pour un payeur."},
            {scenario(), entity(), exercise(), id("key", {"The key's id.", "L'id de la clé."}),
             id("member", {"The id of the member or third party.", "L'id du membre ou du tiers."}),
             amount("now", {"What they bear of all lines by the present keys.",
                            "Ce qu'il supporte de toutes les lignes avec les clés actuelles."}),
             amount("then", {"What they would bear by this key.", "Ce qu'il supporterait avec cette clé."}),
             amount("difference", {"The second less the first: negative is a gain.",
                                   "Le second moins le premier : négatif, c'est un gain."})}};
}

Object compared_key_row() {
    return {
        "compared_key_row",
        {"What a key would change for all.", "Ce qu'une clé changerait pour tous."},
        {scenario(), entity(), exercise(),
         or_empty(id("key", {"The key's id; empty: the present keys.", "L'id de la clé ; vide : les clés actuelles."})),
         or_null(whole("gain", {"Members who would pay less; null for the present keys, as the next four.",
                                "Membres qui paieraient moins ; null pour les clés actuelles, comme les quatre "
                                "suivants."})),
         or_null(whole("lose", {"Members who would pay more.", "Membres qui paieraient plus."})),
         or_null(amount("moved", {"What some would pay more, and so others less.",
                                  "Ce que les uns paieraient en plus, et donc les autres en moins."})),
         or_null(amount("largest_gain",
                        {"The largest fall of a member's share.", "La plus forte baisse de la part d'un membre."})),
         or_null(amount("largest_loss", {"The largest rise of one.", "La plus forte hausse."})),
         amount("least", {"The least share of a member.", "La part la plus faible d'un membre."}),
         amount("greatest", {"The greatest one.", "La part la plus forte."}),
         amount("spread", {"The greatest less the least.", "La plus forte moins la plus faible."})}};
}

Object transition_row() {
    return {"transition_row",
            {"A payer's share in a year of a transition.", "La part d'un payeur dans une année de transition."},
            {scenario(), entity(),
             year("exercise", {"The exercise, after that of the amounts.", "L'exercice, après celui des montants."}),
             id("key", {"The id of the key that is to be reached.", "L'id de la clé à atteindre."}),
             id("member", {"The id of the member or third party.", "L'id du membre ou du tiers."}),
             amount("before", {"Their share in the year before.", "Sa part l'année précédente."}),
             amount("share", {"Their share in this one.", "Sa part cette année."}),
             amount("target", {"Their share by the key.", "Sa part avec la clé."})}};
}

Object call_row() {
    return {"call_row",
            {"A call of a line.", "L'appel d'une ligne."},
            {scenario(), entity(), exercise(), date("date", {"The day of the call.", "Le jour de l'appel."}),
             or_empty(id("line",
                         {"The line's id, or the advance's; empty: what rounding the member's call adds.",
                          "L'id de la ligne, ou de l'avance ; vide : ce qu'ajoute l'arrondi de l'appel du membre."})),
             id("member", {"The id of the member or third party.", "L'id du membre ou du tiers."}),
             word("kind", {"charge", "reserve", "works"}, {"What it is for.", "Ce qu'il paie."}),
             amount("amount", {"What is called; a credit is negative.", "Le montant appelé ; un crédit est négatif."}),
             id("bank", {"The bank that it is paid to.", "Le compte où il est payé."})}};
}

Object payment_row() {
    return {"payment_row",
            {"What a member receives on a day.", "Ce qu'un membre reçoit un jour donné."},
            {scenario(), entity(), exercise(), date("date", {"The day of the payment.", "Le jour du paiement."}),
             id("member", {"The member's id.", "L'id du membre."}),
             or_empty(text("role", {"The role; empty where the budget names none.",
                                    "Le rôle ; vide si le budget n'en nomme pas."})),
             decimal("basis", {"Hours, points or lump sums; of several days, the share of this one.",
                               "Heures, points ou forfaits ; de plusieurs jours, la part de celui-ci."}),
             decimal("rate", {"Euros of one; where a cap holds, what the amount comes to.",
                              "Euros par unité ; au plafond, ce à quoi revient le montant."}),
             amount("amount", {"What is received.", "Le montant reçu."}),
             word("as", {"fees", "result", "current-account"}, {"What it is.", "En tant que quoi."})}};
}

Object distribution_row() {
    return {"distribution_row",
            {"A distribution as a whole.", "Une répartition entière."},
            {scenario(), entity(), exercise(), id("id", {"The distribution's id.", "L'id de la répartition."}),
             or_null(amount("envelope", {"What there was; null where nothing limits it.",
                                         "Ce qu'il y avait ; null si rien ne la limite."})),
             amount("reserve", {"What is kept first.", "Ce qui est gardé d'abord."}),
             amount("total", {"What all beneficiaries receive, on all days.",
                              "Ce que reçoivent tous les bénéficiaires, tous les jours."}),
             or_null(amount("left", {"What is left of the envelope, without the reserve.",
                                     "Ce qui reste de l'enveloppe, sans la réserve."})),
             or_null(decimal("rate", {"The rate that was found, of a weight of 1; null where all are typed.",
                                      "Le taux trouvé, pour un poids de 1 ; null si tous sont donnés."})),
             or_null(exact("rate_num",
                           {"The exact rate's numerator, in euros.", "Le numérateur du taux exact, en euros."})),
             or_null(exact("rate_den", {"Its denominator.", "Son dénominateur."})),
             or_null(amount("distributable",
                            {"What the cash plan can pay out on the first day without going below a floor before the "
                             "next ACI; null of a day before the accounts open or --as-of.",
                             "Ce que la prévision peut verser le premier jour sans passer sous un plancher avant la "
                             "prochaine ACI ; null avant l'ouverture des comptes ou --as-of."}))}};
}

Object das2_row() {
    return {"das2_row",
            {"Fees above the threshold.", "Des honoraires au-dessus du seuil."},
            {scenario(), entity(), year("year", {"The calendar year.", "L'année civile."}),
             id("member", {"The member's id.", "L'id du membre."}),
             amount("total", {"The fees paid in the year, of all distributions.",
                              "Les honoraires versés dans l'année, de toutes les répartitions."}),
             amount("threshold", {"Above what fees are declared.", "Le seuil de déclaration."})}};
}

Object settlement_row() {
    return {
        "settlement_row",
        {"How a line is settled with a member or third party.",
         "La régularisation d'une ligne avec un membre ou un tiers."},
        {scenario(),
         entity(),
         exercise(),
         or_empty(id("line", {"The line's id; empty: the total of the member or third party.",
                              "L'id de la ligne ; vide : le total du membre ou du tiers."})),
         id("member", {"The id of the member or third party.", "L'id du membre ou du tiers."}),
         amount("called", {"What was called for the charges.", "Ce qui a été appelé pour les charges."}),
         amount("paid", {"What was paid for them.", "Ce qui a été versé pour elles."}),
         amount("final_share", {"The share of what it really cost.", "La quote-part de son coût réel."}),
         amount("balance", {"Paid less share: positive to the member's credit, negative still to pay.",
                            "Versé moins quote-part : positif au crédit du membre, négatif restant à verser."}),
         or_null(amount("advance", {"Paid for reserves and works; null in a line's row, and of a third party, as all "
                                    "that follows.",
                                    "Versé pour réserves et travaux ; null dans la ligne d'une charge, et pour un "
                                    "tiers, comme tout ce qui suit."})),
         or_null(amount("deductible", {"Of the share, what was repaid.", "De la quote-part, ce qui a été remboursé."})),
         or_empty(text("tax_line",
                       {"The line of form 2035, of the category; of a post or loan a row for each that "
                        "its payments have. Empty in the total, of a third party, and where the category has none.",
                        "La ligne de la 2035, selon la catégorie ; pour un poste ou un emprunt une ligne "
                        "pour chacune de celles de ses paiements. Vide dans le total, pour un tiers, et si la "
                        "catégorie n'en a pas."})),
         or_null(amount("opening", {"The current account on the first morning; null in a line's row, and where no "
                                    "accounts are kept.",
                                    "Le compte courant au premier matin ; null dans la ligne d'une charge, et si "
                                    "aucun compte n'est tenu."})),
         or_null(amount("account", {"The opening, the balance, and what was credited and given back.",
                                    "L'ouverture, le solde, et ce qui y a été porté et rendu."})),
         or_null(amount("advances_held", {"Advances for reserves and works that are held; none of who has left.",
                                          "Les avances détenues pour réserves et travaux ; aucune de qui est "
                                          "parti."})),
         or_null(amount("final_account", {"Of who has left: the account with the advances, positive to their "
                                          "credit; null of others.",
                                          "Pour qui est parti : le compte avec les avances, positif à son crédit ; "
                                          "null pour les autres."})),
         or_null(amount("credited", {"What distributions credit to the current account; null in a line's row.",
                                     "Ce que les répartitions portent au compte courant ; null dans la ligne d'une "
                                     "charge."})),
         or_null(amount("given_back", {"Of who has left: the advances, which go to the account; null of others.",
                                       "Pour qui est parti : les avances, qui vont au compte ; null pour les "
                                       "autres."})),
         or_null(amount("due_later", {"Of who has left: what falls due on them in later exercises; null of others.",
                                      "Pour qui est parti : ce qui lui échoit dans les exercices suivants ; null "
                                      "pour les autres."})),
         or_null(amount("final_total", {"The final account less that; null of others.",
                                        "Le compte définitif moins cela ; null pour les autres."}))}};
}

Object later_row() {
    return {"later_row",
            {"What falls due on a member who has left, after the exercise.",
             "Ce qui échoit à un membre parti, après l'exercice."},
            {scenario(), entity(), exercise(), id("member", {"The member's id.", "L'id du membre."}),
             year("due_exercise", {"The exercise that it belongs to.", "L'exercice auquel il appartient."}),
             date("date", {"The day of the payment, or when it falls due.", "Le jour du paiement, ou de l'échéance."}),
             id("line", {"The line's id.", "L'id de la ligne."}),
             word("basis", {"planned", "known"},
                  {"As the budget plans it, or as it is said that it came.",
                   "Comme le budget le prévoit, ou comme il est donné."}),
             amount("amount", {"The member's part of it.", "La part du membre."})}};
}

Object charge_row() {
    return {"charge_row",
            {"A payment of a line, and a member's part of it.", "Un paiement d'une ligne, et la fraction d'un membre."},
            {scenario(), entity(), exercise(), id("line", {"The line's id.", "L'id de la ligne."}),
             id("member", {"The id of the member or third party.", "L'id du membre ou du tiers."}),
             date("due", {"When it falls due.", "Son échéance."}),
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
         id("member", {"The id of the member or third party.", "L'id du membre ou du tiers."}),
         id("key", {"The key's id.", "L'id de la clé."}),
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
    static const Answers answers = {
        "msp-charges",
        {"Answers of msp-charges as JSON", "Les réponses JSON de msp-charges"},
        {"shares", "charges", "calls", "settlement", "distribution", "rules", "unpaid", "entries", "comparison",
         "statement", "list"},
        {shares(),           charges(),        calls(),         settlement(),   distribution(), compared_rules(),
         unpaid(),           entries(),        comparison(),    statement(),    share_row(),    charge_row(),
         call_row(),         settlement_row(), booked_charge(), booked_payer(), later_row(),    payment_row(),
         distribution_row(), das2_row(),       rule_row(),      unpaid_row(),   entry_row(),    compared_row(),
         compared_key_row(), transition_row()}};
    return answers;
}

}  // namespace msp::manual
