// SPDX-License-Identifier: MIT
#include <msp/aci/readings.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/aci.hpp>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// "case_rate = exact 12923.05 53760.00", a line each.
std::string readings(const Paid& paid) {
    std::string out;
    for (const AciReading& reading : other_readings(paid.facts, paid.result))
        out += std::string(reading.other) + ' ' + plain(reading.total) + ' ' + plain(reading.advance) + '\n';
    return out;
}

}  // namespace

TEST_CASE("every option is named with what was chosen") {
    AciOptions options;
    options.case_rate = CaseRateRule::exact;
    options.rounding = Rounding::toward_zero;
    const std::vector<const char*> chosen = chosen_options(options);
    CHECK(chosen.size() == 10);
    CHECK(std::string(chosen.front()) == "concertation_meetings = prorated");
    CHECK(std::string(chosen[1]) == "case_rate = exact");
    CHECK(std::string(chosen.back()) == "rounding = down");
}

TEST_CASE("what makes no difference is not told") {
    CHECK(readings(paid(2024, "patients = 4000\nassociates = 13\n" + std::string(whole_base))).empty());
}

// 8,000 patients, 5 meetings of 6, 30 cases for 650 patients: 2000 x 5/6 x 0.922 = 1536.67 points. Required: none of
// them. Exact: 2000 x 5/6 x (30/650) / 5 % = 1538.46. The base is 800 + 100 + 4400 + 3700 + 800 + 2000 = 11,800 points
// x 7 x 60 % = 49,560.00. The other points: 800 + 100 + 4400 + 3700 = 9,000, 63,000.00.
TEST_CASE("an open question that matters is told with what the other answer would pay") {
    const Paid year = paid(2024, R"(patients = 8000
associates = 16
[aci.year.reached]
"acces.horaires" = true
"acces.crise.plan" = true
"equipe.coordination" = true
"si.standard" = true
"equipe.concertation" = { cases = 30, concerned = 650, meetings = 5 }
)");
    CHECK(plain(year.result.total) == "73756.67");
    CHECK(readings(year) ==
          "concertation_meetings = required 63000.00 49560.00\n"
          "case_rate = exact 73769.23 49560.00\n"
          "rounding = down 73756.66 49560.00\n");
}

TEST_CASE("a question may concern the advance alone") {
    const Paid year = paid(2024, "patients = 4000\nassociates = 8\nipa = true\n" + std::string(whole_base));
    // 800 + 100 + 2700 + 2100 + 800 + 320 + 1000 + 200 = 8,020 points: 56,140.00; without the 520 of the IPA 31,500.00.
    CHECK(plain(year.result.total) == "56140.00");
    CHECK(readings(year) == "advance_ipa = false 56140.00 31500.00\n");
}
