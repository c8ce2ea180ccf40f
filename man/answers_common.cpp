// SPDX-License-Identifier: MIT
#include <msp/law/aci_indicator.hpp>
#include <msp/law/category.hpp>
#include <msp/law/profession.hpp>

#include <answers.hpp>
#include <members.hpp>

namespace msp::manual {
namespace {

Object receipt_object() {
    return {
        "receipt",
        {"By what an answer can be repeated.", "Ce par quoi une réponse peut être refaite."},
        {text("program", {"Its name and version.", "Son nom et sa version."}),
         list(object("inputs", {"input"},
                     {"Each file that was read: budgets, CSV files, and rules where --law is given.",
                      "Chaque fichier lu : budgets, fichiers CSV, et règles avec --law."})),
         object("options", {"options"}, {"Those given, but --output.", "Celles qui sont données, sauf --output."})}};
}

Object input() {
    return {"input",
            {"A file that was read.", "Un fichier lu."},
            {text("file", {"Its name as typed.", "Son nom tel qu'il est donné."}),
             {.name = "sha256",
              .form = Form::hash,
              .about = {"The SHA-256 of its bytes, as sha256sum prints it.",
                        "Le SHA-256 de ses octets, tel que sha256sum l'affiche."}}}};
}

Object options() {
    return {"options",
            {"The options given, by name.", "Les options données, par leur nom."},
            {{.name = "OPTION",
              .form = Form::option,
              .about = {"True of one without a value, else its values, one for each time it is given.",
                        "True si elle n'a pas de valeur, sinon ses valeurs, une par emploi."},
              .given = Given::or_absent,
              .pattern = "^[a-z][a-z-]*$"}}};
}

Object step() {
    return {"step",
            {"One step of an explanation; the last one has the figure.",
             "Une étape d'une explication ; la dernière porte le chiffre."},
            {text("what", {"What is done, in words.", "Ce qui est fait, en mots."}),
             or_null(amount("amount", {"What it comes to; null where it is no amount.",
                                       "Son résultat ; null si ce n'est pas un montant."})),
             or_empty(text("place", {"Where in a file it stands, as in budget.toml:14:10; empty for nowhere.",
                                     "Où cela figure dans un fichier, comme budget.toml:14:10 ; vide pour nulle "
                                     "part."}))}};
}

Object unanswered() {
    return {"unanswered",
            {"Stands for a file with errors, where several are read.",
             "Tient la place d'un fichier qui a des erreurs, quand plusieurs sont lus."},
            {text("file", {"Its name as typed.", "Son nom tel qu'il est donné."}),
             word("status", {"error"}, {"As in the summary.", "Comme dans le récapitulatif."}),
             text("message", {"Its first error in one line, with the number of others.",
                              "Sa première erreur en une ligne, avec le nombre des autres."})}};
}

Object answer_to_list() {
    return {
        "list",
        {"With --list: what a budget may name.", "Avec --list : ce qu'un budget peut nommer."},
        {alternative(list(object("categories", {"category"}, {"With --list categories.", "Avec --list categories."}))),
         alternative(list(object("keys", {"key"}, {"With --list keys.", "Avec --list keys."}))),
         alternative(
             list(object("indicators", {"listed_indicator"}, {"With --list indicators.", "Avec --list indicators."}))),
         alternative(
             list(object("professions", {"profession"}, {"With --list professions.", "Avec --list professions."}))),
         object("receipt", {"receipt"}, {"By what it can be repeated.", "Ce par quoi elle peut être refaite."})}};
}

Object category() {
    return {"category",
            {"A category that a line may have.", "Une catégorie qu'une ligne peut avoir."},
            {id("id", {"Its id.", "Son id."}),
             id("french", {"Its id in a file with French keys.", "Son id dans un fichier en clés françaises."}),
             text("label", {"Its name.", "Son nom."}),
             word("nature", {nature_ids.begin(), nature_ids.end()},
                  {"What its movements are.", "Ce que sont ses mouvements."}),
             text("account", {"Its account in the PCG.", "Son compte du PCG."})}};
}

Object key() {
    return {
        "key",
        {"A key of the budget file.", "Une clé du fichier de budget."},
        {text("section", {"The table that it belongs to, in words.", "La table à laquelle elle appartient, en mots."}),
         id("key", {"Its English name.", "Son nom anglais."}), id("french", {"Its French name.", "Son nom français."}),
         text("about", {"What it says.", "Ce qu'elle dit."})}};
}

Object listed_indicator() {
    return {"listed_indicator",
            {"An indicator of the ACI, as the latest text has it.",
             "Un indicateur de l'ACI, tel que le dernier texte l'a."},
            {id("id", {"Its id.", "Son id."}), text("label", {"Its name.", "Son nom."}),
             word("class", {aci_class_ids.begin(), aci_class_ids.end()}, {"Its class.", "Sa classe."})}};
}

Object profession() {
    return {"profession",
            {"A profession that the ACI counts.", "Une profession que l'ACI compte."},
            {id("id", {"Its id.", "Son id."}), text("label", {"Its name.", "Son nom."}),
             word("kind", {profession_kind_ids.begin(), profession_kind_ids.end()}, {"Its kind.", "Son genre."})}};
}

}  // namespace

const std::vector<Object>& common_objects() {
    static const std::vector<Object> objects = {answer_to_list(), category(),       key(),   listed_indicator(),
                                                profession(),     receipt_object(), input(), options(),
                                                step(),           unanswered()};
    return objects;
}

Object explained_movement() {
    return {"explained_movement",
            {"A movement and its reasons.", "Un mouvement et ses raisons."},
            {date("date", {"When the account moves.", "Quand le compte bouge."}),
             id("bank", {"The bank's id.", "L'id de la banque."}),
             id("line", {"The line, with its part.", "La ligne, avec sa partie."}),
             amount("amount", {"Positive where money comes in.", "Positif si l'argent entre."}),
             list(object("steps", {"step"}, {"How it comes about.", "D'où il vient."}))}};
}

std::vector<Object> explained_movements() {
    return {{"explained_movements",
             {"Of a period or a line: its movements.", "D'une période ou d'une ligne : ses mouvements."},
             {scenario(), date("from", {"The first day asked for.", "Le premier jour demandé."}),
              date("to", {"The last day asked for.", "Le dernier jour demandé."}),
              list(object("movements", {"explained_movement"}, {"In order of day.", "Par ordre de jour."}))}},
            explained_movement()};
}

}  // namespace msp::manual
