// SPDX-License-Identifier: MIT
// Private to the module: the keys of the file itself, its period and categories.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::budget> {
    static constexpr const char* name = "budget";
    static constexpr Phrase says = {"The file", "Le fichier"};
    static constexpr auto rows = std::to_array<Key>({
        Key("schema", "schema", KeyType::integer,
            {"Version of this format; 1 is the only one.", "Version de ce format ; 1 est la seule."})
            .between(1, 1)
            .otherwise(1),
        Key("lang", "langue", languages,
            {"Language of the results, where --lang does not say.",
             "Langue des résultats, si --lang ne la donne pas."}),
        Key("entity", "entite", KeyType::one_or_more, Section::entity,
            {"The legal person, or several of them, each with an id.",
             "La personne morale, ou plusieurs, chacune avec un id."}),
        Key("bank", "banque", KeyType::one_or_more, Section::bank,
            {"The bank account, or several of them, each with an id.",
             "Le compte bancaire, ou plusieurs, chacun avec un id."})
            .needed(),
        Key("forecast", "prevision", KeyType::table, Section::forecast, {"The period shown.", "La période affichée."}),
        Key("expense", "charge", KeyType::tables, Section::line,
            {"Payments: one table a line.", "Décaissements : une table par ligne."}),
        Key("income", "produit", KeyType::tables, Section::line,
            {"Receipts: one table a line.", "Encaissements : une table par ligne."}),
        Key("transfer", "virement", KeyType::tables, Section::line,
            {"Transfers between two banks of one entity.", "Virements entre deux comptes d'une même entité."}),
        Key("grant", "subvention", KeyType::tables, Section::grant,
            {"Grants and their instalments.", "Subventions et leurs versements."}),
        Key("loan", "emprunt", KeyType::tables, Section::loan, {"Loans.", "Emprunts."}),
        Key("aci", "aci", KeyType::table, Section::aci,
            {"The ACI: the contract, and what each year reached.",
             "L'ACI : le contrat, et ce que chaque année a atteint."}),
        Key("member", "membre", KeyType::tables, Section::member,
            {"The people, one dated record each.", "Les personnes, une fiche datée chacune."}),
        Key("employer", "employeur", KeyType::one_or_more, Section::employer,
            {"Who employs people, of each entity.", "Qui emploie des salariés, par entité."}),
        Key("post", "poste", KeyType::tables, Section::post,
            {"Posts: pay, contributions and taxes are computed.",
             "Postes : salaires, cotisations et taxes sont calculés."}),
        Key("funding", "financement", KeyType::tables, Section::funding,
            {"Who pays the posts, for msp-coordinator.", "Qui finance les postes, pour msp-coordinator."}),
        Key("gain", "gain", KeyType::tables, Section::gain,
            {"What the posts bring, for msp-coordinator.", "Ce qu'apportent les postes, pour msp-coordinator."}),
        Key("third_party", "tiers", KeyType::tables, Section::third_party,
            {"Who pays without being a member.", "Qui paie sans être membre."}),
        Key("room", "local", KeyType::tables, Section::room,
            {"The rooms, and who occupies them.", "Les locaux, et qui les occupe."}),
        Key("key", "cle", KeyType::tables, Section::share_key,
            {"Keys by which members share charges.", "Clés de répartition des charges entre les membres."}),
        Key("charges", "charges", KeyType::one_or_more, Section::charges,
            {"How members are called for their shares, of each entity.",
             "Comment les membres sont appelés pour leurs quotes-parts, par entité."}),
        Key("call", "appel", KeyType::tables, Section::call,
            {"Money that members advance: a reserve, works.", "Ce que les membres avancent : réserve, travaux."}),
        Key("spent", "realise", KeyType::tables, Section::spent,
            {"What shared lines really cost.", "Ce que les lignes partagées ont réellement coûté."}),
        Key("paid", "versement", KeyType::tables, Section::paid,
            {"What members really paid.", "Ce que les membres ont réellement versé."}),
        Key("current_account", "compte_courant", KeyType::tables, Section::current_account,
            {"What members' current accounts held as an exercise began.",
             "Le solde des comptes courants des membres à l'ouverture d'un exercice."}),
        Key("distribution", "repartition", KeyType::tables, Section::distribution,
            {"How the ACI money goes to the professionals.", "Comment l'argent de l'ACI va aux professionnels."}),
        Key("participation", "participation", KeyType::tables, Section::participation,
            {"What each of them did for it.", "Ce que chacun a fait à ce titre."}),
        Key("depreciation", "amortissement", KeyType::tables, Section::depreciation,
            {"What assets lose by use, for the result.", "Ce que les immobilisations perdent, pour le résultat."}),
        Key("category", "categorie", KeyType::tables, Section::category,
            {"Categories added to the shipped catalogue.", "Catégories ajoutées au catalogue livré."}),
        Key("map", "imputation", KeyType::tables, Section::map,
            {"Rules that map an accounting export to lines, for msp-actuals.",
             "Règles d'imputation de l'export comptable aux lignes, pour msp-actuals."}),
        Key("contract", "contrat", KeyType::tables, Section::contract,
            {"Contracts with suppliers: when they end, and by when to give notice.",
             "Contrats avec les fournisseurs : leur fin, et la date limite de préavis."}),
        Key("calendar", "calendrier", KeyType::table, Section::calendar,
            {"What the calendar of due dates reminds of.", "Les rappels du calendrier des échéances."}),
        Key("files", "fichiers", KeyType::table, Section::files,
            {"CSV files with lines or people, beside the budget.",
             "Fichiers CSV de lignes ou de personnes, à côté du budget."}),
        Key("scenario", "scenario", KeyType::tables, Section::scenario,
            {"Overlays on this budget.", "Variantes posées sur ce budget."}),
    });
};

template <>
struct Keys<Section::forecast> {
    static constexpr const char* name = "forecast";
    static constexpr Phrase says = {"The period shown", "La période affichée"};
    static constexpr auto rows = std::to_array<Key>({
        Key("from", "du", KeyType::month, {"First month shown.", "Premier mois affiché."})
            .otherwise({"the month of the as-of day", "le mois du jour de référence"}),
        Key("months", "mois", KeyType::integer,
            {"How many months, {least} to {most}.", "Nombre de mois, de {least} à {most}."})
            .in(unit::months)
            .between(1, 1200)
            .otherwise(12),
        Key("stale", "perime", KeyType::integer,
            {"How old the latest opening may be on the as-of day before there is a warning.",
             "Âge maximal du dernier solde au jour de référence, sans avertissement."})
            .in(unit::days)
            .between(0, 36'525)
            .otherwise(45),
    });
};

template <>
struct Keys<Section::category> {
    static constexpr const char* name = "category";
    static constexpr Phrase says = {"A category", "Une catégorie"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id, {"Name in CSV and references.", "Nom dans les CSV et les renvois."}).needed(),
        label_key,
        Key("account", "compte", KeyType::text, {"Account prefix.", "Préfixe de compte."}),
        Key("grant_line", "ligne_cerfa", KeyType::text,
            {"Line of the CERFA grant budget.", "Ligne du budget CERFA de subvention."}),
        Key("tax_line", "ligne_fiscale", KeyType::text, {"Line of form 2035 or 2036.", "Ligne de la 2035 ou 2036."}),
        Key("nature", "nature", natures, {"Nature of the money.", "Nature du mouvement."}).otherwise(Nature::charge),
    });
};

}  // namespace msp
