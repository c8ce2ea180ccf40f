// SPDX-License-Identifier: MIT
// Private to the module: the outline of a TOML text. It is read before toml++ gets the text, to refuse what toml++
// crashes on or takes minutes for, and again after a syntax error, to say what the user was writing there.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

struct TomlToken {
    enum Kind : std::uint8_t { end, header, list_header, key, open, close, comma, string, word };

    Kind kind = end;
    bool complete = true;  // a key has its =, a header its bracket, a string its closing quotes
    std::uint32_t begin = 0;
    std::uint32_t end_at = 0;      // of a key, before the = and the spaces
    std::uint32_t name_begin = 0;  // of the key in a header
    std::uint32_t name_end = 0;
    std::uint32_t parts = 0;  // of a key or header
};

// Agrees with toml++ on every text up to the place where toml++ finds an error; goes on after it as well as it can.
class TomlScan {
 public:
    explicit TomlScan(std::string_view text) : text_(text) {}

    [[nodiscard]] TomlToken next();
    // The brackets that are open after the last token.
    [[nodiscard]] const std::string& brackets() const { return brackets_; }

 private:
    void skip_space();
    [[nodiscard]] TomlToken key();
    [[nodiscard]] TomlToken header();
    [[nodiscard]] TomlToken value();
    // Moves over a key, ended by = or ] or the end of the line; counts its parts.
    std::uint32_t skip_name();
    // Moves over a string; false if it is not closed.
    bool skip_string();
    [[nodiscard]] std::uint32_t trimmed_end(std::uint32_t begin) const;

    std::string_view text_;
    std::string brackets_;
    std::uint32_t at_ = 0;
    bool key_next_ = true;
};

struct TomlKeyPart {
    std::string name;  // without quotes; escapes as written
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool closed = true;  // no quote is open at its end
};

// The parts of a dotted key that stands at [begin, end) of the text.
[[nodiscard]] std::vector<TomlKeyPart> toml_key_parts(std::string_view text, std::uint32_t begin, std::uint32_t end);

struct TomlExtent {
    std::size_t nodes = 0;              // about as many as the document will have
    std::optional<Diagnostic> problem;  // what makes the text too much for toml++
};

// The bounds: 100 parts in a key, 100 brackets one in the other, a million values, and fewer different tables than make
// the searches of toml++ take minutes.
[[nodiscard]] TomlExtent measure_toml(std::string_view text, SourceId source);

}  // namespace msp
