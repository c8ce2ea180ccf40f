// SPDX-License-Identifier: MIT
#include <answers.hpp>
#include <members.hpp>

namespace msp::manual {
namespace {

Object post_months() {
    return {"months",
            {"With --view post: month by month.", "Avec --view poste : mois par mois."},
            {list(object("months", {"month_row"}, {"A row a post and month.", "Une ligne par poste et mois."})),
             receipt()}};
}

Object post_payments() {
    return {
        "payments",
        {"With --view payments: what leaves the bank.", "Avec --view paiements : ce qui quitte la banque."},
        {list(object("payments", {"post_payment_row"}, {"A row a payment.", "Une ligne par paiement."})), receipt()}};
}

Member post() {
    return id("post", {"The post's id.", "L'id du poste."});
}

Object afford() {
    return {
        "afford",
        {"With --afford: what the accounts can bear.", "Avec --afford : ce que les comptes supportent."},
        {list(object("verdicts", {"afford_verdict"}, {"A row a scenario.", "Une ligne par scénario."})),
         list(object("hires", {"afford_hire"}, {"A row a month of hire.", "Une ligne par mois d'embauche."})),
         list(object(
             "hours", {"afford_hours"},
             {"A row a month of hire and number of hours.", "Une ligne par mois d'embauche et nombre d'heures."})),
         list(object("notes", {"afford_note"}, {"What the figures rest on.", "Ce sur quoi reposent les chiffres."})),
         receipt()}};
}

// What each row of --afford begins with.
std::vector<Member> afford_row() {
    return {scenario(), entity(), id("bank", {"The account that pays.", "Le compte qui paie."}),
            or_empty(id("post", {"The post's id; empty for one that the budget has not.",
                                 "L'id du poste ; vide pour un poste qui n'est pas dans le budget."}))};
}

Member hire() {
    return period("hire", {"The month of hire, from its first day on.", "Le mois d'embauche, dès son premier jour."});
}

Object afford_verdict() {
    return {
        "afford_verdict",
        {"A scenario's verdict.", "Le verdict d'un scénario."},
        joined(
            {afford_row(),
             {date("first", {"The first evening looked at.", "Le premier soir regardé."}),
              date("last", {"The last one.", "Le dernier."}),
              amount("without", {"What the lowest account has above its floor without the post; negative below it.",
                                 "Ce que le compte le plus bas a au-dessus de son plancher sans le poste ; négatif en "
                                 "dessous."}),
              id("lowest_bank", {"That account.", "Ce compte."}),
              date("without_on", {"On that evening.", "Ce soir-là."}),
              or_null(
                  date("without_below", {"The first evening on which an account is below its floor without the post.",
                                         "Le premier soir où un compte est sous son plancher sans le poste."})),
              or_null(amount("typed", {"The same with the post as the budget has it; null where it has not.",
                                       "De même avec le poste tel que dans le budget ; null s'il n'y est pas."})),
              or_null(date("typed_below",
                           {"The first evening below a floor then.", "Le premier soir sous un plancher dans ce cas."})),
              or_null(
                  period("best", {"The month of hire with the most hours, the first of equals; null where none holds.",
                                  "Le mois d'embauche avec le plus d'heures, le premier à égalité ; null si rien ne "
                                  "tient."})),
              or_null(whole("best_hours", {"Hours a week then.", "Les heures par semaine dans ce cas."})),
              amount("assumed", {"Receipts in these days that are assumed and counted.",
                                 "Les recettes de ces jours qui sont supposées et comptées."})}})};
}

Object afford_hire() {
    return {
        "afford_hire",
        {"A month of hire.", "Un mois d'embauche."},
        joined(
            {afford_row(),
             {hire(),
              or_null(whole("hours", {"The most hours a week that hold; null where none does, or none are asked for.",
                                      "Le plus d'heures par semaine qui tiennent ; null s'il n'y en a pas, ou si elles "
                                      "ne sont pas demandées."})),
              or_null(amount("gross", {"Gross pay of the month of hire.", "Le brut du mois d'embauche."})),
              or_null(
                  amount("cost", {"Its cost, without the payroll tax.", "Son coût, sans la taxe sur les salaires."})),
              or_null(amount("left", {"What the lowest account has above its floor then.",
                                      "Ce que le compte le plus bas a alors au-dessus de son plancher."})),
              or_null(date("left_on", {"On that evening.", "Ce soir-là."})),
              or_null(whole("too_many", {"The next number of hours, which does not hold.",
                                         "Le nombre d'heures suivant, qui ne tient pas."})),
              or_null(amount("missing", {"What the lowest account has then: below its floor, negative.",
                                         "Ce que le compte le plus bas a alors : sous son plancher, négatif."})),
              or_null(date("missing_on", {"On that evening.", "Ce soir-là."})),
              or_null(
                  amount("level", {"The highest cost a month, paid on each month's last day; null where an account is "
                                   "below its floor anyway.",
                                   "Le coût mensuel le plus élevé, payé le dernier jour de chaque mois ; null si un "
                                   "compte est de toute façon sous son plancher."})),
              or_null(date("level_on", {"The evening that decides it.", "Le soir qui en décide."}))}})};
}

Object afford_hours() {
    return {"afford_hours",
            {"A number of hours.", "Un nombre d'heures."},
            joined({afford_row(),
                    {hire(),
                     whole("hours", {"Hours a week, 1 to 35; 0 is the plan without the post.",
                                     "Les heures par semaine, de 1 à 35 ; 0 est le plan sans le poste."}),
                     word("holds", {"yes", "no"},
                          {"Whether each account stays at its floor or above it.",
                           "Si chaque compte reste à son plancher ou au-dessus."}),
                     amount("gross", {"Gross pay of the month of hire.", "Le brut du mois d'embauche."}),
                     amount("cost", {"Its cost, without the payroll tax.", "Son coût, sans la taxe sur les salaires."}),
                     amount("left", {"What the lowest account has above its floor; negative below it.",
                                     "Ce que le compte le plus bas a au-dessus de son plancher ; négatif en dessous."}),
                     id("lowest_bank", {"That account.", "Ce compte."}),
                     date("left_on", {"On that evening.", "Ce soir-là."}),
                     or_null(date("below_from", {"The first evening on which an account is below its floor.",
                                                 "Le premier soir où un compte est sous son plancher."})),
                     amount("later", {"Of the pay up to the last evening, what falls due after it.",
                                      "Sur les salaires jusqu'au dernier soir, ce qui est à payer après lui."}),
                     or_null(amount("level", {"With 0 hours: the highest cost a month instead of a post.",
                                              "Avec 0 heure : le coût mensuel le plus élevé à la place d'un poste."})),
                     or_null(word("basis", {"known", "assumed"},
                                  {"Whether the rates of all its months are known; null with 0 hours.",
                                   "Si les taux de tous ses mois sont connus ; null avec 0 heure."}))}})};
}

Object afford_note() {
    return {"afford_note",
            {"A sentence.", "Une phrase."},
            {scenario(), text("text", {"In the reader's language.", "Dans la langue du lecteur."})}};
}

Member basis() {
    return word("basis", {"known", "assumed"}, {"Whether the rates are known.", "Si les taux sont connus."});
}

Object post_explanations() {
    return {"post_explanations",
            {"With --explain.", "Avec --explain."},
            {list(object("explanations", {"explained_movements", "explained_return"},
                         {"Of the base and each scenario that has what is asked.",
                          "Pour la base et chaque scénario qui a ce qui est demandé."})),
             receipt()}};
}

Object post_returns() {
    return {"returns",
            {"Without a view: what the posts cost and bring.", "Sans vue : ce que les postes coûtent et rapportent."},
            {list(object("returns", {"return_row"},
                         {"A row an item, view and exercise, then those of the whole life.",
                          "Une ligne par poste de calcul, vue et exercice, puis celles de toute la durée."})),
             list(object("assumptions", {"assumption_row"},
                         {"The assumptions of the gains.", "Les hypothèses des gains."})),
             receipt()}};
}

Object post_sensitivity() {
    return {
        "sensitivity",
        {"With --sensitivity.", "Avec --sensitivity."},
        {list(object("sensitivity", {"sensitivity_row"},
                     {"The assumptions, the largest effect first.", "Les hypothèses, l'effet le plus grand d'abord."})),
         receipt()}};
}

Object post_comparison() {
    return {"comparison",
            {"With --compare or --compare-employers.", "Avec --compare ou --compare-employers."},
            {list(object("comparison", {"compared_post_row"},
                         {"A row an item, as without a view, for the post as typed and each other.",
                          "Une ligne par poste de calcul, comme sans vue, pour le poste saisi et chacun des autres."})),
             list(object("notes", {"comparison_note"},
                         {"What was assumed to make each.", "Ce qui a été supposé pour chacun."})),
             receipt()}};
}

Object comparison_note() {
    return {
        "comparison_note",
        {"A sentence.", "Une phrase."},
        {scenario(), post(),
         word("compared", {"typed", "full-time", "half-time", "shared", "service", "sisa", "association", "groupement"},
              {"What it is said of.", "Ce dont elle parle."}),
         text("text", {"In the reader's language.", "Dans la langue du lecteur."})}};
}

Member gainer() {
    return word("gainer", {"company", "professionals"}, {"Who gains.", "Qui gagne."});
}

Member assumption() {
    return word("assumption",
                {"professionals", "weeks", "hours", "share", "week_hours", "becomes", "hour_value", "per_hour", "fee",
                 "missed", "reduction", "slots", "rise", "meetings", "fees", "contribution", "patients", "amount"},
                {"Its key in the gain.", "Sa clé dans le gain."});
}

std::vector<Member> before_figure() {
    return {scenario(), entity(),
            or_null(whole("exercise", {"The financial year; null for what is of the whole life.",
                                       "L'exercice ; null pour ce qui vaut pour toute la durée."})),
            post()};
}

std::vector<Member> return_figure() {
    return {word("view", {"company", "professionals", "together"},
                 {"The company's cash, the value at the professionals, or both against the cost.",
                  "La trésorerie de la société, la valeur chez les professionnels, ou les deux face au coût."}),
            id("item", {"What it is: cost, funding.ID, gain.ID, payback …",
                        "Ce que c'est : cost, funding.ID, gain.ID, payback …"}),
            word("unit", {"eur", "percent", "months", "hours", "consultations"}, {"Of the values.", "Des valeurs."}),
            or_null(decimal(
                "low", {"All assumptions low; null for nothing.", "Toutes les hypothèses basses ; null pour rien."})),
            or_null(decimal("central", {"All assumptions central.", "Toutes les hypothèses centrales."})),
            or_null(decimal("high", {"All assumptions high.", "Toutes les hypothèses hautes."}))};
}

Object return_row() {
    return {"return_row",
            {"A figure, low, central and high.", "Un chiffre, bas, central et haut."},
            joined({before_figure(), return_figure()})};
}

// One of the two columns is there.
Object compared_post_row() {
    return {"compared_post_row",
            {"A figure of the post as it is compared.", "Un chiffre du poste comparé."},
            joined({before_figure(),
                    {alternative(word("form", {"typed", "full-time", "half-time", "shared", "service"},
                                      {"The form of employment.", "La forme d'emploi."})),
                     alternative(word("employer", {"typed", "sisa", "association", "groupement"},
                                      {"The kind of employer.", "Le type d'employeur."}))},
                    return_figure()})};
}

Object assumption_row() {
    return {
        "assumption_row",
        {"An assumption of a gain.", "Une hypothèse d'un gain."},
        {scenario(), entity(), post(), id("gain", {"The gain's id.", "L'id du gain."}), gainer(), assumption(),
         word("unit", {"eur", "percent", "hours", "number"}, {"Of the values.", "Des valeurs."}),
         decimal("low", {"Low value.", "Valeur basse."}), decimal("central", {"Central value.", "Valeur centrale."}),
         decimal("high", {"High value.", "Valeur haute."}),
         text("source", {"Where it comes from.", "D'où elle vient."}),
         or_null(decimal("needed", {"What it alone would have to be for payback after 24 months; null where it "
                                    "holds, or nothing would do.",
                                    "Ce qu'elle seule devrait être pour être rentabilisé après 24 mois ; null si "
                                    "c'est le cas, ou si rien ne suffirait."}))}};
}

Object sensitivity_row() {
    return {"sensitivity_row",
            {"The result of both together with one assumption moved.",
             "Le résultat des deux ensemble, une hypothèse déplacée."},
            {scenario(), entity(), post(), id("gain", {"The gain's id.", "L'id du gain."}), gainer(), assumption(),
             amount("low", {"With its low value.", "Avec sa valeur basse."}),
             amount("central", {"All central.", "Toutes centrales."}),
             amount("high", {"With its high value.", "Avec sa valeur haute."}),
             amount("effect", {"Between the two.", "Entre les deux."}), basis(),
             text("source", {"Where the assumption comes from.", "D'où vient l'hypothèse."})}};
}

Object explained_return() {
    return {"explained_return",
            {"A figure of a return and its reasons.", "Un chiffre d'un retour et ses raisons."},
            {scenario(), post(), id("item", {"The figure.", "Le chiffre."}),
             or_empty(word(
                 "view", {"company", "professionals", "together"},
                 {"Of a sum, or of a figure of the whole life.", "D'une somme, ou d'un chiffre de toute la durée."})),
             list(object("steps", {"step"}, {"How it comes about.", "D'où il vient."}))}};
}

Object post_month_row() {
    return {"month_row",
            {"A month of a post.", "Un mois d'un poste."},
            {scenario(), entity(), post(), period("month", {"The month.", "Le mois."}),
             or_null(whole("exercise", {"The financial year of its pay; null where it only pays what is left.",
                                        "L'exercice du salaire ; null si le mois ne paie que ce qui reste."})),
             or_null(basis()), amount("gross", {"Gross pay.", "Le salaire brut."}),
             amount("employer", {"The employer's contributions, before the reduction.",
                                 "Les cotisations patronales, avant la réduction."}),
             amount("reduction", {"The general reduction; negative where it is taken back.",
                                  "La réduction générale ; négative si elle est reprise."}),
             amount("employee", {"What is withheld.", "Les retenues."}),
             amount("net", {"Net pay before income tax.", "Le net à payer avant impôt."}),
             amount("other", {"Vouchers, travel, payroll fee, training, replacement, the end of a contract and "
                              "invoices; what is invoiced to another house is taken off.",
                              "Titres-restaurant, transport, frais de paie, formation, remplacement, fin de contrat et "
                              "factures ; ce qui est refacturé est déduit."}),
             amount("cost", {"What the month costs, without the payroll tax.",
                             "Le coût du mois, sans la taxe sur les salaires."}),
             amount("payroll_tax", {"The post's share of the year's taxe sur les salaires, in its last month.",
                                    "La part du poste dans la taxe sur les salaires de l'année, au dernier mois."}),
             amount("paid", {"What leaves the bank in the month.", "Ce qui quitte la banque dans le mois."}),
             amount("leave", {"What the paid leave earned in the month will cost; in no cost and no payment.",
                              "Ce que coûteront les congés acquis dans le mois ; dans aucun coût ni paiement."})}};
}

Object post_payment_row() {
    return {"post_payment_row",
            {"A payment of a post.", "Un paiement d'un poste."},
            {scenario(), entity(), post(), date("date", {"The day.", "Le jour."}),
             id("line", {"The post and the part of it: desk.urssaf.", "Le poste et sa partie : accueil.urssaf."}),
             text("label", {"Both in words.", "Les deux en mots."}), exercise(), basis(),
             amount("amount", {"Negative: it leaves the account.", "Négatif : il quitte le compte."})}};
}

std::vector<Object> objects() {
    std::vector<Object> all = {post_returns(),      post_sensitivity(), post_months(),      post_payments(),
                               post_explanations(), afford(),           post_comparison(),  compared_post_row(),
                               comparison_note(),   return_row(),       assumption_row(),   sensitivity_row(),
                               explained_return(),  post_month_row(),   post_payment_row(), afford_verdict(),
                               afford_hire(),       afford_hours(),     afford_note()};
    for (const Object& shared : explained_movements())
        all.push_back(shared);
    return all;
}

}  // namespace

const Answers& coordinator_answers() {
    static const Answers answers = {
        "msp-coordinator",
        {"Answers of msp-coordinator as JSON", "Les réponses JSON de msp-coordinator"},
        {"returns", "sensitivity", "months", "payments", "post_explanations", "afford", "comparison", "list"},
        objects()};
    return answers;
}

}  // namespace msp::manual
