// SPDX-License-Identifier: MIT
// Private to the module: the keys of how the ACI money goes to the professionals.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

inline constexpr auto ways_of_pay = words<PaidAs>(
    {{PaidAs::fees, "fees", "honoraires"},
     {PaidAs::result, "result", "resultat", {"result", "résultat"}},
     {PaidAs::current_account, "current-account", "compte-courant", {"current account", "compte courant"}}});

template <>
struct Keys<Section::distribution> {
    static constexpr const char* name = "distribution";
    static constexpr Phrase says = {"A distribution of the ACI money to professionals",
                                    "Une répartition de l'argent de l'ACI entre les professionnels"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id, {"Name for the rows of participation.", "Nom pour les lignes de participation."})
            .needed(),
        label_key,
        Key("entity", "entite", KeyType::reference,
            {"The entity that pays; needed where there are several.",
             "L'entité qui paie ; obligatoire s'il y en a plusieurs."}),
        Key("date", "date", KeyType::date, {"Day of the payment.", "Jour du paiement."}),
        Key("dates", "dates", KeyType::tables, Section::pay_date,
            {"Several days, each with its share of every amount.",
             "Plusieurs jours, chacun avec sa part de chaque montant."}),
        Key("exercise", "exercice", KeyType::integer,
            {"The financial year that it belongs to.", "L'exercice auquel elle appartient."})
            .between(1901, 2190)
            .otherwise({"that of each day", "celui de chaque jour"}),
        Key("as", "en_tant_que", ways_of_pay,
            {"What it is for who receives it; pay of an employee it cannot be.",
             "Ce que c'est pour le bénéficiaire ; jamais le salaire d'un salarié."})
            .otherwise(PaidAs::fees),
        Key("envelope", "enveloppe", KeyType::amount,
            {"What there is to distribute. Rates that are to be found spend it to the cent; typed ones must not exceed "
             "it.",
             "Ce qu'il y a à répartir. Les taux à trouver la dépensent au centime près ; les taux donnés ne doivent "
             "pas "
             "la dépasser."})
            .not_negative(),
        Key("reserve", "reserve", KeyType::amount,
            {"What is kept first, out of the envelope.", "Ce qui est gardé d'abord, sur l'enveloppe."})
            .not_negative()
            .otherwise(Money()),
        Key("cap", "plafond", KeyType::amount,
            {"The most that one beneficiary receives; what is above it is shared again among the others.",
             "Le maximum par bénéficiaire ; ce qui dépasse est à nouveau réparti entre les autres."})
            .not_negative()
            .otherwise({"none", "aucun"}),
        Key("rates", "taux", KeyType::tables, Section::work_rate,
            {"What an hour or a point is paid, by role, band or profession. Without any, one rate for all is found "
             "from "
             "the envelope.",
             "Le taux d'une heure ou d'un point, par rôle, tranche ou profession. Sans aucun, un taux unique est "
             "trouvé "
             "à partir de l'enveloppe."}),
        Key("lumps", "forfaits", KeyType::tables, Section::lump_sum, {"Lump sums by role.", "Forfaits par rôle."}),
        Key("bank", "banque", KeyType::reference, {"Bank that pays it.", "Compte qui la paie."})
            .otherwise({"the entity's first bank", "la première banque de l'entité"}),
        Key("plan", "prevoir", KeyType::boolean,
            {"Whether msp-forecast plans its payments. Then no expense line may do so too.",
             "Si msp-forecast prévoit ses paiements. Alors aucune charge ne doit le faire aussi."})
            .otherwise(false),
        Key("alternative", "variante_de", KeyType::reference,
            {"Id of a distribution above, for whose money this is another rule: shown beside it by --compare-rules, "
             "never "
             "paid. Dates, envelope, reserve and rows of participation that it does not have are those of the other.",
             "Id d'une répartition plus haut, dont ceci est une autre règle pour le même argent : montrée à côté par "
             "--compare-rules, jamais payée. Dates, enveloppe, réserve et lignes de participation qu'elle n'a pas sont "
             "celles de l'autre."}),
    });
};

template <>
struct Keys<Section::pay_date> {
    static constexpr const char* name = "pay_date";
    static constexpr Phrase says = {"A day on which a part is paid", "Un jour où une part est payée"};
    static constexpr auto rows = std::to_array<Key>({
        Key("date", "date", KeyType::date, {"Day of the payment.", "Jour du paiement."}).needed(),
        Key("share", "part", KeyType::portion, {"\"50 %\", \"1/3\" or \"rest\".", "\"50 %\", \"1/3\" ou \"solde\"."})
            .needed(),
    });
};

template <>
struct Keys<Section::work_rate> {
    static constexpr const char* name = "work_rate";
    static constexpr Phrase says = {"A rate; of several that fit, the one that names most holds",
                                    "Un taux ; de plusieurs qui conviennent, celui qui précise le plus l'emporte"};
    static constexpr auto rows = std::to_array<Key>({
        Key("role", "role", KeyType::text, {"Only of this role.", "De ce rôle seulement."}).otherwise({"any", "tous"}),
        Key("band", "tranche", KeyType::text,
            {"Only of this band of time, such as evening.", "De cette tranche horaire seulement, comme soir."})
            .otherwise({"any", "toutes"}),
        Key("profession", "profession", KeyType::text,
            {"Only of members of this profession.", "Des membres de cette profession seulement."})
            .otherwise({"any", "toutes"}),
        Key("rate", "taux", KeyType::amount, {"Euros an hour or a point.", "Euros par heure ou par point."})
            .not_negative(),
        Key("weight", "poids", KeyType::number,
            {"Instead of a rate: it is found from the envelope, and an hour or a point counts so often.",
             "À la place d'un taux : il est trouvé à partir de l'enveloppe, et l'heure ou le point compte autant de "
             "fois."})
            .between(0, 100)
            .decimals(4),
    });
};

template <>
struct Keys<Section::lump_sum> {
    static constexpr const char* name = "lump_sum";
    static constexpr Phrase says = {"A lump sum", "Un forfait"};
    static constexpr auto rows = std::to_array<Key>({
        Key("role", "role", KeyType::text,
            {"The role, as rows of participation name it.", "Le rôle, comme le nomment les lignes de participation."})
            .needed(),
        Key("amount", "montant", KeyType::amount, {"What one such role is paid.", "Ce que vaut un tel rôle."})
            .not_negative()
            .needed(),
    });
};

}  // namespace msp
