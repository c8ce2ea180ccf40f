// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/report/styled_lines.hpp>
#include <msp/report/text_style.hpp>
#include <msp/workbook/workbook.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace msp;

namespace {

// What a workbook would hold, as "value" or "value =formula", by place.
class Recorded : public WorkbookSink {
 public:
    std::size_t worksheet(const std::string& name) override {
        names.push_back(name);
        cells.emplace_back();
        return names.size() - 1;
    }
    void cell(std::size_t worksheet, const WorkbookCell& cell) override {
        std::string text;
        if (const auto* words = std::get_if<std::string_view>(&cell.value))
            text = *words;
        else if (const auto* amount = std::get_if<Money>(&cell.value))
            text = plain(*amount);
        else if (const auto* number = std::get_if<std::int64_t>(&cell.value))
            text = std::to_string(*number);
        else if (const auto* digits = std::get_if<CellDigits>(&cell.value))
            text = digits->text;
        if (!cell.formula.empty())
            text.append(" ").append(cell.formula);
        forms[{worksheet, cell.row, cell.column}] = cell.look;
        if (cell.columns > 1)
            covered[{worksheet, cell.row, cell.column}] = {cell.columns, cell.lines};
        const bool fresh = cells[worksheet].emplace(std::pair(cell.row, cell.column), text).second;
        CHECK(fresh);
    }
    void chart(std::size_t worksheet, const WorkbookChart& chart) override { charts.emplace_back(worksheet, chart); }
    void look(std::size_t worksheet, const WorksheetLook& look) override { looks.emplace(worksheet, look); }

    [[nodiscard]] std::string at(std::size_t worksheet, std::uint32_t row, std::uint32_t column) const {
        const auto found = cells[worksheet].find({row, column});
        return found == cells[worksheet].end() ? "" : found->second;
    }

    std::vector<std::string> names;
    std::vector<std::map<std::pair<std::uint32_t, std::uint32_t>, std::string>> cells;
    std::map<std::tuple<std::size_t, std::uint32_t, std::uint32_t>, CellLook> forms;
    // Columns and lines of a text that covers more than one of them.
    std::map<std::tuple<std::size_t, std::uint32_t, std::uint32_t>, std::pair<std::uint32_t, std::uint32_t>> covered;
    std::map<std::size_t, WorksheetLook> looks;
    std::vector<std::pair<std::size_t, WorkbookChart>> charts;
};

Money euros(std::int64_t amount) {
    return Money::from_cents(amount * 100);
}

// Names, and what these heads say.
std::vector<Column> named_columns(std::initializer_list<Head> heads) {
    std::vector<Column> columns = columns_of({head::text("name", "Name")}, Language::english);
    std::ranges::move(columns_of(heads, Language::english), std::back_inserter(columns));
    return columns;
}

Recorded workbook_of(const Sheet& sheet, ShownIn amounts = ShownIn::cents) {
    Recorded made;
    Workbook book(made, Language::english, amounts);
    book.sheet(sheet);
    book.finish();
    return made;
}

// A name, two figures, their sum, and an id for programs.
Sheet table(std::function<void(RowSink&)> rows) {
    return {"plan",
            named_columns({head::money("in", "In"), head::money("out", "Out").turned(),
                           head::money("net", "Net").adding("in out"), head::id("id", "Id")}),
            std::move(rows), "Nothing.\n"};
}

void line(RowSink& rows, std::int64_t in, std::int64_t out) {
    rows.row({}, {TextCell{"line"}, euros(in), euros(out), euros(in + out), TextCell{"id"}});
}

}  // namespace

TEST_CASE("a total adds up the lines before it, a net its row; what stands with the other sign is taken off") {
    const Recorded made = workbook_of(table([](RowSink& rows) {
        rows.begin({});
        line(rows, 10, -4);
        line(rows, 20, -5);
        rows.row({.kind = RowKind::total, .adds = all_lines}, {TextCell{"Total"}, euros(30), euros(-9), euros(21), {}});
    }));
    CHECK(made.names == std::vector<std::string>{"Plan"});
    CHECK(made.at(0, 0, 1) == "In");
    CHECK(made.at(0, 0, 4) == "Id");
    CHECK(made.at(0, 1, 1) == "10.00");
    CHECK(made.at(0, 1, 2) == "4.00");
    CHECK(made.at(0, 1, 3) == "6.00 =B2-C2");
    CHECK(made.at(0, 3, 1) == "30.00 =SUM(B2:B3)");
    CHECK(made.at(0, 3, 2) == "9.00 =SUM(C2:C3)");
    CHECK(made.at(0, 3, 3) == "21.00 =SUM(D2:D3)");
    CHECK(made.at(0, 2, 4) == "id");
    CHECK_FALSE(made.looks.at(0).columns[3].hidden);
    CHECK(made.looks.at(0).columns[4].hidden);
    CHECK(made.looks.at(0).frozen_rows == 1);
    CHECK(made.looks.at(0).frozen_columns == 1);
}

TEST_CASE("no formula stands where it would make another amount") {
    const Recorded made = workbook_of(table([](RowSink& rows) {
        rows.begin({});
        rows.row({}, {TextCell{"line"}, euros(10), euros(-4), euros(7), {}});
        rows.row({.kind = RowKind::total, .adds = all_lines}, {TextCell{"Total"}, euros(11), euros(-4), euros(7), {}});
    }));
    CHECK(made.at(0, 1, 3) == "7.00");
    CHECK(made.at(0, 2, 1) == "11.00");
    CHECK(made.at(0, 2, 2) == "4.00 =C2");
    CHECK(made.at(0, 2, 3) == "7.00 =D2");  // 11 - 4 across would do as well
}

