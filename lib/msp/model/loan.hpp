// SPDX-License-Identifier: MIT
// Borrowed money: the terms of a loan, or the bank's own schedule.
#pragma once

#include <msp/model/line.hpp>

#include <optional>
#include <vector>

namespace msp {

enum class LoanKind : std::uint8_t { constant_instalments, constant_capital, bullet };
enum class DayCount : std::uint8_t { thirty_360, actual_365, actual_360 };
enum class Deferral : std::uint8_t { none, partial, total };
enum class InsuranceBase : std::uint8_t { initial, outstanding };

// A row of the bank's own schedule.
struct BankRow {
    Date date;
    Money principal;
    Money interest;
    Money insurance;
    Place place;

    friend bool operator==(const BankRow&, const BankRow&) = default;
};

struct Loan {
    ItemIndex item = 0;
    BankIndex bank = 0;
    LoanKind kind = LoanKind::constant_instalments;
    Money capital;          // drawn on `start`, or still owed after that day's instalment
    bool existing = false;  // no drawdown: the money came before the plan
    Money initial_capital;  // base of an insurance on the initial capital
    Rate rate;              // nominal, a year
    DayCount day_count = DayCount::thirty_360;
    int period = 1;       // months: 1, 3, 6 or 12
    int instalments = 0;  // in all, deferred ones included
    Date start;
    Date first;            // first due day, deferred or not
    unsigned due_day = 1;  // of the month, 31 is the last
    Deferral deferral = Deferral::none;
    int deferred = 0;                    // instalments
    std::vector<DatedAmount> drawdowns;  // by date, the first on `start`, in all `capital`; none: one, of all of it
    std::vector<DatedAmount> fees;
    std::optional<Rate> insurance;           // a year
    std::optional<Money> monthly_insurance;  // an amount instead
    InsuranceBase insurance_base = InsuranceBase::initial;
    std::vector<BankRow> bank_schedule;  // wins over the computed one
    Rate scale = Rate(1, 0);
    Delay delay;
    Roll roll = Roll::none;
    std::optional<Line> charged;  // its interest, insurance and fees, where members share them: item, bank and key
    Place place;
    Place deferral_place;

    // What of the capital has come by then, with what is still owed of a loan that runs already.
    [[nodiscard]] Money drawn_by(Date date) const;

    friend bool operator==(const Loan&, const Loan&) = default;
};

}  // namespace msp
