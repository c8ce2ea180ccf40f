// SPDX-License-Identifier: MIT
#include <msp/diag/catalogue.hpp>
#include <msp/diag/message.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace msp;

namespace {

std::string little_endian(std::uint32_t value) {
    std::string out;
    for (int i = 0; i < 4; ++i, value >>= 8)
        out += static_cast<char>(value & 0xffU);
    return out;
}

// Built by the description in the gettext manual, "The Format of GNU MO Files": seven numbers, the table of originals,
// that of translations, then the texts, each ended by NUL. `entries` are sorted.
std::string make_mo(const std::vector<std::pair<std::string, std::string>>& entries) {
    const auto count = static_cast<std::uint32_t>(entries.size());
    const std::uint32_t originals = 28;
    const std::uint32_t translations = originals + 8 * count;
    const std::uint32_t texts = translations + 8 * count;
    std::string strings;
    std::string tables;
    const auto add = [&](const std::string& text) {
        tables += little_endian(static_cast<std::uint32_t>(text.size()));
        tables += little_endian(texts + static_cast<std::uint32_t>(strings.size()));
        strings += text + '\0';
    };
    for (const auto& entry : entries)
        add(entry.first);
    for (const auto& entry : entries)
        add(entry.second);
    std::string header = little_endian(0x950412de) + little_endian(0);
    for (const std::uint32_t number : {count, originals, translations, 0U, texts})
        header += little_endian(number);
    return header + tables + strings;
}

const std::vector<std::pair<std::string, std::string>> some = {
    {"", "Language: fr\n"}, {"aid", "aide"}, {"day", "jour"}, {"error", "erreur"}, {"\u00d7", "fois"}};

}  // namespace

TEST_CASE("each text of a catalogue is found, and no other") {
    for (std::size_t count = 1; count <= some.size(); ++count) {
        CAPTURE(count);
        const std::string mo = make_mo({some.begin(), some.begin() + static_cast<std::ptrdiff_t>(count)});
        const auto catalogue = MessageCatalogue::open(mo);
        REQUIRE(catalogue);
        CHECK(catalogue->size() == count);
        for (std::size_t i = 1; i < some.size(); ++i)
            CHECK(catalogue->find(some[i].first).value_or("nothing") == (i < count ? some[i].second : "nothing"));
        for (const char* other : {"", "a", "days", "erro", "zzz", "\u00d7\u00d7"})
            CHECK_FALSE(catalogue->find(other));
    }
}

TEST_CASE("an empty catalogue holds nothing") {
    const std::string mo = make_mo({});
    const auto catalogue = MessageCatalogue::open(mo);
    REQUIRE(catalogue);
    CHECK_FALSE(catalogue->find("day"));
}

TEST_CASE("bytes that are no catalogue are refused") {
    std::string mo = make_mo(some);
    CHECK_FALSE(MessageCatalogue::open(""));
    CHECK_FALSE(MessageCatalogue::open(std::string_view(mo).substr(0, 27)));
    // Both tables, of five entries each, end at 28 + 2 * 40 = 108.
    CHECK_FALSE(MessageCatalogue::open(std::string_view(mo).substr(0, 107)));
    CHECK(MessageCatalogue::open(std::string_view(mo).substr(0, 108)));

    std::string big_endian = mo;
    std::reverse(big_endian.begin(), big_endian.begin() + 4);
    CHECK_FALSE(MessageCatalogue::open(big_endian));
    mo[11] = '\x7f';  // a count of two thousand million
    CHECK_FALSE(MessageCatalogue::open(mo));
}

TEST_CASE("whatever byte is wrong, nothing outside the catalogue is read") {
    // Under the address sanitizer a read outside is a fault; without it, a translation that is not part of the bytes.
    const std::string good = make_mo(some);
    for (std::size_t at = 0; at < 108; ++at) {
        for (const char wrong : {'\x00', '\x7f', '\xff'}) {
            const std::vector<char> bytes = [&] {
                std::vector<char> copy(good.begin(), good.end());
                copy[at] = wrong;
                return copy;
            }();
            const auto catalogue = MessageCatalogue::open({bytes.data(), bytes.size()});
            if (!catalogue)
                continue;
            for (const auto& entry : some) {
                const auto found = catalogue->find(entry.first);
                if (!found)
                    continue;
                CHECK(found->data() >= bytes.data());
                CHECK(found->data() + found->size() <= bytes.data() + bytes.size());
            }
        }
    }
}

TEST_CASE("the French catalogue is built in") {
    const auto catalogue = MessageCatalogue::open(french_catalogue);
    REQUIRE(catalogue);
    CHECK(catalogue->size() > 1);
    CHECK(translate("error", Language::french) == "erreur");
    CHECK(translate("warning", Language::french) == "avertissement");
    CHECK(translate("note", Language::french) == "note");
    CHECK(translate("help", Language::french) == "aide");
}

TEST_CASE("a text without translation, and any text in English, is its own") {
    CHECK(translate("error", Language::english) == "error");
    CHECK(translate("not in any catalogue", Language::french) == "not in any catalogue");
    CHECK(translate("", Language::french).empty());
}
