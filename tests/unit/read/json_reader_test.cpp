// SPDX-License-Identifier: MIT
// What RFC 8259 takes and what it refuses, in cases of our own by the kinds of the public JSON test suite: structure,
// numbers, strings, and what the RFC leaves to the reader.
#include <msp/read/readers.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/problems.hpp>
#include <tests/support/reader_run.hpp>

using namespace msp;
using msp::test::ids_of;
using msp::test::ReaderRun;

namespace {

// The one value of a key, as it was read; else the ids of what is wrong.
std::string value(const std::string& written) {
    const ReaderRun reading(read_json, "{\"k\": " + written + "}");
    if (!reading.document)
        return ids_of(reading.diagnostics);
    return std::string((*reading.document)[reading.document->find(Document::root(), "k")].text);
}

std::string problems(const std::string& text) {
    return ReaderRun(read_json, text).problems();
}

}  // namespace

TEST_CASE("a JSON file becomes a tree with the places and the words of the file") {
    const ReaderRun reading(
        read_json,
        "{\t\"a\":1.50,\"b\":[true,null,{}],\n\t\"c\":\"\\/ \\ud83d\\ude00 \\\\ud83d\", \"d\" : {\"e\": [ ]}}\r\n");
    CHECK(reading.problems() == "");
    CHECK(reading.outline() ==
          "a: number \"1.50\" at 1:7 |1.50|\n"
          "b: list at 1:16 |[true,null,{}]|\n"
          "  - boolean \"true\" at 1:17 |true|\n"
          "  - null \"null\" at 1:22 |null|\n"
          "  - table at 1:27 |{|\n"
          "c: text \"/ \U0001f600 \\ud83d\" at 2:6 |\"\\/ \\ud83d\\ude00 \\\\ud83d\"|\n"
          "d: table at 2:39 |{|\n"
          "  e: list at 2:45 |[ ]|\n");
}

TEST_CASE("every number of the RFC is read as it is written, and no other") {
    for (const char* number : {"0", "-0", "1", "-1", "123", "0.5", "-0.50", "2400.00", "1e3", "1E3", "1e+3", "1.5e-3",
                               "0e1", "123456789012345678901234567890"}) {
        CAPTURE(number);
        CHECK(value(number) == number);
    }
    for (const char* number : {"+1",  "01",     "-01",  "012.50",   "1.",        ".5",       "-.5",   "1e",
                               "1e+", "1.e1",   "0x1F", "1_000",    "--1",       "-",        "1.2.3", "1eE2",
                               "-a",  "\uff11", "NaN",  "Infinity", "-Infinity", "2 400,00", "2,400", "60 %"}) {
        CAPTURE(number);
        CHECK((value(number) == "json.number" || value(number) == "json.text"));
    }
}