TEST_CASE("a quotient of two amounts is made of them, kept away from a half that binary numbers have not") {
    const Sheet sheet = {
        "debt_service",
        named_columns({head::money("left", "Left"), head::money("due", "Due"),
                       head::decimal("cover", "Cover").dividing("left due"),
                       head::decimal("share", "Share").percent_of("left due")}),
        [](RowSink& rows) {
            const auto row = [&](std::int64_t left, std::int64_t due, const Quotient& cover) {
                const Quotient share = Quotient(left, due < 0 ? -due : due) * Quotient(100);
                rows.row({}, {TextCell{"year"}, euros(left), euros(due), DecimalCell{cover, 2}, DecimalCell{share, 1}});
            };
            rows.begin({});
            row(1, 3, Quotient(1, 3));            // 0.333…, 33.33… %
            row(-2, 3, Quotient(-2, 3));          // -0.666…, -66.66… %
            row(2, -3, Quotient(-2, 3));          // of the other without its sign: 66.66… %
            row(9, 8, Quotient(9, 8));            // 1.125, which binary numbers have
            row(1, 3, Quotient(1, 4));            // not what the two make
            row(-201, 200, Quotient(-201, 200));  // -1.005: binary may make -1.00 of it; -100.5 it has
            rows.row({}, {TextCell{"no loan"}, euros(1), euros(0), {}, {}});
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 1, 3) == "0.33 =IF(C2=0,\"\",ROUND(B2/C2,2))");
    CHECK(made.at(0, 1, 4) == "33.3 =IF(C2=0,\"\",ROUND(100*B2/ABS(C2),1))");
    CHECK(made.at(0, 2, 3) == "-0.67 =IF(C3=0,\"\",ROUND(B3/C3,2))");
    CHECK(made.at(0, 3, 3) == "-0.67 =IF(C4=0,\"\",ROUND(B4/C4,2))");
    CHECK(made.at(0, 3, 4) == "66.7 =IF(C4=0,\"\",ROUND(100*B4/ABS(C4),1))");
    CHECK(made.at(0, 4, 3) == "1.13 =IF(C5=0,\"\",ROUND(B5/C5,2))");
    CHECK(made.at(0, 6, 3) == "-1.01 =IF(C7=0,\"\",ROUND(B7/C7-0.0000001,2))");
    CHECK(made.at(0, 6, 4) == "-100.5 =IF(C7=0,\"\",ROUND(100*B7/ABS(C7),1))");
    CHECK(made.at(0, 4, 4) == "112.5 =IF(C5=0,\"\",ROUND(100*B5/ABS(C5),1))");
    CHECK(made.at(0, 5, 3) == "0.25");
    CHECK(made.at(0, 7, 3).empty());
}

TEST_CASE("groups, what is brought forward, first, last and least across") {
    std::vector<Column> columns =
        named_columns({head::money("a", "A"), head::money("b", "B"), head::money("all", "All").adding("a b")});
    const Sheet sheet = {"plan", std::move(columns), [](RowSink& rows) {
                             constexpr std::uint8_t opening = 1;
                             constexpr std::uint8_t paid = 2;
                             static constexpr RowTerm left[] = {{opening}, {paid, true}};
                             rows.begin({});
                             rows.row({.group = opening, .across = Across::first, .carried = 2},
                                      {TextCell{"opening"}, euros(50), euros(40), euros(50)});
                             rows.row({.group = paid}, {TextCell{"paid"}, euros(10), euros(15), euros(25)});
                             rows.row({.kind = RowKind::total, .adds = left, .across = Across::last},
                                      {TextCell{"left"}, euros(40), euros(25), euros(25)});
                             rows.row({.across = Across::least}, {TextCell{"low"}, euros(38), euros(20), euros(20)});
                         }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 1, 1) == "50.00");
    CHECK(made.at(0, 1, 2) == "40.00 =B4");
    CHECK(made.at(0, 1, 3) == "50.00 =B2");
    CHECK(made.at(0, 2, 3) == "25.00 =SUM(B3:C3)");
    CHECK(made.at(0, 3, 1) == "40.00 =B2-B3");
    CHECK(made.at(0, 3, 2) == "25.00 =C2-C3");
    CHECK(made.at(0, 3, 3) == "25.00 =C4");
    CHECK(made.at(0, 4, 3) == "20.00 =MIN(B5:C5)");
}

TEST_CASE("what is brought forward begins anew where something joins it") {
    const Sheet sheet = {
        "plan", named_columns({head::money("a", "A"), head::money("b", "B"), head::money("c", "C")}),
        [](RowSink& rows) {
            // The first account opens in B, where another one has 40 left; the second after nothing.
            const std::vector<Money> more = {Money(), Money(), euros(5), Money()};
            const std::vector<Money> first = {Money(), Money(), euros(7), Money()};
            rows.begin({});
            rows.row({.carried = 1, .joining = more}, {TextCell{"o"}, euros(40), euros(45), euros(45)});
            rows.row({}, {TextCell{"left"}, euros(40), euros(45), euros(45)});
            rows.row({.carried = 1, .joining = first}, {TextCell{"o"}, euros(0), euros(7), euros(7)});
            rows.row({}, {TextCell{"left"}, euros(0), euros(7), euros(7)});
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 1, 2) == "45.00 =B3+5.00");
    CHECK(made.at(0, 1, 3) == "45.00 =C3");
    CHECK(made.at(0, 3, 2) == "7.00");
    CHECK(made.at(0, 3, 3) == "7.00 =C5");
}

TEST_CASE("a total begins with the first, and with what joins later ones") {
    const Sheet sheet = {
        "plan",
        columns_of({head::text("name", "Name"), head::money("a", "A"), head::money("b", "B"), head::money("c", "C"),
                    head::money("all", "All").adding("a b c")},
                   Language::english),
        [](RowSink& rows) {
            // 40 and 5 - 2 = 43; where the columns do not make it, the value stands alone.
            const std::vector<Money> joining = {Money(), Money(), euros(5), euros(-2), Money()};
            rows.begin({});
            rows.row({.across = Across::first, .carried = 1, .joining = joining},
                     {TextCell{"o"}, euros(40), euros(45), euros(38), euros(43)});
            rows.row({.across = Across::last}, {TextCell{"left"}, euros(40), euros(40), euros(38), euros(38)});
            rows.row({.across = Across::first, .carried = 1, .joining = joining},
                     {TextCell{"o"}, euros(40), euros(45), euros(38), euros(40)});
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 1, 4) == "43.00 =B2+C2-B3+D2-C3");
    CHECK(made.at(0, 2, 4) == "38.00 =D3");
    CHECK(made.at(0, 3, 4) == "40.00");
}

