// SPDX-License-Identifier: MIT
#include <msp/budget/choices.hpp>
#include <msp/budget/keys_aci.hpp>
#include <msp/budget/keys_aci_item.hpp>
#include <msp/budget/keys_aci_year.hpp>
#include <msp/budget/keys_budget.hpp>
#include <msp/budget/keys_entity.hpp>
#include <msp/budget/keys_grant.hpp>
#include <msp/budget/keys_line.hpp>
#include <msp/budget/keys_loan.hpp>
#include <msp/budget/keys_member.hpp>
#include <msp/budget/keys_reached.hpp>
#include <msp/budget/keys_rule.hpp>
#include <msp/budget/table.hpp>
#include <msp/read/readers.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <functional>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// What `take` makes of the table that a TOML text is, then what was wrong with it.
template <Section section>
std::string taken(const std::string& toml, const std::function<std::string(Table<section>&)>& take) {
    Sources sources;
    Diagnostics diagnostics;
    const auto document = read_toml(sources, sources.add("a.toml", toml), diagnostics);
    REQUIRE(document);
    msp::Reading reading{*document, sources, diagnostics};
    Table<section> table(reading, {Document::root()});
    std::string text = take(table);
    for (const Diagnostic& diagnostic : diagnostics.sorted())
        text += (text.empty() ? "" : " ") + std::string(diagnostic.id);
    return text;
}

