// SPDX-License-Identifier: MIT
// Private to the module: the keys of what members did for a distribution.
#pragma once

#include <msp/budget/key.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::participation> {
    static constexpr const char* name = "participation";
    static constexpr Phrase says = {"What a member did", "Ce qu'un membre a fait"};
    static constexpr auto rows = std::to_array<Key>({
        Key("distribution", "repartition", KeyType::reference,
            {"Id of the distribution; needed where there are several.",
             "Id de la répartition ; obligatoire s'il y en a plusieurs."}),
        Key("member", "membre", KeyType::reference, {"Id of the member.", "Id du membre."}).needed(),
        Key("role", "role", KeyType::text,
            {"What for, such as meeting or manager; needed of a lump sum.",
             "À quel titre, comme réunion ou gérant ; obligatoire pour un forfait."}),
        Key("band", "tranche", KeyType::text,
            {"The band of time, such as evening.", "La tranche horaire, comme soir."}),
        Key("hours", "heures", KeyType::number, {"Hours, paid at a rate.", "Heures, payées selon un taux."})
            .in(unit::hours)
            .between(0, 100'000)
            .decimals(4),
        Key("points", "points", KeyType::number, {"Points, paid at a rate.", "Points, payés selon un taux."})
            .between(0, 100'000)
            .decimals(4),
        Key("count", "nombre", KeyType::number,
            {"How many lump sums, where there are neither hours nor points.",
             "Nombre de forfaits, sans heures ni points."})
            .between(0, 1000)
            .decimals(4)
            .otherwise({"1", "1"}),
    });
};

}  // namespace msp
