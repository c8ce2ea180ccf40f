// SPDX-License-Identifier: MIT
#include <msp/aci/schedule.hpp>
#include <msp/law/aci.hpp>

#include <answers.hpp>
#include <members.hpp>

namespace msp::manual {
namespace {

using Words = std::vector<std::string_view>;

Words classes() {
    return {aci_class_ids.begin(), aci_class_ids.end()};
}
Words confidences() {
    return {confidence_ids.begin(), confidence_ids.end()};
}
Words and_more(Words words, std::initializer_list<std::string_view> more) {
    words.insert(words.end(), more);
    return words;
}

Member receiver() {
    return id("entity", {"Who receives the ACI.", "L'entité qui reçoit l'ACI."});
}
Member aci_year() {
    return year("exercise", {"The year of the ACI.", "L'année de l'ACI."});
}
Member indicator() {
    return id("indicator", {"Its id.", "Son id."});
}
Member axis() {
    return id("axis", {"Its axis in the text.", "Son axe dans le texte."});
}
// Of a row: the year's text may only be assumed, and points typed.
Member row_confidence() {
    return word(
        "confidence", and_more(confidences(), {"typed", "assumed"}),
        {"How sure its values are: typed, where the points are, assumed, where the text is.",
         "À quel point ses valeurs sont sûres : typed si les points sont saisis, assumed si le texte est supposé."});
}

// A number of points, rounded, and exactly.
std::vector<Member> points(const std::string& name, Phrase about) {
    return {decimal(name, about), exact(name + "_num", {"Its exact numerator.", "Son numérateur exact."}),
            exact(name + "_den", {"Its exact denominator.", "Son dénominateur exact."})};
}

// ---- The answers

Member years(Phrase about) {
    return list(object("years", {"aci_year"}, about));
}
const Phrase computed_from = {"What each year was computed from, of each scenario.",
                              "Ce dont chaque année est calculée, dans chaque scénario."};

Member schedule() {
    return list(object("schedule", {"due"}, {"What is paid when.", "Ce qui est versé, et quand."}));
}

std::vector<Object> answers_to_questions() {
    return {{"indicators",
             {"Without any question: each year, indicator by indicator.",
              "Sans aucune question : chaque année, indicateur par indicateur."},
             {years(computed_from), list(object("indicators", {"indicator_row"}, {"The rows.", "Les lignes."})),
              schedule(), receipt()}},
            {"schedule", {"With --schedule.", "Avec --schedule."}, {years(computed_from), schedule(), receipt()}},
            {"next",
             {"With --next.", "Avec --next."},
             {years(computed_from),
              list(object("next", {"next_row"}, {"What to reach next.", "Quoi atteindre ensuite."})), receipt()}},
            {"target",
             {"With --target.", "Avec --target."},
             {years(computed_from),
              list(object("target", {"target_row"}, {"The least to reach.", "Le moins à atteindre."})), receipt()}},
            {"comparison",
             {"With --compare.", "Avec --compare."},
             {years({"The year under each of the texts.", "L'année selon chacun des textes."}),
              list(object("comparison", {"comparison_row"}, {"The rows.", "Les lignes."})), receipt()}},
            {"explanations",
             {"With --explain.", "Avec --explain."},
             {list(object("explanations", {"explanation"}, {"One for each scenario.", "Une par scénario."})),
              years({"The year, of each scenario.", "L'année, dans chaque scénario."}), receipt()}},
            {"rules",
             {"With --rules.", "Avec --rules."},
             {list(object("texts", {"legal_text"}, {"The legal texts.", "Les textes."})), receipt()}}};
}

// ---- Rows

Object indicator_row() {
    return {
        "indicator_row",
        {"An indicator in a year, or its majoration for precarity (indicator and class majoration).",
         "Un indicateur une année donnée, ou la majoration précarité (indicateur et classe majoration)."},
        {scenario(), receiver(), aci_year(), indicator(), or_null(axis()),
         word("class", and_more(classes(), {"majoration"}), {"Its class in that year.", "Sa classe cette année-là."}),
         word("reached", {"yes", "partly", "no"}, {"Whether it is reached.", "S'il est atteint."}),
         or_null(decimal("points",
                         {"What is reached; null of a majoration.", "Ce qui est atteint ; null pour une majoration."})),
         or_null(decimal("points_max", {"At 100 %; null of a majoration and where the value is not public.",
                                        "À 100 % ; null pour une majoration et si la valeur n'est pas publique."})),
         amount("amount", {"What is paid.", "Ce qui est payé."}),
         or_null(amount("amount_max", {"What would be paid at 100 %; null where the value is not public.",
                                       "Ce qui le serait à 100 % ; null si la valeur n'est pas publique."})),
         row_confidence(),
         or_null(exact("points_num", {"The exact numerator of the points.", "Le numérateur exact des points."})),
         or_null(exact("points_den", {"Their exact denominator.", "Leur dénominateur exact."}))}};
}

Object due() {
    return {"due",
            {"A payment, or a recovery.", "Un versement, ou une reprise."},
            {scenario(), receiver(), date("date", {"When it is paid.", "Quand il est versé."}),
             word("kind", {id_of(Part::advance), id_of(Part::balance), id_of(Part::recovery)},
                  {"What it is.", "Ce que c'est."}),
             aci_year(), amount("amount", {"A recovery is negative.", "Une reprise est négative."}),
             word("status", ids_from(AciStatus::computed, AciStatus::paid),
                  {"How sure it is.", "À quel point il est sûr."}),
             text("basis", {"Typed, or the calculation that makes the amount.",
                            "Typed (saisi), ou le calcul qui donne le montant."})}};
}

Object next_row() {
    return {
        "next_row",
        {"Something to reach.", "Quelque chose à atteindre."},
        {scenario(), receiver(), aci_year(),
         whole("rank", {"From 1 by what it brings; 0 is the prerequisites that are missing.",
                        "À partir de 1, selon ce qu'il rapporte ; 0 pour les prérequis manquants."}),
         text("indicators", {"The ids of what is reached together, separated by a blank; ipa is an IPA in the team.",
                             "Les ids de ce qui s'atteint ensemble, séparés par une espace ; ipa est une IPA dans "
                             "l'équipe."}),
         text("label", {"Their names.", "Leurs noms."}), text("takes", {"What it takes.", "Ce que cela demande."}),
         amount("gain", {"What it brings a year.", "Ce que cela rapporte par an."}),
         amount("total", {"What the year would then pay.", "Ce que l'année paierait alors."}),
         or_null(whole("effort", {"Its weight; null where it has a cost.", "Son poids ; null s'il a un coût."})),
         word("confidence", and_more(confidences(), {"assumed"}),
              {"The least sure of its values.", "La moins sûre de ses valeurs."}),
         word("shown", {"yes", "no"},
              {"Whether the professions of the associates already show it.",
               "Si les professions des associés le montrent déjà."}),
         or_null(word("piece", {"unit", "meeting", "case", "hours", "saturday", "holidays"},
                      {"The step on the way that brings most; null where there is none.",
                       "L'étape intermédiaire qui rapporte le plus ; null s'il n'y en a pas."})),
         or_null(amount("piece_gain", {"What that step brings.", "Ce que cette étape rapporte."})),
         or_null(amount("cost", {"What it costs a year; null where it has a weight.",
                                 "Ce que cela coûte par an ; null s'il a un poids."}))}};
}

Object target_row() {
    return {"target_row",
            {"The least that reaches the target. All after `reached` is null where nothing does.",
             "Le moins qui atteint l'objectif. Tout ce qui suit `reached` est null si rien ne l'atteint."},
            {scenario(), receiver(), aci_year(), amount("target", {"As typed.", "Tel qu'il est donné."}),
             word("least", {"indicators", "effort"}, {"What is made least.", "Ce qui est réduit au minimum."}),
             word("reached", {"yes", "no"}, {"Whether anything reaches it.", "Si quelque chose l'atteint."}),
             or_null(whole("count", {"How many are to be reached.", "Combien sont à atteindre."})),
             or_null(whole("effort", {"The sum of their weights; null where they have costs.",
                                      "La somme de leurs poids ; null s'ils ont des coûts."})),
             or_null(amount("total", {"What the year then pays.", "Ce que l'année paie alors."})),
             or_null(text("indicators", {"Their ids, separated by a blank; ipa is an IPA in the team.",
                                         "Leurs ids, séparés par une espace ; ipa est une IPA dans l'équipe."})),
             or_null(word("confidence", and_more(confidences(), {"assumed"}),
                          {"The least sure of their values.", "La moins sûre de leurs valeurs."})),
             or_null(text("gains", {"The euros of each, in their order and separated by a blank.",
                                    "Les euros de chacun, dans leur ordre et séparés par une espace."})),
             or_null(amount("unlocked", {"What is reached already and paid only with them.",
                                         "Ce qui est déjà atteint et n'est payé qu'avec eux."})),
             or_null(amount("cost", {"The sum of their costs; null where they have weights.",
                                     "La somme de leurs coûts ; null s'ils ont des poids."}))}};
}

Object comparison_row() {
    return {"comparison_row",
            {"An indicator under a text, or its majoration for precarity.",
             "Un indicateur selon un texte, ou la majoration précarité."},
            {scenario(), receiver(), aci_year(), indicator(), or_null(axis()),
             word("class", and_more(classes(), {"majoration"}),
                  {"Its class in the year of the text.", "Sa classe l'année du texte."}),
             id("text", {"The id of the text.", "L'id du texte."}),
             or_null(decimal("points", {"What is reached; null of a majoration.",
                                        "Ce qui est atteint ; null pour une majoration."})),
             amount("amount", {"What would be paid.", "Ce qui serait payé."}),
             year("text_year", {"The year named, whose text it is.", "L'année nommée, dont c'est le texte."}),
             row_confidence()}};
}

Object explanation() {
    return {"explanation",
            {"How a figure comes about.", "D'où vient un chiffre."},
            {scenario(), aci_year(),
             id("what", {"The id of an indicator, total or advance.", "L'id d'un indicateur, total ou advance."}),
             text("label", {"Its name.", "Son nom."}), amount("amount", {"The figure.", "Le chiffre."}),
             list(object("steps", {"step"}, {"How it comes about.", "D'où il vient."}))}};
}

// ---- A year

Object a_year() {
    return {
        "aci_year",
        {"What a year pays, and what it is computed from.", "Ce que paie une année, et ce dont elle est calculée."},
        joined({{scenario(), receiver(), aci_year(),
                 object("text", {"text_head"}, {"The text that is applied.", "Le texte appliqué."}),
                 flag("assumed", {"Whether that is only taken to hold.", "S'il est seulement supposé s'appliquer."}),
                 object("facts", {"facts"}, {"What the budget says.", "Ce que dit le budget."})},
                points("points", {"Of all indicators, paid or not.", "De tous les indicateurs, payés ou non."}),
                points("points_max", {"The same at 100 %.", "La même chose à 100 %."}),
                points("majoration", {"The share that precarity adds.", "La part que la précarité ajoute."}),
                {amount("majoration_amount", {"What that is.", "Ce qu'elle fait."}),
                 amount("total", {"What the year pays.", "Ce que l'année paie."}),
                 amount("maximum", {"What it would pay at 100 %.", "Ce qu'elle paierait à 100 %."}),
                 list(id("missing", {"The prerequisites that are not reached: nothing is paid.",
                                     "Les prérequis non atteints : rien n'est payé."})),
                 list(object("classes", {"class_sum"}, {"Sums by class.", "Sommes par classe."})),
                 list(object("axes", {"axis_sum"}, {"Sums by axis.", "Sommes par axe."})),
                 object("advance", {"advance"}, {"The advance.", "L'avance."}),
                 object("balance", {"balance"}, {"The balance.", "Le solde."}),
                 amount("settled", {"Advance, balance and recovery as the schedule has them.",
                                    "Avance, solde et reprise, tels que l'échéancier les a."}),
                 object("documents", {"documents"}, {"The supporting documents.", "Les justificatifs."}),
                 or_null(amount("notified", {"What the CPAM has notified; null where nothing is typed.",
                                             "Ce que la CPAM a notifié ; null si rien n'est saisi."})),
                 object("options", {"year_options"}, {"What no text settles.", "Ce qu'aucun texte ne tranche."}),
                 list(object("readings", {"reading"},
                             {"The choices by which the year or its advance would be another amount.",
                              "Les choix selon lesquels l'année ou son avance feraient un autre montant."})),
                 list(object("uncertain", {"uncertain"},
                             {"The values used that no official document confirms.",
                              "Les valeurs utilisées qu'aucun document officiel ne confirme."})),
                 list(text("notes", {"The sentences below the table.", "Les phrases sous le tableau."})),
                 list(object("sources", {"source"}, {"The sources used.", "Les sources utilisées."}))}})};
}

std::vector<Member> text_members() {
    return {id("id", {"The id of the text.", "L'id du texte."}),
            text("label", {"Its name.", "Son nom."}),
            text("legal", {"The legal text.", "Le texte légal."}),
            year("from", {"The first year in which it holds.", "La première année où il s'applique."}),
            or_null(year("until", {"The last one; null where it is not replaced yet.",
                                   "La dernière ; null s'il n'est pas encore remplacé."})),
            date("checked", {"When it was last compared with what is public.",
                             "Quand il a été comparé pour la dernière fois avec ce qui est public."}),
            or_empty(
                text("note", {"What is to be said of it; may be empty.", "Ce qu'il y a à en dire ; peut être vide."}))};
}

Object facts() {
    const Phrase from = {"Whether that is typed or counted from the members.",
                         "S'il est saisi ou compté d'après les membres."};
    return {
        "facts",
        {"What a year is computed from.", "Ce dont une année est calculée."},
        {decimal("patients", {"Patients of the associated doctors.", "Patients des médecins associés."}),
         word("patients_from", {"typed", "members"}, from),
         decimal("associates", {"Associates who count.", "Associés qui comptent."}),
         word("associates_from", {"typed", "members"}, from), decimal("doctors", {"Doctors.", "Médecins."}),
         date("counted_on", {"The day on which members are counted.", "Le jour où les membres sont comptés."}),
         flag("ipa", {"Whether an IPA is in the team.", "Si une IPA est dans l'équipe."}),
         flag("crisis", {"Whether a health crisis was declared.", "Si une crise sanitaire a été déclarée."}),
         or_null(date("contract", {"The contract's first day; null where it is not typed.",
                                   "Le premier jour du contrat ; null s'il n'est pas saisi."})),
         or_null(date("contract_end", {"Its last day, or that of the renewed one.",
                                       "Son dernier jour, ou celui du contrat renouvelé."})),
         or_null(object("precarity", {"precarity"}, {"Null where it is not typed.", "Null si elle n'est pas saisie."})),
         list(object("reached", {"reached"}, {"What is said to be reached.", "Ce qui est dit atteint."})),
         list(object("points", {"typed_points"}, {"Points that are typed.", "Les points saisis."}))}};
}

Object reached() {
    return {
        "reached",
        {"What is said of an indicator, and only that.", "Ce qui est dit d'un indicateur, et rien d'autre."},
        {indicator(), flag("whole", {"Everything that it asks for.", "Tout ce qu'il demande."}),
         or_absent(whole("number", {"How many.", "Combien."})),
         or_absent(date("since", {"Since when.", "Depuis quand."})),
         or_absent(whole("amplitude_minutes", {"Minutes open on a weekday.", "Minutes d'ouverture en semaine."})),
         or_absent(flag("saturday", {"Open on Saturday.", "Ouvert le samedi."})),
         or_absent(flag("derogation", {"A derogation of the ARS.", "Une dérogation de l'ARS."})),
         or_absent(flag("unscheduled", {"Unscheduled care is organised.", "Les soins non programmés sont organisés."})),
         or_absent(decimal("closed_weeks", {"Weeks closed in school holidays.",
                                            "Semaines de fermeture pendant les vacances scolaires."})),
         or_absent(decimal("closed_weeks_outside", {"Weeks closed outside them.", "Semaines de fermeture en dehors."})),
         or_absent(whole("cases", {"Cases studied.", "Dossiers étudiés."})),
         or_absent(whole("concerned", {"Patients concerned.", "Patients concernés."})),
         or_absent(whole("meetings", {"Meetings held.", "Réunions tenues."})),
         or_absent(list(text("themes", {"Themes of missions.", "Thèmes des missions."}))),
         or_absent(whole("regional", {"Missions from the regional health project.",
                                      "Missions issues du projet régional de santé."}))}};
}

std::vector<Object> year_parts() {
    return {
        {"text_head",
         {"A text by which a year is computed.", "Un texte selon lequel une année est calculée."},
         text_members()},
        facts(),
        {"precarity",
         {"Beneficiaries, and the national shares of the year.",
          "Les bénéficiaires, et les parts nationales de l'année."},
         {whole("c2s", {"Beneficiaries of the C2S.", "Bénéficiaires de la C2S."}),
          whole("ame", {"Beneficiaries of the AME.", "Bénéficiaires de l'AME."}),
          decimal("c2s_national_percent",
                  {"National share of the C2S, in percent.", "Part nationale de la C2S, en pour cent."}),
          decimal("ame_national_percent",
                  {"National share of the AME, in percent.", "Part nationale de l'AME, en pour cent."})}},
        reached(),
        {"typed_points",
         {"Points that win over the rules.", "Des points qui l'emportent sur les règles."},
         {indicator(), decimal("points", {"How many.", "Combien."})}},
        {"reading",
         {"A year by another choice.", "Une année selon un autre choix."},
         {text("option", {"The choice, as in case_rate = exact.", "Le choix, comme case_rate = exact."}),
          amount("total", {"What the year would pay.", "Ce que l'année paierait."}),
          amount("advance", {"What its advance would be.", "Ce que serait son avance."}),
          decimal("patients", {"The patients that it counts.", "Les patients qu'il compte."}),
          decimal("associates", {"The associates that it counts.", "Les associés qu'il compte."})}},
        {"uncertain",
         {"A value that no official document confirms.", "Une valeur qu'aucun document officiel ne confirme."},
         {id("value",
             {"An indicator, or point, advance or precarity.", "Un indicateur, ou point, advance ou precarity."}),
          word("confidence", {"single", "inferred", "unknown"}, {"How sure it is.", "À quel point elle est sûre."})}},
        {"source",
         {"Where values stand.", "Où des valeurs figurent."},
         {id("id", {"What citations call it.", "Son nom dans les citations."}),
          text("title", {"Its title.", "Son titre."}),
          text("kind", {"What it is: official, press …", "Ce que c'est : official, press…"}),
          or_empty(text("url", {"Where it is; may be empty.", "Où elle est ; peut être vide."}))}}};
}

std::vector<Member> sum_members() {
    return joined({points("points", {"What is reached.", "Ce qui est atteint."}),
                   points("points_max", {"The same at 100 %.", "La même chose à 100 %."}),
                   {amount("amount", {"What is paid.", "Ce qui est payé."}),
                    amount("amount_max", {"What would be paid at 100 %.", "Ce qui le serait à 100 %."})}});
}

std::vector<Member> share_members() {
    return {amount("amount", {"As the schedule has it.", "Tel que l'échéancier l'a."}),
            date("date", {"When it comes.", "Quand il vient."}),
            date("latest_date", {"The latest day of the text.", "Le dernier jour selon le texte."}),
            amount("computed", {"What the rules alone say.", "Ce que disent les règles seules."})};
}

std::vector<Object> payments() {
    const Member recovery = or_null(
        object("recovery", {"recovery"},
               {"What is recovered of it; null where nothing is.", "Ce qui en est repris ; null si rien ne l'est."}));
    return {
        {"class_sum",
         {"The indicators of a class.", "Les indicateurs d'une classe."},
         joined({{word("class", classes(), {"The class.", "La classe."})}, sum_members()})},
        {"axis_sum",
         {"The indicators of an axis.", "Les indicateurs d'un axe."},
         joined({{id("axis", {"The axis.", "L'axe."})}, sum_members()})},
        {"advance",
         {"An advance and how it is made.", "Une avance et son calcul."},
         joined(
             {share_members(),
              {decimal("share_percent", {"Its share of the base, in percent.", "Sa part de la base, en pour cent."})},
              points("base_points", {"Points of the base: prerequisites and socle at 100 %.",
                                     "Points de la base : prérequis et socle à 100 %."}),
              {amount("base", {"The base.", "La base."}),
               decimal("prorata", {"The part of the year that counts.", "La part de l'année qui compte."}),
               whole("prorata_num", {"That in days or months.", "La même, en jours ou en mois."}),
               whole("prorata_den", {"Those of the whole year.", "Ceux de l'année entière."}), recovery}})},
        {"balance", {"A balance.", "Un solde."}, joined({share_members(), {recovery}})},
        {"recovery",
         {"What was overpaid and is taken back.", "Ce qui a été trop versé et est repris."},
         {amount("amount", {"Negative.", "Négatif."}), date("date", {"When.", "Quand."}),
          word("by", {"offset", "repayment"}, {"Held back, or paid back.", "Retenu, ou remboursé."})}},
        {"documents",
         {"The day for the supporting documents.", "Le jour des justificatifs."},
         {date("date", {"By when.", "Au plus tard."}),
          word("confidence", and_more(confidences(), {"typed"}), {"How sure that is.", "À quel point c'est sûr."})}}};
}

// The choices of a budget: keys of its table options, with the words of that table.
Object year_options() {
    Object options = {
        "year_options",
        {"What no text settles, as the budget chooses.", "Ce qu'aucun texte ne tranche, selon le choix du budget."},
        {}};
    for (const Key& key : keys_of(Section::aci_options)) {
        Words words;
        for (const Word& choice : key.words)
            words.emplace_back(choice.english);
        if (key.type == KeyType::boolean)
            words = {"true", "false"};
        options.members.push_back(word(key.english, words, key.says));
    }
    return options;
}

// ---- The rules

// What any value has.
std::vector<Member> evidence() {
    return {word("confidence", confidences(), {"How sure it is.", "À quel point elle est sûre."}),
            list(object("sources", {"citation"}, {"Where it stands.", "Où elle figure."})),
            or_empty(
                text("note", {"What is to be said of it; may be empty.", "Ce qu'il y a à en dire ; peut être vide."}))};
}

Member general(const char* name, const char* object_name, Phrase about) {
    return or_absent(object(name, {object_name}, about));
}

Object text_object() {
    return {
        "legal_text",
        {"A legal text of the ACI. The values of the text as a whole are absent with --indicator, and where no "
         "amounts of it are public.",
         "Un texte de l'ACI. Les valeurs du texte lui-même sont absentes avec --indicator, et si aucun de ses montants "
         "n'est public."},
        joined({text_members(),
                {general("point", "point", {"The value of a point.", "La valeur du point."}),
                 general("advance", "advance_rule", {"The advance.", "L'avance."}),
                 general("due", "due_rule", {"The days of payment.", "Les dates de versement."}),
                 general("documents", "documents_rule", {"The supporting documents.", "Les justificatifs."}),
                 general("contract", "contract", {"The contract.", "Le contrat."}),
                 general("precarity", "precarity_rule", {"The majoration for precarity.", "La majoration précarité."}),
                 list(object("indicators", {"indicator"}, {"Its indicators.", "Ses indicateurs."})),
                 list(object("exceptions", {"exception"},
                             {"Years in which it is applied otherwise.", "Les années où il s'applique autrement."})),
                 list(object("sources", {"source"}, {"Its sources.", "Ses sources."}))}})};
}

std::vector<Object> general_values() {
    return {
        {"point",
         {"The value of a point.", "La valeur du point."},
         joined({{amount("value",
                         {"In euros; 0.00 in a text without points.", "En euros ; 0.00 dans un texte sans points."})},
                 evidence()})},
        {"advance_rule",
         {"The rule of the advance.", "La règle de l'avance."},
         joined({{decimal("share_percent", {"Its share of prerequisites and socle at 100 %, in percent.",
                                            "Sa part des prérequis et du socle à 100 %, en pour cent."})},
                 evidence()})},
        {"due_rule",
         {"The latest days of payment.", "Les derniers jours de versement."},
         joined({{whole("first_advance_months", {"Of a contract's first advance: months after its date.",
                                                 "De la première avance d'un contrat : mois après sa date."}),
                  month_day("advance", {"Of an advance, in its year.", "D'une avance, dans son année."}),
                  month_day("balance", {"Of a balance, in the next year.", "D'un solde, l'année suivante."})},
                 evidence()})},
        {"documents_rule",
         {"The rule of the supporting documents.", "La règle des justificatifs."},
         joined({{month_day("due", {"Their day, in the next year.", "Leur jour, l'année suivante."})}, evidence()})},
        {"contract",
         {"The contract.", "Le contrat."},
         joined({{whole("years", {"How long it holds.", "Sa durée."})}, evidence()})},
        {"precarity_rule",
         {"The rule of the majoration.", "La règle de la majoration."},
         joined({{decimal("cap_percent", {"What it is at most, in percent.", "Son maximum, en pour cent."})},
                 evidence()})},
        {"citation",
         {"A place in a source.", "Un endroit d'une source."},
         {id("source", {"The source's id.", "L'id de la source."}),
          or_empty(text("page", {"The page; may be empty.", "La page ; peut être vide."}))}},
        {"exception",
         {"A year in which an indicator is applied otherwise.", "Une année où un indicateur s'applique autrement."},
         joined({{year("year", {"The year.", "L'année."}), indicator(),
                  or_absent(word("class", classes(),
                                 {"Its class in that year; absent where it is its own.",
                                  "Sa classe cette année-là ; absente si c'est la sienne."})),
                  flag("payable", {"Whether it is paid.", "S'il est payé."})},
                 evidence()})}};
}

Member indicator_ids(const char* name, Phrase about) {
    return list(id(name, about));
}

Object indicator_rule() {
    return {
        "indicator",
        {"An indicator of a text, with every number on its own.", "Un indicateur d'un texte, chaque nombre à part."},
        joined(
            {{id("id", {"Its id.", "Son id."}),
              axis(),
              word("class", classes(),
                   {"Its class, with --year that of the year.", "Sa classe, avec --year celle de l'année."}),
              text("label", {"Its name.", "Son nom."}),
              text("takes", {"What it takes.", "Ce qu'il demande."}),
              list(text("rule", {"What it pays, in words.", "Ce qu'il paie, en mots."})),
              list(object("terms", {"term"}, {"What it pays, added up.", "Ce qu'il paie, additionné."})),
              list(object("steps", {"tier"},
                          {"Steps by the number reached, instead.", "Ou des paliers selon le nombre atteint."})),
              or_absent(object("hours", {"hours"}, {"Points by the hours.", "Les points selon les heures."})),
              or_absent(decimal("case_rate_percent", {"The full rate of cases studied, in percent.",
                                                      "Le taux plein de dossiers étudiés, en pour cent."})),
              or_absent(whole("meetings", {"The full number of meetings.", "Le nombre plein de réunions."})),
              or_absent(whole("most_regional", {"Missions from the regional health project at most.",
                                                "Missions issues du projet régional de santé, au plus."})),
              or_absent(
                  object("team", {"team"}, {"The professions that show it.", "Les professions qui le montrent."})),
              word("proration", {"none", "acquisition", "contract"},
                   {"From when it counts in a first year.", "Depuis quand il compte une première année."}),
              word("condition", {"none", "ipa", "crisis"}, {"When it is due at all.", "Quand il est dû."}),
              or_absent(id("with", {"The indicator that it complements.", "L'indicateur qu'il complète."})),
              indicator_ids("needs", {"What it cannot be reached without.", "Ce sans quoi il ne peut être atteint."}),
              indicator_ids("brings", {"What is reached with it.", "Ce qui est atteint avec lui."}),
              indicator_ids("excludes", {"What cannot be reached beside it.", "Ce qui ne peut être atteint à côté."}),
              list(object("one_of", {"one_of"}, {"One of these is needed.", "L'un de ceux-ci est nécessaire."}))},
             evidence()})};
}

// Of an hours row: points, or euros in a text that pays so.
Member by_hours(const char* name, Phrase about) {
    return decimal(name, about);
}

std::vector<Object> indicator_parts() {
    const std::vector<Member> worth = {
        whole("points", {"The points; 0 where it pays in euros.", "Les points ; 0 s'il paie en euros."}),
        amount("euros", {"The euros; 0.00 where it pays in points.", "Les euros ; 0.00 s'il paie en points."})};
    return {{"term",
             {"A value times the units, and in proportion to a measure.",
              "Une valeur par unité, et en proportion d'une mesure."},
             joined({worth,
                     {whole("most_units", {"Units that count at most; 0 where it is paid once.",
                                           "Unités comptées au plus ; 0 s'il est payé une fois."}),
                      whole("least_units", {"Fewer pay nothing.", "En dessous, rien n'est payé."}),
                      word("scale", {"none", "patients", "associates", "list"}, {"The measure.", "La mesure."}),
                      whole("each", {"What it is divided by.", "Ce par quoi elle est divisée."}),
                      whole("above", {"What of it does not count.", "Ce qui n'en compte pas."}),
                      or_absent(whole("up_to", {"Where it ends.", "Où elle s'arrête."})),
                      word("confidence", confidences(), {"How sure it is.", "À quel point elle est sûre."})}})},
            {"tier",
             {"So many units or more pay this.", "Tant d'unités ou plus paient ceci."},
             joined({{whole("units", {"How many.", "Combien."})}, worth})},
            {"hours",
             {"What the hours of a weekday pay. Points, or euros with two decimals in a text that pays so.",
              "Ce que paient les heures en semaine. Des points, ou des euros à deux décimales dans un texte qui paie "
              "ainsi."},
             {list(object("rows", {"hours_row"},
                          {"From the longest hours down.", "Des heures les plus longues aux plus courtes."})),
              object("derogation", {"hours_row"}, {"With a derogation of the ARS.", "Avec une dérogation de l'ARS."}),
              whole("most_weeks", {"Weeks closed in school holidays at most.",
                                   "Semaines de fermeture pendant les vacances scolaires, au plus."}),
              whole("most_weeks_outside",
                    {"Weeks closed outside them at most.", "Semaines de fermeture en dehors, au plus."})}},
            {"hours_row",
             {"So many hours or more.", "Tant d'heures ou plus."},
             {whole("minutes", {"Minutes open on a weekday.", "Minutes d'ouverture en semaine."}),
              by_hours("saturday", {"Open on Saturday.", "Ouvert le samedi."}),
              by_hours("saturday_few_weeks",
                       {"The same, closed for some weeks.", "La même chose, avec des semaines de fermeture."}),
              by_hours("no_saturday", {"Closed on Saturday.", "Fermé le samedi."}),
              by_hours("no_saturday_few_weeks",
                       {"The same, closed for some weeks.", "La même chose, avec des semaines de fermeture."})}},
            {"team",
             {"Professions of associates that reach it.", "Les professions d'associés qui l'atteignent."},
             {list(word("one_of", {profession_kind_ids.begin(), profession_kind_ids.end()},
                        {"An associate of one of these kinds.", "Un associé de l'un de ces genres."})),
              whole("paramedical",
                    {"So many different paramedical professions.", "Tant de professions paramédicales différentes."}),
              flag("both", {"Both, and not one of them.", "Les deux, et non l'un ou l'autre."})}},
            {"one_of",
             {"Something of which one is enough.", "L'un de plusieurs, qui suffit."},
             {indicator(), whole("units", {"With so many units.", "Avec tant d'unités."}),
              or_empty(text("theme", {"Or with a mission on this theme; may be empty.",
                                      "Ou avec une mission sur ce thème ; peut être vide."}))}}};
}

std::vector<Object> aci_parts() {
    std::vector<Object> objects;
    for (const std::vector<Object>& more :
         {answers_to_questions(),
          {indicator_row(), due(), next_row(), target_row(), comparison_row(), explanation(), a_year()},
          year_parts(),
          payments(),
          {year_options(), text_object()},
          general_values(),
          {indicator_rule()},
          indicator_parts()})
        objects.insert(objects.end(), more.begin(), more.end());
    return objects;
}

}  // namespace

const Answers& aci_answers() {
    static const Answers answers = {
        "msp-aci",
        {"Answers of msp-aci as JSON", "Les réponses JSON de msp-aci"},
        {"indicators", "schedule", "next", "target", "comparison", "explanations", "rules", "list"},
        aci_parts()};
    return answers;
}

}  // namespace msp::manual
