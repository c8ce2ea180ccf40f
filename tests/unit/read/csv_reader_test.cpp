// SPDX-License-Identifier: MIT
#include <msp/read/readers.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <tests/support/reader_run.hpp>

using namespace msp;
using msp::test::ReaderRun;

TEST_CASE("a CSV file is a list of tables, with the place of each cell") {
    const ReaderRun reading(read_csv,
                            "id;label;index.rate;index.each\n"
                            "rent; Loyer ;2,1 %;01-01\n"
                            "energy;\"Gaz; \"\"\u00e9lectricit\u00e9\"\"\";;\n"
                            "other;;;02-01\n");
    CHECK(reading.problems() == "");
    REQUIRE(reading.document);
    CHECK((*reading.document)[Document::root()].kind == NodeKind::list);
    CHECK(reading.outline() == R"(- table at 2:1 |rent; Loyer ;2,1 %;01-01|
  id: bare "rent" at 2:1 |rent|
  label: bare "Loyer" at 2:7 |Loyer|
  index: table at 2:14 |2,1 %|
    rate: bare "2,1 %" at 2:14 |2,1 %|
    each: bare "01-01" at 2:20 |01-01|
- table at 3:1 |energy;"Gaz; ""électricité""";;|
  id: bare "energy" at 3:1 |energy|
  label: text "Gaz; "électricité"" at 3:8 |"Gaz; ""électricité"""|
- table at 4:1 |other;;;02-01|
  id: bare "other" at 4:1 |other|
  index: table at 4:9 |02-01|
    each: bare "02-01" at 4:9 |02-01|
)");
}

TEST_CASE("keys have the place of the header") {
    const ReaderRun reading(read_csv, "id,index.rate\n1,2\n");
    const NodeId record = (*reading.document)[Document::root()].child;
    const NodeId index = reading.document->find(record, "index");
    CHECK(reading.shown((*reading.document)[reading.document->find(record, "id")].key_span) == "1:1 |id|");
    CHECK(reading.shown((*reading.document)[index].key_span) == "1:4 |index.rate|");
    CHECK(reading.shown((*reading.document)[reading.document->find(index, "rate")].key_span) == "1:4 |index.rate|");
}