TEST_CASE("a total below begins with the first, and with what is said to join later rows") {
    const std::vector<Money> joining = {Money(), euros(5), Money()};
    const Recorded made = workbook_of(
        {"balance",
         columns_of({head::text("name", "Name"), head::money("opening", "Opening").adding("^left").down(Across::first),
                     head::money("left", "Left").down(Across::last)},
                    Language::english),
         [&joining](RowSink& rows) {
             rows.begin({});
             rows.row({}, {TextCell{"jan"}, euros(40), euros(30)});
             rows.row({.joining = joining}, {TextCell{"feb"}, euros(35), euros(20)});
             rows.row({}, {TextCell{"mar"}, euros(20), euros(10)});
             // 40 + (35 - 30) = 45
             rows.row({.kind = RowKind::total, .adds = all_lines}, {TextCell{"all"}, euros(45), euros(10)});
             // Nothing is said of the 5: no formula makes 45 of 40.
             rows.begin({});
             rows.row({}, {TextCell{"jan"}, euros(40), euros(30)});
             rows.row({}, {TextCell{"feb"}, euros(35), euros(20)});
             rows.row({.kind = RowKind::total, .adds = all_lines}, {TextCell{"all"}, euros(45), euros(20)});
         }});
    CHECK(made.at(0, 2, 1) == "35.00");
    CHECK(made.at(0, 3, 1) == "20.00 =C3");
    CHECK(made.at(0, 4, 1) == "45.00 =B2+B3-C2");
    CHECK(made.at(0, 4, 2) == "10.00 =C4");
    CHECK(made.at(1, 3, 1) == "45.00");
}

TEST_CASE("where something joins what is brought forward, it is made of the rows that it names") {
    const Sheet sheet = {
        "plan", named_columns({head::money("a", "A").of_rows(OfRows::all), head::money("b", "B").of_rows(OfRows::all)}),
        [](RowSink& rows) {
            const std::vector<Money> joining = {Money(), Money(), euros(5)};
            const std::vector<std::string> both = {"one", "two"};
            rows.begin({"One", {}});
            rows.row({.carried = 1, .name = "one"}, {TextCell{"o"}, euros(40), euros(40)});
            rows.row({}, {TextCell{"left"}, euros(40), euros(40)});
            rows.begin({"Two", {}});
            rows.row({.carried = 1, .joining = joining, .name = "two"}, {TextCell{"o"}, euros(0), euros(5)});
            rows.row({}, {TextCell{"left"}, euros(0), euros(5)});
            rows.begin({"Both", {}});
            rows.row({.carried = 1, .joining = joining, .made_of = both}, {TextCell{"o"}, euros(40), euros(45)});
            rows.row({}, {TextCell{"left"}, euros(40), euros(45)});
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 2, 2) == "40.00 =B4");
    CHECK(made.at(1, 2, 2) == "5.00");
    CHECK(made.at(2, 2, 1) == "40.00 ='Plan'!B3+'Plan (2)'!B3");
    CHECK(made.at(2, 2, 2) == "45.00 ='Plan'!C3+'Plan (2)'!C3");
}

TEST_CASE("a total has the first, the last or the least of a column that is no flow, though all of them be nothing") {
    const Recorded made =
        workbook_of({"balance",
                     named_columns({head::money("opening", "Opening").down(Across::first),
                                    head::money("closing", "Closing").down(Across::last),
                                    head::money("lowest", "Lowest").down(Across::least), head::money("flow", "Flow")}),
                     [](RowSink& rows) {
                         rows.begin({});
                         rows.row({}, {TextCell{"jan"}, euros(0), euros(4), euros(-1), euros(4)});
                         rows.row({}, {TextCell{"feb"}, euros(0), euros(3), euros(2), euros(-1)});
                         rows.row({.kind = RowKind::total, .adds = all_lines},
                                  {TextCell{"Total"}, euros(0), euros(3), euros(-1), euros(3)});
                     }});
    CHECK(made.at(0, 3, 1) == "0.00 =B2");
    CHECK(made.at(0, 3, 2) == "3.00 =C3");
    CHECK(made.at(0, 3, 3) == "-1.00 =MIN(D2:D3)");
    CHECK(made.at(0, 3, 4) == "3.00 =SUM(E2:E3)");
}

TEST_CASE("the least leaves out what data alone has, across and down; what has nothing else is nothing") {
    std::vector<Column> columns = named_columns(
        {head::money("a", "A").down(Across::least), head::money("b", "B"), head::money("all", "All").adding("a b")});
    const Recorded made = workbook_of(
        {"lows", std::move(columns), [](RowSink& rows) {
             rows.begin({});
             rows.row({.group = 1, .across = Across::least},
                      {TextCell{"later"}, DataCell{euros(0)}, euros(7), euros(7)});
             rows.row({.group = 1, .across = Across::least}, {TextCell{"open"}, euros(5), euros(6), euros(5)});
             rows.row({.across = Across::least},
                      {TextCell{"never"}, DataCell{euros(0)}, DataCell{euros(0)}, DataCell{euros(0)}});
             static constexpr RowTerm both[] = {{1}};
             rows.row({.kind = RowKind::total, .adds = both}, {TextCell{"least"}, euros(5), euros(13), {}});
         }});
    CHECK(made.at(0, 1, 1).empty());
    CHECK(made.at(0, 1, 3) == "7.00 =MIN(B2:C2)");
    CHECK(made.at(0, 2, 3) == "5.00 =MIN(B3:C3)");
    CHECK(made.at(0, 3, 1).empty());
    CHECK(made.at(0, 3, 3).empty());
    CHECK(made.at(0, 4, 1) == "5.00 =MIN(B2:B3)");
}

