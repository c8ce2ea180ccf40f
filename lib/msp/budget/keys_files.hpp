// SPDX-License-Identifier: MIT
// Private to the module: the keys of the CSV files that a budget names, and of a row of a file of balances.
#pragma once

#include <msp/budget/key.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::files> {
    static constexpr const char* name = "files";
    static constexpr Phrase says = {"Files", "Fichiers"};
    static constexpr auto rows = std::to_array<Key>({
        Key("expense", "charge", KeyType::paths,
            {"CSV files of expense lines, one a row.", "Fichiers CSV de charges, une par ligne."}),
        Key("income", "produit", KeyType::paths, {"CSV files of income lines.", "Fichiers CSV de produits."}),
        Key("member", "membre", KeyType::paths, {"CSV files of people.", "Fichiers CSV de personnes."}),
        Key("spent", "realise", KeyType::paths,
            {"CSV files of what shared lines really cost.", "Fichiers CSV de ce que les lignes partagées ont coûté."}),
        Key("paid", "versement", KeyType::paths,
            {"CSV files of what members paid.", "Fichiers CSV des versements des membres."}),
        Key("current_account", "compte_courant", KeyType::paths,
            {"CSV files of what members' current accounts held.",
             "Fichiers CSV des soldes d'ouverture des comptes courants."}),
        Key("participation", "participation", KeyType::paths,
            {"CSV files of what members did: hours, points, lump sums.",
             "Fichiers CSV de ce que les membres ont fait : heures, points, forfaits."}),
        Key("bank", "banque", KeyType::path, Section::balance,
            {"CSV file of balances, which take the place of opening and date.",
             "Fichier CSV de soldes, qui remplacent solde et date."}),
    });
};

template <>
struct Keys<Section::balance> {
    static constexpr const char* name = "balance";
    static constexpr Phrase says = {"A row of a file of balances", "Une ligne d'un fichier de soldes"};
    static constexpr auto rows = std::to_array<Key>({
        Key("file", "fichier", KeyType::text,
            {"The budget's file, with or without folder and extension; needed with several budgets.",
             "Le fichier du budget, avec ou sans dossier et extension ; obligatoire avec plusieurs budgets."}),
        Key("entity", "entite", KeyType::text,
            {"Id or name of the entity; needed where there are several.",
             "Id ou nom de l'entité ; obligatoire s'il y en a plusieurs."}),
        Key("bank", "banque", KeyType::text,
            {"Id of the bank; needed where the entity has several.",
             "Id de la banque ; obligatoire si l'entité en a plusieurs."}),
        Key("date", "date", KeyType::date,
            {"Day of the balance; the account opens the morning after.",
             "Jour du solde ; le compte ouvre le lendemain matin."})
            .needed(),
        Key("balance", "solde", KeyType::amount, {"Balance in the evening of that day.", "Solde le soir de ce jour."})
            .needed(),
    });
};

}  // namespace msp
