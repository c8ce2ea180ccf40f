// SPDX-License-Identifier: MIT
// Private to the module: the keys of entities and their banks.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::entity> {
    static constexpr const char* name = "entity";
    static constexpr Phrase says = {"A legal person", "Une personne morale"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id, {"Name in CSV and references.", "Nom dans les CSV et les renvois."})
            .otherwise("main"),
        Key("name", "nom", KeyType::text, {"Name in full.", "Nom complet."}),
        Key("form", "forme", entity_forms, {"Legal form.", "Forme juridique."}).otherwise(EntityForm::sisa),
        Key("siren", "siren", KeyType::text,
            {"Nine digits in quotes; the check digit is verified.",
             "Neuf chiffres entre guillemets ; la clé est vérifiée."}),
        Key("year_end", "cloture", KeyType::month_day,
            {"Last day of the financial year, month-day.", "Dernier jour de l'exercice, mois-jour."})
            .otherwise(DayOfYear{12, 31}),
        Key("books", "comptabilite", ways_of_books, {"How the books are kept.", "Tenue de la comptabilité."})
            .otherwise(Books::cash),
        Key("holidays", "jours_feries", calendars,
            {"Public holidays that are no business days.", "Jours fériés, qui ne sont pas ouvrés."})
            .otherwise(Holidays::france),
    });
};

template <>
struct Keys<Section::bank> {
    static constexpr const char* name = "bank";
    static constexpr Phrase says = {"A bank account", "Un compte bancaire"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id,
            {"Name in CSV and references; required where there are several.",
             "Nom dans les CSV et les renvois ; obligatoire s'il y en a plusieurs."})
            .otherwise("main"),
        Key("entity", "entite", KeyType::reference,
            {"Whose account it is; required where there are several entities.",
             "Titulaire du compte ; obligatoire s'il y a plusieurs entités."}),
        Key("name", "nom", KeyType::text, {"Name in full.", "Nom complet."}),
        Key("opening", "solde", KeyType::amount,
            {"Balance on the evening before date.", "Solde la veille au soir de date."})
            .needed(),
        Key("date", "date", KeyType::date,
            {"First day of the plan for this account.", "Premier jour du plan pour ce compte."})
            .needed(),
        Key("overdraft", "decouvert", KeyType::amount,
            {"Overdraft agreed by the bank, a positive amount.", "Découvert autorisé par la banque, montant positif."})
            .not_negative()
            .otherwise(Money()),
        Key("floor", "plancher", KeyType::amount, {"Balance below which to alert.", "Solde sous lequel alerter."})
            .otherwise(Money()),
        Key("overdraft_rate", "taux_decouvert", KeyType::rate,
            {"Where given, overdraft fees are planned: the sum of the negative day-end balances × rate / 365, half up, "
             "on the last day of each quarter.",
             "Si donné, les agios sont prévus : somme des soldes négatifs en fin de journée × taux / 365, arrondie au "
             "centime (demi vers le haut), le dernier jour de chaque trimestre."})
            .in(unit::percent_a_year)
            .not_negative()
            .otherwise({"no fees are planned", "aucun agio n'est prévu"}),
        Key("account", "compte", KeyType::texts,
            {"Account prefixes of this bank in the books, such as 512100, for msp-actuals.",
             "Préfixes de comptes de cette banque dans la comptabilité, comme 512100, pour msp-actuals."})
            .otherwise({"51 but 511 and 519, 53 and 54, of an entity's first bank",
                        "51 sauf 511 et 519, 53 et 54, pour la première banque d'une entité"}),
        Key("iban", "iban", KeyType::text,
            {"Its IBAN, by which msp-actuals knows the bank's statements.",
             "Son IBAN, auquel msp-actuals reconnaît les relevés de la banque."}),
        Key("columns", "colonnes", KeyType::table, Section::statement_columns,
            {"The headings of the bank's CSV file, where msp-actuals does not know them.",
             "Les titres du fichier CSV de la banque, si msp-actuals ne les connaît pas."}),
        Key("fees_match", "comptes_agios", KeyType::texts,
            {"Account prefixes of its overdraft fees, for msp-actuals.",
             "Préfixes de comptes de ses agios, pour msp-actuals."}),
    });
};

template <>
struct Keys<Section::statement_columns> {
    static constexpr const char* name = "statement_columns";
    static constexpr Phrase says = {"Headings of a bank's CSV file", "Les titres du fichier CSV d'une banque"};
    static constexpr auto rows = std::to_array<Key>({
        Key("date", "date", KeyType::text, {"Day of booking.", "Jour de comptabilisation."}).needed(),
        Key("value_date", "date_valeur", KeyType::text, {"Value date.", "Date de valeur."}),
        Key("label", "libelle", KeyType::text, {"Label.", "Libellé."}).needed(),
        Key("reference", "reference", KeyType::text, {"Reference.", "Référence."}),
        Key("amount", "montant", KeyType::text,
            {"Amount with its sign, unless there are a debit and a credit.",
             "Montant avec son signe, à moins d'un débit et d'un crédit."}),
        Key("debit", "debit", KeyType::text, {"What goes out.", "Ce qui sort."}),
        Key("credit", "credit", KeyType::text, {"What comes in.", "Ce qui entre."}),
        Key("balance", "solde", KeyType::text,
            {"Balance after the movement; each is held against it.",
             "Solde après le mouvement ; chacun en est vérifié."}),
    });
};

}  // namespace msp
