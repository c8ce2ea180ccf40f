// SPDX-License-Identifier: MIT
#include <msp/cash/difference.hpp>
#include <msp/report/forecast_sheets.hpp>
#include <msp/report/forecast_text.hpp>
#include <msp/report/sheet_text.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const TextStyle english = {Language::english, 0, false};
const TextStyle french = {Language::french, 0, false};

// 1,000.00, a rent of 300.00 on the 5th, 2,000.00 of ACI on 30 April: lowest -200.00 from 5 to 29 April.
std::string spring_budget(const std::string& more = "") {
    return "[entity]\nname = \"MSP\"\n[bank]\nopening = 1000\ndate = 2026-01-01\nfloor = 200\n"
           "[[expense]]\nid = \"rent\"\nlabel = \"Loyer\"\ncategory = \"rent\"\namount = 300\nevery = \"month\"\nday = "
           "5\n"
           "[[aci.year]]\nyear = 2026\nadvance = { notified = 2000 }\n" +
           more;
}

const View half_year = view_of("2026-01-01", "2026-06-30", Grid::month);

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

using Cells = std::vector<std::string>;

Cells cells_of(std::string_view line) {
    Cells cells;
    for (std::size_t begin = line.find_first_not_of(' '); begin != std::string_view::npos;) {
        const std::size_t end = std::min(line.find("  ", begin), line.size());
        cells.emplace_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(' ', end);
    }
    return cells;
}

// Of the only row that begins with this cell; between two cells are two spaces or more.
Cells row(const std::string& text, std::string_view first) {
    Cells found;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const Cells cells = cells_of(line);
        if (cells.empty() || cells.front() != first)
            continue;
        CHECK(found.empty());
        found = cells;
    }
    return found;
}

