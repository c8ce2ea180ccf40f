// SPDX-License-Identifier: MIT
// What an employer has agreed with offices and insurers, and how its payroll is reckoned.
#pragma once

#include <msp/dates/timeline.hpp>
#include <msp/law/payroll.hpp>
#include <msp/model/call.hpp>
#include <msp/model/line.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

// How a year's reduction is settled: in its last month, or month by month on the sums so far.
enum class ReductionCourse : std::uint8_t { last_month, progressive };
enum class CoverBase : std::uint8_t { t1, whole };

// Of the minimum wage and of the ceiling on each 1 January after what is known.
struct PayrollGrowth {
    Rate smic;
    Rate ceiling;

    friend bool operator==(const PayrollGrowth&, const PayrollGrowth&) = default;
};

// What an insurer is paid, both shares together, in the month after the month or quarter.
struct CoverContract {
    Timeline<Money> premium;         // of health cover, a month and head
    Rate employer;                   // a share of the premium, or a rate on pay
    Rate employee;                   // a rate on pay
    CoverBase base = CoverBase::t1;  // that the rates are on
    CallRhythm rhythm = CallRhythm::month;
    unsigned day = 15;  // 31 is the last
    Place place;

    friend bool operator==(const CoverContract&, const CoverContract&) = default;
};

// The taxe sur les salaires that was due for a year, as it was declared: it says how that of the next one is paid.
struct DeclaredTax {
    std::int16_t year = 0;
    Money due;
    Place place;

    friend bool operator==(const DeclaredTax&, const DeclaredTax&) = default;
};

struct Employer {
    EntityIndex entity = 0;
    EmployerKind kind = EmployerKind::sisa;
    Timeline<Rate> work_accident;  // the rate that is notified
    bool idcc1147 = true;
    bool alsace_moselle = false;
    bool payroll_tax = true;
    std::vector<DeclaredTax> declared_taxes;
    CallRhythm rhythm = CallRhythm::month;
    unsigned pay_day = 31;  // of the month, 31 is the last
    ReductionCourse reduction = ReductionCourse::last_month;
    bool tolerated_hours = false;    // 151.67 hours a month in the reduction, and not 1820 / 12
    bool death_cover_in_csg = true;  // the minimum cover of executives
    Money payroll_fee;               // a payslip
    Timeline<Money> minimum;         // of the convention, a full-time month; of posts that have none of their own
    std::optional<CoverContract> health;
    std::optional<CoverContract> provident;
    std::optional<PayrollGrowth> assume;  // beyond what is known
    Place place;
    Place work_accident_place;

    // Null where nothing was said of the year.
    [[nodiscard]] const DeclaredTax* declared(int year) const {
        const auto found = std::ranges::find(declared_taxes, year, &DeclaredTax::year);
        return found == declared_taxes.end() ? nullptr : &*found;
    }

    friend bool operator==(const Employer&, const Employer&) = default;
};

}  // namespace msp
