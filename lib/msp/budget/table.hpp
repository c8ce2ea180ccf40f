// SPDX-License-Identifier: MIT
// Private to the module: a table of the file with the keys of its section, table["amount"_key]. A key that the section
// has not, and a value taken as what its row is not, do not compile.
#pragma once

#include <msp/budget/field.hpp>
#include <msp/budget/key_name.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace msp {

// A node that is to be read as a table of the section.
template <Section section>
struct TableNode {
    NodeId id = no_node;
};

template <Section section>
class Table;

// A key of a section: a field that knows its row.
template <Section section, int slot>
class Field : public FieldOf<Keys<section>::rows[slot].type> {
    using Typed = FieldOf<Keys<section>::rows[slot].type>;

 public:
    static constexpr const Key& row = Keys<section>::rows[slot];
    static constexpr bool has_default =
        !std::holds_alternative<std::monostate>(row.fallback) && !std::holds_alternative<Phrase>(row.fallback);

    using Typed::read;
    using Typed::Typed;

    // What holds where the key is absent.
    [[nodiscard]] static auto fallback() requires has_default {
        constexpr auto value = std::get<row.fallback.index()>(row.fallback);
        if constexpr (row.type == KeyType::frequency)
            return frequency_of(static_cast<Every>(value.meaning));
        else if constexpr (row.type == KeyType::exercise)
            return ExerciseRule{value.meaning, {}};
        else if constexpr (row.type == KeyType::payday)
            return AciPayday();
        else if constexpr (row.type == KeyType::overdue)
            return Overdue();
        else if constexpr (std::same_as<decltype(value), const std::string_view>)
            return std::string(value);
        else
            return value;
    }
    // What is read, else the fallback.
    [[nodiscard]] auto value() const requires has_default { return read().value_or(fallback()); }

    // Of words: the enumerator.
    template <typename Enum>
    requires(row.means == &enumeration<Enum>) [[nodiscard]] std::optional<Enum> read() const {
        const std::optional<Word> word = this->table_->word(slot);
        return word ? std::optional(static_cast<Enum>(word->meaning)) : std::nullopt;
    }
    template <typename Enum>
    requires(row.means == &enumeration<Enum> && has_default) [[nodiscard]] Enum value() const {
        return read<Enum>().value_or(static_cast<Enum>(fallback().meaning));
    }

    [[nodiscard]] Table<row.child> inner() const
        requires(row.type == KeyType::table || row.type == KeyType::revisions || row.type == KeyType::frequency) {
        return {this->table_->reading(), {this->node()}};
    }
    [[nodiscard]] std::vector<TableNode<row.child>> tables() const
        requires(row.type == KeyType::tables || row.type == KeyType::one_or_more) {
        std::vector<TableNode<row.child>> nodes;
        for (const NodeId node : this->table_->tables(slot))
            nodes.push_back({node});
        return nodes;
    }

    // A value of a free table, as the row has them or as a type that it may have too.
    [[nodiscard]] auto read_entry(const FreeEntry& entry) const requires(row.type == KeyType::free_table) {
        return read_entry_as<row.entry>(entry);
    }
    template <KeyType type>
    [[nodiscard]] auto read_entry_as(const FreeEntry& entry) const requires(row.type == KeyType::free_table) {
        AnyTable value(this->table_->reading(), entry, row);
        return FieldOf<type>(value, 0).read();
    }
};

template <Section section, Literal name>
requires key_of<section, name>
using FieldIn = Field<section, position_of<section>(name.view())>;

template <Section section>
class Table {
    static_assert(Keys<section>::rows.size() <= AnyTable::most_keys);

 public:
    // Reports unknown keys, keys of the other language, missing required keys, and a node that is no table.
    Table(Reading& reading, TableNode<section> node) : table_(reading, node.id, section) {}

    template <Literal name>
    requires key_of<section, name>
    [[nodiscard]] FieldIn<section, name> operator[](KeyName<name> /*named*/) {
        return {table_, position_of<section>(name.view())};
    }
    [[nodiscard]] Span span() const { return table_.span(); }
    [[nodiscard]] AnyTable& untyped() { return table_; }

 private:
    AnyTable table_;
};

}  // namespace msp
