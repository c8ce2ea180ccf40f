// SPDX-License-Identifier: MIT
#include <msp/io/keys.hpp>
#include <msp/model/loan.hpp>

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

std::string english_names(Section section) {
    std::string names;
    for (const Key& key : keys_of(section))
        names += (names.empty() ? "" : " ") + std::string(key.english);
    return names;
}

struct Slot {
    Section section;
    int slot;
    const char* english;
};

// The enumerators of each section, in the order of keys.hpp.
constexpr std::array slots = {
    Slot{Section::budget, slot::schema, "schema"},
    Slot{Section::budget, slot::lang, "lang"},
    Slot{Section::budget, slot::entity, "entity"},
    Slot{Section::budget, slot::bank, "bank"},
    Slot{Section::budget, slot::forecast, "forecast"},
    Slot{Section::budget, slot::expense, "expense"},
    Slot{Section::budget, slot::income, "income"},
    Slot{Section::budget, slot::transfer, "transfer"},
    Slot{Section::budget, slot::grant, "grant"},
    Slot{Section::budget, slot::loan, "loan"},
    Slot{Section::budget, slot::aci, "aci"},
    Slot{Section::budget, slot::member, "member"},
    Slot{Section::budget, slot::category, "category"},
    Slot{Section::budget, slot::files, "files"},
    Slot{Section::budget, slot::scenario, "scenario"},
    Slot{Section::forecast, slot::forecast_from, "from"},
    Slot{Section::forecast, slot::forecast_months, "months"},
    Slot{Section::forecast, slot::forecast_stale, "stale"},
    Slot{Section::entity, slot::entity_id, "id"},
    Slot{Section::entity, slot::entity_name, "name"},
    Slot{Section::entity, slot::entity_form, "form"},
    Slot{Section::entity, slot::siren, "siren"},
    Slot{Section::entity, slot::year_end, "year_end"},
    Slot{Section::entity, slot::books, "books"},
    Slot{Section::entity, slot::holidays, "holidays"},
    Slot{Section::bank, slot::bank_id, "id"},
    Slot{Section::bank, slot::bank_entity, "entity"},
    Slot{Section::bank, slot::bank_name, "name"},
    Slot{Section::bank, slot::opening, "opening"},
    Slot{Section::bank, slot::bank_date, "date"},
    Slot{Section::bank, slot::overdraft, "overdraft"},
    Slot{Section::bank, slot::floor, "floor"},
    Slot{Section::bank, slot::overdraft_rate, "overdraft_rate"},
    Slot{Section::line, slot::line_id, "id"},
    Slot{Section::line, slot::label, "label"},
    Slot{Section::line, slot::line_category, "category"},
    Slot{Section::line, slot::line_entity, "entity"},
    Slot{Section::line, slot::line_bank, "bank"},
    Slot{Section::line, slot::amount, "amount"},
    Slot{Section::line, slot::annual, "annual"},
    Slot{Section::line, slot::amounts, "amounts"},
    Slot{Section::line, slot::every, "every"},
    Slot{Section::line, slot::day, "day"},
    Slot{Section::line, slot::date, "date"},
    Slot{Section::line, slot::from, "from"},
    Slot{Section::line, slot::until, "until"},
    Slot{Section::line, slot::times, "times"},
    Slot{Section::line, slot::business_day, "business_day"},
    Slot{Section::line, slot::delay, "delay"},
    Slot{Section::line, slot::index, "index"},
    Slot{Section::line, slot::exercise, "exercise"},
    Slot{Section::line, slot::scale, "scale"},
    Slot{Section::line, slot::paid_to, "paid_to"},
    Slot{Section::line, slot::arrives, "arrives"},
    Slot{Section::line, slot::received_as, "received_as"},
    Slot{Section::line, slot::state, "state"},
    Slot{Section::line, slot::shared, "shared"},
    Slot{Section::line, slot::match, "match"},
    Slot{Section::every, slot::every_months, "months"},
    Slot{Section::index, slot::index_rate, "rate"},
    Slot{Section::index, slot::index_each, "each"},
    Slot{Section::index, slot::index_since, "since"},
    Slot{Section::index, slot::index_steps, "steps"},
    Slot{Section::revision, slot::revision_date, "date"},
    Slot{Section::revision, slot::revision_rate, "rate"},
    Slot{Section::dated, slot::dated_date, "date"},
    Slot{Section::dated, slot::dated_amount, "amount"},
    Slot{Section::grant, slot::grant_id, "id"},
    Slot{Section::grant, slot::grant_label, "label"},
    Slot{Section::grant, slot::grant_category, "category"},
    Slot{Section::grant, slot::grant_entity, "entity"},
    Slot{Section::grant, slot::grant_bank, "bank"},
    Slot{Section::grant, slot::grant_amount, "amount"},
    Slot{Section::grant, slot::grant_aid, "aid"},
    Slot{Section::grant, slot::grant_fte, "fte"},
    Slot{Section::grant, slot::grant_contract, "contract"},
    Slot{Section::grant, slot::grant_list, "list"},
    Slot{Section::grant, slot::grant_state, "state"},
    Slot{Section::grant, slot::grant_date, "date"},
    Slot{Section::grant, slot::grant_instalments, "instalments"},
    Slot{Section::grant, slot::grant_every, "every"},
    Slot{Section::grant, slot::grant_from, "from"},
    Slot{Section::grant, slot::grant_until, "until"},
    Slot{Section::grant, slot::grant_exercise, "exercise"},
    Slot{Section::grant, slot::grant_business_day, "business_day"},
    Slot{Section::grant, slot::grant_delay, "delay"},
    Slot{Section::grant, slot::grant_scale, "scale"},
    Slot{Section::grant_instalment, slot::part_amount, "amount"},
    Slot{Section::grant_instalment, slot::part_share, "share"},
    Slot{Section::grant_instalment, slot::part_date, "date"},
    Slot{Section::grant_instalment, slot::part_day, "day"},
    Slot{Section::grant_instalment, slot::part_years, "years"},
    Slot{Section::grant_instalment, slot::part_state, "state"},
    Slot{Section::loan, slot::loan_id, "id"},
    Slot{Section::loan, slot::loan_label, "label"},
    Slot{Section::loan, slot::loan_entity, "entity"},
    Slot{Section::loan, slot::loan_bank, "bank"},
    Slot{Section::loan, slot::loan_kind, "kind"},
    Slot{Section::loan, slot::loan_amount, "amount"},
    Slot{Section::loan, slot::loan_outstanding, "outstanding"},
    Slot{Section::loan, slot::loan_date, "date"},
    Slot{Section::loan, slot::loan_rate, "rate"},
    Slot{Section::loan, slot::loan_basis, "basis"},
    Slot{Section::loan, slot::loan_every, "every"},
    Slot{Section::loan, slot::loan_instalments, "instalments"},
    Slot{Section::loan, slot::loan_first, "first"},
    Slot{Section::loan, slot::loan_day, "day"},
    Slot{Section::loan, slot::loan_deferral, "deferral"},
    Slot{Section::loan, slot::loan_insurance, "insurance"},
    Slot{Section::loan, slot::loan_drawdowns, "drawdowns"},
    Slot{Section::loan, slot::loan_fees, "fees"},
    Slot{Section::loan, slot::loan_schedule, "schedule"},
    Slot{Section::loan, slot::loan_business_day, "business_day"},
    Slot{Section::loan, slot::loan_delay, "delay"},
    Slot{Section::loan, slot::loan_scale, "scale"},
    Slot{Section::bank_row, slot::row_date, "date"},
    Slot{Section::bank_row, slot::row_principal, "principal"},
    Slot{Section::bank_row, slot::row_interest, "interest"},
    Slot{Section::bank_row, slot::row_insurance, "insurance"},
    Slot{Section::bank_row, slot::row_payment, "payment"},
    Slot{Section::bank_row, slot::row_outstanding, "outstanding"},
    Slot{Section::deferral, slot::deferral_kind, "kind"},
    Slot{Section::deferral, slot::deferral_instalments, "instalments"},
    Slot{Section::insurance, slot::insurance_rate, "rate"},
    Slot{Section::insurance, slot::insurance_base, "base"},
    Slot{Section::insurance, slot::insurance_amount, "amount"},
    Slot{Section::loan_fees, slot::fees_amount, "amount"},
    Slot{Section::loan_fees, slot::fees_date, "date"},
    Slot{Section::aci, slot::aci_entity, "entity"},
    Slot{Section::aci, slot::aci_bank, "bank"},
    Slot{Section::aci, slot::aci_contract, "contract"},
    Slot{Section::aci, slot::aci_renewed, "renewed"},
    Slot{Section::aci, slot::aci_patients_on, "patients_on"},
    Slot{Section::aci, slot::aci_payment_day, "payment_day"},
    Slot{Section::aci, slot::aci_advance_day, "advance_day"},
    Slot{Section::aci, slot::aci_balance_day, "balance_day"},
    Slot{Section::aci, slot::aci_options, "options"},
    Slot{Section::aci, slot::aci_effort, "effort"},
    Slot{Section::aci, slot::aci_effort_unit, "effort_unit"},
    Slot{Section::aci, slot::aci_years, "year"},
    Slot{Section::aci_options, slot::options_meetings, "concertation_meetings"},
    Slot{Section::aci_options, slot::options_case_rate, "case_rate"},
    Slot{Section::aci_options, slot::options_proration, "proration"},
    Slot{Section::aci_options, slot::options_software, "si_from"},
    Slot{Section::aci_options, slot::options_concertation, "concertation_date"},
    Slot{Section::aci_options, slot::options_derogation, "derogation"},
    Slot{Section::aci_options, slot::options_count, "count"},
    Slot{Section::aci_options, slot::options_advance_ipa, "advance_ipa"},
    Slot{Section::aci_options, slot::options_advance_crisis, "advance_crisis"},
    Slot{Section::aci_options, slot::options_rounding, "rounding"},
    Slot{Section::aci_year, slot::year, "year"},
    Slot{Section::aci_year, slot::assume, "assume"},
    Slot{Section::aci_year, slot::year_notified, "notified"},
    Slot{Section::aci_year, slot::advance, "advance"},
    Slot{Section::aci_year, slot::balance, "balance"},
    Slot{Section::aci_year, slot::year_patients, "patients"},
    Slot{Section::aci_year, slot::year_associates, "associates"},
    Slot{Section::aci_year, slot::year_doctors, "doctors"},
    Slot{Section::aci_year, slot::year_ipa, "ipa"},
    Slot{Section::aci_year, slot::year_crisis, "crisis"},
    Slot{Section::aci_year, slot::year_reached, "reached"},
    Slot{Section::aci_year, slot::year_points, "points"},
    Slot{Section::aci_year, slot::year_precarity, "precarity"},
    Slot{Section::aci_year, slot::year_evidence, "evidence"},
    Slot{Section::reached, slot::reached_number, "number"},
    Slot{Section::reached, slot::reached_since, "since"},
    Slot{Section::reached, slot::reached_amplitude, "amplitude"},
    Slot{Section::reached, slot::reached_saturday, "saturday"},
    Slot{Section::reached, slot::reached_weeks, "closed_weeks"},
    Slot{Section::reached, slot::reached_weeks_outside, "closed_weeks_outside"},
    Slot{Section::reached, slot::reached_derogation, "derogation"},
    Slot{Section::reached, slot::reached_unscheduled, "unscheduled"},
    Slot{Section::reached, slot::reached_cases, "cases"},
    Slot{Section::reached, slot::reached_concerned, "concerned"},
    Slot{Section::reached, slot::reached_ald_under_75, "ald_under_75"},
    Slot{Section::reached, slot::reached_over_75, "over_75"},
    Slot{Section::reached, slot::reached_ald_over_75, "ald_over_75"},
    Slot{Section::reached, slot::reached_meetings, "meetings"},
    Slot{Section::reached, slot::reached_themes, "themes"},
    Slot{Section::reached, slot::reached_regional, "regional"},
    Slot{Section::precarity, slot::c2s, "c2s"},
    Slot{Section::precarity, slot::c2s_national, "c2s_national"},
    Slot{Section::precarity, slot::ame, "ame"},
    Slot{Section::precarity, slot::ame_national, "ame_national"},
    Slot{Section::aci_item, slot::expected, "expected"},
    Slot{Section::aci_item, slot::notified, "notified"},
    Slot{Section::aci_item, slot::item_amount, "amount"},
    Slot{Section::aci_item, slot::received, "received"},
    Slot{Section::aci_item, slot::closed, "closed"},
    Slot{Section::aci_item, slot::recovery, "recovery"},
    Slot{Section::aci_item, slot::item_delay, "delay"},
    Slot{Section::aci_item, slot::item_scale, "scale"},
    Slot{Section::recovery, slot::recovery_amount, "amount"},
    Slot{Section::recovery, slot::recovery_date, "date"},
    Slot{Section::recovery, slot::recovery_by, "by"},
    Slot{Section::member, slot::member_id, "id"},
    Slot{Section::member, slot::member_name, "name"},
    Slot{Section::member, slot::profession, "profession"},
    Slot{Section::member, slot::member_entity, "entity"},
    Slot{Section::member, slot::member_in, "in"},
    Slot{Section::member, slot::member_out, "out"},
    Slot{Section::member, slot::associate, "associate"},
    Slot{Section::member, slot::patients, "patients"},
    Slot{Section::member, slot::shares, "shares"},
    Slot{Section::member, slot::fte, "fte"},
    Slot{Section::member, slot::surface, "surface"},
    Slot{Section::category, slot::category_id, "id"},
    Slot{Section::category, slot::category_label, "label"},
    Slot{Section::category, slot::account, "account"},
    Slot{Section::category, slot::grant_line, "grant_line"},
    Slot{Section::category, slot::tax_line, "tax_line"},
    Slot{Section::category, slot::nature, "nature"},
    Slot{Section::files, slot::file_expense, "expense"},
    Slot{Section::files, slot::file_income, "income"},
    Slot{Section::files, slot::file_member, "member"},
    Slot{Section::files, slot::file_bank, "bank"},
    Slot{Section::balance, slot::balance_file, "file"},
    Slot{Section::balance, slot::balance_entity, "entity"},
    Slot{Section::balance, slot::balance_bank, "bank"},
    Slot{Section::balance, slot::balance_date, "date"},
    Slot{Section::balance, slot::balance_amount, "balance"},
    Slot{Section::scenario, slot::scenario_id, "id"},
    Slot{Section::scenario, slot::scenario_label, "label"},
    Slot{Section::scenario, slot::based_on, "based_on"},
    Slot{Section::scenario, slot::change, "change"},
    Slot{Section::change, slot::set, "set"},
    Slot{Section::change, slot::add, "add"},
    Slot{Section::change, slot::remove, "remove"},
    Slot{Section::change, slot::shift, "shift"},
    Slot{Section::change, slot::to, "to"},
    Slot{Section::change, slot::value, "value"},
    Slot{Section::change, slot::change_amount, "amount"},
    Slot{Section::change, slot::change_date, "date"},
};

}  // namespace

