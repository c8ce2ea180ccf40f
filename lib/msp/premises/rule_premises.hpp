// SPDX-License-Identifier: MIT
// What of the law a plan uses, value by value, with its source and how sure it is.
#pragma once

#include <msp/plan/case.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace msp {

enum class RuleTopic : std::uint8_t { aci, payroll, aid };

enum class RuleFact : std::uint8_t {
    text,           // of the ACI, that holds in the year
    point,          // value of a point
    advance_share,  // of the base
    precarity_cap,
    patients,
    associates,
    doctors,
    indicator,   // what one pays; its label says which
    taken_over,  // as an earlier year says
    advance,     // on its day
    balance,
    known_until,  // the rates of pay
    minimum_wage,
    ceiling,
    contribution,
    employee_contribution,
    reduction,  // its largest coefficient
    tax_rate,   // of the taxe sur les salaires, by band
    tax_band,   // the yearly pay that ends one
    aid_year,   // what it pays in a year of contract
};

struct RulePremise {
    RuleTopic topic = RuleTopic::aci;
    RuleFact fact = RuleFact::text;
    std::int64_t number = 0;  // the year of the ACI or of contract, the band
    std::string label = {};   // in the reader's language
    std::variant<std::monostate, Money, Rate, Quotient, Date> value = {};
    std::optional<Date> day = {};  // from which it holds, or on which it is paid
    std::string source = {};
    std::optional<Confidence> confidence = {};
    bool assumed = false;   // beyond the years for which the rule is known to hold
    bool computed = false;  // of what the file says, by the rules
    Span place = {};        // where it is typed, this year or before

    friend bool operator==(const RulePremise&, const RulePremise&) = default;
};

[[nodiscard]] std::vector<RulePremise> rule_premises(const Case& of, const Window& plan, Language language);

}  // namespace msp
