// SPDX-License-Identifier: MIT
// Budgets from text in one call, and what they come to as lines that a test can spell out.
#pragma once

#include <msp/budget/files.hpp>
#include <msp/law/law.hpp>
#include <msp/plan/plan.hpp>
#include <msp/read/document.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp::test {

Date operator""_d(const char* text, std::size_t size);     // "2026-04-15"_d
Month operator""_m(const char* text, std::size_t size);    // "2026-04"_m
Money operator""_eur(const char* text, std::size_t size);  // "-1_234.50"_eur

// A text as msp-forecast reads a file, and what was found wrong with it.
struct Reading {
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Document> document;
    std::optional<Budget> budget;

    // "line.never@7:1", notes in brackets: "line.contradiction@7:1(6:1)". With the scenarios asked for so far.
    [[nodiscard]] std::string problems() const;
    [[nodiscard]] std::optional<Budget> scenario(std::string_view id);
};
Reading read(const std::string& text, FileFormat format = FileFormat::toml);
Reading read_file(const std::string& path);

// The budget of a TOML text; throws std::runtime_error with the messages where there is an error.
Budget budget_of(const std::string& toml);
Budget budget_of(const std::string& toml, std::string_view scenario);
std::string problems_of(const std::string& toml);

// All texts of lib/law.
const Law& shipped_law();

// An account without money from 1 January 2026 on, and lines after it.
Budget plan_of(const std::string& lines);
// 1,200.00 at 10 %, repaid in two annual payments of 600.00 of capital.
std::string loan_of_two_years(std::string_view id, std::string_view paid_out, std::string_view first);
inline constexpr std::string_view one_bank = "[bank]\nopening = 0\ndate = 2026-01-01\n";

// In order of day, then of the file.
std::vector<Movement> movements_between(const Budget& budget, Date first, Date last, const PlanOptions& options = {});
// "2026-01-05 rent -100.00", one movement a line.
std::string told(const Budget& budget, const Movement& movement);
std::string told(const Budget& budget, const std::vector<Movement>& movements);
// The two together.
std::string plan(const Budget& budget, std::string_view first, std::string_view last, const PlanOptions& options = {});
// "amount on 1 January 2026: 1000.00", one step a line.
std::string told(const Trace& trace);

}  // namespace msp::test
