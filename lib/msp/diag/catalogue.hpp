// SPDX-License-Identifier: MIT
// Reads translations from a compiled gettext catalogue (.mo, little-endian) in memory. Nothing outside the bytes given
// is ever read, whatever they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace msp {

class MessageCatalogue {
 public:
    // Nothing where the bytes are no such catalogue.
    static std::optional<MessageCatalogue> open(std::string_view mo);

    [[nodiscard]] std::uint32_t size() const { return count_; }
    // Nothing for a text without translation, and for the empty one (its entry is the catalogue's header).
    [[nodiscard]] std::optional<std::string_view> find(std::string_view english) const;

 private:
    MessageCatalogue(std::string_view mo, std::uint32_t count, std::uint32_t originals, std::uint32_t translations)
        : mo_(mo), count_(count), originals_(originals), translations_(translations) {}
    [[nodiscard]] std::optional<std::string_view> entry(std::uint32_t table, std::uint32_t index) const;

    std::string_view mo_;
    std::uint32_t count_;
    std::uint32_t originals_;     // offset of a table of (length, offset), sorted by text
    std::uint32_t translations_;  // the same, in the same order
};

// fr.po, built in.
extern const std::string_view french_catalogue;

}  // namespace msp
