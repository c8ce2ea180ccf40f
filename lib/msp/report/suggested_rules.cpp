// SPDX-License-Identifier: MIT
#include <msp/actuals/statement_cash.hpp>
#include <msp/actuals/suggestion.hpp>
#include <msp/report/booked_words.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace msp {
namespace {

std::vector<MapSuggestion> suggestions_of(const Budget& budget, const MappedExport& of) {
    return of.statement != nullptr ? suggestions(budget, of.bank, *of.statement, of.totals)
                                   : suggestions(budget, of.entity, *of.ledgers, of.totals);
}

// A statement has no accounts: words, and whether money comes or goes.
std::string label_rule(const MappedExport& of, const UnmappedCash& unmapped, bool french) {
    const std::string words = lasting_words(of.statement->entries[unmapped.line]);
    const bool out = unmapped.amount.negative();
    std::string rule = (french ? "libelle = \"" : "label = \"") + words + "\"\n";
    rule += french ? "sens = \"" : "sign = \"";
    return rule + (french ? (out ? "sortie" : "entree") : (out ? "out" : "in")) + "\"\n\n";
}

}  // namespace

std::string suggested_rules(const ActualsResult& result, Language keys, Language language) {
    const bool french = keys == Language::french;
    std::string out;
    for (const MappedExport& each : result.exports) {
        for (const MapSuggestion& made : suggestions_of(*result.budget, each)) {
            std::string label = label_at(each, made.of.line);
            std::ranges::replace_if(
                label, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
            out += "# " + words({tr("{amount} in {n} {n:movement|movements}: {label}"),
                                 {{"amount", made.of.amount}, {"n", made.of.count}, {"label", label}}},
                                language);
            out += french ? "\n[[imputation]]\n" : "\n[[map]]\n";
            const std::string key = french ? "ligne = \"" : "line = \"";
            out += made.item ? key + result.budget->items[*made.item].id + "\"\n"
                             : '#' + key + "\"  # " + std::string(translate(tr("which line?"), language)) + '\n';
            if (each.statement != nullptr)
                out += label_rule(each, made.of, french);
            else
                out += (french ? "compte = \"" : "account = \"") + account_text(each, made.of.account) + "\"\n\n";
        }
    }
    return out;
}

}  // namespace msp
