// SPDX-License-Identifier: MIT
// Private to the module: one table of a rule file, whose keys have plain names and values one way of writing. Each
// reading function gives nothing where the key is absent or its value is wrong; what is wrong is reported at its place,
// and reading goes on.
#pragma once

#include <msp/law/aci.hpp>
#include <msp/read/table_reader.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {

struct LawKey {
    std::string_view name;
    bool required = false;
};

class LawTable : private TableReader {
 public:
    static constexpr std::size_t most_entries = 200;

    // Reports unknown keys, missing required ones, and a node that is no table.
    LawTable(const Document& document, Diagnostics& diagnostics, NodeId node, std::span<const LawKey> keys);

    using TableReader::error;
    using TableReader::span;
    [[nodiscard]] bool has(std::string_view key) const { return node(key) != no_node; }
    [[nodiscard]] NodeId node(std::string_view key) const { return TableReader::node(slot(key)); }
    // Of the value; of the table where the key is absent.
    [[nodiscard]] Span span(std::string_view key) const { return TableReader::span(slot(key)); }
    void missing(std::string_view key, std::optional<Message> help = {}) const;

    // Not empty.
    [[nodiscard]] std::optional<std::string> text(std::string_view key);
    // Letters, digits, - and _, in parts joined by points.
    [[nodiscard]] std::optional<std::string> id(std::string_view key);
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most);
    // More than zero.
    [[nodiscard]] std::optional<Money> euros(std::string_view key);
    // From 0 % to 100 %.
    [[nodiscard]] std::optional<Rate> share(std::string_view key);
    // Above 0 %, to 100 %.
    [[nodiscard]] std::optional<Rate> part(std::string_view key);
    [[nodiscard]] std::optional<Date> date(std::string_view key);
    // A day that each year has.
    [[nodiscard]] std::optional<MonthDay> month_day(std::string_view key);
    [[nodiscard]] std::optional<bool> boolean(std::string_view key);
    // A bare number above zero: 3, or 1.75.
    [[nodiscard]] std::optional<Rate> number(std::string_view key);
    // Of a day, from hours: 12, or 11.5.
    [[nodiscard]] std::optional<int> minutes(std::string_view key);
    // The position in `words`.
    [[nodiscard]] std::optional<std::size_t> word(std::string_view key, std::span<const std::string_view> words);
    [[nodiscard]] Bilingual bilingual(std::string_view key);
    [[nodiscard]] std::vector<NodeId> texts(std::string_view key);
    [[nodiscard]] std::vector<NodeId> tables(std::string_view key);
    // The values of a table whose keys are names of its own.
    [[nodiscard]] std::vector<NodeId> entries(std::string_view key);

    // "Did you mean", or all there are where those are few.
    [[nodiscard]] std::optional<Message> known_names(std::string_view typed,
                                                     const std::vector<std::string_view>& known) const;

 private:
    [[nodiscard]] std::string key(int slot) const override { return std::string(keys_[index(slot)].name); }
    void add(Diagnostic problem) const override { diagnostics_.add(std::move(problem)); }
    [[nodiscard]] static std::size_t index(int slot) { return static_cast<std::size_t>(slot); }
    [[nodiscard]] int slot(std::string_view key) const;
    void take(NodeId child);
    [[nodiscard]] std::vector<NodeId> list(int slot, NodeKind kind, const char* wanted) const;
    // The first of them, and an error, where they are too many for what is looked up one by one.
    void bound(int slot, std::vector<NodeId>& nodes) const;

    std::span<const LawKey> keys_;
    Diagnostics& diagnostics_;
};

}  // namespace msp
