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
    CHECK(wrong("2.400") == "amount.decimals");
    CHECK(wrong("\"2,400\"") == "amount.decimals");
    CHECK(wrong("\"1,000 €\"") == "amount.decimals");
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

TEST_CASE("a wrong day says what is wrong with it") {
    const auto date = [](const std::string& value) {
        return taken("amount = 1\ndate = " + value, Section::dated, [](Table& table) {
            const auto found = table.date(slot::dated_date);
            return found ? iso(*found) : "";
        });
    };
    CHECK(date("2026-04-15") == "2026-04-15");
    CHECK(date("\"15/4/26\"") == "2026-04-15");
    CHECK(date("2026-04-15T00:00:00") == "2026-04-15");
    CHECK(date("9999-12-31") == "date.range");
    CHECK(date("\"30/02/2026\"") == "date.impossible");
    CHECK(date("\"04/15/2026\"") == "date.order");
    CHECK(date("\"05/02/98\"") == "date.century");
    CHECK(date("2026-04-15T13:30:00") == "date.time");
    CHECK(date("\"demain\"") == "value.type");
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
    for (const char* wrong : {"\"fortnight\"", "\"0 weeks\"", "\"2 weeks 1 day\"", "\"0 months\"", "\"1201 months\"",
                              "12", "{ months = [] }", "{ months = 1 }", "[1, 6]"}) {
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

TEST_CASE("days of the month are one, a list, or a text with commas") {
    const auto days = [](const std::string& value) {
        return taken("id = \"x\"\nday = " + value, Section::line, [](Table& table) {
            const auto found = table.days(slot::day);
            std::string text;
            for (unsigned day = 1; found && day <= 31; ++day)
                text += (*found >> (day - 1) & 1U) != 0 ? std::to_string(day) + ' ' : "";
            return text;
        });
    };
    CHECK(days("5") == "5 ");
    CHECK(days("[20, \"5\", \"dernier\"]") == "5 20 31 ");
    CHECK(days("\"5, 20\"") == "5 20 ");
    CHECK(days("\"5;20 and last\"") == "5 20 31 ");
    CHECK(days("\"1er\"") == "value.type");
    CHECK(days("[]") == "value.type");
    CHECK(days("{ months = 1 }") == "value.type");
    CHECK(days("\"5, 20,\"") == "value.day");
    CHECK(days("\"5 20\"") == "value.type");
    CHECK(days("[5, 32]") == "value.day");
    CHECK(days("[5, [6]]") == "value.day");
    CHECK(days("[5, 1.5]") == "value.day");
    CHECK(days("[31, \"last\"]").ends_with("day.twice"));
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

TEST_CASE("a quantity may carry the unit of its key, and no other") {
    const auto member = [](const std::string& key, const std::string& value) {
        return taken("id = \"a\"\n" + key + " = " + value, Section::member, [&](Table& table) {
            const auto found = key == "fte" ? table.quantity(slot::fte, 100) : table.quantity(slot::surface, 1'000'000);
            return found ? std::to_string(found->digits()) + "/" + std::to_string(found->denominator()) : "";
        });
    };
    CHECK(member("surface", "18.5") == "185/10");
    CHECK(member("surface", "\"18,5 m2\"") == "185/10");
    CHECK(member("surface", "\"1 200 m²\"") == "1200/1");
    CHECK(member("surface", "\"1200 M2\"") == "1200/1");
    CHECK(member("fte", "\"0,5 ETP\"") == "5/10");
    CHECK(member("fte", "\"1.000\"") == "1/1");  // a thousand is beyond any member
    CHECK(member("fte", "\"1 000\"") == "value.range");
    CHECK(member("surface", "-1") == "value.range");
    CHECK(member("surface", "\"1.200 m2\"") == "number.thousands");
    for (const char* wrong : {"\"m2\"", "\"50 %\"", "\"12 34 56 anything\"", "\"18,5 pieds carrés\"", "\"1 ETP\"",
                              "true", "2026-01-01", "[1]"}) {
        CAPTURE(wrong);
        CHECK(member("surface", wrong) == "value.type");
    }
}

TEST_CASE("a count is grouped like an amount, and has no decimals") {
    const auto patients = [](const std::string& value) {
        return taken("id = \"a\"\npatients = " + value, Section::member, [](Table& table) {
            const auto found = table.integer(slot::patients, 0, 1'000'000);
            return found ? std::to_string(*found) : "";
        });
    };
    CHECK(patients("1_024") == "1024");
    CHECK(patients("\"1 024\"") == "1024");
    CHECK(patients("\"1\u202f024 patients\"") == "1024");
    CHECK(patients("\"1024 Patient\"") == "1024");
    for (const char* wrong : {"1.024", "\"1,024\"", "\"10 24\"", "\"1024 m2\"", "1e3", "0x10"}) {
        CAPTURE(wrong);
        CHECK(patients(wrong) == "value.type");
    }
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
    CHECK(closed("\"Oui\"") == "true");
    CHECK(closed("\"peut-être\"") == "value.type");
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

TEST_CASE("a number has a point or a comma, no sign, and a bound") {
    const auto weeks = [](const std::string& value) {
        return taken("closed_weeks = " + value, Section::reached, [](Table& table) {
            const auto found = table.number(slot::reached_weeks, 52, 2);
            return found ? std::to_string(found->digits()) + "/" + std::to_string(found->denominator()) : "";
        });
    };
    CHECK(weeks("3") == "3/1");
    CHECK(weeks("2.50") == "25/10");
    CHECK(weeks("\"2,25\"") == "225/100");
    CHECK(weeks("0") == "0/1");
    CHECK(weeks("52") == "52/1");
    CHECK(weeks("52.01") == "value.range");
    CHECK(weeks("-1") == "value.range");
    CHECK(weeks("2.125") == "number.decimals");
    CHECK(weeks("\"2 %\"") == "value.type");
    CHECK(weeks("\"2 semaines\"") == "2/1");
    CHECK(weeks("\"2 mois\"") == "value.type");
    CHECK(weeks("true") == "value.type");
    CHECK(weeks("2026-01-01") == "value.type");
    CHECK(weeks("[3]") == "value.type");
}

TEST_CASE("a proportion is part of the whole, with so many decimals of a percent") {
    const auto national = [](const std::string& value) {
        return taken("c2s = 1\name = 1\name_national = 0\nc2s_national = " + value, Section::precarity,
                     [](Table& table) {
                         const auto found = table.proportion(slot::c2s_national, 2);
                         return found ? found->percent() : "";
                     });
    };
    CHECK(national("\"7.5 %\"") == "7.5");
    CHECK(national("0.075") == "7.5");
    CHECK(national("\"0 %\"") == "0");
    CHECK(national("\"100 %\"") == "100");
    CHECK(national("\"7,25 %\"") == "7.25");
    CHECK(national("\"7.255 %\"") == "number.decimals");
    CHECK(national("0.07255") == "number.decimals");
    CHECK(national("\"100.01 %\"") == "share.range");
    CHECK(national("\"-1 %\"") == "share.range");
    CHECK(national("7.5") == "rate.percent");
    CHECK(national("true") == "value.type");
}

TEST_CASE("a payment comes on the latest day, on a day of the year, or some days away") {
    const auto payday = [](const std::string& value) {
        return taken("payment_day = " + value, Section::aci, [](Table& table) {
            const auto found = table.payday(slot::aci_payment_day);
            if (!found)
                return std::string();
            const std::string day = found->month_day ? std::to_string(found->month_day->first) + '/' +
                                                           std::to_string(found->month_day->second) + ' '
                                                     : "";
            return day + std::to_string(found->delay.months) + "m" + std::to_string(found->delay.days) + "d" +
                   (found->delay.end_of_month ? "e" : "");
        });
    };
    CHECK(payday("\"latest\"") == "0m0d");
    CHECK(payday("\"au plus tard\"") == "0m0d");
    CHECK(payday("\"04-15\"") == "4/15 0m0d");
    CHECK(payday("\"02-29\"") == "2/29 0m0d");
    CHECK(payday("\"-30 days\"") == "0m-30d");
    CHECK(payday("\"1 mois fin de mois\"") == "1m0de");
    for (const char* wrong : {"\"15-04\"", "\"late\"", "2026-04-15", "30", "true", "[\"latest\"]", "\"\""}) {
        CAPTURE(wrong);
        CHECK(payday(wrong) == "value.type");
    }
}

TEST_CASE("an amplitude is written in hours, and is whole minutes of a day") {
    const auto amplitude = [](const std::string& value) {
        return taken("amplitude = " + value, Section::reached, [](Table& table) {
            const auto found = table.amplitude(slot::reached_amplitude);
            return found ? std::to_string(*found) : "";
        });
    };
    CHECK(amplitude("\"12h\"") == "720");
    CHECK(amplitude("\"11h30\"") == "690");
    CHECK(amplitude("\"11 H 30\"") == "690");
    CHECK(amplitude("\"8h05\"") == "485");
    CHECK(amplitude("12") == "720");
    CHECK(amplitude("11.5") == "690");
    CHECK(amplitude("\"11,25\"") == "675");
    CHECK(amplitude("0") == "0");
    CHECK(amplitude("\"12 heures\"") == "720");
    CHECK(amplitude("\"24h00\"") == "1440");
    CHECK(amplitude("\"24h01\"") == "value.hours");
    CHECK(amplitude("25") == "value.hours");
    // A third of an hour is no decimal number of minutes.
    for (const char* wrong : {"\"11h5\"", "\"11h60\"", "\"h30\"", "\"11h300\"", "\"-1h\"", "-1", "11.333", "\"12 %\"",
                              "\"1 2h\"", "\"\"", "true", "1e1", "999999999999999999", "[12]", "\"12 h 3 0\""}) {
        CAPTURE(wrong);
        CHECK(amplitude(wrong) == "value.type");
    }
}

TEST_CASE("what is said of an indicator in a word is a truth, a number or a date") {
    const auto fact = [](const std::string& value) {
        return taken("reached.a = " + value, Section::aci_year, [](Table& table) {
            const std::vector<FreeEntry> entries = table.entries(slot::year_reached);
            REQUIRE(entries.size() == 1);
            const auto found = Table(table.reading(), entries[0].node, entries[0].id).fact(0, Section::reached);
            if (!found)
                return std::string("none");
            if (const bool* truth = std::get_if<bool>(&*found))
                return std::string(*truth ? "yes" : "no");
            if (const std::int64_t* count = std::get_if<std::int64_t>(&*found))
                return std::to_string(*count);
            return iso(std::get<Date>(*found));
        });
    };
    // The year itself is missing in each.
    CHECK(fact("true") == "yes key.missing");
    CHECK(fact("\"faux\"") == "no key.missing");
    CHECK(fact("6") == "6 key.missing");
    CHECK(fact("1_000_000") == "1000000 key.missing");
    CHECK(fact("2024-02-29") == "2024-02-29 key.missing");
    CHECK(fact("\"01/03/2024\"") == "2024-03-01 key.missing");
    CHECK(fact("-1") == "none key.missing value.range");
    CHECK(fact("1000001") == "none key.missing value.range");
    CHECK(fact("6.5") == "none key.missing value.type");
    CHECK(fact("\"12h\"") == "none key.missing value.type");
    CHECK(fact("[1]") == "none key.missing value.type");
}

TEST_CASE("a free table is a table") {
    const auto entries = [](const std::string& value) {
        return taken("effort = " + value, Section::aci,
                     [](Table& table) { return std::to_string(table.entries(slot::aci_effort).size()); });
    };
    CHECK(entries("{ ipa = 1, equipe.pnc = 2 }") == "2");
    CHECK(entries("{}") == "0");
    CHECK(entries("1") == "0 value.type");
    CHECK(entries("[{ ipa = 1 }]") == "0 value.type");
}
