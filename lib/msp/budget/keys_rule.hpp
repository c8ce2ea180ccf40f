// SPDX-License-Identifier: MIT
// Private to the module: the keys of what tells the days and amounts of a line.
#pragma once

#include <msp/budget/key.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::every> {
    static constexpr const char* name = "every";
    static constexpr Phrase says = {"Chosen months", "Mois choisis"};
    static constexpr auto rows = std::to_array<Key>({
        Key("months", "mois", KeyType::integers,
            {"Months of the year, {least} to {most}.", "Mois de l'année, de {least} à {most}."})
            .between(1, 12)
            .needed(),
    });
};

template <>
struct Keys<Section::index> {
    static constexpr const char* name = "index";
    static constexpr Phrase says = {"Indexation", "Indexation"};
    static constexpr auto rows = std::to_array<Key>({
        Key("rate", "taux", KeyType::rate, {"Rise at each revision.", "Hausse à chaque révision."}).in(unit::percent),
        Key("each", "chaque", KeyType::month_day,
            {"Day of the yearly revision, month-day.", "Jour de la révision annuelle, mois-jour."})
            .otherwise(DayOfYear{1, 1}),
        Key("since", "depuis", KeyType::date,
            {"The amount is the one of this day; revisions come after it. Needed where the line has no from.",
             "Le montant est celui de ce jour ; les révisions viennent après. Obligatoire si la ligne n'a pas de du."})
            .otherwise({"from", "du"}),
        Key("steps", "paliers", KeyType::tables, Section::revision,
            {"Dated rates, instead of rate and each.", "Taux datés, au lieu de taux et chaque."}),
    });
};

template <>
struct Keys<Section::revision> {
    static constexpr const char* name = "revision";
    static constexpr Phrase says = {"A dated revision", "Une révision datée"};
    static constexpr auto rows = std::to_array<Key>({
        Key("date", "date", KeyType::date, {"First day of the new amount.", "Premier jour du nouveau montant."})
            .needed(),
        Key("rate", "taux", KeyType::rate, {"Rise over the amount before.", "Hausse par rapport au montant précédent."})
            .in(unit::percent)
            .needed(),
        Key("voted", "vote", KeyType::date,
            {"Day on which it was decided: calls of msp-charges before it do not know of it.",
             "Jour de la décision : les appels de msp-charges antérieurs n'en tiennent pas compte."})
            .otherwise({"known from the first", "connue dès le début"}),
    });
};

template <>
struct Keys<Section::period> {
    static constexpr const char* name = "period";
    static constexpr Phrase says = {"A period of time", "Une période"};
    static constexpr auto rows = std::to_array<Key>({
        Key("from", "du", KeyType::date_or_month, {"First day or month.", "Premier jour ou mois."}).needed(),
        Key("until", "au", KeyType::date_or_month, {"Last day or month.", "Dernier jour ou mois."}).needed(),
    });
};

template <>
struct Keys<Section::dated> {
    static constexpr const char* name = "dated";
    static constexpr Phrase says = {"A dated amount", "Un montant daté"};
    static constexpr auto rows = std::to_array<Key>({
        Key("date", "date", KeyType::date, {"Day.", "Jour."}).needed(),
        Key("amount", "montant", KeyType::amount, {"Amount.", "Montant."}).needed(),
    });
};

}  // namespace msp
