// SPDX-License-Identifier: MIT
// Private to charges: who pays a charge, and what to do where nobody does.
#pragma once

#include <msp/charges/above.hpp>
#include <msp/charges/key_parts.hpp>
#include <msp/charges/shares.hpp>

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <vector>

namespace msp {

class LinePayers {
 public:
    LinePayers(const Budget& budget, std::span<const ChargedLine> lines, const Window& exercise)
        : budget_(budget), parts_(budget), above_(budget, lines, exercise) {}

    // What each bears of a charge, by its key or by the plain one; and of what is above the key's target.
    [[nodiscard]] const Parts& parts(const ChargedLine& line, const Charge& charge);
    [[nodiscard]] const Parts& plain(const ChargedLine& line, const Charge& charge);
    [[nodiscard]] const Parts& above(const ChargedLine& line, const Charge& charge);
    // The part of a charge that is not above it; of a line whose key has a target.
    [[nodiscard]] WholeQuotient below_target(const ChargedLine& line, const Charge& charge) const {
        return above_.below(line, charge);
    }

    // Who has a weight in one of them.
    [[nodiscard]] const std::vector<bool>& of(const ChargedLine& line, const std::vector<const Charge*>& charges);

    // Whether every charge has somebody to pay it; told where it has not.
    bool check(const ChargedLine& line, Diagnostics& diagnostics);

 private:
    [[nodiscard]] EntityIndex entity_of(const ChargedLine& line) const { return budget_.banks[line.line->bank].entity; }
    [[nodiscard]] const ShareKey& key_of(const ChargedLine& line) const { return budget_.keys[*line.line->shared]; }
    bool all_exempt(const ChargedLine& line, const Charge& charge, Diagnostics& diagnostics);
    void nobody_above(const ChargedLine& line, const Charge& charge, Diagnostics& diagnostics);
    bool waits_for_rooms(const ChargedLine& line, const Charge& charge, std::vector<EmptyRoom>& empty);
    void tell_of_rooms(const ChargedLine& line, const std::vector<EmptyRoom>& empty, Diagnostics& diagnostics);
    void empty_room(const ShareKey& key, const EmptyRoom& empty, Diagnostics& diagnostics) const;
    void nobody(const ChargedLine& line, const std::vector<const Charge*>& unpaid, Diagnostics& diagnostics);

    const Budget& budget_;
    KeyParts parts_;
    Above above_;
    std::map<std::set<const Parts*>, std::vector<bool>> known_;
    std::set<std::tuple<KeyIndex, std::size_t, Unborne>> told_;
    std::set<KeyIndex> told_exempt_;
    std::set<KeyIndex> told_above_;
};

}  // namespace msp
