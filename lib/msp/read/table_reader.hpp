// SPDX-License-Identifier: MIT
// Private to the module: what one table of a budget and one of a rule file have alike. Its keys are known by position;
// whoever derives from it resolves their names, reads their values and takes what is wrong.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/read/document.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

class TableReader {
 public:
    static constexpr std::size_t most_keys = 40;

    virtual ~TableReader() = default;

    [[nodiscard]] bool has(int slot) const { return node(slot) != no_node; }
    [[nodiscard]] NodeId node(int slot) const { return nodes_[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] Span span() const { return span_; }
    // Of the value; of the table where the key is absent.
    [[nodiscard]] Span span(int slot) const { return has(slot) ? value(slot).span : span_; }
    // The key as the user wrote it, or would write it.
    [[nodiscard]] virtual std::string key(int slot) const = 0;
    void wrong(int slot, const char* wanted, std::optional<Message> help = {}) const;

 protected:
    TableReader(const Document& document, NodeId node);
    TableReader(const TableReader&) = default;
    TableReader(TableReader&&) = default;
    TableReader& operator=(const TableReader&) = delete;
    TableReader& operator=(TableReader&&) = delete;

    // Takes what is wrong.
    virtual void add(Diagnostic problem) const = 0;
    void error(const char* id, Message message, Span span, std::optional<Message> help = {},
               std::vector<Note> notes = {}) const;

    // Reports a node that is no table; it has no keys then.
    [[nodiscard]] bool is_table() const { return is_table_; }
    void no_table(const Node& node) const;
    void place(int slot, NodeId value) { nodes_[static_cast<std::size_t>(slot)] = value; }
    [[nodiscard]] const Node& value(int slot) const { return document_[node(slot)]; }
    void absent(int slot, std::optional<Message> help) const;

    // Of the key or of an entry of its list.
    void wrong(int slot, const Node& found, const char* wanted, std::optional<Message> help) const;
    // Whether it stands there and is neither list nor table.
    [[nodiscard]] bool scalar(int slot, const char* wanted) const;
    // Such a value as `parse` has it of its text; where it has none, the value is not what is wanted.
    template <typename Parse>
    [[nodiscard]] auto parsed(int slot, const char* wanted, Parse parse) const -> decltype(parse(std::string_view())) {
        if (!scalar(slot, wanted))
            return std::nullopt;
        auto found = parse(value(slot).text);
        if (!found)
            wrong(slot, wanted);
        return found;
    }
    // A whole number where it is within the bounds.
    [[nodiscard]] std::optional<std::int64_t> bounded(int slot, std::int64_t number, std::int64_t least,
                                                      std::int64_t most) const;
    // A text where it has been found to be an id.
    [[nodiscard]] std::optional<std::string> checked_id(int slot, std::optional<std::string> text, bool is_id) const;
    // What is wrong with a day that is none.
    void wrong_date(int slot, const char* wanted) const;
    [[nodiscard]] std::optional<YearMonthDay> day_of_year(int slot, int year) const;
    [[nodiscard]] Message not_one_of(int slot, std::string words) const;
    void too_many(int slot, std::size_t count, std::size_t most) const;

    const Document& document_;

 private:
    Span span_;
    bool is_table_;
    std::array<NodeId, most_keys> nodes_;
};

// What a value looks like, for a message: "a list", "a date".
[[nodiscard]] const char* describe(NodeKind kind);
// Letters, digits, - and _ ; one at least.
[[nodiscard]] bool is_id(std::string_view text);
// Such ids joined by points.
[[nodiscard]] bool is_path_of_ids(std::string_view text);
// A day of that year, written month first.
[[nodiscard]] std::optional<YearMonthDay> parse_day_of_year(std::string_view text, int year);

}  // namespace msp
