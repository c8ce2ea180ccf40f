// SPDX-License-Identifier: MIT
// Private to the module: the keys of a row of the bank's schedule of a loan.
#pragma once

#include <msp/budget/key.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::bank_row> {
    static constexpr const char* name = "bank_row";
    static constexpr Phrase says = {"A row of the bank's schedule", "Une ligne du tableau de la banque"};
    static constexpr auto rows = std::to_array<Key>({
        Key("date", "date", KeyType::date, {"Due day.", "Jour d'échéance."}).needed(),
        Key("principal", "capital", KeyType::amount, {"Capital repaid.", "Capital amorti."}),
        Key("interest", "interets", KeyType::amount, {"Interest.", "Intérêts."}),
        Key("insurance", "assurance", KeyType::amount, {"Insurance.", "Assurance."}).otherwise(Money()),
        Key("payment", "echeance", KeyType::amount,
            {"The whole instalment; must be the sum of the others.",
             "Toute l'échéance ; doit être la somme des autres."}),
        Key("outstanding", "restant_du", KeyType::amount,
            {"Capital owed after it; must agree with the rows before.",
             "Capital restant dû après elle ; doit concorder avec les lignes précédentes."}),
    });
};

}  // namespace msp
