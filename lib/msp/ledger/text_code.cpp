// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/ledger/text_code.hpp>
#include <msp/read/file.hpp>

#include <algorithm>

namespace msp {
namespace {

struct Latin9 {
    unsigned char byte;
    const char* utf8;
};
// Where ISO 8859-15 is not ISO 8859-1.
constexpr Latin9 latin9[] = {{0xa4, "€"}, {0xa6, "Š"}, {0xa8, "š"}, {0xb4, "Ž"},
                             {0xb8, "ž"}, {0xbc, "Œ"}, {0xbd, "œ"}, {0xbe, "Ÿ"}};

std::string character_of(unsigned char byte, LedgerCode code) {
    if (code == LedgerCode::latin9) {
        const auto* other = std::ranges::find(latin9, byte, &Latin9::byte);
        if (other != std::end(latin9))
            return other->utf8;
        if (byte < 0xa0)
            return {static_cast<char>(0xc2), static_cast<char>(byte)};
    }
    const std::string windows = windows_character(byte);
    return windows.empty() ? std::string(1, static_cast<char>(byte)) : windows;
}

bool is_windows_only(char c) {
    return (static_cast<unsigned char>(c) & 0xe0U) == 0x80;
}

}  // namespace

CodeFound code_of(std::string_view text) {
    CodeFound found;
    std::size_t characters = 0;
    std::size_t at = first_stray(text);
    if (at == text.size()) {
        const bool ascii = std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
        found.code = ascii ? LedgerCode::ascii : LedgerCode::utf8;
        return found;
    }
    found.stray = static_cast<std::uint32_t>(at);
    for (at = 0; at < text.size();) {
        if ((text[at] & 0x80) == 0) {
            ++at;
            continue;
        }
        const CodePoint character = decode(text, at);
        if (character.valid)
            ++characters;
        else
            ++found.strays;
        at += character.length;
    }
    if (characters > found.strays) {
        found.code = LedgerCode::utf8;
        return found;
    }
    found.stray.reset();
    const auto windows = std::ranges::find_if(text, is_windows_only);
    if (windows == text.end()) {
        found.code = LedgerCode::latin9;
        return found;
    }
    found.code = LedgerCode::windows_1252;
    found.windows = static_cast<std::uint32_t>(windows - text.begin());
    return found;
}

std::string utf8_from(std::string_view raw, LedgerCode code) {
    if (code == LedgerCode::ascii || code == LedgerCode::utf8)
        return std::string(raw);
    std::string out;
    for (const char c : raw) {
        if ((c & 0x80) == 0)
            out += c;
        else
            out += character_of(static_cast<unsigned char>(c), code);
    }
    return out;
}

}  // namespace msp
