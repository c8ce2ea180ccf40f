// SPDX-License-Identifier: MIT
// A row of the table of keys: all that decoder, messages, rewriter, manual and schema know of one key. The rows of each
// kind of table stand in the headers keys_*.hpp.
#pragma once

#include <msp/budget/units.hpp>
#include <msp/money/rate.hpp>
#include <msp/read/word.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <variant>

namespace msp {

// A kind of table in the file.
// clang-format off
enum class Section : std::uint8_t {
    budget, forecast, entity, bank, statement_columns, line, every, index, revision, dated, grant, grant_instalment,
    loan, bank_row, balance, deferral, insurance, loan_fees, aci, aci_options, aci_year, reached, precarity, aci_item,
    recovery, member,
    absence, dated_value, share_key, key_mix, exemption, newcomer_step, key_target, charges, call, paid, current_account,
    spent, third_party, room, occupancy, accounts, distribution, pay_date, work_rate, lump_sum, participation, period, employer,
    health_cover, provident_cover, payroll_growth, declared_tax, post, raise, meal_vouchers, depreciation,
    post_absence, funding, gain, estimate, estimated_share, ramp_step, category, files, scenario, change, map, contract, calendar
};
// clang-format on
inline constexpr std::size_t section_count = 70;

// The keys of a free table are the user's own: the ids of indicators. A fact is what is said of one of them: true,
// false, how many, a date, or a table of `child`.
// clang-format off
enum class KeyType : std::uint8_t {
    text, id, amount, rate, date, dates, date_or_month, month, month_day, integer, number, boolean, day, days,
    delay, delays, overdue, payday, amplitude, word, texts, integers, path, paths, frequency, quantity, timeline, limits, exercise, share,
    portion, portions, measure, period, reference, fact, table, tables, one_or_more, revisions, free_table, any
};
// clang-format on
// Of a value, or of a list of values with their days.
[[nodiscard]] constexpr bool is_dated(KeyType type) {
    return type == KeyType::timeline || type == KeyType::portions || type == KeyType::limits;
}

// A day that comes each year.
struct DayOfYear {
    unsigned month;
    unsigned day;
};

// What a number must lie within; a rate, in whole percent. Amounts have a least value only.
struct Range {
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    int decimals = std::numeric_limits<int>::max();
};

// What holds where the key is absent: a value of its type, or words for the reader where it depends on other things.
using Fallback =
    std::variant<std::monostate, Phrase, Word, std::string_view, std::int64_t, Money, Rate, bool, DayOfYear>;

// Tells enumerations apart.
template <typename Enum>
inline constexpr char enumeration = 0;

struct Key {
    const char* english;
    const char* french;
    KeyType type;
    Phrase says;                      // {least} and {most} stand for those of the range
    Section child = Section::budget;  // of a table
    KeyType entry = KeyType::any;     // of each value of a free table
    std::span<const Word> words = {};
    const char* means = nullptr;  // the enumeration of the words
    bool required = false;
    const Unit* unit = nullptr;
    Range range = {};
    Fallback fallback = {};

    constexpr Key(const char* english_name, const char* french_name, KeyType of_type, Phrase about)
        : english(english_name),
          french(french_name),
          type(of_type),
          says(about),
          unit(of_type == KeyType::amount || of_type == KeyType::limits ? &unit::euros : nullptr) {}
    template <typename Enum, std::size_t count>
    constexpr Key(const char* english_name, const char* french_name, const Words<Enum, count>& known, Phrase about)
        : Key(english_name, french_name, KeyType::word, about) {
        words = known.list;
        means = &enumeration<Enum>;
    }
    constexpr Key(const char* english_name, const char* french_name, KeyType of_type, Section of_child, Phrase about)
        : Key(english_name, french_name, of_type, about) {
        child = of_child;
    }

    // A copy with one member changed; before its callers, since clang needs it there for constants.
    template <typename Value>
    [[nodiscard]] constexpr Key with(Value Key::*member, Value value) const {
        Key changed = *this;
        changed.*member = value;
        return changed;
    }

    [[nodiscard]] constexpr const char* name(Language language) const {
        return language == Language::french ? french : english;
    }

    [[nodiscard]] constexpr Key needed() const { return with(&Key::required, true); }
    [[nodiscard]] constexpr Key in(const Unit& of) const { return with(&Key::unit, &of); }
    [[nodiscard]] constexpr Key each(KeyType value) const { return with(&Key::entry, value); }
    [[nodiscard]] constexpr Key between(std::int64_t least, std::int64_t most) const {
        return with(&Key::range, Range{least, most, range.decimals});
    }
    [[nodiscard]] constexpr Key not_negative() const { return with(&Key::range, Range{0, range.most, range.decimals}); }
    [[nodiscard]] constexpr Key decimals(int most) const {
        return with(&Key::range, Range{range.least, range.most, most});
    }
    [[nodiscard]] constexpr Key otherwise(Phrase said) const { return with(&Key::fallback, Fallback(said)); }
    [[nodiscard]] constexpr Key otherwise(const char* text) const {
        return with(&Key::fallback, Fallback(std::string_view(text)));
    }
    [[nodiscard]] constexpr Key otherwise(std::same_as<bool> auto value) const {
        return with(&Key::fallback, Fallback(value));
    }
    [[nodiscard]] constexpr Key otherwise(std::same_as<int> auto value) const {
        return with(&Key::fallback, Fallback(std::int64_t{value}));
    }
    template <typename Value>
    requires(std::same_as<Value, Money> || std::same_as<Value, Rate> || std::same_as<Value, Word> ||
             std::same_as<Value, DayOfYear>) [[nodiscard]] constexpr Key otherwise(Value value) const {
        return with(&Key::fallback, Fallback(value));
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    [[nodiscard]] constexpr Key otherwise(Enum value) const {
        return with(&Key::fallback, Fallback(*std::ranges::find(words, static_cast<int>(value), &Word::meaning)));
    }
};

// Of a label that is not given.
inline constexpr Phrase the_id = {"the id", "l'id"};

// The rows of a kind of table: its name in the schema, what it is for, its keys.
template <Section section>
struct Keys;

}  // namespace msp
