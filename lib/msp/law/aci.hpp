// SPDX-License-Identifier: MIT
// The ACI of the maisons de santé pluriprofessionnelles: one AciText a legal text, read from lib/law/aci-*.toml.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/law/aci_indicator.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {

inline constexpr std::string_view aci_rules = "aci";  // the kind of these files, in RuleNeed

// In one year a text is applied otherwise.
struct AciException {
    std::int16_t year = 0;
    std::size_t indicator = 0;
    std::optional<AciClass> kind;  // instead of its own
    bool payable = true;
    Evidence evidence;
};

struct MonthDay {
    unsigned month = 1;
    unsigned day = 1;
};

struct AciText {
    std::string id;    // the name of its file
    std::string file;  // as named, where it is the user's own
    Bilingual label;
    std::string legal;
    std::int16_t from = 0;              // first calendar year
    std::optional<std::int16_t> until;  // last one; absent: not yet replaced
    Date checked;                       // when the file was last compared with what is public
    Evidence evidence;                  // for its years
    Bilingual note;
    std::vector<LegalSource> sources;
    std::vector<std::pair<std::string, Bilingual>> axes;
    Money point;  // value of a point
    Evidence point_evidence;
    Rate advance_rate;  // of prerequisites and socle at 100 %
    Evidence advance_evidence;
    int advance_months = 0;  // after the contract's date, in its first year
    MonthDay advance_day;    // of the year itself, later on: latest days, both
    MonthDay balance_day;    // of the next year
    Evidence due_evidence;
    MonthDay evidence_day;  // of the next year: by then the CPAM has the supporting documents
    Evidence evidence_day_evidence;
    int contract_years = 0;
    Evidence contract_evidence;
    Rate precarity_cap;  // of the majoration
    Evidence precarity_evidence;
    std::vector<AciIndicator> indicators;
    std::vector<AciException> exceptions;

    // "aci-2022-avenant1", with the file where that is the user's own.
    [[nodiscard]] std::string reference() const { return file.empty() ? id : id + " (" + file + ")"; }
    [[nodiscard]] bool holds(std::int16_t year) const { return from <= year && (!until || year <= *until); }
    [[nodiscard]] std::optional<std::size_t> find(std::string_view indicator) const;
    // In that year; with this text's exceptions.
    [[nodiscard]] AciClass class_of(std::size_t indicator, std::int16_t year) const;
    [[nodiscard]] const AciException* exception(std::size_t indicator, std::int16_t year) const;
    // Known by name only: nothing can be computed from it.
    [[nodiscard]] bool empty() const { return indicators.empty(); }
};

}  // namespace msp
