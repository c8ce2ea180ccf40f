// SPDX-License-Identifier: MIT
// The amount and the day of each year's advance and balance. Of the year's remuneration, its advance
// and its balance two make the third, whichever are typed; what is then still open is computed.
#pragma once

#include <msp/aci/remuneration.hpp>

#include <optional>
#include <vector>

namespace msp {

// Where the amount of a due item comes from.
enum class Basis : std::uint8_t { none, typed, rest_of_notified, rest_of_computed, computed };

// One due item with its amount and day settled.
struct Due {
    const AciItem* item = nullptr;
    Part part = Part::advance;
    Basis basis = Basis::none;
    std::optional<Money> amount;
    Money year;       // of a rest: the whole,
    Money other;      // what the other item takes of it,
    Money recovered;  // and what an advance has beyond it, to be taken back
    State state = State::assumed;
    Span place;
    Date expected;

    [[nodiscard]] bool is_rest() const { return basis == Basis::rest_of_notified || basis == Basis::rest_of_computed; }
    [[nodiscard]] bool by_rules() const { return basis == Basis::computed || basis == Basis::rest_of_computed; }
    // Its own delay added.
    [[nodiscard]] Date day() const { return delayed(expected, item->delay); }
};

struct Settled {
    const AciYear* year = nullptr;
    const AciFacts* facts = nullptr;  // null where nothing of the year is computed
    std::optional<AciRemuneration> computed;
    Due advance;
    Due balance;
};

// All years, those computed of which something is left to the rules.
[[nodiscard]] std::vector<Settled> settled_years(const Aci& aci, const Law& law, const std::vector<AciFacts>& facts);

[[nodiscard]] Money received_of(const AciItem& item);
// What an item comes to by an amount: that, or what has come where it is more or nothing else will; less what is
// recovered of it.
[[nodiscard]] Money total_of(const AciItem& item, std::optional<Money> amount);
// Less than nothing only of a balance that the advance, or the balance itself, has overpaid and nobody has settled.
[[nodiscard]] Money still_to_come(const Due& due);
// What a typed recovery settles of that.
[[nodiscard]] Money settled_apart(const Due& due);

}  // namespace msp