TEST_CASE("every slot is the position of its key") {
    std::array<std::size_t, section_count> counted{};
    for (const Slot& each : slots) {
        CAPTURE(english_names(each.section));
        CAPTURE(each.english);
        const auto keys = keys_of(each.section);
        REQUIRE(static_cast<std::size_t>(each.slot) < keys.size());
        CHECK(std::string(keys[static_cast<std::size_t>(each.slot)].english) == each.english);
        ++counted[static_cast<std::size_t>(each.section)];
    }
    for (const Section section : all_sections()) {
        CAPTURE(english_names(section));
        CHECK(counted[static_cast<std::size_t>(section)] == keys_of(section).size());
    }
}

TEST_CASE("a table fits the array that reads it") {
    for (const Section section : all_sections())
        CHECK(keys_of(section).size() <= 32);
}

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
                                key.type == KeyType::frequency || key.entry == KeyType::fact;
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
    const KeyMatch english = find_key(Section::line, "amount");
    CHECK((english.slot == slot::amount && english.english && !english.french));
    const KeyMatch french = find_key(Section::line, "montant");
    CHECK((french.slot == slot::amount && french.french && !french.english));
    const KeyMatch both = find_key(Section::line, "id");
    CHECK((both.slot == slot::line_id && !both.french && !both.english));
    CHECK(find_key(Section::line, "libellé").slot == slot::label);
    CHECK(find_key(Section::bank, "découvert").slot == slot::overdraft);
    CHECK(find_key(Section::aci_year, "année").slot == slot::year);
    CHECK(find_key(Section::aci, "renouvelé").slot == slot::aci_renewed);
    CHECK(find_key(Section::reached, "semaines_fermées").slot == slot::reached_weeks);
    CHECK(find_key(Section::line, "Amount").slot == -1);
    CHECK(find_key(Section::line, "opening").slot == -1);
    CHECK(find_key(Section::line, "").slot == -1);
}

