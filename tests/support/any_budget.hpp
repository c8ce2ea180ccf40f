// SPDX-License-Identifier: MIT
// Budgets that RapidCheck makes up, as the text a user would type; only to be called within rc::check.
#pragma once

#include <msp/model/line.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp::test {

// As evenly in the first rounds as in the last.
int any(int from, int to);

// What the text of a line says, for a test to work out by itself what follows.
struct AnyLine {
    std::string id = "x";
    bool annual = false;
    Money amount;
    int step = 1;                    // months
    std::uint16_t chosen = 0;        // instead of step, bit m-1 for month m
    unsigned day = 1;                // 31 is written "last"
    std::optional<unsigned> second;  // a later day of the same months
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<Rate> yearly;  // revised each year on month and day
    unsigned month = 1;
    unsigned month_day = 1;
    std::vector<std::pair<Date, Rate>> steps;
    std::optional<Date> since;
    Rate scale = Rate(1, 0);
    Delay delay;
    Roll roll = Roll::none;
};

// Due some time between 2020 and 2040, most of them around 2026.
AnyLine any_line();
// The keys of its table, each on a line of its own, category and table header left out.
std::string keys(const AnyLine& line);

Date any_date_near();  // 2024 to 2031
Delay any_delay();
std::string percent(Rate rate);  // "2.5 %"
std::string euros(Money amount);

// Several entities and banks, each beginning in January 2026 (or with `late` later), lines, transfers, payments between
// entities, grants, a loan, the ACI, overdraft fees.
struct Shape {
    int entities = 2;  // at most
    int banks = 2;     // of each, at most
    bool late = true;
    bool fees = true;
};
std::string any_budget(const Shape& shape);

}  // namespace msp::test
