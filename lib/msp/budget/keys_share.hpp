// SPDX-License-Identifier: MIT
// Private to the module: the keys by which members share charges.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/keys_member.hpp>
#include <msp/budget/keys_room.hpp>
#include <msp/budget/shared_keys.hpp>

#include <algorithm>
#include <array>

namespace msp {

inline constexpr Word equally = {"equal", "egal"};
inline constexpr Word by_rooms = {"rooms", "locaux"};

// What a key may go by without typing weights: equal shares, rooms, and the figures that a member has keys for.
inline constexpr auto measure_words = [] {
    constexpr auto counts = [](const Key& row) {
        return row.type == KeyType::timeline || std::string_view(row.english) == "patients";
    };
    constexpr auto size = std::ranges::count_if(Keys<Section::member>::rows, counts) + 2;
    std::array<Word, static_cast<std::size_t>(size)> words{equally, by_rooms};
    auto* next = words.begin() + 2;
    for (const Key& row : Keys<Section::member>::rows) {
        if (counts(row))
            *next++ = {row.english, row.french};
    }
    return words;
}();

inline constexpr auto proratas = words<Prorata>({{Prorata::day, "day", "jour"}, {Prorata::month, "month", "mois"}});

inline constexpr auto key_levels =
    words<KeyLevel>({{KeyLevel::member, "member", "membre"}, {KeyLevel::profession, "profession", "profession"}});

template <>
struct Keys<Section::share_key> {
    static constexpr const char* name = "key";
    static constexpr Phrase says = {"A key by which members share charges",
                                    "Une clé de répartition des charges entre les membres"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id, {"Name for the lines that go by it.", "Nom pour les lignes qui la suivent."})
            .needed(),
        label_key,
        Key("by", "selon", KeyType::measure,
            {"\"equal\", \"rooms\", a figure of the members (\"surface\", \"half_days\", \"fte\" …), or one of their "
             "counters.",
             "\"egal\", \"locaux\", un chiffre des membres (\"surface\", \"demi_journees\", \"etp\" …), ou l'un de "
             "leurs "
             "compteurs."}),
        Key("weights", "poids", KeyType::free_table,
            {"Weights that are typed: dr-a = 2, dr-b = 1. One that changes is a list: dr-b = [{ value = 1 }, { from = "
             "\"2026-07\", value = 2 }].",
             "Poids donnés : dr-a = 2, dr-b = 1. Celui qui change est une liste : dr-b = [{ valeur = 1 }, { du = "
             "\"2026-07\", valeur = 2 }]."})
            .each(KeyType::timeline)
            .between(0, 1'000'000'000),
        Key("fixed", "fixe", KeyType::free_table,
            {"Shares that make 100 %: dr-a = \"40 %\", dr-b = \"rest\"; 1/3 as \"1/3\". One that changes is a list, "
             "and "
             "they make 100 % on each day: dr-a = [{ value = \"40 %\" }, { from = \"2026-07\", value = \"50 %\" }]; "
             "who "
             "leaves has \"0 %\" from then on.",
             "Parts qui font 100 % : dr-a = \"40 %\", dr-b = \"solde\" ; un tiers \"1/3\". Celle qui change est une "
             "liste, et elles font 100 % chaque jour : dr-a = [{ valeur = \"40 %\" }, { du = \"2026-07\", valeur = "
             "\"50 "
             "%\" }] ; qui part a \"0 %\" dès lors."})
            .each(KeyType::portions),
        Key("level", "niveau", key_levels,
            {"Whether weights or fixed shares name members, or professions of which each is then parted among its "
             "members.",
             "Si les poids ou parts fixes nomment des membres, ou des professions, chacune répartie ensuite entre ses "
             "membres."})
            .otherwise(KeyLevel::member),
        Key("within", "dans_profession", KeyType::measure,
            {"How a profession's part is shared among its members, as by.",
             "Comment la part d'une profession se répartit entre ses membres, comme selon."})
            .otherwise({"equally", "à parts égales"}),
        Key("mix", "melange", KeyType::tables, Section::key_mix,
            {"Parts of a charge that go by other keys: 40 % equally, 60 % by surface.",
             "Parts d'une charge qui suivent d'autres clés : 40 % à parts égales, 60 % selon les surfaces."}),
        Key("vacancy", "vacance", vacancies,
            {"With by = \"rooms\": who bears empty rooms on the lines that go by this key.",
             "Avec selon = \"locaux\" : qui supporte les locaux vides, pour les lignes qui suivent cette clé."})
            .otherwise({"as each room says", "selon chaque local"}),
        Key("members", "membres", KeyType::texts,
            {"Only these members, or third parties.", "Ces membres ou tiers seulement."})
            .otherwise({"those of the line's entity", "ceux de l'entité de la ligne"}),
        Key("exempt", "exoneration", KeyType::tables, Section::exemption,
            {"Members who bear nothing, or a part, for some days; the other members bear the rest by the same weights.",
             "Membres qui ne supportent rien, ou une partie, pendant un temps ; les autres membres supportent le reste "
             "selon les mêmes poids."}),
        Key("newcomer", "nouveau", KeyType::tables, Section::newcomer_step,
            {"What a newcomer bears at first, step by step from the day on which they come: half for six months.",
             "Ce que supporte d'abord un nouveau membre, par paliers depuis son entrée : la moitié pendant six mois."}),
        Key("absent_pays", "absent_paie", KeyType::timeline, Section::dated_value,
            {"What a member who is away still bears of what they would, such as \"50 %\".",
             "Ce qu'un membre absent continue de supporter de sa part, comme \"50 %\"."})
            .in(unit::percent)
            .between(0, 100)
            .decimals(4)
            .otherwise({"nothing; by rooms, everything", "rien ; selon les locaux, tout"}),
        Key("cap", "plafond", KeyType::limits, Section::dated_value,
            {"The most that a member bears of a line in an exercise; what is above it is shared again among the other "
             "members by the same weights. One that changes is a list, \"none\" where it ends: [{ value = 3000 }, "
             "{ from = \"2026-07\", value = \"none\" }]; each amount holds the part of a share that falls on its "
             "days.",
             "Le maximum qu'un membre supporte d'une ligne sur un exercice ; ce qui dépasse est à nouveau réparti "
             "entre les autres membres selon les mêmes poids. S'il change, une liste, \"aucun\" quand il prend fin : "
             "[{ valeur = 3000 }, { du = \"2026-07\", valeur = \"aucun\" }] ; chaque montant limite la fraction de la "
             "part qui revient à ses jours."})
            .not_negative(),
        Key("floor", "plancher", KeyType::limits, Section::dated_value,
            {"The least that a member who shares a line bears of it in an exercise; one that changes as cap.",
             "Le minimum qu'un membre qui participe à une ligne en supporte sur un exercice ; s'il change, comme "
             "plafond."})
            .not_negative(),
        Key("target", "cible", KeyType::table, Section::key_target,
            {"What the lines of this key cost those who bear it at most, all together; others bear what is above.",
             "Ce que les lignes de cette clé coûtent au plus, ensemble, à ceux qui la supportent ; d'autres supportent "
             "le dépassement."}),
        Key("departs_from", "deroge_a", KeyType::reference,
            {"The key that is in use, where this one departs from it: exact shares are by that one.",
             "La clé d'usage, si celle-ci y déroge : les quotes-parts exactes suivent celle-là."}),
        Key("prorata", "prorata", proratas,
            {"Whether who comes or leaves counts by the day, or for each month that is begun.",
             "Si les arrivées et départs comptent au jour près, ou par mois commencé."})
            .otherwise(Prorata::day),
    });
};

}  // namespace msp
