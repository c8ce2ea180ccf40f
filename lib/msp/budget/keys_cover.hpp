// SPDX-License-Identifier: MIT
// Private to the module: the keys of covers, of taxes that were declared, and of how figures of payroll go on.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/keys_call.hpp>

#include <array>

namespace msp {

inline constexpr auto cover_bases =
    words<CoverBase>({{CoverBase::t1, "slice-1", "tranche-1"}, {CoverBase::whole, "whole", "totalite"}});
// How often, and on which day, an insurer is paid.
inline constexpr Key cover_rhythm_key =
    Key("every", "tous_les", call_rhythms, {"How often the insurer is paid.", "Fréquence du paiement à l'assureur."})
        .otherwise(CallRhythm::month);
inline constexpr Key cover_day_key =
    Key("day", "le", KeyType::day,
        {"Day of the month after the month or quarter.", "Jour du mois qui suit le mois ou le trimestre."})
        .otherwise({"15", "15"});

template <>
struct Keys<Section::health_cover> {
    static constexpr const char* name = "health_cover";
    static constexpr Phrase says = {"A health cover", "Une complémentaire santé"};
    static constexpr auto rows = std::to_array<Key>({
        Key("premium", "cotisation", KeyType::timeline, Section::dated_value,
            {"Premium of a month for one employee, both shares.", "Cotisation d'un mois pour un salarié, deux parts."})
            .in(unit::euros)
            .not_negative()
            .needed(),
        Key("employer", "part_employeur", KeyType::rate,
            {"The employer's share, at least half.", "La part de l'employeur, au moins la moitié."})
            .in(unit::percent)
            .between(0, 100)
            .otherwise(Rate(5, 1)),
        cover_rhythm_key,
        cover_day_key,
    });
};

template <>
struct Keys<Section::provident_cover> {
    static constexpr const char* name = "provident_cover";
    static constexpr Phrase says = {"A provident cover", "Une prévoyance"};
    static constexpr auto rows = std::to_array<Key>({
        Key("employer", "part_employeur", KeyType::rate, {"The employer's rate.", "Le taux de l'employeur."})
            .in(unit::percent)
            .between(0, 100)
            .needed(),
        Key("employee", "part_salarie", KeyType::rate, {"The employee's rate.", "Le taux du salarié."})
            .in(unit::percent)
            .between(0, 100)
            .otherwise(Rate()),
        Key("base", "base", cover_bases,
            {"Pay up to the ceiling, or all of it.", "Le salaire jusqu'au plafond, ou en entier."})
            .otherwise(CoverBase::t1),
        cover_rhythm_key,
        cover_day_key,
    });
};

template <>
struct Keys<Section::declared_tax> {
    static constexpr const char* name = "declared_tax";
    static constexpr Phrase says = {"A tax that was declared", "Une taxe déclarée"};
    static constexpr auto rows = std::to_array<Key>({
        Key("year", "annee", KeyType::integer, {"The year of the pay.", "L'année des salaires."})
            .between(2000, 2198)
            .needed(),
        Key("amount", "montant", KeyType::amount,
            {"What was due for it, after relief and allowance.", "Ce qui était dû, décote et abattement déduits."})
            .not_negative()
            .needed(),
    });
};

template <>
struct Keys<Section::payroll_growth> {
    static constexpr const char* name = "payroll_growth";
    static constexpr Phrase says = {"How figures of payroll go on", "Comment les chiffres de paie continuent"};
    static constexpr auto rows = std::to_array<Key>({
        Key("smic", "smic", KeyType::rate,
            {"Growth of the minimum wage on each 1 January, at most 10 %.",
             "Hausse du Smic à chaque 1er janvier, 10 % au plus."})
            .in(unit::percent)
            .not_negative()
            .otherwise(Rate()),
        Key("ceiling", "plafond", KeyType::rate,
            {"Growth of the ceiling on each 1 January, at most 10 %.",
             "Hausse du plafond de la sécurité sociale à chaque 1er janvier, 10 % au plus."})
            .in(unit::percent)
            .not_negative()
            .otherwise(Rate()),
    });
};

}  // namespace msp
