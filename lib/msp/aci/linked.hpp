// SPDX-License-Identifier: MIT
// Private to aci: indicators that depend on each other, and all ways to reach more of them.
#pragma once

#include <msp/aci/reach.hpp>

#include <cstdint>
#include <vector>

namespace msp {

// One way of reaching more. `set`: by bits, the lowest is the first of those that can be reached.
struct LinkedWay {
    Quotient::Integer gain = 0;  // before any majoration, in parts of a cent
    std::int64_t cost = 0;
    std::uint32_t set = 0;
};

class Linked {
 public:
    static constexpr std::size_t most_open = 20;  // that can be reached; each more doubles the time
    static constexpr std::size_t most = 64;

    // `linked`: everything that depends on one of them, in order. Error where they are too many.
    Linked(const AciFacts& facts, const Indicators& linked);

    // A common denominator of all that it can gain, in cents.
    [[nodiscard]] Quotient::Integer parts_of_a_cent() const { return parts_; }
    // Of all sets those that no other beats, `parts` to a cent (a multiple of its own); none where a prerequisite stays
    // missing.
    [[nodiscard]] std::vector<LinkedWay> front(const std::vector<std::int64_t>& costs, Quotient::Integer parts) const;
    [[nodiscard]] Indicators indicators(const LinkedWay& way) const;

 private:
    using Mask = std::uint64_t;  // of linked ones

    struct Member {
        Mask needs = 0;     // itself, and the levels that it brings and that can be reached
        Mask excludes = 0;  // as its own row has it
        // What it pays: nothing, or as the user states it, or in full.
        Quotient stated;
        Quotient full;
        bool settled = false;       // always `stated`
        std::size_t statement = 0;  // whose statement counts
        bool has_alternatives = false;
        Mask held_as_stated = 0;  // alternatives that are enough as the user states them
        Mask held_in_full = 0;    // those that are once they are reached in full
        bool prerequisite = false;
    };
    // One that can be reached.
    struct Open {
        std::size_t indicator = 0;
        Mask reaches = 0;   // itself and the levels that it brings
        Mask excludes = 0;  // what gives way
    };
    struct Standing {
        Mask full = 0;
        Mask stated = 0;
    };
    enum class Pays : std::uint8_t { nothing, stated, full };

    [[nodiscard]] Mask mask(const Indicators& indicators) const;
    [[nodiscard]] Member member(const AciFacts& facts, std::size_t indicator) const;
    [[nodiscard]] Open open(const AciFacts& facts, std::size_t indicator) const;
    [[nodiscard]] bool possible(const Standing& standing) const;
    [[nodiscard]] static Pays pays(const Member& member, const Standing& standing);

    Indicators linked_;
    std::vector<Member> members_;  // by bit
    std::vector<Open> open_;
    Mask stated_ = 0;  // reached as the user states it
    Mask typed_ = 0;   // above zero
    Quotient::Integer parts_ = 1;
};

}  // namespace msp
