// SPDX-License-Identifier: MIT
#include <msp/report/json.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace {

using msp::Json;
using msp::Money;

std::string written(const std::function<void(Json&)>& write) {
    std::string out;
    Json json([&](std::string_view piece) { out += piece; });
    write(json);
    json.finish();
    return out;
}

}  // namespace

TEST_CASE("members stand in the order given, one a line, with two spaces of indent") {
    const std::string out = written([](Json& json) {
        json.begin_object();
        json.key("label");
        json.text("Médecins");
        json.key("amount");
        json.money(Money::from_cents(-123450));
        json.key("date");
        json.date(*msp::Date::make(2026, 4, 15));
        json.key("month");
        json.month(msp::Month(2026, 4));
        json.key("rows");
        json.begin_array();
        json.integer(-12);
        json.begin_object();
        json.key("late");
        json.boolean(true);
        json.key("paid");
        json.boolean(false);
        json.end_object();
        json.null();
        json.begin_array();
        json.end_array();
        json.end_array();
        json.key("none");
        json.begin_object();
        json.end_object();
        json.end_object();
    });
    CHECK(out == R"({
  "label": "Médecins",
  "amount": -1234.50,
  "date": "2026-04-15",
  "month": "2026-04",
  "rows": [
    -12,
    {
      "late": true,
      "paid": false
    },
    null,
    []
  ],
  "none": {}
}
)");
}

TEST_CASE("a value may stand alone") {
    CHECK(written([](Json& json) { json.text(""); }) == "\"\"\n");
    CHECK(written([](Json& json) { json.begin_array(), json.end_array(); }) == "[]\n");
    CHECK(written([](Json& json) { json.integer(std::numeric_limits<std::int64_t>::min()); }) ==
          "-9223372036854775808\n");
    CHECK(written([](Json& json) { json.money(Money::from_cents(5)); }) == "0.05\n");
}

TEST_CASE("strings are escaped as RFC 8259 section 7 asks and otherwise kept") {
    using namespace std::string_view_literals;
    struct Case {
        std::string_view text;
        std::string_view json;
    };
    const std::vector<Case> cases = {{"\"", R"("\"")"},
                                     {"\\", R"("\\")"},
                                     {"/", R"("/")"},
                                     {"\b\f\n\r\t", R"("\b\f\n\r\t")"},
                                     {"\0\x01\x1b\x1f"sv, R"("\u0000\u0001\u001b\u001f")"},
                                     // What a terminal would obey, or what would turn or break its lines.
                                     {"\x7f", R"("\u007f")"},
                                     {"a\u0085b\u009bc", R"("a\u0085b\u009bc")"},
                                     {"\u061c\u200e\u200f", R"("\u061c\u200e\u200f")"},
                                     {"\u2028\u2029\u202a\u202e", R"("\u2028\u2029\u202a\u202e")"},
                                     {"\u2066\u2069\u2065\u206a", "\"\\u2066\\u2069\u2065\u206a\""},
                                     {"a\"b\\c\nd", R"("a\"b\\c\nd")"},
                                     {"é e\u0301 € 日本 😀", "\"é e\u0301 € 日本 😀\""}};
    for (const Case& row : cases) {
        CAPTURE(row.json);
        CHECK(written([&](Json& json) { json.text(row.text); }) == std::string(row.json) + "\n");
    }
}

TEST_CASE("keys are escaped too") {
    CHECK(written([](Json& json) {
              json.begin_object();
              json.key("a\"b");
              json.null();
              json.end_object();
          }) == "{\n  \"a\\\"b\": null\n}\n");
}

TEST_CASE("a byte that is not UTF-8 becomes U+FFFD, as a file name may hold one") {
    struct Case {
        std::string_view text;
        std::string_view json;
    };
    const std::vector<Case> cases = {{"caf\xE9.toml", "\"caf\uFFFD.toml\""}, {"\xC3", "\"\uFFFD\""},
                                     {"\xC0\xAF", "\"\uFFFD\uFFFD\""},       {"\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\""},
                                     {"\xE2\x82", "\"\uFFFD\uFFFD\""},       {"a\xFF\"", "\"a\uFFFD\\\"\""}};
    for (const Case& row : cases) {
        CAPTURE(row.json);
        CHECK(written([&](Json& json) { json.text(row.text); }) == std::string(row.json) + "\n");
    }
}

TEST_CASE("a long document is handed over in pieces that make the whole") {
    std::size_t pieces = 0;
    std::string out;
    Json json([&](std::string_view piece) {
        ++pieces;
        out += piece;
    });
    std::string expected = "[";
    json.begin_array();
    for (int i = 0; i < 20'000; ++i) {
        json.text("0123456789");
        expected += i == 0 ? "\n  \"0123456789\"" : ",\n  \"0123456789\"";
    }
    json.end_array();
    json.finish();
    expected += "\n]\n";
    CHECK(out == expected);
    // 20,000 × 16 bytes are 320,000: four times 65,536 and a rest.
    CHECK(pieces == 5);
}
