// SPDX-License-Identifier: MIT
#include <msp/read/readers.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/reader_run.hpp>

using namespace msp;
using msp::test::ReaderRun;

TEST_CASE("a TOML file becomes a tree with the places and the words of the file") {
    const ReaderRun reading(read_toml, R"(schema = 1 # first
[bank]
opening = 15000.00
date = 2026-01-01
open = true
[[expense]]
id = "rent"
shares = ["60 %", "40 %"]
every = { months = [1, 6], last = 07:30:00 }
[[expense]]
[aci.year]
)");
    CHECK(reading.problems() == "");
    CHECK(reading.outline() == R"(schema: number "1" at 1:10 |1|
bank: table at 2:1 |[bank]|
  opening: number "15000.00" at 3:11 |15000.00|
  date: date "2026-01-01" at 4:8 |2026-01-01|
  open: boolean "true" at 5:8 |true|
expense: list at 6:1 |[[expense]]|
  - table at 6:1 |[[expense]]|
    id: text "rent" at 7:6 |"rent"|
    shares: list at 8:10 |["60 %", "40 %"]|
      - text "60 %" at 8:11 |"60 %"|
      - text "40 %" at 8:19 |"40 %"|
    every: table at 9:9 |{|
      months: list at 9:20 |[1, 6]|
        - number "1" at 9:21 |1|
        - number "6" at 9:24 |6|
      last: date "07:30:00" at 9:35 |07:30:00|
  - table at 10:1 |[[expense]]|
aci: table at 11:1 |[aci.year]|
  year: table at 11:1 |[aci.year]|
)");
}

TEST_CASE("keys keep their places, with and without quotes, dotted or in a header") {
    const ReaderRun reading(read_toml, "a.\"b c\".'d' = 1\n[ x . \"y\\u00e9\" ]\n");
    const Document& document = *reading.document;
    NodeId id = document.find(Document::root(), "a");
    CHECK(reading.shown(document[id].key_span) == "1:1 |a|");
    id = document.find(id, "b c");
    CHECK(reading.shown(document[id].key_span) == "1:3 |\"b c\"|");
    id = document.find(id, "d");
    CHECK(reading.shown(document[id].key_span) == "1:9 |'d'|");
    id = document.find(document.find(Document::root(), "x"), "y\u00e9");
    REQUIRE(id != no_node);
    CHECK(reading.shown(document[id].key_span) == "2:7 |\"y\\u00e9\"|");
}

TEST_CASE("entries stand in the order of the file, not of the alphabet") {
    const ReaderRun reading(read_toml,
                            "z = 1\nb.y = 1\nb.a = 2\na = { n = 1, m = 2 }\n[[k]]\n[c]\n[[k]]\nx = 1\n[b2]\n[A]\n");
    CHECK(reading.outline() == R"(z: number "1" at 1:5 |1|
b: table at 2:1 |b|
  y: number "1" at 2:7 |1|
  a: number "2" at 3:7 |2|
a: table at 4:5 |{|
  n: number "1" at 4:11 |1|
  m: number "2" at 4:18 |2|
k: list at 5:1 |[[k]]|
  - table at 5:1 |[[k]]|
  - table at 7:1 |[[k]]|
    x: number "1" at 8:5 |1|
c: table at 6:1 |[c]|
b2: table at 9:1 |[b2]|
A: table at 10:1 |[A]|
)");
}

TEST_CASE("numbers and dates keep their characters") {
    const ReaderRun reading(read_toml,
                            "a = [0.10, 2_400, 0x1F, -1e3, +0, inf, 2026-01-31T10:00:00.5+02:00, 2026-01-31 10:00:00]");
    CHECK(reading.outline() ==
          R"(a: list at 1:5 |[0.10, 2_400, 0x1F, -1e3, +0, inf, 2026-01-31T10:00:00.5+02:00, 2026-01-31 10:00:00]|
  - number "0.10" at 1:6 |0.10|
  - number "2_400" at 1:12 |2_400|
  - number "0x1F" at 1:19 |0x1F|
  - number "-1e3" at 1:25 |-1e3|
  - number "+0" at 1:31 |+0|
  - number "inf" at 1:35 |inf|
  - date "2026-01-31T10:00:00.5+02:00" at 1:40 |2026-01-31T10:00:00.5+02:00|
  - date "2026-01-31 10:00:00" at 1:69 |2026-01-31 10:00:00|
)");
}

TEST_CASE("strings are read without their quotes and escapes") {
    struct Row {
        std::string written;
        std::string text;
    };
    const Row rows[] = {
        {R"("")", ""},
        {R"('')", ""},
        {R"("a 'b'")", "a 'b'"},
        {R"('C:\temp')", R"(C:\temp)"},
        {R"("\u00e9\t\"\\")", "\u00e9\t\"\\"},
        {R"("\U0001F600")", "\U0001f600"},
        {R"("""a""")", "a"},
        {"\"\"\"\na\nb\"\"\"", "a\nb"},
        {"\"\"\"\r\na\r\nb\"\"\"", "a\nb"},
        {"\"\"\"a \\\n   b\"\"\"", "a b"},
        {R"(""""a"""")", "\"a\""},
        {"''''a''''", "'a'"},
        {"'''\n\\'''", "\\"},
        {R"("""""")", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.written);
        const ReaderRun reading(read_toml, "k = " + row.written + " # c\n");
        REQUIRE(reading.document);
        const Node& node = (*reading.document)[reading.document->find(Document::root(), "k")];
        CHECK(node.kind == NodeKind::text);
        CHECK(node.text == row.text);
        CHECK(reading.sources.text(node.span) == row.written);
    }
}

TEST_CASE("places are right behind other alphabets, tabs, CR LF, and on a long line") {
    const ReaderRun reading(
        read_toml, "\xef\xbb\xbf\"\u00e9\" = \"\U0001f600\"\r\n\t# \u00e9\u00e9\r\nk\t=\t'\u00fc' # \u20ac\r\nl = 2");
    CHECK(reading.outline() ==
          "\u00e9: text \"\U0001f600\" at 1:7 |\"\U0001f600\"|\n"
          "k: text \"\u00fc\" at 3:5 |'\u00fc'|\n"
          "l: number \"2\" at 4:5 |2|\n");

    // 40,000 times 'é', then 1: byte 6 + 40000 * 6 on a line of 200,000 characters.
    std::string long_line = "a = [ ";
    for (int i = 0; i < 40'000; ++i)
        long_line += "'\u00e9', ";
    const ReaderRun wide(read_toml, long_line + "1 ]\nb = 2");
    REQUIRE(wide.document);
    NodeId last = (*wide.document)[wide.document->find(Document::root(), "a")].child;
    while ((*wide.document)[last].next != no_node)
        last = (*wide.document)[last].next;
    CHECK((*wide.document)[last].span.begin == 6 + 40'000 * 6);
    CHECK(wide.shown((*wide.document)[last].span) == "1:200007 |1|");
    CHECK(wide.shown((*wide.document)[wide.document->find(Document::root(), "b")].span) == "2:5 |2|");
}

TEST_CASE("an empty file is an empty table") {
    for (const char* text : {"", "\n", "# nothing", "\xef\xbb\xbf"}) {
        CAPTURE(text);
        const ReaderRun reading(read_toml, text);
        CHECK(reading.outline() == "");
        CHECK(reading.problems() == "");
    }
}

TEST_CASE("a mistake in TOML is said where it is, with what to write") {
    struct Row {
        std::string text;
        std::string problem;
    };
    const Row rows[] = {
        // amounts and rates in the French way
        {"a = 2 400,00", "amount.unquoted 1:5 |2 400,00|, help: write 2400.00 or \"2 400,00\"\n"},
        {"a = 2400,5 # c", "amount.unquoted 1:5 |2400,5|, help: write 2400.5 or \"2400,5\"\n"},
        {"a = -2\u00a0400", "amount.unquoted 1:5 |-2\u00a0400|, help: write -2400 or \"-2 400\"\n"},
        {"a = 12.345,67 \u20ac", "amount.unquoted 1:5 |12.345,67 \u20ac|, help: write 12345.67 or \"12 345,67\"\n"},
        {"a = 12 EUR", "amount.unquoted 1:5 |12 EUR|, help: write 12 or \"12\"\n"},
        {"t = { a = 2400,00 }", "amount.unquoted 1:11 |2400,00|, help: write 2400.00 or \"2400,00\"\n"},
        {"t = { a = 2 400,00, b = 1 }", "amount.unquoted 1:11 |2 400,00|, help: write 2400.00 or \"2 400,00\"\n"},
        {"l = [1, 2 400,00]", "amount.unquoted 1:9 |2 400,00|, help: write 2400.00 or \"2 400,00\"\n"},
        {"l = [2400,00]", "amount.unquoted 1:6 |2400,00|, help: write 2400.00 or \"2400,00\"\n"},
        {"r = 2,1 %", "rate.unquoted 1:5 |2,1 %|, help: write \"2,1 %\"\n"},
        // dates
        {"d = 15/04/2026", "date.unquoted 1:5 |15/04/2026|, help: write 2026-04-15\n"},
        {"d = 1.4.26", "date.unquoted 1:5 |1.4.26|, help: write 2026-04-01\n"},
        {"d = 2026-4-5", "date.unquoted 1:5 |2026-4-5|, help: write 2026-04-05\n"},
        {"d = 2026/04/15", "date.unquoted 1:5 |2026/04/15|, help: write 2026-04-15\n"},
        {"d = 2026-02-30", "date.impossible 1:5 |2026-02-30|, help: this month has 28 days\n"},
        {"d = 2028-02-30", "date.impossible 1:5 |2028-02-30|, help: this month has 29 days\n"},
        {"d = 2026-13-32",
         "date.impossible 1:5 |2026-13-32|, help: a date is written year-month-day; months go from 01 to 12\n"},
        {"d = 31/04/2026", "date.impossible 1:5 |31/04/2026|, help: this month has 30 days\n"},
        // texts
        {"e = month", "text.unquoted 1:5 |month|, help: write \"month\"\n"},
        {"e = par mois # c", "text.unquoted 1:5 |par mois|, help: write \"par mois\"\n"},
        {"e = \u00e9t\u00e9", "text.unquoted 1:5 |\u00e9t\u00e9|, help: write \"\u00e9t\u00e9\"\n"},
        {"e = [a, b]", "text.unquoted 1:6 |a|, help: write \"a\"\ntext.unquoted 1:9 |b|, help: write \"b\"\n"},
        {"e = 2026-04", "text.unquoted 1:5 |2026-04|, help: write \"2026-04\"\n"},
        {"e = 0612", "number.digits 1:5 |0612|, help: write 612, or \"0612\" if it is text\n"},
        {"e = 012.50", "number.digits 1:5 |012.50|, help: write 12.50\n"},
        {"e = 1__000", "number.digits 1:5 |1__000|, help: write 1000\n"},
        {"e = 1.234.567", "number.digits 1:5 |1.234.567|, help: write 1234567\n"},
        {"e = 1.2.3", "number.digits 1:5 |1.2.3|\n"},
        {"e = 2,400", "amount.unquoted 1:5 |2,400|, help: write 2400.00 or 2.40\n"},
        {"e = 2.400 \u20ac", "amount.unquoted 1:5 |2.400 \u20ac|, help: write 2400.00 or 2.40\n"},
        {"e = 12h", "text.unquoted 1:5 |12h|, help: write \"12h\"\n"},
        {"e = oui", "text.unquoted 1:5 |oui|, help: write \"oui\", or true for yes or no\n"},
        {"e = False", "text.unquoted 1:5 |False|, help: write \"False\", or false for yes or no\n"},
        {"e = \u201cx\u201d", "text.quotes 1:5 |\u201cx\u201d|, help: use straight quotes: \"\n"},
        {"e = \"x\nf = 1", "text.unclosed 1:5 |\"x|, help: close it with \" on the same line\n"},
        {"e = 'x", "text.unclosed 1:5 |'x|, help: close it with ' on the same line\n"},
        {"e = '''x\ny", "text.unclosed 1:5 |'''x|, help: close it with '''\n"},
        {"\"e = 1\n", "text.unclosed 1:1 |\"e = 1|, help: close it with \" on the same line\n"},
        {"e = \"C:\\Temp\"", "text.backslash 1:8 |\\T|, help: write \\\\, or put the text in single quotes\n"},
        {"e =\nf = 1",
         "value.missing 1:1 |e|, help: write the value on the same line, after the =, or put a # before the key\n"},
        // numbers
        {"n = .5", "number.point 1:5 |.5|, help: write 0.5\n"},
        {"n = 5.", "number.point 1:5 |5.|, help: write 5.0\n"},
        {"n = 9223372036854775808", "number.too-large 1:5 |9223372036854775808|\n"},
        // keys
        {"libell\u00e9 = 1", "key.unquoted 1:1 |libell\u00e9|, help: write libelle, or \"libell\u00e9\" in quotes\n"},
        {"\u00e9t\u00e9 = 1", "key.unquoted 1:1 |\u00e9t\u00e9|, help: write ete, or \"\u00e9t\u00e9\" in quotes\n"},
        {"a.c\u0153ur = 1", "key.unquoted 1:3 |c\u0153ur|, help: write coeur, or \"c\u0153ur\" in quotes\n"},
        {"[a.\u00e9]", "key.unquoted 1:4 |\u00e9|, help: write e, or \"\u00e9\" in quotes\n"},
        {"tous les = 1", "key.unquoted 1:1 |tous les|, help: write tous_les, or \"tous les\" in quotes\n"},
        {"a\u20ac = 1", "key.unquoted 1:1 |a\u20ac|, help: write \"a\u20ac\" in quotes\n"},
        {"a: 1", "toml.equals 1:1 |a: 1|, help: write a = and the value\n"},
        {"a\n",
         "toml.equals 1:1 |a|, help: write key = value; a text of several lines stands between \"\"\" and \"\"\"\n"},
        // the frame
        {"[a",
         "toml.header 1:1 |[a|, help: write [name], or [[name]] for one more element of a list, alone on its line\n"},
        {"[]",
         "toml.header 1:1 |[]|, help: write [name], or [[name]] for one more element of a list, alone on its line\n"},
        {"t = { a = 1,\n}",
         "toml.braces 1:13, note: 1:5 |{|, help: it stands on one line, with a comma between two keys "
         "and none at the end\n"},
        {"t = { a = 1, }",
         "toml.braces 1:14 |}|, note: 1:5 |{|, help: it stands on one line, with a comma between two "
         "keys and none at the end\n"},
        {"l = [1 2]",
         "toml.brackets 1:8 |2|, note: 1:5 |[|, help: a comma stands between two elements, and ] at the end\n"},
        {"l = [1,\n",
         "toml.brackets 2:1, note: 1:5 |[|, help: a comma stands between two elements, and ] at the end\n"},
        {"a\u00a0= 1", "toml.space 1:2 |\u00a0|, help: type the space again\n"},
        {"a = 1 # \x1b", "toml.control 1:9 |\x1b|\n"},
        {"a = 1\rb = 2", "toml.line-end 1:6 |\r|, help: save the file with LF or CR LF at the end of lines\n"},
        {"= 1", "toml.syntax 1:1 |=|\n"},
        {"a = 1 b = 2", "toml.rest 1:7 |b|, help: put each key on a line of its own, and # before a comment\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const ReaderRun reading(read_toml, row.text);
        CHECK_FALSE(reading.document);
        CHECK(reading.problems() == row.problem);
    }
}

TEST_CASE("a repeated key is shown with the place where it was first") {
    struct Row {
        std::string text;
        std::string second;
        std::string first;
    };
    const Row rows[] = {
        {"a = 1\nb = 2\na = 3", "3:1 |a|", "1:1 |a|"},
        {"[a]\nx = 1\n[b]\nx = 1\n[a]", "5:1 |[a]|", "1:1 |[a]|"},
        {"a.b = 1\na = 2", "2:1 |a|", "1:1 |a.b|"},
        {"a = 1\na.b = 2", "2:1 |a.b|", "1:1 |a|"},
        {"a = 1\n[a.b]", "2:1 |[a.b]|", "1:1 |a|"},
        {"a = { x = 1, y = 2, x = 3 }", "1:21 |x|", "1:7 |x|"},
        {"[a]\n\"b\" = 1\nb = 2", "3:1 |b|", "2:1 |\"b\"|"},
        // each element of a list has its own keys
        {"[[a]]\nx = 1\n[[a]]\nx = 2\nx = 3", "5:1 |x|", "4:1 |x|"},
        {"l = [{ x = 1 }, { x = 2, x = 3 }]", "1:26 |x|", "1:19 |x|"},
        {"[[a]]\n[a.b]\n[[a]]\n[a.b]\n[a.b]", "5:1 |[a.b]|", "4:1 |[a.b]|"},
        {"[[a]]\n[a]", "2:1 |[a]|", "1:1 |[[a]]|"},
        {"[a]\n[[a]]", "2:1 |[[a]]|", "1:1 |[a]|"},
        {"[a.b]\n[a]\nb.c = 1", "3:1 |b.c|", "1:1 |[a.b]|"},
        {"a = {}\n[a.b]", "2:1 |[a.b]|", "1:1 |a|"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const ReaderRun reading(read_toml, row.text);
        CHECK(reading.problems() == "key.repeated " + row.second + ", note: " + row.first + "\n");
    }
}

TEST_CASE("what makes toml++ crash or last for minutes is refused before it") {
    const auto times = [](int count, const std::string& text) {
        std::string all;
        for (int i = 0; i < count; ++i)
            all += text;
        return all;
    };
    struct Row {
        std::string text;
        std::string id;  // "" where it is read
    };
    std::string tables;
    for (int i = 0; i < 150'000; ++i)
        tables += "[a" + std::to_string(i) + "]\n";
    const Row rows[] = {
        {times(99, "a.") + "a = 1", ""},
        {times(100, "a.") + "a = 1", "toml.key-parts"},
        {"[" + times(100, "a.") + "a]", "toml.key-parts"},
        {times(100'000, "a.") + "a = 1", "toml.key-parts"},
        {"a = " + times(100, "[") + times(100, "]"), ""},
        {"a = " + times(101, "[") + times(101, "]"), "document.depth"},
        {"a = " + times(100'000, "["), "document.depth"},
        {times(100'000, "a={"), "document.depth"},
        // brackets and parts together: 3 times 1 + 90 levels
        {times(3, times(89, "a.") + "a={"), "document.depth"},
        // brackets in texts and comments are none
        {"a = \"" + times(200, "[") + "\" # " + times(200, "["), ""},
        {"a = \"\"\"\n" + times(200, "[\n") + "\"\"\"\nb = '''" + times(200, "{") + "'''", ""},
        {"a = [" + times(1'000'000, "1,") + "]", "document.too-many"},
        {times(1'000'001, "a=1\n"), "document.too-many"},
        {tables, "toml.too-many-tables"},
        {times(150'000, "a.b=1\n"), "toml.too-many-tables"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text.substr(0, 20));
        const ReaderRun reading(read_toml, row.text);
        CHECK(reading.document.has_value() == row.id.empty());
        CHECK(reading.problems().substr(0, reading.problems().find(' ')) == row.id);
    }
}
