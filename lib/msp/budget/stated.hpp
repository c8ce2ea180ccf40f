// SPDX-License-Identifier: MIT
// What a budget says of its plan, value by value, and what holds where nobody typed one: read by the table of keys, so
// that no key is left out by being new.
#pragma once

#include <msp/budget/keys.hpp>
#include <msp/dates/date.hpp>
#include <msp/diag/source.hpp>
#include <msp/money/money.hpp>
#include <msp/read/document.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace msp {

enum class StatedBy : std::uint8_t {
    file,
    nobody,  // what holds by default
    many,    // so many tables that are not shown one by one
};

// What a spreadsheet program counts with, where a value is one amount, share or day.
using StatedFigure = std::variant<std::monostate, Money, Rate, Date>;

struct StatedValue {
    const Key* topic = nullptr;      // of the file: expense, loan
    std::vector<const Key*> within;  // tables in an entry of it
    const Key* key = nullptr;
    std::string path;  // "expense.software.index.rate"; by default without the entry: "expense.index"
    // The entry of the topic by its id or number, and what a reader calls it with what stands within it; empty where
    // there is but one without a name. By default those that have not the key.
    std::vector<std::string> ids;
    std::vector<std::string> entries;
    std::string value;    // in the reader's language
    StatedFigure figure;  // the same
    std::string written;  // as the file has it
    StatedBy by = StatedBy::file;
    Span place;
    std::size_t number = 0;  // of many: how many
};

// In the order of the table of keys; what is by default behind what is typed. Left out is what no figure of the plan
// rests on: names, accounts of the books, what other programs ask. People are counted and not named, since who is
// handed a plan need not know them.
[[nodiscard]] std::vector<StatedValue> stated_values(const Document& document, Language language);

// Whether a value of the key is one of those.
[[nodiscard]] bool states_something(Section section, const Key& key);

}  // namespace msp
