// SPDX-License-Identifier: MIT
// Private to the module: the keys of what a gain is made of: assumptions, and the steps of its beginning.
#pragma once

#include <msp/budget/key.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::estimate> {
    static constexpr const char* name = "estimate";
    static constexpr Phrase says = {"A number that is assumed", "Un nombre supposé"};
    static constexpr auto rows = std::to_array<Key>({
        Key("low", "bas", KeyType::number, {"Low value.", "Valeur basse."})
            .between(0, 1'000'000'000)
            .decimals(6)
            .otherwise({"the central one", "la valeur centrale"}),
        Key("central", "central", KeyType::number, {"Central value.", "Valeur centrale."})
            .between(0, 1'000'000'000)
            .decimals(6)
            .needed(),
        Key("high", "haut", KeyType::number, {"High value.", "Valeur haute."})
            .between(0, 1'000'000'000)
            .decimals(6)
            .otherwise({"the central one", "la valeur centrale"}),
        Key("source", "source", KeyType::text, {"Where it comes from.", "D'où elle vient."})
            .otherwise({"a hypothesis", "hypothèse"}),
    });
};

template <>
struct Keys<Section::estimated_share> {
    static constexpr const char* name = "estimated_share";
    static constexpr Phrase says = {"A share that is assumed", "Une part supposée"};
    static constexpr auto rows = std::to_array<Key>({
        Key("low", "bas", KeyType::rate, {"Low value, such as \"10 %\".", "Valeur basse, comme \"10 %\"."})
            .between(0, 100)
            .decimals(6)
            .otherwise({"the central one", "la valeur centrale"}),
        Key("central", "central", KeyType::rate, {"Central value.", "Valeur centrale."})
            .between(0, 100)
            .decimals(6)
            .needed(),
        Key("high", "haut", KeyType::rate, {"High value.", "Valeur haute."})
            .between(0, 100)
            .decimals(6)
            .otherwise({"the central one", "la valeur centrale"}),
        Key("source", "source", KeyType::text, {"Where it comes from.", "D'où elle vient."})
            .otherwise({"a hypothesis", "hypothèse"}),
    });
};

template <>
struct Keys<Section::ramp_step> {
    static constexpr const char* name = "ramp_step";
    static constexpr Phrase says = {"A step of a gain's beginning", "Un palier de la montée d'un gain"};
    static constexpr auto rows = std::to_array<Key>({
        Key("months", "mois", KeyType::integer,
            {"How many months, {least} to {most}, from the gain's first day or the end of the step before.",
             "Nombre de mois, de {least} à {most}, depuis le premier jour du gain ou la fin du palier précédent."})
            .in(unit::months)
            .between(1, 120)
            .needed(),
        Key("share", "part", KeyType::rate,
            {"What share of the gain there is, such as \"50 %\".", "La part du gain obtenue, comme \"50 %\"."})
            .between(0, 100)
            .decimals(6)
            .needed(),
    });
};

}  // namespace msp
