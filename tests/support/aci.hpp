// SPDX-License-Identifier: MIT
// A year of the ACI from the text of its table.
#pragma once

#include <msp/aci/reckoning.hpp>

#include <string>
#include <string_view>

namespace msp::test {

// A budget with one year; what is typed of it follows `year = …`, as in "patients = 6000\nassociates = 13\n…".
std::string aci_budget(int year, const std::string& typed, const std::string& aci = {});

// One year's facts and what they pay, with the shipped texts. Throws std::runtime_error where there is an error.
struct Paid {
    Budget budget;
    AciFacts facts;
    AciRemuneration result;

    // Points of an indicator: "2212.8".
    [[nodiscard]] std::string points(std::string_view indicator) const;
    [[nodiscard]] std::string points_max(std::string_view indicator) const;
    [[nodiscard]] const AciLine& line(std::string_view indicator) const;
};
// By the shipped texts.
AciSchedule schedule_of(const Budget& budget);
// What its lines and the majoration sum to.
Money sum_of_lines(const AciRemuneration& result);

Paid paid(int year, const std::string& typed, const std::string& aci = {});
Paid paid_by(const std::string& budget, int year);

// What is wrong with it, "aci.level@9:1(8:1)", apart from prerequisites that a short example leaves out.
std::string aci_problems(const std::string& budget);

// Every prerequisite and the socle at 100 %, to be followed by other indicators.
inline constexpr std::string_view whole_base = R"(
[aci.year.reached]
"acces.horaires" = true
"acces.crise.plan" = true
"equipe.coordination" = true
"si.standard" = true
"equipe.protocoles" = 8
"equipe.concertation" = true
)";

}  // namespace msp::test
