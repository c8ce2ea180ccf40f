// SPDX-License-Identifier: MIT
#include <msp/budget/day_words.hpp>
#include <msp/budget/keys_member.hpp>
#include <msp/budget/keys_share.hpp>
#include <msp/budget/table.hpp>
#include <msp/budget/value_in.hpp>
#include <msp/budget/value_words.hpp>
#include <msp/money/parse.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace msp {
namespace {

// English has one singular, 1; French has 0 too.
bool is_singular(Language language, std::string_view number) {
    number.remove_prefix(std::min(number.find_first_not_of("+-0"), number.size()));
    return number == "1" || (number.empty() && language == Language::french);
}

std::string unit_in(Language language, std::string_view number, std::string_view unit) {
    for (const std::array<Word, 2>& forms : {day_forms, week_forms, month_forms}) {
        if (find_word(forms, unit) != nullptr && word_in(language, forms, unit) != unit)
            return forms[is_singular(language, number) ? 1 : 0].in(language);
    }
    return std::string(unit);
}

// "5, 20 and last".
std::string days_in(Language language, std::string_view text) {
    std::string out;
    std::size_t done = 0;
    for (const std::string_view day : day_words(text)) {
        const auto begin = static_cast<std::size_t>(day.data() - text.data());
        const std::string_view between = text.substr(done, begin - done);
        if (between == " et " || between == " and ")
            out += language == Language::french ? " et " : " and ";
        else
            out += between;
        out += word_in(language, last_day, day);
        done = begin + day.size();
    }
    return out += text.substr(done);
}

// "2 months".
std::string months_in(Language language, std::string_view text) {
    const std::size_t unit = text.find_last_of(" -_");
    if (unit == std::string_view::npos)
        return std::string(text);
    return std::string(text.substr(0, unit + 1)) + unit_in(language, text.substr(0, unit), text.substr(unit + 1));
}

// A number with its unit: "0,5 ETP".
std::string quantity_in(Language language, const Unit* of_key, std::string_view text) {
    const QuantityResult result = parse_quantity(text);
    const Quantity* found = std::get_if<Quantity>(&result);
    if (of_key == nullptr || found == nullptr || found->unit.empty() || !text.ends_with(found->unit))
        return std::string(text);
    const std::string_view number = text.substr(0, text.size() - found->unit.size());
    const std::span<const Word> units = of_key->spellings;
    const std::string_view digits = number.substr(0, number.find_last_not_of(' ') + 1);
    // Of the months both numbers are one word in French.
    const bool month = find_word(month_forms, found->unit) != nullptr && find_word(units, found->unit) != nullptr;
    return std::string(number) +
           (month ? unit_in(language, digits, found->unit) : word_in(language, units, found->unit));
}

// What a value of a type may be as a whole, beside what else it takes.
struct TypeWords {
    KeyType type;
    std::span<const Word> words;
};
constexpr auto type_words = std::to_array<TypeWords>({{KeyType::frequency, frequency_words},
                                                      {KeyType::fact, truth_words},
                                                      {KeyType::boolean, truth_words},
                                                      {KeyType::limits, no_limit},
                                                      {KeyType::delays, no_limit},
                                                      {KeyType::payday, latest_payday},
                                                      {KeyType::overdue, overdue_words},
                                                      {KeyType::day, last_day},
                                                      {KeyType::days, last_day},
                                                      {KeyType::exercise, exercise_words},
                                                      {KeyType::share, rest_of_shares},
                                                      {KeyType::portion, rest_of_shares},
                                                      {KeyType::portions, rest_of_shares},
                                                      {KeyType::measure, measure_words},
                                                      {KeyType::period, covered_periods}});

std::span<const Word> value_words(const Key& key) {
    if (key.type == KeyType::word)
        return key.words;
    const auto* const found = std::ranges::find(type_words, key.type, &TypeWords::type);
    return found == type_words.end() ? std::span<const Word>() : found->words;
}

// What a path to an entry of a free table ends in.
constexpr Key one_fact("", "", KeyType::fact, Section::reached, {});
constexpr Key one_number("", "", KeyType::number, {});
constexpr Key one_timeline("", "", KeyType::timeline, Section::dated_value, {});
constexpr Key one_share("", "", KeyType::portions, Section::dated_value, {});

}  // namespace

