// SPDX-License-Identifier: MIT
// Private to the module: the tables in a key: parts of a mix, exemptions, a newcomer's ramp, a target.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>

namespace msp {

inline constexpr auto target_each =
    words<TargetEach>({{TargetEach::month, "month", "mois"}, {TargetEach::exercise, "exercise", "exercice"}});

template <>
struct Keys<Section::key_target> {
    static constexpr const char* name = "key_target";
    static constexpr Phrase says = {"What the lines of a key cost at most, and who bears the rest",
                                    "Ce que coûtent au plus les lignes d'une clé, et qui supporte le reste"};
    static constexpr auto rows = std::to_array<Key>({
        Key("amount", "montant", KeyType::limits, Section::dated_value,
            {"Of all lines that go by the key, together; one that changes is a list, as that of a cap.",
             "Pour toutes les lignes qui suivent la clé, ensemble ; s'il change, une liste, comme pour un plafond."})
            .not_negative()
            .needed(),
        Key("each", "par", target_each,
            {"Whether the amount is for each month that charges are for, or for an exercise.",
             "Si le montant vaut pour chaque mois couvert, ou pour un exercice."})
            .otherwise(TargetEach::exercise),
        Key("above", "au_dela", KeyType::reference,
            {"The key by which what is above it is shared, such as that of a town; it stands before.",
             "La clé de répartition du dépassement, comme celle d'une commune ; placée avant."})
            .needed(),
    });
};

template <>
struct Keys<Section::exemption> {
    static constexpr const char* name = "exemption";
    static constexpr Phrase says = {"A member who bears less for some days",
                                    "Un membre qui supporte moins pendant un temps"};
    static constexpr auto rows = std::to_array<Key>({
        Key("member", "membre", KeyType::reference, {"Id of the member.", "Id du membre."}).needed(),
        Key("from", "du", KeyType::date_or_month, {"First day or month.", "Premier jour ou mois."})
            .otherwise({"from the beginning", "depuis le début"}),
        Key("until", "au", KeyType::date_or_month, {"Last day or month.", "Dernier jour ou mois."})
            .otherwise({"without an end", "sans fin"}),
        Key("pays", "paie", KeyType::rate, {"What they bear of what they would.", "Ce qu'il supporte de sa part."})
            .between(0, 100)
            .decimals(4)
            .otherwise(Rate()),
    });
};

template <>
struct Keys<Section::newcomer_step> {
    static constexpr const char* name = "newcomer_step";
    static constexpr Phrase says = {"A step of a newcomer's ramp", "Un palier pour les nouveaux membres"};
    static constexpr auto rows = std::to_array<Key>({
        Key("months", "mois", KeyType::integer,
            {"How many months, {least} to {most}, from the day on which they come, or from the end of the step before.",
             "Nombre de mois, de {least} à {most}, depuis l'entrée ou la fin du palier précédent."})
            .in(unit::months)
            .between(1, 120)
            .needed(),
        Key("pays", "paie", KeyType::rate,
            {"What they bear of what they would, such as \"50 %\".", "Ce qu'il supporte de sa part, comme \"50 %\"."})
            .between(0, 100)
            .decimals(4)
            .needed(),
    });
};

template <>
struct Keys<Section::key_mix> {
    static constexpr const char* name = "key_mix";
    static constexpr Phrase says = {"A part of a mix", "Une partie d'un mélange"};
    static constexpr auto rows = std::to_array<Key>({
        Key("key", "cle", KeyType::reference, {"Another key, which stands before.", "Une autre clé, placée avant."})
            .needed(),
        Key("share", "part", KeyType::portions, Section::dated_value,
            {"\"40 %\", \"1/3\" or \"rest\"; one that changes is a list, and all make 100 % on each day.",
             "\"40 %\", \"1/3\" ou \"solde\" ; une part qui change est une liste, et toutes font 100 % chaque jour."})
            .needed(),
    });
};

}  // namespace msp
