// SPDX-License-Identifier: MIT
#include <msp/diag/catalogue.hpp>
#include <msp/diag/message.hpp>

namespace msp {

namespace {

// Layout: GNU gettext manual, "The Format of GNU MO Files".
constexpr std::uint32_t magic = 0x950412de;
constexpr std::size_t header_size = 28;
constexpr std::size_t entry_size = 8;

// `at` + 4 is inside `mo`.
std::uint32_t number(std::string_view mo, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = (value << 8) | static_cast<unsigned char>(mo[at + i]);
    return value;
}

}  // namespace

std::optional<MessageCatalogue> MessageCatalogue::open(std::string_view mo) {
    if (mo.size() < header_size || number(mo, 0) != magic || (number(mo, 4) >> 16) != 0)
        return std::nullopt;
    const std::uint32_t count = number(mo, 8);
    const std::uint32_t originals = number(mo, 12);
    const std::uint32_t translations = number(mo, 16);
    const std::uint64_t table_size = std::uint64_t{count} * entry_size;
    if (originals + table_size > mo.size() || translations + table_size > mo.size())
        return std::nullopt;
    return MessageCatalogue(mo, count, originals, translations);
}

std::optional<std::string_view> MessageCatalogue::entry(std::uint32_t table, std::uint32_t index) const {
    const std::size_t at = table + std::size_t{index} * entry_size;
    const std::uint32_t length = number(mo_, at);
    const std::uint32_t offset = number(mo_, at + 4);
    if (std::uint64_t{offset} + length > mo_.size())
        return std::nullopt;
    return mo_.substr(offset, length);
}

std::optional<std::string_view> MessageCatalogue::find(std::string_view english) const {
    if (english.empty())
        return std::nullopt;
    std::uint32_t first = 0;
    std::uint32_t last = count_;
    while (first < last) {
        const std::uint32_t middle = first + (last - first) / 2;
        const auto original = entry(originals_, middle);
        if (!original)
            return std::nullopt;
        if (*original == english)
            return entry(translations_, middle);
        if (*original < english)
            first = middle + 1;
        else
            last = middle;
    }
    return std::nullopt;
}

std::string_view translate(const char* english, Language language) {
    if (language == Language::english)
        return english;
    const auto catalogue = MessageCatalogue::open(french_catalogue);
    return catalogue ? catalogue->find(english).value_or(english) : std::string_view(english);
}

}  // namespace msp
