// SPDX-License-Identifier: MIT
#include <msp/report/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <manual.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp::manual {
namespace {

constexpr auto day = "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/([0-9]{4}|[0-6][0-9]))([ T]0?0:00(:00)?)?$";

// A pattern of small letters, for capital ones too.
std::string of_both_cases(std::string_view pattern) {
    std::string both;
    for (const char c : pattern) {
        if (c < 'a' || c > 'z')
            both += c;
        else
            both.append({'[', static_cast<char>(c - 'a' + 'A'), c, ']'});
    }
    return both;
}

// "1 month 15 days end of month", as the program reads it, or one of the words, each behind a bar.
std::string delay_pattern(const std::string& words = {}) {
    const std::string unit = "[+-]?[0-9]+ +" + of_both_cases("(days?|months?|jours?|mois)");
    return "^ *(" + unit + "( +" + unit + ")*( +" + of_both_cases("(end[ -]of[ -]month|fin[ -]de[ -]mois)") + ")?" +
           words + ") *$";
}

class Schema {
 public:
    explicit Schema(TextSink sink) : json_(std::move(sink)) {}

    void write() {
        json_.begin_object();
        json_.text("$schema", "https://json-schema.org/draft/2020-12/schema");
        json_.text("title", "Budget of a French health centre (MSP), in English or in French keys");
        json_.begin_array("anyOf");
        reference(Section::budget, Language::english);
        reference(Section::budget, Language::french);
        json_.end_array();
        json_.begin_object("$defs");
        for (const Language language : {Language::english, Language::french}) {
            for (std::size_t i = 0; i < section_count; ++i)
                section(static_cast<Section>(i), language);
        }
        json_.end_object();
        json_.end_object();
        json_.finish();
    }

 private:
    static std::string definition(Section section, Language language) {
        return std::string(language == Language::french ? "fr." : "en.") + name_of(section);
    }

    void reference(Section section, Language language) {
        json_.begin_object();
        json_.text("$ref", "#/$defs/" + definition(section, language));
        json_.end_object();
    }

    void section(Section section, Language language) {
        json_.begin_object(definition(section, language));
        json_.text("type", "object");
        json_.text("description", about(section, language));
        json_.begin_object("properties");
        if (section == Section::budget)
            own_place(language);
        for (const Key& key : keys_of(section))
            property(key, section, language);
        json_.end_object();
        json_.begin_array("required");
        for (const Key& key : keys_of(section)) {
            if (key.required)
                json_.text(name(key, language));
        }
        json_.end_array();
        json_.boolean("additionalProperties", false);
        json_.end_object();
    }

    // Where a budget in JSON tells its editor what it is held against.
    void own_place(Language language) {
        json_.begin_object("$schema");
        json_.text("description",
                   pick({"In JSON, where an editor finds this schema.", "En JSON, où un éditeur trouve ce schéma."},
                        language));
        json_.text("type", "string");
        json_.end_object();
    }

    void property(const Key& key, Section section, Language language) {
        json_.begin_object(name(key, language));
        std::string description = about(key, language);
        if (key.unit != nullptr)
            description += " (" + pick(key.unit->name, language) + ')';
        if (const std::string fallback = fallback_of(key, language); !fallback.empty())
            description += pick({" Without it: ", " À défaut : "}, language) + fallback + '.';
        json_.text("description", description);
        if (key.type == KeyType::free_table)
            free_table(key, definition(section, language) + "/properties/" + name(key, language), language);
        else
            type(key.type, key, language);
        json_.end_object();
    }

