// SPDX-License-Identifier: MIT
#include <support/xlsx.hpp>
#include <support/xlsx_check.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace msp;
using namespace msp::app;

namespace {

// Two worksheets, of three cells and one, with a chart.
std::string two_worksheets() {
    Xlsx file(Language::english, std::nullopt);
    const std::size_t first = file.worksheet("First");
    const std::size_t second = file.worksheet("Second");
    file.cell(first, {0, 0, {}, std::string_view("=1+1 <c r=\"A1\">")});
    file.cell(first, {1, 0, {.form = CellForm::money}, Money::from_cents(-1'234'567)});
    file.cell(first, {1, 1, {.form = CellForm::money}, Money::from_cents(-1'234'567), "=A2"});
    file.cell(second, {0, 0, {.form = CellForm::day}, Date::from_days(20'000)});
    file.chart(first, {.title = "Fees & <dues>",
                       .row = 4,
                       .rows = 10,
                       .along = {0, 0, 1},
                       .series = {{"Fees", Drawn::bar, {0, 0, 1}}, {"Dues", Drawn::bar, {1, 0, 1}}}});
    for (const std::size_t worksheet : {first, second})
        file.look(worksheet, {.columns = {{10, false}}, .title = "Fees & \"dues\""});
    return file.bytes();
}

}  // namespace

TEST_CASE("the same cells give the same bytes") {
    CHECK(two_worksheets() == two_worksheets());
}

TEST_CASE("a workbook that lacks cells, a part or its end is not whole") {
    const std::string file = two_worksheets();
    CHECK(holds_workbook(file, std::array<std::size_t, 2>{3, 1}, 1));
    CHECK_FALSE(holds_workbook(file, std::array<std::size_t, 2>{4, 1}, 1));
    CHECK_FALSE(holds_workbook(file, std::array<std::size_t, 1>{3}, 1));
    CHECK_FALSE(holds_workbook(file, std::array<std::size_t, 3>{3, 1, 0}, 1));
    CHECK_FALSE(holds_workbook(file, std::array<std::size_t, 2>{3, 1}, 0));
    CHECK_FALSE(holds_workbook(file, std::array<std::size_t, 2>{3, 1}, 2));
    CHECK_FALSE(holds_workbook("", std::array<std::size_t, 2>{3, 1}, 1));
    for (std::size_t size = 0; size < file.size(); size += 7)
        CHECK_FALSE(holds_workbook(file.substr(0, size), std::array<std::size_t, 2>{3, 1}, 1));
}

TEST_CASE("a plain cell without a text is none, and a ruled one is") {
    const auto with = [](const CellLook& look) {
        Xlsx file(Language::english, std::nullopt);
        const std::size_t worksheet = file.worksheet("First");
        file.cell(worksheet, {0, 0, {}, std::string_view("text")});
        file.cell(worksheet, {0, 1, look, std::string_view()});
        return file.bytes();
    };
    CHECK(holds_workbook(with({}), std::array<std::size_t, 1>{1}, 0));
    CHECK(holds_workbook(with({.ruled = true}), std::array<std::size_t, 1>{2}, 0));
}

TEST_CASE("what cannot be seen of a look changes no byte") {
    const auto with = [](const CellLook& look) {
        Xlsx file(Language::english, std::nullopt);
        file.cell(file.worksheet("First"), {0, 0, look, std::string_view("text")});
        return file.bytes();
    };
    CHECK(with({.sparse = true, .alert = true, .places = 2}) == with({}));
    CHECK(with({.right = true}) != with({}));
}

// U+0001, U+FFFE and U+FFFF are no characters of XML 1.0 (section 2.2); U+202E turns what follows.
TEST_CASE("what XML does not allow or turns the direction of writing is shown, wherever a text stands") {
    const auto with = [](const std::string& text) {
        Xlsx file(Language::english, std::nullopt);
        const std::size_t worksheet = file.worksheet("Plan");
        file.cell(worksheet, {0, 0, {}, std::string_view(text)});
        file.cell(worksheet, {1, 0, {.form = CellForm::money}, Money::from_cents(1)});
        file.chart(
            worksheet,
            {.title = text, .row = 4, .rows = 10, .along = {0, 0, 1}, .series = {{text, Drawn::bar, {0, 0, 1}}}});
        file.look(worksheet, {.columns = {{10, false}}, .title = text});
        return file.bytes();
    };
    CHECK(with("a\x01\u202e") == with("a\\x01\\u202e"));
    CHECK(with("a\ufffe\uffff") == with("a\\ufffe\\uffff"));
}
