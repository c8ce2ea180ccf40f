// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <tests/support/ledgers.hpp>

using namespace msp;
using namespace msp::test;

namespace {

using Found = std::vector<std::string>;

int next_number = 1000;  // four digits, so that days stand in column 11 and accounts in 20

std::string dated(const std::string& day, const std::string& journal = "AC", const std::string& charge = "606100",
                  const std::string& other = "401000") {
    const std::string number = std::to_string(++next_number);
    const std::string head = journal + "|x|" + number + "|" + day + "|";
    const std::string tail = "|x|||" + number + "|" + day + "|x|";
    return fec_line(head + charge + tail + "1,00|0,00|||" + day + "||") +
           fec_line(head + other + tail + "0,00|1,00|||" + day + "||");
}

std::string months(int year) {
    std::string text;
    for (int month = 1; month <= 12; ++month)
        text += dated(std::to_string(year) + (month < 10 ? "0" : "") + std::to_string(month) + "15");
    return text;
}

Found found_days(const std::string& text, const std::string& name = "-") {
    return ledger_of(fec_header() + text, name)->found();
}

}  // namespace

TEST_CASE("a name of SIREN, FEC and closing day") {
    CHECK(ledger_name("a/123456782FEC20261231.txt")->siren == "123456782");
    CHECK(iso(ledger_name("123456782fec20261231_1.TXT")->closing.value()) == "2026-12-31");
    CHECK_FALSE(ledger_name("export.txt"));
    CHECK_FALSE(ledger_name("123456782FEC20261331.txt"));
    CHECK_FALSE(ledger_name("123456782FEC2026.txt"));
    // By its digits from the right, each second one doubled: 2+7+7+3+5+8+3+4+1 = 40.
    CHECK(is_siren("123456782"));
    CHECK_FALSE(is_siren("123456789"));
    CHECK_FALSE(is_siren("1234567824"));
    CHECK(found_days(months(2026), "export.txt") == Found{"fec.name"});
    CHECK(found_days(months(2026), "123456789FEC20261231.txt") == Found{"fec.siren"});
    CHECK(found_days(months(2026), "123456782FEC20261231.txt") == Found{});
}

TEST_CASE("the days of the lines count where the name tells another year") {
    CHECK(found_days(months(2026), "123456782FEC20501231.txt") == Found{"fec.name-date"});
}

TEST_CASE("a day outside the exercise is told, by the name or by most lines") {
    const std::string text = months(2026) + dated("20270105");
    CHECK(found_days(text, "123456782FEC20261231.txt") == Found{"fec.year 26:11", "fec.year 27:11"});
    const std::string far = months(2026) + months(2026) + dated("20360105");
    CHECK(found_days(far).size() == 2);
    CHECK(found_days(months(2024) + months(2025) + months(2026)) == Found{"fec.year 50:11"});
}

TEST_CASE("opening balances of another year are only doubtful") {
    CHECK(found_days(dated("20211231", "AN", "512000", "101000") + months(2023)) == Found{"fec.opening-date 2:11"});
}

TEST_CASE("the chart of accounts is that of the exercise") {
    CHECK(found_days(months(2026) + dated("20261220", "AC", "606100", "791000")) == Found{"fec.chart 27:20"});
    CHECK(found_days(months(2024) + dated("20241220", "AC", "606100", "791000")) == Found{});
    CHECK(found_days(months(2026) + dated("20261220", "AC", "606100", "747000")) == Found{});
    CHECK(found_days(months(2024) + dated("20241220", "AC", "606100", "747000")) == Found{"fec.chart 27:20"});
    CHECK(found_days(months(2026) + dated("20261220", "AC", "606100", "901000")) == Found{"fec.chart 27:20"});
}

TEST_CASE("charges that are closed against the result are told") {
    CHECK(found_days(months(2026) + dated("20261231", "OD", "120000", "606100")).size() == 1);
    CHECK(
        found_days(months(2026) + dated("20261231", "OD", "120000", "606100")).front().starts_with("fec.closing 26:"));
}
