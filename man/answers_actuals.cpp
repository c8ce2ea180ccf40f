// SPDX-License-Identifier: MIT
#include <answers.hpp>
#include <members.hpp>

namespace msp::manual {
namespace {

Object validation() {
    return {"validation",
            {"With --validate: whether an export is a legal one.", "Avec --validate : si un export est conforme."},
            {text("file", {"Its name as typed.", "Son nom tel qu'il est donné."}),
             flag("legal", {"Whether it is.", "S'il l'est."}),
             whole("errors",
                   {"How many, with those that are not listed.", "Leur nombre, avec celles qui ne sont pas listées."}),
             whole("warnings", {"Likewise.", "De même."}),
             object("export", {"export"}, {"What was read.", "Ce qui a été lu."}),
             or_absent(list(object("statements", {"validated_statement"},
                                   {"A row a bank's statement that is named beside the export.",
                                    "Une ligne par relevé de banque nommé à côté de l'export."}))),
             list(object("findings", {"finding"},
                         {"What is wrong, in the order of the file; the first of each kind.",
                          "Les anomalies, dans l'ordre du fichier ; les premières de chaque sorte."})),
             list(object("journals", {"journal"}, {"A row a journal.", "Une ligne par journal."})),
             list(object("cash", {"cash_account"}, {"A row a bank or cash box.", "Une ligne par banque ou caisse."})),
             or_absent(list(object("months", {"changed_month"},
                                   {"With --since: a row a month in which something changed.",
                                    "Avec --since : une ligne par mois où quelque chose a changé."}))),
             or_absent(list(object("changes", {"change"},
                                   {"With --since: a row an entry that changed.",
                                    "Avec --since : une ligne par écriture qui a changé."}))),
             receipt()}};
}

Object exported() {
    return {"export",
            {"How an export is written, and what it comes to.", "Comment un export est écrit, et ses totaux."},
            {whole("lines", {"Lines that were read.", "Les lignes lues."}),
             whole("columns", {"Columns of the header.", "Les colonnes de l'en-tête."}),
             word("separator", {"tab", "|", ";", ","}, {"Between its columns.", "Entre ses colonnes."}),
             word("encoding", {"ascii", "utf-8", "iso-8859-15", "windows-1252"},
                  {"As its bytes tell.", "D'après ses octets."}),
             flag("by_side", {"Whether amounts are Montant and Sens, not Debit and Credit.",
                              "Si les montants sont Montant et Sens, et non Debit et Credit."}),
             or_null(date("first", {"The first day, openings apart; null where there is no line but those.",
                                    "Le premier jour, à-nouveaux à part ; null s'il n'y a que ceux-là."})),
             or_null(date("last", {"The last one.", "Le dernier."})),
             amount("debit", {"The sum of debits, openings among them.", "La somme des débits, à-nouveaux compris."}),
             amount("credit", {"The sum of credits.", "La somme des crédits."})}};
}

Object validated_statement() {
    return {"validated_statement",
            {"A bank's statement beside an account of the export.", "Un relevé à côté d'un compte de l'export."},
            {text("file", {"Its name as typed.", "Son nom tel qu'il est donné."}),
             id("account", {"The account that it is of.", "Le compte dont il est."}),
             date("day", {"The last day that both have.", "Le dernier jour que les deux ont."}),
             amount("statement", {"What the bank holds that evening.", "Ce que la banque a ce soir-là."}),
             amount("books", {"What the account holds.", "Ce que le compte a."}),
             amount("gap", {"Statement less books.", "Le relevé moins la comptabilité."})}};
}

Object finding() {
    return {"finding",
            {"What is wrong in a place.", "Une anomalie à un endroit."},
            {or_null(whole("line", {"Its line, from 1; null of the file as a whole.",
                                    "Sa ligne, depuis 1 ; null pour le fichier entier."})),
             or_null(whole("column", {"Its character in the line, from 1.", "Son caractère dans la ligne, depuis 1."})),
             word("severity", {"error", "warning"},
                  {"An error makes the export not legal.", "Une erreur rend l'export non conforme."}),
             id("id", {"Which kind, such as fec.balance.", "De quelle sorte, comme fec.balance."}),
             text("message", {"What is wrong, in words.", "L'anomalie, en mots."}),
             or_empty(text("help", {"What to do.", "Ce qu'il faut faire."})),
             whole("more", {"How many more of the kind are not listed.",
                            "Combien d'autres de la sorte ne sont pas listées."})}};
}

Object journal() {
    return {
        "journal",
        {"What the lines of a journal come to.", "Les totaux d'un journal."},
        {or_empty(id("journal", {"Its code.", "Son code."})), or_empty(text("label", {"Its label.", "Son libellé."})),
         whole("lines", {"Its lines.", "Ses lignes."}), amount("debit", {"Their debits.", "Leurs débits."}),
         amount("credit", {"Their credits.", "Leurs crédits."}),
         amount("difference", {"Debit less credit.", "Débit moins crédit."})}};
}

Object cash_account() {
    return {"cash_account",
            {"What an account of class 5 has moved, without 511 and 519.",
             "Les mouvements d'un compte de la classe 5, sans 511 ni 519."},
            {id("account", {"Its number.", "Son numéro."}), or_empty(text("label", {"Its label.", "Son libellé."})),
             amount("opening", {"Of entries that open the year.", "Des écritures d'à-nouveaux."}),
             amount("in", {"Its other debits.", "Ses autres débits."}),
             amount("out", {"Its other credits, negative.", "Ses autres crédits, négatifs."}),
             amount("closing", {"The balance after all lines.", "Le solde après toutes les lignes."})}};
}

Object changed_month() {
    return {"changed_month",
            {"What changed in a month.", "Ce qui a changé dans un mois."},
            {period("month", {"The month.", "Le mois."}),
             whole("added", {"Entries that are new.", "Les écritures nouvelles."}),
             whole("removed", {"Entries that are gone.", "Les écritures disparues."}),
             whole("changed", {"Entries that are others now.", "Les écritures modifiées."}),
             amount("before", {"Debits of those entries in the earlier export.",
                               "Les débits de ces écritures dans l'export antérieur."}),
             amount("after", {"In the later one.", "Dans le dernier."})}};
}

Object change() {
    return {
        "change",
        {"An entry that changed: lines of one journal, number and day.",
         "Une écriture qui a changé : les lignes d'un journal, d'un numéro et d'un jour."},
        {date("date", {"Its day.", "Son jour."}),
         or_empty(id("journal", {"Its journal's code.", "Le code de son journal."})),
         or_empty(id("number", {"Its number.", "Son numéro."})),
         word("kind", {"added", "removed", "changed"}, {"How.", "Comment."}),
         whole("line", {"Its line in the later export, or in the earlier one where it is gone.",
                        "Sa ligne dans le dernier export, ou dans l'antérieur si elle a disparu."}),
         or_null(amount("before", {"Its debits before.", "Ses débits avant."})),
         or_null(amount("after", {"Its debits now.", "Ses débits maintenant."})),
         word("validated", {"yes", "no"}, {"Whether it was validated before.", "Si elle était validée auparavant."})}};
}

Member held_statements() {
    return list(object("statements", {"held_statement"},
                       {"A row a statement of a bank whose books are there.",
                        "Une ligne par relevé d'une banque dont la comptabilité est là."}));
}

Object compared() {
    return {
        "compared",
        {"Without any question: the budget against what came.", "Sans aucune question : le budget et le réalisé."},
        {or_absent(
             object("voted", {"voted_file"}, {"With --voted: the other budget.", "Avec --voted : l'autre budget."})),
         or_absent(held_statements()),
         list(object("exports", {"mapped_export"},
                     {"A row an export or statement.", "Une ligne par export ou relevé."})),
         alternative(list(
             object("comparison", {"held_row"},
                    {"A row a scenario, period and line.", "Une ligne par scénario, période et ligne du budget."}))),
         or_absent(list(object("landing", {"held_landing"},
                               {"Beside a comparison: a row a line, while the exercise goes on and books are named.",
                                "Avec une comparaison : une ligne par ligne du budget, tant que l'exercice dure et si "
                                "une comptabilité est nommée."}))),
         or_absent(list(object("top_gaps", {"top_gap"},
                               {"Beside a comparison: a row a line with a gap, the largest first.",
                                "Avec une comparaison : une ligne par écart, le plus grand d'abord."}))),
         alternative(
             list(object("movements", {"booked_movement"},
                         {"With --movements: a row a movement.", "Avec --movements : une ligne par mouvement."}))),
         list(object("unmapped", {"unmapped_account"},
                     {"What no rule takes, an account a row.", "Ce qu'aucune règle ne prend, une ligne par compte."})),
         receipt()}};
}

Object actuals_summary() {
    return {"actuals_summary",
            {"With --view summary: a row an export.", "Avec --view summary : une ligne par export."},
            {list(object("summary", {"summed_export"},
                         {"A row a scenario and export.", "Une ligne par scénario et export."})),
             receipt()}};
}

Object summed_export() {
    return {
        "summed_export",
        {"An export in a row.", "Un export en une ligne."},
        {text("file", {"Its name as typed.", "Son nom tel qu'il est donné."}), scenario(), entity(),
         or_null(date("last", {"The last bank entry up to the day it is read to; null where there is none.",
                               "La dernière écriture de banque jusqu'au jour où il est lu ; null s'il n'y en a pas."})),
         amount("balance", {"Of banks and cash boxes.", "Des banques et caisses."}),
         amount("unmapped", {"What no rule takes.", "Ce qu'aucune règle ne prend."}),
         decimal("estimated_percent",
                 {"The share of its turnover that is an estimate.", "La part estimée de ses mouvements."}),
         or_null(amount("budget_gap", {"Of the exercise to date, what came less what was voted; null of an export "
                                       "that is not the last of its entity, or has no bank entry.",
                                       "Sur l'exercice à ce jour, le réalisé moins le voté ; null si l'export n'est "
                                       "pas le dernier de son entité, ou n'a pas d'écriture de banque."})),
         or_null(
             date("statement_on", {"The evening of the latest statement or typed balance of its banks; this and the "
                                   "following are null where the gap to the budget is.",
                                   "Le soir du dernier relevé ou solde saisi de ses banques ; ceci et ce qui suit "
                                   "est null là où l'écart au budget l'est."})),
         or_null(amount("statement", {"What the banks say then.", "Ce que disent alors les banques."})),
         or_null(amount("statement_gap",
                        {"The statement less the books, on its day.", "Le relevé moins la comptabilité, à son jour."})),
         or_null(amount("lowest", {"The lowest evening of all accounts from the end of the books on.",
                                   "Le soir le plus bas de tous les comptes à partir de la fin des livres."})),
         or_null(date("lowest_on", {"Its day.", "Son jour."})),
         or_null(amount("aci_late", {"Of the ACI, what was due by then and has not come.",
                                     "De l'ACI, ce qui était dû d'ici là et n'est pas venu."})),
         or_null(word("alert", {"ok", "below-floor", "overdrawn"},
                      {"Whether an account goes below its floor or zero.",
                       "Si un compte passe sous son plancher ou sous zéro."}))}};
}

Object held_result() {
    return {
        "held_result",
        {"With --view result: the budget against charges and income.",
         "Avec --view result : le budget, et les charges et produits."},
        {or_absent(
             object("voted", {"voted_file"}, {"With --voted: the other budget.", "Avec --voted : l'autre budget."})),
         list(object("results", {"booked_result"}, {"A row an export.", "Une ligne par export."})),
         list(object("comparison", {"held_row"},
                     {"A row a scenario, period and line.", "Une ligne par scénario, période et ligne du budget."})),
         list(object("top_gaps", {"top_gap"},
                     {"A row a line with a gap, the largest first.", "Une ligne par écart, le plus grand d'abord."})),
         list(object("unmapped", {"unmapped_account"},
                     {"What no rule takes, an account a row.", "Ce qu'aucune règle ne prend, une ligne par compte."})),
         receipt()}};
}

Object booked_result() {
    return {
        "booked_result",
        {"An export, and what its classes 6 and 7 come to.", "Un export, et ce que font ses classes 6 et 7."},
        {text("file", {"Its name as typed.", "Son nom tel qu'il est donné."}), entity(),
         or_null(date("until", {"The day it is read to; null where it has neither charges nor income.",
                                "Le jour jusqu'où il est lu ; null s'il n'a ni charges ni produits."})),
         amount("income", {"The balances of class 7.", "Les soldes de la classe 7."}),
         amount("charges", {"Those of class 6, negative.", "Ceux de la classe 6, négatifs."}),
         amount("result", {"Both together.", "Les deux ensemble."}),
         amount("unmapped", {"What no rule takes.", "Ce qu'aucune règle ne prend."}),
         amount("depreciation",
                {"Of accounts 68 and 78, which no rule takes.", "Des comptes 68 et 78, qu'aucune règle ne prend."}),
         amount("mapped", {"What went to lines.", "Ce qui est allé à des lignes."}),
         amount("later", {"After that day, not used.", "Après ce jour, non utilisé."}),
         amount("not_compared", {"What is neither of the exercise that is compared nor of the one before: in no row.",
                                 "Ce qui n'est ni de l'exercice comparé ni du précédent : dans aucune ligne."})}};
}

Object judged() {
    return {"judged",
            {"With --accuracy: earlier forecasts against what came.",
             "Avec --accuracy : les prévisions antérieures et le réalisé."},
            {list(object("exports", {"mapped_export"}, {"A row an export.", "Une ligne par export."})),
             list(object("forecasts", {"judged_forecast"}, {"A row a forecast.", "Une ligne par prévision."})),
             list(object("accuracy", {"forecast_error"},
                         {"A row a forecast, period and line.", "Une ligne par prévision, période et ligne."})),
             receipt()}};
}

Object judged_forecast() {
    return {"judged_forecast",
            {"A forecast that was kept, over the days that are over.",
             "Une prévision gardée, sur les jours qui sont passés."},
            {scenario(), entity(), date("made", {"The day it was made on.", "Le jour où elle a été faite."}),
             date("until", {"The last day that is over.", "Le dernier jour passé."}),
             amount("forecast", {"What was to come after it, up to then.", "Ce qui devait venir ensuite, jusque-là."}),
             amount("actual", {"What came.", "Ce qui est venu."}),
             amount("error", {"What came less what was forecast.", "Le réalisé moins le prévu."}),
             amount("missed", {"The errors of each line and month without their signs.",
                               "Les erreurs de chaque ligne et mois, sans leur signe."}),
             or_null(decimal("missed_pct", {"Of what came, likewise; null where nothing did.",
                                            "Du réalisé, de même ; null s'il est nul."})),
             amount("forecast_lowest", {"The lowest evening of those days, as forecast.",
                                        "Le soir le plus bas de ces jours, selon la prévision."}),
             date("forecast_lowest_on", {"Its day.", "Son jour."}),
             amount("lowest", {"The lowest evening that was.", "Le soir le plus bas qui a été."}),
             date("lowest_on", {"Its day.", "Son jour."})}};
}

Object forecast_error() {
    return {"forecast_error",
            {"A line in a period of a forecast.", "Une ligne dans une période d'une prévision."},
            {scenario(), entity(), date("made", {"The day it was made on.", "Le jour où elle a été faite."}),
             period("period", {"The period.", "La période."}),
             id("line", {"The line's id, or unmapped.", "L'id de la ligne, ou unmapped."}),
             text("label", {"Its words.", "Son intitulé."}), amount("forecast", {"What was forecast.", "Le prévu."}),
             amount("actual", {"What came.", "Le réalisé."}),
             amount("error", {"What came less what was forecast.", "Le réalisé moins le prévu."}),
             or_null(decimal("error_pct", {"Of what was forecast, without its sign; null where that is nothing.",
                                           "Du prévu, sans son signe ; null s'il est nul."}))}};
}

Object reconciled() {
    return {"reconciled",
            {"With --reconcile: the books against statements.", "Avec --reconcile : la comptabilité et les relevés."},
            {held_statements(),
             list(object(
                 "reconciliation", {"apart"},
                 {"A row a movement that only one of both has.", "Une ligne par mouvement que l'un seul des deux a."})),
             list(object("unpaid", {"unpaid_member"}, {"A row a member who owes.", "Une ligne par membre qui doit."})),
             receipt()}};
}

Object held_statement() {
    return {"held_statement",
            {"A statement of a bank whose books are there.", "Le relevé d'une banque dont la comptabilité est là."},
            {text("file", {"Its name as typed.", "Son nom tel qu'il est donné."}),
             id("bank", {"The bank's id.", "L'id de la banque."}),
             date("day", {"The last day that both have.", "Le dernier jour que les deux ont."}),
             amount("statement", {"What the bank holds that evening.", "Ce que la banque a ce soir-là."}),
             amount("books", {"What its accounts in the books hold.", "Ce que ses comptes ont dans la comptabilité."}),
             amount("gap", {"Statement less books.", "Le relevé moins la comptabilité."})}};
}

Object apart() {
    return {
        "apart",
        {"What makes a gap between statement and books.", "Ce qui fait un écart entre relevé et comptabilité."},
        {text("file", {"The statement.", "Le relevé."}), id("bank", {"The bank's id.", "L'id de la banque."}),
         word("kind", {"before", "bank_only", "books_only", "across"},
              {"The gap before the statement begins; at the bank alone; in the books alone; in both, but one on "
               "another side of the statement's first or last day.",
               "L'écart avant le début du relevé ; à la banque seule ; dans la comptabilité seule ; dans les deux, "
               "mais l'un de l'autre côté du premier ou du dernier jour du relevé."}),
         date("date", {"Its day.", "Son jour."}),
         or_empty(text("label", {"Its label; empty of the gap before.", "Son libellé ; vide pour l'écart d'avant."})),
         amount("amount", {"By how much it makes the statement more than the books.",
                           "De combien le relevé en dépasse la comptabilité."}),
         or_null(
             whole("line", {"Of the statement, or of the export where only the books have it; null of the gap before.",
                            "Du relevé, ou de l'export si seule la comptabilité l'a ; null pour l'écart d'avant."}))}};
}

Object unpaid_member() {
    return {
        "unpaid_member",
        {"What a member owes.", "Ce qu'un membre doit."},
        {id("account", {"411, 416 or 455.", "411, 416 ou 455."}),
         or_empty(id("auxiliary", {"The auxiliary account.", "Le compte auxiliaire."})),
         or_empty(text("name", {"Its label.", "Son libellé."})),
         date("oldest", {"The day of the oldest amount that is not paid.", "Le jour du plus ancien montant impayé."}),
         amount("amount", {"What is not paid.", "Ce qui n'est pas payé."}),
         amount("to_30", {"Of it, due for 30 days at most.", "Dont, dû depuis 30 jours au plus."}),
         amount("to_60", {"For 31 to 60.", "Depuis 31 à 60."}), amount("to_90", {"For 61 to 90.", "Depuis 61 à 90."}),
         amount("older", {"For more.", "Depuis plus."})}};
}

Object mapped_export() {
    return {
        "mapped_export",
        {"An export, and what it moved up to the day it is read to.",
         "Un export, et ce qu'il a mouvementé jusqu'au jour où il est lu."},
        {text("file", {"Its name as typed.", "Son nom tel qu'il est donné."}), entity(),
         decimal("estimated_percent",
                 {"The share of its turnover that is an estimate.", "La part estimée de ses mouvements."}),
         or_null(date("last", {"The last bank entry up to the day it is read to; null where there is none.",
                               "La dernière écriture de banque jusqu'au jour où il est lu ; null s'il n'y en a pas."})),
         amount("balance", {"Of banks and cash boxes.", "Des banques et caisses."}),
         amount("on_the_way", {"Cheques not yet banked, transfers not yet arrived.",
                               "Chèques non encore remis, virements non encore arrivés."}),
         amount("unmapped", {"What no rule takes.", "Ce qu'aucune règle ne prend."}),
         amount("opening", {"What the accounts began with.", "Le solde initial des comptes."}),
         amount("mapped", {"What went to lines.", "Ce qui est allé à des lignes."}),
         amount("closing", {"Opening, mapped and unmapped: balance and what is on the way.",
                            "Initial, affecté et non affecté : le solde et ce qui est en transit."}),
         amount("later", {"After that day, not used.", "Après ce jour, non utilisé."}),
         amount("not_compared",
                {"What it moved neither in the exercise that is compared nor in the one before: in no row.",
                 "Ce qu'il a mouvementé ni dans l'exercice comparé ni dans le précédent : dans aucune ligne."})}};
}

Object held_row() {
    return {
        "held_row",
        {"A line in a period.", "Une ligne dans une période."},
        {scenario(), entity(), period("period", {"The period.", "La période."}),
         id("line", {"The line's id, or unmapped, or of a result depreciation.",
                     "L'id de la ligne, ou unmapped, ou depreciation dans un résultat."}),
         text("label", {"Its words.", "Son intitulé."}), amount("voted", {"What was planned.", "Ce qui était prévu."}),
         or_null(amount("previous_year", {"What came a year before; null where no export tells.",
                                          "Le réalisé un an plus tôt ; null si aucun export ne le dit."})),
         amount("actual", {"What came.", "Ce qui est venu."}),
         or_null(word("certain", {"certain", "estimated"},
                      {"Whether some of it is an estimate; null where nothing came.",
                       "Si une part en est estimée ; null si rien n'est venu."})),
         or_null(amount("landing",
                        {"What the exercise ends with, in its last period that is shown; null in those before, for "
                         "money between accounts, and where no books say it.",
                         "L'atterrissage de l'exercice, dans sa dernière période montrée ; null dans les "
                         "précédentes, pour l'argent entre comptes, et si aucune comptabilité ne le dit."})),
         amount("gap", {"What came less what was planned.", "Le réalisé moins le prévu."}),
         or_null(decimal("gap_pct", {"Of what was planned, without its sign; null where that is nothing.",
                                     "Du prévu, sans son signe ; null s'il est nul."})),
         amount("timing", {"Of the gap, what came in another period of the exercise.",
                           "De l'écart, ce qui est venu dans une autre période de l'exercice."}),
         amount("amount_gap", {"The rest of it.", "Le reste."})}};
}

Object held_landing() {
    return {"held_landing",
            {"What a line ends the exercise with.", "L'atterrissage d'une ligne."},
            {scenario(), entity(), exercise(),
             id("line", {"The line's id, or unmapped.", "L'id de la ligne, ou unmapped."}),
             text("label", {"Its words.", "Son intitulé."}),
             amount("voted", {"What was planned for the whole exercise.", "Le prévu de tout l'exercice."}),
             amount("actual", {"What came.", "Ce qui est venu."}),
             amount("remaining", {"What is still to come.", "Ce qui est encore à venir."}),
             amount("landing", {"The two together.", "Les deux ensemble."}),
             amount("gap", {"The landing less what was planned.", "L'atterrissage moins le prévu."})}};
}

Object voted_file() {
    return {"voted_file",
            {"The budget as it was voted.", "Le budget tel qu'il a été voté."},
            {text("file", {"Its name as typed.", "Son nom tel qu'il est donné."}),
             list(id("only_voted", {"Lines of it that the other budget has not, by id.",
                                    "Ses lignes que l'autre budget n'a pas, par id."})),
             list(id("only_today", {"Lines that the other one alone has.", "Les lignes que seul l'autre a."}))}};
}

Object top_gap() {
    return {"top_gap",
            {"The gap of a line over all days that are compared.", "L'écart d'une ligne sur tous les jours comparés."},
            {scenario(), entity(), id("line", {"The line's id, or unmapped.", "L'id de la ligne, ou unmapped."}),
             text("label", {"Its words.", "Son intitulé."}),
             amount("gap", {"What came less what was planned.", "Le réalisé moins le prévu."}),
             or_null(decimal("gap_pct", {"Of what was planned, without its sign; null where that is nothing.",
                                         "Du prévu, sans son signe ; null s'il est nul."})),
             amount("timing", {"Of the gap, what came in another period of the exercise.",
                               "De l'écart, ce qui est venu dans une autre période de l'exercice."}),
             amount("amount_gap", {"The rest of it.", "Le reste."}),
             period("month", {"Where most of its larger part arose, timing or amount.",
                              "Où s'est formé le plus de sa plus grande partie, décalage ou montant."}),
             amount("in_month", {"So much of that part.", "Combien de cette partie."})}};
}

Object booked_movement() {
    return {"booked_movement",
            {"Money that moved, as the books have it.", "Un mouvement d'argent, tel que la comptabilité l'a."},
            {scenario(), entity(), date("date", {"The day.", "Le jour."}), date("due", {"Likewise.", "De même."}),
             id("bank", {"The bank's id.", "L'id de la banque."}),
             or_empty(id("line", {"The line's id; empty where no rule takes it.",
                                  "L'id de la ligne ; vide si aucune règle ne le prend."})),
             or_empty(text("label", {"The line's words, else the label of the entry.",
                                     "L'intitulé de la ligne, sinon le libellé de l'écriture."})),
             or_empty(id("category", {"Of the line.", "De la ligne."})),
             or_null(id("nature", {"Of the line; null where there is none.", "De la ligne ; null s'il n'y en a pas."})),
             exercise(), word("state", {"paid"}, {"Always.", "Toujours."}),
             amount("amount", {"Into the account positive.", "Positif s'il entre."}),
             amount("balance", {"Of the bank, after it.", "De la banque, ensuite."}),
             word("origin", {"actual"}, {"Always.", "Toujours."}),
             word("certainty", {"certain", "estimated"}, {"How sure the line is.", "Degré de certitude de la ligne."}),
             or_empty(id(
                 "account",
                 {"Of the books, what it is for; empty of an entry that does not balance, and of a statement.",
                  "De la comptabilité, à quoi il sert ; vide pour une écriture non équilibrée, et pour un relevé."})),
             grant_line(), tax_line()}};
}

Object unmapped_account() {
    return {"unmapped_account",
            {"An account of which no rule takes the money.", "Un compte dont aucune règle ne prend l'argent."},
            {text("file", {"The export.", "L'export."}),
             or_empty(id("account", {"Its number; empty of entries that do not balance, and of a statement.",
                                     "Son numéro ; vide pour des écritures non équilibrées, et pour un relevé."})),
             or_empty(text("label", {"Of the first entry.", "De la première écriture."})),
             whole("count", {"How many movements.", "Le nombre de mouvements."}),
             amount("amount", {"Their sum.", "Leur somme."}),
             whole("first_line", {"The line of the first in the export.", "La ligne du premier dans l'export."})}};
}

Object explained_rows() {
    return {"explained_rows",
            {"With --explain.", "Avec --explain."},
            {list(object("explanations", {"explained_row"},
                         {"One for each scenario, period and line asked for.",
                          "Une par scénario, période et ligne demandés."})),
             receipt()}};
}

Object explained_row() {
    return {"explained_row",
            {"Why a row of the comparison is what it is.", "Pourquoi une ligne de la comparaison est ce qu'elle est."},
            {scenario(), entity(),
             id("line", {"The line's id; unmapped is what no rule takes, depreciation what moves no cash.",
                         "L'id de la ligne ; unmapped est ce qu'aucune règle ne prend, depreciation ce qui ne bouge "
                         "pas d'argent."}),
             text("label", {"Its words.", "Son intitulé."}), date("from", {"The first day.", "Le premier jour."}),
             date("to", {"The last day.", "Le dernier jour."}),
             amount("voted", {"As in the comparison.", "Comme dans la comparaison."}),
             amount("actual", {"Likewise.", "De même."}), amount("gap", {"Likewise.", "De même."}),
             amount("timing", {"Likewise.", "De même."}), amount("amount_gap", {"Likewise.", "De même."}),
             list(object("voted_movements", {"explained_movement"},
                         {"What was voted, by day: their sum is voted.",
                          "Ce qui a été voté, par jour : leur somme est voted."})),
             list(object("came", {"explained_cash"},
                         {"What came, by day: their sum is actual.",
                          "Ce qui est venu, par jour : leur somme est "
                          "actual."})),
             list(object("steps", {"step"},
                         {"How the gap comes about, and its timing.", "D'où vient l'écart, et son décalage."}))}};
}

Object explained_cash() {
    return {"explained_cash",
            {"Money that came or went, and the rule that takes it.",
             "De l'argent venu ou parti, et la règle qui le prend."},
            {date("date", {"The day.", "Le jour."}),
             or_empty(id("bank", {"The bank's id; empty of a result.", "L'id de la banque ; vide d'un résultat."})),
             or_empty(id(
                 "account",
                 {"Of the books, what it is for; empty of an entry that does not balance, and of a statement.",
                  "De la comptabilité, à quoi il sert ; vide pour une écriture non équilibrée, et pour un relevé."})),
             or_empty(text("label", {"The label of the entry.", "Le libellé de l'écriture."})),
             amount("amount", {"Positive where it comes.", "Positif s'il vient."}),
             flag("certain", {"Or an estimate: other invoices of the same party may be meant.",
                              "Ou une estimation : d'autres factures du même tiers peuvent être visées."}),
             text("file", {"The export.", "L'export."}), whole("file_line", {"The line in it.", "La ligne dedans."}),
             or_empty(text("rule", {"The place of the rule, file:line:column; empty where none takes it.",
                                    "L'endroit de la règle, fichier:ligne:colonne ; vide si aucune ne le prend."})),
             list(object("steps", {"step"}, {"How it comes to the line.", "Comment il vient à la ligne."}))}};
}

}  // namespace

const Answers& actuals_answers() {
    static const Answers answers = {
        "msp-actuals",
        {"Answers of msp-actuals as JSON", "Les réponses JSON de msp-actuals"},
        {"compared", "actuals_summary", "held_result", "judged", "reconciled", "explained_rows", "validation", "list"},
        {compared(),
         actuals_summary(),
         summed_export(),
         held_result(),
         judged(),
         reconciled(),
         held_statement(),
         apart(),
         unpaid_member(),
         validation(),
         mapped_export(),
         booked_result(),
         judged_forecast(),
         forecast_error(),
         voted_file(),
         held_row(),
         top_gap(),
         held_landing(),
         booked_movement(),
         unmapped_account(),
         exported(),
         validated_statement(),
         finding(),
         journal(),
         cash_account(),
         changed_month(),
         change(),
         explained_rows(),
         explained_row(),
         explained_cash(),
         explained_movement()}};
    return answers;
}

}  // namespace msp::manual