    void type(KeyType type, const Key& key, Language language) {
        constexpr auto day_or_month = "^([0-9]{4}-[0-9]{2}(-[0-9]{2})?|[0-9]{1,2}/[0-9]{1,2}/([0-9]{4}|[0-6][0-9]))$";
        switch (type) {
            case KeyType::text:
            case KeyType::overdue:
            case KeyType::payday:
            case KeyType::path:
            case KeyType::measure:
            case KeyType::reference:
                json_.text("type", "string");
                break;
            case KeyType::delay:
                pattern(delay_pattern());
                break;
            case KeyType::delays:
                delays();
                break;
            case KeyType::id:
                pattern("^(?!(base|all)$)[A-Za-z0-9_-]+$");
                break;
            case KeyType::date:
                pattern(day);
                break;
            case KeyType::date_or_month:
                pattern(day_or_month);
                break;
            case KeyType::month:
                pattern("^[0-9]{4}-[0-9]{2}$");
                break;
            case KeyType::month_day:
                pattern("^[0-9]{2}-[0-9]{2}$");
                break;
            case KeyType::boolean:
                json_.text("type", "boolean");
                break;
            case KeyType::word:
                words(key);
                break;
            case KeyType::amount:
            case KeyType::rate:
            case KeyType::number:
            case KeyType::amplitude:
            case KeyType::quantity:
            case KeyType::share:
            case KeyType::portion:
                types({"number", "string"});
                break;
            case KeyType::timeline:
            case KeyType::portions:
            case KeyType::limits:
                timeline(language);
                break;
            case KeyType::integer:
            case KeyType::day:
            case KeyType::exercise:
                types({"integer", "string"});
                break;
            case KeyType::days:
                types({"integer", "string", "array"});
                items({"integer", "string"});
                break;
            case KeyType::dates:
            case KeyType::texts:
            case KeyType::paths:
                types({"string", "array"});
                items({"string"});
                break;
            case KeyType::integers:
                json_.text("type", "array");
                items({"integer"});
                break;
            case KeyType::frequency:
            case KeyType::period:
                choice(key.child, "string", {}, language);
                break;
            case KeyType::table:
                json_.text("$ref", "#/$defs/" + definition(key.child, language));
                break;
            case KeyType::tables:
                list(key.child, language);
                break;
            case KeyType::one_or_more:
                choice(key.child, nullptr, key.child, language);
                break;
            case KeyType::revisions:
                choice(key.child, nullptr, Section::revision, language);
                break;
            case KeyType::fact:
                fact(key, language);
                break;
            case KeyType::free_table:
            case KeyType::any:
                break;
        }
    }

    // Ids of indicators, in one key or in tables one in the other; where values may change with the days, members,
    // professions or counters, whose names are any text. `place` is where this definition stands.
    void free_table(const Key& key, const std::string& place, Language language) {
        json_.text("type", "object");
        if (!is_dated(key.entry)) {
            json_.begin_object("propertyNames");
            pattern("^[A-Za-z0-9_.-]+$");
            json_.end_object();
        }
        json_.begin_object("additionalProperties");
        json_.begin_array("anyOf");
        json_.begin_object();
        type(key.entry, key, language);
        json_.end_object();
        json_.begin_object();
        json_.text("$ref", "#/$defs/" + place);
        json_.end_object();
        json_.end_array();
        json_.end_object();
    }

    // One, "none" or a list: what is said of a text holds for texts alone.
    void delays() {
        types({"string", "array"});
        json_.text("pattern", delay_pattern("|none|aucun"));
        json_.begin_object("items");
        pattern(delay_pattern());
        json_.end_object();
    }

    void timeline(Language language) {
        json_.begin_array("anyOf");
        json_.begin_object();
        types({"number", "string"});
        json_.end_object();
        json_.begin_object();
        list(Section::dated_value, language);
        json_.end_object();
        json_.end_array();
    }

    void fact(const Key& key, Language language) {
        json_.begin_array("anyOf");
        json_.begin_object();
        types({"boolean", "integer"});
        json_.end_object();
        json_.begin_object();
        pattern(day);
        json_.end_object();
        reference(key.child, language);
        json_.end_array();
    }

    void pattern(std::string_view expression) {
        json_.text("type", "string");
        json_.text("pattern", expression);
    }

    void types(std::initializer_list<const char*> names) {
        json_.begin_array("type");
        for (const char* const type : names)
            json_.text(type);
        json_.end_array();
    }

    void items(std::initializer_list<const char*> names) {
        json_.begin_object("items");
        if (names.size() == 1)
            json_.text("type", *names.begin());
        else
            types(names);
        json_.end_object();
    }

    // Both languages, as in every file.
    void words(const Key& key) {
        std::vector<std::string_view> known;
        for (const Word& word : key.words) {
            for (const std::string_view text : {word.english, word.french}) {
                if (std::ranges::find(known, text) == known.end())
                    known.push_back(text);
            }
        }
        json_.begin_array("enum");
        for (const std::string_view text : known) {
            json_.text(text);
            if (text.find_first_not_of("0123456789.") == std::string_view::npos)  // needs no quotes
                json_.number(text);
        }
        json_.end_array();
    }

    void list(Section section, Language language) {
        json_.text("type", "array");
        json_.key("items");
        reference(section, language);
    }

    // A table, or a plain value, or a list of tables.
    void choice(Section table, const char* plain, std::optional<Section> listed, Language language) {
        json_.begin_array("anyOf");
        reference(table, language);
        json_.begin_object();
        if (plain != nullptr)
            json_.text("type", plain);
        if (listed)
            list(*listed, language);
        json_.end_object();
        json_.end_array();
    }

    Json json_;
};

}  // namespace

void write_schema(std::ostream& out) {
    Schema([&out](std::string_view text) { out << text; }).write();
}

}  // namespace msp::manual
