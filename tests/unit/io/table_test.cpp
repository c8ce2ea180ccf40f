// SPDX-License-Identifier: MIT
#include <msp/io/readers.hpp>
#include <msp/io/table.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// What `take` makes of the table that a TOML text is, then what was wrong with it.
std::string taken(const std::string& toml, Section section, const std::function<std::string(Table&)>& take) {
    Sources sources;
    Diagnostics diagnostics;
    const auto document = read_toml(sources, sources.add("a.toml", toml), diagnostics);
    REQUIRE(document);
    msp::Reading reading{*document, sources, diagnostics};
    Table table(reading, Document::root(), section);
    std::string text = take(table);
    for (const Diagnostic& diagnostic : diagnostics.sorted())
        text += (text.empty() ? "" : " ") + std::string(diagnostic.id);
    return text;
}

std::string amount(const std::string& value) {
    return taken("amount = " + value, Section::dated, [](Table& table) {
        const auto found = table.amount(slot::dated_amount);
        return found ? plain(*found) : "";
    });
}

std::string delay(std::string_view text) {
    const auto found = parse_delay(text);
    if (!found)
        return "none";
    return std::to_string(found->months) + "m" + std::to_string(found->days) + "d" + (found->end_of_month ? "e" : "");
}

std::string frequency(const std::string& value) {
    return taken("every = " + value, Section::loan, [](Table& table) {
        const auto found = table.frequency(slot::loan_every);
        if (!found)
            return std::string();
        return found->once          ? "once"
               : found->chosen != 0 ? "in " + std::to_string(found->chosen)
                                    : std::to_string(found->step);
    });
}

constexpr auto no_date = " key.missing";

}  // namespace

TEST_CASE("an amount is a number with a point, or French text in quotes") {
    CHECK(amount("2400.00") == std::string("2400.00") + no_date);
    CHECK(amount("-0.10") == std::string("-0.10") + no_date);
    CHECK(amount("\"2 400,00 €\"") == std::string("2400.00") + no_date);
    CHECK(amount("\"2 400,5\"") == std::string("2400.50") + no_date);
    CHECK(amount("\"2400\"") == std::string("2400.00") + no_date);
}

TEST_CASE("a wrong amount says in its id what is wrong") {
    const auto wrong = [](const std::string& value) { return amount(value).substr(std::string(no_date).size()); };
    CHECK(wrong("\"2400.50\"") == "amount.point");
    CHECK(wrong("\"24 00,00\"") == "amount.grouping");
    CHECK(wrong("1.005") == "amount.decimals");
    CHECK(wrong("1e3") == "amount.exponent");
    CHECK(wrong("1000000000000.00") == "amount.range");
    CHECK(wrong("\"douze\"") == "amount.text");
    CHECK(wrong("true") == "value.type");
    CHECK(wrong("2026-01-01") == "value.type");
    CHECK(wrong("[1]") == "value.type");
}

TEST_CASE("a delay is months and days, a negative one too, and may end with the month") {
    CHECK(delay("30 days") == "0m30d");
    CHECK(delay("1 day") == "0m1d");
    CHECK(delay("2 months") == "2m0d");
    CHECK(delay("-10 jours") == "0m-10d");
    CHECK(delay("1 mois 15 jours") == "1m15d");
    CHECK(delay("45 jours fin de mois") == "0m45de");
    CHECK(delay("45 days end of month") == "0m45de");
    CHECK(delay(" fin de mois") == "0m0de");
    for (const char* wrong :
         {"", "30", "days", "30 weeks", "1,5 mois", "30 days 2", "40000 days", "1201 months", "fin"}) {
        CAPTURE(wrong);
        CHECK(delay(wrong) == "none");
    }
}

TEST_CASE("a date in quotes is ISO or French") {
    CHECK(parse_written_date("2026-04-15") == "2026-04-15"_d);
    CHECK(parse_written_date("15/04/2026") == "2026-04-15"_d);
    CHECK_FALSE(parse_written_date("04/15/2026"));
    CHECK_FALSE(parse_written_date("15/4/2026"));
    CHECK_FALSE(parse_written_date("30/02/2026"));
    CHECK_FALSE(parse_written_date("2026-02-29"));
}