std::string amount(const std::string& value) {
    return taken<Section::dated>("amount = " + value, [](Table<Section::dated>& table) {
        const auto found = table["amount"_key].read();
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
    return taken<Section::loan>("every = " + value, [](Table<Section::loan>& table) {
        const auto found = table["every"_key].read();
        if (!found)
            return std::string();
        return found->once          ? "once"
               : found->chosen != 0 ? "in " + std::to_string(found->chosen)
                                    : std::to_string(found->step);
    });
}

constexpr auto no_date = " key.missing";

// Keys of their section, read as what their rows are: all else does not compile.
template <typename AnyTableOf, Literal name>
concept has_key = requires(AnyTableOf table) {
    table[KeyName<name>()];
};
template <typename AnyTableOf, Literal name>
concept reads = requires(AnyTableOf table) {
    table[KeyName<name>()].read();
};
template <typename AnyTableOf, Literal name, typename Enum>
concept reads_word = requires(AnyTableOf table) {
    table[KeyName<name>()].template read<Enum>();
};
template <typename AnyTableOf, Literal name>
concept has_tables = requires(AnyTableOf table) {
    table[KeyName<name>()].tables();
};
template <typename AnyTableOf, Literal name>
concept has_inner = requires(AnyTableOf table) {
    table[KeyName<name>()].inner();
};
template <typename AnyTableOf, Literal name>
concept has_entries = requires(AnyTableOf table) {
    table[KeyName<name>()].entries();
};
template <typename AnyTableOf, Literal name>
concept has_default = requires(AnyTableOf table) {
    table[KeyName<name>()].value();
};

using BankTable = Table<Section::bank>;
using LoanTable = Table<Section::loan>;

static_assert(has_key<BankTable, "overdraft">);
static_assert(!has_key<BankTable, "decouvert">);  // its French name
static_assert(!has_key<BankTable, "overdaft">);
static_assert(!has_key<BankTable, "instalments">);  // a key of loans
static_assert(has_key<LoanTable, "instalments">);
static_assert(std::convertible_to<KeyName<"basis">, Slot<Section::loan>>);
static_assert(!std::convertible_to<KeyName<"basis">, Slot<Section::bank>>);

static_assert(std::same_as<decltype(std::declval<LoanTable>()["amount"_key].read()), std::optional<Money>>);
static_assert(std::same_as<decltype(std::declval<LoanTable>()["instalments"_key].read()), std::optional<std::int64_t>>);
static_assert(!has_tables<LoanTable, "amount"> && has_tables<LoanTable, "drawdowns"> && !reads<LoanTable, "drawdowns">);
static_assert(has_inner<LoanTable, "deferral"> && !has_inner<LoanTable, "fees">);
static_assert(!has_entries<LoanTable, "amount"> && has_entries<Table<Section::aci>, "effort">);
static_assert(!reads<Table<Section::line>, "from">);  // the first day of a month, or the last?

static_assert(reads_word<LoanTable, "basis", DayCount> && !reads<LoanTable, "basis">);
static_assert(!reads_word<LoanTable, "basis", LoanKind>);
static_assert(!reads_word<LoanTable, "amount", DayCount>);

// A default is a value of the row, or there is none.
static_assert(has_default<BankTable, "floor">);
static_assert(!has_default<BankTable, "opening">);
static_assert(!has_default<LoanTable, "first">);  // said in words only

}  // namespace

TEST_CASE("what holds without a key is the default of its row") {
    const auto plain_loan = [](const std::string& toml) {
        return taken<Section::loan>("id = \"x\"\ndate = 2026-01-01\n" + toml, [](LoanTable& table) {
            const bool thirty = table["basis"_key].value<DayCount>() == DayCount::thirty_360;
            return std::to_string(table["every"_key].value().step) + (thirty ? " 30/360 " : " other ") +
                   table["scale"_key].value().percent();
        });
    };
    CHECK(plain_loan("") == "1 30/360 100");
    CHECK(plain_loan("basis = \"exact/365\"\nevery = \"an\"\nscale = \"50 %\"") == "12 other 50");
    CHECK(plain_loan("basis = \"exact/366\"") == "1 30/360 100 value.word");
}

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
        return taken<Section::dated>("amount = 1\ndate = " + value, [](Table<Section::dated>& table) {
            const auto found = table["date"_key].read();
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
        return taken<Section::entity>(
            "id = " + value, [](Table<Section::entity>& table) { return table["id"_key].read().value_or(""); });
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
        return taken<Section::loan>("day = " + value,
                                    [](Table<Section::loan>& table) {
                                        const auto found = table["day"_key].read();
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
        return taken<Section::line>("id = \"x\"\nday = " + value, [](Table<Section::line>& table) {
            const auto found = table["day"_key].read();
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
        return taken<Section::entity>("year_end = " + value, [](Table<Section::entity>& table) {
            const auto found = table["year_end"_key].read();
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
    const auto bound = [](const std::string& value, DayOfMonth of_month) {
        return taken<Section::line>("from = " + value,
                                    [of_month](Table<Section::line>& table) {
                                        const auto found = table["from"_key].read(of_month);
                                        return found ? iso(*found) : "----------";
                                    })
            .substr(0, 10);
    };
    CHECK(bound("\"2028-02\"", DayOfMonth::first) == "2028-02-01");
    CHECK(bound("\"2028-02\"", DayOfMonth::last) == "2028-02-29");
    CHECK(bound("2028-02-10", DayOfMonth::last) == "2028-02-10");
    CHECK(bound("\"10/02/2028\"", DayOfMonth::first) == "2028-02-10");
    CHECK(bound("\"2028-13\"", DayOfMonth::first) == "----------");
}

TEST_CASE("a share is between nothing and the whole, or the rest") {
    const auto share = [](const std::string& value) {
        return taken<Section::grant_instalment>("share = " + value, [](Table<Section::grant_instalment>& table) {
            const auto found = table["share"_key].read();
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
        return taken<Section::line>("exercise = " + value, [](Table<Section::line>& table) {
            const auto found = table["exercise"_key].read();
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
        return taken<Section::member>("id = \"a\"\n" + key + " = " + value, [&](Table<Section::member>& table) {
            const auto found = key == "fte" ? table["fte"_key].read() : table["surface"_key].read();
            if (!found || found->steps.size() != 1)
                return std::string();
            const Rate number = found->steps.front().value;
            return std::to_string(number.digits()) + "/" + std::to_string(number.denominator());
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
    for (const char* wrong :
         {"\"m2\"", "\"50 %\"", "\"12 34 56 anything\"", "\"18,5 pieds carrés\"", "\"1 ETP\"", "true", "2026-01-01"}) {
        CAPTURE(wrong);
        CHECK(member("surface", wrong) == "value.type");
    }
}

TEST_CASE("a count is grouped like an amount, and has no decimals") {
    const auto patients = [](const std::string& value) {
        return taken<Section::member>("id = \"a\"\npatients = " + value, [](Table<Section::member>& table) {
            const auto found = table["patients"_key].read();
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
        return taken<Section::forecast>("months = " + value, [](Table<Section::forecast>& table) {
            const auto found = table["months"_key].read();
            return found ? std::to_string(*found) : "";
        });
    };
    CHECK(months("1_200") == "1200");
    CHECK(months("0") == "value.range");
    CHECK(months("1201") == "value.range");
    CHECK(months("12.0") == "value.type");
    CHECK(months("\"99999999999999999999\"") == "value.type");
    const auto closed = [](const std::string& value) {
        return taken<Section::aci_item>("closed = " + value, [](Table<Section::aci_item>& table) {
            const auto found = table["closed"_key].read();
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
    const auto none = [](auto&) { return std::string(); };
    CHECK(taken<Section::entity>("nme = \"x\"", none) == "key.unknown");
    CHECK(taken<Section::dated>("amount = 1\ndate = 2026-01-01\nmontant = 2", none) == "key.mixed key.twice");
    CHECK(taken<Section::entity>("nom = \"x\"\nform = \"SCM\"", none) == "key.mixed");
    CHECK(taken<Section::entity>("id = \"x\"\nnom = \"x\"", none).empty());
    CHECK(taken<Section::dated>("amount = 1", none) == "key.missing");
}

TEST_CASE("a number has a point or a comma, no sign, and a bound") {
    const auto weeks = [](const std::string& value) {
        return taken<Section::reached>("closed_weeks = " + value, [](Table<Section::reached>& table) {
            const auto found = table["closed_weeks"_key].read();
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
    CHECK(weeks("2.123456") == "2123456/1000000");
    CHECK(weeks("2.1234567") == "number.decimals");
    CHECK(weeks("\"2 %\"") == "value.type");
    CHECK(weeks("\"2 semaines\"") == "2/1");
    CHECK(weeks("\"2 mois\"") == "value.type");
    CHECK(weeks("true") == "value.type");
    CHECK(weeks("2026-01-01") == "value.type");
    CHECK(weeks("[3]") == "value.type");
}

TEST_CASE("a proportion is part of the whole, with so many decimals of a percent") {
    const auto national = [](const std::string& value) {
        return taken<Section::precarity>("c2s = 1\name = 1\name_national = 0\nc2s_national = " + value,
                                         [](Table<Section::precarity>& table) {
                                             const auto found = table["c2s_national"_key].read();
                                             return found ? found->percent() : "";
                                         });
    };
    CHECK(national("\"7.5 %\"") == "7.5");
    CHECK(national("0.075") == "7.5");
    CHECK(national("\"0 %\"") == "0");
    CHECK(national("\"100 %\"") == "100");
    CHECK(national("\"7,25 %\"") == "7.25");
    CHECK(national("\"7.123456 %\"") == "7.123456");
    CHECK(national("\"7.1234567 %\"") == "number.decimals");
    CHECK(national("0.071234567") == "number.decimals");
    CHECK(national("\"100.01 %\"") == "share.range");
    CHECK(national("\"-1 %\"") == "share.range");
    CHECK(national("7.5") == "rate.percent");
    CHECK(national("true") == "value.type");
}

TEST_CASE("a payment comes on the latest day, on a day of the year, or some days away") {
    const auto payday = [](const std::string& value) {
        return taken<Section::aci>("payment_day = " + value, [](Table<Section::aci>& table) {
            const auto found = table["payment_day"_key].read();
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
        return taken<Section::reached>("amplitude = " + value, [](Table<Section::reached>& table) {
            const auto found = table["amplitude"_key].read();
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
        return taken<Section::aci_year>("reached.a = " + value, [](Table<Section::aci_year>& table) {
            const std::vector<FreeEntry> entries = table["reached"_key].entries();
            REQUIRE(entries.size() == 1);
            const auto found = table["reached"_key].read_entry(entries[0]);
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
        return taken<Section::aci>("effort = " + value, [](Table<Section::aci>& table) {
            return std::to_string(table["effort"_key].entries().size());
        });
    };
    CHECK(entries("{ ipa = 1, equipe.pnc = 2 }") == "2");
    CHECK(entries("{}") == "0");
    CHECK(entries("1") == "0 value.type");
    CHECK(entries("[{ ipa = 1 }]") == "0 value.type");
}