TEST_CASE("the separator is the most frequent one of the header, outside quotes") {
    struct Row {
        std::string text;
        std::string second;  // the text of the second cell
    };
    const Row rows[] = {
        {"a,b\n1,x;y\n", "x;y"},     {"a;b\n1;2,5\n", "2,5"},       {"a\tb\n1\tx y\n", "x y"},
        {"\"a,c,d\";b\n1;2\n", "2"}, {"a;b,c;d\n1;2,5;3\n", "2,5"}, {"\n\na;b\n1;2,5\n", "2,5"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const ReaderRun reading(read_csv, row.text);
        CHECK(reading.problems() == "");
        REQUIRE(reading.document);
        const Document& document = *reading.document;
        const NodeId record = document[Document::root()].child;
        REQUIRE(record != no_node);
        const NodeId first = document[record].child;
        REQUIRE(first != no_node);
        REQUIRE(document[first].next != no_node);
        CHECK(document[document[first].next].text == row.second);
    }
}

TEST_CASE("one column needs no separator, and then a comma is one") {
    CHECK(ReaderRun(read_csv, "a\nx y\n").outline() == "- table at 2:1 |x y|\n  a: bare \"x y\" at 2:1 |x y|\n");
    CHECK(ReaderRun(read_csv, "a\n1,5\n").problems() ==
          "csv.cells 2:1 |1,5|, help: put a cell that holds the separator in quotes\n");
}

TEST_CASE("lines end with LF, CR LF or CR, and stand inside quotes") {
    for (const std::string_view end : {"\n", "\r\n", "\r"}) {
        CAPTURE(end);
        const auto with_ends = [end](std::string_view text) {
            std::string all;
            for (const char c : text)
                all += c == '@' ? end : std::string_view(&c, 1);
            return all;
        };
        const ReaderRun reading(read_csv, with_ends("a,b@@1,\"x@y\"@ ,\"\"@3,4"));
        CHECK(reading.problems() == "");
        std::string shown = with_ends("1,\"x@y\"");
        CHECK(reading.sources.text((*reading.document)[(*reading.document)[Document::root()].child].span) == shown);
        std::string outline = reading.outline();
        for (std::size_t at = outline.find(end); at != std::string::npos && end != "\n"; at = outline.find(end))
            outline.replace(at, end.size(), "\n");
        CHECK(outline ==
              "- table at 3:1 |1,\"x\ny\"|\n"
              "  a: bare \"1\" at 3:1 |1|\n"
              "  b: text \"x\ny\" at 3:3 |\"x\ny\"|\n"
              "- table at 6:1 |3,4|\n"
              "  a: bare \"3\" at 6:1 |3|\n"
              "  b: bare \"4\" at 6:3 |4|\n");
    }
}

TEST_CASE("a record without any value is none") {
    CHECK(ReaderRun(read_csv, "").outline() == "");
    CHECK(ReaderRun(read_csv, "\n\n").problems() == "");
    CHECK(ReaderRun(read_csv, "a;b\n;\n  ;  \n\n").outline() == "");
}

TEST_CASE("a wrong record is reported, and the others are read") {
    const ReaderRun reading(read_csv, "a,b\n1\n2,3,4\n5,6\n7,x\"y\"\n\"8\"z,9\n10,\"11\n");
    CHECK(reading.problems() == R"(csv.cells 2:1 |1|
csv.cells 3:1 |2,3,4|, help: put a cell that holds the separator in quotes
csv.quote 5:4 |"|, help: a cell with quotes or separators stands in quotes, with each quote inside it doubled
csv.quote 6:4 |z|, help: a cell with quotes or separators stands in quotes, with each quote inside it doubled
csv.quote 7:4 |"|, help: a cell with quotes or separators stands in quotes, with each quote inside it doubled
)");
    CHECK(reading.outline() ==
          "- table at 4:1 |5,6|\n"
          "  a: bare \"5\" at 4:1 |5|\n"
          "  b: bare \"6\" at 4:3 |6|\n");
}

TEST_CASE("a header must name every column, once") {
    struct Row {
        std::string text;
        std::string problem;
    };
    const Row rows[] = {
        {"a,b,a\n1,2,3", "csv.header-repeated 1:5 |a|, note: 1:1 |a|\n"},
        {"a.b,c,a.b\n", "csv.header-repeated 1:7 |a.b|, note: 1:1 |a.b|\n"},
        {"a,b..c\n", "csv.header-empty 1:3 |b..c|\n"},
        {"a.b,a\n", "csv.header-inside 1:5 |a|, note: 1:1 |a.b|\n"},
        {"a,a.b\n", "csv.header-inside 1:3 |a.b|, note: 1:1 |a|\n"},
        {"a,\"b\n1,2",
         "csv.quote 1:3 |\"|, help: a cell with quotes or separators stands in quotes, with each quote "
         "inside it doubled\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const ReaderRun reading(read_csv, row.text);
        CHECK_FALSE(reading.document);
        CHECK(reading.problems() == row.problem);
    }
}

TEST_CASE("a column without a name is there only where something stands in it") {
    CHECK(ReaderRun(read_csv, "a,,b,\n1,,2,\n3,,4,,,\n,,,\n").outline() ==
          "- table at 2:1 |1,,2,|\n  a: bare \"1\" at 2:1 |1|\n  b: bare \"2\" at 2:4 |2|\n"
          "- table at 3:1 |3,,4,|\n  a: bare \"3\" at 3:1 |3|\n  b: bare \"4\" at 3:4 |4|\n");
    const ReaderRun filled(read_csv, "a,,b\n1,,2\n3,x,4\n5,y,6\n");
    CHECK(filled.problems() == "csv.header-empty 1:3, note: 3:3 |x|\n");
    CHECK(filled.diagnostics.sorted().front().more == 1);
}

TEST_CASE("a first line may say the separator") {
    for (const std::string first : {"sep=;", "SEP=;", "\"sep=;\"", "sep=;;;;", "sep=; "}) {
        CAPTURE(first);
        const ReaderRun reading(read_csv, first + "\r\na,x;b,y\r\n1;2\r\n");
        CHECK(reading.problems() == "");
        CHECK(reading.outline() ==
              "- table at 3:1 |1;2|\n  a,x: bare \"1\" at 3:1 |1|\n  b,y: bare \"2\" at 3:3 |2|\n");
    }
    CHECK(ReaderRun(read_csv, "sep=\t\na;b\tc\n1\t2\n").outline() ==
          "- table at 3:1 |1\t2|\n  a;b: bare \"1\" at 3:1 |1|\n  c: bare \"2\" at 3:3 |2|\n");
    // A column of that name is one.
    CHECK(ReaderRun(read_csv, "sep=x,b\n1,2\n").outline() ==
          "- table at 2:1 |1,2|\n  sep=x: bare \"1\" at 2:1 |1|\n  b: bare \"2\" at 2:3 |2|\n");
}

TEST_CASE("more than a million cells are refused") {
    std::string rows = "a,b\n";
    for (int i = 0; i < 400'000; ++i)
        rows += "1,2\n";
    std::string columns;
    for (int i = 0; i < 1'000'001; ++i)
        columns += "a,";
    for (const std::string& text : {rows, columns}) {
        const ReaderRun reading(read_csv, text);
        CHECK_FALSE(reading.document);
        CHECK(reading.problems().substr(0, 17) == "document.too-many");
    }
}