TEST_CASE("how often is a word, a number of months, or chosen months") {
    struct Row {
        std::string value;
        std::string found;
    };
    for (const Row& row :
         {Row{"\"month\"", "1"}, Row{"\"trimestre\"", "3"}, Row{"\"semestre\"", "6"}, Row{"\"an\"", "12"},
          Row{"\"2 months\"", "2"}, Row{"\"18 mois\"", "18"}, Row{"\"once\"", "once"}, Row{"\"une fois\"", "once"},
          Row{"\"Mois\"", "1"}, Row{"{ months = [1, 6, 1] }", "in 33"}, Row{"{ mois = [12] }", "in 2048"}}) {
        CAPTURE(row.value);
        CHECK(frequency(row.value).starts_with(row.found + ' '));
    }
    for (const char* wrong :
         {"\"week\"", "\"0 months\"", "\"1201 months\"", "12", "{ months = [] }", "{ months = 1 }", "[1, 6]"}) {
        CAPTURE(wrong);
        CHECK(frequency(wrong).find("value.type") != std::string::npos);
    }
    CHECK(frequency("{ months = [13] }").find("value.month") != std::string::npos);
}

TEST_CASE("an id has letters, digits, hyphens and underscores, and some are kept for the results") {
    const auto id = [](const std::string& value) {
        return taken("id = " + value, Section::entity,
                     [](Table& table) { return table.id(slot::entity_id).value_or(""); });
    };
    CHECK(id("\"dr-Martin_2\"") == "dr-Martin_2");
    CHECK(id("\"a.b\"") == "id.characters");
    CHECK(id("\"énergie\"") == "id.characters");
    CHECK(id("\"\"") == "id.characters");
    CHECK(id("\"base\"") == "id.reserved");
    CHECK(id("\"all\"") == "id.reserved");
    CHECK(id("12") == "value.quotes");
}

TEST_CASE("a day of the month is 1 to 31 or the last") {
    const auto day = [](const std::string& value) {
        return taken("day = " + value, Section::line,
                     [](Table& table) {
                         const auto found = table.day(slot::day);
                         return found ? std::to_string(*found) : "none";
                     })
            .substr(0, 4);
    };
    CHECK(day("5") == "5 ke");  // the id is missing
    CHECK(day("31") == "31 k");
    CHECK(day("\"last\"") == "31 k");
    CHECK(day("\"dernier\"") == "31 k");
    CHECK(day("0") == "none");
    CHECK(day("32") == "none");
    CHECK(day("1.5") == "none");
}

TEST_CASE("a day of the year is month first, and 29 February exists") {
    const auto day = [](const std::string& value) {
        return taken("year_end = " + value, Section::entity, [](Table& table) {
            const auto found = table.month_day(slot::year_end);
            return found ? std::to_string(found->month) + '/' + std::to_string(found->day) : "";
        });
    };
    CHECK(day("\"06-30\"") == "6/30");
    CHECK(day("\"02-29\"") == "2/29");
    CHECK(day("\"30-06\"") == "value.type");
    CHECK(day("\"6-30\"") == "value.type");
    CHECK(day("2026-06-30") == "value.type");
}

TEST_CASE("a month stands for its first or its last day") {
    const auto bound = [](const std::string& value, Table::MonthDay of_month) {
        return taken("from = " + value, Section::line,
                     [of_month](Table& table) {
                         const auto found = table.date_or_month(slot::from, of_month);
                         return found ? iso(*found) : "----------";
                     })
            .substr(0, 10);
    };
    CHECK(bound("\"2028-02\"", Table::MonthDay::first) == "2028-02-01");
    CHECK(bound("\"2028-02\"", Table::MonthDay::last) == "2028-02-29");
    CHECK(bound("2028-02-10", Table::MonthDay::last) == "2028-02-10");
    CHECK(bound("\"10/02/2028\"", Table::MonthDay::first) == "2028-02-10");
    CHECK(bound("\"2028-13\"", Table::MonthDay::first) == "----------");
}

