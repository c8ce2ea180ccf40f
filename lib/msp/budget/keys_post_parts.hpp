// SPDX-License-Identifier: MIT
// Private to the module: the forms of employment, and the keys of a post's tables.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>

#include <array>

namespace msp {

inline constexpr auto post_forms =
    words<PostForm>({{PostForm::employee, "employee", "salarie", {"employee", "salarié"}},
                     {PostForm::shared, "shared", "partage", {"shared", "partagé"}},
                     {PostForm::seconded, "seconded", "mis-a-disposition", {"seconded", "mis à disposition"}},
                     {PostForm::service, "service", "prestation"},
                     {PostForm::professional, "professional", "professionnel"}});

template <>
struct Keys<Section::raise> {
    static constexpr const char* name = "raise";
    static constexpr Phrase says = {"A raise", "Une augmentation"};
    static constexpr auto rows = std::to_array<Key>({
        Key("date", "date", KeyType::date, {"First day of the new pay.", "Premier jour du nouveau salaire."}).needed(),
        Key("rate", "taux", KeyType::rate,
            {"In percent of the pay before, rounded half up to the cent.",
             "En pour cent du salaire d'avant, arrondi au centime."})
            .in(unit::percent)
            .not_negative(),
        Key("amount", "montant", KeyType::amount,
            {"Or an amount, a month or an hour as the pay is given.",
             "Ou un montant, par mois ou par heure comme le salaire."})
            .not_negative(),
    });
};

template <>
struct Keys<Section::meal_vouchers> {
    static constexpr const char* name = "meal_vouchers";
    static constexpr Phrase says = {"Meal vouchers", "Des titres-restaurant"};
    static constexpr auto rows = std::to_array<Key>({
        Key("number", "nombre", KeyType::integer, {"How many a month.", "Nombre par mois."}).between(1, 31).needed(),
        Key("value", "valeur", KeyType::amount, {"Value of one.", "Valeur d'un titre."}).not_negative().needed(),
        Key("employer", "part_employeur", KeyType::rate,
            {"The employer's share, 50 % to 60 %.", "La part de l'employeur, de 50 % à 60 %."})
            .in(unit::percent)
            .between(0, 100)
            .otherwise(Rate(6, 1)),
    });
};

template <>
struct Keys<Section::post_absence> {
    static constexpr const char* name = "post_absence";
    static constexpr Phrase says = {"An absence from a post", "Une absence sur un poste"};
    static constexpr auto rows = std::to_array<Key>({
        Key("from", "du", KeyType::date, {"First day absent.", "Premier jour d'absence."}).needed(),
        Key("until", "au", KeyType::date, {"Last day absent.", "Dernier jour d'absence."}).needed(),
        Key("kept_days", "jours_maintenus", KeyType::integer,
            {"Calendar days, from the first one on, on which pay is kept in full; there is none on the others.",
             "Jours calendaires, dès le premier, où le salaire est maintenu en entier ; il n'y en a pas les autres "
             "jours."})
            .between(0, 366),
        Key("withheld", "retenue", KeyType::amount,
            {"What is withheld from the pay of its month, as the payroll software says, in the place of kept_days; the "
             "minimum wage and the ceiling of the month go down alike.",
             "Ce qui est retenu sur le salaire de son mois, selon le logiciel de paie, à la place de jours_maintenus ; "
             "le "
             "SMIC et le plafond du mois baissent d'autant."})
            .not_negative(),
        Key("replacement", "remplacement", KeyType::amount,
            {"What the replacement costs in all, paid with the pay of the last day's month.",
             "Coût total du remplacement, payé avec le salaire du mois du dernier jour."})
            .not_negative()
            .otherwise(Money()),
    });
};

}  // namespace msp
