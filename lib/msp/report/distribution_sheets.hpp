// SPDX-License-Identifier: MIT
// What the professionals receive of the ACI money, as sheets: for programs a row a payment, for people a table of
// beneficiaries; and whose fees are to be declared.
#pragma once

#include <msp/distribution/declared.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace msp {

// A distribution that pays something in an exercise, in one case of the budget.
struct DistributionResult {
    const Budget* budget = nullptr;
    std::string scenario;
    std::string label;  // of the scenario; empty for the base
    std::int16_t exercise = 0;
    Distributed distributed;
    std::vector<Payment> payments;  // of the exercise
    std::vector<Date> days;         // of these
    // What the cash plan can pay out on the first of the days without going below a floor before the next ACI; nothing
    // where the plan does not reach it.
    std::optional<Money> distributable = {};
};

// The rules for the same money, side by side, in one case of the budget.
struct RulesResult {
    const Budget* budget = nullptr;
    std::string scenario;
    std::string label;
    std::int16_t exercise = 0;
    std::span<const Distributed> all;  // distributions of the budget
    ComparedRules compared;
};

// The years in which an entity pays something of an exercise.
struct Das2Result {
    const Budget* budget = nullptr;
    std::string scenario;
    std::string label;
    EntityIndex entity = 0;
    const Das2* das2 = nullptr;
    std::vector<std::int16_t> years;
    std::vector<Declared> declared;
};

// In data all results are one table; on a page each has its own.
[[nodiscard]] Sheet payments_sheet(std::span<const DistributionResult> results, Language language);
[[nodiscard]] Sheet distributions_sheet(std::span<const DistributionResult> results, Language language);
[[nodiscard]] Sheet das2_sheet(std::span<const Das2Result> results, Language language);

[[nodiscard]] std::string distribution_title(const DistributionResult& result, Language language);
[[nodiscard]] Sheet beneficiaries_sheet(const DistributionResult& result, Language language);
// What each receives on each day.
[[nodiscard]] Sheet pay_days_sheet(const DistributionResult& result, Language language);
// The rate that was found, what is left, who is capped, and how cents were parted.
[[nodiscard]] std::string distribution_rules(const DistributionResult& result, const TextStyle& style);

[[nodiscard]] Sheet rules_sheet(std::span<const RulesResult* const> results, Language language);
[[nodiscard]] Sheet rules_page(const RulesResult& result, Language language);
[[nodiscard]] std::string rules_title(const RulesResult& result, Language language);
// The rate that each of them found, what it leaves, and who gains and loses most.
[[nodiscard]] std::string rules_words(const RulesResult& result, const TextStyle& style);

[[nodiscard]] std::string das2_title(const Das2Result& result, Language language);
// Above what fees are declared, by which source.
[[nodiscard]] std::string das2_rules_text(const Das2Result& result, const TextStyle& style);

}  // namespace msp
