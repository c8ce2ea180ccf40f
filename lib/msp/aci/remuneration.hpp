// SPDX-License-Identifier: MIT
// What the ACI pays for a year. Points stay exact; the year's total is rounded once, to the cent, as the options say
// (no text says how), and the amounts of its lines are parts of that total by largest remainder.
#pragma once

#include <msp/aci/facts.hpp>
#include <msp/model/trace.hpp>

#include <optional>
#include <vector>

namespace msp {

enum class Fulfilment : std::uint8_t { no, partly, yes };

struct AciLine {
    std::size_t indicator = 0;  // of the text
    AciClass kind = AciClass::optional;
    Fulfilment reached = Fulfilment::no;
    bool typed = false;    // the user typed its points
    bool unknown = false;  // its value is not public, and not typed: nothing is known of its maximum
    bool due = true;       // false: its condition is not met (no IPA, no crisis), or the text does not pay it that year
    Quotient points;
    Quotient points_max;  // at 100 % for this year's patients and associates, what excludes it counted once
    Quotient euros;       // exact cents, whether from points or not; before any majoration
    Quotient euros_max;
    Money amount;                                   // nothing where a prerequisite is missing
    Money missed;                                   // up to the maximum
    Confidence confidence = Confidence::confirmed;  // the least sure of the values used

    // Whether there is anything to show of it.
    [[nodiscard]] bool pays() const { return due || points != Quotient(); }
    [[nodiscard]] Money most() const;
};

struct AciRemuneration {
    std::int16_t year = 0;
    const AciText* text = nullptr;
    bool assumed = false;
    std::vector<AciLine> lines;        // one an indicator, in the order of the text
    std::vector<std::size_t> missing;  // prerequisites: nothing is paid
    Quotient points;                   // of all lines, paid or not
    Quotient points_max;
    Quotient majoration;  // share added for precarity; 0 where no rates are typed
    Money majoration_amount;
    Money majoration_missed;
    Money total;    // the lines and the majoration
    Money maximum;  // total + all that is missed
    // The advance: advance_rate × base × prorata, rounded half up.
    Quotient base_points;
    Quotient base;      // exact cents: prerequisites and socle at 100 %
    YearShare prorata;  // of the contract's first year
    Money advance;
    Date advance_day;  // latest day
    Date balance_day;
    Date evidence_day;

    [[nodiscard]] Money missed() const;
    [[nodiscard]] Money balance() const;  // what the advance leaves of the total
    [[nodiscard]] Money majoration_most() const;
    [[nodiscard]] Money more_in(Money amount) const;  // what an amount is above the total
};

[[nodiscard]] AciRemuneration remuneration(const AciFacts& facts);
// Whether a line belongs to the base of the advance.
[[nodiscard]] bool in_advance(const AciFacts& facts, const AciLine& line);

// The steps of one indicator's points and euros, by the code that computes them.
void explain_indicator(const AciFacts& facts, std::size_t indicator, Trace& trace);
// Those of the year's total, and of its advance.
void explain_total(const AciFacts& facts, Trace& trace);
void explain_advance(const AciFacts& facts, Trace& trace);

// Everything that the indicator asks for: 12 hours and Saturday, the most units, the full case rate and meetings.
extern const Reached reached_in_full;

}  // namespace msp
