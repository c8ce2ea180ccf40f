// SPDX-License-Identifier: MIT
// What to reach next, and the least that reaches an amount. Gains are differences of whole remunerations, so levels,
// complements and exclusions are counted as the text has them.
#pragma once

#include <msp/aci/remuneration.hpp>

#include <optional>
#include <vector>

namespace msp {

// One step more of an indicator that is not reached in full.
enum class PieceKind : std::uint8_t { unit, meeting, study, hours, saturday, holidays };
struct AciPiece {
    PieceKind kind = PieceKind::unit;
    std::int64_t now = 0;
    std::int64_t then = 0;  // units, meetings, cases studied, minutes open a weekday
    Money gain;
};

// Indicators taken to their full value together, because one needs the other, or because an IPA joins the team.
struct AciMove {
    std::vector<std::size_t> indicators;  // to be reached in full, in the order of the text
    bool ipa = false;                     // an IPA joins the team
    Money gain;                           // euros a year, above what the facts already pay
    std::int64_t effort = 0;              // sum of the weights
    std::vector<AciPiece> pieces;         // of the only indicator
    bool shown = false;                   // the professions of the associates already show it
};

struct AciAdvice {
    Money now;
    std::vector<std::size_t> missing;  // prerequisites to reach first; then `with_prerequisites` is paid
    std::int64_t missing_effort = 0;
    Money with_prerequisites;
    // Those that are shown first, then by gain, the largest first; each alone, on top of the prerequisites.
    std::vector<AciMove> moves;

    [[nodiscard]] Money missing_gain() const;
    [[nodiscard]] Money total_with(const AciMove& move) const;
};

// `efforts`: a weight an indicator, by position in the text, and one more at the end for an IPA.
[[nodiscard]] AciAdvice advice(const AciFacts& facts, const std::vector<std::int64_t>& efforts);

enum class Least : std::uint8_t { indicators, effort };

struct AciTarget {
    std::vector<std::size_t> indicators;  // prerequisites that are missing among them
    bool ipa = false;
    Money total;
    std::int64_t effort = 0;
    // Of what it pays more than now: by indicator, then by the IPA; and what is reached now and paid only with these.
    std::vector<Money> gains;
    Money unlocked;
};

// The smallest set by number (an IPA counts as one) or by effort; of equals the one that pays more, then the earlier in
// the text. Nothing where even everything does not reach the target. Exact: no set that is smaller was overlooked.
// Error where more than 20 indicators depend on each other.
[[nodiscard]] std::optional<AciTarget> target(const AciFacts& facts, Money wanted,
                                              const std::vector<std::int64_t>& efforts, Least least);

}  // namespace msp
