// SPDX-License-Identifier: MIT
// Private to the module: the keys of contracts, and of the calendar that reminds of them.
#pragma once

#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

constexpr Key alarms_key(const char* english, const char* french, Phrase says) {
    return Key(english, french, KeyType::delays, says).otherwise({"alarm", "rappel"});
}

template <>
struct Keys<Section::contract> {
    static constexpr const char* name = "contract";
    static constexpr Phrase says = {"A contract", "Un contrat"};
    static constexpr auto rows = std::to_array<Key>({
        Key("id", "id", KeyType::id, {"Name in CSV.", "Nom dans les CSV."}).needed(),
        label_key,
        Key("supplier", "fournisseur", KeyType::text, {"With whom.", "Avec qui."}).needed(),
        Key("line", "ligne", KeyType::reference,
            {"Id of the line, grant, loan or post that it costs or brings: its amount comes from there.",
             "Id de la ligne, subvention, emprunt ou poste qu'il coûte ou rapporte : son montant vient de là."}),
        Key("entity", "entite", KeyType::reference,
            {"Whose contract it is; needed where there are several and it names no line.",
             "L'entité qui l'a signé ; obligatoire s'il y en a plusieurs et qu'il ne nomme pas de ligne."})
            .otherwise({"that of the line", "celle de la ligne"}),
        Key("start", "debut", KeyType::date, {"First day.", "Premier jour."}),
        Key("end", "fin", KeyType::date,
            {"Last day of the first term, or of the present one. Absent: it runs on without an end.",
             "Dernier jour de la première période, ou de celle en cours. Absent : il court sans fin."}),
        Key("notice", "preavis", KeyType::delay,
            {"How long before the end notice has to be given, such as \"3 months\". Beside an end only with a renewal: "
             "else it ends of itself. Without an end it can be given on any day.",
             "Délai de préavis avant la fin, comme \"3 mois\". Avec une fin, seulement s'il y a une reconduction : "
             "sinon "
             "il prend fin de lui-même. Sans fin, il peut être donné chaque jour."}),
        Key("renewal", "reconduction", KeyType::delay,
            {"For how long it goes on after its end unless notice is given (tacit renewal), such as \"12 months\". "
             "Absent: it ends.",
             "Durée de la tacite reconduction après la fin, sans préavis donné, comme \"12 mois\". Absent : il prend "
             "fin."}),
        Key("index", "indice", KeyType::text,
            {"What its price follows, such as ILAT; shown, not computed.",
             "L'indice que suit son prix, comme ILAT ; affiché, pas calculé."}),
        Key("alarm", "rappel", KeyType::delays,
            {"How long before its days the calendar reminds of them, ten times at most, in place of what [calendar] "
             "says.",
             "Combien de temps avant ses jours le calendrier les rappelle, dix fois au plus, à la place de ce que dit "
             "[calendrier]."})
            .otherwise({"that of the calendar", "celui du calendrier"}),
    });
};

template <>
struct Keys<Section::calendar> {
    static constexpr const char* name = "calendar";
    static constexpr Phrase says = {"The calendar of due dates", "Le calendrier des échéances"};
    static constexpr auto rows = std::to_array<Key>({
        Key("alarm", "rappel", KeyType::delays,
            {"How long before a day the calendar reminds of it, such as \"7 days\", or [\"30 days\", \"7 days\"]; ten "
             "times at most.",
             "Combien de temps avant un jour le calendrier le rappelle, comme \"7 jours\", ou [\"30 jours\", \"7 "
             "jours\"] ; dix fois au plus."})
            .otherwise({"no alarm", "aucun rappel"}),
        alarms_key(
            "evidence", "justificatifs",
            {"The same of the last day to hand in the evidence of the ACI; as each of the keys below, in place of "
             "alarm: \"none\", or an empty list, for no alarm.",
             "De même du dernier jour pour remettre les justificatifs de l'ACI ; comme chaque clé ci-dessous, à "
             "la place de rappel : \"aucun\", ou une liste vide, pour aucun rappel."}),
        alarms_key("aci", "aci", {"Of payments of the ACI.", "Des versements de l'ACI."}),
        alarms_key("grant", "subvention", {"Of grants.", "Des subventions."}),
        alarms_key("loan", "emprunt", {"Of instalments of loans.", "Des échéances d'emprunts."}),
        alarms_key("contributions", "cotisations",
                   {"Of contributions, to Urssaf and to funds.", "Des cotisations, à l'Urssaf et aux caisses."}),
        alarms_key("tax", "impot", {"Of taxes.", "Des impôts."}),
        alarms_key("call", "appel", {"Of calls for charges.", "Des appels de charges."}),
        alarms_key("notice", "preavis",
                   {"Of the last day to give notice of a contract.", "Du dernier jour du préavis d'un contrat."}),
        alarms_key("renewal", "reconduction",
                   {"Of the day on which a contract is renewed.", "Du jour où un contrat est reconduit."}),
        alarms_key("end", "fin", {"Of the last day of a contract.", "Du dernier jour d'un contrat."}),
    });
};

}  // namespace msp
