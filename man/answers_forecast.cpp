// SPDX-License-Identifier: MIT
#include <msp/law/category.hpp>
#include <msp/law/rule.hpp>
#include <msp/model/movement.hpp>

#include <answers.hpp>
#include <members.hpp>

namespace msp::manual {
namespace {

Member bank() {
    return id("bank", {"The bank's id.", "L'id de la banque."});
}

Member account() {
    return or_empty(id("account", {"Of the category, the account in the plan comptable général, or its prefix.",
                                   "De la catégorie, le compte du plan comptable général, ou son préfixe."}));
}

Object view() {
    return {
        "view",
        {"With --view, or without any question: the five lines and the table of the view.",
         "Avec --view, ou sans aucune question : les cinq lignes et le tableau de la vue."},
        {date("as_of",
              {"The as-of day, on which the question is asked.", "Le jour de référence, où la question se pose."}),
         date("from", {"The first day shown.", "Le premier jour affiché."}),
         date("to", {"The last day shown.", "Le dernier jour affiché."}),
         list(object("headlines", {"headline"},
                     {"The five lines of each scenario and entity.", "Les cinq lignes de chaque scénario et entité."})),
         or_absent(list(object("books", {"books_row"},
                               {"With --actuals: a row an account.", "Avec --actuals : une ligne par compte."}))),
         alternative(list(object("balance", {"balance_row"},
                                 {"With --view balance, or without --view: the rows of the table.",
                                  "Avec --view balance, ou sans --view : les lignes du tableau."}))),
         alternative(list(object("plan", {"plan_row"}, {"With --view plan.", "Avec --view plan."}))),
         alternative(list(object("curve", {"curve_row"}, {"With --view curve.", "Avec --view curve."}))),
         or_absent(list(object("around_lowest", {"evenings_row"},
                               {"With --view curve: the evenings around the lowest.",
                                "Avec --view curve : les soirs autour du point bas."}))),
         alternative(list(object("movements", {"movement_row"}, {"With --view movements.", "Avec --view movements."}))),
         alternative(list(object("summary", {"summary_row"}, {"With --view summary.", "Avec --view summary."}))),
         alternative(list(object("loans", {"loan_row"}, {"With --view loans.", "Avec --view loans."}))),
         alternative(list(object("loan_years", {"loan_year_row"},
                                 {"With --view loans --by year.", "Avec --view loans --by year."}))),
         alternative(list(object("debt_service", {"debt_service_row"},
                                 {"With --view debt-service.", "Avec --view service-dette."}))),
         alternative(list(object(
             "due", {"due_row"},
             {"With --view due: what became of each amount.", "Avec --view due : ce qu'est devenu chaque montant."}))),
         alternative(list(object("landing", {"landing_row"}, {"With --view landing.", "Avec --view landing."}))),
         alternative(list(object(
             "income", {"income_row"},
             {"With --view income: the result by exercise.", "Avec --view income : le résultat par exercice."}))),
         alternative(list(object("calendar", {"calendar_row"}, {"With --view calendar.", "Avec --view calendar."}))),
         alternative(list(object("contracts", {"contract_row"}, {"With --view contracts.", "Avec --view contracts."}))),
         alternative(list(object("assumptions", {"assumption_row"},
                                 {"With --view assumptions: what the plan rests on.",
                                  "Avec --view hypotheses : ce sur quoi repose le plan."}))),
         alternative(list(object("grant_budget", {"grant_row"},
                                 {"With --view grant-budget: the budget of a grant, by exercise.",
                                  "Avec --view grant-budget : le budget de subvention, par exercice."}))),
         alternative(list(object("bridge", {"bridge_row"},
                                 {"With --since: what changed since an earlier forecast.",
                                  "Avec --since : ce qui a changé depuis une prévision antérieure."}))),
         or_absent(list(object("notes", {"note"},
                               {"What the amounts rest on and what the plan lacks; absent where that is nothing.",
                                "Ce sur quoi les montants reposent et ce qui manque au plan ; absent s'il n'y a "
                                "rien."}))),
         or_absent(list(object("differences", {"difference"},
                               {"With --scenario, in the views balance and plan: the lines that differ from the base.",
                                "Avec --scenario, dans les vues balance et plan : les lignes qui diffèrent de la "
                                "base."}))),
         receipt()}};
}

Object explanations() {
    return {"explanations",
            {"With --explain.", "Avec --explain."},
            {list(object("explanations", {"explained_movements", "explained_figure"},
                         {"One for each scenario.", "Une par scénario."})),
             receipt()}};
}

Object headline() {
    return {
        "headline",
        {"The five lines. Amounts are of the entity's banks together.",
         "Les cinq lignes. Les montants sont ceux de toutes les banques de l'entité."},
        {scenario(), entity(),
         amount("opening", {"On the first morning shown, with that of accounts that open later.",
                            "Au premier matin affiché, avec celui des comptes ouverts plus tard."}),
         amount("closing", {"On the last evening shown.", "Au dernier soir affiché."}),
         object("plan", {"shortage"}, {"The days shown as they are planned.", "Les jours affichés, tels que prévus."}),
         object("lowest_certain", {"low"},
                {"The lowest without hoped-for and assumed money.", "Le point bas sans l'argent espéré ni supposé."}),
         object("worst_certain", {"account_low"},
                {"Of that, the worst account.", "De celui-ci, le compte le plus bas."}),
         or_null(object("late_aci", {"late_shortage"},
                        {"The same if the ACI comes late; null where none is awaited.",
                         "La même chose si l'ACI est en retard ; null si aucune n'est attendue."})),
         object("distributable", {"payout"}, {"What can be paid out.", "Ce qui est distribuable."}),
         or_null(object("unplanned_aci", {"unplanned"},
                        {"The first payment of the ACI within the days looked at of which nothing is said; null where "
                         "there is none.",
                         "Le premier versement de l'ACI, dans les jours regardés, dont rien n'est dit ; null s'il "
                         "n'y en a pas."})),
         amount("receipts", {"All receipts of the days shown.", "Tous les encaissements des jours affichés."}),
         amount("payments", {"All payments, negative.", "Tous les décaissements, négatifs."}),
         amount(
             "in_transit",
             {"On its way between the entity's own accounts: from before the days shown, or, negative, not "
              "arrived at their end. What arrives before its account opens is in that opening, and a payment. Opening, "
              "receipts, payments and this make the closing.",
              "En route entre les comptes de l'entité : d'avant les jours affichés, ou, négatif, pas arrivé à leur "
              "fin. Ce qui arrive avant l'ouverture d'un compte est dans son solde d'ouverture, donc un décaissement. "
              "Report, encaissements, décaissements et ce montant font le solde."}),
         amount("as_of_closing", {"On the evening of the as-of day.", "Au soir du jour de référence."}),
         or_null(decimal("days_of_cash",
                         {"For how many days that pays at the pace of the next 90, cut off to one decimal; null "
                          "without payments or money.",
                          "Combien de jours cela paie au rythme des 90 suivants, tronqué à une décimale ; null sans "
                          "décaissements ou sans argent."}))}};
}

std::vector<Member> shortage_members() {
    return {
        object("lowest", {"low"}, {"Of all accounts together.", "De tous les comptes ensemble."}),
        object("worst", {"account_low"}, {"Of the worst account.", "Du compte le plus bas."}),
        list(object("below_floor", {"stretch"},
                    {"When an account is below its floor.", "Quand un compte est sous son plancher."})),
        list(object("overdrawn", {"stretch"}, {"When an account is overdrawn.", "Quand un compte est à découvert."}))};
}

std::vector<Object> shortages() {
    return {{"shortage", {"How low it goes, and when.", "Jusqu'où cela descend, et quand."}, shortage_members()},
            {"late_shortage",
             {"The same with an ACI two and a half months late.",
              "La même chose avec une ACI de deux mois et demi en retard."},
             joined({shortage_members(),
                     {date("until", {"The last evening that is looked at.", "Le dernier soir regardé."})}})},
            {"low",
             {"A lowest evening.", "Un point bas."},
             {amount("amount", {"The balance of that evening.", "Le solde de ce soir-là."}),
              date("date", {"The first such day.", "Le premier jour où il est atteint."})}},
            {"account_low",
             {"The lowest evening of one account.", "Le point bas d'un compte."},
             {bank(), amount("amount", {"The balance of that evening.", "Le solde de ce soir-là."}),
              date("date", {"The first such day.", "Le premier jour où il est atteint."})}},
            {"stretch",
             {"Days one after the other.", "Des jours qui se suivent."},
             {date("from", {"The first.", "Le premier."}), date("to", {"The last.", "Le dernier."})}}};
}

Object payout() {
    return {"payout",
            {"What can be paid out on a day, to each question that can be asked, and the one that is.",
             "Ce qui est distribuable un jour donné, pour chaque question possible, et pour celle qui est posée."},
            {date("date", {"The day on which it is paid out.", "Le jour du versement."}),
             amount("above_floor", {"Without going below a floor until the end of the days shown.",
                                    "Sans passer sous un plancher jusqu'à la fin des jours affichés."}),
             amount("without_overdraft_before_aci",
                    {"Without an overdraft before the next ACI.", "Sans découvert avant l'ACI suivante."}),
             or_null(date("next_aci", {"The day of the next ACI of the budget; null where none is to come.",
                                       "Le jour de l'ACI suivante du budget ; null si aucune n'est à venir."})),
             amount("above_floor_before_aci", {"Without going below a floor before the next ACI.",
                                               "Sans passer sous un plancher avant l'ACI suivante."}),
             amount("without_overdraft", {"Without an overdraft until the end of the days shown.",
                                          "Sans découvert jusqu'à la fin des jours affichés."}),
             word("until", {"next-aci", "end"}, {"As --until asks.", "Ce que demande --until."}),
             word("above", {"floor", "zero"}, {"As --above asks.", "Ce que demande --above."}),
             date("last", {"The last evening looked at to answer that.", "Le dernier soir regardé pour y répondre."}),
             amount("amount", {"The answer.", "La réponse."})}};
}

Object unplanned() {
    return {
        "unplanned",
        {"A payment of the ACI that the amounts do without.", "Un versement de l'ACI dont les montants se passent."},
        {year("exercise", {"Its year.", "Son année."}),
         word("part", {id_of(Part::advance), id_of(Part::balance)}, {"Which of its two.", "Lequel des deux."}),
         date("date", {"When it would fall due.", "Quand il serait dû."})}};
}

Object balance_row() {
    return {"balance_row",
            {"A period of an account, of an entity with several (bank all), or of all entities (entity all).",
             "Une période d'un compte, d'une entité qui en a plusieurs (banque all), ou de toutes les entités (entité "
             "all)."},
            {scenario(), entity(), bank(), period("period", {"As --by asks.", "Ce que demande --by."}),
             amount("opening", {"On its first morning, with that of accounts that open in it.",
                                "À son premier matin, avec celui des comptes qui ouvrent dans la période."}),
             amount("receipts", {"What comes in.", "Ce qui entre."}),
             amount("payments", {"What goes out, negative.", "Ce qui sort, négatif."}),
             amount("net", {"Both together.", "Les deux ensemble."}),
             amount("closing", {"On its last evening.", "À son dernier soir."}),
             amount("lowest", {"Its lowest evening; 0.00 where no account is open yet.",
                               "Son point bas ; 0.00 tant qu'aucun compte n'est ouvert."}),
             date("lowest_on", {"The first such day; the last of the period where no account is open yet.",
                                "Le premier jour où il est atteint ; le dernier de la période tant qu'aucun compte "
                                "n'est ouvert."})}};
}

Object curve_row() {
    return {
        "curve_row",
        {"A period of the day-end curve of an account, of an entity with several (bank all), or of all entities "
         "(entity all), from the day on which it opens.",
         "Une période de la courbe des soldes du soir d'un compte, d'une entité qui en a plusieurs (banque all), ou "
         "de toutes les entités (entité all), à partir du jour de son ouverture."},
        {scenario(), entity(), bank(), period("period", {"As --by asks.", "Ce que demande --by."}),
         amount("lowest", {"Its lowest evening.", "Son point bas."}),
         date("lowest_on", {"The first such day.", "Le premier jour où il est atteint."}),
         amount("closing", {"On its last evening.", "À son dernier soir."}),
         or_null(amount("floor", {"Of the account; null of several together.",
                                  "Celui du compte ; null pour plusieurs ensemble."})),
         or_null(amount("overdraft", {"What the bank agreed, positive; null of several together.",
                                      "Ce que la banque a accordé, positif ; null pour plusieurs ensemble."}))}};
}

Object evenings_row() {
    return {"evenings_row",
            {"Days on which the balance stays what it is, of the fifteen on either side of the lowest evening; none by "
             "day.",
             "Des jours où le solde reste le même, parmi les quinze de part et d'autre du point bas ; aucun par jour."},
            {scenario(), entity(), bank(), date("date", {"The first of these days.", "Le premier de ces jours."}),
             whole("days", {"How many they are.", "Leur nombre."}),
             amount("balance", {"Of each of their evenings.", "Celui de chacun de leurs soirs."})}};
}

Object plan_row() {
    return {"plan_row",
            {"A row of the plan de trésorerie.", "Une ligne du plan de trésorerie."},
            {scenario(),
             entity(),
             word("section", {"opening", "receipts", "payments", "net", "closing", "lowest", "margin"},
                  {"The part of the plan.", "La partie du plan."}),
             or_empty(id("category", {"The category; empty for a row of the whole section.",
                                      "La catégorie ; vide pour une ligne de toute la partie."})),
             or_empty(id("line", {"The line, with its part, or the bank; empty for a subtotal.",
                                  "La ligne, avec sa partie, ou la banque ; vide pour un sous-total."})),
             text("label", {"What a reader calls it.", "Son nom pour le lecteur."}),
             {.name = "PERIOD",
              .form = Form::amount,
              .about = {"Of each period, under its name (2026-04, 2026-Q2). Payments are positive here; lowest and "
                        "margin are 0.00 where no account is open yet.",
                        "De chaque période, sous son nom (2026-04, 2026-Q2). Les décaissements sont positifs ici ; "
                        "point bas et marge sont 0.00 tant qu'aucun compte n'est ouvert."},
              .given = Given::or_absent,
              .pattern = "^[0-9]{4}(-(Q[1-4]|[0-9]{2}(-[0-9]{2})?))?$"},
             amount("total",
                    {"Of all periods: their sum; the first opening with that of accounts that open later, the last "
                     "closing, the least lowest and margin while an account is open.",
                     "De toutes les périodes : leur somme ; le premier report avec celui des comptes ouverts plus "
                     "tard, le dernier cumul, les plus faibles point bas et marge d'un compte ouvert."}),
             account(),
             grant_line(),
             tax_line(),
             word("row", {"line", "category", "reciprocal", "whole", "account"},
                  {"A line; the sum of a category; what the accounts pay each other; the whole of the section; one of "
                   "several accounts. Lines and reciprocal rows add up to the whole, and nothing else is to be added.",
                   "Une ligne ; la somme d'une catégorie ; les flux entre comptes ; toute la partie ; un compte parmi "
                   "plusieurs. Les lignes et les flux réciproques font le total, et rien d'autre ne s'additionne."})}};
}

Object movement_row() {
    return {"movement_row",
            {"A dated amount on an account.", "Un montant daté sur un compte."},
            {scenario(), entity(), date("date", {"When the account moves.", "Quand le compte bouge."}),
             date("due", {"The due day, before delay and business days.", "L'échéance, avant délai et jours ouvrés."}),
             bank(), id("line", {"The line, with its part.", "La ligne, avec sa partie."}),
             text("label", {"What a reader calls it.", "Son nom pour le lecteur."}),
             id("category", {"Its category.", "Sa catégorie."}),
             word("nature", {nature_ids.begin(), nature_ids.end()}, {"What it is.", "Ce que c'est."}), exercise(),
             word("state", ids_from(State::hoped, State::paid), {"How sure it is.", "À quel point il est sûr."}),
             amount("amount", {"Positive where money comes in.", "Positif si l'argent entre."}),
             amount("balance", {"Of the bank after it.", "De la banque ensuite."}),
             word("origin", ids_from(Origin::line, Origin::actual), {"What made it.", "Ce qui l'a produit."}),
             account(), grant_line(), tax_line()}};
}

Object income_row() {
    return {
        "income_row",
        {"A row of the forecast of a result, or of what leads from it to the change of cash.",
         "Une ligne du compte de résultat prévisionnel, ou de ce qui mène de lui à la variation de trésorerie."},
        {scenario(),
         entity(),
         word("section", {"charges", "income", "result", "cash"}, {"The part of it.", "La partie."}),
         or_empty(id("class", {"Two digits; empty for a total, and where no account says it.",
                               "Deux chiffres ; vide pour un total, et si aucun compte ne le dit."})),
         or_empty(id("category", {"The category; empty for a row of several.",
                                  "La catégorie ; vide pour une ligne de plusieurs."})),
         word("row",
              {"category", "class", "total", "settled", "depreciation", "capitalised", "receivable", "payable",
               "received-before", "paid-before", "received-earlier", "paid-earlier", "deferred", "prepaid",
               "before-opening", "other"},
              {"What the row is: a category of a section, all of its class, all of the section; in cash the step from "
               "the result, settled being the sum so far.",
               "Ce qu'est la ligne : une catégorie de la partie, toute sa classe, toute la partie ; dans cash le pas "
               "depuis le résultat, settled étant la somme jusque-là."}),
         text("label", {"What a reader calls it.", "Son nom pour le lecteur."}),
         {.name = "EXERCISE",
          .form = Form::amount,
          .about = {"Of each exercise, under its name (2026). Charges and income are positive.",
                    "De chaque exercice, sous son nom (2026). Charges et produits sont positifs."},
          .given = Given::or_absent,
          .pattern = "^[0-9]{4}$"}}};
}

Object grant_row() {
    return {
        "grant_row",
        {"A row of the budget that a grant is asked for with (CERFA 12156).",
         "Une ligne du budget d'une demande de subvention (CERFA 12156)."},
        {scenario(), entity(), exercise(), word("section", {"charges", "income"}, {"Its side.", "Son côté."}),
         or_empty(id("class", {"Of the form; empty for a total, and for what no class has.",
                               "Du formulaire ; vide pour un total, et pour ce qui n'est d'aucune classe."})),
         word("row", {"class", "line", "funder", "total", "balance", "balanced", "given"},
              {"A class of the form, a line of it, a line of the plan within that, all of the side, what balances it, "
               "both together; given is without money.",
               "Une classe du formulaire, une de ses lignes, une ligne du plan dans celle-ci, tout le côté, ce qui "
               "l'équilibre, les deux ensemble ; given est sans argent."}),
         text("label", {"What a reader calls it.", "Son nom pour le lecteur."}),
         or_null(amount("voted", {"With --voted: of that budget; null where it is not known.",
                                  "Avec --voted : de ce budget ; null s'il n'est pas connu."})),
         or_null(amount("revised", {"Of the budget itself; null for what is given without money.",
                                    "Du budget lui-même ; null pour ce qui est donné sans argent."})),
         or_null(amount("actual", {"With --actuals: what the books have; null where they have nothing of the exercise.",
                                   "Avec --actuals : ce qu'a la comptabilité ; null si elle n'a rien de "
                                   "l'exercice."}))}};
}

Object summary_row() {
    return {
        "summary_row",
        {"An entity in a row. Lows and days are those from the as-of day on.",
         "Une entité en une ligne. Les points bas et les jours sont ceux à partir du jour de référence."},
        {scenario(), entity(), date("from", {"The first day shown.", "Le premier jour affiché."}),
         date("to", {"The last day shown.", "Le dernier jour affiché."}),
         amount("opening", {"On the first morning shown, with that of accounts that open later.",
                            "Au premier matin affiché, avec celui des comptes ouverts plus tard."}),
         amount("closing", {"On the last evening shown.", "Au dernier soir affiché."}),
         amount("lowest", {"Of all accounts together.", "De tous les comptes ensemble."}),
         date("lowest_on", {"The first such day.", "Le premier jour où il est atteint."}),
         or_null(date("first_below_floor", {"The first day an account is below its floor; null where none is.",
                                            "Le premier jour où un compte est sous son plancher ; null si aucun ne "
                                            "l'est."})),
         whole("days_below_floor", {"How many days.", "Combien de jours."}),
         or_null(date("first_overdrawn", {"The first day an account is overdrawn; null where none is.",
                                          "Le premier jour où un compte est à découvert ; null si aucun ne l'est."})),
         whole("days_overdrawn", {"How many days.", "Combien de jours."}),
         amount("distributable", {"What can be paid out, as --until and --above ask, else above the floor until the "
                                  "end of the days shown.",
                                  "Ce qui est distribuable, selon --until et --above, sinon au-dessus du plancher "
                                  "jusqu'à la fin des jours affichés."}),
         word("status", {"ok", "below-floor", "overdrawn"}, {"The worst of these days.", "Le pire de ces jours."}),
         id("bank", {"The worst account.", "Le compte le plus bas."}),
         amount("lowest_bank", {"Its lowest evening.", "Son point bas."}),
         or_empty(text("name", {"The entity's name; empty where it has none.",
                                "Le nom de l'entité ; vide si elle n'en a pas."}))}};
}

std::vector<Member> loan_amounts() {
    return {amount("principal", {"Capital that is paid back.", "Capital remboursé."}),
            amount("interest", {"Interest.", "Intérêts."}), amount("insurance", {"Insurance.", "Assurance."})};
}

std::vector<Object> loan_rows() {
    const Member line = id("line", {"The loan's id.", "L'id de l'emprunt."});
    const Member label = text("label", {"The loan's name.", "Le nom de l'emprunt."});
    const Member capitalised = amount("capitalised", {"Interest added to the capital in a total deferral.",
                                                      "Intérêts ajoutés au capital pendant un différé total."});
    return {
        {"loan_row",
         {"An instalment of a loan.", "Une échéance d'un emprunt."},
         joined({{scenario(), entity(), bank(), date("date", {"Its due day.", "Son jour d'échéance."}), line, label,
                  whole("number", {"Which one, from 1.", "Laquelle, à partir de 1."})},
                 loan_amounts(),
                 {amount("payment", {"The three together.", "Les trois ensemble."}), capitalised,
                  amount("outstanding", {"Capital owed after it.", "Capital restant dû ensuite."}),
                  amount("difference", {"The bank's instalment less the computed one.",
                                        "L'échéance de la banque moins celle qui est calculée."}),
                  amount("drawdown", {"Capital that the bank pays out since the instalment before; of the first one, "
                                      "after the loan's first day.",
                                      "Capital versé par la banque depuis l'échéance précédente ; pour la première, "
                                      "après le premier jour de l'emprunt."})}})},
        {"loan_year_row",
         {"A financial year of a loan.", "Un exercice d'un emprunt."},
         joined(
             {{scenario(), entity(), bank(), exercise(), line, label,
               amount("drawdown", {"Capital that the bank pays out.", "Capital versé par la banque."})},
              loan_amounts(),
              {amount("fees", {"Fees.", "Frais."}),
               amount("payment", {"Principal, interest, insurance and fees together.",
                                  "Capital, intérêts, assurance et frais ensemble."}),
               capitalised,
               amount("outstanding", {"Capital owed on its last day.", "Capital restant dû à son dernier jour."})}})}};
}

Object debt_service_row() {
    return {
        "debt_service_row",
        {"A financial year of an entity with loans, as far as it is shown.",
         "Un exercice d'une entité qui a des emprunts, pour ses jours affichés."},
        joined(
            {{scenario(), entity(), exercise(),
              date("first", {"The first of its days that is shown.", "Le premier de ses jours affichés."}),
              date("last", {"The last one.", "Le dernier."}),
              amount("receipts", {"Without the capital that is lent.", "Sans le capital prêté."}),
              amount("payments",
                     {"Without what the loans cost; negative.", "Sans ce que coûtent les emprunts ; négatif."}),
              amount("available", {"The two together.", "Les deux ensemble."})},
             loan_amounts(),
             {amount("fees", {"Fees.", "Frais."}),
              amount("service",
                     {"Principal, interest, insurance and fees together, by the days on which they are paid.",
                      "Capital, intérêts, assurance et frais ensemble, aux jours où ils sont payés."}),
              amount("left", {"Available less service.", "Le disponible moins le service."}),
              or_null(decimal("cover", {"Available divided by service, rounded half up to two decimals.",
                                        "Le disponible divisé par le service, arrondi au centième le plus proche."})),
              amount("drawn", {"Capital that is lent in these days.", "Capital prêté pendant ces jours."}),
              amount("other",
                     {"What is bought to last, put in, distributed, or goes to another entity; negative what leaves.",
                      "Ce qui est investi, apporté, distribué, ou va à une autre entité ; négatif s'il sort."})}})};
}

Object assumption_row() {
    return {
        "assumption_row",
        {"Something that the plan rests on: of the base all, of a scenario what it changes.",
         "Ce sur quoi repose le plan : tout pour la base, ce qu'il change pour un scénario."},
        {scenario(),
         id("topic", {"The key of the table in the file; question, rules_aci, rules_payroll, rules_aid, uncertain or "
                      "unknown.",
                      "La clé de la table dans le fichier ; question, rules_aci, rules_payroll, rules_aid, uncertain "
                      "ou unknown."}),
         or_empty(id("path", {"Where it is typed, as a scenario names it; by default the key without the entries.",
                              "Où il est saisi, comme un scénario le nomme ; par défaut la clé sans les éléments."})),
         or_empty(id("ids", {"The entries that it is of, with commas.", "Les éléments concernés, avec des virgules."})),
         or_empty(
             text("entry", {"What a reader calls them, or how many.", "Leur nom pour le lecteur, ou leur nombre."})),
         or_empty(text("assumption", {"What is assumed; of the topic unknown, a sentence.",
                                      "L'hypothèse ; pour le thème unknown, une phrase."})),
         or_empty(text("value", {"Its value, in words of the reader.", "Sa valeur, pour le lecteur."})),
         or_empty(text("written", {"The same as the file has it.", "La même telle qu'écrite dans le fichier."})),
         word(
             "basis", {"asked", "typed", "scenario", "dropped", "default", "law", "computed", "assumed", "unknown"},
             {"What it rests on: the question and its options, the file, the scenario (dropped: which leaves it out), "
              "nothing typed, a rule, the two together, a rule beyond its years or money that nobody notified, nothing "
              "in the plan.",
              "Son origine : la question et ses options, le fichier, le scénario (dropped : qui le retire), rien de "
              "saisi, une règle, les deux ensemble, une règle au-delà de ses années ou de l'argent que personne n'a "
              "notifié, rien dans le plan."}),
         or_empty(word("confidence", {confidence_ids.begin(), confidence_ids.end()},
                       {"Of a rule, how sure its value is.", "Pour une règle, la fiabilité de sa valeur."})),
         or_empty(text("source", {"The place in the file, or the source of the rule.",
                                  "L'emplacement dans le fichier, ou la source de la règle."}))}};
}

Object note() {
    return {"note",
            {"A sentence below the tables.", "Une phrase sous les tableaux."},
            {scenario(), text("text", {"The sentence.", "La phrase."})}};
}

Object difference() {
    return {
        "difference",
        {"A line that differs from the base over the days shown, or what is brought forward into them.",
         "Une ligne qui diffère de la base sur les jours affichés, ou ce qui y est reporté."},
        {scenario(),
         or_empty(id("line", {"The line, with its part; empty of what is brought forward.",
                              "La ligne, avec sa partie ; vide pour ce qui est reporté."})),
         text("label", {"What a reader calls it.", "Son nom pour le lecteur."}),
         amount("base", {"In the base.", "Dans la base."}), amount("amount", {"In the scenario.", "Dans le scénario."}),
         amount("difference", {"The second less the first.", "Le second moins le premier."}),
         amount("furthest", {"The sum of the differences up to the period in which it is furthest from zero.",
                             "La somme des écarts jusqu'à la période où elle est la plus loin de zéro."}),
         period("furthest_in", {"That period.", "Cette période."})}};
}

std::vector<Object> explained() {
    const Member steps = list(object("steps", {"step"}, {"How it comes about.", "D'où il vient."}));
    return {{"explained_figure",
             {"Of a figure of the five lines.", "D'un chiffre des cinq lignes."},
             {scenario(),
              word("figure", {"lowest", "lowest-certain", "late-aci", "distributable", "total", "cash-days"},
                   {"Which one.", "Lequel."}),
              list(object("parts", {"explained_part"},
                          {"Of each entity; of its accounts the worst one, then all together.",
                           "De chaque entité ; de ses comptes le plus bas, puis tous ensemble."}))}},
            {"explained_part",
             {"A figure of one entity.", "Un chiffre d'une entité."},
             {entity(), text("title", {"The figure in words.", "Le chiffre en mots."}), steps}}};
}

std::vector<Object> rolling_rows() {
    const Member line = id("line", {"The line's id.", "L'id de la ligne."});
    const Member label = text("label", {"The line's name.", "Le nom de la ligne."});
    return {
        {"books_row",
         {"An account of the books.", "Un compte des livres."},
         {scenario(), entity(), bank(), date("first", {"The day they open.", "Le jour où ils s'ouvrent."}),
          date("until", {"The last day that is actual.", "Le dernier jour réalisé."}),
          amount("opening", {"On the morning of the first day.", "Au matin du premier jour."}),
          amount("balance", {"On the evening of the last day.", "Au soir du dernier jour."}),
          or_null(date("typed_on", {"The morning of which the budget types a balance.",
                                    "Le matin dont le budget saisit un solde."})),
          or_null(amount("typed", {"That balance.", "Ce solde."})),
          or_null(amount("booked", {"The books' own.", "Celui des livres."})),
          or_null(amount("gap", {"What is typed less theirs.", "Le saisi moins le leur."}))}},
        {"due_row",
         {"An amount that was due by the end of the books, or that came without being due.",
          "Un montant échu à la fin des livres, ou venu sans être dû."},
         {scenario(), entity(), bank(), line, label,
          or_null(date("due", {"The day it was planned for; empty where it was not.",
                               "Le jour prévu ; vide s'il ne l'était pas."})),
          or_null(amount("planned", {"What was planned.", "Le montant prévu."})),
          word("became", {"paid", "in-part", "late", "cancelled", "unplanned"},
               {"What became of it.", "Ce qu'il est devenu."}),
          or_null(date("last_came", {"The last day some of it came.", "Le dernier jour où il en est venu."})),
          amount("came", {"What came.", "Ce qui est venu."}),
          or_null(amount("open", {"What is still expected.", "Ce qui est encore attendu."})),
          or_null(date("expected", {"When.", "Quand."})),
          id("books", {"The entity whose books tell it: of a payment between two entities, maybe the other.",
                       "L'entité dont les livres le disent : d'un paiement entre deux entités, peut-être l'autre."})}},
        {"landing_row",
         {"What a line ends the exercise with in which the books end.",
          "L'atterrissage d'une ligne, pour l'exercice où les livres s'arrêtent."},
         {scenario(), entity(), exercise(), line, label,
          amount("budget", {"Planned without the books.", "Prévu sans les livres."}),
          amount("actual", {"In the books.", "Dans les livres."}),
          amount("remaining", {"Planned after their end.", "Prévu après leur fin."}),
          amount("landing", {"The two together.", "Les deux ensemble."}),
          amount("gap", {"The landing less the budget.", "L'atterrissage moins le budget."}),
          amount("twice", {"Of what is expected, what money of no rule may be already.",
                           "De ce qui est attendu, ce que de l'argent sans règle est peut-être déjà."})}},
        {"bridge_row",
         {"How much of the change of a forecast one cause of a line makes; the first row and those after it make "
          "the last.",
          "Combien une cause d'une ligne change la prévision ; la première ligne et les suivantes font la dernière."},
         {entity(), date("made", {"When the earlier forecast was made.", "Quand la prévision antérieure a été faite."}),
          date("until", {"When the books of today's end.", "Quand s'arrêtent les livres de celle d'aujourd'hui."}),
          or_empty(id("line", {"The line's id, or unmapped; empty of a whole forecast and of the opening balance.",
                               "L'id de la ligne, ou unmapped ; vide d'une prévision entière et du solde initial."})),
          text("label", {"Its words.", "Son intitulé."}),
          word("cause",
               {"before", "other-day", "books", "budget", "amount", "late", "early", "cancelled", "unplanned",
                "follows", "now"},
               {"Why; before and now are the two forecasts themselves.",
                "Pourquoi ; before et now sont les deux prévisions elles-mêmes."}),
          date("closing_on", {"The last evening of both.", "Le dernier soir des deux."}),
          amount("closing", {"On it.", "Ce soir-là."}),
          date("lowest_on", {"Today's lowest evening up to then.", "Le point bas d'aujourd'hui jusque-là."}),
          amount("lowest", {"On it.", "Ce soir-là."})}}};
}

std::vector<Object> calendar_rows() {
    return {
        {"calendar_row",
         {"A day not to forget.", "Un jour à ne pas oublier."},
         {scenario(), entity(), date("date", {"The day.", "Le jour."}),
          word("kind", {"evidence", "aci", "grant", "loan", "contributions", "tax", "call", "notice", "renewal", "end"},
               {"What happens on it; notice is the last day to give it, renewal the first of a new term, end the last "
                "of a contract.",
                "Ce qui arrive ; notice est le dernier jour du préavis, renewal le premier d'une nouvelle période, end "
                "le dernier d'un contrat."}),
          id("line",
             {"The line's id, with its part, or the contract's.", "L'id de la ligne, avec sa partie, ou du contrat."}),
          text("label", {"In words.", "En toutes lettres."}),
          or_null(amount("amount", {"What is paid or comes.", "Ce qui est payé ou vient."})),
          or_null(word("state", ids_from(State::hoped, State::paid), {"How sure it is.", "À quel point il est sûr."})),
          list(whole("alarm", {"So many days before, each, the calendar reminds of it.",
                               "Les rappels du calendrier, chacun tant de jours avant."})),
          id("uid", {"Its name in calendars, which stays the same where the day moves.",
                     "Son nom dans les agendas, le même si le jour change."})}},
        {"contract_row",
         {"How a contract stands on the as-of day.", "Où en est un contrat au jour de référence."},
         {scenario(), entity(), id("contract", {"The contract's id.", "L'id du contrat."}),
          text("label", {"Its words.", "Son intitulé."}), text("supplier", {"With whom.", "Avec qui."}),
          or_empty(id("line", {"The id of its line.", "L'id de sa ligne."})),
          or_null(date("start", {"Its first day.", "Son premier jour."})),
          or_null(date("end", {"The last day of the term.", "Le dernier jour de la période."})),
          word("standing", {"renews", "ends", "open", "over"},
               {"What then; open: it runs on without an end.", "Ensuite ; open : il court sans fin."}),
          or_null(date("notice_by", {"The next last day to give notice.", "Le prochain dernier jour de préavis."})),
          or_null(
              date("leaves", {"The end that this notice is for; of a contract without end the first day that it can "
                              "end on, by notice on the as-of day.",
                              "La fin que vise ce préavis ; d'un contrat sans fin le premier jour où il peut "
                              "prendre fin, par un préavis donné au jour de référence."})),
          or_null(whole("days", {"Days from the as-of day to that day, else to the end.",
                                 "Jours du jour de référence à ce jour, sinon à la fin."})),
          or_empty(text("notice", {"How long notice is, in ISO 8601: P3M.", "Le préavis, en ISO 8601 : P3M."})),
          or_empty(text("renewal", {"How long it is renewed for.", "La durée de reconduction."})),
          or_empty(text("index", {"What its price follows.", "L'indice de son prix."})),
          or_null(amount("amount", {"What its line does in the twelve months from the as-of day on.",
                                    "Ce que fait sa ligne dans les douze mois après le jour de référence."}))}}};
}

std::vector<Object> forecast_parts() {
    std::vector<Object> objects = {view(),        explanations(), headline(),     payout(),   unplanned(),
                                   balance_row(), curve_row(),    evenings_row(), plan_row(), movement_row(),
                                   income_row(),  grant_row(),    summary_row(),  note(),     difference()};
    for (const std::vector<Object>& more : {shortages(),
                                            loan_rows(),
                                            {debt_service_row(), assumption_row()},
                                            rolling_rows(),
                                            calendar_rows(),
                                            explained_movements(),
                                            explained()})
        objects.insert(objects.end(), more.begin(), more.end());
    return objects;
}

}  // namespace

const Answers& forecast_answers() {
    static const Answers answers = {"msp-forecast",
                                    {"Answers of msp-forecast as JSON", "Les réponses JSON de msp-forecast"},
                                    {"view", "explanations", "list"},
                                    forecast_parts()};
    return answers;
}

}  // namespace msp::manual
