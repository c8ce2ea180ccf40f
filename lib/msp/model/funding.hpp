// SPDX-License-Identifier: MIT
// Money from outside: grants, loans, and the ACI with its two due items a year.
#pragma once

#include <msp/model/line.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

enum class ShareKind : std::uint8_t { amount, percent, rest };

struct GrantInstalment {
    ShareKind kind = ShareKind::rest;
    Money amount;
    Rate share;
    std::optional<Date> date;  // a single grant
    unsigned month = 1;        // a yearly one: day and month, in the grant's year plus `years`
    unsigned day = 1;
    int years = 0;
    State state = State::notified;
    Place place;

    friend bool operator==(const GrantInstalment&, const GrantInstalment&) = default;
};

// A share is rounded half up; the last instalment takes the difference where shares make 100 %.
struct Grant {
    ItemIndex item = 0;
    BankIndex bank = 0;
    Money amount;
    std::vector<GrantInstalment> instalments;
    bool yearly = false;  // one award a calendar year, from first_year to last_year
    int first_year = 0;
    std::optional<int> last_year;
    std::optional<std::int16_t> exercise;  // absent: the award's year, or the year of each date
    Rate scale = Rate(1, 0);
    Delay delay;
    Roll roll = Roll::none;
    Place amount_place;

    friend bool operator==(const Grant&, const Grant&) = default;
};

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
    int deferred = 0;               // instalments
    std::optional<Rate> insurance;  // a year
    InsuranceBase insurance_base = InsuranceBase::initial;
    std::vector<BankRow> bank_schedule;  // wins over the computed one
    Rate scale = Rate(1, 0);
    Delay delay;
    Roll roll = Roll::none;
    Place place;

    friend bool operator==(const Loan&, const Loan&) = default;
};

enum class RecoveryKind : std::uint8_t { offset, repayment };

// What was paid too much and is taken back: held back from another payment, or paid back.
struct Recovery {
    Money amount;
    Date date;
    RecoveryKind kind = RecoveryKind::offset;
    Place place;

    friend bool operator==(const Recovery&, const Recovery&) = default;
};

// One due item of the ACI. What is not yet received of the amount is planned on the expected day, unless closed.
struct AciItem {
    Date expected;
    std::optional<Money> amount;   // absent: nothing is known of it
    State state = State::assumed;  // notified or assumed
    std::vector<DatedAmount> received;
    bool closed = false;
    std::optional<Recovery> recovery;
    Rate scale = Rate(1, 0);
    Delay delay;
    Place place;
    Place amount_place;

    friend bool operator==(const AciItem&, const AciItem&) = default;
};

struct AciYear {
    std::int16_t year = 0;
    std::optional<Money> notified;  // of the whole year; the balance is what the advance leaves of it
    AciItem advance;
    AciItem balance;
    Place notified_place;
    Place place;

    friend bool operator==(const AciYear&, const AciYear&) = default;
};

struct Aci {
    ItemIndex item = 0;
    BankIndex bank = 0;
    std::vector<AciYear> years;  // by year

    friend bool operator==(const Aci&, const Aci&) = default;
};

}  // namespace msp
