// SPDX-License-Identifier: MIT
// Private to io: one table of a rule file. Each reading function gives nothing where the key is absent or its value is
// wrong; what is wrong is reported at its place, and reading goes on.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/io/document.hpp>
#include <msp/law/aci.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

struct LawKey {
    std::string_view name;
    bool required = false;
};

class LawTable {
 public:
    static constexpr std::size_t most_entries = 200;

    // Reports unknown keys, missing required ones, and a node that is no table.
    LawTable(const Document& document, Diagnostics& diagnostics, NodeId node, std::span<const LawKey> keys);

    [[nodiscard]] bool has(std::string_view key) const { return find(key) != no_node; }
    [[nodiscard]] Span span() const { return span_; }
    // Of the value; of the table where the key is absent.
    [[nodiscard]] Span span(std::string_view key) const;
    void missing(std::string_view key, std::optional<Message> help = {});

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
    // Of a day, from hours: 12, or 11.5.
    [[nodiscard]] std::optional<int> minutes(std::string_view key);
    // The position in `words`.
    [[nodiscard]] std::optional<std::size_t> word(std::string_view key, std::span<const std::string_view> words);
    [[nodiscard]] Bilingual bilingual(std::string_view key);
    [[nodiscard]] std::vector<NodeId> texts(std::string_view key);
    [[nodiscard]] std::vector<NodeId> tables(std::string_view key);
    [[nodiscard]] NodeId node(std::string_view key) const { return find(key); }
    // The values of a table whose keys are names of its own.
    [[nodiscard]] std::vector<NodeId> entries(std::string_view key);

    // "Did you mean", or all there are where those are few.
    [[nodiscard]] std::optional<Message> known_names(std::string_view typed,
                                                     const std::vector<std::string_view>& known) const;
    void error(const char* id, Message message, Span span, std::optional<Message> help = {},
               std::vector<Note> notes = {});

 private:
    [[nodiscard]] NodeId find(std::string_view key) const;
    [[nodiscard]] const Node* scalar(std::string_view key, const char* wanted);
    void wrong(std::string_view key, const Node& value, const char* wanted);
    [[nodiscard]] std::vector<NodeId> list(std::string_view key, NodeKind kind, const char* wanted);
    // The first of them, and an error, where they are too many for what is looked up one by one.
    void bound(std::string_view key, std::vector<NodeId>& nodes);

    const Document& document_;
    Diagnostics& diagnostics_;
    NodeId node_;
    Span span_;
};

}  // namespace msp
