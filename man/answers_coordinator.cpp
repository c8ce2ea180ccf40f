// SPDX-License-Identifier: MIT
#include <answers.hpp>
#include <members.hpp>

namespace msp::manual {
namespace {

Object post_months() {
    return {"months",
            {"What the posts come to, month by month.", "Ce que donnent les postes, mois par mois."},
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

Member basis() {
    return word("basis", {"known", "assumed"}, {"Whether the rates are known.", "Si les taux sont connus."});
}

Object post_explanations() {
    return {"post_explanations",
            {"With --explain.", "Avec --explain."},
            {list(object("explanations", {"explained_movements"},
                         {"Of the base and each scenario that has the post.",
                          "Pour la base et chaque scénario qui a le poste."})),
             receipt()}};
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
             amount("other", {"Vouchers, travel, payroll fee and training, as the employer bears them.",
                              "Titres-restaurant, transport, frais de paie et formation, part de l'employeur."}),
             amount("cost", {"What the month costs, without the payroll tax.",
                             "Le coût du mois, sans la taxe sur les salaires."}),
             amount("payroll_tax", {"The post's share of the year's taxe sur les salaires, in its last month.",
                                    "La part du poste dans la taxe sur les salaires de l'année, au dernier mois."}),
             amount("paid", {"What leaves the bank in the month.", "Ce qui quitte la banque dans le mois."})}};
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
    std::vector<Object> all = {post_months(), post_payments(), post_explanations(), post_month_row(),
                               post_payment_row()};
    for (const Object& shared : explained_movements())
        all.push_back(shared);
    return all;
}

}  // namespace

const Answers& coordinator_answers() {
    static const Answers answers = {"msp-coordinator",
                                    {"Answers of msp-coordinator as JSON", "Les réponses JSON de msp-coordinator"},
                                    {"months", "payments", "post_explanations", "list"},
                                    objects()};
    return answers;
}

}  // namespace msp::manual
