// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/read/toml_places.hpp>

#include <algorithm>
#include <cstddef>

namespace msp {

namespace {

constexpr std::size_t block_length = 64;

std::uint32_t count_characters(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !continues_character(c); }));
}

// Of the first line.
std::uint32_t leading_ascii(std::string_view text) {
    const auto* const end = std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || (c & 0x80) != 0; });
    return static_cast<std::uint32_t>(end - text.begin());
}

}  // namespace

TomlPlaces::TomlPlaces(std::string_view text) : text_(text), lines_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        lines_.push_back(static_cast<std::uint32_t>(at + 1));
    if (std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; }))
        return;
    plain_.reserve(lines_.size());
    for (const std::uint32_t begin : lines_)
        plain_.push_back(leading_ascii(text.substr(begin)));
    blocks_.reserve(text.size() / block_length + 2);
    std::uint32_t before = 0;
    for (std::size_t at = 0; at < text.size(); at += block_length) {
        blocks_.push_back(before);
        before += count_characters(text.substr(at, block_length));
    }
    blocks_.push_back(before);
}

std::uint32_t TomlPlaces::characters_before(std::uint32_t offset) const {
    const std::size_t at = offset / block_length;
    return blocks_[at] + count_characters(text_.substr(at * block_length, offset - at * block_length));
}

std::uint32_t TomlPlaces::offset(std::uint32_t line, std::uint32_t column) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (line == 0 || line > lines_.size())
        return size;
    const std::uint32_t begin = lines_[line - 1];
    if (blocks_.empty())
        return std::min(size, begin + (column - 1));
    if (column - 1 <= plain_[line - 1])
        return begin + (column - 1);
    const std::uint32_t wanted = characters_before(begin) + (column - 1);
    // A character has one byte at least and four at most.
    const auto first = blocks_.begin() + static_cast<std::ptrdiff_t>(begin / block_length);
    const std::size_t reach = std::min<std::size_t>((begin % block_length + std::size_t{4} * column) / block_length + 1,
                                                    static_cast<std::size_t>(blocks_.end() - first));
    const auto after = std::upper_bound(first, first + static_cast<std::ptrdiff_t>(reach), wanted);
    std::size_t at = static_cast<std::size_t>(after - blocks_.begin() - 1) * block_length;
    // Past `missing` characters, to the first byte of the next one.
    std::uint32_t missing = wanted - *(after - 1);
    for (; at < size; ++at)
        if (!continues_character(text_[at]) && missing-- == 0)
            break;
    return static_cast<std::uint32_t>(std::min<std::size_t>(at, size));
}

}  // namespace msp
