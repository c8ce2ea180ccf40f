// SPDX-License-Identifier: MIT
// Private to the module: the keys of third parties and of rooms.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

inline constexpr auto vacancies = words<Vacancy>({{Vacancy::landlord, "landlord", "bailleur"},
                                                  {Vacancy::all, "all", "tous"},
                                                  {Vacancy::profession, "profession", "profession"},
                                                  {Vacancy::leaver, "leaver", "partant"}});

template <>
struct Keys<Section::third_party> {
    static constexpr const char* name = "third_party";
    static constexpr Phrase says = {"Who pays without being a member", "Un tiers qui paie sans être membre"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id,
            {"Name in CSV and references; not one of a member.",
             "Nom dans les CSV et les renvois ; pas celui d'un membre."})
            .needed(),
        label_key,
        Key("category", "categorie", KeyType::reference,
            {"Category of what they pay, where it is planned.", "Catégorie de ce qu'ils paient, si c'est prévu."})
            .otherwise("sublet"),
        Key("incomes", "produits", KeyType::texts,
            {"Ids of incomes of the budget that are what they pay of the charges: then it is neither called nor "
             "planned "
             "beside these.",
             "Ids des produits du budget qui sont ce qu'ils paient des charges : ce n'est alors ni appelé, ni prévu en "
             "plus."}),
    });
};

template <>
struct Keys<Section::room> {
    static constexpr const char* name = "room";
    static constexpr Phrase says = {"A room", "Un local"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id, {"Name in messages.", "Nom dans les messages."}).needed(),
        label_key,
        Key("entity", "entite", KeyType::reference,
            {"The entity whose lines it counts for; needed where there are several.",
             "L'entité dont les lignes en tiennent compte ; obligatoire s'il y en a plusieurs."}),
        Key("surface", "surface", KeyType::quantity,
            {"Its surface, such as \"18.5 m2\".", "Sa surface, comme \"18,5 m2\"."})
            .in(unit::square_metres)
            .between(0, 1'000'000)
            .needed(),
        Key("common", "commun", KeyType::boolean,
            {"Whether all use it: a waiting room, a corridor. It follows the private surface.",
             "S'il sert à tous : salle d'attente, couloir. Il suit les surfaces privatives."})
            .otherwise(false),
        Key("let", "occupe", KeyType::tables, Section::occupancy,
            {"Who occupies it and when.", "Qui l'occupe, et quand."}),
        Key("vacancy", "vacance", vacancies,
            {"Who bears it while it stands empty: the landlord, all who occupy rooms, those of the profession, or who "
             "left it.",
             "Qui le supporte tant qu'il est vide : le bailleur, tous les occupants, ceux de la profession, ou qui l'a "
             "quitté."})
            .otherwise(Vacancy::all),
        Key("landlord", "bailleur", KeyType::reference,
            {"The third party who bears it where the landlord does.",
             "Le tiers qui le supporte en tant que bailleur."}),
        Key("profession", "profession", KeyType::text,
            {"Whose room it is where nobody with a profession has left it.",
             "À qui est le local si personne d'une profession ne l'a quitté."}),
        Key("leaver_until", "partant_jusque", KeyType::date_or_month,
            {"Last day or month that who left bears it; from then on all do.",
             "Dernier jour ou mois supporté par qui l'a quitté ; ensuite par tous."})
            .otherwise({"while it stands empty", "tant qu'il est vide"}),
    });
};

template <>
struct Keys<Section::occupancy> {
    static constexpr const char* name = "occupancy";
    static constexpr Phrase says = {"Who occupies a room", "L'occupant d'un local"};
    static constexpr auto rows = std::to_array<Key>({
        Key("who", "qui", KeyType::reference, {"Id of a member or of a third party.", "Id d'un membre ou d'un tiers."})
            .needed(),
        Key("from", "du", KeyType::date_or_month, {"First day or month.", "Premier jour ou mois."})
            .otherwise({"when the member comes", "l'entrée du membre"}),
        Key("until", "au", KeyType::date_or_month, {"Last day or month.", "Dernier jour ou mois."})
            .otherwise({"when the member leaves", "la sortie du membre"}),
        Key("surface", "surface", KeyType::quantity,
            {"A part of the room, such as \"9 m2\"; several may share it so.",
             "Une partie du local, comme \"9 m2\" ; plusieurs peuvent ainsi le partager."})
            .in(unit::square_metres)
            .between(0, 1'000'000)
            .otherwise({"the whole room", "tout le local"}),
    });
};

}  // namespace msp
