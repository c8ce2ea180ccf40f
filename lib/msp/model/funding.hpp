// SPDX-License-Identifier: MIT
// Money from outside: grants and the ACI; loans stand in loan.hpp.
#pragma once

#include <msp/law/aid.hpp>
#include <msp/model/aci.hpp>
#include <msp/model/aci_options.hpp>
#include <msp/model/line.hpp>

#include <optional>
#include <string>
#include <utility>
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

// What a public aid is computed from: one payment a year of contract. Whether the aid has such a thing, its rules say.
struct GrantAid {
    std::string id;                // a rule file
    std::optional<AidFte> fte;     // part of a full-time job
    std::optional<Date> contract;  // the day it began
    std::optional<Date> until;     // the last contract year that begins by then is paid
    AidList list = AidList::below_p90;
    State state = State::assumed;  // nobody notified it
    Place place;
    Place fte_place;
    Place contract_place;
    std::optional<std::size_t> post;  // of the budget, that earns it

    friend bool operator==(const GrantAid&, const GrantAid&) = default;
};

// A share is rounded half up; the last instalment takes the difference where shares make 100 %.
struct Grant {
    ItemIndex item = 0;
    BankIndex bank = 0;
    Money amount;
    std::vector<GrantInstalment> instalments;
    std::optional<GrantAid> aid;  // instead of amount and instalments
    bool yearly = false;          // one award a calendar year, from first_year to last_year
    int first_year = 0;
    std::optional<int> last_year;
    std::optional<std::int16_t> exercise;  // absent: the award's year, or the year of each date
    Rate scale = Rate(1, 0);
    Delay delay;
    Roll roll = Roll::none;
    Place amount_place;

    friend bool operator==(const Grant&, const Grant&) = default;
};

// When a due item is paid, against the latest day that the text allows.
struct AciPayday {
    std::optional<std::pair<unsigned, unsigned>> month_day;  // instead of it; not in the contract's first year
    Delay delay;                                             // added to it; negative: earlier

    friend bool operator==(const AciPayday&, const AciPayday&) = default;
};

// How hard an indicator is to reach, in a unit of the user's own, or what it costs, in cents.
struct AciEffort {
    std::string indicator;
    std::int64_t weight = 1;
    Place place;

    friend bool operator==(const AciEffort&, const AciEffort&) = default;
};

struct Aci {
    ItemIndex item = 0;
    BankIndex bank = 0;
    std::optional<Date> contract;  // from when it has effect
    std::optional<Date> renewed;   // from when the renewed one has
    unsigned count_month = 12;     // the day on which members and their patients are counted
    unsigned count_day = 31;
    AciPayday advance_day;
    AciPayday balance_day;
    AciOptions options;
    std::vector<AciEffort> efforts;
    bool effort_in_euros = false;
    std::vector<AciYear> years;  // by year
    Place contract_place;
    Place renewed_place;

    // The contract takes effect in that year.
    [[nodiscard]] bool begins_in(std::int16_t year) const { return contract && contract->fields().year == year; }

    friend bool operator==(const Aci&, const Aci&) = default;
};

}  // namespace msp
