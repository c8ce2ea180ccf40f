// SPDX-License-Identifier: MIT
// Private to the module: keys that the code names, "amount"_key. Each is resolved among the rows of a section while
// compiling: a name that the section has not is an error there.
#pragma once

#include <msp/budget/key.hpp>
#include <msp/read/document.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace msp {

// A string literal as a template argument.
template <std::size_t size>
struct Literal {
    char text[size];

    consteval Literal(const char (&literal)[size]) { std::copy_n(literal, size, text); }
    [[nodiscard]] constexpr std::string_view view() const { return {text, size - 1}; }
};

// By its English name.
template <Literal name>
struct KeyName {};

template <Literal name>
constexpr KeyName<name> operator""_key() {
    return {};
}

// The position of a key among the rows of the section; -1 where it has none of that name.
template <Section section>
consteval int position_of(std::string_view english) {
    const auto& rows = Keys<section>::rows;
    const auto* found = std::ranges::find_if(rows, [&](const Key& row) { return row.english == english; });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

template <Section section, Literal name>
concept key_of = position_of<section>(name.view())
>= 0;

// A key of a section, for code that looks it up in a Document.
template <Section section>
class Slot {
 public:
    template <Literal name>
    requires key_of<section, name>
    // NOLINTNEXTLINE(google-explicit-constructor): a name is a slot of each section that has it.
    consteval Slot(KeyName<name> /*named*/) : position_(position_of<section>(name.view())) {}

    [[nodiscard]] constexpr int position() const { return position_; }
    [[nodiscard]] constexpr const Key& row() const { return Keys<section>::rows[static_cast<std::size_t>(position_)]; }

 private:
    int position_;
};

template <Section section>
[[nodiscard]] constexpr const Key& row_of(Slot<section> key) {
    return key.row();
}

// The value of a key in a table of that section, by either name; no_node where it has none.
template <Section section>
[[nodiscard]] NodeId find(const Document& document, NodeId table, Slot<section> key) {
    return document.find(table, key.row().english, key.row().french);
}

}  // namespace msp
