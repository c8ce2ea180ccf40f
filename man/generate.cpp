// SPDX-License-Identifier: MIT
// What the manual takes from the table of keys, the catalogue of categories and the description of the answers.
//     msp-manual en|fr PAGE VERSION    fills @KEYS@, @CATEGORIES@, @FORECAST@, @ACI@, @COMMON@ and @PROJECT_VERSION@
//     msp-manual --schema NAME         a JSON Schema: of the budget file (msp-budget), or of a program's answers
#include <msp/budget/choices.hpp>
#include <msp/rules/catalogue.hpp>

#include <algorithm>
#include <answers.hpp>
#include <exception>
#include <fstream>
#include <iostream>
#include <manual.hpp>
#include <roff.hpp>
#include <span>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

namespace msp::manual {
namespace {

bool holds_tables(KeyType type) {
    return type == KeyType::table || type == KeyType::tables || type == KeyType::one_or_more ||
           type == KeyType::frequency || type == KeyType::revisions || type == KeyType::timeline ||
           type == KeyType::portions || type == KeyType::limits || type == KeyType::period;
}

Phrase type_name(KeyType type) {
    switch (type) {
        case KeyType::text:
            return {"Text", "Texte"};
        case KeyType::id:
            return {"Id", "Id"};
        case KeyType::amount:
            return {"Amount", "Montant"};
        case KeyType::rate:
            return {"Rate", "Taux"};
        case KeyType::date:
            return {"Date", "Date"};
        case KeyType::date_or_month:
            return {"Date or month", "Date ou mois"};
        case KeyType::month:
            return {"Month", "Mois"};
        case KeyType::month_day:
            return {"Day of the year", "Jour de l'année"};
        case KeyType::integer:
            return {"Whole number", "Nombre entier"};
        case KeyType::number:
            return {"Number", "Nombre"};
        case KeyType::boolean:
            return {"true or false", "true ou false"};
        case KeyType::day:
            return {"Day of the month", "Jour du mois"};
        case KeyType::days:
            return {"Day of the month, or a list of days", "Jour du mois, ou liste de jours"};
        case KeyType::delay:
            return {"Delay", "Délai"};
        case KeyType::delays:
            return {"Delay, or a list of delays", "Délai, ou liste de délais"};
        case KeyType::overdue:
            return {"Word or delay", "Mot ou délai"};
        case KeyType::dates:
            return {"List of dates", "Liste de dates"};
        case KeyType::payday:
            return {"Word, day of the year or delay", "Mot, jour de l'année ou délai"};
        case KeyType::amplitude:
            return {"Hours", "Heures"};
        case KeyType::word:
            return {"Word", "Mot"};
        case KeyType::texts:
            return {"Text, or a list of texts", "Texte, ou liste de textes"};
        case KeyType::integers:
            return {"List of whole numbers", "Liste de nombres entiers"};
        case KeyType::path:
            return {"File name", "Nom de fichier"};
        case KeyType::paths:
            return {"File name, or a list of them", "Nom de fichier, ou liste de noms"};
        case KeyType::frequency:
            return {"Text or table", "Texte ou table"};
        case KeyType::quantity:
            return {"Quantity", "Quantité"};
        case KeyType::timeline:
            return {"Quantity, or a list of dated ones", "Quantité, ou liste de quantités datées"};
        case KeyType::limits:
            return {"Amount or word, or a list of dated ones", "Montant ou mot, ou liste de montants datés"};
        case KeyType::portion:
            return {"Rate, fraction or word", "Taux, fraction ou mot"};
        case KeyType::portions:
            return {"Rate, fraction or word, or a list of dated ones",
                    "Taux, fraction ou mot, ou liste de parts datées"};
        case KeyType::measure:
            return {"Word or name", "Mot ou nom"};
        case KeyType::period:
            return {"Word or table", "Mot ou table"};
        case KeyType::exercise:
            return {"Word or year", "Mot ou année"};
        case KeyType::share:
            return {"Rate or word", "Taux ou mot"};
        case KeyType::reference:
            return {"Id", "Id"};
        case KeyType::fact:
            return {"true, false, whole number, date or table", "true, false, nombre entier, date ou table"};
        case KeyType::table:
            return {"Table", "Table"};
        case KeyType::tables:
            return {"List of tables", "Liste de tables"};
        case KeyType::one_or_more:
            return {"Table, or a list of tables", "Table, ou liste de tables"};
        case KeyType::revisions:
            return {"Table, or a list of dated rates", "Table, ou liste de taux datés"};
        case KeyType::free_table:
            return {"Table by id", "Table par id"};
        case KeyType::any:
            break;
    }
    return {"Any value", "Une valeur quelconque"};
}

// Of the entries of a free table.
Phrase in_a_sentence(KeyType entry) {
    if (entry == KeyType::integer)
        return {"a whole number each", "un nombre entier chacun"};
    if (entry == KeyType::number)
        return {"a number each", "un nombre chacun"};
    return type_name(entry);
}

std::string both_names(const std::string& english, const std::string& french, Language language) {
    const std::string& first = language == Language::french ? french : english;
    const std::string& second = language == Language::french ? english : french;
    return literal(first) + (first == second ? "" : " (" + literal(second) + ')');
}

void append_key(std::string& out, const Key& key, Language language) {
    const std::string other = name(key, language == Language::french ? Language::english : Language::french);
    out += ".TP\n.B " + literal(name(key, language)) + '\n';
    if (other != name(key, language))
        out.insert(out.size() - 1, " \\fR(\\fB" + literal(other) + "\\fR)");
    out += prose(about(key, language), language) + "\n.br\n";
    std::string type = pick(type_name(key.type), language);
    if (key.type == KeyType::free_table)
        type += (language == Language::french ? " : " : ": ") + pick(in_a_sentence(key.entry), language);
    if (key.unit != nullptr)
        type += pick({", in ", ", en "}, language) + key.unit->name.in(language);
    out += prose(type + '.', language) + '\n';
    if (key.required)
        out += pick({"Required.\n", "Obligatoire.\n"}, language);
    if (const std::string fallback = fallback_of(key, language); !fallback.empty())
        out += prose(pick({"Without it: ", "À défaut : "}, language) + fallback + '.', language) + '\n';
    if (key.words.empty())
        return;
    std::string words;
    for (const Word& word : key.words)
        words += (words.empty() ? "" : ", ") + both_names(word.english, word.french, language);
    out += prose(pick({"One of: ", "Au choix : "}, language), language) + words + ".\n";
}

// Where tables of this kind stand: [bank], [[aci.year]], or the keys whose values they are.
std::string places(Section section, Language language) {
    if (section == Section::budget)
        return pick({"The keys of the file itself.", "Les clés du fichier lui-même."}, language);
    if (section == Section::bank_row)
        return pick({"The columns of the file of \\fBschedule\\fR.", "Les colonnes du fichier de \\fBtableau\\fR."},
                    language);
    if (section == Section::balance)
        return pick({"The columns of a file of balances.", "Les colonnes d'un fichier de soldes."}, language);
    if (section == Section::reached)
        return pick(
            {"Details of an indicator in \\fBreached\\fR.", "Précisions sur un indicateur de \\fBatteints\\fR."},
            language);
    std::vector<std::string> found;
    const auto add = [&](std::string place) {
        if (std::ranges::find(found, place) == found.end())
            found.push_back(std::move(place));
    };
    for (std::size_t i = 0; i < section_count; ++i) {
        const auto parent = static_cast<Section>(i);
        for (const Key& key : keys_of(parent)) {
            if (!holds_tables(key.type) || key.child != section)
                continue;
            const bool top = parent == Section::budget || parent == Section::aci;
            const std::string path = (parent == Section::aci ? "aci." : "") + name(key, language);
            if (top && key.type != KeyType::tables)
                add("\\fB[" + path + "]\\fR");
            if (top && key.type != KeyType::table)
                add("\\fB[[" + path + "]]\\fR");
            if (!top)
                add("\\fB" + path + "\\fR");
        }
    }
    std::string list;
    for (const std::string& place : found)
        list += (list.empty() ? "" : ", ") + place;
    const bool value = !list.starts_with("\\fB[");
    return (value ? pick({"Value of ", "Valeur de "}, language) : "") + list + '.';
}

std::string keys_in_roff(Language language) {
    std::string out;
    for (std::size_t i = 0; i < section_count; ++i) {
        const auto section = static_cast<Section>(i);
        out += ".SS " + prose(about(section, language), language) + '\n' + places(section, language) + '\n';
        for (const Key& key : keys_of(section))
            append_key(out, key, language);
    }
    return out;
}

std::string categories_in_roff(Language language) {
    std::string out;
    for (const Category& category : shipped_catalogue().categories) {
        const bool both = language == Language::french && category.french_id != category.id;
        out += ".TP\n.B " + (both ? literal(category.french_id) + ", " : std::string()) + literal(category.id) + '\n';
        out += prose((language == Language::french ? category.french : category.english) + '.', language) + "\n.br\n";
        out += pick({"Account ", "Compte "}, language) + category.account + "; ";
        out += natures.of(category.nature).in(language);
        if (!category.grant_line.empty())
            out += "; CERFA " + category.grant_line;
        if (!category.tax_line.empty())
            out += pick({"; tax return ", "; déclaration "}, language) + category.tax_line;
        out += ".\n";
    }
    return out;
}

std::string page(const std::string& path, Language language, const std::string& version) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream read;
    read << file.rdbuf();
    std::string text = std::move(read).str();
    if (text.empty())
        throw std::runtime_error(path + " cannot be read");
    replace_all(text, "@PROJECT_VERSION@", version);
    replace_all(text, "@KEYS@\n", keys_in_roff(language));
    replace_all(text, "@CATEGORIES@\n", categories_in_roff(language));
    replace_all(text, "@FORECAST@\n", objects_in_roff(forecast_answers().objects, language));
    replace_all(text, "@ACI@\n", objects_in_roff(aci_answers().objects, language));
    replace_all(text, "@CHARGES@\n", objects_in_roff(charges_answers().objects, language));
    replace_all(text, "@COORDINATOR@\n", objects_in_roff(coordinator_answers().objects, language));
    replace_all(text, "@ACTUALS@\n", objects_in_roff(actuals_answers().objects, language));
    replace_all(text, "@COMMON@\n", objects_in_roff(common_objects(), language));
    return text;
}

void schema(const std::string& name) {
    if (name == "msp-budget")
        return write_schema(std::cout);
    for (const Answers* answers :
         {&forecast_answers(), &aci_answers(), &charges_answers(), &coordinator_answers(), &actuals_answers()}) {
        if (name == answers->program)
            return write_answer_schema(std::cout, *answers);
    }
    throw std::runtime_error("there is no schema of " + name);
}

void run(const std::vector<std::string>& arguments) {
    if (arguments.size() == 2 && arguments[0] == "--schema") {
        schema(arguments[1]);
    } else if (arguments.size() == 3 && (arguments[0] == "en" || arguments[0] == "fr")) {
        std::cout << page(arguments[1], arguments[0] == "fr" ? Language::french : Language::english, arguments[2]);
    } else {
        throw std::runtime_error("usage: msp-manual en|fr PAGE VERSION, or msp-manual --schema NAME");
    }
    if (!std::cout.flush())
        throw std::runtime_error("the result could not be written");
}

}  // namespace
}  // namespace msp::manual

int main(int argc, char** argv) {
    try {
        msp::manual::run({argv + 1, argv + argc});
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "msp-manual: " << error.what() << '\n';
        return 1;
    }
}
