// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <manual.hpp>
#include <stdexcept>

namespace msp::manual {
namespace {

// Defaults and units that are words rather than values; both languages, as the key table has them in English only.
struct Wording {
    std::string_view key_table;
    Phrase phrase;
};
constexpr auto wordings = std::to_array<Wording>({
    {"EUR", {"euros", "euros"}},
    {"%", {"%", "%"}},
    {"% a year", {"% a year", "% par an"}},
    {"m²", {"m²", "m²"}},
    {"months", {"months", "mois"}},
    {"years", {"years", "années"}},
    {"as-of", {"the month of the as-of day", "le mois du jour de référence"}},
    {"id", {"the id", "l'id"}},
    {"main", {"main", "main"}},
    {"grant", {"grant", "grant"}},
    {"false", {"false", "false"}},
    {"true", {"true", "true"}},
    {"same", {"same", "meme"}},
    {"month", {"month", "mois"}},
    {"weeks", {"weeks", "semaines"}},
    {"days", {"days", "jours"}},
    {"hours", {"hours", "heures"}},
    {"FTE", {"FTE", "ETP"}},
    {"patients", {"patients", "patients"}},
    {"shares", {"shares", "parts"}},
    {"associates", {"associates", "associés"}},
    {"doctors", {"doctors", "médecins"}},
    {"cases", {"cases", "dossiers"}},
    {"meetings", {"meetings", "réunions"}},
    {"instalments", {"instalments", "échéances"}},
    {"latest", {"latest", "au-plus-tard"}},
    {"payment_day", {"payment_day", "jour_versement"}},
    {"by the profession", {"by the profession", "selon la profession"}},
    {"weight", {"weight", "poids"}},
    {"1 each", {"1 each", "1 chacun"}},
    {"the year before", {"as in the year before, else false", "comme l'année précédente, sinon false"}},
    {"the year before, else the members",
     {"as in the year before, else counted from the members of the entity",
      "comme l'année précédente, sinon compté d'après les membres de l'entité"}},
    {"the year before, indicator by indicator",
     {"as in the year before, indicator by indicator", "comme l'année précédente, indicateur par indicateur"}},
    {"31 January of the next year", {"31 January of the next year", "le 31 janvier de l'année suivante"}},
    {"the number of themes", {"the number of themes", "le nombre de thèmes"}},
    {"the sum of the three that follow", {"the sum of the three that follow", "la somme des trois suivants"}},
    {"computed, where the year says what it reached",
     {"computed, where the year says what it reached", "calculé, si l'année dit ce qu'elle a atteint"}},
    {"the latest day, as payment_day moves it",
     {"the latest day, as payment_day moves it", "le dernier jour, déplacé selon jour_versement"}},
    {"the same day", {"the same day", "le même jour"}},
    {"the only or first bank", {"the only or first bank", "la seule banque, ou la première"}},
    {"its first bank", {"its first bank", "sa première banque"}},
    {"the first SISA", {"the first SISA", "la première SISA"}},
    {"the grant's", {"the grant's", "celui de la subvention"}},
    {"the grant's year, or each date's",
     {"the grant's year, or each date's", "l'année de la subvention, ou de chaque date"}},
    {"from", {"from", "du"}},
    {"one period after date", {"one period after date", "une période après date"}},
    {"the day of the loan", {"the date of the loan", "la date de l'emprunt"}},
    {"the day of first", {"the day of first", "le jour de premiere"}},
});

bool has_letters(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

std::string pick(Phrase phrase, Language language) {
    return language == Language::french ? phrase.french : phrase.english;
}

std::string in_words(std::string_view text, Language language) {
    const auto found = std::ranges::find(wordings, text, &Wording::key_table);
    if (found != wordings.end())
        return pick(found->phrase, language);
    if (has_letters(text))
        throw std::runtime_error("no words in both languages for \"" + std::string(text) + "\"; add them to wordings");
    return std::string(text);
}

std::string name(const Key& key, Language language) {
    return language == Language::french ? key.french : key.english;
}

std::string fallback(const Key& key, Language language) {
    for (const Word& word : key.words) {
        if (std::string_view(word.english) == key.fallback)
            return language == Language::french ? word.french : word.english;
    }
    return in_words(key.fallback, language);
}

}  // namespace msp::manual
