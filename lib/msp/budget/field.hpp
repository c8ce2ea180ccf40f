// SPDX-License-Identifier: MIT
// Private to the module: one key of a table that is read. Its type says as what; see table.hpp.
#pragma once

#include <msp/budget/any_table.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// A key of any section and type. It refers to its table.
class AnyField {
 public:
    AnyField(AnyTable& table, int slot) : table_(&table), slot_(slot) {}

    [[nodiscard]] bool has() const { return table_->has(slot_); }
    [[nodiscard]] NodeId node() const { return table_->node(slot_); }
    [[nodiscard]] Span span() const { return table_->span(slot_); }
    // The key as the user wrote it, or would write it.
    [[nodiscard]] std::string name() const { return table_->key(slot_); }
    [[nodiscard]] bool meant() const { return table_->meant(slot_); }
    void missing() const { table_->missing(slot_); }
    void wrong(const char* wanted) const { table_->wrong(slot_, wanted); }
    [[nodiscard]] AnyTable& table() const { return *table_; }

 protected:
    AnyTable* table_;
    int slot_;
};

// How a value of each type is read; nothing for types whose values are tables, and for words.
template <KeyType type>
inline constexpr std::nullptr_t reader = nullptr;
template <>
inline constexpr auto reader<KeyType::text> = &AnyTable::text;
template <>
inline constexpr auto reader<KeyType::reference> = &AnyTable::text;
template <>
inline constexpr auto reader<KeyType::id> = &AnyTable::id;
template <>
inline constexpr auto reader<KeyType::amount> = &AnyTable::amount;
template <>
inline constexpr auto reader<KeyType::rate> = &AnyTable::rate;
template <>
inline constexpr auto reader<KeyType::quantity> = &AnyTable::quantity;
template <>
inline constexpr auto reader<KeyType::timeline> = &AnyTable::timeline;
template <>
inline constexpr auto reader<KeyType::limits> = &AnyTable::limits;
template <>
inline constexpr auto reader<KeyType::number> = &AnyTable::number;
template <>
inline constexpr auto reader<KeyType::integer> = &AnyTable::integer;
template <>
inline constexpr auto reader<KeyType::date> = &AnyTable::date;
template <>
inline constexpr auto reader<KeyType::date_or_month> = &AnyTable::date_or_month;
template <>
inline constexpr auto reader<KeyType::month> = &AnyTable::month;
template <>
inline constexpr auto reader<KeyType::month_day> = &AnyTable::month_day;
template <>
inline constexpr auto reader<KeyType::boolean> = &AnyTable::boolean;
template <>
inline constexpr auto reader<KeyType::day> = &AnyTable::day;
template <>
inline constexpr auto reader<KeyType::days> = &AnyTable::days;
template <>
inline constexpr auto reader<KeyType::delay> = &AnyTable::delay;
template <>
inline constexpr auto reader<KeyType::delays> = &AnyTable::delays;
template <>
inline constexpr auto reader<KeyType::dates> = &AnyTable::dates;
template <>
inline constexpr auto reader<KeyType::overdue> = &AnyTable::overdue;
template <>
inline constexpr auto reader<KeyType::payday> = &AnyTable::payday;
template <>
inline constexpr auto reader<KeyType::amplitude> = &AnyTable::amplitude;
template <>
inline constexpr auto reader<KeyType::fact> = &AnyTable::fact;
template <>
inline constexpr auto reader<KeyType::texts> = &AnyTable::texts;
template <>
inline constexpr auto reader<KeyType::frequency> = &AnyTable::frequency;
template <>
inline constexpr auto reader<KeyType::exercise> = &AnyTable::exercise;
template <>
inline constexpr auto reader<KeyType::portion> = &AnyTable::portion;
template <>
inline constexpr auto reader<KeyType::portions> = &AnyTable::portions;
template <>
inline constexpr auto reader<KeyType::measure> = &AnyTable::measure;
template <>
inline constexpr auto reader<KeyType::period> = &AnyTable::period;
template <>
inline constexpr auto reader<KeyType::share> = &AnyTable::share;

// A key of a type.
template <KeyType type>
class FieldOf : public AnyField {
 public:
    using AnyField::AnyField;

    // Nothing where the key is absent or its value is wrong, which is reported.
    [[nodiscard]] auto read() const requires std::invocable<decltype(reader<type>), AnyTable&, int> {
        return (table_->*reader<type>)(slot_);
    }
    // A month stands for its first or last day.
    [[nodiscard]] std::optional<Date> read(DayOfMonth of_month) const requires(type == KeyType::date_or_month) {
        return table_->date_or_month(slot_, of_month);
    }
    // Where the end of a month will not do.
    [[nodiscard]] std::optional<Delay> read_length() const requires(type == KeyType::delay) {
        return table_->length(slot_);
    }
    [[nodiscard]] std::vector<FreeEntry> entries() const requires(type == KeyType::free_table) {
        return table_->entries(slot_);
    }
    // Where a month will not do.
    [[nodiscard]] std::optional<Date> read_day() const requires(type == KeyType::date_or_month) {
        return table_->date(slot_);
    }
};

}  // namespace msp
