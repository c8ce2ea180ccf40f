// SPDX-License-Identifier: MIT
// Private to the module: the keys of rules that map an accounting export to lines.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>

#include <array>

namespace msp {

inline constexpr auto map_signs = words<MapSign>({{MapSign::in, "in", "entree"}, {MapSign::out, "out", "sortie"}});

template <>
struct Keys<Section::map> {
    static constexpr const char* name = "map";
    static constexpr Phrase says = {"A rule for an accounting export", "Une règle d'imputation de l'export comptable"};
    static constexpr auto rows = std::to_array<Key>({
        Key("line", "ligne", KeyType::reference,
            {"Id of the line, grant, loan or post, aci, or fees. and the bank's id.",
             "Id de la ligne, de la subvention, de l'emprunt ou du poste, aci, ou fees. et l'id de la banque."})
            .needed(),
        Key("entity", "entite", KeyType::reference, {"Whose books.", "L'entité dont ce sont les livres."})
            .otherwise({"that of the line", "celle de la ligne"}),
        Key("account", "compte", KeyType::texts,
            {"Account prefixes: of what is paid for, or of the third party.",
             "Préfixes de comptes : de ce qui est payé, ou du tiers."}),
        Key("auxiliary", "auxiliaire", KeyType::texts,
            {"Auxiliary accounts (CompAuxNum), whole.", "Comptes auxiliaires (CompAuxNum), en entier."}),
        Key("label", "libelle", KeyType::texts,
            {"Words of the label (EcritureLib), next to each other; case and accents do not count, * stands for any "
             "letters.",
             "Des mots du libellé (EcritureLib), qui se suivent ; casse et accents ne comptent pas, * vaut n'importe "
             "quelles lettres."}),
        Key("journal", "journal", KeyType::texts, {"Codes of journals.", "Codes de journaux."}),
        Key("least", "plancher", KeyType::amount,
            {"Only amounts of at least so much, whatever their sign.",
             "Seulement les montants d'au moins autant, quel que soit leur signe."})
            .not_negative(),
        Key("most", "plafond", KeyType::amount,
            {"Only amounts of at most so much.", "Seulement les montants d'au plus autant."})
            .not_negative(),
        Key("sign", "sens", map_signs,
            {"Only money that comes in, or goes out.", "Seulement l'argent qui entre, ou qui sort."}),
    });
};

}  // namespace msp