std::string word_in(Language language, std::span<const Word> known, std::string_view text) {
    const Word* found = find_word(known, text);
    const std::string plain = folded(text);
    const auto is_word = [&](const Word& word) { return plain == folded(word.in(language)); };
    return std::string(found == nullptr || std::ranges::any_of(known, is_word) ? text : found->in(language));
}

// "45 days end of month", "1 month 15 days".
std::string delay_in(Language language, std::string_view text) {
    if (!parse_delay(text))
        return std::string(text);
    std::string spaced = folded(text);
    std::ranges::replace(spaced, '-', ' ');
    std::string_view ending;
    for (const std::string_view known : {end_of_month.english, end_of_month.french}) {
        if (spaced.ends_with(known))
            ending = text.substr(text.size() - known.size());
    }
    const std::string_view rest = text.substr(0, text.size() - ending.size());
    std::string out;
    std::string_view number;
    for (std::size_t begin = 0; begin < rest.size();) {
        const std::size_t word = std::min(rest.find_first_not_of(' ', begin), rest.size());
        const std::size_t end = std::min(rest.find(' ', word), rest.size());
        const std::string_view part = rest.substr(word, end - word);
        out += rest.substr(begin, word - begin);
        out += number.empty() ? std::string(part) : unit_in(language, number, part);
        number = number.empty() ? part : std::string_view();
        begin = end;
    }
    const std::string_view wanted = end_of_month.in(language);
    return out + std::string(ending.empty() || spaced.ends_with(wanted) ? ending : wanted);
}

std::string value_in(Language language, const Key& key, std::string_view text) {
    if (find_word(value_words(key), text) != nullptr)
        return word_in(language, value_words(key), text);
    switch (key.type) {
        case KeyType::frequency:
            return months_in(language, text);
        case KeyType::integer:
        case KeyType::number:
        case KeyType::amplitude:
        case KeyType::quantity:
        case KeyType::timeline:
            return quantity_in(language, key.unit, text);
        case KeyType::days:
            return days_in(language, text);
        case KeyType::payday:
        case KeyType::overdue:
        case KeyType::delay:
        case KeyType::delays:
            return delay_in(language, text);
        case KeyType::word:
        case KeyType::fact:
        case KeyType::boolean:
        case KeyType::limits:
        case KeyType::day:
        case KeyType::exercise:
        case KeyType::share:
        case KeyType::portion:
        case KeyType::portions:
        case KeyType::measure:
        case KeyType::period:
        case KeyType::table:
        case KeyType::tables:
        case KeyType::one_or_more:
        case KeyType::revisions:
        case KeyType::free_table:
        case KeyType::reference:
        case KeyType::text:
        case KeyType::id:
        case KeyType::amount:
        case KeyType::rate:
        case KeyType::date:
        case KeyType::dates:
        case KeyType::date_or_month:
        case KeyType::month:
        case KeyType::month_day:
        case KeyType::texts:
        case KeyType::integers:
        case KeyType::path:
        case KeyType::paths:
        case KeyType::any:
            break;
    }
    return std::string(text);
}

std::string value_shown(Language language, const Key& key, std::string_view text) {
    const Word* const word = find_word(value_words(key), text);
    return word == nullptr ? value_in(language, key, text) : word->shown(language);
}

bool holds_tables(KeyType type) {
    return type == KeyType::table || type == KeyType::tables || type == KeyType::one_or_more ||
           type == KeyType::revisions || type == KeyType::frequency || type == KeyType::period || is_dated(type);
}

// What the entries of a list are.
Section entry_section(const Key& key) {
    if (key.type == KeyType::revisions)
        return Section::revision;
    return key.child == Section::aci ? Section::aci_year : key.child;
}

const Key& entry_key(const Key& table) {
    if (table.entry == KeyType::fact)
        return one_fact;
    if (table.entry == KeyType::portions)
        return one_share;
    return table.entry == KeyType::timeline ? one_timeline : one_number;
}

}  // namespace msp
