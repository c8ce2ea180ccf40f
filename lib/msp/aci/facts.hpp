// SPDX-License-Identifier: MIT
// What one year of the ACI is computed from: the user's facts, those of earlier years where a year says nothing, and
// the text that applies.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/law/law.hpp>
#include <msp/law/need.hpp>
#include <msp/model/budget.hpp>
#include <msp/money/quotient.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

// Whole where typed or counted on a day; by days present they are not.
struct AciCounts {
    Quotient patients;
    Quotient associates;
    Quotient doctors;

    friend bool operator==(const AciCounts&, const AciCounts&) = default;
};

// Days or months of a year over all of them, as counted: 336/366 stays 336/366.
struct YearShare {
    std::int64_t part = 1;
    std::int64_t whole = 1;

    [[nodiscard]] Quotient value() const { return {part, whole}; }
    [[nodiscard]] bool entire() const { return part == whole; }
};

// A member who counts, for this part of the year.
struct AciPerson {
    const Member* member = nullptr;
    YearShare share;
    const Profession* profession = nullptr;  // null where none is known
};

// Valid as long as the budget and the law that it was made from: it points into both.
struct AciFacts {
    std::int16_t year = 0;
    std::int16_t rules_year = 0;  // whose exceptions of the text hold; the same but in a comparison
    const AciText* text = nullptr;
    const AciText* instead_of = nullptr;  // the text in force, where another is assumed all the same
    bool assumed = false;                 // the text is not the one in force
    std::vector<const Reached*> reached;  // by indicator; null: not reached
    std::vector<const TypedPoints*> points;
    std::vector<std::size_t> taken_over;  // what an earlier year says is reached, and this one says nothing of
    AciCounts counts;                     // as the options say
    std::optional<AciCounts> otherwise;   // counted from members the other way, where that differs
    std::vector<AciPerson> people;        // those in `counts`
    Date counted_on;
    Place patients_place;  // nowhere where counted from members
    Place associates_place;
    bool ipa = false;
    bool crisis = false;
    std::optional<Precarity> precarity;
    std::optional<Date> contract;      // in effect from
    std::optional<Date> contract_end;  // of the contract, or the renewed one
    std::optional<Date> evidence;      // typed: when the supporting documents are due
    AciOptions options;
};

// The one in force in a year, or that is taken to hold; null where none is, or where it is not read.
[[nodiscard]] const AciText* aci_text_of(const Law& law, const AciYear& year);

// The years that are computed: all of them, or only those whose typed amounts leave something open.
enum class AciYears : std::uint8_t { all, open };

// The texts of these years, and the professions where members of them have one.
[[nodiscard]] LawNeeds aci_needs(const Budget& budget, AciYears which);

// A year is computed where it, or one before it, says what is reached. By year; those with an error are left out.
// Errors: no text for a year, an indicator that the text does not have, a value that is unknown and not typed, a level
// without its lower one, two statements that contradict each other, more associates than members, more patients
// concerned than there are, a member of whom neither a statement nor the profession says whether it is an associate, a
// year before the contract. Warnings: a prerequisite of which nothing was ever said, a contract that ends.
[[nodiscard]] std::vector<AciFacts> aci_facts(const Budget& budget, const Law& law, AciYears which,
                                              Diagnostics& diagnostics);

// The facts of `year` under the text that holds in another one: for a comparison.
[[nodiscard]] std::optional<AciFacts> aci_facts_under(const Budget& budget, const Law& law, std::int16_t year,
                                                      std::int16_t text_of, Diagnostics& diagnostics);

}  // namespace msp
