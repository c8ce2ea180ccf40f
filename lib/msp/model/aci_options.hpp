// SPDX-License-Identifier: MIT
// What no text settles about the ACI, or settles in two ways: each is the user's choice, and is named in the output.
// The first of each is the default. The question numbers are those of the manual, msp-aci(1).
#pragma once

#include <msp/money/rate.hpp>

#include <cstdint>

namespace msp {

enum class MeetingsRule : std::uint8_t { prorated, required };     // fewer than six meetings: in proportion, or nothing
enum class CaseRateRule : std::uint8_t { truncated, exact };       // to two decimals of a percent, or as it is
enum class ProrationUnit : std::uint8_t { days, months };          // the first included; a month begun counts
enum class SoftwareFrom : std::uint8_t { acquisition, contract };  // contract: not before its date either
enum class ConcertationFrom : std::uint8_t { contract, year };     // prorated by the contract's date, or not at all
enum class DerogationRule : std::uint8_t { tree, full };           // Saturday and weeks still count, or nothing does
enum class Counting : std::uint8_t { on_date, by_days };           // members: on a day of the year, or by days present

struct AciOptions {
    MeetingsRule meetings = MeetingsRule::prorated;
    CaseRateRule case_rate = CaseRateRule::truncated;
    ProrationUnit proration = ProrationUnit::days;
    SoftwareFrom software = SoftwareFrom::acquisition;
    ConcertationFrom concertation = ConcertationFrom::contract;
    DerogationRule derogation = DerogationRule::tree;
    Counting counting = Counting::on_date;
    bool advance_ipa = true;                // complements of an IPA belong to the base of the advance
    bool advance_crisis = false;            // actions in a declared crisis do
    Rounding rounding = Rounding::half_up;  // of the year's total, to the cent

    friend bool operator==(const AciOptions&, const AciOptions&) = default;
};

}  // namespace msp