TEST_CASE("a share is between nothing and the whole, or the rest") {
    const auto share = [](const std::string& value) {
        return taken("share = " + value, Section::grant_instalment, [](Table& table) {
            const auto found = table.share(slot::part_share);
            return !found ? std::string() : found->rest ? "rest" : found->rate.percent();
        });
    };
    CHECK(share("\"60 %\"") == "60");
    CHECK(share("\"33,33 %\"") == "33.33");
    CHECK(share("\"100 %\"") == "100");
    CHECK(share("\"rest\"") == "rest");
    CHECK(share("\"solde\"") == "rest");
    CHECK(share("\"0 %\"") == "share.range");
    CHECK(share("\"100,1 %\"") == "share.range");
    CHECK(share("\"-1 %\"") == "share.range");
}

TEST_CASE("an exercise is the same, the one before or after, or a year") {
    const auto exercise = [](const std::string& value) {
        return taken("exercise = " + value, Section::line, [](Table& table) {
            const auto found = table.exercise(slot::exercise);
            return !found         ? std::string("none")
                   : found->fixed ? std::to_string(*found->fixed)
                                  : std::to_string(found->offset);
        });
    };
    CHECK(exercise("\"meme\"").starts_with("0 "));
    CHECK(exercise("\"précédent\"").starts_with("-1 "));
    CHECK(exercise("\"next\"").starts_with("1 "));
    CHECK(exercise("2025").starts_with("2025 "));
    CHECK(exercise("25").starts_with("none "));
}

TEST_CASE("a quantity may carry its unit") {
    const auto surface = [](const std::string& value) {
        return taken("id = \"a\"\nsurface = " + value, Section::member, [](Table& table) {
            const auto found = table.quantity(slot::surface);
            return found ? std::to_string(found->digits()) + "/" + std::to_string(found->denominator()) : "";
        });
    };
    CHECK(surface("18.5") == "185/10");
    CHECK(surface("\"18,5 m2\"") == "185/10");
    CHECK(surface("\"m2\"") == "value.type");
    CHECK(surface("-1") == "value.type");
}

TEST_CASE("whole numbers have bounds, truths two languages, words a suggestion") {
    const auto months = [](const std::string& value) {
        return taken("months = " + value, Section::forecast, [](Table& table) {
            const auto found = table.integer(slot::forecast_months, 1, 1200);
            return found ? std::to_string(*found) : "";
        });
    };
    CHECK(months("1_200") == "1200");
    CHECK(months("0") == "value.range");
    CHECK(months("1201") == "value.range");
    CHECK(months("12.0") == "value.type");
    CHECK(months("\"99999999999999999999\"") == "value.type");
    const auto closed = [](const std::string& value) {
        return taken("closed = " + value, Section::aci_item, [](Table& table) {
            const auto found = table.boolean(slot::closed);
            return !found ? std::string() : *found ? "true" : "false";
        });
    };
    CHECK(closed("true") == "true");
    CHECK(closed("\"faux\"") == "false");
    CHECK(closed("\"oui\"") == "value.type");
    CHECK(closed("1") == "value.type");
}

TEST_CASE("unknown, repeated and mixed keys are refused, an empty value is an absent one") {
    const auto none = [](Table&) { return std::string(); };
    CHECK(taken("nme = \"x\"", Section::entity, none) == "key.unknown");
    CHECK(taken("amount = 1\ndate = 2026-01-01\nmontant = 2", Section::dated, none) == "key.mixed key.twice");
    CHECK(taken("nom = \"x\"\nform = \"SCM\"", Section::entity, none) == "key.mixed");
    CHECK(taken("id = \"x\"\nnom = \"x\"", Section::entity, none).empty());
    CHECK(taken("amount = 1", Section::dated, none) == "key.missing");
}