TEST_CASE("every text of the RFC is read without its escapes, and no other") {
    struct Row {
        std::string written;
        std::string text;
    };
    const Row rows[] = {
        {R"("")", ""},
        {R"("a")", "a"},
        {R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t"},
        {R"("\u00e9\u20AC\u0041")", "\u00e9\u20acA"},
        {R"("\ud83d\ude00")", "\U0001f600"},
        {R"("\uDBFF\uDFFF")", "\U0010ffff"},
        {R"("\u0000x")", std::string("\0x", 2)},
        {"\"\u00e9\u2028\x7f\"", "\u00e9\u2028\x7f"},
        {R"("//#/*,]}")", "//#/*,]}"},
        {R"("\"")", "\""},
        {"\"\t\"", "json.control"},
        {"\"\x01\"", "json.control"},
        {R"("\x41")", "text.backslash"},
        {R"("\a")", "text.backslash"},
        {R"("\u12")", "text.backslash"},
        {R"("\u12G4")", "text.backslash"},
        {R"("\U0041")", "text.backslash"},
        {"\"\\\u00e9\"", "text.backslash"},
        {R"("\ud83d")", "json.surrogate"},
        {R"("\ude00")", "json.surrogate"},
        {R"("\ud83dx\ude00")", "json.surrogate json.surrogate"},
        {R"("\ud83d\u0041")", "json.surrogate"},
        {R"("\ud83d\ud83d\ude00")", "json.surrogate"},
        {"'a'", "json.quotes"},
        {"\"a\nb\"", "text.unclosed"},
        {"\"a", "text.unclosed"},
        {"\"a\\", "text.unclosed text.backslash"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.written);
        CHECK(value(row.written) == row.text);
    }
}

TEST_CASE("words stand in quotes, but for three in small letters") {
    CHECK(value("true") == "true");
    CHECK(value("false") == "false");
    CHECK(value("null") == "null");
    for (const char* word : {"True", "TRUE", "nul", "nulll", "None", "oui", "\u00e9t\u00e9", "*", "&a", "\\", ":"}) {
        CAPTURE(word);
        CHECK(value(word) == "json.text");
    }
    CHECK(value("2026-01-31") == "json.date");
    CHECK(value("31/01/2026") == "json.date");
}

TEST_CASE("what a structure wants is said where it is missing, and reading goes on") {
    CHECK(problems("{\"a\": 1,}") == "json.comma 1:8 |,|, help: take it away\n");
    CHECK(problems("{\"a\": [1,]}") == "json.comma 1:9 |,|, help: take it away\n");
    CHECK(problems("{\"a\": [,1]}") == "json.comma 1:8 |,|, help: take it away\n");
    CHECK(problems("{\"a\": [1,,2]}") == "json.comma 1:10 |,|, help: take it away\n");
    CHECK(problems("{\"a\": 1 \"b\": 2}") == "json.comma 1:9 |\"|\n");
    CHECK(problems("{\"a\": [1 2]}") == "json.comma 1:10 |2|\n");
    CHECK(problems("{\"a\" 1}") == "json.colon 1:2 |\"a\"|\n");
    CHECK(problems("{\"a\"}") == "json.colon 1:2 |\"a\"|\njson.value 1:5 |}|\n");
    CHECK(problems("{\"a\": , \"b\": }") == "json.value 1:7 |,|\njson.value 1:14 |}|\n");
    CHECK(problems("{a: 1}") == "json.key 1:2 |a|, help: write \"a\"\n");
    CHECK(problems("{1: 1}") == "json.key 1:2 |1|, help: write \"1\"\n");
    CHECK(problems("{'a': 1}") == "json.quotes 1:2 |'a'|, help: write \"a\"\n");
    CHECK(problems("{\"a\": 1, \"b\": 2, \"a\": 3}") == "key.repeated 1:18 |\"a\"|, note: 1:2 |\"a\"|\n");
    CHECK(problems("{\"a\": 1, \"\\u0061\": 3}") == "key.repeated 1:10 |\"\\u0061\"|, note: 1:2 |\"a\"|\n");
    CHECK(problems("{\"a\": 1} {}") == "json.rest 1:10 |{}|\n");
    CHECK(problems("{\"a\": 1}}") == "json.rest 1:9 |}|\n");
    CHECK(problems("{} x") == "json.rest 1:4 |x|\n");
    CHECK(problems("{\"a\": [1}") == "json.bracket 1:9 |}|, note: 1:7 |[|\n");
    CHECK(problems("{\"a\": {\"b\": 1}") == "json.bracket 1:1 |{|\n");
    CHECK(problems("{\"a\": [") == "json.bracket 1:7 |[|\n");
    CHECK(problems("{[1]: 2}") == "json.key 1:2 |[|\n");
    CHECK(problems("{\"a\" = 1}") == "json.colon 1:6 |=|\n");
    for (const char* text : {"", " \n", "[]", "1", "\"a\"", "null", "schema: 1\n", "bank = 1", "}", "\u2060{}"}) {
        CAPTURE(text);
        CHECK(problems(text).starts_with("json.root "));
    }
}

TEST_CASE("comments are refused wherever they stand") {
    const auto comment = [](const std::string& text) { return problems(text).substr(0, problems(text).find(',')); };
    CHECK(comment("{ # x\n}") == "json.comment 1:3 |# x|");
    CHECK(comment("// x\n{}") == "json.comment 1:1 |// x|");
    CHECK(comment("{}/* x */") == "json.comment 1:3 |/* x */|");
    CHECK(comment("{\"a\": /* x\n */ 1}") == "json.comment 1:7 |/* x|");
    CHECK(comment("{/*") == "json.bracket 1:1 |{|\njson.comment 1:2 |/*|");
}

TEST_CASE("all that is wrong with a text is told in one run") {
    const ReaderRun reading(read_json, R"({
  bank: { 'opening': 012.50, "date": 2026-01-01, },  # not JSON
  "lang": fr "months": 1_200
})");
    CHECK_FALSE(reading.document);
    CHECK(reading.problems() == R"(json.key 2:3 |bank|, help: write "bank"
json.quotes 2:11 |'opening'|, help: write "opening"
json.number 2:22 |012.50|, help: write 12.50
json.date 2:38 |2026-01-01|, help: write "2026-01-01"
json.comma 2:48 |,|, help: take it away
json.comment 2:54 |# not JSON|, help: take it out, or keep the budget in TOML or YAML, where # begins a comment
json.text 3:11 |fr|, help: write "fr"
json.comma 3:14 |"|
json.number 3:24 |1_200|, help: write 1200
)");
}

TEST_CASE("an amount of the wrong writing is one mistake, not a table of pieces") {
    CHECK(problems("{\"a\": 2 400,00 \u20ac, \"b\": 1}") ==
          "json.number 1:7 |2 400,00 \u20ac|, help: write 2400.00 or \"2 400,00\"\n");
    CHECK(problems("{\"a\": 2,400, \"b\": 1}") == "json.number 1:7 |2,400|, help: write 2400.00 or 2.40\n");
    CHECK(problems("{\"a\": 12,5}") == "json.number 1:7 |12,5|, help: write 12.5 or \"12,5\"\n");
    CHECK(problems("{\"a\": 60 %}") == "json.number 1:7 |60 %|, help: write \"60 %\"\n");
    CHECK(value("[1,2]").empty());  // two numbers of a list
}

TEST_CASE("a byte order mark is none of the text, and depth has a bound") {
    CHECK(problems("\xef\xbb\xbf{\"a\": 1}").empty());
    const std::string deep(99, '[');
    CHECK(problems("{\"a\": " + deep + std::string(99, ']') + "}").empty());
    CHECK(problems("{\"a\": [" + deep + std::string(99, ']') + "]}").starts_with("document.depth 1:"));
    CHECK(problems("{\"a\": " + std::string(100'000, '[')).starts_with("document.depth 1:"));
}
