// SPDX-License-Identifier: MIT
// Private to the module: the keys of who pays a post.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

inline constexpr auto funding_kinds = words<FundingKind>({{FundingKind::aci, "aci", "aci"},
                                                          {FundingKind::ars, "ars", "ars"},
                                                          {FundingKind::local, "local", "collectivite"},
                                                          {FundingKind::associates, "associates", "associes"},
                                                          {FundingKind::other, "other", "autre"}});
inline constexpr auto counterfactuals =
    words<Without>({{Without::associate, "associate", "associe"}, {Without::none, "none", "personne"}});

template <>
struct Keys<Section::funding> {
    static constexpr const char* name = "funding";
    static constexpr Phrase says = {"Who pays a post", "Qui finance un poste"};
    static constexpr auto rows = std::to_array<Key>({
        asked_id_key,
        label_key,
        Key("post", "poste", KeyType::reference, {"Id of the post.", "Id du poste."})
            .otherwise({"the only post", "le seul poste"}),
        Key("kind", "genre", funding_kinds,
            {"aci: what the ACI pays more with the post; ars, local, other: money from outside; associates: what they "
             "contribute, which is theirs.",
             "aci : ce que l'ACI verse de plus avec le poste ; ars, collectivite, autre : de l'argent de l'extérieur ; "
             "associes : leur contribution, qui est à leur charge."})
            .needed(),
        Key("from", "du", KeyType::date_or_month, {"First day or month.", "Premier jour ou mois."})
            .otherwise({"that of the post", "celui du poste"}),
        Key("until", "au", KeyType::date_or_month, {"Last day or month.", "Dernier jour ou mois."})
            .otherwise({"that of the post", "celui du poste"}),
        Key("amount", "montant", KeyType::timeline, Section::dated_value,
            {"Euros a year; falling ones as a list with days.", "Euros par an ; dégressif : une liste avec des jours."})
            .in(unit::euros)
            .not_negative(),
        Key("share", "part", KeyType::timeline, Section::dated_value,
            {"Share of the post's cost, instead.", "Part du coût du poste, à la place."})
            .in(unit::percent)
            .between(0, 100)
            .decimals(6),
        Key("least", "plancher", KeyType::amount, {"Of a share, the least a year.", "D'une part, le minimum par an."})
            .not_negative(),
        Key("most", "plafond", KeyType::amount, {"Of a share, the most a year.", "D'une part, le maximum par an."})
            .not_negative(),
        Key("grant", "subvention", KeyType::reference,
            {"Id of a grant of this budget, instead: what it pays of each exercise.",
             "Id d'une subvention de ce budget, à la place : ce qu'elle verse pour chaque exercice."}),
        Key("without", "sans_poste", counterfactuals,
            {"Of the ACI: who would hold the function without the post, an associate or nobody. Without anybody the "
             "whole ACI is lost.",
             "De l'ACI : qui tiendrait la fonction sans le poste, un associé ou personne. Sans personne, toute l'ACI "
             "est perdue."})
            .otherwise(Without::associate),
        Key("function", "fonction", KeyType::text,
            {"The indicator that the post holds.", "L'indicateur que tient le poste."})
            .otherwise("equipe.coordination"),
        Key("associate_hours", "heures_associe", KeyType::number,
            {"Hours a year for which that associate would be paid.",
             "Heures par an qui seraient payées à cet associé."})
            .in(unit::hours)
            .between(0, 10'000)
            .decimals(6)
            .otherwise(0),
        Key("associate_rate", "taux_associe", KeyType::amount,
            {"What an hour of that would cost.", "Ce que coûterait une de ces heures."})
            .not_negative()
            .otherwise(Money()),
        Key("reached_without", "atteints_sans_poste", KeyType::free_table, Section::reached,
            {"By indicator, what the team would reach without the post, as in reached of a year.",
             "Par indicateur, ce que l'équipe atteindrait sans le poste, comme dans atteints d'une année."})
            .each(KeyType::fact)
            .between(0, 1'000'000)
            .otherwise({"what the years say", "ce que disent les années"}),
    });
};

}  // namespace msp