TEST_CASE("words are compared without case and accents, spaces and underscores as hyphens") {
    CHECK(folded("Échéances constantes") == "echeances-constantes");
    CHECK(folded("IN_FINE") == "in-fine");
    CHECK(folded("Reçu") == "recu");
    CHECK(folded("") == "");
    const auto kinds = keys_of(Section::loan)[slot::loan_kind].words;
    const auto meaning = [&](std::string_view text) { return find_word(kinds, text)->meaning; };
    CHECK(meaning("Échéances constantes") == static_cast<int>(LoanKind::constant_instalments));
    CHECK(meaning("capital constant") == static_cast<int>(LoanKind::constant_capital));
    CHECK(meaning("In fine") == static_cast<int>(LoanKind::bullet));
    CHECK(find_word(kinds, "fine") == nullptr);
}

TEST_CASE("the words of an enumeration stand in its order") {
    const auto word = [](Section section, int slot, std::size_t position) {
        return std::string(keys_of(section)[static_cast<std::size_t>(slot)].words[position].english);
    };
    CHECK(word(Section::line, slot::business_day, 2) == "previous");
    CHECK(word(Section::line, slot::state, 0) == "hoped");
    CHECK(word(Section::line, slot::state, 4) == "notified");
    CHECK(word(Section::loan, slot::loan_basis, 1) == "actual/365");
    CHECK(word(Section::category, slot::nature, 5) == "current-account");
    CHECK(word(Section::entity, slot::books, 1) == "accrual");
    const auto second = [&](int slot) { return word(Section::aci_options, slot, 1); };
    CHECK(second(slot::options_meetings) == "required");
    CHECK(second(slot::options_case_rate) == "exact");
    CHECK(second(slot::options_proration) == "months");
    CHECK(second(slot::options_software) == "contract");
    CHECK(second(slot::options_concertation) == "year");
    CHECK(second(slot::options_derogation) == "full");
    CHECK(second(slot::options_count) == "by-days");
    CHECK(second(slot::options_rounding) == "half-even");
    CHECK(word(Section::aci_options, slot::options_rounding, 2) == "down");
}
