// SPDX-License-Identifier: MIT
// Private to charges: what part of a charge each payer, a member or third party, bears by a key, on the days that the
// charge is for.
#pragma once

#include <msp/charges/room_weights.hpp>
#include <msp/model/budget.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <map>
#include <set>
#include <vector>

namespace msp {

using Whole = boost::multiprecision::cpp_int;

// Of `all` parts each payer bears so many; in lowest terms. Nobody bears any where `all` is zero.
struct Parts {
    std::vector<Whole> of;  // by payer of the budget
    Whole all;

    friend bool operator<(const Parts& a, const Parts& b) { return a.of < b.of; }
};

// Computed once for each key, entity and period; where nobody comes or goes, those of all periods are one.
class KeyParts {
 public:
    explicit KeyParts(const Budget& budget) : budget_(budget) {}

    [[nodiscard]] const Parts& operator()(KeyIndex key, EntityIndex entity, const Window& days);
    // Empty rooms that nobody bears by the key, which then parts nothing.
    [[nodiscard]] std::vector<EmptyRoom> unborne(KeyIndex key, EntityIndex entity, const Window& days);

 private:
    struct Asked {
        KeyIndex key;
        EntityIndex entity;
        Date first;
        Date last;
        auto operator<=>(const Asked&) const = default;
    };
    using Among = std::vector<std::size_t>;  // payers

    [[nodiscard]] Parts compute(const ShareKey& key, EntityIndex entity, const Window& days);
    [[nodiscard]] Parts of_members(const ShareKey& key, const Among& among, const Window& days) const;
    [[nodiscard]] Parts of_rooms(const ShareKey& key, EntityIndex entity, const Window& days) const;
    [[nodiscard]] Parts of_fixed(const ShareKey& key, const Among& among, const Window& days) const;
    [[nodiscard]] Parts of_professions(const ShareKey& key, const Among& among, const Window& days) const;
    [[nodiscard]] Parts of_mix(const ShareKey& key, EntityIndex entity, const Window& days);
    [[nodiscard]] Parts by_counter(const std::string& counter, const Among& among, const Window& days) const;
    [[nodiscard]] Among payers_of(const ShareKey& key, EntityIndex entity) const;
    // Days on which the payer is there; a third party always is.
    [[nodiscard]] std::int64_t present(std::size_t payer, const Window& days) const;
    [[nodiscard]] Whole summed_up(const Timeline<Rate>& values, std::size_t payer, const Window& days) const;
    [[nodiscard]] Parts nothing() const { return {std::vector<Whole>(budget_.payers()), 0}; }
    // What is parted among groups is parted inside each.
    [[nodiscard]] Parts joined(const std::vector<Whole>& weights, const std::vector<Parts>& groups) const;

    const Budget& budget_;
    std::map<Asked, const Parts*> known_;
    std::set<Parts> different_;
};

}  // namespace msp
