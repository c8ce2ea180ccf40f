// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>

#include <doctest/doctest.h>

#include <iterator>

using namespace msp;

TEST_CASE("characters of one to four bytes are read, and nothing else is a character") {
    struct Row {
        const char* bytes;
        bool valid;
        char32_t value;
        std::size_t length;
    };
    // The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
    const Row rows[] = {
        {"a", true, U'a', 1},
        {"\xc3\xa9", true, 0xe9, 2},
        {"\xe2\x82\xac", true, 0x20ac, 3},
        {"\xed\x9f\xbf", true, 0xd7ff, 3},
        {"\xf0\x9f\x98\x80", true, 0x1f600, 4},
        {"\xf4\x8f\xbf\xbf", true, 0x10ffff, 4},
        {"\x80", false, 0x80, 1},
        {"\xc0\x80", false, 0xc0, 1},  // NUL in two bytes
        {"\xc1\xbf", false, 0xc1, 1},
        {"\xe0\x9f\xbf", false, 0xe0, 1},  // longer than it need be
        {"\xed\xa0\x80", false, 0xed, 1},  // a surrogate
        {"\xf0\x8f\xbf\xbf", false, 0xf0, 1},
        {"\xf4\x90\x80\x80", false, 0xf4, 1},  // beyond the last
        {"\xf5\x80\x80\x80", false, 0xf5, 1},
        {"\xe2\x82", false, 0xe2, 1},  // cut
        {"\xc3(", false, 0xc3, 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        const CodePoint character = decode(row.bytes, 0);
        CHECK(character.valid == row.valid);
        CHECK(character.value == row.value);
        CHECK(character.length == row.length);
    }
}

TEST_CASE("a character begins at its first byte") {
    const std::string_view text = "a\xe2\x82\xac\x80z";  // a, the euro sign, a stray byte, z
    const std::size_t begins[] = {0, 1, 1, 1, 4, 5, 6, 6};
    for (std::size_t at = 0; at < std::size(begins); ++at) {
        CAPTURE(at);
        CHECK(character_begin(text, at) == begins[at]);
    }
    CHECK(character_begin("\x80\x80", 1) == 1);
    CHECK(character_begin("", 0) == 0);
}

TEST_CASE("what a terminal would obey or hide is shown") {
    CHECK(visible("é €\u00a0\u202f") == "é €\u00a0\u202f");
    CHECK(visible("\x1b[31m\n\t\x7f") == "\\x1b[31m\\x0a\\x09\\x7f");
    CHECK(visible("\u009b") == "\\u009b");                   // CSI in one character
    CHECK(visible("a\u202eb\u2066") == "a\\u202eb\\u2066");  // turns the direction of writing
    CHECK(visible("\u2028") == "\\u2028");
    CHECK(visible("\ufffd\ufffe\uffff") == "\ufffd\\ufffe\\uffff");  // the last two stand in no XML
    CHECK(visible("\xff\xc3") == "\\xff\\xc3");
}