std::size_t widest(const std::string& text) {
    std::size_t width = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        width = std::max(width, display_width(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return width;
}

}  // namespace

TEST_CASE("a period has a name in each language") {
    const Period april = {"2026-04-01"_d, "2026-04-30"_d};
    CHECK(period_name(april, Grid::month, Language::french) == "avr. 2026");
    CHECK(period_name(april, Grid::month, Language::english) == "Apr 2026");
    CHECK(period_name(april, Grid::quarter, Language::french) == "T2 2026");
    CHECK(period_name(april, Grid::quarter, Language::english) == "Q2 2026");
    CHECK(period_name(april, Grid::year, Language::french) == "2026");
    CHECK(period_name({"2026-04-15"_d, "2026-04-15"_d}, Grid::day, Language::french) == "15/04/2026");
    CHECK(period_name({"2026-04-15"_d, "2026-04-15"_d}, Grid::day, Language::english) == "2026-04-15");
}

TEST_CASE("five lines begin with the lowest evening and end with what the money lasts for") {
    const auto result = result_of(budget_of(spring_budget()), half_year);
    const std::string text = headline_text(*result, half_year, english);
    CAPTURE(text);
    CHECK(text.starts_with("MSP, 1 January 2026 to 30 June 2026\n"));
    CHECK(row(text, "Lowest") == Cells{"Lowest", "-200.00 on 2026-04-05; the same without uncertain money"});
    CHECK(row(text, "Short") ==
          Cells{"Short", "below the floor 56 days from 2026-03-05 on; overdrawn 25 days from 2026-04-05 on"});
    // Until the eve of 15 July, 2 months and 15 days after 30 April: 1,000.00 - 7 x 300.00 = -1,100.00 on 5 July.
    // With the first of these days it would be wider than a line of a mail.
    CHECK(row(text, "Late ACI") ==
          Cells{"Late ACI", "2½ months: -1,100.00 on 2026-07-05; overdrawn 101 days; looked at until 2026-07-14"});
    CHECK(row(text, "Total") == Cells{"Total", "in 2,000.00, out 1,800.00; 100.0 days of cash"});
    CHECK(std::count(text.begin(), text.end(), '\n') == 8);  // title, five lines, the curve, a blank one
    CHECK(widest(text) <= 100);
    CHECK(widest(headline_text(*result, half_year, french)) <= 100);
}

TEST_CASE("a long name of an entity goes on below, in the columns of a mail") {
    Budget named = budget_of(spring_budget());
    for (int i = 0; i < 20; ++i)
        named.entities.front().name += " santé";
    const auto result = result_of(named, half_year);
    CHECK(widest(headline_text(*result, half_year, french)) <= 100);
    CHECK(holds(headline_text(*result, half_year, french), "\nsanté santé"));
}

TEST_CASE("in French amounts and days are written the French way") {
    const auto result = result_of(budget_of(spring_budget()), half_year);
    const std::string text = headline_text(*result, half_year, french);
    CAPTURE(text);
    CHECK(holds(text, "-200,00\u00a0€"));
    CHECK(holds(text, "05/04/2026"));
    CHECK(holds(text, "2\u202f000,00\u00a0€"));
    CHECK_FALSE(holds(text, "200.00"));
}

TEST_CASE("the low without uncertain money is named only where it differs") {
    const std::string gift = "[[income]]\nid = \"gift\"\ncategory = \"other-income\"\namount = 500\ndate = ";
    const auto differs = result_of(budget_of(spring_budget(gift + "2026-03-01\nstate = \"assumed\"\n")), half_year);
    CHECK(holds(headline_text(*differs, half_year, english), "; without uncertain money -200.00 on 2026-04-05\n"));
    CHECK(holds(uncertain_text(*differs, english), "gift 2026 (500.00)"));
    const auto late = result_of(budget_of(spring_budget(gift + "2026-06-01\nstate = \"assumed\"\n")), half_year);
    CHECK(holds(headline_text(*late, half_year, english), "; the same without uncertain money\n"));
    const auto none = result_of(budget_of(spring_budget()), half_year);
    CHECK(uncertain_text(*none, english).empty());
}

TEST_CASE("a narrow terminal breaks the five lines between words") {
    const auto result = result_of(budget_of(spring_budget()), half_year);
    const std::string text = headline_text(*result, half_year, {Language::english, 60, false});
    CHECK(widest(text) <= 60);
    const std::string wide = headline_text(*result, half_year, english);
    const auto letters = [](std::string each) {
        std::erase_if(each, [](char c) { return c == ' ' || c == '\n'; });
        return each;
    };
    CHECK(letters(text) == letters(wide));
}

namespace {

// Of the five lines and the curve: where one goes on below, it stands on more of them.
std::size_t lines_of(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n')) - 2;  // the title, and a blank line
}

}  // namespace

TEST_CASE("the curve of two years is one line of a terminal's 80 columns, with a mark for each month") {
    const std::string overdrawn = "[entity]\nname = \"MSP\"\n[bank]\nopening = -4000\ndate = 2026-01-01\n";
    const View years = view_of("2026-01-01", "2027-12-31", Grid::month, Language::french);
    const auto result = result_of(budget_of(overdrawn), years);
    const std::string text = headline_text(*result, years, {Language::french, 80, false});
    // Each evening is overdrawn: 24 marks, and what they are.
    std::string marks;
    for (int month = 0; month < 24; ++month)
        marks += "▼";
    CHECK(holds(text, marks + "  -4\u202f000,00\u00a0€ (▼ à découvert)\n"));
    CHECK(widest(text) <= 80);
    // 60 columns have no room for what the mark means, which the second line tells; 40 break the line before the
    // amount, which begins below the marks.
    CHECK(holds(headline_text(*result, years, {Language::french, 60, false}), marks + "  -4\u202f000,00\u00a0€\n"));
    CHECK(holds(headline_text(*result, years, {Language::french, 40, false}),
                marks + "\n               -4\u202f000,00\u00a0€\n"));
    // Three years: 36 marks in 25 columns are 18, and it is said that each is of two months.
    const View longer = view_of("2026-01-01", "2028-12-31", Grid::month, Language::french);
    const auto of_three = result_of(budget_of(overdrawn), longer);
    const std::string narrow = headline_text(*of_three, longer, {Language::french, 40, false});
    CAPTURE(narrow);
    CHECK(holds(narrow, "Courbe         " + marks.substr(0, marks.size() / 24 * 18)));
    CHECK(holds(narrow, "-4\u202f000,00\u00a0€"));
    CHECK(holds(narrow, "un signe"));
    CHECK(widest(narrow) <= 40);
}

TEST_CASE("each of the five lines is one line of a mail") {
    // Short from the same evening on, with amounts of seven digits: the days are told once.
    const std::string deep =
        "[entity]\nname = \"MSP\"\n[bank]\nopening = 10\ndate = 2026-01-01\n"
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 1234567.89\ndate = 2026-01-28\n";
    const View year = view_of("2026-01-01", "2026-12-31", Grid::month, Language::french);
    const auto short_one = result_of(budget_of(deep), year);
    // 28 January is the 28th day of 365: 338 evenings are short.
    CHECK(holds(headline_text(*short_one, year, french),
                "Seuils         sous le plancher et à découvert 338 jours dès le 28/01/2026\n"));
    CHECK(lines_of(headline_text(*short_one, year, french)) == 6);

    // Of several accounts the worst one is named, with its amounts.
    const std::string several =
        "[entity]\nname = \"MSP\"\n"
        "[[bank]]\nid = \"main\"\nname = \"SISA, compte courant\"\nopening = 2883.50\ndate = 2026-01-01\n"
        "[[bank]]\nid = \"saved\"\nname = \"Livret\"\nopening = 15000\ndate = 2026-01-01\n"
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\nbank = \"main\"\namount = 14345.50\ndate = 2026-11-28\n"
        "[[income]]\nid = \"gift\"\ncategory = \"other-income\"\nbank = \"main\"\namount = 20000\n"
        "date = 2026-04-15\nstate = \"assumed\"\n"
        "[[aci.year]]\nyear = 2026\nadvance = { notified = 2000 }\n";
    const auto of_several = result_of(budget_of(several), year);
    const std::string text = headline_text(*of_several, year, french);
    CHECK(lines_of(text) == 6);
    CHECK(widest(text) <= 100);
    // Without the 20,000.00 and with the 2,000.00: 2,883.50 + 2,000.00 - 14,345.50.
    CHECK(holds(text,
                "Point bas      2\u202f883,50\u00a0€ le 01/01/2026 (SISA, compte courant)\u00a0; sans argent "
                "incertain -9\u202f462,00\u00a0€\n"));
}

TEST_CASE("a balance is a row a period and a total") {
    const View view = view_of("2026-03-01", "2026-05-31", Grid::month);
    const auto result = result_of(budget_of(spring_budget()), view);
    const Sheet sheet = balance_sheet({result.get(), 1}, view);
    // January and February have taken 300.00 each from 1,000.00; the lows are those of the 5th, and of 31 May.
    CHECK(sheet_text(sheet, english) ==
          "           Opening  Receipts  Payments       Net   Closing    Lowest          on\n"
          "Mar 2026    400.00      0.00    300.00   -300.00    100.00    100.00  2026-03-05\n"
          "Apr 2026    100.00  2,000.00    300.00  1,700.00  1,800.00   -200.00  2026-04-05\n"
          "May 2026  1,800.00      0.00    300.00   -300.00  1,500.00  1,500.00  2026-05-05\n"
          "────────────────────────────────────────────────────────────────────────────────\n"
          "Total       400.00  2,000.00    900.00  1,100.00  1,500.00   -200.00  2026-04-05\n"
          "\n");
    CHECK(holds(sheet_text(sheet, {Language::english, 0, true}), "\x1b[31m-200.00\x1b[0m"));
}

TEST_CASE("on a narrow page the months that head a plan are brief, each in one piece") {
    const View year = view_of("2026-01-01", "2026-12-31", Grid::month, Language::french);
    const auto result = result_of(budget_of(spring_budget()), year);
    for (const std::size_t width : {40U, 60U, 80U}) {
        const std::string text = sheet_text(plan_sheet({result.get(), 1}, year), {Language::french, width, false});
        CAPTURE(text);
        for (const char* month : {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "déc."})
            CHECK(holds(text, month + std::string("\u00a026")));
        CHECK_FALSE(holds(text, " 2026"));  // a day has a slash before its year
        CHECK(widest(text) <= width);
    }
    // English months are as long as one another.
    const View english_year = view_of("2026-01-01", "2026-12-31", Grid::month, Language::english);
    CHECK(holds(sheet_text(plan_sheet({result.get(), 1}, english_year), {Language::english, 80, false}), "Jan 2026"));
}

TEST_CASE("a plan shows lines, sections, the day of the low and the margin") {
    const View view = view_of("2026-04-01", "2026-05-31", Grid::month, Language::french);
    const auto result = result_of(budget_of(spring_budget()), view);
    // January to March have taken 900.00 of 1,000.00; without an overdraft the margin is the lowest balance.
    CHECK(sheet_text(plan_sheet({result.get(), 1}, view), french) ==
          "MSP\n"
          "                               avr. 2026    mai 2026       Total\n"
          "Report                            100,00    1\u202f800,00      100,00\n"
          "────────────────────────────────────────────────────────────────\n"
          "  ACI\u00a0: avance                  2\u202f000,00           ·    2\u202f000,00\n"
          "ENCAISSEMENTS                   2\u202f000,00        0,00    2\u202f000,00\n"
          "────────────────────────────────────────────────────────────────\n"
          "  Loyer                           300,00      300,00      600,00\n"
          "DÉCAISSEMENTS                     300,00      300,00      600,00\n"
          "────────────────────────────────────────────────────────────────\n"
          "Net                             1\u202f700,00     -300,00    1\u202f400,00\n"
          "Cumul                           1\u202f800,00    1\u202f500,00    1\u202f500,00\n"
          "Point bas                        -200,00    1\u202f500,00     -200,00\n"
          "  le                          05/04/2026  05/05/2026  05/04/2026\n"
          "Marge sur découvert autorisé     -200,00    1\u202f500,00     -200,00\n"
          "\n");
}

TEST_CASE("movements show their state") {
    const View view = view_of("2026-04-01", "2026-04-30", Grid::month);
    const auto result = result_of(budget_of(spring_budget()), view);
    CHECK(sheet_text(movement_sheet({result.get(), 1}, view), english) ==
          "Date        Label           Amount   Balance  State\n"
          "2026-04-05  Loyer          -300.00   -200.00  planned\n"
          "2026-04-30  ACI: advance  2,000.00  1,800.00  notified\n"
          "\n");
}

TEST_CASE("a budget without loan says so") {
    const auto result = result_of(budget_of(spring_budget()), half_year);
    CHECK(sheet_text(loan_sheet({result.get(), 1}, half_year), english) == "This budget has no loan.\n");
}

TEST_CASE("differences between scenarios are those of their lines") {
    const std::string scenario =
        "[[scenario]]\nid = \"up\"\nlabel = \"Rent up\"\nchange = [{ shift = \"expense.rent\", amount = \"+10 %\" }, "
        "{ add = \"expense\", value = { id = \"new\", category = \"energy\", amount = 7, date = 2026-02-01 } }]\n";
    const auto base = result_of(budget_of(spring_budget(scenario)), half_year);
    const auto up = result_of(budget_of(spring_budget(scenario), "up"), half_year);
    const auto lines_of = [](const std::unique_ptr<Result>& of, const View& view) {
        return LinesOf{of->budget, *of->sums, begun_with(of->budget, of->projection, {}, view.periods)};
    };
    const std::vector<LineDifference> found = differences(lines_of(base, half_year), lines_of(up, half_year));
    REQUIRE(found.size() == 2);
    CHECK(base->budget.items[found[0].item].label == "Loyer");
    CHECK(found[0].base == "-1800"_eur);
    CHECK(found[0].scenario == "-1980"_eur);
    CHECK(found[1].budget->items[found[1].item].id == "new");
    CHECK(found[1].base == Money());
    CHECK(found[1].scenario == "-7"_eur);
    CHECK(differences(lines_of(base, half_year), lines_of(base, half_year)).empty());
}

TEST_CASE("what accounts begin with is a difference before all lines, and with them makes that of the closings") {
    // The rent of January is 10.00 more, so that February begins with 390.00 instead of 400.00; `b` opens in March with
    // 45.00 instead of 20.00: 435 and 420, in February -10 apart, in March -10 + 25 = 15. Rent of February: 10.00 more.
    const std::string budget =
        "[[bank]]\nid = \"a\"\nopening = 500\ndate = 2026-01-01\n[[bank]]\nid = \"b\"\nopening = 20\n"
        "date = 2026-03-10\n[[expense]]\nid = \"rent\"\ncategory = \"rent\"\nbank = \"a\"\n"
        "amounts = [{ date = 2026-01-05, amount = 100 }, { date = 2026-02-05, amount = 100 }]\n"
        "[[scenario]]\nid = \"s\"\nchange = [{ shift = \"expense.rent\", amount = \"+10 %\" }, "
        "{ set = \"bank.b.opening\", to = 45 }]\n";
    const View shown = view_of("2026-02-01", "2026-03-31", Grid::month);
    const auto base = result_of(budget_of(budget), shown);
    const auto other = result_of(budget_of(budget, "s"), shown);
    const auto lines_of = [&shown](const std::unique_ptr<Result>& of) {
        return LinesOf{of->budget, *of->sums, begun_with(of->budget, of->projection, {}, shown.periods)};
    };
    const std::vector<LineDifference> found = differences(lines_of(base), lines_of(other));
    REQUIRE(found.size() == 2);
    CHECK(found[0].budget == nullptr);
    CHECK(found[0].base == "420"_eur);
    CHECK(found[0].scenario == "435"_eur);
    CHECK(found[0].furthest == "15"_eur);
    CHECK(found[0].furthest_period == 1);
    CHECK(found[1].difference() == "-10"_eur);
    CHECK(total_difference(found) ==
          closing_difference(sum_of(group_series(base->budget, base->projection), shown.days()),
                             sum_of(group_series(other->budget, other->projection), shown.days())));
}
