// SPDX-License-Identifier: MIT
// Private to charges: what part of a charge each payer, a member or third party, bears by a key, on the days that the
// charge is for.
#pragma once

#include <msp/charges/room_weights.hpp>
#include <msp/charges/whole.hpp>
#include <msp/model/budget.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace msp {

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

    [[nodiscard]] const Parts& operator()(KeyIndex key, EntityIndex entity, const Window& days) {
        return known(key, entity, days, Relief::with);
    }
    // By the plain key: the one that it departs from, or itself if nobody were exempt and no newcomer had a ramp.
    [[nodiscard]] const Parts& plain(KeyIndex key, EntityIndex entity, const Window& days) {
        return known(key, entity, days, Relief::without);
    }
    // The first of `days` on which all who would bear a part are exempt from it.
    [[nodiscard]] std::optional<Window> all_exempt(KeyIndex key, EntityIndex entity, const Window& days);
    // Where the first part is typed that has nobody to bear it on these days: a profession, or a part of a mix.
    [[nodiscard]] std::optional<Place> without_members(KeyIndex key, EntityIndex entity, const Window& days);
    // Empty rooms that nobody bears by the key, which then parts nothing.
    [[nodiscard]] std::vector<EmptyRoom> unborne(KeyIndex key, EntityIndex entity, const Window& days);

 private:
    enum class Relief : std::uint8_t { with, without };
    struct Asked {
        KeyIndex key;
        Relief relief;
        EntityIndex entity;
        Date first;
        Date last;
        auto operator<=>(const Asked&) const = default;
    };
    using Among = std::vector<std::size_t>;  // payers

    [[nodiscard]] const Parts& known(KeyIndex key, EntityIndex entity, const Window& days, Relief relief);
    [[nodiscard]] bool departs(KeyIndex key) const;  // itself, or one that it mixes
    [[nodiscard]] Parts compute(const ShareKey& key, EntityIndex entity, const Window& days, Relief relief);
    [[nodiscard]] Parts of_members(const ShareKey& key, const Among& among, const Window& days) const;
    [[nodiscard]] Parts of_rooms(const ShareKey& key, EntityIndex entity, const Window& days) const;
    [[nodiscard]] Parts of_fixed(const ShareKey& key, const Among& among, const Window& days) const;
    // What each profession weighs, and how it is parted inside.
    struct Professions {
        std::vector<Whole> weights;
        std::vector<Parts> parts;
    };
    [[nodiscard]] Professions professions(const ShareKey& key, const Among& among, const Window& days) const;
    [[nodiscard]] Parts of_professions(const ShareKey& key, const Among& among, const Window& days) const;
    [[nodiscard]] Parts of_mix(const ShareKey& key, EntityIndex entity, const Window& days, Relief relief);
    [[nodiscard]] Parts of_unchanged_mix(const ShareKey& key, EntityIndex entity, const Window& days, Relief relief);
    [[nodiscard]] Parts by_counter(const ShareKey& key, const std::string& counter, const Among& among,
                                   const Window& days) const;
    // Null where they have none.
    [[nodiscard]] const Timeline<Rate>* count_of(std::size_t payer, const std::string& counter) const;
    [[nodiscard]] Among payers_of(const ShareKey& key, EntityIndex entity) const;
    [[nodiscard]] Parts nothing() const { return {std::vector<Whole>(budget_.payers()), 0}; }
    // What is parted among groups is parted inside each.
    [[nodiscard]] Parts joined(const std::vector<Whole>& weights, const std::vector<Parts>& groups) const;

    // Third parties who bear nothing of `parts` bear what they do of `other`, and `parts` is of the rest.
    [[nodiscard]] Parts beside_third_parties(Parts parts, const Parts& other) const;
    // Each member's part times what is left of it, the rest borne by the other members; a third party bears what it
    // did.
    [[nodiscard]] Parts relieved(const ShareKey& key, EntityIndex entity, const Parts& parts, const Window& days) const;
    // By member, what exemptions and the ramp leave of what they weigh.
    [[nodiscard]] std::vector<WholeQuotient> left(const ShareKey& key, EntityIndex entity, const Window& days) const;
    [[nodiscard]] std::optional<Window> find_all_exempt(KeyIndex key, EntityIndex entity, const Window& days);
    void add_changes(KeyIndex key, const Window& days, std::set<Date>& found) const;

    const Budget& budget_;
    std::map<Asked, const Parts*> known_;
    std::map<Asked, std::optional<Window>> all_exempt_;
    std::set<Parts> different_;
};

}  // namespace msp
