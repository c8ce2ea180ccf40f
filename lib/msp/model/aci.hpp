// SPDX-License-Identifier: MIT
// What the user says of the ACI: the contract, what each year reached, what was notified and what has come. Facts only;
// what they are worth is computed by the engine `aci` from the dated rules.
#pragma once

#include <msp/model/line.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

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
    std::optional<Date> expected;  // absent: the latest day, moved by AciPayday
    std::optional<Money> amount;   // absent: computed, where the rules can
    State state = State::assumed;  // of the amount: notified or assumed
    std::vector<DatedAmount> received;
    bool closed = false;
    std::optional<Recovery> recovery;
    Rate scale = Rate(1, 0);
    Delay delay;
    Place place;
    Place amount_place;

    // What it comes to is typed: its amount, or what was received of it and closed.
    [[nodiscard]] bool stated() const { return amount || (closed && !received.empty()); }

    friend bool operator==(const AciItem&, const AciItem&) = default;
};

// What the user says of one indicator; which of it matters depends on the indicator.
struct Reached {
    std::string indicator;
    bool whole = false;                 // typed true: everything it asks for
    bool no = false;                    // typed false
    std::optional<std::int64_t> count;  // protocols, trainees, missions …
    std::optional<Date> since;          // first acquisition of the software
    std::optional<int> amplitude;       // minutes open on a weekday; of several sites the shortest
    std::optional<bool> saturday;
    std::optional<Rate> weeks;              // closed in school holidays
    std::optional<Rate> weeks_outside;      // closed outside them
    std::optional<bool> derogation;         // of the ARS, for taking part in the PDSA
    std::optional<bool> unscheduled;        // unscheduled care is organised
    std::optional<std::int64_t> cases;      // studied in the year
    std::optional<std::int64_t> concerned;  // patients: in ALD, or 75 and over
    std::optional<std::int64_t> meetings;
    std::vector<std::string> themes;       // of missions
    std::optional<std::int64_t> regional;  // missions from the regional health project (PRS)
    Place place;

    friend bool operator==(const Reached&, const Reached&) = default;
};

// The points of an indicator, typed: they win over the rules, and stand where those are unknown.
struct TypedPoints {
    std::string indicator;
    Rate points;
    Place place;

    friend bool operator==(const TypedPoints&, const TypedPoints&) = default;
};

// Beneficiaries with at least one act of a general practitioner in the year, and the national shares of that year.
struct Precarity {
    std::int64_t c2s = 0;
    std::int64_t ame = 0;
    Rate c2s_national;
    Rate ame_national;
    Place place;

    friend bool operator==(const Precarity&, const Precarity&) = default;
};

// A number that the user typed, with its place.
struct TypedCount {
    std::int64_t count = 0;
    Place place;

    friend bool operator==(const TypedCount&, const TypedCount&) = default;
};

// What is absent is as in the year before, but for assume, crisis, points under another text, and precarity.
struct AciYear {
    std::int16_t year = 0;
    std::string assume;             // id of a text that is taken to hold
    std::optional<Money> notified;  // of the whole year; of it, the advance and the balance two make the third
    AciItem advance;
    AciItem balance;
    std::optional<TypedCount> patients;  // absent: counted from the members
    std::optional<TypedCount> associates;
    std::optional<TypedCount> doctors;
    std::optional<bool> ipa;  // an infirmier en pratique avancée is in the team
    bool crisis = false;      // the authorities declared an exceptional health crisis
    std::vector<Reached> reached;
    std::vector<TypedPoints> points;
    std::optional<Precarity> precarity;
    std::optional<Date> evidence;  // by when the supporting documents are due; absent: as the text has it
    Place notified_place;
    Place assume_place;
    Place place;

    // The advance is what the typed balance leaves of the typed year.
    [[nodiscard]] bool advance_follows() const { return notified && !advance.stated() && balance.stated(); }

    friend bool operator==(const AciYear&, const AciYear&) = default;
};

}  // namespace msp
