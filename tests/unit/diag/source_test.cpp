// SPDX-License-Identifier: MIT
#include <msp/diag/source.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using namespace msp;

TEST_CASE("lines end with LF, CR LF or a lone CR, and columns count characters") {
    // Bytes: a b LF | é x CR LF | CR | 漢 y
    //        0 1 2   3-4 5 6  7   8   9-11 12
    Sources sources;
    const SourceId id = sources.add("a.toml", "ab\n\u00e9x\r\n\r\u6f22y");
    struct Row {
        std::size_t offset;
        std::size_t line;
        std::size_t column;
    };
    const Row rows[] = {
        {0, 1, 1}, {1, 1, 2},  {2, 1, 3},  // the LF is the end of line 1
        {3, 2, 1}, {4, 2, 1},              // the second byte of é is still é
        {5, 2, 2}, {6, 2, 3},  {8, 3, 1},  // an empty line, ended by its CR
        {9, 4, 1}, {11, 4, 1}, {12, 4, 2}, {13, 4, 3}, {999, 4, 3},
    };
    for (const Row& row : rows) {
        CAPTURE(row.offset);
        const Position position = sources.position(id, row.offset);
        CHECK(position.line == row.line);
        CHECK(position.column == row.column);
    }
}

TEST_CASE("a line is given without its end") {
    Sources sources;
    const SourceId id = sources.add("a.toml", "ab\ncd\r\n\ref\n");
    struct Row {
        std::size_t offset;
        const char* line;
    };
    const Row rows[] = {{0, "ab"}, {2, "ab"}, {3, "cd"},  {5, "cd"}, {6, "cd"},
                        {7, ""},   {8, "ef"}, {10, "ef"}, {11, ""}};
    for (const Row& row : rows) {
        CAPTURE(row.offset);
        CHECK(sources.text(sources.line(id, row.offset)) == row.line);
    }
}

TEST_CASE("places in a long text are those of a plain count") {
    // Lines of all lengths from 0 to 199, with the three ends in turn and a two-byte letter in each: 20 kB, so that
    // many lines lie across the places that the implementation remembers.
    std::string text;
    for (std::size_t length = 0; length < 200; ++length) {
        text += std::string(length, 'x') + "\u00e9";
        text += length % 3 == 0 ? "\n" : length % 3 == 1 ? "\r\n" : "\r";
    }
    Sources sources;
    const SourceId id = sources.add("long", text);
    std::size_t begin = 0;
    for (std::size_t length = 0; length < 200; ++length) {
        CAPTURE(length);
        const std::size_t letter = begin + length;
        CHECK(sources.position(id, letter).line == length + 1);
        CHECK(sources.position(id, letter).column == length + 1);
        for (const std::size_t offset : {begin, letter, letter + 2}) {
            CHECK(sources.line(id, offset).begin == begin);
            CHECK(sources.line(id, offset).end == letter + 2);
        }
        begin = letter + 2 + (length % 3 == 1 ? 2 : 1);
    }
}

TEST_CASE("a line longer than any block is found whole") {
    Sources sources;
    const SourceId id = sources.add("long", "a\n" + std::string(50'000, 'x') + "\nb");
    for (const std::size_t offset : {2UL, 4096UL, 30'000UL, 50'002UL}) {
        CAPTURE(offset);
        CHECK(sources.line(id, offset).begin == 2);
        CHECK(sources.line(id, offset).end == 50'002);
    }
    CHECK(sources.position(id, 50'000).column == 49'999);
    CHECK(sources.position(id, 50'003).line == 3);
}

TEST_CASE("a place is written as editors read it") {
    Sources sources;
    const SourceId id = sources.add("budget.toml", "\n\nab");
    CHECK(sources.place({id, 3, 4}) == "budget.toml:3:2");
    CHECK(sources.text(Span{id, 3, 4}) == "b");
    CHECK(sources.text(Span{id, 3, 400}) == "b");
    CHECK(sources.text(Span{id, 4, 2}).empty());
}

TEST_CASE("nowhere has no text and no place") {
    Sources sources;
    CHECK(sources.name(SourceId::nowhere).empty());
    CHECK(sources.text(SourceId::nowhere).empty());
    CHECK(sources.place({}).empty());
    CHECK_FALSE(sources.line(SourceId::nowhere, 5).known());
    CHECK_THROWS_AS((void)sources.text(SourceId{1}), std::out_of_range);
}

TEST_CASE("texts stay in place while others are added") {
    Sources sources;
    const SourceId id = sources.add("a", "abc");
    const std::string_view text = sources.text(id);
    const std::string_view kept = sources.keep("def");
    for (int i = 0; i < 1000; ++i) {
        sources.add("x", "y");
        (void)sources.keep("z");
    }
    CHECK(text.data() == sources.text(id).data());
    CHECK(kept == "def");
    CHECK(sources.name(id) == "a");
}

TEST_CASE("borrowed texts stand behind those that were there, with their names and places") {
    Sources lender;
    (void)lender.add("rules.toml", "one\ntwo\n", "mark");
    (void)lender.add("more.toml", "");
    Sources sources;
    const SourceId own = sources.add("budget.toml", "x");
    sources.borrow(lender);
    REQUIRE(sources.all().size() == 3);
    const SourceId rules = sources.all()[1];
    CHECK(sources.name(own) == "budget.toml");
    CHECK(sources.name(rules) == "rules.toml");
    CHECK(sources.text(rules).data() == lender.text(lender.all()[0]).data());
    CHECK(sources.dropped(rules) == "mark");
    CHECK(sources.place({rules, 4, 7}) == "rules.toml:2:1");
    CHECK(sources.name(sources.all()[2]) == "more.toml");
}

TEST_CASE("what was typed for an option has places, and was not read") {
    Sources sources;
    const SourceId file = sources.add("a.toml", "x = 1\n");
    const SourceId typed = sources.add_typed("--without", "dr-martin");
    CHECK(sources.all() == std::vector<SourceId>{file});
    CHECK(sources.place({typed, 3, 9}) == "--without:1:4");
    CHECK(sources.text(typed) == "dr-martin");
}

TEST_CASE("an excerpt has the places of the text that it is from, and is no text that was read") {
    Sources sources;
    const auto owner = std::make_shared<const std::string>("one\ntwo\n");
    const SourceId file = sources.add_view("export.txt", *owner, owner);
    const SourceId lines = sources.add_excerpt("export.txt", 41, "été\nx");
    CHECK(sources.all() == std::vector<SourceId>{file});
    CHECK(sources.text(file).data() == owner->data());
    CHECK(sources.place({file, 4, 7}) == "export.txt:2:1");
    CHECK(sources.place({lines, 3, 5}) == "export.txt:41:3");
    CHECK(sources.place({lines, 6, 7}) == "export.txt:42:1");
}
