// SPDX-License-Identifier: MIT
// Private to aci: what one indicator is worth. The same code computes and explains.
#pragma once

#include <msp/aci/remuneration.hpp>

#include <string>

namespace msp {

// Points, and cents of terms that are paid in euros.
struct Worth {
    Quotient points;
    Quotient cents;

    Worth& operator+=(const Worth& other) {
        points += other.points;
        cents += other.cents;
        return *this;
    }
};

class Score {
 public:
    Score(const AciFacts& facts, std::size_t indicator, Trace* trace = nullptr);

    // Its condition is met, and the text pays it that year.
    [[nodiscard]] bool due() const;
    [[nodiscard]] Worth reached();
    // At 100 % for this year's patients and associates, over a whole year.
    [[nodiscard]] Worth maximum();

    // Typed, not due, or of unknown value: whatever else is reached, it pays the same.
    [[nodiscard]] bool settled() const;
    // Whose statement counts: of a complement that of the indicator it goes with.
    [[nodiscard]] std::size_t stated_by() const { return indicator_.with.value_or(index_); }
    // What a statement pays where one of the alternatives, if there are any, holds.
    [[nodiscard]] Worth worth(const Reached& reached);

 private:
    [[nodiscard]] Worth by_hours(const Reached& reached);
    [[nodiscard]] const AciHoursRow* hours_row(const Reached& reached, const AciHours& hours);
    [[nodiscard]] std::int64_t hours_value(const Reached& reached, const AciHoursRow& row);
    [[nodiscard]] Worth by_steps(const Reached& reached);
    [[nodiscard]] Worth by_term(const AciTerm& term, const Reached& reached);
    [[nodiscard]] std::int64_t units(const Reached& reached, std::int64_t most);
    [[nodiscard]] Quotient measure(const AciTerm& term);
    [[nodiscard]] Quotient factor(const Reached& reached);
    [[nodiscard]] YearShare year_share(const Reached& reached);
    [[nodiscard]] YearShare share_from(Date from, const char* text, Span place);
    [[nodiscard]] Quotient case_factor(const Reached& reached, const AciCases& cases);
    [[nodiscard]] Quotient meeting_factor(const Reached& reached, const AciCases& cases);
    [[nodiscard]] bool alternative_holds() const;
    // Made only where an explanation is asked for: words cost more than figures.
    template <typename Make>
    void note(Span place, Make make) {
        if (trace_ != nullptr)
            trace_->step(make(), std::nullopt, place);
    }

    const AciFacts& facts_;
    const AciIndicator& indicator_;
    std::size_t index_;
    Trace* trace_;
    bool whole_year_ = false;
};

// What is reached of the other indicator (null: nothing) is enough.
[[nodiscard]] bool holds(const AciAlternative& alternative, const Reached* reached);

// Before any majoration.
[[nodiscard]] Quotient cents_of(const Worth& worth, const AciText& text);

// From `from` to the year's end, that day included; all of it for an earlier year, nothing for a later one.
[[nodiscard]] YearShare part_of_year(Date from, std::int16_t year, ProrationUnit unit);

// "336/366"
[[nodiscard]] std::string written(const YearShare& share);
// "2212.8"; a fraction where six decimals do not show it whole.
[[nodiscard]] std::string written(const Quotient& value);

}  // namespace msp
