// SPDX-License-Identifier: MIT
#include <msp/money/parse.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using msp::Money;
using msp::NumberProblem;
using msp::Rate;

std::string_view name(NumberProblem problem) {
    switch (problem) {
        case NumberProblem::not_a_number:
            return "not_a_number";
        case NumberProblem::point:
            return "point";
        case NumberProblem::comma:
            return "comma";
        case NumberProblem::grouping:
            return "grouping";
        case NumberProblem::decimals:
            return "decimals";
        case NumberProblem::exponent:
            return "exponent";
        case NumberProblem::range:
            return "range";
    }
    return "";
}

std::string shown(const msp::AmountResult& result) {
    if (const auto* amount = std::get_if<Money>(&result))
        return msp::plain(*amount);
    return std::string(name(std::get<NumberProblem>(result)));
}

// As "digits/10^scale".
std::string shown(const msp::RateResult& result) {
    if (const auto* rate = std::get_if<Rate>(&result))
        return std::to_string(rate->digits()) + "/10^" + std::to_string(rate->scale());
    return std::string(name(std::get<NumberProblem>(result)));
}

struct Row {
    std::string_view text;
    std::string_view expected;
};

}  // namespace

TEST_CASE("a bare amount is read as TOML and YAML write it") {
    const Row rows[] = {
        {"2400", "2400.00"},
        {"2400.00", "2400.00"},
        {"2400.5", "2400.50"},
        {"-0.10", "-0.10"},
        {"0.10", "0.10"},
        {"+5", "5.00"},
        {"-0", "0.00"},
        {"-0.0", "0.00"},
        {"2_400.00", "2400.00"},
        {"1_234_567", "1234567.00"},
        {"0.100", "decimals"},
        {"2.400", "decimals"},
        {"1.000", "decimals"},
        {"-15.000", "decimals"},
        {"2400.000", "decimals"},
        {"1.250000000000000000000000000000", "decimals"},
        {".5", "0.50"},
        {"5.", "5.00"},
        {"007", "7.00"},
        {"0000000000000000000000000001", "1.00"},
        {"999999999999.99", "999999999999.99"},
        {"-999999999999.99", "-999999999999.99"},
        {"1000000000000", "range"},
        {"-1000000000000.00", "range"},
        {"123456789012345678901234567890", "range"},
        {"18446744073709551617", "range"},  // 2^64 + 1
        {"0.101", "decimals"},
        {"0.001", "decimals"},
        {"1e3", "exponent"},
        {"1E+3", "exponent"},
        {"-2.5e-1", "exponent"},
        {"0x1F", "exponent"},
        {"0o17", "exponent"},
        {"0b101", "exponent"},
        {"inf", "exponent"},
        {"-inf", "exponent"},
        {"+nan", "exponent"},
        {"-.INF", "exponent"},
        {".NaN", "exponent"},
        {"2400,50", "comma"},
        {"2,400.50", "comma"},
        {"", "not_a_number"},
        {"-", "not_a_number"},
        {"+", "not_a_number"},
        {".", "not_a_number"},
        {"_", "not_a_number"},
        {"--5", "not_a_number"},
        {"+-5", "not_a_number"},
        {"5-", "not_a_number"},
        {"1.2.3", "not_a_number"},
        {"1__0", "not_a_number"},
        {"_10", "not_a_number"},
        {"10_", "not_a_number"},
        {"10_.5", "not_a_number"},
        {"2 400", "not_a_number"},
        {" 5", "not_a_number"},
        {"5 €", "not_a_number"},
        {"12e", "not_a_number"},
        {"e3", "not_a_number"},
        {"twelve", "not_a_number"},
        {"true", "not_a_number"},
        {"\u22125", "not_a_number"},
        {std::string_view("5\0", 2), "not_a_number"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(shown(msp::parse_bare_amount(row.text)) == row.expected);
    }
}

TEST_CASE("a written amount is read as an accountant writes it") {
    const Row rows[] = {
        {"2 400,00 €", "2400.00"},
        {"1 234 567,89 €", "1234567.89"},
        {"1\u00A0234\u00A0567,89\u00A0€", "1234567.89"},
        {"1\u202F234\u202F567,89\u00A0€", "1234567.89"},
        {"1\u202F234\u00A0567 €", "1234567.00"},
        {"-1 250,5", "-1250.50"},
        {"- 1 250,50 €", "-1250.50"},
        {"\u22121\u202F250,50\u00A0€", "-1250.50"},
        {"\u2212\u00A012", "-12.00"},
        {"+12,00", "12.00"},
        {"2400", "2400.00"},
        {"2400,5", "2400.50"},
        {"2400€", "2400.00"},
        {"-0,10 €", "-0.10"},
        {"0,10", "0.10"},
        {"-0,00 €", "0.00"},
        {"  12,50  ", "12.50"},
        {"5 EUR", "5.00"},
        {"2 400 euros", "2400.00"},
        {"12,500", "decimals"},
        {"2,400", "decimals"},
        {"1 000,000 €", "decimals"},
        {"100", "100.00"},
        {"999 999 999 999,99 €", "999999999999.99"},
        {"-999 999 999 999,99", "-999999999999.99"},
        {"1 000 000 000 000", "range"},
        {"99999999999999999999999", "range"},
        {"12,505", "decimals"},
        {"1.50", "point"},
        {"1.234,56", "point"},
        {"1,234.56", "point"},
        {"2.400 €", "point"},
        {"12 34,5", "grouping"},
        {"1234 567", "grouping"},
        {"1 23", "grouping"},
        {"1  234", "grouping"},
        {"1 234 5,00", "grouping"},
        {"1 234,50 0", "grouping"},
        {"12 ,50", "grouping"},
        {"12, 50", "grouping"},
        {"1e3", "exponent"},
        {"1,5E3 €", "exponent"},
        {"0x1F", "exponent"},
        {"inf", "exponent"},
        {"", "not_a_number"},
        {"   ", "not_a_number"},
        {"-", "not_a_number"},
        {"\u2212", "not_a_number"},
        {"€", "not_a_number"},
        {"- €", "not_a_number"},
        {",", "not_a_number"},
        {",50", "not_a_number"},
        {"50,", "not_a_number"},
        {"1,2,3", "not_a_number"},
        {"--5", "not_a_number"},
        {"-+5", "not_a_number"},
        {"- -5", "not_a_number"},
        {"5-", "not_a_number"},
        {"€ 5", "not_a_number"},
        {"5 € €", "not_a_number"},
        {"5 EUR €", "not_a_number"},
        {"5 %", "not_a_number"},
        {"2_400", "not_a_number"},
        {"1'234", "not_a_number"},
        {"1\t234", "not_a_number"},
        {"mille", "not_a_number"},
        {"\xC2", "not_a_number"},
        {"5\xE2\x82", "not_a_number"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(shown(msp::parse_written_amount(row.text)) == row.expected);
    }
}

TEST_CASE("a rate is a percentage with its sign, or a plain ratio") {
    const Row rows[] = {
        {"2,1 %", "21/10^3"},
        {"2.1 %", "21/10^3"},
        {"2.5 %", "25/10^3"},
        {"2.50%", "25/10^3"},
        {"2,5\u00A0%", "25/10^3"},
        {"2,5\u202F%", "25/10^3"},
        {"+50 %", "5/10^1"},
        {"-3%", "-3/10^2"},
        {"- 3 %", "-3/10^2"},
        {"\u22123 %", "-3/10^2"},
        {"100 %", "1/10^0"},
        {"150 %", "15/10^1"},
        {"1200 %", "12/10^0"},
        {"0 %", "0/10^0"},
        {"-0,00 %", "0/10^0"},
        {"0.021", "21/10^3"},
        {"0,021", "21/10^3"},
        {"-0.5", "-5/10^1"},
        {"1", "1/10^0"},
        {"120", "120/10^0"},
        {"1.0", "1/10^0"},
        {".5", "5/10^1"},
        {"0.000_5", "5/10^4"},
        {"0.123456789012345678", "123456789012345678/10^18"},
        {"999999999999999999", "999999999999999999/10^0"},
        {"0.0000000000000001 %", "1/10^18"},
        {"0.0000000000000000000000 %", "0/10^0"},
        {"0.50000000000000000000000", "5/10^1"},
        {"1000000000000000000", "range"},
        {"0.00000000000000001 %", "range"},
        {"1.000000000000000001", "range"},
        {"1e-3", "exponent"},
        {"1e2 %", "exponent"},
        {"inf", "exponent"},
        {"1.234,5 %", "grouping"},
        {"1,234.5", "grouping"},
        {"1 000 %", "10/10^0"},
        {"1\u202F234,5 %", "12345/10^3"},
        {"1.875 %", "1875/10^5"},
        {"1 234.5 %", "grouping"},
        {"12 34 %", "grouping"},
        {"2, 5 %", "grouping"},
        {"", "not_a_number"},
        {"%", "not_a_number"},
        {"- %", "not_a_number"},
        {"5 %%", "not_a_number"},
        {"% 5", "not_a_number"},
        {"5 ‰", "not_a_number"},
        {"1.2.3", "not_a_number"},
        {"--3 %", "not_a_number"},
        {"2.1 pour cent", "not_a_number"},
        {"5 €", "not_a_number"},
        {"0._5", "not_a_number"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(shown(msp::parse_rate(row.text)) == row.expected);
    }
}

TEST_CASE("a quantity has groups of three, a comma or a point, and a unit behind it") {
    const auto shown = [](std::string_view text) {
        const msp::QuantityResult result = msp::parse_quantity(text);
        const auto* found = std::get_if<msp::Quantity>(&result);
        if (found == nullptr)
            return std::string(name(std::get<NumberProblem>(result)));
        return ::shown(msp::RateResult(found->number)) + (found->whole ? " whole" : "") + " [" +
               std::string(found->unit) + "]";
    };
    const Row rows[] = {
        {"1 200 m2", "1200/10^0 whole [m2]"},
        {"1\u00A0200\u202Fm²", "1200/10^0 whole [m²]"},
        {"1_024", "1024/10^0 whole []"},
        {"1 024", "1024/10^0 whole []"},
        {"0,5 ETP", "5/10^1 [ETP]"},
        {"18.5", "185/10^1 []"},
        {"1 234,5", "12345/10^1 []"},
        {"12.0", "12/10^0 []"},
        {"-3", "-3/10^0 whole []"},
        {"50 %", "50/10^0 whole [%]"},
        {"18,5 pieds carrés", "185/10^1 [pieds carrés]"},
        {"12 34 56 anything", "grouping"},
        {"1 23", "grouping"},
        {"1 234.5", "grouping"},
        {"1.234,5", "grouping"},
        {"1.2.3", "not_a_number"},
        {"m2", "not_a_number"},
        {"", "not_a_number"},
        {"1__024", "not_a_number"},
        {"9999999999999999999", "range"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(shown(row.text) == row.expected);
    }
}

TEST_CASE("a mark before three digits stands for thousands or for decimals") {
    const auto shown = [](std::string_view text) {
        const msp::Readings readings = msp::readings_of(text);
        return readings.thousands.value_or("-") + " or " + readings.decimal.value_or("-");
    };
    CHECK(shown("2.400") == "2400 or 2.4");
    CHECK(shown("2,400") == "2400 or 2.4");
    CHECK(shown("-15.000 €") == "-15000 or -15");
    CHECK(shown("1.024 patients") == "1024 or 1.0240");  // 1.024 would be as doubtful again
    CHECK(shown("0.500") == "- or 0.5");
    CHECK(shown("1234.500") == "- or 1234.5");
    CHECK(shown("2.40") == "- or 2.4");
    CHECK(shown("2.4000") == "- or 2.4");
    CHECK(shown("2400") == "- or -");
    CHECK(shown("2,400.00") == "- or -");
    const auto [thousands, cents] = msp::amount_readings_of("2,400");
    CHECK(thousands == Money::from_cents(240'000));
    CHECK(cents == Money::from_cents(240));
    CHECK_FALSE(msp::amount_readings_of("12.345").cents);
}
