// SPDX-License-Identifier: MIT
// What to reach next, and the least that reaches an amount. Gains are differences of whole remunerations, so levels,
// complements and exclusions are counted as the text has them.
#pragma once

#include <msp/aci/remuneration.hpp>

#include <optional>
#include <vector>

namespace msp {

// Indicators taken to their full value together, because one needs the other, or because an IPA joins the team.
struct AciMove {
    std::vector<std::size_t> indicators;  // to be reached in full, in the order of the text
    bool ipa = false;                     // an IPA joins the team
    Money gain;                           // euros a year, above what the facts already pay
    std::int64_t effort = 0;              // sum of the weights
};

struct AciAdvice {
    Money now;
    std::vector<std::size_t> missing;  // prerequisites to reach first; then `with_prerequisites` is paid
    std::int64_t missing_effort = 0;
    Money with_prerequisites;
    std::vector<AciMove> moves;  // by gain, the largest first; each alone, on top of the prerequisites
};

// `efforts`: a weight an indicator, by position in the text, and one more at the end for an IPA.
[[nodiscard]] AciAdvice advice(const AciFacts& facts, const std::vector<std::int64_t>& efforts);

enum class Least : std::uint8_t { indicators, effort };

struct AciTarget {
    std::vector<std::size_t> indicators;  // prerequisites that are missing among them
    bool ipa = false;
    Money total;
    std::int64_t effort = 0;
};

// The smallest set by number (an IPA counts as one) or by effort; of equals the one that pays more, then the earlier in
// the text. Nothing where even everything does not reach the target. Exact: no set that is smaller was overlooked.
// Error where more than 20 indicators depend on each other.
[[nodiscard]] std::optional<AciTarget> target(const AciFacts& facts, Money wanted,
                                              const std::vector<std::int64_t>& efforts, Least least);

}  // namespace msp
