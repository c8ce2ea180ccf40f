// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace msp;

namespace {

// The lines for an error "bad" on bytes [begin, end) of the text.
std::string shown(const std::string& text, std::uint32_t begin, std::uint32_t end) {
    Sources sources;
    const SourceId id = sources.add("f", text);
    return render({Severity::error, "x", {"bad", {}}, {id, begin, end}, {}, {}}, sources, Language::english);
}

std::string repeated(std::size_t count, const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += text;
    return out;
}

}  // namespace

TEST_CASE("a diagnostic shows its place, the line, the span and what to do") {
    Sources sources;
    const SourceId id = sources.add("budget.toml", repeated(13, "\n") + "shares = [\"60 %\", \"50 %\"]\n");
    const Diagnostic diagnostic{
        Severity::error, "shares.sum", {"the shares add up to {sum} %, not 100 %", {{"sum", std::int64_t{110}}}},
        {id, 22, 38},    {},           Message{"change one share", {}}};
    CHECK(render(diagnostic, sources, Language::english) ==
          "budget.toml:14:10: error: the shares add up to 110 %, not 100 %\n"
          "   14 | shares = [\"60 %\", \"50 %\"]\n"
          "      |          ^^^^^^^^^^^^^^^^\n"
          "help: change one share\n");
}

TEST_CASE("the words before the message are in the reader's language") {
    Sources sources;
    const SourceId id = sources.add("f", "a\nb");
    const Diagnostic diagnostic{Severity::warning, "x", {"m", {}}, {id, 0, 1}, {{{id, 2, 3}, {"n", {}}}},
                                Message{"h", {}}};
    CHECK(render(diagnostic, sources, Language::french) ==
          "f:1:1: avertissement: m\n"
          "    1 | a\n"
          "      | ^\n"
          "f:2:1: note: n\n"
          "    2 | b\n"
          "      | ^\n"
          "aide: h\n");
    CHECK(render({Severity::error, "x", {"m", {}}, {}, {}, {}}, sources, Language::french) == "erreur: m\n");
}

TEST_CASE("what is nowhere has no place and no line") {
    CHECK(render({Severity::error, "x", {"m", {}}, {}, {{{}, {"n", {}}}}, Message{"h", {}}}, Sources(),
                 Language::english) == "error: m\nnote: n\nhelp: h\n");
}

