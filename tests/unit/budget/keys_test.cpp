// SPDX-License-Identifier: MIT
#include <msp/budget/key_name.hpp>
#include <msp/budget/keys.hpp>
#include <msp/budget/keys_aci_year.hpp>
#include <msp/budget/keys_entity.hpp>
#include <msp/budget/keys_line.hpp>
#include <msp/budget/keys_loan.hpp>
#include <msp/budget/keys_member.hpp>

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <vector>

using namespace msp;

namespace {

std::vector<Section> all_sections() {
    std::vector<Section> sections;
    for (std::size_t i = 0; i < section_count; ++i)
        sections.push_back(static_cast<Section>(i));
    return sections;
}

}  // namespace

TEST_CASE("a name stands for one key, whatever its language") {
    for (const Section section : all_sections()) {
        std::set<std::string> names;
        for (const Key& key : keys_of(section)) {
            CAPTURE(key.english);
            CHECK(names.insert(key.english).second);
            if (std::string(key.french) != key.english)
                CHECK(names.insert(key.french).second);
        }
    }
}

TEST_CASE("a name is a bare key in TOML and no boolean in YAML") {
    const std::set<std::string> yaml_words = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"};
    for (const Section section : all_sections()) {
        for (const Key& key : keys_of(section)) {
            for (const std::string name : {key.english, key.french}) {
                CAPTURE(name);
                CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos);
                CHECK(yaml_words.count(name) == 0);
            }
        }
    }
}

TEST_CASE("every key and section has its sentence in both languages") {
    for (const Section section : all_sections()) {
        CHECK(std::string(about(section, Language::english)) != "");
        CHECK(std::string(about(section, Language::french)) != "");
        for (const Key& key : keys_of(section)) {
            CAPTURE(key.english);
            for (const std::string& sentence : {about(key, Language::english), about(key, Language::french)}) {
                CHECK_FALSE(sentence.empty());
                CHECK(sentence.ends_with('.'));
            }
        }
    }
}

TEST_CASE("a key has what its type needs") {
    for (const Section section : all_sections()) {
        for (const Key& key : keys_of(section)) {
            CAPTURE(key.english);
            const bool tables = key.type == KeyType::table || key.type == KeyType::tables ||
                                key.type == KeyType::one_or_more || key.type == KeyType::revisions ||
                                key.type == KeyType::frequency || key.type == KeyType::timeline ||
                                key.type == KeyType::portions || key.type == KeyType::limits ||
                                key.type == KeyType::period || key.entry == KeyType::fact;
            if (key.type != KeyType::path)  // of a file whose rows are tables of one kind
                CHECK(tables == (key.child != Section::budget));
            CHECK((key.type == KeyType::free_table) == (key.entry != KeyType::any));
            CHECK(key.type != KeyType::fact);
            CHECK_FALSE((key.required && !std::holds_alternative<std::monostate>(key.fallback)));
            CHECK(key.range.least <= key.range.most);
        }
    }
}

TEST_CASE("each word of a key is one choice") {
    for (const Section section : all_sections()) {
        for (const Key& key : keys_of(section)) {
            for (const Word& word : key.words) {
                CAPTURE(word.english);
                CHECK(find_word(key.words, word.english) == &word);
                CHECK(find_word(key.words, word.french) == &word);
            }
        }
    }
}

TEST_CASE("the bounds of a range stand in its sentence, and a default reads as it is written") {
    const auto key = [](Section section, std::string_view name) -> const Key& {
        return keys_of(section)[static_cast<std::size_t>(find_key(section, name).slot)];
    };
    CHECK(about(key(Section::forecast, "months"), Language::english) == "How many months, 1 to 1,200.");
    CHECK(about(key(Section::forecast, "months"), Language::french) == "Nombre de mois, de 1 à 1 200.");
    CHECK(about(key(Section::every, "months"), Language::english) == "Months of the year, 1 to 12.");
    CHECK(fallback_of(key(Section::forecast, "months"), Language::french) == "12");
    CHECK(fallback_of(key(Section::bank, "floor"), Language::english) == "0.00");
    CHECK(fallback_of(key(Section::line, "scale"), Language::english) == "100 %");
    CHECK(fallback_of(key(Section::line, "state"), Language::french) == "prevu");
    CHECK(fallback_of(key(Section::index, "each"), Language::english) == "01-01");
    CHECK(fallback_of(key(Section::aci_options, "advance_ipa"), Language::french) == "true");
    CHECK(fallback_of(key(Section::entity, "id"), Language::french) == "main");
    CHECK(fallback_of(key(Section::line, "label"), Language::french) == "l'id");
    CHECK(fallback_of(key(Section::line, "amount"), Language::english) == "");
}

TEST_CASE("a key is found by either name and says which language it is") {
    const auto position = [](Slot<Section::line> key) { return key.position(); };
    const KeyMatch english = find_key(Section::line, "amount");
    CHECK((english.slot == position("amount"_key) && english.english && !english.french));
    const KeyMatch french = find_key(Section::line, "montant");
    CHECK((french.slot == position("amount"_key) && french.french && !french.english));
    const KeyMatch both = find_key(Section::line, "id");
    CHECK((both.slot == position("id"_key) && !both.french && !both.english));
    CHECK(find_key(Section::line, "libellé").slot == position("label"_key));
    CHECK(find_key(Section::bank, "découvert").slot == Slot<Section::bank>("overdraft"_key).position());
    CHECK(find_key(Section::aci_year, "année").slot == Slot<Section::aci_year>("year"_key).position());
    CHECK(find_key(Section::line, "Amount").slot == -1);
    CHECK(find_key(Section::line, "opening").slot == -1);
    CHECK(find_key(Section::line, "").slot == -1);
}

TEST_CASE("words are compared without case and accents, spaces and underscores as hyphens") {
    CHECK(folded("Échéances constantes") == "echeances-constantes");
    CHECK(folded("IN_FINE") == "in-fine");
    CHECK(folded("Reçu") == "recu");
    CHECK(folded("") == "");
    const auto kinds = row_of<Section::loan>("kind"_key).words;
    const auto meaning = [&](std::string_view text) { return find_word(kinds, text)->meaning; };
    CHECK(meaning("Échéances constantes") == static_cast<int>(LoanKind::constant_instalments));
    CHECK(meaning("capital constant") == static_cast<int>(LoanKind::constant_capital));
    CHECK(meaning("In fine") == static_cast<int>(LoanKind::bullet));
    CHECK(find_word(kinds, "fine") == nullptr);
}
