// SPDX-License-Identifier: MIT
// Private to charges: what lines cost above the target of their key. The target is of all lines of a key together, in
// the exercise or in each month that their charges are for; of each charge the same part is above it as of them all.
// One that changes in that time holds what of the cost falls on its days, all days being alike.
#pragma once

#include <msp/charges/shares.hpp>
#include <msp/charges/whole.hpp>

#include <map>
#include <span>
#include <utility>

namespace msp {

class Above {
 public:
    Above(const Budget& budget, std::span<const ChargedLine> lines, const Window& exercise);

    // Whether any of the charge is above the target.
    [[nodiscard]] bool reaches(const ChargedLine& line, const Charge& charge) const {
        return key_of(line).target && below(line, charge) != 1;
    }
    // The part of the charge that is not; of a line whose key has a target.
    [[nodiscard]] WholeQuotient below(const ChargedLine& line, const Charge& charge) const;

 private:
    [[nodiscard]] const ShareKey& key_of(const ChargedLine& line) const { return budget_.keys[*line.line->shared]; }

    const Budget& budget_;
    // The part of what the lines of a key cost that is below its target: in the exercise (of a key whose target is of
    // that), or in each month.
    std::map<std::pair<KeyIndex, Month>, WholeQuotient> below_;
};

}  // namespace msp