TEST_CASE("carets stand under the whole span") {
    struct Row {
        const char* what;
        const char* text;
        std::uint32_t begin;
        std::uint32_t end;
        const char* expected;
    };
    const Row rows[] = {
        {"an empty span has one caret", "abc", 1, 1, "f:1:2: error: bad\n    1 | abc\n      |  ^\n"},
        {"also at the end of the line", "abc\n", 3, 3, "f:1:4: error: bad\n    1 | abc\n      |    ^\n"},
        {"and on an empty line", "a\n\nb", 2, 2, "f:2:1: error: bad\n    2 |\n      | ^\n"},
        {"and after the last line", "a\n", 2, 2, "f:2:1: error: bad\n    2 |\n      | ^\n"},
        {"and in an empty text", "", 0, 0, "f:1:1: error: bad\n    1 |\n      | ^\n"},
        {"several lines: to the end of the first", "ab\ncd", 1, 5, "f:1:2: error: bad\n    1 | ab\n      |  ^\n"},
        {"CR LF is not shown", "ab\r\ncd", 1, 5, "f:1:2: error: bad\n    1 | ab\n      |  ^\n"},
        {"a span beyond the text", "ab", 1, 99, "f:1:2: error: bad\n    1 | ab\n      |  ^\n"},
        {"tabs are copied", "\ta\tb", 3, 4, "f:1:4: error: bad\n    1 | \ta\tb\n      | \t \t^\n"},
        {"a tab may be the place", "\ta", 0, 1, "f:1:1: error: bad\n    1 | \ta\n      | ^\n"},
        {"a tab between carets is copied", "a\tb", 0, 3, "f:1:1: error: bad\n    1 | a\tb\n      | ^\t^\n"},
        {"a tab after the carets is not", "a\tb", 0, 2, "f:1:1: error: bad\n    1 | a\tb\n      | ^\n"},
        {"accents take one column", "\u00e9t\u00e9 x", 6, 7,
         "f:1:5: error: bad\n    1 | \u00e9t\u00e9 x\n      |     ^\n"},
        {"a combining mark none", "e\u0301x", 3, 4, "f:1:3: error: bad\n    1 | e\u0301x\n      |  ^\n"},
        {"alone it has a caret", "e\u0301x", 1, 3, "f:1:2: error: bad\n    1 | e\u0301x\n      |  ^\n"},
        {"wide characters two", "\u6f22\u5b57x", 3, 7, "f:1:2: error: bad\n    1 | \u6f22\u5b57x\n      |   ^^^\n"},
        {"controls are shown", "a\x1b[b", 3, 4, "f:1:4: error: bad\n    1 | a\\x1b[b\n      |       ^\n"},
        {"and may be the place", "a\x1b[b", 1, 2, "f:1:2: error: bad\n    1 | a\\x1b[b\n      |  ^^^^\n"},
        {"bytes that are not UTF-8 too",
         "a\xff"
         "b",
         2, 3, "f:1:3: error: bad\n    1 | a\\xffb\n      |      ^\n"},
        {"a span from within a character", "\u00e9b", 1, 2, "f:1:1: error: bad\n    1 | \u00e9b\n      | ^\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(shown(row.text, row.begin, row.end) == row.expected);
    }
}

TEST_CASE("a line number of six digits moves the gutter") {
    CHECK(shown(repeated(99'999, "\n") + "ab", 100'000, 100'001) ==
          "f:100000:2: error: bad\n100000 | ab\n       |  ^\n");
}

TEST_CASE("a line of 100 columns is shown whole, a longer one is cut around the place") {
    const std::string x100(100, 'x');
    CHECK(shown(x100, 99, 100) == "f:1:100: error: bad\n    1 | " + x100 + "\n      | " + std::string(99, ' ') + "^\n");

    // 101 columns: at the begin the first 100 are shown, at the end the last 100.
    CHECK(shown(x100 + "y", 0, 1) == "f:1:1: error: bad\n    1 | " + x100 + "…\n      | ^\n");
    CHECK(shown("y" + x100, 100, 101) ==
          "f:1:101: error: bad\n    1 | …" + x100 + "\n      | " + std::string(100, ' ') + "^\n");

    // In the middle: 33 columns before the place, 67 from it on, and one for the sign of the cut.
    const std::string y3 = std::string(1000, 'x') + "yyy" + std::string(1000, 'x');
    CHECK(shown(y3, 1000, 1003) == "f:1:1001: error: bad\n    1 | …" + std::string(33, 'x') + "yyy" +
                                       std::string(64, 'x') + "…\n      | " + std::string(34, ' ') + "^^^\n");

    // A span of 80 leaves 20 before it; one of 500 leaves 8 and is cut itself.
    const std::string y80 = std::string(1000, 'x') + std::string(80, 'y') + std::string(1000, 'x');
    CHECK(shown(y80, 1000, 1080) == "f:1:1001: error: bad\n    1 | …" + std::string(20, 'x') + std::string(80, 'y') +
                                        "…\n      | " + std::string(21, ' ') + std::string(80, '^') + "\n");
    const std::string y500 = std::string(1000, 'x') + std::string(500, 'y');
    CHECK(shown(y500, 1000, 1500) == "f:1:1001: error: bad\n    1 | …" + std::string(8, 'x') + std::string(92, 'y') +
                                         "…\n      | " + std::string(9, ' ') + std::string(92, '^') + "\n");
}

TEST_CASE("a cut never leaves half of a wide character or a mark without its letter") {
    // 50 wide characters fit into 100 columns.
    CHECK(shown(repeated(60, "\u6f22"), 0, 3) ==
          "f:1:1: error: bad\n    1 | " + repeated(50, "\u6f22") + "…\n      | ^^\n");
    // 33 columns before the place hold 16 of them; the 68 left hold 34.
    CHECK(shown(repeated(200, "\u6f22"), 300, 303) ==
          "f:1:101: error: bad\n    1 | …" + repeated(50, "\u6f22") + "…\n      | " + std::string(33, ' ') + "^^\n");
    // A letter and an accent are one column; the 33rd letter before the place keeps its accent, the 34th loses both.
    CHECK(shown(repeated(500, "e\u0301"), 750, 753) ==
          "f:1:501: error: bad\n    1 | …" + repeated(100, "e\u0301") + "…\n      | " + std::string(34, ' ') + "^\n");
    // Characters without any width do not make the excerpt endless.
    CHECK(shown(repeated(100'000, "\u0301"), 100'000, 100'002).size() < 2000);
}

TEST_CASE("a note on the line that is shown does not repeat it") {
    Sources sources;
    const SourceId id = sources.add("f", "a = 1, a = 2\nb");
    const Message first{"first here", {}};
    const Diagnostic diagnostic{
        Severity::error, "x", {"twice", {}}, {id, 7, 8}, {{{id, 0, 1}, first}, {{id, 13, 14}, first}}, {}};
    CHECK(render(diagnostic, sources, Language::english) ==
          "f:1:8: error: twice\n"
          "    1 | a = 1, a = 2\n"
          "      |        ^\n"
          "f:1:1: note: first here\n"
          "f:2:1: note: first here\n"
          "    2 | b\n"
          "      | ^\n");
}

TEST_CASE("a note on a part of the line that was cut away is shown") {
    Sources sources;
    const SourceId id = sources.add("f", "a" + std::string(500, 'x'));
    const Diagnostic diagnostic{Severity::error, "x", {"m", {}}, {id, 500, 501}, {{{id, 0, 1}, {"n", {}}}}, {}};
    CHECK(render(diagnostic, sources, Language::english) == "f:1:501: error: m\n    1 | …" + std::string(100, 'x') +
                                                                "\n      | " + std::string(100, ' ') +
                                                                "^\n"
                                                                "f:1:1: note: n\n    1 | a" +
                                                                std::string(99, 'x') + "…\n      | ^\n");
}

TEST_CASE("a name or a word with controls cannot steer the terminal") {
    Sources sources;
    const SourceId id = sources.add("a\x1b[2J", "b");
    CHECK(render({Severity::error, "x", {"unknown \"{word}\"", {{"word", "\x1b[31m\n"}}}, {id, 0, 1}, {}, {}}, sources,
                 Language::english) == "a\\x1b[2J:1:1: error: unknown \"\\x1b[31m\\x0a\"\n    1 | b\n      | ^\n");
}

TEST_CASE("a thousand diagnostics on one line of 8 MiB are rendered, each at its place") {
    // Done byte by byte from the line's begin this reads 4 GB; it takes the time of reading the text once.
    constexpr std::uint32_t size = 8U << 20;
    Sources sources;
    const SourceId id = sources.add("f", std::string(size, 'x'));
    for (std::uint32_t i = 0; i < 1000; ++i) {
        const std::uint32_t at = i * (size / 1000);
        const std::string out =
            render({Severity::error, "x", {"bad", {}}, {id, at, size}, {}, {}}, sources, Language::english);
        REQUIRE(out.starts_with("f:1:" + std::to_string(at + 1) + ": "));
        REQUIRE(out.size() < 400);
    }
}
