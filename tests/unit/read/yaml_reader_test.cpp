// SPDX-License-Identifier: MIT
#include <msp/read/readers.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/reader_run.hpp>

using namespace msp;
using msp::test::ReaderRun;

TEST_CASE("a YAML file becomes a tree with the places and the words of the file") {
    const ReaderRun reading(read_yaml, R"(schema: 1 # first
bank:
  opening: 15000.00
  open: true
  "none": ~
expense:
  - id: 'rent'
    shares: ["60 %", 40 %]
  -
    every: {months: [1, 6], x: 1}
  - [a, b: 2]
)");
    CHECK(reading.problems() == "");
    CHECK(reading.outline() == R"(schema: bare "1" at 1:9 |1|
bank: table at 2:1 |bank|
  opening: bare "15000.00" at 3:12 |15000.00|
  open: bare "true" at 4:9 |true|
  none: null "~" at 5:11 |~|
expense: list at 6:1 |expense|
  - table at 7:5 |id|
    id: text "rent" at 7:9 |'rent'|
    shares: list at 8:13 |["60 %", 40 %]|
      - text "60 %" at 8:14 |"60 %"|
      - bare "40 %" at 8:22 |40 %|
  - table at 10:5 |every|
    every: table at 10:12 |{|
      months: list at 10:21 |[1, 6]|
        - bare "1" at 10:22 |1|
        - bare "6" at 10:25 |6|
      x: bare "1" at 10:32 |1|
  - list at 11:5 |[a, b: 2]|
    - bare "a" at 11:6 |a|
    - table at 11:9 |b|
      b: bare "2" at 11:12 |2|
)");
}

TEST_CASE("scalars are read without quotes, escapes and folds, and keep their place") {
    struct Row {
        std::string written;
        std::string text;
        NodeKind kind;
        std::string place;
    };
    const Row rows[] = {
        {"2 400,00", "2 400,00", NodeKind::bare, "1:4 |2 400,00|"},
        {"x  y # c", "x  y", NodeKind::bare, "1:4 |x  y|"},
        {"a#b 12:30", "a#b 12:30", NodeKind::bare, "1:4 |a#b 12:30|"},
        {"\u00e9t\u00e9", "\u00e9t\u00e9", NodeKind::bare, "1:4 |\u00e9t\u00e9|"},
        {"un\n  deux\n\n  trois # c", "un deux\ntrois", NodeKind::bare, "1:4 |un\n  deux\n\n  trois|"},
        {"\"\"", "", NodeKind::text, "1:4 |\"\"|"},
        {"\"a\\t\\u00e9\\\"\" # c", "a\t\u00e9\"", NodeKind::text, "1:4 |\"a\\t\\u00e9\\\"\"|"},
        {"'it''s'", "it's", NodeKind::text, "1:4 |'it''s'|"},
        {"\"un\n  deux\"", "un deux", NodeKind::text, "1:4 |\"un\n  deux\"|"},
        {"|\n  un\n   deux\n", "un\n deux\n", NodeKind::text, "1:4 |||"},
        {">-\n  un\n  deux\n", "un deux", NodeKind::text, "1:4 |>-|"},
        {"&anchor x", "x", NodeKind::bare, "1:12 |x|"},
        {"~", "~", NodeKind::null, "1:4 |~|"},
        {"null", "null", NodeKind::null, "1:4 |null|"},
        {"", "", NodeKind::null, "1:1 |a|"},  // of a value that is not there, its key
        {"'~'", "~", NodeKind::text, "1:4 |'~'|"},
    };
    for (const Row& row : rows) {
        for (const char* end : {"\nb: 1", "\r\nb: 1"}) {
            CAPTURE(row.written);
            const ReaderRun reading(read_yaml, "a: " + row.written + end);
            REQUIRE(reading.document);
            const Node& node = (*reading.document)[reading.document->find(Document::root(), "a")];
            CHECK(node.kind == row.kind);
            CHECK(node.text == row.text);
            CHECK(reading.shown(node.span) == row.place);
            CHECK(reading.document->find(Document::root(), "b") != no_node);
        }
    }
}

TEST_CASE("places are bytes of the text, behind other alphabets, CR LF and a byte order mark too") {
    const ReaderRun reading(read_yaml, "\xef\xbb\xbf\u00e9: [\U0001f600, x]\r\n\u00fc:\r\n  - \u20ac: 'y'\r\n");
    CHECK(reading.outline() ==
          "\u00e9: list at 1:4 |[\U0001f600, x]|\n"
          "  - bare \"\U0001f600\" at 1:5 |\U0001f600|\n"
          "  - bare \"x\" at 1:8 |x|\n"
          "\u00fc: list at 2:1 |\u00fc|\n"
          "  - table at 3:5 |\u20ac|\n"
          "    \u20ac: text \"y\" at 3:8 |'y'|\n");
}

TEST_CASE("an alias is a copy, placed where the alias stands") {
    const ReaderRun reading(read_yaml, "a: &x {k: 1, l: [2]}\nb: *x\nc: &y 3\nd: [*y, *x]\ne: &z\nf: *z\n");
    CHECK(reading.outline() == R"(a: table at 1:7 |{|
  k: bare "1" at 1:11 |1|
  l: list at 1:17 |[2]|
    - bare "2" at 1:18 |2|
b: table at 2:4 |*x|
  k: bare "1" at 1:11 |1|
  l: list at 1:17 |[2]|
    - bare "2" at 1:18 |2|
c: bare "3" at 3:7 |3|
d: list at 4:4 |[*y, *x]|
  - bare "3" at 4:5 |*y|
  - table at 4:9 |*x|
    k: bare "1" at 1:11 |1|
    l: list at 1:17 |[2]|
      - bare "2" at 1:18 |2|
e: null at 5:1 |e|
f: null at 6:4 |*z|
)");
}

TEST_CASE("an empty file is an empty table") {
    for (const char* text : {"", "\n", "# nothing", "---\n", "--- # nothing\n...\n"}) {
        CAPTURE(text);
        const ReaderRun reading(read_yaml, text);
        CHECK(reading.outline() == "");
        CHECK(reading.problems() == "");
    }
}

TEST_CASE("a mistake in YAML is said where it is, with what to write") {
    const std::string indent = "give all keys of a table the same indent, in spaces\n";
    struct Row {
        std::string text;
        std::string problem;
    };
    const Row rows[] = {
        // what the parser takes and a budget must not
        {"a: 1\nb: {x: 1, x: 2}\na: 3\na: 4",
         "key.repeated 2:11 |x|, note: 2:5 |x|\n"
         "key.repeated 3:1 |a|, note: 1:1 |a|\n"
         "key.repeated 4:1 |a|, note: 1:1 |a|\n"},
        {"a: 1\n'a': 2", "key.repeated 2:1 |'a'|, note: 1:1 |a|\n"},
        {"a: !!str 1", "yaml.tag 1:4 |!!str|, help: take it away\n"},
        {"a: &x !t {b: 1}", "yaml.tag 1:7 |!t|, help: take it away\n"},
        {"<<: {a: 1}", "yaml.merge 1:1 |<<|\n"},
        {"? [a]\n: 1", "yaml.key 1:3 |[|\n"},
        {"? {a: 1}\n: 1", "yaml.key 1:3 |{|\n"},
        {"a: 1\n: 2", "yaml.key 2:1\n"},
        {"a: &x 1\n*x : 2", "yaml.key 2:1 |*x|\n"},
        {"&x a: 1", "yaml.key 1:4 |a|\n"},
        {"a: 1\n---\nb: 2", "yaml.documents 2:1 |---|\n"},
        {"a: 1\n...\nb: 2", "yaml.documents 3:1 |b: 2|\n"},
        {"  a: 1\nb: 2", "yaml.indent 2:1 |b: 2|\n"},
        {"{a: 1} x", "yaml.rest 1:8 |x|\n"},
        {"- 1", "yaml.root 1:1 |-|\n"},
        {"a", "yaml.root 1:1 |a|\n"},
        {"a:1", "yaml.root 1:1 |a:1|, help: put a space behind the colon of each key\n"},
        {"a: &x [1, *x]", "yaml.alias-inside 1:11 |*x|, note: 1:7 |[|\n"},
        {"a: 'x\nb: 1\n", "text.unclosed 1:4 |'x|\n"},
        {"a: \"x\\\"\nb: 1\n", "text.unclosed 1:4 |\"x\\\"|\n"},
        {"a: \"\x04\"\nb: 1", "yaml.control 1:5 |\x04|\n"},
        {"a: 1\rb: 2", "yaml.line-end 1:5 |\r|, help: save the file with LF or CR LF at the end of lines\n"},
        {"a:\n\tb: 1", "yaml.tab 2:1 |\t|, help: indent with spaces\n"},
        {"\ta: 1", "yaml.tab 1:1 |\t|, help: indent with spaces\n"},
        // what the parser refuses
        {"a: *b",
         "yaml.syntax 1:4 |*|, help: a * repeats what has & and the same name before it; put a text that begins "
         "with * in quotes\n"},
        {"a: b: 1", "yaml.syntax 1:5 |:|, help: put a text that holds \": \" in quotes; " + indent},
        {"a:\n    b: 1\n  c: 2", "yaml.syntax 3:3 |c|, help: put a space behind the colon of each key, and " + indent},
        {"a: [1,\nb: 2", "yaml.syntax 2:5\n"},
        {"a: {b: 1", "yaml.syntax 1:9\n"},
        {"a: - 1", "yaml.syntax 1:4 |-|, help: begin a list on a line of its own\n"},
        {"a: %", "yaml.syntax 1:4 |%|, help: put the text in quotes\n"},
        {"a: \"\\ud83d\"", "yaml.syntax 1:11 |\"|\n"},
        {"a: |x", "yaml.syntax 1:5 |x|\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const ReaderRun reading(read_yaml, row.text);
        CHECK_FALSE(reading.document);
        CHECK(reading.problems() == row.problem);
    }
}

TEST_CASE("aliases, levels and marks are bounded before they fill the memory") {
    const auto times = [](int count, const std::string& text) {
        std::string all;
        for (int i = 0; i < count; ++i)
            all += text;
        return all;
    };
    // Ten lists of ten times the one before: 10^6 at the sixth.
    std::string bomb = "a0: &a0 x\n";
    // Each list holds the one before: deeper without being larger.
    std::string stairs = bomb;
    for (int i = 1; i <= 200; ++i) {
        const std::string name = "a" + std::to_string(i);
        const std::string alias = "*a" + std::to_string(i - 1);
        for (std::string* text : {&bomb, &stairs})
            text->append(name).append(": &").append(name).append(" [");
        bomb += times(i <= 10 ? 9 : 0, alias + ",");
        for (std::string* text : {&bomb, &stairs})
            text->append(alias).append("]\n");
    }
    struct Row {
        std::string text;
        std::string id;
    };
    const Row rows[] = {
        {bomb, "yaml.too-many"},
        {stairs, "document.depth"},
        {"a: " + times(99, "[") + times(99, "]"), ""},
        {"a: " + times(100, "[") + times(100, "]"), "document.depth"},
        {"a: " + times(5'000'000, "["), "document.too-many"},
        // values in both kinds of list count together
        {"a:\n" + times(10'000, "-\n") + "- [" + times(990'000, "1,") + "]", "document.too-many"},
        {times(5'000'000, "\n"), "document.too-many"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text.substr(0, 20));
        const ReaderRun reading(read_yaml, row.text);
        CHECK(reading.document.has_value() == row.id.empty());
        CHECK(reading.problems().substr(0, reading.problems().find(' ')) == row.id);
    }
}