// Every other row is in the group: 2,000 names of cells such as "+B4000" are some 12,000 characters, of which 8,192 are
// allowed.
TEST_CASE("no formula is longer than a spreadsheet program takes, of amounts and of other numbers") {
    const auto totals = [](int rows_in_group) {
        const Recorded made = workbook_of(
            {"plan", named_columns({head::money("a", "A"), head::decimal("n", "N")}), [&](RowSink& rows) {
                 static constexpr RowTerm group[] = {{1}};
                 rows.begin({});
                 for (int i = 0; i < 2 * rows_in_group; ++i)
                     rows.row({.group = std::uint8_t(1 + i % 2)}, {TextCell{"x"}, euros(1), DecimalCell{1, 0}});
                 rows.row({.kind = RowKind::total, .adds = group},
                          {TextCell{"all"}, euros(rows_in_group), DecimalCell{rows_in_group, 0}});
             }});
        const auto last = static_cast<std::uint32_t>(2 * rows_in_group + 1);
        return std::pair(made.at(0, last, 1), made.at(0, last, 2));
    };
    CHECK(totals(2) == std::pair<std::string, std::string>("2.00 =B2+B4", "2 =C2+C4"));
    CHECK(totals(2'000) == std::pair<std::string, std::string>("2000.00", "2000"));
}

TEST_CASE("a running amount begins with a value and goes on from the row above") {
    const Sheet sheet = {
        "movements",
        named_columns({head::money("amount", "Amount"), head::money("balance", "Balance").running("amount")}),
        [](RowSink& rows) {
            rows.begin({});
            rows.row({}, {TextCell{"a"}, euros(5), euros(105)});
            rows.row({}, {TextCell{"b"}, euros(-7), euros(98)});
            rows.row({}, {TextCell{"other bank"}, euros(1), euros(1)});
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 1, 2) == "105.00");
    CHECK(made.at(0, 2, 2) == "98.00 =C2+B3");
    CHECK(made.at(0, 3, 2) == "1.00");
}

TEST_CASE("rows of accounts in turn each go on from the last one of their own") {
    const Sheet sheet = {
        "movements",
        named_columns({head::money("amount", "Amount"), head::money("balance", "Balance").running("amount")}),
        [](RowSink& rows) {
            rows.begin({});
            rows.row({.thread = 0}, {TextCell{"a"}, euros(5), euros(105)});
            rows.row({.thread = 1}, {TextCell{"b"}, euros(1), euros(11)});
            rows.row({.thread = 0}, {TextCell{"a"}, euros(-7), euros(98)});
            rows.row({.thread = 1}, {TextCell{"b"}, euros(2), euros(13)});
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 2, 2) == "11.00");
    CHECK(made.at(0, 3, 2) == "98.00 =C2+B4");
    CHECK(made.at(0, 4, 2) == "13.00 =C3+B5");
}

TEST_CASE("what is brought forward is what the row above leaves, in lines and not in their total") {
    const Sheet sheet = {
        "balance",
        named_columns({head::money("opening", "Opening").adding("^closing"), head::money("net", "Net"),
                       head::money("closing", "Closing").adding("opening net")}),
        [](RowSink& rows) {
            rows.begin({});
            rows.row({}, {TextCell{"Jan"}, euros(10), euros(5), euros(15)});
            rows.row({}, {TextCell{"Feb"}, euros(15), euros(-15), euros(0)});
            rows.row({.kind = RowKind::total, .adds = all_lines}, {TextCell{"All"}, euros(0), euros(-10), euros(0)});
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 1, 1) == "10.00");
    CHECK(made.at(0, 2, 1) == "15.00 =D2");
    CHECK(made.at(0, 2, 3) == "0.00 =SUM(B3:C3)");
    CHECK(made.at(0, 3, 1) == "0.00");
}

TEST_CASE("a row adds up rows that are still to come, and is nothing where that would be less than nothing") {
    const Sheet sheet = {
        "grant_budget", named_columns({head::money("amount", "Amount")}), [](RowSink& rows) {
            constexpr std::uint8_t charges = 1;
            static constexpr RowAhead lines[] = {{1}, {2}, {4}};
            static constexpr RowAhead income[] = {{1}};
            static constexpr RowTerm less[] = {{charges, true}};
            rows.begin({});
            rows.row({.group = charges, .ahead = lines}, {TextCell{"Class"}, euros(7)});
            for (const std::int64_t amount : {1, 2, 9, 4})
                rows.row({.group = 2}, {TextCell{"line"}, euros(amount)});
            rows.row({.adds = less, .ahead = income, .never_negative = true}, {TextCell{"Surplus"}, euros(3)});
            rows.row({.group = 3}, {TextCell{"Income"}, euros(10)});
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 1, 1) == "7.00 =SUM(B3:B4)+B6");
    CHECK(made.at(0, 6, 1) == "3.00 =MAX(-B2+B8,0)");
}

TEST_CASE("what runs on comes onto the column before") {
    const Sheet sheet = {
        "returns", named_columns({head::money("a", "A"), head::money("b", "B")}), [](RowSink& rows) {
            static constexpr RowTerm result[] = {{1}};
            rows.begin({});
            rows.row({.group = 1}, {TextCell{"Result"}, euros(3), euros(4)});
            rows.row({.kind = RowKind::total, .adds = result, .runs_on = true}, {TextCell{"All"}, euros(3), euros(7)});
            rows.row({.kind = RowKind::total, .adds = result, .runs_on = true}, {TextCell{"All"}, euros(3), euros(8)});
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 2, 1) == "3.00 =B2");
    CHECK(made.at(0, 2, 2) == "7.00 =B3+C2");
    CHECK(made.at(0, 3, 2) == "8.00");
}

TEST_CASE("each worksheet says whose it is, in its title and at the head of its pages") {
    Recorded made;
    Workbook book(made, Language::english);
    book.about("budget");
    Sheet sheet = table([](RowSink& rows) {
        rows.begin({});
        line(rows, 1, 0);
    });
    book.sheet(sheet);  // before any sentence
    book.lines(heading("MSP, 2026", endless_style(Language::english)));
    book.sheet(sheet);
    sheet.rows = [](RowSink& rows) {
        rows.begin({"Current", {}, "MSP"});
        line(rows, 1, 0);
        rows.begin({"SCM, other", {}, "SCM"});
        line(rows, 1, 0);
    };
    book.sheet(sheet);
    sheet.apart = true;
    sheet.called = {"Dr Martin"};
    sheet.owner = "SCI, Dr Martin";
    sheet.rows = [](RowSink& rows) {
        rows.begin({});
        line(rows, 1, 0);
        rows.begin({"2027", {}});
        line(rows, 1, 0);
        rows.begin({"2028", {}, {}, {"Mrs Petit"}});
        line(rows, 1, 0);
    };
    book.sheet(sheet);
    book.finish();
    struct Expected {
        const char* name;
        const char* title;
        const char* head;
    };
    const std::vector<Expected> expected = {
        {"Plan", "Plan · budget", "MSP, 2026"},
        {"Summary", "MSP, 2026", "MSP, 2026"},
        {"Plan (2)", "Plan · MSP, 2026", "Plan · MSP, 2026"},
        {"Plan (3)", "Plan · MSP · Current", "Plan · MSP · Current"},
        {"Plan (4)", "Plan · SCM, other", "Plan · SCM, other"},
        {"Plan Dr Martin", "Plan · SCI, Dr Martin", "Plan · SCI, Dr Martin"},
        {"Plan 2027", "Plan · SCI, Dr Martin · 2027", "Plan · SCI, Dr Martin · 2027"},
        {"Plan Mrs Petit", "Plan · SCI, Dr Martin · 2028", "Plan · SCI, Dr Martin · 2028"}};
    REQUIRE(made.names.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CAPTURE(expected[i].name);
        CHECK(made.names[i] == expected[i].name);
        CHECK(made.at(i, 0, 0) == expected[i].title);
        CHECK(made.looks.at(i).title == expected[i].head);
    }
}

TEST_CASE("each block has a worksheet of its own, which begins with its title and ends with its notes") {
    Sheet sheet = table([](RowSink& rows) {
        rows.begin({"First", {"out"}});
        line(rows, 1, -1);
        rows.note("A note.");
        rows.begin({"Second", {}});
        line(rows, 2, -2);
    });
    const Recorded made = workbook_of(sheet);
    CHECK(made.names == std::vector<std::string>{"Plan", "Plan (2)"});
    CHECK(made.at(0, 0, 0) == "Plan · First");
    CHECK(made.at(0, 1, 2) == "Net");  // a column that is left out takes no room
    CHECK(made.at(0, 2, 2) == "0.00");
    CHECK(made.at(0, 3, 0) == "A note.");
    CHECK(made.at(1, 0, 0) == "Plan · Second");
    CHECK(made.looks.at(0).frozen_rows == 2);
    CHECK(made.looks.at(1).frozen_rows == 2);
    CHECK(made.looks.at(0).columns[3].hidden);
    CHECK(made.looks.at(1).columns[4].hidden);
    sheet.apart = true;
    CHECK(workbook_of(sheet).names == std::vector<std::string>{"Plan First", "Plan Second"});
}

TEST_CASE("a figure of several worksheets stands in the first, and the others take it from there") {
    const auto sheet_of = [](std::int64_t shown) {
        Sheet sheet = table([shown](RowSink& rows) {
            static const std::vector<std::string> figures = {"", "in/Jan", "", "", ""};
            rows.begin({"L'été", {}});
            rows.row({.figures = figures}, {TextCell{"Jan"}, euros(shown), euros(0), euros(shown), {}});
        });
        sheet.apart = true;
        return sheet;
    };
    Recorded made;
    Workbook book(made, Language::english);
    book.sheet(sheet_of(10));
    book.sheet(sheet_of(10));
    book.sheet(sheet_of(11));
    book.finish();
    CHECK(made.at(0, 2, 1) == "10.00");
    CHECK(made.at(1, 2, 1) == "10.00 ='Plan L''été'!B3");
    CHECK(made.at(2, 2, 1) == "11.00");  // not what stands there
}

// Columns of 4, 5, 5 and 4 characters with one each between them, a hidden one, and five of 8 beyond it are the first
// to be 60 together: 62, of which a seventh is left free, since letters may be wider than digits. In 54 there are 27
// words of one letter, so that 70 take three lines.
TEST_CASE("a row is made of those of other worksheets that it names, where they make it") {
    const Sheet sheet = {
        "balance",
        named_columns({head::money("opening", "Opening").of_rows(OfRows::all),
                       head::money("in", "In").of_rows(OfRows::most),
                       head::money("out", "Out").turned().of_rows(OfRows::most), head::money("lowest", "Lowest")}),
        [](RowSink& rows) {
            const auto block = [&](const char* title, std::string_view name, const std::vector<std::string>& made_of,
                                   std::int64_t opening, std::int64_t in, std::int64_t out, std::int64_t lowest) {
                rows.begin({title, {}});
                rows.row({.name = name, .made_of = made_of},
                         {TextCell{"jan"}, euros(opening), euros(in), euros(out), euros(lowest)});
            };
            block("One", "a", {}, 10, 5, -3, 2);
            block("Two", "b", {}, 20, 4, -2, 3);
            // One paid the other a euro, which has neither come nor gone.
            block("Both", "ab", {"a", "b"}, 30, 8, -4, 5);
            block("Third", "c", {"a", "nobody"}, 10, 5, -3, 2);
            block("Fourth", "d", {"a", "b"}, 31, 9, -5, 5);
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.names[0] == "Balances");
    CHECK(made.at(2, 2, 1) == "30.00 ='Balances'!B3+'Balances (2)'!B3");
    CHECK(made.at(2, 2, 2) == "8.00 ='Balances'!C3+'Balances (2)'!C3-1.00");
    CHECK(made.at(2, 2, 3) == "4.00 ='Balances'!D3+'Balances (2)'!D3-1.00");
    CHECK(made.at(2, 2, 4) == "5.00");  // the lowest evenings were not the same
    CHECK(made.at(3, 2, 1) == "10.00 ='Balances'!B3");
    CHECK(made.at(4, 2, 1) == "31.00");
    CHECK(made.at(4, 2, 2) == "9.00 ='Balances'!C3+'Balances (2)'!C3");
    CHECK(made.at(4, 2, 3) == "5.00 ='Balances'!D3+'Balances (2)'!D3");
}

TEST_CASE("a note is one cell across the columns that are seen, as high as its words are long") {
    std::string words = "a";
    for (int i = 1; i < 70; ++i)
        words += " a";
    const Recorded made = workbook_of(table([&](RowSink& rows) {
        rows.begin({});
        line(rows, 10, -10);
        rows.note(words);
    }));
    CHECK(made.at(0, 2, 0) == words);
    CHECK(made.covered.at({0, 2, 0}).first == 10);
    CHECK(made.covered.at({0, 2, 0}).second == 3);
    CHECK(made.forms.at({0, 2, 0}).wrapped);
}

// Lines of 1, 2 and 3 fill a worksheet of four rows with their head; the fourth and the total, 10, stand on the next
// one.
TEST_CASE("what goes on in another worksheet has its own head, and no formula that names rows of the first") {
    Recorded made;
    Workbook book(made, Language::english, ShownIn::cents, 4);
    book.sheet({"movements",
                named_columns({head::money("amount", "Amount"), head::money("balance", "Balance").running("amount"),
                               head::id("id", "Id")}),
                [](RowSink& rows) {
                    rows.begin({});
                    std::int64_t balance = 0;
                    for (const std::int64_t amount : {1, 2, 3, 4})
                        rows.row({}, {TextCell{"line"}, euros(amount), euros(balance += amount), TextCell{"id"}});
                    rows.row({.kind = RowKind::total, .adds = all_lines}, {TextCell{"Total"}, euros(10), {}, {}});
                }});
    book.finish();
    CHECK(made.names == std::vector<std::string>{"Movements", "Movements (2)"});
    CHECK(made.at(0, 3, 2) == "6.00 =C3+B4");
    CHECK(made.at(1, 0, 1) == "Amount");
    CHECK(made.at(1, 1, 1) == "4.00");
    CHECK(made.at(1, 1, 2) == "10.00");
    CHECK(made.at(1, 2, 1) == "10.00");  // the sum of its own rows is 4
    CHECK(made.looks.at(1).columns[3].hidden);
    CHECK(made.looks.at(1).frozen_rows == 1);
}

TEST_CASE("names of worksheets are such that spreadsheet programs take, and differ") {
    Sheet sheet = table([](RowSink& rows) {
        for (const char* title : {"'a/b'", "A B", "été", "ÉTÉ", "[]:*?/\\", "123456789 123456789 123456789 123456789",
                                  "123456789 123456789 123456789 12", "Maison de santé : le compte principal",
                                  "Société civile de Moyens : la caisse", "Pluriprofessionnellissimementissimement",
                                  "\xF0\x9F\x8F\xA5 clinic", "tab\there"}) {
            rows.begin({title, {}});
            line(rows, 1, 0);
        }
    });
    sheet.apart = true;
    // At most 31 characters: "Plan ", of the name 25, and the ellipsis.
    CHECK(workbook_of(sheet).names ==
          std::vector<std::string>{
              "Plan a b", "Plan A B (2)", "Plan été", "Plan ÉTÉ (2)", "Plan", "Plan 123456789 123456789 12345…",
              "Plan 123456789 123456789 1… (2)", "Plan Maison de santé le compte…", "Plan Société civile de Moyens…",
              "Plan Pluriprofessionnellissime…", "Plan \xF0\x9F\x8F\xA5 clinic", "Plan tab x09here"});
}

// Of 31 characters two or three are blanks between the parts, which share the rest.
TEST_CASE("of the parts of a worksheet's name the longest give way first") {
    const auto names = [](std::string id, const std::vector<std::vector<std::string>>& parts) {
        Sheet sheet = table([&parts](RowSink& rows) {
            for (const std::vector<std::string>& name : parts) {
                rows.begin({"Title", {}, {}, name});
                line(rows, 1, 0);
            }
        });
        sheet.id = std::move(id);
        sheet.apart = true;
        return workbook_of(sheet).names;
    };
    // 29 less "Balances": 21, ten of each part, or 15 beside the six of "Livret"; with a number 17, eight of each.
    CHECK(names("balance", {{"Report des investissements"},
                            {"Report des investissements", "Compte courant"},
                            {"Report des investissements", "Livret"},
                            {"Second label (s2)", "main"},
                            {"Second label (s3)", "Caisse d'épargne"},
                            {"Second label (s2)", "Caisse d'épargne"}}) ==
          std::vector<std::string>{"Balances Report des investisse…", "Balances Report de… Compte co…",
                                   "Balances Report des inv… Livret", "Balances Second label (s2) main",
                                   "Balances Second la… Caisse d'…", "Balances Second… Caisse… (2)"});
    // The word too: 29 are nine of each and two left over, where "Livret" leaves 23 to the others.
    CHECK(names("income", {{"Report des travaux", "Compte courant"},
                           {"Report des travaux", "Livret"},
                           {"Report de l'investissement en cours"}}) ==
          std::vector<std::string>{"Result b… Report d… Compte c…", "Result by… Report des… Livret",
                                   "Result by exer… Report de l'in…"});
}

TEST_CASE("sentences stand on the first worksheet, each in one cell, a name in a column of its own") {
    Recorded made;
    Workbook book(made, Language::english);
    const TextStyle style = endless_style(Language::english);
    const std::string sentence = std::string(99, 'a') + " b c";
    book.lines(heading("Title", style) + "Lowest    12.00\n\n" + heading("Second", style) + sentence + "\n");
    book.finish();
    CHECK(made.names == std::vector<std::string>{"Summary"});
    CHECK(made.at(0, 0, 0) == "Title");
    CHECK(made.at(0, 1, 0) == "Lowest");
    CHECK(made.at(0, 1, 1) == "12.00");
    CHECK(made.at(0, 3, 0) == "Second");
    CHECK(made.at(0, 4, 1) == sentence);
    CHECK(made.forms.at({0, 4, 1}).wrapped);
    CHECK(made.looks.at(0).columns.at(1).characters == 100);
    CHECK(made.looks.at(0).frozen_rows == 0);
    CHECK(made.looks.at(0).title == "Title");
}

TEST_CASE("an empty answer is one empty worksheet, a table without a block a sentence") {
    Recorded empty;
    Workbook book(empty, Language::french);
    book.finish();
    CHECK(empty.names == std::vector<std::string>{"Synthèse"});
    CHECK(workbook_of(table([](RowSink&) {})).at(0, 0, 1) == "Nothing.");
}

// 0.40 + 0.40 is 0.80, one euro to the nearest, though each of them is none.
TEST_CASE("shown in whole euros, cells have every cent and formulas are the same") {
    const Sheet sheet = {
        "plan",
        named_columns({head::money("in", "In"), head::money("gap", "Gap").exact(), head::money("id", "Id").for_data()}),
        [](RowSink& rows) {
            const Money little = Money::from_cents(40);
            rows.begin({"SISA", {}});
            rows.row({.sparse = true}, {TextCell{"a"}, little, little, little});
            rows.row({.sparse = true}, {TextCell{"b"}, little, little, little});
            rows.row({.sparse = true}, {TextCell{"c"}, Money(), little, little});
            rows.row({.kind = RowKind::total, .adds = all_lines}, {TextCell{"Total"}, little + little, {}, {}});
        }};
    Recorded made = workbook_of(sheet, ShownIn::euros);
    CHECK(made.names == std::vector<std::string>{"Plan"});
    CHECK(made.at(0, 0, 0) == "Plan · SISA (in euros, rounded)");
    CHECK(made.at(0, 1, 1) == "In");
    CHECK(made.at(0, 1, 2) == "Gap (€)");
    CHECK(made.at(0, 1, 3) == "Id");
    CHECK(made.at(0, 2, 1) == "0.40");
    CHECK(made.at(0, 5, 1) == "0.80 =SUM(B3:B5)");
    CHECK(made.forms[{0, 2, 1}].amounts == ShownIn::euros);
    CHECK_FALSE(made.forms[{0, 2, 1}].sparse);  // something is a zero, nothing a dot
    CHECK(made.forms[{0, 4, 1}].sparse);
    CHECK(made.forms[{0, 2, 2}].amounts == ShownIn::cents);
    CHECK(made.forms[{0, 2, 3}].amounts == ShownIn::cents);  // for programs
}

TEST_CASE("a value of any kind is a cell of its own kind, and keeps its cents beside whole euros") {
    const PercentCell share{Quotient(5, 2), 1};
    const Sheet sheet = {"assumptions", named_columns({head::text("value", "Value")}), [&](RowSink& rows) {
                             rows.begin({});
                             rows.row({}, {TextCell{"amount"}, ValueCell{"1,200.40", Money::from_cents(120'040)}});
                             rows.row({}, {TextCell{"rate"}, ValueCell{"2.5 %", share}});
                             rows.row({}, {TextCell{"day"}, ValueCell{"2 January 1970", Date::from_days(1)}});
                             rows.row({}, {TextCell{"delay"}, ValueCell{"30 days"}});
                         }};
    Recorded made = workbook_of(sheet, ShownIn::euros);
    CHECK(made.at(0, 1, 1) == "1200.40");
    CHECK(made.forms[{0, 1, 1}].form == CellForm::money);
    CHECK(made.forms[{0, 1, 1}].amounts == ShownIn::cents);
    CHECK(made.at(0, 2, 1) == "0.025");
    CHECK(made.forms[{0, 2, 1}].form == CellForm::percent);
    CHECK(made.forms[{0, 3, 1}].form == CellForm::day);
    CHECK(made.at(0, 4, 1) == "30 days");
    CHECK(made.forms[{0, 4, 1}].form == CellForm::text);
}

TEST_CASE("more columns than a worksheet has are refused") {
    std::vector<Column> columns(16'385);
    const Sheet sheet = {"plan", columns, [](RowSink&) {}};
    CHECK_THROWS_AS(workbook_of(sheet), Error);
}

TEST_CASE("a chart is drawn of the lines alone, below a table with which it fits a page and beside a longer one") {
    const auto lines = [](int count, bool instead = false) {
        Sheet sheet = table([count](RowSink& rows) {
            rows.begin({"SISA", {}});
            for (int i = 0; i < count; ++i)
                line(rows, 10, -4);
            rows.row({.kind = RowKind::total, .adds = all_lines},
                     {TextCell{"Total"}, euros(10 * count), euros(-4 * count), euros(6 * count), {}});
        });
        sheet.chart = Chart{"In and out", "name", {{"in", Drawn::bar}, {"out", Drawn::bar}}, instead};
        return sheet;
    };
    // Rows from 0: title, head, three lines from 2 to 4, total on 5.
    const Recorded little = workbook_of(lines(3));
    REQUIRE(little.charts.size() == 1);
    const WorkbookChart& below = little.charts.front().second;
    CHECK(below.title == "In and out · SISA");
    CHECK(below.row == 7);
    CHECK(below.column == 0);
    CHECK(below.along.column == 0);
    CHECK(below.along.first == 2);
    CHECK(below.along.last == 4);
    REQUIRE(below.series.size() == 2);
    CHECK(below.series[1].name == "Out");
    CHECK(below.series[1].values.column == 2);
    const Recorded much = workbook_of(lines(100));
    REQUIRE(much.charts.size() == 1);
    CHECK(much.charts.front().second.row == 2);
    CHECK(much.charts.front().second.column == 6);  // five columns, one of them hidden, and an empty one
    CHECK_FALSE(much.looks.at(0).printed);          // the rows are read on paper
    CHECK(much.looks.at(0).large_paper);
    const Recorded drawn = workbook_of(lines(100, true));
    REQUIRE(drawn.looks.at(0).printed);  // the picture alone
    CHECK(drawn.looks.at(0).printed->first_column == 6);
    CHECK_FALSE(workbook_of(lines(11, true)).looks.at(0).printed);
    // Title, head, total, an empty row and the picture's 18 are more than the 32 of a page from 11 lines on.
    CHECK(workbook_of(lines(10)).charts.front().second.column == 0);
    const Recorded beside = workbook_of(lines(11));
    CHECK(beside.charts.front().second.column == 6);
    CHECK_FALSE(beside.looks.at(0).printed);
    CHECK(beside.looks.at(0).large_paper);
}

TEST_CASE("a few rows do not stand alone on the last page") {
    const auto lines = [](int count) {
        return workbook_of(table([count](RowSink& rows) {
                   rows.begin({});
                   for (int i = 0; i < count; ++i)
                       line(rows, 1, -1);
               }))
            .looks.at(0)
            .pages_down;
    };
    CHECK(lines(31) == 0);  // with their head 32 rows, a page
    CHECK(lines(32) == 1);
    CHECK(lines(35) == 1);  // four rows too many
    CHECK(lines(36) == 0);
    CHECK(lines(65) == 2);
}

TEST_CASE("an amount is so much for each unit beside it, with the cent that it has besides") {
    std::vector<Column> columns = named_columns({head::decimal("points", "Points"), head::money("amount", "Amount")});
    columns[2].times = Product{"points", Quotient(7)};
    const Sheet sheet = {
        "year", std::move(columns), [](RowSink& rows) {
            static constexpr RowTerm all[] = {{2}};
            const auto row = [&](Row look, std::int64_t points, std::int64_t cents) {
                rows.row(look, {TextCell{"x"}, DecimalCell{Quotient(points, 2), 2}, Money::from_cents(cents)});
            };
            rows.begin({});
            row({.group = 2}, 25, 8'750);  // 12.50 points at 7.00 are 87.50
            row({.group = 2}, 3, 1'051);   // 10.50, and nearly a cent
            row({.kind = RowKind::total, .adds = all}, 28, 9'801);
            row({.group = 3}, 3, 0);  // not paid at all
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 1, 1) == "12.50");
    CHECK(made.at(0, 1, 2) == "87.50 =ROUND(B2*7,2)");
    CHECK(made.at(0, 2, 2) == "10.51");  // a whole cent more is not these units
    CHECK(made.at(0, 3, 1) == "14.00 =SUM(B2:B3)");
    CHECK(made.at(0, 3, 2) == "98.01 =SUM(C2:C3)");
    CHECK(made.at(0, 4, 2) == "0.00");
}

TEST_CASE("parts of the whole above them always make it, with the cents that a rule gives") {
    const Sheet sheet = {
        "shares", named_columns({head::money("amount", "Amount")}), [](RowSink& rows) {
            constexpr std::uint8_t whole = 1;
            const auto row = [&](const Quotient& up_to, std::int64_t cents) {
                const std::vector<std::optional<Quotient>> portions = {{}, up_to};
                rows.row({.portions = portions, .whole = whole}, {TextCell{"x"}, Money::from_cents(cents)});
            };
            rows.begin({});
            rows.row({.audience = Audience::recalculated, .group = whole},
                     {TextCell{"all"}, Money::from_cents(10'001)});
            // A third of 100.01 is 33.336…, two are 66.673…: here the last one has the cent less.
            row({1, 3}, 3'334);
            row({2, 3}, 3'334);  // up to here 66.68, 0.66… of a cent more than exact
            row(1, 3'333);
            rows.row({.kind = RowKind::total, .adds = all_lines}, {TextCell{"x"}, Money::from_cents(10'001)});
            rows.note_of_changes("They follow.");
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 2, 1) == "33.34 =ROUND(B2*1/3,2)");
    CHECK(made.at(0, 3, 1) == "33.34 =ROUND(B2*2/3+0.003,2)-B3");
    CHECK(made.at(0, 4, 1) == "33.33 =B2-SUM(B3:B4)");
    CHECK(made.at(0, 5, 1) == "100.01 =SUM(B3:B5)");
    CHECK(made.at(0, 6, 0) == "They follow.");
}

TEST_CASE("a part that is half a cent from its amount is kept away from the half") {
    const Sheet sheet = {
        "shares", named_columns({head::money("amount", "Amount")}), [](RowSink& rows) {
            rows.begin({});
            rows.row({.group = 1}, {TextCell{"all"}, Money::from_cents(3)});
            const std::vector<std::optional<Quotient>> half = {{}, Quotient(1, 2)};
            rows.row({.group = 2, .portions = half, .whole = 1}, {TextCell{"x"}, Money::from_cents(2)});
            rows.row({.group = 3, .portions = half, .whole = 1}, {TextCell{"x"}, Money::from_cents(1)});
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 2, 1) == "0.02 =ROUND(B2*1/2+0.001,2)");
    CHECK(made.at(0, 3, 1) == "0.01 =ROUND(B2*1/2-0.001,2)");
}

TEST_CASE("an amount so many times, one between two, and a difference without its sign") {
    std::vector<Column> columns =
        named_columns({head::count("count", "Calls"), head::money("each", "Each"), head::money("last", "Last"),
                       head::money("total", "Total"), head::money("paid", "Paid"),
                       head::money("apart", "Apart").adding("each -last"), head::money("total2", "Again")});
    columns[4].repeats = {"count", "each", "last"};
    columns[5].within = {"each", "last"};
    columns[6].unsigned_sum = true;
    columns[7].repeats = {"count", "each", "last"};
    const Sheet sheet = {
        "calls", std::move(columns), [](RowSink& rows) {
            rows.begin({});
            // 11 x 83.33 and 83.37 make 1,000.00
            rows.row({}, {TextCell{"x"}, std::int64_t{12}, Money::from_cents(8'333), Money::from_cents(8'337),
                          euros(1'000), Money::from_cents(8'333), Money::from_cents(4), euros(999)});
        }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 1, 4) == "1000.00 =(B2-1)*C2+D2");
    CHECK(made.at(0, 1, 5) == "83.33 =MIN(MAX(C2,0),D2)");
    CHECK(made.at(0, 1, 6) == "0.04 =ABS(C2-D2)");
    CHECK(made.at(0, 1, 7) == "999.00");
}

TEST_CASE("a number has the digits in its cell that are not shown, and an amount is made of all of them") {
    std::vector<Column> columns = named_columns({head::decimal("points", "Points"), head::decimal("most", "At most"),
                                                 head::money("amount", "Amount"), head::money("missed", "Missed")});
    columns[1].all_digits = columns[2].all_digits = true;
    columns[3].times = Product{"points", Quotient(7)};
    columns[4].times = Product{"most", Quotient(7), "points"};
    columns[4].dotted = true;
    const Sheet sheet = {"year", std::move(columns), [](RowSink& rows) {
                             const auto row = [&](Row look, const Quotient& points, std::int64_t cents,
                                                  std::int64_t missed) {
                                 rows.row(look, {TextCell{"x"}, DecimalCell{points, 2}, DecimalCell{100, 2},
                                                 Money::from_cents(cents), Money::from_cents(missed)});
                             };
                             rows.begin({});
                             row({.group = 1}, Quotient(200, 3), 46'667, 23'333);  // 466.666… and 233.333…
                             row({.group = 1}, Quotient(100, 3), 23'333, 46'667);
                             row({.group = 1}, 100, 70'000, 0);
                             static constexpr RowTerm all[] = {{1}};
                             row({.kind = RowKind::total, .adds = all}, 200, 140'000, 70'000);
                         }};
    const Recorded made = workbook_of(sheet);
    CHECK(made.at(0, 1, 1) == "66.666666666667");
    CHECK(made.forms.at({0, 1, 1}).places == 2);
    CHECK(made.at(0, 1, 3) == "466.67 =ROUND(B2*7,2)");
    CHECK(made.at(0, 1, 4) == "233.33 =ROUND((C2-B2)*7,2)");
    CHECK(made.at(0, 3, 4) == "0.00 =ROUND((C4-B4)*7,2)");
    CHECK(made.forms.at({0, 3, 4}).sparse);
    CHECK(made.at(0, 4, 1) == "200.00 =SUM(B2:B4)");
    CHECK(made.at(0, 4, 3) == "1400.00 =SUM(D2:D4)");
}
